import type { Passage, Position, Quotation, Reading, VerifyResult } from './core/archive.ts';
import { english, type Wording } from './wording/wording.ts';

/**
 * A problem the person can mend: shown to them in one sentence that says what to do next. One that may meet somebody who
 * reads another language than English is worded when it is shown.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly #word: (wording: Wording) => string;

  constructor(sentence: string | ((wording: Wording) => string)) {
    super(typeof sentence === 'string' ? sentence : sentence(english));
    this.#word = typeof sentence === 'string' ? () => sentence : sentence;
  }

  /** The sentence in somebody's language. */
  sentence(wording: Wording): string {
    return this.#word(wording);
  }
}

interface Base {
  readonly status: 'ok' | 'nothing' | 'error';
  /** Always there with `nothing` and `error`: one sentence for the reader. */
  readonly message?: string;
  /** A line beside the answer, such as "showing results for …". */
  readonly note?: string;
  /** Things to type instead, when there was no answer. */
  readonly nearest?: readonly string[];
}

/** A list of quotations, ranked. */
export interface QuotationsAnswer extends Base {
  readonly show: 'quotations';
  readonly heading: string;
  readonly quotations: readonly Quotation[];
  readonly total: number;
  /** A card of the first quotation, where one was asked for. */
  readonly picture?: Picture;
  /** Where a card was asked for: which quotation it is of, or why there is none. */
  readonly pictureNote?: string;
}

/** What a holder supports and opposes on a subject. */
export interface PositionsAnswer extends Base {
  readonly show: 'positions';
  readonly heading: string;
  readonly holder: string;
  readonly about: string;
  readonly positions: readonly Position[];
  readonly total: number;
  /** One line: mostly supports, mostly opposes, mixed or no clear position, with counts. */
  readonly summary: string;
}

/** The passages that answer a question, or what somebody said or holds when that was asked. */
export interface PassagesAnswer extends Base {
  readonly show: 'passages';
  readonly heading: string;
  readonly reading: Reading;
  /** How the question was read, in one sentence. */
  readonly read: string;
  readonly quotations?: readonly Quotation[];
  readonly positions?: readonly Position[];
  /** With status `nothing`, the nearest ones: front ends show at most two and say that they are no answer. */
  readonly passages: readonly Passage[];
  readonly total: number;
}

/** Whether a posted quotation stands in the articles. Status `nothing` with the verdict `not found`. */
export interface VerdictAnswer extends Base, Omit<VerifyResult, 'remarks'> {
  readonly show: 'verdict';
  readonly heading: string;
  readonly claim: string;
  /** The remarks, each a sentence. */
  readonly notes: readonly string[];
  /** The remarks as one line. */
  readonly note?: string;
}

/** One verdict for each quotation found in a message. */
export interface VerdictsAnswer extends Base {
  readonly show: 'verdicts';
  readonly heading: string;
  readonly verdicts: readonly VerdictAnswer[];
}

/** Two holders side by side: pairs of positions on the same, then what only one of them holds. */
export interface ComparisonAnswer extends Base {
  readonly show: 'comparison';
  readonly heading: string;
  readonly first: string;
  readonly second: string;
  readonly about: string;
  readonly agree: readonly { readonly first: Position; readonly second: Position }[];
  readonly differ: readonly { readonly first: Position; readonly second: Position }[];
  readonly onlyFirst: readonly Position[];
  readonly onlySecond: readonly Position[];
  readonly summary: string;
}

/** Positions in order of date, the undated last. */
export interface TimelineAnswer extends Base {
  readonly show: 'timeline';
  readonly heading: string;
  readonly holder: string;
  readonly about: string;
  /** `changed`: the polarity towards this differs from the one before. */
  readonly events: readonly { readonly position: Position; readonly changed: boolean }[];
  readonly picture?: Picture;
}

/** A picture to attach. */
export interface Picture {
  readonly name: string;
  readonly png: Uint8Array;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
}

/** Why there is no card of a quotation: it would not be whole, or not be legible. */
export type CardRefusal = 'too long' | 'characters';

/** Plain words of the bot's own: help, a report. Every line is text, not Markdown. */
export interface PageAnswer extends Base {
  readonly show: 'page';
  readonly heading: string;
  /** The share that is done of the work this page tells of, 0 to 1; another answer takes its place. */
  readonly done?: number;
  readonly sections: readonly {
    readonly title?: string;
    readonly lines: readonly string[];
    /** The name of a file for the lines, where there may be too many to be read in a message. */
    readonly file?: string;
  }[];
}

/** Something the person can mend, or a fault with its reference. */
export interface ErrorAnswer extends Base {
  readonly show: 'error';
  readonly status: 'error';
  readonly message: string;
}

/** What a command returns: plain data. Front ends decide how it looks; the terminal's `--json` prints it. */
export type Answer =
  | QuotationsAnswer
  | PositionsAnswer
  | PassagesAnswer
  | VerdictAnswer
  | VerdictsAnswer
  | ComparisonAnswer
  | TimelineAnswer
  | PageAnswer
  | ErrorAnswer;

/** The answer to an error the person can mend. */
export function refuse(message: string): ErrorAnswer {
  return { show: 'error', status: 'error', message };
}

/** How many entries of a list an answer carries as data; `total` says how many there are. */
export const listed = 20;
