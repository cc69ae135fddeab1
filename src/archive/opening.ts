import type { Archive } from '../core/archive.ts';
import { openArchive, type Shelf } from '../core/memory-archive.ts';
import type { Room } from '../core/volume/room.ts';
import { Volume } from '../core/volume/volume.ts';
import { finish, Pauses } from './pausing.ts';

/** An archive that can be asked. */
export interface Opened {
  readonly archive: Archive;
  /** Resolves when the lists to complete from are made: until then, whoever completes from one waits. Never rejects. */
  readonly prepared: Promise<void>;
}

/**
 * Opens an archive in short turns, so that others get theirs, of volumes or the bytes of some. It can be asked before the
 * lists to complete from are made, which is done next.
 */
export async function openInTurns(
  sources: Iterable<Uint8Array | Volume>,
  ids: readonly string[],
  shelf?: Shelf,
  room?: Room,
): Promise<Opened> {
  const pauses = new Pauses();
  const volumes: Volume[] = [];
  for (const source of sources) {
    volumes.push(source instanceof Volume ? source : new Volume(source));
    await pauses.pause();
  }
  const archive = await finish(openArchive(volumes, ids, shelf, room));
  // What is not made now is made when it is asked for, so that a fault here is told to whoever asks.
  return { archive, prepared: finish(archive.prepare()).catch(() => {}) };
}
