import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { commands, messageCommands } from '../../commands/index.ts';
import type { Archive } from '../../src/core/archive.ts';
import { type DiscordOptions, startDiscord } from '../../src/discord/client.ts';
import type { ReloadProgress, ReloadReport } from '../../src/discord/command.ts';
import { createCooldown } from '../../src/discord/cooldown.ts';
import { archive, quotation } from '../discord/archive.ts';
import { noReload, options, recordingLog, startBot } from '../discord/bot.ts';
import { FakeDiscord } from '../fake-discord.ts';

/** How the bot behaves towards those who ask much, ask from elsewhere, or look after it. */
const held = (articles: number): Archive =>
  archive({
    size: { articles, statements: 34, stances: 5 },
    quote: async () => ({ quotations: [quotation()], total: 1 }),
  });
const owner = { id: '1300000000000000009' };
const moderator = { id: '1300000000000000007' };
const home = { id: '1200000000000000001' };
const manageServer = 1n << 5n;

let current = held(12);
let reload: DiscordOptions['reload'] = noReload;
let reloads = 0;
let running: Promise<ReloadReport> | undefined;
const log = recordingLog();
let fake: FakeDiscord;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ fake, stop } = await startBot(commands, {
    messageCommands,
    archive: () => current,
    // A reload joins the one that is running, as the app's does.
    reload: (tell) => {
      running ??= reload(tell).finally(() => {
        running = undefined;
      });
      return running;
    },
    reloading: () => running !== undefined,
    moderators: { users: [moderator.id], guilds: [] },
    cooldown: createCooldown(),
    log,
  }));
});
afterAll(async () => {
  expect(fake.refusals).toEqual([]);
  await stop();
});
afterEach(() => {
  current = held(12);
  reload = noReload;
});

const state = () => fake.gateway.presences.at(-1)?.activities;

describe('the presence', () => {
  it('says how much there is and where to begin, from the start and after a reload', async () => {
    await fake.until(() => fake.gateway.presences.length > 0);
    expect(state()).toMatchObject([{ type: 4, state: '12 articles · /help' }]);
    const before = fake.gateway.presences.length;
    current = held(1);
    await fake.command({ name: 'reload', user: moderator, permissions: manageServer });
    await fake.until(() => fake.gateway.presences.length > before);
    expect(state()).toMatchObject([{ state: '1 article · /help' }]);
  });

  it('is set anew when Discord has forgotten the session', async () => {
    const before = fake.gateway.presences.length;
    fake.gateway.invalidate(false);
    await fake.until(() => fake.gateway.presences.length > before, 15_000);
    expect(state()).toMatchObject([{ state: '12 articles · /help' }]);
  }, 20_000);
});

describe('somebody who asks very much at once', () => {
  const asks = (user: { readonly id: string }) =>
    fake.command({ name: 'quote', options: { text: 'harbour' }, user, permissions: manageServer });
  const refused = /That was a lot at once.*Please try again in (?:a second|\d+ seconds)/;

  it('is asked to wait, privately, while buttons, suggestions and everybody else are answered', async () => {
    const user = { id: '1300000000000000021' };
    const replies = await Promise.all(Array.from({ length: 60 }, () => asks(user)));
    const waiting = replies.filter(({ text }) => refused.test(text));
    expect(waiting.length).toBeGreaterThan(0);
    expect(replies.length - waiting.length).toBeGreaterThanOrEqual(30);
    expect(waiting.every(({ ephemeral }) => ephemeral)).toBe(true);
    const [answer] = replies.filter((reply) => !waiting.includes(reply));
    if (answer === undefined) throw new Error('Nothing was answered');
    await Promise.all(Array.from({ length: 5 }, () => fake.click({ message: answer, label: 'Cite', user })));
    expect(fake.replies.at(-1)?.text).not.toMatch(refused);
    expect(Array.isArray(await fake.autocomplete({ name: 'quote', focused: 'text', user }))).toBe(true);
    expect((await asks({ id: '1300000000000000022' })).text).toContain('## Quotations');
  });

  it('is answered after a while', async () => {
    const user = { id: '1300000000000000023' };
    await Promise.all(Array.from({ length: 40 }, () => asks(user)));
    await expect
      .poll(async () => (await asks(user)).text, { timeout: 5_000, interval: 300 })
      .toContain('## Quotations');
  });

  it('is not kept waiting as a moderator', async () => {
    const replies = await Promise.all(Array.from({ length: 60 }, () => asks(moderator)));
    expect(replies.every(({ text }) => text.includes('## Quotations'))).toBe(true);
  });
});

