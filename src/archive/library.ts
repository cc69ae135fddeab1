import { freeId } from '../articles/gathering.ts';
import { type ListedFile, type Listing, listFiles } from '../articles/listing.ts';
import type { Problem } from '../articles/problem.ts';
import type { Binders } from './binders.ts';
import type { BoundFiles, FileNote } from './binding-task.ts';
import type { Cache, CacheListener } from './cache.ts';
import { finish, Pauses } from './pausing.ts';
import { type BoundVolume, type PlannedVolume, planFurther, planVolumes } from './plan.ts';

/** How far reading is. */
export interface ReadingProgress {
  /** Files dealt with, of so many; those that did not change count at once. */
  readonly files: number;
  readonly of: number;
  /** Statements found so far. */
  readonly statements: number;
  /** A guess, in seconds; null before there is anything to guess from. */
  readonly secondsLeft: number | null;
}

/** Everything that was read: volumes in order, and what is known of each article in them. */
export interface Holding {
  readonly volumes: readonly BoundVolume[];
  /** The settled ids of all articles, in order, with a hash of what each prints. */
  readonly ids: readonly string[];
  readonly prints: readonly string[];
  readonly problems: readonly Problem[];
  readonly leftOut: readonly string[];
  /** Resolves when the cache has all of it, or as much as can be written; never rejects. */
  readonly saved: Promise<void>;
  /** How many files were read and how many articles analysed this time. */
  readonly read: number;
  readonly analysed: number;
}

/** At a start, more than this, in bytes, is read and analysed by the pool; less is not worth starting a thread for. */
const mostHere = 400 * 1024;
/** Later on somebody may be waiting for an answer: volumes of more than this are bound by the pool. */
const mostBetween = 16 * 1024;
/** Volumes that are found are put on record in the cache at least this often, in milliseconds. */
const longestUnsaved = 10_000;

export interface LibraryOptions {
  readonly sources: readonly string[];
  readonly binders: Binders;
  readonly cache: Cache | null;
  /** Hears of what is found in the cache while the rest is still being read: most of it will be held. */
  readonly expect?: CacheListener;
  /** Hears when there is something to bind, before that begins. */
  readonly binds?: () => void;
}

/** The folders and files of an archive, as volumes that are bound anew where files changed. */
export class Library {
  readonly #options: LibraryOptions;
  #volumes: readonly BoundVolume[] | null = null;
  #loadedAnalysis = false;

  constructor(options: LibraryOptions) {
    this.#options = options;
  }

  /**
   * Lists the files, binds what changed and returns everything. What was held before stays as it is. Never rejects for a
   * file's sake. Two at a time are not meant to run.
   */
  async read(tell: (progress: ReadingProgress) => void = () => {}): Promise<Holding> {
    const { cache } = this.#options;
    const starting = this.#volumes === null;
    const listed: ListedFile[] = [];
    const problems: Problem[] = [];
    const leftOut: string[] = [];
    const [old, ...listings] = await this.#loadAndList();
    for (const listing of listings) {
      for (const file of listing.files) listed.push(file);
      for (const problem of listing.problems) problems.push(problem);
      for (const name of listing.leftOut) leftOut.push(name);
    }
    const plan = await finish(planVolumes(once(listed), old));
    const bound = await this.#carryOut(plan, old, listed.length, starting, tell);
    this.#volumes = bound.volumes;
    const saved = cache?.save(bound.volumes) ?? Promise.resolve();
    const settled = await finish(settleIds(bound.volumes.flatMap(({ files }) => files)));
    return { ...bound, ...settled, saved, problems: [...problems, ...settled.problems], leftOut };
  }

