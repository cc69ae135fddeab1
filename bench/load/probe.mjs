/**
 * Loaded into the bot's own process by the soak (`--import`, with `--expose-gc`): tells by the channel to its parent what
 * only the process itself can know. It keeps nothing running.
 */
import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

let asked = 0;

process.on('message', () => {
  // Collecting holds the loop up, and is none of the bot's doing.
  delay.disable();
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({
    heap: heapUsed + external,
    rss,
    delay: delay.percentile(99) / 1e6 - 10,
    longest: delay.max / 1e6 - 10,
    files: filesOpen(),
  });
  // What loading took is told once.
  if (asked++ === 0) delay.reset();
  delay.enable();
});
process.on('disconnect', () => process.exit());
process.channel?.unref();

/** How many files, sockets and pipes are open; -1 where the system does not tell. */
function filesOpen() {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return -1;
  }
}
