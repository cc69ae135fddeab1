import { setTimeout as sleep } from 'node:timers/promises';
import {
  ActivityType,
  type APIInteraction,
  Client,
  DefaultRestOptions,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  OAuth2Scopes,
  Options,
  Team,
} from 'discord.js';
import { UserError } from '../answer.ts';
import type { Tally } from '../ops/tally.ts';
import { english } from '../wording/wording.ts';
import { within } from './patience.ts';
import type { Log, Ports } from './ports.ts';
import { bodyOf, type Difference, register, wordDifference } from './registration.ts';
import { restManners, restResponder } from './reply.ts';
import { createRouter, type Route } from './router.ts';

export interface DiscordOptions extends Ports {
  readonly token: string;
  /** The base address of Discord's API, without a version; Discord's own unless told. */
  readonly api?: string | undefined;
  /** Which shards of the gateway to hold: as many as Discord advises unless told, or these of so many. */
  readonly shards?: 'auto' | { readonly ids: readonly number[]; readonly count: number } | undefined;
}

/** What there is to say once the bot is logged in. */
export interface Ready {
  readonly name: string;
  /** Where a server's manager adds the bot. */
  readonly invite: string;
  /** What registering changed; null when it failed, or is another process's task, which the log tells of. */
  readonly registration: Difference | null;
}

export interface Discord {
  /** Rejects with a `UserError` when Discord will not have the bot, whatever one waits. */
  readonly ready: Promise<Ready>;
  /** Resolves when Discord ends the connection for good later on, with what to tell the bot's keeper. */
  readonly ended: Promise<UserError>;
  /** Shows anew, below the bot's name, how much there is to answer from. */
  showSize(): void;
  /** Leaves Discord; answers that are under way are finished first, but not for long. */
  stop(): Promise<void>;
}

const shortestPause = 1_000;
const longestPause = 60_000;
/** How long answers under way may take when the bot stops. */
const farewell = 5_000;

const wrongToken =
  'Discord does not accept the token: copy it anew from the Bot page of the Discord developer portal into DISCORD_TOKEN.';

/** Logs in to Discord, registers the commands, and answers whoever uses them, until it is stopped. */
export function startDiscord(options: DiscordOptions): Discord {
  const { log } = options;
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let client: Client | undefined;
  /** Whoever the application belongs to is added once Discord has told who that is. */
  const moderators = { users: [...options.moderators.users], guilds: options.moderators.guilds };
  const showSize = () => {
    if (client !== undefined && !stopping.signal.aborted) showPresence(client, options.archive().size.articles);
  };
  const route = createRouter({
    ...options,
    moderators,
    reload: async (tell) => {
      const report = await options.reload(tell);
      showSize();
      return report;
    },
    health: () => ({ ...options.health(), latency: latencyOf(client) }),
  });
  let end: (reason: UserError) => void = () => undefined;
  const ended = new Promise<UserError>((resolve) => {
    end = resolve;
  });

  const stopped = new Promise<string>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve('stopped'));
  });

  const start = async (): Promise<Ready> => {
    if (!/^[\x21-\x7e]+$/.test(options.token)) throw new UserError(wrongToken);
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      client = createClient(options, log);
      const current = client;
      if (options.tally !== undefined) watch(current, options.tally, stopping.signal);
      listen(current, route, underWay, options.tally);
      // Discord forgets the presence with the session.
      current.on(Events.ShardReady, (shard) => {
        if (!stopping.signal.aborted) showPresence(current, options.archive().size.articles, shard);
      });
      const lost = lossOf(client);
      const outcome = await Promise.race([logIn(client, options.token, lost), stopped]);
      if (outcome === undefined) {
        if (attempt > 0) log.info('Discord can be reached again.');
        lost.then((reason) => {
          log.error(reason.message);
          end(reason);
        });
        moderators.users.push(...(await ownersOf(current, log)));
        return greet(current, options);
      }
      if (outcome instanceof UserError) throw outcome;
      if (stopping.signal.aborted) break;
      const pause = Math.min(shortestPause * 2 ** attempt, longestPause);
      if (attempt === 0) {
        log.warn('Discord cannot be reached at the moment. I keep trying, less and less often, up to once a minute.', {
          reason: outcome,
        });
      }
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    throw new UserError('The bot was stopped before it reached Discord.');
  };

  const ready = start();
  // Whoever stops the bot before it is ready need not hear that it never was.
  ready.catch(() => undefined);
  return {
    ready,
    ended,
    showSize,
    stop: async () => {
      stopping.abort();
      await client?.destroy();
      await within(farewell, Promise.allSettled(underWay));
    },
  };
}

/** What stands below the bot's name: how much it answers from, and where to begin. On all shards unless told of one. */
function showPresence(client: Client, articles: number, shard?: number): void {
  const state = `${english.quantities.articles(articles)} · /help`;
  client.user?.setPresence({
    activities: [{ type: ActivityType.Custom, name: state, state }],
    ...(shard === undefined ? {} : { shardId: shard }),
  });
}

/** How long Discord took to answer the last heartbeat; null before the first. */
function latencyOf(client: Client | undefined): number | null {
  const ping = client?.ws.ping ?? -1;
  return ping < 0 ? null : ping;
}

