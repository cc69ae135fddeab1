import { type StatementTerms, sumUp } from '../search/statement-terms.ts';
import type { Volume } from './volume.ts';

const noNumbers = new Uint32Array(0);

/** For each term of a union the statements that a list of its volumes gives it. */
export class StatementLists implements StatementTerms {
  readonly first: Uint32Array;
  readonly statements: Uint32Array;
  readonly #name: string;
  readonly #next: Uint32Array;
  readonly #isListed: Uint8Array;

  /** Makes room for the lists called `name`; `isListed` is 1 for each term that may have one. */
  constructor(name: string, volumes: readonly Volume[], termsOf: readonly Uint32Array[], isListed: Uint8Array) {
    this.#name = name;
    this.#isListed = isListed;
    this.first = new Uint32Array(isListed.length + 1);
    for (const [at, volume] of volumes.entries()) this.#count(volume, termsOf[at] ?? noNumbers);
    sumUp(this.first);
    this.#next = this.first.slice();
    this.statements = new Uint32Array(this.first.at(-1) ?? 0);
  }

  /** Adds the next volume's, whose first statement has the number `from`. */
  add(volume: Volume, termOf: Uint32Array, from: number): void {
    const [local, numbers] = [volume.numbers(`${this.#name}First`), volume.numbers(this.#name)];
    const [next, statements, isListed] = [this.#next, this.statements, this.#isListed];
    for (let term = 0; term < termOf.length; term += 1) {
      const number = termOf[term] ?? 0;
      if (isListed[number] !== 1) continue;
      let to = next[number] ?? 0;
      const last = local[term + 1] ?? 0;
      for (let at = local[term] ?? 0; at < last; at += 1) statements[to++] = from + (numbers[at] ?? 0);
      next[number] = to;
    }
  }

  #count(volume: Volume, termOf: Uint32Array): void {
    const local = volume.numbers(`${this.#name}First`);
    for (let term = 0; term < termOf.length; term += 1) {
      const number = termOf[term] ?? 0;
      if (this.#isListed[number] !== 1) continue;
      this.first[number + 1] = (this.first[number + 1] ?? 0) + (local[term + 1] ?? 0) - (local[term] ?? 0);
    }
  }
}
