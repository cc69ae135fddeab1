import { isFunctionWord } from './function-word.ts';
import type { QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { familyOf } from './word.ts';

/** A word of a query in the archive: the terms that count as it, and what finding it is worth. */
export interface SoughtWord {
  /** Its own term; null when no article has it. */
  readonly term: number | null;
  /** Related terms ("opposition" for "oppose"), which count for less. */
  readonly kin: readonly number[];
  readonly stems: readonly string[];
  /** In how many blocks it, or a relative, stands. */
  readonly blocks: number;
  /** Inverse document frequency as BM25 has it: natural logarithm, never negative. */
  readonly weight: number;
}

/** What a related word counts for, its own being 1. */
export const kinShare = 0.6;

/** Looks the words of a query up, in their order. */
export function seek(index: SearchIndex, words: readonly QueryWord[]): SoughtWord[] {
  const all = index.blocks.documentCount;
  return words.map(({ stem }) => {
    const term = index.terms.get(stem) ?? null;
    const kinStems = kinOf(index, stem);
    const own = index.blocks.postings(stem).size;
    // A word that is printed itself is weighed by itself; its relatives only help to find it.
    const blocks = own > 0 ? own : kinStems.reduce((sum, other) => sum + index.blocks.postings(other).size, 0);
    return {
      term,
      kin: kinStems.map((other) => index.terms.get(other)).filter((other) => other !== undefined),
      stems: [stem, ...kinStems],
      blocks,
      weight: Math.log(1 + (all - blocks + 0.5) / (blocks + 0.5)),
    };
  });
}

/** The stems of the archive that are related to a stem ("opposit" to "oppos"), without itself. */
export function kinOf(index: SearchIndex, stem: string): string[] {
  const family = familyOf(stem);
  const derived = index.families.get(family) ?? [];
  const all = index.terms.has(family) && !isFunctionWord(family) ? [family, ...derived] : derived;
  return all.filter((other) => other !== stem);
}

/** Where the words of a query stand in a run of tokens. */
export interface Occurrences {
  /** For each word the share it counts for: 1, `kinShare`, or 0 when it does not stand there. */
  readonly shares: readonly number[];
  /** Tokens at which a word stands, in order, with the index of the word. */
  readonly at: readonly number[];
  readonly which: readonly number[];
}

/** Tokens in a row, `[from, to)`. */
export type Run = readonly [from: number, to: number];

/** Finds the words of one query in runs of tokens; made once per query, so that each run costs one look-up per token. */
export class TokenMatcher {
  readonly #slots = new Map<number, number>();
  readonly #words: number;
  readonly #tokens: Uint32Array;

  constructor(index: SearchIndex, words: readonly SoughtWord[]) {
    this.#tokens = index.tokens;
    this.#words = words.length;
    // Odd slots are relatives. A term that is one word's own is never another's relative.
    for (const [slot, word] of words.entries()) for (const term of word.kin) this.#slots.set(term, slot * 2 + 1);
    for (const [slot, word] of words.entries()) if (word.term !== null) this.#slots.set(word.term, slot * 2);
  }

  find(runs: Iterable<Run>): Occurrences {
    const shares = new Array<number>(this.#words).fill(0);
    const at: number[] = [];
    const which: number[] = [];
    for (const [from, to] of runs) {
      for (let token = from; token < to; token += 1) {
        const slot = this.#slots.get(this.#tokens[token] ?? -1);
        if (slot === undefined) continue;
        const word = slot >> 1;
        shares[word] = Math.max(shares[word] ?? 0, slot % 2 === 0 ? 1 : kinShare);
        at.push(token);
        which.push(word);
      }
    }
    return { shares, at, which };
  }
}

/** The fewest tokens in a row that hold every word found in `occurrences`; 0 when none was found. */
export function tightestSpan({ shares, at, which }: Occurrences): number {
  const needed = shares.filter((share) => share > 0).length;
  if (needed === 0) return 0;
  const counts = new Array<number>(shares.length).fill(0);
  let have = 0;
  let left = 0;
  let best = Number.POSITIVE_INFINITY;
  for (const [right, end] of at.entries()) {
    const word = which[right] ?? 0;
    counts[word] = (counts[word] ?? 0) + 1;
    if (counts[word] === 1) have += 1;
    while (have === needed) {
      best = Math.min(best, end - (at[left] ?? end) + 1);
      const leaving = which[left] ?? 0;
      counts[leaving] = (counts[leaving] ?? 0) - 1;
      if (counts[leaving] === 0) have -= 1;
      left += 1;
    }
  }
  return best;
}

/** How many words of the query are followed by the query's next word within `gap` tokens. */
export function pairsInOrder({ at, which }: Occurrences, gap = 3): number {
  const pairs = new Set<number>();
  for (const [index, token] of at.entries()) {
    const word = which[index] ?? 0;
    for (let next = index + 1; next < at.length && (at[next] ?? 0) - token <= gap; next += 1) {
      if (which[next] === word + 1) pairs.add(word);
    }
  }
  return pairs.size;
}
