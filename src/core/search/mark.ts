import type { Range } from '../range.ts';
import { occurrences, printedForm } from './printed-form.ts';
import type { Query } from './query.ts';
import { familyOf, words } from './word.ts';

/**
 * Where in `text`, inside `range`, the words of a query stand: whole words, also where only the stem or the family is the
 * same ("opposes", "opposition" for "oppose"), and whole phrases. In order, not overlapping; offsets into `text`.
 */
export function markMatches(text: string, range: Range, query: Query): Range[] {
  const marks: Range[] = [];
  if (query.words.length > 0) {
    const stems = new Set(query.words.map(({ stem }) => stem));
    const families = [...new Set(query.words.map(({ stem }) => familyOf(stem)))];
    // A family begins every stem in it.
    const isKin = (stem: string) => families.some((family) => stem.startsWith(family) && familyOf(stem) === family);
    for (const word of words(text, range[0], range[1])) {
      if (stems.has(word.stem) || isKin(word.stem)) marks.push([word.start, word.end]);
    }
  }
  if (query.phrases.length > 0) {
    const printed = printedForm(text, range[0], range[1]);
    for (const { form } of query.phrases) {
      for (const [from, to] of occurrences(printed.form, form)) marks.push(printed.original(from, to));
    }
  }
  return union(marks);
}

/** The ranges in order, those that touch or overlap joined. */
function union(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last !== undefined && range[0] <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], range[1])];
    else joined.push(range);
  }
  return joined;
}
