import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateArticles } from '../../bench/news.ts';
import { type App, type AppOptions, openApp } from '../../src/app.ts';

let root: string;
let folder: string;
let cache: string;
const open: App[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'on-record-'));
  folder = join(root, 'articles');
  cache = join(root, 'cache');
  await mkdir(folder);
});

afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
  await rm(root, { recursive: true, force: true });
});

async function start(options: AppOptions = {}): Promise<App> {
  const app = await openApp([folder], options);
  open.push(app);
  return app;
}

/** A time well before any test runs. */
const long = new Date('2024-01-01T00:00:00Z');

async function fill(articles: number, seed = 1): Promise<string[]> {
  const files: string[] = [];
  for (const { file, text } of generateArticles({ seed, articles, words: 120 })) {
    const name = file.replace('/', '-');
    files.push(name);
    await writeFile(join(folder, name), text);
    // A file of this very moment is not trusted to stay as it is; these were there long before.
    await utimes(join(folder, name), long, long);
  }
  return files;
}

const article = (speaker: string, said: string) =>
  `Talks go on\n\n“${said},” said ${speaker}, the mayor of Velmouth.\n`;

const everything = async (app: App) => [
  app.archive().version,
  app.archive().size,
  await app.archive().quote({ text: 'treaty agreement' }),
  await app.archive().stance({ actor: 'iran' }),
];

