import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeDiscord, textOf } from '../fake-discord.ts';

let fake: FakeDiscord;
let child: ChildProcess | undefined;
beforeEach(async () => {
  fake = await FakeDiscord.start();
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await fake.stop();
});

/** Starts a program against the fake Discord; resolves once it is logged in. */
async function start(
  program: string,
): Promise<{ readonly lines: () => Record<string, unknown>[]; ended: Promise<number | null> }> {
  const started = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { PATH: process.env.PATH ?? '', DISCORD_TOKEN: fake.token, DISCORD_API: fake.api },
  });
  child = started;
  let printed = '';
  const keep = (chunk: Buffer) => {
    printed += chunk;
  };
  started.stdout.on('data', keep);
  started.stderr.on('data', keep);
  const ended = once(started, 'close').then(([code]): number | null => code);
  await fake.until(() => printed.includes('Logged in as'), 25_000);
  const lines = () =>
    printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { lines, ended };
}

describe('the process', () => {
  it('notes a promise that failed with its interaction, and goes on', async () => {
    const { lines } = await start('test/ops/faulty-bot.ts');
    const reply = await fake.command({ name: 'forgets' });
    expect(reply.text).toBe('## Answered');
    const noted = () => lines().find(({ level }) => level === 'error');
    await fake.until(() => noted() !== undefined);
    expect(noted()).toMatchObject({
      interaction: reply.interaction.id,
      error: expect.stringContaining('Nobody waits'),
    });
    expect((await fake.command({ name: 'fine' })).text).toBe('## Answered');
  });

  it('notes the interaction of a promise that failed also after nothing was asked for a while', async () => {
    const { lines } = await start('test/ops/faulty-bot.ts');
    await fake.command({ name: 'fine' });
    await sleep(1_500);
    const reply = await fake.command({ name: 'forgets' });
    const noted = () => lines().find(({ level }) => level === 'error');
    await fake.until(() => noted() !== undefined);
    expect(noted()).toMatchObject({ interaction: reply.interaction.id });
  });

  it('tells a reference to whoever waits for an answer that such a failure keeps from coming', async () => {
    const { lines } = await start('test/ops/faulty-bot.ts');
    const reply = await fake.command({ name: 'stalls', wait: 'acknowledgement' });
    await reply.until(({ followUps }) => followUps.length > 0, 10_000);
    const { id } = reply.interaction;
    expect(reply.followUps.map(textOf)).toEqual([expect.stringContaining(`give them this number: ${id}`)]);
    const told = () => lines().find(({ msg }) => msg === 'A command failed.');
    await fake.until(() => told() !== undefined);
    expect(told()).toMatchObject({ level: 'error', interaction: id });
    expect((await fake.command({ name: 'fine' })).text).toBe('## Answered');
  });

  it('ends after an error that nobody could catch, with a last line and exit code 1', async () => {
    const { lines, ended } = await start('test/ops/faulty-bot.ts');
    const reply = await fake.command({ name: 'breaks' });
    expect(await ended).toBe(1);
    expect(lines().at(-1)).toMatchObject({
      level: 'fatal',
      interaction: reply.interaction.id,
      error: expect.stringContaining('Nobody can catch me'),
    });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends at once on a second %s', async (signal) => {
    const { lines, ended } = await start('src/main.ts');
    fake.fail({ path: '/callback', hang: true, times: 50 });
    await fake.command({ name: 'help', wait: 'nothing' });
    await fake.until(() => fake.requests.some(({ path }) => path.endsWith('/callback')));
    child?.kill(signal);
    await fake.until(() => lines().some(({ msg }) => String(msg).startsWith('Stopping')));
    child?.kill(signal);
    expect(await ended).toBe(1);
  });
});
