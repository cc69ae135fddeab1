import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Quotation } from '../core/archive.ts';
import { certain, probable } from '../core/quotation/statement.ts';
import { cards, manners } from '../presentation.ts';
import { type Entry, plain } from './entry.ts';
import { excerptEnd, shorten } from './excerpt.ts';
import { escapeMarkdown, lines } from './markdown.ts';
import { quotationAction } from './paging.ts';
import { linkOf } from './quotation-text.ts';
import { renderEntry } from './rendering.ts';

/** What stands on a picture card of a quotation: its words whole, whose they are, and where they are printed. */
export function captionOf(quotation: Quotation): {
  readonly words: string;
  readonly speaker: string;
  readonly source: string;
} {
  const { text, article, kind } = quotation;
  const outlet = shorten(article.outlet ?? '', 60) || 'The article';
  return {
    words: text,
    speaker: kind === 'own' ? `${outlet}, ${manners.own}` : speakerOf(quotation),
    source: [`“${titleOf(quotation)}”`, ...placeOf(quotation)].join(', '),
  };
}

/** How much of the words a citation holds at most; less where the rest of it is long. */
const longest = 1_200;
/** What both forms may take together. */
const room = 3_700;

/** A quotation as a citation to copy: as plain text, and as Markdown; with a button for a card where cards are drawn. */
export function renderCitation(quotation: Quotation, hasCards: boolean): APIMessageTopLevelComponent[] {
  const { article, link, key } = quotation;
  const card = hasCards ? quotationAction('card', key) : undefined;
  let text = '';
  for (let most = longest; text === '' || text.length > room; most = Math.floor(most / 2)) {
    const words = cut(quotation.text, most);
    text = [
      '-# Plain text',
      codeBlock(citeAsText(quotation, words)),
      '-# Markdown',
      codeBlock(citeAsMarkdown(quotation, words)),
    ].join('\n');
  }
  const entry: Entry = { text, group: plain, buttons: linkOf(link ?? article.url) };
  return renderEntry('Cite', entry, card === undefined ? [] : [{ action: card, label: cards.button, disabled: false }]);
}

/** `“words” — Mara Okell, mayor of Velmouth. “Harbour to stay”, Coast Daily, 2021-03-04, paragraph 3. https://…` */
function citeAsText(quotation: Quotation, words: string): string {
  const who = speakerOf(quotation);
  const [opening, closing] = words.includes('"') ? ['"', '"'] : ['“', '”'];
  const said = `${opening}${words}${closing}${who === '' ? '' : ` — ${who}`}`;
  const source = [`“${titleOf(quotation)}”`, ...placeOf(quotation)].join(', ');
  return [`${said}.`, `${source}.`, ...addressOf(quotation)].join(' ');
}

/** The same as a block quote with the title linked. */
function citeAsMarkdown(quotation: Quotation, words: string): string {
  const title = escapeMarkdown(titleOf(quotation));
  // In angle brackets an address may hold round ones.
  const [linked = title] = addressOf(quotation).map((address) => `[${title}](<${address}>)`);
  const who = escapeMarkdown(speakerOf(quotation));
  const place = placeOf(quotation).map(escapeMarkdown);
  const source = [...(who === '' ? [] : [who]), linked, ...place].join(', ');
  return [...lines(escapeMarkdown(words)).map((line) => `> ${line}`), '>', `> — ${source}`].join('\n');
}

/** Who is answerable for the words; nobody where they are the outlet's own. */
function speakerOf({ speaker, kind }: Quotation): string {
  if (kind === 'own') return '';
  if (speaker === null || speaker.confidence < probable) return 'speaker not clear in the article';
  const { name, role, confidence } = speaker;
  const parts = [name, role === undefined || role === name ? '' : role].map((part) => shorten(part, 80));
  const reserve = confidence < certain ? 'probably ' : '';
  return `${reserve}${parts.filter((part) => part !== '').join(', ')}${kind === 'indirect' ? ', as reported' : ''}`;
}

function titleOf({ article }: Quotation): string {
  return shorten(article.title, 120);
}

function placeOf({ article: { outlet, date }, paragraph }: Quotation): string[] {
  const parts = [shorten(outlet ?? '', 60), shorten(date ?? '', 20)];
  return [...parts.filter((part) => part !== ''), paragraph === 0 ? 'headline' : `paragraph ${paragraph}`];
}

/** The article's address alone: a directive to a place in it is for browsers, not for a bibliography. */
function addressOf({ article }: Quotation): string[] {
  return linkOf(article.url).flatMap((each) => ('url' in each ? [each.url] : []));
}

function cut(text: string, most: number): string {
  const end = excerptEnd(text, (at) => at, most);
  return end === text.length ? text : `${text.slice(0, end)} […]`;
}

/** A block whose text is copied as it is. Words that would end it stand escaped instead. */
function codeBlock(text: string): string {
  return text.includes('```') ? escapeMarkdown(text) : `\`\`\`\n${text}\n\`\`\``;
}
