import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContents } from '../src/articles/folder.ts';
import { settle } from '../src/articles/gathering.ts';
import { fingerprint } from '../src/core/fingerprint.ts';
import { type MadeFile, makeMalformed } from './malformed.ts';

/** What a run of the fuzz found. */
export interface FuzzReport {
  readonly files: number;
  readonly reported: number;
  readonly good: number;
  /** The longest time one file took, in milliseconds. */
  readonly slowest: { readonly name: string; readonly kind: string; readonly milliseconds: number };
  readonly milliseconds: number;
  /** What must not be: a sentence each. Empty when all is well. */
  readonly failures: readonly string[];
}

/**
 * Makes malformed files in a folder of their own, reads them twice as the archive does, and says what went wrong: a bad
 * file that is not reported, a good one that is not read, a paragraph that does not stand in its text, or two readings
 * that differ.
 */
export async function runFuzz(count: number, seed: number): Promise<FuzzReport> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-fuzz-'));
  try {
    const expected = new Map<string, Omit<MadeFile, 'bytes'>>();
    for (const { bytes, ...file } of makeMalformed(count, seed)) {
      const name = `shelf-${expected.size % 20}/${file.name}`;
      await mkdir(join(folder, `shelf-${expected.size % 20}`), { recursive: true });
      await writeFile(join(folder, name), bytes);
      expected.set(name, file);
    }
    return await readAndCompare(folder, expected);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readAndCompare(
  folder: string,
  expected: ReadonlyMap<string, Omit<MadeFile, 'bytes'>>,
): Promise<FuzzReport> {
  const failures: string[] = [];
  let reported = 0;
  let slowest = { name: '', kind: '', milliseconds: 0 };
  const began = performance.now();
  let last = began;
  const prints = new Map<string, string>();
  for await (const content of readContents([folder], [])) {
    const now = performance.now();
    const { name, articles, problems } = content;
    prints.set(name, fingerprint(JSON.stringify(content)));
    const file = expected.get(name);
    if (file === undefined) {
      failures.push(`${name}: ${problems[0]?.reason ?? 'nobody made it'}`);
      continue;
    }
    if (now - last > slowest.milliseconds) slowest = { name, kind: file.kind, milliseconds: now - last };
    last = now;
    const fail = (what: string) => failures.push(`${name} (${file.kind}): ${what}`);
    if (problems.length > 0) reported += 1;
    if (file.problem === 'always' && problems.length === 0) fail('not reported');
    if (file.problem === 'never' && problems.length > 0) fail(`reported: ${problems[0]?.reason}`);
    if (articles.length === 0 && problems.length === 0) fail('neither read nor reported');
    if (problems.some(({ reason }) => reason.trim() === '')) fail('reported without a reason');
    const printed = articles.map(({ text, paragraphs }) => paragraphs.map((range) => text.slice(...range)).join('\n'));
    for (const sentence of file.sentences) {
      if (!printed.some((text) => text.includes(sentence))) fail(`not read: ${sentence}`);
    }
    if (articles.some(({ id }) => id === '' || id.includes('/'))) fail('an id that cannot be');
  }
  for (const name of expected.keys()) if (!prints.has(name)) failures.push(`${name}: passed over`);
  const milliseconds = performance.now() - began;
  const taken = new Set<string>();
  let count = 0;
  for await (const content of readContents([folder], [])) {
    const { name } = content;
    if (prints.get(name) !== fingerprint(JSON.stringify(content))) failures.push(`${name}: read otherwise again`);
    count += settle(content, taken).articles.length;
  }
  if (taken.size !== count) failures.push('an id stands twice');
  const good = [...expected.values()].filter(({ kind }) => kind === 'good').length;
  return { files: expected.size, reported, good, slowest, milliseconds, failures };
}
