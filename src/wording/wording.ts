import { de } from './de.ts';
import { isolate } from './direction.ts';
import { en } from './en.ts';
import { latinAmerica, spain } from './es.ts';
import { fr } from './fr.ts';

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
export const translations: ReadonlyMap<string, Wording> = new Map([
  ['de', isolating(de)],
  ['es-ES', isolating(spain)],
  ['es-419', isolating(latinAmerica)],
  ['fr', isolating(fr)],
]);

/**
 * The wording for somebody's language, named as Discord or a system does: that language as near as there is one (`fr-CA`
 * is answered in French, `es-MX` as in Latin America), else English.
 */
export function wordingFor(locale: string): Wording {
  const [language = '', region = 'es'] = locale.toLowerCase().split(/[-_]/);
  const nearest = language !== 'es' ? language : region === 'es' ? 'es-ES' : 'es-419';
  return translations.get(nearest) ?? english;
}
