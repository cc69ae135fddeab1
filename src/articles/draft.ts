import type { Article } from '../core/article.ts';
import { readLayout } from '../core/layout.ts';
import type { Range } from '../core/range.ts';

/** What is known of an article besides its text. */
export interface Metadata {
  readonly title?: string | null | undefined;
  readonly outlet?: string | null | undefined;
  readonly date?: string | null | undefined;
  readonly author?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** What a format gives of an article, before its layout is read. */
export interface Draft extends Metadata {
  /** As printed; paragraphs parted by blank lines. */
  readonly text: string;
  /** Where the headline stands at the start of `text`, or null for none; left out, the layout tells. */
  readonly headline?: Range | null;
}

/** Longer than any printed article, in UTF-16 code units: what is longer would hold up the reading of all others. */
const longestText = 1_000_000;
/** The same for a paragraph: a file without line ends is no article. */
const longestParagraph = 200_000;

const wordGiantLine = `it holds a line of more than ${longestParagraph / 1000},000 characters`;

/** Why a text with a line longer than any paragraph is not read; null when it has none. */
export function refuseGiantLine(text: string): string | null {
  for (let start = 0; text.length - start > longestParagraph; ) {
    const end = text.indexOf('\n', start);
    if (end < 0 || end - start > longestParagraph) return wordGiantLine;
    start = end + 1;
  }
  return null;
}

/**
 * The article of a draft, or why there is none. What the source does not say is read from the layout: title, the
 * agency of the dateline, the date. `nameDay` is the date in the file's name, taken when nothing else tells one.
 */
export function finishDraft(
  id: string,
  draft: Draft,
  nameDay: string | null = null,
): Article | { readonly problem: string } {
  const { text } = draft;
  if (text.trim() === '') return { problem: 'there is no text in it' };
  if (text.length > longestText) return { problem: `the text is longer than ${longestText / 1e6} million characters` };
  if (text.includes('\0')) return { problem: 'the text holds NUL characters' };
  if (/\p{Surrogate}/u.test(text)) return { problem: 'the text holds half a character (an unpaired surrogate)' };
  const layout = readLayout(text, draft.headline);
  if (layout.paragraphs.length === 0) return { problem: 'there is a title and no body' };
  const giant = layout.paragraphs.find(([start, end]) => end - start > longestParagraph);
  if (giant !== undefined) return { problem: wordGiantLine };
  return {
    id: id.replaceAll(/[/\\]/g, '~'),
    title: draft.title ?? layout.title ?? firstWords(text),
    outlet: draft.outlet ?? layout.outlet,
    date: draft.date ?? layout.date ?? nameDay,
    author: draft.author ?? null,
    url: draft.url ?? null,
    collection: null,
    tags: draft.tags ?? [],
    text,
    headline: layout.headline,
    paragraphs: layout.paragraphs,
    dateline: layout.dateline,
  };
}

/** Puts a title that is kept apart from the body before it, unless the body prints it already. */
export function headed(title: string | null, body: string, printed: Range | null): Pick<Draft, 'text' | 'headline'> {
  if (printed !== null) return { text: body, headline: printed };
  if (title === null) return { text: body };
  const first = body.slice(0, title.length);
  if (first === title && /^(?:\n|$)/.test(body.slice(title.length))) return { text: body, headline: [0, title.length] };
  return { text: `${title}\n\n${body}`, headline: [0, title.length] };
}

/** A title for a text that has none: its first words, cut at a word. */
function firstWords(text: string): string {
  const line = text.trim().slice(0, 400).split(/\s+/).join(' ');
  if (line.length <= 80) return line;
  const cut = line.lastIndexOf(' ', 80);
  return `${line.slice(0, cut > 0 ? cut : 80)} …`;
}
