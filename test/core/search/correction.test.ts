import { describe, expect, test } from 'vitest';
import { applyCorrections, correctQuery } from '../../../src/core/search/correction.ts';
import { parseQuery } from '../../../src/core/search/query.ts';
import { buildSearchIndex } from '../../../src/core/search/search-index.ts';
import { entry } from './harbour-archive.ts';

const index = buildSearchIndex([
  entry('pact', 'The ferry pact', [
    'The crews violated the pact, the harbour council said. The captain thanked them for the negotiations.',
    'Observers of the settlement took the cabin boat.',
  ]),
]);

function corrected(text: string): string[] {
  return correctQuery(index, parseQuery(text)).corrections.map(({ typed, shown }) => `${typed} > ${shown}`);
}

describe('typing errors', () => {
  test.each([
    ['harbor', 'harbor > harbour'],
    ['capatin', 'capatin > captain'],
    ['setlemet', 'setlemet > settlement'],
    ['setlment', 'setlment > settlement'],
    ['Cuoncil', 'Cuoncil > council'],
  ])('%s', (typed, correction) => {
    expect(corrected(typed)).toEqual([correction]);
  });

  test.each(['villages', 'think', 'thinks', 'thought', 'ebservars', 'habeur', 'bet', '2021', 'basins'])(
    'another word is not taken for a mistyped one: %s',
    (typed) => {
      expect(corrected(typed)).toEqual([]);
    },
  );
});

describe('what was looked for instead', () => {
  const corrections = [
    { typed: 'harbor', shown: 'harbour' },
    { typed: 'pat', shown: 'pact' },
  ];

  test.each([
    ['harbor pat', 'harbour pact'],
    ['the pattern of the Harbor’s pat?', 'the pattern of the harbour’s pact?'],
    ['harbors and harborside', 'harbour and harborside'],
    ['-pat "harbor"', '-pact "harbour"'],
    ['', ''],
  ])('replaces whole words only: %s', (typed, expected) => {
    expect(applyCorrections(typed, corrections)).toBe(expected);
  });

  test('a replacement is not replaced again', () => {
    expect(
      applyCorrections('one won', [
        { typed: 'one', shown: 'won' },
        { typed: 'won', shown: 'ton' },
      ]),
    ).toBe('won ton');
  });
});
