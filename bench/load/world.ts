/**
 * Discord as far as a load needs it, in a process of its own: a gateway that sends interactions, and a REST side that
 * takes answers unread, unless it is asked what they are. Told what to do by its parent, whom it answers with figures.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createConnection, type Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { application, nextInteraction, questions } from './interactions.ts';
import { type Figures, keepAsking, type Pace } from './pace.ts';

/** What the parent asks for. */
export type Order =
  | { readonly do: 'gateway'; readonly pace: Pace; readonly seconds: number }
  | { readonly do: 'http'; readonly pace: Pace; readonly seconds: number; readonly ports: readonly number[] }
  /** Every question once, to tell the answers. */
  | { readonly do: 'record' };

export type Report =
  | { readonly api: string; readonly publicKey: string }
  | { readonly online: number }
  | { readonly figures: Figures }
  /** The messages that answered, by command. */
  | { readonly messages: Readonly<Record<string, unknown>> };

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
/** Those who wait for an answer, by the token that is in its address. */
const waiting = new Map<string, () => void>();
const online: WebSocket[] = [];
let commands: unknown = [];
/** Is told of every answer while answers are recorded. */
let record: ((token: string, answer: Buffer) => void) | undefined;

const server = createServer((request, response) => {
  const callback = /^\/v10\/interactions\/\d+\/([^/]+)\/callback/.exec(request.url ?? '');
  if (callback === null) void serve(request, response);
  else {
    const token = callback[1] ?? '';
    const chunks: Buffer[] = [];
    if (record === undefined) request.resume();
    else request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      record?.(token, Buffer.concat(chunks));
      waiting.get(token)?.();
      response.writeHead(204).end();
    });
  }
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const path = (request.url ?? '').replace(/\?.*/, '');
  if (request.method === 'PUT') {
    const given: object[] = JSON.parse(Buffer.concat(chunks).toString());
    commands = given.map((command, index) => ({ id: String(index + 1), version: '1', type: 1, ...command }));
  }
  const body = path.endsWith('/gateway/bot')
    ? {
        url: `ws://127.0.0.1:${port}`,
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 1000, max_concurrency: 16 },
      }
    : path.endsWith('/commands')
      ? commands
      : path.endsWith('/applications/@me')
        ? { id: application, name: 'Load', flags: 0, owner: { id: '1', username: 'owner', discriminator: '0' } }
        : { id: application, username: 'Load', discriminator: '0', bot: true };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const sockets = new WebSocketServer({ server });
sockets.on('connection', (socket) => {
  const send = (payload: unknown) => socket.send(JSON.stringify(payload));
  send({ op: 10, d: { heartbeat_interval: 41_250 } });
  socket.on('message', (data) => {
    const { op, d } = JSON.parse(data.toString());
    if (op === 1) send({ op: 11 });
    if (op !== 2) return;
    const user = { id: application, username: 'Load', discriminator: '0', bot: true };
    const ready = {
      v: 10,
      user,
      guilds: [],
      session_id: String(online.length),
      resume_gateway_url: `ws://127.0.0.1:${port}`,
      shard: d.shard ?? [0, 1],
      application: { id: application, flags: 0 },
    };
    send({ op: 0, s: 1, t: 'READY', d: ready });
    online.push(socket);
    tell({ online: online.length });
  });
  socket
    .on('error', () => undefined)
    .on('close', () => {
      online.splice(online.indexOf(socket), 1);
      tell({ online: online.length });
    });
});

let turn = 0;
let sequence = 1;

/** Sends an interaction to the next of those connected; resolves once it is answered by REST. */
function askByGateway({ token, interaction } = nextInteraction()): Promise<void> {
  const socket = online[turn++ % online.length];
  sequence += 1;
  return new Promise((resolve) => {
    waiting.set(token, () => {
      waiting.delete(token);
      resolve();
    });
    socket?.send(JSON.stringify({ op: 0, s: sequence, t: 'INTERACTION_CREATE', d: interaction }));
  });
}

/** Asks every question once by the gateway: the messages that answer, by command. */
async function recordAnswers(): Promise<Readonly<Record<string, unknown>>> {
  const messages: Record<string, unknown> = {};
  for (const _ of questions) {
    const next = nextInteraction();
    record = (token, answer) => {
      if (token === next.token) messages[next.command] = JSON.parse(answer.toString()).data;
    };
    await askByGateway(next);
  }
  record = undefined;
  return messages;
}

/** Connections to the ports in turn, kept open, one request at a time on each: as a proxy that Discord stands behind. */
class Connections {
  readonly #idle: Socket[] = [];
  readonly #all: Socket[] = [];
  readonly #ports: readonly number[];

  constructor(ports: readonly number[]) {
    this.#ports = ports;
  }

  async post(head: string, body: Buffer): Promise<void> {
    const socket = this.#idle.shift() ?? this.#open();
    await new Promise<void>((resolve, reject) => {
      let text = '';
      const read = (chunk: Buffer) => {
        text += chunk.toString('latin1');
        const end = text.indexOf('\r\n\r\n');
        const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1];
        if (end < 0 || text.length < end + 4 + Number(length ?? 0)) return;
        socket.off('data', read).off('close', reject);
        if (text.startsWith('HTTP/1.1 200')) resolve();
        else reject(new Error(text.slice(0, 12)));
      };
      socket.on('data', read).on('close', reject);
      socket.write(head);
      socket.write(body);
    });
    this.#idle.push(socket);
  }

  close(): void {
    for (const socket of this.#all) socket.destroy();
  }

  #open(): Socket {
    const socket = createConnection(this.#ports[this.#all.length % this.#ports.length] ?? 0, '127.0.0.1');
    socket.setNoDelay(true).on('error', () => undefined);
    this.#all.push(socket);
    return socket;
  }
}

async function askByHttp(pace: Pace, seconds: number, ports: readonly number[]): Promise<Figures> {
  const connections = new Connections(ports);
  const figures = await keepAsking(pace, seconds, () => {
    const body = Buffer.from(JSON.stringify(nextInteraction().interaction));
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = sign(null, Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString('hex');
    return connections.post(
      `POST /interactions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nx-signature-ed25519: ${signature}\r\nx-signature-timestamp: ${timestamp}\r\n\r\n`,
      body,
    );
  });
  connections.close();
  return figures;
}

function tell(report: Report): void {
  process.send?.(report);
}

process.on('message', (order: Order) => {
  if (order.do === 'record') {
    void recordAnswers().then((messages) => tell({ messages }));
    return;
  }
  const asking =
    order.do === 'gateway'
      ? keepAsking(order.pace, order.seconds, askByGateway)
      : askByHttp(order.pace, order.seconds, order.ports);
  void asking.then((figures) => tell({ figures }));
});
process.on('disconnect', () => process.exit());

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
tell({ api: `http://127.0.0.1:${port}`, publicKey: raw });
