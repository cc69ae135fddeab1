/** Time as the fake sees it, and the ids it makes from it. Both can be moved by a test. */
export class Clock {
  /** Added to the time in ids, as if Discord's clock and the machine's differed. */
  snowflakeOffset = 0;
  #advanced = 0;
  #increment = 0n;

  now(): number {
    return Date.now() + this.#advanced;
  }

  advance(milliseconds: number): void {
    this.#advanced += milliseconds;
  }

  nextId(): string {
    this.#increment = (this.#increment + 1n) & 0x3fffffn;
    return String(((BigInt(this.now() + this.snowflakeOffset) - 1420070400000n) << 22n) | this.#increment);
  }
}

/** Lets a test wait until something has happened, here or, checked every 10 ms, in the test itself. */
export class Changes {
  readonly #waiting = new Set<() => void>();

  changed(): void {
    for (const check of [...this.#waiting]) check();
  }

  /** Resolves once `happened()` is true; rejects with `description()` after `patience` milliseconds. */
  until(happened: () => boolean, patience: number, description: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (outcome: () => void) => {
        clearTimeout(timer);
        clearInterval(poll);
        this.#waiting.delete(check);
        outcome();
      };
      const check = () => {
        if (happened()) settle(resolve);
      };
      const timer = setTimeout(() => settle(() => reject(new Error(description()))), patience);
      const poll = setInterval(check, 10);
      this.#waiting.add(check);
      check();
    });
  }
}
