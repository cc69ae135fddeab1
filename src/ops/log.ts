import { type DestinationStream, type Logger, multistream, pino } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { redactor } from './redaction.ts';
import type { Handled, Tally } from './tally.ts';

/** The levels there are, the most talkative first. */
export const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type Level = (typeof levels)[number];

type Details = Readonly<Record<string, unknown>>;

/** Writes for the bot's keeper. */
export interface KeeperLog {
  debug(message: string, details?: Details): void;
  info(message: string, details?: Details): void;
  warn(message: string, details?: Details): void;
  error(message: string, details?: Details): void;
  /** The last line of a process that cannot go on. */
  fatal(message: string, details?: Details): void;
}

export interface LogOptions {
  readonly level: Level;
  /** Lines for people, in colour, instead of JSON. */
  readonly pretty: boolean;
  /** What must not stand in any line. */
  readonly secrets?: readonly (string | undefined)[];
  /** Where news go, and where trouble goes: file descriptors, or streams. */
  readonly news?: number | DestinationStream;
  readonly trouble?: number | DestinationStream;
}

/**
 * The log of the process: news to standard output, from "warn" on to standard error. Trouble is written at once, news
 * at the end of the event loop's turn, many lines in one: either way before a process ends, whatever ends it from inside.
 */
export function createLog({ level, pretty, secrets = [], news = 1, trouble = 2 }: LogOptions): KeeperLog {
  const redact = redactor(secrets);
  const lay = pretty ? prettyFactory({ colorize: true, translateTime: 'SYS:HH:MM:ss' }) : (line: string) => line;
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: (line) => lay(redact(line)) },
    },
    multistream(
      [
        { level: 'trace', stream: byTurn(news) },
        { level: 'warn', stream: destination(trouble) },
      ],
      { dedupe: true },
    ),
  );
  return {
    debug: (message, details) => write(logger, 'debug', message, details),
    info: (message, details) => write(logger, 'info', message, details),
    warn: (message, details) => write(logger, 'warn', message, details),
    error: (message, details) => write(logger, 'error', message, details),
    fatal: (message, details) => write(logger, 'fatal', message, details),
  };
}

function write(logger: Logger, level: Exclude<Level, 'silent'>, message: string, details: Details = {}): void {
  logger[level](details, message);
}

function destination(target: number | DestinationStream): DestinationStream {
  return typeof target === 'number' ? pino.destination({ dest: target, sync: true }) : target;
}

/** More than this, in characters, is written before the turn ends. */
const mostHeld = 16 * 1024;

/** Lines that are written together once the turn of the event loop ends, or the process. */
function byTurn(target: number | DestinationStream): DestinationStream {
  if (typeof target !== 'number') return target;
  const stream = pino.destination({ dest: target, sync: true });
  let held = '';
  let scheduled = false;
  const flush = () => {
    scheduled = false;
    if (held === '') return;
    const lines = held;
    held = '';
    stream.write(lines);
  };
  process.on('exit', flush);
  return {
    write: (line) => {
      held += line;
      if (held.length > mostHeld) flush();
      if (scheduled) return;
      scheduled = true;
      setImmediate(flush);
    },
  };
}

/** Writes one line for each interaction: never what was typed, unless `queries` says so. */
export function logInteractions(
  log: Pick<KeeperLog, 'debug' | 'info'>,
  { queries }: { readonly queries: boolean },
): Tally {
  return {
    handled: ({ kind, command, place, guild, id, outcome, milliseconds, typed }: Handled) => {
      const line = { kind, command, place, guild, id, outcome, milliseconds: Math.round(milliseconds) };
      if (queries) Object.assign(line, { typed });
      // Suggestions come with every key that somebody presses.
      if (kind === 'suggestions' && outcome === 'ok') log.debug('Interaction', line);
      else log.info('Interaction', line);
    },
    connected: () => undefined,
    reconnecting: () => log.info('The connection to Discord was lost; it is made anew.'),
    limited: () => log.debug('Discord asks for fewer requests.'),
  };
}
