import { createReadStream, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { UserError } from '../answer.ts';
import { wordIssue } from '../articles/record.ts';

/** The text of a file that was named on the command line; a `UserError` when it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw faultOf(file, error);
  }
}

/** The same piece by piece, for a file of any size. */
export async function* streamText(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file);
  } catch (error) {
    throw faultOf(file, error);
  }
}

/** The records of a JSON Lines file that was named on the command line; a `UserError` when a line holds none. */
export function readRecords<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema>[] {
  return parseRecords(readText(file), file, schema);
}

/** The records of some JSON Lines; a `UserError` that names the file and the line when one is none. */
export function parseRecords<Schema extends z.ZodType>(text: string, file: string, schema: Schema): z.output<Schema>[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const place = `${file}, line ${at + 1}`;
    const record = schema.safeParse(parseLine(line, place));
    if (record.success) return [record.data];
    throw new UserError(`${place}: ${wordIssue(record.error)}.`);
  });
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UserError(`${place}: it is no JSON.`);
  }
}

/** Why a file cannot be read, in words; what is no fault of the file system stays what it is. */
function faultOf(file: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EISDIR: 'that is a folder, not a file',
  };
  const code = String(error.code);
  return new UserError(`${file}: ${reasons[code] ?? `it cannot be read (${code})`}.`);
}
