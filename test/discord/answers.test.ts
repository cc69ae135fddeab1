import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TimelineAnswer, VerdictAnswer } from '../../src/answer.ts';
import type { Archive } from '../../src/core/archive.ts';
import { startDiscord } from '../../src/discord/client.ts';
import { defineCommand, defineMessageCommand, Option, privateOption } from '../../src/discord/command.ts';
import { FakeDiscord, type Reply } from '../fake-discord.ts';
import { archive, passage, position, quotation } from './archive.ts';
import { options, startBot } from './bot.ts';
import { hostileText } from './hostile.ts';

const name = { type: Option.String, max_length: 100 } as const;

const stance = defineCommand({
  data: {
    name: 'stance',
    description: 'What somebody holds',
    options: [
      { ...name, name: 'actor', description: 'Who', required: true },
      { ...name, name: 'about', description: 'On what' },
      privateOption,
    ],
  },
  run: async ({ actor, about }, context) => {
    const { positions } = await context.archive.stance({ actor, about });
    const found = { show: 'positions' as const, holder: actor, about: about ?? 'anything', positions, summary: '' };
    const base = { ...found, heading: `${actor} on ${about ?? 'anything'}`, total: positions.length };
    return positions.length > 0 ? { ...base, status: 'ok' } : { ...base, status: 'nothing', message: 'No position.' };
  },
  reverse: ({ actor, about }) => (about === undefined ? undefined : { actor: about, about: actor }),
});

const ask = defineCommand({
  data: { name: 'ask', description: 'Answers', options: [privateOption] },
  run: async () => ({
    show: 'passages',
    status: 'nothing',
    message: 'Nothing in the articles answers that.',
    heading: 'Who?',
    reading: 'passages',
    read: 'Read as a question for a name.',
    passages: [passage(), passage(), passage()],
    total: 3,
  }),
});

function verdict(given: Partial<VerdictAnswer>): VerdictAnswer {
  const heading = 'Is this on record?';
  return { show: 'verdict', status: 'ok', heading, verdict: 'verbatim', claim: 'It stays.', notes: [], ...given };
}

const verify = defineCommand({
  data: { name: 'verify', description: 'Checks', options: [privateOption] },
  run: async () => verdict({ status: 'nothing', verdict: 'not found', message: 'No article prints this.' }),
});

const png = new Uint8Array([137, 80, 78, 71]);
const timelineAnswer: TimelineAnswer = {
  show: 'timeline',
  status: 'ok',
  heading: 'Velmouth on the harbour',
  holder: 'Velmouth',
  about: 'the harbour',
  events: Array.from({ length: 60 }, () => ({ position: position(), changed: false })),
  picture: { name: 'timeline.png', png, alt: 'Support until May' },
};
const timeline = defineCommand({
  data: { name: 'timeline', description: 'In time', options: [privateOption] },
  run: async () => timelineAnswer,
});

const checkQuotations = defineMessageCommand({
  data: { name: 'Check quotations' },
  run: async ({ content }) => {
    const claims = [...content.matchAll(/“([^”]*)”/g)].map((match) => match[1] ?? '');
    const base = { show: 'verdicts' as const, heading: 'Quotations in this message' };
    return claims.length === 0
      ? { ...base, status: 'nothing', message: 'There is no quotation in this message.', verdicts: [] }
      : { ...base, status: 'ok', verdicts: claims.map((claim) => verdict({ claim })) };
  },
});

const quoted = quotation({ text: 'The harbour stays open.', start: 27, key: '8-abcdefghijkl' });
const known = archive({
  stance: async ({ actor: holder, about = '' }) => ({
    holder,
    about,
    positions: holder === 'nobody' ? [] : [position({ holder, evidence: [quoted] })],
    total: holder === 'nobody' ? 0 : 1,
    supports: 1,
    opposes: 0,
  }),
  context: async (key) =>
    key === quoted.key
      ? {
          quotation: quoted,
          paragraphs: [
            { text: 'It was late.', start: 0, end: 12, paragraph: 1 },
            { text: 'She said: “The harbour stays open.”', start: 16, end: 51, paragraph: 2 },
          ],
        }
      : null,
});

const commands = [stance, ask, verify, timeline];
const other = { id: '1300000000000000002', username: 'somebody' };
let current: Archive = known;
let fake: FakeDiscord;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ fake, stop } = await startBot(commands, { archive: () => current, messageCommands: [checkQuotations] }));
});
afterAll(() => stop());
beforeEach(() => {
  current = known;
});

const labels = (reply: Reply) => reply.buttons.map(({ label }) => label);
const iranOn = (about?: string) =>
  fake.command({ name: 'stance', options: { actor: 'Iran', ...(about === undefined ? {} : { about }) } });

describe('the other side', () => {
  it('is shown in place to the asker, and leads back', async () => {
    const reply = await iranOn('Venezuela');
    expect(labels(reply)).toEqual(['In context', 'Cite', 'Other side']);
    const turned = await fake.click({ message: reply, label: 'Other side' });
    expect(turned.type).toBe(7);
    expect(turned.text).toContain('## Venezuela on Iran');
    const back = await fake.click({ message: turned, label: 'Other side' });
    expect(back.text).toContain('## Iran on Venezuela');
  });

  it('is a private copy for anybody else', async () => {
    const turned = await fake.click({ message: await iranOn('Venezuela'), label: 'Other side', user: other });
    expect(turned.type).toBe(4);
    expect(fake.replies.at(-1)?.ephemeral).toBe(true);
  });

  it('is not offered where nothing was asked about, and told privately where nobody is on record', async () => {
    expect(labels(await iranOn())).toEqual(['In context', 'Cite']);
    const reply = await iranOn('nobody');
    const turned = await fake.click({ message: reply, label: 'Other side' });
    expect(turned.type).toBe(4);
    expect(JSON.stringify(turned.sent)).toContain('No position.');
    expect(reply.text).toContain('## Iran on nobody');
  });
});

