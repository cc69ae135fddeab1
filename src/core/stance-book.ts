import { fold } from './actor/fold.ts';
import type { Roster } from './actor/roster.ts';
import { type State, stateNamed, stateOf } from './actor/state.ts';
import type { Counted } from './archive.ts';
import type { Article } from './article.ts';
import { applyCorrections, type Correction, correctQuery } from './search/correction.ts';
import { parseQuery, type Query } from './search/query.ts';
import type { StatementPlace } from './search/statement-search.ts';
import { words } from './search/word.ts';
import type { Polarity, Stance } from './stance/stance.ts';
import { type Entry, Suggestions, type Tally, tally } from './suggestions.ts';
import { aspectOfState, aspectOfWord, nowhere } from './volume/binding.ts';
import { listHolds, listOf, type Union } from './volume/union.ts';

/** One stance with where it stands. */
interface Held {
  readonly place: StatementPlace;
  readonly stance: Stance;
  readonly article: Article;
}

/** A stance with how near it is to what was asked. */
interface Near {
  readonly one: Held;
  readonly near: number;
}

/** Stances of one polarity towards the same phrase. */
export interface StanceGroup {
  readonly polarity: Polarity;
  /** In the article of the first place. */
  readonly towards: { readonly text: string; readonly start: number; readonly end: number };
  readonly places: readonly StatementPlace[];
  readonly holders: readonly string[];
  /** How near it is to what was asked: see `nearness`. */
  readonly near: number;
  /** The newest date of its articles. */
  readonly date: string | null;
  readonly confidence: number;
}

export interface FoundStances {
  readonly groups: readonly StanceGroup[];
  /** What was asked about, as the archive names it. */
  readonly about: string;
  readonly query: Query | null;
  readonly corrections: readonly Correction[];
}

/** How near a stance is to what was asked: its target phrase names it, its sentence does, or only its article. */
export const nearness = { target: 3, sentence: 2, article: 1, none: 0 } as const;

/** Every stance of an archive, by who is answerable for it. */
export class StanceBook {
  readonly holders: Suggestions;
  readonly #union: Union;
  readonly #roster: Roster;
  /** The numbers of the stances for which each actor, by key, is answerable. */
  readonly #byHolder: ReadonlyMap<string, readonly number[]>;
  readonly #subjects = new Map<string, Suggestions>();

  constructor(union: Union, roster: Roster, byHolder: ReadonlyMap<string, readonly number[]>) {
    this.#union = union;
    this.#roster = roster;
    this.#byHolder = byHolder;
    const count = () => {
      const counts = new Map<string, Tally>();
      for (const [key, stances] of byHolder) for (const stance of stances) tally(counts, key, this.#ageOf(stance));
      return counts;
    };
    this.holders = new Suggestions(() => countActors(count(), roster, 'positions'));
  }

  /** The place of a stance's article among all, newest first. */
  #ageOf(stance: number): number {
    return this.#union.index.age[this.#union.stanceArticle[stance] ?? 0] ?? 0;
  }

