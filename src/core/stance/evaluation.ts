import { analyse } from '../language/analysis.ts';
import type { Statement } from '../quotation/statement.ts';
import { findStances } from './find.ts';
import type { Polarity } from './stance.ts';

/** A sentence with the stances it shows, written by hand. */
export interface Sample {
  readonly id: string;
  readonly text: string;
  readonly stances: readonly { readonly holder: string; readonly polarity: Polarity; readonly towards: string }[];
}

/** What was found of a sample, against what stands in it. */
export interface Compared {
  readonly sample: Sample;
  /** Found with the right holder and polarity; `exact` those whose target phrase is right too. */
  readonly held: number;
  readonly exact: number;
  readonly found: readonly { readonly holder: string; readonly polarity: Polarity; readonly towards: string }[];
}

/** Reads a sample as an article of one sentence, nothing known of its statements. */
export function compareSample(sample: Sample): Compared {
  const analysis = analyse(sample.text, [[0, sample.text.length]]);
  const own: Statement = { content: [[0, sample.text.length]], kind: 'own', speaker: null, cue: null, within: null };
  const found = findStances(analysis, [own]).map((stance) => ({
    holder: stance.holderName,
    polarity: stance.polarity,
    towards: sample.text.slice(stance.towards[0], stance.towards[1]),
  }));
  const left = [...found];
  let held = 0;
  let exact = 0;
  for (const gold of sample.stances) {
    const candidates = left.filter(
      (stance) => stance.polarity === gold.polarity && sameHolder(stance.holder, gold.holder),
    );
    const best = candidates.toSorted((a, b) => overlap(b.towards, gold.towards) - overlap(a.towards, gold.towards))[0];
    if (best === undefined || overlap(best.towards, gold.towards) === 0) continue;
    left.splice(left.indexOf(best), 1);
    held += 1;
    if (sameTarget(best.towards, gold.towards)) exact += 1;
  }
  return { sample, held, exact, found };
}

/** Figures over samples: shares from 0 to 1. */
export interface Score {
  readonly samples: number;
  readonly stances: number;
  readonly found: number;
  /** Of the stances found, the share with the right holder and polarity; of those that stand, the share found. */
  readonly precision: number;
  readonly recall: number;
  /** Of the rightly held ones found, the share whose target phrase is right. */
  readonly target: number;
}

export function scoreSamples(compared: readonly Compared[]): Score {
  const sum = (value: (one: Compared) => number) => compared.reduce((total, one) => total + value(one), 0);
  const stances = sum(({ sample }) => sample.stances.length);
  const found = sum((one) => one.found.length);
  const held = sum((one) => one.held);
  return {
    samples: compared.length,
    stances,
    found,
    precision: found === 0 ? 0 : held / found,
    recall: stances === 0 ? 0 : held / stances,
    target: held === 0 ? 0 : sum((one) => one.exact) / held,
  };
}

function wordsOf(phrase: string): string[] {
  return (
    phrase
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => !/^(?:the|a|an|to|s)$/u.test(word)) ?? []
  );
}

/** Token F1 of two phrases, articles apart. */
function overlap(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const rest = [...right];
  let common = 0;
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    common += 1;
  }
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length);
}

function sameHolder(a: string, b: string): boolean {
  return overlap(a, b) >= 0.6;
}

/** The head of a phrase: its last word before the first preposition, relative or "to". */
function headOf(phrase: string): string {
  const start =
    phrase.split(
      /\s(?:of|in|on|at|for|to|from|with|against|between|over|by|that|which|who|into|along|under|about|off|without)\s/u,
    )[0] ?? phrase;
  return wordsOf(start).at(-1) ?? '';
}

/** Whether a target is the one meant: the same head, no clause missing or swallowed. */
export function sameTarget(found: string, meant: string): boolean {
  return overlap(found, meant) >= 0.8 && headOf(found) === headOf(meant);
}
