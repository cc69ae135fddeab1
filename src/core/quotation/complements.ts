import { phraseStartingAt } from '../language/phrase.ts';
import { addressing, asking, bareClause } from './cue-words.ts';
import type { Cue } from './cues.ts';
import type { Item } from './frame.ts';

/** What a cue reports in its sentence: item indices, inclusive; two stretches when the tag stands inside ("The plan, he said, is dead"). */
export interface Complement {
  readonly parts: readonly (readonly [first: number, last: number])[];
  /** Where the tag stands: before what it reports, behind it, or inside. */
  readonly order: 'before' | 'behind' | 'inside';
}

const settingStart =
  /^(?:in|on|at|during|after|before|to|through|via|by|from|with|when|while|for|of|about|as|outside|inside|over|upon)$/;

/** What each cue of a sentence reports, when that is a clause; null for the others. */
export function complementsOf(items: readonly Item[], cues: readonly Cue[]): (Complement | null)[] {
  const end = lastWord(items);
  return cues.map((cue, index) => complementOf(items, cues, index, cue, end));
}

function lastWord(items: readonly Item[]): number {
  let last = items.length - 1;
  while (last > 0 && items[last]?.pos === 'PUNCT' && items[last]?.text !== ')') last -= 1;
  return last;
}

function complementOf(
  items: readonly Item[],
  cues: readonly Cue[],
  index: number,
  cue: Cue,
  end: number,
): Complement | null {
  if (cue.subject === null) return null;
  if (cue.kind === 'naming' || cue.kind === 'manner') return null;
  if (cue.kind === 'according') return accordingComplement(items, cues, index, cue, end);
  const from = cue.inverted ? behindInverted(cue) : skipAddressee(items, cue);
  const start = clauseStart(items, cue, from);
  if (start !== null && start <= end) {
    const last = clauseEnd(items, cues, index, start, end);
    if (last >= start) return { parts: [[start, last]], order: 'before' };
  }
  if (cue.negated || !tagging(cue)) return null;
  return tagComplement(items, cues, index, cue, end);
}

const tagLemmas = new Set(
  'say add note claim argue insist warn announce believe think explain acknowledge admit concede predict suggest write report estimate recall put complain contend stress tell observe maintain allege continue conclude declare hope hear inform'.split(
    ' ',
  ),
);

function tagging(cue: Cue): boolean {
  return tagLemmas.has(cue.lemma) && cue.own && !cue.relative;
}

