import { expect, it } from 'vitest';
import { joinWords, readChatArguments } from '../../src/terminal/chat-arguments.ts';
import { parseLine } from '../../src/terminal/parsing.ts';
import { english } from '../../src/wording/wording.ts';
import { commands } from './example-commands.ts';

it.each([
  [[], { ask: 'chat', json: false, articles: [], words: [] }],
  [['--json'], { ask: 'chat', json: true, articles: [], words: [] }],
  [['/stance iran venezuela'], { ask: 'chat', json: false, articles: [], words: ['/stance iran venezuela'] }],
  [['/quote', 'un', '--json'], { ask: 'chat', json: true, articles: [], words: ['/quote', 'un'] }],
  [['/quote', '--help', '-x'], { ask: 'chat', json: false, articles: [], words: ['/quote', '--help', '-x'] }],
  [['--', '--json'], { ask: 'chat', json: false, articles: [], words: ['--json'] }],
  [[''], { ask: 'chat', json: false, articles: [], words: [''] }],
  [['--articles', 'a', '--articles=b', '/help'], { ask: 'chat', json: false, articles: ['a', 'b'], words: ['/help'] }],
  [['--help'], { ask: 'help' }],
  [['--json', '-h'], { ask: 'help' }],
  [['--articles'], { ask: 'refusal', message: expect.stringContaining('--articles') }],
  [['--articles='], { ask: 'refusal', message: expect.stringContaining('--articles') }],
  [['--jsno'], { ask: 'refusal', message: 'There is no option “--jsno”. See --help.' }],
])('reads %j', (given, wanted) => {
  expect(readChatArguments(given)).toEqual(wanted);
});

it.each([
  [['/stance iran "united states"'], { actor: 'iran', about: '"united states"' }],
  [['/stance', 'united states', 'iran'], { actor: 'united states', about: 'iran' }],
  [['/stance', 'iran', 'united states'], { actor: 'iran', about: 'united states' }],
  [['stance', 'united states', 'about:the un charter'], { actor: 'united states', about: 'the un charter' }],
  [['/quote', 'un charter', 'speaker:o "b" c'], { text: 'un charter', speaker: 'o "b" c' }],
  [['/quote', 'un', 'charter'], { text: 'un charter' }],
  [['/quote', 'text:"un', 'charter"'], { text: 'un charter' }],
  [['/help'], {}],
])('joins %j as the shell meant it', (words, args) => {
  expect(parseLine(joinWords(words, commands), commands, english)).toMatchObject({ ok: true, args });
});
