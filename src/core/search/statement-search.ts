import type { Article } from '../article.ts';
import type { Statement } from '../quotation/statement.ts';
import { type Correction, correctQuery } from './correction.ts';
import { pairsInOrder, type Run, type SoughtWord, seek, TokenMatcher, tightestSpan } from './matching.ts';
import { levelled, occurrences } from './printed-form.ts';
import { type Phrase, parseQuery, type Query } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { blockOf, nextRun } from './token-run.ts';

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
/** A phrase of function words is looked for until it stands in so many places. */
const enoughPlaces = 2_000;
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
    // Filters alone, or what to leave out alone, list everything that is left; marks alone are not a search.
    const listed = text.trim() === '' || query.excluded.length + query.excludedPhrases.length > 0;
    return { ...corrected, complete: true, ...(listed ? newestStatements(index, accepts, most) : noHits) };
  }
  const sought = seek(index, query.words);
  const candidates = sought.length === 0 ? statementsWithPhrases(index, query) : holdersOf(index, rarest(sought));
  const all = score(index, sought, candidates, accepts, 1);
  const complete = all.length > 0 || query.phrases.length > 0;
  const found = complete ? all : score(index, sought, holdersOfSome(index, sought), accepts, leastShare);
  return { ...corrected, complete, ...bestHits(index, found, most) };
}

const noHits = { hits: [], total: 0 };

interface Scored {
  readonly statement: number;
  readonly score: number;
}

interface Hits {
  readonly hits: readonly StatementHit[];
  readonly total: number;
}

/** Every statement that is accepted, the newest article first. */
function newestStatements(index: SearchIndex, accepts: (statement: number) => boolean, most: number): Hits {
  const seen = new Map<number, number[]>();
  const shown: number[] = [];
  for (const article of index.newest) {
    const last = index.articleStatement[article + 1] ?? 0;
    for (let statement = index.articleStatement[article] ?? 0; statement < last; statement += 1) {
      if (!accepts(statement)) continue;
      const twin = index.twin[statement] ?? statement;
      const group = seen.get(twin);
      if (group !== undefined) group.push(statement);
      else {
        seen.set(twin, [statement]);
        if (shown.length < most) shown.push(twin);
      }
    }
  }
  return { hits: shown.map((twin) => hitOf(index, seen.get(twin) ?? [], 1)), total: seen.size };
}

/** The best statements, each once however many articles print it. */
function bestHits(index: SearchIndex, found: readonly Scored[], most: number): Hits {
  const twins = new Set<number>();
  for (const { statement } of found) twins.add(index.twin[statement] ?? statement);
  const groups = new Map<number, { readonly score: number; readonly statements: number[] }>();
  const wanted = Math.min(most, twins.size);
  // A quotation that very many articles print may fill the best ones; then all are sorted.
  for (let pool = most * 10; groups.size < wanted; pool = found.length) {
    groups.clear();
    for (const { statement, score } of best(index, found, pool)) {
      const twin = index.twin[statement] ?? statement;
      if (groups.size < most && !groups.has(twin)) groups.set(twin, { score, statements: [statement] });
    }
  }
  for (const { statement } of found) {
    const group = groups.get(index.twin[statement] ?? statement);
    if (group !== undefined && group.statements[0] !== statement) group.statements.push(statement);
  }
  const hits = [...groups.values()].map(({ score, statements }) => hitOf(index, statements, score));
  return { hits, total: twins.size };
}

/** At least the best `enough`, in order. Not all are sorted, since a common word finds very many. */
function best(index: SearchIndex, found: readonly Scored[], enough: number): Scored[] {
  const scores = Float64Array.from(found, ({ score }) => score).sort();
  const least = scores.length > enough ? (scores[scores.length - enough] ?? 0) : 0;
  const candidates = found.filter(({ score }) => score >= least);
  const age = (statement: number) => index.age[index.statementArticle[statement] ?? 0] ?? 0;
  return candidates.sort(
    (a, b) => b.score - a.score || age(a.statement) - age(b.statement) || a.statement - b.statement,
  );
}

function hitOf(index: SearchIndex, [first = 0, ...others]: readonly number[], score: number): StatementHit {
  const place = placeOf(index, first);
  const also = others
    .toSorted((a, b) => a - b)
    .map((statement) => placeOf(index, statement))
    .filter((other, at, all) => other.article !== place.article && other.article !== all[at - 1]?.article);
  return { ...place, score, also };
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
    const forms = content.content.map(([start, end]) => levelled(entry.article.text.slice(start, end)));
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

/** The statements in blocks that hold a phrase of function words; every token of the archive is read once. */
function statementsWithPhrases(index: SearchIndex, query: Query): Set<number> {
  const statements = new Set<number>();
  const terms = (query.phrases[0]?.words ?? []).map(({ stem }) => index.terms.get(stem) ?? -1);
  const end = index.tokens.length;
  if (terms.includes(-1)) return statements;
  for (let at = nextRun(index, terms, 0, end), found = 0; at < end && found < enoughPlaces; found += 1) {
    const block = blockOf(index, at);
    const last = index.blockTouching[block + 1] ?? 0;
    for (let touch = index.blockTouching[block] ?? 0; touch < last; touch += 1)
      statements.add(index.touching[touch] ?? 0);
    at = nextRun(index, terms, at + 1, end);
  }
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
  const shares = new Float64Array(sought.length);
  for (const statement of statements) {
    shares.fill(0);
    const lastPiece = index.statementPiece[statement + 1] ?? 0;
    for (let piece = index.statementPiece[statement] ?? 0; piece < lastPiece; piece += 2) {
      matcher.raise(shares, index.pieces[piece] ?? 0, index.pieces[piece + 1] ?? 0);
    }
    let weight = 0;
    let all = true;
    let inTitle = 0;
    const title = index.titles[index.statementArticle[statement] ?? 0] ?? [];
    for (const [slot, word] of sought.entries()) {
      const own = shares[slot] ?? 0;
      const share = own < speakerShare && spokenBy[slot]?.has(statement) ? speakerShare : own;
      weight += share * word.weight;
      all &&= share > 0;
      if (word.term !== null && title.includes(word.term)) inTitle += 1 / sought.length;
    }
    const coverage = total === 0 ? 1 : weight / total;
    if (least === 1 ? !all : coverage < least) continue;
    if (!accepts(statement)) continue;
    found.push({
      statement,
      score: coverage + closeness(index, matcher, statement, sought.length, coverage) + 0.1 * inTitle,
    });
  }
  return found;
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
