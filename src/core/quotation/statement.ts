import type { Range } from '../range.ts';

/**
 * How something was said: `direct` whole clauses between quotation marks, `mixed` a quoted fragment inside reported
 * speech, `indirect` reported without marks, `own` the article's own voice.
 */
export type StatementKind = 'direct' | 'mixed' | 'indirect' | 'own';

/** How a speaker's name was reached: the article gives it later, or the mention beside the words leads to it. */
export type Resolution =
  | { readonly by: 'later name'; readonly name: string }
  | { readonly by: 'pronoun' | 'description'; readonly mention: string; readonly name: string }
  | { readonly by: 'what follows' | 'what goes before' };

/** Who is answerable for a statement, as the article tells it. */
export interface Speaker {
  /** The fullest name or description the article gives, as printed ("Mara Okell", "the harbour master"). */
  readonly name: string;
  /** Where the speaker stands beside the statement; a pronoun counts. Null when nothing beside it names one. */
  readonly mention: Range | null;
  /** Office or description as printed ("mayor of Velmouth"), when the article gives one beside the name. */
  readonly role?: string;
  /** The name that the article gives the same person elsewhere, when `name` is a description. */
  readonly alias?: string;
  /** How the name was reached when the mention itself is not it. */
  readonly resolved?: Resolution;
  /** 0 to 1: the share of speakers of this confidence that are right. */
  readonly confidence: number;
}

/** A run of text that its article attributes to somebody. Offsets are UTF-16 code units into `article.text`, end-exclusive. */
export interface Statement {
  /** The words, in one or more pieces around speech tags; between marks without the marks. In order. */
  readonly content: readonly Range[];
  readonly kind: StatementKind;
  /** Null when the article does not make clear who speaks, and for `own`. */
  readonly speaker: Speaker | null;
  /** The words that attribute ("said", "according to"). */
  readonly cue: Range | null;
  /** Index of the statement in which an inner attribution stands ("X said that Y had warned …"), else null. */
  readonly within: number | null;
}

/** From this confidence a speaker is shown without reserve. */
export const certain = 0.8;
/** From this confidence a speaker is shown as "probably"; below, "speaker not clear". */
export const probable = 0.5;
