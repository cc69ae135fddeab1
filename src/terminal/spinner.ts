/** Waiting that is shorter than this shows nothing. */
const patience = 500;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Shows that something is under way, once it has taken more than half a second. `stop` leaves no trace of it. */
export function startSpinner(output: NodeJS.WritableStream, words: string): { readonly stop: () => void } {
  let frame = 0;
  let turning: NodeJS.Timeout | undefined;
  const turn = () => {
    output.write(`\r${frames[frame % frames.length]} ${words}`);
    frame += 1;
  };
  const waiting = setTimeout(() => {
    turn();
    turning = setInterval(turn, 100);
  }, patience);
  return {
    stop: () => {
      clearTimeout(waiting);
      if (turning === undefined) return;
      clearInterval(turning);
      output.write('\r\u001b[K');
    },
  };
}
