import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Suggestion } from '../core/archive.ts';
import { isolate } from '../wording/direction.ts';
import type { Wording } from '../wording/wording.ts';
import { shorten } from './excerpt.ts';

const most = 25;
const length = 100;

/** The suggestions as Discord takes them: at most 25, short names, no value twice, and none that would be cut. */
export function choicesOf(
  suggestions: readonly Suggestion[],
  wording: Wording,
): APIApplicationCommandOptionChoice<string>[] {
  const choices = new Map<string, APIApplicationCommandOptionChoice<string>>();
  for (const suggestion of suggestions) {
    const { value } = suggestion;
    const shown = labelOf(suggestion, wording);
    // A value that is cut would ask for something else, so it is not offered.
    if (shown === '' || value.trim() === '' || value.length > length || choices.has(value)) continue;
    choices.set(value, { name: shown, value });
    if (choices.size === most) break;
  }
  return [...choices.values()];
}

/** "Iran · 7 statements", the name cut so that the count is seen. */
function labelOf({ name, count }: Suggestion, { quantities }: Wording): string {
  const tail = count === undefined ? '' : ` · ${quantities[count.of](count.number)}`;
  const room = length - tail.length;
  for (let most = room; most > 0; most -= 1) {
    // Keeping its direction to itself costs a name some room.
    const shown = isolate(shorten(name, most));
    if (shown.length <= room) return shown === '' ? '' : `${shown}${tail}`;
  }
  return '';
}
