import { type Correction, correctQuery } from './correction.ts';
import { pairsInOrder, type Run, type SoughtWord, seek, TokenMatcher, tightestSpan } from './matching.ts';
import { placeInOrder } from './number-list.ts';
import { levelled, occurrences } from './printed-form.ts';
import { type Phrase, parseQuery, type Query } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { statementsOf } from './statement-terms.ts';
import { blockOf, nextRun } from './token-run.ts';

/** Which statements an answer may hold, by their numbers in the index. */
export type StatementFilter = (statement: number) => boolean;

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
/** A phrase of function words is looked for until it stands in so many places. */
const enoughPlaces = 2_000;
/** Walking a list of statements is quicker than reading their words while it is at most so many times as long. */
const walkedFactor = 16;
/** Where no statement has every word, those with the rarest are looked at until there are about this many. */
const enoughHolders = 2_000;

/**
 * Finds statements by their words. Words in the speaker's name or role count too, phrases must stand in the statement's
 * own words. With nothing to look for, every statement that the filter lets through, the newest article first; `among`
 * are those that it may let through, if that is known, so that not all need to be looked at.
 */
export function searchStatements(
  index: SearchIndex,
  text: string,
  filter?: StatementFilter,
  most = 20,
  among: readonly number[] | null = null,
): StatementAnswer {
  const parsed = parseQuery(text);
  const corrected = correctQuery(index, parsed);
  const { query } = corrected;
  const accepts = acceptance(index, query);
  if (query.empty) {
    // Filters alone, or what to leave out alone, list everything that is left; marks alone are not a search.
    const listed = text.trim() === '' || query.excluded.length + query.excludedPhrases.length > 0;
    return {
      ...corrected,
      complete: true,
      ...(listed ? newestStatements(index, filter, accepts, most, among) : noHits),
    };
  }
  const sought = seek(index, query.words);
  const candidates = sought.length === 0 ? statementsWithPhrases(index, query) : candidatesOf(index, sought, among);
  const all = score(index, sought, candidates, filter, accepts, 1);
  const complete = all.statements.length > 0 || query.phrases.length > 0;
  const found = complete ? all : score(index, sought, holdersOfSome(index, sought), filter, accepts, leastShare);
  return { ...corrected, complete, ...bestHits(index, found, most) };
}

const noHits = { hits: [], total: 0 };
const noStatements = new Uint32Array(0);
const noPlaces: readonly StatementPlace[] = [];

/** Statements with their scores, in two lists side by side, since a common word finds very many. */
interface Found {
  readonly statements: number[];
  readonly scores: number[];
}

/** Statements each once, in the order found. */
class StatementSet {
  readonly list: number[] = [];
  readonly #held: Uint8Array;

  constructor(index: SearchIndex) {
    this.#held = new Uint8Array(index.statementArticle.length);
  }

