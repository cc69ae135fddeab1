import type { Range } from '../range.ts';
import { printedWords } from '../search/word.ts';

/** A word, number or sign of worth as a quotation is held to it. Offsets are UTF-16 into the text it was read from. */
export interface Wording {
  readonly start: number;
  readonly end: number;
  /** What must be the same: letters and digits, whatever their case, accents and apostrophes; "$" and "%". */
  readonly key: string;
}

// Signs that change what is said when they change, though they are no words.
const sign = /[$€£¥₹%‰°§&+=<>±]/gu;

/** The wordings of `text` inside the ranges, in order. Never throws; linear. */
export function readWordings(text: string, ranges: readonly Range[]): Wording[] {
  const found: Wording[] = [];
  for (const [from, to] of ranges) {
    let at = from;
    for (const { start, printed } of printedWords(text, from, to)) {
      addSigns(text, at, start, found);
      const key = strictKey(printed);
      at = start + printed.length;
      if (key !== '') found.push({ start, end: at, key });
    }
    addSigns(text, at, to, found);
  }
  return found;
}

function addSigns(text: string, from: number, to: number, found: Wording[]): void {
  // Between two words there is mostly one space.
  if (to - from < 2 && (from >= to || text[from] === ' ')) return;
  for (const { index, 0: printed } of text.slice(from, to).matchAll(sign)) {
    found.push({ start: from + index, end: from + index + 1, key: printed });
  }
}

const plain = /^[a-z0-9]+$/;

/** Unlike a search's key this keeps a possessive, since "the mayor" is not "the mayor's". */
function strictKey(printed: string): string {
  const lower = printed.toLowerCase();
  if (plain.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’ʼ`.]+/gu, (marks, at: number, whole: string) => keptPoint(marks, at, whole))
    .replace(/(?<=\p{N}),(?=\p{N})/gu, '');
}

/** A point inside a number stays ("3.5"); initials lose theirs ("U.S." is "US"). */
function keptPoint(marks: string, at: number, whole: string): string {
  return marks === '.' && /\p{N}/u.test(whole[at - 1] ?? '') && /\p{N}/u.test(whole[at + 1] ?? '') ? '.' : '';
}

const negations = new Set(
  'not no never none nobody nothing neither nor nowhere without cannot hardly barely scarcely deny denies denied refuse refuses refused fail fails failed'.split(
    ' ',
  ),
);

/** Whether a wording turns what is said into its opposite ("not", "never", "won't"). */
export function isNegation(key: string): boolean {
  return (
    negations.has(key) ||
    /^(?:is|are|was|were|do|does|did|has|have|had|ca|could|would|should|wo|must|need|ai|might|sha)nt$/.test(key)
  );
}

const numerals = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half twice first second third'.split(
    ' ',
  ),
);

/** Whether a wording is a number, in digits or in words, or a sign that belongs to one. */
export function isNumber(key: string): boolean {
  return /\p{N}/u.test(key) || numerals.has(key) || /^[$€£¥₹%‰°]$/u.test(key);
}
