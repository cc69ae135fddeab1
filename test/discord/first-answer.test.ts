import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { DiscordAPIError, REST } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { isTakenAtOnce } from '../../src/discord/first-answer.ts';

const route = '/interactions/1/a-token/callback';
let server: Server | undefined;

/** A Discord that says the same to every answer; gives a client for it, and what it was sent. */
async function discordThat(say: (response: ServerResponse, request: IncomingMessage) => void) {
  const sent: string[] = [];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    sent.push(`${request.method} ${request.url} ${request.headers['content-type']} ${body}`);
    say(response, request);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { rest: new REST({ api: `http://127.0.0.1:${port}` }), sent };
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('a first answer', () => {
  it('that Discord takes is sent once, as it was written', async () => {
    const { rest, sent } = await discordThat((response) => response.writeHead(204).end());
    expect(await isTakenAtOnce(rest, route, Buffer.from('{"type":4,"é":1}'))).toBe(true);
    expect(await isTakenAtOnce(rest, route, Buffer.from('{"type":5}'))).toBe(true);
    expect(sent).toEqual([
      `POST /v10${route} application/json {"type":4,"é":1}`,
      `POST /v10${route} application/json {"type":5}`,
    ]);
  });

  it('that Discord refuses is refused as by the queue, and the next is sent past it all the same', async () => {
    const { rest, sent } = await discordThat((response) => {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end('{"message": "Unknown interaction", "code": 10062}');
    });
    for (const _ of [1, 2]) {
      const refused = await isTakenAtOnce(rest, route, Buffer.from('{}')).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(DiscordAPIError);
      expect(refused).toMatchObject({ code: 10_062, status: 404, message: 'Unknown interaction' });
    }
    expect(sent).toHaveLength(2);
  });

  it.each<[string, (response: ServerResponse, request: IncomingMessage) => void]>([
    ['an error', (response) => response.writeHead(502).end('<html>')],
    ['a refusal that is none of its own', (response) => response.writeHead(403).end('<html>Forbidden</html>')],
    ['nothing, and hangs up', (_, request) => request.socket.destroy()],
  ])('to which Discord says %s goes through the queue, and so do the next', async (_, say) => {
    const { rest, sent } = await discordThat(say);
    expect(await isTakenAtOnce(rest, route, Buffer.from('{}'))).toBe(false);
    expect(await isTakenAtOnce(rest, route, Buffer.from('{}'))).toBe(false);
    expect(sent).toHaveLength(1);
  });

  it('that comes too fast waits as long as Discord asks before it goes through the queue, and that is told', async () => {
    const { rest } = await discordThat((response) => response.writeHead(429, { 'retry-after': '0.4' }).end('{}'));
    let told = 0;
    const began = performance.now();
    expect(await isTakenAtOnce(rest, route, Buffer.from('{}'), () => (told += 1))).toBe(false);
    expect(performance.now() - began).toBeGreaterThan(350);
    expect(told).toBe(1);
  });
});
