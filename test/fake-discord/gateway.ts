import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Changes, Clock } from './clock.ts';
import { isRecord } from './form.ts';

const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

const close = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

const trace = ['["fake-discord"]'];
const guildsIntent = 1 << 0;
const knownIntents = (1 << 17) - 1 + (1 << 20) + (1 << 21) + (1 << 24) + (1 << 25);

/** What the gateway needs to know of the world; read anew for each connection. */
export interface GatewayWorld {
  readonly token: () => string;
  readonly applicationId: string;
  readonly user: Record<string, unknown>;
  readonly guilds: () => readonly Record<string, unknown>[];
  readonly disallowedIntents: number;
  readonly heartbeatInterval: number;
  readonly maxConcurrency: number;
  readonly identifyWindow: number;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly url: () => string;
}

/** So many events are kept for a client that resumes. */
const mostReplayed = 5_000;

interface Sent {
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly sent: Sent[];
  sequence: number;
  socket: WebSocket | undefined;
  resumable: boolean;
}

export type RefusalManner = 'reset' | 'unavailable' | 'silence';

/** The gateway: sessions, sequence numbers, heartbeats, resuming; and the ways in which it fails. */
export class Gateway {
  readonly identifies: { readonly intents: number; readonly shard: readonly [number, number]; readonly at: number }[] =
    [];
  /** Shards that wanted to log in too soon after others (op 9). */
  readonly turnedAway: (readonly [number, number])[] = [];
  readonly resumes: { readonly sessionId: string; readonly sequence: number; readonly accepted: boolean }[] = [];
  /** Close codes with which clients left, 1006 when they vanished. */
  readonly leavings: number[] = [];
  /** Presences that were set, in order. */
  readonly presences: Readonly<Record<string, unknown>>[] = [];
  /** Heartbeats received. */
  heartbeats = 0;
  /** READY events sent. */
  readies = 0;

  readonly #world: GatewayWorld;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  readonly #pending = new Set<Duplex>();
  /** When a shard last logged in, by rate limit key. */
  readonly #loggedIn = new Map<number, number>();
  readonly #delivered = new WeakSet<object>();
  #acknowledging = true;
  #refusing: RefusalManner | undefined;
  #refusingUntil = 0;

  constructor(world: GatewayWorld) {
    this.#world = world;
    this.#server.on('connection', (socket: WebSocket, request: IncomingMessage) => this.#connected(socket, request));
  }