  async #loadAndList(): Promise<[readonly BoundVolume[], ...Listing[]]> {
    const { sources, cache, expect } = this.#options;
    let begin = (_bytes: number) => {};
    const begun = new Promise<void>((resolve) => {
      begin = (bytes) => {
        expect?.begin(bytes);
        resolve();
      };
    });
    const loading = this.#volumes ?? cache?.load({ begin, volume: (bytes) => expect?.volume(bytes) });
    // Listing looks at every file, and the disk serves who asks first: what the cache holds need not wait behind thousands.
    await Promise.race([begun, loading]);
    const [old, ...listings] = await Promise.all([loading, ...sources.map(listFiles)]);
    return [old ?? [], ...listings];
  }

  async #carryOut(
    plan: readonly PlannedVolume[],
    old: readonly BoundVolume[],
    of: number,
    starting: boolean,
    tell: (progress: ReadingProgress) => void,
  ) {
    const sizeOf = (one: PlannedVolume) =>
      'keep' in one ? 0 : one.files.reduce((sum, file) => sum + changedSize(file), 0);
    const size = plan.reduce((sum, one) => sum + sizeOf(one), 0);
    const whole = plan.reduce(
      (sum, one) => sum + ('keep' in one ? 0 : one.files.reduce((all, file) => all + file.size, 0)),
      0,
    );
    if (plan.some((one) => !('keep' in one))) this.#options.binds?.();
    const here = starting ? size <= mostHere : this.#loadedAnalysis && whole <= mostBetween;
    const began = performance.now();
    let unsaved = began;
    let [files, statements, done, read, analysed] = [0, 0, 0, 0, 0];
    const results: BoundVolume[][] = plan.map(() => []);

    const note = (volume: BoundVolume) => {
      for (const file of volume.files) {
        if (file.first === 0) files += 1;
        for (const article of file.articles) statements += article.statements;
      }
    };
    const report = () => {
      const spent = performance.now() - began;
      tell({ files, of, statements, secondsLeft: done === 0 ? null : ((size - done) * spent) / done / 1000 });
    };
    const work = async (at: number, one: PlannedVolume): Promise<void> => {
      const finished = 'keep' in one ? one.keep : await this.#bind(one, here);
      const bytes = finished.bytes ?? ('keep' in one ? null : one.old?.bytes);
      if (bytes === null || bytes === undefined) throw new Error('a volume without bytes');
      if ('read' in finished) {
        read += finished.read;
        analysed += finished.analysed;
      }
      const volume: BoundVolume = { bytes, files: finished.files };
      if (!('keep' in one)) await this.#options.cache?.keep(volume.bytes);
      results[at]?.push(volume);
      note(volume);
      done += sizeOf(one);
      report();
      const [first] = volume.files;
      const listed = 'keep' in one ? undefined : one.files[0];
      if (first !== undefined && listed?.first === 0 && first.articles.length < first.total) {
        for (const further of planFurther(first, listed, old)) await work(at, further);
      }
      if (performance.now() - unsaved > longestUnsaved) {
        unsaved = performance.now();
        await this.#options.cache?.record(results.flat());
      }
    };

    let next = 0;
    const workers = Array.from({ length: here ? 1 : this.#options.binders.tasks(starting) }, async () => {
      for (let at = next++; at < plan.length; at = next++) {
        const one = plan[at];
        if (one !== undefined) await work(at, one);
      }
    });
    await Promise.all(workers);
    return { volumes: results.flat().filter(({ files: held }) => held.length > 0), read, analysed };
  }

  async #bind(planned: Exclude<PlannedVolume, { keep: unknown }>, here: boolean): Promise<BoundFiles> {
    const task = { files: planned.files, old: planned.old?.bytes ?? null };
    if (!here) return this.#options.binders.bind(task);
    // Loaded only where it is needed: with it comes the language model.
    const { bindFiles } = await import('./binding-task.ts');
    this.#loadedAnalysis = true;
    const pauses = new Pauses();
    return bindFiles(task, () => pauses.pause());
  }
}

function changedSize(file: { readonly size: number; readonly before: { readonly untouched: boolean } | null }): number {
  return file.before?.untouched ? 0 : file.size;
}

/** Sources may overlap; a file is read where it is listed first. */
function once(files: readonly ListedFile[]): ListedFile[] {
  const seen = new Set<string>();
  return files.filter(({ path }) => !seen.has(path) && seen.add(path));
}

/**
 * Makes the ids of articles unique in their order: one that is taken is reported and gets its file's path before it. Parted
 * into steps.
 */
function* settleIds(
  files: readonly FileNote[],
): Generator<void, { ids: string[]; prints: string[]; problems: Problem[] }> {
  const ids: string[] = [];
  const prints: string[] = [];
  const problems: Problem[] = [];
  const taken = new Set<string>();
  for (const file of files) {
    problems.push(...file.problems);
    for (const { id, place, print } of file.articles) {
      const free = freeId(id, file.name, taken);
      taken.add(free);
      ids.push(free);
      prints.push(print);
      if (free !== id) {
        problems.push({ file: place, reason: `the id “${id}” is taken by another article, so this one is “${free}”` });
      }
    }
    yield;
  }
  return { ids, prints, problems };
}
