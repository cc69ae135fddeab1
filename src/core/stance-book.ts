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
import type { Polarity } from './stance/stance.ts';
import { type Entry, Suggestions, type Tally, tally } from './suggestions.ts';
import { aspectOfState, aspectOfWord, nowhere } from './volume/binding.ts';
import { type Lists, listHolds, listOf, type PrintedEntry, type Union } from './volume/union.ts';
import { readLabel } from './volume/volume.ts';

/**
 * Stances by polarity and target phrase, in columns, since an answer can find very many: a group is a number below `count`,
 * which says nothing of its rank, see `bestGroups`. Columns may be longer.
 */
export interface StanceGroups {
  readonly count: number;
  /** For each group 1 if it supports, 0 if it opposes. */
  readonly supports: Uint8Array;
  /** How near each is to what was asked: see `nearness`. */
  readonly near: Uint8Array;
  /** The newest date of the articles of each as a number like 20210304; 0 for none. */
  readonly day: Uint32Array;
  readonly confidence: Float64Array;
  /** The stances of all groups, the nearest first, equally near ones as the archive has them; and the group of each. */
  readonly stances: Uint32Array;
  readonly groupOf: Uint32Array;
}

/** A group by itself. */
export interface StanceGroup {
  readonly polarity: Polarity;
  readonly near: number;
  readonly confidence: number;
  readonly stances: readonly number[];
}

/** A group as it is shown. */
export interface ShownGroup {
  /** The target phrase, in the article of the first place. */
  readonly towards: Range;
  /** The first statements, each once, with the other articles that print the same words by the same speaker. */
  readonly places: readonly { readonly place: StatementPlace; readonly also: readonly StatementPlace[] }[];
  /** How many statements there are. */
  readonly total: number;
  readonly holders: readonly string[];
  readonly date: string | null;
}

/** Stances by how near they are to what was asked, the nearest first; of each level in order of the archive. */
type NearStances = readonly { readonly level: number; readonly numbers: ArrayLike<number> }[];

export interface FoundStances {
  readonly groups: StanceGroups;
  /** What was asked about, as the archive names it. */
  readonly about: string;
  readonly query: Query | null;
  readonly corrections: readonly Correction[];
}

/** How near a stance is to what was asked: its target phrase names it, its sentence does, or only its article. */
export const nearness = { target: 3, sentence: 2, article: 1, none: 0 } as const;

/** Mentions and what they say, stances, or entries, dealt with between two pauses. */
const stride = 2_000;

/** Every stance of an archive, by who is answerable for it. */
export class StanceBook {
  readonly holders: Suggestions;
  readonly #union: Union;
  readonly #roster: Roster;
  readonly #answerable: Answerable;
  readonly #everybodysSubjects: Suggestions;
  readonly #subjects = new Map<string, Suggestions>();
  /** While stances are grouped, the group of each phrase and polarity; `nowhere` otherwise. */
  #groupOfKey: Uint32Array | null = null;
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

