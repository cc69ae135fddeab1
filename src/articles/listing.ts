import { type Dirent, stat as lookAt } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { codeOf, type Problem } from './problem.ts';

/** A file to read: where it is, and its name as ids and problems show it (its path below its source, with slashes). */
export interface ListedFile {
  readonly path: string;
  readonly name: string;
  /**
   * The file's size in bytes and the time, in milliseconds, at which the disk last noted a change of its content, name or
   * rights; unlike the time of writing, no program sets that one back.
   */
  readonly size: number;
  readonly changed: number;
}

/** What lies below a source. */
export interface Listing {
  /** In order of path, whatever the order in which the disk lists them. */
  readonly files: readonly ListedFile[];
  readonly problems: readonly Problem[];
  /** Names of files and folders that stand beside articles and are none: hidden ones, read-me files, parts of pages. */
  readonly leftOut: readonly string[];
}

/** Files that stand beside articles and are none. */
const beside = /^(?:readme|license|notice)(?:[.\-_]|$)/i;
/** Folders in which a browser keeps the pictures and styles of a page that it saves beside it. */
const partsOfPage = /(?:_files|\.files|-Dateien|_fichiers|_archivos)$/i;

/**
 * Lists the files of a source: a folder with all below it, or one file. Hidden files, read-me files and the parts of
 * saved pages are left out. A symbolic link is followed to a file inside the folder, and nowhere else.
 * Never rejects: what cannot be opened is a problem.
 */
export async function listFiles(source: string): Promise<Listing> {
  const files: ListedFile[] = [];
  const problems: Problem[] = [];
  const leftOut: string[] = [];
  const listing = { files, problems, leftOut };

  const root = await stat(source).catch((error: unknown) => ({ code: codeOf(error) }));
  if ('code' in root) {
    const reason =
      root.code === 'ENOENT'
        ? 'there is no such folder or file; make it and put articles in, or name another one in ARTICLES'
        : `it cannot be opened (${root.code}); check its permissions`;
    problems.push({ file: source, reason });
    return listing;
  }
  if (!root.isDirectory()) {
    files.push({ path: source, name: basename(source), size: root.size, changed: root.ctimeMs });
    return listing;
  }
  const inside = await realpath(source);

  // By callback: the promises of `fs/promises` take twice the time for thousands of files.
  const look = (path: string, name: string): Promise<ListedFile | Problem | null> =>
    new Promise((resolve) => {
      lookAt(path, (error, target) => {
        if (error !== null) resolve({ file: name, reason: `the file cannot be opened (${codeOf(error)})` });
        else if (target.isFile()) resolve({ path, name, size: target.size, changed: target.ctimeMs });
        else if (target.isDirectory()) resolve(null);
        else resolve({ file: name, reason: 'it is not a file of text but a device or a pipe' });
      });
    });
  const accept = (found: ListedFile | Problem | null) => {
    if (found !== null && 'path' in found) files.push(found);
    else if (found !== null) problems.push(found);
  };

  /** `below` is the folder's own name below the source, with a slash behind it; empty for the source. */
  const walk = async (folder: string, below: string): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      problems.push({ file: below.slice(0, -1) || source, reason: `the folder cannot be opened (${codeOf(error)})` });
      return;
    }
    const names = new Set(entries.map(({ name }) => name.toLowerCase()));
    const isPart = (name: string) =>
      partsOfPage.test(name) &&
      ['.html', '.htm'].some((end) => names.has(name.replace(partsOfPage, end).toLowerCase()));
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    // Asked for many at once: the disk's answers are waited for together, and taken in order.
    const looked = new Map<Dirent, Promise<ListedFile | Problem | null>>();
    for (const entry of entries) {
      if (entry.isDirectory() || entry.isSymbolicLink() || isBeside(entry)) continue;
      looked.set(entry, look(join(folder, entry.name), below + entry.name));
    }
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const name = below + entry.name;
      if (isBeside(entry)) leftOut.push(name);
      else if (entry.isDirectory()) {
        if (isPart(entry.name)) leftOut.push(name);
        else await walk(path, `${name}/`);
      } else if (entry.isSymbolicLink() && !(await leadsInside(path, inside))) {
        problems.push({ file: name, reason: 'it is a link that leads outside the folder or nowhere' });
      } else accept(await (looked.get(entry) ?? look(path, name)));
    }
  };
  await walk(source, '');
  return listing;
}

function isBeside(entry: Dirent): boolean {
  return entry.name.startsWith('.') || (!entry.isDirectory() && beside.test(entry.name));
}

async function leadsInside(path: string, inside: string): Promise<boolean> {
  const target = await realpath(path).catch(() => null);
  return target !== null && (target === inside || target.startsWith(inside.endsWith(sep) ? inside : inside + sep));
}

/** How many names the sentence on what is left out gives. */
const mostNames = 5;

/** One sentence on what a listing left out, to be said once; null when nothing was. */
export function wordLeftOut(leftOut: readonly string[]): string | null {
  if (leftOut.length === 0) return null;
  const more = leftOut.length - mostNames;
  const names = leftOut.slice(0, mostNames).join(', ');
  const count =
    leftOut.length === 1
      ? '1 file or folder that is no article is'
      : `${leftOut.length} files or folders that are no articles are`;
  return `${count} left out: ${names}${more > 0 ? ` and ${more} more` : ''}.`;
}
