/** A word of a typed line, a string in double quotes, or an option given by name. Offsets point into the line. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** The option's name, when it is given by name. */
  readonly name?: string;
  /** The value without name, marks and escapes. */
  readonly value: string;
  readonly quoted: boolean;
  /** What is wrong with it, if it may not be used as anything but plain text. */
  readonly fault?: 'open' | 'empty' | 'joined';
}

const named = /([-_\p{L}\p{N}]{1,32}):/uy;
const space = /\s/g;
/** Which mark closes the double-quoted string that another opens. */
const closings: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
]);

/**
 * Splits a typed line at white space. A double-quoted string is one word where a blank or the end follows it, whether its
 * marks are straight or curly; `name:` begins an option only where `names` holds the name, inside the straight quotes of
 * its value `\"` and `\\` stand for the mark itself.
 */
export function splitWords(line: string, names: ReadonlySet<string>): readonly Word[] {
  const words: Word[] = [];
  for (let start = skipSpace(line, 0); start < line.length; ) {
    const word = readNamed(line, start, names) ?? readPlain(line, start);
    words.push(word);
    start = skipSpace(line, word.end);
  }
  return words;
}

function readNamed(line: string, start: number, names: ReadonlySet<string>): Word | null {
  named.lastIndex = start;
  const name = named.exec(line)?.[1];
  if (name === undefined || !names.has(name)) return null;
  const from = start + name.length + 1;
  if (line[from] !== '"') {
    return { ...readPlain(line, from), start, name, ...(wordEnd(line, from) === from && { fault: 'empty' }) };
  }
  let value = '';
  for (let at = from + 1; at < line.length; at += 1) {
    if (line[at] === '"') {
      const end = wordEnd(line, at + 1);
      return { start, end, name, value, quoted: true, ...(end > at + 1 && { fault: 'joined' }) };
    }
    const next = line[at + 1];
    if (line[at] === '\\' && (next === '"' || next === '\\')) at += 1;
    value += line[at];
  }
  return { start, end: line.length, name, value, quoted: true, fault: 'open' };
}

function readPlain(line: string, start: number): Word {
  const closing = closings.get(line[start] ?? '');
  const close = closing === undefined ? -1 : line.indexOf(closing, start + 1);
  if (close >= 0 && wordEnd(line, close + 1) === close + 1)
    return { start, end: close + 1, value: line.slice(start + 1, close), quoted: true };
  // Only a straight mark holds a word together that goes on behind it, or is missed: a curly one may be part of a text.
  const straight = closing === '"';
  const end = wordEnd(line, straight && close >= 0 ? close + 1 : start);
  return { start, end, value: line.slice(start, end), quoted: false, ...(straight && close < 0 && { fault: 'open' }) };
}

function wordEnd(line: string, from: number): number {
  space.lastIndex = from;
  return space.exec(line)?.index ?? line.length;
}

function skipSpace(line: string, from: number): number {
  let at = from;
  while (at < line.length && isSpace(line[at])) at += 1;
  return at;
}

/** Whether a character parts words. */
export function isSpace(character: string | undefined): boolean {
  return character !== undefined && /^\s$/.test(character);
}
