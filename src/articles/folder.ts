import { readFile } from 'node:fs/promises';
import type { Article } from '../core/article.ts';
import { type FileContent, readFileContent, refuseFile } from './file-content.ts';
import { gather } from './gathering.ts';
import { type ListedFile, listFiles } from './listing.ts';
import { codeOf, type Problem } from './problem.ts';

/** What the folders and files of the archive hold: every readable article, and every reason why something is not. */
export interface Reading {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  /** Names of files and folders that stand beside the articles and were left out (`wordLeftOut` says it). */
  readonly leftOut: readonly string[];
}

/**
 * Reads every article below the given folders and files, in order of path. A file that cannot be read is reported with
 * its reason and the rest is read; the order and ids do not depend on the order in which the disk lists files.
 * Never rejects: a source that is missing or cannot be opened is a problem like any other.
 */
export async function readArticles(sources: readonly string[]): Promise<Reading> {
  const contents: FileContent[] = [];
  const leftOut: string[] = [];
  for await (const content of readContents(sources, leftOut)) contents.push(content);
  return { ...gather(contents), leftOut };
}

/**
 * The same file by file, as they are read; ids are not yet unique (`gather`, `settle`). What is wrong with a source
 * itself comes first, as the content of a file by the source's name. Names that are left out are added to `leftOut`.
 */
export async function* readContents(sources: readonly string[], leftOut: string[]): AsyncGenerator<FileContent> {
  for (const source of sources) {
    const listing = await listFiles(source);
    leftOut.push(...listing.leftOut);
    if (listing.problems.length > 0) yield { name: source, articles: [], places: [], problems: listing.problems };
    for (const file of listing.files) yield await readListedFile(file);
  }
}

/** Reads the articles in one listed file. Never rejects. */
export async function readListedFile({ path, name, size }: ListedFile): Promise<FileContent> {
  // A large file is refused before its bytes fill the memory.
  let reason = refuseFile(name, size);
  if (reason === null) {
    try {
      return await readFileContent(name, await readFile(path));
    } catch (error) {
      reason = `the file cannot be opened (${codeOf(error)})`;
    }
  }
  return { name, articles: [], places: [], problems: [{ file: name, reason }] };
}
