import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerPair } from '../../src/terminal/stance-between.ts';

const text = 'Velmouth condemned Orsten.';
const [e1, e2] = [
  [0, 8],
  [19, 25],
];

describe('answerPair', () => {
  it('tells who is for or against whom', () => {
    expect(JSON.parse(answerPair(JSON.stringify({ id: 'a', text, e1, e2 })))).toEqual({
      id: 'a',
      label: 'negative',
      direction: 'e1>e2',
      confidence: expect.any(Number),
    });
  });

  it.each([
    ['', 'The line is no JSON object.'],
    ['{"id":', 'The line is no JSON object.'],
    ['7', 'The line is no JSON object.'],
  ])('says of %j what is wrong', (line, error) => {
    expect(JSON.parse(answerPair(line))).toEqual({
      id: null,
      label: 'neutral',
      direction: 'none',
      confidence: 0,
      error,
    });
  });

  it.each([
    [{ text: 7, e1, e2 }, '"text" must be a string.'],
    [{ text, e2 }, '"e1" must be [start, end], two whole numbers.'],
    [{ text, e1, e2: [19] }, '"e2" must be [start, end], two whole numbers.'],
    [{ text, e1: [0, 7.5], e2 }, '"e1" must be [start, end], two whole numbers.'],
    [{ text, e1: ['0', '8'], e2 }, '"e1" must be [start, end], two whole numbers.'],
    [{ text, e1: [8, 8], e2 }, '"e1" must end behind its start, and [8, 8] does not.'],
    [{ text, e1, e2: [25, 19] }, '"e2" must end behind its start, and [25, 19] does not.'],
    [{ text, e1: [-3, 8], e2 }, '"e1" must lie in the text, and [-3, 8] does not: the text ends at 26.'],
    [{ text, e1, e2: [19, 27] }, '"e2" must lie in the text, and [19, 27] does not: the text ends at 26.'],
    [{ text: '', e1, e2 }, '"e1" must lie in the text, and [0, 8] does not: the text ends at 0.'],
    [{ text, e1, e2: e1 }, '"e1" and "e2" must not overlap: they are two mentions.'],
    [{ text, e1, e2: [7, 25] }, '"e1" and "e2" must not overlap: they are two mentions.'],
  ])('says of %j what is wrong, and keeps its id', (record, error) => {
    expect(JSON.parse(answerPair(JSON.stringify({ id: 3, ...record })))).toEqual({
      id: 3,
      label: 'neutral',
      direction: 'none',
      confidence: 0,
      error,
    });
  });

  it('never throws, and takes just those ranges that are two places in the text', () => {
    const range = fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 }));
    fc.assert(
      fc.property(range, range, (first, second) => {
        const answer = JSON.parse(answerPair(JSON.stringify({ id: 1, text, e1: first, e2: second })));
        const lies = ([start, end]: readonly [number, number]) => 0 <= start && start < end && end <= text.length;
        const apart = first[1] <= second[0] || second[1] <= first[0];
        expect('error' in answer).toBe(!(lies(first) && lies(second) && apart));
      }),
    );
  });
});
