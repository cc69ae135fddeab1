import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIMessage,
  type APIMessageComponent,
  type APIPingInteraction,
  ApplicationIntegrationType,
  InteractionContextType,
  type InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import { wordingFor } from '../wording/wording.ts';
import type { Given, Value } from './arguments.ts';
import { type Command, type Context, privateOption } from './command.ts';
import type { Query } from './paging.ts';
import type { Moderators, Ports } from './ports.ts';

/** An interaction that somebody waits for an answer to. */
export type Asked = Exclude<APIInteraction, APIPingInteraction>;

/** Who asks, where, and what may be used to answer: made anew for each interaction, with one archive throughout. */
export function contextOf(ports: Ports, asked: Asked): Context {
  const managed = manages(asked) ? asked.guild_id : undefined;
  return {
    archive: ports.archive(),
    user: { id: askerOf(asked), moderator: isModerator(ports.moderators, askerOf(asked), managed), manages: managed },
    place: asked.guild_id === undefined ? 'direct' : 'guild',
    locale: asked.locale,
    wording: wordingFor(asked.locale),
    commands: ports.commands,
    reload: ports.reload,
    reloading: ports.reloading,
    health: ports.health,
    problems: ports.problems,
    draw: ports.draw,
    card: ports.card,
  };
}

/** The id of whoever asks. */
export function askerOf(asked: Asked): string {
  return asked.member?.user.id ?? asked.user?.id ?? '';
}

/** The options given, at whatever depth. */
export function givenIn(
  options: readonly APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>[] | undefined,
): Given[] {
  const given: Given[] = [];
  for (const option of options ?? []) {
    if ('value' in option) given.push({ name: option.name, value: option.value });
    else given.push(...givenIn(option.options));
  }
  return given;
}

/** The words of a message: what its author typed, or what its components show. */
export function wordsIn({ content, components = [] }: Pick<APIMessage, 'content' | 'components'>): string {
  return content !== '' ? content : textsIn(components).join('\n');
}

function textsIn(components: readonly APIMessageComponent[]): string[] {
  return components.flatMap((component) => [
    ...('content' in component ? [component.content] : []),
    ...('components' in component ? textsIn(component.components) : []),
  ]);
}

/** The question as a button is to ask it again; whether it was asked privately is the message's affair. */
export function queryOf(command: Command, args: Readonly<Record<string, Value>>, { archive }: Context): Query {
  const kept = Object.entries(args).filter(([name]) => name !== privateOption.name);
  return { command: command.data.name, version: archive.version, args: Object.fromEntries(kept) };
}

/** The custom ids in a message, in the order in which they stand there. */
export function idsIn(components: readonly APIMessageComponent[]): string[] {
  return components.flatMap((component) => [
    ...('custom_id' in component ? [component.custom_id] : []),
    ...('components' in component ? idsIn(component.components) : []),
    ...('accessory' in component ? idsIn([component.accessory]) : []),
  ]);
}

/** Checked here and not by Discord's default permission, which any server may change for itself. */
function isModerator({ users, guilds }: Moderators, user: string, managed: string | undefined): boolean {
  return users.includes(user) || (managed !== undefined && guilds.includes(managed));
}

function manages({ guild_id: guild, member }: Asked): boolean {
  if (guild === undefined || member === undefined) return false;
  return (BigInt(member.permissions) & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
}

/** Whether it is asked where others read along who did not add the bot: only the asker has. */
export function isGuest({ context, authorizing_integration_owners: owners }: Asked): boolean {
  const { [ApplicationIntegrationType.GuildInstall]: guild, [ApplicationIntegrationType.UserInstall]: user } =
    owners ?? {};
  return context !== InteractionContextType.BotDM && guild === undefined && user !== undefined;
}
