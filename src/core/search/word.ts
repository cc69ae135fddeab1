import { stem as porter2 } from 'porter2';
import { isFunctionWord } from './function-word.ts';
import { baseOf, relatedWords } from './irregular.ts';

/** A word of a text. Offsets are UTF-16 into the text it was read from, end-exclusive. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, accents and apostrophes gone, without a possessive "s": "Úrsula’s" is "ursula". */
  readonly key: string;
  /** What the word is indexed under: the English stem of `key`. */
  readonly stem: string;
}

// Initials ("U.S."), or letters and digits with apostrophes between letters and points or commas between digits.
const wordPattern =
  /(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:(?:['’ʼ`](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}\p{M}\p{Cf}]+)*/gu;

/** A word as printed, and where it begins. */
export interface PrintedWord {
  readonly start: number;
  readonly printed: string;
}

const stickyWord = new RegExp(wordPattern.source, 'uy');

/** The words of `text` between two offsets as printed, in order, with where each begins. Never throws; linear. */
export function printedWords(text: string, from = 0, to = text.length): PrintedWord[] {
  const found: PrintedWord[] = [];
  // The pattern may look past a part's end, so a part is cut out first.
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  for (let at = 0; at < part.length; ) {
    const kind = kindOf(part.charCodeAt(at));
    if (kind === between) {
      at += 1;
      continue;
    }
    // Most words are plain letters and digits with a space behind; only the others need the pattern.
    let end = at;
    while (end < part.length && kindOf(part.charCodeAt(end)) === plain) end += 1;
    if (end === at || (end < part.length && kindOf(part.charCodeAt(end)) === other)) {
      stickyWord.lastIndex = at;
      const word = stickyWord.exec(part)?.[0];
      if (word === undefined) {
        at = Math.max(end, at + 1);
        continue;
      }
      end = at + word.length;
    }
    found.push({ start: from + at, printed: part.slice(at, end) });
    at = end;
  }
  return found;
}

const between = 0;
const plain = 1;
const other = 2;

/** Whether a code unit is certainly outside words, certainly a letter or digit, or to be looked at by the pattern. */
function kindOf(code: number): typeof between | typeof plain | typeof other {
  if (code > 127) return code === 0x2013 || code === 0x2014 || code === 0x201c || code === 0x201d ? between : other;
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) return plain;
  // Apostrophes, points and commas may stand inside a word.
  return code === 39 || code === 44 || code === 46 || code === 96 ? other : between;
}

/** The words of `text` between two offsets, in order, without those that are nothing when folded. Never throws; linear. */
export function* words(text: string, from = 0, to = text.length): Generator<Word> {
  for (const { start, printed } of printedWords(text, from, to)) {
    const key = wordKey(printed);
    if (key !== '') yield { start, end: start + printed.length, key, stem: stemOf(key) };
  }
}

const plainWord = /^[a-z0-9]+$/;
const initials = /^(?:\p{Lu}\.)+$/u;
const unitedStates = 'u.s';

/** The form under which words are the same whatever their case, accents and apostrophes. */
export function wordKey(printed: string): string {
  // "US" is a country and "us" is not, but both read "us" in lower case.
  if (printed === 'US' || printed === 'U.S.') return unitedStates;
  const lower = printed.toLowerCase();
  if (plainWord.test(lower)) return lower;
  if (initials.test(printed)) return lower.replaceAll('.', '');
  const folded = lower
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(/['’ʼ`]s$/u, '')
    .replace(/['’ʼ`]+/gu, '')
    .replace(/(?<=\p{N}),(?=\p{N})/gu, '')
    .replace(/[ßøłđæœıð]/g, (letter) => unaccented[letter] ?? letter);
  return folded === 'us' && printed.startsWith('US') ? unitedStates : folded;
}

// Letters that Unicode does not decompose, in the spelling newspapers give them in English.
const unaccented: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
};

const stems = new Map<string, string>();
const mostStems = 200_000;
const stemmable = /^[a-z]{3,40}$/;

/** The English stem of a folded word (Porter2, as snowballstem.org describes it); other words are their own stem. */
export function stemOf(key: string): string {
  const known = stems.get(key);
  if (known !== undefined) return known;
  let stem = stemmable.test(key) && !isFunctionWord(key) ? porter2(baseOf(key)) : key;
  // "wills" and "cans" are words of their own, though their stems hold sentences together.
  if (stem !== key && isFunctionWord(stem)) stem = key;
  // The cache is bounded so that a hostile text cannot grow it for ever.
  if (stems.size >= mostStems) stems.clear();
  stems.set(key, stem);
  return stem;
}

// Endings that make another part of speech of a word and that the stemmer leaves, with the letters that must remain
// before them: "opposit" (opposition) is kin to "oppos" (oppose), "venezuelan" to "venezuela".
const kinEndings: readonly (readonly [ending: string, least: number])[] = [
  ['ation', 4],
  ['ition', 4],
  ['ment', 5],
  ['ator', 5],
  ['ist', 5],
  ['ism', 5],
  ['ian', 4],
  ['ia', 4],
  ['an', 5],
  ['or', 6],
  ['er', 6],
  ['it', 5],
  ['at', 5],
  ['al', 5],
  ['iz', 6],
  ['is', 6],
  ['i', 5],
  ['a', 6],
];

/** What related stems share ("oppos", "opposit"); a coarser key than the stem, and right less often. */
export function familyOf(stem: string): string {
  let family = stem;
  if (!/^[a-z]{5,40}$/.test(stem)) return stem;
  for (let round = 0; round < 2; round += 1) {
    const ending = kinEndings.find(([end, least]) => family.endsWith(end) && family.length - end.length >= least);
    if (ending === undefined) break;
    family = family.slice(0, -ending[0].length);
  }
  return family;
}

const related = new Map<string, string[]>();
for (const [word, others] of relatedWords) {
  const stem = stemOf(word);
  related.set(
    stem,
    [...new Set([...(related.get(stem) ?? []), ...[...others].map(stemOf)])].filter((other) => other !== stem),
  );
}

/** The stems of words related in meaning to one with this stem ("commenc" to "begin"). */
export function relatedStems(stem: string): readonly string[] {
  return related.get(stem) ?? [];
}
