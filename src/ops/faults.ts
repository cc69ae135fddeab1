import { AsyncLocalStorage } from 'node:async_hooks';

/** What something is done for, and who is to hear of what goes wrong in its wake. */
interface Cause {
  readonly interaction: string;
  hear: (() => void) | undefined;
}

const current = new AsyncLocalStorage<Cause>();
/** How long after something is done what goes wrong is told to be of it, at least, in milliseconds. */
const wake = 1_000;
let underWay = 0;
let forgetting: NodeJS.Timeout | undefined;

/**
 * Does something on behalf of an interaction, so that whatever goes wrong in its wake, until a second after its end, can
 * be told to be of it.
 */
export async function onBehalfOf<T>(interaction: string, act: () => Promise<T>): Promise<T> {
  clearTimeout(forgetting);
  underWay += 1;
  try {
    return await current.run({ interaction, hear: undefined }, act);
  } finally {
    underWay -= 1;
    // While causes are followed, every promise of the process takes longer: so only while there may be some.
    if (underWay === 0) forgetting = setTimeout(() => current.disable(), wake).unref();
  }
}

/**
 * Resolves once a promise was rejected that nobody waits for, in the wake of the interaction on whose behalf this is
 * called: what it was to bring may never come.
 */
export function untilFault(): Promise<void> {
  return new Promise((resolve) => {
    const cause = current.getStore();
    if (cause !== undefined) cause.hear = resolve;
  });
}

/** Where faults are written. */
interface FaultLog {
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
  fatal(message: string, details?: Readonly<Record<string, unknown>>): void;
}

/**
 * Sees to what nobody caught. A promise that was rejected with nobody waiting for it concerns one answer: it is noted,
 * with the interaction it was for, and the process goes on. An error thrown where nobody could catch it may have left
 * anything half done: the process says so in its last line and ends with exit code 1.
 */
export function watchProcess(log: FaultLog): void {
  process.on('unhandledRejection', (reason) => {
    log.error('A promise failed and nobody was waiting for it.', about(reason));
    current.getStore()?.hear?.();
  });
  process.on('uncaughtException', (error) => {
    log.fatal('An error that nobody could catch: the process ends, as its state cannot be trusted.', about(error));
    process.exit(1);
  });
}

function about(error: unknown): Record<string, unknown> {
  const interaction = current.getStore()?.interaction;
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...(interaction === undefined ? {} : { interaction }), error: told };
}
