import type { Range } from './range.ts';

/** The longest address that is of use to all front ends: that of a link button in Discord. */
const longestAddress = 512;
/** A quotation of at most so many words is named whole, a longer one by its first and its last words. */
const wholeWords = 10;
/** With how many words on each side a place is looked for: few first, as a page may differ a little from its text. */
const edgeWords = [4, 6, 9, 14] as const;

const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The address of an article opened at a range of its text, by a text fragment: the whole of a short range, else its
 * first and last words, else its first ones. Undefined where there is no address of the web, where the words stand
 * elsewhere in the text too, or where no form is short enough.
 */
export function linkToText(url: string | null, text: string, range: Range): string | undefined {
  const base = baseOf(url);
  if (base === undefined) return undefined;
  for (const candidate of candidates(text, range)) {
    const address = `${base}${candidate.map(([start, end]) => encode(text.slice(start, end))).join(',')}`;
    // Looking through the article takes longest, so that only one form is mostly looked for.
    if (address.length <= longestAddress && isOnlyPlace(text, candidate)) return address;
  }
  return undefined;
}

/** The address up to where the words go. An older directive gives way to ours; any other fragment stays before it. */
function baseOf(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const page = href.replace(/:~:.*$/s, '');
  return `${page.includes('#') ? page : `${page}#`}:~:text=`;
}

/** The runs of words that could name the range, the best first: one run, or where it begins and where it ends. */
function candidates(text: string, [start, end]: Range): Range[][] {
  // A mark that is half a character cannot be written in an address.
  if (!/^\P{Cs}*$/u.test(text.slice(start, end)) || isInWord(text, start) || isInWord(text, end)) return [];
  const found = wordsIn(text, start, end);
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return [];
  // Each run has to stand in one block of the page: no further than the line it begins in, or ends in.
  const whole: Range = [first[0], last[1]];
  const ends = Array.from(text.slice(...whole).matchAll(/[\n\r\u2028\u2029]/g), ({ index }) => first[0] + index);
  const [firstEnd = last[1], lastEnd = -1] = [ends[0], ends.at(-1)];
  const opening = found.filter(([at]) => at <= firstEnd);
  const closing = found.filter(([, to]) => to > lastEnd);
  if (found.length <= wholeWords && opening.length === found.length) return [[whole]];
  const opened = (count: number): Range => [first[0], opening[Math.min(count, opening.length) - 1]?.[1] ?? first[1]];
  const closed = (count: number): Range => [closing.at(-Math.min(count, closing.length))?.[0] ?? last[0], last[1]];
  return [
    ...edgeWords.map((count) => [opened(count), closed(count)]).filter(([from, to]) => isApart(from, to)),
    ...edgeWords.map((count) => [opened(count)]),
  ];
}

function isApart(from: Range | undefined, to: Range | undefined): boolean {
  return from !== undefined && to !== undefined && from[1] <= to[0];
}

/** Whether an offset stands between two letters or digits. */
function isInWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}\p{M}]{2}$/u.test(text.slice(at - 1, at + 1)) && at > 0;
}

/** Letters and digits, with nothing beside them that could be part of a word: there segmenting says nothing more, and takes long. */
const plainlyParted = /^(?:[A-Za-z0-9 \n“”"()–—!?-]|[.,;:'’](?![A-Za-z0-9]))*$/;

function wordsIn(text: string, start: number, end: number): Range[] {
  const part = text.slice(start, end);
  if (plainlyParted.test(part)) {
    return Array.from(part.matchAll(/[A-Za-z0-9]+/g), ({ 0: word, index }) => [
      start + index,
      start + index + word.length,
    ]);
  }
  const found: Range[] = [];
  for (const { index, segment, isWordLike } of words.segment(part)) {
    if (isWordLike) found.push([start + index, start + index + segment.length]);
  }
  return found;
}

/** Whether a browser, which takes the first place that fits, finds this one and no other could be meant. */
function isOnlyPlace(text: string, [from, to]: readonly Range[]): boolean {
  if (from === undefined) return false;
  const places = text.matchAll(pattern(text.slice(...from)));
  if (places.next().value?.index !== from[0] || places.next().done !== true) return false;
  if (to === undefined) return true;
  const closing = pattern(text.slice(...to));
  closing.lastIndex = from[1];
  return closing.exec(text)?.index === to[0];
}

/** Words as browsers compare them: without regard to case or to the length of blanks. */
function pattern(phrase: string): RegExp {
  const parts = phrase.split(/\s+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(parts.join('\\s+'), 'giu');
}

/** Percent-encoded, the marks that part a directive's pieces too. */
function encode(phrase: string): string {
  return encodeURIComponent(phrase.replace(/\s+/g, ' ')).replace(/-/g, '%2D');
}
