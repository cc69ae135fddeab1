import { createInterface } from 'node:readline';
import { type Between, stanceBetween } from '../core/stance/between.ts';

/**
 * `stance-between -- --jsonl`: reads `{"id","text","e1":[s,e],"e2":[s,e]}` a line from stdin and writes who is for or
 * against whom, one line each, in order. A line that is no such record is answered neutral, with what is wrong.
 */
async function main(): Promise<void> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    process.stdout.write(`${JSON.stringify(answerLine(line))}\n`);
  }
}

type Answer = { readonly id: unknown } & Between & { readonly error?: string };

function answerLine(line: string): Answer {
  const neutral: Between = { label: 'neutral', direction: 'none', confidence: 0 };
  let id: unknown = null;
  try {
    const record: unknown = JSON.parse(line);
    if (typeof record !== 'object' || record === null) throw new Error('not an object');
    if ('id' in record) id = record.id;
    const text = 'text' in record && typeof record.text === 'string' ? record.text : null;
    const e1 = 'e1' in record ? rangeOf(record.e1) : null;
    const e2 = 'e2' in record ? rangeOf(record.e2) : null;
    if (text === null) throw new Error('"text" must be a string');
    if (e1 === null || e2 === null) throw new Error('"e1" and "e2" must be [start, end]');
    return { id, ...stanceBetween(text, e1, e2) };
  } catch (error) {
    return { id, ...neutral, error: error instanceof Error ? error.message : 'unreadable' };
  }
}

function rangeOf(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [start, end]: readonly unknown[] = value;
  return typeof start === 'number' && typeof end === 'number' ? [start, end] : null;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
await main();
