import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { type Output, readScreen } from '../../src/terminal/screen.ts';

const window = (more: Partial<Output>): Output => Object.assign(new PassThrough(), more);

it.each([
  [{}, { width: 80, colour: false }],
  [{ columns: 0 }, { width: 80 }],
  [{ columns: 5 }, { width: 20 }],
  [{ columns: 300 }, { width: 100 }],
  [{ isTTY: true, getColorDepth: (): number => 8 }, { colour: true }],
  [
    { isTTY: true, getColorDepth: (): number => 1 },
    { colour: false, links: false },
  ],
  [{ getColorDepth: (): number => 8 }, { colour: false, links: false }],
])('reads what %j can do', (more, screen) => {
  expect(readScreen(window(more), {})).toMatchObject(screen);
});

it('lets the environment decide on colour', () => {
  const getColorDepth = (environment: object = {}): number => ('NO_COLOR' in environment ? 1 : 8);
  expect(readScreen(window({ isTTY: true, getColorDepth }), { NO_COLOR: '1' })).toMatchObject({
    colour: false,
    links: false,
  });
});
