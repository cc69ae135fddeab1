import { isFunctionWord } from './function-word.ts';
import type { Numbers } from './number-list.ts';
import type { QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { familyOf, relatedStems } from './word.ts';

/** A term that may stand for a sought word, and what finding it counts for. */
export interface SoughtForm {
  readonly stem: string;
  readonly term: number;
  /** 1 for the word itself, less for a relative. */
  readonly share: number;
}

/** A word of a query in the archive: the terms that count as it, and what finding it is worth. */
export interface SoughtWord {
  /** Its own term; null when no article has it. */
  readonly term: number | null;
  /** Its own form first, when there is one. */
  readonly forms: readonly SoughtForm[];
  /** In how many blocks it stands; where it stands in none, its relatives. */
  readonly blocks: number;
  /** Inverse document frequency as BM25 has it: natural logarithm, never negative. */
  readonly weight: number;
}

/** What another part of speech of a word counts for, and a word of related meaning; the word's own form being 1. */
const kinShare = 0.6;
const relatedShare = 0.4;

/**
 * Looks the words of a query up, in their order. Words of related meaning ("founded", "created") are taken only for
 * questions, since whoever looks for a quotation knows its words.
 */
export function seek(
  index: SearchIndex,
  words: readonly QueryWord[],
  meaning: 'words' | 'related' = 'words',
): SoughtWord[] {
  const all = index.blocks.documentCount;
  return words.map(({ stem }) => {
    const forms: SoughtForm[] = [];
    const add = (form: string, share: number) => {
      const term = index.terms.get(form);
      if (term !== undefined && !forms.some((known) => known.term === term)) forms.push({ stem: form, term, share });
    };
    add(stem, 1);
    for (const kin of kinOf(index, stem)) add(kin, kinShare);
    if (meaning === 'related') for (const other of relatedStems(stem)) add(other, relatedShare);
    const term = index.terms.get(stem) ?? null;
    // A word that is printed itself is weighed by itself; its relatives only help to find it.
    const weighed = term === null ? forms : forms.slice(0, 1);
    const blocks = weighed.reduce((sum, form) => sum + index.blocks.postings(form.stem).size, 0);
    return { term, forms, blocks, weight: Math.log(1 + Math.max(0, all - blocks + 0.5) / (blocks + 0.5)) };
  });
}

/** The stems of the archive that are related to a stem ("opposit" to "oppos"), without itself. */
export function kinOf(index: SearchIndex, stem: string): string[] {
  const family = familyOf(stem);
  const derived = index.families.derived(family);
  const all = index.terms.has(family) && !isFunctionWord(family) ? [family, ...derived] : derived;
  return all.filter((other) => other !== stem);
}

/** Where the words of a query stand in a run of tokens. */
export interface Occurrences {
  /** For each word the share it counts for: 1 for the word itself, less for a relative, 0 when it does not stand there. */
  readonly shares: readonly number[];
  /** Tokens at which a word stands, in order, with the index of the word. */
  readonly at: readonly number[];
  readonly which: readonly number[];
  /** What each of them counts for. */
  readonly worth: readonly number[];
}

/** Tokens in a row, `[from, to)`. */
export type Run = readonly [from: number, to: number];

/** Finds the words of one query in runs of tokens; made once per query, so that each token costs one look into a list. */
export class TokenMatcher {
  readonly #tokens: Numbers;
  readonly #words: number;
  /** For each term of the archive the number of the form it is, counted from 1; 0 for the others. */
  readonly #forms: Uint16Array;
  readonly #wordOf: number[] = [0];
  readonly #shareOf: number[] = [0];

  constructor(index: SearchIndex, words: readonly SoughtWord[]) {
    this.#tokens = index.tokens;
    this.#words = words.length;
    this.#forms = new Uint16Array(index.printed.length);
    for (const [word, { forms }] of words.entries()) {
      for (const { term, share } of forms) {
        const known = this.#forms[term] ?? 0;
        // A term that may stand for several words stands for the one it is nearest to.
        if (known > 0 && (this.#shareOf[known] ?? 0) >= share) continue;
        this.#forms[term] = this.#wordOf.push(word) - 1;
        this.#shareOf.push(share);
      }
    }
  }

  /** The index of the word that a term stands for; null when it stands for none. */
  wordOf(term: number): number | null {
    const form = this.#forms[term] ?? 0;
    return form === 0 ? null : (this.#wordOf[form] ?? null);
  }

  /** The shares alone, raised in a list made for it, so that very many runs can be looked at without making anything. */
  raise(shares: Float64Array, from: number, to: number): void {
    for (let token = from; token < to; token += 1) {
      const form = this.#forms[this.#tokens[token] ?? 0] ?? 0;
      if (form === 0) continue;
      const word = this.#wordOf[form] ?? 0;
      const share = this.#shareOf[form] ?? 0;
      if ((shares[word] ?? 0) < share) shares[word] = share;
    }
  }

  find(runs: Iterable<Run>): Occurrences {
    const shares = new Array<number>(this.#words).fill(0);
    const at: number[] = [];
    const which: number[] = [];
    const worth: number[] = [];
    for (const [from, to] of runs) {
      for (let token = from; token < to; token += 1) {
        const form = this.#forms[this.#tokens[token] ?? 0] ?? 0;
        if (form === 0) continue;
        const word = this.#wordOf[form] ?? 0;
        const share = this.#shareOf[form] ?? 0;
        shares[word] = Math.max(shares[word] ?? 0, share);
        at.push(token);
        which.push(word);
        worth.push(share);
      }
    }
    return { shares, at, which, worth };
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
