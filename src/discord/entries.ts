import type { Answer, PageAnswer, PassagesAnswer } from '../answer.ts';
import type { Position, Quotation } from '../core/archive.ts';
import { shownOf, sidesOf } from '../presentation.ts';
import type { Wording } from '../wording/wording.ts';
import { type Entry, groupOfSide, plain } from './entry.ts';
import { excerptEnd, shorten } from './excerpt.ts';
import { costs, escapeMarkdown, lines } from './markdown.ts';
import { passageEntry } from './passage-entry.ts';
import { comparisonEntries, eventLine, positionEntry } from './position-entry.ts';
import { quotationBlock } from './quotation-text.ts';
import { verdictEntry } from './verdict-entry.ts';

/** How many entries can be paged through; a reader who wants more does better to ask more closely. */
export const reach = 100;

/** How long a block of plain lines may be: a screen on a phone. */
const block = 1_600;

/** The parts of an answer in the order in which they are shown, none of them longer than `room`. */
export function entriesOf(answer: Answer, wording: Wording, room: number): Entry[] {
  switch (answer.show) {
    case 'quotations':
      return quotationEntries(answer.quotations, wording, room);
    case 'positions':
      return positionEntries(answer.positions, wording, room);
    case 'passages':
      return questionEntries(answer, wording, room);
    case 'verdict':
      return [verdictEntry(answer, wording, room)];
    case 'verdicts':
      return answer.verdicts.slice(0, reach).map((each) => verdictEntry(each, wording, room));
    case 'comparison':
      return comparisonEntries(answer, wording, room).slice(0, reach);
    case 'timeline':
      return filled(
        '',
        answer.events.map((event) => eventLine(event, wording)),
        Math.min(room, block),
      ).map(plainEntry);
    case 'page':
      return pageEntries(answer, Math.min(room, block));
    case 'error':
      return [plainEntry(escapeMarkdown(shorten(answer.message, 1_000)))];
  }
}

function quotationEntries(quotations: readonly Quotation[], wording: Wording, room: number): Entry[] {
  return quotations.slice(0, reach).map((quotation) => ({ ...quotationBlock(quotation, wording, room), group: plain }));
}

function positionEntries(positions: readonly Position[], wording: Wording, room: number): Entry[] {
  return sidesOf(positions.slice(0, reach)).flatMap((side) => {
    const group = groupOfSide(side, wording);
    return side.positions.map((position) => positionEntry(position, wording, room, group));
  });
}

function questionEntries(answer: PassagesAnswer, wording: Wording, room: number): Entry[] {
  const { quotations, positions, passages } = shownOf(answer);
  const group = answer.status === 'ok' ? plain : { title: `### ${wording.ask.nearest}`, colour: plain.colour };
  return [
    ...quotationEntries(quotations, wording, room),
    ...positionEntries(positions, wording, room),
    ...passages.slice(0, reach).map((passage) => passageEntry(passage, wording, room, group)),
  ];
}

function plainEntry(text: string): Entry {
  return { text, group: plain, buttons: [] };
}

/** Sections of plain lines, cut between lines wherever a page is full, and inside a line only if it fills one alone. */
function pageEntries({ sections, message }: PageAnswer, room: number): Entry[] {
  const blocks = sections.flatMap(({ title = '', lines: printed }) => {
    const heading = escapeMarkdown(shorten(title, 200));
    const body = printed.flatMap((line) => lines(line).flatMap((each) => pieces(each, room - 500)));
    return filled(heading === '' ? '' : `### ${heading}`, body, room);
  });
  return [...(message === undefined ? [] : pieces(message, room)), ...blocks].map(plainEntry);
}

/** Lines joined to texts of at most `room`, the heading with the first. */
function filled(heading: string, body: readonly string[], room: number): string[] {
  const texts: string[] = [];
  let text = heading;
  for (const line of body) {
    if (text !== '' && text.length + 1 + line.length > room) {
      texts.push(text);
      text = line;
    } else text = text === '' ? line : `${text}\n${line}`;
  }
  return [...texts, text].filter((each) => each.trim() !== '');
}

/** A line escaped, in pieces that each fit. */
function pieces(line: string, room: number): string[] {
  const found: string[] = [];
  let rest = line;
  while (rest !== '') {
    const end = excerptEnd(rest, costs(rest.slice(0, room + 1)), room);
    found.push(escapeMarkdown(rest.slice(0, end)));
    rest = rest.slice(end).trimStart();
  }
  return found.length > 0 ? found : [''];
}