  /** Sockets open at the moment. */
  get connections(): number {
    return [...this.#server.clients].filter((client) => client.readyState === client.OPEN).length;
  }

  /** Whether a client is logged in and connected, so that an event would reach it. */
  get online(): boolean {
    return [...this.#sessions.values()].some((session) => session.socket !== undefined);
  }

  /** Whether an event would reach a client now, or be kept for one that may resume. */
  get attended(): boolean {
    return [...this.#sessions.values()].some((session) => session.socket !== undefined || session.resumable);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const manner = this.#refusing !== undefined && Date.now() < this.#refusingUntil ? this.#refusing : undefined;
    if (manner === 'silence') {
      this.#pending.add(socket);
      socket.on('error', () => undefined);
      return;
    }
    if (manner === 'reset') {
      socket.destroy();
      return;
    }
    if (manner === 'unavailable') {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#server.emit('connection', opened, request));
  }

  /**
   * Sends an event to every client that would see it, those included that lost their connection and may resume.
   * A guild's events go to that guild's shard, all others to shard 0.
   */
  dispatch(t: string, d: unknown): void {
    const guild = isRecord(d) && typeof d.guild_id === 'string' ? BigInt(d.guild_id) >> 22n : 0n;
    for (const session of this.#sessions.values()) {
      const [shard, count] = session.shard;
      if (Number(guild % BigInt(count)) === shard) this.#send(session, t, d);
    }
  }

  /** Whether an event reached a connection: one sent while nobody was connected does when a client resumes, or never. */
  delivered(d: object): boolean {
    return this.#delivered.has(d);
  }

  /** Cuts all connections without a word, or those of one shard; the sessions can be resumed. */
  drop(shard?: number): void {
    for (const client of this.#server.clients) {
      const session = [...this.#sessions.values()].find(({ socket }) => socket === client);
      if (shard === undefined || session?.shard[0] === shard) client.terminate();
    }
  }

  /** Closes all connections with a code. After a code that ends a session (4004, 4007, 4009–4014, 1000) it cannot be resumed. */
  close(code: number, reason = ''): void {
    for (const session of this.#sessions.values()) {
      if (session.socket !== undefined && !mayResumeAfter(code)) session.resumable = false;
    }
    for (const client of this.#server.clients) client.close(code, reason);
  }

  /** Asks all clients to reconnect (op 7). */
  requestReconnect(): void {
    this.#broadcast({ op: op.reconnect, d: null });
  }

  /** Tells all clients that their session is invalid (op 9), and whether it may yet be resumed. */
  invalidate(resumable: boolean): void {
    for (const session of this.#sessions.values()) {
      if (session.socket === undefined) continue;
      if (!resumable) this.#sessions.delete(session.id);
      write(session.socket, { op: op.invalidSession, d: resumable });
    }
  }

  /** Forgets every session, so that the next attempt to resume is refused (op 9). */
  forget(): void {
    for (const session of this.#sessions.values()) session.resumable = false;
  }

  /** Asks all clients for a heartbeat at once (op 1). */
  requestHeartbeat(): void {
    this.#broadcast({ op: op.heartbeat, d: null });
  }

  /** Stops, or starts again, to acknowledge heartbeats. */
  acknowledgeHeartbeats(acknowledging: boolean): void {
    this.#acknowledging = acknowledging;
  }

  /** Turns new connections away for a while (until `allow` by default): resets them, answers 503, or never answers. */
  refuse(manner: RefusalManner = 'reset', milliseconds = Number.POSITIVE_INFINITY): void {
    this.#refusing = manner;
    this.#refusingUntil = Date.now() + milliseconds;
  }

  /** Takes new connections again. */
  allow(): void {
    this.#refusing = undefined;
    for (const socket of this.#pending) socket.destroy();
    this.#pending.clear();
  }

  stop(): void {
    for (const socket of this.#pending) socket.destroy();
    this.drop();
    this.#server.close();
  }

  #broadcast(payload: unknown): void {
    for (const session of this.#sessions.values()) {
      if (session.socket !== undefined) write(session.socket, payload);
    }
  }

  #connected(socket: WebSocket, request: IncomingMessage): void {
    const { searchParams } = new URL(request.url ?? '/', 'ws://localhost');
    socket.on('error', () => undefined);
    if (searchParams.get('v') !== '10') {
      socket.close(close.invalidVersion, 'Invalid API version');
      return;
    }
    const connection = new Connection(socket, this.#world.heartbeatInterval);
    socket.on('message', (data) => {
      this.#received(connection, data.toString());
      this.#world.changes.changed();
    });
    socket.on('close', (code) => {
      connection.stop();
      this.leavings.push(code);
      const session = connection.session;
      if (session?.socket === socket) {
        session.socket = undefined;
        if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
      }
      this.#world.changes.changed();
    });
    write(socket, {
      op: op.hello,
      d: { heartbeat_interval: this.#world.heartbeatInterval, _trace: trace },
    });
  }

  #received(connection: Connection, text: string): void {
    const { socket } = connection;
    if (connection.tooMany()) {
      socket.close(close.rateLimited, 'Rate limited.');
      return;
    }
    const payload = parse(text);
    if (!isRecord(payload)) {
      socket.close(close.decodeError, 'Error while decoding payload.');
      return;
    }
    switch (payload.op) {
      case op.heartbeat:
        this.heartbeats += 1;
        connection.beat();
        if (this.#acknowledging) write(socket, { op: op.heartbeatAck });
        return;
      case op.identify:
        this.#identify(connection, isRecord(payload.d) ? payload.d : {});
        return;
      case op.resume:
        this.#resume(connection, isRecord(payload.d) ? payload.d : {});
        return;
      case op.presence:
        if (connection.session === undefined) socket.close(close.notAuthenticated, 'Not authenticated.');
        else if (!isPresence(payload.d)) socket.close(close.decodeError, 'Error while decoding payload.');
        else this.presences.push(payload.d);
        return;
      case op.voice:
      case op.members:
        if (connection.session === undefined) socket.close(close.notAuthenticated, 'Not authenticated.');
        return;
      default:
        socket.close(close.unknownOpcode, 'Unknown opcode.');
    }
  }

  #identify(connection: Connection, data: Record<string, unknown>): void {
    const { socket } = connection;
    const world = this.#world;
    const { intents, shard = [0, 1] } = data;
    const refusal = this.#refusalOf(connection, data);
    if (refusal !== undefined) socket.close(...refusal);
    else if (!isIntents(intents) || !isRecord(data.properties))
      socket.close(close.invalidIntents, 'Invalid intent(s).');
    else if ((intents & world.disallowedIntents) !== 0) socket.close(close.disallowedIntents, 'Disallowed intent(s).');
    else if (!isShard(shard)) socket.close(close.invalidShard, 'Invalid shard.');
    else this.#login(connection, intents, shard);
  }

  /** Why neither a login nor a resumption is possible, if so. */
  #refusalOf(connection: Connection, data: Record<string, unknown>): [number, string] | undefined {
    if (connection.session !== undefined) return [close.alreadyAuthenticated, 'Already authenticated.'];
    const token = String(data.token).replace(/^Bot /, '');
    return token === this.#world.token() ? undefined : [close.authenticationFailed, 'Authentication failed.'];
  }

  #login(connection: Connection, intents: number, shard: readonly [number, number]): void {
    const world = this.#world;
    const key = shard[0] % world.maxConcurrency;
    if (world.clock.now() - (this.#loggedIn.get(key) ?? Number.NEGATIVE_INFINITY) < world.identifyWindow) {
      this.turnedAway.push(shard);
      write(connection.socket, { op: op.invalidSession, d: false });
      return;
    }
    this.#loggedIn.set(key, world.clock.now());
    const id = randomBytes(16).toString('hex');
    const session: Session = { id, shard, sent: [], sequence: 0, socket: connection.socket, resumable: true };
    this.#sessions.set(id, session);
    connection.session = session;
    this.identifies.push({ intents, shard, at: world.clock.now() });
    const guilds = world.guilds();
    this.#send(session, 'READY', {
      v: 10,
      user: world.user,
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: id,
      session_type: 'normal',
      resume_gateway_url: world.url(),
      shard,
      application: { id: world.applicationId, flags: 0 },
      private_channels: [],
      relationships: [],
      presences: [],
      user_settings: {},
      _trace: trace,
    });
    this.readies += 1;
    if ((intents & guildsIntent) === 0) return;
    for (const guild of guilds) this.#send(session, 'GUILD_CREATE', guild);
  }

  #resume(connection: Connection, data: Record<string, unknown>): void {
    const { socket } = connection;
    const refusal = this.#refusalOf(connection, data);
    if (refusal !== undefined) {
      socket.close(...refusal);
      return;
    }
    const sessionId = String(data.session_id);
    const sequence = Number(data.seq);
    const session = this.#sessions.get(sessionId);
    const accepted = session?.resumable === true && sequence <= session.sequence;
    this.resumes.push({ sessionId, sequence, accepted });
    if (session === undefined || !session.resumable) {
      this.#sessions.delete(sessionId);
      write(socket, { op: op.invalidSession, d: false });
      return;
    }
    if (!accepted) {
      socket.close(close.invalidSequence, 'Invalid seq.');
      return;
    }
    const old = session.socket;
    session.socket = socket;
    connection.session = session;
    old?.close(4000, 'Resumed elsewhere.');
    for (const each of session.sent) if (each.s > sequence) this.#deliver(socket, each);
    this.#send(session, 'RESUMED', { _trace: trace });
  }

  #send(session: Session, t: string, d: unknown): void {
    session.sequence += 1;
    const event = { s: session.sequence, t, d };
    session.sent.push(event);
    if (session.sent.length > mostReplayed) session.sent.shift();
    if (session.socket !== undefined) this.#deliver(session.socket, event);
  }

  #deliver(socket: WebSocket, { s, t, d }: Sent): void {
    if (socket.readyState === socket.OPEN && typeof d === 'object' && d !== null) this.#delivered.add(d);
    write(socket, { op: op.dispatch, s, t, d });
  }
}

/** One socket: whether it has logged in, and whether it still lives. */
class Connection {
  readonly socket: WebSocket;
  session: Session | undefined;
  readonly #watch: NodeJS.Timeout;
  readonly #received: number[] = [];
  #beaten = true;

  constructor(socket: WebSocket, heartbeatInterval: number) {
    this.socket = socket;
    this.#watch = setInterval(() => {
      if (!this.#beaten) socket.close(close.sessionTimedOut, 'Session timed out.');
      this.#beaten = false;
    }, heartbeatInterval * 1.5).unref();
  }

  beat(): void {
    this.#beaten = true;
  }

  /** Whether this is more than the 120 payloads a minute that the gateway takes. */
  tooMany(): boolean {
    const now = Date.now();
    this.#received.push(now);
    while ((this.#received[0] ?? now) < now - 60_000) this.#received.shift();
    return this.#received.length > 120;
  }

  stop(): void {
    clearInterval(this.#watch);
  }
}

function isPresence(data: unknown): data is Record<string, unknown> {
  if (!isRecord(data) || !Array.isArray(data.activities) || typeof data.afk !== 'boolean') return false;
  const statuses: readonly unknown[] = ['online', 'dnd', 'idle', 'invisible', 'offline'];
  const isSince = data.since === null || typeof data.since === 'number';
  const fits = (text: unknown) => typeof text === 'string' && text !== '' && text.length <= 128;
  const areActivities = data.activities.every(
    (each: unknown) => isRecord(each) && fits(each.name) && (each.state === undefined || fits(each.state)),
  );
  return statuses.includes(data.status) && isSince && areActivities;
}

function isIntents(intents: unknown): intents is number {
  return typeof intents === 'number' && (intents & ~knownIntents) === 0;
}

function mayResumeAfter(code: number): boolean {
  return ![1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014].includes(code);
}

function isShard(shard: unknown): shard is [number, number] {
  if (!Array.isArray(shard) || shard.length !== 2) return false;
  const [id, count]: unknown[] = shard;
  return typeof id === 'number' && typeof count === 'number' && id >= 0 && id < count;
}

function write(socket: WebSocket, payload: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
