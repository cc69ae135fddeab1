import { isDeepStrictEqual } from 'node:util';
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type REST,
  Routes,
} from 'discord.js';
import { describeCommand, describeOption, localisations, nameChoice } from '../wording/descriptions.ts';
import type { CommandData, MessageCommand, OptionData } from './command.ts';

/** What registering the commands changes, by name. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** The definitions as Discord takes them: commands in servers, in the bot's direct messages, and wherever a user takes the bot along. */
export function bodyOf(
  commands: readonly CommandData[],
  messageCommands: readonly MessageCommand['data'][] = [],
): readonly object[] {
  const places = {
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  };
  return [
    ...commands.map((command) => ({
      type: ApplicationCommandType.ChatInput,
      name: command.name,
      description: command.description,
      description_localizations: localisations(command.description, (wording) => describeCommand(command, wording)),
      default_member_permissions: command.default_member_permissions ?? null,
      ...places,
      options: (command.options ?? []).map((option) => localised(command.name, option)),
    })),
    ...messageCommands.map(({ name, default_member_permissions = null }) => ({
      type: ApplicationCommandType.Message,
      name,
      default_member_permissions,
      ...places,
    })),
  ];
}

/** An option with what it is, and what its choices are called, in every language that there is. */
function localised(command: string, option: OptionData): object {
  const { choices } = option;
  return {
    ...option,
    description_localizations: localisations(option.description, (wording) => describeOption(command, option, wording)),
    ...(choices === undefined
      ? {}
      : {
          choices: choices.map((choice) => ({
            ...choice,
            name_localizations: localisations(choice.name, (wording) =>
              nameChoice(command, option.name, choice, wording),
            ),
          })),
        }),
  };
}

/** Compares the commands we define with those Discord has, whatever defaults it filled in. */
export function compare(ours: readonly unknown[], theirs: readonly unknown[]): Difference {
  const wanted = new Map(ours.map((command) => [keyOf(command), normalise(command)]));
  const there = new Map(theirs.map((command) => [keyOf(command), normalise(command)]));
  const both = [...wanted.keys()].filter((key) => there.has(key));
  const same = (key: string) => isDeepStrictEqual(wanted.get(key), there.get(key));
  return {
    added: [...wanted.keys()].filter((key) => !there.has(key)),
    changed: both.filter((key) => !same(key)),
    removed: [...there.keys()].filter((key) => !wanted.has(key)),
    unchanged: both.filter(same),
  };
}

/** Brings Discord's commands in line with ours: one look, and one request more only if something differs. */
export async function register(rest: REST, application: string, body: readonly object[]): Promise<Difference> {
  const route = Routes.applicationCommands(application);
  const theirs = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  const difference = compare(body, Array.isArray(theirs) ? theirs : []);
  if (difference.added.length + difference.changed.length + difference.removed.length > 0) {
    await rest.put(route, { body });
  }
  return difference;
}

/** The difference in words: "2 added (quote, stance), 1 unchanged". */
export function wordDifference(difference: Difference): string {
  const { added, changed, removed, unchanged } = difference;
  const parts = Object.entries({ added, changed, removed })
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `${names.length} ${what} (${names.join(', ')})`);
  return [...parts, `${unchanged.length} unchanged`].join(', ');
}

/** What Discord adds to a definition, and what says nothing about how the command works. */
const ignored = new Set(['id', 'application_id', 'guild_id', 'version', 'dm_permission', 'handler']);
/** Lists that are sets: their order says nothing. */
const sets = new Set(['contexts', 'integration_types']);

/**
 * The definition without what makes no difference: what Discord adds, and whatever is empty, false, null or not there,
 * all of which mean the default.
 */
function normalise(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => normalise(item));
    return sets.has(key) ? items.map(String).sort() : items;
  }
  if (!isRecord(value)) return value;
  const kept = Object.entries(value)
    .filter(([name]) => !ignored.has(name))
    .map(([name, inner]): [string, unknown] => [name, normalise(inner, name)])
    .filter(([, inner]) => !isDefault(inner));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isDefault(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isRecord(value)) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === false || value === '';
}

/** Name, and type where it is not a chat command: a menu command may have the same name. */
function keyOf(command: unknown): string {
  if (!isRecord(command)) return '';
  const isChat = (command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  return isChat ? String(command.name) : `${String(command.name)} (menu)`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
