import { isDay, readDate } from '../core/layout.ts';

/**
 * The day that a date in metadata names, `YYYY-MM-DD` as written and without any zone shift: ISO 8601, the dates of
 * RFC 822, or a date in English, each with or without a time behind it. Null when it is none of these or no day.
 */
export function readDay(written: string): string | null {
  const text = written.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?=T|$)/.exec(text);
  if (iso !== null) return day(iso);
  const printed = /^[^0-9]{0,40}[0-9]{1,2}[^0-9]{1,20}[0-9]{4}\b/.exec(text)?.[0];
  return printed === undefined ? null : readDate(printed);
}

/** The day a file's name begins with: `2026-01-05-harbour.txt`. Null when it begins with none. */
export function readNameDay(name: string): string | null {
  const found = /(?:^|[/\\])(\d{4})-(\d{2})-(\d{2})(?![0-9])[^/\\]*$/.exec(name);
  return found === null ? null : day(found);
}

function day([, year = '', month = '', date = '']: readonly string[]): string | null {
  return isDay(Number(year), Number(month), Number(date)) ? `${year}-${month}-${date}` : null;
}
