import type { Quotation } from '../../src/core/archive.ts';
import { type Command, defineCommand, Option, privateOption } from '../../src/discord/command.ts';

/** Commands shaped like the real ones, that answer with what they were given. */
export const quote = defineCommand({
  data: {
    name: 'quote',
    description: 'Find what was said',
    options: [
      { name: 'text', description: 'Words', type: Option.String, max_length: 100, autocomplete: true },
      { name: 'speaker', description: 'Who', type: Option.String, max_length: 60, autocomplete: true },
      privateOption,
    ],
  },
  positions: ['text'],
  run: async ({ text, speaker }) => ({
    show: 'quotations',
    status: 'nothing',
    message: `Nothing on “${text ?? ''}” by “${speaker ?? ''}”.`,
    nearest: ['UN Charter'],
    heading: 'Quotations',
    quotations: [] as Quotation[],
    total: 0,
  }),
  suggest: {
    text: async (typed, { archive }) => archive.suggestSubjects(typed),
    speaker: async (typed, { archive }) => archive.suggestSpeakers(typed),
  },
});

export const stance = defineCommand({
  data: {
    name: 'stance',
    description: 'What somebody holds',
    options: [
      { name: 'actor', description: 'Who', type: Option.String, required: true, max_length: 60, autocomplete: true },
      { name: 'about', description: 'What', type: Option.String, required: true, max_length: 60, autocomplete: true },
      privateOption,
    ],
  },
  positions: ['actor', 'about'],
  run: async ({ actor, about }) => ({
    show: 'positions',
    status: 'nothing',
    message: `${actor} says nothing on ${about}.`,
    heading: `${actor} on ${about}`,
    holder: actor,
    about,
    positions: [],
    total: 0,
    summary: '',
  }),
  suggest: {
    actor: async (typed, { archive }) => archive.suggestActors(typed),
    about: async (typed, { archive }, args) =>
      archive.suggestAbout(typed, typeof args.actor === 'string' ? args.actor : undefined),
  },
});

/** One of every kind of option. */
export const sort = defineCommand({
  data: {
    name: 'sort',
    description: 'Sorts',
    options: [
      { name: 'first', description: 'First', type: Option.String, required: true, min_length: 2 },
      { name: 'second', description: 'Second', type: Option.String },
      { name: 'third', description: 'Third', type: Option.String },
      { name: 'count', description: 'How many', type: Option.Integer },
      {
        name: 'kind',
        description: 'Which',
        type: Option.String,
        choices: [
          { name: 'Word for word', value: 'direct' },
          { name: 'Reported', value: 'indirect' },
        ],
      },
      privateOption,
    ],
  },
  positions: ['first', 'second', 'third'],
  run: async () => ({ show: 'page', status: 'ok', heading: 'Sorted', sections: [] }),
});

export const help = defineCommand({
  data: { name: 'help', description: 'What there is', options: [privateOption] },
  run: async (_, { commands }) => ({
    show: 'page',
    status: 'ok',
    heading: 'Help',
    sections: [{ title: 'Commands', lines: commands.map(({ data }) => `/${data.name}  ${data.description}`) }],
  }),
});

export const commands: readonly Command[] = [stance, quote, sort, help];
