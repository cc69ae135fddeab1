import type { Range } from '../core/range.ts';

/**
 * Every character that Discord could read as markup where it stands, each alone:
 * emphasis, spoilers, code, links in brackets, everything in angle brackets, mentions;
 * the colon of an address or an emoji's name;
 * and what makes a heading, quote, list or subtext at the start of a line, behind any blanks or invisible characters.
 */
const markup =
  /[\\*_~|`<[\]@]|:(?=\S)|(?<=^[\s\p{Cf}]*)[#>+-]|(?<=^[\s\p{Cf}]*-)#|(?<=^[\s\p{Cf}]*>+)>|(?<=^[\s\p{Cf}]*\d+)[.)]/gmu;

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
 * The escaped text with some ranges of it in bold. A mark never stands inside an escape or across a line's end, and
 * ranges that touch become one, as Discord would read `****` between them wrongly.
 */
export function mark(text: string, ranges: readonly Range[]): string {
  const bold = markable(text, ranges).flatMap((range) => [...range]);
  const places = [...text.matchAll(markup)].map(({ index }) => ({ at: index, sign: '\\' }));
  // The sort keeps the order of equals: a mark stands before an escape at the same place, and so outside of it.
  const signs = [...bold.map((at) => ({ at, sign: '**' })), ...places].sort((one, other) => one.at - other.at);
  let marked = '';
  let done = 0;
  for (const { at, sign } of signs) {
    marked += text.slice(done, at) + sign;
    done = at;
  }
  return marked + text.slice(done);
}

/**
 * What showing the text up to each offset costs, as a marked block quote: never less than its length. Counted once, so
 * that looking for the place to cut a long text is quick.
 */
export function costs(text: string, ranges: readonly Range[] = []): (end: number) => number {
  const extra = new Uint8Array(text.length);
  const add = (at: number, amount: number) => {
    extra[at] = (extra[at] ?? 0) + amount;
  };
  for (const { index } of text.matchAll(markup)) add(index, 1);
  for (const { index } of text.matchAll(/[\n\r\u2028\u2029]/g)) add(index, 2);
  for (const [start] of markable(text, ranges)) add(start, 4);
  const sums = new Uint32Array(text.length + 1);
  extra.forEach((amount, at) => {
    sums[at + 1] = (sums[at] ?? 0) + 1 + amount;
  });
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

/** The ranges in order, merged, inside the text, cut at line ends, without blanks at their ends. */
function markable(text: string, ranges: readonly Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    const [from, to] = [Math.max(0, start), Math.min(text.length, end)];
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) merged.push([from, to]);
  }
  return merged.flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(/[^\n\r\u2028\u2029]+/g)]
      .map(({ index, 0: line }) => trim(text, [start + index, start + index + line.length]))
      .filter(([from, to]) => from < to),
  );
}

/** The range without blanks at its ends, and without half of a character. */
function trim(text: string, [start, end]: Range): Range {
  const first = isSecondHalf(text, start) ? start + 1 : start;
  const last = isSecondHalf(text, end) ? end - 1 : end;
  const words = text.slice(first, last);
  return [first + (words.length - words.trimStart().length), last - (words.length - words.trimEnd().length)];
}

function isSecondHalf(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)) && at > 0;
}
