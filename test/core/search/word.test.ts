import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { familyOf, printedWords, stemOf, wordKey, words } from '../../../src/core/search/word.ts';

// Letters and digits with what may stand inside a word, said once more and slowly.
const slowly =
  /(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:(?:['’ʼ`](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}\p{M}\p{Cf}]+)*/gu;

describe('words', () => {
  test('stand in the text where they say', () => {
    const text = 'The U.S. said it’s “1,200.5 crowns”—Úrsula’s co-op, no?';
    expect([...words(text)].map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      'U.S.',
      'said',
      'it’s',
      '1,200.5',
      'crowns',
      'Úrsula’s',
      'co',
      'op',
      'no',
    ]);
  });

  test('are those of the pattern, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'a',
        'B',
        '7',
        '.',
        ',',
        "'",
        '’',
        '`',
        ' ',
        'U.S.',
        'é',
        '\u0301',
        '\u200b',
        '\ud800',
        '“',
        '–',
        '٣',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(printedWords(text)).toEqual(
          [...text.matchAll(slowly)].map((found) => ({ start: found.index, printed: found[0] })),
        );
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['Úrsula’s', 'ursula'],
    ['IRAN', 'iran'],
    ['US', 'u.s'],
    ['us', 'us'],
    ['U.S.', 'u.s'],
    ['U.K.', 'uk'],
    ['1,200', '1200'],
    ['don’t', 'dont'],
    ['Straße', 'strasse'],
    ['co\u00adop', 'coop'],
  ])('the key of %s is %s', (printed, key) => {
    expect(wordKey(printed)).toBe(key);
  });

  test('forms of a word share a stem, relatives a family', () => {
    expect(new Set(['negotiate', 'negotiating', 'negotiations'].map(stemOf)).size).toBe(1);
    expect(stemOf('began')).toBe(stemOf('begin'));
    expect(stemOf('will')).not.toBe(stemOf('wills'));
    expect(familyOf(stemOf('opposition'))).toBe(familyOf(stemOf('opposes')));
    expect(familyOf(stemOf('charter'))).not.toBe(familyOf(stemOf('chart')));
  });
});
