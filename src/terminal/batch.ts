import { formatJson } from './json.ts';
import { answerLines } from './lines.ts';
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
  await answerLines(input, printing.output, async (line) => {
    const text = print(await runLine(line, session), session, printing);
    return printing.json ? text : `${text}\n`;
  });
  return 0;
}

function print({ command, answer }: Outcome, session: Session, { output, json, environment }: Printing): string {
  // Asked for after the answer: a reload's answer names the archive that it brought.
  if (json) return formatJson(command, answer, session.context().archive);
  return renderAnswer(answer, readScreen(output, environment), session.context().wording).join('\n');
}
