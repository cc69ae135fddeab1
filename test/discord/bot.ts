import type { Archive } from '../../src/core/archive.ts';
import { type Discord, type DiscordOptions, startDiscord } from '../../src/discord/client.ts';
import type { Command, Health, ReloadReport } from '../../src/discord/command.ts';
import type { Log } from '../../src/discord/ports.ts';
import { FakeDiscord, type FakeDiscordOptions } from '../fake-discord.ts';
import { archive } from './archive.ts';

/** A line of the log, with what was said beside it. */
export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly details: string;
}

/** A log that a test can read. */
export function recordingLog(): Log & { readonly lines: readonly Logged[] } {
  const lines: Logged[] = [];
  const at = (level: Logged['level']) => (message: string, details?: unknown) => {
    lines.push({ level, message, details: JSON.stringify(details ?? {}) });
  };
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

export const noReload = async (): Promise<ReloadReport> => ({
  articles: 1,
  statements: 1,
  added: [],
  changed: [],
  removed: [],
  problems: [],
  leftOut: [],
  milliseconds: 1,
});

/** How a bot in tests is doing. */
export const health = (): Health => ({
  readAt: new Date('2021-03-04T05:06:07Z'),
  uptime: 93_784,
  memory: 123_456_789,
  latency: null,
});

/** Everything the bot is started with, but for what a test wants otherwise. */
export function options(
  fake: FakeDiscord,
  commands: readonly Command[],
  given: Partial<DiscordOptions> = {},
): DiscordOptions {
  const none = archive();
  return {
    token: fake.token,
    api: fake.api,
    commands,
    messageCommands: [],
    archive: (): Archive => none,
    reload: noReload,
    reloading: () => false,
    health,
    problems: () => [],
    moderators: { users: [], guilds: [] },
    log: recordingLog(),
    ...given,
  };
}

/** A bot of these commands, logged in to a Discord of its own. */
export async function startBot(
  commands: readonly Command[],
  given: Partial<DiscordOptions> = {},
  world: FakeDiscordOptions = {},
): Promise<{ readonly fake: FakeDiscord; readonly bot: Discord; readonly stop: () => Promise<void> }> {
  const fake = await FakeDiscord.start(world);
  const bot = startDiscord(options(fake, commands, given));
  await bot.ready;
  const stop = async () => {
    await bot.stop();
    await fake.stop();
  };
  return { fake, bot, stop };
}
