import type { Attachment } from './attribution.ts';
import type { FrameSentence } from './frame.ts';
import { lastMark } from './frame.ts';
import type { QuotedRun } from './pairing.ts';

/** What is known about a quoted run when it is judged. */
export interface Evidence {
  readonly run: QuotedRun;
  readonly sentence: FrameSentence;
  /** Index of the run's item in its sentence. */
  readonly at: number;
  readonly attachment: Attachment | null;
}

const labels =
  /^(?:called|named|titled|entitled|dubbed|nicknamed|known|termed|labelled|labeled|branded|so-called|term|word|words|phrase|phrases|title|programme|program|column|nicknames|pseudonym|pen-name|catchphrase|tagline|headlined|headline|nickname|slogan|motto|book|novel|film|movie|song|album|single|show|series|play|poem|article|essay|documentary|programme|program|episode|exhibition|exhibit|musical|opera|hit|hits|anthem|magazine|game|hashtag|codenamed|code-named|marked|labelled|painting|titles|songs|films|movies|books|episodes|reading|spelled|pronounced|means|meaning|translates|translated|aka|alias|sitcom|ballad|track|chorus|refrain|lyric|lyrics|caption|comedy|drama|thriller|blockbuster|memoir|section|chapter|column|blog|category|project|operation|campaign|version|trilogy|franchise|starred|starring|played|sang|performed|directed|wrote|authored)$/;

const verbs =
  / (?:is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|could|should|shall|may|might|must|isn['’]t|don['’]t|won['’]t|can['’]t|wasn['’]t|didn['’]t) |['’](?:re|ve|ll|m|d) | (?:I|we|you|they|he|she|it)['’]?[a-z]* /i;

const tagMarks = ',?!';

