import { type Phrase, phraseStartingAt, wholePhraseEndingAt } from '../language/phrase.ts';
import { addressing, speechNouns } from './cue-words.ts';
import { type Cue, mainSubject } from './cues.ts';
import type { Item } from './frame.ts';

/** Why a quoted run is given its speaker; each has its own share of right ones. */
export type Rule =
  | 'tag behind'
  | 'tag before'
  | 'tag between'
  | 'reported clause'
  | 'tag at the end'
  | 'according'
  | 'colon'
  | 'name and colon'
  | 'dash and name'
  | 'naming'
  | 'noun of speech'
  | 'far verb'
  | 'subject'
  | 'possessor'
  | 'same paragraph'
  | 'open quotation'
  | 'previous sentence'
  | 'previous paragraph'
  | 'next sentence'
  | 'next paragraph'
  | 'alternation'
  | 'turn'
  | 'headline';

/** The attribution of a quoted run inside its own sentence. */
export interface Attachment {
  readonly rule: Rule;
  readonly cue: Cue | null;
  readonly subject: Phrase | null;
}

/** How far a verb may govern a quotation behind it. */
const reach = 60;

/** Who is said, in its own sentence, to speak the quoted run at item `at`; null when the sentence does not say. */
export function attach(items: readonly Item[], cues: readonly Cue[], at: number, mark: string): Attachment | null {
  const before = tagBefore(items, cues, at);
  const ends =
    mark === ',' ||
    mark === '?' ||
    mark === '!' ||
    mark === '—' ||
    mark === '…' ||
    mark === '-' ||
    items[at + 1]?.text === ',';
  const behind = tagBehind(items, cues, at, ends);
  if (behind !== null && (ends || before === null)) return behind;
  if (before !== null && before.rule === 'tag before') return before;
  if (behind !== null) return behind;
  if (before !== null) return before;
  return elsewhere(items, cues, at);
}

function usable(cue: Cue): boolean {
  return cue.subject !== null && !(cue.passive && !cue.inverted);
}

/** “…,” Okell said / “…,” said Okell / “…,” according to Okell / “…” — Okell */
function tagBehind(items: readonly Item[], cues: readonly Cue[], at: number, ends: boolean): Attachment | null {
  let from = at + 1;
  let dash = false;
  while (from < items.length && items[from]?.pos === 'PUNCT' && from - at < 4) {
    const text = items[from]?.text ?? '';
    if (text === '.' || text === ';' || text === '(' || text === ')') break;
    if (text === '—' || text === '–' || text === '-' || text === '--') dash = true;
    from += 1;
  }
  if (items[from]?.text === '.' || items[from]?.text === ';') return null;
  const bare = from;
  while (
    from < items.length &&
    from - bare < 3 &&
    items[from] !== undefined &&
    (items[from]?.pos === 'ADV' || items[from]?.lower === 'as' || items[from]?.lower === 'so') &&
    cueAt(cues, from) === null
  )
    from += 1;
  const next = items[from];
  if (next === undefined) return null;
  for (const cue of cues) {
    if (cue.last < from) continue;
    if (cue.at > from + reach) break;
    if (hasQuote(items, from, Math.min(cue.first, cue.subject?.first ?? cue.first))) break;
    if (!usable(cue) || cue.subject === null) continue;
    if (cue.kind === 'according') {
      if (cue.first <= from + 1) return { rule: 'according', cue, subject: cue.subject };
      continue;
    }
    // Before an inverted verb a quotation ends in a comma or stronger: “Narcos” offered a lesson.
    if (cue.inverted && !ends && !dash && (items[at]?.end ?? 0) - (items[at]?.start ?? 0) < 25) continue;
    if (
      cue.inverted
        ? cue.first === from || (ends && cue.first <= from + 2 && auxiliary(items, from, cue.first))
        : cue.subject.first === from
    ) {
      if (cue.inverted || cue.own) {
        // 'his "plan" Okell said' is no tag; nor is a verb that goes on to its own quotation or clause far behind.
        // "Okell calls from the kitchen" is a tag, "Okell calls it a breach" is not.
        const object = items[cue.last + 1];
        const bareVerb =
          !cue.inverted &&
          (object === undefined || object.pos === 'ADP' || object.pos === 'ADV' || object.pos === 'PUNCT');
        if ((cue.kind === 'naming' && !(bareVerb && ends)) || cue.kind === 'finding') continue;
        if (!ends && cue.kind !== 'speech' && (items[at]?.end ?? 0) - (items[at]?.start ?? 0) < 25) continue;
        if (
          !cue.inverted &&
          bare === at + 1 &&
          items[at + 1]?.pos !== 'PUNCT' &&
          items[at]?.text !== ',' &&
          !'?!….—-'.includes(items[at]?.text ?? ' ')
        ) {
          if (goesOn(items, cue)) continue;
        }
        return { rule: 'tag behind', cue, subject: cue.subject };
      }
    }
    if (!cue.inverted && cue.subject.first > from + 2) break;
  }
  if (dash) {
    const phrase = phraseStartingAt(items, bare);
    const end = phrase === null ? undefined : items[phrase.last + 1];
    const head = phrase === null ? undefined : items[phrase.head];
    if (
      phrase !== null &&
      head !== undefined &&
      head.pos === 'PROPN' &&
      (end === undefined || (end.pos !== 'VERB' && end.pos !== 'AUX' && end.text !== '—' && end.text !== '–'))
    ) {
      return { rule: 'dash and name', cue: null, subject: phrase };
    }
  }
  return null;
}

