import { type FastifyInstance, fastify } from 'fastify';
import { UserError } from '../answer.ts';
import { within } from '../discord/patience.ts';
import type { Log } from '../discord/ports.ts';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  /** What has to be there before the bot can answer, and whether it is. */
  readonly readiness: () => Readonly<Record<string, boolean>>;
  /** What else is served. */
  readonly routes?: readonly ((server: FastifyInstance) => void)[];
}

export interface Http {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Stops to listen; what is being answered is finished first. */
  stop(): Promise<void>;
}

/** The largest body taken, in bytes: an interaction with a full message in it stays far below. */
const largestBody = 512 * 1_024;
/** How long a request may take to arrive, in milliseconds. */
const slowestRequest = 10_000;
/** How long requests under way may take when the server stops: longer than an answer takes that is announced. */
const farewell = 2_000;
/** Ids of articles are paths of files. */
const longestParameter = 1_000;

/** Listens for whoever watches the bot (/healthz, /readyz, /metrics), and for what `routes` add. */
export async function startHttp({ host, port, log, metrics, readiness, routes = [] }: HttpOptions): Promise<Http> {
  const server = fastify({
    bodyLimit: largestBody,
    requestTimeout: slowestRequest,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: longestParameter },
  });
  server.addHook('onSend', async (_, reply) => {
    reply.header('x-content-type-options', 'nosniff');
  });
  server.setNotFoundHandler((_, reply) => reply.code(404).type('text/plain').send('Not found\n'));
  server.setErrorHandler((error, _, reply) => {
    const status = statusOf(error);
    if (status >= 500) log.error('A request failed.', { error: error instanceof Error ? error.stack : String(error) });
    return reply
      .code(status)
      .type('text/plain')
      .send(status >= 500 ? 'Something went wrong\n' : 'Bad request\n');
  });

  server.get('/healthz', (_, reply) => reply.type('text/plain').send('alive\n'));
  server.get('/readyz', (_, reply) => {
    const state = readiness();
    return reply.code(Object.values(state).every(Boolean) ? 200 : 503).send(state);
  });
  server.get('/metrics', async (_, reply) => {
    const { type, text } = await metrics();
    return reply.header('content-type', type).send(text);
  });
  for (const add of routes) server.register(async (inner) => add(inner));

  const address = await server.listen({ host, port }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`Nothing can listen on HTTP_HOST ${host} and HTTP_PORT ${port}: ${reason}.`);
  });
  return {
    address,
    stop: async () => {
      const closed = server.close();
      await within(farewell, closed);
      server.server.closeAllConnections();
      await closed;
    },
  };
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 ? status : 500;
}
