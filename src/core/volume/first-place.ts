/** Slots of a table that is made for nothing in particular. */
const fewest = 1024;

/**
 * The first place at which each of many numbers was met. At most five of eight slots, of twelve bytes each, are in use: a Map
 * would take five times that, and leave it to the garbage collector.
 */
export class FirstPlaces {
  #keys: Float64Array;
  /** Places are kept one higher, so that 0 is an empty slot. */
  #places: Uint32Array;
  #held = 0;

  /** `most` numbers find room before the table must grow. */
  constructor(most = 0) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(fewest, most * 1.6 + 1)));
    this.#keys = new Float64Array(slots);
    this.#places = new Uint32Array(slots);
  }

  /** How many numbers were met. */
  get size(): number {
    return this.#held;
  }

  /** The first place that was given for `key`, which is this one if there was none before. */
  meet(key: number, place: number): number {
    const slot = slotOf(this.#keys, this.#places, key);
    const known = this.#places[slot] ?? 0;
    if (known !== 0) return known - 1;
    this.#keys[slot] = key;
    this.#places[slot] = place + 1;
    this.#held += 1;
    if (this.#held * 1.6 > this.#places.length) this.#grow();
    return place;
  }

  #grow(): void {
    const [oldKeys, oldPlaces] = [this.#keys, this.#places];
    const keys = new Float64Array(2 * oldKeys.length);
    const places = new Uint32Array(2 * oldPlaces.length);
    for (let from = 0; from < oldPlaces.length; from += 1) {
      if (oldPlaces[from] === 0) continue;
      const key = oldKeys[from] ?? 0;
      const slot = slotOf(keys, places, key);
      keys[slot] = key;
      places[slot] = oldPlaces[from] ?? 0;
    }
    this.#keys = keys;
    this.#places = places;
  }
}

/** The slot of a number: the one that holds it, else the empty one where it belongs. */
function slotOf(keys: Float64Array, places: Uint32Array, key: number): number {
  const mask = places.length - 1;
  let slot = key & mask;
  while (places[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}
