import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { type Discord, startDiscord } from '../../src/discord/client.ts';
import { draw } from '../../src/picture/drawing.ts';
import { botOptions } from '../app-ports.ts';
import { FakeDiscord } from '../fake-discord.ts';

/** Every command as a reader meets it: the real client, the real archive, a folder of articles, a loopback Discord. */
const home = { id: '100000000000000001', name: 'Home' };
const elsewhere = { id: '100000000000000002', name: 'Elsewhere' };
const manager = { guild: home, permissions: String(1 << 5) };

const harbour = `Harbour to close

VNA – Velmouth will close its harbour in June.

“We oppose foreign ownership of the harbour,” said Mara Okell, the mayor of Velmouth. She said that the town supports the new ferry.
`;
const ferry = `Ferry opens

VNA – The ferry opened on Monday.

“The ferry belongs to everybody,” said Tomas Brandt, the ferry’s captain.
`;

let folder = '';
let app: App;
let discord: FakeDiscord;
let bot: Discord;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-'));
  await writeFile(join(folder, 'harbour.txt'), harbour);
  app = await openApp([folder]);
  discord = await FakeDiscord.start({ guilds: [home, elsewhere] });
  bot = startDiscord(
    botOptions(app, discord, { draw, moderators: { users: ['300000000000000003'], guilds: [home.id] } }),
  );
  await bot.ready;
});
afterAll(async () => {
  expect(discord.refusals).toEqual([]);
  await bot.stop();
  await discord.stop();
  await rm(folder, { recursive: true });
});

describe('/quote', () => {
  it('shows the words as printed, the speaker with office, how it was said, and where', async () => {
    const { text } = await discord.command({ name: 'quote', options: { text: 'foreign ownership' } });
    expect(text).toContain('oppose **foreign** **ownership** of the harbour');
    expect(text).toContain('Mara Okell');
    expect(text).toContain('mayor of Velmouth');
    expect(text).toMatch(/VNA.*paragraph 2/);
  });
  it('filters by speaker and outlet', async () => {
    expect((await discord.command({ name: 'quote', options: { speaker: 'okell', outlet: 'vna' } })).text).toContain(
      'supports the new ferry',
    );
    expect((await discord.command({ name: 'quote', options: { speaker: 'okell', outlet: 'nobody' } })).text).toContain(
      'No article on record is by',
    );
  });
  it('says when nothing is on record, and offers what is', async () => {
    const { text } = await discord.command({ name: 'quote', options: { speaker: 'Okel' } });
    expect(text).toContain('Nobody on record is called “Okel”');
    expect(text).toContain('Mara Okell');
  });
  it('is answered privately when asked so', async () => {
    expect((await discord.command({ name: 'quote', options: { text: 'ferry', private: true } })).ephemeral).toBe(true);
    expect((await discord.command({ name: 'quote', options: { text: 'ferry' } })).ephemeral).toBe(false);
  });
  it('completes what the archive holds, before anything is typed too', async () => {
    const names = async (focused: string, options: Record<string, string>) =>
      ((await discord.autocomplete({ name: 'quote', focused, options })) ?? []).map(({ name }) => name);
    expect(await names('speaker', { speaker: '' })).toContainEqual(
      expect.stringMatching(/^Mara Okell · 2 statements$/),
    );
    expect(await names('speaker', { speaker: 'oke' })).toHaveLength(1);
    expect(await names('speaker', { speaker: 'zzz' })).toEqual([]);
    expect(await names('outlet', { outlet: '' })).toEqual(['VNA · 1 article']);
    expect((await names('text', { text: 'har' })).length).toBeGreaterThan(0);
  });
});

