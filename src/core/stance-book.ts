import quickselect from 'quickselect';
import type { Answerable } from './actor/answerable.ts';
import type { Actor, Roster } from './actor/roster.ts';
import { type State, stateNamed, stateOf } from './actor/state.ts';
import type { Counted } from './archive.ts';
import type { Range } from './range.ts';
import { applyCorrections, type Correction, correctQuery } from './search/correction.ts';
import { isFunctionWord } from './search/function-word.ts';
import { parseQuery, type Query } from './search/query.ts';
import type { StatementPlace } from './search/statement-search.ts';
import type { Polarity, Stance } from './stance/stance.ts';
import { type Entry, Suggestions, type Tally, tally } from './suggestions.ts';
import { aspectOfState, aspectOfWord, nowhere } from './volume/binding.ts';
import { type Lists, listHolds, listOf, type Union } from './volume/union.ts';

/** Stances of one polarity towards the same phrase, by number: the nearest first, equally near ones as the archive has them. */
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

/** Stances by how near they are to what was asked, the nearest first; of each level in order of the archive. */
type NearStances = readonly { readonly level: number; readonly numbers: Iterable<number> }[];

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export interface FoundStances {
  /** In no order: see `bestGroups`. */
  readonly groups: readonly StanceGroup[];
  /** What was asked about, as the archive names it. */
  readonly about: string;
  readonly query: Query | null;
  readonly corrections: readonly Correction[];
}

/** How near a stance is to what was asked: its target phrase names it, its sentence does, or only its article. */
export const nearness = { target: 3, sentence: 2, article: 1, none: 0 } as const;

/** Mentions, or stances, counted between two pauses. */
const stride = 5_000;

/** Every stance of an archive, by who is answerable for it. */
export class StanceBook {
  readonly holders: Suggestions;
  readonly #union: Union;
  readonly #roster: Roster;
  readonly #answerable: Answerable;
  readonly #everybodysSubjects: Suggestions;
  readonly #subjects = new Map<string, Suggestions>();
  /** The aspects that are states. */
  #states: ReadonlySet<number> | null = null;

  constructor(union: Union, roster: Roster, answerable: Answerable) {
    this.#union = union;
    this.#roster = roster;
    this.#answerable = answerable;
    const { mentionStances, stanceArticle } = union;
    const newest = (stance: number) => this.#ageOf(stanceArticle[stance] ?? 0);
    this.holders = new Suggestions(() => countActors(mentionStances, answerable, newest, roster, 'positions'));
    this.#everybodysSubjects = this.#listSubjects([]);
  }

