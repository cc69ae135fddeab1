import SearchableMap from 'minisearch/SearchableMap';
import { type Families, GrowingFamilies } from '../search/family.ts';
import { isFunctionWord } from '../search/function-word.ts';
import type { Terms } from '../search/search-index.ts';
import type { Numbering } from './numbering.ts';

/**
 * The stems of a dictionary, to be found by their beginning, in spite of typing errors, or by their family. Like the
 * dictionary it only grows, so that the next archive need learn only the words that are new.
 */
export class Vocabulary implements Families {
  readonly #terms: Numbering;
  readonly #stems = new SearchableMap<true>();
  readonly #families = new GrowingFamilies();
  #learned = 0;
  /** So many of what was learned can be found by their beginning. */
  #ordered = 0;

  constructor(terms: Numbering) {
    this.#terms = terms;
  }

  /** Learns the terms that the dictionary met since. A generator, so that the caller can pause between its steps. */
  *learn(): Generator<void> {
    const { strings } = this.#terms;
    while (this.#learned < strings.length) {
      const stem = strings[this.#learned] ?? '';
      this.#learned += 1;
      if (!isFunctionWord(stem)) this.#families.add(stem);
      if (this.#learned % 1_000 === 0) yield;
    }
  }

  /**
   * Puts what was learned since in an order in which stems are found by their beginning, or else the first question that
   * looks for some has to wait for it. A generator, as `learn`.
   */
  *order(): Generator<void> {
    while (this.#ordered < this.#learned) {
      const stem = this.stem(this.#ordered);
      this.#ordered += 1;
      if (!isFunctionWord(stem)) this.#stems.set(stem, true);
      if (this.#ordered % 500 === 0) yield;
    }
  }

  get #inOrder(): SearchableMap<true> {
    for (const _ of this.order());
    return this.#stems;
  }

  number(stem: string): number | undefined {
    return this.#terms.find(stem);
  }

  stem(number: number): string {
    return this.#terms.strings[number] ?? '';
  }

  derived(family: string): readonly string[] {
    return this.#families.derived(family);
  }

  /** The stems that begin with `prefix`, in no order. Function words are not among them. */
  *from(prefix: string): Generator<string> {
    for (const [stem] of this.#inOrder.atPrefix(prefix)) yield stem;
  }

  /** The stems at most `distance` edits (Levenshtein) from `stem`, each with its distance, in no order. */
  *near(stem: string, distance: number): Generator<readonly [stem: string, edits: number]> {
    for (const [found, [, edits]] of this.#inOrder.fuzzyGet(stem, distance)) yield [found, edits];
  }
}

/** The part of a vocabulary that stands in the articles of one archive. */
export class UsedTerms implements Terms, Families {
  readonly size: number;
  readonly #vocabulary: Vocabulary;
  readonly #used: Uint8Array;

  /** `used` is 1 at the numbers of the terms in use. */
  constructor(vocabulary: Vocabulary, used: Uint8Array) {
    this.#vocabulary = vocabulary;
    this.#used = used;
    this.size = used.reduce((sum, one) => sum + one, 0);
  }

  /** See `Vocabulary.order`. */
  order(): Generator<void> {
    return this.#vocabulary.order();
  }

  get(stem: string): number | undefined {
    const number = this.#vocabulary.number(stem);
    return number !== undefined && this.#used[number] === 1 ? number : undefined;
  }

  has(stem: string): boolean {
    return this.get(stem) !== undefined;
  }

  *[Symbol.iterator](): Generator<readonly [stem: string, number: number]> {
    for (let number = 0; number < this.#used.length; number += 1) {
      if (this.#used[number] === 1) yield [this.#vocabulary.stem(number), number];
    }
  }

  derived(family: string): readonly string[] {
    return this.#vocabulary.derived(family).filter((stem) => this.has(stem));
  }

  /** The stems that begin with `prefix`, in no order. */
  *from(prefix: string): Generator<string> {
    for (const stem of this.#vocabulary.from(prefix)) if (this.has(stem)) yield stem;
  }

  /** The stems at most `distance` edits from `stem`, each with its distance, in no order. */
  *near(stem: string, distance: number): Generator<readonly [stem: string, edits: number]> {
    for (const near of this.#vocabulary.near(stem, distance)) if (this.has(near[0])) yield near;
  }
}
