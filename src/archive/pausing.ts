/**
 * How long work in this thread may hold up others before they get a turn, in milliseconds. Where answers are asked for one
 * after another, each may have to wait for a slice, and half the time would be the work's if slices were as long as answers.
 */
const longestSlice = 3;

/** Gives others a turn when this thread's work has held them up for long enough. Make one for each piece of work. */
export class Pauses {
  #began = performance.now();

  /** Undefined when no pause is due, so that awaiting it can be left out. */
  pause(): Promise<void> | undefined {
    if (performance.now() - this.#began < longestSlice) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        this.#began = performance.now();
        resolve();
      });
    });
  }
}

/** Takes all steps of some work, with pauses between them; the result is the work's. */
export async function finish<T>(steps: Generator<void, T>): Promise<T> {
  const pauses = new Pauses();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pauses.pause();
  }
}
