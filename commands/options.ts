import { Option, type OptionData } from '../src/discord/command.ts';
import { english } from '../src/wording/wording.ts';

/** Options that several commands share. */

/** Names are shown in lists of choices, which hold 100 characters. */
const longestName = 100;

export const actorOption = {
  name: 'actor',
  description: english.commands.stance.options.actor,
  type: Option.String,
  required: true,
  max_length: longestName,
  autocomplete: true,
} as const satisfies OptionData;

export const aboutOption = {
  name: 'about',
  description: english.commands.stance.options.about,
  type: Option.String,
  required: true,
  max_length: longestName,
  autocomplete: true,
} as const satisfies OptionData;

export const speakerOption = {
  name: 'speaker',
  description: english.commands.quote.options.speaker,
  type: Option.String,
  max_length: longestName,
  autocomplete: true,
} as const satisfies OptionData;

export const collectionOption = {
  name: 'collection',
  description: english.commands.quote.options.collection,
  type: Option.String,
  max_length: longestName,
  autocomplete: true,
} as const satisfies OptionData;
