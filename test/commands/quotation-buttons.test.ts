import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, messageCommands } from '../../commands/index.ts';
import { openApp } from '../../src/app.ts';
import { startBot } from '../discord/bot.ts';
import type { FakeDiscord } from '../fake-discord.ts';

/** What can be done with a printed quotation: the real archive, the real client, a loopback Discord. */
const sentence =
  'The harbour stays open to every boat that comes in from the sea, and nobody will be sent away at night.';
const tide = {
  title: 'Harbour to stay',
  outlet: 'Coast Daily',
  date: '2021-03-04',
  url: 'https://coast.example/harbour#top',
  text: `Harbour to stay\n\n“${sentence}” said Mara Okell, the mayor of Velmouth.\n\nThe town has two piers.`,
};

let folder = '';
let fake: FakeDiscord;
let stop: () => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-'));
  await writeFile(join(folder, 'tide.jsonl'), JSON.stringify(tide));
  const { archive, reload, problems } = await openApp([folder]);
  ({ fake, stop } = await startBot(commands, { messageCommands, archive, reload, problems }));
});
afterAll(async () => {
  expect(fake.refusals).toEqual([]);
  await stop();
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
