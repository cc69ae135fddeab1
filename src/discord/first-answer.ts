import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultUserAgent, DiscordAPIError, type REST } from 'discord.js';
import { Agent, request } from 'undici';

/** Connections to Discord at once: at 150 ms for an answer they carry 1,700 a second. The others wait for one to be free. */
const mostConnections = 256;

/** Untold, every answer that finds no connection free opens another, and a burst ends in opening thousands of them. */
export const connections = new Agent({ connections: mostConnections });

/** After a first answer was not taken at once, the next ones go through the queue for so long, in milliseconds. */
const detour = 5_000;
const detourUntil = new WeakMap<REST, number>();

/** Nobody waits longer for what Discord says to an answer, in milliseconds. */
const patience = 3_000;

/**
 * Sends a first answer past the queue of discord.js, in which answers to interactions need not stand, as they are outside of
 * its limits: that spares about a quarter of the processor's time for an answer. Gives whether Discord took it. Where it did
 * not, for want of time or of a connection, the answer is to be sent through the queue, which knows how often to try, and so
 * are those of the next seconds. `limited` is told when Discord asks for fewer. Throws a `DiscordAPIError` where Discord
 * refuses.
 */
export async function isTakenAtOnce(rest: REST, route: string, json: Buffer, limited?: () => void): Promise<boolean> {
  if (performance.now() < (detourUntil.get(rest) ?? 0)) return false;
  const url = `${rest.options.api}/v${rest.options.version}${route}`;
  const answer = await post(url, json);
  if (answer !== null && answer.status < 300) return true;
  if (answer?.refusal) {
    const { code } = answer.refusal;
    throw new DiscordAPIError(answer.refusal, code, answer.status, 'POST', url, { body: undefined, files: undefined });
  }
  detourUntil.set(rest, performance.now() + detour);
  if (answer?.status === 429) {
    limited?.();
    await sleep(Math.min(patience, answer.retryAfter * 1_000));
  }
  return false;
}

interface Answer {
  readonly status: number;
  /** In seconds; 0 unless Discord says. */
  readonly retryAfter: number;
  /** Why Discord will never take it. */
  readonly refusal: { readonly code: number; readonly message: string } | null;
}

/** What Discord says; null when it says nothing. */
async function post(url: string, body: Buffer): Promise<Answer | null> {
  try {
    const {
      statusCode,
      headers,
      body: said,
    } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': DefaultUserAgent },
      body,
      dispatcher: connections,
      headersTimeout: patience,
      bodyTimeout: patience,
    });
    const refused = statusCode >= 400 && statusCode < 500 && statusCode !== 429;
    const refusal = refused ? readRefusal(await said.text()) : null;
    if (!refused) await said.dump();
    return { status: statusCode, retryAfter: Number(headers['retry-after']) || 0, refusal };
  } catch {
    // It cannot be reached, or what stands before it refuses in words that are not Discord's.
    return null;
  }
}

function readRefusal(text: string): Answer['refusal'] {
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null && 'code' in read && 'message' in read
    ? { ...read, code: Number(read.code), message: String(read.message) }
    : null;
}
