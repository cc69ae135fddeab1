import type { APIMessageTopLevelComponent } from 'discord.js';
import type { ContextParagraph, QuotationContext } from '../core/archive.ts';
import { overlaps, rebase } from '../core/range.ts';
import type { Wording } from '../wording/wording.ts';
import { budget } from './budget.ts';
import { type Entry, plain } from './entry.ts';
import { ellipsis } from './excerpt.ts';
import { linkOf, placeLine, quotedWords, speakerLine } from './quotation-text.ts';
import { renderEntry } from './rendering.ts';

/** How much room is kept for the paragraph before and for the one after. */
const neighbour = 600;

/** A quotation where it stands: the paragraphs around it as printed, the quotation itself in bold. */
export function renderContext(
  { quotation, paragraphs }: QuotationContext,
  wording: Wording,
): APIMessageTopLevelComponent[] {
  const { article, link, pieces, start, end } = quotation;
  const above = speakerLine(quotation, wording);
  const below = placeLine(article, quotation.paragraph, wording);
  let left = budget.text - above.length - below.length - 100;

  const holds = (block: ContextParagraph) => overlaps([block.start, block.end], [start, end]);
  const shown = new Map<ContextParagraph, string>();
  const show = (block: ContextParagraph, room: number) => {
    const words = shortened(block, start, pieces, room);
    shown.set(block, words);
    left -= words.length + 3;
  };
  // The quotation's own paragraphs get the room first; what they leave goes to the others.
  const others = paragraphs.filter((block) => !holds(block));
  const own = paragraphs.filter(holds);
  own.forEach((block, index) => {
    show(block, Math.floor((left - others.length * neighbour) / (own.length - index)));
  });
  others.forEach((block, index) => {
    show(block, Math.floor(left / (others.length - index)));
  });

  const words = paragraphs.map((block) => shown.get(block) ?? '').join('\n> \n');
  const buttons = linkOf(link ?? article.url, wording.message.read);
  const entry: Entry = { text: `${above}\n${words}\n${below}`, group: plain, buttons };
  return renderEntry(wording.message.context, entry);
}

/** A paragraph as a block quote. One too long is shown from the quotation's start on, so that this is there. */
function shortened(
  { text, start, end }: ContextParagraph,
  quoted: number,
  pieces: QuotationContext['quotation']['pieces'],
  room: number,
): string {
  const whole = quotedWords(text, { bold: rebase(pieces, start) }, room);
  const from = quoted > start && quoted < end && whole.endsWith(ellipsis) ? quoted : start;
  if (from === start) return whole;
  const rest = quotedWords(text.slice(from - start), { bold: rebase(pieces, from) }, room - ellipsis.length - 1);
  return rest.replace(/^> /, `> ${ellipsis} `);
}
