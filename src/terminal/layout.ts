import stringWidth from 'string-width';
import { balance, endIsolate, startIsolate, turning } from '../wording/direction.ts';
import { isSpace } from './words.ts';

export type Style = 'heading' | 'bold' | 'sought' | 'dim' | 'supports' | 'opposes' | 'warning' | 'removed' | 'added';

/** Text of one look. What is printed elsewhere may hold anything; it is made harmless on its way to the terminal. */
export interface Span {
  readonly text: string;
  readonly style?: Style | undefined;
  /** Where a click leads, in terminals that have links. */
  readonly href?: string | undefined;
  /** Spans of one run keep their reading direction to themselves, together. Each span without one is its own. */
  readonly run?: object | undefined;
}

/** What a terminal can do. */
export interface Screen {
  /** In columns. */
  readonly width: number;
  readonly colour: boolean;
  readonly links: boolean;
}

const codes: Record<Style, readonly [open: string, close: string]> = {
  heading: ['1;36', '22;39'],
  bold: ['1', '22'],
  sought: ['1;4', '22;24'],
  dim: ['2', '22'],
  supports: ['32', '39'],
  opposes: ['31', '39'],
  warning: ['33', '39'],
  removed: ['31;9', '39;29'],
  added: ['1;32', '22;39'],
};

/**
 * The text with visible stand-ins for what a terminal would obey: control characters and halves of characters. Line
 * breaks stay; a tab is a blank.
 */
export function makeVisible(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\P{Cc}\n]/gu, (control) => {
      const code = control.charCodeAt(0);
      if (code === 0x7f) return '␡';
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
    });
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly span: Span;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function* readCells(spans: readonly Span[]): Generator<Cell> {
  for (const span of spans) {
    const text = makeVisible(span.text);
    if (/^[\n -~]*$/.test(text)) {
      for (const character of text) yield { text: character, width: 1, span };
    } else {
      for (const { segment } of graphemes.segment(text)) yield { text: segment, width: stringWidth(segment), span };
    }
  }
}

/** Breaks spans into lines of at most `width` columns: at blanks, between wide characters, and in words that are longer. */
export function wrapSpans(spans: readonly Span[], width: number): Span[][] {
  const lines: Span[][] = [];
  let line: Cell[] = [];
  let used = 0;
  /** How many cells of the line may stand before a break; 0 for none. */
  let breakable = 0;
  let wrapped = false;
  const flush = (count: number, isWrapped: boolean) => {
    lines.push(joinCells(line.slice(0, count)));
    line = line.slice(count);
    used = line.reduce((sum, cell) => sum + cell.width, 0);
    breakable = 0;
    wrapped = isWrapped;
  };
  for (const cell of readCells(spans)) {
    if (cell.text === '\n') {
      flush(line.length, false);
      continue;
    }
    if (isSpace(cell.text) && cell.text !== '\u00a0' && cell.text !== '\u202f') {
      if (wrapped && line.length === 0) continue;
      if (used + cell.width > width) {
        flush(line.length, true);
        continue;
      }
      line.push(cell);
      used += cell.width;
      breakable = line.length;
      continue;
    }
    while (used + cell.width > width && line.length > 0) flush(breakable > 0 ? breakable : line.length, true);
    line.push(cell);
    used += cell.width;
    if (cell.width > 1) breakable = line.length;
  }
  if (line.length > 0 || lines.length === 0) flush(line.length, false);
  return lines;
}

function joinCells(cells: readonly Cell[]): Span[] {
  let end = cells.length;
  while (end > 0 && isSpace(cells[end - 1]?.text)) end -= 1;
  const spans: Span[] = [];
  let last: Cell | undefined;
  for (const cell of cells.slice(0, end)) {
    const open = spans.at(-1);
    if (open !== undefined && last?.span === cell.span)
      spans[spans.length - 1] = { ...open, text: open.text + cell.text };
    else spans.push({ ...cell.span, run: cell.span.run ?? cell.span, text: cell.text });
    last = cell;
  }
  return spans;
}

/** One line as the terminal takes it: with colours and links where it has them, and each run's direction kept inside it. */
export function paintLine(spans: readonly Span[], { colour, links }: Screen): string {
  let painted = '';
  for (let at = 0; at < spans.length; ) {
    const run = spans[at]?.run;
    let end = at + 1;
    while (run !== undefined && end < spans.length && spans[end]?.run === run) end += 1;
    const group = spans.slice(at, end);
    const paint = ({ text, style, href }: Span) => {
      const styled =
        colour && style !== undefined ? `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m` : text;
      return links && href !== undefined ? `\u001b]8;;${href}\u001b\\${styled}\u001b]8;;\u001b\\` : styled;
    };
    if (group.some(({ text }) => turning.test(text))) painted += isolateRun(group, paint);
    else painted += group.map(paint).join('');
    at = end;
  }
  return painted;
}

/** Encloses a run so that neither its direction nor the controls in it reach what stands beside it. */
function isolateRun(group: readonly Span[], paint: (span: Span) => string): string {
  const { texts, open } = balance(group.map(({ text }) => text));
  const closed = group.map((span, at) => ({ ...span, text: texts[at] ?? '' }));
  return startIsolate + closed.map(paint).join('') + endIsolate.repeat(open + 1);
}
