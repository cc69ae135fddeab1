import { commands, messageCommands } from '../commands/index.ts';
import { UserError } from './answer.ts';
import { openApp, wordEmptiness } from './app.ts';
import { readEnvironmentFile, runChat } from './chat.ts';
import { type Config, readConfig } from './config.ts';
import { startDiscord } from './discord/client.ts';
import type { ReloadReport } from './discord/command.ts';
import { createCooldown } from './discord/cooldown.ts';
import type { Log } from './discord/ports.ts';
import { draw } from './picture/drawing.ts';

const noToken =
  'No DISCORD_TOKEN is set, so this is the terminal chat. A bot in Discord needs a token: see “Make it a Discord bot” in README.md.';

/** Lines for the bot's keeper: news to standard output, trouble to standard error. */
const log: Log = {
  info: (message, detail) => process.stdout.write(`${message}${wordDetail(detail)}\n`),
  warn: (message, detail) => process.stderr.write(`${message}${wordDetail(detail)}\n`),
  error: (message, detail) => process.stderr.write(`${message}${wordDetail(detail)}\n`),
};

function wordDetail(detail: Readonly<Record<string, unknown>> | undefined): string {
  return detail === undefined ? '' : ` ${JSON.stringify(detail)}`;
}

/** Runs the bot until it is told to stop. Resolves with the exit code. */
async function runBot(config: Config, token: string): Promise<number> {
  const app = await openApp(config.articles, { cache: config.cache });
  const { articles, statements } = app.archive().size;
  if (articles === 0)
    log.warn(`There is nothing to answer from yet: ${wordEmptiness(config.articles, app.problems())}.`);
  else log.info(`${articles} ${articles === 1 ? 'article' : 'articles'} with ${statements} statements on record.`);
  for (const { file, reason } of app.problems()) log.warn(`${file}: ${reason}`);
  const report = (outcome: ReloadReport | Error) => {
    if (outcome instanceof Error) return log.warn(outcome.message);
    const { added, changed, removed, problems } = outcome;
    log.info(`Articles changed: ${added.length} added, ${changed.length} changed, ${removed.length} removed.`);
    for (const { file, reason } of problems) log.warn(`${file}: ${reason}`);
  };
  if (config.watch) app.watch(report);
  const discord = startDiscord({
    token,
    api: config.api,
    commands,
    messageCommands,
    archive: app.archive,
    reload: app.reload,
    reloading: app.reloading,
    health: app.health,
    cooldown: createCooldown(),
    problems: app.problems,
    draw,
    moderators: config.moderators,
    log,
  });
  const stopped = new Promise<number>((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(1);
      asked = true;
      log.info('Stopping: what is being answered is finished first.');
      void discord.stop().then(() => resolve(0));
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
  const ended = discord.ready
    .then(() => discord.ended)
    .then((reason) => {
      throw reason;
    });
  return Promise.race([stopped, ended]);
}

async function main(given: readonly string[]): Promise<number> {
  try {
    readEnvironmentFile();
    const config = readConfig(process.env);
    if (config.token !== undefined) return await runBot(config, config.token);
    process.stderr.write(`${noToken}\n`);
    return await runChat(given);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exit(await main(process.argv.slice(2)));
