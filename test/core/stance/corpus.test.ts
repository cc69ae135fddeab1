import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareSample, type Sample, scoreSamples } from '../../../src/core/stance/evaluation.ts';

function scoreOf(file: string) {
  const samples = readFileSync(`test/core/stance/corpus/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sample);
  return scoreSamples(samples.map(compareSample));
}

test('the half that the rules were written with', () => {
  const { precision, recall, target } = scoreOf('read.jsonl');
  expect(precision).toBeGreaterThanOrEqual(0.97);
  expect(recall).toBeGreaterThanOrEqual(0.97);
  expect(target).toBeGreaterThanOrEqual(0.97);
});

test('the half that nobody who writes rules has read', () => {
  const { precision, recall, target } = scoreOf('unread.jsonl');
  expect(precision).toBeGreaterThanOrEqual(0.8);
  expect(recall).toBeGreaterThanOrEqual(0.58);
  expect(target).toBeGreaterThanOrEqual(0.88);
});
