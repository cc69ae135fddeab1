import { isDeepStrictEqual } from 'node:util';
import { type Field, isRecord, refusals } from './form.ts';

export interface Choice {
  name: string;
  value: string | number;
  [field: string]: unknown;
}

export interface CommandOption {
  type: number;
  name: string;
  description: string;
  required?: boolean;
  autocomplete?: boolean;
  choices?: Choice[];
  options?: CommandOption[];
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
  [field: string]: unknown;
}

/** A registered command as Discord keeps and returns it. */
export interface Command {
  id: string;
  application_id: string;
  version: string;
  guild_id?: string;
  default_member_permissions: string | null;
  type: number;
  name: string;
  description: string;
  dm_permission?: boolean;
  contexts: number[] | null;
  integration_types: number[];
  options?: CommandOption[];
  nsfw: boolean;
  [field: string]: unknown;
}

export const optionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

const locales = new Set(
  (
    'id en-US en-GB bg zh-CN zh-TW hr cs da nl fi fr de el hi hu it ja ko lt no pl pt-BR ro ru ' +
    'es-ES es-419 sv-SE th tr uk vi'
  ).split(' '),
);
const printedName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const limits = { 1: 100, 2: 15, 3: 15, options: 25, choices: 25, size: 8000 } as const;

/** Complains about everything Discord refuses in the definition of a command. */
export function checkCommand(command: Field): void {
  if (!command.object()) return;
  const type = command.at('type').oneOf([1, 2, 3]) ?? 1;
  if (type === 1) {
    checkName(command.at('name'));
    checkDescription(command.at('description'));
    checkOptions(command.at('options'), 0);
  } else {
    command.at('name').text({ required: true, min: 1, max: 32 });
    for (const name of ['description', 'options']) {
      const value = command.at(name).value;
      if (value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) {
        command
          .at(name)
          .refuse(
            `APPLICATION_COMMAND_CONTEXT_MENU_${name.toUpperCase()}_INVALID`,
            `Context menu commands cannot have ${name}`,
          );
      }
    }
  }
  checkLocalizations(command, type === 1);
  command.at('nsfw').boolean();
  command.at('dm_permission').boolean();
  checkSet(command.at('contexts'), [0, 1, 2]);
  checkSet(command.at('integration_types'), [0, 1]);
  checkPermissions(command.at('default_member_permissions'));
  if (commandSize(command.value) > limits.size) {
    command.refuse('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${limits.size})`);
  }
}

/** Complains about a list that would overwrite all commands of a place. */
export function checkCommands(list: Field): void {
  const seen = new Set<string>();
  const counts = { 1: 0, 2: 0, 3: 0 };
  for (const command of list.list({ required: true })) {
    checkCommand(command);
    const type = command.at('type').value ?? 1;
    const key = `${String(type)} ${String(command.at('name').value)}`;
    if (seen.has(key)) {
      command.refuse('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
    seen.add(key);
    if (type === 1 || type === 2 || type === 3) counts[type] += 1;
  }
  list.settle();
  checkCounts(counts);
}

export function checkCounts(counts: Readonly<Record<1 | 2 | 3, number>>): void {
  for (const type of [1, 2, 3] as const) {
    if (counts[type] > limits[type]) throw refusals.tooManyCommands(limits[type]);
  }
}

function checkName(name: Field): void {
  const text = name.text({ required: true, min: 1, max: 32 });
  if (text === undefined) return;
  if (!printedName.test(text) || text !== text.toLowerCase()) {
    name.refuse('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function checkDescription(description: Field): void {
  if (description.value === '') description.missing();
  else description.text({ required: true, min: 1, max: 100 });
}

function checkLocalizations(holder: Field, lower: boolean): void {
  for (const [name, check] of [
    ['name_localizations', lower ? checkName : (field: Field) => field.text({ min: 1, max: 32 })],
    ['description_localizations', checkDescription],
  ] as const) {
    const map = holder.at(name);
    if (!map.present || !map.object() || !isRecord(map.value)) continue;
    for (const [locale, value] of Object.entries(map.value)) {
      if (!locales.has(locale)) map.at(locale).refuse('BASE_TYPE_CHOICES', `"${locale}" is not a valid locale.`);
      else if (value !== null) check(map.at(locale));
    }
  }
}

function checkSet(set: Field, values: readonly number[]): void {
  const seen = new Set<unknown>();
  for (const field of set.list({ min: 1 })) {
    field.oneOf(values);
    if (seen.has(field.value)) {
      field.refuse('SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value');
    }
    seen.add(field.value);
  }
}

function checkPermissions(permissions: Field): void {
  if (!permissions.present) return;
  const text = String(permissions.value);
  if (!/^\d+$/.test(text) || BigInt(text) >= 1n << 63n) {
    permissions.refuse('PERMISSION_TYPE_CONVERT', `Could not interpret "${text}" as permissions.`);
  }
}

function checkOptions(options: Field, depth: number): void {
  const names = new Set<string>();
  let optionalSeen = false;
  const kinds = new Set<boolean>();
  for (const option of options.list({ max: limits.options })) {
    if (!option.object()) continue;
    const type = option.at('type').value;
    if (type === undefined) {
      option.refuse('UNION_TYPE_REQUIRED', 'Field "type" is required to determine the model type.');
      continue;
    }
    if (option.at('type').oneOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) === undefined) continue;
    checkName(option.at('name'));
    checkDescription(option.at('description'));
    checkLocalizations(option, true);
    const name = String(option.at('name').value);
    if (names.has(name)) {
      option.refuse('APPLICATION_COMMAND_OPTIONS_NAME_INVALID', `Option name ${name} is already used in these options`);
    }
    names.add(name);

    const nested = type === optionType.subcommand || type === optionType.group;
    kinds.add(nested);
    if (nested && (depth > 1 || (depth === 1 && type === optionType.group))) {
      option.at('type').refuse('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands cannot be nested here');
    }
    if (nested) {
      checkOptions(option.at('options'), type === optionType.group ? 1 : 2);
      if (type === optionType.group) {
        for (const child of option.at('options').list({ required: true, min: 1, max: limits.options })) {
          if (child.at('type').value !== optionType.subcommand) {
            child.at('type').refuse('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'A group holds sub-commands only');
          }
        }
      }
      continue;
    }
    const required = option.at('required').boolean() ?? false;
    if (required && optionalSeen) {
      option.refuse(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    optionalSeen ||= !required;
    checkValues(option, Number(type));
  }
  if (kinds.size > 1) {
    options.refuse(
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  }
}

function checkValues(option: Field, type: number): void {
  const choices = option.at('choices').list({ max: limits.choices });
  const names = new Set<unknown>();
  for (const choice of choices) {
    if (!choice.object()) continue;
    checkChoice(choice, type);
    if (names.has(choice.at('name').value)) {
      choice.refuse('APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS', 'Choice names must be unique');
    }
    names.add(choice.at('name').value);
  }
  const typed: readonly number[] = [optionType.string, optionType.integer, optionType.number];
  const autocomplete = option.at('autocomplete').boolean() ?? false;
  if (autocomplete && choices.length > 0) {
    option
      .at('autocomplete')
      .refuse('APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES', 'Autocomplete and choices cannot both be set');
  }
  if ((autocomplete || choices.length > 0) && !typed.includes(type)) {
    option.refuse('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'This type takes neither choices nor autocomplete');
  }
  const min = option.at('min_length');
  const max = option.at('max_length');
  if (type === optionType.string) {
    const least = min.integer({ min: 0, max: 6000 });
    const most = max.integer({ min: 1, max: 6000 });
    if (least !== undefined && most !== undefined && least > most) {
      min.refuse('APPLICATION_COMMAND_OPTIONS_MIN_LENGTH_INVALID', 'min_length must not exceed max_length');
    }
  } else {
    for (const field of [min, max]) {
      if (field.present) field.refuse('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Only strings have a length');
    }
  }
  for (const field of [option.at('min_value'), option.at('max_value')]) {
    if (!field.present) continue;
    if (type === optionType.integer) field.integer();
    else if (type === optionType.number) field.number();
    else field.refuse('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Only numbers have a value range');
  }
}

/** Complains about one choice of an option, given beforehand or suggested while typing. */
export function checkChoice(choice: Field, type: number): void {
  choice.at('name').text({ required: true, min: 1, max: 100 });
  checkLocalizations(choice, false);
  const value = choice.at('value');
  if (type === optionType.string) value.text({ required: true, max: 100 });
  else if (type === optionType.integer) value.integer({ required: true });
  else if (value.number() === undefined && !value.present) value.missing();
}

/** Characters of names, descriptions and values, each at its longest localisation, as Discord adds them up. */
function commandSize(command: unknown): number {
  if (!isRecord(command)) return 0;
  const longest = (name: string) => {
    const translations = command[`${name}_localizations`];
    const texts = [command[name], ...(isRecord(translations) ? Object.values(translations) : [])];
    return Math.max(...texts.map((text) => (text === undefined || text === null ? 0 : String(text).length)));
  };
  const children = [command.options, command.choices].flatMap((list) => (Array.isArray(list) ? list : []));
  const value = command.value === undefined ? 0 : String(command.value).length;
  return (
    longest('name') + longest('description') + value + children.reduce((sum, child) => sum + commandSize(child), 0)
  );
}

export interface CommandPlace {
  readonly applicationId: string;
  readonly guildId: string | undefined;
  readonly installContexts: readonly number[];
  readonly nextId: () => string;
}

/** The command that Discord keeps for a definition: defaults filled in; id and, when nothing changed, version of the old one. */
export function keptCommand(given: Record<string, unknown>, old: Command | undefined, place: CommandPlace): Command {
  const type = typeof given.type === 'number' ? given.type : 1;
  const contexts = Array.isArray(given.contexts) ? given.contexts.filter((value) => typeof value === 'number') : null;
  const types = Array.isArray(given.integration_types) ? given.integration_types : place.installContexts;
  const permissions = given.default_member_permissions;
  const kept = {
    application_id: place.applicationId,
    ...(place.guildId === undefined ? {} : { guild_id: place.guildId }),
    default_member_permissions: permissions === undefined || permissions === null ? null : String(permissions),
    type,
    name: String(given.name),
    name_localizations: given.name_localizations ?? null,
    description: type === 1 ? String(given.description) : '',
    description_localizations: given.description_localizations ?? null,
    ...(place.guildId === undefined
      ? { dm_permission: contexts === null ? given.dm_permission !== false : contexts.includes(1) }
      : {}),
    contexts: contexts ?? (given.dm_permission === false ? [0] : null),
    integration_types: types.filter((value) => typeof value === 'number'),
    ...(Array.isArray(given.options) && given.options.length > 0 ? { options: given.options.map(keptOption) } : {}),
    nsfw: given.nsfw === true,
  };
  const id = old?.id ?? place.nextId();
  const same =
    old !== undefined && isDeepStrictEqual({ ...old, id: '', version: '' }, { ...kept, id: '', version: '' });
  return { id, version: same ? old.version : place.nextId(), ...kept };
}

function keptOption(given: unknown): CommandOption {
  const option = isRecord(given) ? given : {};
  const kept: CommandOption = {
    type: Number(option.type),
    name: String(option.name),
    name_localizations: option.name_localizations ?? null,
    description: String(option.description),
    description_localizations: option.description_localizations ?? null,
  };
  for (const name of ['required', 'autocomplete']) if (option[name] === true) kept[name] = true;
  for (const name of ['min_length', 'max_length', 'min_value', 'max_value', 'channel_types']) {
    if (option[name] !== undefined && option[name] !== null) kept[name] = option[name];
  }
  if (Array.isArray(option.options) && option.options.length > 0) kept.options = option.options.map(keptOption);
  if (Array.isArray(option.choices) && option.choices.length > 0) kept.choices = option.choices.map(keptChoice);
  return kept;
}

function keptChoice(given: unknown): Choice {
  const choice = isRecord(given) ? given : {};
  const value = typeof choice.value === 'number' ? choice.value : String(choice.value);
  return { name: String(choice.name), name_localizations: choice.name_localizations ?? null, value };
}

/** A command as `GET` shows it without `with_localizations`. */
export function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, held]) => [key, withoutLocalizations(held)]));
}