describe('a reload', () => {
  it('tells what came, changed and went, and analyses nothing else', async () => {
    const [first = '', second = '', third = ''] = await fill(12);
    const app = await start();
    await writeFile(join(folder, 'zz-new.txt'), article('Mara Okell', 'We will repair the quay'));
    await writeFile(join(folder, second), article('Jon Bright', 'The quay is lost'));
    await rm(join(folder, third));
    const seen: { files: number; of: number }[] = [];
    const report = await app.reload((progress) => seen.push(progress));
    const id = (file: string) => file.replace(/\.txt$/, '');
    expect(report).toMatchObject({
      articles: 12,
      added: ['zz-new'],
      changed: [id(second)],
      removed: [id(third)],
      problems: [],
    });
    expect(seen.at(-1)).toMatchObject({ files: 12, of: 12, secondsLeft: 0 });
    expect((await app.archive().quote({ text: 'quay' })).total).toBe(2);
    expect(await everything(app)).toEqual(await everything(await start()));
    expect((await app.archive().quote({ text: 'quay' })).quotations[0]?.article.id).not.toBe(id(first));
  });

  it('keeps the archive as it is when no file changed', async () => {
    await fill(3);
    const app = await start();
    const before = app.archive();
    await app.reload();
    expect(app.archive()).toBe(before);
  });

  it('sees another text in a file of the same size and time', async () => {
    const path = join(folder, 'a.txt');
    await writeFile(path, article('Mara Okell', 'We will repair the quay'));
    const app = await start();
    const { atime, mtime } = await stat(path);
    await writeFile(path, article('Mara Okell', 'We will destroy the pub'.padEnd(23, '!')));
    await utimes(path, atime, mtime);
    expect((await app.reload()).changed).toEqual(['a']);
  });

  it('joins one that runs already, and both hear of its progress', async () => {
    await fill(6);
    const app = await start();
    await fill(8, 2);
    const heard = [0, 0];
    const first = app.reload(() => (heard[0] = (heard[0] ?? 0) + 1));
    const second = app.reload(() => (heard[1] = (heard[1] ?? 0) + 1));
    expect(await second).toBe(await first);
    expect(heard[0]).toBeGreaterThan(0);
    expect(heard[1]).toBe(heard[0]);
  });

  it('answers from the whole old archive until the new one is there', async () => {
    await fill(30);
    const app = await start();
    const before = await everything(app);
    await rm(folder, { recursive: true });
    await mkdir(folder);
    await fill(40, 9);
    let done = false;
    const reload = app.reload().finally(() => {
      done = true;
    });
    const archive = app.archive();
    let asked = 0;
    while (!done) {
      if (app.archive() !== archive) break;
      expect(await everything(app)).toEqual(before);
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await reload;
    expect(asked).toBeGreaterThan(0);
    expect((await everything(app))[0]).not.toBe(before[0]);
  });

  it('that finds no article keeps the old archive and says why', async () => {
    const [file = ''] = await fill(1);
    const app = await start();
    await writeFile(join(folder, file), '');
    await expect(app.reload()).rejects.toThrow(
      /^Nothing was reloaded: no article could be read in .*\(.*the file is empty\); the article read before stays\.$/,
    );
    expect(app.archive().size.articles).toBe(1);
  });
});

describe('articles of one large file', () => {
  it('are read in parts, and changed ones are told', async () => {
    const lines = [...generateArticles({ seed: 3, articles: 300, words: 300, copies: 0 })].map(
      ({ title, outlet, date, text }, at) => {
        return { id: `n${at}`, title, outlet, date, text };
      },
    );
    const write = () => writeFile(join(folder, 'all.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
    await write();
    const app = await start({ cache });
    expect(app.archive().size.articles).toBe(300);
    const line = lines[200];
    if (line !== undefined) line.text = article('Mara Okell', 'The quay will be dug out of the sand');
    await write();
    expect(await app.reload()).toMatchObject({ articles: 300, added: [], changed: ['n200'], removed: [] });
    expect((await app.archive().quote({ text: 'quay dug sand' })).quotations[0]?.article.id).toBe('n200');
    expect(await everything(await start({ cache }))).toEqual(await everything(app));
  }, 180_000);
});

describe('the cache', () => {
  const filesIn = async () =>
    (await readdir(cache, { recursive: true })).filter((name) => /\.(?:volume|json|part)$/.test(name));

  it('answers after a restart as before, and nothing is analysed', async () => {
    await fill(20);
    const before = await everything(await start({ cache }));
    const files = await filesIn();
    expect(files.some((name) => name.endsWith('.volume'))).toBe(true);
    const times = await Promise.all(files.map(async (name) => (await stat(join(cache, name))).mtimeMs));
    expect(await everything(await start({ cache }))).toEqual(before);
    expect(await filesIn()).toEqual(files);
    expect(await Promise.all(files.map(async (name) => (await stat(join(cache, name))).mtimeMs))).toEqual(times);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    [
      'with one bit turned',
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, 900), Buffer.from([(bytes[900] ?? 0) ^ 4]), bytes.subarray(901)]),
    ],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('{"volumes":[]}')],
  ])('%s, is thrown away and built anew', async (_, damage) => {
    await fill(8);
    const before = await everything(await start({ cache }));
    for (const name of await filesIn()) {
      const path = join(cache, name);
      const damaged = damage(await readFile(path));
      await writeFile(path, damaged);
      expect(await everything(await start({ cache }))).toEqual(before);
      expect(await readFile(path)).not.toEqual(damaged);
    }
  });

  it('is never trusted with a volume of other articles under its name', async () => {
    await fill(4);
    const app = await start({ cache });
    const before = await everything(app);
    await fill(4, 2);
    await app.reload();
    const names = (await filesIn()).filter((name) => name.endsWith('.volume'));
    expect(names).toHaveLength(2);
    const [a = '', b = ''] = names.map((name) => join(cache, name));
    await rename(a, b);
    const again = await start({ cache });
    expect(again.archive().size.articles).toBe(8);
    expect((await everything(again))[0]).not.toBe(before[0]);
  });

  it('is not needed: a folder that cannot be written only costs time', async () => {
    await fill(3);
    await writeFile(cache, 'a file where the folder should be');
    expect((await start({ cache })).archive().size.articles).toBe(3);
  });

  it('may be shared by two processes', async () => {
    await fill(20);
    const [a, b] = await Promise.all([start({ cache }), start({ cache })]);
    expect(await everything(a)).toEqual(await everything(b));
    await fill(24, 2);
    await Promise.all([a.reload(), b.reload()]);
    expect(await everything(a)).toEqual(await everything(b));
    expect(await everything(await start({ cache }))).toEqual(await everything(a));
    expect((await filesIn()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('a process that is killed', () => {
  it('at any moment of a reload or a cache write starts again and answers as before', async () => {
    await fill(40);
    const before = await everything(await start());
    const script = `import { openApp } from './src/app.ts'; await openApp([${JSON.stringify(folder)}], { cache: ${JSON.stringify(cache)} });`;
    for (const wait of [700, 1000, 1200, 1400, 1600, 2000]) {
      const child = spawn('node', ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('exit', resolve));
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill('SIGKILL');
      await ended;
      expect(await everything(await start({ cache }))).toEqual(before);
      if (wait % 400 === 0) await rm(cache, { recursive: true, force: true });
    }
  }, 120_000);
});

describe('watching', () => {
  it('picks up files that come, change and go, once they are written', async () => {
    await fill(3);
    const app = await start();
    const outcomes: unknown[] = [];
    app.watch((outcome) => outcomes.push(outcome));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const path = join(folder, 'new.txt');
    const whole = article('Mara Okell', 'We will repair the quay');
    await writeFile(path, whole.slice(0, 20));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await writeFile(path, whole);
    await expect.poll(async () => (await app.archive().quote({ text: 'quay' })).total, { timeout: 10_000 }).toBe(1);
    await rm(path);
    await expect.poll(async () => (await app.archive().quote({ text: 'quay' })).total, { timeout: 10_000 }).toBe(0);
    expect(outcomes).toMatchObject([{ added: ['new'] }, { removed: ['new'] }]);
  });
});
