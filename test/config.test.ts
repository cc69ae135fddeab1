import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readConfig, variables } from '../src/config.ts';

describe('readConfig', () => {
  it('has a default for everything, and takes an empty variable for unset', () => {
    const defaults = {
      token: undefined,
      api: 'https://discord.com/api',
      shards: 'auto',
      publicKey: undefined,
      http: undefined,
      publicUrl: undefined,
      log: { level: 'info', queries: false },
      articles: ['seeds'],
      cache: '.cache/on-record',
      watch: false,
      moderators: { users: [], guilds: [] },
    };
    expect(readConfig({})).toEqual(defaults);
    expect(readConfig(Object.fromEntries(variables.map((name) => [name, ' '])))).toEqual(defaults);
  });

  it('reads lists and drops a slash at the end of an address', () => {
    expect(
      readConfig({
        ARTICLES: 'seeds, wire.jsonl',
        MODERATORS: '123456789012345678,223456789012345678',
        DISCORD_API: 'http://127.0.0.1:8080/',
      }),
    ).toMatchObject({
      articles: ['seeds', 'wire.jsonl'],
      moderators: { users: ['123456789012345678', '223456789012345678'] },
      api: 'http://127.0.0.1:8080',
    });
  });

  it('turns the cache off by name, and watching on', () => {
    expect(readConfig({ CACHE_DIR: 'off', WATCH: 'true' })).toMatchObject({ cache: null, watch: true });
    expect(readConfig({ CACHE_DIR: 'var/articles', WATCH: 'false' })).toMatchObject({
      cache: 'var/articles',
      watch: false,
    });
  });

  it('listens on the loopback interface unless told otherwise', () => {
    expect(readConfig({ HTTP_PORT: '8080' }).http).toEqual({ host: '127.0.0.1', port: 8080 });
    expect(readConfig({ HTTP_PORT: '0', HTTP_HOST: '::' }).http).toEqual({ host: '::', port: 0 });
    expect(readConfig({ HTTP_HOST: '0.0.0.0' }).http).toBeUndefined();
  });

  it('reads which shards to hold', () => {
    expect(readConfig({ SHARDS: 'Auto' }).shards).toBe('auto');
    expect(readConfig({ SHARDS: '3' }).shards).toEqual({ ids: [0, 1, 2], count: 3 });
    expect(readConfig({ SHARDS: '2-3/4' }).shards).toEqual({ ids: [2, 3], count: 4 });
    expect(readConfig({ SHARDS: '5-5/6' }).shards).toEqual({ ids: [5], count: 6 });
  });

  it.each([
    [{ WATCH: 'yes' }, /WATCH: expected true or false \(it is “yes”\)/],

    [{ SHARDS: 'many' }, /SHARDS: expected auto, a number of shards .* \(it is “many”\)/],
    [{ SHARDS: '0' }, /SHARDS: expected auto/],
    [{ SHARDS: '2-1/4' }, /SHARDS: expected auto/],
    [{ SHARDS: '0-4/4' }, /SHARDS: expected auto/],
    [{ SHARDS: '99999' }, /SHARDS: expected auto/],
    [{ HTTP_PORT: '70000' }, /HTTP_PORT: expected a port/],
    [{ HTTP_HOST: 'a b' }, /HTTP_HOST: expected a name or address/],
    [{ DISCORD_PUBLIC_KEY: 'beef' }, /DISCORD_PUBLIC_KEY: expected the 64 hexadecimal digits/],
    [{ PUBLIC_URL: 'on-record.example.org' }, /PUBLIC_URL: expected an address/],
    [{ PUBLIC_URL: 'https://on-record.example.org/?a' }, /PUBLIC_URL: expected an address without/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL: expected one of trace, debug/],
    [{ LOG_QUERIES: 'yes' }, /LOG_QUERIES: expected true or false/],
    [{ MODERATORS: 'okell' }, /MODERATORS: expected Discord ids .*“okell”/],
    [{ MODERATOR_GUILDS: '12 34' }, /MODERATOR_GUILDS: expected Discord ids/],
    [{ DISCORD_API: 'ftp://example.org' }, /DISCORD_API: expected an address/],
    [{ ARTICLES: ',' }, /ARTICLES: expected folders or files/],
  ])('names the variable, what is wrong and what is expected: %o', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });

  it('never repeats a token', () => {
    expect(() => readConfig({ DISCORD_TOKEN: 'secret with spaces' })).toThrow(
      /^(?!.*secret).*DISCORD_TOKEN: expected a bot token/,
    );
  });

  it('is documented whole in .env.example', async () => {
    const example = await readFile('.env.example', 'utf8');
    for (const name of variables) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
  });
});
