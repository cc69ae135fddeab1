import type { Range } from '../core/range.ts';

/**
 * Every character that Discord could read as markup where it stands, each alone:
 * emphasis, spoilers, code, links in brackets, everything in angle brackets, mentions;
 * the colon of an address or an emoji's name;
 * and what makes a heading, quote, list or subtext at the start of a line, behind any blanks or invisible characters.
 * Each looks back from a character that is there, not from every place.
 */
const markup =
  /[\\*_~|`<[\]@]|:(?=\S)|[#>+-](?<=^[\s\p{Cf}]*.)|#(?<=^[\s\p{Cf}]*-#)|>(?<=^[\s\p{Cf}]*>+)|[.)](?<=^[\s\p{Cf}]*\d+.)/gmu;

/** Where Discord ends a line. */
const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

/** The text so that Discord shows exactly these characters. `unescapeMarkdown` gives the text back. */
export function escapeMarkdown(text: string): string {
  return text.replace(markup, '\\$&');
}

/** The text that an escaped one shows. */
export function unescapeMarkdown(escaped: string): string {
  return escaped.replace(/\\([^0-9A-Za-z\s])/gu, '$1');
}

/**
 * Ranges of a text and how they are marked. Where they meet, `sought` or `struck` holds before `bold`. Both do not go
 * together: Discord does not end a strike before an underscore.
 */
export type Marks =
  | { readonly bold?: readonly Range[]; readonly sought?: readonly Range[]; readonly struck?: never }
  | { readonly bold?: readonly Range[]; readonly struck?: readonly Range[]; readonly sought?: never };

/** `sought` is a word of the kind that was asked for: it stands out from what is only bold. */
const kinds = ['sought', 'struck', 'bold'] as const;
const signs = { sought: ['__**', '**__'], struck: ['~~', '~~'], bold: ['**', '**'] } as const;

/**
 * The escaped text with some ranges of it marked. A mark never stands inside an escape or across a line's end, and
 * ranges that touch become one, as Discord would read `****` between them wrongly.
 */
export function mark(text: string, marks: Marks): string {
  const places = [...text.matchAll(markup)].map(({ index }) => ({ at: index, sign: '\\' }));
  const bounds = markable(text, marks).flatMap(({ range: [start, end], kind }) => [
    { at: start, sign: signs[kind][0] },
    { at: end, sign: signs[kind][1] },
  ]);
  // The sort keeps the order of equals: a mark stands before an escape at the same place, and so outside of it.
  const inserted = [...bounds, ...places].sort((one, other) => one.at - other.at);
  let marked = '';
  let done = 0;
  for (const { at, sign } of inserted) {
    marked += text.slice(done, at) + sign;
    done = at;
  }
  return marked + text.slice(done);
}

/**
 * What showing the text up to each offset costs, as a marked block quote: never less than its length. Counted once, so
 * that looking for the place to cut a long text is quick.
 */
export function costs(text: string, marks: Marks = {}): (end: number) => number {
  const extra = new Uint8Array(text.length);
  const add = (at: number, amount: number) => {
    extra[at] = (extra[at] ?? 0) + amount;
  };
  for (const { index } of text.matchAll(markup)) add(index, 1);
  for (const { index } of text.matchAll(/[\n\r\u2028\u2029]/g)) add(index, 2);
  for (const { range, kind } of markable(text, marks)) add(range[0], signs[kind].join('').length);
  const sums = new Uint32Array(text.length + 1);
  let sum = 0;
  for (let at = 0; at < extra.length; at += 1) {
    sum += 1 + (extra[at] ?? 0);
    sums[at + 1] = sum;
  }
  return (end) => 2 + (sums[end] ?? 0);
}

/** The text as a block quote, each of its lines behind a bar. Takes what `escapeMarkdown` and `mark` give. */
export function quote(escaped: string): string {
  return lines(escaped)
    .map((line) => `> ${line}`)
    .join('\n');
}

/** The lines of a text, at every break that Discord or a client might show as one. */
export function lines(text: string): string[] {
  return text.split(lineBreak);
}

interface Marked {
  readonly range: Range;
  readonly kind: (typeof kinds)[number];
}

/** The ranges in order, none over another, cut at line ends, without blanks at their ends. */
function markable(text: string, marks: Marks): Marked[] {
  const found: Marked[] = [];
  let taken: Range[] = [];
  for (const kind of kinds) {
    const ranges = merge(text, marks[kind] ?? []);
    for (const range of ranges.flatMap((each) => without(each, taken)).flatMap((each) => inLines(text, each))) {
      const [start, end] = trim(text, range, kind === 'struck' ? /[\s~]+$/ : /\s+$/);
      if (start < end) found.push({ range: [start, end], kind });
    }
    taken = merge(text, [...taken, ...ranges]);
  }
  return found.sort((one, other) => one.range[0] - other.range[0]);
}

/** The ranges in order, inside the text; those that touch are one. */
function merge(text: string, ranges: readonly Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    const [from, to] = [Math.max(0, start), Math.min(text.length, end)];
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) merged.push([from, to]);
  }
  return merged;
}

/** What is left of a range outside of others, which are in order. */
function without([start, end]: Range, taken: readonly Range[]): Range[] {
  const left: Range[] = [];
  let from = start;
  for (const [begun, done] of taken) {
    if (begun >= end) break;
    if (from < begun) left.push([from, begun]);
    from = Math.max(from, done);
  }
  return from < end ? [...left, [from, end]] : left;
}

/** The parts of a range that stand in one line each. */
function inLines(text: string, [start, end]: Range): Range[] {
  return [...text.slice(start, end).matchAll(/[^\n\r\u2028\u2029]+/g)].map(({ index, 0: line }) => [
    start + index,
    start + index + line.length,
  ]);
}

/**
 * The range without blanks at its ends, and without half of a character. What is struck may not end in a tilde either:
 * Discord ends it at the first two it meets, without regard to escapes.
 */
function trim(text: string, [start, end]: Range, tail: RegExp): Range {
  // A first half at the end goes even where its second half is missing: the text may be the beginning of another.
  const first = /[\uDC00-\uDFFF]/.test(text.charAt(start)) ? start + 1 : start;
  const last = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
  const words = text.slice(first, last);
  return [first + (words.length - words.trimStart().length), last - (words.length - words.replace(tail, '').length)];
}
