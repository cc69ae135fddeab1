import type { Article } from '../core/article.ts';

/** A file's text with what its name tells. */
export interface SourceText {
  /** The id of an article that the file holds alone, and the beginning of those it holds beside others. */
  readonly id: string;
  readonly text: string;
  /** The day in the file's name, `YYYY-MM-DD`; it dates the article of a file that holds one. */
  readonly nameDay: string | null;
}

/**
 * One thing found in a file: an article, or something that is wrong. `place` is its line, or its number among the
 * entries of a JSON array, counted from 1; null for the file as a whole.
 */
export type Entry =
  | { readonly place: number | null; readonly article: Article }
  | { readonly place: number | null; readonly problem: string };

/** Turns what a draft became into an entry. */
export function entryOf(place: number | null, finished: Article | { readonly problem: string }): Entry {
  return 'problem' in finished ? { place, problem: finished.problem } : { place, article: finished };
}
