import { TokenBucket } from 'limiter';

/** Counts a question of a user: 0 when it is to be answered, else how many seconds they had better wait. */
export type Cooldown = (user: string) => number;

/** How many users are remembered before those who have been quiet are forgotten. */
const remembered = 1_000;
const second = 1_000;

/** Lets every user ask `burst` questions at once, and after that one a second. */
export function createCooldown(burst = 30): Cooldown {
  /** When those asked who did once of late: hardly any of them will need a bucket. */
  const once = new Map<string, number>();
  const buckets = new Map<string, TokenBucket>();
  let tidyAt = remembered;
  const tidy = () => {
    // Who has asked nothing for long enough is as good as new.
    const before = performance.now() - second;
    for (const [user, asked] of once) if (asked <= before) once.delete(user);
    for (const [user, bucket] of buckets) {
      bucket.drip();
      if (bucket.content >= burst) buckets.delete(user);
    }
    tidyAt = Math.max(remembered, (once.size + buckets.size) * 2);
  };
  return (user) => {
    let bucket = buckets.get(user);
    if (bucket === undefined) {
      if (once.size + buckets.size >= tidyAt) tidy();
      const asked = once.get(user);
      if (asked === undefined) {
        once.set(user, performance.now());
        return 0;
      }
      once.delete(user);
      bucket = new TokenBucket({ bucketSize: burst, tokensPerInterval: 1, interval: 'second' });
      bucket.content = Math.min(burst, burst - 1 + (performance.now() - asked) / second);
      buckets.set(user, bucket);
    }
    return bucket.tryRemoveTokens(1) ? 0 : Math.max(1, Math.ceil(bucket.getWaitTime(1) / second));
  };
}
