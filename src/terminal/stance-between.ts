import { overlaps, type Range } from '../core/range.ts';
import { type Between, stanceBetween } from '../core/stance/between.ts';
import { answerLines } from './lines.ts';
import { isProgram, runProgram } from './program.ts';

type Answer = { readonly id: unknown } & Between & { readonly error?: string };

/**
 * One line of `{"id","text","e1":[s,e],"e2":[s,e]}` to who of two mentions is for or against the other. A line that is no
 * such record, or whose ranges are not two places in its text, is answered neutral, with what is wrong in one sentence.
 */
export function answerPair(line: string): string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    record = undefined;
  }
  if (typeof record !== 'object' || record === null) return JSON.stringify(refuse(null, 'The line is no JSON object.'));
  const { id = null, text, e1, e2 }: Partial<Record<string, unknown>> = { ...record };
  if (typeof text !== 'string') return JSON.stringify(refuse(id, '"text" must be a string.'));
  const wrong = wrongWith('e1', e1, text) ?? wrongWith('e2', e2, text);
  if (wrong !== null) return JSON.stringify(refuse(id, wrong));
  if (!isRange(e1) || !isRange(e2) || overlaps(e1, e2))
    return JSON.stringify(refuse(id, '"e1" and "e2" must not overlap: they are two mentions.'));
  return JSON.stringify({ id, ...stanceBetween(text, e1, e2) });
}

function refuse(id: unknown, error: string): Answer {
  return { id, label: 'neutral', direction: 'none', confidence: 0, error };
}

/** What is wrong with a range of a text, in a sentence; null when nothing is. */
function wrongWith(name: string, range: unknown, text: string): string | null {
  if (!isRange(range)) return `"${name}" must be [start, end], two whole numbers.`;
  const [start, end] = range;
  if (start >= end) return `"${name}" must end behind its start, and [${start}, ${end}] does not.`;
  if (start < 0 || end > text.length)
    return `"${name}" must lie in the text, and [${start}, ${end}] does not: the text ends at ${text.length}.`;
  return null;
}

function isRange(value: unknown): value is Range {
  return Array.isArray(value) && value.length === 2 && value.every((offset) => Number.isSafeInteger(offset));
}

/** `stance-between -- --jsonl`: answers each line of standard input with one line, in order. */
async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== '--jsonl')) {
    process.stderr.write('usage: npm run -s stance-between -- --jsonl < FILE\n');
    return 2;
  }
  await answerLines(process.stdin, process.stdout, answerPair);
  return 0;
}

if (isProgram(import.meta.url)) await runProgram(main);