  /** The place of an article among all, newest first. */
  #ageOf(article: number): number {
    return this.#union.index.age[article] ?? 0;
  }

  /** The numbers of the stances of some actors, each once, in order of the archive; everybody's for null. */
  #numbersOf(actors: readonly string[] | null): Uint32Array {
    const { mentionStances, stanceMention } = this.#union;
    if (actors === null) return placesOf(stanceMention);
    // Whoever bears several of the names is meant by a mention once.
    const mentions = new Set(actors.flatMap((key) => this.#answerable.mentionsOf(key)));
    const lists = Array.from(mentions, (mention) => listOf(mentionStances, mention));
    const numbers = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
    let filled = 0;
    for (const list of lists) {
      numbers.set(list, filled);
      filled += list.length;
    }
    return numbers.sort();
  }

  /** Stances of one polarity towards the same phrase, from those that are near. */
  #group(near: NearStances): StanceGroup[] {
    const { stancePhrase, stanceSupports, stanceArticle, stanceConfidence, day } = this.#union;
    const groups = new Map<number, Writable<StanceGroup> & { readonly stances: number[] }>();
    for (const { level, numbers } of near) {
      for (const number of numbers) {
        const supports = stanceSupports[number] ?? 0;
        const key = 2 * (stancePhrase[number] ?? 0) + supports;
        const ofDay = day[stanceArticle[number] ?? 0] ?? 0;
        const confidence = stanceConfidence[number] ?? 0;
        const known = groups.get(key);
        if (known === undefined) {
          const polarity = supports === 1 ? 'supports' : 'opposes';
          groups.set(key, { polarity, near: level, stances: [number], day: ofDay, confidence });
        } else {
          known.stances.push(number);
          if (ofDay > known.day) known.day = ofDay;
          if (confidence > known.confidence) known.confidence = confidence;
        }
      }
    }
    return [...groups.values()];
  }

  /** What the archive prints of a group: its phrase, places and holders, the newest first. */
  show({ stances }: StanceGroup): ShownGroup {
    const { stanceArticle, stanceConfidence, articleStance, day, entries } = this.#union;
    const dayOf = (stance: number) => day[stanceArticle[stance] ?? 0] ?? 0;
    const sureness = (stance: number) => stanceConfidence[stance] ?? 0;
    const held = stances
      .toSorted((a, b) => dayOf(b) - dayOf(a) || sureness(b) - sureness(a))
      .map((number): { readonly place: StatementPlace; readonly stance: Stance } => {
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

  /** Those of some stances whose target, sentence or article is about a state. */
  #nearState(numbers: Uint32Array, state: State): NearStances {
    const { aspects, targetAspects, topics } = this.#union;
    const wanted = aspects.get(aspectOfState(state));
    if (wanted === undefined) return [];
    this.#states ??= new Set([...aspects].filter(([name]) => name.startsWith('state:')).map(([, number]) => number));
    const states = this.#states;
    return this.#near(
      numbers,
      [wanted],
      (article) => listHolds(topics, article, wanted),
      // What names another state is about that one.
      (stance) => listOf(targetAspects, stance).some((aspect) => states.has(aspect)),
    );
  }

  /** Those of some stances whose target, sentence or article's title has all words of a query. */
  #nearWords(numbers: Uint32Array, { words, phrases }: Query): NearStances {
    const { aspects, index } = this.#union;
    const stems = [...words, ...phrases.flatMap((phrase) => phrase.words)].map(({ stem }) => stem);
    if (stems.length === 0) return [];
    // Titles are kept without the words that only hold them together.
    const terms = stems.filter((stem) => !isFunctionWord(stem)).map((stem) => index.terms.get(stem) ?? -1);
    const rarity = new Map(stems.map((stem) => [stem, index.blocks.postings(stem).size || Number.POSITIVE_INFINITY]));
    return this.#near(
      numbers,
      stems
        .toSorted((a, b) => (rarity.get(a) ?? 0) - (rarity.get(b) ?? 0))
        .map((stem) => aspects.get(aspectOfWord(stem)) ?? -1),
      (article) => terms.length > 0 && terms.every((term) => index.titles[article]?.includes(term) === true),
    );
  }

  /** Of stances in order, those whose target or sentence has all that is wanted, or whose article is about it. */
  #near(
    numbers: Uint32Array,
    wanted: readonly number[],
    isAbout: (article: number) => boolean,
    isElsewhere: (stance: number) => boolean = () => false,
  ): NearStances {
    const { targetAspects, sentenceAspects, stanceArticle, entries } = this.#union;
    const [rarest = -1] = wanted;
    // Of very many stances most have nothing of it, which is told sooner by reading the lists from end to end.
    const isMany = numbers.length > 10 * entries.length;
    const looked = isMany ? this.#having(numbers, rarest, isAbout) : numbers;
    const byTarget: number[] = [];
    const bySentence: number[] = [];
    const byArticle: number[] = [];
    let last = -1;
    let about = false;
    for (const stance of looked) {
      if (holdsAll(targetAspects, stance, wanted)) byTarget.push(stance);
      else if (holdsAll(sentenceAspects, stance, wanted)) bySentence.push(stance);
      else {
        const article = stanceArticle[stance] ?? 0;
        if (article !== last) {
          last = article;
          about = isAbout(article);
        }
        if (about && !isElsewhere(stance)) byArticle.push(stance);
      }
    }
    return [
      { level: nearness.target, numbers: byTarget },
      { level: nearness.sentence, numbers: bySentence },
      { level: nearness.article, numbers: byArticle },
    ];
  }

  /** Of stances, those whose target or sentence has an aspect, or whose article is about what is asked. */
  #having(stances: Uint32Array, aspect: number, isAbout: (article: number) => boolean): Uint32Array {
    const { targetAspects, sentenceAspects, articleStance, entries } = this.#union;
    const has = new Uint8Array(this.#union.stanceArticle.length);
    for (const { first, numbers } of [targetAspects, sentenceAspects]) {
      let stance = 0;
      for (let at = numbers.indexOf(aspect); at >= 0; at = numbers.indexOf(aspect, at + 1)) {
        while ((first[stance + 1] ?? 0) <= at) stance += 1;
        has[stance] = 1;
      }
    }
    for (let article = 0; article < entries.length; article += 1) {
      if (isAbout(article)) has.fill(1, articleStance[article], articleStance[article + 1]);
    }
    return stances.filter((stance) => has[stance] === 1);
  }

  /**
   * What the actors (null: anybody) hold about a subject; about everything when no subject is given. `accepts` tells which
   * articles count; null for all.
   */
  find(
    actors: readonly string[] | null,
    about: string | undefined,
    accepts: ((article: number) => boolean) | null = null,
  ): FoundStances {
    const { index, stanceArticle } = this.#union;
    const all = this.#numbersOf(actors);
    const numbers = accepts === null ? all : all.filter((stance) => accepts(stanceArticle[stance] ?? 0));
    if (about === undefined || about.trim() === '') {
      const groups = this.#group([{ level: nearness.target, numbers }]);
      return { groups, about: 'anything', query: null, corrections: [] };
    }
    const state = this.#stateOf(about);
    if (state !== null) {
      const groups = this.#group(this.#nearState(numbers, state));
      return { groups, about: state.name, query: parseQuery(state.name), corrections: [] };
    }
    const named = this.#roster.actor(about)?.name ?? about;
    const { query, corrections } = correctQuery(index, parseQuery(named));
    const name = corrections.length > 0 ? applyCorrections(about, corrections) : named;
    const groups = query.empty ? [] : this.#group(this.#nearWords(numbers, query));
    return { groups, about: name, query, corrections };
  }

  /** Makes the lists that are completed from most. A generator, so that the caller can pause between its steps. */
  *prepare(): Generator<void> {
    yield* this.holders.prepare();
    yield* this.#everybodysSubjects.prepare();
  }

  /** What the positions of these actors (of everybody, when none is given) are about, to complete from. */
  subjectsOf(actors: readonly string[]): Suggestions {
    if (actors.length === 0) return this.#everybodysSubjects;
    const id = actors.join(' ');
    const known = this.#subjects.get(id);
    if (known !== undefined) return known;
    const subjects = this.#listSubjects(actors);
    // Typing asks for the same list letter by letter; the number of lists kept is bounded.
    if (this.#subjects.size > 200) this.#subjects.clear();
    this.#subjects.set(id, subjects);
    return subjects;
  }

  #listSubjects(actors: readonly string[]): Suggestions {
    const own = new Set(actors);
    const { subjects } = this.#union;
    return new Suggestions(() =>
      this.#countSubjects(actors.length === 0 ? null : actors, (subject, { count, age }) => {
        const name = subjects[subject] ?? '';
        const state = name.startsWith('state:') ? stateOf(name.slice(6)) : null;
        if (state === null) return { name, value: name, aliases: [], count, age, of: 'positions' };
        if (own.has(name)) return null;
        const aliases = state.aliases.map(({ text }) => text);
        return { name: state.name, value: state.name, aliases, count, age, of: 'positions' };
      }),
    );
  }

  /** The subjects of the stances of some actors (null: of everybody), each with how many are about it. */
  *#countSubjects(
    actors: readonly string[] | null,
    entryOf: (subject: number, counted: Tally) => Entry | null,
  ): Generator<void, Entry[]> {
    const { stanceSubjects, stanceArticle } = this.#union;
    const { first, numbers } = stanceSubjects;
    const counts = new Map<number, Tally>();
    const stances = this.#numbersOf(actors);
    for (let from = 0; from < stances.length; from += stride) {
      for (const stance of stances.subarray(from, from + stride)) {
        const last = first[stance + 1] ?? 0;
        const age = this.#ageOf(stanceArticle[stance] ?? 0);
        for (let at = first[stance] ?? 0; at < last; at += 1) tally(counts, numbers[at] ?? 0, age);
      }
      yield;
    }
    const entries: Entry[] = [];
    for (const [subject, counted] of counts) {
      const entry = entryOf(subject, counted);
      if (entry !== null) entries.push(entry);
    }
    yield;
    return entries;
  }

  #stateOf(about: string): State | null {
    return stateNamed(about) ?? (about.startsWith('state:') ? stateNamed(this.#roster.actor(about)?.name ?? '') : null);
  }
}