  add(statement: number): void {
    if (this.#held[statement] === 1) return;
    this.#held[statement] = 1;
    this.list.push(statement);
  }

  /** Adds the statements that touch a block. */
  addBlock(index: SearchIndex, block: number): void {
    const last = index.blockTouching[block + 1] ?? 0;
    for (let at = index.blockTouching[block] ?? 0; at < last; at += 1) this.add(index.touching[at] ?? 0);
  }
}

interface Hits {
  readonly hits: readonly StatementHit[];
  readonly total: number;
}

/** Every statement that is accepted, the newest article first. */
function newestStatements(
  index: SearchIndex,
  filter: StatementFilter | undefined,
  accepts: ((statement: number) => boolean) | null,
  most: number,
  among: readonly number[] | null,
): Hits {
  const { twin } = index;
  const met = new Uint8Array(twin.length);
  const shown = new Map<number, number[]>();
  let total = 0;
  const statements = among === null ? byNewest(index) : sortNewest(index, among);
  for (let at = 0; at < statements.length; at += 1) {
    const statement = statements[at] ?? 0;
    if ((filter !== undefined && !filter(statement)) || (accepts !== null && !accepts(statement))) continue;
    const first = twin[statement] ?? statement;
    if (met[first] === 0) {
      met[first] = 1;
      total += 1;
      if (total <= most) shown.set(first, [statement]);
    } else shown.get(first)?.push(statement);
  }
  return { hits: [...shown.values()].map((group) => hitOf(index, group, 1)), total };
}

/** All statements, those of the newest article first. */
function byNewest({ newest, articleStatement, statementArticle }: SearchIndex): Uint32Array {
  const all = new Uint32Array(statementArticle.length);
  let filled = 0;
  for (let at = 0; at < newest.length; at += 1) {
    const article = newest[at] ?? 0;
    const last = articleStatement[article + 1] ?? 0;
    for (let statement = articleStatement[article] ?? 0; statement < last; statement += 1) all[filled++] = statement;
  }
  return all;
}

function sortNewest({ age, statementArticle }: SearchIndex, statements: readonly number[]): number[] {
  const ageOf = (statement: number) => age[statementArticle[statement] ?? 0] ?? 0;
  return [...new Set(statements)].sort((a, b) => ageOf(a) - ageOf(b) || a - b);
}

/** The best statements, each once however many articles print it. */
function bestHits(index: SearchIndex, found: Found, most: number): Hits {
  const total = countTwins(index, found.statements);
  const groups = new Map<number, { readonly score: number; readonly statements: number[] }>();
  const wanted = Math.min(most, total);
  // A quotation that very many articles print may fill the best ones; then all are sorted.
  for (let pool = most * 10; groups.size < wanted; pool = found.statements.length) {
    groups.clear();
    for (const at of best(index, found, pool)) {
      const statement = found.statements[at] ?? 0;
      const twin = index.twin[statement] ?? statement;
      if (groups.size < most && !groups.has(twin))
        groups.set(twin, { score: found.scores[at] ?? 0, statements: [statement] });
    }
  }
  for (const statement of found.statements) {
    const group = groups.get(index.twin[statement] ?? statement);
    if (group !== undefined && group.statements[0] !== statement) group.statements.push(statement);
  }
  const hits = [...groups.values()].map(({ score, statements }) => hitOf(index, statements, score));
  return { hits, total };
}

/** How many of some statements there are, those counted once that are the same. */
function countTwins({ twin }: SearchIndex, statements: readonly number[]): number {
  const met = new Uint8Array(twin.length);
  let count = 0;
  for (const statement of statements) {
    const first = twin[statement] ?? statement;
    if (met[first] === 1) continue;
    met[first] = 1;
    count += 1;
  }
  return count;
}

/** The places in `found` of at least the best `enough`, in order. */
function best(index: SearchIndex, { statements, scores }: Found, enough: number): number[] {
  const sorted = new Float64Array(scores).sort();
  const least = sorted.length > enough ? (sorted[sorted.length - enough] ?? 0) : 0;
  const age = (at: number) => index.age[index.statementArticle[statements[at] ?? 0] ?? 0] ?? 0;
  const above: number[] = [];
  const level: number[] = [];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (score >= least) (score > least ? above : level).push(at);
  }
  // Of those that tie with the last one the newest are taken.
  const last = level.length <= enough ? level : newestOf(level, age, enough);
  return [...above, ...last].sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || age(a) - age(b) || (statements[a] ?? 0) - (statements[b] ?? 0),
  );
}

/** At least the `enough` of least age, in no order. */
function newestOf(places: readonly number[], age: (place: number) => number, enough: number): number[] {
  const ages = Float64Array.from(places, age).sort();
  const oldest = ages[enough - 1] ?? Number.POSITIVE_INFINITY;
  return places.filter((place) => age(place) <= oldest);
}

function hitOf(index: SearchIndex, [first = 0, ...others]: readonly number[], score: number): StatementHit {
  const { article, statement } = placeOf(index, first);
  // Most statements are printed once.
  return { article, statement, score, also: others.length === 0 ? noPlaces : elsewhere(index, others, article) };
}

/** The places of some statements in order, one of each article but one. */
function elsewhere(index: SearchIndex, statements: readonly number[], but: number): StatementPlace[] {
  return statements
    .toSorted((a, b) => a - b)
    .map((statement) => placeOf(index, statement))
    .filter(({ article }, at, all) => article !== but && article !== all[at - 1]?.article);
}

function placeOf(index: SearchIndex, statement: number): StatementPlace {
  const article = index.statementArticle[statement] ?? 0;
  return { article, statement: statement - (index.articleStatement[article] ?? 0) };
}

