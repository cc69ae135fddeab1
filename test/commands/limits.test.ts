import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, messageCommands } from '../../commands/index.ts';
import { type App, openApp } from '../../src/app.ts';
import { captionOf } from '../../src/discord/citation.ts';
import type { Ports } from '../../src/discord/ports.ts';
import { Studio } from '../../src/picture/studio.ts';
import { startBot } from '../discord/bot.ts';
import type { FakeDiscord, Reply } from '../fake-discord.ts';

/** Articles made to break each of Discord's limits; the loopback Discord refuses what the real one would. */
const ninety = `Maximiliana ${'Aurelia '.repeat(9)}Zwing`.padEnd(90, 'x');
const speech = Array.from({ length: 130 }, (_, at) => `We oppose the sale of lighthouse number ${at + 1} now.`).join(
  ' ',
);
const unbroken = `lighthouse${'x'.repeat(6_000)}`;
const bomb = '@everyone <@1> <@&1> <#1> **a** __b__ ~~c~~ ||d|| `e` ```f``` [g](https://h.example) <t:1:R> :smile:';
const sentence = (words: string, who: string) => `“${words}” said ${who}, the mayor of Velmouth.`;
const crowd = Array.from({ length: 60 }, (_, at) =>
  sentence(`We support the lighthouse and pier ${at}, and we oppose the sale of pier ${at},`, 'Mara Okell'),
);

const articles = [
  {
    id: 'ninety',
    title: 'Lighthouse',
    outlet: 'Coast Daily',
    date: '2021-03-04',
    text: sentence(`${speech} Keep the lighthouse,`, ninety),
  },
  {
    id: 'unbroken',
    title: 'Lighthouse, unbroken',
    outlet: 'Coast Daily',
    date: '2021-03-05',
    text: sentence(unbroken, 'Mara Okell'),
  },
  {
    id: 'bomb',
    title: `${bomb} lighthouse`.repeat(12),
    outlet: bomb.repeat(8),
    date: '2021-03-06',
    url: `https://coast.example/${'a'.repeat(600)}`,
    text: sentence(`The lighthouse ${bomb}\u2028# h\u2028> q\u2028-# s`.repeat(20), 'Mara Okell'),
  },
  {
    id: 'turned',
    title: 'ליגת המגדלור \u202elighthouse \u2067',
    outlet: '\u202eהמגדלור',
    date: '2021-03-07',
    url: 'https://coast.example/\u202e',
    text: sentence('The lighthouse \u202estays\u2067 שלום \u202d here,', 'Mara Okell'),
  },
  { id: 'crowd', title: 'Lighthouse crowd', outlet: 'Coast Daily', date: '2022-03-04', text: crowd.join('\n\n') },
  ...Array.from({ length: 120 }, (_, at) => ({
    id: `outlet-${at}`,
    title: `Lighthouse ${at}`,
    outlet: `The ${at} ${'Very '.repeat(20)}Long Gazette`,
    date: `2020-01-${String((at % 28) + 1).padStart(2, '0')}`,
    text: sentence(`The lighthouse of day ${at} stays,`, `Anna ${String.fromCharCode(65 + (at % 26))}quist`),
  })),
];

const studio = new Studio();
let folder = '';
let app: App;
let fake: FakeDiscord;
let stop: () => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-'));
  await writeFile(join(folder, 'all.jsonl'), articles.map((article) => JSON.stringify(article)).join('\n'));
  app = await openApp([folder]);
  const card: Ports['card'] = (quotation, wording) => studio.card(captionOf(quotation, wording));
  const draw = (svg: string) => studio.draw(svg);
  ({ fake, stop } = await startBot(commands, { ...app, messageCommands, card, draw }));
}, 60_000);
afterAll(async () => {
  await stop();
  await studio.close();
  await app.close();
  await rm(folder, { recursive: true });
});

/** Presses every button that the answer has and those of the answers to them, and turns to the last page. */
async function pressAll(reply: Reply, depth = 2): Promise<void> {
  const pressed = new Set<string>();
  for (const { custom_id: id, label = '', disabled } of reply.buttons) {
    if (typeof id !== 'string' || disabled === true || pressed.has(label) || label === 'Share') continue;
    pressed.add(label);
    const next = await fake.click({ message: reply, label });
    if (depth > 0 && next !== reply) await pressAll(next, depth - 1);
  }
}

const asked: readonly (readonly [string, Record<string, string | boolean>])[] = [
  ['quote', { text: 'lighthouse', card: true }],
  ['quote', { speaker: 'Mara Okell' }],
  ['quote', { speaker: ninety, card: true }],
  ['quote', { text: bomb }],
  ['quote', { text: 'stays שלום' }],
  ['quote', { text: `lighthouse ${'\u202e'.repeat(280)}` }],
  ['stance', { actor: 'Mara Okell', about: 'pier' }],
  ['stance', { actor: ninety, about: 'lighthouse' }],
  ['stance', { actor: bomb.slice(0, 100), about: bomb.slice(0, 100) }],
  ['compare', { first: 'Mara Okell', second: ninety, about: 'lighthouse' }],
  ['timeline', { actor: 'Mara Okell', about: 'pier' }],
  ['ask', { question: 'Who supports the lighthouse?' }],
  ['ask', { question: bomb }],
  ['ask', { question: 'What did Mara Okell say about the lighthouse?' }],
  ['verify', { quotation: speech.slice(0, 3_900) }],
  ['verify', { quotation: unbroken.slice(0, 4_000) }],
  ['verify', { quotation: bomb.repeat(30).slice(0, 4_000) }],
  ['article', { article: 'bomb' }],
  ['article', { article: 'turned' }],
  ['article', { article: 'crowd' }],
  ['sources', {}],
  ['help', {}],
  ['help', { command: '@everyone' }],
  ['status', {}],
];

describe('over articles that are made to break Discord’s limits', () => {
  it.each(asked)(
    '/%s %j is answered, and so is each of its buttons, with what Discord takes',
    async (name, options) => {
      const reply = await fake.command({ name, options });
      expect(reply.text.trim()).not.toBe('');
      await pressAll(reply);
      expect(fake.refusals).toEqual([]);
    },
    60_000,
  );

  it('shows the name of ninety characters whole, and a cut speech with its end a button away', async () => {
    const reply = await fake.command({ name: 'quote', options: { speaker: ninety } });
    expect(reply.text).toContain(ninety);
    expect(reply.buttons.map(({ label }) => label)).toContain('Show whole');
  });

  it('mentions nobody, whatever is printed', async () => {
    const reply = await fake.command({ name: 'quote', options: { text: 'everyone' } });
    expect(reply.text).toContain('\\@everyone \\<\\@1>');
    expect(reply.message.mentions ?? []).toEqual([]);
    expect(reply.message.mention_everyone ?? false).toBe(false);
  });

  it('keeps a name that reads from the right, and marks that turn others, to themselves', async () => {
    const { text } = await fake.command({ name: 'quote', options: { text: 'lighthouse stays here' } });
    const line = text.split('\n').find((each) => each.includes('ליגת')) ?? '';
    expect(line).toMatch(/^-# \u2068.*\u2069\u2069 · \u2068.*\u2069 · 2021-03-07 · paragraph 1$/);
  });
});
