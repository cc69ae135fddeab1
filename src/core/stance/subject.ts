/** Words that say nothing about what a phrase is about. */
const filler =
  /^(?:the|a|an|any|all|its|their|his|her|our|of|in|on|for|to|and|or|with|by|from|at|that|this|these|those|new)$/;

/**
 * How far two target phrases are on the same thing, 0 to 1: the share of the longer one's words that count which they
 * have in common. 0 when they are on different things: when the shorter one's words mostly do not stand in the other, or
 * the longer one only mentions them among others.
 */
export function likenessOfSubjects(first: string, second: string): number {
  const a = wordsOf(first);
  const b = wordsOf(second);
  const shared = [...a].filter((word) => b.has(word)).length;
  if (shared === 0 || shared < Math.min(a.size, b.size) * 0.75) return 0;
  const share = shared / Math.max(a.size, b.size);
  return share > 0.5 ? share : 0;
}

/** Whether two target phrases are on the same thing. */
export function isSameSubject(first: string, second: string): boolean {
  return likenessOfSubjects(first, second) > 0;
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
