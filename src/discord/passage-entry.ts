import type { Passage } from '../core/archive.ts';
import { type Range, rebase } from '../core/range.ts';
import { partsOf } from '../presentation.ts';
import type { Wording } from '../wording/wording.ts';
import { type Entry, type Group, plain } from './entry.ts';
import { ellipsis, excerptEnd } from './excerpt.ts';
import { costs, lines, type Marks, mark } from './markdown.ts';
import { alsoIn, linkOf, placeLine, quotedWords } from './quotation-text.ts';

/** A passage with its answering sentence large and what stands around it small, above where it is printed. */
export function passageEntry(passage: Passage, wording: Wording, room: number, group: Group = plain): Entry {
  const { text, start, matches, typed, article, paragraph, also } = passage;
  const below = placeLine(article, paragraph, wording, [alsoIn(also, wording)]);
  const { before, sentence, after } = partsOf(passage);
  const marks = ([from]: Range): Marks => ({
    bold: rebase(matches, start + from),
    sought: rebase(typed, start + from),
  });
  const partOf = ([from, to]: Range) => text.slice(from, to);
  let left = room - below.length - group.title.length - 2;
  const spend = (block: string) => {
    left -= block.length + 1;
    return block;
  };
  // Room goes to the answer first, then to what follows it; what comes before is shown whole or not at all.
  const answer = spend(quotedWords(partOf(sentence), marks(sentence), left));
  const kept = partOf(before).trim() === '' ? 0 : smallCut.length + 1;
  const follows = spend(smallWords(partOf(after), marks(after), left - kept));
  const precedes = smallWords(partOf(before), marks(before), left, 'whole');
  const words = [precedes, answer, follows].filter((block) => block !== '').join('\n');
  return { text: `${words}\n${below}`, group, buttons: linkOf(article.url, wording.message.read) };
}

const smallCut = `> -# ${ellipsis}`;

/** Words as small print behind the bar: as many as there is room for, or all or none of them. */
function smallWords(text: string, marks: Marks, room: number, extent: 'whole' | 'some' = 'some'): string {
  if (text.trim() === '') return '';
  const small = (end: number) =>
    lines(mark(text.slice(0, end), marks))
      .filter((line) => line.trim() !== '')
      .map((line) => `> -# ${line.trim()}`)
      .join('\n');
  const cost = costs(text, marks);
  const weigh = (end: number) => cost(end) + 3 * lines(text.slice(0, end)).length;
  if (excerptEnd(text, weigh, room) === text.length) return small(text.length);
  if (room < smallCut.length) return '';
  const cut = extent === 'whole' ? '' : small(excerptEnd(text, weigh, room - ellipsis.length - 1));
  return cut === '' ? smallCut : `${cut} ${ellipsis}`;
}
