import { commands } from '../commands/index.ts';
import { UserError } from './answer.ts';
import { openApp, wordEmptiness } from './app.ts';
import { type Config, readConfig } from './config.ts';
import type { Context } from './discord/command.ts';
import { startChat } from './terminal/front-end.ts';
import { readColumns } from './terminal/screen.ts';
import type { Session } from './terminal/session.ts';
import { startSpinner } from './terminal/spinner.ts';
import { wordingFor } from './wording/wording.ts';

/** Reads `.env` beside the package into the environment; what is set already wins. A missing file is no fault. */
export function readEnvironmentFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw new UserError('The file .env cannot be read; check its permissions.');
  }
}

/** Opens the archive for a chat: whoever sits at the terminal may do what a moderator may. */
async function openSession(config: Config, articles: readonly string[], locale: string): Promise<Session> {
  const sources = articles.length > 0 ? articles : config.articles;
  const wording = wordingFor(locale);
  const { stderr } = process;
  // Standard output is for answers alone, whoever reads them.
  const spinner =
    stderr.isTTY === true && process.env.TERM !== 'dumb'
      ? startSpinner(stderr, wording.terminal.working, () => readColumns(stderr))
      : undefined;
  const app = await openApp(sources, { cache: config.cache }).finally(() => spinner?.stop());
  if (config.watch) app.watch(() => {});
  if (app.archive().size.articles === 0) {
    process.stderr.write(`There is nothing to answer from: ${wordEmptiness(sources, app.problems())}.\n`);
  } else {
    for (const { file, reason } of app.problems()) process.stderr.write(`${file}: ${reason}\n`);
    const leftOut = app.leftOut();
    if (leftOut !== null) process.stderr.write(`${leftOut}\n`);
  }
  const context = (): Context => ({
    archive: app.archive(),
    user: { id: 'terminal', moderator: true },
    place: 'terminal',
    locale,
    wording,
    commands,
    reload: app.reload,
    reloading: app.reloading,
    health: app.health,
    problems: app.problems,
  });
  return { commands, context };
}

/** The terminal chat of this process: resolves with its exit code. */
export async function runChat(given: readonly string[]): Promise<number> {
  const surroundings = {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    environment: process.env,
  };
  return startChat(
    given,
    async (articles, locale) => {
      readEnvironmentFile();
      return openSession(readConfig(process.env), articles, locale);
    },
    surroundings,
  );
}
