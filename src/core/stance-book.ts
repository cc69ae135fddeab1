import { fold } from './actor/fold.ts';
import type { Roster } from './actor/roster.ts';
import { type State, stateNamed, statesIn } from './actor/state.ts';
import type { Article } from './article.ts';
import type { Statement } from './quotation/statement.ts';
import type { Range } from './range.ts';
import { type Correction, correctQuery } from './search/correction.ts';
import { parseQuery, type Query } from './search/query.ts';
import type { StatementPlace } from './search/statement-search.ts';
import { familyOf, words } from './search/word.ts';
import type { Polarity, Stance } from './stance/stance.ts';
import { type Entry, Suggestions } from './suggestions.ts';
import { nowhere } from './volume/binding.ts';
import type { Union } from './volume/union.ts';

/** One stance with where it stands. */
interface Held {
  readonly place: StatementPlace;
  readonly stance: Stance;
  readonly article: Article;
  readonly statement: Statement;
}

/** Stances of one polarity towards the same phrase. */
export interface StanceGroup {
  readonly polarity: Polarity;
  /** In the article of the first place. */
  readonly towards: { readonly text: string; readonly start: number; readonly end: number };
  readonly places: readonly StatementPlace[];
  readonly holders: readonly string[];
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
const nearness = { target: 3, sentence: 2, article: 1, none: 0 } as const;

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
    const counts = new Map([...byHolder].map(([key, stances]) => [key, stances.length]));
    this.holders = new Suggestions(countActors(counts, roster, 'position'));
  }

  /** A stance by its number in the union. */
  #held(number: number): Held[] {
    const article = this.#union.stanceArticle[number] ?? 0;
    const entry = this.#union.entries[article];
    const stance = entry?.stance(number - (this.#union.articleStance[article] ?? 0));
    const statement = entry?.statements[stance?.statement ?? -1];
    if (entry === undefined || stance === undefined || statement === undefined) return [];
    return [{ place: { article, statement: stance.statement }, stance, article: entry.article, statement }];
  }

  /** In order of the archive, each once; everybody's when no actor is given. */
  *#heldBy(actors: readonly string[]): Generator<Held> {
    const lists = actors.length === 0 ? this.#byHolder.values() : actors.map((key) => this.#byHolder.get(key) ?? []);
    const numbers = new Set<number>();
    for (const list of lists) for (const number of list) numbers.add(number);
    for (const number of Uint32Array.from(numbers).sort()) yield* this.#held(number);
  }

  /** What the actors hold about a subject; about everything when no subject is given. The nearest and newest first. */
  find(actors: readonly string[], about: string | undefined): FoundStances {
    if (actors.length === 0) return { groups: [], about: about ?? 'anything', query: null, corrections: [] };
    const held = [...this.#heldBy(actors)];
    if (about === undefined || about.trim() === '')
      return { groups: group(held), about: 'anything', query: null, corrections: [] };
    const state = this.#stateOf(about);
    if (state !== null) {
      return {
        groups: group(byNearness(held, (one) => nearToState(one, state))),
        about: state.name,
        query: parseQuery(state.name),
        corrections: [],
      };
    }
    const { query, corrections } = correctQuery(
      this.#union.index,
      parseQuery(this.#roster.actor(about)?.name ?? about),
    );
    const name = corrections.length > 0 ? correctText(about, corrections) : (this.#roster.actor(about)?.name ?? about);
    if (query.empty) return { groups: [], about: name, query, corrections };
    return { groups: group(byNearness(held, (one) => nearToWords(one, query))), about: name, query, corrections };
  }

  /** What the positions of these actors (of everybody, when none is given) are about, to complete from. */
  subjectsOf(actors: readonly string[]): Suggestions {
    const id = actors.join(' ');
    const known = this.#subjects.get(id);
    if (known !== undefined) return known;
    const own = new Set(actors);
    const counts = new Map<string, Entry & { count: number }>();
    for (const { article, stance } of this.#heldBy(actors)) {
      for (const entry of subjectsIn(article.text, stance.towards)) {
        if (own.has(`state:${entry.code ?? ''}`)) continue;
        const counted = counts.get(entry.name);
        if (counted === undefined) counts.set(entry.name, { ...entry, value: entry.name, count: 1, noun: 'position' });
        else counted.count += 1;
      }
    }
    const subjects = new Suggestions(counts.values());
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
export function countActors(counts: ReadonlyMap<string, number>, roster: Roster, noun: string): Entry[] {
  return [...counts].flatMap(([key, count]) => {
    const actor = roster.actor(key);
    if (actor === null) return [];
    const resolved = roster.resolve(actor.name);
    const value = resolved.length === 1 && resolved[0]?.key === key ? actor.name : key;
    return [{ name: actor.name, value, aliases: actor.aliases, count, noun }];
  });
}

function subjectsIn(text: string, range: Range): { name: string; aliases: string[]; code?: string }[] {
  const found = new Map<string, { name: string; aliases: string[]; code?: string }>();
  for (const { state } of statesIn(text, range)) {
    found.set(state.name, { name: state.name, aliases: state.aliases.map((alias) => alias.text), code: state.code });
  }
  const phrase = text
    .slice(...range)
    .split(/\s+/)
    .join(' ');
  if (phrase.length <= 60) found.set(phrase, { name: phrase, aliases: [] });
  return [...found.values()];
}

function byNearness(held: readonly Held[], near: (one: Held) => number): Held[] {
  return held
    .map((one) => ({ one, near: near(one) }))
    .filter((scored) => scored.near > nearness.none)
    .sort((a, b) => b.near - a.near)
    .map(({ one }) => one);
}

function nearToState({ article, stance, statement }: Held, { code }: State): number {
  const names = (range: Range) => statesIn(article.text, range).some(({ state }) => state.code === code);
  if (names(stance.towards)) return nearness.target;
  if (names(stance.content) || statement.content.some(names)) return nearness.sentence;
  const others = statesIn(article.text, stance.towards).length > 0;
  return !others && topics(article).has(code) ? nearness.article : nearness.none;
}

const topicsOf = new WeakMap<Article, ReadonlySet<string>>();

/** The states an article is about: those its title names. */
function topics(article: Article): ReadonlySet<string> {
  const known = topicsOf.get(article);
  if (known !== undefined) return known;
  const found = new Set(statesIn(article.title).map(({ state }) => state.code));
  topicsOf.set(article, found);
  return found;
}

function nearToWords({ article, stance, statement }: Held, query: Query): number {
  if (holdsAll(article.text, [stance.towards], query)) return nearness.target;
  if (holdsAll(article.text, [stance.content, ...statement.content], query)) return nearness.sentence;
  return holdsAll(article.title, [[0, article.title.length]], query) ? nearness.article : nearness.none;
}

function holdsAll(text: string, ranges: readonly Range[], { words: sought, phrases }: Query): boolean {
  const present = new Set(
    ranges.flatMap(([start, end]) => [...words(text, start, end)].map(({ stem }) => familyOf(stem))),
  );
  const wanted = [...sought, ...phrases.flatMap((phrase) => phrase.words)];
  return wanted.length > 0 && wanted.every(({ stem }) => present.has(familyOf(stem)));
}

function group(held: readonly Held[]): StanceGroup[] {
  const groups = new Map<string, Held[]>();
  for (const one of held) {
    const { article, stance } = one;
    const phrase = fold(article.text.slice(...stance.towards)).replace(/^(?:the|a|an|any|all) /, '');
    const key = `${stance.polarity} ${phrase}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [one]);
    else list.push(one);
  }
  return [...groups.values()].map((list) => {
    const sorted = list.toSorted(
      (a, b) => compareDates(b.article.date, a.article.date) || b.stance.confidence - a.stance.confidence,
    );
    const [first = list[0]] = sorted;
    if (first === undefined) throw new Error('a group is never empty');
    const [start, end] = first.stance.towards;
    return {
      polarity: first.stance.polarity,
      towards: { text: first.article.text.slice(start, end), start, end },
      places: uniquePlaces(sorted),
      holders: [...new Set(sorted.map(({ stance }) => stance.holderName))],
      date: first.article.date,
      confidence: Math.max(...list.map(({ stance }) => stance.confidence)),
    };
  });
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

/** What was typed, with each word that no article holds replaced by the one that was looked for. */
export function correctText(typed: string, corrections: readonly Correction[]): string {
  return corrections.reduce((text, { typed: word, shown }) => text.split(word).join(shown), typed);
}