  /** Groups stances of one polarity towards the same phrase. */
  #group(near: NearStances): StanceGroups {
    const { stancePhrase, stanceSupports, stanceArticle, stanceConfidence, day } = this.#union;
    this.#groupOfKey ??= new Uint32Array(2 * (greatest(stancePhrase) + 1)).fill(nowhere);
    const groupOfKey = this.#groupOfKey;
    const keyOf = (stance: number) => 2 * (stancePhrase[stance] ?? 0) + (stanceSupports[stance] ?? 0);
    const total = near.reduce((sum, { numbers }) => sum + numbers.length, 0);
    const groups = {
      count: 0,
      supports: new Uint8Array(total),
      near: new Uint8Array(total),
      day: new Uint32Array(total),
      confidence: new Float64Array(total),
      stances: new Uint32Array(total),
      groupOf: new Uint32Array(total),
    };
    let filled = 0;
    for (const { level, numbers } of near) {
      for (let at = 0; at < numbers.length; at += 1) {
        const stance = numbers[at] ?? 0;
        const key = keyOf(stance);
        let group = groupOfKey[key] ?? nowhere;
        if (group === nowhere) {
          group = groups.count;
          groups.count += 1;
          groupOfKey[key] = group;
          groups.supports[group] = stanceSupports[stance] ?? 0;
          groups.near[group] = level;
        }
        groups.day[group] = Math.max(groups.day[group] ?? 0, day[stanceArticle[stance] ?? 0] ?? 0);
        groups.confidence[group] = Math.max(groups.confidence[group] ?? 0, stanceConfidence[stance] ?? 0);
        groups.stances[filled] = stance;
        groups.groupOf[filled] = group;
        filled += 1;
      }
    }
    for (let at = 0; at < total; at += 1) groupOfKey[keyOf(groups.stances[at] ?? 0)] = nowhere;
    return groups;
  }

  /** What the archive prints of a group, the newest first: its phrase, at most `mostPlaces` places, and its holders. */
  show({ stances }: StanceGroup, mostPlaces: number): ShownGroup {
    const { stanceArticle, stanceConfidence, day, entries } = this.#union;
    const dayOf = (stance: number) => day[stanceArticle[stance] ?? 0] ?? 0;
    const sureness = (stance: number) => stanceConfidence[stance] ?? 0;
    const sorted = stances.toSorted((a, b) => dayOf(b) - dayOf(a) || sureness(b) - sureness(a));
    const [first] = sorted;
    if (first === undefined) throw new Error('a group is never empty');
    // Many stances share a label: each is read once.
    const labels = new Set(sorted.map((stance) => this.#entryOf(stance).stanceLabel(this.#placeInArticle(stance))));
    return {
      towards: this.#entryOf(first).stanceTowards(this.#placeInArticle(first)),
      ...this.#groupPlaces(sorted, mostPlaces),
      holders: [...new Set(Array.from(labels, (label) => readLabel(label).holderName))],
      date: entries[stanceArticle[first] ?? 0]?.record.date ?? null,
    };
  }

  #entryOf(stance: number): PrintedEntry {
    const entry = this.#union.entries[this.#union.stanceArticle[stance] ?? 0];
    if (entry === undefined) throw new Error(`no stance ${stance}`);
    return entry;
  }

  /** The place of a stance among its article's own. */
  #placeInArticle(stance: number): number {
    const { stanceArticle, articleStance } = this.#union;
    return stance - (articleStance[stanceArticle[stance] ?? 0] ?? 0);
  }

  #groupPlaces(stances: readonly number[], most: number): Pick<ShownGroup, 'places' | 'total'> {
    const { stanceArticle, index } = this.#union;
    const { twin, articleStatement } = index;
    const met = new Set<number>();
    const shown = new Map<number, { readonly place: StatementPlace; readonly also: StatementPlace[] }>();
    for (const stance of stances) {
      const article = stanceArticle[stance] ?? 0;
      const statement = this.#entryOf(stance).stanceStatement(this.#placeInArticle(stance));
      const number = (articleStatement[article] ?? 0) + statement;
      const first = twin[number] ?? number;
      const known = shown.get(first);
      if (known === undefined) {
        if (shown.size < most) shown.set(first, { place: { article, statement }, also: [] });
      } else if ([known.place, ...known.also].every((place) => place.article !== article)) {
        known.also.push({ article, statement });
      }
      met.add(first);
    }
    return { places: [...shown.values()], total: met.size };
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
    const groups = this.#group(query.empty ? [] : this.#nearWords(numbers, query));
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
    const { subjects, stanceSubjects, stanceArticle } = this.#union;
    const { first, numbers } = stanceSubjects;
    const counts = new Uint32Array(subjects.length);
    const ages = new Uint32Array(subjects.length);
    const met: number[] = [];
    const stances = this.#numbersOf(actors);
    yield;
    for (let from = 0; from < stances.length; from += stride) {
      for (const stance of stances.subarray(from, from + stride)) {
        const last = first[stance + 1] ?? 0;
        const age = this.#ageOf(stanceArticle[stance] ?? 0);
        for (let at = first[stance] ?? 0; at < last; at += 1) {
          const subject = numbers[at] ?? 0;
          const count = counts[subject] ?? 0;
          if (count === 0) met.push(subject);
          counts[subject] = count + 1;
          ages[subject] = count === 0 ? age : Math.min(ages[subject] ?? 0, age);
        }
      }
      yield;
    }
    const entries: Entry[] = [];
    for (const [at, subject] of met.entries()) {
      const entry = entryOf(subject, { count: counts[subject] ?? 0, age: ages[subject] ?? 0 });
      if (entry !== null) entries.push(entry);
      if (at % stride === stride - 1) yield;
    }
    return entries;
  }

  #stateOf(about: string): State | null {
    return stateNamed(about) ?? (about.startsWith('state:') ? stateNamed(this.#roster.actor(about)?.name ?? '') : null);
  }
}

