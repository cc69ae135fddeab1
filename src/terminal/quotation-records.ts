import { z } from 'zod';
import { UserError } from '../answer.ts';
import type { Range } from '../core/range.ts';
import { parseRecords } from './record-file.ts';

const range = z.tuple([z.number(), z.number()]);

/** A quotation as annotated by hand. */
const quotation = z.object({
  content: range,
  speaker: range.nullable(),
  speakerName: z.string().nullable(),
  cue: range.nullable(),
  type: z.enum(['direct', 'mixed', 'indirect']),
  group: z.string().optional(),
});
export type GoldQuotation = z.infer<typeof quotation>;

/** An annotated text. Offsets are UTF-16 code units into `text`, end-exclusive. */
const annotated = z.object({
  id: z.string(),
  text: z.string(),
  quotes: z.array(quotation),
  /** Runs between quotation marks, each with the quotation that covers it; null for a title, a scare quote and the like. */
  segments: z.array(z.object({ span: range, quote: z.number().nullable() })),
});
export type QuotationRecord = z.infer<typeof annotated>;

/**
 * Reads a file of annotated texts: JSON Lines, or the bracketed markup of the tests' corpus. A `UserError` that names the
 * file when there is none in it, or a malformed one.
 */
export function parseQuotations(text: string, file: string): QuotationRecord[] {
  const records = text.trimStart().startsWith('{')
    ? parseRecords(text, file, annotated)
    : text
        .split(/^(?=# [a-z0-9-]+$)/m)
        .filter((part) => part.includes('\n---\n'))
        .map((part) => readMarkup(part, file));
  if (records.length === 0) throw new UserError(`${file}: there is no annotated text in it.`);
  return records;
}

const label = /⟦([QSCN][0-9]+):/y;

/** Header lines ("Q1: direct | speaker=S1 | name=… | cue=C1"), "---", then the text with "⟦Q1:…⟧" brackets. */
function readMarkup(part: string, file: string): QuotationRecord {
  const cut = part.indexOf('\n---\n');
  const lines = part.slice(0, cut).split('\n');
  const id = (lines[0] ?? '').slice(2).trim();
  const body = part.slice(cut + 5).replace(/\s+$/, '');
  const spans = new Map<string, [number, number]>();
  const open: [name: string, start: number][] = [];
  let text = '';
  for (let at = 0; at < body.length; ) {
    label.lastIndex = at;
    const found = label.exec(body);
    if (found !== null) {
      open.push([found[1] ?? '', text.length]);
      at += found[0].length;
    } else if (body.charAt(at) === '⟧') {
      const closed = open.pop();
      if (closed === undefined) throw new UserError(`${file}, ${id}: a bracket closes nothing.`);
      spans.set(closed[0], [closed[1], text.length]);
      at += 1;
    } else {
      text += body.charAt(at);
      at += 1;
    }
  }
  const quotes: GoldQuotation[] = [];
  const segments: { span: [number, number]; quote: number | null }[] = [];
  for (const line of lines.slice(1)) {
    const found = /^([QN][0-9]+): (.*)$/.exec(line);
    const name = found?.[1];
    const content = name === undefined ? undefined : spans.get(name);
    if (found === null || name === undefined || content === undefined) continue;
    if (name.startsWith('N')) {
      segments.push({ span: content, quote: null });
      continue;
    }
    const [type, ...rest] = (found[2] ?? '').split(' | ');
    const fields = new Map(
      rest.map((field) => [field.slice(0, field.indexOf('=')).trim(), field.slice(field.indexOf('=') + 1).trim()]),
    );
    const named = fields.get('name') ?? '-';
    const group = fields.get('group');
    quotes.push({
      content,
      speaker: spans.get(fields.get('speaker') ?? '') ?? null,
      speakerName: named === '-' ? null : named,
      cue: spans.get(fields.get('cue') ?? '') ?? null,
      type: type === 'direct' || type === 'mixed' ? type : 'indirect',
      ...(group === undefined ? {} : { group }),
    });
    if (type === 'indirect') continue;
    const quote = quotes.length - 1;
    if (/["“”„«»‘’'`]\s?$/.test(text.slice(0, content[0]))) segments.push({ span: content, quote });
    else if (type === 'mixed') for (const span of marked(text, content)) segments.push({ span, quote });
  }
  segments.sort((a, b) => a.span[0] - b.span[0]);
  return { id, text, quotes, segments };
}

/** The runs between double marks, or curly single ones, inside a clause. */
function marked(text: string, [start, end]: Range): [number, number][] {
  const found = [...text.slice(start, end).matchAll(/"([^"]+)"|“([^“”]+)”|‘((?:[^‘’]|’(?=\p{L}))+)’/gu)];
  return found.map((match) => [start + match.index, start + match.index + match[0].length]);
}
