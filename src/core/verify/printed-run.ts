import type { Range } from '../range.ts';
import { isFunctionWord } from '../search/function-word.ts';
import { seek } from '../search/matching.ts';
import type { SearchIndex } from '../search/search-index.ts';
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
const enoughBlocks = 1_000;
/** Of these, the blocks that share most with the claim are read. */
const readBlocks = 8;
/** Rarer words than the first so many add nothing to finding the place. */
const mostWords = 40;

/**
 * The printed runs in which a claim may stand, those in blocks that share most of its weight first; statements before the
 * text round them.
 */
export function candidateRuns(index: SearchIndex, claimed: string): PrintedRun[] {
  const runs: PrintedRun[] = [];
  const statements = new Set<number>();
  const blocks = nearestBlocks(index, claimed);
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
  for (const block of blocks) {
    const article = index.blockArticle[block] ?? 0;
    const entry = index.entries[article];
    const stretch = stretchOf(index, block);
    if (entry !== undefined && stretch !== null) runs.push(run(article, null, entry.article.text, [stretch]));
  }
  return runs;
}

/** All wordings that an article prints between quotation marks, in order, as one run. */
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

function nearestBlocks(index: SearchIndex, claimed: string): number[] {
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
  const shared = new Map<number, number>();
  // Where even the rarest word is common, not every block with it is looked at; the words in a row then find the place.
  for (const block of (sought[0]?.blocks ?? Number.POSITIVE_INFINITY) > enoughBlocks
    ? blocksWith(index, sequence)
    : []) {
    shared.set(block, Number.POSITIVE_INFINITY);
  }
  for (const { at } of postings) {
    if (shared.size >= enoughBlocks) break;
    for (const block of at.keys()) {
      if (shared.size >= enoughBlocks * 2) break;
      if (!shared.has(block))
        shared.set(
          block,
          postings.reduce((sum, other) => sum + (other.at.has(block) ? other.weight : 0), 0),
        );
    }
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, readBlocks)
    .map(([block]) => block);
}

/** The blocks in which the stems stand in a row, found by reading every token of the archive once. */
function blocksWith(index: SearchIndex, stems: readonly string[]): number[] {
  const terms = stems.slice(0, 12).map((stem) => index.terms.get(stem) ?? -1);
  const found: number[] = [];
  const [first = -1] = terms;
  if (terms.length < 2 || terms.includes(-1)) return found;
  const { tokens } = index;
  for (let at = tokens.indexOf(first); at >= 0 && found.length < readBlocks; at = tokens.indexOf(first, at + 1)) {
    let length = 1;
    while (length < terms.length && tokens[at + length] === terms[length]) length += 1;
    if (length === terms.length) found.push(blockOf(index, at));
  }
  return [...new Set(found)];
}

function blockOf(index: SearchIndex, token: number): number {
  let low = 0;
  let high = index.blockArticle.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.firstToken[index.blockSentence[middle] ?? 0] ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}
