import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refuse, UserError } from '../../src/answer.ts';
import type { Archive } from '../../src/core/archive.ts';
import { startDiscord } from '../../src/discord/client.ts';
import { defineCommand, Option, privateOption } from '../../src/discord/command.ts';
import { FakeDiscord, type Reply } from '../fake-discord.ts';
import { archive, quotation } from './archive.ts';
import { options, recordingLog, startBot } from './bot.ts';
import { hostileText } from './hostile.ts';

const harbour = Array.from({ length: 12 }, (_, index) =>
  quotation({ key: `a1-${index}`, text: `The harbour is number ${index}.` }),
);

const first = archive({
  quote: async ({ text = '', speaker }) => {
    const found = harbour.filter(
      (each) => each.text.includes(text) && (speaker ?? each.speaker?.name) === each.speaker?.name,
    );
    return { quotations: found, total: found.length };
  },
  suggestSubjects: async (typed) => {
    if (typed === 'fail') throw new Error('No suggestions today');
    if (typed === 'slow') await sleep(2_600);
    return Array.from({ length: 60 }, (_, index) => ({
      name: `${typed} ${index} ${'long '.repeat(30)}`,
      value: `key ${index}`,
    }));
  },
});
let current: Archive = first;

const quote = defineCommand({
  data: {
    name: 'quote',
    description: 'Find what was said',
    options: [
      {
        name: 'text',
        description: 'Words to look for',
        type: Option.String,
        required: true,
        max_length: 400,
        autocomplete: true,
      },
      { name: 'speaker', description: 'Who', type: Option.String, max_length: 100 },
      privateOption,
    ],
  },
  run: async ({ text, speaker }, context) => {
    const { quotations, total } = await context.archive.quote({ text, speaker });
    const found = { show: 'quotations' as const, heading: `Quotations with “${text}”`, quotations, total };
    return total > 0
      ? { ...found, status: 'ok' }
      : { ...found, status: 'nothing', message: `Nothing on record with “${text}”.`, nearest: ['harbour'] };
  },
  suggest: { text: (typed, context) => context.archive.suggestSubjects(typed) },
});

const wait = defineCommand({
  data: {
    name: 'wait',
    description: 'Answers later, or fails later',
    options: [
      { name: 'milliseconds', description: 'How much later', type: Option.Integer, required: true },
      {
        name: 'outcome',
        description: 'What then',
        type: Option.String,
        choices: ['answer', 'nothing', 'mendable', 'fault'].map((value) => ({ name: value, value })),
      },
      privateOption,
    ],
  },
  run: async ({ milliseconds, outcome = 'answer' }) => {
    await sleep(milliseconds);
    if (outcome === 'mendable') throw new UserError('Please ask *differently*.');
    if (outcome === 'fault') throw new Error('The secret is 42');
    if (outcome === 'nothing')
      return { show: 'page', status: 'nothing', heading: 'Wait', sections: [], message: 'Nothing came.' };
    return { show: 'page', status: 'ok', heading: 'It came', sections: [] };
  },
});

const grow = defineCommand({
  data: {
    name: 'grow',
    description: 'Answers bit by bit',
    options: [
      { name: 'steps', description: 'How many', type: Option.Integer, required: true },
      { name: 'pause', description: 'Milliseconds between them', type: Option.Integer, required: true },
      { name: 'fails', description: 'Whether it fails at the end', type: Option.Boolean },
    ],
  },
  run: async function* ({ steps, pause, fails }) {
    for (let step = 1; step <= steps; step += 1) {
      if (step > 1) await sleep(pause);
      yield { show: 'page', status: 'ok', heading: `Step ${step}`, sections: [] };
    }
    if (fails) throw new UserError('It broke off.');
  },
});

let runs = 0;
const report = defineCommand({
  data: { name: 'report', description: 'Does something, and tells at length', default_member_permissions: '32' },
  privateByDefault: true,
  repeatable: false,
  run: async (_, { user }) => {
    if (!user.moderator) return refuse('Only moderators may do that.');
    runs += 1;
    const lines = Array.from({ length: 400 }, (_, index) => `file ${index}: cannot be read, for one reason or another`);
    return { show: 'page', status: 'ok', heading: 'Done', sections: [{ title: 'Problems', lines }] };
  },
});

const where = defineCommand({
  data: { name: 'where', description: 'Tells what it knows of the asker' },
  run: async (_, { place, locale, user, commands }) => ({
    show: 'page',
    status: 'ok',
    heading: `${place}, ${locale}, ${user.id}, ${user.moderator ? 'moderator' : 'reader'}, ${commands.length} commands`,
    sections: [],
  }),
});

