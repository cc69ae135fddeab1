import type { Answer, PassagesAnswer } from '../src/answer.ts';
import type { AskResult } from '../src/core/archive.ts';
import { defineCommand, Option, privateOption } from '../src/discord/command.ts';
import { english, type Wording } from '../src/wording/wording.ts';
import { collectionOption } from './options.ts';

const { ask: words } = english.commands;

export default defineCommand({
  data: {
    name: 'ask',
    description: words.description,
    options: [
      {
        name: 'question',
        description: words.options.question,
        type: Option.String,
        required: true,
        max_length: 300,
      },
      collectionOption,
      privateOption,
    ],
  },
  positions: ['question'],
  names: ['collection'],
  suggest: { collection: (typed, { archive }) => archive.suggestCollections(typed) },
  lasting: true,
  run: async ({ question, collection }, { archive, wording }) =>
    present(question, await archive.ask({ question, collection }), collection, wording),
});

function present(
  question: string,
  result: AskResult,
  collection: string | undefined,
  { ask, common }: Wording,
): Answer {
  const { reading, quotations, positions, passages, total, answered, unanswerable, corrected, collections } = result;
  const base: Omit<PassagesAnswer, 'status'> = {
    show: 'passages',
    heading: question,
    reading,
    read: ask.read(result),
    ...(reading === 'quotations' ? { quotations } : {}),
    ...(reading === 'positions' ? { positions } : {}),
    passages,
    total,
    ...(corrected === undefined ? {} : { note: common.correctedAll(corrected) }),
  };
  if (collections !== undefined) {
    return { ...base, status: 'nothing', message: common.noCollection(collection ?? ''), nearest: collections };
  }
  if (answered) return { ...base, status: 'ok' };
  return {
    ...base,
    status: 'nothing',
    message: unanswerable ? ask.unanswerable : ask.nothing,
  };
}
