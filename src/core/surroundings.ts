import type { ContextParagraph } from './archive.ts';
import type { Article } from './article.ts';
import { fingerprint } from './fingerprint.ts';
import { overlaps, type Range } from './range.ts';

/**
 * The short key of a statement: where it starts, so that it is found again without a table of all keys, and a
 * fingerprint that tells whether its words are still the same.
 */
export function keyOf({ id, text }: Article, [start, end]: Range): string {
  return `${start.toString(36)}-${fingerprint(id, text.slice(start, end), String(start))}`;
}

/** Where the statement with this key starts; null when no key looks like that. */
export function startIn(key: string): number | null {
  const [, start] = /^([0-9a-z]{1,10})-[\w-]{12}$/.exec(key) ?? [];
  return start === undefined ? null : Number.parseInt(start, 36);
}

/** The paragraphs of an article; the headline, where it is printed, is number 0. */
export function paragraphsOf({ text, headline, paragraphs }: Article): ContextParagraph[] {
  const blocks = [...(headline === null ? [] : [headline]), ...paragraphs];
  const first = headline === null ? 1 : 0;
  return blocks.map(([start, end], index) => ({
    start,
    end,
    paragraph: first + index,
    text: text.slice(start, end),
  }));
}

/** The paragraphs that a range reaches into, with the one before and the one after. */
export function paragraphsAround(article: Article, range: Range): ContextParagraph[] {
  const blocks = paragraphsOf(article);
  const first = blocks.findIndex(({ start, end }) => overlaps([start, end], range));
  const last = blocks.findLastIndex(({ start, end }) => overlaps([start, end], range));
  if (first < 0) return [];
  return blocks.slice(Math.max(0, first - 1), last + 2);
}
