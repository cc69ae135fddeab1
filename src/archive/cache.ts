import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { BoundVolume } from './plan.ts';

const note = z.object({
  path: z.string(),
  name: z.string(),
  size: z.number(),
  changed: z.number(),
  hash: z.string().nullable(),
  settled: z.boolean(),
  first: z.number(),
  total: z.number(),
  articles: z.array(z.object({ id: z.string(), place: z.string(), print: z.string(), statements: z.number() })),
  problems: z.array(z.object({ file: z.string(), reason: z.string() })),
});

const register = z.object({ volumes: z.array(z.object({ hash: z.string(), files: z.array(note) })) });

/** Folders of other versions, and volumes that no register names, are kept for so long, in milliseconds. */
const longestUnused = 3 * 24 * 3600 * 1000;

/** What the files in a cache's folder are called. */
const names = { volume: /^[0-9a-f]{64}\.volume$/, temporary: /\.part$/, register: /^[\w-]+\.json$/ };

/**
 * Volumes on disk, so that a restart analyses nothing again. A volume's file is named by the hash of its bytes, and the
 * register of each set of sources by theirs; what does not match its hash is damaged or foreign and thrown away. Files
 * are written under a temporary name and renamed, so that a process may be killed at any moment and several may share
 * the folder. A cache that cannot be written only costs time: nothing here rejects.
 */
export class Cache {
  readonly #folder: string;
  readonly #register: string;
  /** The file names of volumes known to be on disk, by their bytes. */
  readonly #kept = new WeakMap<Uint8Array, string>();
  #made: Promise<unknown> | null = null;
  #saved = '';
  #saving: Promise<void> = Promise.resolve();

  /** `rules` names the version of everything that decides what is found in an article: another one never reads these. */
  constructor(folder: string, rules: string, sources: readonly string[]) {
    this.#folder = join(folder, rules);
    this.#register = join(this.#folder, `sources-${keyOfSources(sources)}.json`);
  }

  /**
   * The volumes that were saved last, as many of them as are whole; null when there are none. `hear` hears of the bytes of
   * each as soon as they are there, in any order, and how many are looked for.
   */
  async load(hear: (bytes: Uint8Array, of: number) => void = () => {}): Promise<readonly BoundVolume[] | null> {
    const text = await readFile(this.#register, 'utf8').catch(() => null);
    if (text === null) return null;
    const saved = readRegister(text);
    if (saved === null) {
      await rm(this.#register, { force: true }).catch(() => {});
      return null;
    }
    this.#saved = text;
    const volumes: (BoundVolume | null)[] = saved.volumes.map(() => null);
    let next = 0;
    // A few at once: one waits for the disk while another is hashed.
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let at = next++; at < saved.volumes.length; at = next++) {
          const volume = saved.volumes[at];
          const bytes = volume === undefined ? null : await this.#read(volume.hash);
          if (volume === undefined || bytes === null) continue;
          volumes[at] = { bytes, files: volume.files };
          hear(bytes, volumes.length);
        }
      }),
    );
    return volumes.filter((volume) => volume !== null);
  }

  /** Writes a volume, if it is not there. */
  async keep(bytes: Uint8Array): Promise<void> {
    if (this.#kept.has(bytes)) return;
    const hash = hashOf(bytes);
    const path = this.#path(hash);
    const there = await stat(path).catch(() => null);
    if (there?.size !== bytes.length && !(await this.#write(path, bytes))) return;
    this.#kept.set(bytes, hash);
  }

  /** Puts on record which volumes the sources consist of, and clears away what no one needs. */
  save(volumes: readonly BoundVolume[]): Promise<void> {
    // One after the other, so that what was saved last stands last.
    this.#saving = this.#saving.then(() => this.#save(volumes));
    return this.#saving;
  }

  async #save(volumes: readonly BoundVolume[]): Promise<void> {
    await Promise.all(volumes.map(({ bytes }) => this.keep(bytes)));
    const saved = volumes.flatMap(({ bytes, files }) => {
      const hash = this.#kept.get(bytes);
      return hash === undefined ? [] : [{ hash, files }];
    });
    const body = JSON.stringify({ volumes: saved });
    const text = `${hashOf(body)}\n${body}\n`;
    if (text === this.#saved) return;
    if (await this.#write(this.#register, text)) this.#saved = text;
    await this.#clear().catch(() => {});
  }

  #path(hash: string): string {
    return join(this.#folder, `${hash}.volume`);
  }

  async #read(hash: string): Promise<Uint8Array | null> {
    const path = this.#path(hash);
    const file = await open(path).catch(() => null);
    if (file === null) return null;
    try {
      const { size } = await file.stat();
      const bytes = new Uint8Array(new SharedArrayBuffer(size));
      let filled = 0;
      while (filled < size) {
        const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      if (filled === size && hashOf(bytes) === hash) {
        this.#kept.set(bytes, hash);
        return bytes;
      }
    } catch {
      // Unreadable is as good as damaged.
    } finally {
      await file.close().catch(() => {});
    }
    await rm(path, { force: true }).catch(() => {});
    return null;
  }

  async #write(path: string, content: Uint8Array | string): Promise<boolean> {
    const temporary = `${path}.${process.pid}-${randomUUID()}.part`;
    try {
      this.#made ??= mkdir(this.#folder, { recursive: true });
      await this.#made;
      await writeFile(temporary, content);
      await rename(temporary, path);
      return true;
    } catch {
      this.#made = null;
      await rm(temporary, { force: true }).catch(() => {});
      return false;
    }
  }

  /** Removes volumes that no register names, and what killed processes left, once they are too old to be in the making. */
  async #clear(): Promise<void> {
    const inside = await readdir(this.#folder);
    const named = new Set<string>();
    for (const name of inside.filter((one) => names.register.test(one))) {
      const text = await readFile(join(this.#folder, name), 'utf8').catch(() => '');
      // Reading registers of thousands of files for what they mean would hold up whoever is answered meanwhile; the hashes
      // of files are among those found, and name no volume.
      for (const [, hash] of text.matchAll(/"hash":"([0-9a-f]{64})"/g)) named.add(`${hash}.volume`);
    }
    const now = new Date();
    await utimes(this.#folder, now, now);
    for (const name of inside) {
      if (named.has(name) || !(names.volume.test(name) || names.temporary.test(name))) continue;
      const { mtimeMs } = await stat(join(this.#folder, name));
      if (now.getTime() - mtimeMs > 10 * 60_000) await rm(join(this.#folder, name), { force: true });
    }
    const parent = join(this.#folder, '..');
    for (const name of await readdir(parent)) {
      const path = join(parent, name);
      if (!/^rules-[\w-]+$/.test(name) || path === this.#folder) continue;
      const { mtimeMs } = await stat(path);
      if (now.getTime() - mtimeMs > longestUnused) await rm(path, { recursive: true, force: true });
    }
  }
}

function readRegister(text: string): z.infer<typeof register> | null {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1).trimEnd();
  if (end < 0 || hashOf(body) !== text.slice(0, end)) return null;
  try {
    const parsed = register.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** What the files are named by that processes with the same sources share. */
export function keyOfSources(sources: readonly string[]): string {
  return hashOf(JSON.stringify(sources.map((source) => resolve(source)))).slice(0, 24);
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
