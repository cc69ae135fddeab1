import type { Answer, PassagesAnswer } from '../src/answer.ts';
import type { AskResult } from '../src/core/archive.ts';
import { defineCommand, Option, privateOption } from '../src/discord/command.ts';
import { collectionOption } from './options.ts';

export default defineCommand({
  data: {
    name: 'ask',
    description: 'Ask a question; the answer is what the articles print',
    options: [
      {
        name: 'question',
        description: 'Your question, in English',
        type: Option.String,
        required: true,
        max_length: 300,
      },
      collectionOption,
      privateOption,
    ],
  },
  positions: ['question'],
  suggest: { collection: (typed, { archive }) => archive.suggestCollections(typed) },
  run: async ({ question, collection }, { archive }) =>
    present(question, await archive.ask({ question, collection }), collection),
});

function present(question: string, result: AskResult, collection = ''): Answer {
  const { reading, quotations, positions, passages, total, answered, unanswerable, corrected, collections } = result;
  const base: Omit<PassagesAnswer, 'status'> = {
    show: 'passages',
    heading: question,
    reading,
    read: wordReading(result),
    ...(reading === 'quotations' ? { quotations } : {}),
    ...(reading === 'positions' ? { positions } : {}),
    passages,
    total,
    ...(corrected === undefined
      ? {}
      : { note: `No article holds all of these words; showing results for “${corrected}”.` }),
  };
  if (collections !== undefined) {
    return { ...base, status: 'nothing', message: `There is no collection “${collection}”.`, nearest: collections };
  }
  if (answered) return { ...base, status: 'ok' };
  return {
    ...base,
    status: 'nothing',
    message: unanswerable
      ? 'I hold no opinions: I only show what articles print. Ask what somebody said about it, or whom they support.'
      : 'Nothing in the articles answers that.',
  };
}

/** How the question was read, in one sentence. */
function wordReading({ reading, who, about }: AskResult): string {
  const subject = about === undefined ? '' : ` about “${about}”`;
  if (reading === 'quotations')
    return who === undefined ? `Read as: who said something${subject}?` : `Read as: what did ${who} say${subject}?`;
  if (reading === 'positions')
    return who === undefined
      ? `Read as: who supports or opposes what${subject}?`
      : `Read as: what does ${who} support or oppose${subject}?`;
  return 'Read as a question for passages.';
}
