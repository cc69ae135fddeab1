import type { Article } from '../core/article.ts';
import { readLayout } from '../core/layout.ts';

/** The article of a plain text file, or why there is none. `text` is the whole file as printed. */
export function readPlainText(id: string, text: string): Article | { readonly problem: string } {
  if (text.trim() === '') return { problem: 'the file is empty' };
  const layout = readLayout(text);
  if (layout.paragraphs.length === 0) return { problem: 'there is a title and no body' };
  const lone =
    layout.headline === null &&
    !/\n/.test(text.trim()) &&
    text.trim().length < 120 &&
    !/[.!?…]["'’”»]?$/.test(text.trim());
  if (lone) return { problem: 'there is a title and no body' };
  return {
    id,
    title: layout.title ?? firstWords(text),
    outlet: layout.outlet,
    date: layout.date,
    author: null,
    url: null,
    text,
    headline: layout.headline,
    paragraphs: layout.paragraphs,
    dateline: layout.dateline,
  };
}

/** A title for a text that has none: its first words, cut at a word. */
export function firstWords(text: string): string {
  const line = text.trim().split(/\s+/).join(' ');
  if (line.length <= 80) return line;
  const cut = line.lastIndexOf(' ', 80);
  return `${line.slice(0, cut > 0 ? cut : 80)} …`;
}
