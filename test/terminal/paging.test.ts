import { expect, it } from 'vitest';
import { cutPages, readPageKey } from '../../src/terminal/paging.ts';

it('cuts pages that leave a row to ask in', () => {
  const lines = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
  expect(cutPages(lines, 5, 80)).toEqual([['a', 'b', 'c', 'd'], ['e', 'f', 'g', 'h'], ['i']]);
  expect(cutPages(lines, undefined, 80)).toEqual([lines]);
  expect(cutPages(lines, 3, 80)).toEqual([lines]);
  expect(cutPages([], 10, 80)).toEqual([[]]);
});

it('prefers to end a page at a blank line', () => {
  expect(cutPages(['a', '', 'b', '', 'c', 'd', ''], 6, 80)).toEqual([
    ['a', '', 'b'],
    ['c', 'd', ''],
  ]);
});

it('counts the rows that a long line takes', () => {
  expect(cutPages(['x'.repeat(25), 'y', 'z', 'w'], 5, 10)).toEqual([
    ['x'.repeat(25), 'y'],
    ['z', 'w'],
  ]);
  expect(cutPages(['x'.repeat(90), 'y'], 5, 10)).toEqual([['x'.repeat(90)], ['y']]);
});

it.each([
  ['\r', 'more', 1],
  ['\r\n', 'more', 2],
  [' q', 'more', 1],
  ['\u001b[6~x', 'more', 4],
  ['\u001bOB', 'more', 3],
  ['q', 'stop', 1],
  ['\u001b', 'stop', 1],
  ['\u0003x', 'stop', 1],
] as const)('reads %j', (typed, key, length) => {
  expect(readPageKey(typed)).toEqual({ key, length });
});
