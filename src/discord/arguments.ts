import { UserError } from '../answer.ts';
import { type CommandData, Option, type OptionData } from './command.ts';

export type Value = string | number | boolean;

/** One option as somebody gave it, unchecked. */
export interface Given {
  readonly name: string;
  readonly value: unknown;
}

/**
 * The arguments of a command, checked against its definition; Discord checks them too, but a button may be older than
 * the definition, and other front ends have nobody to check for them. Throws a `UserError` that says what to mend.
 */
export function checkArguments(data: CommandData, given: readonly Given[]): Readonly<Record<string, Value>> {
  const options = data.options ?? [];
  const surplus = given.find(({ name }) => !options.some((option) => option.name === name));
  if (surplus !== undefined) {
    const known = options.map(({ name }) => name).join(', ');
    const takes = known === '' ? 'takes no options' : `takes these options: ${known}`;
    throw new UserError(`/${data.name} has no option “${surplus.name}”; it ${takes}.`);
  }
  const args: Record<string, Value> = {};
  for (const option of options) {
    const values = given.filter(({ name }) => name === option.name);
    if (values.length > 1)
      throw new UserError(`The option “${option.name}” was given more than once; please give it once.`);
    const value = values[0]?.value;
    if (value !== undefined && value !== null) args[option.name] = checkValue(option, value);
    else if (option.required)
      throw new UserError(`/${data.name} needs the option “${option.name}”: ${option.description}.`);
  }
  return args;
}

function checkValue(
  { name, type, choices, min_length: least = 0, max_length: most }: OptionData,
  value: unknown,
): Value {
  if (type === Option.Boolean) {
    if (typeof value === 'boolean') return value;
    throw new UserError(`The option “${name}” is either true or false.`);
  }
  if (type === Option.Integer) {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    throw new UserError(`The option “${name}” must be a whole number.`);
  }
  if (typeof value !== 'string') throw new UserError(`The option “${name}” must be text.`);
  if (choices !== undefined && !choices.some((choice) => choice.value === value)) {
    throw new UserError(`The option “${name}” must be one of: ${choices.map((choice) => choice.name).join(', ')}.`);
  }
  // Discord counts whole characters where JavaScript counts halves of some: take what either would.
  const length = [...value].length;
  if (most !== undefined && length > most) {
    throw new UserError(`The option “${name}” takes at most ${most} characters; this is ${length}. Please shorten it.`);
  }
  if (length < least) throw new UserError(`The option “${name}” needs at least ${least} characters.`);
  return value;
}
