import { describe, expect, it } from 'vitest';
import { Prepared, sortInSteps } from '../../src/core/prepared.ts';

interface Item {
  readonly rank: number;
  readonly place: number;
}

/** Items of a few ranks in no order, so that most are equal to others. */
function makeItems(count: number): Item[] {
  return Array.from({ length: count }, (_, place) => ({ rank: (place * 7_919) % 13, place }));
}

const byRank = (a: Item, b: Item) => a.rank - b.rank;

describe('sorting in steps', () => {
  for (const count of [0, 1, 999, 1_000, 1_001, 4_500]) {
    it(`gives what sorting at once gives, equal ones as they stood: ${count}`, () => {
      const items = makeItems(count);
      for (const most of [undefined, 1, 700, 2_000]) {
        const sorted = new Prepared(() => sortInSteps(items, byRank, most)).value;
        expect(sorted).toEqual(items.toSorted(byRank).slice(0, most));
      }
    });
  }

  it('looks at no more than a few thousand pairs in a step', () => {
    let looks = 0;
    const most = { inStep: 0, steps: 0 };
    const counting = sortInSteps(makeItems(30_000), (a, b) => {
      looks += 1;
      return byRank(a, b);
    });
    for (let done = false; !done; most.steps += 1) {
      looks = 0;
      done = counting.next().done === true;
      most.inStep = Math.max(most.inStep, looks);
    }
    expect(most.inStep).toBeLessThan(12_000);
    expect(most.steps).toBeGreaterThan(100);
  });
});
