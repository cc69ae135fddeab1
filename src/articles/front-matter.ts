import { parseDocument } from 'yaml';
import { z } from 'zod';
import { readDay } from './day.ts';
import type { Metadata } from './draft.ts';
import { wordIssue } from './record.ts';

/** A Markdown file in its two parts, or what is wrong with the first, of which unknown fields are passed over. */
export type Parted = { readonly front: Metadata; readonly body: string } | { readonly problem: string };

/** In UTF-16 code units; no real one comes near. Keeps nesting and anchors in it harmless. */
const longest = 32_768;
/** How many nodes aliases may copy: none is needed in what is read here. */
const mostAliases = 20;

const line = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String)], 'expected text')
  .transform((text) => text.trim().split(/\s+/).join(' '))
  .transform((text) => (text === '' ? null : text));

const names = z.union(
  [line, z.array(line).transform((list) => list.filter((name) => name !== null).join(', '))],
  'expected a name, or a list of names',
);

const tags = z
  .union([z.array(line), line.transform((text) => text?.split(',') ?? [])], 'expected a list')
  .transform((list) => list.flatMap((tag) => (tag === null || tag.trim() === '' ? [] : [tag.trim()])));

const noAddress = 'expected an address that begins with https:// or http://';

const schema = z.object({
  title: line.nullish(),
  outlet: line.nullish(),
  date: z
    .string('expected a date like 2026-01-31')
    .transform((text, context) => {
      const day = readDay(text);
      if (day === null && text.trim() !== '')
        context.addIssue({ code: 'custom', message: 'expected a date like 2026-01-31' });
      return day;
    })
    .nullish(),
  author: names.nullish(),
  url: z
    .string(noAddress)
    .transform((text) => text.trim() || null)
    .pipe(z.url({ protocol: /^https?$/, error: noAddress }).nullable())
    .nullish(),
  tags: tags.nullish(),
});

/**
 * Parts a Markdown file into front matter (YAML between two lines of three hyphens, at its start) and body. Before a
 * blank line three hyphens are a rule. Never throws, however the YAML is made.
 */
export function partFrontMatter(text: string): Parted {
  if (!/^---[ \t]*\r?\n(?![ \t]*\r?\n)/.test(text.slice(0, 200))) return { front: {}, body: text };
  const start = text.indexOf('\n') + 1;
  const close = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(start, start + longest));
  if (close === null) {
    // Without an end and without a field it is a rule, too.
    if (!/^\s*[\w-]{1,40}:/.test(text.slice(start, start + 200))) return { front: {}, body: text };
    const problem = text.length - start > longest ? `is longer than ${longest / 1024} KiB` : 'has no end';
    return { problem: `the front matter ${problem}: a line of three hyphens closes it` };
  }
  const yaml = text.slice(start, start + close.index);
  const body = text.slice(start + close.index + close[0].length);
  const read = readYaml(yaml);
  if ('problem' in read) return read;
  const front = schema.safeParse(read.value ?? {});
  if (!front.success) return { problem: `the front matter does not fit: ${wordIssue(front.error)}` };
  return { front: { ...front.data, tags: front.data.tags ?? [] }, body };
}

function readYaml(yaml: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    const document = parseDocument(yaml, { logLevel: 'silent', stringKeys: true });
    const fault = document.errors[0];
    if (fault !== undefined) {
      // The file's first line is the mark that opens the front matter.
      const at = fault.linePos === undefined ? '' : ` (line ${fault.linePos[0].line + 1} of the file)`;
      const repeated = fault.code === 'DUPLICATE_KEY';
      return {
        problem: repeated ? `a key of the front matter stands twice${at}` : `the front matter is not YAML${at}`,
      };
    }
    return { value: document.toJS({ maxAliasCount: mostAliases }) };
  } catch {
    // Aliases that copy without end, and nesting too deep for the reader.
    return { problem: 'the front matter cannot be made out: it is nested too deep or its aliases have no end' };
  }
}
