import { type Clauses, headLemma, isMark, isName, isTime, lowerAt } from './clause.ts';
import { nounLemma } from './form.ts';
import type { Span } from './phrase.ts';
import { documents, harms, holders as holderNouns, nobodies, offices } from './vocabulary.ts';

/**
 * How likely a phrase is somebody who can hold a stance: a name, an office, people; not "the storm", not "the latest
 * versions of Firefox". The phrase's head decides, not the names that hang on it.
 */
export function soundHolder(clauses: Clauses, [first, last]: Span): number {
  const chunk = clauses.chunks[clauses.chunkOf[first - clauses.first] ?? -1];
  if (chunk?.kind !== 'noun') return doubtful;
  const at = chunk.head < last ? chunk.head : last - 1;
  const tag = clauses.tags[at - clauses.first];
  if (tag === 'R') return 1;
  if (isTime(clauses, chunk) || tag === 'W' || /^(?:whose|which|that)$/u.test(lowerAt(clauses, first))) return doubtful;
  const opening = lowerAt(clauses, first);
  // "some of the proceeds": what is counted decides.
  if (tag === 'D' && lowerAt(clauses, chunk.last) === 'of' && chunk.last + 1 < last)
    return soundHolder(clauses, [chunk.last + 1, last]);
  // "Tesk replied in a speech": a clause of its own.
  const next = clauses.tags[chunk.last - clauses.first];
  if (chunk.last < last && next === 'V' && /ed$/u.test(lowerAt(clauses, chunk.last)) && tag === 'P') return doubtful;
  // "one of Velmark's oldest allies", "10,694 votes": a count of something.
  if (/^\d+$/u.test(opening) && lowerAt(clauses, first + 1) === 'and') return doubtful;
  if (/^\d/u.test(opening) && !isName(clauses, chunk) && !holderNouns.has(headLemma(clauses, chunk))) return doubtful;
  if (glued(clauses, first) || torn(clauses, [first, last])) return doubtful;
  for (let i = chunk.last; i < last; i += 1) {
    // "North Korea after Pyongyang", "as many as Karvel": the phrase has run into what comes next.
    if (/^(?:after|before|because|since|as|than|while|when)$/u.test(lowerAt(clauses, i))) return doubtful;
  }
  const token = clauses.tokens[at];
  const head = token === undefined ? '' : nounLemma(token);
  if (tag === 'P') return documents.has(token?.lower ?? '') ? doubtful : 1;
  if (nobodies.has(head) || documents.has(head) || harms.has(head)) return doubtful;
  if (tag === 'D' || tag === 'J') return opening === 'one' || /^\d/u.test(opening) ? doubtful : 1;
  return holderNouns.has(head) || offices.has(head) || offices.has(lowerAt(clauses, at)) || agentive(head)
    ? 1
    : doubtful;
}

/** Below what is shown to a reader, whatever the pattern. */
const doubtful = 0.5;

/** "trader", "pacifist", "Karvelian": nouns for people by their ending, but for what is no person. */
function agentive(head: string): boolean {
  return /(?:ist|ian)$/u.test(head) && !/^(?:list|fist|mist|twist|heist|gist)$/u.test(head);
}

