import { countries, type TCountryCode } from 'countries-list';
import isoCountries from 'i18n-iso-countries';
import englishNames from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import nationality from 'i18n-nationality';
import englishNationalities from 'i18n-nationality/langs/en.json' with { type: 'json' };
import type { Range } from '../range.ts';
import { fold } from './fold.ts';
import { ambiguousCapitals, extraNames, personalNames } from './state-names.ts';

/** How a text names a state: by name, by adjective ("Iranian"), by its people ("Iranians"), capital or seat. */
export type StateForm = 'name' | 'adjective' | 'people' | 'capital';

/** A state or territory with every word that stands for it. */
export interface State {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly code: string;
  /** The short English name ("Iran"). */
  readonly name: string;
  readonly aliases: readonly { readonly text: string; readonly form: StateForm }[];
}

/** A state named in a text. The range is UTF-16 into that text, end-exclusive. */
export interface StateMention {
  readonly state: State;
  readonly form: StateForm;
  readonly range: Range;
}

isoCountries.registerLocale(englishNames);
nationality.registerLocale(englishNationalities);

/** Adjectives the nationality package gets wrong or leaves as a phrase. */
const noAdjective = new Set(['WF', 'DM', 'AC', 'TA']);

function buildState(code: string): State {
  const extra = extraNames[code];
  const listed = countries[code as TCountryCode];
  const official = (isoCountries.getName(code, 'en', { select: 'all' }) ?? []) as string[];
  const name = listed.name;
  const names = [name, ...official, ...(extra?.names ?? [])].filter((text) => !/[,()]/.test(text));
  const adjective = noAdjective.has(code) ? undefined : nationality.getName(code, 'en');
  const adjectives = [...(extra?.adjectives ?? []), ...(isAdjective(adjective, names) ? [adjective] : [])];
  const people = [
    ...(extra?.people ?? []),
    ...adjectives.filter((word) => /[ain]$/.test(word)).map((word) => `${word}s`),
  ];
  const capital = ambiguousCapitals.has(listed.capital) || code === 'BE' ? [] : [listed.capital];
  const capitals = [...capital, ...(extra?.seats ?? [])].filter((text) => text !== '');
  const seen = new Set<string>();
  const aliases: { text: string; form: StateForm }[] = [];
  const groups: [StateForm, string[]][] = [
    ['name', names],
    ['adjective', adjectives],
    ['people', people],
    ['capital', capitals],
  ];
  for (const [form, texts] of groups) {
    for (const text of texts) {
      if (seen.has(text)) continue;
      seen.add(text);
      aliases.push({ text, form });
    }
  }
  return { code, name, aliases };
}

function isAdjective(word: string | undefined, names: readonly string[]): word is string {
  return (
    word !== undefined && !/[(),]| or | and | - /.test(word) && !names.includes(word) && word.split(' ').length <= 2
  );
}

/** Every state and territory, from the packages and our own additions. */
export const states: readonly State[] = Object.keys(countries).map(buildState);

/** Two states share these adjectives; news means the first far more often. */
const preferred: Readonly<Record<string, string>> = { congolese: 'CD', dominican: 'DO', guinean: 'GN', korean: 'KR' };

interface Entry {
  readonly state: State;
  readonly form: StateForm;
  /** The alias as written, for the comparison of letter case. */
  readonly text: string;
}

const byAlias = new Map<string, Entry>();
let longestAlias = 1;
for (const state of states) {
  for (const alias of state.aliases) {
    const key = fold(alias.text);
    const wanted = preferred[key];
    if (wanted !== undefined && wanted !== state.code) continue;
    if (!byAlias.has(key) || wanted === state.code) byAlias.set(key, { state, form: alias.form, text: alias.text });
    longestAlias = Math.max(longestAlias, key.split(/[\s-]/).length);
  }
}

const byCode = new Map(states.map((state) => [state.code, state]));

/** The state of an ISO code, or null. */
export function stateOf(code: string): State | null {
  return byCode.get(code.toUpperCase()) ?? null;
}

