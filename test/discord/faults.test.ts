import dns from 'node:dns';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDiscord } from '../../src/discord/client.ts';
import { defineCommand, Option } from '../../src/discord/command.ts';
import type { Handled, Tally } from '../../src/ops/tally.ts';
import { FakeDiscord, type FakeDiscordOptions, type Reply } from '../fake-discord.ts';
import { options, recordingLog, startBot } from './bot.ts';

/** What Discord and the network do to a bot. Whatever it was, the next question gets its answer. */

let runs = 0;
const echo = defineCommand({
  data: {
    name: 'echo',
    description: 'Says it again',
    options: [
      { name: 'text', description: 'What', type: Option.String, required: true },
      { name: 'milliseconds', description: 'How much later', type: Option.Integer },
    ],
  },
  run: async ({ text, milliseconds = 0 }) => {
    runs += 1;
    await sleep(milliseconds);
    return { show: 'page', status: 'ok', heading: text, sections: [] };
  },
});

let fake: FakeDiscord;
let stop: () => Promise<void> = async () => undefined;
let tally: Tally & {
  readonly interactions: Handled[];
  connected: (is: boolean) => void;
  states: boolean[];
  limits: number;
};
let log: ReturnType<typeof recordingLog>;

async function start(world: FakeDiscordOptions = {}): Promise<void> {
  const interactions: Handled[] = [];
  const states: boolean[] = [];
  tally = {
    interactions,
    states,
    limits: 0,
    handled: (interaction) => void interactions.push(interaction),
    connected: (isConnected) => void states.push(isConnected),
    reconnecting: () => undefined,
    limited: () => {
      tally.limits += 1;
    },
  };
  log = recordingLog();
  ({ fake, stop } = await startBot([echo], { tally, log }, world));
  runs = 0;
}
beforeEach(() => start());
afterEach(() => stop());

const ask = (text: string, milliseconds = 0) => fake.command({ name: 'echo', options: { text, milliseconds } });

async function expectNormalAnswer(): Promise<void> {
  expect((await ask('and now?')).text).toBe('## and now?');
}

const outcomes = () => tally.interactions.map(({ outcome }) => outcome);

describe('the connection', () => {
  it('that drops while something is answered does not keep the answer', async () => {
    const asked = ask('still there', 400);
    await fake.until(() => runs === 1);
    fake.gateway.drop();
    expect((await asked).text).toBe('## still there');
    await fake.until(() => fake.gateway.resumes.length > 0, 15_000);
    await expectNormalAnswer();
    expect(fake.gateway.resumes).toMatchObject([{ accepted: true }]);
    expect(tally.states).toEqual([true, false, true]);
  });

  it('that is resumed brings what was asked meanwhile', async () => {
    fake.gateway.drop();
    const reply = await ask('asked in between');
    expect(reply.text).toBe('## asked in between');
    await expectNormalAnswer();
  });

  it('is made anew when Discord asks for it', async () => {
    fake.gateway.requestReconnect();
    await fake.until(() => fake.gateway.resumes.length > 0, 15_000);
    await expectNormalAnswer();
  });

  it('is made anew when the session is gone', async () => {
    fake.gateway.invalidate(false);
    await fake.until(() => fake.gateway.identifies.length > 1, 15_000);
    await fake.until(() => fake.gateway.online && fake.gateway.readies > 1);
    await expectNormalAnswer();
  });

  it('is made anew when Discord does not answer heartbeats', async () => {
    await stop();
    await start({ heartbeatInterval: 300 });
    fake.gateway.acknowledgeHeartbeats(false);
    await fake.until(() => fake.gateway.leavings.length > 0, 15_000);
    fake.gateway.acknowledgeHeartbeats(true);
    await fake.until(() => fake.gateway.resumes.length > 0 || fake.gateway.identifies.length > 1, 15_000);
    await expectNormalAnswer();
  });

  it('comes back when the gateway has turned it away for a while', async () => {
    fake.gateway.refuse('reset', 700);
    fake.gateway.drop();
    await fake.until(() => fake.gateway.resumes.length > 0 || fake.gateway.identifies.length > 1, 25_000);
    await expectNormalAnswer();
  });
});

