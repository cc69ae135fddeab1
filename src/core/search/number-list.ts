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