/** How likely a target phrase is whole and the thing meant; `ends` tells that the pattern asks for nothing after it. */
export function soundTarget(clauses: Clauses, span: Span, trigger: number, ends: boolean): number {
  const [first, last] = span;
  const chunk = clauses.chunks[clauses.chunkOf[first - clauses.first] ?? -1];
  if (chunk === undefined || glued(clauses, first)) return doubtful;
  if (chunk.kind === 'noun' && chunk.first === first && isTime(clauses, chunk)) return doubtful;
  const only = last - first === 1;
  const opening = lowerAt(clauses, first);
  if (only && (chunk.kind === 'verb' || vague.test(opening))) return doubtful;
  if (only && clauses.tokens[first]?.text.length === 1) return doubtful;
  // "any case", "the way": set phrases, no things.
  if (
    last - first === 2 &&
    /^(?:case|way|place|fact|event|time|order|rest|lot|part|same|side|words)$/u.test(lowerAt(clauses, last - 1))
  )
    return doubtful;
  if (only && opening === 'words') return doubtful;
  // A number without what is counted, "2021 for 3,000 Afghan refugees".
  if (/^\d[\d,.]*$/u.test(opening) && (only || lowerAt(clauses, first + 1) === 'for')) return doubtful;
  const end = clauses.tags[last - 1 - clauses.first] ?? '_';
  if (/^[ISCDW]$/u.test(end) && !(only && end === 'D')) return doubtful;
  if (!ends) return 1;
  const next = clauses.tokens[last];
  const after = last < clauses.last ? (clauses.tags[last - clauses.first] ?? '_') : '|';
  const following = clauses.chunks[clauses.chunkOf[last - clauses.first] ?? -1];
  if (
    next !== undefined &&
    last < clauses.last &&
    next.start === clauses.tokens[last - 1]?.end &&
    /^[NPJV_]$/u.test(after) &&
    !/^\W/u.test(next.text)
  )
    return doubtful;
  // "the progress Ghana has made": its clause was left out.
  if (
    first > trigger &&
    following?.kind === 'verb' &&
    following.form === 'finite' &&
    /^[NJ](?:P|R)$|^R/u.test(`${clauses.tags[last - 2 - clauses.first] ?? ''}${end}`)
  )
    return doubtful;
  // Another noun right behind: the phrase was cut short, or its last word is no noun ("helped craft the law").
  if (following?.kind === 'noun' && !isTime(clauses, following) && /^[NPDJ]$/u.test(after)) return doubtful;
  return 1;
}

const vague =
  /^(?:one|ones|some|many|few|hundreds?|thousands?|dozens?|millions?|all|more|most|any|it|this|that|those|these|others?|another|things?|him|her|them|us|me|you)$/u;

/** Whether a phrase starts in the middle of a word: "-track system". */
function glued(clauses: Clauses, first: number): boolean {
  const token = clauses.tokens[first];
  const before = clauses.tokens[first - 1];
  if (token === undefined) return true;
  if (/^[-–—]/u.test(token.text)) return true;
  return (
    first > clauses.first && before !== undefined && before.end === token.start && /[\p{L}\p{N}-]$/u.test(before.text)
  );
}

/** Whether a phrase holds one mark of a pair of quotation marks: it ran over the end of what is quoted. */
function torn(clauses: Clauses, [first, last]: Span): boolean {
  let open = 0;
  for (let i = first; i < last; i += 1) {
    const text = clauses.tokens[i]?.text ?? '';
    if (/^[“«]$/u.test(text)) open += 1;
    else if (/^[”»]$/u.test(text)) open -= 1;
  }
  return open !== 0;
}

/** Words of matches and races: there "attack", "defend", "beat" and "fight for" are no stances. */
const contests = new Set(
  `goal goalkeeper striker midfielder defender qualifier semifinal semi-final quarterfinal quarter-final quarterback
  touchdown innings wicket medal medallist medalist podium championship tournament playoff penalty-shootout halftime
  half-time tiebreak singles doubles lap teammate defeat relegation fixture batsman bowler pitcher`.split(/\s+/u),
);

/** Whether a sentence tells of a match or a race. */
export function tellsOfSport(clauses: Clauses): boolean {
  let seen = 0;
  for (let i = clauses.first; i < clauses.last; i += 1) {
    const token = clauses.tokens[i];
    if (token === undefined || token.pos === 'PUNCT') continue;
    if (contests.has(token.lower) || (token.pos === 'NOUN' && contests.has(nounLemma(token)))) seen += 1;
    else if (/^(?:league|cup|match|coach|season|team|player|points?|score[ds]?|won|win|lost)$/u.test(token.lower))
      seen += 0.5;
    else if (
      /^\d{1,2}$/u.test(token.text) &&
      /^[-–]$/u.test(clauses.tokens[i + 1]?.text ?? '') &&
      /^\d{1,2}$/u.test(clauses.tokens[i + 2]?.text ?? '')
    )
      seen += 1;
  }
  return seen >= 1.5;
}

/** Whether a subject hangs on a preposition that opens the clause: "In any case, such a rule is opposed". */
export function hangs(clauses: Clauses, first: number): boolean {
  const k = clauses.chunkOf[first - clauses.first] ?? -1;
  return isMark(clauses.chunks[k - 1], 'I') && (k === 1 || isMark(clauses.chunks[k - 2], '|,'));
}
