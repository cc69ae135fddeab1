import { stateNamed, statesIn } from '../actor/state.ts';
import type { Analysis } from '../language/analysis.ts';
import { overlaps, type Range } from '../range.ts';

/** Two mentions of two actors, and how much what they show counts, 0 to 1. */
export interface MentionPair {
  readonly a: Range;
  readonly b: Range;
  readonly share: number;
}

/** At most this many sentences of an article are read for one pair of actors. */
const most = 30;

/**
 * The given mentions, and where a text of several sentences names the same two actors in one sentence, those too: a
 * state by any of its names, a person by surname, a body by its name or initials.
 */
export function mentionsOf(analysis: Analysis, e1: Range, e2: Range): MentionPair[] {
  const given: MentionPair = { a: e1, b: e2, share: 1 };
  if (analysis.sentences.length < 2) return [given];
  const first = placesOf(analysis.text, e1);
  const second = placesOf(analysis.text, e2);
  const pairs = [given];
  let i = 0;
  let j = 0;
  for (const sentence of analysis.sentences) {
    while (i < first.length && (first[i]?.[0] ?? 0) < sentence.start) i += 1;
    while (j < second.length && (second[j]?.[0] ?? 0) < sentence.start) j += 1;
    const a = first[i];
    const b = second[j];
    if (a === undefined || b === undefined) break;
    if (a[1] > sentence.end || b[1] > sentence.end || overlaps(a, b)) continue;
    if (holdsBoth(sentence, e1, e2)) continue;
    pairs.push({ a, b, share: 0.8 });
    if (pairs.length >= most) break;
  }
  return pairs;
}

function holdsBoth(sentence: { readonly start: number; readonly end: number }, a: Range, b: Range): boolean {
  return a[0] >= sentence.start && a[1] <= sentence.end && b[0] >= sentence.start && b[1] <= sentence.end;
}

/** Where a text names the actor of a mention, in order. */
export function placesOf(text: string, mention: Range): Range[] {
  const name = text.slice(mention[0], mention[1]).trim();
  const state = stateNamed(name);
  if (state !== null)
    return statesIn(text)
      .filter((one) => one.state.code === state.code)
      .map(({ range }) => range);
  const wanted = new Set([name]);
  const words = name.split(/\s+/u);
  const last = words.at(-1) ?? name;
  if (words.length > 1 && /^\p{Lu}/u.test(last)) {
    if (words.every((word) => /^\p{Lu}/u.test(word)) && words.length <= 4) wanted.add(last);
    const initials = words
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0])
      .join('');
    if (initials.length > 1) wanted.add(initials);
  }
  const places: Range[] = [];
  for (const one of wanted) {
    if (one.length < 2) continue;
    for (let at = text.indexOf(one); at >= 0 && places.length < 400; at = text.indexOf(one, at + one.length)) {
      if (bounded(text, at, at + one.length)) places.push([at, at + one.length]);
    }
  }
  return places
    .sort((a, b) => a[0] - b[0])
    .filter((place, index, all) => index === 0 || (all[index - 1]?.[1] ?? 0) <= place[0]);
}

function bounded(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ');
}
