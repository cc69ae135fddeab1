import { TokenBucket } from 'limiter';

/** Counts a question of a user: 0 when it is to be answered, else how many seconds they had better wait. */
export type Cooldown = (user: string) => number;

/** How many users are remembered before those who have been quiet are forgotten. */
const remembered = 1_000;

/** Lets every user ask `burst` questions at once, and after that one a second. */
export function createCooldown(burst = 30): Cooldown {
  const buckets = new Map<string, TokenBucket>();
  let tidyAt = remembered;
  const tidy = () => {
    for (const [user, bucket] of buckets) {
      bucket.drip();
      // A full bucket is as good as a new one.
      if (bucket.content >= burst) buckets.delete(user);
    }
    tidyAt = Math.max(remembered, buckets.size * 2);
  };
  return (user) => {
    let bucket = buckets.get(user);
    if (bucket === undefined) {
      if (buckets.size >= tidyAt) tidy();
      bucket = new TokenBucket({ bucketSize: burst, tokensPerInterval: 1, interval: 'second' });
      bucket.content = burst;
      buckets.set(user, bucket);
    }
    return bucket.tryRemoveTokens(1) ? 0 : Math.max(1, Math.ceil(bucket.getWaitTime(1) / 1_000));
  };
}
