import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FirstPlaces } from '../../../src/core/volume/first-place.ts';

/** Whole numbers as prints are, some of which share all the low bits that a small table looks at. */
const keys = fc.oneof(
  fc.maxSafeNat(),
  fc.nat(20),
  fc.nat(2 ** 20).map((high) => high * 2 ** 32),
);

describe('first places', () => {
  it('are those that a Map would give, however far the table must grow', () => {
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 3_000, size: 'max' }), fc.nat(3_000), (numbers, most) => {
        const first = new FirstPlaces(most);
        const known = new Map<number, number>();
        for (const [place, number] of numbers.entries()) {
          if (!known.has(number)) known.set(number, place);
          expect(first.meet(number, place)).toBe(known.get(number));
        }
        expect(first.size).toBe(known.size);
      }),
      { numRuns: 60 },
    );
  });

  it('hold a hundred thousand numbers that differ', () => {
    const first = new FirstPlaces();
    for (let number = 0; number < 100_000; number += 1) expect(first.meet(number * 7_919, number)).toBe(number);
    for (let number = 0; number < 100_000; number += 1) expect(first.meet(number * 7_919, 0)).toBe(number);
    expect(first.size).toBe(100_000);
  });
});
