import type { Range } from '../range.ts';
import { type Between, stanceBetween } from './between.ts';

/** Two marked mentions of a text and who is for or against whom. */
export interface PairSample {
  readonly id: string;
  readonly text: string;
  readonly e1: Range;
  readonly e2: Range;
  readonly label: Between['label'];
  readonly direction: Between['direction'];
}

export interface PairAnswer {
  readonly sample: PairSample;
  readonly answer: Between;
}

export function answerPair(sample: PairSample): PairAnswer {
  return { sample, answer: stanceBetween(sample.text, sample.e1, sample.e2) };
}

/** Figures over marked pairs, shares from 0 to 1. `directed` figures are of answers other than neutral. */
export interface PairScore {
  readonly samples: number;
  readonly answered: number;
  readonly directed: { readonly precision: number; readonly recall: number; readonly f1: number };
  /** The five classes: neutral, positive and negative either way. */
  readonly fiveClass: { readonly micro: number; readonly macro: number };
  /** Precision of the surest share of the answers other than neutral. */
  readonly precisionAt: Readonly<Record<string, number>>;
}

const classOf = ({ label, direction }: Pick<Between, 'label' | 'direction'>): string => `${label} ${direction}`;

export function scorePairs(answers: readonly PairAnswer[]): PairScore {
  const given = answers
    .filter(({ answer }) => answer.label !== 'neutral')
    .sort((a, b) => b.answer.confidence - a.answer.confidence);
  const right = (one: PairAnswer) => classOf(one.answer) === classOf(one.sample);
  const hits = given.filter(right).length;
  const gold = answers.filter(({ sample }) => sample.label !== 'neutral').length;
  const precision = share(hits, given.length);
  const recall = share(hits, gold);
  const classes = ['neutral none', 'positive e1>e2', 'positive e2>e1', 'negative e1>e2', 'negative e2>e1'];
  const f1s = classes.map((name) => {
    const both = answers.filter((one) => classOf(one.answer) === name && classOf(one.sample) === name).length;
    const found = answers.filter((one) => classOf(one.answer) === name).length;
    const meant = answers.filter((one) => classOf(one.sample) === name).length;
    return share(2 * both, found + meant);
  });
  const precisionAt: Record<string, number> = {};
  for (const part of [0.1, 0.25, 0.5, 0.75, 1]) {
    const surest = given.slice(0, Math.ceil(given.length * part));
    precisionAt[part] = share(surest.filter(right).length, surest.length);
  }
  return {
    samples: answers.length,
    answered: given.length,
    directed: { precision, recall, f1: share(2 * precision * recall, precision + recall) },
    fiveClass: {
      micro: share(answers.filter(right).length, answers.length),
      macro: f1s.reduce((total, f1) => total + f1, 0) / f1s.length,
    },
    precisionAt,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
