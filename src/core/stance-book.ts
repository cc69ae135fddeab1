import type { Answerable } from './actor/answerable.ts';
import type { Roster } from './actor/roster.ts';
import { type State, stateNamed, stateOf } from './actor/state.ts';
import type { Counted } from './archive.ts';
import type { Range } from './range.ts';
import { applyCorrections, type Correction, correctQuery } from './search/correction.ts';
import { parseQuery, type Query } from './search/query.ts';
import type { StatementPlace } from './search/statement-search.ts';
import { words } from './search/word.ts';
import type { Polarity, Stance } from './stance/stance.ts';
import { type Entry, Suggestions, type Tally, tally } from './suggestions.ts';
import { type ArticleRecord, aspectOfState, aspectOfWord, nowhere } from './volume/binding.ts';
import { listHolds, listOf, type Union } from './volume/union.ts';

/** A stance, by number, with how near it is to what was asked. */
interface Near {
  readonly number: number;
  readonly near: number;
}

/** Stances of one polarity towards the same phrase, by number, the newest first. */
export interface StanceGroup {
  readonly polarity: Polarity;
  /** How near it is to what was asked: see `nearness`. */
  readonly near: number;
  readonly stances: readonly number[];
  /** The newest date of its articles as a number like 20210304; 0 for none. */
  readonly day: number;
  readonly confidence: number;
}

/** A group as it is shown. */
export interface ShownGroup {
  /** The target phrase, in the article of the first place. */
  readonly towards: Range;
  /** Each statement once, with the other articles that print the same words by the same speaker. */
  readonly places: readonly { readonly place: StatementPlace; readonly also: readonly StatementPlace[] }[];
  readonly holders: readonly string[];
  readonly date: string | null;
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

  /** Stances of one polarity towards the same phrase, the nearest and newest group first. */
  #group(found: readonly Near[]): StanceGroup[] {
    const { stancePhrase, stanceSupports, stanceArticle, stanceConfidence, day } = this.#union;
    const groups = new Map<number, { readonly near: number; readonly stances: number[] }>();
    for (const { number, near } of found) {
      const key = 2 * (stancePhrase[number] ?? 0) + (stanceSupports[number] ?? 0);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { near, stances: [number] });
      else known.stances.push(number);
    }
    const dayOf = (stance: number) => day[stanceArticle[stance] ?? 0] ?? 0;
    const sureness = (stance: number) => stanceConfidence[stance] ?? 0;
    return [...groups.values()]
      .map(({ near, stances }): StanceGroup => {
        const sorted = stances.sort((a, b) => dayOf(b) - dayOf(a) || sureness(b) - sureness(a));
        const [first = 0] = sorted;
        return {
          polarity: stanceSupports[first] === 1 ? 'supports' : 'opposes',
          near,
          stances: sorted,
          day: dayOf(first),
          confidence: sorted.reduce((most, stance) => Math.max(most, sureness(stance)), 0),
        };
      })
      .sort((a, b) => b.near - a.near || b.day - a.day || b.confidence - a.confidence);
  }

  /** What the archive prints of a group: its phrase, places and holders. */
  show({ stances }: StanceGroup): ShownGroup {
    const { stanceArticle, articleStance, entries } = this.#union;
    const held = stances.map((number): { readonly place: StatementPlace; readonly stance: Stance } => {
      const article = stanceArticle[number] ?? 0;
      const stance = entries[article]?.stance(number - (articleStance[article] ?? 0));
      if (stance === undefined) throw new Error(`no stance ${number}`);
      return { place: { article, statement: stance.statement }, stance };
    });
    const [first] = held;
    if (first === undefined) throw new Error('a group is never empty');
    return {
      towards: first.stance.towards,
      places: this.#groupPlaces(held.map(({ place }) => place)),
      holders: [...new Set(held.map(({ stance }) => stance.holderName))],
      date: entries[first.place.article]?.record.date ?? null,
    };
  }

  #groupPlaces(places: readonly StatementPlace[]): ShownGroup['places'] {
    const { twin, articleStatement } = this.#union.index;
    const groups = new Map<number, { readonly place: StatementPlace; readonly also: StatementPlace[] }>();
    for (const place of places) {
      const number = (articleStatement[place.article] ?? 0) + place.statement;
      const known = groups.get(twin[number] ?? number);
      if (known === undefined) groups.set(twin[number] ?? number, { place, also: [] });
      else if ([known.place, ...known.also].every(({ article }) => article !== place.article)) known.also.push(place);
    }
    return [...groups.values()];
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
    accepts: (article: ArticleRecord) => boolean = () => true,
  ): FoundStances {
    const { entries, stanceArticle } = this.#union;
    const numbers = this.#numbersOf(actors).filter((stance) => {
      const entry = entries[stanceArticle[stance] ?? 0];
      return entry !== undefined && accepts(entry.record);
    });
    if (about === undefined || about.trim() === '') {
      const all = byNearness(numbers, () => nearness.target);
      return { groups: this.#group(all), about: 'anything', query: null, corrections: [] };
    }
    const state = this.#stateOf(about);
    if (state !== null) {
      return {
        groups: this.#group(byNearness(numbers, this.#nearToState(state))),
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
      groups: this.#group(byNearness(numbers, this.#nearToWords(query))),
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
  answerable: Answerable,
): Generator<void, Map<string, number[]>> {
  const byHolder = new Map<string, number[]>();
  for (const [number, mention] of stanceMention.entries()) {
    if (mention === nowhere) continue;
    for (const key of answerable.keysOf(mention)) {
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
function byNearness(numbers: Uint32Array, near: (stance: number) => number): Near[] {
  const scored: Near[] = [];
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
