/**
 * A small linear model of who is for or against whom: the same two weight vectors score both directions, so that
 * swapping the two mentions swaps the answer. Features are hashed; a weight is one signed byte times `scale`.
 */
export interface Model {
  readonly bits: number;
  readonly scale: number;
  /** Base64 of one signed byte a bucket. */
  readonly positive: string;
  readonly negative: string;
  readonly bias: { readonly positive: number; readonly negative: number };
  /** The odds (logarithm, against neutral) from which on an answer is given. */
  readonly threshold: number;
  /** What the odds are worth, measured on parts of the data that the weights were not learned from. */
  readonly steps: { readonly answer: Steps; readonly neutral: Steps };
}

/** Steps of odds, lowest first, and the share of right answers at each. */
export interface Steps {
  readonly from: readonly number[];
  readonly share: readonly number[];
}

/** A model ready to score. */
export interface Weights {
  readonly bits: number;
  readonly positive: Float32Array;
  readonly negative: Float32Array;
  readonly bias: readonly [positive: number, negative: number];
}

/** Shares of the five classes, from 0 to 1, that together make one. */
export interface Shares {
  readonly neutral: number;
  readonly forward: readonly [positive: number, negative: number];
  readonly backward: readonly [positive: number, negative: number];
}

/** FNV-1a over UTF-16 units, cut to `bits`. */
export function bucketOf(feature: string, bits: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i += 1) {
    hash ^= feature.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  return (hash >>> 0) & ((1 << bits) - 1);
}

export function unpack(model: Pick<Model, 'bits' | 'scale' | 'positive' | 'negative' | 'bias'>): Weights {
  const decode = (text: string) =>
    Float32Array.from(atob(text), (byte) => ((byte.charCodeAt(0) << 24) >> 24) * model.scale);
  return {
    bits: model.bits,
    positive: decode(model.positive),
    negative: decode(model.negative),
    bias: [model.bias.positive, model.bias.negative],
  };
}

function sum(weights: Float32Array, buckets: readonly number[]): number {
  let total = 0;
  for (const bucket of buckets) total += weights[bucket] ?? 0;
  return total;
}

/** Scores both directions, given as the buckets of their features. */
export function sharesOf(weights: Weights, forward: readonly number[], backward: readonly number[]): Shares {
  const scale = (buckets: readonly number[]) => 1 / Math.sqrt(Math.max(1, buckets.length));
  const f = scale(forward);
  const b = scale(backward);
  const scores = [
    0,
    sum(weights.positive, forward) * f + weights.bias[0],
    sum(weights.negative, forward) * f + weights.bias[1],
    sum(weights.positive, backward) * b + weights.bias[0],
    sum(weights.negative, backward) * b + weights.bias[1],
  ];
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const whole = powers.reduce((total, power) => total + power, 0);
  const [neutral = 0, fp = 0, fn = 0, bp = 0, bn = 0] = powers.map((power) => power / whole);
  return { neutral, forward: [fp, fn], backward: [bp, bn] };
}
