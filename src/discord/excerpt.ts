import { isolate, settle } from '../wording/direction.ts';
import { escapeMarkdown } from './markdown.ts';

/** What stands where a text was cut, escaped for Discord. */
export const ellipsis = '\\[…\\]';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A short word with a capital or a single letter before the full stop: rather an abbreviation than a sentence's end. */
const abbreviated = /(?:^|[\s.(])(?:\p{Lu}\p{L}{0,3}|\p{L})\.$/u;

/**
 * How much of a text to show when `most` is all there is room for, as an offset: all of it, or up to the last sentence
 * end that fits, or for one overlong sentence up to the last word that fits. `weighUpTo(end)` is what showing that
 * much costs: at least `end`, and it grows with it.
 */
export function excerptEnd(text: string, weighUpTo: (end: number) => number, most: number): number {
  if (text.length <= most && weighUpTo(text.length) <= most) return text.length;
  let [fits, tooMuch] = [0, Math.min(text.length, Math.max(most, 0) + 1)];
  while (tooMuch - fits > 1) {
    const middle = Math.floor((fits + tooMuch) / 2);
    if (weighUpTo(middle) <= most) fits = middle;
    else tooMuch = middle;
  }
  return lastSentenceEnd(text, fits) ?? lastWordEnd(text, fits);
}

/** The text on one line and no longer than `most` code units, with a mark where it was cut. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  for (let room = most - 1; room > 0; room -= 1) {
    // What a cut leaves open is closed, and that takes room too.
    const cut = `${settle(line.slice(0, lastWordEnd(line, room)))}…`;
    if (cut.length <= most) return cut;
  }
  return '…'.slice(0, most);
}

/** The text on one line and escaped, no longer than `most` with all its escapes. */
export function inline(text: string, most: number): string {
  return cutTo(text, most, escapeMarkdown);
}

/** The same for a name or a title on a line with other words: its direction stays inside it, with marks that count too. */
export function inset(text: string, most: number): string {
  return cutTo(text, most, (shown) => isolate(escapeMarkdown(shown)));
}

/** As much of the text on one line as is no longer than `most` when it is written. */
function cutTo(text: string, most: number, write: (shown: string) => string): string {
  for (let room = most; room > 0; ) {
    const shown = shorten(text, room);
    const written = write(shown);
    const over = written.length - most;
    if (over <= 0) return written;
    // No character costs more than two, so at least this many have to go.
    room = Math.min(room, shown.length) - Math.ceil(over / 2);
  }
  return '';
}

function lastSentenceEnd(text: string, most: number): number | undefined {
  let found: number | undefined;
  for (const { segment, index } of sentences.segment(text)) {
    const end = index + segment.trimEnd().length;
    if (end > most) break;
    if (!abbreviated.test(text.slice(Math.max(0, end - 8), end))) found = end;
  }
  return found === 0 ? undefined : found;
}

function lastWordEnd(text: string, most: number): number {
  const room = text.slice(0, most);
  if (/^\s/.test(text.slice(most))) return room.trimEnd().length;
  const atBlank = room.search(/\s+\S*$/);
  if (atBlank > 0) return atBlank;
  return /[\uD800-\uDBFF]$/.test(room) ? most - 1 : most;
}
