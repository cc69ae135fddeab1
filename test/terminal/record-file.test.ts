import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/answer.ts';
import { parseQuotations } from '../../src/terminal/quotation-records.ts';
import { parseRecords, readText, streamText } from '../../src/terminal/record-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-'));
  await writeFile(join(folder, 'text.txt'), 'The quay.\n');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function streamed(file: string): Promise<string> {
  let text = '';
  for await (const chunk of streamText(file)) text += chunk;
  return text;
}

/** What a person is told; nothing when it is no sentence for them. */
async function sentenceOf(read: () => unknown): Promise<string | undefined> {
  try {
    await read();
  } catch (error) {
    return error instanceof UserError ? error.message : undefined;
  }
  return undefined;
}

describe('a file that is named', () => {
  it('is read, at once and piece by piece', async () => {
    expect(readText(join(folder, 'text.txt'))).toBe('The quay.\n');
    expect(await streamed(join(folder, 'text.txt'))).toBe('The quay.\n');
  });
  it.each([
    ['missing', 'there is no such file.'],
    ['text.txt/below', 'there is no such file.'],
    ['', 'that is a folder, not a file.'],
  ])('may not be one: %j', async (name, reason) => {
    const file = join(folder, name);
    expect(await sentenceOf(() => readText(file))).toBe(`${file}: ${reason}`);
    expect(await sentenceOf(() => streamed(file))).toBe(`${file}: ${reason}`);
  });
});

describe('records, one a line', () => {
  const schema = z.object({ id: z.string(), at: z.tuple([z.number(), z.number()]) });
  it('are read, whatever else they hold, and blank lines passed over', () => {
    expect(parseRecords('{"id":"a","at":[1,2],"more":0}\n\n{"id":"b","at":[3,4]}\r\n', 'f', schema)).toEqual([
      { id: 'a', at: [1, 2] },
      { id: 'b', at: [3, 4] },
    ]);
  });
  it.each([
    ['\n{"id":', 'f, line 2: it is no JSON.'],
    ['{"id":"a","at":[1,2]}\n{"at":[1,2]}', 'f, line 2: id: is missing.'],
    ['{"id":7,"at":[1,2]}', 'f, line 1: id: expected text.'],
    ['{"id":"a","at":[1,"2"]}', 'f, line 1: at.1: expected a number.'],
  ])('are named by their line when they are none: %j', async (text, sentence) => {
    expect(await sentenceOf(() => parseRecords(text, 'f', schema))).toBe(sentence);
  });
});

describe('annotated texts', () => {
  it.each([
    ['Nothing of the kind.\n', 'f: there is no annotated text in it.'],
    ['# one\nno line below\n', 'f: there is no annotated text in it.'],
    ['# one\n---\nIt floats⟧.\n', 'f, one: a bracket closes nothing.'],
    ['{"id":"a"}', 'f, line 1: text: is missing.'],
  ])('may be none: %j', async (text, sentence) => {
    expect(await sentenceOf(() => parseQuotations(text, 'f'))).toBe(sentence);
  });
});
