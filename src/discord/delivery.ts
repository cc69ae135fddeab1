import type { Answer } from '../answer.ts';
import type { Wording } from '../wording/wording.ts';
import { within } from './patience.ts';
import { renderNothing } from './rendering.ts';
import type { Reply } from './reply.ts';

/** Discord waits 3 seconds for a first word. An answer that is not there by then is announced. */
export const patience = 1_500;
/** How often an answer that is still growing may be replaced. */
const editInterval = 3_000;

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
 * Shows answers as they come: the first at once, announced when it is late; the following in its place, not too often;
 * the last always. What is not an answer but tells why there is none is for the asker alone. Gives the last one.
 */
export async function deliver(
  answers: AsyncGenerator<Answer>,
  reply: Reply,
  wording: Wording,
  show: (answer: Answer) => Promise<void>,
): Promise<Answer> {
  try {
    const first = answers.next();
    if ((await within(patience, first)) === undefined) await reply.wait();
    let result = await first;
    let last: Answer | undefined;
    let shown: Answer | undefined;
    let shownAt = Number.NEGATIVE_INFINITY;
    while (!result.done) {
      last = result.value;
      const next = answers.next();
      // It may fail while this one is being sent; it is waited for, and its failure met, right after.
      next.catch(() => undefined);
      const pause = Math.max(0, shownAt + editInterval - performance.now());
      const sooner = await within(pause, next);
      if (sooner === undefined && isAnswer(last)) {
        await show(last);
        shown = last;
        shownAt = performance.now();
      }
      result = sooner ?? (await next);
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

/** Whether it is worth showing to all: that a quotation is nowhere in the articles is a verdict like the others. */
function isAnswer({ status, show }: Answer): boolean {
  return status === 'ok' || (status === 'nothing' && show === 'verdict');
}
