import type { Range } from '../range.ts';

export type Polarity = 'supports' | 'opposes';

/** What somebody holds: for or against a phrase as printed. Offsets are UTF-16 into the article's text, end-exclusive. */
export interface Stance {
  /** Where the holder stands; null when only the speaker of the statement holds it ("we"). */
  readonly holder: Range | null;
  /** The holder as a reader would name it: the mention's own words, or the resolved speaker for "we" and pronouns. */
  readonly holderName: string;
  readonly polarity: Polarity;
  /** The target phrase as printed. */
  readonly towards: Range;
  /** The words that show the stance: the quotation, or the sentence. */
  readonly content: Range;
  /** Index into the article's statements of the one that shows it. */
  readonly statement: number;
  readonly confidence: number;
  /** What shows it: an attitude said outright, an act of speech, a deed, an act of force, or a call for something. */
  readonly kind?: 'attitude' | 'word' | 'deed' | 'force' | 'call';
}