/** Whether a statement may be shown for its words: what is excluded, and the phrases. Null: any may. */
function acceptance(index: SearchIndex, query: Query): ((statement: number) => boolean) | null {
  const limits = [query.excluded, query.excludedPhrases, query.phrases];
  if (limits.every(({ length }) => length === 0)) return null;
  const excluded = new TokenMatcher(index, seek(index, query.excluded).map(onlyItself));
  const phrases = query.phrases.map((phrase) => sequenceOf(index, phrase));
  return (statement) => {
    if (query.excluded.length > 0 && excluded.find(piecesOf(index, statement)).at.length > 0) return false;
    if (query.phrases.length === 0 && query.excludedPhrases.length === 0) return true;
    if (!phrases.every((phrase) => saysSequence(index, statement, phrase))) return false;
    const forms = wordsOf(index, placeOf(index, statement)).map(levelled);
    const stands = ({ form }: Phrase) => forms.some((printed) => !occurrences(printed, form).next().done);
    return query.phrases.every(stands) && !query.excludedPhrases.some(stands);
  };
}

/** The words of a statement as printed, piece by piece. */
function wordsOf(index: SearchIndex, { article, statement }: StatementPlace): readonly string[] {
  const entry = index.entries[article];
  if (entry?.said !== undefined) return entry.said(statement);
  return entry?.statements[statement]?.content.map((piece) => entry.article.text.slice(...piece)) ?? [];
}

/** The terms of a phrase in order; those that a typed word may stand for, side by side. */
function sequenceOf(index: SearchIndex, phrase: Phrase): readonly (readonly number[])[] {
  return phrase.words.map(({ stem }) =>
    (stem === 'us' || stem === 'u.s' ? ['us', 'u.s'] : [stem])
      .map((form) => index.terms.get(form))
      .filter((term) => term !== undefined),
  );
}

