import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
  REST,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { within } from '../discord/patience.ts';
import { isRefusal, type Responder, restManners, restResponder, type WrittenResponse } from '../discord/reply.ts';
import type { Route } from '../discord/router.ts';
import { isSigned, readPublicKey } from './signature.ts';

export interface InteractionsOptions {
  /** The application's public key, as 64 hexadecimal digits. */
  readonly publicKey: string;
  /** The base address of Discord's API, without a version. */
  readonly api: string;
  /** What answers; undefined while there is nothing yet to answer from. */
  readonly route: () => Route | undefined;
  readonly now?: () => number;
}

export interface Interactions {
  /** Adds `POST /interactions` to a server. */
  readonly serve: (server: FastifyInstance) => void;
  /** Resolves once what is being answered is answered, or after `patience` milliseconds. */
  settle(patience: number): Promise<void>;
}

/** What is needed to answer at all; the rest is Discord's, and the router's to judge. */
const shape = z.looseObject({
  id: z.string().regex(/^\d{1,20}$/),
  application_id: z.string().regex(/^\d{1,20}$/),
  token: z.string().regex(/^[\w.%~+=:-]+$/),
  type: z.number(),
});

/** Takes interactions that Discord sends by HTTP, and hands them to the same router as those of the gateway. */
export function createInteractions({ publicKey, api, route, now = Date.now }: InteractionsOptions): Interactions {
  const key = readPublicKey(publicKey);
  // Answers carry the interaction's own token: no other is needed.
  const rest = new REST({ ...restManners, api });
  const underWay = new Set<Promise<void>>();

  const serve = (server: FastifyInstance) => {
    // The signature is over the bytes as they came, so nothing is parsed before it is checked.
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    server.post('/interactions', async (request, reply) => {
      const { body, headers } = request;
      const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = headers;
      if (!Buffer.isBuffer(body) || !isSigned(key, { signature, timestamp, body }, now())) {
        return reply.code(401).type('text/plain').send('Not signed by Discord\n');
      }
      const interaction = read(body);
      if (interaction === undefined) return reply.code(400).type('text/plain').send('Not an interaction\n');
      if (interaction.type === InteractionType.Ping) return reply.send({ type: InteractionResponseType.Pong });
      const answer = route();
      if (answer === undefined) return reply.code(503).type('text/plain').send('Not ready yet\n');
      const answering = answer(interaction, httpResponder(reply, rest, interaction)).finally(() => {
        underWay.delete(answering);
        // Taken, and nothing to say to it here.
        if (!reply.sent) reply.code(202).send();
      });
      underWay.add(answering);
      return reply;
    });
  };
  return {
    serve,
    settle: async (patience) => {
      await within(patience, Promise.allSettled(underWay));
    },
  };
}

function read(body: Buffer): APIInteraction | undefined {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return isInteraction(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Discord signed it, so beyond what has to be there it is what Discord says it is. */
function isInteraction(value: unknown): value is APIInteraction {
  return shape.safeParse(value).success;
}

/** Gives the first answer as the response to the request itself, and everything after it by REST. */
function httpResponder(reply: FastifyReply, rest: REST, interaction: APIInteraction): Responder {
  const byRest = restResponder(rest, interaction);
  return {
    respond: async (response, enclosed = []) => {
      // A response carries no files, and a request whose connection broke takes no response.
      if (enclosed.length > 0 || reply.sent) {
        await byRest.respond(response, enclosed);
        if (!reply.sent) reply.code(202).send();
      } else await send(reply, response);
    },
    edit: (message, enclosed) => onceTaken(() => byRest.edit(message, enclosed)),
    remove: () => onceTaken(() => byRest.remove()),
    follow: (message, enclosed) => onceTaken(() => byRest.follow(message, enclosed)),
  };
}

async function send(reply: FastifyReply, response: APIInteractionResponse | WrittenResponse): Promise<void> {
  reply.type('application/json; charset=utf-8').send(response);
  await finished(reply.raw);
}

const tries = 4;
const pause = 250;

/** Discord may still be reading the first answer when the next one comes, and not know it yet. */
async function onceTaken(act: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === tries || !isRefusal(error, RESTJSONErrorCodes.UnknownWebhook)) throw error;
      await sleep(pause);
    }
  }
}
