import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defineCommand, Option } from '../../src/discord/command.ts';
import { completeLine } from '../../src/terminal/completion.ts';
import { openSession } from './example-archive.ts';
import { commands } from './example-commands.ts';

const odd = defineCommand({
  data: {
    name: 'odd',
    description: 'Suggests what it should not',
    options: [
      { name: 'wild', description: 'Wild', type: Option.String },
      { name: 'broken', description: 'Broken', type: Option.String },
    ],
  },
  positions: ['wild'],
  run: async () => ({ show: 'error', status: 'error', message: 'No.' }),
  suggest: {
    wild: async () => ['a\u001b[2J', 'b\nc', '\u202ed', '', 'good'].map((value) => ({ name: value, value })),
    broken: async () => {
      throw new Error('broken');
    },
  },
});
const session = openSession([...commands, odd]);

it.each([
  ['', ['stance', 'quote', 'sort', 'help', 'odd'], ''],
  ['/', ['/stance', '/quote', '/sort', '/help', '/odd'], '/'],
  ['/s', ['/stance', '/sort'], '/s'],
  ['QU', ['quote '], 'QU'],
  ['/nothing', [], '/nothing'],
  ['/nothing x', [], '/nothing x'],
  ['/stance ', ['Iran', 'Iraq', '"United States"', 'Venezuela'], ''],
  ['/stance ira', ['Iran', 'Iraq'], 'ira'],
  ['/stance un', ['"United States" '], 'un'],
  ['/stance "united st', ['"United States" '], '"united st'],
  ['/stance Iran ', ['Iraq', 'United States', 'Venezuela'], ''],
  ['/stance Iran united s', ['United States '], 'united s'],
  ['/stance Iran ab', [], 'ab'],
  ['/stance Iran pr', ['private:'], 'pr'],
  ['/stance about:Iran v', ['Venezuela '], 'v'],
  ['/stance about:u', ['about:"United States" '], 'about:u'],
  ['/stance about:"united ', ['about:"United States" '], 'about:"united '],
  ['/quote iran private:', ['private:true', 'private:false'], 'private:'],
  ['/quote sp', ['speaker:'], 'sp'],
  ['/quote un charter sp', ['speaker:'], 'sp'],
  ['/sort ab cd ef ki', ['kind:'], 'ki'],
  ['/sort ab kind:in', ['kind:indirect '], 'kind:in'],
  ['/help ', ['private:'], ''],
  ['/odd ', ['good '], ''],
  ['/odd broken:', [], '/odd broken:'],
])('completes %j', async (line, completions, replaced) => {
  const [found, end] = await completeLine(line, session);
  expect([...found]).toEqual(completions);
  if (completions.length > 0) expect(end).toBe(replaced);
});

it('lists values that begin otherwise without touching what is typed', async () => {
  const alias = defineCommand({
    data: { name: 'who', description: 'Who', options: [{ name: 'actor', description: 'Who', type: Option.String }] },
    positions: ['actor'],
    run: async () => ({ show: 'error', status: 'error', message: 'No.' }),
    suggest: { actor: async () => ['Iran', 'Iraq', 'Tehran Times'].map((value) => ({ name: value, value })) },
  });
  const session = openSession([alias]);
  expect(await completeLine('/who isl', session)).toEqual([['isl', 'Iran', 'Iraq', 'Tehran Times'], 'isl']);
  expect(await completeLine('/who teh', session)).toEqual([['Tehran Times '], 'teh']);
});

it('never rejects, and what it replaces ends the line', async () => {
  const parts = fc.array(fc.constantFrom('/stance', '/quote', ' ', '"', 'iran', 'about:', 'text:', '\\', 'un'), {
    maxLength: 9,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        parts.map((list) => list.join('')),
        fc.string({ unit: 'binary' }),
      ),
      async (line) => {
        const [, replaced] = await completeLine(line, session);
        expect(line.endsWith(replaced)).toBe(true);
      },
    ),
  );
});
