import { UserError } from '../answer.ts';
import { describeOption, nameChoice } from '../wording/descriptions.ts';
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
    const known = options.map(({ name }) => name);
    throw new UserError((wording) => wording.option.unknown(data.name, surplus.name, known));
  }
  const args: Record<string, Value> = {};
  for (const option of options) {
    const values = given.filter(({ name }) => name === option.name);
    if (values.length > 1) throw new UserError((wording) => wording.option.repeated(option.name));
    const value = values[0]?.value;
    if (value !== undefined && value !== null) args[option.name] = checkValue(data.name, option, value);
    else if (option.required)
      throw new UserError((wording) =>
        wording.option.missing(data.name, option.name, describeOption(data.name, option, wording)),
      );
  }
  return args;
}

function checkValue(command: string, option: OptionData, value: unknown): Value {
  const { name, type, choices, min_length: least = 0, max_length: most } = option;
  if (type === Option.Boolean) {
    if (typeof value === 'boolean') return value;
    throw new UserError((wording) => wording.option.noBoolean(name));
  }
  if (type === Option.Integer) {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    throw new UserError((wording) => wording.option.noInteger(name));
  }
  if (typeof value !== 'string') throw new UserError((wording) => wording.option.noText(name));
  if (choices !== undefined && !choices.some((choice) => choice.value === value)) {
    throw new UserError((wording) =>
      wording.option.noChoice(
        name,
        choices.map((choice) => nameChoice(command, name, choice, wording)),
      ),
    );
  }
  // Discord counts whole characters where JavaScript counts halves of some: take what either would.
  const length = [...value].length;
  if (most !== undefined && length > most) {
    throw new UserError((wording) => wording.option.tooLong(name, most, length));
  }
  if (length < least) throw new UserError((wording) => wording.option.tooShort(name, least));
  return value;
}
