import { readFileSync } from 'node:fs';
import { UserError } from '../answer.ts';
import { analyseArticle } from '../core/analysed-article.ts';
import { bareArticle } from '../core/article.ts';
import { readLayout } from '../core/layout.ts';
import type { Statement } from '../core/quotation/statement.ts';
import type { Range } from '../core/range.ts';
import type { Stance } from '../core/stance/stance.ts';
import { answerLines } from './lines.ts';
import { isProgram, runProgram } from './program.ts';
import { readText, streamText } from './record-file.ts';

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
  const { statements, stances } = analyseArticle(bareArticle({ ...readLayout(text), id: '', title: '', text }));
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

async function print(file: string | null, asLines: boolean): Promise<void> {
  if (asLines) return answerLines(file === null ? process.stdin : streamText(file), process.stdout, extractLine);
  const text = file === null ? readFileSync(0, 'utf8') : readText(file);
  process.stdout.write(`${readable(file ?? 'standard input', text)}\n`);
}

/** Of several files each counts for itself: one that cannot be read is told, and the others are read. */
async function main(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => arg !== '--jsonl');
  let code = 0;
  for (const file of files.length === 0 ? [null] : files) {
    try {
      await print(file, args.includes('--jsonl'));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      process.stderr.write(`${error.message}\n`);
      code = 1;
    }
  }
  return code;
}

if (isProgram(import.meta.url)) await runProgram(main);
