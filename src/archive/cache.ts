import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Pauses } from './pausing.ts';
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

/** What a register begins with, behind its own hash: how many bytes all its volumes have. */
const sum = z.object({ bytes: z.number() });

/** A line of a register: the hash of a volume, and what is in it. */
const entry = z.object({ hash: z.string(), files: z.array(note) });

/** Folders of other versions, and volumes that no register names, are kept for so long, in milliseconds. */
const longestUnused = 3 * 24 * 3600 * 1000;

/** What the files in a cache's folder are called. */
const names = { volume: /^[0-9a-f]{64}\.volume$/, temporary: /\.part$/, register: /^[\w-]+\.jsonl$/ };

/** Who hears of what a cache holds while it is being loaded. */
export interface CacheListener {
  /** Told first: how many bytes all volumes have. */
  readonly begin: (bytes: number) => void;
  /** Told of the bytes of each volume as soon as they are there, in any order. */
  readonly volume: (bytes: Uint8Array) => void;
}

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
  /** What the register on disk says, where it says all. */
  #saved: readonly BoundVolume[] = [];
  #saving: Promise<unknown> = Promise.resolve();

  /** `rules` names the version of everything that decides what is found in an article: another one never reads these. */
  constructor(folder: string, rules: string, sources: readonly string[]) {
    this.#folder = join(folder, rules);
    this.#register = join(this.#folder, `sources-${keyOfSources(sources)}.jsonl`);
  }

  /** The volumes that were saved last, as many of them as are whole; null when there are none. */
  async load(listener?: CacheListener): Promise<readonly BoundVolume[] | null> {
    const bytes = await readFile(this.#register).catch(() => null);
    if (bytes === null) return null;
    const saved = readRegister(bytes);
    if (saved === null) {
      await rm(this.#register, { force: true }).catch(() => {});
      return null;
    }
    listener?.begin(saved.bytes);
    const volumes: (BoundVolume | null)[] = saved.lines.map(() => null);
    let next = 0;
    // A few at once: one waits for the disk while another is hashed.
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let at = next++; at < saved.lines.length; at = next++) {
          const volume = readLine(saved.lines[at] ?? '', entry);
          const found = volume === null ? null : await this.#read(volume.hash);
          if (volume === null || found === null) continue;
          volumes[at] = { bytes: found, files: volume.files };
          listener?.volume(found);
        }
      }),
    );
    const whole = volumes.filter((volume) => volume !== null);
    if (whole.length === volumes.length) this.#saved = whole;
    return whole;
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

  /** Puts on record which volumes the sources consist of; resolves with whether that was anything new. */
  record(volumes: readonly BoundVolume[]): Promise<boolean> {
    // One after the other, so that what was recorded last stands last.
    const recorded = this.#saving.then(() => this.#record(volumes));
    this.#saving = recorded;
    return recorded;
  }

  /** Puts on record which volumes the sources consist of, and clears away what no one needs any more. */
  async save(volumes: readonly BoundVolume[]): Promise<void> {
    if (await this.record(volumes)) await this.#clear().catch(() => {});
  }

  async #record(volumes: readonly BoundVolume[]): Promise<boolean> {
    const same = ({ bytes, files }: BoundVolume, at: number) =>
      this.#saved[at]?.bytes === bytes && this.#saved[at].files === files;
    if (volumes.length === this.#saved.length && volumes.every(same)) return false;
    await Promise.all(volumes.map(({ bytes }) => this.keep(bytes)));
    const kept = volumes.filter(({ bytes }) => this.#kept.has(bytes));
    const lines = [`${JSON.stringify({ bytes: kept.reduce((all, { bytes }) => all + bytes.length, 0) })}\n`];
    const hash = createHash('sha256').update(lines.join(''));
    // The notes of thousands of files: whoever is answered meanwhile gets turns.
    const pauses = new Pauses();
    for (const { bytes, files } of kept) {
      await pauses.pause();
      const line = `${JSON.stringify({ hash: this.#kept.get(bytes), files })}\n`;
      hash.update(line);
      lines.push(line);
    }
    const written = await this.#write(this.#register, [`${hash.digest('hex')}\n`, ...lines]);
    this.#saved = written && kept.length === volumes.length ? volumes : [];
    return true;
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

  async #write(path: string, content: Uint8Array | readonly string[]): Promise<boolean> {
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
      const file = await open(join(this.#folder, name)).catch(() => null);
      if (file === null) continue;
      // Line by line, and not for what they mean, which would hold up whoever is answered meanwhile.
      for await (const line of file.readLines()) {
        const [, hash] = /^\{"hash":"([0-9a-f]{64})"/.exec(line) ?? [];
        if (hash !== undefined) named.add(`${hash}.volume`);
      }
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

/** The lines of a register, one for each volume; null when it is damaged or foreign. */
function readRegister(bytes: Buffer): { readonly bytes: number; readonly lines: readonly string[] } | null {
  const end = bytes.indexOf('\n');
  const body = bytes.subarray(end + 1);
  if (end < 0 || hashOf(body) !== bytes.toString('utf8', 0, end)) return null;
  const [first = '', ...lines] = body.toString('utf8').split('\n');
  const all = readLine(first, sum);
  return all === null ? null : { bytes: all.bytes, lines: lines.filter((line) => line !== '') };
}

function readLine<T>(line: string, shape: z.ZodType<T>): T | null {
  try {
    return shape.safeParse(JSON.parse(line)).data ?? null;
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
