import { statesIn } from '../actor/state.ts';
import { type Deed, deedOf } from './deed.ts';
import { bucketOf, sharesOf, type Weights } from './model.ts';
import { featuresOf, type Pair, type Shown, shownOf } from './pair.ts';

/** What is known of two mentions before it is weighed: hashed features and what the rules show, in both directions. */
export interface Signs {
  readonly forward: readonly number[];
  readonly backward: readonly number[];
  readonly shownForward: Shown | null;
  readonly shownBackward: Shown | null;
  /** What a deed shows, where both mentions are states. */
  readonly deedForward: Deed | null;
  readonly deedBackward: Deed | null;
  readonly states: boolean;
}

/** The signs of a pair; `bits` as the model has them. */
export function signsOf(pair: Pair, bits: number): Signs {
  const { a, b } = pair;
  const buckets = (from: Pair['a'], to: Pair['b']) => [
    ...new Set(featuresOf(pair, from, to).map((feature) => bucketOf(feature, bits))),
  ];
  const states = isState(pair, a) && isState(pair, b);
  return {
    states,
    deedForward: states ? deedOf(pair, a, b) : null,
    deedBackward: states ? deedOf(pair, b, a) : null,
    forward: buckets(a, b),
    backward: buckets(b, a),
    shownForward: shownOf(pair, a, b),
    shownBackward: shownOf(pair, b, a),
  };
}

function isState(pair: Pair, span: Pair['a']): boolean {
  const words: string[] = [];
  for (let i = span[0]; i < span[1]; i += 1) words.push(pair.tokens[i]?.text ?? '');
  return statesIn(words.join(' ')).length > 0;
}

export type Odds = [number, number, number, number];

/**
 * The logarithms of the odds, against "neutral", that the first mention is positive or negative towards the second,
 * and the second towards the first.
 */
export function oddsOf(weights: Weights, signs: Signs): Odds {
  const { neutral, forward, backward } = sharesOf(weights, signs.forward, signs.backward);
  const against = (share: number) => Math.log(Math.max(share, 1e-9)) - Math.log(Math.max(neutral, 1e-9));
  const odds: Odds = [against(forward[0]), against(forward[1]), against(backward[0]), against(backward[1])];
  lean(odds, 0, signs.shownForward);
  lean(odds, 2, signs.shownBackward);
  if (signs.shownForward === null || signs.shownForward.weight < 0.6) lean(odds, 0, signs.deedForward);
  if (signs.shownBackward === null || signs.shownBackward.weight < 0.6) lean(odds, 2, signs.deedBackward);
  return odds;
}

/** How much more than its learned weight a rule's finding counts: the data the weights come from hold few such clauses. */
const trust = 6;
const doubtful = 0.45;

function lean(odds: Odds, at: 0 | 2, shown: Deed | null): void {
  if (shown === null) return;
  const push = trust * Math.max(0, shown.weight - doubtful);
  const [shownAt, otherAt] = shown.sign === 1 ? ([at, at + 1] as const) : ([at + 1, at] as const);
  // What is shown outright is at least this likely, whatever the words around.
  const floor = shown.weight >= 0.85 ? 1.8 : shown.weight >= 0.7 ? 0.9 : Number.NEGATIVE_INFINITY;
  odds[shownAt] = Math.max((odds[shownAt] ?? 0) + push, floor);
  odds[otherAt] = (odds[otherAt] ?? 0) - push;
}
