import type { Article } from '../article.ts';
import type { Statement } from '../quotation/statement.ts';
import { type CorrectedQuery, type Correction, correctQuery } from './correction.ts';
import { pairsInOrder, type Run, type SoughtWord, seek, TokenMatcher, tightestSpan } from './matching.ts';
import { occurrences, printedForm } from './printed-form.ts';
import { type Phrase, parseQuery, type Query } from './query.ts';
import type { SearchIndex } from './search-index.ts';

/** Which statements an answer may hold. `article` and `statement` say where: indices into the entries and their statements. */
export type StatementFilter = (article: Article, statement: Statement, at: StatementPlace) => boolean;

/** Where a statement stands: the index of its entry in the archive, and its own among the entry's statements. */
export interface StatementPlace {
  readonly article: number;
  readonly statement: number;
}

export interface StatementHit extends StatementPlace {
  /** 0 to about 2; what is above 1 has every word. For ordering only. */
  readonly score: number;
  /** The same words by the same speaker in other articles, in the order of the archive. */
  readonly also: readonly StatementPlace[];
}

export interface StatementAnswer {
  /** What was looked for in the end; marks matched words (`markMatches`). */
  readonly query: Query;
  readonly corrections: readonly Correction[];
  /** Words that no article contains. */
  readonly unknown: readonly string[];
  /** Whether every hit has every word; if not, no statement has, and the hits have at least half of them by weight. */
  readonly complete: boolean;
  readonly hits: readonly StatementHit[];
  /** How many there are, `hits` being the best of them. */
  readonly total: number;
}

/** Of the weight of a query's words, at least this share must be found where no statement has them all. */
const leastShare = 0.5;
/** What a word counts for that only the speaker's name or role has. */
const speakerShare = 0.5;
/** Where no statement has every word, blocks of the rarest are looked at until there are this many. */
const enoughBlocks = 1_000;

/**
 * Finds statements by their words. Words in the speaker's name or role count too, phrases must stand in the statement's
 * own words. With nothing to look for, every statement that the filter lets through, the newest article first.
 */
export function searchStatements(
  index: SearchIndex,
  text: string,
  filter: StatementFilter = () => true,
  most = 20,
): StatementAnswer {
  const parsed = parseQuery(text);
  const corrected = correctQuery(index, parsed);
  const { query } = corrected;
  const accepts = acceptance(index, query, filter);
  if (query.empty) {
    const found = text.trim() === '' || hasExclusions(query) ? everyStatement(index, accepts) : [];
    return answer(index, corrected, true, found, most);
  }
  const sought = seek(index, query.words);
  const candidates = query.words.length === 0 ? statementsWithPhrases(index, query) : null;
  const complete = score(index, sought, candidates ?? holdersOf(index, rarest(sought)), accepts, 1);
  if (complete.length > 0 || query.phrases.length > 0) return answer(index, corrected, true, complete, most);
  const some = score(index, sought, holdersOfSome(index, sought), accepts, leastShare);
  return answer(index, corrected, false, some, most);
}

interface Scored {
  readonly statement: number;
  readonly score: number;
}

function hasExclusions(query: Query): boolean {
  return query.excluded.length > 0 || query.excludedPhrases.length > 0;
}

function answer(
  index: SearchIndex,
  { query, corrections, unknown }: CorrectedQuery,
  complete: boolean,
  found: readonly Scored[],
  most: number,
): StatementAnswer {
  const date = (statement: number) => index.entries[index.statementArticle[statement] ?? 0]?.article.date ?? '';
  const ordered = [...found].sort((a, b) => {
    if (b.score !== a.score) return b.score - a.score;
    const [dateA, dateB] = [date(a.statement), date(b.statement)];
    return dateA === dateB ? a.statement - b.statement : dateA < dateB ? 1 : -1;
  });
  const groups = new Map<number, number[]>();
  for (const { statement } of ordered) {
    const twin = index.twin[statement] ?? statement;
    const group = groups.get(twin);
    if (group === undefined) groups.set(twin, [statement]);
    else group.push(statement);
  }
  const scores = new Map(ordered.slice(0, most * 50).map(({ statement, score }) => [statement, score]));
  const hits: StatementHit[] = [];
  for (const [first, ...others] of groups.values()) {
    if (hits.length === most || first === undefined) break;
    const place = placeOf(index, first);
    const also = others
      .sort((a, b) => a - b)
      .map((statement) => placeOf(index, statement))
      .filter((other, at, all) => other.article !== place.article && other.article !== all[at - 1]?.article);
    hits.push({ ...place, score: scores.get(first) ?? 0, also });
  }
  return { query, corrections, unknown, complete, hits, total: groups.size };
}

function placeOf(index: SearchIndex, statement: number): StatementPlace {
  const article = index.statementArticle[statement] ?? 0;
  return { article, statement: statement - (index.articleStatement[article] ?? 0) };
}

/** Whether a statement may be shown at all: the caller's filter, what is excluded, and the phrases. */
function acceptance(index: SearchIndex, query: Query, filter: StatementFilter): (statement: number) => boolean {
  const excluded = new TokenMatcher(index, seek(index, query.excluded).map(onlyItself));
  const phrases = query.phrases.map((phrase) => sequenceOf(index, phrase));
  return (statement) => {
    const place = placeOf(index, statement);
    const entry = index.entries[place.article];
    const content = entry?.statements[place.statement];
    if (entry === undefined || content === undefined) return false;
    if (!filter(entry.article, content, place)) return false;
    if (query.excluded.length > 0 && excluded.find(piecesOf(index, statement)).at.length > 0) return false;
    if (query.phrases.length === 0 && query.excludedPhrases.length === 0) return true;
    const runs = [...piecesOf(index, statement)];
    if (!phrases.every((phrase) => runs.some((run) => hasSequence(index, run, phrase)))) return false;
    const forms = content.content.map(([start, end]) => printedForm(entry.article.text, start, end).form);
    const stands = ({ form }: Phrase) => forms.some((printed) => !occurrences(printed, form).next().done);
    return query.phrases.every(stands) && !query.excludedPhrases.some(stands);
  };
}

