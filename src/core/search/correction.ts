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
    const near = nearestWord(index, word.key);
    if (near === null) {
      unknown.push(word.text);
      return word;
    }
    const shown = index.vocabulary.get(near) ?? near;
    corrections.push({ typed: word.text, shown });
    return { text: shown, key: near, stem: stemOf(near) };
  });
  return { query: corrections.length === 0 ? query : { ...query, words }, corrections, unknown };
}

/** Whether any article has the stem, its relatives counting too: "opposition" is no typing error where "oppose" stands. */
function isPrinted(index: SearchIndex, stem: string): boolean {
  return index.terms.has(stem) || kinOf(index, stem).length > 0;
}

function nearestWord(index: SearchIndex, key: string): string | null {
  const letters = [...key].length;
  // A number one digit away is another number, not the same one mistyped.
  if (letters < oneError || letters > longest || /\p{N}/u.test(key)) return null;
  let best: { key: string; edits: number; sameFirst: boolean; blocks: number } | null = null;
  for (const [found, [, edits]] of index.vocabulary.fuzzyGet(key, 2)) {
    if (edits > 1 && letters < twoErrors && !isSwap(key, found)) continue;
    const candidate = {
      key: found,
      edits,
      sameFirst: found[0] === key[0],
      blocks: index.blocks.postings(stemOf(found)).size,
    };
    if (best === null || isNearer(candidate, best)) best = candidate;
  }
  return best?.key ?? null;
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
  const found: { word: string; blocks: number }[] = [];
  for (const [candidate, word] of index.vocabulary.atPrefix(key)) {
    found.push({ word, blocks: index.blocks.postings(stemOf(candidate)).size });
  }
  return found
    .sort((a, b) => b.blocks - a.blocks || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
}
