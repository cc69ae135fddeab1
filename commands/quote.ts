import { type QuotationsAnswer, refuse } from '../src/answer.ts';
import type { QuoteQuery, QuoteResult } from '../src/core/archive.ts';
import { type Context, defineCommand, Option, privateOption } from '../src/discord/command.ts';
import { cards } from '../src/presentation.ts';
import { collectionOption, speakerOption } from './options.ts';

export default defineCommand({
  data: {
    name: 'quote',
    description: 'Find what was said, word for word',
    options: [
      {
        name: 'text',
        description: 'Words to look for; "in double quotes" as they stand, -word leaves out',
        type: Option.String,
        max_length: 300,
        autocomplete: true,
      },
      { ...speakerOption, description: 'Only what this person, state or body said' },
      {
        name: 'outlet',
        description: 'Only what this outlet printed',
        type: Option.String,
        max_length: 100,
        autocomplete: true,
      },
      { name: 'from', description: 'Only since this day, like 2026-01-31', type: Option.String, max_length: 10 },
      { name: 'to', description: 'Only until this day, like 2026-12-31', type: Option.String, max_length: 10 },
      {
        name: 'kind',
        description: 'How it was said; the outlets’ own words are left out unless asked for',
        type: Option.String,
        choices: [
          { name: 'word for word', value: 'direct' },
          { name: 'in part word for word', value: 'mixed' },
          { name: 'reported', value: 'indirect' },
          { name: 'the outlet’s own words', value: 'own' },
        ],
      },
      collectionOption,
      { name: 'card', description: 'Show the first quotation as a picture too', type: Option.Boolean },
      privateOption,
    ],
  },
  positions: ['text'],
  run: async ({ private: _, card, ...query }, context) => {
    const wrong = checkDays(query);
    if (wrong !== null) return refuse(wrong);
    const answer = present(await context.archive.quote(query), query);
    return card === true && answer.status === 'ok' ? withCard(answer, context) : answer;
  },
  suggest: {
    text: (typed, { archive }) => archive.suggestSubjects(typed),
    speaker: (typed, { archive }) => archive.suggestSpeakers(typed),
    outlet: (typed, { archive }) => archive.suggestOutlets(typed),
    collection: (typed, { archive }) => archive.suggestCollections(typed),
  },
});

/** What is wrong with the days that were typed, in one sentence; null when nothing is. */
function checkDays({ from, to }: QuoteQuery): string | null {
  for (const [name, day] of Object.entries({ from, to })) {
    if (day !== undefined && !isDay(day))
      return `“${day}” is no day: give ${name} as year, month and day, like 2026-01-31.`;
  }
  if (from !== undefined && to !== undefined && from > to)
    return `Nothing lies between ${from} and ${to}: “from” must not be after “to”.`;
  return null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The answer with a card of its first quotation, or with the reason why there is none. */
async function withCard(answer: QuotationsAnswer, { card }: Context): Promise<QuotationsAnswer> {
  const [first] = answer.quotations;
  if (first === undefined) return answer;
  if (card === undefined) return { ...answer, pictureNote: cards.elsewhere };
  const picture = await card(first);
  if (typeof picture === 'string') return { ...answer, pictureNote: cards.refusals[picture] };
  return { ...answer, picture, ...(answer.total > 1 ? { pictureNote: cards.first } : {}) };
}

function present(result: QuoteResult, asked: QuoteQuery): QuotationsAnswer {
  const heading = wordQuestion({ ...asked, speaker: result.speaker ?? asked.speaker });
  const base = {
    show: 'quotations' as const,
    heading,
    quotations: result.quotations,
    total: result.total,
    ...wordNote(result),
  };
  if (result.total > 0) return { ...base, status: 'ok' };
  const unknown = result.unknown;
  const nearest = unknown?.nearest ?? [];
  return {
    ...base,
    status: 'nothing',
    message: wordNothing(unknown?.option, asked, heading),
    ...(nearest.length > 0 ? { nearest } : {}),
  };
}

function wordNote({ corrected, partial, total }: QuoteResult): { note?: string } {
  if (corrected !== undefined)
    return { note: `No article holds all of these words; showing results for “${corrected}”.` };
  return partial !== true || total === 0
    ? {}
    : { note: 'No statement holds all of these words; these hold most of them.' };
}

function wordNothing(
  unknown: 'speaker' | 'outlet' | 'collection' | 'text' | undefined,
  { speaker, outlet, collection }: QuoteQuery,
  heading: string,
): string {
  if (unknown === 'speaker') return `Nobody on record is called “${speaker ?? ''}”.`;
  if (unknown === 'outlet') return `No article on record is by “${outlet ?? ''}”.`;
  if (unknown === 'collection') return `There is no collection “${collection ?? ''}”.`;
  return `Nothing on record: ${heading.charAt(0).toLowerCase()}${heading.slice(1)}.`;
}

const kinds = {
  direct: 'word for word',
  mixed: 'in part word for word',
  indirect: 'reported',
  own: 'in outlets’ own words',
} as const;

/** The question as a heading: `Quotations with “un charter” by Iran in IRNA`. */
function wordQuestion({ text, speaker, outlet, from, to, kind, collection }: QuoteQuery): string {
  return [
    'Quotations',
    text === undefined ? '' : ` with “${text}”`,
    speaker === undefined ? '' : ` by ${speaker}`,
    outlet === undefined ? '' : ` in ${outlet}`,
    collection === undefined ? '' : ` of ${collection}`,
    from === undefined ? '' : ` since ${from}`,
    to === undefined ? '' : ` until ${to}`,
    kind === undefined ? '' : `, ${kinds[kind]}`,
  ].join('');
}
