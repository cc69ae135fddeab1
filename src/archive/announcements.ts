import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyOfSources } from './cache.ts';

/** How often the file is looked at, in milliseconds. Looked at and not watched: folders on a network tell of no changes. */
const interval = 1_000;

/**
 * Tells other processes with the same cache and the same sources that the articles were read anew, and hears of it from
 * them, by way of a small file beside the cache that names the last reading. Whatever version of the program they are:
 * the file stands outside the folders of versions. A folder that cannot be written keeps them from hearing, no more.
 */
export class Announcements {
  readonly #folder: string;
  readonly #path: string;
  /** The last reading known of, ours or another's; null before there was any. */
  #known: string | null = null;
  #heard: () => void = () => {};
  #timer: NodeJS.Timeout | null = null;

  constructor(cache: string, sources: readonly string[]) {
    this.#folder = cache;
    this.#path = join(cache, `reloaded-${keyOfSources(sources)}`);
  }

  /** Takes what was announced so far as known. */
  async catchUp(): Promise<void> {
    this.#known = await this.#read();
  }

  /** Tells the others. What they told meanwhile is heard first, so that nothing is written over unheard. */
  async announce(): Promise<void> {
    await this.#look();
    const reading = randomUUID();
    const temporary = `${this.#path}.${reading}.part`;
    this.#known = reading;
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(temporary, `${reading}\n`);
      await rename(temporary, this.#path);
    } catch {
      await rm(temporary, { force: true }).catch(() => {});
    }
  }

  /** Calls `heard` whenever another process announced a reading, from now on until `close`. */
  follow(heard: () => void): void {
    this.#heard = heard;
    // Whoever has nothing else to do may end.
    this.#timer ??= setInterval(() => void this.#look(), interval).unref();
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#heard = () => {};
  }

  async #look(): Promise<void> {
    const before = this.#known;
    const read = await this.#read();
    // What was announced while this was read is newer than what was read.
    if (read === null || read === this.#known || before !== this.#known) return;
    this.#known = read;
    this.#heard();
  }

  async #read(): Promise<string | null> {
    const text = await readFile(this.#path, 'utf8').catch(() => '');
    return text.trim() || null;
  }
}
