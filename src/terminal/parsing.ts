import { type Command, Option, type OptionData, usage } from '../discord/command.ts';
import { nameChoice } from '../wording/descriptions.ts';
import { english, type Wording } from '../wording/wording.ts';
import { findNearest } from './nearest.ts';
import { splitWords, type Word } from './words.ts';

/** Arguments as `Command.run` takes them. */
export type CommandArguments = Readonly<Record<string, string | number | boolean | undefined>>;

/** What a typed line asks for, or one sentence that says what is wrong with it and how it is typed. */
export type Parsed =
  | { readonly ok: true; readonly command: Command; readonly args: CommandArguments }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** A value, or what is wrong with it. */
type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** The longest string that Discord lets through where an option names no limit. */
const longest = 6000;

/** The command's name at the start of a line, and where its words begin. The slash may be missing. */
export function readName(line: string): { readonly name: string; readonly rest: string } {
  const [, name = '', rest = ''] = /^\s*\/?(\S*)(.*)$/s.exec(line) ?? [];
  return { name, rest };
}

/** Reads a typed line: the command's name, then its options by position or by name. Never throws. */
export function parseLine(line: string, commands: readonly Command[], wording: Wording): Parsed {
  const { terminal: words } = wording;
  const { name, rest } = readName(line);
  const fail = (message: string): Parsed => ({ ok: false, name: shorten(name, 32), message });
  if (name === '') {
    return fail(words.blank(commands.map(({ data }) => `/${data.name}`)));
  }
  const wanted = name.toLowerCase();
  const command = commands.find(({ data }) => data.name === wanted);
  if (command === undefined) {
    const nearest = findNearest(
      wanted,
      commands.map(({ data }) => data.name),
    );
    return fail(words.noCommand(shorten(name), nearest));
  }
  const args = readArguments(command, rest, wording);
  return args.ok ? { ok: true, command, args: args.value } : fail(words.withUsage(args.message, usage(command)));
}

