import type { Clauses, Links } from './clause.ts';
import type { Kind } from './lexicon.ts';
import type { Span } from './phrase.ts';
import type { Polarity } from './stance.ts';

/** Who holds a stance, at the level of the sentence. */
export type Holder =
  /** A phrase of the sentence, as token indices; `pronoun` when it only points to somebody. */
  | { readonly by: 'phrase'; readonly span: Span; readonly pronoun: boolean }
  /** "we", "our", or a judgement without a holder of its own: whoever speaks. `reporters` are who do, when the sentence tells. */
  | { readonly by: 'speaker'; readonly reporters: readonly Span[]; readonly we: boolean };

/** A stance that a clause shows. Spans are token indices into the analysis, end-exclusive. */
export interface Reading {
  readonly holder: Holder;
  readonly polarity: Polarity;
  readonly towards: Span;
  /** Token index of the word that shows it. */
  readonly trigger: number;
  readonly kind: Kind;
  /** Who says so, as far as the sentence tells. */
  readonly reporters: readonly Span[];
  /** The lexicon's word. */
  readonly word: string;
  /** 0 to 1, before anything is known of who speaks. */
  readonly weight: number;
}

/** A sentence while its stances are read: what it is made of, and what has been found so far. */
export interface Sentence {
  readonly clauses: Clauses;
  readonly links: Links;
  readonly question: boolean;
  readonly conditional: boolean;
  readonly out: Reading[];
  /** Noun groups that a verb's pattern has used up. */
  readonly used: Set<number>;
  /** Who says so in a tag at the end ("…, X said"), once asked for. */
  tag?: Span | null;
}