describe('/stance', () => {
  it('shows positions with their targets as printed', async () => {
    const { text } = await discord.command({ name: 'stance', options: { actor: 'okell', about: 'harbour' } });
    expect(text).toMatch(/opposes/i);
    expect(text).toContain('foreign ownership of the harbour');
  });
  it('says so when nothing is on record, and offers subjects', async () => {
    const { text } = await discord.command({ name: 'stance', options: { actor: 'okell', about: 'taxes' } });
    expect(text).toContain('Nothing on record');
    expect(text).toContain('foreign ownership of the harbour');
  });
  it('completes actors and subjects before anything is typed', async () => {
    const actors = await discord.autocomplete({ name: 'stance', focused: 'actor', options: { actor: '' } });
    expect(actors?.map(({ name }) => name)).toContainEqual(expect.stringContaining('Mara Okell'));
    const subjects = await discord.autocomplete({
      name: 'stance',
      focused: 'about',
      options: { actor: 'Mara Okell', about: '' },
    });
    expect(subjects?.map(({ name }) => name)).toContainEqual(
      expect.stringContaining('foreign ownership of the harbour'),
    );
  });
});

describe('/help', () => {
  it('gives things to try that have an answer, and describes each command', async () => {
    const { text } = await discord.command({ name: 'help' });
    expect(text).toContain('/stance actor about');
    const one = await discord.command({ name: 'help', options: { command: 'quote' } });
    expect(one.text).toContain('Words to look for');
    expect((await discord.command({ name: 'help', options: { command: 'nonsense' } })).text).toContain(
      'There is no command',
    );
  });
});

describe('/reload', () => {
  const refused = /Only moderators may reload/;
  it.each([
    ['a member without Manage Server', { guild: home, permissions: '0' }],
    ['a manager of another server', { guild: elsewhere, permissions: String(1 << 5) }],
    ['an administrator of another server', { guild: elsewhere, permissions: String((1 << 3) | (1 << 5)) }],
    ['somebody in direct messages', { guild: null }],
  ])('is refused to %s, privately', async (_who, circumstances) => {
    // Discord's client hides the command from most of them: the code must not rely on it.
    const reply = await discord.command({ name: 'reload', unchecked: true, ...circumstances });
    expect(reply.text).toMatch(refused);
    expect(reply.ephemeral).toBe(true);
  });

  it('adds an article, and reports what changed and what could not be read', async () => {
    await writeFile(join(folder, 'ferry.txt'), ferry);
    await writeFile(join(folder, 'broken.txt'), Buffer.from([0xff, 0xfe, 0xfd, 0x41]));
    const reply = await discord.command({ name: 'reload', ...manager });
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toMatch(/2 articles, \d+ statements: 1 added, 0 changed, 0 removed, 1 problem/);
    expect(reply.text).toContain('broken.txt');
    expect((await discord.command({ name: 'quote', options: { speaker: 'brandt' } })).text).toContain(
      'The ferry belongs to everybody',
    );
  });

  it('is reported to everybody when asked so, while a refusal stays private', async () => {
    const shown = await discord.command({ name: 'reload', options: { private: false }, ...manager });
    expect(shown.ephemeral).toBe(false);
    const hidden = await discord.command({
      name: 'reload',
      options: { private: false },
      unchecked: true,
      guild: elsewhere,
      permissions: '0',
    });
    expect(hidden.text).toMatch(refused);
    expect(hidden.ephemeral).toBe(true);
  });

  it('is open to the users named as moderators, anywhere', async () => {
    const reply = await discord.command({
      name: 'reload',
      guild: elsewhere,
      permissions: '0',
      unchecked: true,
      user: { id: '300000000000000003' },
    });
    expect(reply.text).toContain('0 added, 0 changed, 0 removed');
  });

  it('keeps the old archive when reading fails as a whole, and says so', async () => {
    await rename(folder, `${folder}-away`);
    try {
      const reply = await discord.command({ name: 'reload', ...manager });
      expect(reply.text).toMatch(/Nothing was reloaded.*2 articles read before stay/s);
      expect((await discord.command({ name: 'quote', options: { speaker: 'brandt' } })).text).toContain(
        'The ferry belongs to everybody',
      );
    } finally {
      await rename(`${folder}-away`, folder);
    }
  });
});
