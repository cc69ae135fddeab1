import { diffArrays } from 'diff';
import type { Article } from '../article.ts';
import { pairMarks } from '../quotation/pairing.ts';
import { certain, probable, type Statement } from '../quotation/statement.ts';
import { holds, overlaps, type Range } from '../range.ts';
import { isFunctionWord } from '../search/function-word.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { words } from '../search/word.ts';
import { align, findRun } from './alignment.ts';
import { type Claim, longestClaim, readClaim } from './claim.ts';
import { candidateBlocks, type PrintedRun, run, statementRuns, textRuns } from './printed-run.ts';
import type { Remark } from './remark.ts';
import { isNegation, isNumber, readWordings, type Wording } from './wording.ts';

/**
 * - `verbatim`: the words stand so in a printed quotation, letter case and typography apart;
 * - `abridged`: they do, in order, with omissions that the claim marks or words in square brackets;
 * - `altered`: a printed quotation is near, but its words are others;
 * - `misattributed`: the words stand, but the article gives them to another speaker;
 * - `reported`: the words stand, but not as anybody's printed words;
 * - `not found`: nothing near is printed.
 */
export type Verdict = 'verbatim' | 'abridged' | 'altered' | 'misattributed' | 'reported' | 'not found';

/** A part of the way from the claim to the print: in both, only in the claim, only in the print. */
export interface Difference {
  readonly op: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Where the words stand. Offsets are UTF-16 into the article's text. */
export interface PrintedPlace {
  /** The index of its entry in the archive. */
  readonly article: number;
  /** The index among the entry's statements; null when no statement holds the words. */
  readonly statement: number | null;
  /** From the first of the words to the last. */
  readonly range: Range;
  /** The whole sentences round them. */
  readonly sentences: Range;
}

export interface Verification {
  readonly verdict: Verdict;
  /** Null only for `not found`, and then when nothing near is printed either. */
  readonly place: PrintedPlace | null;
  /** Other places with the very same words, in the order of the archive. */
  readonly also: readonly PrintedPlace[];
  /** For `altered` and `abridged`: from the claim to the print. Else empty. */
  readonly differences: readonly Difference[];
  /** Plain sentences on what a reader should know; may be empty. */
  readonly remarks: readonly Remark[];
}

/** Whether a statement's speaker is the one claimed. */
export type SpeakerComparison = (statement: Statement, article: Article) => boolean;

/** Of a claim's weight at least this share must be printed close together for it to count as altered. */
const nearEnough = 0.6;
/** Claims with more wordings than this are only looked for word for word. */
const mostAligned = 1_000;
/** Fewer words than this are near to too much. */
const fewestNear = 4;
/** An editor's bracket stands for at most so many printed words. */
const mostReplaced = 15;
/** Text that is no quotation is compared only from so many words on; fewer stand in any article. */
const fewestReported = 4;

/**
 * Tells whether a claimed quotation is printed, and how. `speaker` compares a statement with the claimed speaker; without
 * it, whoever said the words will do. Never throws.
 */
export function verifyQuotation(index: SearchIndex, claimed: string, speaker?: SpeakerComparison): Verification {
  const claim = readClaim(claimed);
  const remarks: Remark[] = claimed.length > longestClaim ? [{ kind: 'only the beginning' }] : [];
  if (claim.wordings.length === 0) return { ...nothing, remarks: [{ kind: 'no words' }] };
  const blocks = candidateBlocks(index, claim.text);
  const said = statementRuns(index, blocks);
  const quoted = standing(index, claim, said, speaker);
  // Whoever looks for printed words is answered by a quotation; the text round it is read only where none answers.
  const runs =
    quoted?.verdict === 'verbatim' || quoted?.verdict === 'abridged' ? said : [...said, ...textRuns(index, blocks)];
  const found = runs === said ? quoted : (standing(index, claim, runs, speaker) ?? altered(index, claim, runs));
  return withRemarks(remarks, found ?? nothing);
}

function withRemarks(remarks: readonly Remark[], found: Verification): Verification {
  return { ...found, remarks: [...remarks, ...found.remarks] };
}

/**
 * Whether a name somebody typed may mean the speaker an article names, by their words: the same surname and no other
 * first name, or every word of what was typed in the name and role.
 */
export function namesAgree(typed: string, name: string, role = ''): boolean {
  const claimed = nameWords(typed);
  const printed = nameWords(name);
  const all = new Set([...printed, ...nameWords(role)]);
  if (claimed.length === 0 || printed.length === 0) return false;
  if (claimed.every((word) => all.has(word))) return true;
  if (claimed.at(-1) !== printed.at(-1)) return false;
  const [first = ''] = claimed;
  const [other = ''] = printed;
  const initial = Math.min(first.length, other.length) === 1 && first[0] === other[0];
  return claimed.length === 1 || printed.length === 1 || first === other || initial;
}

function nameWords(text: string): string[] {
  return [...words(text)].map(({ key }) => key).filter((key) => !isFunctionWord(key));
}

const nothing: Verification = { verdict: 'not found', place: null, also: [], differences: [], remarks: [] };

/** A place where every piece of the claim stands. `spans` are indices into the run's wordings. */
interface Stand {
  readonly run: PrintedRun;
  readonly spans: readonly Range[];
}

/** How much a place is preferred: printed between marks, by the claimed speaker, whole. */
type Standing = 'said' | 'unclear' | 'other' | 'reported';

function standing(
  index: SearchIndex,
  claim: Claim,
  runs: readonly PrintedRun[],
  speaker: SpeakerComparison | undefined,
): Verification | null {
  const whole = claim.wordings.map(({ key }) => key);
  const exact: Stand[] = runs.flatMap((printed) => {
    const start = findRun(printed.keys, whole);
    return start < 0 ? [] : [{ run: printed, spans: [[start, start + whole.length]] as Range[] }];
  });
  const marksOmissions = claim.pieces.length > 1 || bracketed(claim);
  if (exact.length === 0 && !marksOmissions) exact.push(...acrossTags(index, whole, runs));
  const abridged = marksOmissions ? piecewise(index, claim, runs) : [];
  const ranked = [
    ...exact.map((stand) => ({ stand, exact: true })),
    ...abridged.map((stand) => ({ stand, exact: false })),
  ]
    .map((one) => ({ ...one, how: standingOf(index, one.stand, speaker) }))
    .filter(
      ({ stand, how }) =>
        how !== 'reported' || stand.spans.reduce((sum, [from, to]) => sum + to - from, 0) >= fewestReported,
    )
    .sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how) || Number(b.exact) - Number(a.exact));
  const best = ranked[0];
  if (best === undefined) return null;
  const { stand, how } = best;
  const place = placeOf(index, stand);
  const also = ranked
    .filter((other) => other.exact && best.exact && other.how === how && other.stand.run.article !== place.article)
    .map((other) => placeOf(index, other.stand))
    .filter((other, at, all) => all.findIndex(({ article }) => article === other.article) === at)
    .sort((a, b) => a.article - b.article);
  const verdict: Verdict =
    how === 'reported' ? 'reported' : how === 'other' ? 'misattributed' : best.exact ? 'verbatim' : 'abridged';
  return {
    verdict,
    place,
    also,
    differences: best.exact ? [] : differencesOf(index, claim, stand.run, hull(stand.spans)).list,
    remarks: [
      ...onSpeaker(index, stand, how),
      ...(best.exact ? [] : onOmission(index, stand)),
      ...onTag(index, stand, best.exact),
      ...onCut(index, stand),
      ...(how === 'reported' ? [onMarks(index, stand, 'these')] : []),
    ],
  };
}

