import type { Range } from '../core/range.ts';

/** A quotation as annotated by hand. */
export interface GoldQuotation {
  readonly content: Range;
  readonly speaker: Range | null;
  readonly speakerName: string | null;
  readonly cue: Range | null;
  readonly type: 'direct' | 'mixed' | 'indirect';
  readonly group?: string;
}

/** A run between quotation marks, with the annotated quotation that covers it; null for a title, a scare quote and the like. */
export interface GoldSegment {
  readonly span: Range;
  readonly quote: number | null;
}

/** An annotated text. Offsets are UTF-16 code units into `text`, end-exclusive. */
export interface QuotationRecord {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly GoldQuotation[];
  readonly segments: readonly GoldSegment[];
}

/** Reads a file of annotated texts: JSON Lines, or the bracketed markup of the tests' corpus. Throws on a malformed one. */
export function readRecords(file: string): QuotationRecord[] {
  if (file.trimStart().startsWith('{')) {
    return file
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as QuotationRecord);
  }
  return file
    .split(/^(?=# [a-z0-9-]+$)/m)
    .filter((part) => part.startsWith('# '))
    .map(readMarkup);
}

const label = /⟦([QSCN][0-9]+):/y;

/** Header lines ("Q1: direct | speaker=S1 | name=… | cue=C1"), "---", then the text with "⟦Q1:…⟧" brackets. */
function readMarkup(part: string): QuotationRecord {
  const cut = part.indexOf('\n---\n');
  const lines = part.slice(0, cut).split('\n');
  const id = (lines[0] ?? '').slice(2).trim();
  const body = part.slice(cut + 5).replace(/\s+$/, '');
  const spans = new Map<string, Range>();
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
      if (closed === undefined) throw new Error(`${id}: a bracket that closes nothing`);
      spans.set(closed[0], [closed[1], text.length]);
      at += 1;
    } else {
      text += body.charAt(at);
      at += 1;
    }
  }
  const quotes: GoldQuotation[] = [];
  const segments: GoldSegment[] = [];
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
function marked(text: string, [start, end]: Range): Range[] {
  const found = [...text.slice(start, end).matchAll(/"([^"]+)"|“([^“”]+)”|‘((?:[^‘’]|’(?=\p{L}))+)’/gu)];
  return found.map((match) => [start + match.index, start + match.index + match[0].length]);
}
