import { isFunctionWord } from '../search/function-word.ts';
import { type Numbers, placeInOrder } from '../search/number-list.ts';
import { sumUp } from '../search/statement-terms.ts';
import { type Postings, TermIndex } from '../search/term-index.ts';
import type { Room } from './room.ts';
import type { UsedTerms } from './vocabulary.ts';
import type { Volume } from './volume.ts';

const none: Postings = new Map();

/**
 * Which blocks hold a term, as lists of numbers: the answers of the index that MiniSearch builds, at a tenth of the memory
 * and without building it anew when a few articles changed.
 */
export class PackedTermIndex extends TermIndex {
  readonly #terms: UsedTerms;
  readonly #first: Uint32Array;
  readonly #blocks: Uint32Array;
  readonly #counts: Uint16Array;
  readonly #documents: number;

  constructor(terms: UsedTerms, first: Uint32Array, blocks: Uint32Array, counts: Uint16Array, documents: number) {
    super();
    this.#terms = terms;
    this.#first = first;
    this.#blocks = blocks;
    this.#counts = counts;
    this.#documents = documents;
  }

  override get documentCount(): number {
    return this.#documents;
  }

  override postings(stem: string): Postings {
    const term = this.#terms.get(stem);
    if (term === undefined) return none;
    const [from, to] = [this.#first[term] ?? 0, this.#first[term + 1] ?? 0];
    return from === to ? none : new PackedPostings(this.#blocks.subarray(from, to), this.#counts.subarray(from, to));
  }

  override *stemsFrom(prefix: string): Generator<readonly [stem: string, blocks: number]> {
    for (const stem of this.#terms.from(prefix)) yield [stem, this.postings(stem).size];
  }

  override *stemsNear(stem: string, distance: number): Generator<readonly [stem: string, edits: number]> {
    yield* this.#terms.near(stem, distance);
  }
}

/** Which blocks of some articles hold each term, by the term's number: first places, blocks, and how often. */
export interface TermBlocks {
  readonly first: Uint32Array;
  readonly blocks: Uint32Array;
  readonly counts: Uint32Array;
}

/** Counts the blocks of each term; function words are not counted. `blockToken` has one number more than blocks. */
export function countBlocks(terms: readonly string[], tokens: Numbers, blockToken: Uint32Array): TermBlocks {
  const indexed = terms.map((stem) => !isFunctionWord(stem));
  const found: Map<number, number>[] = terms.map(() => new Map());
  for (let block = 0; block + 1 < blockToken.length; block += 1) {
    for (let token = blockToken[block] ?? 0; token < (blockToken[block + 1] ?? 0); token += 1) {
      const term = tokens[token] ?? 0;
      if (!indexed[term]) continue;
      const counts = found[term];
      counts?.set(block, (counts.get(block) ?? 0) + 1);
    }
  }
  return {
    first: Uint32Array.from(firstOfLists(found.map(({ size }) => size))),
    blocks: Uint32Array.from(found.flatMap((counts) => [...counts.keys()])),
    counts: Uint32Array.from(found.flatMap((counts) => [...counts.values()])),
  };
}

function firstOfLists(sizes: readonly number[]): number[] {
  const first = [0];
  for (const size of sizes) first.push((first.at(-1) ?? 0) + size);
  return first;
}

/**
 * Joins what volumes know of their terms' blocks, in lists that are put in `room`; `numbers` are those of each volume's
 * terms in all, below `count`. A generator, so that the caller can pause between its steps.
 */
export function* joinPostings(
  volumes: readonly Volume[],
  numbers: readonly Uint32Array[],
  terms: UsedTerms,
  count: number,
  room: Room,
): Generator<void, PackedTermIndex> {
  const first = room.list(Uint32Array, count + 1);
  for (const [at, volume] of volumes.entries()) {
    countPostings(first, volume, numbers[at] ?? none32);
    yield;
  }
  sumUp(first);
  const next = first.slice();
  const blocks = room.list(Uint32Array, first[count] ?? 0);
  const counts = room.list(Uint16Array, blocks.length);
  let documents = 0;
  for (const [at, volume] of volumes.entries()) {
    addPostings({ next, blocks, counts }, volume, numbers[at] ?? none32, documents);
    documents += volume.numbers('blockArticle').length;
    yield;
  }
  return new PackedTermIndex(terms, first, blocks, counts, documents);
}

const none32 = new Uint32Array(0);

function countPostings(first: Uint32Array, volume: Volume, numbers: Uint32Array): void {
  const local = volume.numbers('termBlockFirst');
  for (let term = 0; term < numbers.length; term += 1) {
    const after = (numbers[term] ?? 0) + 1;
    first[after] = (first[after] ?? 0) + (local[term + 1] ?? 0) - (local[term] ?? 0);
  }
}

interface FilledPostings {
  /** Where each term's next block goes. */
  readonly next: Uint32Array;
  readonly blocks: Uint32Array;
  readonly counts: Uint16Array;
}

function addPostings(
  { next, blocks, counts }: FilledPostings,
  volume: Volume,
  numbers: Uint32Array,
  documents: number,
): void {
  const [localFirst, localBlock, localCount] = [
    volume.numbers('termBlockFirst'),
    volume.numbers('termBlock'),
    volume.numbers('termBlockCount'),
  ];
  for (let term = 0; term < numbers.length; term += 1) {
    const number = numbers[term] ?? 0;
    let to = next[number] ?? 0;
    const last = localFirst[term + 1] ?? 0;
    for (let from = localFirst[term] ?? 0; from < last; from += 1) {
      blocks[to] = documents + (localBlock[from] ?? 0);
      counts[to] = Math.min(0xffff, localCount[from] ?? 0);
      to += 1;
    }
    next[number] = to;
  }
}

/** Blocks in order, each with how often it holds the term; a map to read. */
class PackedPostings implements ReadonlyMap<number, number> {
  readonly #blocks: Uint32Array;
  readonly #counts: Uint16Array;

  constructor(blocks: Uint32Array, counts: Uint16Array) {
    this.#blocks = blocks;
    this.#counts = counts;
  }

  get size(): number {
    return this.#blocks.length;
  }

  get(block: number): number | undefined {
    const place = placeInOrder(this.#blocks, block);
    return place < 0 ? undefined : this.#counts[place];
  }

  has(block: number): boolean {
    return this.get(block) !== undefined;
  }

  forEach(visit: (count: number, block: number, postings: ReadonlyMap<number, number>) => void): void {
    for (let at = 0; at < this.#blocks.length; at += 1) visit(this.#counts[at] ?? 0, this.#blocks[at] ?? 0, this);
  }

  keys(): MapIterator<number> {
    return this.#blocks.values();
  }

  values(): MapIterator<number> {
    return this.#counts.values();
  }

  *entries(): MapIterator<[number, number]> {
    for (const [at, block] of this.#blocks.entries()) yield [block, this.#counts[at] ?? 0];
  }

  [Symbol.iterator](): MapIterator<[number, number]> {
    return this.entries();
  }
}
