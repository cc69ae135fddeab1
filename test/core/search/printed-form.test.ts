import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelled, occurrences, printedForm } from '../../../src/core/search/printed-form.ts';

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'a',
        'B',
        ' ',
        '  ',
        '\n',
        '–',
        '-',
        ' — ',
        '“',
        '’',
        '…',
        '\u00ad',
        'é',
        'İ',
        'Σ',
        '\ufe0f',
        '\u00a0',
      ),
    ),
  )
  .map((pieces) => pieces.join(''));

describe('the printed form', () => {
  test('levels case, marks, dashes, dots and spaces, and nothing else', () => {
    expect(printedForm('“The\u00a0Tide —  she’s\nhigh…”').form).toBe('"the tide-she\'s high..."');
    expect(printedForm('tide').form).not.toBe(printedForm('tides').form);
    expect(printedForm('resume').form).not.toBe(printedForm('resumé').form);
  });

  test('says where each part of it stands', () => {
    const printed = 'He said: “the tide — high”.';
    const form = printedForm(printed);
    const [found] = occurrences(form.form, 'tide-high');
    expect(found).toBeDefined();
    expect(printed.slice(...form.original(found?.[0] ?? 0, found?.[1] ?? 0))).toBe('tide — high');
  });

  test('a phrase does not stand inside a word', () => {
    expect([...occurrences('the starting art', 'art')]).toEqual([[13, 16]]);
  });

  test('ranges of the form are ranges of the text, in order', () => {
    fc.assert(
      fc.property(text, (any) => {
        const { form, original } = printedForm(any);
        let at = 0;
        for (let unit = 0; unit < form.length; unit += 1) {
          const [start, end] = original(unit, unit + 1);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeLessThanOrEqual(any.length);
          at = start;
        }
      }),
    );
  });

  test('the quick way to it gives the same', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(levelled(any)).toBe(printedForm(any).form);
      }),
      { numRuns: 1_000, examples: [['a\ufeffb'], ['\ufeff a – \ufeff b']] },
    );
  });
});
