import { FirstPlaces } from './first-place.ts';
import { printOf } from './likeness.ts';

/** Words in a row that are compared. Five in a row are seldom the same by chance, and often in a copy that was cut. */
const shingle = 5;
/** Numbers in a sketch, and how many of them in a row must be the same for two articles to be compared at all. */
const sketchLength = 32;
const band = 4;
/** The share of equal numbers from which two articles print the same report: about the share of equal shingles. */
const leastAlike = 0.6;

const seeds = Uint32Array.from({ length: sketchLength }, (_, at) => Math.imul(at + 1, 0x9e3779b1));

/**
 * What articles that print mostly the same words have mostly in common: for each of many orders of all shingles, the first
 * of the article's (MinHash, Broder 1997). Null for a text too short to tell.
 */
export function sketch(terms: readonly string[]): Uint32Array | null {
  if (terms.length < 4 * shingle) return null;
  const least = new Uint32Array(sketchLength).fill(0xffffffff);
  const prints = terms.map((term) => printOf(term) >>> 0);
  for (let at = 0; at + shingle <= prints.length; at += 1) {
    let print = 0;
    for (let next = at; next < at + shingle; next += 1)
      print = Math.imul(print ^ (prints[next] ?? 0), 0x85ebca6b) ^ (print >>> 13);
    for (let order = 0; order < sketchLength; order += 1) {
      let mixed = Math.imul(print ^ (seeds[order] ?? 0), 0xc2b2ae35);
      mixed = (mixed ^ (mixed >>> 15)) >>> 0;
      if (mixed < (least[order] ?? 0)) least[order] = mixed;
    }
  }
  return least;
}

/**
 * Groups articles by their sketches, which stand one after another; a sketch of zeros belongs to no group. Gives for each
 * article the first article that prints mostly the same, which is itself when there is none before. A generator, so that
 * the caller can pause between its steps.
 */
export function* groupCopies(sketches: Uint32Array): Generator<void, Uint32Array> {
  const articles = sketches.length / sketchLength;
  const first = Uint32Array.from({ length: articles }, (_, article) => article);
  for (let from = 0; from < sketchLength; from += band) {
    const met = new FirstPlaces(articles);
    for (let article = 0; article < articles; article += 1) {
      const own = article * sketchLength;
      if (sketches[own] === 0) continue;
      const other = met.meet(bandKey(sketches, own + from), article);
      if (other !== article && alike(sketches, own, other * sketchLength) >= leastAlike) {
        const [a, b] = [leader(first, other), leader(first, article)];
        first[Math.max(a, b)] = Math.min(a, b);
      }
      if (article % 1_000 === 999) yield;
    }
  }
  for (let article = 0; article < articles; article += 1) first[article] = leader(first, article);
  return first;
}

/** A whole number below 2⁵³ for the numbers of the band that begins at `from`. */
function bandKey(numbers: Uint32Array, from: number): number {
  let [high, low] = [0x1bd11bda, 0x2545f491];
  for (let at = from; at < from + band; at += 1) {
    const number = numbers[at] ?? 0;
    high = Math.imul(high ^ number, 0x9e3779b1);
    low = Math.imul(low ^ number, 0x85ebca6b);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

function leader(first: Uint32Array, article: number): number {
  let at = article;
  while (first[at] !== at) at = first[at] ?? at;
  return at;
}

/** The share of equal numbers in two sketches, by where they begin. */
function alike(sketches: Uint32Array, one: number, other: number): number {
  let same = 0;
  for (let at = 0; at < sketchLength; at += 1) if (sketches[one + at] === sketches[other + at]) same += 1;
  return same / sketchLength;
}

/** A sketch as it is kept: zeros where there is none. */
export function keptSketch(terms: readonly string[]): Uint32Array {
  const found = sketch(terms) ?? new Uint32Array(sketchLength);
  if (found[0] === 0 && found.some((number) => number !== 0)) found[0] = 1;
  return found;
}
