import { createReadStream, readFileSync } from 'node:fs';
import { analyseArticle } from '../core/analysed-article.ts';
import { readLayout } from '../core/layout.ts';
import type { Statement } from '../core/quotation/statement.ts';
import type { Range } from '../core/range.ts';
import type { Stance } from '../core/stance/stance.ts';
import { readLines } from './batch.ts';
import { isProgram } from './program.ts';

/** A statement as `extract` prints it: offsets are UTF-16 code units into the text, end-exclusive. */
interface Extracted {
  readonly content: readonly Range[];
  readonly kind: Statement['kind'];
  readonly speaker: Range | null;
  readonly speakerName: string | null;
  readonly confidence: number;
  readonly cue: Range | null;
  readonly within: number | null;
}

/** A stance as `extract` prints it, offsets as in a statement. */
interface ExtractedStance {
  readonly holder: Range | null;
  readonly holderName: string;
  readonly polarity: Stance['polarity'];
  readonly towards: Range;
  readonly content: Range;
  readonly confidence: number;
}

/** The attributed statements and the stances of a bare text, its layout read from its lines. */
export function extract(text: string): { statements: Extracted[]; stances: ExtractedStance[] } {
  const { statements, stances } = analyseArticle({
    ...readLayout(text),
    id: '',
    title: '',
    author: null,
    url: null,
    collection: null,
    tags: [],
    text,
  });
  // The article's own sentences are nobody's statements: `within` counts without them.
  const kept = new Map<number, number>();
  for (const [index, { kind }] of statements.entries()) if (kind !== 'own') kept.set(index, kept.size);
  return {
    statements: statements
      .filter(({ kind }) => kind !== 'own')
      .map(({ content, kind, speaker, cue, within }) => ({
        content,
        kind,
        speaker: speaker?.mention ?? null,
        speakerName: speaker?.name ?? null,
        confidence: speaker?.confidence ?? 0,
        cue,
        within: within === null ? null : (kept.get(within) ?? null),
      })),
    stances: stances.map(({ holder, holderName, polarity, towards, content, confidence }) => ({
      holder,
      holderName,
      polarity,
      towards,
      content,
      confidence,
    })),
  };
}

/** One line of `{"id","text"}` to one line of statements; what is wrong with a line is said in its answer. */
export function extractLine(line: string): string {
  let id: unknown = null;
  try {
    const record: unknown = JSON.parse(line);
    if (typeof record !== 'object' || record === null || !('text' in record) || typeof record.text !== 'string') {
      return JSON.stringify({ id: null, error: 'expected {"id","text"} with text a string' });
    }
    id = 'id' in record ? record.id : null;
    return JSON.stringify({ id, ...extract(record.text) });
  } catch (error) {
    return JSON.stringify({ id: id ?? null, error: error instanceof Error ? error.message : String(error) });
  }
}

function readable(name: string, text: string): string {
  const { statements } = extract(text);
  const lines = statements.map(({ content, kind, speakerName, confidence }) => {
    const words = content.map((piece) => text.slice(...piece)).join(' […] ');
    return `${kind}\t${speakerName ?? '(speaker not clear)'}\t${confidence.toFixed(2)}\t${words.replace(/\s+/g, ' ')}`;
  });
  return [`# ${name}`, ...lines].join('\n');
}

async function main(args: readonly string[]): Promise<void> {
  const files = args.filter((arg) => arg !== '--jsonl');
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe may leave early.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  if (args.includes('--jsonl')) {
    for (const input of files.length === 0 ? [process.stdin] : files.map((file) => createReadStream(file))) {
      try {
        for await (const line of readLines(input)) {
          if (!process.stdout.write(`${extractLine(line)}\n`)) {
            await new Promise((resolve) => process.stdout.once('drain', resolve));
          }
        }
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exitCode = 1;
      }
    }
    return;
  }
  for (const file of files.length === 0 ? [0 as const] : files) {
    try {
      process.stdout.write(`${readable(file === 0 ? 'standard input' : file, readFileSync(file, 'utf8'))}\n`);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
}

if (isProgram(import.meta.url)) await main(process.argv.slice(2));
