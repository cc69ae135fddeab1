import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stanceBetween } from '../../../src/core/stance/between.ts';

/** Sentences of states acting towards states: "LABEL DIRECTION | text with [a X] and [b Y]". */
const lines = readFileSync('test/core/stance/corpus/deeds.txt', 'utf8').trim().split('\n');

function answer(line: string): { meant: string; given: string } {
  const [meant = '', marked = ''] = line.split(' | ');
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
  const { label, direction } = stanceBetween(text, places.get('a') ?? [0, 0], places.get('b') ?? [0, 0]);
  const arrow = direction === 'none' ? 'none' : direction === 'e1>e2' ? 'a>b' : 'b>a';
  return { meant, given: `${label} ${arrow}` };
}

test('deeds between states: nine of ten answers are right, and most are answered', () => {
  const answers = lines.map(answer);
  const given = answers.filter((one) => one.given !== 'neutral none');
  const right = given.filter((one) => one.given === one.meant);
  const meant = answers.filter((one) => one.meant !== 'neutral none');
  expect(right.length / given.length).toBeGreaterThanOrEqual(0.9);
  expect(right.length / meant.length).toBeGreaterThanOrEqual(0.8);
});
