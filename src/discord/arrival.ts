/** When Discord began to count, in milliseconds since 1970: the upper bits of its ids count from there. */
const epoch = 1_420_070_400_000;
/** How old an interaction may be when it reaches us: after three seconds Discord takes no answer. */
const oldest = 2_500;
/** How long a reference holds, at least: clocks drift apart, and a day of drift may be seconds. */
const referenceLife = 30 * 60_000;
/** Whatever was late together in one rush has arrived within this time. */
const rush = 10_000;

/**
 * Tells interactions that are too old to be answered when they reach us, so that no work is spent on them.
 *
 * Neither clock is trusted. An interaction's id tells when Discord made it, by Discord's clock; how far that is from a
 * clock of ours that nobody sets says little, but the smallest such distance of late belongs to one that arrived at
 * once, and what is farther is late by the difference. If nothing but late ones arrive for longer than a rush takes,
 * the reference is what is wrong (Discord's clock was set): then it starts anew. When unsure, an interaction counts as
 * fresh, since answering in vain costs little.
 */
export function createLateness(now: () => number = () => performance.now()): (id: string) => boolean {
  let reference = Number.POSITIVE_INFINITY;
  /** The smallest distance since the reference was last renewed. */
  let smallest = Number.POSITIVE_INFINITY;
  let renewedAt = now();
  let lateSince: number | undefined;

  return (id) => {
    const number = Number(id);
    // No id of Discord's.
    if (!(number >= 1e14 && number < 1e20)) return false;
    const time = now();
    const distance = time - (Math.floor(number / 2 ** 22) + epoch);
    if (time - renewedAt > referenceLife) {
      reference = smallest;
      smallest = Number.POSITIVE_INFINITY;
      renewedAt = time;
    }
    smallest = Math.min(smallest, distance);
    reference = Math.min(reference, distance);
    if (distance - reference <= oldest) {
      lateSince = undefined;
      return false;
    }
    lateSince ??= time;
    if (time - lateSince <= rush) return true;
    reference = distance;
    smallest = distance;
    renewedAt = time;
    lateSince = undefined;
    return false;
  };
}

/** How many interactions are remembered, twice over: far more than arrive while one may be delivered again. */
const remembered = 5_000;

/** Tells an interaction that was delivered before. It remembers the last few thousand. */
export function createMemory(): (id: string) => boolean {
  let recent = new Set<string>();
  let before = new Set<string>();
  return (id) => {
    if (recent.has(id) || before.has(id)) return true;
    if (recent.size >= remembered) {
      before = recent;
      recent = new Set();
    }
    recent.add(id);
    return false;
  };
}