const commands = [quote, wait, grow, report, where];
const log = recordingLog();
const manageServer = 1n << 5n;
const moderators = { users: ['1300000000000000007'], guilds: ['1200000000000000001'] };
const other = { id: '1300000000000000002', username: 'somebody' };
let fake: FakeDiscord;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ fake, stop } = await startBot(commands, { archive: () => current, moderators, log }));
});
afterAll(() => stop());
beforeEach(() => {
  current = first;
});

/** What the buttons of the last row say: those of a quotation stand with it. */
const labels = (reply: Reply) =>
  reply.buttons.map(({ label = '' }) => label).filter((label) => !['In context', 'Cite'].includes(label));

describe('an answer', () => {
  it('is sent at once, to everybody, and pings nobody', async () => {
    const reply = await fake.command({ name: 'quote', options: { text: 'number 7' } });
    expect(reply.type).toBe(4);
    expect(reply.ephemeral).toBe(false);
    expect(reply.text).toContain('> The harbour is number 7.');
    expect(reply.allowedMentions).toEqual({ parse: [] });
  });

  it('is for the asker alone when they wish it, or there is none', async () => {
    expect((await fake.command({ name: 'quote', options: { text: 'harbour', private: true } })).ephemeral).toBe(true);
    const none = await fake.command({ name: 'quote', options: { text: 'lighthouse' } });
    expect(none.ephemeral).toBe(true);
    expect(none.text).toBe('Nothing on record with “lighthouse”.\n-# Did you mean:\n- harbour');
  });

  it('that takes long is announced in time', async () => {
    const reply = await fake.command({ name: 'wait', options: { milliseconds: 1_800, private: true } });
    expect(reply.type).toBe(5);
    expect(reply.acknowledgedAfter).toBeLessThan(2_500);
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toBe('## It came');
  });

  it('knows who asks, and where', async () => {
    expect((await fake.command({ name: 'where' })).text).toBe(
      '## guild, en-GB, 1300000000000000001, reader, 5 commands',
    );
    const direct = await fake.command({
      name: 'where',
      guild: null,
      locale: 'de',
      user: { id: '1300000000000000007' },
    });
    expect(direct.text).toBe('## direct, de, 1300000000000000007, moderator, 5 commands');
  });

  it('that grows is shown once it takes a while, replaces itself now and then, and is shown whole at last', async () => {
    const quick = await fake.command({ name: 'grow', options: { steps: 5, pause: 40 } });
    expect(quick.text).toBe('## Step 5');
    expect(quick.edits).toHaveLength(0);
    const single = await fake.command({ name: 'grow', options: { steps: 1, pause: 0 } });
    await sleep(50);
    expect(single.edits).toHaveLength(0);
    const slow = await fake.command({ name: 'grow', options: { steps: 5, pause: 1_200 } });
    expect(slow.text).toBe('## Step 2');
    await slow.until(({ text }) => text === '## Step 5', 8_000);
    expect(slow.edits).toHaveLength(2);
  });
});

