import { afterEach, describe, expect, it } from 'vitest';
import { type Http, type HttpOptions, startHttp } from '../../src/http/server.ts';
import { recordingLog } from '../discord/bot.ts';

const running: Http[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
});

async function serve(given: Partial<HttpOptions> = {}): Promise<string> {
  const http = await startHttp({
    host: '127.0.0.1',
    port: 0,
    log: recordingLog(),
    metrics: async () => ({ type: 'text/plain; version=0.0.4; charset=utf-8', text: 'on_record 1\n' }),
    readiness: () => ({ archive: true }),
    ...given,
  });
  running.push(http);
  return http.address;
}

describe('who watches the bot', () => {
  it('is told that it lives, before it is ready', async () => {
    let archive = false;
    const address = await serve({ readiness: () => ({ archive, gateway: true }) });
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    const before = await fetch(`${address}/readyz`);
    expect(before.status).toBe(503);
    expect(await before.json()).toEqual({ archive: false, gateway: true });
    archive = true;
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  it('reads the metrics', async () => {
    const response = await fetch(`${await serve()}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(await response.text()).toBe('on_record 1\n');
  });

  it('is told nothing about faults, which the log tells of', async () => {
    const log = recordingLog();
    const metrics = async () => {
      throw new Error('The secret is 42');
    };
    const response = await fetch(`${await serve({ log, metrics })}/metrics`);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('Something went wrong\n');
    expect(log.lines[0]?.details).toContain('The secret is 42');
  });

  it('finds nothing else', async () => {
    const address = await serve();
    expect((await fetch(`${address}/interactions`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${address}/articles/a`)).status).toBe(404);
    expect((await fetch(`${address}/..%2f..%2fpackage.json`)).status).toBe(404);
  });

  it('is told in one sentence when the port is taken', async () => {
    const taken = Number(new URL(await serve()).port);
    await expect(serve({ port: taken })).rejects.toThrow(/HTTP_PORT \d+: .*EADDRINUSE/);
  });
});
