import type { Range } from '../range.ts';
import { isFunctionWord } from '../search/function-word.ts';
import { seek } from '../search/matching.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { blockOf, nextRun } from '../search/token-run.ts';
import { words } from '../search/word.ts';
import { readWordings, type Wording } from './wording.ts';

/** Printed wordings that a claim is compared with: one statement's own, or everything in a stretch of an article. */
export interface PrintedRun {
  /** The index of its entry in the archive. */
  readonly article: number;
  /** The index among the entry's statements; null for a stretch of the article's text. */
  readonly statement: number | null;
  readonly wordings: readonly Wording[];
  readonly keys: readonly string[];
}

/** Blocks are looked at until so many have one of the claim's rarest words. */
const enoughBlocks = 500;
/** Of these, the blocks that share most with the claim are read. */
const readBlocks = 6;
/** Rarer words than the first so many add nothing to finding the place. */
const mostWords = 16;

/** The blocks in which a claim may stand, those that share most of its weight first. */
/** The statements that touch the blocks. */
export function statementRuns(index: SearchIndex, blocks: readonly number[]): PrintedRun[] {
  const runs: PrintedRun[] = [];
  const statements = new Set<number>();
  for (const block of blocks) {
    const last = index.blockTouching[block + 1] ?? 0;
    for (let at = index.blockTouching[block] ?? 0; at < last; at += 1) statements.add(index.touching[at] ?? 0);
  }
  for (const number of statements) {
    const article = index.statementArticle[number] ?? 0;
    const statement = number - (index.articleStatement[article] ?? 0);
    const entry = index.entries[article];
    const content = entry?.statements[statement]?.content;
    if (entry !== undefined && content !== undefined) runs.push(run(article, statement, entry.article.text, content));
  }
  return runs;
}

/** The text of the blocks and round them, whoever says it. */
export function textRuns(index: SearchIndex, blocks: readonly number[]): PrintedRun[] {
  const runs: PrintedRun[] = [];
  for (const block of blocks) {
    const article = index.blockArticle[block] ?? 0;
    const entry = index.entries[article];
    const stretch = stretchOf(index, block);
    if (entry !== undefined && stretch !== null) runs.push(run(article, null, entry.article.text, [stretch]));
  }
  return runs;
}

/** The wordings of some ranges of an article, as one run. */
export function run(article: number, statement: number | null, text: string, ranges: readonly Range[]): PrintedRun {
  const wordings = readWordings(text, ranges);
  return { article, statement, wordings, keys: wordings.map(({ key }) => key) };
}

/** A block's text with the blocks round it, since a quotation may go on in the next paragraph. */
function stretchOf(index: SearchIndex, block: number): Range | null {
  const article = index.blockArticle[block] ?? 0;
  const own = (other: number) =>
    other >= 0 && index.blockArticle[other] === article && other < index.blockArticle.length;
  const first = own(block - 1) ? block - 1 : block;
  const last = own(block + 1) ? block + 1 : block;
  const base = index.articleSentence[article] ?? 0;
  const sentences = index.entries[article]?.sentences;
  const from = sentences?.[(index.blockSentence[first] ?? 0) - base];
  const to = sentences?.[(index.blockSentence[last + 1] ?? 0) - 1 - base];
  return from === undefined || to === undefined ? null : [from.start, to.end];
}

/** The blocks in which a claim may stand, those that share most of its weight first. */
export function candidateBlocks(index: SearchIndex, claimed: string): number[] {
  const stems = new Map<string, { text: string; key: string; stem: string }>();
  const sequence: string[] = [];
  for (const { key, stem } of words(claimed)) {
    sequence.push(stem);
    if (!isFunctionWord(key)) stems.set(stem, { text: key, key, stem });
  }
  const sought = seek(index, [...stems.values()])
    .filter(({ term }) => term !== null)
    .toSorted((a, b) => a.blocks - b.blocks)
    .slice(0, mostWords);
  const postings = sought.map(({ forms, weight }) => ({ at: index.blocks.postings(forms[0]?.stem ?? ''), weight }));
  const first = sequence.slice(0, longestOpening);
  const opening = first.map((stem) => index.terms.get(stem) ?? -1);
  const shared = new Map<number, number>();
  // Where even the rarest word is common, not every block with it is looked at; the words in a row then find the place.
  if ((sought[0]?.blocks ?? Number.POSITIVE_INFINITY) > enoughBlocks) {
    for (const block of blocksWith(index, first, opening)) shared.set(block, Number.POSITIVE_INFINITY);
  }
  for (const { at } of postings) {
    if (shared.size >= enoughBlocks) break;
    for (const block of at.keys()) {
      if (shared.size >= enoughBlocks * 2) break;
      if (shared.has(block)) continue;
      let weight = 0;
      for (const other of postings) if (other.at.has(block)) weight += other.weight;
      const from = index.firstToken[index.blockSentence[block] ?? 0] ?? 0;
      const to = index.firstToken[index.blockSentence[block + 1] ?? 0] ?? 0;
      // Many blocks may have the words; the one that has them in a row is the place.
      shared.set(block, weight + (nextRun(index, opening, from, to) < to ? 1 : 0));
    }
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, readBlocks)
    .map(([block]) => block);
}

/** So many words in a row are enough to tell one place from others. */
const longestOpening = 6;

/** The first blocks in which the terms of some stems stand in a row; they are looked for where the rarest of them stands. */
function blocksWith(index: SearchIndex, stems: readonly string[], terms: readonly number[]): number[] {
  if (terms.length < 2 || terms.includes(-1)) return [];
  const listed = stems
    .map((stem, place) => ({ place, blocks: index.blocks.postings(stem) }))
    .filter(({ blocks }) => blocks.size > 0)
    .reduce<Listed | null>((best, one) => (best === null || one.blocks.size < best.blocks.size ? one : best), null);
  const found = new Set<number>();
  for (const start of listed === null ? runs(index, terms) : runsAround(index, terms, listed)) {
    found.add(blockOf(index, start));
    if (found.size === readBlocks) break;
  }
  return [...found];
}

/** One of some terms, by its place among them, with the blocks it stands in. */
interface Listed {
  readonly place: number;
  readonly blocks: ReadonlyMap<number, number>;
}

/** Where the terms stand in a row, in order; every token of the archive is read. */
function* runs(index: SearchIndex, terms: readonly number[]): Generator<number> {
  const end = index.tokens.length;
  for (let at = nextRun(index, terms, 0, end); at < end; at = nextRun(index, terms, at + 1, end)) yield at;
}

/** The same; only the blocks of one of the terms are read. */
function* runsAround(index: SearchIndex, terms: readonly number[], { place, blocks }: Listed): Generator<number> {
  const { tokens } = index;
  for (const block of blocks.keys()) {
    const last = index.firstToken[index.blockSentence[block + 1] ?? 0] ?? 0;
    for (let at = index.firstToken[index.blockSentence[block] ?? 0] ?? 0; at < last; at += 1) {
      if (tokens[at] !== terms[place]) continue;
      const start = at - place;
      if (terms.every((term, next) => tokens[start + next] === term)) yield start;
    }
  }
}
