/**
 * The first place at which each of many numbers was met. Holds as many numbers as it was made for, at twice twelve bytes
 * each: a Map would take five times that, and leave it to the garbage collector.
 */
export class FirstPlaces {
  readonly #keys: Float64Array;
  /** Places are kept one higher, so that 0 is an empty slot. */
  readonly #places: Uint32Array;
  readonly #mask: number;

  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, most) * 1.6));
    this.#keys = new Float64Array(slots);
    this.#places = new Uint32Array(slots);
    this.#mask = slots - 1;
  }

  /** The first place that was given for `key`, which is this one if there was none before. */
  meet(key: number, place: number): number {
    let slot = key & this.#mask;
    while (this.#places[slot] !== 0) {
      if (this.#keys[slot] === key) return (this.#places[slot] ?? 1) - 1;
      slot = (slot + 1) & this.#mask;
    }
    this.#keys[slot] = key;
    this.#places[slot] = place + 1;
    return place;
  }
}
