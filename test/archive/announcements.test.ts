import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { FakeDiscord } from '../fake-discord.ts';

/** What a reload that is asked of one process means to others with the same cache. */

let root: string;
let folder: string;
let cache: string;
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'on-record-'));
  folder = join(root, 'articles');
  cache = join(root, 'cache');
  await mkdir(folder);
  await add('ferry', 'The ferry will run');
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await rm(root, { recursive: true, force: true });
});

const add = (name: string, said: string) =>
  writeFile(join(folder, `${name}.txt`), `Talks go on\n\n“${said},” said Mara Okell, the mayor of Velmouth.\n`);

/** An app that follows the others, with how often it heard of them. */
async function start(sources = [folder]): Promise<App & { readonly outcomes: unknown[] }> {
  const app = await openApp(sources, { cache });
  const outcomes: unknown[] = [];
  app.follow((outcome) => outcomes.push(outcome));
  ends.push(app.close);
  return { ...app, outcomes };
}

const found = async (app: App, text: string) => (await app.archive().quote({ text })).total;
/** Longer than anybody takes to look, twice. */
const twoLooks = () => new Promise((resolve) => setTimeout(resolve, 2_500));

describe('a reload asked of one', () => {
  it('reaches the others, and nobody reads anew twice', async () => {
    const [a, b, c] = [await start(), await start(), await start()];
    await add('quay', 'We will repair the quay');
    await a.reload();
    await expect.poll(() => found(b, 'quay'), { timeout: 20_000 }).toBe(1);
    await expect.poll(() => found(c, 'quay'), { timeout: 20_000 }).toBe(1);
    await twoLooks();
    expect([a, b, c].map(({ outcomes }) => outcomes)).toMatchObject([[], [{ added: ['quay'] }], [{ added: ['quay'] }]]);
    expect((await readdir(cache)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('and at once of another reaches both', async () => {
    const [a, b] = [await start(), await start()];
    await Promise.all([a.reload(), b.reload()]);
    await twoLooks();
    await add('quay', 'We will repair the quay');
    await b.reload();
    await expect.poll(() => found(a, 'quay'), { timeout: 20_000 }).toBe(1);
  });

  it('before a process started is no news to it', async () => {
    const a = await start();
    await a.reload();
    const b = await start();
    await twoLooks();
    expect(b.outcomes).toEqual([]);
  });

  it('concerns nobody with other articles', async () => {
    const other = join(root, 'others');
    await mkdir(other);
    await writeFile(join(other, 'a.txt'), 'Title\n\nBody.\n');
    const [a, b] = [await start(), await start([other])];
    await a.reload();
    await twoLooks();
    expect(b.outcomes).toEqual([]);
  });

  it('works where the cache cannot be written, for the one who was asked', async () => {
    await writeFile(cache, 'a file where the folder should be');
    const app = await start();
    await add('quay', 'We will repair the quay');
    expect(await app.reload()).toMatchObject({ added: ['quay'] });
  });
});

describe('/reload', () => {
  it('asked of one process reaches the answers of the other', async () => {
    const guilds = [0, 1].map((shard) => ({ id: String((BigInt(600_000 + shard) << 22n) + 1n) }));
    const fake = await FakeDiscord.start({ guilds });
    ends.push(() => fake.stop());
    const bots: ChildProcess[] = [];
    let printed = '';
    for (const shards of ['0-0/2', '1-1/2']) {
      const bot = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
        env: {
          PATH: process.env.PATH ?? '',
          ...{ DISCORD_TOKEN: fake.token, DISCORD_API: fake.api, SHARDS: shards, ARTICLES: folder, CACHE_DIR: cache },
        },
      });
      bots.push(bot);
      ends.push(async () => {
        bot.kill('SIGKILL');
        if (bot.exitCode === null && bot.signalCode === null) await once(bot, 'close');
      });
      for (const stream of [bot.stdout, bot.stderr]) stream.on('data', (chunk) => (printed += chunk));
    }
    await fake.until(() => printed.split('Logged in as').length === 3, 25_000);
    const quote = (shard: 0 | 1) =>
      fake.command({ name: 'quote', options: { text: 'quay' }, guild: guilds[shard] ?? null });
    expect((await quote(1)).text).not.toContain('repair');
    await add('quay', 'We will repair the quay');
    const reply = await fake.command({
      name: 'reload',
      guild: guilds[0] ?? null,
      user: { id: '1300000000000000009' },
      unchecked: true,
    });
    expect(reply.text).toContain('1 added');
    await expect.poll(async () => (await quote(1)).text, { timeout: 20_000, interval: 300 }).toContain('repair');
    expect(printed.split('Articles read anew: 1 added')).toHaveLength(2);
  });
});
