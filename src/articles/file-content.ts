import { extname } from 'node:path';
import type { Article } from '../core/article.ts';
import { readNameDay } from './day.ts';
import { decode } from './decoding.ts';
import type { Entry, SourceText } from './entry.ts';
import { collectionOf, identify } from './identity.ts';
import { readPlainText } from './plain-text.ts';
import type { Problem } from './problem.ts';

/** What one file holds. Plain data: it can be stored, and sent between threads. */
export interface FileContent {
  /** The file's path below its folder, with slashes. */
  readonly name: string;
  /** In the order of the file. Their ids are unique only after `gather`. */
  readonly articles: readonly Article[];
  /** Where each of the articles stands, as a problem names it: the file, with line or number when it holds several. */
  readonly places: readonly string[];
  readonly problems: readonly Problem[];
}

type Reader = (source: SourceText) => readonly Entry[] | Promise<readonly Entry[]>;

interface Format {
  /** In bytes. */
  readonly largest: number;
  readonly load: () => Reader | Promise<Reader>;
}

const mebibyte = 1024 * 1024;

/** The formats by ending. Each reader is loaded when the first file of its kind is read, so plain text starts at once. */
const formats: readonly (readonly [endings: readonly string[], format: Format])[] = [
  [['', '.txt', '.text'], { largest: 4 * mebibyte, load: () => readPlainText }],
  [['.md', '.markdown'], { largest: mebibyte / 2, load: async () => (await import('./markdown.ts')).readMarkdown }],
  [['.html', '.htm', '.xhtml'], { largest: 16 * mebibyte, load: async () => (await import('./page.ts')).readPage }],
  [['.json'], { largest: 64 * mebibyte, load: async () => (await import('./json.ts')).readJson }],
  [['.jsonl', '.ndjson'], { largest: 64 * mebibyte, load: async () => (await import('./json.ts')).readJsonLines }],
  [
    ['.xml', '.rss', '.atom', '.rdf'],
    { largest: 64 * mebibyte, load: async () => (await import('./feed.ts')).readFeed },
  ],
];

const byEnding = new Map(formats.flatMap(([endings, format]) => endings.map((ending) => [ending, format] as const)));

/** The endings of files that are read, as a reader is told of them. */
export const readableEndings: readonly string[] = [...byEnding.keys()].filter((ending) => ending !== '');

/** Why a file of this name and size, in bytes, is not read; null when it is. */
export function refuseFile(name: string, size: number): string | null {
  const ending = extname(name).toLowerCase();
  const format = byEnding.get(ending);
  if (format === undefined) {
    const last = readableEndings.at(-1);
    return `files ending in ${ending} are not read; those in ${readableEndings.slice(0, -1).join(', ')} and ${last} are`;
  }
  if (size <= format.largest) return null;
  const { largest } = format;
  return `it is larger than ${largest < mebibyte ? `${largest / 1024} KiB` : `${largest / mebibyte} MiB`} and left out`;
}

/** Further ones are counted only: a file of a million bad lines has one fault, not a million. */
const mostProblems = 50;

/**
 * Reads the articles in one file's bytes. `name` is its path below its folder, with slashes: it tells format, ids,
 * collection and perhaps the date. Depends on nothing else, so the same file gives the same content in every thread.
 * Never rejects: what cannot be read is a problem. Takes about a second for a megabyte at worst.
 */
export async function readFileContent(name: string, bytes: Uint8Array): Promise<FileContent> {
  const entries = await readEntries(name, bytes);
  const articles: Article[] = [];
  const places: string[] = [];
  const problems: Problem[] = [];
  const collection = collectionOf(name);
  let further = 0;
  for (const entry of entries) {
    const place = entry.place === null ? name : `${name}:${entry.place}`;
    if ('article' in entry) {
      articles.push({ ...entry.article, collection });
      places.push(place);
    } else if (problems.length < mostProblems) problems.push({ file: place, reason: entry.problem });
    else further += 1;
  }
  if (further > 0) problems.push({ file: name, reason: `${further} more of its entries cannot be read` });
  return { name, articles, places, problems };
}

async function readEntries(name: string, bytes: Uint8Array): Promise<readonly Entry[]> {
  const refused = refuseFile(name, bytes.length);
  if (refused !== null) return [{ place: null, problem: refused }];
  if (bytes.length === 0) return [{ place: null, problem: 'the file is empty' }];
  const decoded = decode(bytes);
  if ('problem' in decoded) return [{ place: null, problem: decoded.problem }];
  if (decoded.text.trim() === '') return [{ place: null, problem: 'the file is empty' }];
  try {
    const read = await byEnding.get(extname(name).toLowerCase())?.load();
    return (await read?.({ id: identify(name), text: decoded.text, nameDay: readNameDay(name) })) ?? [];
  } catch (error) {
    // Readers report what they foresee; a library may still give up on a file that was made to break it.
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    return [{ place: null, problem: `it cannot be made out (${reason?.slice(0, 200)})` }];
  }
}
