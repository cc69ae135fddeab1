import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answer, UserError } from '../../src/answer.ts';
import { defineCommand } from '../../src/discord/command.ts';
import { runLine } from '../../src/terminal/session.ts';
import { openSession } from './example-archive.ts';
import { commands } from './example-commands.ts';

const page = (heading: string): Answer => ({ show: 'page', status: 'ok', heading, sections: [] });
const failing = defineCommand({
  data: { name: 'fail', description: 'Fails' },
  run: async () => {
    throw new TypeError('secret');
  },
});
const refusing = defineCommand({
  data: { name: 'refuse', description: 'Refuses' },
  run: () => {
    throw new UserError('Not now.');
  },
});
const stepping = defineCommand({
  data: { name: 'step', description: 'Answers in steps' },
  run: async function* () {
    yield page('one');
    yield page('two');
  },
});
const silent = defineCommand({
  data: { name: 'silent', description: 'Says nothing' },
  run: async function* () {},
});
const session = openSession([...commands, failing, refusing, stepping, silent], () => 'f-1');

it('runs a command with its arguments', async () => {
  const { command, answer, state } = await runLine('/quote un speaker:iran', session);
  expect({ command, state, message: answer.message }).toEqual({
    command: 'quote',
    state: 'done',
    message: 'Nothing on “un” by “iran”.',
  });
});

it('answers a malformed line', async () => {
  expect(await runLine('/qoute un', session)).toEqual({
    command: 'qoute',
    state: 'malformed',
    answer: { show: 'error', status: 'error', message: 'There is no command “/qoute”. The nearest is /quote.' },
  });
});

it('shows a problem the person can mend as it is, and a fault with its reference alone', async () => {
  const refused = await runLine('/refuse', session);
  expect([refused.state, refused.answer.message]).toEqual(['done', 'Not now.']);
  for (const line of ['/fail', '/silent']) {
    const failed = await runLine(line, session);
    expect([failed.state, failed.answer.message]).toEqual([
      'failed',
      'Something went wrong inside On Record, not with what you typed (reference f-1).',
    ]);
  }
});

it('takes the last of several answers', async () => {
  const seen: Answer[] = [];
  const { answer } = await runLine('/step', session, (step) => seen.push(step));
  expect(answer).toEqual(page('two'));
  expect(seen).toEqual([page('one'), page('two')]);
});

it('answers any line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom('', '/quote ', '/stance '), async (line, start) => {
      const { answer } = await runLine(start + line, session);
      expect(answer.status === 'ok' || (answer.message ?? '').length > 0).toBe(true);
    }),
  );
});
