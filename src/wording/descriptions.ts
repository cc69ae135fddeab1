import type { CommandWords } from './entries.ts';
import { english, translations, type Wording } from './wording.ts';

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
export function describeCommand({ name, description }: Described, wording: Wording): string {
  return translated(description, (words) => words[name]?.description, wording);
}

/** What an option of a command is, in somebody's language. */
export function describeOption(command: string, { name, description }: Described, wording: Wording): string {
  return translated(description, (words) => words[command]?.options[name], wording);
}

/** What a fixed choice of an option is called in somebody's language. */
export function nameChoice(command: string, option: string, { name, value }: Choice, wording: Wording): string {
  return translated(name, (words) => words[command]?.choices[option]?.[value], wording);
}

/** A text of a definition in every language that has it, by Discord's names for them. */
export function localisations(text: string, word: (wording: Wording) => string): Readonly<Record<string, string>> {
  const words = [...translations].map(([locale, wording]) => [locale, word(wording)] as const);
  return Object.fromEntries(words.filter(([, translation]) => translation !== text));
}

/** What stands in the same place of another language, when the text is what stands there in English. */
function translated(
  text: string,
  find: (words: Readonly<Record<string, CommandWords>>) => string | undefined,
  { commands }: Wording,
): string {
  return find(english.commands) === text ? (find(commands) ?? text) : text;
}
