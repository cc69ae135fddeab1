import { watch } from 'chokidar';

/** Changes that come closer together than this, in milliseconds, are picked up at once. */
const quiet = 300;
/** A file counts as written when its size has not changed for so long, in milliseconds. */
const written = 500;

/**
 * Calls `changed` when files below the sources came, went or changed, once per burst and never while the call before has
 * not ended. Half-written files are waited for. Returns how to end it.
 */
export function watchSources(sources: readonly string[], changed: () => Promise<unknown>): () => Promise<void> {
  const watcher = watch([...sources], {
    ignoreInitial: true,
    // Whoever has nothing else to do may end.
    persistent: false,
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: written, pollInterval: 100 },
    ignored: (path) => sources.every((source) => source !== path) && /[\\/]\.[^\\/]*$/.test(path),
  });
  let timer: NodeJS.Timeout | null = null;
  let busy = false;
  let again = false;
  let ended = false;
  const pickUp = async () => {
    timer = null;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    await changed().catch(() => {});
    busy = false;
    if (again) schedule();
    again = false;
  };
  const schedule = () => {
    if (ended) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void pickUp(), quiet);
  };
  // A folder that cannot be watched any more is found out about at the next reload.
  watcher.on('all', schedule).on('error', () => {});
  return async () => {
    ended = true;
    if (timer !== null) clearTimeout(timer);
    await watcher.close();
  };
}
