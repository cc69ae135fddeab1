import { createSupportsHyperlinks } from 'supports-hyperlinks';
import type { Screen } from './layout.ts';

/** Where answers go: standard output, or anything that can be written to. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  readonly getColorDepth?: (env?: object) => number;
};

/** Lines longer than this are hard to read, however wide the window. */
const widest = 100;
const narrowest = 20;

/** How wide an output is; where it does not know, or says 0 as some do, as wide as terminals were. */
export function readColumns({ columns = 0 }: Output): number {
  return columns > 0 ? columns : 80;
}

/** What an output can do. Node's own rules decide on colour, so `NO_COLOR`, `FORCE_COLOR` and `TERM=dumb` hold. */
export function readScreen(output: Output, environment: Readonly<Record<string, string | undefined>>): Screen {
  const colour = output.isTTY === true && (output.getColorDepth?.(environment) ?? 1) > 1;
  return {
    width: Math.min(Math.max(readColumns(output), narrowest), widest),
    colour,
    links: colour && createSupportsHyperlinks({ isTTY: true }),
  };
}
