/** Words that say nothing about what a phrase is about. */
const filler =
  /^(?:the|a|an|any|all|its|their|his|her|our|of|in|on|for|to|and|or|with|by|from|at|that|this|these|those|new)$/;

/** Whether two target phrases are on the same thing: the shorter one's words that count mostly stand in the other. */
export function isSameSubject(first: string, second: string): boolean {
  const a = wordsOf(first);
  const b = wordsOf(second);
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared >= Math.min(a.size, b.size) * 0.75;
}

function wordsOf(phrase: string): Set<string> {
  const counting = phrase
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !filler.test(word));
  return new Set(counting.map((word) => word.replace(/(?:es|s)$/, '')));
}
