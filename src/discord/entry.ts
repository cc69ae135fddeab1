import type { Answer, PageAnswer } from '../answer.ts';
import type { Position, Quotation } from '../core/archive.ts';
import { certain, probable, type StatementKind } from '../core/quotation/statement.ts';
import type { Range } from '../core/range.ts';
import type { Polarity } from '../core/stance/stance.ts';
import { budget } from './budget.ts';
import { ellipsis, excerptEnd, shorten } from './excerpt.ts';
import { costs, escapeMarkdown, lines, mark, quote } from './markdown.ts';

/** What entries belong together under: a title of its own, if any, and a colour. */
export interface Group {
  /** Markdown of ours, or empty. */
  readonly title: string;
  readonly colour: number;
}

/** A part of an answer that is shown whole: Markdown that fits a page, and where its source is. */
export interface Entry {
  readonly text: string;
  readonly group: Group;
  readonly link?: { readonly label: string; readonly url: string };
}

/** How many entries can be paged through; a reader who wants more does better to ask more closely. */
export const reach = 100;

const plain: Group = { title: '', colour: 0x5b6ee1 };
/** The sign and the word tell the sides apart; the colour only repeats it. */
const sides = {
  supports: { title: '### ➕ Supports', colour: 0x2f9e62 },
  opposes: { title: '### ➖ Opposes', colour: 0xd1495b },
} as const satisfies Record<Polarity, Group>;
const signs = { supports: '➕', opposes: '➖' } as const satisfies Record<Polarity, string>;

const manners = {
  direct: 'said',
  mixed: 'quoted in part',
  indirect: 'reported',
  own: 'the outlet’s own words',
} as const satisfies Record<StatementKind, string>;

/** The parts of an answer in the order in which they are shown, none of them longer than `room`. */
export function entriesOf(answer: Answer, room: number): Entry[] {
  switch (answer.show) {
    case 'quotations':
      return answer.quotations.slice(0, reach).map((quotation) => quotationEntry(quotation, room));
    case 'positions': {
      const listed = answer.positions.slice(0, reach);
      const grouped = [
        ...listed.filter(({ polarity }) => polarity === 'supports'),
        ...listed.filter(({ polarity }) => polarity === 'opposes'),
      ];
      return grouped.map((position) => positionEntry(position, room));
    }
    case 'page':
      return pageEntries(answer, Math.min(room, 1_600));
    case 'error':
      return [{ text: escapeMarkdown(shorten(answer.message, 1_000)), group: plain }];
  }
}

function quotationEntry(quotation: Quotation, room: number): Entry {
  return { text: quotationText(quotation, room), group: plain, ...linkOf(quotation) };
}

function positionEntry(position: Position, room: number): Entry {
  const { polarity, towards, holder, confidence, evidence } = position;
  const group = sides[polarity];
  const reserve = confidence < certain ? 'probably ' : '';
  const phrase = escapeMarkdown(shorten(towards.text, 200));
  const claim = `${signs[polarity]} ${escapeMarkdown(shorten(holder, 120))} ${reserve}${polarity}: ${bold(phrase)}`;
  const [shown, ...others] = evidence;
  if (shown === undefined) return { text: claim, group };
  const more =
    others.length > 0 ? `-# and ${others.length} more ${others.length === 1 ? 'statement' : 'statements'}` : '';
  const left = room - claim.length - more.length - group.title.length - 3;
  const text = [claim, quotationText(shown, left), more].filter((line) => line !== '').join('\n');
  return { text, group, ...linkOf(shown) };
}

/** The words as a block quote under who said them and how, above where they are printed. */
function quotationText(quotation: Quotation, room: number): string {
  const above = speakerLine(quotation);
  const below = sourceLine(quotation);
  const words = quotedWords(quotation, room - above.length - below.length - 2);
  return `${above}\n${words}\n${below}`;
}

function quotedWords({ text, start, matches }: Quotation, room: number): string {
  const ranges = matches.map(([from, to]): Range => [from - start, to - start]);
  const shown = (end: number) => quote(mark(text.slice(0, end), ranges));
  // What is beyond the room need not be counted to be known not to fit.
  const cost = costs(text.slice(0, Math.max(room, 0) + 1), ranges);
  if (excerptEnd(text, cost, room) === text.length) return shown(text.length);
  const cut = ` ${ellipsis}`;
  return `${shown(excerptEnd(text, cost, room - cut.length))}${cut}`;
}

/** "**Mara Okell**, mayor of Velmouth · said", with the reserve that the confidence asks for. */
function speakerLine({ speaker, kind, article }: Quotation): string {
  const manner = manners[kind];
  if (kind === 'own') return `${bold(inline(article.outlet ?? '', 80) || 'The article')} · ${manner}`;
  if (speaker === null || speaker.confidence < probable) return `*speaker not clear in the article* · ${manner}`;
  const name = bold(inline(speaker.name, 160) || 'somebody without a name');
  const role = speaker.role === undefined || speaker.role === speaker.name ? '' : inline(speaker.role, 160);
  const reserve = speaker.confidence < certain ? 'probably ' : '';
  return `${reserve}${name}${role === '' ? '' : `, ${role}`} · ${manner}`;
}

/** Where it is printed, and how the speaker was reached, as small print. */
function sourceLine({ article, paragraph, speaker, also }: Quotation): string {
  const outlets = [...new Set(also.map(({ outlet, title }) => outlet ?? title))];
  const known = speaker !== null && speaker.confidence >= probable;
  const parts = [
    inline(article.title, 120),
    inline(article.outlet ?? '', 80),
    inline(article.date ?? '', 20),
    paragraph === 0 ? 'headline' : `paragraph ${paragraph}`,
    known ? inline(speaker.resolved ?? '', 120) : '',
    outlets.length > 0 ? `also in ${inline(outlets.slice(0, 3).join(', '), 120)}` : '',
  ];
  return `-# ${parts.filter((part) => part !== '').join(' · ')}`;
}

/** Where the article can be read, when Discord takes the address. */
function linkOf({ article }: Quotation): { link?: { label: string; url: string } } {
  if (article.url === null || !URL.canParse(article.url)) return {};
  const { protocol, href } = new URL(article.url);
  if (!['http:', 'https:'].includes(protocol) || href.length > budget.url) return {};
  return { link: { label: 'Read the article', url: href } };
}

/** Sections of plain lines, cut between lines wherever a page is full, and inside a line only if it fills one alone. */
function pageEntries({ sections, message }: PageAnswer, room: number): Entry[] {
  const blocks = sections.flatMap(({ title = '', lines: printed }) => {
    const heading = escapeMarkdown(shorten(title, 200));
    const body = printed.flatMap((line) => lines(line).flatMap((each) => pieces(each, room - 500)));
    return filled(heading === '' ? '' : `### ${heading}`, body, room);
  });
  const said = message === undefined ? [] : pieces(message, room).map((words) => ({ text: words, group: plain }));
  return [...said, ...blocks.map((text) => ({ text, group: plain }))];
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

function inline(words: string, most: number): string {
  return escapeMarkdown(shorten(words, most));
}

/** Bold, unless there is nothing to make bold. */
function bold(escaped: string): string {
  return escaped === '' ? '' : `**${escaped}**`;
}
