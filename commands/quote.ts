import type { Answer } from '../src/answer.ts';
import type { QuoteResult } from '../src/core/archive.ts';
import { defineCommand, Option, privateOption } from '../src/discord/command.ts';

export default defineCommand({
  data: {
    name: 'quote',
    description: 'Find what was said, word for word',
    options: [
      {
        name: 'text',
        description: 'Words to look for; "in double quotes" as they stand',
        type: Option.String,
        max_length: 100,
        autocomplete: true,
      },
      {
        name: 'speaker',
        description: 'Only what this person, state or body said',
        type: Option.String,
        max_length: 100,
        autocomplete: true,
      },
      {
        name: 'outlet',
        description: 'Only what this outlet printed',
        type: Option.String,
        max_length: 100,
        autocomplete: true,
      },
      privateOption,
    ],
  },
  positions: ['text'],
  run: async ({ text, speaker, outlet }, { archive }) =>
    present(await archive.quote({ text, speaker, outlet }), { text, speaker, outlet }),
  suggest: {
    text: (typed, { archive }) => archive.suggestSubjects(typed),
    speaker: (typed, { archive }) => archive.suggestSpeakers(typed),
    outlet: (typed, { archive }) => archive.suggestOutlets(typed),
  },
});

interface Asked {
  readonly text?: string | undefined;
  readonly speaker?: string | undefined;
  readonly outlet?: string | undefined;
}

function present(result: QuoteResult, asked: Asked): Answer {
  const heading = wordQuestion({ ...asked, speaker: result.speaker ?? asked.speaker });
  const base = {
    show: 'quotations' as const,
    heading,
    quotations: result.quotations,
    total: result.total,
    ...(result.corrected === undefined
      ? {}
      : { note: `No article holds all of these words; showing results for “${result.corrected}”.` }),
  };
  if (result.total > 0) return { ...base, status: 'ok' };
  const unknown = result.unknown;
  const nearest = unknown?.nearest ?? [];
  const message =
    unknown?.option === 'speaker'
      ? `Nobody on record is called “${asked.speaker ?? ''}”.`
      : unknown?.option === 'outlet'
        ? `No article on record is by “${asked.outlet ?? ''}”.`
        : `Nothing on record: ${heading[0]?.toLowerCase() ?? ''}${heading.slice(1)}.`;
  return { ...base, status: 'nothing', message, ...(nearest.length > 0 ? { nearest } : {}) };
}

/** The question as a heading: `Quotations with “un charter” by Iran in IRNA`. */
function wordQuestion({ text, speaker, outlet }: Asked): string {
  return [
    'Quotations',
    text === undefined ? '' : ` with “${text}”`,
    speaker === undefined ? '' : ` by ${speaker}`,
    outlet === undefined ? '' : ` in ${outlet}`,
  ].join('');
}
