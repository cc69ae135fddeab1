import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, messageCommands } from '../../commands/index.ts';
import { openApp } from '../../src/app.ts';
import { captionOf } from '../../src/discord/citation.ts';
import type { Ports } from '../../src/discord/ports.ts';
import { Studio } from '../../src/picture/studio.ts';
import { startBot } from '../discord/bot.ts';
import type { FakeDiscord } from '../fake-discord.ts';

/** What can be done with a printed quotation: the real archive, the real client, a loopback Discord. */
const sentence =
  'The harbour stays open to every boat that comes in from the sea, and nobody will be sent away at night.';
/** Longer than a message has room for. */
const speech = Array.from({ length: 150 }, (_, index) => `We shall keep lighthouse number ${index + 1} burning.`).join(
  ' ',
);
const tide = {
  title: 'Harbour to stay',
  outlet: 'Coast Daily',
  date: '2021-03-04',
  url: 'https://coast.example/harbour#top',
  text: `Harbour to stay\n\n“${sentence}” said Mara Okell, mayor of Velmouth.\n\n“${speech}” said Tomas Brandt, the keeper of the lights.\n\nThe town has two piers.`,
};

const studio = new Studio();
let folder = '';
let fake: FakeDiscord;
let stop: () => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-'));
  await writeFile(join(folder, 'tide.jsonl'), JSON.stringify(tide));
  const app = await openApp([folder]);
  const card: Ports['card'] = (quotation, wording) => studio.card(captionOf(quotation, wording));
  ({ fake, stop } = await startBot(commands, { ...app, messageCommands, card }));
});
afterAll(async () => {
  expect(fake.refusals).toEqual([]);
  await stop();
  await studio.close();
  await rm(folder, { recursive: true });
});

const quote = (options: Record<string, string | boolean> = {}) =>
  fake.command({ name: 'quote', options: { text: 'harbour', ...options } });

describe('the link of a quotation', () => {
  it('opens the article at its words, and keeps the fragment that its address has', async () => {
    const { buttons } = await quote();
    expect(buttons.find(({ label }) => label === 'Read the article')?.url).toBe(
      'https://coast.example/harbour#top:~:text=The%20harbour%20stays%20open,sent%20away%20at%20night',
    );
  });
});

/** What the last interaction was answered with. */
const last = () => fake.replies.at(-1);

describe('Cite', () => {
  it('gives the citation to whoever asks alone, and leaves the answer as it is', async () => {
    const reply = await quote();
    await fake.click({ message: reply, label: 'Cite', user: { id: '1300000000000000002' } });
    expect(last()?.ephemeral).toBe(true);
    expect(last()?.text).toContain(
      `“${sentence}” — Mara Okell, mayor of Velmouth. “Harbour to stay”, Coast Daily, 2021-03-04, paragraph 1. https://coast.example/harbour#top`,
    );
    expect(reply.ephemeral).toBe(false);
  });
});

describe('a picture card', () => {
  const alt = `${sentence} — Mara Okell, mayor of Velmouth. “Harbour to stay”, Coast Daily, 2021-03-04, paragraph 1.`;

  it('stands above the answer when asked for, with all its words for those who do not see it', async () => {
    const reply = await quote({ card: true });
    expect(reply.attachments).toMatchObject([{ filename: 'quotation.png', description: alt }]);
    expect(reply.text).toContain('harbour');
    expect((await quote()).attachments).toEqual([]);
  });

  it('is offered where a quotation is cited, shown to whoever asks alone, and posted when they share it', async () => {
    const cited = await fake.click({ message: await quote(), label: 'Cite', user: { id: '1300000000000000002' } });
    const card = await fake.click({ message: cited, label: 'Picture card', user: { id: '1300000000000000002' } });
    expect(card.ephemeral).toBe(true);
    expect(card.attachments).toMatchObject([{ filename: 'quotation.png', description: alt }]);
    const shared = await fake.click({ message: card, label: 'Share', user: { id: '1300000000000000002' } });
    expect(shared.ephemeral).toBe(false);
    expect(shared.attachments).toMatchObject([{ description: alt }]);
    expect(shared.buttons.map(({ label }) => label)).toEqual(['Read the article']);
  });

  it('is refused in one sentence where the words would not be shown whole', async () => {
    const reply = await quote({ text: 'lighthouse', card: true });
    expect(reply.attachments).toEqual([]);
    expect(reply.text).toContain('No card: the words are too long to be shown whole in a picture.');
    const cited = await fake.click({ message: reply, label: 'Cite' });
    await fake.click({ message: cited, label: 'Picture card' });
    expect(last()?.ephemeral).toBe(true);
    expect(last()?.attachments).toEqual([]);
    expect(last()?.text).toContain('No card: the words are too long');
  });
});

describe('Show whole', () => {
  it('is offered only where a quotation was cut, and shows all of it privately, part by part', async () => {
    expect((await quote()).buttons.map(({ label }) => label)).not.toContain('Show whole');
    const reply = await quote({ text: 'lighthouse' });
    expect(reply.text).toContain('\\[…\\]');
    const first = await fake.click({ message: reply, label: 'Show whole' });
    expect(last()?.ephemeral).toBe(true);
    expect(last()?.text).toContain('> We shall keep lighthouse number 1 burning.');
    const second = await fake.click({ message: first, label: '▶' });
    expect(second).toMatchObject({ type: 7, ephemeral: true });
    expect(second.text).toContain('lighthouse number 150 burning.');
    expect((await fake.click({ message: second, label: '◀' })).text).not.toContain('number 150 ');
  });
});

describe('Share', () => {
  const labels = (reply: { readonly buttons: readonly { readonly label?: string }[] }) =>
    reply.buttons.map(({ label }) => label);

  it('posts a private answer anew, for all to see and its owner to turn', async () => {
    const reply = await quote({ private: true });
    expect(labels(reply)).toContain('Share');
    const shared = await fake.click({ message: reply, label: 'Share' });
    expect(shared).toMatchObject({ type: 4, ephemeral: false });
    expect(shared.text).toBe(reply.text);
    expect(labels(shared)).not.toContain('Share');
    expect(reply.ephemeral).toBe(true);
  });

  it('is offered neither of a public answer, nor of one that is private by its nature', async () => {
    expect(labels(await quote())).not.toContain('Share');
    expect(labels(await fake.command({ name: 'reload', unchecked: true }))).not.toContain('Share');
  });

  it('posts what no button could ask again as it stands', async () => {
    const checked = await fake.contextMenu({ name: 'Check quotations', message: { content: `“${sentence}”` } });
    expect(checked.ephemeral).toBe(true);
    const shared = await fake.click({ message: checked, label: 'Share' });
    expect(shared).toMatchObject({ type: 4, ephemeral: false });
    expect(shared.text).toBe(checked.text);
    expect(labels(shared)).not.toContain('Share');
    const cited = await fake.click({ message: shared, label: 'Cite' });
    expect(cited.type).toBe(4);
    const long = await quote({ text: `harbour ${'-xyzzy '.repeat(40)}`.trim(), private: true });
    expect((await fake.click({ message: long, label: 'Share' })).ephemeral).toBe(false);
  });

  it('of a message that is not private is refused', async () => {
    const reply = await quote({ private: true });
    const shown = { ...reply.message, flags: 1 << 15 };
    await fake.click({ message: shown, label: 'Share' });
    expect(JSON.stringify(last()?.sent)).toContain('Please ask again with the command.');
    expect(last()?.sent).toMatchObject({ flags: 64 | (1 << 15) });
  });
});
