import { type Command, type CommandOption, optionType } from './commands.ts';
import { isRecord } from './form.ts';
import { allComponents, type Component, flag, type Message } from './messages.ts';

export type OptionValue = string | number | boolean;

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly [field: string]: unknown;
}

export interface Guild {
  readonly id: string;
  readonly name?: string;
  readonly preferred_locale?: string;
  readonly [field: string]: unknown;
}

/** Who acts, and where. Everything has a default: a member without special rights, in the first guild. */
export interface Circumstances {
  readonly user?: Partial<Person>;
  /** `null`: a direct message. */
  readonly guild?: Guild | null;
  readonly channelId?: string;
  /** The member's permissions in the channel. */
  readonly permissions?: bigint | string;
  readonly locale?: string;
  readonly guildLocale?: string;
  /** Who installed the application: `{ 0: guildId }` and/or `{ 1: userId }`. */
  readonly integrationOwners?: Readonly<Record<string, string>>;
  /** 0 guild, 1 direct message with the bot, 2 other private channel. */
  readonly context?: 0 | 1 | 2;
  /** Sends what Discord's own client would not: wrong or missing options, commands not shown, disabled buttons. */
  readonly unchecked?: boolean;
  /** Fields laid over the interaction last, known or not. */
  readonly raw?: Readonly<Record<string, unknown>>;
}

export interface ReaderWorld {
  readonly applicationId: string;
  readonly guild: Guild | undefined;
  readonly nextId: () => string;
  readonly newToken: () => string;
}

const administrator = 1n << 3n;
/** View, send, embed, attach, read history, external emojis, use commands. */
const ordinary = (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 18n) | (1n << 31n);

/** Something that Discord's client would not let a person do. */
export class NotPossible extends Error {
  constructor(message: string) {
    super(`Discord's client would not send this: ${message} (\`unchecked: true\` sends it all the same)`);
    this.name = 'NotPossible';
  }
}

/** The data of a chat command, its options typed as registered; checked as Discord's client does. */
export function commandData(
  command: Command | undefined,
  path: readonly string[],
  given: Readonly<Record<string, OptionValue>>,
  how: { readonly unchecked: boolean; readonly focused?: string; readonly id: string },
): Record<string, unknown> {
  const [name = '', ...rest] = path;
  const data = { id: command?.id ?? how.id, name, type: 1, ...guildOf(command) };
  let options = command?.options ?? [];
  const nested: { readonly type: number; readonly name: string }[] = [];
  for (const step of rest) {
    const found = options.find((option) => option.name === step && option.type <= optionType.group);
    if (!found && !how.unchecked) throw new NotPossible(`/${name} has no ${step}`);
    nested.push({ type: found?.type ?? optionType.subcommand, name: step });
    options = found?.options ?? [];
  }
  if (!how.unchecked && options.some(({ type }) => type <= optionType.group)) {
    throw new NotPossible(`/${path.join(' ')} needs a sub-command`);
  }
  let values: Record<string, unknown>[] = optionValues(options, given, how);
  for (const step of nested.toReversed()) values = [{ ...step, options: values }];
  return values.length > 0 ? { ...data, options: values } : data;
}

function optionValues(
  options: readonly CommandOption[],
  given: Readonly<Record<string, OptionValue>>,
  { unchecked, focused }: { readonly unchecked: boolean; readonly focused?: string },
): Record<string, unknown>[] {
  if (!unchecked && focused === undefined) {
    const missing = options.find(({ name, required }) => required && given[name] === undefined);
    if (missing) throw new NotPossible(`option ${missing.name} is required`);
  }
  const typed = focused === undefined || focused in given ? given : { ...given, [focused]: '' };
  return Object.entries(typed).map(([name, value]) => {
    const option = options.find((candidate) => candidate.name === name);
    const isFocused = name === focused;
    if (!unchecked) {
      const fault = option
        ? isFocused
          ? notCompleted(option)
          : notAccepted(option, value)
        : 'there is no such option';
      if (fault) throw new NotPossible(`option ${name}: ${fault}`);
    }
    return {
      name,
      type: option?.type ?? typeOf(value),
      value: isFocused ? String(value) : value,
      ...(isFocused ? { focused: true } : {}),
    };
  });
}

function notCompleted(option: CommandOption): string | undefined {
  return option.autocomplete ? undefined : 'it is not completed while typing';
}

function notAccepted(option: CommandOption, value: OptionValue): string | undefined {
  const { type, choices, min_length: least = 1, max_length: most = 6000, min_value: low, max_value: high } = option;
  if (type === optionType.boolean) return typeof value === 'boolean' ? undefined : 'it is not a boolean';
  if (type === optionType.integer || type === optionType.number) {
    if (typeof value !== 'number') return 'it is not a number';
    if (type === optionType.integer && !Number.isSafeInteger(value)) return 'it is not an integer';
    if ((low !== undefined && value < low) || (high !== undefined && value > high)) return 'it is out of range';
  } else if (typeof value !== 'string') return 'it is not a string';
  else if (type === optionType.string && (value.length < least || value.length > most)) {
    return `it must have ${least} to ${most} characters`;
  }
  if (choices && choices.length > 0 && !choices.some((choice) => choice.value === value)) return 'it is not a choice';
  return undefined;
}

function typeOf(value: OptionValue): number {
  if (typeof value === 'boolean') return optionType.boolean;
  if (typeof value === 'number') return Number.isInteger(value) ? optionType.integer : optionType.number;
  return optionType.string;
}

