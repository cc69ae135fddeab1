import type { Range } from '../range.ts';

/** Sentences of one article that are indexed together, `[first, last)` into the article's sentences. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

// News paragraphs are one or two sentences and say "he" and "the plan" for what stands just before, so short paragraphs
// are indexed together; an encyclopedia's or a speech's long ones are cut. In words.
const fewestWords = 60;
const mostWords = 220;

/**
 * Groups an article's sentences into the blocks that are indexed: whole paragraphs where they are of middling length.
 * `paragraphOf` tells the paragraph of a sentence and `wordsIn` its number of words.
 */
export function cutBlocks(
  sentences: number,
  paragraphOf: (sentence: number) => number,
  wordsIn: (sentence: number) => number,
): Block[] {
  const blocks: Block[] = [];
  let first = 0;
  let length = 0;
  for (let sentence = 0; sentence < sentences; sentence += 1) {
    const more = wordsIn(sentence);
    const newParagraph = sentence > first && paragraphOf(sentence) !== paragraphOf(sentence - 1);
    if (length > 0 && (length + more > mostWords || (newParagraph && length >= fewestWords))) {
      blocks.push({ first, last: sentence });
      first = sentence;
      length = 0;
    }
    length += more;
  }
  if (first < sentences) blocks.push({ first, last: sentences });
  return blocks;
}

/** The index of the last range that begins at or before `offset`, or −1. `ranges` are in order. */
export function lastFrom(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
