import { isolate } from './direction.ts';
import { en } from './en.ts';

/** The bot's own sentences in one language. */
export type Wording = typeof en;

/** Every text that goes into a sentence keeps its direction to itself there. */
function isolating<T>(entry: T): T {
  if (typeof entry === 'function') {
    return ((...given: unknown[]) => entry(...given.map(isolated))) as T;
  }
  if (typeof entry !== 'object' || entry === null) return entry;
  return Object.fromEntries(Object.entries(entry).map(([key, inner]) => [key, isolating(inner)])) as T;
}

function isolated(given: unknown): unknown {
  if (typeof given === 'string') return isolate(given);
  if (Array.isArray(given)) return given.map(isolated);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([key, inner]) => [key, isolated(inner)]));
}

export const english: Wording = isolating(en);

/** The languages beside English, by Discord's names for them. */
export const translations: Readonly<Record<string, Wording>> = {};

/** The wording for somebody's language: as near as there is one, else English. */
export function wordingFor(locale: string): Wording {
  return translations[locale] ?? english;
}
