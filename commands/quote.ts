import { type QuotationsAnswer, refuse } from '../src/answer.ts';
import type { QuoteQuery, QuoteResult } from '../src/core/archive.ts';
import { isDay } from '../src/core/layout.ts';
import { defineCommand, Option, privateOption, type Sources } from '../src/discord/command.ts';
import { english, type Wording } from '../src/wording/wording.ts';
import { collectionOption, speakerOption } from './options.ts';

const { quote: words } = english.commands;

export default defineCommand({
  data: {
    name: 'quote',
    description: words.description,
    options: [
      {
        name: 'text',
        description: words.options.text,
        type: Option.String,
        max_length: 300,
        autocomplete: true,
      },
      speakerOption,
      {
        name: 'outlet',
        description: words.options.outlet,
        type: Option.String,
        max_length: 100,
        autocomplete: true,
      },
      { name: 'from', description: words.options.from, type: Option.String, max_length: 10 },
      { name: 'to', description: words.options.to, type: Option.String, max_length: 10 },
      {
        name: 'kind',
        description: words.options.kind,
        type: Option.String,
        choices: [
          { name: words.choices.kind.direct, value: 'direct' },
          { name: words.choices.kind.mixed, value: 'mixed' },
          { name: words.choices.kind.indirect, value: 'indirect' },
          { name: words.choices.kind.own, value: 'own' },
        ],
      },
      collectionOption,
      { name: 'card', description: words.options.card, type: Option.Boolean },
      privateOption,
    ],
  },
  positions: ['text'],
  names: ['speaker', 'outlet', 'collection'],
  lasting: true,
  run: async ({ private: _, card, ...query }, sources) => {
    const { archive, wording } = sources;
    const wrong = checkDays(query, wording);
    if (wrong !== null) return refuse(wrong);
    const answer = present(await archive.quote(query), query, wording);
    return card === true && answer.status === 'ok' ? withCard(answer, sources) : answer;
  },
  suggest: {
    text: (typed, { archive }) => archive.suggestSubjects(typed),
    speaker: (typed, { archive }) => archive.suggestSpeakers(typed),
    outlet: (typed, { archive }) => archive.suggestOutlets(typed),
    collection: (typed, { archive }) => archive.suggestCollections(typed),
  },
});

/** What is wrong with the days that were typed, in one sentence; null when nothing is. */
function checkDays({ from, to }: QuoteQuery, { quote }: Wording): string | null {
  for (const [name, day] of Object.entries({ from, to })) {
    if (day !== undefined && !namesDay(day)) return quote.noDay(day, name);
  }
  if (from !== undefined && to !== undefined && from > to) return quote.noSpan(from, to);
  return null;
}

function namesDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return isDay(Number(year), Number(month), Number(day));
}

/** The answer with a card of its first quotation, or with the reason why there is none. */
async function withCard(answer: QuotationsAnswer, { card, wording }: Sources): Promise<QuotationsAnswer> {
  const [first] = answer.quotations;
  if (first === undefined) return answer;
  if (card === undefined) return { ...answer, pictureNote: wording.card.elsewhere };
  const picture = await card(first, wording);
  if (typeof picture === 'string') return { ...answer, pictureNote: wording.card.refusals[picture] };
  return { ...answer, picture, ...(answer.total > 1 ? { pictureNote: wording.card.first } : {}) };
}

function present(result: QuoteResult, asked: QuoteQuery, wording: Wording): QuotationsAnswer {
  const known = { ...asked, speaker: result.speaker ?? asked.speaker };
  const base = {
    show: 'quotations' as const,
    heading: wording.quote.heading(known),
    quotations: result.quotations,
    total: result.total,
    ...noteOn(result, wording),
  };
  if (result.total > 0) return { ...base, status: 'ok' };
  const unknown = result.unknown;
  const nearest = unknown?.nearest ?? [];
  return {
    ...base,
    status: 'nothing',
    message: wordNothing(unknown?.option, known, asked, wording),
    ...(nearest.length > 0 ? { nearest } : {}),
  };
}

function noteOn({ corrected, partial, total }: QuoteResult, { quote, common }: Wording): { note?: string } {
  if (corrected !== undefined) return { note: common.correctedAll(corrected) };
  return partial !== true || total === 0 ? {} : { note: quote.partial };
}

function wordNothing(
  unknown: 'speaker' | 'outlet' | 'collection' | 'text' | undefined,
  known: QuoteQuery,
  { speaker, outlet, collection }: QuoteQuery,
  { quote, common }: Wording,
): string {
  if (unknown === 'speaker') return common.nobodyCalled(speaker ?? '');
  if (unknown === 'outlet') return common.noOutlet(outlet ?? '');
  if (unknown === 'collection') return common.noCollection(collection ?? '');
  return quote.nothing(known);
}