describe('names', () => {
  afterEach(() => vi.restoreAllMocks());

  /** As when no name server can be reached. */
  const losing = () =>
    vi.spyOn(dns, 'lookup').mockImplementation(((name: string, _: unknown, tell: (error: Error) => void) => {
      process.nextTick(tell, Object.assign(new Error(`getaddrinfo EAI_AGAIN ${name}`), { code: 'EAI_AGAIN' }));
    }) as typeof dns.lookup);

  it('that cannot be resolved at the start are asked for again until they can', async () => {
    await stop();
    const world = await FakeDiscord.start();
    losing();
    const api = world.api.replace('127.0.0.1', 'localhost');
    const told = recordingLog();
    const bot = startDiscord({ ...options(world, [echo], { tally, log: told }), api });
    stop = async () => {
      await bot.stop();
      await world.stop();
    };
    await world.until(() => told.lines.some(({ message }) => message.startsWith('Discord cannot be reached')));
    vi.restoreAllMocks();
    await bot.ready;
    fake = world;
    expect(told.lines.map(({ message }) => message)).toContain('Discord can be reached again.');
    await expectNormalAnswer();
  });

  it('that cannot be resolved for a while cost the answers of that while alone', async () => {
    await stop();
    const world = await FakeDiscord.start();
    const api = world.api.replace('127.0.0.1', 'localhost');
    const bot = startDiscord({ ...options(world, [echo], { tally, log }), api });
    await bot.ready;
    fake = world;
    stop = async () => {
      await bot.stop();
      await world.stop();
    };
    await expectNormalAnswer();
    losing();
    // The connection breaks, so that a new one is needed.
    const breaking = fake.fail({ path: '/callback', reset: true, times: 10 });
    await fake.command({ name: 'echo', options: { text: 'in vain' }, wait: 'nothing' });
    await fake.until(() => tally.interactions.length === 2, 15_000);
    expect(outcomes()).toEqual(['ok', 'unsent']);
    breaking.cancel();
    vi.restoreAllMocks();
    await expectNormalAnswer();
  });
});

describe('our clock', () => {
  afterEach(() => vi.useRealTimers());

  it.each([3_600_000, -3_600_000, 86_400_000 * 400])('that jumps by %d ms changes nothing', async (jump) => {
    await ask('before');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + jump });
    // Discord's own clock goes on as before.
    fake.skew(-jump);
    for (const text of ['one', 'two', 'three']) expect((await ask(text)).text).toBe(`## ${text}`);
    vi.useRealTimers();
    fake.skew(0);
    await expectNormalAnswer();
    expect(new Set(outcomes())).toEqual(new Set(['ok']));
  });
});

describe('an answer', () => {
  it.each([
    ['is slowed down', { retryAfter: 0.3 }],
    ['is slowed down with everything else', { retryAfter: 0.3, global: true }],
    ['meets an error of Discord’s', { status: 500 }],
    ['is taken, but Discord’s word of it is lost in an error', { status: 502, applied: true }],
    ['loses its connection', { reset: true }],
    ['is taken, but the connection is lost', { reset: true, applied: true }],
    ['loses its connection twice', { reset: true, times: 2 }],
    ['meets errors of Discord’s for long', { status: 500, times: 6 }],
    ['gets no word from Discord', { hang: true }],
    ['is taken, but gets no word from Discord', { hang: true, applied: true }],
  ])('that %s gets there, once', async (_what, fault) => {
    fake.fail({ path: '/callback', ...fault });
    const reply = await ask('whatever happens');
    expect(reply.text).toBe('## whatever happens');
    await fake.until(() => tally.interactions.length === 1);
    expect(outcomes()).toEqual(['ok']);
    expect(runs).toBe(1);
    expect(tally.limits).toBe('retryAfter' in fault ? 1 : 0);
    await expectNormalAnswer();
  });

  it.each([
    ['is slowed down', { retryAfter: 0.3 }],
    ['meets an error of Discord’s', { status: 500 }],
    ['is taken, but Discord’s word of it is lost in an error', { status: 502, applied: true }],
    ['loses its connection', { reset: true }],
  ])('that was announced and %s gets there', async (_what, fault) => {
    fake.fail({ path: '/messages/@original', ...fault });
    expect((await ask('later', 1_600)).text).toBe('## later');
    await expectNormalAnswer();
  });

  it('that Discord never takes is given up, and logged with its interaction', async () => {
    const failing = fake.fail({ path: '/callback', status: 500, times: 100 });
    const reply = await fake.command({ name: 'echo', options: { text: 'in vain' }, wait: 'nothing' });
    await fake.until(() => tally.interactions.length === 1, 15_000);
    expect(outcomes()).toEqual(['unsent']);
    expect(log.lines.at(-1)?.details).toContain(String(reply.interaction.id));
    // It is no fault of ours, and nobody is told that it were.
    expect(log.lines.map(({ message }) => message)).not.toContain('A command failed.');
    failing.cancel();
    await expectNormalAnswer();
  });

  it('that comes after Discord stopped waiting is counted', async () => {
    fake.fail({ path: '/callback', delay: 3_100, times: 3 });
    await fake.command({ name: 'echo', options: { text: 'too late' }, wait: 'nothing' });
    await fake.until(() => tally.interactions.length === 1, 15_000);
    expect(outcomes()).toEqual(['unsent']);
    await expectNormalAnswer();
  });
});