/** Whether a statement's own words hold a sequence of terms; quicker than reading the print, and needed before it. */
function saysSequence(
  { statementPiece, pieces, tokens }: SearchIndex,
  statement: number,
  sequence: readonly (readonly number[])[],
): boolean {
  const last = statementPiece[statement + 1] ?? 0;
  for (let piece = statementPiece[statement] ?? 0; piece < last; piece += 2) {
    const end = (pieces[piece + 1] ?? 0) - sequence.length;
    for (let start = pieces[piece] ?? 0; start <= end; start += 1) {
      let same = 0;
      while (same < sequence.length && sequence[same]?.includes(tokens[start + same] ?? -1) === true) same += 1;
      if (same === sequence.length) return true;
    }
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

function rarest(sought: readonly SoughtWord[]): SoughtWord | null {
  return sought.reduce<SoughtWord | null>(
    (best, word) => (best === null || word.blocks < best.blocks ? word : best),
    null,
  );
}

/** The fewest statements among which all that hold every word must be. */
function candidatesOf(
  index: SearchIndex,
  sought: readonly SoughtWord[],
  among: readonly number[] | null,
): readonly number[] {
  const rare = rarest(sought);
  if (rare === null) return [];
  if (among !== null && among.length < holders(index, rare)) return [...new Set(among)];
  const room = walkedFactor * holders(index, rare);
  const others = sought.filter((word) => word !== rare && holders(index, word) < room);
  return holdersOfAll(index, [rare, ...others]);
}

/** In how many statements a word stands, in one form or another. */
function holders(index: SearchIndex, { forms }: SoughtWord): number {
  return forms.reduce((sum, { term }) => sum + statementsOf(index.said, term).length, 0);
}

/** The statements that hold each of the words, or whose speaker's name does. */
function holdersOfAll(index: SearchIndex, words: readonly SoughtWord[]): number[] {
  // For each statement how many of the words it holds, counted as long as it holds all before.
  const held = new Uint8Array(index.statementArticle.length);
  for (const [word, { forms }] of words.entries()) {
    for (const { term } of forms) {
      raise(held, statementsOf(index.said, term), word);
      raise(held, statementsOf(index.spoken, term), word);
    }
  }
  const found: number[] = [];
  for (const { term } of words[0]?.forms ?? []) {
    for (const list of [statementsOf(index.said, term), statementsOf(index.spoken, term)]) {
      for (let at = 0; at < list.length; at += 1) {
        const statement = list[at] ?? 0;
        if (held[statement] !== words.length) continue;
        held[statement] = 0;
        found.push(statement);
      }
    }
  }
  return found;
}

function raise(held: Uint8Array, statements: Uint32Array, from: number): void {
  for (let at = 0; at < statements.length; at += 1) {
    const statement = statements[at] ?? 0;
    if (held[statement] === from) held[statement] = from + 1;
  }
}

/** Adds at most `most` statements of each form of a word, and all of speakers whose name or role has it. */
function addHolders(index: SearchIndex, word: SoughtWord, statements: StatementSet, most: number): void {
  for (const { term } of word.forms) {
    const list = statementsOf(index.said, term);
    for (let at = 0; at < list.length && at < most; at += 1) statements.add(list[at] ?? 0);
    for (const statement of statementsOf(index.spoken, term)) statements.add(statement);
  }
}

function holdersOfSome(index: SearchIndex, sought: readonly SoughtWord[]): readonly number[] {
  const statements = new StatementSet(index);
  for (const word of sought.toSorted((a, b) => a.blocks - b.blocks)) {
    const room = enoughHolders - statements.list.length;
    if (room <= 0) break;
    addHolders(index, word, statements, room);
  }
  return statements.list;
}

/** The statements in blocks that hold a phrase of function words; every token of the archive is read once. */
function statementsWithPhrases(index: SearchIndex, query: Query): readonly number[] {
  const statements = new StatementSet(index);
  const terms = (query.phrases[0]?.words ?? []).map(({ stem }) => index.terms.get(stem) ?? -1);
  const end = index.tokens.length;
  if (terms.includes(-1)) return [];
  for (let at = nextRun(index, terms, 0, end), found = 0; at < end && found < enoughPlaces; found += 1) {
    statements.addBlock(index, blockOf(index, at));
    at = nextRun(index, terms, at + 1, end);
  }
  return statements.list;
}

function score(
  index: SearchIndex,
  sought: readonly SoughtWord[],
  statements: readonly number[],
  filter: StatementFilter | undefined,
  accepts: ((statement: number) => boolean) | null,
  least: number,
): Found {
  const matcher = new TokenMatcher(index, sought);
  const total = sought.reduce((sum, word) => sum + word.weight, 0);
  const found: Found = { statements: [], scores: [] };
  const spokenBy = sought.map(({ term }) => (term === null ? noStatements : statementsOf(index.spoken, term)));
  const inTitle = titleShares(index, sought);
  const shares = new Float64Array(sought.length);
  for (let at = 0; at < statements.length; at += 1) {
    const statement = statements[at] ?? 0;
    if (filter !== undefined && !filter(statement)) continue;
    shares.fill(0);
    const lastPiece = index.statementPiece[statement + 1] ?? 0;
    for (let piece = index.statementPiece[statement] ?? 0; piece < lastPiece; piece += 2) {
      matcher.raise(shares, index.pieces[piece] ?? 0, index.pieces[piece + 1] ?? 0);
    }
    let weight = 0;
    let all = true;
    for (let word = 0; word < sought.length; word += 1) {
      const own = shares[word] ?? 0;
      const share =
        own < speakerShare && placeInOrder(spokenBy[word] ?? noStatements, statement) >= 0 ? speakerShare : own;
      weight += share * (sought[word]?.weight ?? 0);
      all &&= share > 0;
    }
    const coverage = total === 0 ? 1 : weight / total;
    if (least === 1 ? !all : coverage < least) continue;
    if (accepts !== null && !accepts(statement)) continue;
    const close = closeness(index, matcher, statement, sought.length, coverage);
    found.statements.push(statement);
    found.scores.push(coverage + close + 0.1 * inTitle(index.statementArticle[statement] ?? 0));
  }
  return found;
}

/** Tells of an article which share of the words stands in its title; asked for one statement after the other. */
function titleShares(index: SearchIndex, sought: readonly SoughtWord[]): (article: number) => number {
  let last = -1;
  let share = 0;
  return (article) => {
    if (article === last) return share;
    last = article;
    share = 0;
    const title = index.titles[article] ?? [];
    for (const { term } of sought) if (term !== null && title.includes(term)) share += 1 / sought.length;
    return share;
  };
}

/** What is added for words that stand together and in the order typed. */
function closeness(
  index: SearchIndex,
  matcher: TokenMatcher,
  statement: number,
  words: number,
  coverage: number,
): number {
  if (words < 2) return 0;
  const places = matcher.find(piecesOf(index, statement));
  const span = tightestSpan(places);
  const nearness = span === 0 ? 0 : places.shares.filter((share) => share > 0).length / span;
  return 0.3 * coverage * nearness + (0.2 * pairsInOrder(places)) / (words - 1);
}
