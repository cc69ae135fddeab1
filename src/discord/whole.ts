import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Quotation } from '../core/archive.ts';
import type { Wording } from '../wording/wording.ts';
import { budget } from './budget.ts';
import { plain } from './entry.ts';
import { excerptEnd } from './excerpt.ts';
import { costs, escapeMarkdown, quote } from './markdown.ts';
import { partAction } from './paging.ts';
import { linkOf, placeLine, speakerLine } from './quotation-text.ts';
import { pageButtons, renderEntry } from './rendering.ts';

/** One part of all the words of a quotation, from 0, with buttons to the others; past the end it is the last one. */
export function renderWhole(quotation: Quotation, wanted: number, wording: Wording): APIMessageTopLevelComponent[] {
  const { key, text, article, link, paragraph } = quotation;
  const above = speakerLine(quotation, wording);
  const below = placeLine(article, paragraph, wording);
  const parts = partsOf(text, budget.text - above.length - below.length - 100);
  const number = Math.min(wanted, parts.length - 1);
  const words = quote(escapeMarkdown(parts[number] ?? ''));
  const actions = [-1, 0, 1].map((step) => partAction(key, number + step));
  const [back, here, next] = actions;
  const row =
    parts.length > 1 && back !== undefined && here !== undefined && next !== undefined
      ? pageButtons(number, parts.length, wording, [back, here, next])
      : [];
  const buttons = linkOf(link ?? article.url, wording.message.read);
  const entry = { text: `${above}\n${words}\n${below}`, group: plain, buttons };
  return renderEntry(wording.message.wholeHeading, entry, row);
}

/** The words in parts that each fit, parted at sentence ends. */
function partsOf(text: string, room: number): string[] {
  const parts: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const end = Math.max(1, excerptEnd(rest, costs(rest.slice(0, room + 1)), room));
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return parts.length > 0 ? parts : [''];
}
