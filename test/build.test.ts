import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateArticles } from '../bench/news.ts';
import { FakeDiscord } from './fake-discord.ts';

/**
 * The program as it is shipped: built, in a folder of its own, with the packages that production has and no others. So
 * whatever is read through tsx, or found only beside the source, is missing here.
 */
const run = promisify(execFile);
const root = resolve('.');
let place = '';

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
}

/** Links the packages of production, as the lockfile tells them. */
async function linkPackages(): Promise<void> {
  const lockfile: Lockfile = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  for (const [path, { dev, devOptional }] of Object.entries(lockfile.packages)) {
    const isTop = path.startsWith('node_modules/') && !path.slice(1).includes('node_modules/');
    if (!isTop || dev || devOptional || !existsSync(join(root, path))) continue;
    await mkdir(dirname(join(place, path)), { recursive: true });
    await symlink(join(root, path), join(place, path));
  }
}

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'on-record-build-'));
  await run(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    ...['-p', 'tsconfig.build.json', '--outDir', join(place, 'dist')],
  ]);
  await cp(join(root, 'package.json'), join(place, 'package.json'));
  await cp(join(root, 'seeds'), join(place, 'seeds'), { recursive: true });
  await linkPackages();
});
afterAll(async () => {
  await rm(place, { recursive: true });
});

function start(program: string, args: readonly string[], environment: Record<string, string> = {}) {
  return spawn(process.execPath, [join('dist/src', program), ...args], {
    cwd: place,
    env: { PATH: process.env.PATH ?? '', ...environment },
  });
}

/** Runs a program of the build to its end. */
async function finish(program: string, args: readonly string[], input = '') {
  const child = start(program, args);
  const collect = async (stream: NodeJS.ReadableStream) => {
    let text = '';
    for await (const chunk of stream) text += chunk;
    return text;
  };
  child.stdin.end(input);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const [code, out, err] = await Promise.all([ended, collect(child.stdout), collect(child.stderr)]);
  return { code, out, err };
}

const text = '“We will repair the quay,” said Mara Okell, the mayor of Velmouth.\n';

describe('the build', () => {
  it('holds the data that the source holds, and nothing that production does not need', async () => {
    const names = async (folder: string) => await readdir(folder, { recursive: true });
    const data = (await names(join(root, 'src'))).filter((name) => name.endsWith('.json'));
    const built = await names(join(place, 'dist/src'));
    expect(data).not.toEqual([]);
    expect(built).toEqual(expect.arrayContaining(data));
    expect(built.filter((name) => name.startsWith('learn'))).toEqual([]);
    expect(existsSync(join(place, 'node_modules/discord.js'))).toBe(true);
    expect(existsSync(join(place, 'node_modules/vitest'))).toBe(false);
  });

  it('answers in the terminal', async () => {
    const { code, out, err } = await finish('terminal/chat.js', ['/quote un charter']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('We oppose unilateral measures');
  });

  it('reads many articles in threads, and starts again from what it found', async () => {
    await mkdir(join(place, 'many'));
    const articles = [...generateArticles({ seed: 5, articles: 160, words: 450 })];
    await writeFile(join(place, 'many/all.jsonl'), articles.map((article) => JSON.stringify(article)).join('\n'));
    await writeFile(join(place, 'many/quay.txt'), `The quay\n\n${text}`);
    const ask = () => finish('terminal/chat.js', ['--articles', 'many', '--json', '/quote quay']);
    const first = await ask();
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(first.out)).toMatchObject({ archive: { articles: 161 }, total: 1 });
    expect((await ask()).out).toBe(first.out);
  });

  it.each([
    ['extract.js', ['--jsonl'], JSON.stringify({ id: 1, text }), /"speakerName":"Mara Okell"/],
    ['stance-between.js', ['--jsonl'], JSON.stringify({ id: 1, text, e1: [31, 41], e2: [21, 25] }), /"label"/],
    ['articles-check.js', [], '', /1 article/],
    ['articles-schema.js', [], '', /"text"/],
    ['evaluate-quotations.js', [], '', /usage|FILE/i],
  ])('runs %s', async (program, args, input, expected) => {
    const { out, err } = await finish(`terminal/${program}`, args, input);
    expect(`${out}${err}`).toMatch(expected);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('is a bot', async () => {
    const discord = await FakeDiscord.start();
    const bot = start('main.js', [], { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api, SHARDS: 'auto' });
    const ended = new Promise((done) => bot.on('close', done));
    await discord.until(() => discord.commands.length > 0, 20_000);
    const reply = await discord.command({ name: 'quote', options: { text: 'un charter' } });
    expect(reply.text).toContain('Russia and Iran are two important countries');
    bot.kill('SIGTERM');
    expect(await ended).toBe(0);
    await discord.stop();
  });
});
