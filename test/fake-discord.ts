import { type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { Changes, Clock } from './fake-discord/clock.ts';
import {
  type Choice,
  type Command,
  checkCommand,
  checkCommands,
  checkCounts,
  keptCommand,
  withoutLocalizations,
} from './fake-discord/commands.ts';
import { Field, isRecord, Refusal, refusals } from './fake-discord/form.ts';
import { Gateway } from './fake-discord/gateway.ts';
import { Interactions, interactionType, Reply } from './fake-discord/interactions.ts';
import type { Message } from './fake-discord/messages.ts';
import {
  buildInteraction,
  type Circumstances,
  checkOffered,
  commandData,
  componentData,
  type Guild,
  menuData,
  type OptionValue,
  type Person,
  personOf,
} from './fake-discord/reader.ts';
import {
  type Answer,
  type Fault,
  type RequestRecord,
  Rest,
  type Route,
  type ScriptedFault,
} from './fake-discord/rest.ts';

export type { Choice, Command, CommandOption } from './fake-discord/commands.ts';
export type { ErrorTree, RefusalBody } from './fake-discord/form.ts';
export type { Gateway } from './fake-discord/gateway.ts';
export { type Edit, type RefusedRequest, Reply } from './fake-discord/interactions.ts';
export {
  type Attachment,
  allComponents,
  buttonsOf,
  type Component,
  flag,
  type Message,
  textOf,
  type Upload,
} from './fake-discord/messages.ts';
export { type Circumstances, type Guild, NotPossible, type OptionValue, type Person } from './fake-discord/reader.ts';
export type { Fault, RequestRecord, ScriptedFault } from './fake-discord/rest.ts';

export interface FakeDiscordOptions {
  readonly token?: string;
  readonly applicationId?: string;
  /** Guilds the bot is in; one unless told. The first is where people act by default. */
  readonly guilds?: readonly Guild[];
  /** Intents that are refused (4014): the privileged ones, as for a new application. */
  readonly disallowedIntents?: number;
  /** How long an interaction may go unacknowledged: 3,000 ms. */
  readonly deadline?: number;
  /** How long an interaction's token works: 15 minutes. */
  readonly tokenLifetime?: number;
  readonly heartbeatInterval?: number;
  readonly maxConcurrency?: number;
  /**
   * How long after a login no other shard of the same rate limit key (its number modulo `maxConcurrency`) may log in: 5
   * seconds at Discord, no time at all here unless told, so that tests need not wait.
   */
  readonly identifyWindow?: number;
  readonly shards?: number;
  /** Logins left until the daily limit. */
  readonly sessionStarts?: number;
  /** New commands left until the daily limit. */
  readonly commandCreates?: number;
  /** Default of a command's `integration_types`. */
  readonly installContexts?: readonly number[];
}

/** What a test waits for: the answer, only the acknowledgement, or nothing at all. */
export interface Waiting {
  readonly wait?: 'answer' | 'acknowledgement' | 'nothing';
  /** How long a deferred answer may take, in milliseconds; 10,000 unless told. */
  readonly patience?: number;
}

export interface CommandRequest extends Circumstances, Waiting {
  /** As typed after the slash: `quote`, or `stance between` for a sub-command. */
  readonly name: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface AutocompleteRequest extends CommandRequest {
  /** The option that is being typed. */
  readonly focused: string;
}

export interface ClickRequest extends Circumstances, Waiting {
  readonly message: Message | Reply;
  /** The button or menu, by its custom id or its label. */
  readonly customId?: string;
  readonly label?: string;
  /** What was chosen in a menu. */
  readonly values?: readonly string[];
}

export interface MenuRequest extends Circumstances, Waiting {
  readonly name: string;
  /** The message whose menu it is: give what matters of it. */
  readonly message?: Partial<Message>;
  /** Or the user whose menu it is. */
  readonly target?: Partial<Person>;
}

const privileged = (1 << 1) | (1 << 8) | (1 << 15);

/**
 * Discord on the loopback interface: the part of its REST API and gateway that an application with commands uses.
 * The real discord.js logs in to it, and it refuses what Discord refuses, in Discord's words.
 * A model for tests: what it accepts it has checked; what it does not know is 404.
 */
export class FakeDiscord {
  /** Base address for `DISCORD_API`, without `/v10`. */
  readonly api: string;
  readonly applicationId: string;
  readonly guilds: Guild[];
  readonly gateway: Gateway;
  /** The bot token that is accepted. Change it to reset the token behind a client's back. */
  token: string;
  /** Messages that exist, by id. */
  readonly messages: ReadonlyMap<string, Message>;
  readonly user: Readonly<Record<string, unknown>>;

  readonly #options: FakeDiscordOptions;
  readonly #server: Server;
  readonly #rest: Rest;
  readonly #clock = new Clock();
  readonly #changes = new Changes();
  readonly #interactions: Interactions;
  readonly #commands = new Map<string, Command[]>([['', []]]);
  #creates: number;
  #connections = 0;
  #mostConnections = 0;
  #endpoint: Endpoint | undefined;

  /** Starts a server on a free port of 127.0.0.1. */
  static async start(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FakeDiscord(server, options);
  }

  private constructor(server: Server, options: FakeDiscordOptions) {
    const address = server.address();
    const port = isRecord(address) ? address.port : 0;
    this.#server = server;
    this.#options = options;
    this.#creates = options.commandCreates ?? 200;
    this.api = `http://127.0.0.1:${port}`;
    this.token = options.token ?? 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.G0fake.not-a-real-token-of-anybody';
    this.applicationId = options.applicationId ?? '1100000000000000001';
    this.guilds = [...(options.guilds ?? [{ id: '1200000000000000001', name: 'The newsroom' }])];
    this.user = {
      id: this.applicationId,
      username: 'On Record',
      discriminator: '0000',
      global_name: null,
      avatar: null,
      bot: true,
      verified: true,
      mfa_enabled: false,
      email: null,
      flags: 0,
    };
    const world = {
      applicationId: this.applicationId,
      user: this.user,
      clock: this.#clock,
      changes: this.#changes,
      token: () => this.token,
    };
    this.#interactions = new Interactions({
      ...world,
      deadline: this.deadline,
      tokenLifetime: options.tokenLifetime ?? 15 * 60_000,
    });
    this.messages = this.#interactions.messages;
    this.gateway = new Gateway({
      ...world,
      guilds: () => this.guilds.map(wholeGuild),
      disallowedIntents: options.disallowedIntents ?? privileged,
      heartbeatInterval: options.heartbeatInterval ?? 41_250,
      maxConcurrency: options.maxConcurrency ?? 1,
      identifyWindow: options.identifyWindow ?? 0,
      url: () => `ws://127.0.0.1:${port}`,
    });
    this.#rest = new Rest({
      ...world,
      routes: this.#routes(),
      settled: (request, refusal) => {
        if (refusal) {
          const { method, path } = request;
          const refused = { method, path, status: refusal.status, body: refusal.body };
          this.refusals.push(refused);
          this.#interactions.about(path)?.refusals.push(refused);
        }
        this.#changes.changed();
      },
    });
    server.on('connection', (socket) => {
      this.#connections += 1;
      this.#mostConnections = Math.max(this.#mostConnections, this.#connections);
      socket.on('close', () => {
        this.#connections -= 1;
      });
    });
    server.on('upgrade', (request, socket, head) => this.gateway.upgrade(request, socket, head));
    server.on('request', (request, response) => void this.#rest.handle(request, response));
  }

  /** How many connections were open at once at the most, those of the gateway among them. */
  get mostConnections(): number {
    return this.#mostConnections;
  }

  /** Requests that were refused, in order. A bot that does everything right leaves it empty. */
  readonly refusals: Reply['refusals'] = [];

  /** Every request made, in order. */
  get requests(): readonly RequestRecord[] {
    return this.#rest.requests;
  }

  /** Every interaction so far with what became of it, in order; those sent with `dispatch` included. */
  get replies(): readonly Reply[] {
    return this.#interactions.replies;
  }

  /** The global commands that are registered. Those of a guild: `commandsOf(id)`. */
  get commands(): readonly Command[] {
    return this.commandsOf('');
  }

  commandsOf(guildId: string): readonly Command[] {
    return this.#commands.get(guildId) ?? [];
  }

  get deadline(): number {
    return this.#options.deadline ?? 3_000;
  }

  /**
   * Sends interactions by HTTP from now on, signed, as to an application with an interactions endpoint: the response is
   * the callback. No client need be logged in.
   */
  postTo(url: string, privateKey: KeyObject): void {
    this.#endpoint = { url, privateKey };
  }

  /** Registers global commands as a `PUT` by the application would, refusing what it would. For tests that start with some. */
  register(definitions: readonly unknown[]): readonly Command[] {
    return this.#overwrite('', definitions);
  }

  /**
   * Resolves once a client is logged in and connected: READY is sent, though the client may not have read it yet.
   * (discord.js 14 never finishes `destroy()` when it is called in that moment: use a command first.)
   */
  async ready(patience = 10_000): Promise<void> {
    await this.until(() => this.gateway.online && this.gateway.readies > 0, patience);
  }

  /** Resolves once `happened()` is true of anything that can be seen here; rejects after `patience` milliseconds. */
  until(happened: () => boolean, patience = 5_000): Promise<void> {
    return this.#changes.until(happened, patience, () => `Not within ${patience} ms: ${happened}`);
  }

  /** Moves Discord's clock forward: interactions get too old at once, with no waiting. */
  advance(milliseconds: number): void {
    this.#clock.advance(milliseconds);
  }

  /** Makes Discord's clock differ from the machine's in the ids it gives, by so many milliseconds. */
  skew(milliseconds: number): void {
    this.#clock.snowflakeOffset = milliseconds;
  }

  /** Makes the next matching requests go wrong. */
  fail(fault: Fault): ScriptedFault {
    return this.#rest.fail(fault);
  }

  /** Sends any event as it is. An INTERACTION_CREATE can then be answered; sending it twice is delivering it twice. */
  dispatch(t: string, d: unknown): Reply | undefined {
    const reply = t === 'INTERACTION_CREATE' && isRecord(d) ? this.#interactions.open(d) : undefined;
    this.gateway.dispatch(t, d);
    return reply;
  }

  /** An id made now. */
  nextId(): string {
    return this.#clock.nextId();
  }

  /**
   * Uses a command, as Discord's client would, and resolves with what the reader gets.
   * Rejects when the reader would see a failure, saying which requests were refused.
   */
  async command(request: CommandRequest): Promise<Reply> {
    const { type, data } = this.#typed(request, interactionType.command);
    return this.#send(request, type, data);
  }

  /** Types into an option, and resolves with the choices that are offered. */
  async autocomplete(request: AutocompleteRequest): Promise<readonly Choice[]> {
    const { type, data } = this.#typed(request, interactionType.autocomplete, request.focused);
    return (await this.#send(request, type, data)).choices;
  }

  /** Uses a command in the menu of a message, or with `target` of a user. */
  async contextMenu(request: MenuRequest): Promise<Reply> {
    const { name, message, target } = request;
    const type = target ? 2 : 3;
    const command = this.#find(name, type, request);
    const about = target ? { ...personOf(undefined), id: this.nextId(), ...target } : this.write(message ?? {});
    const data = menuData(command, name, type, about, this.nextId());
    return this.#send(request, interactionType.command, data, undefined, command);
  }

  /** Presses a button, or chooses in a menu, of a message. */
  async click(request: ClickRequest): Promise<Reply> {
    const message = request.message instanceof Reply ? request.message.message : request.message;
    const { id } = personOf(request.user);
    const data = componentData(message, request, id, request.unchecked ?? false);
    return this.#send(request, interactionType.component, data, message);
  }

  /** A message somebody wrote, for a message menu. */
  write(given: Partial<Message>): Message {
    return {
      id: this.nextId(),
      type: 0,
      channel_id: '1200000000000000002',
      author: { ...personOf(undefined) },
      content: '',
      embeds: [],
      components: [],
      attachments: [],
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      pinned: false,
      tts: false,
      flags: 0,
      timestamp: new Date(this.#clock.now()).toISOString(),
      edited_timestamp: null,
      ...given,
    };
  }

  /** Forgets an interaction and all requests so far, for whoever keeps a bot busy for long. */
  forget(reply: Reply): void {
    this.#interactions.forget(reply);
    this.#rest.requests.length = 0;
    this.refusals.length = 0;
  }

  /** Ends everything: connections, requests that hang, the server. */
  async stop(): Promise<void> {
    this.gateway.stop();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Posts an interaction and takes what comes back for its callback. What does not arrive stays unanswered. */
  async #post({ url, privateKey }: Endpoint, interaction: Readonly<Record<string, unknown>>): Promise<void> {
    const { id, token } = interaction;
    try {
      const response = await fetch(url, signed(JSON.stringify(interaction), privateKey));
      if (response.status !== 200) return;
      const json: unknown = await response.json();
      this.#interactions.callback(String(id), String(token), { json, uploads: [] }, false);
    } catch (error) {
      if (!(error instanceof Refusal)) return;
      const { status, body } = error;
      const refused = { method: 'POST', path: `/interactions/${id}/${token}/callback`, status, body };
      this.refusals.push(refused);
      this.#interactions.about(refused.path)?.refusals.push(refused);
    } finally {
      this.#changes.changed();
    }
  }

  #typed(request: CommandRequest, type: number, focused?: string) {
    const path = request.name.split(' ');
    const command = this.#find(path[0] ?? '', 1, request);
    const interaction = buildInteraction(this.#reader, request, type, {});
    if (!request.unchecked) checkOffered(command, interaction);
    const data = commandData(command, path, request.options ?? {}, {
      unchecked: request.unchecked ?? false,
      id: this.nextId(),
      ...(focused === undefined ? {} : { focused }),
    });
    return { type, data };
  }

  #find(name: string, type: number, { guild }: Circumstances): Command | undefined {
    const guildId = guild === null ? undefined : (guild ?? this.guilds[0])?.id;
    const known = [...(guildId === undefined ? [] : this.commandsOf(guildId)), ...this.commands];
    return known.find((command) => command.name === name && command.type === type);
  }

  async #send(
    request: Circumstances & Waiting,
    type: number,
    data: Readonly<Record<string, unknown>>,
    message?: Message,
    menu?: Command,
  ): Promise<Reply> {
    const interaction = buildInteraction(this.#reader, request, type, data, message);
    const isMenu = type === interactionType.command && data.target_id !== undefined;
    if (isMenu && !request.unchecked) checkOffered(menu, interaction);
    if (this.#endpoint === undefined && !this.gateway.attended) throw new Error('No client is logged in');
    const reply = this.#interactions.open(interaction);
    if (message) {
      reply.original = message;
      if (!this.messages.has(message.id)) this.#interactions.messages.set(message.id, message);
    }
    if (this.#endpoint === undefined) this.gateway.dispatch('INTERACTION_CREATE', interaction);
    else void this.#post(this.#endpoint, interaction);
    const grace = this.deadline + 500;
    if (request.wait === 'nothing') return reply;
    if (request.wait === 'acknowledgement') return reply.whenAcknowledged(grace);
    return reply.whenAnswered(grace, request.patience ?? 10_000);
  }

  get #reader() {
    return {
      applicationId: this.applicationId,
      guild: this.guilds[0],
      nextId: () => this.nextId(),
      newToken: () => this.#interactions.newToken(),
    };
  }

  #routes(): Route[] {
    const ok = (body: unknown): Answer => ({ status: 200, body });
    const nothing: Answer = { status: 204 };
    const application = () => ({
      id: this.applicationId,
      name: 'On Record',
      icon: null,
      description: '',
      bot: this.user,
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: '0'.repeat(64),
      flags: 0,
      owner: { ...personOf(undefined), id: '1300000000000000009', username: 'owner' },
      team: null,
      redirect_uris: [],
      interactions_endpoint_url: null,
      approximate_guild_count: this.guilds.length,
      integration_types_config: { '0': {}, '1': {} },
    });
    const gatewayUrl = `ws${this.api.slice('http'.length)}`;
    return [
      { path: /^\/gateway$/, open: true, methods: { GET: () => ok({ url: gatewayUrl }) } },
      {
        path: /^\/gateway\/bot$/,
        methods: {
          GET: () =>
            ok({
              url: gatewayUrl,
              shards: this.#options.shards ?? 1,
              session_start_limit: {
                total: 1000,
                remaining:
                  (this.#options.sessionStarts ?? 1000) -
                  this.gateway.identifies.length -
                  this.gateway.turnedAway.length,
                reset_after: 86_400_000,
                max_concurrency: this.#options.maxConcurrency ?? 1,
              },
            }),
        },
      },
      { path: /^\/users\/@me$/, methods: { GET: () => ok(this.user) } },
      { path: /^\/(?:oauth2\/)?applications\/@me$/, methods: { GET: () => ok(application()) } },
      ...this.#commandRoutes(),
      {
        path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
        open: true,
        methods: {
          POST: ({ query }, [id = '', token = ''], body) => {
            const answer = this.#interactions.callback(id, token, body, query.with_response === 'true');
            return answer === undefined ? nothing : ok(answer);
          },
        },
      },
      {
        path: /^\/webhooks\/(\d+)\/([^/]+)$/,
        open: true,
        methods: { POST: (_, [app = '', token = ''], body) => ok(this.#interactions.followUp(app, token, body)) },
      },
      {
        path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/,
        open: true,
        methods: {
          GET: (_, [app = '', token = '', id = '']) => ok(this.#interactions.getMessage(app, token, id)),
          PATCH: (_, [app = '', token = '', id = ''], body) => ok(this.#interactions.editMessage(app, token, id, body)),
          DELETE: (_, [app = '', token = '', id = '']) => {
            this.#interactions.deleteMessage(app, token, id);
            return nothing;
          },
        },
      },
    ];
  }

  #commandRoutes(): Route[] {
    const place = (app: string, guildId = '') => {
      if (app !== this.applicationId) throw refusals.unknownApplication();
      if (guildId !== '' && !this.guilds.some(({ id }) => id === guildId)) throw refusals.missingAccess();
      return guildId;
    };
    const shown = (commands: unknown, { query }: RequestRecord): Answer => ({
      status: 200,
      body: query.with_localizations === 'true' ? commands : withoutLocalizations(commands),
    });
    const one = (guildId: string, id: string) => {
      const command = this.commandsOf(guildId).find((candidate) => candidate.id === id);
      if (command === undefined) throw refusals.unknownCommand();
      return command;
    };
    return [
      {
        path: /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/,
        methods: {
          GET: (request, [app = '', guild]) => shown(this.commandsOf(place(app, guild)), request),
          PUT: (_, [app = '', guild], { json }) => ({ status: 200, body: this.#overwrite(place(app, guild), json) }),
          POST: (_, [app = '', guild], { json }) => this.#upsert(place(app, guild), json),
        },
      },
      {
        path: /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands\/(\d+)$/,
        methods: {
          GET: (_, [app = '', guild, id = '']) => ({ status: 200, body: one(place(app, guild), id) }),
          PATCH: (_, [app = '', guild, id = ''], { json }) => {
            const guildId = place(app, guild);
            const old = one(guildId, id);
            const merged = { ...old, ...(isRecord(json) ? json : {}), type: old.type };
            checkDefinition(merged);
            const changed = this.#kept(guildId, merged, old);
            this.#commands.set(
              guildId,
              this.commandsOf(guildId).map((command) => (command === old ? changed : command)),
            );
            return { status: 200, body: changed };
          },
          DELETE: (_, [app = '', guild, id = '']) => {
            const guildId = place(app, guild);
            const old = one(guildId, id);
            this.#commands.set(
              guildId,
              this.commandsOf(guildId).filter((command) => command !== old),
            );
            return { status: 204 };
          },
        },
      },
    ];
  }

  #overwrite(guildId: string, definitions: unknown): readonly Command[] {
    const list = new Field(definitions);
    checkCommands(list);
    list.settle();
    const given = Array.isArray(definitions) ? definitions.filter(isRecord) : [];
    const olds = given.map((definition) => this.#same(guildId, definition));
    this.#spend(olds.filter((old) => old === undefined).length);
    const kept = given.map((definition, index) => this.#kept(guildId, definition, olds[index]));
    this.#commands.set(guildId, kept);
    this.#changes.changed();
    return kept;
  }

  #upsert(guildId: string, json: unknown): Answer {
    checkDefinition(json);
    const definition = isRecord(json) ? json : {};
    const old = this.#same(guildId, definition);
    const others = this.commandsOf(guildId).filter((command) => command !== old);
    const counts = { 1: 0, 2: 0, 3: 0 };
    for (const { type } of [...others, { type: definition.type ?? 1 }]) {
      if (type === 1 || type === 2 || type === 3) counts[type] += 1;
    }
    checkCounts(counts);
    if (old === undefined) this.#spend(1);
    const command = this.#kept(guildId, definition, old);
    this.#commands.set(guildId, [...others, command]);
    return { status: old === undefined ? 201 : 200, body: command };
  }

  #same(guildId: string, definition: Readonly<Record<string, unknown>>): Command | undefined {
    return this.commandsOf(guildId).find(
      ({ name, type }) => name === definition.name && type === (definition.type ?? 1),
    );
  }

  #spend(creates: number): void {
    if (creates > this.#creates) throw refusals.tooManyCreates(this.#options.commandCreates ?? 200);
    this.#creates -= creates;
  }

  #kept(guildId: string, definition: Record<string, unknown>, old: Command | undefined): Command {
    return keptCommand(definition, old, {
      applicationId: this.applicationId,
      guildId: guildId === '' ? undefined : guildId,
      installContexts: this.#options.installContexts ?? [0, 1],
      nextId: () => this.nextId(),
    });
  }
}

interface Endpoint {
  readonly url: string;
  readonly privateKey: KeyObject;
}

/** A request as Discord signs it: over the time and the body. */
export function signed(body: string, privateKey: KeyObject, at = Date.now()): RequestInit {
  const timestamp = String(Math.floor(at / 1_000));
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
      'x-signature-timestamp': timestamp,
    },
    body,
  };
}

function checkDefinition(json: unknown): void {
  const command = new Field(json);
  checkCommand(command);
  command.settle();
}

function wholeGuild(guild: Guild): Record<string, unknown> {
  return {
    name: 'A guild',
    icon: null,
    owner_id: '1300000000000000009',
    preferred_locale: 'en-US',
    features: [],
    unavailable: false,
    member_count: 2,
    large: false,
    joined_at: '2021-01-01T00:00:00.000000+00:00',
    roles: [],
    emojis: [],
    stickers: [],
    channels: [],
    threads: [],
    members: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    premium_tier: 0,
    verification_level: 0,
    ...guild,
  };
}
