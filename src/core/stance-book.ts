import { fold } from './actor/fold.ts';
import type { Roster } from './actor/roster.ts';
import { type State, stateNamed, statesIn } from './actor/state.ts';
import type { AnalysedArticle } from './analysed-article.ts';
import type { Article } from './article.ts';
import { probable, type Statement } from './quotation/statement.ts';
import type { Range } from './range.ts';
import { type Correction, correctQuery } from './search/correction.ts';
import { parseQuery, type Query } from './search/query.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { StatementPlace } from './search/statement-search.ts';
import { familyOf, words } from './search/word.ts';
import type { Polarity, Stance } from './stance/stance.ts';
import { type Entry, Suggestions } from './suggestions.ts';

/** One stance with where it stands and who is answerable for it. */
interface Held {
  readonly place: StatementPlace;
  readonly stance: Stance;
  readonly article: Article;
  readonly statement: Statement;
  readonly holders: readonly string[];
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

/** Less sure stances are not shown. */
const leastConfidence = 0.5;

/** Every stance of an archive, by who is answerable for it. */
export class StanceBook {
  readonly holders: Suggestions;
  readonly #byHolder = new Map<string, Held[]>();
  readonly #all: Held[] = [];
  readonly #index: SearchIndex;
  readonly #roster: Roster;
  readonly #subjects = new Map<string, Suggestions>();

  constructor(analysed: readonly AnalysedArticle[], roster: Roster, index: SearchIndex) {
    this.#index = index;
    this.#roster = roster;
    for (const [articleAt, { article, statements, stances }] of analysed.entries()) {
      for (const stance of stances) {
        const statement = statements[stance.statement];
        if (statement === undefined || stance.confidence < leastConfidence) continue;
        const holders = this.#answerable(stance, statement);
        if (holders.length === 0) continue;
        const held: Held = {
          place: { article: articleAt, statement: stance.statement },
          stance,
          article,
          statement,
          holders,
        };
        this.#all.push(held);
        for (const key of holders) {
          const list = this.#byHolder.get(key);
          if (list === undefined) this.#byHolder.set(key, [held]);
          else list.push(held);
        }
      }
    }
    this.holders = new Suggestions(
      countActors(
        this.#all.flatMap(({ holders }) => holders),
        roster,
        'position',
      ),
    );
  }

  /** The speaker himself, by "we" or a pronoun, brings his office along; another holder stands on its own name. */
  #answerable(stance: Stance, { speaker }: Statement): readonly string[] {
    if (speaker === null || fold(speaker.name) !== fold(stance.holderName))
      return this.#roster.answerable({ name: stance.holderName });
    if (stance.holder === null && speaker.confidence < probable) return [];
    return this.#roster.answerable(speaker);
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
    const all = actors === null ? this.#all : [...new Set(actors.flatMap((key) => this.#byHolder.get(key) ?? []))];
    const held = all.filter(({ article }) => accepts(article));
    if (about === undefined || about.trim() === '')
      return {
        groups: group(byNearness(held, () => nearness.target)),
        about: 'anything',
        query: null,
        corrections: [],
      };
    const state = this.#stateOf(about);
    if (state !== null) {
      return {
        groups: group(byNearness(held, (one) => nearToState(one, state))),
        about: state.name,
        query: parseQuery(state.name),
        corrections: [],
      };
    }
    const { query, corrections } = correctQuery(this.#index, parseQuery(this.#roster.actor(about)?.name ?? about));
    const name = corrections.length > 0 ? correctText(about, corrections) : (this.#roster.actor(about)?.name ?? about);
    if (query.empty) return { groups: [], about: name, query, corrections };
    return { groups: group(byNearness(held, (one) => nearToWords(one, query))), about: name, query, corrections };
  }

  /** What the positions of these actors (of everybody, when none is given) are about, to complete from. */
  subjectsOf(actors: readonly string[]): Suggestions {
    const id = actors.join(' ');
    const known = this.#subjects.get(id);
    if (known !== undefined) return known;
    const held = actors.length === 0 ? this.#all : [...new Set(actors.flatMap((key) => this.#byHolder.get(key) ?? []))];
    const own = new Set(actors);
    const counts = new Map<string, Entry & { count: number }>();
    for (const { article, stance } of held) {
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

/** The actors behind keys, each with how often it stands there. */
export function countActors(keys: Iterable<string>, roster: Roster, noun: string): Entry[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
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

function byNearness(held: readonly Held[], near: (one: Held) => number): Near[] {
  return held
    .map((one) => ({ one, near: near(one) }))
    .filter((scored) => scored.near > nearness.none)
    .sort((a, b) => b.near - a.near);
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
  return [...groups.values()].map(({ near, list }) => {
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
