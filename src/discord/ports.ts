import type { Archive } from '../core/archive.ts';
import type { Tally } from '../ops/tally.ts';
import type { Command, Context, MessageCommand } from './command.ts';
import type { Cooldown } from './cooldown.ts';

/** Where things worth knowing are written. Nobody's words and no secrets go in here. */
export interface Log {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  warn(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}

/** Who may use the moderators' commands: these users anywhere, and in these guilds members with Manage Server. */
export interface Moderators {
  readonly users: readonly string[];
  readonly guilds: readonly string[];
}

/** What the Discord front end needs of the rest. */
export interface Ports {
  readonly commands: readonly Command[];
  /** Those in the menu of a message. */
  readonly messageCommands: readonly MessageCommand[];
  /** The archive as it is now. One answer is made from one archive, whatever is swapped meanwhile. */
  readonly archive: () => Archive;
  readonly reload: Context['reload'];
  readonly reloading: Context['reloading'];
  readonly health: Context['health'];
  readonly problems: Context['problems'];
  readonly draw?: Context['draw'];
  readonly card?: Context['card'];
  readonly moderators: Moderators;
  /** How much one user may ask; without it, as much as they like. Moderators, buttons and suggestions are free. */
  readonly cooldown?: Cooldown | undefined;
  readonly log: Log;
  /** Is told of every interaction and of the connection. */
  readonly tally?: Tally | undefined;
}