/** "…, Okell said." or "…, Okell said, …": the clause before the tag, and what goes on behind it. */
function tagComplement(
  items: readonly Item[],
  cues: readonly Cue[],
  index: number,
  cue: Cue,
  end: number,
): Complement | null {
  const { subject } = cue;
  if (subject === null) return null;
  const tagFirst = cue.inverted ? cue.first : subject.first;
  let before = tagFirst - 1;
  if (/^(?:as|so|because)$/.test(items[before]?.lower ?? '')) before -= 1;
  if (items[before]?.text !== ',' && items[before]?.text !== '—' && items[before]?.text !== '–') return null;
  const stop = before - 1;
  if (stop < 1) return null;
  // A verb that goes on to a clause or a quotation of its own is no tag.
  for (let at = (cue.inverted ? subject.last : cue.last) + 1; at <= end && at < cue.last + 12; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    if (item.text === ',') {
      if (items[at + 1]?.pos === 'QUOTE') return null;
      break;
    }
    if (
      at === cue.last + 1 &&
      !cue.inverted &&
      cue.lemma !== 'tell' &&
      cue.lemma !== 'inform' &&
      (item.pos === 'DET' || item.pos === 'ADJ' || item.pos === 'NOUN')
    )
      return null;
    if (item.lower === 'that' || item.pos === 'QUOTE' || item.text === ':') return null;
  }
  if (items[stop]?.pos === 'QUOTE' && stop === 0) return null;
  let first = 0;
  // Another attribution before it in the sentence keeps its own clause.
  for (let other = index - 1; other >= 0; other -= 1) {
    const earlier = cues[other];
    if (earlier?.subject == null || earlier.negated || earlier.kind === 'manner') continue;
    if (
      earlier.own &&
      !earlier.passive &&
      (items[earlier.at + 1]?.pos === 'QUOTE' || items[earlier.at + 1]?.text === ':')
    )
      return null;
  }
  if (/^(?:but|and|yet|still|so|however)$/.test(items[0]?.lower ?? '')) first = items[1]?.text === ',' ? 2 : 1;
  const insideTag = items[(cue.inverted ? subject.last : cue.last) + 1]?.text === ',';
  if (!hasVerb(items, first, stop) && !insideTag) return null;
  // Subordinate and participial openings are no clause of their own: "Asked about it, Okell said …", "When …, he said".
  const opening = items[first];
  if (
    opening !== undefined &&
    /^(?:when|while|after|before|asked|speaking|although|though|if|as|since|once|until|in|at|on|during|with|following|despite|because|reached|citing)$/.test(
      opening.lower,
    ) &&
    !laterComma(items, first, stop)
  )
    return null;
  const behind = (cue.inverted ? subject.last : cue.last) + 1;
  const parts: [number, number][] = [[first, stop]];
  if (
    items[behind]?.text === ',' &&
    behind + 2 <= end &&
    !/^(?:adding|saying|who|which|citing|referring|noting|speaking|and|but|while|as|when|after|the|a|an|according)$/.test(
      items[behind + 1]?.lower ?? '',
    ) &&
    items[behind + 1]?.pos !== 'QUOTE' &&
    !/ing$/.test(items[behind + 1]?.lower ?? '')
  ) {
    if (hasVerb(items, behind + 1, end)) return { parts: [...parts, [behind + 1, end]], order: 'inside' };
  }
  return hasVerb(items, first, stop) ? { parts, order: 'behind' } : null;
}

function laterComma(items: readonly Item[], first: number, stop: number): boolean {
  for (let at = first + 1; at < stop; at += 1) if (items[at]?.text === ',') return true;
  return false;
}

function accordingComplement(
  items: readonly Item[],
  cues: readonly Cue[],
  index: number,
  cue: Cue,
  end: number,
): Complement | null {
  const { subject } = cue;
  if (subject === null) return null;
  const before = items[cue.at - 1];
  if (cue.at <= 1 || (cue.at <= 3 && /^(?:but|and|yet|also|still|however)$/.test(items[0]?.lower ?? ''))) {
    // "According to Okell the plan …": no comma.
    const next = items[subject.last + 1];
    if (
      next !== undefined &&
      /^(?:DET|PROPN|PRON|NUM|NOUN)$/.test(next.pos) &&
      next.lower !== 'who' &&
      next.lower !== 'that' &&
      hasVerb(items, subject.last + 1, end)
    ) {
      return { parts: [[subject.last + 1, end]], order: 'before' };
    }
    // "According to Okell, the mayor of Velmouth, the plan …": the clause starts behind the comma that a subject and verb follow.
    let comma = subject.last + 1;
    for (let tries = 0; tries < 4; tries += 1) {
      while (comma < end && items[comma]?.text !== ',') comma += 1;
      if (comma >= end) return null;
      if (!appositive(items, comma + 1, end)) break;
      comma += 1;
    }
    const last = clauseEnd(items, cues, index, comma + 1, end);
    return last > comma ? { parts: [[comma + 1, last]], order: 'before' } : null;
  }
  const lead = items[cue.at - (before?.text === ',' ? 2 : 1)];
  if (/^(?:that|which|who|and|but|where|while)$/.test(lead?.lower ?? '')) {
    // "…, which, according to Okell, the town …"; "learned that according to Okell the …"
    const start = items[subject.last + 1]?.text === ',' ? subject.last + 2 : subject.last + 1;
    return start <= end && hasVerb(items, start, end) ? { parts: [[start, end]], order: 'before' } : null;
  }
  let stop = cue.at - 1;
  if (before?.text === ',' || before?.text === '—' || before?.text === '–') stop -= 1;
  let first = 0;
  if (/^(?:but|and|yet|still|so)$/.test(items[0]?.lower ?? '')) first = 1;
  if (stop < first) return null;
  const behind = subject.last + 1;
  if (items[behind]?.text === ',' && behind < end && !hasVerb(items, first, stop) && hasVerb(items, behind + 1, end)) {
    return {
      parts: [
        [first, stop],
        [behind + 1, end],
      ],
      order: 'inside',
    };
  }
  return hasVerb(items, first, stop) ? { parts: [[first, stop]], order: 'behind' } : null;
}

