import { StringDecoder } from 'node:string_decoder';
import type { Output } from './screen.ts';
import { openWriter } from './writing.ts';

/**
 * Writes what is answered to each line of the input, in order. Ends quietly when nobody reads any more.
 */
export async function answerLines(
  input: AsyncIterable<Buffer | string>,
  output: Output,
  answer: (line: string) => string | Promise<string>,
): Promise<void> {
  const writer = openWriter(output);
  for await (const line of readLines(input)) if (!(await writer.write(`${await answer(line)}\n`))) break;
  writer.close();
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
