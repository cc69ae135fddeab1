import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Suggestion } from '../core/archive.ts';
import { shorten } from './excerpt.ts';

const most = 25;
const length = 100;

/** The suggestions as Discord takes them: at most 25, short names, no value twice, and none that would be cut. */
export function choicesOf(suggestions: readonly Suggestion[]): APIApplicationCommandOptionChoice<string>[] {
  const choices = new Map<string, APIApplicationCommandOptionChoice<string>>();
  for (const { name, value } of suggestions) {
    const shown = shorten(name, length);
    // A value that is cut would ask for something else, so it is not offered.
    if (shown === '' || value.trim() === '' || value.length > length || choices.has(value)) continue;
    choices.set(value, { name: shown, value });
    if (choices.size === most) break;
  }
  return [...choices.values()];
}
