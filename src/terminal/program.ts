import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { UserError } from '../answer.ts';

/** Whether the module at this address is the program that was started, and not one that another imports. */
export function isProgram(url: string): boolean {
  const [, started] = process.argv;
  return started !== undefined && url === pathToFileURL(realpathSync(started)).href;
}

/**
 * Runs this process's program with what was typed behind its name; the exit code is what `main` gives, 0 for nothing.
 * What whoever started it can mend, a `UserError`, is one sentence on standard error and exit code 1.
 */
export async function runProgram(
  main: (args: readonly string[]) => number | undefined | Promise<number | undefined>,
): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads the output may leave early (`| head`): there is nobody left to tell.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
