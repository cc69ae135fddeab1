import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The programs of the terminal as processes: what whoever starts them can mend is said in one sentence. */

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-'));
  await writeFile(join(folder, 'text.txt'), 'No record.\n');
  await writeFile(join(folder, 'other.jsonl'), '\n{"id":"a"}\n');
  await writeFile(join(folder, 'empty.jsonl'), '\n');
  await writeFile(join(folder, 'passages.jsonl'), '{"id":"p","title":"t","text":"The quay is wet."}\n');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function run(program: string, args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err] = [[] as Buffer[], [] as Buffer[]];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const code = await new Promise<number>((done) => child.on('close', (exit) => done(exit ?? -1)));
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

const quotations = 'src/terminal/evaluate-quotations.ts';
const stance = 'src/terminal/evaluate-stance.ts';
const search = 'src/terminal/evaluate-search.ts';
const verify = 'src/terminal/evaluate-verify.ts';
const extract = 'src/terminal/extract.ts';

describe('a file that is named on the command line', () => {
  it.each([
    [quotations, ['missing'], 'missing: there is no such file.'],
    [quotations, ['text.txt'], 'text.txt: there is no annotated text in it.'],
    [stance, ['other.jsonl'], 'other.jsonl, line 2: expected a record with "id", "text" and "stances", or with'],
    [search, ['passages.jsonl', 'empty.jsonl'], 'empty.jsonl: there is no record in it.'],
    [extract, ['--jsonl', '.'], '.: that is a folder, not a file.'],
    ['src/learn/stance-weights.ts', ['missing', 'weights.json'], 'missing: there is no such file.'],
    ['bench/stance.ts', ['missing'], 'missing: there is no such file.'],
  ])('%s %j: %s', async (program, args, sentence) => {
    const given = args.map((arg) => (arg.startsWith('-') ? arg : join(folder, arg)));
    const { code, out, err } = await run(program, given);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.replaceAll(`${folder}/`, '').replace(folder, '.')).toMatch(sentence);
    expect(err.trimEnd()).not.toContain('\n');
  });

  it('may hold no article', async () => {
    const { code, out, err } = await run(verify, [join(folder, 'missing')]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('there is no such folder or file');
    expect(err).toContain('No article could be read in ');
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('does not keep the others from being read', async () => {
    const { code, out, err } = await run(extract, [join(folder, 'missing'), join(folder, 'text.txt')]);
    expect(code).toBe(1);
    expect(err).toContain('there is no such file');
    expect(out).toContain('text.txt');
  });
});

describe('a program that takes arguments', () => {
  it.each([
    [stance, ['--errors']],
    ['src/terminal/stance-between.ts', ['--jsonl', 'file.jsonl']],
    ['bench/growth.ts', ['many']],
    ['bench/soak.ts', ['--minutes', 'many']],
  ])('says how it is started: %s %j', async (program, args) => {
    const { code, out, err } = await run(program, args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^usage: npm run .*\n$/);
  });
});
