/** A run of text: UTF-16 code units into the text it belongs to, end-exclusive. */
export type Range = readonly [start: number, end: number];

/** Whether two ranges share at least one code unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Whether `outer` holds all of `inner`. */
export function holds(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Ranges of a text as ranges of the piece of it that starts at an offset. */
export function rebase(ranges: readonly Range[], offset: number): Range[] {
  return ranges.map(([start, end]) => [start - offset, end - offset]);
}
