import { writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { analyse } from '../core/language/analysis.ts';
import { type Model, type Steps, sharesOf, type Weights } from '../core/stance/model.ts';
import { oddsOf, type Signs, signsOf } from '../core/stance/odds.ts';
import { readPair } from '../core/stance/pair.ts';
import { pairRecord } from '../terminal/pair-record.ts';
import { runProgram } from '../terminal/program.ts';
import { readRecords } from '../terminal/record-file.ts';

/**
 * Learns the weights of the pair model from records of the directed sentiment data (Park, Pan, Joo 2021):
 * `npm run -s learn:stance -- TRAIN OUT [DEV]`. Deterministic.
 */
type Record = z.infer<typeof pairRecord>;

interface Example extends Signs {
  /** 0 neutral, 1 positive forward, 2 negative forward, 3 positive backward, 4 negative backward. */
  readonly gold: number;
}

const bits = 16;
const rounds = 8;
const rate = 0.4;
/** From these odds on an answer other than neutral is given. */
const threshold = -1.2;
const decay = 4e-5;

function goldOf({ label, direction }: Record): number {
  if (label === 'neutral' || direction === 'none') return 0;
  return (label === 'positive' ? 1 : 2) + (direction === 'e2>e1' ? 2 : 0);
}

function exampleOf(record: Record): Example | null {
  const analysis = analyse(record.text, [[0, record.text.length]]);
  const pair = readPair(analysis, record.e1, record.e2);
  if (pair === null) return null;
  return { ...signsOf(pair, bits), gold: goldOf(record) };
}

function read(file: string): Example[] {
  return readRecords(file, pairRecord).flatMap((record) => exampleOf(record) ?? []);
}

/** A fixed sequence of pseudo-random numbers, so that the same data give the same weights. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function train(examples: readonly Example[]): Weights {
  const size = 1 << bits;
  const weights = {
    bits,
    positive: new Float32Array(size),
    negative: new Float32Array(size),
    bias: [-1, -1] satisfies [number, number],
  };
  const squares = [new Float32Array(size), new Float32Array(size)] as const;
  const vectors = [weights.positive, weights.negative] as const;
  const biasSquares: [number, number] = [1, 1];
  const random = randomFrom(7);
  const order = examples.map((_, index) => index);
  for (let round = 0; round < rounds; round += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const shares = sharesOf(weights, example.forward, example.backward);
      const errors = [shares.forward[0], shares.forward[1], shares.backward[0], shares.backward[1]];
      for (let c = 0; c < 4; c += 1) {
        const error = (errors[c] ?? 0) - (example.gold === c + 1 ? 1 : 0);
        const buckets = c < 2 ? example.forward : example.backward;
        const vector = vectors[c % 2 === 0 ? 0 : 1];
        const square = squares[c % 2 === 0 ? 0 : 1];
        const scale = 1 / Math.sqrt(Math.max(1, buckets.length));
        for (const bucket of buckets) {
          const gradient = error * scale + decay * (vector[bucket] ?? 0) * examples.length * 0.01;
          square[bucket] = (square[bucket] ?? 0) + gradient * gradient;
          vector[bucket] = (vector[bucket] ?? 0) - (rate * gradient) / (0.1 + Math.sqrt(square[bucket] ?? 0));
        }
        const side = c % 2 === 0 ? 0 : 1;
        biasSquares[side] += error * error;
        weights.bias[side] -= (rate * error) / Math.sqrt(biasSquares[side]);
      }
    }
  }
  return weights;
}

/** The surest answer that is not "neutral": its class and odds. */
function surest(weights: Weights, example: Example): { answer: number; odds: number } {
  const odds = oddsOf(weights, example);
  let best = 0;
  for (let c = 1; c < 4; c += 1) if ((odds[c] ?? 0) > (odds[best] ?? 0)) best = c;
  return { answer: best + 1, odds: odds[best] ?? 0 };
}

interface Outcome {
  readonly odds: number;
  readonly answer: number;
  readonly gold: number;
}

function outcomesOf(weights: Weights, examples: readonly Example[]): Outcome[] {
  return examples.map((example) => ({ ...surest(weights, example), gold: example.gold }));
}

function report(name: string, outcomes: readonly Outcome[]): void {
  const gold = outcomes.filter((one) => one.gold > 0).length;
  for (const threshold of [-1.6, -1.4, -1.2, -1, -0.8, -0.5, 0]) {
    const given = outcomes.filter((one) => one.odds >= threshold).sort((a, b) => b.odds - a.odds);
    const right = given.filter((one) => one.answer === one.gold).length;
    const exact = right + outcomes.filter((one) => one.odds < threshold && one.gold === 0).length;
    const tenth = given.slice(0, Math.ceil(given.length / 10));
    const p = right / given.length;
    const r = right / gold;
    const figures = {
      P: p,
      R: r,
      F1: (2 * p * r) / (p + r),
      micro: exact / outcomes.length,
      tenth: tenth.filter((one) => one.answer === one.gold).length / tenth.length,
    };
    console.log(name, threshold, ...Object.entries(figures).map(([key, value]) => `${key} ${value.toFixed(3)}`));
  }
}

/** Answers to examples the weights did not see: learned five times, each time without a fifth. */
function unseen(examples: readonly Example[]): Outcome[] {
  const folds = 5;
  return Array.from({ length: folds }, (_, fold) => {
    const rest = examples.filter((_example, index) => index % folds !== fold);
    const held = examples.filter((_example, index) => index % folds === fold);
    return outcomesOf(train(rest), held);
  }).flat();
}

/** Shares of right answers by odds, made to rise (pool adjacent violators) over bins of equal size. */
function stepsOf(outcomes: readonly Outcome[], isRight: (one: Outcome) => boolean, falling: boolean): Steps {
  const sorted = outcomes.toSorted((a, b) => a.odds - b.odds);
  const size = Math.max(30, Math.ceil(sorted.length / 25));
  const bins: { from: number; right: number; count: number }[] = [];
  for (let i = 0; i < sorted.length; i += size) {
    const part = sorted.slice(i, i + size);
    bins.push({
      from: part.reduce((total, one) => total + one.odds, 0) / part.length,
      right: part.filter(isRight).length,
      count: part.length,
    });
    while (bins.length > 1) {
      const last = bins.at(-1);
      const before = bins.at(-2);
      if (last === undefined || before === undefined) break;
      const rises = last.right / last.count >= before.right / before.count;
      if (falling ? !rises || last.right / last.count === before.right / before.count : rises) break;
      bins.splice(-2, 2, {
        from: (before.from * before.count + last.from * last.count) / (before.count + last.count),
        right: before.right + last.right,
        count: before.count + last.count,
      });
    }
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    from: bins.map(({ from }) => round(from)),
    share: bins.map(({ right, count }) => round((right + 0.5) / (count + 1))),
  };
}

function pack(weights: Weights, outcomes: readonly Outcome[]): Model {
  let top = 0;
  for (const vector of [weights.positive, weights.negative])
    for (const value of vector) top = Math.max(top, Math.abs(value));
  const scale = top / 127;
  const encode = (vector: Float32Array) =>
    Buffer.from(Int8Array.from(vector, (value) => Math.round(value / scale)).buffer).toString('base64');
  return {
    bits,
    scale,
    threshold,
    bias: { positive: weights.bias[0], negative: weights.bias[1] },
    steps: {
      answer: stepsOf(
        outcomes.filter((one) => one.odds >= threshold),
        (one) => one.answer === one.gold,
        false,
      ),
      neutral: stepsOf(
        outcomes.filter((one) => one.odds < threshold),
        (one) => one.gold === 0,
        true,
      ),
    },
    positive: encode(weights.positive),
    negative: encode(weights.negative),
  };
}

await runProgram(([trainFile, out, devFile]) => {
  if (trainFile === undefined || out === undefined) {
    console.error('usage: npm run -s learn:stance -- TRAIN OUT [DEV]');
    return 2;
  }
  const examples = read(trainFile);
  const held = devFile === undefined ? [] : read(devFile);
  const outcomes = unseen(examples);
  report('unseen', outcomes);
  const weights = train(examples);
  writeFileSync(out, `${JSON.stringify(pack(weights, outcomes))}\n`);
  if (devFile !== undefined) report('dev', outcomesOf(weights, held));
  return 0;
});