/** Writes a command with its arguments as a line that `parseLine` reads back. */
export function formatLine(command: Command, args: CommandArguments): string {
  const given = (command.data.options ?? []).flatMap(({ name }) => {
    const value = args[name];
    return value === undefined ? [] : [{ name, value: String(value) }];
  });
  const asNamed = ({ name, value }: { name: string; value: string }) =>
    /^[^\s"]+$/.test(value) ? `${name}:${value}` : `${name}:"${value.replace(/["\\]/g, '\\$&')}"`;
  const write = (words: readonly string[]) => [`/${command.data.name}`, ...words].join(' ');

  // Positions are how a person would type it; not every value survives there (one that looks like `name:`, marks).
  const last = command.positions.at(-1);
  const placed = command.positions.flatMap((name) => given.filter((option) => option.name === name));
  const others = given.filter(({ name }) => !command.positions.includes(name)).map(asNamed);
  const positional = placed.map(({ name, value }) => (name === last || /^\S+$/.test(value) ? value : `"${value}"`));
  const short = write([...positional, ...others]);
  const back = parseLine(short, [command], english);
  if (back.ok && given.every(({ name }) => back.args[name] === args[name])) return short;
  return write(given.map(asNamed));
}

function readArguments(command: Command, rest: string, wording: Wording): Checked<CommandArguments> {
  const { terminal: says } = wording;
  const options = command.data.options ?? [];
  const words = splitWords(rest, new Set(options.map(({ name }) => name)));
  const given = new Map<string, string>();
  for (const { name, value, fault } of words) {
    if (name === undefined) continue;
    if (fault !== undefined) return { ok: false, message: wordFault(name, fault, wording) };
    if (given.has(name)) return { ok: false, message: says.twice(name) };
    given.set(name, value);
  }
  const placed = placeWords(command, rest, words, given, wording);
  if (!placed.ok) return placed;

  const missing = options.filter(({ name, required }) => required === true && !given.has(name));
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name);
    return { ok: false, message: says.needs(command.data.name, names) };
  }
  const args: Record<string, string | number | boolean> = {};
  for (const option of options) {
    const typed = given.get(option.name);
    if (typed === undefined) continue;
    const checked = checkValue(command.data.name, option, typed, wording);
    if (!checked.ok) return checked;
    args[option.name] = checked.value;
  }
  return { ok: true, value: args };
}

/** Gives the words without a name to the positions that are still free: each takes one, the last all that is left. */
function placeWords(
  { data, positions }: Command,
  rest: string,
  words: readonly Word[],
  given: Map<string, string>,
  wording: Wording,
): Checked<null> {
  const plain = words.filter(({ name }) => name === undefined);
  const free = positions.filter((name) => !given.has(name));
  let next = 0;
  for (const name of free.slice(0, -1)) {
    const word = plain[next];
    if (word === undefined) return { ok: true, value: null };
    if (word.fault !== undefined) return { ok: false, message: wordFault(name, word.fault, wording) };
    given.set(name, word.value);
    next += 1;
  }
  const first = plain[next];
  if (first === undefined) return { ok: true, value: null };
  const last = free.at(-1);
  if (last === undefined) {
    const message =
      positions.length === 0
        ? wording.terminal.noWords(data.name, shorten(first.value))
        : wording.terminal.noPlace(shorten(first.value), positions);
    return { ok: false, message };
  }
  // Only the command's own last position keeps its marks; another one that became the last takes them off as always.
  const alone = plain.length === next + 1 && first.quoted && last !== positions.at(-1);
  given.set(last, alone ? first.value : readRest(rest, words.slice(words.indexOf(first))));
  return { ok: true, value: null };
}

/** The line as typed from the first word on, without the named options that stand in it. */
function readRest(line: string, words: readonly Word[]): string {
  const runs: { start: number; end: number }[] = [];
  let joined = false;
  for (const { name, start, end } of words) {
    const run = runs.at(-1);
    if (name !== undefined) joined = false;
    else if (joined && run !== undefined) run.end = end;
    else {
      runs.push({ start, end });
      joined = true;
    }
  }
  return runs.map(({ start, end }) => line.slice(start, end)).join(' ');
}

function wordFault(name: string, fault: NonNullable<Word['fault']>, { terminal }: Wording): string {
  if (fault === 'open') return terminal.openQuote(name);
  return fault === 'joined' ? terminal.joinedQuote(name) : terminal.noValue(name);
}

/** Checks a value as Discord would. */
function checkValue(
  command: string,
  option: OptionData,
  typed: string,
  wording: Wording,
): Checked<string | number | boolean> {
  const { name } = option;
  const { terminal: says } = wording;
  if (option.type === Option.Boolean) {
    const word = typed.toLowerCase();
    if (word === 'true' || word === 'yes') return { ok: true, value: true };
    if (word === 'false' || word === 'no') return { ok: true, value: false };
    return { ok: false, message: says.noBoolean(name, shorten(typed)) };
  }
  if (option.type === Option.Integer) {
    const number = /^[-+]?\d{1,16}$/.test(typed) ? Number(typed) : Number.NaN;
    if (Number.isSafeInteger(number)) return { ok: true, value: number + 0 };
    return { ok: false, message: says.noInteger(name, shorten(typed)) };
  }
  if (option.choices !== undefined) {
    const word = typed.toLowerCase();
    const choice = option.choices.find((one) =>
      [one.value, one.name, nameChoice(command, name, one, wording)].some((known) => known.toLowerCase() === word),
    );
    if (choice !== undefined) return { ok: true, value: choice.value };
    const values = option.choices.map(({ value }) => value);
    return { ok: false, message: says.noChoice(name, values, shorten(typed)) };
  }
  if (typed === '') return { ok: false, message: says.empty(name) };
  const least = option.min_length ?? 0;
  const most = option.max_length ?? longest;
  const length = countCharacters(typed, most);
  if (length > most) return { ok: false, message: says.tooLong(name, most) };
  if (length < least) return { ok: false, message: says.tooShort(name, least) };
  return { ok: true, value: typed };
}

/** Characters as people count them in code points, without walking far beyond `most`. */
function countCharacters(text: string, most: number): number {
  return text.length > most * 2 ? most + 1 : [...text].length;
}

/** The beginning of what was typed, short enough to stand in a sentence. */
function shorten(text: string, most = 40): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
