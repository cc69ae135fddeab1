import { describe, expect, it } from 'vitest';
import { pairMarks } from '../../../src/core/quotation/pairing.ts';
import type { Range } from '../../../src/core/range.ts';

function pair(...paragraphs: string[]) {
  const text = paragraphs.join('\n\n');
  let at = 0;
  const ranges = paragraphs.map((paragraph): Range => {
    const range: Range = [at, at + paragraph.length];
    at += paragraph.length + 2;
    return range;
  });
  return pairMarks(text, ranges).map((run) => ({ ...run, words: text.slice(...run.inner) }));
}
const words = (...paragraphs: string[]) => pair(...paragraphs).map((run) => run.words);

describe('pairMarks', () => {
  it.each([
    ['“We sail,” she said.', ['We sail,']],
    ['"We sail," she said. "At dawn."', ['We sail,', 'At dawn.']],
    ["'We sail,' she said. 'At dawn.'", ['We sail,', 'At dawn.']],
    ["``We sail,'' she said. ''At dawn.''", ['We sail,', 'At dawn.']],
    ['„Wir segeln“, said Okell.', ['Wir segeln']],
    ['«We sail», said Okell.', ['We sail']],
    ['»We sail«, said Okell.', ['We sail']],
    ['”We sail,” said Okell.', ['We sail,']],
    ['" We sail , " she said . " At dawn . "', ['We sail ,', 'At dawn .']],
  ])('pairs %s', (text, expected) => expect(words(text)).toEqual(expected));

  it.each([
    ['‘We don’t know the boats’ owners’ names,’ she said.', ['We don’t know the boats’ owners’ names,']],
    ['‘It is the sailors’ call and it’s the owners’,’ she said.', ['It is the sailors’ call and it’s the owners’,']],
    ["'We don't know the boats' names,' he said.", ["We don't know the boats' names,"]],
    ['The sailors’ club called it ‘a breach’ and left.', ['a breach']],
    ["The 'burbs of the '90s weren't 'quiet', he said.", ['quiet']],
    ['‘The US’ boats and the ’90s,’ she said.', ['The US’ boats and the ’90s,']],
  ])('tells apostrophes from marks in %s', (text, expected) => expect(words(text)).toEqual(expected));

  it('nests to three levels', () => {
    const runs = pair('"She told me, \'He cried "No" twice,\' and left," Okell said.');
    expect(runs.map(({ depth, words: inner }) => [depth, inner])).toEqual([
      [0, 'She told me, \'He cried "No" twice,\' and left,'],
      [1, 'He cried "No" twice,'],
      [2, 'No'],
    ]);
    expect(pair('‘She said “no” to us,’ he said.').map(({ depth }) => depth)).toEqual([0, 1]);
    expect(pair('“She said “no” to us,” he said.').map(({ depth }) => depth)).toEqual([0, 1]);
  });

  it('goes on over paragraphs, with or without a mark at each', () => {
    expect(pair('“One.', '“Two.', '“Three,” he said.').map((run) => [run.words, run.continues])).toEqual([
      ['One.', false],
      ['Two.', true],
      ['Three,', true],
    ]);
    expect(words('“One.', 'Two.', 'Three,” he said. “Four.”')).toEqual(['One.', 'Two.', 'Three,', 'Four.']);
    expect(words('"One.', '"Two," he said.')).toEqual(['One.', 'Two,']);
  });

  it('lets an unclosed mark swallow no more than its paragraph', () => {
    expect(words('“One never closed.', 'He left.', 'She said “no” and sat.')).toEqual(['One never closed.', 'no']);
    expect(words('“One, he said. “Two,” he said.')).toEqual(['One,', 'Two,']);
    expect(words('“One, Mara Okell said at dawn.', '“Two,” he said.')).toEqual(['One,', 'Two,']);
    expect(words('The sailors’ boat', 'It’s late.')).toEqual([]);
  });

  it('is linear on nothing but marks', () => {
    for (const mark of ['"', "'", '“', '’', '‘ ', '" ', "''", '«']) {
      const text = mark.repeat(Math.ceil(300_000 / mark.length));
      // Anything worse than linear would not be done before the test's time is up.
      pairMarks(text, [[0, text.length]]);
    }
  });
});
