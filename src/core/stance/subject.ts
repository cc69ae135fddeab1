/** Words that say nothing about what a phrase is about. */
const filler =
  /^(?:the|a|an|any|all|its|their|his|her|our|of|in|on|for|to|and|or|with|by|from|at|that|this|these|those|new)$/;

/**
 * How far two target phrases are on the same thing, 0 to 1: 0 unless the shorter one's words that count mostly stand in
 * the other, else the share of the longer one's that they are.
 */
export function likenessOfSubjects(first: string, second: string): number {
  const a = wordsOf(first);
  const b = wordsOf(second);
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 || shared < Math.min(a.size, b.size) * 0.75 ? 0 : shared / Math.max(a.size, b.size);
}

/** Whether two target phrases are on the same thing; a longer phrase that only mentions it among others is not. */
export function isSameSubject(first: string, second: string): boolean {
  return likenessOfSubjects(first, second) > 0.5;
}

/** What a phrase leaves out is not what it is on: "a proposal without foreign intervention" is on a proposal. */
const excluding = /\s(?:without|against|rather than|instead of|except)\s.*$/i;

function wordsOf(phrase: string): Set<string> {
  const counting = phrase
    .replace(excluding, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !filler.test(word));
  return new Set(counting.map((word) => word.replace(/s$/, '')));
}
