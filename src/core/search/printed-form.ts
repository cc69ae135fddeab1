import type { Range } from '../range.ts';

/**
 * A text with everything levelled that printing may vary without changing the words: letter case, the style of quotation
 * marks, dashes and dots, the kind and number of spaces, invisible characters.
 */
export interface PrintedForm {
  readonly form: string;
  /** The range of the original text that code units `[from, to)` of `form` stand for. */
  original(from: number, to: number): Range;
}

const singleMarks = /[‘’‚‛′ʼ`´]/g;
const doubleMarks = /[“”„‟″«»]/g;
const dashes = /[‐‑‒–—―−]/g;
const invisibles = /\p{Cf}|\p{Variation_Selector}/gu;
const single = new Set('‘’‚‛′ʼ`´');
const double = new Set('“”„‟″«»');
const dash = new Set('‐‑‒–—―−');
const invisible = new RegExp(`^(?:${invisibles.source})$`, 'u');
const space = /^\s$/u;
const plainText = /^[ -_a-~]*$/;

/** The form alone, quicker where the offsets are not needed: always `printedForm(text).form`. */
export function levelled(text: string): string {
  const level = plainText.test(text)
    ? text
    : text
        .replace(invisibles, '')
        .replace(singleMarks, "'")
        .replace(doubleMarks, '"')
        .replace(dashes, '-')
        .replaceAll('…', '...');
  return level
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?-[ -]*/g, '-')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}

/** Levels a text, or the part of it between two offsets; offsets are into `text`. Never throws; linear. */
export function printedForm(text: string, from = 0, to = text.length): PrintedForm {
  const parts: string[] = [];
  // Where each code unit of the form begins and ends in the original.
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (form: string, start: number, end: number) => {
    parts.push(form);
    for (let unit = 0; unit < form.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  // A space waits until a character that is no dash follows, since spaces round a dash are a matter of style.
  let waiting: number | null = null;
  let afterDash = false;
  for (let at = from; at < to; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const next = Math.min(at + character.length, to);
    // A zero-width no-break space is a space to patterns, and nothing to a reader.
    if (space.test(character) && !invisible.test(character)) waiting ??= at;
    else if (!invisible.test(character)) {
      const level = levelledCharacter(character);
      const isDash = level === '-';
      if (waiting !== null && parts.length > 0 && !isDash && !afterDash) put(' ', waiting, at);
      if (!(isDash && afterDash)) put(level, at, next);
      else ends[ends.length - 1] = next;
      waiting = null;
      afterDash = isDash;
    }
    at = next;
  }
  const form = parts.join('');
  return {
    form,
    original: (start, end) =>
      start >= end ? [starts[start] ?? to, starts[start] ?? to] : [starts[start] ?? to, ends[end - 1] ?? to],
  };
}

function levelledCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character === '`' ? "'" : character.toLowerCase();
  if (single.has(character)) return "'";
  if (double.has(character)) return '"';
  if (dash.has(character)) return '-';
  if (character === '…') return '...';
  return character === 'ς' ? 'σ' : character.toLowerCase();
}

const wordUnit = /[\p{L}\p{N}\p{M}]/u;

/** Whether the text has a letter or digit on both sides of an offset, so that a cut there would go through a word. */
export function insideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && wordUnit.test(text[at - 1] ?? '') && wordUnit.test(text[at] ?? '');
}

/** Every place in `form` where `phrase` (itself in printed form) stands with no word cut at its ends. Linear in practice: the engine's own search. */
export function* occurrences(form: string, phrase: string): Generator<Range> {
  if (phrase === '') return;
  for (let at = form.indexOf(phrase); at >= 0; at = form.indexOf(phrase, at + phrase.length)) {
    const end = at + phrase.length;
    if (!insideWord(form, at) && !insideWord(form, end)) yield [at, end];
  }
}
