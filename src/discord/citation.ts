import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Quotation } from '../core/archive.ts';
import { certain, probable } from '../core/quotation/statement.ts';
import { isolate } from '../wording/direction.ts';
import type { Wording } from '../wording/wording.ts';
import { type Entry, plain } from './entry.ts';
import { excerptEnd, shorten } from './excerpt.ts';
import { escapeMarkdown, lines } from './markdown.ts';
import { quotationAction } from './paging.ts';
import { linkOf } from './quotation-text.ts';
import { renderEntry } from './rendering.ts';

/** How what is printed stands in a line of the bot's own. */
type Enclose = (printed: string) => string;

/** A picture has no marks of direction in it: what draws it refuses them. */
const bare: Enclose = (printed) => printed;

/** What stands on a picture card of a quotation: its words whole, whose they are, and where they are printed. */
export function captionOf(
  quotation: Quotation,
  wording: Wording,
): {
  readonly words: string;
  readonly speaker: string;
  readonly source: string;
} {
  const { text, article, kind } = quotation;
  const { manners, theArticle } = wording.quotation;
  const outlet = shorten(article.outlet ?? '', 60) || theArticle;
  return {
    words: text,
    speaker: kind === 'own' ? `${outlet}, ${manners.own}` : speakerOf(quotation, wording, bare),
    source: [`“${titleOf(quotation, bare)}”`, ...placeOf(quotation, wording, bare)].join(', '),
  };
}

/** How much of the words a citation holds at most; less where the rest of it is long. */
const longest = 1_200;
/** What both forms may take together. */
const room = 3_700;

/** A quotation as a citation to copy: as plain text, and as Markdown; with a button for a card where cards are drawn. */
export function renderCitation(
  quotation: Quotation,
  wording: Wording,
  hasCards: boolean,
): APIMessageTopLevelComponent[] {
  const { message } = wording;
  const { article, link, key } = quotation;
  const card = hasCards ? quotationAction('card', key) : undefined;
  let text = '';
  for (let most = longest; text === '' || text.length > room; most = Math.floor(most / 2)) {
    const words = cut(quotation.text, most);
    text = [
      `-# ${message.plainText}`,
      codeBlock(citeAsText(quotation, words, wording)),
      `-# ${message.markdown}`,
      codeBlock(citeAsMarkdown(quotation, words, wording)),
    ].join('\n');
  }
  const entry: Entry = { text, group: plain, buttons: linkOf(link ?? article.url, message.read) };
  const row = card === undefined ? [] : [{ action: card, label: message.card, disabled: false }];
  return renderEntry(message.cite, entry, row);
}

/** `“words” — Mara Okell, mayor of Velmouth. “Harbour to stay”, Coast Daily, 2021-03-04, paragraph 3. https://…` */
function citeAsText(quotation: Quotation, words: string, wording: Wording): string {
  const who = speakerOf(quotation, wording);
  const [opening, closing] = words.includes('"') ? ['"', '"'] : ['“', '”'];
  const said = `${opening}${words}${closing}${who === '' ? '' : ` — ${who}`}`;
  const source = [`“${titleOf(quotation)}”`, ...placeOf(quotation, wording)].join(', ');
  return [`${said}.`, `${source}.`, ...addressOf(quotation)].join(' ');
}

/** The same as a block quote with the title linked. */
function citeAsMarkdown(quotation: Quotation, words: string, wording: Wording): string {
  const title = escapeMarkdown(titleOf(quotation));
  // In angle brackets an address may hold round ones.
  const [linked = title] = addressOf(quotation).map((address) => `[${title}](<${address}>)`);
  const who = escapeMarkdown(speakerOf(quotation, wording));
  const place = placeOf(quotation, wording).map(escapeMarkdown);
  const source = [...(who === '' ? [] : [who]), linked, ...place].join(', ');
  return [...lines(escapeMarkdown(words)).map((line) => `> ${line}`), '>', `> — ${source}`].join('\n');
}

/** Who is answerable for the words; nobody where they are the outlet's own. */
function speakerOf({ speaker, kind }: Quotation, { quotation: said }: Wording, enclose: Enclose = isolate): string {
  if (kind === 'own') return '';
  if (speaker === null || speaker.confidence < probable) return said.unclear;
  const { name, role, confidence } = speaker;
  const parts = [name, role === undefined || role === name ? '' : role].map((part) => enclose(shorten(part, 80)));
  const reserve = confidence < certain ? `${said.probably} ` : '';
  const named = [...parts, kind === 'indirect' ? said.asReported : ''].filter((part) => part !== '');
  return `${reserve}${named.join(', ')}`;
}

function titleOf({ article }: Quotation, enclose: Enclose = isolate): string {
  return enclose(shorten(article.title, 120));
}

function placeOf(
  { article: { outlet, date }, paragraph }: Quotation,
  { quotation: said }: Wording,
  enclose: Enclose = isolate,
): string[] {
  const parts = [shorten(outlet ?? '', 60), shorten(date ?? '', 20)].map(enclose);
  return [...parts.filter((part) => part !== ''), paragraph === 0 ? said.headline : said.paragraph(paragraph)];
}

/** The article's address alone: a directive to a place in it is for browsers, not for a bibliography. */
function addressOf({ article }: Quotation): string[] {
  return linkOf(article.url, '').flatMap((each) => ('url' in each ? [each.url] : []));
}

function cut(text: string, most: number): string {
  const end = excerptEnd(text, (at) => at, most);
  return end === text.length ? text : `${text.slice(0, end)} […]`;
}

/** A block whose text is copied as it is. Words that would end it stand escaped instead. */
function codeBlock(text: string): string {
  return text.includes('```') ? escapeMarkdown(text) : `\`\`\`\n${text}\n\`\`\``;
}
