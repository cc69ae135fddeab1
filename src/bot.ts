import { commands, messageCommands } from '../commands/index.ts';
import { type App, openApp, wordEmptiness } from './app.ts';
import type { Config } from './config.ts';
import type { Archive } from './core/archive.ts';
import { rememberAnswers } from './core/recent-answers.ts';
import { captionOf } from './discord/citation.ts';
import { type Discord, startDiscord } from './discord/client.ts';
import type { ReloadReport } from './discord/command.ts';
import { createCooldown } from './discord/cooldown.ts';
import { within } from './discord/patience.ts';
import type { Log, Ports } from './discord/ports.ts';
import { createRouter, type Route } from './discord/router.ts';
import { linkArticles } from './http/article-links.ts';
import { serveArticles } from './http/articles.ts';
import { createInteractions } from './http/interactions.ts';
import type { Http, HttpOptions } from './http/server.ts';
import { watchProcess } from './ops/faults.ts';
import { createLog, logInteractions } from './ops/log.ts';
import { createMetrics, type Metrics } from './ops/metrics.ts';
import { type Tally, tellAll } from './ops/tally.ts';
import { Studio } from './picture/studio.ts';
import { english } from './wording/wording.ts';

/** How long answers by HTTP may take when the bot stops. */
const farewell = 5_000;

/**
 * Runs the bot until it is told to stop. Resolves with the exit code. What watches the process can ask after it from
 * the first moment on; then the articles are read, and only then anybody is answered.
 */
export async function runBot(config: Config): Promise<number> {
  const log = createLog({ ...config.log, pretty: process.stdout.isTTY === true, secrets: [config.token] });
  watchProcess(log);
  const stopped = untilStopped(log);
  const metrics = createMetrics();
  const state: State = { archive: false, gateway: false };
  const tally = tellAll([metrics.tally, logInteractions(log, config.log), followGateway(state)]);

  let route: Route | undefined;
  const { publicKey, api, publicUrl } = config;
  const interactions = publicKey === undefined ? undefined : createInteractions({ publicKey, api, route: () => route });
  let app: App | undefined;
  const http = await listen(config, log, metrics, state, [
    ...(interactions === undefined ? [] : [interactions.serve]),
    ...(publicUrl === undefined ? [] : [serveArticles(() => app?.archive())]),
  ]);
  if (http !== undefined) log.info(`Listening on ${http.address}.`);
  const opened = await Promise.race([openApp(config.articles, { cache: config.cache }), stopped]);
  if (typeof opened === 'number') return opened;
  app = opened;
  report(opened, config, log);
  let discord: Discord | undefined;
  const readAnew = (outcome: ReloadReport | Error) => {
    metrics.reloaded(outcome instanceof Error ? null : outcome.milliseconds / 1_000);
    reportChange(outcome, log);
    discord?.showSize();
  };
  if (config.watch) opened.watch(readAnew);
  opened.follow(readAnew);
  metrics.watchArchive(() => opened.archive().size);
  state.archive = true;

  const studio = new Studio();
  const card: Ports['card'] = (quotation, wording) => studio.card(captionOf(quotation, wording));
  const ports = {
    commands,
    messageCommands,
    // Only where pages are served is there anything to link to.
    archive: serving(opened.archive, http === undefined ? undefined : publicUrl),
    reload: counted(opened.reload, metrics),
    reloading: opened.reloading,
    health: opened.health,
    cooldown: createCooldown(),
    problems: opened.problems,
    draw: (svg: string) => studio.draw(svg),
    card,
    moderators: config.moderators,
    log,
    tally,
  };
  route = createRouter(ports);
  discord =
    config.token === undefined
      ? undefined
      : startDiscord({ ...ports, token: config.token, api: config.api, shards: config.shards });
  const code = await Promise.race([stopped, ...(discord === undefined ? [] : [untilEnded(discord)])]);
  await Promise.all([discord?.stop(), within(farewell, Promise.all([http?.stop(), interactions?.settle(farewell)]))]);
  return code;
}

/** Resolves with exit code 0 on the first signal to stop; the second ends the process at once. */
function untilStopped(log: Log): Promise<number> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(1);
      asked = true;
      log.info('Stopping: what is being answered is finished first.');
      resolve(0);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}

/** Rejects when Discord will not have the bot, at the start or later on. */
async function untilEnded(discord: Discord): Promise<never> {
  await discord.ready;
  throw await discord.ended;
}

async function listen(
  { http, token }: Config,
  log: Log,
  metrics: Metrics,
  state: State,
  routes: HttpOptions['routes'] = [],
): Promise<Http | undefined> {
  if (http === undefined) return undefined;
  const readiness = () => ({ archive: state.archive, ...(token === undefined ? {} : { gateway: state.gateway }) });
  // A server is loaded only where one is wanted.
  const { startHttp } = await import('./http/server.ts');
  return startHttp({ ...http, log, metrics: metrics.read, readiness, routes });
}

/** What has come about so far. */
interface State {
  archive: boolean;
  gateway: boolean;
}

function followGateway(state: State): Tally {
  return {
    handled: () => undefined,
    connected: (isConnected) => {
      state.gateway = isConnected;
    },
    reconnecting: () => undefined,
    limited: () => undefined,
  };
}

/**
 * The archive as it is now, which remembers its last answers; with a public address, with links to the pages of articles
 * that have no address. Made once for each archive.
 */
function serving(archive: () => Archive, publicUrl: string | undefined): () => Archive {
  let last: { readonly archive: Archive; readonly served: Archive } | undefined;
  return () => {
    const now = archive();
    if (last?.archive !== now) {
      last = { archive: now, served: rememberAnswers(publicUrl === undefined ? now : linkArticles(now, publicUrl)) };
    }
    return last.served;
  };
}

function counted(reload: App['reload'], metrics: Metrics): App['reload'] {
  return async (tell) => {
    try {
      const done = await reload(tell);
      metrics.reloaded(done.milliseconds / 1_000);
      return done;
    } catch (error) {
      metrics.reloaded(null);
      throw error;
    }
  };
}

function report(app: App, { articles: sources }: Config, log: Log): void {
  const { quantities } = english;
  const { articles, statements } = app.archive().size;
  if (articles === 0) log.warn(`There is nothing to answer from yet: ${wordEmptiness(sources, app.problems())}.`);
  else log.info(`${quantities.articles(articles)} with ${quantities.statements(statements)} on record.`);
  for (const { file, reason } of app.problems()) log.warn(`${file}: ${reason}`);
  const leftOut = app.leftOut();
  if (leftOut !== null) log.info(leftOut);
}

/** What reading anew came to that nobody here asked for: a folder that is watched changed, or another process was asked. */
function reportChange(outcome: ReloadReport | Error, log: Log): void {
  if (outcome instanceof Error) {
    log.warn(outcome.message);
    return;
  }
  const { added, changed, removed, problems } = outcome;
  log.info(`Articles read anew: ${added.length} added, ${changed.length} changed, ${removed.length} removed.`);
  for (const { file, reason } of problems) log.warn(`${file}: ${reason}`);
}