/** The state that a typed word or phrase names as a whole, whatever its case and accents, or null. */
export function stateNamed(typed: string): State | null {
  const key = fold(typed).replace(/^the /, '');
  return (byAlias.get(key) ?? byAlias.get(`the ${key}`) ?? byAlias.get(key.replace(/'s?$/, '')))?.state ?? null;
}

const wordPattern = /(?:\p{L}\.){2,}|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Up to its first sign that is no plain letter, what each alias begins with. */
const heads = new Set(Array.from(byAlias.keys(), headOf));

function headOf(folded: string): string {
  const end = folded.search(/[^a-z]/);
  return end < 0 ? folded : folded.slice(0, end);
}

/** Behind these, nothing that follows a word is joined to it by folding. */
const plainBreak = /^[\s,;:!?'")-]?$/;

/** Whether an alias may begin with a word of a text: most words begin none, and need no looking up. */
function mayBegin(word: Word, text: string): boolean {
  if (!/^\p{Lu}/u.test(word.text)) return false;
  return heads.has(headOf(fold(word.text))) || !plainBreak.test(text.charAt(word.start + word.text.length));
}

function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({ text: match[0], start: match.index }));
}

/**
 * Whether a state may be named in a text, or in one made of this and others with spaces between them. Where it is false of
 * all of them, `statesIn` finds none.
 */
export function mayNameState(text: string): boolean {
  return wordsIn(text).some((word) => mayBegin(word, text));
}

/**
 * Every state named in a run of text, in order, longest alias first, so that "South Korea" is one mention.
 * Letter case counts ("us" is no state), and a word that is also a personal name is none beside another name
 * ("Michael Jordan"). Linear in the length of the run.
 */
export function statesIn(text: string, range: Range = [0, text.length]): StateMention[] {
  const mentions: StateMention[] = [];
  const run = text.slice(range[0], range[1]);
  const words = wordsIn(run);
  for (let first = 0; first < words.length; first += 1) {
    const open = words[first];
    if (open === undefined || !mayBegin(open, run)) continue;
    for (let count = Math.min(longestAlias, words.length - first); count > 0; count -= 1) {
      const close = words[first + count - 1];
      if (close === undefined) continue;
      const end = close.start + close.text.length;
      const found = lookUp(run.slice(open.start, end));
      if (found === null) continue;
      const length = found.possessive ? end - 2 : end;
      if (count === 1 && isPersonalName(found.entry, words[first - 1], words[first + 1], run)) break;
      mentions.push({
        state: found.entry.state,
        form: found.entry.form,
        range: [range[0] + open.start, range[0] + length],
      });
      first += count - 1;
      break;
    }
  }
  return mentions;
}

function lookUp(phrase: string): { entry: Entry; possessive: boolean } | null {
  if (phrase.length > 60) return null;
  const whole = byAlias.get(fold(phrase));
  if (whole !== undefined && sameCase(phrase, whole.text)) return { entry: whole, possessive: false };
  if (/\S['’]s$/.test(phrase)) {
    const owner = phrase.slice(0, -2);
    const entry = byAlias.get(fold(owner));
    if (entry !== undefined && sameCase(owner, entry.text)) return { entry, possessive: true };
  }
  return null;
}

/** An abbreviation must stand in capitals; other names need capitals where the alias has them, or in all letters. */
function sameCase(phrase: string, alias: string): boolean {
  const letters = phrase.replace(/\./g, '');
  if (alias.length <= 4 && alias === alias.toUpperCase()) return letters === letters.toUpperCase();
  return /^\p{Lu}/u.test(phrase);
}

const titles =
  /^(?:President|Minister|Premier|King|Queen|Ambassador|Foreign|Prime|New|Both|The|In|And|But|As|For|From|With|While|If|When|That|On|At|By|To|Of|Against|After|Since|Between|Says?|Northern|Southern|Eastern|Western)$/;

interface Word {
  readonly text: string;
  readonly start: number;
}

function isPersonalName(entry: Entry, before: Word | undefined, after: Word | undefined, run: string): boolean {
  if (before !== undefined && before.text === 'New' && /^(?:Jersey|Guinea|Georgia|England|Britain)$/.test(entry.text))
    return true;
  if (!personalNames.has(entry.text) || before === undefined) return false;
  const between = run.slice(before.start + before.text.length);
  return (
    /^ \p{Lu}/u.test(between) &&
    /^\p{Lu}\p{Ll}+$/u.test(before.text) &&
    !titles.test(before.text) &&
    !byAlias.has(fold(before.text)) &&
    !/ing$/.test(before.text) &&
    !(after !== undefined && /^(?:and|government|officials?)$/.test(after.text))
  );
}
