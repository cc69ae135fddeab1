import { z } from 'zod';
import { isDay } from '../core/layout.ts';

const line = z.string().min(1);
const noAddress = 'expected an address that begins with https:// or http://';

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/, 'expected a date like 2026-01-31')
  .transform((text) => text.slice(0, 10))
  .refine(
    (text) => isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))),
    'is not a day of the calendar',
  )
  .describe('The day of publication, YYYY-MM-DD; a time behind it is passed over, without a zone shift.');

/** Names are joined; a name that is not text counts as absent, for it costs no quotation its proof. */
const author = z.union([line, z.array(line).transform((names) => names.join(', '))]);

/**
 * One article of a JSON or JSON Lines file. Unknown fields are passed over; null and blank count as absent. The
 * project's JSON Schema is made from this.
 */
export const articleRecord = z
  .object({
    id: z
      .union([line, z.number().transform(String)])
      .nullish()
      .describe('Names the article in answers, the same over reloads; slashes become "~". Default: the file and line.'),
    title: line.nullish().catch(null).describe('The headline. Default: the first line of the text, if it is one.'),
    outlet: line.nullish().catch(null).describe('Who published it. Default: the agency that the dateline names.'),
    date: date.nullish(),
    author: author.nullish().catch(null).describe('Who wrote it: a name, or a list of names.'),
    url: z
      .url({ protocol: /^https?$/, error: noAddress })
      .nullish()
      .describe('Where it is published.'),
    tags: z.array(line).nullish().catch(null).describe('Subjects.'),
    text: z
      .string()
      .refine((text) => text.trim() !== '', 'is empty')
      .describe('The article as printed, paragraphs parted by blank lines. Never changed; offsets point into it.'),
  })
  .describe('A news article');

export type ArticleRecord = z.infer<typeof articleRecord>;

/** The first thing wrong with a record, in words: `date: is not a day of the calendar`. */
export function wordIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it does not fit';
  const path = issue.path.join('.');
  return `${path === '' ? '' : `${path}: `}${wordMessage(issue)}`;
}

function wordMessage(issue: z.core.$ZodIssue): string {
  if (issue.message.includes('received undefined')) return 'is missing';
  if (!issue.message.startsWith('Invalid input')) return lowerFirst(issue.message);
  return issue.code === 'invalid_type' ? `expected ${kinds[issue.expected] ?? issue.expected}` : 'it does not fit';
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'an object',
  array: 'a list',
  number: 'a number',
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * A record as it is checked: blanks around its strings removed, and those that are nothing else, for they count as
 * absent. `text` stays as it is.
 */
export function tidyRecord(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).flatMap(([key, held]: [string, unknown]) => {
    if (key === 'text' || typeof held !== 'string') return [[key, held] as const];
    return held.trim() === '' ? [] : [[key, held.trim()] as const];
  });
  return Object.fromEntries(fields);
}

/** The JSON Schema (draft 2020-12) of a record, as it may be written in a file. */
export function recordSchema(): z.core.JSONSchema.BaseSchema {
  return {
    title: 'An article of On Record',
    ...z.toJSONSchema(articleRecord, { io: 'input', override: ({ jsonSchema }) => void delete jsonSchema.default }),
  };
}
