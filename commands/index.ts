import type { Command, MessageCommand } from '../src/discord/command.ts';
import article from './article.ts';
import ask from './ask.ts';
import checkQuotations from './check-quotations.ts';
import compare from './compare.ts';
import help from './help.ts';
import quote from './quote.ts';
import reload from './reload.ts';
import sources from './sources.ts';
import stance from './stance.ts';
import status from './status.ts';
import timeline from './timeline.ts';
import verify from './verify.ts';

/** Every command there is, in the order in which help lists them. */
export const commands: readonly Command[] = [
  stance,
  quote,
  ask,
  verify,
  compare,
  timeline,
  article,
  sources,
  help,
  status,
  reload,
];

/** Those in the menu of a message, in Discord only. */
export const messageCommands: readonly MessageCommand[] = [checkQuotations];