describe('what goes wrong', () => {
  it.each([0, 1_700])('and can be mended is told the asker alone (after %d ms)', async (milliseconds) => {
    const reply = await fake.command({ name: 'wait', options: { milliseconds, outcome: 'mendable' } });
    await reply.until(({ followUps, deleted }) => milliseconds === 0 || (deleted && followUps.length > 0));
    const [message = reply.message] = reply.followUps;
    expect(message.components).toMatchObject([{ content: 'Please ask \\*differently\\*.' }]);
    expect(message.flags & 64).toBe(64);
  });

  it('on our side is told with a number, and logged with it', async () => {
    const reply = await fake.command({ name: 'wait', options: { milliseconds: 0, outcome: 'fault' } });
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toContain(String(reply.interaction.id));
    // The number itself may hold any digits.
    expect(reply.text.replace(String(reply.interaction.id), '')).not.toContain('42');
    expect(log.lines.at(-1)).toMatchObject({ level: 'error', message: 'A command failed.' });
    expect(log.lines.at(-1)?.details).toContain(String(reply.interaction.id));
  });

  it('in private stays where it is', async () => {
    const reply = await fake.command({
      name: 'wait',
      options: { milliseconds: 1_700, outcome: 'nothing', private: true },
    });
    expect(reply).toMatchObject({ deleted: false, ephemeral: true, text: 'Nothing came.', followUps: [] });
  });

  it('half-way takes back what was shown', async () => {
    const reply = await fake.command({ name: 'grow', options: { steps: 2, pause: 1_700, fails: true } });
    await reply.until(({ followUps }) => followUps.length > 0);
    expect(reply.deleted).toBe(true);
    expect(reply.followUps[0]?.flags).toBe(64 | (1 << 15));
  });

  it.each([
    [{ text: 'x'.repeat(401) }, 'The option “text” takes at most 400 characters; this is 401. Please shorten it.'],
    [{ text: 7 }, 'The option “text” must be text.'],
    [{}, '/quote needs the option “text”: Words to look for.'],
    [{ text: 'a', colour: 'red' }, '/quote has no option “colour”; it takes these options: text, speaker, private.'],
  ])('in the options is refused politely: %#', async (given, sentence) => {
    const reply = await fake.command({ name: 'quote', options: given, unchecked: true });
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toBe(sentence);
  });

  it('because the command is gone is said', async () => {
    const reply = await fake.command({ name: 'gone', unchecked: true });
    expect(reply.text).toBe('I have no command /gone any more. Please try /help.');
    expect(reply.ephemeral).toBe(true);
  });

  it('with the connection does not keep an answer from coming', async () => {
    const refused = fake.refusals.length;
    fake.fail({ path: '/callback', applied: true, reset: true });
    expect((await fake.command({ name: 'wait', options: { milliseconds: 1_600 } })).text).toBe('## It came');
    // The second try is refused, since the first got through: nothing else is.
    expect(fake.refusals.splice(refused).map(({ body }) => body.code)).toEqual([40060]);
  });

  it('because Discord stopped waiting is logged, and no fault of the command', async () => {
    const before = log.lines.length;
    const refused = fake.refusals.length;
    // It is tried again while there is time; all of them come too late.
    fake.fail({ path: '/callback', delay: 3_100, times: 3 });
    await fake.command({ name: 'where', wait: 'nothing' });
    await fake.until(() => fake.refusals.length >= refused + 3, 10_000);
    expect(log.lines.slice(before).map(({ message }) => message)).toEqual(['An answer could not be sent.']);
    expect(fake.refusals.splice(refused).map(({ body }) => body.code)).toEqual([10062, 10062, 10062]);
  });

  it('when Discord refuses an answer does no harm to the next', async () => {
    const before = log.lines.length;
    fake.fail({ path: '/callback', status: 400, times: 2 });
    await fake.command({ name: 'where', wait: 'nothing' });
    await fake.until(() => log.lines.length >= before + 2);
    expect((await fake.command({ name: 'where' })).text).toContain('guild');
  });
});

describe('suggestions', () => {
  const typed = (text: string) => fake.autocomplete({ name: 'quote', focused: 'text', options: { text } });

  it('come before anything is typed, and never too many or too long', async () => {
    const choices = await typed('');
    expect(choices).toHaveLength(25);
    expect(choices[0]).toMatchObject({ value: 'key 0' });
  });

  it('are none rather than an error, or late', async () => {
    expect(await typed('fail')).toEqual([]);
    expect(await typed('slow')).toEqual([]);
    expect(await fake.autocomplete({ name: 'wait', focused: 'outcome', unchecked: true })).toEqual([]);
    expect(await fake.autocomplete({ name: 'gone', focused: 'outcome', unchecked: true })).toEqual([]);
  });
});

describe('moderators', () => {
  const asked = async (who: Parameters<FakeDiscord['command']>[0]) =>
    (await fake.command({ ...who, unchecked: true })).text;

  it('are the users named, and in the guilds named whoever manages the server', async () => {
    expect(await asked({ name: 'report' })).toBe('Only moderators may do that.');
    expect(await asked({ name: 'report', permissions: 0n })).toBe('Only moderators may do that.');
    expect(await asked({ name: 'report', permissions: manageServer })).toContain('## Done');
    expect(await asked({ name: 'report', user: { id: '1300000000000000007' }, guild: null })).toContain('## Done');
    expect(await asked({ name: 'report', permissions: manageServer, guild: { id: '1200000000000000009' } })).toBe(
      'Only moderators may do that.',
    );
    expect(await asked({ name: 'report', guild: null })).toBe('Only moderators may do that.');
  });

  it('get a long report in several private messages, made once', async () => {
    const before = runs;
    const reply = await fake.command({ name: 'report', permissions: manageServer });
    await reply.until(({ followUps }) => followUps.length === 4);
    expect(reply.buttons).toEqual([]);
    expect(reply.followUps.every(({ flags }) => (flags & 64) !== 0)).toBe(true);
    expect(JSON.stringify(reply.followUps.at(-1))).toMatch(/Page 5 of \d+; the rest is left out/);
    expect(runs).toBe(before + 1);
  });
});

