import { setTimeout as sleep } from 'node:timers/promises';

/** How hard to ask: so many a second whatever becomes of them, or always so many at once. */
export type Pace = { readonly rate: number } | { readonly atOnce: number };

export interface Figures {
  readonly asked: number;
  readonly answered: number;
  /** Answers a second. */
  readonly rate: number;
  /** Milliseconds from when an interaction was due to be sent to the end of its answer. */
  readonly p50: number;
  readonly p99: number;
}

/** How long to wait for an answer, in milliseconds: what Discord waits. */
const patience = 3_000;

/** Asks for so many seconds at a pace. `ask` resolves when the answer is there. */
export async function keepAsking(pace: Pace, seconds: number, ask: () => Promise<void>): Promise<Figures> {
  const times: number[] = [];
  const underWay = new Set<Promise<void>>();
  let asked = 0;
  const one = (due: number): Promise<void> => {
    asked += 1;
    const answer = ask().then(
      () => void times.push(performance.now() - due),
      () => undefined,
    );
    underWay.add(answer);
    return answer.finally(() => underWay.delete(answer));
  };
  const began = performance.now();
  const end = began + seconds * 1_000;
  if ('rate' in pace) {
    const total = pace.rate * seconds;
    for (let due = began; asked < total; due = began + (asked * 1_000) / pace.rate) {
      const pause = due - performance.now();
      if (pause > 0) await sleep(pause);
      void one(due);
    }
  } else {
    const keep = async () => {
      // What is never answered does not hold its place for ever.
      while (performance.now() < end) await orGivenUp(one(performance.now()));
    };
    await Promise.all(Array.from({ length: pace.atOnce }, keep));
  }
  await Promise.race([Promise.all(underWay), sleep(patience)]);
  const spent = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { asked, answered: times.length, rate: times.length / spent, p50: quantile(0.5), p99: quantile(0.99) };
}

/** Resolves with the answer, or when nobody would wait for it any longer. */
async function orGivenUp(answer: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([answer, over]);
  clearTimeout(timer);
}
