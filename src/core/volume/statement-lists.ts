import type { Numbers } from '../search/number-list.ts';
import { type StatementTerms, sumUp } from '../search/statement-terms.ts';
import type { Volume } from './volume.ts';

const noNumbers = new Uint32Array(0);

/** Terms dealt with between two pauses: the first volumes' numbers go to memory all over, which is slow to get. */
const stride = 500;

/** For each term of a union the statements that a list of its volumes gives it. */
export class StatementLists implements StatementTerms {
  readonly first: Uint32Array;
  readonly statements: Uint32Array;
  readonly #name: string;
  readonly #next: Uint32Array;
  readonly #isListed: Uint8Array;

  private constructor(name: string, isListed: Uint8Array, first: Uint32Array) {
    this.#name = name;
    this.#isListed = isListed;
    this.first = first;
    this.#next = first.slice();
    this.statements = new Uint32Array(first.at(-1) ?? 0);
  }

  /**
   * Makes room for the lists called `name`; `isListed` is 1 for each term that may have one. A generator, so that the caller
   * can pause between its steps.
   */
  static *of(
    name: string,
    volumes: readonly Volume[],
    termsOf: readonly Uint32Array[],
    isListed: Uint8Array,
  ): Generator<void, StatementLists> {
    const first = new Uint32Array(isListed.length + 1);
    for (const [at, volume] of volumes.entries()) {
      countTerms(first, volume.numbers(`${name}First`), termsOf[at] ?? noNumbers, isListed);
      yield;
    }
    sumUp(first);
    return new StatementLists(name, isListed, first);
  }

  /** Adds the next volume's, whose first statement has the number `from`. A generator, as `of`. */
  *add(volume: Volume, termOf: Uint32Array, from: number): Generator<void> {
    const [local, numbers] = [volume.numbers(`${this.#name}First`), volume.numbers(this.#name)];
    for (let term = 0; term < termOf.length; term += stride) {
      this.#addTerms(local, numbers, termOf, from, term);
      yield;
    }
  }

  #addTerms(local: Numbers, numbers: Numbers, termOf: Uint32Array, from: number, firstTerm: number): void {
    const [next, statements, isListed] = [this.#next, this.statements, this.#isListed];
    const lastTerm = Math.min(termOf.length, firstTerm + stride);
    for (let term = firstTerm; term < lastTerm; term += 1) {
      const number = termOf[term] ?? 0;
      if (isListed[number] !== 1) continue;
      let to = next[number] ?? 0;
      const last = local[term + 1] ?? 0;
      for (let at = local[term] ?? 0; at < last; at += 1) statements[to++] = from + (numbers[at] ?? 0);
      next[number] = to;
    }
  }
}

function countTerms(first: Uint32Array, local: Numbers, termOf: Uint32Array, isListed: Uint8Array): void {
  for (let term = 0; term < termOf.length; term += 1) {
    const number = termOf[term] ?? 0;
    if (isListed[number] !== 1) continue;
    first[number + 1] = (first[number + 1] ?? 0) + (local[term + 1] ?? 0) - (local[term] ?? 0);
  }
}