// Where one place is certain of another speaker, an unclear place elsewhere is no support for the claimed one.
const order: readonly Standing[] = ['said', 'other', 'unclear', 'reported'];

function bracketed(claim: Claim): boolean {
  return claim.pieces.reduce((sum, { wordings }) => sum + wordings.length, 0) < claim.wordings.length;
}

/** All that each article prints between marks, as one run. */
function joinedRuns(index: SearchIndex, runs: readonly PrintedRun[]): PrintedRun[] {
  const articles = new Set(runs.map(({ article }) => article));
  return [...articles].flatMap((article) => {
    const entry = index.entries[article];
    if (entry === undefined) return [];
    const { text, paragraphs } = entry.article;
    const said = entry.statements.filter(isQuoted).flatMap((statement) => marked(text, paragraphs, statement));
    const sorted = said
      .toSorted((a, b) => a[0] - b[0])
      .filter((range, at, all) => at === 0 || range[0] >= (all[at - 1]?.[1] ?? 0));
    return sorted.length === 0 ? [] : [run(article, null, entry.article.text, sorted)];
  });
}

/** The places where the claim stands in a row in several quotations of one speaker, with nothing but speech tags between. */
function acrossTags(index: SearchIndex, whole: readonly string[], runs: readonly PrintedRun[]): Stand[] {
  return joinedRuns(index, runs).flatMap((printed) => {
    for (let start = findRun(printed.keys, whole); start >= 0; start = findRun(printed.keys, whole, start + 1)) {
      const spans = partsBetweenTags(index, printed, [start, start + whole.length]);
      if (spans !== null && spans.length > 1) return [{ run: printed, spans }];
    }
    return [];
  });
}

