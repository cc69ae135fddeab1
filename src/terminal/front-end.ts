import { UserError } from '../answer.ts';
import { chatLines, chatOnce } from './batch.ts';
import { type ChatArguments, chatHelp, joinWords, readChatArguments } from './chat-arguments.ts';
import { chatInteractive, type Input } from './interactive.ts';
import { makeVisible } from './layout.ts';
import { readLocale } from './locale.ts';
import type { Output } from './screen.ts';
import type { Session } from './session.ts';

/** The streams and settings of a process. */
export interface Surroundings {
  readonly input: Input & AsyncIterable<Buffer | string>;
  readonly output: Output;
  readonly errors: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens the session that a chat is about; `articles` are those of the arguments, empty for the configured ones. `locale`
 * is the language of whoever reads the answers.
 */
export type OpenSession = (articles: readonly string[], locale: string) => Promise<Session>;

/**
 * The terminal front end: reads its arguments, opens the session and chats. Resolves with the exit code: 2 when the
 * arguments are not understood, 1 when the session cannot be opened, else that of the chat.
 */
export async function startChat(
  given: readonly string[],
  open: OpenSession,
  surroundings: Surroundings,
): Promise<number> {
  const { output, errors } = surroundings;
  const wanted = readChatArguments(given);
  if (wanted.ask === 'help') {
    output.on('error', () => {}).write(chatHelp);
    return 0;
  }
  if (wanted.ask === 'refusal') {
    errors.write(`${makeVisible(wanted.message)}\n`);
    return 2;
  }
  try {
    return await chat(wanted, await open(wanted.articles, localeFor(wanted, surroundings)), surroundings);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    errors.write(`${makeVisible(error instanceof UserError ? reason : `The chat cannot go on: ${reason}`)}\n`);
    return 1;
  }
}

/** People are answered in their own language; programs, which read JSON or send lines, always in English. */
function localeFor({ words, json }: Extract<ChatArguments, { ask: 'chat' }>, surroundings: Surroundings): string {
  const { input, output, environment } = surroundings;
  const isRead = !json && (words.length > 0 || (input.isTTY === true && output.isTTY === true));
  return isRead ? readLocale(environment) : 'en-GB';
}

/** Chats as the arguments and the streams ask for: one command, lines that are piped in, or a person. */
async function chat(
  { words, json }: Extract<ChatArguments, { ask: 'chat' }>,
  session: Session,
  { input, output, environment }: Surroundings,
): Promise<number> {
  const printing = { output, json, environment };
  if (words.length > 0) return chatOnce(joinWords(words, session.commands), session, printing);
  if (input.isTTY === true && output.isTTY === true && !json) {
    return chatInteractive(session, { input, output, environment });
  }
  return chatLines(input, session, printing);
}
