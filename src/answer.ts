import type { Position, Quotation } from './core/archive.ts';

/** A problem the person can mend: shown to them as it is, in one sentence that says what to do next. */
export class UserError extends Error {
  override readonly name = 'UserError';
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

/** Plain words of the bot's own: help, a report. Every line is text, not Markdown. */
export interface PageAnswer extends Base {
  readonly show: 'page';
  readonly heading: string;
  readonly sections: readonly { readonly title?: string; readonly lines: readonly string[] }[];
}

/** Something the person can mend, or a fault with its reference. */
export interface ErrorAnswer extends Base {
  readonly show: 'error';
  readonly status: 'error';
  readonly message: string;
}

/** What a command returns: plain data. Front ends decide how it looks; the terminal's `--json` prints it. */
export type Answer = QuotationsAnswer | PositionsAnswer | PageAnswer | ErrorAnswer;

/** The answer to an error the person can mend. */
export function refuse(message: string): ErrorAnswer {
  return { show: 'error', status: 'error', message };
}

/** How many entries of a list an answer carries as data; `total` says how many there are. */
export const listed = 20;
