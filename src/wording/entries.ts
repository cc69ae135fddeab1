import type { AskResult } from '../core/archive.ts';

/** What a command and its options are, and what the fixed choices of an option are called, by their names and values. */
export interface CommandWords {
  readonly description: string;
  readonly options: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** How a question was read. */
export type Question = Pick<AskResult, 'reading' | 'who' | 'about'>;

/** How far a reload is. */
export interface Progress {
  readonly files: number;
  readonly of: number;
  readonly statements: number;
}

/** What a reload came to, in numbers. */
export interface Reach {
  readonly articles: number;
  readonly statements: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly problems: number;
}