/** Whether a quoted run is somebody's words: not a title, a nickname, a term or a scare quote. */
export function isQuotation(text: string, { run, sentence, at, attachment }: Evidence): boolean {
  const words = text.slice(run.inner[0], Math.min(run.inner[1], run.inner[0] + 600));
  const tokens = words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const count = tokens.length;
  if (count === 0) return false;
  const { items } = sentence;
  const before = items[at - 1];
  const after = items[at + 1];
  const last = lastMark(text, run);
  const alone = items.every((item, index) => index === at || item.pos === 'PUNCT' || item.pos === 'QUOTE');
  const rule = attachment?.rule ?? null;
  const tag =
    rule === 'tag behind' ||
    rule === 'tag before' ||
    rule === 'tag between' ||
    rule === 'dash and name' ||
    rule === 'name and colon' ||
    rule === 'colon';

  // A nickname inside a name: Tom "Red" Okell.
  if (count <= 3 && before?.pos === 'PROPN' && after?.pos === 'PROPN' && last !== ',' && !tag) return false;
  // "denied saying “…”", "never said “…”": words that the article says were not said.
  if (
    attachment?.cue?.negated === true &&
    (rule === 'tag before' || rule === 'reported clause' || rule === 'naming') &&
    /^(?:say|call|tell|use|write|describe)$/.test(attachment.cue.lemma)
  )
    return false;
  if (sentence.headline) return tag || count >= 4 || (count >= 2 && (/^[a-z]/.test(words) || verbs.test(` ${words} `)));
  // "the “History” section", "its “Moonbite” line": a name or a term before its noun.
  const determined =
    before !== undefined &&
    (before.pos === 'DET' ||
      /^(?:his|her|its|their|our|my)$/.test(before.lower) ||
      before.lower === '’s' ||
      before.lower === "'s");
  if (
    determined &&
    after?.pos === 'NOUN' &&
    !tagMarks.includes(last) &&
    (count === 1 || (count <= 3 && isTitleCase(tokens)))
  )
    return false;
  if (
    count <= 2 &&
    rule !== 'tag behind' &&
    /^\p{Lu}/u.test(words) &&
    before !== undefined &&
    before.pos !== 'PUNCT' &&
    !tagMarks.includes(last) &&
    (rule !== 'tag before' ||
      !/^(?:say|ask|reply|answer|write|tweet|shout|yell|add)$/.test(attachment?.cue?.lemma ?? ''))
  )
    return false;
  // "Its motto, “Never Dry,” …", "The programme, “Boats for Kids,” has …": a name beside its noun.
  const beside = before?.text === ',' ? items[at - 2] : undefined;
  if (
    beside !== undefined &&
    rule !== 'tag before' &&
    (labels.test(beside.lower) ||
      (beside.pos === 'NOUN' && isTitleCase(tokens) && (after?.pos === 'AUX' || after?.pos === 'VERB')))
  )
    return false;
  // "Widow’s soup" is made …: a term as the subject of its clause.
  if (
    count <= 3 &&
    !tag &&
    !tagMarks.includes(last) &&
    last !== '.' &&
    (before === undefined || determined || before.lower === 'that') &&
    (after?.pos === 'AUX' || after?.pos === 'VERB')
  )
    return false;
  if (
    before?.lower === 'as' &&
    count <= 5 &&
    items.slice(Math.max(0, at - 4), at - 1).some((item) => item.lower === 'known')
  )
    return false;
  const titleCase = isTitleCase(tokens);
  const what =
    /^(?:called|termed|dubbed|labelled|labeled|describes|calls)$/.test(before?.lower ?? '') &&
    items.slice(Math.max(0, at - 7), at - 1).some((item) => item.lower === 'what');
  const christened =
    /^(?:named|names|naming|titled|nicknamed|christened|renamed|entitled|listed|spelled|codenamed)$/.test(
      attachment?.cue?.lemma ?? '',
    ) ||
    items
      .slice(Math.max(0, at - 6), at)
      .some((item) => /^(?:named|nicknamed|titled|christened|renamed|entitled|listed|codenamed)$/.test(item.lower));
  const label = before !== undefined && labels.test(before.lower) && !what;
  const as =
    before?.lower === 'as' && /^(?:known|titled|billed|marketed|branded|listed)$/.test(items[at - 2]?.lower ?? '');
  if (tag) {
    if (label && rule !== 'tag behind' && count <= 8 && titleCase) return false;
    if (
      rule === 'tag behind' &&
      count <= 2 &&
      /^\p{Lu}/u.test(words) &&
      before !== undefined &&
      (before.pos === 'ADP' || before.pos === 'PART' || before.pos === 'DET')
    )
      return false;
    // "On Radio Velmouth’s “The Late Hour,” Okell said …": a title that a comma follows.
    if (
      rule === 'tag behind' &&
      titleCase &&
      count <= 8 &&
      before !== undefined &&
      (before.pos !== 'PUNCT' || before.text === '’' || before.text === "'") &&
      before.pos !== 'QUOTE'
    )
      return false;
    // Single capitalised words behind a verb of speech and an article: a name in marks.
    if (rule === 'tag before' && count <= 2 && before?.pos === 'DET') return false;
    return true;
  }
  // A cross-head: a few words in marks on a line of their own.
  if (
    alone &&
    count <= 6 &&
    sentence.opensParagraph &&
    !'.!?,…'.includes(last) &&
    run.closed &&
    items.length === 1 &&
    /^['‘]/.test(text.charAt(run.range[0]))
  )
    return false;
  if (alone) return count >= 3 || '.!?,…'.includes(last);
  if (rule === 'according' && last === ',') return true;
  if ((label || as) && (titleCase || count <= 4)) return false;
  if (attachment?.cue?.lemma === 'dub' && count < 7 && !/^an? /i.test(words)) return false;
  if (rule === 'according' && tagMarks.includes(last)) return true;
  if (christened && count <= 4 && !tag) return false;
  if (titleCase && count >= 2 && count <= 14 && !'.!?'.includes(last))
    return (
      rule === 'naming' &&
      count <= 6 &&
      attachment?.cue !== null &&
      attachment?.cue !== undefined &&
      at - attachment.cue.at <= 3 &&
      before?.pos !== 'DET'
    );
  if (attachment !== null) {
    if (rule === 'far verb' || rule === 'possessor' || rule === 'noun of speech') return count >= 2;
    if (rule === 'naming') return true;
    if (count >= 2) return true;
    return true;
  }
  // "The song’s chorus, “we all go down,” …"
  if (attachment === null && before?.text === ',' && labels.test(items[at - 2]?.lower ?? '')) return false;
  // No verb of speech: whole clauses are somebody's words, short terms are the article's own.
  if (count >= 6 && verbs.test(` ${words} `)) return true;
  if (count >= 9) return true;
  if (count >= 4 && /^[a-z]/.test(words) && verbs.test(` ${words} `)) return true;
  return false;
}

const small = new Set(
  'a an the of and or in on at to for from by with as is vs vs. v the de la le el du und'.split(' '),
);

function isTitleCase(tokens: readonly string[]): boolean {
  let capitals = 0;
  let others = 0;
  for (const token of tokens) {
    const word = token.replace(/^[^\p{L}\p{N}]+/u, '');
    if (small.has(word.toLowerCase())) continue;
    if (/^[\p{Lu}\p{N}]/u.test(word)) capitals += 1;
    else others += 1;
  }
  return others === 0 && capitals >= 2;
}