function auxiliary(items: readonly Item[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (items[at]?.pos !== 'AUX' && items[at]?.pos !== 'ADV') return false;
  return true;
}

function goesOn(items: readonly Item[], cue: Cue): boolean {
  const next = items[cue.last + 1];
  return next !== undefined && (next.lower === 'that' || next.text === ':' || next.pos === 'QUOTE');
}

function cueAt(cues: readonly Cue[], at: number): Cue | null {
  return cues.find((cue) => cue.first <= at && at <= cue.last) ?? null;
}

function hasQuote(items: readonly Item[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (items[at]?.pos === 'QUOTE') return true;
  return false;
}

/** Okell said, “…” / Okell told reporters in Velmouth: “…” / Okell said it was “…” */
function tagBefore(items: readonly Item[], cues: readonly Cue[], at: number): Attachment | null {
  const joint = items[at - 1];
  // The nearest usable verb to the left.
  let nearest: Cue | null = null;
  for (let index = cues.length - 1; index >= 0; index -= 1) {
    const cue = cues[index];
    if (cue === undefined || cue.at >= at) continue;
    if (at - cue.at > reach) break;
    if (!usable(cue)) continue;
    if (cue.kind === 'according' && cue.subject !== null && cue.subject.last >= at) continue;
    nearest = cue;
    // "Okell said the results showed “…”": findings speak only where nobody reports them.
    if (cue.kind !== 'finding' || index === 0) break;
    const outer = cues[index - 1];
    if (
      outer !== undefined &&
      usable(outer) &&
      outer.kind === 'speech' &&
      outer.own &&
      cue.subject !== null &&
      outer.last < cue.subject.first &&
      !hasQuote(items, outer.last, cue.at)
    )
      nearest = outer;
    break;
  }
  if (joint?.text === ':' || joint?.text === '—' || joint?.text === '–') {
    const beside = colonSubject(items, at, nearest);
    if (beside !== null) return beside;
  }
  if (nearest === null || nearest.subject === null) return null;
  const gap = between(items, nearest, at);
  if (gap === 'quote') {
    // “…,” Okell said, “…”: the tag of the run before serves this one too.
    const listed = isListed(items, at);
    if (listed) return { rule: 'tag between', cue: nearest, subject: nearest.subject };
    return nearest.kind === 'speech' || nearest.kind === 'according' || nearest.kind === 'thought'
      ? clauseTag(nearest, at)
      : null;
  }
  if (gap === 'direct')
    return {
      rule: nearest.kind === 'naming' || nearest.kind === 'finding' ? 'naming' : 'tag before',
      cue: nearest,
      subject: nearest.subject,
    };
  return clauseTag(nearest, at);
}

function clauseTag(cue: Cue, at: number): Attachment | null {
  if (cue.kind === 'manner' && at - cue.at > 3) return null;
  if (cue.kind === 'promise' || cue.kind === 'finding') return { rule: 'far verb', cue, subject: cue.subject };
  return {
    rule: cue.kind === 'naming' ? 'naming' : cue.kind === 'according' ? 'according' : 'reported clause',
    cue,
    subject: cue.subject,
  };
}

/** What stands between a verb and the run: only its hearer, adverbials, a comma or colon ("direct"), other words, or a run. */
function between(items: readonly Item[], cue: Cue, at: number): 'direct' | 'words' | 'quote' {
  const from = cue.inverted && cue.subject !== null ? Math.max(cue.subject.last, cue.last) + 1 : cue.last + 1;
  if (hasQuote(items, from, at)) return 'quote';
  let to = at - 1;
  const joint = items[to]?.text;
  if (joint === ',' || joint === ':') to -= 1;
  if (items[to]?.lower === 'that' && to >= from) to -= 1;
  if (to < from) return 'direct';
  if (joint === ',' || joint === ':') {
    for (let index = from; index <= to; index += 1) {
      const item = items[index];
      if (item === undefined) continue;
      if (item.lower === 'that' || item.pos === 'AUX') return 'words';
      if (item.pos === 'VERB' && !/ing$/.test(item.lower) && !/ed$/.test(item.lower)) return 'words';
    }
    return 'direct';
  }
  if (addressing.has(cue.lemma) || cue.kind === 'speech') {
    const phrase = phraseStartingAt(items, from);
    if (phrase !== null && phrase.last === to && addressing.has(cue.lemma)) return 'direct';
  }
  return 'words';
}

/** Whether only commas and conjunctions part the run from the one before it: “a”, “b” and “c”. */
function isListed(items: readonly Item[], at: number): boolean {
  for (let left = at - 1; left >= 0 && at - left < 9; left -= 1) {
    const item = items[left];
    if (item?.pos === 'QUOTE') return true;
    if (
      item === undefined ||
      (item.pos !== 'PUNCT' && item.pos !== 'CCONJ' && item.pos !== 'DET' && item.lower !== 'it')
    )
      return false;
  }
  return false;
}

/** Before a colon: a speech noun's owner, the sentence's subject, or a bare name. */
function colonSubject(items: readonly Item[], at: number, nearest: Cue | null): Attachment | null {
  if (
    nearest !== null &&
    nearest.subject !== null &&
    nearest.kind !== 'naming' &&
    between(items, nearest, at) !== 'quote' &&
    !nearest.negated
  ) {
    return { rule: 'tag before', cue: nearest, subject: nearest.subject };
  }
  let start = at - 2;
  while (start > 0 && items[start - 1]?.pos !== 'QUOTE') start -= 1;
  const name = wholePhraseEndingAt(items, at - 2, start);
  if (name !== null && name.first <= start) return { rule: 'name and colon', cue: null, subject: name };
  const subject = mainSubject(items.slice(0, at - 1));
  if (subject !== null) return { rule: 'colon', cue: nearest, subject };
  return null;
}

/** Other words of the sentence: a tag at its end, a speech noun beside the run, the sentence's subject. */
function elsewhere(items: readonly Item[], cues: readonly Cue[], at: number): Attachment | null {
  for (let index = cues.length - 1; index >= 0; index -= 1) {
    const cue = cues[index];
    if (cue === undefined || cue.at <= at || !usable(cue) || cue.subject === null) continue;
    const first = cue.inverted ? cue.first : cue.subject.first;
    if (first <= at) continue;
    const joint = items[first - 1];
    if (cue.kind === 'according') return { rule: 'according', cue, subject: cue.subject };
    if (
      (joint?.text === ',' || joint?.lower === 'as') &&
      cue.own &&
      (cue.kind === 'speech' || cue.kind === 'thought') &&
      !hasQuote(items, at + 1, first - 1)
    ) {
      return { rule: 'tag at the end', cue, subject: cue.subject };
    }
    if (
      (joint?.text === ',' || joint?.lower === 'as') &&
      cue.own &&
      cue.kind === 'speech' &&
      (cue.last >= items.length - 3 || (cue.inverted && cue.subject.last >= items.length - 8))
    ) {
      return { rule: 'tag at the end', cue, subject: cue.subject };
    }
  }
  return nounBefore(items, at);
}

/** "his warning that “…”", "Okell’s claim of “…”", "a statement from the mayor, “…”" */
function nounBefore(items: readonly Item[], at: number): Attachment | null {
  // "described by one rival as “a joke” and by another as “worse”"
  if (items[at - 1]?.lower === 'as') {
    const agent = wholePhraseEndingAt(items, at - 2);
    if (agent !== null && items[agent.first - 1]?.lower === 'by') return { rule: 'naming', cue: null, subject: agent };
  }
  for (let left = at - 1; left >= 0 && at - left < 8; left -= 1) {
    const item = items[left];
    if (item === undefined || item.pos === 'QUOTE') return null;
    if (item.pos !== 'NOUN' || !speechNouns.has(item.lower)) continue;
    const by = items[left + 1];
    if (by !== undefined && /^(?:by|from)$/.test(by.lower)) {
      const agent = phraseStartingAt(items, left + 2);
      if (agent !== null && agent.last < at) return { rule: 'noun of speech', cue: null, subject: agent };
    }
    const owner = items[left - 1];
    if (
      owner !== undefined &&
      (owner.lower === "'s" || owner.lower === '’s' || owner.text === '’' || owner.text === "'")
    ) {
      const phrase = wholePhraseEndingAt(items, left - 2);
      if (phrase !== null) return { rule: 'possessor', cue: null, subject: phrase };
    }
    return null;
  }
  return null;
}
