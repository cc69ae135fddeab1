import type { ArticleReference } from './article.ts';
import type { Resolution, StatementKind } from './quotation/statement.ts';
import type { Range } from './range.ts';
import type { Polarity } from './stance/stance.ts';
import type { Remark } from './verify/remark.ts';

/** Who said a quotation, as shown to a reader. Offsets are UTF-16 into the article's text, end-exclusive. */
export interface QuotationSpeaker {
  readonly name: string;
  readonly mention: Range | null;
  readonly role?: string;
  /** The name that the article gives the same person elsewhere, when `name` is a description. */
  readonly alias?: string;
  /** How the name was reached when the mention is not it. */
  readonly resolved?: Resolution;
  readonly confidence: number;
}

/**
 * A statement as answers show it. `text` is `article.text.slice(start, end)`: from the first piece's start to the last
 * one's end, a speech tag between them as printed.
 */
export interface Quotation {
  /** Short, of `[\w-]`, and stable while the article's words stay the same: `Archive.context` finds it again. */
  readonly key: string;
  readonly text: string;
  readonly article: ArticleReference;
  /** The article's address opened at the quotation, where there is one that finds it. */
  readonly link?: string | undefined;
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
  /** The newest of them; `total` says how many there are. */
  readonly evidence: readonly Quotation[];
  readonly total: number;
  /** Who holds it, as the article names them. */
  readonly holder: string;
  readonly date: string | null;
  readonly confidence: number;
  /** Set where only the article, not the position's own sentence, is about what was asked: listed last, never counted. */
  readonly distant?: boolean;
}

/** A run of an article that may answer a question. Offsets are UTF-16 into the article's text, end-exclusive. */
export interface Passage {
  readonly text: string;
  readonly article: ArticleReference;
  readonly start: number;
  readonly end: number;
  /** Counted from 1; 0 is the headline. */
  readonly paragraph: number;
  /** 0 to 1, comparable between questions: how likely the passage is to answer. */
  readonly score: number;
  /** The sentence in it that answers best. */
  readonly sentence: Range;
  /** Words of the question, and words of the type it asks for (a name, a date, a place, a number). */
  readonly matches: readonly Range[];
  readonly typed: readonly Range[];
  /** Other articles that print mostly the same, and this passage word for word. */
  readonly also: readonly ArticleReference[];
}

/** How a question was read: as one for passages, for what somebody said, or for what somebody holds. */
export type Reading = 'passages' | 'quotations' | 'positions';

export interface AskResult {
  readonly reading: Reading;
  /** The pieces of the reading, as the archive names them: who said it or holds it, about what. */
  readonly who?: string;
  readonly about?: string;
  /** Whether what is listed answers the question; if not, `passages` are only the nearest. */
  readonly answered: boolean;
  /** Whether no archive can hold an answer ("what do you think …?"). */
  readonly unanswerable: boolean;
  readonly quotations: readonly Quotation[];
  readonly positions: readonly Position[];
  readonly passages: readonly Passage[];
  readonly total: number;
  readonly corrected?: string;
  /** Set when there is no collection of the asked-for name: those there are. */
  readonly collections?: readonly string[];
}

/** What became of a quotation somebody posted. */
export type Verdict = 'verbatim' | 'abridged' | 'altered' | 'misattributed' | 'reported' | 'not found';

export interface VerifyResult {
  readonly verdict: Verdict;
  /** The printed statement; with `not found`, the nearest one, only if it is near. */
  readonly quotation?: Quotation;
  /** The whole printed sentence around the words, so that a cut is seen. */
  readonly around?: { readonly text: string; readonly start: number; readonly end: number };
  /** From the claim to the print: `removed` stands only in the claim, `added` only in the print. */
  readonly differences?: readonly { readonly op: 'same' | 'removed' | 'added'; readonly text: string }[];
  /** That the sentence goes on, that a negation, a number or a name differs. */
  readonly remarks: readonly Remark[];
}

/** A paragraph of an article. Offsets are UTF-16 into the article's text, end-exclusive. */
export interface ContextParagraph {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Counted from 1; 0 is the headline. */
  readonly paragraph: number;
}

/** A quotation where it stands: the paragraphs it is in, with the one before and the one after. */
export interface QuotationContext {
  readonly quotation: Quotation;
  readonly paragraphs: readonly ContextParagraph[];
}

