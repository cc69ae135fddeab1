/** Something that takes a while to make: before it is asked for, in steps, or else when it is. */
export class Prepared<T> {
  readonly #make: () => Generator<void, T>;
  #made: { readonly value: T } | null = null;

  constructor(make: () => Generator<void, T>) {
    this.#make = make;
  }

  /** Makes it, so that whoever asks first need not wait for it. A generator, so that the caller can pause between its steps. */
  *prepare(): Generator<void> {
    if (this.#made !== null) return;
    const value = yield* this.#make();
    // Somebody may have needed it meanwhile.
    this.#made ??= { value };
  }

  get value(): T {
    for (const steps = this.prepare(); this.#made === null; ) steps.next();
    return this.#made.value;
  }
}

/** Items sorted, or merged, between two pauses. */
const stride = 1_000;

/**
 * The first `most` of some items in order, equal ones as they stood. A generator, so that the caller can pause between its
 * steps.
 */
export function* sortInSteps<T extends object>(
  items: readonly T[],
  order: (a: T, b: T) => number,
  most = items.length,
): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < items.length; from += stride) {
    runs.push(items.slice(from, from + stride).sort(order));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], order, most));
    }
    runs = merged;
  }
  return (runs[0] ?? []).slice(0, most);
}

/** The first `most` of two lists in order. */
function* merge<T extends object>(
  one: readonly T[],
  other: readonly T[],
  order: (a: T, b: T) => number,
  most: number,
): Generator<void, T[]> {
  const merged: T[] = [];
  let [atOne, atOther] = [0, 0];
  while (merged.length < most) {
    const [a, b] = [one[atOne], other[atOther]];
    if (a !== undefined && (b === undefined || order(a, b) <= 0)) {
      merged.push(a);
      atOne += 1;
    } else if (b !== undefined) {
      merged.push(b);
      atOther += 1;
    } else break;
    if (merged.length % stride === 0) yield;
  }
  return merged;
}