/** The data of a command in the menu of a message or a user. */
export function menuData(
  command: Command | undefined,
  name: string,
  type: 2 | 3,
  target: Readonly<Record<string, unknown>>,
  id: string,
): Record<string, unknown> {
  const group = type === 3 ? 'messages' : 'users';
  return {
    id: command?.id ?? id,
    name,
    type,
    ...guildOf(command),
    target_id: target.id,
    resolved: { [group]: { [String(target.id)]: target } },
  };
}

function guildOf(command: Command | undefined): Record<string, unknown> {
  return command?.guild_id === undefined ? {} : { guild_id: command.guild_id };
}

/** Throws when Discord's client would not offer the command to this person in this place. */
export function checkOffered(command: Command | undefined, interaction: Readonly<Record<string, unknown>>): void {
  if (command === undefined) throw new NotPossible('there is no such command');
  const { contexts, integration_types: types, default_member_permissions: needed } = command;
  if (contexts !== null && !contexts.some((context) => context === interaction.context)) {
    throw new NotPossible(`${command.name} is not offered in context ${String(interaction.context)}`);
  }
  const owners = isRecord(interaction.authorizing_integration_owners) ? interaction.authorizing_integration_owners : {};
  if (!types.some((type) => owners[String(type)] !== undefined)) {
    throw new NotPossible(`${command.name} is not offered for this kind of installation`);
  }
  if (needed === null || !isRecord(interaction.member)) return;
  const held = BigInt(String(interaction.member.permissions));
  const wanted = BigInt(needed);
  const may = (held & administrator) !== 0n || (wanted !== 0n && (held & wanted) === wanted);
  if (!may) throw new NotPossible(`${command.name} needs permissions ${needed}`);
}

/** The button or menu that is used, and the data that says so. */
export function componentData(
  message: Message,
  wanted: { readonly customId?: string; readonly label?: string; readonly values?: readonly string[] },
  userId: string,
  unchecked: boolean,
): Record<string, unknown> {
  const found = allComponents(message.components).find(
    ({ custom_id, label }) =>
      (wanted.customId !== undefined && custom_id === wanted.customId) ||
      (wanted.label !== undefined && label === wanted.label),
  );
  if (!unchecked) checkUsable(found, message, userId, wanted.label ?? wanted.customId);
  return {
    custom_id: found?.custom_id ?? wanted.customId,
    component_type: found?.type ?? 2,
    id: found?.id ?? 1,
    ...(wanted.values ? { values: wanted.values } : {}),
  };
}

function checkUsable(
  component: Component | undefined,
  message: Message,
  userId: string,
  what: string | undefined,
): void {
  if (component === undefined) throw new NotPossible(`the message has no ${what ?? 'component that was named'}`);
  if (component.disabled) throw new NotPossible(`${what} is disabled`);
  if (component.custom_id === undefined) throw new NotPossible(`${what} is a link`);
  const metadata = isRecord(message.interaction_metadata) ? message.interaction_metadata : {};
  const owner = isRecord(metadata.user) ? metadata.user.id : undefined;
  if ((message.flags & flag.ephemeral) !== 0 && owner !== undefined && owner !== userId) {
    throw new NotPossible('somebody else’s private answer');
  }
}

export function personOf(given: Partial<Person> | undefined): Person {
  return {
    id: '1300000000000000001',
    username: 'reader',
    global_name: 'A reader',
    discriminator: '0',
    avatar: null,
    public_flags: 0,
    ...given,
  };
}

/** A whole interaction, as the gateway sends it. */
export function buildInteraction(
  world: ReaderWorld,
  circumstances: Circumstances,
  type: number,
  data: Readonly<Record<string, unknown>>,
  message?: Message,
): Record<string, unknown> {
  const guild = circumstances.guild === undefined ? world.guild : (circumstances.guild ?? undefined);
  const user = personOf(circumstances.user);
  const channelId =
    circumstances.channelId ?? message?.channel_id ?? (guild ? '1200000000000000002' : '1200000000000000003');
  const context = circumstances.context ?? (guild ? 0 : 1);
  const locale = circumstances.locale ?? 'en-GB';
  const permissions = String(circumstances.permissions ?? ordinary);
  const place = guild
    ? {
        guild: { id: guild.id, locale: guild.preferred_locale ?? 'en-US', features: [] },
        guild_id: guild.id,
        guild_locale: circumstances.guildLocale ?? guild.preferred_locale ?? 'en-US',
        member: {
          user,
          nick: null,
          avatar: null,
          banner: null,
          roles: [],
          joined_at: '2021-01-01T00:00:00.000000+00:00',
          premium_since: null,
          deaf: false,
          mute: false,
          pending: false,
          flags: 0,
          communication_disabled_until: null,
          unusual_dm_activity_until: null,
          permissions,
        },
        channel: { id: channelId, type: 0, name: 'general', guild_id: guild.id, permissions, flags: 0, nsfw: false },
      }
    : { user, channel: { id: channelId, type: context === 2 ? 3 : 1, flags: 0, recipients: [] } };
  return {
    version: 1,
    type,
    token: world.newToken(),
    id: world.nextId(),
    application_id: world.applicationId,
    data,
    ...(message ? { message: structuredClone(message) } : {}),
    ...place,
    channel_id: channelId,
    locale,
    context,
    app_permissions: String(ordinary),
    authorizing_integration_owners: circumstances.integrationOwners ?? { '0': guild?.id ?? '0' },
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10 * 1024 * 1024,
    ...circumstances.raw,
  };
}
