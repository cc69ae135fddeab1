import { z } from 'zod';
import { bareArticle } from '../core/article.ts';
import { analyse } from '../core/language/analysis.ts';
import type { Range } from '../core/range.ts';
import type { IndexEntry } from '../core/search/search-index.ts';

/** A passage of a file that search is measured with. */
export const filePassage = z.object({ id: z.string(), title: z.string(), text: z.string() });

/** A passage as an article of its own, without statements, with its paragraphs as given. */
export function entryOf({ id, title, text }: z.infer<typeof filePassage>, paragraphs: readonly Range[]): IndexEntry {
  return {
    article: bareArticle({ id, title, text, paragraphs }),
    sentences: analyse(text, paragraphs).sentences,
    statements: [],
  };
}
