import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import { Refusal, refusals } from './form.ts';
import type { Body } from './interactions.ts';
import type { Upload } from './messages.ts';

/** A request that was made, with what was answered; `status` is undefined while it waits, or when it got no answer. */
export interface RequestRecord {
  readonly method: string;
  /** Without `/v10` and without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
  readonly at: number;
  status: number | undefined;
  answer: unknown;
}

/** How the next requests go wrong. */
export interface Fault {
  readonly method?: string;
  /** A part of the path, or a pattern of it. Every request, when left out. */
  readonly path?: string | RegExp;
  /** How many requests; 1 unless told. */
  readonly times?: number;
  /** Milliseconds to wait first. With nothing else, the request is then carried out as usual. */
  readonly delay?: number;
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers 429, to be tried again after so many seconds. */
  readonly retryAfter?: number;
  /** Whether that 429 holds for all requests. */
  readonly global?: boolean;
  /** Never answers. */
  readonly hang?: boolean;
  /** Breaks the connection instead of answering. */
  readonly reset?: boolean;
  /** Carries the request out before failing: it is the answer that gets lost. */
  readonly applied?: boolean;
}

export interface ScriptedFault {
  /** How many more requests it will meet. */
  readonly remaining: number;
  cancel(): void;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export type Handler = (request: RequestRecord, parts: readonly string[], body: Body) => Answer;

/** One path with what can be done there; `open` when it needs no bot token. */
export interface Route {
  readonly path: RegExp;
  readonly open?: boolean;
  readonly methods: Readonly<Record<string, Handler>>;
}

export interface RestWorld {
  readonly token: () => string;
  readonly clock: Clock;
  readonly routes: readonly Route[];
  /** Called with every request once it is settled. */
  readonly settled: (request: RequestRecord, refusal: Refusal | undefined) => void;
}

interface Script extends Fault {
  left: number;
}

/** The HTTP side: reads requests, applies the scripted faults, checks the token, finds the route, words the answer. */
export class Rest {
  readonly requests: RequestRecord[] = [];
  readonly #world: RestWorld;
  readonly #scripts: Script[] = [];

  constructor(world: RestWorld) {
    this.#world = world;
  }

  fail(fault: Fault): ScriptedFault {
    const script: Script = { ...fault, left: fault.times ?? 1 };
    this.#scripts.push(script);
    return {
      get remaining() {
        return script.left;
      },
      cancel: () => {
        script.left = 0;
      },
    };
  }

  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    const url = new URL(message.url ?? '/', 'http://localhost');
    const raw = await read(message);
    const type = message.headers['content-type'] ?? '';
    const body = await parseBody(raw, type);
    const request: RequestRecord = {
      method: message.method ?? 'GET',
      path: decode(url.pathname).replace(/^\/v10(?=\/)/, ''),
      query: Object.fromEntries(url.searchParams),
      headers: message.headers,
      body: body?.json,
      uploads: body?.uploads ?? [],
      at: this.#world.clock.now(),
      status: undefined,
      answer: undefined,
    };
    this.requests.push(request);

    const script = this.#nextScript(request);
    if (script?.delay) await sleep(script.delay, undefined, { ref: false });
    const fails = script !== undefined && (script.status !== undefined || script.retryAfter !== undefined);
    const vanishes = script?.hang || script?.reset;
    const carriedOut =
      script === undefined || script.applied || !(fails || vanishes)
        ? this.#carryOut(request, body, url.pathname.startsWith('/v10/'))
        : undefined;
    if (script?.hang) return;
    if (script?.reset) {
      message.socket.destroy();
      return;
    }
    const outcome = script !== undefined && fails ? scripted(script) : (carriedOut ?? { status: 500, headers: {} });
    request.status = outcome.status;
    request.answer = outcome.body;
    const text = outcome.body === undefined ? '' : JSON.stringify(outcome.body);
    response.writeHead(outcome.status, {
      ...(text === '' ? {} : { 'content-type': 'application/json' }),
      ...outcome.headers,
    });
    response.end(text);
  }

  #nextScript(request: RequestRecord): Script | undefined {
    const script = this.#scripts.find(
      ({ left, method, path }) =>
        left > 0 &&
        (method === undefined || method === request.method) &&
        (path === undefined || (typeof path === 'string' ? request.path.includes(path) : path.test(request.path))),
    );
    if (script) script.left -= 1;
    return script;
  }

  #carryOut(request: RequestRecord, body: Body | undefined, versioned: boolean): Outcome {
    try {
      const answer = this.#route(request, body, versioned);
      request.status = answer.status;
      this.#world.settled(request, undefined);
      return { ...answer, headers: {} };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      request.status = error.status;
      this.#world.settled(request, error);
      return { status: error.status, body: error.body, headers: error.headers };
    }
  }

  #route(request: RequestRecord, body: Body | undefined, versioned: boolean): Answer {
    const route = versioned ? this.#world.routes.find(({ path }) => path.test(request.path)) : undefined;
    if (route === undefined) throw refusals.notFound();
    if (!route.open && request.headers.authorization !== `Bot ${this.#world.token()}`) throw refusals.unauthorised();
    const handler = route.methods[request.method];
    if (handler === undefined) throw refusals.methodNotAllowed();
    if (body === undefined) throw refusals.invalidJson();
    const parts = (route.path.exec(request.path) ?? []).slice(1).map((part) => part ?? '');
    return handler(request, parts, body);
  }
}

interface Outcome extends Answer {
  readonly headers: Readonly<Record<string, string>>;
}

function scripted({ status, body, headers = {}, retryAfter, global = false }: Script): Outcome {
  if (retryAfter !== undefined) {
    const refusal = refusals.rateLimited(retryAfter, global);
    return { status: 429, body: body ?? refusal.body, headers: { ...refusal.headers, ...headers } };
  }
  return { status: status ?? 500, body: body ?? { message: `${status}: Scripted`, code: 0 }, headers };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of message) chunks.push(Buffer.from(chunk));
  } catch {
    // The client went away while sending: what arrived is recorded.
  }
  return Buffer.concat(chunks);
}

/** JSON, or a form with `payload_json` and files; undefined when it is neither. */
async function parseBody(raw: Buffer, type: string): Promise<Body | undefined> {
  if (raw.length === 0) return { json: undefined, uploads: [] };
  try {
    if (!type.startsWith('multipart/form-data')) return { json: JSON.parse(raw.toString('utf8')), uploads: [] };
    const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
    const uploads: Upload[] = [];
    let json: unknown;
    for (const [field, value] of form) {
      if (typeof value === 'string') {
        if (field === 'payload_json') json = JSON.parse(value);
      } else {
        uploads.push({ field, name: value.name, type: value.type, data: Buffer.from(await value.arrayBuffer()) });
      }
    }
    return { json, uploads };
  } catch {
    return undefined;
  }
}