/** Whether what starts at `at` is an appositive up to another comma, not a clause: no finite verb before the comma. */
function appositive(items: readonly Item[], at: number, end: number): boolean {
  for (let to = at; to <= end; to += 1) {
    const item = items[to];
    if (item === undefined) return false;
    if (item.text === ',') return true;
    if (to === at && /^(?:who|which|whose)$/.test(item.lower)) {
      while (to <= end && items[to]?.text !== ',') to += 1;
      return to <= end;
    }
    if (item.pos === 'AUX' || (item.pos === 'VERB' && !/ing$/.test(item.lower) && items[to - 1]?.lower !== 'to'))
      return false;
    if (item.pos === 'QUOTE') return false;
  }
  return false;
}

function behindInverted(cue: Cue): number {
  return cue.subject === null ? cue.last + 1 : Math.max(cue.subject.last, cue.last) + 1;
}

/** The item behind a cue's hearer: "told reporters in Velmouth on Friday". */
function skipAddressee(items: readonly Item[], cue: Cue): number {
  let at = cue.last + 1;
  if (addressing.has(cue.lemma)) {
    const phrase = phraseStartingAt(items, at);
    if (phrase !== null) {
      const follows = items[phrase.last + 1];
      const pronoun =
        /^(?:me|him|her|them|us|you|it|reporters|journalists|lawmakers|parliament|afp|reuters|ap|cnn|bbc)$/.test(
          items[at]?.lower ?? '',
        );
      const clauseItself =
        follows !== undefined && (follows.pos === 'VERB' || follows.pos === 'AUX') && cue.lemma !== 'tell' && !pronoun;
      if (pronoun && /^(?:me|him|her|them|us|you|it)$/.test(items[at]?.lower ?? '')) at += 1;
      else if (!clauseItself) at = phrase.last + 1;
    } else if (/^(?:me|him|her|them|us)$/.test(items[at]?.lower ?? '')) at += 1;
  }
  return at;
}

