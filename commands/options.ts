import { Option, type OptionData } from '../src/discord/command.ts';

/** Options that several commands share. */

/** Names are shown in lists of choices, which hold 100 characters. */
const longestName = 100;

export const actorOption = {
  name: 'actor',
  description: 'Who: a state, a body, a person',
  type: Option.String,
  required: true,
  max_length: longestName,
  autocomplete: true,
} as const satisfies OptionData;

export const aboutOption = {
  name: 'about',
  description: 'On what: a state, a body, a person, a subject',
  type: Option.String,
  required: true,
  max_length: longestName,
  autocomplete: true,
} as const satisfies OptionData;

export const speakerOption = {
  name: 'speaker',
  description: 'A person, state or body',
  type: Option.String,
  max_length: longestName,
  autocomplete: true,
} as const satisfies OptionData;

export const collectionOption = {
  name: 'collection',
  description: 'Only articles of this collection',
  type: Option.String,
  max_length: longestName,
  autocomplete: true,
} as const satisfies OptionData;

/** What was typed, without double quotes around all of it: a last position in the terminal keeps them. */
export function withoutMarks(typed: string): string {
  return /^"([^"]+)"$/.exec(typed.trim())?.[1] ?? typed;
}
