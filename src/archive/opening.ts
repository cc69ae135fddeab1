import type { Archive } from '../core/archive.ts';
import { openArchive, type Shelf } from '../core/memory-archive.ts';
import type { Volume } from '../core/volume/volume.ts';
import { finish, Pauses } from './pausing.ts';

/**
 * Opens an archive in short turns, so that others get theirs. `volumeOf` reads the volume of each of `sources`. The first
 * archive can be asked before the lists to complete from are made, so that nobody is kept waiting for it; one that
 * `replaces` another only takes its place when nothing is left to do.
 */
export async function openInTurns<Source>(
  sources: readonly Source[],
  volumeOf: (source: Source) => Volume,
  ids: readonly string[],
  { replaces, shelf }: { readonly replaces: boolean; readonly shelf?: Shelf },
): Promise<Archive> {
  const pauses = new Pauses();
  const volumes: Volume[] = [];
  for (const source of sources) {
    volumes.push(volumeOf(source));
    await pauses.pause();
  }
  const archive = await finish(openArchive(volumes, ids, shelf));
  // What is not made now is made when it is asked for, so that a fault here is told to whoever asks.
  const prepared = finish(archive.prepare()).catch(() => {});
  if (replaces) await prepared;
  return archive;
}
