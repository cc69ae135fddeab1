import type { Article } from '../core/article.ts';
import { readLayout } from '../core/layout.ts';
import { firstWords } from './plain-text.ts';
import { articleRecord, wordIssue } from './record.ts';

/** One line of a JSON Lines file: an article, or why it is none. `ownId` tells that the source gave the id. */
export type ReadLine =
  | { readonly line: number; readonly article: Article; readonly ownId: boolean }
  | { readonly line: number; readonly problem: string };

/**
 * Reads `{"id"?,"title"?,"outlet"?,"date"?,"author"?,"url"?,"text"}` a line; blank lines are passed over. An article
 * without an id gets the file's with its line. A bad line never costs the others.
 */
export function readJsonLines(fileId: string, text: string): ReadLine[] {
  const read: ReadLine[] = [];
  let line = 0;
  for (const source of text.split('\n')) {
    line += 1;
    if (source.trim() !== '') read.push(readRecord(fileId, source, line));
  }
  return read;
}

function readRecord(fileId: string, source: string, line: number): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { line, problem: 'the line is not JSON' };
  }
  const record = articleRecord.safeParse(value);
  if (!record.success) return { line, problem: wordIssue(record.error) };
  const { id, title, outlet, date, author, url, text } = record.data;
  const layout = readLayout(text);
  if (layout.paragraphs.length === 0) return { line, problem: 'text: there is a title and no body' };
  const article: Article = {
    id: (id ?? `${fileId}-${line}`).replaceAll(/[/\\]/g, '~'),
    title: title ?? layout.title ?? firstWords(text),
    outlet: outlet ?? layout.outlet,
    date: date ?? layout.date,
    author: author ?? null,
    url: url ?? null,
    text,
    headline: layout.headline,
    paragraphs: layout.paragraphs,
    dateline: layout.dateline,
  };
  return { line, article, ownId: id !== undefined && id !== null };
}