/** The best of some groups, the nearest and newest first. */
export function bestGroups(groups: readonly StanceGroup[], most: number): StanceGroup[] {
  const order = (a: number, b: number) => {
    const [one, other] = [groups[a], groups[b]];
    if (one === undefined || other === undefined) return 0;
    return other.near - one.near || other.day - one.day || other.confidence - one.confidence || a - b;
  };
  const places = Array.from(groups.keys());
  if (places.length > most) quickselect(places, most - 1, 0, places.length - 1, order);
  return places
    .slice(0, most)
    .sort(order)
    .flatMap((place) => groups[place] ?? []);
}

/**
 * The actors, each with how many things it is answerable for; `lists`: those of each mention, `ageOf`: how old one is. A
 * generator, so that the caller can pause between its steps.
 */
export function* countActors(
  lists: Lists,
  answerable: Answerable,
  ageOf: (thing: number) => number,
  roster: Roster,
  of: Counted,
): Generator<void, Entry[]> {
  const counts = new Map<string, Tally>();
  for (let mention = 0; mention + 1 < lists.first.length; mention += 1) {
    const things = listOf(lists, mention);
    if (things.length > 0) {
      let newest = Number.POSITIVE_INFINITY;
      for (const thing of things) newest = Math.min(newest, ageOf(thing));
      for (const key of answerable.keysOf(mention)) tally(counts, key, newest, things.length);
    }
    if (mention % stride === stride - 1) yield;
  }
  const entries: Entry[] = [];
  for (const [key, counted] of counts) {
    const actor = roster.actor(key);
    if (actor !== null) entries.push(new CountedActor(actor, counted, roster, of));
  }
  yield;
  return entries;
}

