import type { VerdictAnswer } from '../src/answer.ts';
import type { VerifyResult } from '../src/core/archive.ts';
import { defineCommand, Option, privateOption } from '../src/discord/command.ts';
import { speakerOption } from './options.ts';

export default defineCommand({
  data: {
    name: 'verify',
    description: 'Check whether a quotation stands in the articles, word for word',
    options: [
      { name: 'quotation', description: 'The words to check', type: Option.String, required: true, max_length: 4000 },
      { ...speakerOption, description: 'Who is said to have said them' },
      privateOption,
    ],
  },
  positions: ['quotation'],
  run: async ({ quotation, speaker }, { archive }) =>
    presentVerdict(await archive.verify(quotation, speaker), quotation),
  suggest: { speaker: (typed, { archive }) => archive.suggestSpeakers(typed) },
});

const headings: Readonly<Record<VerifyResult['verdict'], string>> = {
  verbatim: 'These words stand so in an article',
  abridged: 'These words stand in an article, with parts left out',
  altered: 'An article prints other words',
  misattributed: 'These words stand in an article, but somebody else said them',
  reported: 'These words stand in an article, but not as anybody’s printed words',
  'not found': 'Not found',
};

/** The verdict on one claim as an answer. */
export function presentVerdict(result: VerifyResult, claim: string): VerdictAnswer {
  const { verdict, notes } = result;
  return {
    show: 'verdict',
    heading: headings[verdict],
    claim,
    ...result,
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
    ...(verdict === 'not found'
      ? { status: 'nothing', message: 'No article on record prints these words, or words near them, as a quotation.' }
      : { status: 'ok' }),
  };
}
