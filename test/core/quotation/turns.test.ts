import { describe, expect, it } from 'vitest';
import { findTurns } from '../../../src/core/quotation/turns.ts';
import type { Range } from '../../../src/core/range.ts';
import { said } from './said.ts';

function turnsIn(text: string, headline: Range | null = null) {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map((line) => [line.index, line.index + line[0].length] as const);
  return findTurns(text, paragraphs, headline).map(({ label, speech }) => [label, text.slice(...speech)]);
}

describe('findTurns', () => {
  it('finds the labels of a transcript with what is said behind each', () => {
    expect(turnsIn('MARA OKELL: Good evening.\nTOM DRAY: Thank you.')).toEqual([
      ['MARA OKELL', 'Good evening.'],
      ['TOM DRAY', 'Thank you.'],
    ]);
  });
  it('finds questions and answers', () => {
    expect(turnsIn('Q: Why now?\nA: Because of the tide.').map(([label]) => label)).toEqual(['Q', 'A']);
  });
  it('finds none in prose with a colon, nor in the headline', () => {
    expect(turnsIn('She had one wish: to sail.')).toEqual([]);
    const text = 'OKELL: I sail at dawn';
    expect(turnsIn(text, [0, text.length])).toEqual([]);
  });
  it('makes the speaker of a turn the speaker of its words', () => {
    expect(
      said(
        'Interview\n\nMARA OKELL: Good evening to the harbour.\n\nTOM DRAY: Thank you for coming here.',
        'Thank you for',
      )?.name?.toLowerCase(),
    ).toBe('tom dray');
  });
});
