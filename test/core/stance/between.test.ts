import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stanceBetween } from '../../../src/core/stance/between.ts';

/** Reads "[a Velmark] condemned [b Drethia]" into a text with two marked mentions. */
function mark(marked: string): { text: string; a: [number, number]; b: [number, number] } {
  const places = new Map<string, [number, number]>();
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/\[([ab]) ([^\]]*)\]/gu)) {
    text += marked.slice(at, match.index);
    places.set(match[1] ?? '', [text.length, text.length + (match[2] ?? '').length]);
    text += match[2];
    at = match.index + match[0].length;
  }
  text += marked.slice(at);
  return { text, a: places.get('a') ?? [0, 0], b: places.get('b') ?? [0, 0] };
}

test.each([
  ['[a Iran] accused [b Israel] of sabotage.', 'negative', 'e1>e2'],
  ['[a Israel] was accused by [b Iran] of sabotage.', 'negative', 'e2>e1'],
  ['[a Norway] praised [b Kenya] for its handling of the drought.', 'positive', 'e1>e2'],
  ['[a Japan] expelled two [b Russian] diplomats on Friday.', 'negative', 'e1>e2'],
  ['[a Canada] imposed sanctions on [b Belarus] over the arrests.', 'negative', 'e1>e2'],
  ['[a Egypt] signed a trade agreement with [b Brazil].', 'positive', 'e1>e2'],
  ['The [a French] foreign minister condemned [b Turkey]’s drilling off Cyprus.', 'negative', 'e1>e2'],
  ['[a Peru] lies between [b Chile] and the sea.', 'neutral', 'none'],
])('%s', (marked, label, direction) => {
  const { text, a, b } = mark(marked);
  expect(stanceBetween(text, a, b)).toMatchObject({ label, direction });
});

test('swapping the mentions swaps the direction and nothing else', () => {
  for (const marked of [
    '[a Iran] accused [b Israel] of sabotage.',
    'Aid from [a Norway] reached [b Kenya], which thanked it.',
  ]) {
    const { text, a, b } = mark(marked);
    const one = stanceBetween(text, a, b);
    const other = stanceBetween(text, b, a);
    expect(other.label).toBe(one.label);
    expect(other.confidence).toBe(one.confidence);
    expect(other.direction).toBe(one.direction === 'none' ? 'none' : one.direction === 'e1>e2' ? 'e2>e1' : 'e1>e2');
  }
});

test('a whole article: another sentence that names both counts', () => {
  const { text, a, b } = mark(
    '[a Kenya] lies north of [b Tanzania]. It rained on Monday. Kenya condemned Tanzania over the border closure.',
  );
  expect(stanceBetween(text, a, b)).toMatchObject({ label: 'negative', direction: 'e1>e2' });
});

test('a whole article: mentions in sentences of their own have nothing to do with each other', () => {
  const { text, a, b } = mark(
    'The [a Kenya] team arrived. A storm hit the coast and killed twenty. Rescuers attacked the rubble in [b Tanzania].',
  );
  expect(stanceBetween(text, a, b)).toMatchObject({ label: 'neutral', direction: 'none' });
});

test('a match is no quarrel', () => {
  const { text, a, b } = mark('[a Belgium] defeated [b Panama] 3 – 0 with a late goal from its striker.');
  expect(stanceBetween(text, a, b).label).toBe('neutral');
});

test('a state that calls on another to stop is against it', () => {
  const { text, a, b } = mark('[a Kenya] called on [b Tanzania] to stop the raids.');
  expect(stanceBetween(text, a, b)).toMatchObject({ label: 'negative', direction: 'e1>e2' });
});

test('any text and any ranges get an answer, neutral exactly when the direction is none', () => {
  const words = fc.constantFrom(
    'Iran',
    'Israel',
    'condemned',
    'by',
    'the',
    'of',
    ',',
    '“',
    '”',
    'and',
    'not',
    'to',
    'support',
    'for',
    'said',
    'that',
    'who',
    '?',
    '.',
    '’s',
    '\n',
    '🙂',
    'must',
    'stop',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
  );
  fc.assert(
    fc.property(texts, fc.integer(), fc.integer(), fc.nat(80), fc.nat(80), (text, s, t, m, n) => {
      const answer = stanceBetween(text, [m, m + Math.abs(s % 9)], [n, n + Math.abs(t % 9)]);
      expect(answer.label === 'neutral').toBe(answer.direction === 'none');
      expect(answer.confidence).toBeGreaterThanOrEqual(0);
      expect(answer.confidence).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});
