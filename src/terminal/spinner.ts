import type { Answer } from '../answer.ts';

/** Waiting that is shorter than this shows nothing. */
const patience = 500;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/** Cells of a bar. */
const cells = 20;

export interface Spinner {
  /** Shows how far the work is that an answer tells of, in place of the one before. */
  readonly tell: (answer: Answer) => void;
  /** Leaves no trace of it. */
  readonly stop: () => void;
}

/** Shows that something is under way, once it has taken more than half a second, on a line of so many columns. */
export function startSpinner(output: NodeJS.WritableStream, words: string, columns: () => number): Spinner {
  let frame = 0;
  let text = words;
  let turning: NodeJS.Timeout | undefined;
  const turn = () => {
    // What is left of a longer line is wiped after writing, so that nothing flickers.
    output.write(`\r${frames[frame % frames.length]} ${text.slice(0, Math.max(0, columns() - 3))}\u001b[K`);
    frame += 1;
  };
  const waiting = setTimeout(() => {
    turn();
    turning = setInterval(turn, 100);
  }, patience);
  return {
    tell: (answer) => {
      text = wordProgress(answer) ?? words;
    },
    stop: () => {
      clearTimeout(waiting);
      if (turning === undefined) return;
      clearInterval(turning);
      output.write('\r\u001b[K');
    },
  };
}

/** A progress bar with the words of the page that tells of it, on one line. */
function wordProgress(answer: Answer): string | null {
  if (answer.show !== 'page' || answer.done === undefined) return null;
  const full = Math.round(Math.min(1, Math.max(0, answer.done)) * cells);
  const bar = `${'█'.repeat(full)}${'░'.repeat(cells - full)}`;
  return `${bar} ${Math.floor(answer.done * 100)} % ${answer.sections.flatMap(({ lines }) => lines).join(' ')}`;
}