/** More words than this between two quotations are no speech tag. */
const longestTag = 20;

/** A span cut where a statement ends; null where more than a speech tag, or another speaker, stands between the parts. */
function partsBetweenTags(index: SearchIndex, printed: PrintedRun, [from, to]: Range): Range[] | null {
  const entry = index.entries[printed.article];
  if (entry === undefined) return null;
  const { text } = entry.article;
  const holder = ({ start, end }: Wording) =>
    entry.statements.find(
      (statement) => isQuoted(statement) && statement.content.some((piece) => holds(piece, [start, end])),
    );
  const parts: Range[] = [];
  let first = from;
  for (let at = from + 1; at < to; at += 1) {
    const [before, after] = [printed.wordings[at - 1], printed.wordings[at]];
    if (before === undefined || after === undefined) return null;
    const between = text.slice(before.end, after.start);
    // Inside a quotation at most its marks and points stand between two words.
    if (!/[\p{L}\p{N}"“”‘’«»„]/u.test(between)) continue;
    const [one, other] = [holder(before), holder(after)];
    if (one === other) continue;
    if (surname(one) !== surname(other) || !isTag(between)) return null;
    parts.push([first, at]);
    first = at;
  }
  return [...parts, [first, to]];
}

function surname(statement: Statement | undefined): string {
  return nameWords(statement?.speaker?.name ?? '').at(-1) ?? '';
}

/**
 * Whether what stands between two quotations is a speech tag ("…, he said. …", "…. He added: …") or nothing: few words of
 * one paragraph that are no sentence for themselves.
 */
function isTag(between: string): boolean {
  const inner = between.replace(/^[\s"”’»“.,;:!?—–-]+/u, '').replace(/[\s"“‘«„.,;:!?—–-]+$/u, '');
  if (inner === '') return true;
  if (between.includes('\n') || (/^[.…]/u.test(between) && !/[:,]\s*["“‘«„]$/u.test(between))) return false;
  const count = readWordings(inner, [[0, inner.length]]).length;
  return count <= longestTag && !/["“”«»„!?]|\p{Ll}{2}\. \p{Lu}/u.test(inner);
}

/** The places where the claim's pieces stand in order, in one statement or in several of one article. */
function piecewise(index: SearchIndex, claim: Claim, runs: readonly PrintedRun[]): Stand[] {
  return [...runs, ...joinedRuns(index, runs)].flatMap((printed) => {
    const spans: Range[] = [];
    let from = 0;
    for (const { wordings, before } of claim.pieces) {
      const start = findRun(
        printed.keys,
        wordings.map(({ key }) => key),
        from,
      );
      if (start < 0 || (before === 'editor' && start - from > mostReplaced)) return [];
      from = start + wordings.length;
      spans.push([start, from]);
    }
    const stand = { run: printed, spans };
    const tagged = spans.every((span) => partsBetweenTags(index, printed, span) !== null);
    return printed.statement !== null || (tagged && ofOneSpeaker(index, stand)) ? [stand] : [];
  });
}

/** Whether no two of the pieces stand in quotations of different speakers. */
function ofOneSpeaker(index: SearchIndex, { run: printed, spans }: Stand): boolean {
  const statements = index.entries[printed.article]?.statements ?? [];
  const speakers = spans.map(([from]) => {
    // A part has one speaker (`partsBetweenTags`), so its first word tells whose it is.
    const [start, end] = rangeOf(printed, [from, from + 1]);
    return statements.find((statement) => isQuoted(statement) && reaches(statement.content, start, end))?.speaker;
  });
  const names = new Set(
    speakers.map((speaker) => nameWords(speaker?.name ?? '').at(-1)).filter((name) => name !== undefined),
  );
  return names.size <= 1;
}

function isQuoted({ kind }: Statement): boolean {
  return kind === 'direct' || kind === 'mixed';
}

/** The statement that prints the words between marks; for a stretch of text, one that its ends stand in. */
function quotedIn(index: SearchIndex, { run: printed, spans }: Stand): { statement: Statement; at: number } | null {
  const statements = index.entries[printed.article]?.statements ?? [];
  if (printed.statement !== null) {
    const statement = statements[printed.statement];
    return statement !== undefined && isQuoted(statement) ? { statement, at: printed.statement } : null;
  }
  const [from, to] = rangeOf(printed, hull(spans));
  const at = statements.findIndex((statement) => isQuoted(statement) && reaches(statement.content, from, to));
  const statement = statements[at];
  if (statement !== undefined) return { statement, at };
  // Words of several statements, joined by the claim: the first word tells whose they are.
  const first = spans[0];
  if (first === undefined || spans.length < 2) return null;
  const [start, end] = rangeOf(printed, [first[0], first[0] + 1]);
  const opener = statements.findIndex((other) => isQuoted(other) && reaches(other.content, start, end));
  const opening = statements[opener];
  return opening === undefined ? null : { statement: opening, at: opener };
}

/** The printed words of a quotation: of reported speech with a quoted part, that part alone. */
function marked(text: string, paragraphs: readonly Range[], { kind, content }: Statement): readonly Range[] {
  if (kind !== 'mixed') return content;
  const last = content.at(-1)?.[1] ?? 0;
  const first = paragraphs.findIndex(([, end]) => end > (content[0]?.[0] ?? 0));
  // A paragraph may go on with what the one before left open.
  const near = paragraphs.slice(Math.max(0, first - 1)).filter(([start]) => start < last);
  const runs = pairMarks(text, near).filter(({ depth }) => depth === 0);
  return content.flatMap(([from, to]) =>
    runs
      .filter(({ inner }) => overlaps(inner, [from, to]))
      .map(({ inner: [start, end] }): Range => [Math.max(from, start), Math.min(to, end)]),
  );
}

/** How much of the claim's words stand between quotation marks. */
function markingOf(index: SearchIndex, { run: printed, spans }: Stand): 'all' | 'some' | 'none' {
  const entry = index.entries[printed.article];
  if (entry === undefined) return 'none';
  const round = rangeOf(printed, hull(spans));
  const ranges = entry.statements
    .filter((statement) => isQuoted(statement) && statement.content.some((piece) => overlaps(piece, round)))
    .flatMap((statement) => marked(entry.article.text, entry.article.paragraphs, statement));
  const sought = spans.flatMap(([from, to]) => printed.wordings.slice(from, to));
  const count = sought.filter(({ start, end }) => ranges.some((range) => holds(range, [start, end]))).length;
  return count === 0 ? 'none' : count === sought.length ? 'all' : 'some';
}

function onMarks(index: SearchIndex, stand: Stand, which: 'these' | 'nearest'): Remark {
  return markingOf(index, stand) === 'some' ? { kind: `${which} partly marked` } : { kind: `${which} unmarked` };
}

function reaches(content: readonly Range[], from: number, to: number): boolean {
  return (content[0]?.[0] ?? 0) <= from && to <= (content.at(-1)?.[1] ?? 0);
}

function standingOf(index: SearchIndex, stand: Stand, speaker: SpeakerComparison | undefined): Standing {
  const quoted = quotedIn(index, stand);
  const article = index.entries[stand.run.article]?.article;
  if (quoted === null || article === undefined || markingOf(index, stand) !== 'all') return 'reported';
  const { statement } = quoted;
  if (speaker === undefined || (statement.speaker !== null && speaker(statement, article))) return 'said';
  return statement.speaker === null || statement.speaker.confidence < certain ? 'unclear' : 'other';
}

function onSpeaker(index: SearchIndex, stand: Stand, how: Standing): Remark[] {
  const speaker = quotedIn(index, stand)?.statement.speaker;
  if (how === 'other') return [{ kind: 'another speaker', words: speaker?.name ?? '' }];
  if (how !== 'unclear') return [];
  return speaker === null || speaker === undefined || speaker.confidence < probable
    ? [{ kind: 'unclear speaker' }]
    : [{ kind: 'probable speaker', words: speaker.name }];
}

/** What the claim leaves out between its pieces, where that changes the sense. */
function onOmission(index: SearchIndex, { run: printed, spans }: Stand): Remark[] {
  const left = spans.slice(1).flatMap(([start], at) => printed.wordings.slice(spans[at]?.[1] ?? start, start));
  const remarks: Remark[] = [];
  const negation = left.find(({ key }) => isNegation(key));
  const number = left.find(({ key }) => isNumber(key));
  const text = index.entries[printed.article]?.article.text ?? '';
  if (negation !== undefined)
    remarks.push({ kind: 'omitted negation', words: text.slice(negation.start, negation.end) });
  if (number !== undefined) remarks.push({ kind: 'omitted number', words: text.slice(number.start, number.end) });
  const [from, to] = rangeOf(printed, hull(spans));
  const speakers = new Set(
    (index.entries[printed.article]?.statements ?? [])
      .filter(
        (statement) =>
          isQuoted(statement) && (statement.content[0]?.[0] ?? 0) < to && (statement.content.at(-1)?.[1] ?? 0) > from,
      )
      .map(({ speaker }) => nameWords(speaker?.name ?? '').at(-1) ?? ''),
  );
  if (printed.statement === null && speakers.size > 1) remarks.push({ kind: 'omitted speaker' });
  return remarks;
}

/** A claim that does not mark what stands between two parts of a quotation is told so. */
function onTag(index: SearchIndex, { run: printed, spans }: Stand, exact: boolean): Remark[] {
  const text = index.entries[printed.article]?.article.text ?? '';
  const crosses = ([from, to]: Range) =>
    printed.wordings
      .slice(from + 1, to)
      .some(({ start }, at) => /[\p{L}\p{N}]/u.test(text.slice(printed.wordings[from + at]?.end ?? start, start)));
  return (exact ? [hull(spans)] : spans).some(crosses) ? [{ kind: 'tag between' }] : [];
}

/** How many words outside the claim a negation may stand and still be named. */
const closeBy = 3;

/** Where the claim begins or ends inside a printed sentence. */
function onCut(index: SearchIndex, { run: printed, spans }: Stand): Remark[] {
  const entry = index.entries[printed.article];
  if (entry === undefined) return [];
  const [first, last] = hull(spans);
  const sentences = sentencesRound(entry.sentences, rangeOf(printed, [first, last]));
  const inside = ({ start, end }: Wording) => start >= sentences[0] && end <= sentences[1];
  const before = printed.wordings.slice(0, first).filter(inside);
  const after = printed.wordings.slice(last).filter(inside);
  const remarks: Remark[] = [];
  if (before.length > 0) remarks.push({ kind: 'begins earlier' });
  if (after.length > 0) remarks.push({ kind: 'goes on' });
  const outside = [...before.slice(-closeBy), ...after.slice(0, closeBy)].find(({ key }) => isNegation(key));
  if (outside !== undefined)
    remarks.push({ kind: 'negation outside', words: entry.article.text.slice(outside.start, outside.end) });
  return remarks;
}

function sentencesRound(sentences: readonly { start: number; end: number }[], [from, to]: Range): Range {
  const touched = sentences.filter(({ start, end }) => start < to && end > from);
  return [Math.min(from, touched[0]?.start ?? from), Math.max(to, touched.at(-1)?.end ?? to)];
}

function hull(spans: readonly Range[]): Range {
  return [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0];
}

/** Wordings `[from, to)` of a run as offsets into the article. */
function rangeOf({ wordings }: PrintedRun, [from, to]: Range): Range {
  const start = wordings[from]?.start ?? 0;
  return [start, wordings[to - 1]?.end ?? start];
}

function placeOf(index: SearchIndex, stand: Stand): PrintedPlace {
  const range = rangeOf(stand.run, hull(stand.spans));
  const sentences = sentencesRound(index.entries[stand.run.article]?.sentences ?? [], range);
  return {
    article: stand.run.article,
    statement: stand.run.statement ?? quotedIn(index, stand)?.at ?? null,
    range,
    sentences,
  };
}

/** The nearest print, when it is near: `altered` where it is a quotation, else `not found` with the place. */
function altered(index: SearchIndex, claim: Claim, runs: readonly PrintedRun[]): Verification | null {
  if (claim.wordings.length > mostAligned || claim.wordings.length < fewestNear) return null;
  const near = runs
    .map((printed) => ({ printed, share: sharedWeight(claim, printed) }))
    .filter(({ share }) => share >= nearEnough)
    .sort((a, b) => b.share - a.share)
    .slice(0, readRuns)
    .map(({ printed }) => nearestPart(claim, printed))
    .filter((part) => part !== null)
    .sort((a, b) => b.score - a.score);
  const best = near[0];
  if (best === undefined) return null;
  const span = withinSentences(index, claim, best);
  const stand = { run: best.printed, spans: [span] };
  const place = placeOf(index, stand);
  const { list, removed, added } = differencesOf(index, claim, best.printed, span);
  const remarks = onChange(claim.text, removed, index.entries[best.printed.article]?.article.text ?? '', added);
  return {
    verdict: 'altered',
    place,
    also: [],
    differences: list,
    remarks: markingOf(index, stand) === 'all' ? remarks : [...remarks, onMarks(index, stand, 'nearest')],
  };
}

/** The part without exchanged words at its ends that belong to the sentences before and after. */
function withinSentences(index: SearchIndex, claim: Claim, { printed, span: [from, to] }: NearPart): Range {
  const text = index.entries[printed.article]?.article.text ?? '';
  const claimed = new Set(claim.wordings.map(({ key }) => key));
  const shared = (at: number) => claimed.has(printed.keys[at] ?? '');
  const opens = (at: number) =>
    /[.?!]["”’»)\]]*\s/u.test(text.slice(printed.wordings[at - 1]?.end ?? 0, printed.wordings[at]?.start ?? 0));
  const within = Array.from({ length: to - from }, (_, offset) => from + offset);
  const first = within.find(shared) ?? from;
  const last = within.findLast(shared) ?? to - 1;
  return [
    within.findLast((at) => at > from && at <= first && opens(at)) ?? from,
    within.find((at) => at > last && opens(at)) ?? to,
  ];
}

/** Runs that are aligned word by word. */
const readRuns = 6;

/** What a wording counts for in telling whether two texts are near. */
function weightOf(key: string): number {
  return isFunctionWord(key) ? 0.25 : 1;
}

/** The share of the claim's weight that the run has too, each printed wording used once. */
function sharedWeight({ wordings }: Claim, { keys }: PrintedRun): number {
  const left = new Map<string, number>();
  for (const key of keys) left.set(key, (left.get(key) ?? 0) + 1);
  let shared = 0;
  let total = 0;
  for (const { key } of wordings) {
    total += weightOf(key);
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    left.set(key, count - 1);
    shared += weightOf(key);
  }
  return shared / total;
}

interface NearPart {
  readonly printed: PrintedRun;
  readonly span: Range;
  readonly score: number;
}

/** The part of a run that is nearest to the claim, when it is near. */
function nearestPart(claim: Claim, printed: PrintedRun): NearPart | null {
  const keys = claim.wordings.map(({ key }) => key);
  const aligned = align(keys, printed.keys);
  const length = keys.length;
  // Parts in another order align badly; the window of the claim's length with most of its words is where they stand.
  const window = densestWindow(claim, printed);
  const part = (span: Range): NearPart => {
    const inside = { ...printed, keys: printed.keys.slice(span[0], span[1]) };
    return { printed, span, score: sharedWeight(claim, inside) };
  };
  const byOrder = part([aligned.start, aligned.end]);
  const byWords = part(window);
  const best = byWords.score > byOrder.score + 0.1 ? byWords : byOrder;
  if (best.score < nearEnough) return null;
  // Quotations come before the text round them, and the words in order before the same in disorder.
  const quoted = printed.statement === null ? 0 : 0.05;
  return { ...best, score: best.score + quoted - (0.3 * aligned.edits) / length };
}

/** The wordings in a row, as many as the claim has and a few more, that share most with it. */
function densestWindow({ wordings }: Claim, { keys }: PrintedRun): Range {
  const size = Math.ceil(wordings.length * 1.15) + 1;
  const left = new Map<string, number>();
  for (const { key } of wordings) left.set(key, (left.get(key) ?? 0) + 1);
  let shared = 0;
  let best = 0;
  let span: Range = [0, Math.min(size, keys.length)];
  for (const [end, key] of keys.entries()) {
    const wanted = left.get(key);
    if (wanted !== undefined) {
      left.set(key, wanted - 1);
      if (wanted > 0) shared += weightOf(key);
    }
    const leaving = end >= size ? keys[end - size] : undefined;
    const back = leaving === undefined ? undefined : left.get(leaving);
    if (leaving !== undefined && back !== undefined) {
      left.set(leaving, back + 1);
      if (back >= 0) shared -= weightOf(leaving);
    }
    if (shared > best) {
      best = shared;
      span = [Math.max(0, end - size + 1), end + 1];
    }
  }
  return span;
}

interface Differences {
  readonly list: readonly Difference[];
  readonly removed: readonly Wording[];
  readonly added: readonly Wording[];
}

/** What differs, word by word, as printed and as typed. */
function differencesOf(index: SearchIndex, claim: Claim, printed: PrintedRun, [from, to]: Range): Differences {
  const text = index.entries[printed.article]?.article.text ?? '';
  const print = printed.wordings.slice(from, to);
  const list: Difference[] = [];
  const removed: Wording[] = [];
  const added: Wording[] = [];
  let claimAt = 0;
  let printAt = 0;
  const changes = diffArrays(
    claim.wordings.map(({ key }) => key),
    print.map(({ key }) => key),
  );
  for (const { added: isAdded, removed: isRemoved, count } of changes) {
    if (isRemoved) {
      const gone = claim.wordings.slice(claimAt, claimAt + count);
      removed.push(...gone);
      list.push({ op: 'removed', text: sliceOf(claim.text, gone) });
    } else {
      const stands = print.slice(printAt, printAt + count);
      if (isAdded) added.push(...stands);
      list.push({ op: isAdded ? 'added' : 'same', text: sliceOf(text, stands) });
    }
    if (!isAdded) claimAt += count;
    if (!isRemoved) printAt += count;
  }
  return { list, removed, added };
}

/** The wordings as their text has them; where other words stand between two of them, as a speech tag does, a space. */
function sliceOf(text: string, wordings: readonly Wording[]): string {
  const parts: string[] = [];
  let from = wordings[0]?.start ?? 0;
  for (const [at, { end }] of wordings.entries()) {
    const next = wordings[at + 1];
    if (next !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(end, next.start))) continue;
    parts.push(text.slice(from, end));
    from = next?.start ?? end;
  }
  return parts.join(' ');
}

/** Plain remarks on differences that change what is said. */
function onChange(claimed: string, removed: readonly Wording[], print: string, added: readonly Wording[]): Remark[] {
  const remarks: Remark[] = [];
  const count = (list: readonly Wording[], test: (key: string) => boolean) =>
    list.filter(({ key }) => test(key)).length;
  if (count(removed, isNegation) !== count(added, isNegation)) remarks.push({ kind: 'negation differs' });
  else if (count(removed, isNegation) > 0) remarks.push({ kind: 'negation elsewhere' });
  if (count(removed, isNumber) > 0 || count(added, isNumber) > 0) remarks.push({ kind: 'number differs' });
  if (removed.some((wording) => isName(claimed, wording)) || added.some((wording) => isName(print, wording)))
    remarks.push({ kind: 'name differs' });
  return remarks;
}

/** A word with a capital letter that does not begin a sentence. */
function isName(text: string, { start, end, key }: Wording): boolean {
  if (isFunctionWord(key) || !/^\p{Lu}/u.test(text.slice(start, end))) return false;
  const before = text.slice(Math.max(0, start - 4), start);
  return start > 0 && !/(?:^|[.?!:…“"‘])[\s“"‘']*$/u.test(before);
}
