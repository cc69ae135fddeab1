import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Numbering } from '../../../src/core/volume/numbering.ts';
import { textsOf } from './texts.ts';

function numbersOf(numbering: Numbering, strings: readonly string[]): number[] {
  const steps = numbering.all(textsOf(strings));
  for (;;) {
    const step = steps.next();
    if (step.done) return [...step.value];
  }
}

describe('Numbering', () => {
  it('numbers strings in the order in which they are met, each once', () => {
    const string = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'a', 'ab', 'é', 'e\u0301', '\ufeffa'));
    fc.assert(
      fc.property(fc.array(fc.array(string)), (lists) => {
        const numbering = new Numbering();
        const distinct = [...new Set(lists.flat())];
        for (const list of lists) {
          expect(numbersOf(numbering, list)).toEqual(list.map((one) => distinct.indexOf(one)));
        }
        expect(numbering.strings).toEqual(distinct);
        for (const [number, one] of distinct.entries()) expect(numbering.find(one)).toBe(number);
      }),
    );
  });
  it('finds each of many, and nothing else', () => {
    const numbering = new Numbering();
    const many = Array.from({ length: 10_000 }, (_, at) => `word ${at}`);
    expect(numbersOf(numbering, [...many, ...many])).toEqual([...many.keys(), ...many.keys()]);
    expect(numbering.find('word 9999')).toBe(9_999);
    for (const other of ['word 10000', 'word', 'wörd 1', '']) expect(numbering.find(other)).toBeUndefined();
  });
});
