import { kinOf } from './matching.ts';
import type { Query, QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { stemOf, wordKey } from './word.ts';

/** A typed word that no article contains, and the one that was looked for instead. */
export interface Correction {
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

/** Words of at least this many letters may have one typing error, or two letters swapped; of `twoErrors`, two errors. */
const oneError = 4;
const twoErrors = 8;
/** Longer words are not compared with the vocabulary: no word is, and comparing takes time by length. */
const longest = 30;

/**
 * Replaces each word that no article contains by the nearest one that an article does: fewest edits, then the same first
 * letter, then the word in more places. Words inside phrases are left as typed.
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
  // A number one digit away is another number, not the same one mistyped.
  if (letters < oneError || letters > longest || /\p{N}/u.test(key)) return null;
  let best: { stem: string; edits: number; sameFirst: boolean; blocks: number } | null = null;
  for (const [found, edits] of index.blocks.stemsNear(stem, 2)) {
    if (edits > 1 && letters < twoErrors && !isSwap(stem, found)) continue;
    const blocks = index.blocks.postings(found).size;
    const candidate = { stem: found, edits, sameFirst: found[0] === key[0], blocks };
    if (best === null || isNearer(candidate, best)) best = candidate;
  }
  return best?.stem ?? null;
}

/** Whether the words are the same but for two neighbouring letters in the wrong order. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

interface Nearness {
  readonly edits: number;
  readonly sameFirst: boolean;
  readonly blocks: number;
}

function isNearer(a: Nearness, b: Nearness): boolean {
  if (a.edits !== b.edits) return a.edits < b.edits;
  if (a.sameFirst !== b.sameFirst) return a.sameFirst;
  return a.blocks > b.blocks;
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
