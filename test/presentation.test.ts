import { describe, expect, it } from 'vitest';
import type { Position } from '../src/core/archive.ts';
import { sidesOf, titleOfSide } from '../src/presentation.ts';
import { english } from '../src/wording/wording.ts';

const position = (text: string, polarity: Position['polarity'], distant?: true): Position => ({
  polarity,
  towards: { text, start: 0, end: text.length },
  holder: 'Velmouth',
  date: null,
  confidence: 0.9,
  evidence: [],
  total: 0,
  ...(distant ? { distant } : {}),
});

describe('positions by side', () => {
  it('are those on the subject first, and say of the others that they are on something else', () => {
    const sides = sidesOf([
      position('a toll', 'opposes', true),
      position('the ferry', 'opposes'),
      position('the bridge', 'supports', true),
      position('the new ferry', 'supports'),
      position('ferries', 'opposes'),
    ]);
    expect(
      sides.map((side) => [titleOfSide(side, english), side.positions.map(({ towards }) => towards.text)]),
    ).toEqual([
      ['Supports', ['the new ferry']],
      ['Opposes', ['the ferry', 'ferries']],
      ['Supports · something else, in an article about it', ['the bridge']],
      ['Opposes · something else, in an article about it', ['a toll']],
    ]);
  });
  it('are as many as there are positions on', () => {
    expect(sidesOf([])).toEqual([]);
    expect(sidesOf([position('the ferry', 'opposes')])).toHaveLength(1);
  });
});
