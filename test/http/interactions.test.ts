import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/answer.ts';
import { defineCommand, Option, privateOption } from '../../src/discord/command.ts';
import { bodyOf } from '../../src/discord/registration.ts';
import { createRouter, type Route } from '../../src/discord/router.ts';
import { createInteractions } from '../../src/http/interactions.ts';
import { startHttp } from '../../src/http/server.ts';
import { options, recordingLog } from '../discord/bot.ts';
import { FakeDiscord, signed } from '../fake-discord.ts';

const greet = defineCommand({
  data: {
    name: 'greet',
    description: 'Greets',
    options: [
      { name: 'name', description: 'Whom', type: Option.String, autocomplete: true },
      { name: 'milliseconds', description: 'How much later', type: Option.Integer },
      privateOption,
    ],
  },
  run: async ({ name = 'you', milliseconds = 0 }) => {
    await sleep(milliseconds);
    if (name === 'nobody') throw new UserError('Please name somebody.');
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index}: ${'words '.repeat(20)}`);
    return { show: 'page', status: 'ok', heading: `Hello, ${name}`, sections: [{ lines }] };
  },
  suggest: { name: async (typed) => [{ name: `${typed}!`, value: typed }] },
});
const drawn = defineCommand({
  data: { name: 'drawn', description: 'Answers with a picture' },
  run: async () => ({
    show: 'timeline',
    status: 'ok',
    heading: 'Drawn',
    holder: 'Velmouth',
    about: 'the harbour',
    events: [],
    picture: { name: 'drawn.png', png: Uint8Array.of(1, 2, 3), alt: 'A line' },
  }),
});
let runs = 0;
const lasting = defineCommand({
  data: { name: 'lasting', description: 'Answers the same to all' },
  lasting: true,
  run: async () => {
    runs += 1;
    return { show: 'page', status: 'ok', heading: 'The same “…” to all', sections: [] };
  },
});

let fake: FakeDiscord;
let address = '';
let privateKey: KeyObject;
let route: Route | undefined;
let stop: () => Promise<void>;

beforeAll(async () => {
  const keys = generateKeyPairSync('ed25519');
  privateKey = keys.privateKey;
  const publicKey = Buffer.from(keys.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
  fake = await FakeDiscord.start();
  fake.register(bodyOf([greet, drawn, lasting].map(({ data }) => data)));
  const interactions = createInteractions({ publicKey, api: fake.api, route: () => route });
  const log = recordingLog();
  const http = await startHttp({
    host: '127.0.0.1',
    port: 0,
    log,
    metrics: async () => ({ type: 'text/plain', text: '' }),
    readiness: () => ({}),
    routes: [interactions.serve],
  });
  address = `${http.address}/interactions`;
  route = createRouter(options(fake, [greet, drawn, lasting], { log }));
  fake.postTo(address, privateKey);
  stop = async () => {
    await http.stop();
    await interactions.settle(1_000);
    await fake.stop();
  };
});
afterAll(() => stop());

const ping = '{ "id":"1","application_id":"2","token":"t","type":1 }';
const post = (request: RequestInit) => fetch(address, request);

describe('a request', () => {
  it('that is signed is taken: PING gets PONG', async () => {
    const response = await post(signed(ping, privateKey));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ type: 1 });
  });

  it.each<[string, () => RequestInit]>([
    ['not signed', () => ({ method: 'POST', body: ping, headers: { 'content-type': 'application/json' } })],
    ['signed by somebody else', () => signed(ping, generateKeyPairSync('ed25519').privateKey)],
    ['changed after it was signed', () => ({ ...signed(ping, privateKey), body: ping.replace('"1"', '"2"') })],
    ['signed six minutes ago', () => signed(ping, privateKey, Date.now() - 6 * 60_000)],
    ['signed six minutes from now', () => signed(ping, privateKey, Date.now() + 6 * 60_000)],
    ['signed over another time', () => withHeader('x-signature-timestamp', String(Math.floor(Date.now() / 1_000) - 7))],
    ['with a signature of another length', () => withHeader('x-signature-ed25519', 'ab')],
    ['with no time', () => withHeader('x-signature-timestamp', '')],
  ])('%s gets 401', async (_what, request) => {
    expect((await post(request())).status).toBe(401);
  });

  it.each(['', '[]', '{}', 'null', '{"id":"../1","application_id":"2","token":"t","type":1}', '"a'.repeat(1_000)])(
    'that is signed but is no interaction does no harm: %#',
    async (body) => {
      const { status } = await post(signed(body, privateKey));
      expect([400, 401]).toContain(status);
    },
  );

  it('too large is refused before anything is done with it', async () => {
    expect((await post(signed(`"${'x'.repeat(600_000)}"`, privateKey))).status).toBe(413);
  });

  it('of a kind that is not known yet is taken', async () => {
    expect((await post(signed(ping.replace(':1 ', ':77 '), privateKey))).status).toBe(202);
  });

  it('before there is anything to answer from is told so', async () => {
    const ready = route;
    route = undefined;
    expect((await post(signed(ping.replace(':1 ', ':2 '), privateKey))).status).toBe(503);
    route = ready;
  });
});

describe('a command by HTTP', () => {
  it('is answered in the response itself', async () => {
    const before = fake.requests.length;
    const reply = await fake.command({ name: 'greet', options: { name: 'Mara' } });
    expect(reply.text).toContain('Hello, Mara');
    expect(reply.pings).toEqual([]);
    expect(fake.requests.slice(before)).toEqual([]);
  });

  it('that was answered before gets the same', async () => {
    const replies = [await fake.command({ name: 'lasting' }), await fake.command({ name: 'lasting' })];
    expect(replies.map(({ text }) => text)).toEqual(Array(2).fill('## The same “…” to all'));
    expect(runs).toBe(1);
  });

  it('that takes a while is announced, and answered by REST without the bot’s token', async () => {
    const before = fake.requests.length;
    const reply = await fake.command({ name: 'greet', options: { name: 'Mara', milliseconds: 1_600 } });
    expect(reply.type).toBe(5);
    expect(reply.text).toContain('Hello, Mara');
    expect(fake.requests.slice(before).map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('that is refused is told to the asker alone', async () => {
    const reply = await fake.command({ name: 'greet', options: { name: 'nobody' } });
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toBe('Please name somebody.');
  });

  it('has page buttons that work', async () => {
    const reply = await fake.command({ name: 'greet', options: { name: 'Mara' } });
    const next = await fake.click({ message: reply, label: '▶' });
    expect(next.type).toBe(7);
    expect(next.buttons.map(({ label }) => label)).toContain('2 of 5');
  });

  it('gets suggestions', async () => {
    expect(await fake.autocomplete({ name: 'greet', focused: 'name', options: { name: 'Ma' } })).toEqual([
      { name: 'Ma!', value: 'Ma' },
    ]);
  });

  it('with a picture is answered by REST, as a response takes no files', async () => {
    const reply = await fake.command({ name: 'drawn' });
    expect(reply.attachments.map(({ data }) => [...data])).toEqual([[1, 2, 3]]);
  });

  it('leaves nothing that Discord refused, but what it did not know of yet', () => {
    expect(fake.refusals.filter(({ body }) => body.code !== 10_015)).toEqual([]);
  });
});

function withHeader(name: string, value: string): RequestInit {
  const request = signed(ping, privateKey);
  const headers = new Headers(request.headers);
  headers.set(name, value);
  return { ...request, headers };
}
