import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/answer.ts';
import { type Discord, type DiscordOptions, startDiscord } from '../../src/discord/client.ts';
import { type Command, defineCommand, Option } from '../../src/discord/command.ts';
import { FakeDiscord, type FakeDiscordOptions } from '../fake-discord.ts';
import { options, recordingLog } from './bot.ts';

const running: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.stop();
});

async function discord(world: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const fake = await FakeDiscord.start(world);
  running.push(fake);
  return fake;
}

function start(fake: FakeDiscord, given: Partial<DiscordOptions> = {}, commands: readonly Command[] = [ping]): Discord {
  const bot = startDiscord(options(fake, commands, given));
  running.push(bot);
  return bot;
}

const ping = defineCommand({
  data: { name: 'ping', description: 'Answers' },
  run: async () => ({ show: 'page', status: 'ok', heading: 'Pong', sections: [] }),
});

describe('logging in', () => {
  it('asks for no intents, and tells how to add the bot', async () => {
    const fake = await discord();
    const log = recordingLog();
    const { name, invite } = await start(fake, { log }).ready;
    expect(fake.gateway.identifies).toMatchObject([{ intents: 0 }]);
    expect(name).toBe('On Record');
    expect(invite).toBe(
      `https://discord.com/oauth2/authorize?client_id=${fake.applicationId}&scope=bot+applications.commands&permissions=0`,
    );
    expect(log.lines.some(({ message }) => message.includes(invite))).toBe(true);
  });

  it.each(['wrong', 'not a token', 'töken', ''])('with the token %j fails at once, in one sentence', async (token) => {
    const fake = await discord();
    const failure = await start(fake, { token }).ready.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(String(failure)).toMatch(/does not accept the token.*DISCORD_TOKEN\.$/);
    expect(fake.requests.length).toBeLessThanOrEqual(1);
  });

  it('fails at once when only the gateway refuses the token', async () => {
    const fake = await discord();
    const { token } = fake;
    const bot = start(fake, { token });
    await fake.until(() => fake.requests.length > 0);
    fake.token = 'another';
    await expect(bot.ready).rejects.toThrow('does not accept the token');
    expect(fake.gateway.identifies).toHaveLength(0);
  });

  it('fails at once when Discord ends the connection for good', async () => {
    const fake = await discord();
    const bot = start(fake);
    await fake.until(() => fake.gateway.connections > 0);
    fake.gateway.close(4014, 'Disallowed intent(s).');
    const reason: unknown = await bot.ready.then(
      () => bot.ended,
      (error: unknown) => error,
    );
    expect(reason).toBeInstanceOf(UserError);
    expect(String(reason)).toContain('intents');
  });

  it('keeps trying when there is no network, and says so once', async () => {
    const fake = await discord();
    const { api } = fake;
    const log = recordingLog();
    fake.fail({ path: '/gateway/bot', times: 8, status: 503 });
    const bot = start(fake, { api, log });
    await bot.ready;
    const told = log.lines.filter(({ level }) => level === 'warn');
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('cannot be reached')]);
    expect(log.lines.map(({ message }) => message)).toContain('Discord can be reached again.');
  });

  it('can be stopped while it keeps trying', async () => {
    const bot = startDiscord(options(await discord(), [ping], { api: 'http://127.0.0.1:9' }));
    const { ready } = bot;
    await bot.stop();
    await expect(ready).rejects.toThrow('stopped');
  });

  it('tells when Discord refuses the token later on', async () => {
    const fake = await discord();
    const bot = start(fake);
    await bot.ready;
    fake.token = 'another';
    fake.gateway.close(4004, 'Authentication failed.');
    expect((await bot.ended).message).toContain('does not accept the token');
  });
});

describe('registering', () => {
  const quote = defineCommand({
    data: {
      name: 'quote',
      description: 'Find what was said',
      options: [
        {
          name: 'text',
          description: 'Words',
          type: Option.String,
          required: true,
          max_length: 100,
          autocomplete: true,
        },
        { name: 'kind', description: 'How', type: Option.String, choices: [{ name: 'Direct', value: 'direct' }] },
      ],
      default_member_permissions: '32',
    },
    run: async () => ({ show: 'page', status: 'ok', heading: 'Quote', sections: [] }),
  });
  const puts = (fake: FakeDiscord) => fake.requests.filter(({ method }) => method === 'PUT').length;

  it('happens once, and not again when nothing differs', async () => {
    const fake = await discord();
    const first = start(fake, {}, [ping, quote]);
    expect((await first.ready).registration).toMatchObject({ added: ['ping', 'quote'] });
    await first.stop();
    const log = recordingLog();
    const second = await start(fake, { log }, [ping, quote]).ready;
    expect(second.registration).toEqual({ added: [], changed: [], removed: [], unchanged: ['ping', 'quote'] });
    expect(puts(fake)).toBe(1);
    expect(log.lines.map(({ message }) => message)).toContain('Commands: 2 unchanged.');
  });

  it('replaces what differs and removes what is gone', async () => {
    const fake = await discord();
    fake.register([
      { name: 'ping', description: 'Answered once' },
      { name: 'old', description: 'Gone' },
    ]);
    expect((await start(fake, {}, [ping, quote]).ready).registration).toEqual({
      added: ['quote'],
      changed: ['ping'],
      removed: ['old'],
      unchanged: [],
    });
    expect(fake.commands.map(({ name }) => name)).toEqual(['ping', 'quote']);
  });

  it('that Discord refuses leaves the bot working', async () => {
    const fake = await discord({ commandCreates: 0 });
    fake.register([]);
    const log = recordingLog();
    expect((await start(fake, { log }).ready).registration).toBeNull();
    expect(
      log.lines.some(({ level, message }) => level === 'error' && message.includes('could not be registered')),
    ).toBe(true);
  });
});

describe('stopping', () => {
  it('lets an answer that is under way be finished', async () => {
    const fake = await discord();
    const slow = defineCommand({
      data: { name: 'slow', description: 'Takes a while' },
      run: async () => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return { show: 'page', status: 'ok', heading: 'At last', sections: [] };
      },
    });
    const bot = start(fake, {}, [slow]);
    await bot.ready;
    const reply = await fake.command({ name: 'slow', wait: 'nothing' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await bot.stop();
    expect(reply.text).toContain('At last');
    expect(fake.gateway.connections).toBe(0);
  });
});
