import type { CommandWords } from './entries.ts';
import { translations, type Wording } from './wording.ts';

/** What a definition says of itself, in English. */
interface Described {
  readonly name: string;
  readonly description: string;
}

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What a command is, in somebody's language; one that is in no catalogue, as it describes itself. */
export function describeCommand(command: Described, wording: Wording): string {
  return wordsOf(command.name, wording)?.description ?? command.description;
}

/** What an option of a command is, in somebody's language. */
export function describeOption(command: string, option: Described, wording: Wording): string {
  return wordsOf(command, wording)?.options[option.name] ?? option.description;
}

/** What a fixed choice of an option is called in somebody's language. */
export function nameChoice(command: string, option: string, choice: Choice, wording: Wording): string {
  return wordsOf(command, wording)?.choices[option]?.[choice.value] ?? choice.name;
}

/** A text of a definition in every language beside English, by Discord's names for them. */
export function localisations(word: (wording: Wording) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(translations).map(([locale, wording]) => [locale, word(wording)]));
}

/** Only translations: the English of a definition stands in it. */
function wordsOf(command: string, wording: Wording): CommandWords | undefined {
  if (!Object.values(translations).includes(wording)) return undefined;
  const commands: Readonly<Record<string, CommandWords>> = wording.commands;
  return Object.hasOwn(commands, command) ? commands[command] : undefined;
}
