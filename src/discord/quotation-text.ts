import type { Quotation } from '../core/archive.ts';
import type { ArticleReference } from '../core/article.ts';
import { certain, probable } from '../core/quotation/statement.ts';
import { rebase } from '../core/range.ts';
import type { Wording } from '../wording/wording.ts';
import { budget } from './budget.ts';
import type { Entry, EntryButton } from './entry.ts';
import { ellipsis, excerptEnd, inline, inset, shorten } from './excerpt.ts';
import { costs, type Marks, mark, quote } from './markdown.ts';
import { quotationAction } from './paging.ts';

/**
 * The words as a block quote under who said them and how, above where they are printed, and what can be done with
 * them; `of` says whose they are where several stand together.
 */
export function quotationBlock(
  quotation: Quotation,
  wording: Wording,
  room: number,
  of = '',
): Pick<Entry, 'text' | 'buttons'> {
  const above = speakerLine(quotation, wording);
  const below = sourceLine(quotation, wording);
  const { text, start, matches } = quotation;
  const left = room - above.length - below.length - 2;
  const { words, isCut } = quoteWithin(text, { bold: rebase(matches, start) }, left);
  return { text: `${above}\n${words}\n${below}`, buttons: buttonsOf(quotation, wording, isCut, of) };
}

/** Printed words as a block quote, whole or, when there is no room, cut at a sentence's end with a sign of it. */
export function quotedWords(text: string, marks: Marks, room: number): string {
  return quoteWithin(text, marks, room).words;
}

function quoteWithin(text: string, marks: Marks, room: number): { readonly words: string; readonly isCut: boolean } {
  const shown = (end: number) => quote(mark(text.slice(0, end), marks));
  // What is beyond the room need not be counted to be known not to fit.
  const cost = costs(text.slice(0, Math.max(room, 0) + 1), marks);
  if (excerptEnd(text, cost, room) === text.length) return { words: shown(text.length), isCut: false };
  const cut = ` ${ellipsis}`;
  return { words: `${shown(excerptEnd(text, cost, room - cut.length))}${cut}`, isCut: true };
}

/** "**Mara Okell**, mayor of Velmouth · said", with the reserve that the confidence asks for. */
export function speakerLine({ speaker, kind, article }: Quotation, { quotation: words }: Wording): string {
  const manner = words.manners[kind];
  if (kind === 'own') return `${bold(inset(article.outlet ?? '', 80) || words.theArticle)} · ${manner}`;
  if (speaker === null || speaker.confidence < probable) return `*${words.unclear}* · ${manner}`;
  const name = bold(inset(speaker.name, 120) || words.unnamed);
  const role = speaker.role === undefined || speaker.role === speaker.name ? '' : inset(speaker.role, 120);
  const reserve = speaker.confidence < certain ? `${words.probably} ` : '';
  return `${reserve}${name}${role === '' ? '' : `, ${role}`} · ${manner}`;
}

/** Where a quotation is printed, and how the speaker was reached, as small print. */
function sourceLine({ article, paragraph, speaker, also }: Quotation, wording: Wording): string {
  const { quotation: words } = wording;
  const resolved = speaker !== null && speaker.confidence >= probable ? speaker.resolved : undefined;
  return placeLine(article, paragraph, wording, [
    resolved === undefined ? '' : inline(words.resolution(resolved), 100),
    alsoIn(also, wording),
  ]);
}

/** Which other outlets print the same; empty for none. */
export function alsoIn(also: readonly ArticleReference[], { quotation: words }: Wording): string {
  const outlets = [...new Set(also.map(({ outlet, title }) => outlet ?? title))];
  return outlets.length > 0 ? inline(words.also(outlets.slice(0, 3)), 90) : '';
}

/** Title, outlet, date and paragraph, and what else there is to say about it, as small print. */
export function placeLine(
  { title, outlet, date }: ArticleReference,
  paragraph: number,
  { quotation: words }: Wording,
  more: readonly string[] = [],
): string {
  const place = paragraph === 0 ? words.headline : words.paragraph(paragraph);
  const parts = [inset(title, 120), inset(outlet ?? '', 60), inset(date ?? '', 20), place, ...more];
  return `-# ${parts.filter((part) => part !== '').join(' · ')}`;
}

function buttonsOf({ article, link, key }: Quotation, { message }: Wording, isCut: boolean, of: string): EntryButton[] {
  const whose = (label: string) => (of === '' ? label : shorten(message.whose(label, of), budget.label));
  const asking = (label: string, name: Parameters<typeof quotationAction>[0]): EntryButton[] => {
    const action = quotationAction(name, key);
    return action === undefined ? [] : [{ label: whose(label), action }];
  };
  return [
    ...linkOf(link ?? article.url, whose(message.read)),
    ...(isCut ? asking(message.whole, 'whole') : []),
    ...asking(message.context, 'context'),
    ...asking(message.cite, 'cite'),
  ];
}

/** Where the article can be read, when Discord takes the address. */
export function linkOf(url: string | null, label: string): EntryButton[] {
  if (url === null || !URL.canParse(url)) return [];
  const { protocol, href } = new URL(url);
  return ['http:', 'https:'].includes(protocol) && href.length <= budget.url ? [{ label, url: href }] : [];
}

/** Bold, unless there is nothing to make bold. */
export function bold(escaped: string): string {
  return escaped === '' ? '' : `**${escaped}**`;
}
