import { type Answer, refuse, UserError } from '../answer.ts';
import type { Command, Context } from '../discord/command.ts';
import { parseLine } from './parsing.ts';

/** What the terminal needs of the app: the commands, and the context of each question as it is then. */
export interface Session {
  readonly commands: readonly Command[];
  /** Asked anew for every line, so that a reload shows. */
  readonly context: () => Context;
  /** Takes a fault of our own, and may give a reference under which it was logged. */
  readonly report?: (error: unknown) => string | undefined;
}

/** What became of a line. */
export interface Outcome {
  /** The command that ran; for a malformed line the name as typed, which may be empty. */
  readonly command: string;
  readonly answer: Answer;
  /** `malformed`: no command ran, since the line does not ask for one as it should. `failed`: a fault of our own. */
  readonly state: 'done' | 'malformed' | 'failed';
}

/**
 * Runs a typed line. Never rejects: whatever goes wrong is an answer. A command that answers in steps calls `progress`
 * with each answer but is worth its last one.
 */
export async function runLine(line: string, session: Session, progress?: (answer: Answer) => void): Promise<Outcome> {
  const { wording } = session.context();
  const parsed = parseLine(line, session.commands, wording);
  if (!parsed.ok) return { command: parsed.name, answer: refuse(parsed.message), state: 'malformed' };
  const command = parsed.command.data.name;
  try {
    const running = parsed.command.run(parsed.args, session.context());
    if (!(Symbol.asyncIterator in running)) return { command, answer: await running, state: 'done' };
    let last: Answer | undefined;
    for await (const answer of running) {
      last = answer;
      progress?.(answer);
    }
    if (last === undefined) throw new Error(`/${command} gave no answer`);
    return { command, answer: last, state: 'done' };
  } catch (error) {
    if (error instanceof UserError) return { command, answer: refuse(error.sentence(wording)), state: 'done' };
    const reference = session.report?.(error);
    return { command, answer: refuse(wording.terminal.fault(reference)), state: 'failed' };
  }
}
