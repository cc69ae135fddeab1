/** Which of some names is the fewest typing slips away: letters left out, put in, changed or swapped. */
export function findNearest(typed: string, names: readonly string[]): string | undefined {
  // A name has at most 32 characters; what is longer is not nearer to any of them.
  const word = typed.slice(0, 40);
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const slips = countSlips(word, name);
    if (slips < least) [nearest, least] = [name, slips];
  }
  return nearest;
}

function countSlips(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(rows, i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, at(rows, i - 2, j - 2) + 1);
      }
      row.push(slips);
    }
    rows.push(row);
  }
  return at(rows, a.length, b.length);
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}
