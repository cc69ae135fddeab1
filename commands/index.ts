import type { Command, MessageCommand } from '../src/discord/command.ts';
import help from './help.ts';
import quote from './quote.ts';
import reload from './reload.ts';
import stance from './stance.ts';

/** Every command there is, in the order in which help lists them. */
export const commands: readonly Command[] = [stance, quote, help, reload];

/** Those in the menu of a message, in Discord only. */
export const messageCommands: readonly MessageCommand[] = [];
