import { type Numbers, numbersBelow } from '../search/number-list.ts';

/** A kind of list of numbers. */
interface Kind<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): T;
  new (buffer: ArrayBuffer, offset: number, length: number): T;
}

/** Lists begin at whole multiples of this, in bytes, so that numbers of every size can stand there. */
const step = 8;

/**
 * Room for lists of numbers that are made once and live together. What memory costs is mostly touching it for the first
 * time, a page after the other: a buffer that somebody else touched meanwhile spares whoever fills the lists that. What
 * finds no room in it gets memory of its own.
 */
export class Room {
  readonly #buffer: ArrayBuffer;
  #asked = 0;

  /** `buffer` holds only zeros, and nobody else writes to it. */
  constructor(buffer: ArrayBuffer = new ArrayBuffer(0)) {
    this.#buffer = buffer;
  }

  /** How many bytes were asked for so far, whether or not there was room for them. */
  get asked(): number {
    return this.#asked;
  }

  /** A list of so many zeros. */
  list<T>(Kind: Kind<T>, length: number): T {
    const bytes = length * Kind.BYTES_PER_ELEMENT;
    const start = this.#asked;
    this.#asked += Math.ceil(bytes / step) * step;
    return start + bytes <= this.#buffer.byteLength ? new Kind(this.#buffer, start, length) : new Kind(length);
  }

  /** A list of so many zeros that holds numbers below `below`, in as few bytes each as those need. */
  numbers(length: number, below: number): Numbers {
    return this.list<Numbers>(numbersBelow(below), length);
  }
}
