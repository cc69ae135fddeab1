import { StringDecoder } from 'node:string_decoder';
import { formatJson } from './json.ts';
import { renderAnswer } from './rendering.ts';
import { type Output, readScreen } from './screen.ts';
import { type Outcome, runLine, type Session } from './session.ts';
import { openWriter } from './writing.ts';

/** How answers are printed, and where. */
export interface Printing {
  readonly output: Output;
  readonly json: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Answers one command. The exit code: 0, or 2 when the command is malformed, or 1 after a fault of our own. */
export async function chatOnce(line: string, session: Session, printing: Printing): Promise<number> {
  const writer = openWriter(printing.output);
  const outcome = await runLine(line, session);
  await writer.write(`${print(outcome, session, printing)}\n`);
  writer.close();
  return { done: 0, malformed: 2, failed: 1 }[outcome.state];
}

/**
 * Answers each line of the input in order, a blank one too; in JSON with exactly one line each. The exit code is 0
 * whatever the commands were. Ends quietly when nobody reads any more.
 */
export async function chatLines(
  input: AsyncIterable<Buffer | string>,
  session: Session,
  printing: Printing,
): Promise<number> {
  const writer = openWriter(printing.output);
  for await (const line of readLines(input)) {
    const text = print(await runLine(line, session), session, printing);
    if (!(await writer.write(printing.json ? `${text}\n` : `${text}\n\n`))) break;
  }
  writer.close();
  return 0;
}

function print({ command, answer }: Outcome, session: Session, { output, json, environment }: Printing): string {
  // Asked for after the answer: a reload's answer names the archive that it brought.
  if (json) return formatJson(command, answer, session.context().archive);
  return renderAnswer(answer, readScreen(output, environment), session.context().wording).join('\n');
}

/**
 * The lines of some UTF-8, without their ends. Only a line feed ends a line, with or without a carriage return before it:
 * node:readline would also break at characters that may stand in a command.
 */
export async function* readLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let begun: string[] = [];
  let first = true;
  const finish = (end: string): string => {
    const line = [...begun, end].join('');
    begun = [];
    const bare = first && line.startsWith('\ufeff') ? line.slice(1) : line;
    first = false;
    return bare.endsWith('\r') ? bare.slice(0, -1) : bare;
  };
  for await (const chunk of input) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    const open = parts.pop() ?? '';
    for (const part of parts) yield finish(part);
    if (open !== '') begun.push(open);
  }
  const rest = decoder.end();
  if (rest !== '' || begun.length > 0) yield finish(rest);
}