describe('pages', () => {
  const harbours = (given: Record<string, string | boolean> = {}) =>
    fake.command({ name: 'quote', options: { text: 'harbour', ...given } });

  it('are turned in place by the asker', async () => {
    const reply = await harbours();
    expect(labels(reply)).toEqual(['◀', '1 of 3', '▶']);
    const second = await fake.click({ message: reply, label: '▶' });
    expect(second.type).toBe(7);
    expect(second.text).toContain('number 5.');
    expect(labels(second)).toEqual(['◀', '2 of 3', '▶']);
    const third = await fake.click({ message: second, label: '▶' });
    expect(third.text).toContain('number 11.');
    expect((await fake.click({ message: third, label: '◀' })).text).toContain('number 5.');
  });

  it('are turned in a private copy by anybody else, who then turns that', async () => {
    const reply = await harbours();
    const copy = await fake.click({ message: reply, label: '▶', user: other });
    expect(copy.type).toBe(4);
    expect(reply.text).toContain('number 0.');
    const [mine] = fake.replies.slice(-1);
    expect(mine?.ephemeral).toBe(true);
    expect(mine?.text).toContain('number 5.');
    const turned = await fake.click({ message: copy, label: '▶', user: other });
    expect(turned.type).toBe(7);
    expect(turned.text).toContain('number 10.');
  });

  it('of a private answer stay private', async () => {
    const reply = await harbours({ private: true });
    const second = await fake.click({ message: reply, label: '▶' });
    expect(second).toMatchObject({ type: 7, ephemeral: true });
  });

  it('come from the new archive when it changed, and say so', async () => {
    const reply = await harbours();
    current = { ...first, version: 'another', quote: async () => ({ quotations: harbour.slice(0, 6), total: 6 }) };
    const second = await fake.click({ message: reply, label: '▶' });
    expect(second.text).toContain('-# The articles have changed since this was asked');
    expect(labels(second)).toEqual(['◀', '2 of 2', '▶']);
    const back = await fake.click({ message: second, label: '◀' });
    expect(back.text).not.toContain('The articles have changed');
  });

  it('that are no more are said to be, and the message stays', async () => {
    const reply = await harbours();
    current = archive({ version: 'empty' });
    const second = await fake.click({ message: reply, label: '▶' });
    expect(second).toMatchObject({ type: 4, deleted: false });
    expect(JSON.stringify(fake.replies.at(-1)?.sent)).toContain('Nothing on record');
    expect(reply.text).toContain('number 0.');
  });

  it('are turned after a restart, by another process', async () => {
    const reply = await harbours({ speaker: 'Mara Okell' });
    const again = await FakeDiscord.start();
    const bot = startDiscord(options(again, commands, { archive: () => current }));
    await bot.ready;
    const second = await again.click({ message: reply, label: '▶' });
    expect(second.text).toContain('number 5.');
    await bot.stop();
    await again.stop();
  });

  it('have no buttons where the question is too long for them', async () => {
    current = archive({ quote: async () => ({ quotations: harbour, total: 12 }) });
    const reply = await harbours({ text: 'x'.repeat(390) });
    expect(labels(reply)).toEqual([]);
    expect(reply.text).toContain('this question is too long for page buttons');
  });

  it('of a message that is not ours, too old or tampered with are refused kindly', async () => {
    const reply = await harbours();
    const back = reply.buttons.find(({ label }) => label === '◀');
    const strange = {
      ...reply.message,
      components: [{ type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: 'page2' }] }],
    };
    for (const request of [
      { message: strange, customId: 'page2' },
      { message: reply, customId: 'next:1|', unchecked: true },
      {
        message: { ...reply.message, components: [{ type: 1, components: back ? [back] : [] }] },
        customId: back?.custom_id ?? '',
        unchecked: true,
      },
    ]) {
      const answer = await fake.click(request);
      expect(answer.type).toBe(4);
      expect(JSON.stringify(answer.sent)).toContain('Please ask again with the command.');
    }
  });
});

describe('any text', () => {
  it('typed into an option gets an answer, and pings nobody', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const reply = await fake.command({ name: 'quote', options: { text }, unchecked: true });
        expect(reply.text).not.toBe('');
        expect(reply.text).not.toContain(String(reply.interaction.id));
        expect(reply.pings).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('that is being typed gets suggestions', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const request = { name: 'quote', focused: 'text', options: { text, speaker: text }, unchecked: true };
        expect(await fake.autocomplete(request)).toHaveLength(25);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves nothing that Discord refused', () => {
    expect(fake.refusals).toEqual([]);
  });
});