/** The groups that are asked for, by number; `isAsked` is told how near each is, and whether it supports. */
export function groupsWhere(
  { count, near, supports }: StanceGroups,
  isAsked: (near: number, supports: boolean) => boolean,
): number[] {
  const asked: number[] = [];
  for (let group = 0; group < count; group += 1) {
    if (isAsked(near[group] ?? 0, supports[group] === 1)) asked.push(group);
  }
  return asked;
}

/** The best of some groups, the nearest and newest first. */
export function bestGroups(groups: StanceGroups, among: readonly number[], most: number): StanceGroup[] {
  const { near, day, confidence, supports, stances, groupOf } = groups;
  const order = (a: number, b: number) =>
    (near[b] ?? 0) - (near[a] ?? 0) ||
    (day[b] ?? 0) - (day[a] ?? 0) ||
    (confidence[b] ?? 0) - (confidence[a] ?? 0) ||
    a - b;
  const ranked = [...among];
  if (ranked.length > most) quickselect(ranked, most - 1, 0, ranked.length - 1, order);
  const best = ranked.slice(0, most).sort(order);
  const places = new Int32Array(groups.count).fill(-1);
  for (const [place, group] of best.entries()) places[group] = place;
  const stancesOf = best.map((): number[] => []);
  for (let at = 0; at < stances.length; at += 1) stancesOf[places[groupOf[at] ?? 0] ?? -1]?.push(stances[at] ?? 0);
  return best.map((group, place) => ({
    polarity: supports[group] === 1 ? 'supports' : 'opposes',
    near: near[group] ?? 0,
    confidence: confidence[group] ?? 0,
    stances: stancesOf[place] ?? [],
  }));
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
  let read = 0;
  for (let mention = 0; mention + 1 < lists.first.length; mention += 1) {
    const things = listOf(lists, mention);
    if (things.length > 0) {
      let newest = Number.POSITIVE_INFINITY;
      for (const thing of things) newest = Math.min(newest, ageOf(thing));
      for (const key of answerable.keysOf(mention)) tally(counts, key, newest, things.length);
    }
    read += 1 + things.length;
    if (read >= stride) {
      read = 0;
      yield;
    }
  }
  const entries: Entry[] = [];
  for (const [key, counted] of counts) {
    const actor = roster.actor(key);
    if (actor !== null) entries.push(new CountedActor(actor, counted, roster, of));
    if (entries.length % stride === 0) yield;
  }
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

function greatest(numbers: Uint32Array): number {
  let most = 0;
  for (let at = 0; at < numbers.length; at += 1) most = Math.max(most, numbers[at] ?? 0);
  return most;
}

/** Whether the list of a thing holds all of some numbers. */
function holdsAll(lists: Lists, at: number, numbers: readonly number[]): boolean {
  for (const number of numbers) if (!listHolds(lists, at, number)) return false;
  return true;
}
