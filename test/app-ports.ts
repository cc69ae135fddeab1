import { commands, messageCommands } from '../commands/index.ts';
import type { App } from '../src/app.ts';
import type { DiscordOptions } from '../src/discord/client.ts';
import type { Context } from '../src/discord/command.ts';
import { english } from '../src/wording/wording.ts';
import type { FakeDiscord } from './fake-discord.ts';

/** What commands know of an app, asked in a terminal by somebody who is no moderator unless told. */
export function contextOf(app: App, given: Partial<Context> = {}): Context {
  return {
    archive: app.archive(),
    user: { id: '1', moderator: false },
    place: 'terminal',
    locale: 'en-GB',
    wording: english,
    commands,
    reload: app.reload,
    reloading: app.reloading,
    health: app.health,
    problems: app.problems,
    ...given,
  };
}

/** Everything that the real commands are started with as a bot, over an app: nobody moderates it, and it logs nothing. */
export function botOptions(app: App, discord: FakeDiscord, given: Partial<DiscordOptions> = {}): DiscordOptions {
  return {
    token: discord.token,
    api: discord.api,
    commands,
    messageCommands,
    archive: app.archive,
    reload: app.reload,
    reloading: app.reloading,
    health: app.health,
    problems: app.problems,
    moderators: { users: [], guilds: [] },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    ...given,
  };
}