/** An actor to complete from. */
class CountedActor implements Entry {
  readonly count: number;
  readonly age: number;
  readonly of: Counted;
  readonly #actor: Actor;
  readonly #roster: Roster;

  constructor(actor: Actor, { count, age }: Tally, roster: Roster, of: Counted) {
    this.count = count;
    this.age = age;
    this.of = of;
    this.#actor = actor;
    this.#roster = roster;
  }

  get name(): string {
    return this.#actor.name;
  }

  get aliases(): ReadonlySet<string> {
    return this.#actor.aliases;
  }

  /** The name where it means nobody else, which takes a moment to tell. */
  get value(): string {
    const { name, key } = this.#actor;
    const resolved = this.#roster.resolve(name);
    return resolved.length === 1 && resolved[0]?.key === key ? name : key;
  }
}

/** The places in a list at which something stands. */
function placesOf(list: Uint32Array): Uint32Array {
  const places = new Uint32Array(list.length);
  let filled = 0;
  for (let at = 0; at < list.length; at += 1) if (list[at] !== nowhere) places[filled++] = at;
  return places.subarray(0, filled);
}

/** Whether the list of a thing holds all of some numbers. */
function holdsAll(lists: Lists, at: number, numbers: readonly number[]): boolean {
  for (const number of numbers) if (!listHolds(lists, at, number)) return false;
  return true;
}
