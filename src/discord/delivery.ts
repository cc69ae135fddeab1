import type { Answer } from '../answer.ts';
import type { Wording } from '../wording/wording.ts';
import { within } from './patience.ts';
import { renderNothing, renderSentence } from './rendering.ts';
import type { Reply } from './reply.ts';

/** Discord waits 3 seconds for a first word. An answer that is not there by then is announced. */
export const patience = 1_500;
/** How often an answer that is still growing may be replaced. */
const editInterval = 3_000;
/** Discord takes no more changes after 15 minutes; a little before, the reader is told where to look instead. */
const longestDelivery = 14 * 60_000;

/** The answers of a command, one or several, each to replace the one before. */
export async function* answersOf(answers: Promise<Answer> | AsyncGenerator<Answer>): AsyncGenerator<Answer> {
  if (Symbol.asyncIterator in answers) yield* answers;
  else yield await answers;
}

/** Only the last of the answers. */
export async function* lastOf(answers: AsyncGenerator<Answer>): AsyncGenerator<Answer> {
  let last: Answer | undefined;
  for await (const answer of answers) last = answer;
  if (last !== undefined) yield last;
}

/**
 * Shows answers as they come: the first when the last one is not there in a moment, announced when it is late; the
 * following in its place, not too often;
 * the last always. What is not an answer but tells why there is none is for the asker alone. Where there is no more time to
 * show anything (`longest`, in milliseconds), the reader is told where to look, and the work goes on. Gives the last one.
 */
export async function deliver(
  answers: AsyncGenerator<Answer>,
  reply: Reply,
  wording: Wording,
  show: (answer: Answer) => Promise<unknown>,
  longest = longestDelivery,
): Promise<Answer> {
  const began = performance.now();
  try {
    const first = answers.next();
    if ((await within(patience, first)) === undefined) await reply.wait();
    let result = await first;
    let last: Answer | undefined;
    let shown: Answer | undefined;
    // What is over in a moment is not shown half done.
    let shownAt = began + patience - editInterval;
    while (!result.done) {
      last = result.value;
      const next = answers.next();
      // It may fail while this one is being sent; it is waited for, and its failure met, right after.
      next.catch(() => undefined);
      const pause = Math.max(0, shownAt + editInterval - performance.now());
      const sooner = await within(pause, next);
      const left = began + longest - performance.now();
      if (left <= 0) return await leave(answers, next, reply, wording, last);
      if (sooner === undefined && isAnswer(last)) {
        await show(last);
        shown = last;
        shownAt = performance.now();
      }
      const later = sooner ?? (await within(left, next));
      if (later === undefined) return await leave(answers, next, reply, wording, last);
      result = later;
    }
    if (last === undefined) throw new Error('The command gave no answer');
    if (!isAnswer(last)) await reply.refuse(renderNothing(last, wording));
    else if (last !== shown) await show(last);
    return last;
  } finally {
    // Ends the work if sending failed half-way. It may be busy; nobody waits for it.
    answers.return(undefined).catch(() => undefined);
  }
}

/** Tells where to look, since the rest comes too late to be shown, and sees the work through. */
async function leave(
  answers: AsyncGenerator<Answer>,
  next: Promise<IteratorResult<Answer>>,
  reply: Reply,
  wording: Wording,
  reached: Answer,
): Promise<Answer> {
  await reply.show({ components: renderSentence(wording.message.goesOn, wording) });
  let last = reached;
  for (let result = await next; !result.done; result = await answers.next()) last = result.value;
  return last;
}

/** Whether it is worth showing to all: that a quotation is nowhere in the articles is a verdict like the others. */
function isAnswer({ status, show }: Answer): boolean {
  return status === 'ok' || (status === 'nothing' && show === 'verdict');
}
