import type { SearchIndex } from './search-index.ts';

/** The first token from `from` on at which the terms stand in a row, all before `to`; `to` when there is none. */
export function nextRun({ tokens }: SearchIndex, terms: readonly number[], from: number, to: number): number {
  const [first = -1] = terms;
  if (first < 0) return to;
  const last = to - terms.length;
  for (let at = from; at <= last; at += 1) {
    if (tokens[at] !== first) continue;
    let length = 1;
    while (length < terms.length && tokens[at + length] === terms[length]) length += 1;
    if (length === terms.length) return at;
  }
  return to;
}

/** The block that a token stands in. */
export function blockOf(index: SearchIndex, token: number): number {
  let low = 0;
  let high = index.blockArticle.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.firstToken[index.blockSentence[middle] ?? 0] ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}
