import { z } from 'zod';
import { UserError } from './answer.ts';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const yesOrNo = z
  .enum(['true', 'false'], 'expected true or false')
  .default('false')
  .transform((word) => word === 'true');

const snowflake = /^\d{1,20}$/;

const ids = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
  )
  .refine((list) => list.every((id) => snowflake.test(id)), 'expected Discord ids (digits only), separated by commas');

/** Which shards of the gateway a process holds: so many as Discord advises, or these of so many. */
export type Shards = 'auto' | { readonly ids: readonly number[]; readonly count: number };

/** Discord has not advised any application to more than a few thousand; this keeps a slip from asking for a million. */
const mostShards = 10_000;

function readShards(text: string): Shards | undefined {
  if (text.toLowerCase() === 'auto') return 'auto';
  const [, all, from, to, total] = /^(?:(\d{1,5})|(\d{1,5})-(\d{1,5})\/(\d{1,5}))$/.exec(text) ?? [];
  const count = Number(all ?? total ?? 0);
  const [first, last] = all === undefined ? [Number(from), Number(to)] : [0, count - 1];
  if (count < 1 || count > mostShards || first > last || last >= count) return undefined;
  return { ids: Array.from({ length: last - first + 1 }, (_, index) => first + index), count };
}

const schema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S+$/, 'expected a bot token as the Developer Portal shows it, without spaces')
    .optional(),
  DISCORD_API: z
    .url({ protocol: /^https?$/, error: 'expected an address like https://discord.com/api' })
    .default('https://discord.com/api'),
  SHARDS: z
    .string()
    .default('auto')
    .transform((text, context) => {
      const shards = readShards(text);
      if (shards !== undefined) return shards;
      context.addIssue({
        code: 'custom',
        message: 'expected auto, a number of shards such as 4, or some of them such as 0-1/4 for the first two of four',
      });
      return z.NEVER;
    }),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'expected the 64 hexadecimal digits of the Public Key on the General Information page')
    .optional(),
  HTTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port, 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'expected a port, 0 to 65535')
    .optional(),
  HTTP_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'expected a name or address of this machine')
    .default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address like https://on-record.example.org' })
    .refine((url) => !/[?#]/.test(url), 'expected an address without “?” and “#”')
    .optional(),
  LOG_LEVEL: z.enum(levels, `expected one of ${levels.join(', ')}`).default('info'),
  LOG_QUERIES: yesOrNo,
  ARTICLES: z
    .string()
    .default('seeds')
    .transform((text) =>
      text
        .split(',')
        .map((path) => path.trim())
        .filter((path) => path !== ''),
    )
    .refine((list) => list.length > 0, 'expected folders or files, separated by commas'),
  CACHE_DIR: z
    .string()
    .default('.cache/on-record')
    .transform((folder) => (folder.toLowerCase() === 'off' ? null : folder)),
  WATCH: z
    .enum(['true', 'false'], 'expected true or false')
    .default('false')
    .transform((word) => word === 'true'),
  MODERATORS: ids,
  MODERATOR_GUILDS: ids,
});

/** The bot's settings, checked. */
export interface Config {
  readonly token: string | undefined;
  /** The REST base, without the version and without a slash at the end. */
  readonly api: string;
  readonly shards: Shards;
  /** The key that Discord signs interactions with that it sends by HTTP. */
  readonly publicKey: string | undefined;
  /** Where to listen; undefined when nothing is to listen. */
  readonly http: { readonly host: string; readonly port: number } | undefined;
  /** Under which address others reach what listens there, without a slash at the end. */
  readonly publicUrl: string | undefined;
  readonly log: { readonly level: (typeof levels)[number]; readonly queries: boolean };
  readonly articles: readonly string[];
  /** The folder in which analysed articles are kept for the next start; null for none. */
  readonly cache: string | null;
  /** Whether changed articles are picked up by themselves. */
  readonly watch: boolean;
  readonly moderators: { readonly users: readonly string[]; readonly guilds: readonly string[] };
}

/**
 * Checks the environment; an empty variable counts as unset. Throws a `UserError` that names each wrong variable, what
 * is wrong and what is expected. A token is never repeated in it.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = environment[name]?.trim();
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const given = name === 'DISCORD_TOKEN' ? '' : ` (it is “${set[name] ?? ''}”)`;
      return `${name}: ${issue.message}${given}`;
    });
    throw new UserError(`The settings do not fit: ${wrong.join('; ')}.`);
  }
  const { DISCORD_TOKEN, DISCORD_API, DISCORD_PUBLIC_KEY, ARTICLES, CACHE_DIR, WATCH, MODERATORS, MODERATOR_GUILDS } =
    parsed.data;
  const { HTTP_HOST, HTTP_PORT, PUBLIC_URL, SHARDS, LOG_LEVEL, LOG_QUERIES } = parsed.data;
  return {
    token: DISCORD_TOKEN,
    api: DISCORD_API.replace(/\/+$/, ''),
    shards: SHARDS,
    publicKey: DISCORD_PUBLIC_KEY,
    http: HTTP_PORT === undefined ? undefined : { host: HTTP_HOST, port: HTTP_PORT },
    publicUrl: PUBLIC_URL?.replace(/\/+$/, ''),
    log: { level: LOG_LEVEL, queries: LOG_QUERIES },
    articles: ARTICLES,
    cache: CACHE_DIR,
    watch: WATCH,
    moderators: { users: MODERATORS, guilds: MODERATOR_GUILDS },
  };
}

/** The names of all variables, for the test that `.env.example` documents each. */
export const variables: readonly string[] = Object.keys(schema.shape);
