import type { ListedFile } from '../articles/listing.ts';
import type { FileNote, FileToBind } from './binding-task.ts';

/** More articles of one large file than this go into further volumes. */
export const mostOfOneFile = 128;

/** A volume with what it holds. */
export interface BoundVolume {
  readonly bytes: Uint8Array;
  readonly files: readonly FileNote[];
}

/** One volume to be: an old one that stays as it is, or files to bind. */
export type PlannedVolume =
  | { readonly keep: BoundVolume }
  | { readonly files: readonly FileToBind[]; readonly old: BoundVolume | null };

/**
 * So many files, or so many bytes, make a volume; it is parted when it has grown to twice that. For one changed file
 * a whole volume is bound anew: of a hundred files, that took a third of the time that a small reload takes.
 */
const files = 50;
const bytes = 256 * 1024;
/** A larger file has volumes of its own. */
const large = 2 * bytes;

/** Files planned between two pauses. */
const stride = 200;

interface Known {
  readonly volume: BoundVolume;
  readonly note: FileNote;
  /** The number of its first article in the volume. */
  readonly article: number;
}

/**
 * Which volumes the listed files make, in their order, given the volumes there are. A volume none of whose files changed
 * stays; one with changed, new or vanished files is bound anew, of which only what changed is read. New files join the
 * volume of the file before them. The same listing and volumes give the same plan. A generator, so that the caller can pause
 * between its steps.
 */
export function* planVolumes(
  listed: readonly ListedFile[],
  volumes: readonly BoundVolume[],
): Generator<void, PlannedVolume[]> {
  const known = new Map<string, Known[]>();
  for (const volume of volumes) {
    yield;
    let article = 0;
    for (const note of volume.files) {
      const parts = known.get(note.path) ?? [];
      parts.push({ volume, note, article });
      known.set(note.path, parts);
      article += note.articles.length;
    }
  }
  const planned: PlannedVolume[] = [];
  let run: ListedFile[] = [];
  let runOf: BoundVolume | null = null;
  const endRun = () => {
    if (run.length > 0) planned.push(...planRun(run, runOf, known));
    run = [];
    runOf = null;
  };
  for (const [at, file] of listed.entries()) {
    if (at % stride === 0) yield;
    const parts = known.get(file.path) ?? [];
    if (file.size > large) {
      endRun();
      planned.push(...planLarge(file, parts));
      continue;
    }
    const volume = parts[0]?.volume ?? null;
    if (volume !== null && volume !== runOf) {
      // Files before the first known one join it, rather than making a volume of their own for ever.
      if (runOf !== null) endRun();
      runOf = volume;
    }
    run.push(file);
  }
  endRun();
  return planned;
}

function isUntouched({ size, changed }: Pick<ListedFile, 'size' | 'changed'>, note: FileNote): boolean {
  return note.settled && note.hash !== null && note.size === size && note.changed === changed;
}

function toBind({ path, name, size, changed }: ListedFile, part: Known | undefined, first = 0): FileToBind {
  const before =
    part === undefined
      ? null
      : { note: part.note, article: part.article, untouched: isUntouched({ size, changed }, part.note) };
  return { path, name, size, changed, first, most: size > large ? mostOfOneFile : Number.POSITIVE_INFINITY, before };
}

function planRun(run: readonly ListedFile[], old: BoundVolume | null, known: ReadonlyMap<string, Known[]>) {
  const toBindOf = (file: ListedFile) =>
    toBind(
      file,
      known.get(file.path)?.find(({ volume }) => volume === old),
    );
  const total = run.reduce((sum, { size }) => sum + size, 0);
  if (old !== null && run.length <= files * 2 && total <= bytes * 2) {
    const whole = run.map(toBindOf);
    return [isSame(whole, old) ? { keep: old } : { files: whole, old }];
  }
  return cut(run).map((part): PlannedVolume => ({ files: part.map(toBindOf), old }));
}

function isSame(whole: readonly FileToBind[], old: BoundVolume): boolean {
  return whole.length === old.files.length && whole.every(({ before }) => before?.untouched === true);
}

function cut(run: readonly ListedFile[]): ListedFile[][] {
  const parts: ListedFile[][] = [];
  let part: ListedFile[] = [];
  let size = 0;
  for (const file of run) {
    if (part.length === files || (part.length > 0 && size + file.size > bytes)) {
      parts.push(part);
      part = [];
      size = 0;
    }
    part.push(file);
    size += file.size;
  }
  return part.length === 0 ? parts : [...parts, part];
}

/** A large file is bound from its first part on; how many parts it has is known when that is read. */
function planLarge(file: ListedFile, parts: readonly Known[]): PlannedVolume[] {
  const [first] = parts;
  const whole =
    parts.length > 0 && parts.every(({ note, volume }) => isUntouched(file, note) && volume.files.length === 1);
  const complete = parts.reduce((sum, { note }) => sum + note.articles.length, 0) === first?.note.total;
  if (whole && complete) return parts.map(({ volume }) => ({ keep: volume }));
  const alone = first?.volume.files.length === 1 ? first : undefined;
  return [{ files: [toBind(file, alone)], old: alone?.volume ?? null }];
}

/** The volumes of a large file behind its first part, once that is bound: `keep` where the file turned out the same. */
export function planFurther(first: FileNote, listed: ListedFile, volumes: readonly BoundVolume[]): PlannedVolume[] {
  const further: PlannedVolume[] = [];
  for (let at = mostOfOneFile; at < first.total; at += mostOfOneFile) {
    const known = volumes.find(({ files: [note, ...others] }) => {
      return others.length === 0 && note?.path === first.path && note.first === at && note.hash === first.hash;
    });
    const note = known?.files[0];
    further.push(
      known === undefined || note === undefined
        ? { files: [toBind(listed, undefined, at)], old: null }
        : {
            keep: { ...known, files: [{ ...note, size: first.size, changed: first.changed, settled: first.settled }] },
          },
    );
  }
  return further;
}
