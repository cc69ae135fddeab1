import { readFileSync } from 'node:fs';
import { analyse } from '../core/language/analysis.ts';
import type { Range } from '../core/range.ts';
import type { IndexEntry } from '../core/search/search-index.ts';

/** A passage of a file that search is measured with. */
export interface FilePassage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The lines of a JSON Lines file, which are taken at their word. Throws when the file or a line cannot be read. */
export function readLines<Line>(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** A passage as an article of its own, without statements, with its paragraphs as given. */
export function entryOf({ id, title, text }: FilePassage, paragraphs: readonly Range[]): IndexEntry {
  return {
    article: {
      id,
      title,
      outlet: null,
      date: null,
      author: null,
      url: null,
      text,
      headline: null,
      paragraphs,
      dateline: null,
      collection: null,
      tags: [],
    },
    sentences: analyse(text, paragraphs).sentences,
    statements: [],
  };
}
