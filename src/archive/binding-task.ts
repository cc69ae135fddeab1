import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type FileContent, readFileContent, refuseFile } from '../articles/file-content.ts';
import { codeOf, type Problem } from '../articles/problem.ts';
import { type AnalysedArticle, analyseArticle } from '../core/analysed-article.ts';
import { bind } from '../core/volume/binding.ts';
import { Volume } from '../core/volume/volume.ts';
import { mostOfOneFile } from './plan.ts';

/** What is kept of a file's article outside its volume. */
export interface ArticleNote {
  /** The article's own, not yet settled among the others'. */
  readonly id: string;
  /** Where it stands, as a problem names it. */
  readonly place: string;
  /** A hash of what it prints. */
  readonly print: string;
  /** Statements that it attributes to somebody. */
  readonly statements: number;
}

/** A file, or a run of the articles in a large one, as a volume holds it. */
export interface FileNote {
  readonly path: string;
  readonly name: string;
  /** What the disk told of the file when it was read: bytes, and time of change in milliseconds. */
  readonly size: number;
  readonly changed: number;
  /** Of the file's bytes; null when they could not be read. */
  readonly hash: string | null;
  /** Whether the file had been left alone for a while, so that `size` and `changed` tell it apart from a later state. */
  readonly settled: boolean;
  /** The place of its first article here among all the file's, and how many those are. */
  readonly first: number;
  readonly total: number;
  readonly articles: readonly ArticleNote[];
  readonly problems: readonly Problem[];
}

/** A file to bind. `before` is what was known of it, with the number of its first article in the old volume. */
export interface FileToBind {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly changed: number;
  /** Which of the file's articles, `[first, first + most)`. */
  readonly first: number;
  readonly most: number;
  readonly before: { readonly note: FileNote; readonly article: number; readonly untouched: boolean } | null;
}

/** Files that become one volume, with the volume that some of them were in. */
export interface BindingTask {
  readonly files: readonly FileToBind[];
  readonly old: Uint8Array | null;
}

export interface BoundFiles {
  /** Null when the old volume holds just these, unchanged. */
  readonly bytes: Uint8Array | null;
  readonly files: readonly FileNote[];
  /** How many files were read, and how many articles analysed. */
  readonly read: number;
  readonly analysed: number;
}

/** Disks note times in steps: a file that changed so recently, in milliseconds, may change again within the same step. */
const unsettled = 2_000;

/** The large file that was read last: its further volumes are bound one after another. */
let lastLarge: { readonly hash: string; readonly name: string; readonly content: FileContent } | null = null;

/**
 * Reads, analyses and binds the files of one volume. Files whose bytes are the same as before are not analysed again, and
 * files that the disk says are untouched not even read. Never rejects for a file's sake: what is wrong is in its note.
 * `pause` is awaited between articles.
 */
export async function bindFiles(
  { files, old }: BindingTask,
  pause?: () => Promise<void> | undefined,
): Promise<BoundFiles> {
  const oldVolume = old === null ? null : new Volume(old);
  const bound: AnalysedArticle[] = [];
  const notes: FileNote[] = [];
  let read = 0;
  let analysed = 0;
  for (const file of files) {
    const { before } = file;
    const keep = (note: FileNote, article: number) => {
      notes.push(note);
      for (let at = 0; at < note.articles.length; at += 1)
        if (oldVolume !== null) bound.push(oldVolume.analysed(article + at));
    };
    if (before?.untouched) {
      keep(before.note, before.article);
      continue;
    }
    const { bytes, hash, problem } = await readBytes(file);
    read += 1;
    const settled = Date.now() - file.changed > unsettled;
    if (before !== null && hash !== null && before.note.hash === hash) {
      keep({ ...before.note, size: file.size, changed: file.changed, settled }, before.article);
      continue;
    }
    const content = bytes === null ? refused(file.name, problem) : await readContent(file.name, hash, bytes);
    const { path, name, size, changed, first } = file;
    const articles: ArticleNote[] = [];
    const last = Math.min(content.articles.length, first + file.most);
    for (let at = first; at < last; at += 1) {
      const article = content.articles[at];
      if (article === undefined) continue;
      const found = analyseArticle(article);
      bound.push(found);
      analysed += 1;
      const statements = found.statements.filter(({ kind }) => kind !== 'own').length;
      articles.push({ id: article.id, place: content.places[at] ?? name, print: '', statements });
      await pause?.();
    }
    const problems = first === 0 ? content.problems : [];
    notes.push({ path, name, size, changed, hash, settled, first, total: content.articles.length, articles, problems });
  }
  const same =
    old !== null &&
    analysed === 0 &&
    oldVolume?.articles.length === bound.length &&
    files.every(({ before }) => before !== null);
  if (same) return { bytes: null, files: notes, read, analysed };
  const bytes = bind(bound);
  return { bytes, files: withPrints(notes, new Volume(bytes)), read, analysed };
}

function withPrints(notes: readonly FileNote[], volume: Volume): FileNote[] {
  let next = 0;
  return notes.map((note) => ({
    ...note,
    articles: note.articles.map((article) => {
      const print = volume.articles[next]?.print ?? '';
      next += 1;
      return { ...article, print };
    }),
  }));
}

async function readBytes({ path, name, size }: FileToBind) {
  // A large file is refused before its bytes fill the memory.
  let problem = refuseFile(name, size);
  if (problem === null) {
    try {
      const bytes = await readFile(path);
      return { bytes, hash: createHash('sha256').update(bytes).digest('base64url'), problem: '' };
    } catch (error) {
      problem = `the file cannot be opened (${codeOf(error)})`;
    }
  }
  return { bytes: null, hash: null, problem };
}

function refused(name: string, problem: string): FileContent {
  return { name, articles: [], places: [], problems: [{ file: name, reason: problem }] };
}

async function readContent(name: string, hash: string, bytes: Uint8Array): Promise<FileContent> {
  if (lastLarge?.hash === hash && lastLarge.name === name) return lastLarge.content;
  const content = await readFileContent(name, bytes);
  if (content.articles.length > mostOfOneFile) lastLarge = { hash, name, content };
  return content;
}