/** Where the reported clause starts, looking over adverbials between it and the cue; null when none starts. */
function clauseStart(items: readonly Item[], cue: Cue, from: number): number | null {
  let at = from;
  for (let steps = 0; steps < 6; steps += 1) {
    const item = items[at];
    if (item === undefined) return null;
    if (item.lower === 'that' && item.pos !== 'DET') return startsThat(items, at) ? at + 1 : null;
    if (item.lower === 'that' && items[at + 1] !== undefined) return startsThat(items, at) ? at + 1 : null;
    if (asking.has(cue.lemma) && /^(?:whether|if|how|why|what|where|when|who|which)$/.test(item.lower)) {
      return /^(?:when|if|where)$/.test(item.lower) && !/^(?:ask|wonder|inquire|enquire|query|know)$/.test(cue.lemma)
        ? null
        : at;
    }
    if (
      /^(?:promise|pledge|vow|threaten)$/.test(cue.lemma) &&
      item.lower === 'to' &&
      items[at + 1]?.pos === 'VERB' &&
      cue.lemma !== 'want' &&
      cue.lemma !== 'plan' &&
      cue.lemma !== 'expect' &&
      cue.lemma !== 'agree'
    )
      return at;
    if (item.pos === 'QUOTE') {
      // A fragment can start the clause ('said "the plan" was dead').
      return items[at + 1] !== undefined &&
        item.text !== ',' &&
        items[at + 1]?.pos !== 'PUNCT' &&
        bareClause.has(cue.lemma) &&
        hasVerb(items, at + 1, Math.min(items.length - 1, at + 12))
        ? at
        : null;
    }
    if (item.pos === 'ADV' && !bareClauseAt(items, cue, at)) {
      at += 1;
      continue;
    }
    if (bareClauseAt(items, cue, at)) return at;
    if (settingStart.test(item.lower) && item.pos !== 'PART') {
      const phrase = phraseStartingAt(items, at + 1);
      if (phrase === null) return null;
      at = phrase.last + 1;
      continue;
    }
    if (item.text === ',') {
      if (cue.subject !== null && items[cue.subject.first - 1]?.lower === 'as' && cue.subject.first <= 2)
        return items[at + 1]?.pos === 'QUOTE' ? null : at + 1;
      const next = items[at + 1];
      if (next?.lower === 'that' || (next?.pos === 'ADP' && laterThat(items, at + 1)) || laterThat(items, at)) {
        const that = indexOfThat(items, at);
        return that < 0 ? null : that + 1;
      }
      return null;
    }
    const phrase = phraseStartingAt(items, at);
    // A day, a place or a thing between: "said Monday that", "said in a statement Monday".
    if (
      phrase !== null &&
      (item.pos === 'PROPN' || item.pos === 'DET' || item.pos === 'NOUN' || item.pos === 'ADJ') &&
      items[phrase.last + 1] !== undefined
    ) {
      if (
        /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|last|this|earlier|late|early)$/.test(
          item.lower,
        )
      ) {
        at = /^(?:last|this|late|early)$/.test(item.lower) ? at + 2 : at + 1;
        if (/^(?:morning|afternoon|evening|night)$/.test(items[at]?.lower ?? '')) at += 1;
        continue;
      }
    }
    return null;
  }
  return null;
}

function startsThat(items: readonly Item[], at: number): boolean {
  return items[at + 1] !== undefined && items[at + 1]?.pos !== 'PUNCT' && items[at + 1]?.text !== '.';
}

function laterThat(items: readonly Item[], from: number): boolean {
  return indexOfThat(items, from) >= 0;
}

function indexOfThat(items: readonly Item[], from: number): number {
  for (let at = from; at < items.length && at < from + 14; at += 1) {
    const item = items[at];
    if (item === undefined || item.pos === 'QUOTE') return -1;
    if (item.lower === 'that' && items[at - 1]?.text === ',') return at;
    if (item.pos === 'AUX' || item.lower === 'who') return -1;
  }
  return -1;
}

/** Whether a clause without "that" starts here: a phrase that a finite verb follows. */
function bareClauseAt(items: readonly Item[], cue: Cue, at: number): boolean {
  if (!bareClause.has(cue.lemma)) return false;
  const item = items[at];
  if (item === undefined) return false;
  if (
    item.lower === 'there' ||
    ((item.lower === 'if' || item.lower === 'although' || item.lower === 'while') &&
      !/ing$/.test(items[at + 1]?.lower ?? '')) ||
    item.lower === 'no'
  )
    return hasVerb(items, at + 1, Math.min(items.length - 1, at + 25));
  if (item.lower === 'who' || item.lower === 'which' || item.lower === 'whose') return false;
  if (item.lower === 'so' || (item.lower === 'it' && items[at + 1]?.pos === 'PUNCT')) return false;
  const phrase = phraseStartingAt(items, at);
  if (phrase === null) return false;
  if (/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|last)$/.test(item.lower))
    return false;
  // The phrase's own finite verb: not one of a relative clause on the way, nor one that only a conjunction joins.
  let relatives = 0;
  for (let to = phrase.last + 1; to < items.length && to < phrase.last + 26; to += 1) {
    const next = items[to];
    if (next === undefined) return false;
    if (/^(?:who|which|that|whose|where|whom)$/.test(next.lower)) {
      relatives += 1;
      continue;
    }
    const finite =
      next.pos === 'AUX' || (next.pos === 'VERB' && !/ing$/.test(next.lower) && items[to - 1]?.lower !== 'to');
    if (finite) {
      if (relatives === 0) return true;
      relatives -= 1;
      while (
        items[to + 1]?.pos === 'AUX' ||
        items[to + 1]?.pos === 'VERB' ||
        items[to + 1]?.pos === 'ADV' ||
        items[to + 1]?.pos === 'PART'
      )
        to += 1;
      continue;
    }
    if (
      next.pos === 'VERB' ||
      next.pos === 'ADV' ||
      next.pos === 'PART' ||
      next.pos === 'ADP' ||
      next.pos === 'NOUN' ||
      next.pos === 'PROPN' ||
      next.pos === 'DET' ||
      next.pos === 'ADJ' ||
      next.pos === 'NUM' ||
      next.pos === 'QUOTE' ||
      next.pos === 'PRON' ||
      next.text === '-'
    )
      continue;
    if (next.text === ',' && (relatives > 0 || closesInterrupter(items, to))) continue;
    if (
      next.lower === 'and' &&
      (items[to + 1]?.pos === 'NOUN' ||
        items[to + 1]?.pos === 'PROPN' ||
        items[to + 1]?.pos === 'ADJ' ||
        items[to + 1]?.pos === 'DET')
    )
      continue;
    return false;
  }
  return false;
}

