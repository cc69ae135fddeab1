import type { Range } from '../range.ts';

/** A run between quotation marks within one paragraph. Offsets are UTF-16, end-exclusive. */
export interface QuotedRun {
  /** From the opening mark to behind the closing one. */
  readonly range: Range;
  /** Between the marks. */
  readonly inner: Range;
  /** How many other runs it stands in: 0 is outermost. */
  readonly depth: number;
  /** False when the paragraph, or another opening mark, came before a closing one. */
  readonly closed: boolean;
  /** Whether it goes on with the run that the paragraph before left open. */
  readonly continues: boolean;
  readonly paragraph: number;
}

type Style = 'double' | 'single' | 'low' | 'low single' | 'angle';

/** A quotation mark that is no apostrophe, with what its glyph and neighbours say about its direction. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly style: Style;
  /** The glyph's own direction; 0 for straight marks. */
  readonly glyph: -1 | 0 | 1;
  /** White space, a bracket or another mark on the left and none on the right, or the reverse. */
  readonly opens: boolean;
  readonly closes: boolean;
}

interface Open {
  readonly mark: Mark;
  readonly continues: boolean;
}

/** Marks open at once in real prose stay below this; more is noise, and must not cost time. */
const deepest = 6;
/** How many paragraphs without a mark of their own a quotation may run through. */
const longestGap = 12;

const elision = /^(?:em|tis|twas|til|till|cause|bout|round|n|ere|neath|burbs|hood|tude|nuff|cos|fess)(?![A-Za-z])/i;
const decade = /^[0-9]{2}(?:s|,| |\.|$)/;
const clitic = /^(?:s|t|re|ll|ve|d|m)(?![A-Za-z])/i;
const afterPossessive =
  /^ (?:and|or|but|nor|of|to|in|on|at|by|for|from|with|as|that|than|is|are|was|were|be|has|had|have|will|would|could|should|may|might|can|who|which|when|while|if|because|after|before|during|against|about|over|into|under|through|since|until|he|she|it|they|we|i|you|said|says|told|added|not|so|the|a|an|this|these)(?![A-Za-z])/i;

/**
 * Pairs the quotation marks of each paragraph, of any style, telling apostrophes from closing marks.
 * Outer runs come before the inner ones they hold; in order of their opening marks. Linear in the text's length.
 */
export function pairMarks(text: string, paragraphs: readonly Range[]): QuotedRun[] {
  const twofold = twofoldGlyphs(text);
  const marks = paragraphs.map(([start, end]) => (isNoise(text, start, end) ? [] : marksOf(text, start, end, twofold)));
  const runs: QuotedRun[] = [];
  let open: Style | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    open = pairParagraph(text, paragraphs, marks, index, paragraph, open, runs);
  }
  return runs;
}

/** A long paragraph of which a good part is marks is no prose, and is not worth the time. */
function isNoise(text: string, start: number, end: number): boolean {
  if (end - start < 2000) return false;
  let marks = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (
      code === 34 ||
      code === 39 ||
      code === 96 ||
      code === 0xab ||
      code === 0xbb ||
      (code >= 0x2018 && code <= 0x201f)
    )
      marks += 1;
  }
  return marks * 8 > end - start;
}

function isSpace(char: string): boolean {
  return (
    char === '' ||
    char === ' ' ||
    char === '\n' ||
    char === '\t' ||
    char === '\r' ||
    char === '\u00a0' ||
    char === '\u2009' ||
    char === '\u202f'
  );
}

function isWord(char: string): boolean {
  return (
    (char >= 'a' && char <= 'z') ||
    (char >= 'A' && char <= 'Z') ||
    (char >= '0' && char <= '9') ||
    (char > '\u00bf' && char < '\u2000')
  );
}

const doubles = new Map<string, -1 | 0 | 1>([
  ['"', 0],
  ['“', 1],
  ['”', -1],
  ['‟', 1],
  ['″', 0],
  ['＂', 0],
]);
const singles = new Map<string, -1 | 0 | 1>([
  ["'", 0],
  ['‘', 1],
  ['’', -1],
  ['`', 1],
  ['´', -1],
  ['‛', 1],
  ['′', 0],
]);

