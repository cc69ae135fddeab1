import { isListedWord } from './irregular.ts';
import { kinOf } from './matching.ts';
import type { Query, QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { stemOf, wordKey, words } from './word.ts';

/** A typed word that no article contains, and the one that was looked for instead. */
export interface Correction {
  /** The whole word as typed first; every word with its stem was looked for so (`applyCorrections`). */
  readonly typed: string;
  /** As an article prints it. */
  readonly shown: string;
}

/** What is looked for once typing errors are forgiven. */
export interface CorrectedQuery {
  readonly query: Query;
  readonly corrections: readonly Correction[];
  /** Words that no article contains and none resembles. */
  readonly unknown: readonly string[];
}

/** Words of at least this many letters may have one typing error; those whose stem has `twoErrors` letters, two. */
const oneError = 4;
const twoErrors = 8;
/** Longer words are not compared with the vocabulary: no word is, and comparing takes time by length. */
const longest = 30;

/**
 * Replaces each word that no article contains by the nearest one that an article does: fewest edits, then the same first
 * letter, then the word in more places, then the first in the alphabet. Words inside phrases are left as typed.
 */
export function correctQuery(index: SearchIndex, query: Query): CorrectedQuery {
  const corrections: Correction[] = [];
  const unknown: string[] = [];
  const words = query.words.map((word): QueryWord => {
    if (isPrinted(index, word.stem)) return word;
    const stem = nearestStem(index, word);
    if (stem === null) {
      unknown.push(word.text);
      return word;
    }
    const shown = printedWord(index, stem);
    corrections.push({ typed: word.text, shown });
    return { text: shown, key: wordKey(shown), stem };
  });
  return { query: corrections.length === 0 ? query : { ...query, words }, corrections, unknown };
}

/** What was typed, with each whole word that no article contains replaced by the one that was looked for. */
export function applyCorrections(typed: string, corrections: readonly Correction[]): string {
  const shownFor = new Map(
    corrections.flatMap(({ typed: word, shown }) => [...words(word)].map(({ stem }) => [stem, shown] as const)),
  );
  let corrected = '';
  let at = 0;
  for (const { start, end, stem } of words(typed)) {
    const shown = shownFor.get(stem);
    if (shown === undefined) continue;
    const possessive = /['’ʼ`]s$/iu.exec(typed.slice(start, end))?.[0] ?? '';
    corrected += typed.slice(at, start) + shown + possessive;
    at = end;
  }
  return corrected + typed.slice(at);
}

/** A word with a stem, as an article prints it. */
function printedWord(index: SearchIndex, stem: string): string {
  return index.printed[index.terms.get(stem) ?? -1] ?? stem;
}

/** Whether any article has the stem, its relatives counting too: "opposition" is no typing error where "oppose" stands. */
function isPrinted(index: SearchIndex, stem: string): boolean {
  return index.terms.has(stem) || kinOf(index, stem).length > 0;
}

function nearestStem(index: SearchIndex, { key, stem }: QueryWord): string | null {
  const letters = [...key].length;
  // A number one digit away is another number, and a word that everybody knows is another word, not the same one mistyped.
  if (letters < oneError || letters > longest || /\p{N}/u.test(key) || isListedWord(key) || isListedWord(stem))
    return null;
  const most = [...stem].length >= twoErrors ? 2 : 1;
  let best: { stem: string; edits: number; sameFirst: boolean; blocks: number } | null = null;
  for (const [found] of index.blocks.stemsNear(stem, 2)) {
    const shown = wordKey(printedWord(index, found));
    // Stems alone are too near to each other: "villages" is as far from "violated" as the whole words are.
    const edits = Math.max(typingErrors(stem, found), nearestForms(formsOf(key), formsOf(shown)));
    const sameFirst = found[0] === key[0];
    if (edits > most || (edits > 1 && !sameFirst)) continue;
    const blocks = index.blocks.postings(found).size;
    const candidate = { stem: found, edits, sameFirst, blocks };
    if (best === null || isNearer(candidate, best)) best = candidate;
  }
  return best?.stem ?? null;
}

/** A whole word, and what is left of it without the endings that only inflect. */
function formsOf(key: string): readonly string[] {
  const bare = key.replace(/(?<=[a-z]{3})(?:ing|ed|es|e|s)$/, '');
  return bare === key ? [key] : [key, bare];
}

function nearestForms(typed: readonly string[], shown: readonly string[]): number {
  return Math.min(...typed.flatMap((one) => shown.map((other) => typingErrors(one, other))));
}

/** Letters dropped, added, exchanged, or two neighbours swapped, to make one word of the other. */
function typingErrors(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const exchange = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = row > 1 && swapped ? (before[column - 2] ?? 0) + 1 : exchange;
      next.push(Math.min(exchange, swap, (last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
}

interface Nearness {
  readonly stem: string;
  readonly edits: number;
  readonly sameFirst: boolean;
  readonly blocks: number;
}

function isNearer(a: Nearness, b: Nearness): boolean {
  if (a.edits !== b.edits) return a.edits < b.edits;
  if (a.sameFirst !== b.sameFirst) return a.sameFirst;
  return a.blocks === b.blocks ? a.stem < b.stem : a.blocks > b.blocks;
}

/** Words as articles print them that begin with `prefix`, those in most places first. Only for suggestions while typing. */
export function suggestWords(index: SearchIndex, prefix: string, most = 10): string[] {
  const key = wordKey(prefix.trim());
  if (key === '' || key.length > longest) return [];
  const stems = [...index.blocks.stemsFrom(key)];
  // What is typed of a word may already be longer than its stem ("negotiat" for "negoti").
  const stem = stemOf(key);
  if (stem.length < key.length) stems.push([stem, index.blocks.postings(stem).size]);
  const found = new Set<string>();
  for (const [candidate] of stems.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    if (found.size === most) break;
    const word = printedWord(index, candidate);
    // An irregular form ("began") may be printed where the stem is another ("begin").
    if (wordKey(word).startsWith(key)) found.add(word);
  }
  return [...found];
}

/** Whether a word stands in so many places that looking at all of them takes longer than somebody types. */
export function isCommon(index: SearchIndex, word: string): boolean {
  return index.blocks.postings(stemOf(wordKey(word))).size > 2_000;
}

/** The words in most places, as articles print them: what to suggest to somebody who has typed nothing. */
export function frequentWords(index: SearchIndex, most: number): string[] {
  const found: { readonly word: string; readonly blocks: number }[] = [];
  for (const [stem, term] of index.terms) {
    const word = index.printed[term] ?? '';
    if (word.length < 4) continue;
    const blocks = index.blocks.postings(stem).size;
    if (blocks > 0) found.push({ word, blocks });
  }
  found.sort((a, b) => b.blocks - a.blocks || (a.word < b.word ? -1 : 1));
  return found.slice(0, most).map(({ word }) => word);
}
