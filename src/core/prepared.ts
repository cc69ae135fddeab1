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
