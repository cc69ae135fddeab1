import type { VerdictAnswer } from '../src/answer.ts';
import type { VerifyResult } from '../src/core/archive.ts';
import { defineCommand, Option, privateOption } from '../src/discord/command.ts';
import { english, type Wording } from '../src/wording/wording.ts';
import { speakerOption } from './options.ts';

const { verify: words } = english.commands;

export default defineCommand({
  data: {
    name: 'verify',
    description: words.description,
    options: [
      {
        name: 'quotation',
        description: words.options.quotation,
        type: Option.String,
        required: true,
        max_length: 4000,
      },
      { ...speakerOption, description: words.options.speaker },
      privateOption,
    ],
  },
  positions: ['quotation'],
  names: ['speaker'],
  lasting: true,
  run: async ({ quotation, speaker }, { archive, wording }) =>
    presentVerdict(await archive.verify(quotation, speaker), quotation, wording),
  suggest: { speaker: (typed, { archive }) => archive.suggestSpeakers(typed) },
});

/** The verdict on one claim as an answer. */
export function presentVerdict(
  { remarks, ...result }: VerifyResult,
  claim: string,
  { verify }: Wording,
): VerdictAnswer {
  const notes = remarks.map(verify.remark);
  return {
    show: 'verdict',
    heading: verify.headings[result.verdict],
    claim,
    ...result,
    notes,
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
    ...(result.verdict === 'not found' ? { status: 'nothing', message: verify.nothing } : { status: 'ok' }),
  };
}
