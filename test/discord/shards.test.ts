import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordOptions, startDiscord } from '../../src/discord/client.ts';
import { defineCommand } from '../../src/discord/command.ts';
import { FakeDiscord } from '../fake-discord.ts';
import { options, recordingLog } from './bot.ts';

/** Guilds by shard of two: the shard is the bits of the id above the lowest 22. */
const guildOf = (shard: number) => ({ id: String((BigInt(600_000 + shard) << 22n) + 1n), name: `Guild ${shard}` });
const guilds = [guildOf(0), guildOf(1)];

const running: { stop(): Promise<void> }[] = [];
let fake: FakeDiscord;
beforeEach(async () => {
  fake = await FakeDiscord.start({ guilds, shards: 2, maxConcurrency: 2 });
  running.push(fake);
});
afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.stop();
});

/** A bot whose answers tell who gave them. */
function start(name: string, shards: DiscordOptions['shards'], given: Partial<DiscordOptions> = {}) {
  const who = defineCommand({
    data: { name: 'who', description: 'Tells who answers' },
    run: async () => ({ show: 'page', status: 'ok', heading: name, sections: [] }),
  });
  const bot = startDiscord({ ...options(fake, [who], given), shards });
  running.push(bot);
  return bot;
}

const asked = (guild: (typeof guilds)[number] | null) => fake.command({ name: 'who', guild });
const shards = () => fake.gateway.identifies.map(({ shard }) => shard).sort();

describe('the shards', () => {
  it('are as many as Discord advises, in one process, and each answers its guilds', async () => {
    await start('all', 'auto').ready;
    expect(shards()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    for (const guild of [...guilds, null]) expect((await asked(guild)).text).toBe('## all');
  });

  it('may be more than Discord advises', async () => {
    await start('four', { ids: [0, 1], count: 4 }).ready;
    expect(shards()).toEqual([
      [0, 4],
      [1, 4],
    ]);
  });

  it('may be in several processes, each with its own guilds, the first with direct messages and the registering', async () => {
    const log = recordingLog();
    await start('first', { ids: [0], count: 2 }).ready;
    await start('second', { ids: [1], count: 2 }, { log }).ready;
    const texts = [];
    for (const guild of [...guilds, null]) texts.push((await asked(guild)).text);
    expect(texts).toEqual(['## first', '## second', '## first']);
    expect(fake.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(fake.refusals).toEqual([]);
    expect(log.lines.map(({ message }) => message)).toContain(
      'Commands are registered by the process that has shard 0.',
    );
  });

  it('that log in at the same moment in several processes are let in one after the other, without anybody doing anything', async () => {
    const busy = await FakeDiscord.start({ guilds, shards: 2, maxConcurrency: 1, identifyWindow: 5_000 });
    running.push(busy);
    const log = recordingLog();
    const bots = ['first', 'second'].map((name, shard) =>
      start(name, { ids: [shard], count: 2 }, { token: busy.token, api: busy.api, log }),
    );
    await Promise.all(bots.map(({ ready }) => ready));
    expect(busy.gateway.turnedAway).toHaveLength(1);
    expect(busy.gateway.identifies).toHaveLength(2);
    const texts = [];
    for (const guild of guilds) texts.push((await busy.command({ name: 'who', guild })).text);
    expect(texts).toEqual(['## first', '## second']);
    expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('are connected when all of them are', async () => {
    const states: boolean[] = [];
    const tally = {
      handled: () => undefined,
      connected: (isConnected: boolean) => void states.push(isConnected),
      reconnecting: () => undefined,
      limited: () => undefined,
    };
    await start('all', 'auto', { tally }).ready;
    expect(states).toEqual([true]);
    fake.gateway.drop(1);
    await fake.until(() => states.length === 2);
    expect((await asked(guilds[0] ?? null)).text).toBe('## all');
    await fake.until(() => states.length === 3, 15_000);
    expect(states).toEqual([true, false, true]);
    expect((await asked(guilds[1] ?? null)).text).toBe('## all');
  });

  it('show each its presence, once', async () => {
    await start('all', 'auto').ready;
    await fake.until(() => fake.gateway.presences.length >= 2);
    await asked(guilds[1] ?? null);
    expect(fake.gateway.presences).toHaveLength(2);
  });

  it.each([
    [4010, 'SHARDS names'],
    [4011, 'set SHARDS to auto'],
  ])('that Discord ends with code %d are told of', async (code, advice) => {
    const bot = start('one', { ids: [0], count: 1 });
    await bot.ready;
    await asked(guilds[0] ?? null);
    fake.gateway.close(code, 'No.');
    expect((await bot.ended).message).toContain(advice);
  });
});
