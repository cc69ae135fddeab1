import type { Range } from './range.ts';

/** A news article as printed. `text` is never changed after reading; every offset elsewhere points into it. */
export interface Article {
  /** Stable over reloads; derived from the file's relative path, or given by the source. Holds no slash. */
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  /** `YYYY-MM-DD` as the source gives it, without any zone shift. */
  readonly date: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** The folder of the archive it lies in: the first below the source. Null for one that lies in no folder. */
  readonly collection: string | null;
  /** Subjects the source gives it, as written there. */
  readonly tags: readonly string[];
  readonly text: string;
  /** Where the title stands in `text`, when it does. */
  readonly headline: Range | null;
  /** The paragraphs of the body, in order, not overlapping. A dateline is part of the first one, as printed. */
  readonly paragraphs: readonly Range[];
  /** Where the body's first words begin behind a dateline ("IRNA – "), when there is one. */
  readonly dateline: Range | null;
}

/** What every article has, and whatever else is known of one. */
type Known = Pick<Article, 'id' | 'title' | 'text' | 'paragraphs'> & Partial<Article>;

/** An article of which only so much is known. */
export function bareArticle(known: Known): Article {
  return {
    outlet: null,
    date: null,
    author: null,
    url: null,
    collection: null,
    tags: [],
    headline: null,
    dateline: null,
    ...known,
  };
}

/** Which article something stands in, as answers show it. */
export interface ArticleReference {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly url: string | null;
}

/** The reference to an article. */
export function referTo({ id, title, outlet, date, url }: ArticleReference): ArticleReference {
  return { id, title, outlet, date, url };
}
