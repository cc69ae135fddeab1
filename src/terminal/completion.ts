import { type Command, Option, type OptionData } from '../discord/command.ts';
import { makeVisible } from './layout.ts';
import { readName } from './parsing.ts';
import type { Session } from './session.ts';
import { splitWords, type Word } from './words.ts';

/** What may stand instead of the end of a line, as node:readline takes it. */
export type Completion = readonly [completions: string[], replaced: string];

/** More than this is a wall, not a list. */
const most = 25;

/**
 * What may come at the end of a line: a command, an option's name, or a value that the command suggests. Never rejects;
 * a value that would act on the terminal is left out.
 */
export async function completeLine(line: string, session: Session): Promise<Completion> {
  const start = line.trimStart();
  if (!/\s/.test(start)) return completeName(start, session.commands);
  const { name, rest } = readName(line);
  const command = session.commands.find(({ data }) => data.name === name.toLowerCase());
  if (command === undefined) return [[], line];
  const options = command.data.options ?? [];
  const words = splitWords(rest, new Set(options.map((option) => option.name)));
  // The word under the cursor is the last one unless a blank ends it; an open quotation mark takes blanks in.
  const plain = words.filter((word) => word.name === undefined);
  const opened = plain.slice(0, command.positions.length - 1).find(({ fault }) => fault === 'open');
  const ended = words.at(-1);
  const current = opened ?? (ended?.end === rest.length ? ended : undefined);
  const before = current === undefined ? words : words.slice(0, words.indexOf(current));
  const given = new Map<string, string>();
  for (const word of before) if (word.name !== undefined) given.set(word.name, word.value);

  if (current?.name !== undefined) {
    const option = options.find((one) => one.name === current.name);
    if (option === undefined || given.has(option.name)) return [[], line];
    const values = await suggest(command, option, current.value, given, session);
    return choose(
      values.map((value) => `${option.name}:${quoteValue(value, true)}`),
      rest.slice(current.start),
    );
  }
  return completePosition(command, rest, before, current, given, session);
}

function completeName(start: string, commands: readonly Command[]): Completion {
  const slash = start.startsWith('/') ? '/' : '';
  const typed = start.slice(slash.length).toLowerCase();
  const names = commands.map(({ data }) => data.name).filter((name) => name.startsWith(typed));
  return choose(
    names.map((name) => `${slash}${name}`),
    start,
  );
}

async function completePosition(
  command: Command,
  rest: string,
  before: readonly Word[],
  current: Word | undefined,
  given: Map<string, string>,
  session: Session,
): Promise<Completion> {
  const { data, positions } = command;
  const plain = before.filter(({ name }) => name === undefined);
  const free = positions.filter((name) => !given.has(name));
  const last = free.length - 1;
  free.slice(0, Math.min(last, plain.length)).forEach((name, index) => {
    given.set(name, plain[index]?.value ?? '');
  });
  const here = data.options?.find(({ name }) => name === free[Math.min(plain.length, last)]);
  const word = current === undefined ? '' : rest.slice(current.start);

  // The last position is all that is left of the line, unless an option by name stands in between.
  const from = here === undefined || plain.length < last ? undefined : plain[last];
  const whole = from === undefined || before.slice(before.indexOf(from)).some(({ name }) => name !== undefined);
  const replaced = whole ? word : rest.slice(from?.start ?? rest.length);
  const typed = replaced.startsWith('"') ? replaced.slice(1) : replaced;
  const isLast = plain.length >= last;
  const values = here === undefined ? [] : await suggest(command, here, typed, given, session);
  const found = choose(
    values.map((value) => (isLast ? value : quoteValue(value, false))),
    replaced,
  );
  const names = (data.options ?? [])
    .map(({ name }) => name)
    .filter((name) => !given.has(name) && name.startsWith(word.toLowerCase()) && (!isLast || name !== here?.name));
  const asked = word !== '' || found[0].length === 0;
  if (!asked || names.length === 0) return found;
  if (found[0].length === 0) return [names.map((name) => `${name}:`), word];
  return whole ? choose([...found[0], ...names.map((name) => `${name}:`)], word) : found;
}

/** The values that a command suggests for an option, or that the option's kind allows. */
async function suggest(
  command: Command,
  option: OptionData,
  typed: string,
  given: ReadonlyMap<string, string>,
  session: Session,
): Promise<string[]> {
  const start = typed.toLowerCase();
  const fixed = option.type === Option.Boolean ? ['true', 'false'] : (option.choices ?? []).map(({ value }) => value);
  if (fixed.length > 0) return fixed.filter((value) => value.startsWith(start));
  try {
    const found = await command.suggest[option.name]?.(typed, session.context(), Object.fromEntries(given));
    return (found ?? []).map(({ value }) => value).filter((value) => isPlain(value));
  } catch (error) {
    session.report?.(error);
    return [];
  }
}

/** Whether a value may be shown and typed as it is: one line, nothing that a terminal obeys. */
function isPlain(value: string): boolean {
  return value !== '' && makeVisible(value) === value && !/[\n\u202a-\u202e\u2066-\u2069]/.test(value);
}

function quoteValue(value: string, escapes: boolean): string {
  if (/^[^\s"]+$/.test(value)) return value;
  return `"${escapes ? value.replace(/["\\]/g, '\\$&') : value}"`;
}

/**
 * Completions that begin with what is typed go before those that only hold it. Where none begins with it (an alias leads
 * to a name), readline would replace it by what little they share; with the typed text among them it lists them and
 * leaves the line alone.
 */
function choose(completions: readonly string[], replaced: string): Completion {
  const start = replaced.toLowerCase();
  const all = [...new Set(completions)];
  const fitting = all.filter((completion) => completion.toLowerCase().startsWith(start));
  const chosen = (fitting.length > 0 ? fitting : all).slice(0, most);
  const [only] = chosen;
  if (chosen.length === 1 && only !== undefined) return [[only.endsWith(':') ? only : `${only} `], replaced];
  return [fitting.length > 0 || chosen.length === 0 ? chosen : [replaced, ...chosen], replaced];
}