  /** The numbers of the stances of some actors, each once, in order of the archive; everybody's for null. */
  #numbersOf(actors: readonly string[] | null): Uint32Array {
    const lists = actors === null ? this.#byHolder.values() : actors.map((key) => this.#byHolder.get(key) ?? []);
    const numbers = new Set<number>();
    for (const list of lists) for (const number of list) numbers.add(number);
    return Uint32Array.from(numbers).sort();
  }

  #read(found: readonly { readonly number: number; readonly near: number }[]): Near[] {
    return found.flatMap(({ number, near }): Near[] => {
      const article = this.#union.stanceArticle[number] ?? 0;
      const entry = this.#union.entries[article];
      const stance = entry?.stance(number - (this.#union.articleStance[article] ?? 0));
      if (entry === undefined || stance === undefined) return [];
      const place = { article, statement: stance.statement };
      return [{ one: { place, stance, article: entry.article }, near }];
    });
  }

  #nearToState(state: State): (stance: number) => number {
    const { aspects, targetAspects, sentenceAspects, topics, stanceArticle } = this.#union;
    const wanted = aspects.get(aspectOfState(state));
    if (wanted === undefined) return () => nearness.none;
    const states = new Set([...aspects].filter(([name]) => name.startsWith('state:')).map(([, number]) => number));
    return (stance) => {
      if (listHolds(targetAspects, stance, wanted)) return nearness.target;
      if (listHolds(sentenceAspects, stance, wanted)) return nearness.sentence;
      const others = listOf(targetAspects, stance).some((aspect) => states.has(aspect));
      return !others && listHolds(topics, stanceArticle[stance] ?? 0, wanted) ? nearness.article : nearness.none;
    };
  }

  #nearToWords({ words: sought, phrases }: Query): (stance: number) => number {
    const { aspects, targetAspects, sentenceAspects, stanceArticle, entries } = this.#union;
    const stems = [...sought, ...phrases.flatMap((phrase) => phrase.words)].map(({ stem }) => stem);
    if (stems.length === 0) return () => nearness.none;
    const wanted = stems.map((stem) => aspects.get(aspectOfWord(stem)) ?? -1);
    const inTitle = new Map<number, boolean>();
    return (stance) => {
      if (wanted.every((aspect) => listHolds(targetAspects, stance, aspect))) return nearness.target;
      if (wanted.every((aspect) => listHolds(sentenceAspects, stance, aspect))) return nearness.sentence;
      const article = stanceArticle[stance] ?? 0;
      const known = inTitle.get(article) ?? holdsAll(entries[article]?.record.title ?? '', stems);
      inTitle.set(article, known);
      return known ? nearness.article : nearness.none;
    };
  }

  /**
   * What the actors (null: anybody) hold about a subject; about everything when no subject is given. The nearest and
   * newest first. `accepts` tells which articles count.
   */
  find(
    actors: readonly string[] | null,
    about: string | undefined,
    accepts: (article: Article) => boolean = () => true,
  ): FoundStances {
    const { entries, stanceArticle } = this.#union;
    const numbers = this.#numbersOf(actors).filter((stance) => {
      const entry = entries[stanceArticle[stance] ?? 0];
      return entry !== undefined && accepts(entry.article);
    });
    if (about === undefined || about.trim() === '') {
      const all = byNearness(numbers, () => nearness.target);
      return { groups: group(this.#read(all)), about: 'anything', query: null, corrections: [] };
    }
    const state = this.#stateOf(about);
    if (state !== null) {
      return {
        groups: group(this.#read(byNearness(numbers, this.#nearToState(state)))),
        about: state.name,
        query: parseQuery(state.name),
        corrections: [],
      };
    }
    const parsed = parseQuery(this.#roster.actor(about)?.name ?? about);
    const { query, corrections } = correctQuery(this.#union.index, parsed);
    const name =
      corrections.length > 0 ? applyCorrections(about, corrections) : (this.#roster.actor(about)?.name ?? about);
    if (query.empty) return { groups: [], about: name, query, corrections };
    return {
      groups: group(this.#read(byNearness(numbers, this.#nearToWords(query)))),
      about: name,
      query,
      corrections,
    };
  }

  /** What the positions of these actors (of everybody, when none is given) are about, to complete from. */
  subjectsOf(actors: readonly string[]): Suggestions {
    const id = actors.join(' ');
    const known = this.#subjects.get(id);
    if (known !== undefined) return known;
    const own = new Set(actors);
    const counts = new Map<number, Tally>();
    const { first, numbers } = this.#union.stanceSubjects;
    for (const stance of this.#numbersOf(actors.length === 0 ? null : actors)) {
      const last = first[stance + 1] ?? 0;
      for (let at = first[stance] ?? 0; at < last; at += 1) {
        const subject = numbers[at] ?? 0;
        tally(counts, subject, this.#ageOf(stance));
      }
    }
    const entries = [...counts].flatMap(([number, counted]): Entry[] => {
      const name = this.#union.subjects[number] ?? '';
      const state = name.startsWith('state:') ? stateOf(name.slice(6)) : null;
      if (state === null) return [{ name, value: name, aliases: [], ...counted, of: 'positions' }];
      if (own.has(name)) return [];
      const aliases = state.aliases.map(({ text }) => text);
      return [{ name: state.name, value: state.name, aliases, ...counted, of: 'positions' }];
    });
    const subjects = new Suggestions(() => entries);
    // Typing asks for the same list letter by letter; the number of lists kept is bounded.
    if (this.#subjects.size > 200) this.#subjects.clear();
    this.#subjects.set(id, subjects);
    return subjects;
  }

  #stateOf(about: string): State | null {
    return stateNamed(about) ?? (about.startsWith('state:') ? stateNamed(this.#roster.actor(about)?.name ?? '') : null);
  }
}

/** The stances of a union by the keys of those answerable. A generator, so that the caller can pause between its steps. */
export function* sortByHolder(
  { stanceMention }: Union,
  answerable: (mention: number) => readonly string[],
): Generator<void, Map<string, number[]>> {
  const byHolder = new Map<string, number[]>();
  for (const [number, mention] of stanceMention.entries()) {
    if (mention === nowhere) continue;
    for (const key of answerable(mention)) {
      const list = byHolder.get(key);
      if (list === undefined) byHolder.set(key, [number]);
      else list.push(number);
    }
    if (number % 5_000 === 4_999) yield;
  }
  return byHolder;
}

/** The actors behind keys, each with how often it stands there. */
export function countActors(counts: ReadonlyMap<string, Tally>, roster: Roster, of: Counted): Entry[] {
  return [...counts].flatMap(([key, counted]) => {
    const actor = roster.actor(key);
    if (actor === null) return [];
    const resolved = roster.resolve(actor.name);
    const value = resolved.length === 1 && resolved[0]?.key === key ? actor.name : key;
    return [{ name: actor.name, value, aliases: actor.aliases, ...counted, of }];
  });
}

/** The numbers of the stances that are near at all, the nearest first. */
function byNearness(numbers: Uint32Array, near: (stance: number) => number): { number: number; near: number }[] {
  const scored: { number: number; near: number }[] = [];
  for (const number of numbers) {
    const score = near(number);
    if (score > nearness.none) scored.push({ number, near: score });
  }
  return scored.sort((a, b) => b.near - a.near);
}

function holdsAll(text: string, stems: readonly string[]): boolean {
  const present = new Set([...words(text)].map(({ stem }) => stem));
  return stems.every((stem) => present.has(stem));
}

function group(found: readonly Near[]): StanceGroup[] {
  const groups = new Map<string, { near: number; list: Held[] }>();
  for (const { one, near } of found) {
    const { article, stance } = one;
    const phrase = fold(article.text.slice(...stance.towards)).replace(/^(?:the|a|an|any|all) /, '');
    const key = `${stance.polarity} ${phrase}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { near, list: [one] });
    else known.list.push(one);
  }
  const grouped = [...groups.values()].map(({ near, list }): StanceGroup => {
    const sorted = list.toSorted(
      (a, b) => compareDates(b.article.date, a.article.date) || b.stance.confidence - a.stance.confidence,
    );
    const [first = list[0]] = sorted;
    if (first === undefined) throw new Error('a group is never empty');
    const [start, end] = first.stance.towards;
    return {
      polarity: first.stance.polarity,
      near,
      towards: { text: first.article.text.slice(start, end), start, end },
      places: uniquePlaces(sorted),
      holders: [...new Set(sorted.map(({ stance }) => stance.holderName))],
      date: first.article.date,
      confidence: Math.max(...list.map(({ stance }) => stance.confidence)),
    };
  });
  return grouped.sort((a, b) => b.near - a.near || compareDates(b.date, a.date) || b.confidence - a.confidence);
}

function uniquePlaces(held: readonly Held[]): StatementPlace[] {
  const seen = new Set<string>();
  return held
    .map(({ place }) => place)
    .filter(({ article, statement }) => {
      const id = `${article}:${statement}`;
      return !seen.has(id) && seen.add(id);
    });
}

function compareDates(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
