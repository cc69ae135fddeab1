import { isFunctionWord } from '../search/function-word.ts';
import { type Postings, TermIndex } from '../search/term-index.ts';

const none: Postings = new Map();

/**
 * Which blocks hold a term, as lists of numbers: the answers of the index that MiniSearch builds, at a tenth of the memory
 * and without building it anew when a few articles changed.
 */
export class PackedTermIndex extends TermIndex {
  readonly #terms: ReadonlyMap<string, number>;
  readonly #first: Uint32Array;
  readonly #blocks: Uint32Array;
  readonly #counts: Uint16Array;
  readonly #documents: number;

  constructor(
    terms: ReadonlyMap<string, number>,
    first: Uint32Array,
    blocks: Uint32Array,
    counts: Uint16Array,
    documents: number,
  ) {
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
}

/** Counts the blocks of each term. A generator, so that the caller can pause between its steps. */
export function* countPostings(
  terms: ReadonlyMap<string, number>,
  tokens: Uint32Array,
  blockToken: Uint32Array,
): Generator<void, PackedTermIndex> {
  const documents = Math.max(0, blockToken.length - 1);
  const indexed = new Uint8Array(terms.size);
  for (const [stem, term] of terms) indexed[term] = isFunctionWord(stem) ? 0 : 1;
  yield;
  // Blocks are counted from 1 in `seen`, so that 0 is "in none yet".
  const seen = new Uint32Array(terms.size);
  const first = new Uint32Array(terms.size + 1);
  for (let block = 0; block < documents; block += 1) {
    for (let token = blockToken[block] ?? 0; token < (blockToken[block + 1] ?? 0); token += 1) {
      const term = tokens[token] ?? 0;
      if (indexed[term] === 0 || seen[term] === block + 1) continue;
      seen[term] = block + 1;
      first[term + 1] = (first[term + 1] ?? 0) + 1;
    }
    if (block % 1_000 === 999) yield;
  }
  for (let term = 0; term < terms.size; term += 1) first[term + 1] = (first[term + 1] ?? 0) + (first[term] ?? 0);
  const next = first.slice();
  const blocks = new Uint32Array(first[terms.size] ?? 0);
  const counts = new Uint16Array(blocks.length);
  seen.fill(0);
  for (let block = 0; block < documents; block += 1) {
    for (let token = blockToken[block] ?? 0; token < (blockToken[block + 1] ?? 0); token += 1) {
      const term = tokens[token] ?? 0;
      if (indexed[term] === 0) continue;
      if (seen[term] !== block + 1) {
        seen[term] = block + 1;
        const at = next[term] ?? 0;
        next[term] = at + 1;
        blocks[at] = block;
      }
      const at = (next[term] ?? 1) - 1;
      counts[at] = Math.min(0xffff, (counts[at] ?? 0) + 1);
    }
    if (block % 1_000 === 999) yield;
  }
  return new PackedTermIndex(terms, first, blocks, counts, documents);
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
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blocks[middle] ?? 0) < block) low = middle + 1;
      else high = middle;
    }
    return this.#blocks[low] === block ? this.#counts[low] : undefined;
  }

  has(block: number): boolean {
    return this.get(block) !== undefined;
  }

  forEach(visit: (count: number, block: number, postings: ReadonlyMap<number, number>) => void): void {
    for (const [block, count] of this) visit(count, block, this);
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
