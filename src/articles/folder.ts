import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { Article } from '../core/article.ts';
import { decode } from './decoding.ts';
import { identify } from './identity.ts';
import { readJsonLines } from './json-lines.ts';
import { readPlainText } from './plain-text.ts';
import type { Problem } from './problem.ts';

/** What the folders and files of the archive hold: every readable article, and every reason why something is not. */
export interface Reading {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

/** Larger files are left out: no article is, and reading one would hold up everything else. */
const largestFile = 64 * 1024 * 1024;

/** Files that stand beside articles and are none. */
const beside = /^(?:readme|license|notice)(?:\.|$)/i;

/**
 * Reads every article below the given folders and files, in order of path. A file that cannot be read is reported with
 * its reason and the rest is read; the order and ids do not depend on the order in which the disk lists files.
 * Never throws: a source that is missing or cannot be opened is a problem like any other.
 */
export async function readArticles(sources: readonly string[]): Promise<Reading> {
  const articles: Article[] = [];
  const problems: Problem[] = [];
  const ids = new Set<string>();
  const add = (article: Article, file: string, fileId: string, line?: number) => {
    const place = line === undefined ? file : `${file}:${line}`;
    let { id } = article;
    if (ids.has(id)) {
      const before = id;
      id = `${fileId}~${id}`;
      for (let count = 2; ids.has(id); count += 1) id = `${fileId}~${before}~${count}`;
      problems.push({ file: place, reason: `the id “${before}” is taken by another article, so this one is “${id}”` });
    }
    ids.add(id);
    articles.push(id === article.id ? article : { ...article, id });
  };
  for (const source of sources) {
    for (const { path, name } of await listFiles(source, problems)) {
      const bytes = await readBytes(path, name, problems);
      if (bytes === null) continue;
      const decoded = decode(bytes);
      if ('problem' in decoded) {
        problems.push({ file: name, reason: decoded.problem });
        continue;
      }
      const fileId = identify(name);
      if (isJsonLines(name)) {
        const lines = readJsonLines(fileId, decoded.text);
        if (lines.length === 0) problems.push({ file: name, reason: 'the file is empty' });
        for (const read of lines) {
          if ('problem' in read) problems.push({ file: `${name}:${read.line}`, reason: read.problem });
          else add(read.article, name, fileId, read.line);
        }
      } else {
        const read = readPlainText(fileId, decoded.text);
        if ('problem' in read) problems.push({ file: name, reason: read.problem });
        else add(read, name, fileId);
      }
    }
  }
  return { articles, problems };
}

function isJsonLines(name: string): boolean {
  return ['.jsonl', '.ndjson'].includes(extname(name).toLowerCase());
}

async function listFiles(source: string, problems: Problem[]): Promise<{ path: string; name: string }[]> {
  const root = await stat(source).catch((error: NodeJS.ErrnoException) => error);
  if (root instanceof Error) {
    problems.push({
      file: source,
      reason:
        root.code === 'ENOENT'
          ? 'there is no such folder or file; make it and put articles in, or name another one in ARTICLES'
          : `it cannot be opened (${codeOf(root)}); check its permissions`,
    });
    return [];
  }
  if (!root.isDirectory()) return [{ path: source, name: basename(source) }];
  const inside = await realpath(source);
  const found: { path: string; name: string }[] = [];
  const walk = async (folder: string): Promise<void> => {
    let entries: import('node:fs').Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      problems.push({
        file: folder === source ? source : nameOf(source, folder),
        reason: `the folder cannot be opened (${codeOf(error)})`,
      });
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || beside.test(entry.name)) continue;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) accept(path, source, found, problems);
      else if (entry.isSymbolicLink()) {
        const target = await realpath(path).catch(() => null);
        const kind = target === null ? null : await stat(target).catch(() => null);
        if (target === null || !(target === inside || target.startsWith(inside + sep))) {
          problems.push({
            file: nameOf(source, path),
            reason: 'it is a link that leads outside the folder or nowhere',
          });
        } else if (kind?.isFile()) accept(path, source, found, problems);
      }
    }
  };
  await walk(source);
  return found;
}

const endings = new Set(['.txt', '.text', '.jsonl', '.ndjson', '']);

function accept(path: string, source: string, found: { path: string; name: string }[], problems: Problem[]): void {
  const name = nameOf(source, path);
  const ending = extname(path).toLowerCase();
  if (endings.has(ending)) found.push({ path, name });
  else problems.push({ file: name, reason: `files ending in ${ending} are not read; save it as .txt or .jsonl` });
}

function nameOf(source: string, path: string): string {
  return relative(source, path).split(sep).join('/') || basename(path);
}

async function readBytes(path: string, name: string, problems: Problem[]): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(path);
    if (size > largestFile) {
      problems.push({ file: name, reason: `it is larger than ${largestFile / 1024 / 1024} MiB` });
      return null;
    }
    return await readFile(path);
  } catch (error) {
    problems.push({ file: name, reason: `the file cannot be opened (${codeOf(error)})` });
    return null;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
}
