import { finishDraft } from './draft.ts';
import { type Entry, entryOf, type SourceText } from './entry.ts';
import { articleRecord, tidyRecord, wordIssue } from './record.ts';
import { findRepeatedKeys } from './repeated-key.ts';

/**
 * Reads `{"id"?,"title"?,"outlet"?,"date"?,"author"?,"url"?,"text"}` a line; blank lines are passed over. An article
 * without an id gets the file's with its line. A bad line never costs the others. A file that is one JSON value over
 * several lines is read as such.
 */
export function readJsonLines(source: SourceText): Entry[] {
  const { text } = source;
  if (/^\s*(?:\[|\{\s*(?:\r?\n|$))/.test(text.slice(0, 1000)) && parse(text) !== undefined) return readJson(source);
  const entries: Entry[] = [];
  let line = 0;
  for (const written of text.split('\n')) {
    line += 1;
    if (written.trim() !== '') entries.push(readLine(source.id, written, line));
  }
  return entries;
}

function readLine(fileId: string, written: string, line: number): Entry {
  const value = parse(written);
  if (value === undefined) return { place: line, problem: 'the line is not JSON' };
  return readRecord(value, findRepeatedKeys(written).get(0), `${fileId}-${line}`, line, null);
}

/**
 * Reads a JSON file: one article, or an array of them. Those of an array that have no id get the file's with their
 * number. A file with one value a line is read as JSON Lines.
 */
export function readJson(source: SourceText): Entry[] {
  const { id, text, nameDay } = source;
  const value = parse(text);
  if (value === undefined) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.length > 1 && parse(lines[0] ?? '') !== undefined && parse(lines[1] ?? '') !== undefined
      ? readJsonLines(source)
      : [{ place: null, problem: wordFault(text) }];
  }
  const repeated = findRepeatedKeys(text);
  if (!Array.isArray(value)) return [readRecord(value, repeated.get(0), id, null, nameDay)];
  if (value.length === 0) return [{ place: null, problem: 'the list is empty' }];
  return value.map((held: unknown, index) =>
    readRecord(held, repeated.get(index), `${id}-${index + 1}`, index + 1, null),
  );
}

function readRecord(
  value: unknown,
  repeatedKey: string | undefined,
  defaultId: string,
  place: number | null,
  nameDay: string | null,
): Entry {
  if (repeatedKey !== undefined) return { place, problem: `the key “${repeatedKey.slice(0, 40)}” stands twice` };
  const record = articleRecord.safeParse(tidyRecord(value));
  if (!record.success) return { place, problem: wordIssue(record.error) };
  const { id, tags, ...draft } = record.data;
  return entryOf(place, finishDraft(id ?? defaultId, { ...draft, tags: tags ?? [] }, nameDay));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Why a text is not JSON, as far as the engine says where it stops. */
function wordFault(text: string): string {
  const opened = /^\s*[[{]/.test(text.slice(0, 1000));
  if (!opened) return 'it is not JSON';
  return /[\]}]\s*$/.test(text.slice(-1000))
    ? 'it is not JSON: there is a fault in it'
    : 'it is not JSON: it stops before its end';
}
