import type { Output } from './screen.ts';

/** Writes lines in order and waits where the reader is slow. */
export interface Writer {
  /** Resolves when more may be written: false once nobody reads any more. */
  readonly write: (text: string) => Promise<boolean>;
  readonly close: () => void;
}

/** Opens a writer on an output. That its reader went away is no error: writing ends quietly. */
export function openWriter(output: Output): Writer {
  let gone = false;
  let wake: (() => void) | undefined;
  const leave = () => {
    gone = true;
    wake?.();
  };
  const drained = () => wake?.();
  output.on('error', leave).on('close', leave).on('drain', drained);
  return {
    write: async (text) => {
      if (!gone && !output.write(text) && !gone) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        wake = undefined;
      }
      return !gone;
    },
    // The listener for errors stays: one may still come for what is written already.
    close: () => {
      output.off('drain', drained).off('close', leave);
    },
  };
}