describe('the cooldown', () => {
  it('counts each user for themselves, and forgets those who have been quiet', () => {
    const cooldown = createCooldown(2);
    expect([cooldown('a'), cooldown('a'), cooldown('b')]).toEqual([0, 0, 0]);
    expect(cooldown('a')).toBe(1);
    for (let user = 0; user < 3_000; user += 1) expect(cooldown(String(user))).toBe(0);
    expect(cooldown('a')).toBeGreaterThan(0);
  });

  it('lets nobody ask more than so many at once, however few that are', () => {
    for (const burst of [1, 2, 30]) {
      const cooldown = createCooldown(burst);
      const waits = Array.from({ length: burst + 1 }, () => cooldown('a'));
      expect(waits).toEqual([...Array(burst).fill(0), 1]);
    }
  });
});

describe('a place', () => {
  const quote = (given: Partial<Parameters<FakeDiscord['command']>[0]>) =>
    fake.command({ name: 'quote', options: { text: 'harbour' }, user: { id: '1300000000000000031' }, ...given });

  it('where only the asker has installed the bot is answered in private, unless told otherwise', async () => {
    const elsewhere = { integrationOwners: { 1: '1300000000000000031' } };
    expect((await quote(elsewhere)).ephemeral).toBe(true);
    expect((await quote({ ...elsewhere, guild: null, context: 2 })).ephemeral).toBe(true);
    expect((await quote({ ...elsewhere, options: { text: 'harbour', private: false } })).ephemeral).toBe(false);
  });

  it('where the bot belongs is answered for all', async () => {
    expect((await quote({})).ephemeral).toBe(false);
    expect((await quote({ integrationOwners: { 0: home.id, 1: '1300000000000000031' } })).ephemeral).toBe(false);
    expect((await quote({ guild: null, context: 1, integrationOwners: { 1: '1300000000000000031' } })).ephemeral).toBe(
      false,
    );
  });

  it('has every command, whoever installed the bot', () => {
    expect(fake.commands.every(({ contexts }) => String(contexts) === '0,1,2')).toBe(true);
    expect(fake.commands.every(({ integration_types: types }) => String(types) === '0,1')).toBe(true);
  });
});

describe('/status', () => {
  it.each([{}, { guild: null }, { integrationOwners: { 1: '1300000000000000001' } }])(
    'is for everyone, privately, everywhere: %j',
    async (circumstances) => {
      const { text, ephemeral } = await fake.command({ name: 'status', ...circumstances });
      expect(ephemeral).toBe(true);
      expect(text).toContain('12 articles, 34 statements');
      expect(text).toContain(`Version ${current.version}`);
      expect(text).toContain('Last read: 2021-03-04 05\\:06\\:07 UTC');
      expect(text).toContain('Running for 1 day 2 hours 3 minutes');
      expect(text).toContain('Memory: 123 MB');
    },
  );
});