/** An article whole: every paragraph as printed, the headline among them, and what is attributed to somebody in it. */
export interface ArticlePage {
  /** The address is the article's own, whatever links elsewhere lead to. */
  readonly article: ArticleReference & { readonly author: string | null };
  readonly paragraphs: readonly ContextParagraph[];
  /** In order of position, without the article's own voice. */
  readonly statements: readonly Quotation[];
}

/** What is counted of something that is suggested. */
export type Counted = 'articles' | 'positions' | 'statements';

/** A value for a command's option, and how it is shown in a list: its name and, where counted, how often it is there. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
  readonly count?: { readonly number: number; readonly of: Counted };
}

export interface QuoteQuery {
  readonly text?: string | undefined;
  readonly speaker?: string | undefined;
  readonly outlet?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind?: StatementKind | undefined;
  readonly collection?: string | undefined;
}

export interface StanceQuery {
  readonly actor: string;
  /** Everything when absent. */
  readonly about?: string | undefined;
  readonly collection?: string | undefined;
}

export interface AskQuery {
  readonly question: string;
  readonly collection?: string | undefined;
}

export interface QuoteResult {
  /** The best first; all of them, front ends cut. */
  readonly quotations: readonly Quotation[];
  readonly total: number;
  /** Set when no statement on record has every word, and these have most of them. */
  readonly partial?: boolean;
  /** The names the archive knows the asked-for speaker by. */
  readonly speaker?: string;
  /** What was searched instead of what was typed ("maduro" is in no article, "madoro" is), when that happened. */
  readonly corrected?: string;
  /** What the query names that the archive does not hold, with the nearest things it does. */
  readonly unknown?: {
    readonly option: 'speaker' | 'outlet' | 'collection' | 'text';
    readonly nearest: readonly string[];
  };
}

export interface StanceResult {
  /** The names the archive knows the two sides by. */
  readonly holder: string;
  readonly about: string;
  /** The best of them, each with what shows it. */
  readonly positions: readonly Position[];
  /** How many there are; of those on the subject itself, how many are for it and against it. */
  readonly total: number;
  readonly supports: number;
  readonly opposes: number;
  readonly corrected?: string;
  readonly unknown?: { readonly option: 'actor' | 'about' | 'collection'; readonly nearest: readonly string[] };
}

/** An outlet or a collection: how many articles, and from when to when as far as they are dated. */
export interface Source {
  readonly name: string;
  readonly articles: number;
  readonly oldest: string | null;
  readonly newest: string | null;
}

export interface SourcesResult {
  /** The one with most articles first. Articles without an outlet are not counted here. */
  readonly outlets: readonly Source[];
  readonly collections: readonly Source[];
  readonly withoutOutlet: number;
  readonly withoutDate: number;
}

export interface ArticleResult {
  /** Null when no article has that id or title. */
  readonly article: (ArticleReference & { readonly author: string | null; readonly collection: string | null }) | null;
  /** The first paragraph, as printed. */
  readonly opening: string;
  /** Who speaks in it and how often, the most frequent first; statements of nobody in particular are left out. */
  readonly speakers: readonly { readonly name: string; readonly statements: number }[];
  readonly statements: number;
  /** Other articles that print mostly the same. */
  readonly copies: readonly ArticleReference[];
  /** Titles that resemble what was typed. */
  readonly nearest: readonly string[];
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
  stance(query: StanceQuery): Promise<StanceResult>;
  ask(query: AskQuery): Promise<AskResult>;
  /** Whether a quotation is printed; `speaker` is who is claimed to have said it, as typed. */
  verify(claim: string, speaker: string | undefined): Promise<VerifyResult>;
  sources(): Promise<SourcesResult>;
  /** An article by its id, its title, or words of its title that no other has. */
  article(idOrTitle: string): Promise<ArticleResult>;
  /** The article with this id, whole; null when there is none. */
  page(id: string): Promise<ArticlePage | null>;
  suggestArticles(typed: string): Promise<readonly Suggestion[]>;
  /** The quotation with this key in its surroundings; null when the articles no longer hold it. */
  context(key: string): Promise<QuotationContext | null>;
  suggestActors(typed: string): Promise<readonly Suggestion[]>;
  suggestAbout(typed: string, actor: string | undefined): Promise<readonly Suggestion[]>;
  suggestSpeakers(typed: string): Promise<readonly Suggestion[]>;
  suggestSubjects(typed: string): Promise<readonly Suggestion[]>;
  suggestOutlets(typed: string): Promise<readonly Suggestion[]>;
  suggestCollections(typed: string): Promise<readonly Suggestion[]>;
}
