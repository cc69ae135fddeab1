import type { ArticleReference } from './article.ts';
import type { StatementKind } from './quotation/statement.ts';
import type { Range } from './range.ts';
import type { Polarity } from './stance/stance.ts';

/** Who said a quotation, as shown to a reader. Offsets are UTF-16 into the article's text, end-exclusive. */
export interface QuotationSpeaker {
  readonly name: string;
  readonly mention: Range | null;
  readonly role?: string;
  /** The name that the article gives the same person elsewhere, when `name` is a description. */
  readonly alias?: string;
  /** How the name was reached when the mention is not it ("named Okell later in the article"). */
  readonly resolved?: string;
  readonly confidence: number;
}

/**
 * A statement as answers show it. `text` is `article.text.slice(start, end)`: from the first piece's start to the last
 * one's end, a speech tag between them as printed.
 */
export interface Quotation {
  /** Short and stable while the article's words stay the same. */
  readonly key: string;
  readonly text: string;
  readonly article: ArticleReference;
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Range[];
  /** Counted from 1; 0 is the headline. */
  readonly paragraph: number;
  readonly kind: StatementKind;
  /** Null when the article does not make clear who speaks, and for the article's own voice. */
  readonly speaker: QuotationSpeaker | null;
  readonly cue?: Range;
  /** The words that matched the question, as ranges of the article's text. */
  readonly matches: readonly Range[];
  /** Other articles that print the same words. */
  readonly also: readonly ArticleReference[];
}

/** What somebody holds on something, with the words that show it. `towards` stands in `evidence[0]`'s article. */
export interface Position {
  readonly polarity: Polarity;
  readonly towards: { readonly text: string; readonly start: number; readonly end: number };
  readonly evidence: readonly Quotation[];
  /** Who holds it, as the article names them. */
  readonly holder: string;
  readonly date: string | null;
  readonly confidence: number;
}

/** A value for a command's option, and how it is shown in a list. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

export interface QuoteQuery {
  readonly text?: string | undefined;
  readonly speaker?: string | undefined;
  readonly outlet?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind?: StatementKind | undefined;
}

export interface QuoteResult {
  /** The best first; all of them, front ends cut. */
  readonly quotations: readonly Quotation[];
  readonly total: number;
  /** The names the archive knows the asked-for speaker by. */
  readonly speaker?: string;
  /** What was searched instead of what was typed ("maduro" is in no article, "madoro" is), when that happened. */
  readonly corrected?: string;
  /** What the query names that the archive does not hold, with the nearest things it does. */
  readonly unknown?: { readonly option: 'speaker' | 'outlet' | 'text'; readonly nearest: readonly string[] };
}

export interface StanceResult {
  /** The names the archive knows the two sides by. */
  readonly holder: string;
  readonly about: string;
  readonly positions: readonly Position[];
  readonly corrected?: string;
  readonly unknown?: { readonly option: 'actor' | 'about'; readonly nearest: readonly string[] };
}

/** What an archive holds, in numbers. */
export interface ArchiveSize {
  readonly articles: number;
  readonly statements: number;
  readonly stances: number;
}

/**
 * Everything a command may ask. The in-memory archive answers from memory; the questions are asynchronous so that
 * another store can stand behind the same interface. No question throws on any input.
 */
export interface Archive {
  /** A hash of the articles' content: the same articles give the same version in every process. */
  readonly version: string;
  readonly size: ArchiveSize;
  quote(query: QuoteQuery): Promise<QuoteResult>;
  stance(actor: string, about: string | undefined): Promise<StanceResult>;
  suggestActors(typed: string): Promise<readonly Suggestion[]>;
  suggestAbout(typed: string, actor: string | undefined): Promise<readonly Suggestion[]>;
  suggestSpeakers(typed: string): Promise<readonly Suggestion[]>;
  suggestSubjects(typed: string): Promise<readonly Suggestion[]>;
  suggestOutlets(typed: string): Promise<readonly Suggestion[]>;
}