/** The terms of a phrase in order; those that a typed word may stand for, side by side. */
function sequenceOf(index: SearchIndex, phrase: Phrase): readonly (readonly number[])[] {
  return phrase.words.map(({ stem }) =>
    (stem === 'us' || stem === 'u.s' ? ['us', 'u.s'] : [stem])
      .map((form) => index.terms.get(form))
      .filter((term) => term !== undefined),
  );
}

/** Whether a run of tokens holds a sequence of terms; quicker than reading the printed words, and needed before it. */
function hasSequence(index: SearchIndex, [from, to]: Run, sequence: readonly (readonly number[])[]): boolean {
  for (let start = from; start <= to - sequence.length; start += 1) {
    if (sequence.every((terms, offset) => terms.includes(index.tokens[start + offset] ?? -1))) return true;
  }
  return false;
}

function onlyItself(word: SoughtWord): SoughtWord {
  return { ...word, forms: word.forms.filter(({ share }) => share === 1) };
}

function* piecesOf(index: SearchIndex, statement: number): Generator<Run> {
  const last = index.statementPiece[statement + 1] ?? 0;
  for (let piece = index.statementPiece[statement] ?? 0; piece < last; piece += 2) {
    yield [index.pieces[piece] ?? 0, index.pieces[piece + 1] ?? 0];
  }
}

function everyStatement(index: SearchIndex, accepts: (statement: number) => boolean): Scored[] {
  const found: Scored[] = [];
  for (let statement = 0; statement < index.statementArticle.length; statement += 1) {
    if (accepts(statement)) found.push({ statement, score: 1 });
  }
  return found;
}

function rarest(sought: readonly SoughtWord[]): SoughtWord[] {
  const first = sought.reduce<SoughtWord | null>(
    (best, word) => (best === null || word.blocks < best.blocks ? word : best),
    null,
  );
  return first === null ? [] : [first];
}

/** The statements in whose blocks, or whose speaker's name, one of the words stands. */
function holdersOf(index: SearchIndex, sought: readonly SoughtWord[]): Set<number> {
  const statements = new Set<number>();
  for (const word of sought) addHolders(index, word, statements, Number.POSITIVE_INFINITY);
  return statements;
}

function addHolders(index: SearchIndex, word: SoughtWord, statements: Set<number>, mostBlocks: number): number {
  let looked = 0;
  for (const { stem } of word.forms) {
    for (const block of index.blocks.postings(stem).keys()) {
      if (looked === mostBlocks) break;
      looked += 1;
      const last = index.blockTouching[block + 1] ?? 0;
      for (let at = index.blockTouching[block] ?? 0; at < last; at += 1) statements.add(index.touching[at] ?? 0);
    }
  }
  for (const { term } of word.forms) for (const statement of index.spoken.get(term) ?? []) statements.add(statement);
  return looked;
}

function holdersOfSome(index: SearchIndex, sought: readonly SoughtWord[]): Set<number> {
  const statements = new Set<number>();
  let looked = 0;
  for (const word of sought.toSorted((a, b) => a.blocks - b.blocks)) {
    if (looked >= enoughBlocks) break;
    looked += addHolders(index, word, statements, enoughBlocks - looked);
  }
  return statements;
}

/** What a query of function words alone has to read: every statement. */
function statementsWithPhrases(index: SearchIndex, query: Query): Set<number> {
  const statements = new Set<number>();
  if (query.phrases.length === 0) return statements;
  for (let statement = 0; statement < index.statementArticle.length; statement += 1) statements.add(statement);
  return statements;
}

function score(
  index: SearchIndex,
  sought: readonly SoughtWord[],
  statements: ReadonlySet<number>,
  accepts: (statement: number) => boolean,
  least: number,
): Scored[] {
  const matcher = new TokenMatcher(index, sought);
  const total = sought.reduce((sum, word) => sum + word.weight, 0);
  const found: Scored[] = [];
  const spokenBy = sought.map((word) => new Set(word.term === null ? [] : index.spoken.get(word.term)));
  for (const statement of statements) {
    const places = matcher.find(piecesOf(index, statement));
    let weight = 0;
    let all = true;
    for (const [slot, word] of sought.entries()) {
      const share = Math.max(places.shares[slot] ?? 0, spokenBy[slot]?.has(statement) ? speakerShare : 0);
      weight += share * word.weight;
      all &&= share > 0;
    }
    const coverage = total === 0 ? 1 : weight / total;
    if (least === 1 ? !all : coverage < least) continue;
    if (!accepts(statement)) continue;
    const distinct = places.shares.filter((share) => share > 0).length;
    const span = tightestSpan(places);
    const nearness = span === 0 ? 0 : distinct / span;
    const order = sought.length < 2 ? 0 : pairsInOrder(places) / (sought.length - 1);
    const title = index.titles[index.statementArticle[statement] ?? 0] ?? [];
    const inTitle =
      sought.filter(({ term }) => term !== null && title.includes(term)).length / Math.max(1, sought.length);
    found.push({ statement, score: coverage + 0.3 * coverage * nearness + 0.2 * order + 0.1 * inTitle });
  }
  return found;
}