/** The ids of whoever the application belongs to: a user, or the owner of a team. */
async function ownersOf(client: Client, log: Log): Promise<string[]> {
  try {
    const application = await client.application?.fetch();
    const id = application?.owner instanceof Team ? application.owner.ownerId : application?.owner?.id;
    return id ? [id] : [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn('Discord does not say whom the application belongs to: only the moderators in the settings may reload.', {
      reason,
    });
    return [];
  }
}

/** The address under which a server's manager adds the bot: with its commands, and no permission at all. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: '0',
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

function createClient({ api, shards = 'auto', tally }: DiscordOptions, log: Log): Client {
  const client = new Client({
    // Always told: untold, the client reads the variable of this name by itself, and takes JSON alone.
    ...(shards === 'auto' ? { shards } : { shards: [...shards.ids], shardCount: shards.count }),
    intents: [],
    allowedMentions: { parse: [] },
    rest: {
      ...restManners,
      api: (api ?? DefaultRestOptions.api).replace(/\/+$/, ''),
      makeRequest: async (url, init) => {
        const response = await DefaultRestOptions.makeRequest(url, init);
        if (response.status === 429) tally?.limited();
        return response;
      },
    },
    // Nothing is ever looked up in these; without a limit they grow with everybody who asks.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: 0,
      UserManager: { maxSize: 10, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
  client.on(Events.Error, (error) => log.error('The Discord client met an error.', { error: error.message }));
  client.on(Events.Warn, (message) => log.warn('The Discord client warns.', { message }));
  return client;
}

/**
 * Hands on interactions as Discord sends them, not as the client's classes: the same then serves interactions that
 * come over HTTP.
 */
function listen(client: Client, route: Route, underWay: Set<Promise<void>>, tally: Tally | undefined): void {
  const limited = () => tally?.limited();
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    const responder = restResponder(client.rest, interaction, limited);
    const answer = route(interaction, responder).finally(() => underWay.delete(answer));
    underWay.add(answer);
  });
}

/**
 * Tells of the connection, until it is ended on purpose. Connected is who has all of its shards connected.
 */
function watch(client: Client, tally: Tally, stopping: AbortSignal): void {
  const connected = new Set<number>();
  let told = false;
  const tell = () => {
    const { shards } = client.options;
    const isWhole = Array.isArray(shards) && shards.every((shard) => connected.has(shard));
    if (isWhole !== told) tally.connected(isWhole);
    told = isWhole;
  };
  const gain = (shard: number) => {
    connected.add(shard);
    tell();
  };
  const lose = (shard: number) => {
    connected.delete(shard);
    tell();
  };
  client.on(Events.ShardReady, gain);
  client.on(Events.ShardResume, gain);
  client.on(Events.ShardDisconnect, (_, shard) => lose(shard));
  client.on(Events.ShardReconnecting, (shard) => {
    lose(shard);
    if (!stopping.aborted) tally.reconnecting();
  });
}

/** Logs in: nothing when it worked, a `UserError` when it never will, else the reason it did not work this time. */
async function logIn(client: Client, token: string, lost: Promise<UserError>): Promise<undefined | UserError | string> {
  const isReady = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve());
  });
  const login = client.login(token).then(() => isReady);
  try {
    // The client may wait for a connection that Discord has ended for good: that is heard first.
    const reason = await Promise.race([lost, login]);
    if (reason === undefined) return undefined;
    login.catch(() => undefined);
    await client.destroy();
    return reason;
  } catch (error) {
    return wordFailure(error);
  }
}

/** A `UserError` when trying again is no use, else the reason. */
function wordFailure(error: unknown): UserError | string {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new UserError(wrongToken);
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof DiscordAPIError && error.status !== 429 && error.status < 500) {
    const advice = 'check DISCORD_TOKEN and DISCORD_API';
    return new UserError(`Discord refuses the bot: ${reason} (status ${error.status}); ${advice}.`);
  }
  return reason;
}

/** Resolves when Discord ends the client's connection for good, with what to tell the bot's keeper. */
function lossOf(client: Client): Promise<UserError> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const reason = wordClosing(code);
      if (reason !== undefined) resolve(reason);
    });
  });
}

/** What to tell the bot's keeper of a connection that Discord ended for good; nothing if it may be made again. */
function wordClosing(code: number): UserError | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new UserError(wrongToken);
    case GatewayCloseCodes.DisallowedIntents:
      return new UserError(
        'Discord does not allow this bot the intents it asked for; On Record needs none, so please report this.',
      );
    case GatewayCloseCodes.InvalidShard:
      return new UserError('Discord does not take the shards that SHARDS names; auto asks for as many as it advises.');
    case GatewayCloseCodes.ShardingRequired:
      return new UserError(
        'The bot is in too many servers for so few shards: set SHARDS to auto, or to some of more shards.',
      );
    case GatewayCloseCodes.InvalidAPIVersion:
    case GatewayCloseCodes.InvalidIntents:
      return new UserError(
        `Discord ended the connection for good (code ${code}); a newer version of On Record may be needed.`,
      );
    default:
      return undefined;
  }
}

/**
 * Registers the commands and says what there is to know. Of several processes with shards of the same bot one
 * registers: the one with the first shard.
 */
async function greet(client: Client, { commands, messageCommands, log }: DiscordOptions): Promise<Ready> {
  const { shards } = client.options;
  const registers = !Array.isArray(shards) || shards.includes(0);
  const application = client.application?.id ?? client.user?.id ?? '';
  const invite = inviteLink(application);
  const name = client.user?.username ?? '';
  let registration: Difference | null = null;
  try {
    const body = bodyOf(
      commands.map(({ data }) => data),
      messageCommands.map(({ data }) => data),
    );
    if (registers) {
      registration = await register(client.rest, application, body);
      log.info(`Commands: ${wordDifference(registration)}.`);
    } else log.info('Commands are registered by the process that has shard 0.');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error('The commands could not be registered; Discord keeps those it had.', { reason });
  }
  log.info(`Logged in as ${name}. Add the bot to a server: ${invite}`);
  return { name, invite, registration };
}