/** Which single glyphs this text sets twice for a double mark: one that opens shows it; "the owners’’" alone does not. */
function twofoldGlyphs(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (/(?:^|[\s([—–-])(?:''|``)(?=[^\s'`])/.test(text)) for (const glyph of "'`") found.add(glyph);
  if (/(?:^|[\s([—–-])(?:‘‘|’’)(?=[^\s‘’])/.test(text)) for (const glyph of '‘’') found.add(glyph);
  return found;
}

function marksOf(text: string, start: number, end: number, twofold: ReadonlySet<string>): Mark[] {
  const marks: Mark[] = [];
  const at = (index: number) => (index < start || index >= end ? '' : text.charAt(index));
  let index = start;
  while (index < end) {
    const char = text.charAt(index);
    const code = text.charCodeAt(index);
    if (code === 60 && /[a-z/!]/i.test(at(index + 1))) {
      // Marks inside markup quote nothing.
      const close = text.indexOf('>', index);
      if (close > 0 && close < Math.min(end, index + 300)) {
        index = close + 1;
        continue;
      }
    }
    if ((code > 39 && code < 96) || (code > 96 && code < 0xab) || (code >= 97 && code <= 122) || code < 34) {
      index += 1;
      continue;
    }
    let style: Style | null = null;
    let glyph: -1 | 0 | 1 = 0;
    let width = 1;
    const single = singles.get(char);
    if (doubles.has(char)) {
      style = 'double';
      glyph = doubles.get(char) ?? 0;
    } else if (single !== undefined) {
      if (twofold.has(char) && at(index + 1) === char && at(index + 2) !== char) {
        style = 'double';
        width = 2;
        glyph = single;
      } else {
        style = 'single';
        glyph = single;
      }
    } else if (char === '„') {
      style = 'low';
      glyph = 1;
    } else if (char === '‚' && !isSpace(at(index + 1)) && isSpace(at(index - 1))) {
      style = 'low single';
      glyph = 1;
    } else if (char === '«' || char === '‹') {
      style = 'angle';
      glyph = 1;
    } else if (char === '»' || char === '›') {
      style = 'angle';
      glyph = -1;
    }
    if (style === null) {
      index += 1;
      continue;
    }
    const before = at(index - 1);
    const after = at(index + width);
    if (!(style === 'single' ? isApostrophe(text, index, end, before, after) : isInches(at, index, before, char))) {
      marks.push({ start: index, end: index + width, style, glyph, ...directions(before, after) });
    }
    index += width;
  }
  return marks;
}

const opening = '([{—–-/:=>“‘«„"\'…*_#|';
const closing = ')]}.,;:!?…—–-/”’»"\'“<*_|';

function directions(before: string, after: string): { opens: boolean; closes: boolean } {
  const spaceBefore = isSpace(before);
  const spaceAfter = isSpace(after);
  const opens = !spaceAfter && (spaceBefore || opening.includes(before));
  const closes = !spaceBefore && (spaceAfter || closing.includes(after));
  if (opens && closes) {
    // Punctuation on both sides: a comma or a full stop never follows an opening mark, nor an opening bracket precedes a closing one.
    if ('([{'.includes(before) && before !== '') return { opens: true, closes: false };
    if (after !== '' && '.,;:!?)]}'.includes(after) && !after.startsWith('…')) return { opens: false, closes: true };
  }
  return { opens, closes };
}

function isApostrophe(text: string, index: number, end: number, before: string, after: string): boolean {
  const wordBefore = isWord(before);
  if (wordBefore && isWord(after)) return true;
  if (isWord(after) && !wordBefore) {
    const next = text.slice(index + 1, Math.min(end, index + 9));
    if (elision.test(next) && (isSpace(before) || before === '-')) return true;
    if (decade.test(next)) return true;
    // Text that was cut into words: "Okell 's plan", "they 'll go".
    if (isSpace(before) && clitic.test(next)) return true;
  }
  return false;
}

/** 6'2", 19" screens: a straight mark behind a figure with no word on its other side, when the figure is a measure. */
function isInches(at: (index: number) => string, index: number, before: string, char: string): boolean {
  if (char !== '"' && char !== '″') return false;
  if (!(before >= '0' && before <= '9')) return false;
  const quote = at(index - 2);
  return quote === "'" || quote === '’' || at(index - 3) === "'" || at(index - 3) === '’';
}

const strayTag =
  /, (?:(?:the |a |an )?(?:\p{Ll}{3,20} ){0,2}\p{Lu}[\p{L}.’'-]{0,30}(?: \p{Lu}[\p{L}.’'-]{0,30}){0,4}|he|she|they) (?:said|says|added|told reporters)(?=[ .,])(?! that)/u;

function pairParagraph(
  text: string,
  paragraphs: readonly Range[],
  marks: readonly (readonly Mark[])[],
  index: number,
  [start, end]: Range,
  inherited: Style | null,
  runs: QuotedRun[],
): Style | null {
  const own = marks[index] ?? [];
  const pairs: { open: Mark; close: Mark | null; end: number; continues: boolean }[] = [];
  const stack: Open[] = [];
  const none: Mark = { start, end: start, style: inherited ?? 'double', glyph: 1, opens: true, closes: false };
  const first = own[0];
  const startsQuoted =
    first !== undefined && first.start <= start + 2 && first.opens && text.slice(start, first.start).trim() === '';
  let continued = inherited !== null && startsQuoted && first?.style === inherited;
  if (inherited !== null && !continued) stack.push({ mark: none, continues: true });

  const nextStart = paragraphs[index + 1]?.[0];
  const goesOnNext =
    nextStart !== undefined &&
    (marks[index + 1] ?? [])[0]?.start === nextStart &&
    (marks[index + 1] ?? [])[0]?.style === 'single';
  for (const [position, mark] of own.entries()) {
    const at = findOpen(stack, mark.style);
    const direction = directionOf(text, own, position, mark, at >= 0, stack, goesOnNext);
    if (direction === 0) continue;
    if (direction > 0) {
      if (stack.length >= deepest) continue;
      if (at >= 0 && mark.style !== 'single' && !nests(own, position)) {
        // An opening mark where one is still open: the one before was never closed.
        for (const dropped of stack.splice(at)) {
          if (dropped.mark.style !== 'single') {
            pairs.push({ open: dropped.mark, close: null, end: mark.start, continues: dropped.continues });
          }
        }
      }
      stack.push({ mark, continues: continued });
      continued = false;
    } else if (at >= 0) {
      const opened = stack[at];
      stack.length = at;
      if (opened !== undefined)
        pairs.push({ open: opened.mark, close: mark, end: mark.end, continues: opened.continues });
    }
  }

  let left: Style | null = null;
  for (const [position, opened] of stack.entries()) {
    const goesOn = position === 0 && goesOnAfter(text, paragraphs, marks, index, opened.mark.style);
    if (goesOn) left = opened.mark.style;
    // A single mark that nothing closes was an apostrophe.
    if (goesOn || opened.mark.style !== 'single' || opened.mark.glyph === 1) {
      const swallowed =
        position > 0 && stack.some((other, earlier) => earlier < position && other.mark.style !== 'single');
      if (!swallowed)
        pairs.push({ open: opened.mark, close: goesOn ? opened.mark : null, end, continues: opened.continues });
    }
  }

  for (const pair of pairs) {
    // A mark that nothing closes, with a speech tag behind it: “We sail at dawn, Mara Okell said.
    if (pair.close !== null && pair.close !== pair.open) continue;
    const tag = strayTag.exec(text.slice(pair.open.end, Math.min(pair.end, pair.open.end + 600)));
    if (tag === null || (pair.close === pair.open && !/^,? (?:\p{Ll}+ ){0,3}\p{Lu}/u.test(tag[0]))) continue;
    pair.end = pair.open.end + tag.index + 1;
    pair.close = null;
    if (left === pair.open.style) left = null;
  }
  pairs.sort((a, b) => a.open.start - b.open.start || b.end - a.end);
  const around: number[] = [];
  for (const pair of pairs) {
    while (around.length > 0 && (around.at(-1) ?? 0) <= pair.open.start) around.pop();
    const inner: Range = [pair.open.end, pair.close === null || pair.close === pair.open ? pair.end : pair.close.start];
    runs.push({
      range: [pair.open.start, pair.end],
      inner: trim(text, inner),
      depth: around.length,
      closed: pair.close !== null,
      continues: pair.continues,
      paragraph: index,
    });
    around.push(pair.end);
  }
  return left;
}

function trim(text: string, [start, end]: Range): Range {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charAt(from))) from += 1;
  while (to > from && isSpace(text.charAt(to - 1))) to -= 1;
  return [from, to];
}

function findOpen(stack: readonly Open[], style: Style): number {
  for (let at = stack.length - 1; at >= 0; at -= 1) {
    const opened = stack[at]?.mark.style;
    if (opened === style || (opened === 'low' && style === 'double') || (opened === 'low single' && style === 'single'))
      return at;
  }
  return -1;
}

/** 1 opens, -1 closes, 0 is no quotation mark here. */
function directionOf(
  text: string,
  own: readonly Mark[],
  position: number,
  mark: Mark,
  isOpen: boolean,
  stack: readonly Open[],
  goesOnNext: boolean,
): -1 | 0 | 1 {
  if (mark.style === 'single') return singleDirection(text, own, position, mark, isOpen, stack, goesOnNext);
  if (mark.style === 'low' || mark.style === 'low single') return 1;
  if (isOpen && stack.at(-1)?.mark.style === 'low' && mark.style === 'double' && !mark.opens) return -1;
  if (mark.opens && !mark.closes) {
    if (mark.glyph >= 0 || !isOpen) return 1;
    // A closing glyph before a word while one is open: "word ”next", a slip of the space.
    return -1;
  }
  if (mark.closes && !mark.opens) {
    if (isOpen) return -1;
    // 'said," The plan …"': the space stands on the wrong side of the opening mark.
    return mark.glyph === 0 &&
      /[,:]/.test(text.charAt(mark.start - 1)) &&
      isSpace(text.charAt(mark.end)) &&
      closesNext(own, position)
      ? 1
      : 0;
  }
  if (mark.glyph !== 0) return mark.glyph === -1 && !isOpen ? 0 : mark.glyph;
  return isOpen ? -1 : 1;
}

function singleDirection(
  text: string,
  own: readonly Mark[],
  position: number,
  mark: Mark,
  isOpen: boolean,
  stack: readonly Open[],
  goesOnNext: boolean,
): -1 | 0 | 1 {
  const before = text.charAt(mark.start - 1);
  if (stack.at(-1)?.mark.style === 'low single') return mark.closes && !mark.opens ? -1 : 0;
  if (mark.opens && !mark.closes) {
    if (mark.glyph === -1 && isOpen) return 0;
    return isOpen && mark.glyph === 0 ? 0 : 1;
  }
  if (!isOpen) {
    if (mark.glyph === 1 && !mark.closes) return 1;
    if (!mark.opens && !mark.closes && mark.glyph === 0 && isSpace(before)) return closesLater(own, position) ? 1 : 0;
    return 0;
  }
  if (
    stack.at(-1)?.mark.style === 'double' &&
    own.slice(position + 1, position + 8).some((next) => next.style === 'double')
  )
    return 0;
  if (!mark.closes && !isSpace(before)) return 0;
  if (!isWord(before)) return -1;
  const following = text.slice(mark.end, mark.end + 12);
  const droppedG = before === 'n' && text.charAt(mark.start - 2) === 'i' && /^ [a-z]/.test(following);
  if (!'szxSZX'.includes(before) && !droppedG) return -1;
  // "… the owners’,’": the mark behind the comma closes.
  if (/^(?:[,.;:!?]?['’])/.test(following)) return 0;
  if (!/^ [A-Za-z0-9]/.test(following)) return -1;
  const later = laterClosing(text, own, position);
  // Where the next paragraph opens anew, this one may leave its quotation open.
  if (later === 'none') return goesOnNext && !afterPossessive.test(following) ? 0 : -1;
  if (later === 'sure') return 0;
  return afterPossessive.test(following) && !droppedG ? -1 : 0;
}

/** Whether, before the next opening mark, another single mark can close: surely so behind punctuation. */
function laterClosing(text: string, own: readonly Mark[], position: number): 'none' | 'maybe' | 'sure' {
  let found: 'none' | 'maybe' = 'none';
  for (let at = position + 1; at < own.length && at < position + 12; at += 1) {
    const mark = own[at];
    if (mark?.style !== 'single') continue;
    if (mark.opens && !mark.closes) return found;
    if (!mark.closes) continue;
    if (!isWord(text.charAt(mark.start - 1))) return 'sure';
    found = 'maybe';
  }
  return found;
}

function closesNext(own: readonly Mark[], position: number): boolean {
  const style = own[position]?.style;
  for (let at = position + 1; at < own.length && at < position + 8; at += 1) {
    const mark = own[at];
    if (mark !== undefined && mark.style === style) return mark.closes && !mark.opens;
  }
  return false;
}

function nextSingle(own: readonly Mark[], position: number): Mark | null {
  for (let at = position + 1; at < own.length && at < position + 8; at += 1) {
    const mark = own[at];
    if (mark?.style === 'single') return mark;
  }
  return null;
}

function closesLater(own: readonly Mark[], position: number): boolean {
  return nextSingle(own, position) !== null;
}

/** Whether an opening mark inside an open run of its own style starts an inner run: both are closed later. */
function nests(own: readonly Mark[], position: number): boolean {
  const style = own[position]?.style;
  let closings = 0;
  for (let at = position + 1; at < own.length && at < position + 12; at += 1) {
    const mark = own[at];
    if (mark === undefined || mark.style !== style) continue;
    if (mark.opens && !mark.closes && mark.glyph >= 0) return false;
    closings += 1;
    if (closings === 2) return mark.closes;
  }
  return false;
}

/** Whether a run left open at the end of a paragraph goes on: the next one opens anew, or one soon closes it. */
function goesOnAfter(
  text: string,
  paragraphs: readonly Range[],
  marks: readonly (readonly Mark[])[],
  index: number,
  style: Style,
): boolean {
  for (let next = index + 1; next < marks.length && next <= index + longestGap; next += 1) {
    const first = (marks[next] ?? []).find((mark) => mark.style === style);
    if (first === undefined) continue;
    const [start] = paragraphs[next] ?? [0];
    if (first.opens && !first.closes && first.glyph >= 0) {
      return next === index + 1 && text.slice(start, first.start).trim() === '';
    }
    if (style === 'single') {
      const before = text.charAt(first.start - 1);
      return first.closes && !isWord(before);
    }
    return first.closes && !first.opens;
  }
  return false;
}