/** Whether a comma opens an interrupter that another comma closes before a verb, or closes one. */
function closesInterrupter(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  if (next === undefined) return false;
  if (next.pos === 'AUX' || (next.pos === 'VERB' && !/ing$/.test(next.lower))) return true;
  for (let to = at + 1; to < items.length && to < at + 14; to += 1) if (items[to]?.text === ',') return true;
  return false;
}

function hasVerb(items: readonly Item[], first: number, last: number): boolean {
  for (let at = first; at <= last && at - first < 80; at += 1) {
    const item = items[at];
    if (item?.pos === 'AUX' || item?.pos === 'VERB') return true;
    if (item?.pos === 'QUOTE' && item.end - item.start > 30) return true;
  }
  return false;
}

/** The last item of a clause that starts at `start`: the sentence's end, or what ends the report before it. */
function clauseEnd(items: readonly Item[], cues: readonly Cue[], index: number, start: number, end: number): number {
  for (let at = start; at <= end; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    if (item.text === ';') return at - 1;
    if (item.text === ':' && items[at + 1]?.pos === 'QUOTE') return at - 1;
    if (
      item.text === ',' &&
      /^(?:adding|saying|noting|telling|warning|stressing|arguing|according|insisting|claiming|citing|explaining|calling|describing|urging|predicting|suggesting|vowing|pledging)$/.test(
        items[at + 1]?.lower ?? '',
      )
    )
      return at - 1;
  }
  for (let other = index + 1; other < cues.length; other += 1) {
    const next = cues[other];
    if (next === undefined || next.at <= start || next.at > end) continue;
    if (next.kind === 'manner' || (next.kind === 'naming' && next.own)) continue;
    if (!next.own) {
      // "… and added that": a second verb of the same speaker.
      const joint = items[next.first - 1];
      if (
        (joint?.lower === 'and' || joint?.lower === 'but') &&
        /^(?:add|say|tell|warn|note|stress|call|urge|claim|argue|accuse|criticise|criticize|describe|denounce|blame|praise|dismiss)$/.test(
          next.lemma,
        )
      ) {
        return items[next.first - 2]?.text === ',' ? next.first - 3 : next.first - 2;
      }
      continue;
    }
    const { subject } = next;
    if (subject === null || next.relative || subject.first <= start) continue;
    let before = subject.first - 1;
    const joint = items[before];
    if (
      joint?.lower === 'and' ||
      joint?.lower === 'but' ||
      joint?.lower === 'while' ||
      joint?.lower === 'although' ||
      joint?.lower === 'as'
    ) {
      before -= 1;
      if (items[before]?.text === ',') before -= 1;
      if (/^(?:say|tell|add|warn|report|claim|announce|note|reply)$/.test(next.lemma) && before > start) return before;
      continue;
    }
    // "…, he said": a second tag behind the clause.
    if (joint?.text === ',' && next.last >= end - 1 && before - 1 > start) return before - 1;
  }
  return end;
}
