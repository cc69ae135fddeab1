import stringWidth from 'string-width';

/** Fewer rows than this are not worth a page. */
const fewest = 5;

/**
 * Cuts lines into pages that leave one row of the window for the line that asks for more. A page ends at a blank line
 * where there is one in its second half, so that a quotation stays with its source.
 */
export function cutPages(lines: readonly string[], rows: number | undefined, columns: number): string[][] {
  if (rows === undefined || rows < fewest) return [[...lines]];
  const heights = lines.map((line) => Math.max(1, Math.ceil(stringWidth(line) / columns)));
  const room = rows - 1;
  const pages: string[][] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    for (let used = 0; end < lines.length && (end === start || used + (heights[end] ?? 1) <= room); end += 1) {
      used += heights[end] ?? 1;
    }
    if (end < lines.length) {
      const blank = lines.lastIndexOf('', end);
      if (blank > start + (end - start) / 2) end = blank;
    }
    pages.push(lines.slice(start, end));
    start = end;
    while (lines[start] === '') start += 1;
  }
  return pages.length > 0 ? pages : [[]];
}

/** What a key asks for while an answer waits to go on. */
export type PageKey = 'more' | 'stop';

/** Reads the first key of some typed bytes. `length` is how many of them it is made of. */
export function readPageKey(typed: string): { readonly key: PageKey; readonly length: number } {
  const pressed = firstKey(typed);
  const stops = ['q', 'Q', escapeKey, '\u0003', '\u0004'];
  return { key: stops.includes(pressed) ? 'stop' : 'more', length: Math.max(pressed.length, 1) };
}

/** What most keys that print nothing begin with. */
const escapeKey = '\u001b';

function firstKey(typed: string): string {
  if (!typed.startsWith(escapeKey)) return /^(?:\r\n|.)/s.exec(typed)?.[0] ?? '';
  return escapeKey + (/^(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z])/.exec(typed.slice(escapeKey.length))?.[0] ?? '');
}
