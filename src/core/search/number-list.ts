/** A list of whole numbers from 0 to 2³² − 1 that grows, at four bytes each. */
export class NumberList {
  #numbers = new Uint32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** The number at an index below `length`. */
  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  /** The numbers, in an array of just their length. */
  finish(): Uint32Array {
    return this.#numbers.slice(0, this.#length);
  }
}

/** Whole numbers, in as few bytes each as hold the largest. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Room for so many numbers that are all below `below`. */
export function makeNumbers(length: number, below: number): Numbers {
  return new (numbersBelow(below))(length);
}

/** The kind of list with as few bytes for each number as hold any below `below`. */
export function numbersBelow(below: number) {
  if (below <= 0x100) return Uint8Array;
  return below <= 0x10000 ? Uint16Array : Uint32Array;
}

/** Where a number stands in a list in order; −1 where it does not. */
export function placeInOrder(numbers: Numbers, number: number): number {
  const place = firstAtLeast(numbers, number);
  return numbers[place] === number ? place : -1;
}

/** Where the first number that is at least `least` stands in a list in order; the list's length when there is none. */
export function firstAtLeast(numbers: Numbers, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