describe('/reload', () => {
  const asked = (given: Partial<Parameters<FakeDiscord['command']>[0]>) =>
    fake.command({ name: 'reload', unchecked: true, ...given });

  it('tells a manager who is refused which variable takes this server’s id, and nobody else', async () => {
    const refused = await asked({ permissions: manageServer });
    expect(refused.ephemeral).toBe(true);
    expect(refused.text).toContain(`its id, ${home.id}, to the variable MODERATOR\\_GUILDS`);
    expect((await asked({})).text).not.toContain(home.id);
    expect((await asked({ guild: null })).text).toContain('Only moderators may reload');
  });

  it('is always open to the application’s owner', async () => {
    expect((await asked({ user: owner, guild: null })).text).toContain('## Articles reloaded');
  });

  it('shows how far it is, and at last what came of it', async () => {
    let finish: (report: ReloadReport) => void = () => undefined;
    let tell: (progress: ReloadProgress) => void = () => undefined;
    reload = (hear = () => undefined) => {
      tell = hear;
      return new Promise((resolve) => {
        finish = resolve;
      });
    };
    const reply = await asked({ user: moderator });
    expect(reply.text).toContain('## Reloading the articles\nLooking at the files.');
    tell({ files: 1, of: 900, statements: 3, secondsLeft: null });
    tell({ files: 400, of: 900, statements: 5_000, secondsLeft: 44 });
    await fake.until(() => reply.text.includes('400 of 900 files read, 5,000 statements found.'));
    expect(reply.text).toContain('About 50 seconds are left.');
    tell({ files: 900, of: 900, statements: 11_000, secondsLeft: 0 });
    await fake.until(() => reply.text.includes('Now the archive is put in order.'));
    finish({ ...(await noReload()), articles: 900, leftOut: ['notes/README.md'] });
    await fake.until(() => reply.text.includes('900 articles'));
    expect(reply.text).toMatch(/### Left out, as no articles\n.*README/);
    expect(reply.ephemeral).toBe(true);
    // What was told in between is not worth an edit of its own: Discord allows few.
    expect(reply.edits.length).toBeLessThanOrEqual(3);
  }, 20_000);

  it('sends what could not be read as a file where it is too long to be read in a message', async () => {
    const problemsOf = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ file: `day-${at + 1}.txt`, reason: 'it is empty' }));
    const reported = async (count: number) => {
      reload = async () => ({ ...(await noReload()), problems: problemsOf(count) });
      return asked({ user: owner });
    };
    const few = await reported(20);
    expect(few.attachments).toEqual([]);
    expect(few.text).toContain('day-20.txt');
    const many = await reported(500);
    expect(many.attachments.map(({ filename }) => filename)).toEqual(['problems.txt']);
    const lines = many.attachments[0]?.data.toString().trim().split('\n');
    expect(lines).toHaveLength(500);
    expect(lines?.at(-1)).toBe('day-500.txt: it is empty');
    expect(many.text).toContain('500 problems');
    expect(many.text).toContain('day-10.txt: it is empty\n… and 490 more: all are in problems.txt.');
  });

  it('asked for while one runs says so, and shows what comes of that one', async () => {
    let finish: (report: ReloadReport) => void = () => undefined;
    reload = () => {
      reloads += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    };
    const first = await asked({ user: moderator, wait: 'nothing' });
    await fake.until(() => running !== undefined);
    const second = await asked({ user: owner });
    expect(second.text).toContain('This is the reload that was already running');
    finish({ ...(await noReload()), articles: 77 });
    await fake.until(() => [first, second].every((reply) => reply.answered && reply.text.includes('77 articles')));
    expect(second.text).toContain('This is the reload that was already running');
    expect(second.ephemeral).toBe(true);
    expect(reloads).toBe(1);
  });
});

describe('Discord that does not say whom the bot belongs to', () => {
  it('has it start all the same', async () => {
    const lines = recordingLog();
    const world = await FakeDiscord.start();
    world.fail({ path: '/applications/@me', status: 403, times: 5 });
    const bot = startDiscord(options(world, commands, { log: lines }));
    await bot.ready;
    expect(lines.lines.some(({ message }) => message.includes('whom the application belongs to'))).toBe(true);
    await bot.stop();
    await world.stop();
  });
});
