import { z } from 'zod';

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/, 'expected a date like 2026-01-31')
  .transform((text) => text.slice(0, 10))
  .refine(
    (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text),
    'is not a day of the calendar',
  );

const line = z.string().trim().min(1);

/** One article of a JSON Lines file. Unknown fields are ignored; null counts as absent. */
export const articleRecord = z.object({
  id: z.union([line, z.number().transform(String)]).nullish(),
  title: line.nullish().catch(null),
  outlet: line.nullish().catch(null),
  date: date.nullish(),
  author: line.nullish().catch(null),
  url: z.url({ protocol: /^https?$/ }).nullish(),
  text: z.string().refine((text) => text.trim() !== '', 'is empty'),
});

export type ArticleRecord = z.infer<typeof articleRecord>;

/** The first thing wrong with a record, in words: `date: is not a day of the calendar`. */
export function wordIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it does not fit';
  const path = issue.path.join('.');
  const missing = issue.code === 'invalid_type' && issue.message.includes('received undefined');
  return `${path === '' ? '' : `${path}: `}${missing ? 'is missing' : lowerFirst(issue.message)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
