/** Where a claim lies best in a longer run of printed wordings. Indices into the printed ones, end-exclusive. */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  /** How many wordings would have to be dropped, added or exchanged to make the claim out of the print between. */
  readonly edits: number;
}

/** Where `sought` stands in `printed` word for word from `from` on; −1 when it does not. */
export function findRun(printed: readonly string[], sought: readonly string[], from = 0): number {
  if (sought.length === 0) return -1;
  const [first] = sought;
  for (let start = from; start + sought.length <= printed.length; start += 1) {
    if (printed[start] !== first) continue;
    let length = 1;
    while (length < sought.length && printed[start + length] === sought[length]) length += 1;
    if (length === sought.length) return start;
  }
  return -1;
}

/**
 * The part of the print that the claim is nearest to, by edit distance over wordings (Sellers 1980: the claim is used
 * whole, the print's ends are free). Of equal parts the widest: a printed word that may be exchanged for a claimed one at
 * either end belongs to it. Time and memory grow with the product of the lengths.
 */
export function align(claim: readonly string[], printed: readonly string[]): Alignment {
  // One row per claimed wording; `starts` remembers where in the print each cell's path began.
  let costs = new Int32Array(printed.length + 1);
  let starts = Int32Array.from({ length: printed.length + 1 }, (_, column) => column);
  for (const [row, wording] of claim.entries()) {
    const nextCosts = new Int32Array(printed.length + 1);
    const nextStarts = new Int32Array(printed.length + 1);
    nextCosts[0] = row + 1;
    for (let column = 1; column <= printed.length; column += 1) {
      const exchange = (costs[column - 1] ?? 0) + (printed[column - 1] === wording ? 0 : 1);
      const drop = (costs[column] ?? 0) + 1;
      const add = (nextCosts[column - 1] ?? 0) + 1;
      const least = Math.min(exchange, drop, add);
      nextCosts[column] = least;
      let start = column;
      if (exchange === least) start = Math.min(start, starts[column - 1] ?? 0);
      if (drop === least) start = Math.min(start, starts[column] ?? 0);
      if (add === least) start = Math.min(start, nextStarts[column - 1] ?? 0);
      nextStarts[column] = start;
    }
    costs = nextCosts;
    starts = nextStarts;
  }
  let end = 0;
  for (let column = 1; column <= printed.length; column += 1)
    if ((costs[column] ?? 0) < (costs[end] ?? 0)) end = column;
  while (costs[end + 1] === costs[end] && (starts[end + 1] ?? end) <= (starts[end] ?? 0)) end += 1;
  return { start: starts[end] ?? 0, end, edits: costs[end] ?? claim.length };
}