describe('answers', () => {
  it('that are slow to be taken share their connections, however many there are', async () => {
    const many = 600;
    fake.fail({ path: '/callback', delay: 200, times: many });
    for (let at = 0; at < many; at += 1) {
      await fake.command({ name: 'echo', options: { text: 'busy' }, wait: 'nothing' });
    }
    await fake.until(() => tally.interactions.length === many, 15_000);
    expect(outcomes()).not.toContain('unsent');
    // One more is the gateway's.
    expect(fake.mostConnections).toBeLessThanOrEqual(257);
    await expectNormalAnswer();
  });
});

describe('an interaction', () => {
  it('delivered twice is answered once', async () => {
    const reply = await ask('once');
    fake.dispatch('INTERACTION_CREATE', reply.interaction);
    await fake.until(() => tally.interactions.length === 2);
    expect(outcomes()).toEqual(['ok', 'repeated']);
    expect(runs).toBe(1);
    expect(fake.refusals).toEqual([]);
    await expectNormalAnswer();
  });

  it('too old to be answered when it reaches us is dropped and counted', async () => {
    await ask('fresh');
    const sent = fake.requests.length;
    fake.skew(-4_000);
    await fake.command({ name: 'echo', options: { text: 'stale' }, wait: 'nothing' });
    fake.skew(0);
    await fake.until(() => tally.interactions.length === 2);
    expect(outcomes()).toEqual(['ok', 'stale']);
    expect(fake.requests).toHaveLength(sent);
    await expectNormalAnswer();
  });

  it.each([-3_600_000, 3_600_000])('is answered when the clocks differ by %d ms', async (skew) => {
    fake.skew(skew);
    for (const text of ['one', 'two', 'three']) expect((await ask(text)).text).toBe(`## ${text}`);
    await expectNormalAnswer();
  });

  it('of a kind or with fields of a newer Discord does no harm', async () => {
    fake.dispatch('INTERACTION_CREATE', {
      id: fake.nextId(),
      application_id: fake.applicationId,
      token: 't',
      type: 42,
    });
    fake.dispatch('SOMETHING_NEW', { of: 'a kind' });
    const reply = await fake.command({
      name: 'echo',
      options: { text: 'as ever' },
      raw: { entitlements: [{ novelty: true }], novelty: { deep: [1] } },
    });
    expect(reply.text).toBe('## as ever');
    expect(outcomes()).toContain('unknown');
    await expectNormalAnswer();
  });

  it('is told of with its command and place, once for each', async () => {
    await ask('hello');
    const direct: Reply = await fake.command({ name: 'echo', options: { text: 'hello' }, guild: null });
    await fake.until(() => tally.interactions.length === 2);
    expect(tally.interactions).toMatchObject([
      { kind: 'command', command: 'echo', place: 'guild', guild: '1200000000000000001', outcome: 'ok' },
      { kind: 'command', command: 'echo', place: 'direct', guild: null, id: direct.interaction.id },
    ]);
  });
});
