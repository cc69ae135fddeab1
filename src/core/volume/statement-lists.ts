import { firstAtLeast, type Numbers } from '../search/number-list.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { type StatementTerms, statementsOf, sumUp } from '../search/statement-terms.ts';
import type { Room } from './room.ts';
import type { Volume } from './volume.ts';

const noNumbers = new Uint32Array(0);

/** The lists that volumes have: of the terms in a statement's own words, and of those in its speaker's name or role. */
type ListName = 'said' | 'spoken';

/** Terms dealt with between two pauses: the first volumes' numbers go to memory all over, which is slow to get. */
const stride = 500;

/** Terms whose lists are carried over between two pauses. */
const carriedStride = 2_000;

/**
 * What a union before has the same: its statements below `until`, and those from `from` on, whose numbers are now higher by
 * `shift`. The volumes of those between are gone; the volumes at `places` have come instead.
 */
export interface Carried {
  readonly index: Pick<SearchIndex, ListName>;
  readonly until: number;
  readonly from: number;
  readonly shift: number;
  readonly places: ReadonlySet<number>;
}

/** For each term of a union the statements that a list of its volumes gives it. */
export class StatementLists implements StatementTerms {
  readonly first: Uint32Array;
  readonly statements: Uint32Array;
  readonly #name: ListName;
  readonly #next: Uint32Array;
  readonly #isListed: Uint8Array;

  private constructor(name: ListName, isListed: Uint8Array, first: Uint32Array, room: Room) {
    this.#name = name;
    this.#isListed = isListed;
    this.first = first;
    this.#next = first.slice();
    this.statements = room.list(Uint32Array, first.at(-1) ?? 0);
  }

  /**
   * Makes the lists called `name` in `room`; `isListed` is 1 for each term that may have one. With `carried` they hold what is
   * carried over, and only the volumes that have come are to be added. A generator, so that the caller can pause between its
   * steps.
   */
  static *of(
    name: ListName,
    volumes: readonly Volume[],
    termsOf: readonly Uint32Array[],
    isListed: Uint8Array,
    carried: Carried | null,
    room: Room,
  ): Generator<void, StatementLists> {
    const first = room.list(Uint32Array, isListed.length + 1);
    for (const [at, volume] of volumes.entries()) {
      if (carried !== null && !carried.places.has(at)) continue;
      countTerms(first, volume.numbers(`${name}First`), termsOf[at] ?? noNumbers, isListed);
      yield;
    }
    if (carried === null) {
      sumUp(first);
      return new StatementLists(name, isListed, first, room);
    }
    // Where, in each list before, what is gone begins and ends.
    const before = carried.index[name];
    const terms = before.first.length - 1;
    const [begin, end] = [new Uint32Array(terms), new Uint32Array(terms)];
    for (let term = 0; term < terms; term += 1) {
      const list = statementsOf(before, term);
      begin[term] = firstAtLeast(list, carried.until);
      end[term] = firstAtLeast(list, carried.from);
      first[term + 1] = (first[term + 1] ?? 0) + (begin[term] ?? 0) + list.length - (end[term] ?? 0);
      if (term % carriedStride === carriedStride - 1) yield;
    }
    sumUp(first);
    const lists = new StatementLists(name, isListed, first, room);
    yield;
    for (let term = 0; term < terms; term += 1) {
      lists.#carry(term, statementsOf(before, term), begin[term] ?? 0, end[term] ?? 0, carried.shift);
      if (term % carriedStride === carriedStride - 1) yield;
    }
    return lists;
  }

  /** Puts what stands before `begin` at the start of a term's list, and what stands from `end` on at its end. */
  #carry(term: number, list: Uint32Array, begin: number, end: number, shift: number): void {
    const { statements } = this;
    let to = this.first[term] ?? 0;
    for (let at = 0; at < begin; at += 1) statements[to++] = list[at] ?? 0;
    this.#next[term] = to;
    to = (this.first[term + 1] ?? 0) - (list.length - end);
    for (let at = end; at < list.length; at += 1) statements[to++] = (list[at] ?? 0) + shift;
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