describe('a quotation in its surroundings', () => {
  it('is shown to whoever asks alone, and leaves the answer as it is', async () => {
    const reply = await iranOn('Venezuela');
    await fake.click({ message: reply, label: 'In context', user: other });
    const shown = fake.replies.at(-1);
    expect(shown).toMatchObject({ type: 4, sent: { flags: 64 | (1 << 15) } });
    expect(JSON.stringify(shown?.sent)).toContain('> It was late.\\n> \\n> She said: “**The harbour stays open.**”');
    expect(reply.text).toContain('## Iran on Venezuela');
  });

  it('is found by another process, however long ago the answer was', async () => {
    const reply = await iranOn('x'.repeat(100));
    const again = await FakeDiscord.start();
    const bot = startDiscord(options(again, commands, { archive: () => known }));
    await bot.ready;
    await again.click({ message: reply, label: 'In context' });
    expect(JSON.stringify(again.replies.at(-1)?.sent)).toContain('In context');
    await bot.stop();
    await again.stop();
  });

  it('that is no longer there is said to be gone; one that is late is waited for', async () => {
    const reply = await iranOn('Venezuela');
    current = archive();
    const gone = await fake.click({ message: reply, label: 'In context' });
    expect(JSON.stringify(gone.sent)).toContain('no longer in them');
    current = {
      ...known,
      context: async (key) => {
        await new Promise((resolve) => setTimeout(resolve, 1_700));
        return known.context(key);
      },
    };
    const late = await fake.click({ message: reply, label: 'In context' });
    expect(late.type).toBe(5);
    expect(JSON.stringify(fake.replies.at(-1)?.edits.at(-1)?.body)).toContain('In context');
  });
});

describe('an answer that is none', () => {
  it('to a question comes with the nearest passages, to the asker alone', async () => {
    const reply = await fake.command({ name: 'ask' });
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toContain('### Nearest in the articles, not an answer');
    expect(reply.text.match(/opened/g)).toHaveLength(2);
  });

  it('to a quotation is a verdict like the others', async () => {
    const reply = await fake.command({ name: 'verify' });
    expect(reply.ephemeral).toBe(false);
    expect(reply.text).toContain('### ❔ Not found\nNo article prints this.');
  });
});

describe('a picture', () => {
  it('is sent with the first page, goes when the page is turned, and comes back', async () => {
    const reply = await fake.command({ name: 'timeline' });
    const [picture] = reply.attachments;
    expect(picture).toMatchObject({
      filename: 'timeline.png',
      content_type: 'image/png',
      description: 'Support until May',
    });
    expect(picture?.data).toEqual(Buffer.from(png));
    expect(JSON.stringify(reply.message.components)).toContain(String(picture?.url));
    const second = await fake.click({ message: reply, label: '▶' });
    expect(second.attachments).toEqual([]);
    expect(second.message.components.some(({ type }) => type === 12)).toBe(false);
    const first = await fake.click({ message: second, label: '◀' });
    expect(first.attachments.map(({ filename }) => filename)).toEqual(['timeline.png']);
  });

  it('is sent again when the connection breaks', async () => {
    fake.fail({ path: '/callback', reset: true });
    expect((await fake.command({ name: 'timeline' })).attachments).toHaveLength(1);
  });
});

describe('the command in a message’s menu', () => {
  const check = (content: string) => fake.contextMenu({ name: 'Check quotations', message: { content } });

  it('is registered with nothing but its name', () => {
    expect(fake.commands.find(({ type }) => type === 3)).toMatchObject({ name: 'Check quotations', description: '' });
  });

  it('answers about the message, to the asker alone', async () => {
    const reply = await check('He said “It stays.” and “It goes.”');
    expect(reply.ephemeral).toBe(true);
    expect(reply.text.match(/^### ✅ Verbatim$/gm)).toHaveLength(2);
    expect(reply.text).toContain('> It goes.');
  });

  it('reads the words of a message made of components', async () => {
    const components = [{ type: 17, components: [{ type: 10, content: 'She said “It stays.”' }] }];
    const reply = await fake.contextMenu({ name: 'Check quotations', message: { content: '', components } });
    expect(reply.text).toContain('> It stays.');
  });

  it('says when there is nothing to check', async () => {
    expect((await check('Good morning')).text).toBe('There is no quotation in this message.');
    expect((await check('')).text).toBe('There is no quotation in this message.');
  });

  it('puts what does not fit into further private messages', async () => {
    const reply = await check('“It stays.” '.repeat(13));
    await reply.until(({ followUps }) => followUps.length === 2);
    expect(labels(reply)).toEqual(['Share']);
    expect(reply.followUps.every(({ flags }) => (flags & 64) !== 0)).toBe(true);
  });

  it('that is gone is said to be', async () => {
    const gone = await fake.contextMenu({ name: 'Old one', message: { content: '' }, unchecked: true });
    expect(gone.text).toBe('I have no command “Old one” any more. Please try /help.');
  });

  it('takes any text, and pings nobody', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const reply = await check(`“${text}”`);
        expect(reply.text).not.toContain(String(reply.interaction.id));
        expect(reply.pings).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

it('leaves nothing that Discord refused', () => {
  expect(fake.refusals).toEqual([]);
});
