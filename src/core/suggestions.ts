import { fold } from './actor/fold.ts';
import type { Counted, Suggestion } from './archive.ts';

/** Something the archive holds that can be typed, with how often. */
export interface Entry {
  readonly name: string;
  /** What travels when it is picked. */
  readonly value: string;
  /** Other words that find it. */
  readonly aliases: Iterable<string>;
  readonly count: number;
  readonly of: Counted;
  /** The place among all articles, newest first, of the newest that it is counted in. */
  readonly age: number;
}

/** How often something stands in the archive, and the place of the newest article it stands in. */
export interface Tally {
  readonly count: number;
  readonly age: number;
}

/** Counts one more of something, in an article of this age. */
export function tally<K>(tallies: Map<K, Tally>, key: K, age: number, more = 1): void {
  const known = tallies.get(key);
  tallies.set(key, { count: (known?.count ?? 0) + more, age: Math.min(known?.age ?? age, age) });
}

/** Discord's limits for a list of choices. */
export const mostChoices = 25;
const longestValue = 100;

interface Choice {
  readonly suggestion: Suggestion;
  readonly words: readonly string[];
  readonly whole: readonly string[];
}

/** The most frequent entries of a list; what is rarer is not suggested, and only found when typed in full. */
const mostEntries = 20_000;

/** A list to complete from: the most frequent first, of equals the newest, found by the beginning of any word of a name or alias. */
export class Suggestions {
  readonly #count: () => Iterable<Entry>;
  #choices: readonly Choice[] | null = null;

  /** `count` is called when something is first typed: a large archive has many lists, and few are completed from. */
  constructor(count: () => Iterable<Entry>) {
    this.#count = count;
  }

  get #entries(): readonly Choice[] {
    this.#choices ??= [...this.#count()]
      .filter(({ value }) => value.length <= longestValue && value !== '')
      .sort((a, b) => b.count - a.count || a.age - b.age || (a.name < b.name ? -1 : 1))
      .slice(0, mostEntries)
      .map(({ name, value, aliases, count, of }) => {
        const whole = [fold(name), ...[...aliases].map(fold)];
        return {
          suggestion: { name, value, count: { number: count, of } },
          whole,
          words: [...new Set(whole.flatMap((alias) => alias.split(/[\s-]+/)))],
        };
      });
    return this.#choices;
  }

  /** The names of the most frequent. */
  names(most: number): string[] {
    return this.#entries.slice(0, most).map(({ suggestion }) => suggestion.name);
  }

  /** At most 25; with nothing typed, the most frequent. Those whose name begins with what was typed come first. */
  matching(typed: string): Suggestion[] {
    const sought = fold(typed);
    const parts = sought.split(/[\s-]+/).filter((part) => part !== '');
    const starting: Suggestion[] = [];
    const holding: Suggestion[] = [];
    for (const { suggestion, words, whole } of this.#entries) {
      if (whole.some((alias) => alias.startsWith(sought))) starting.push(suggestion);
      else if (parts.every((part) => words.some((word) => word.startsWith(part)))) holding.push(suggestion);
      if (starting.length >= mostChoices) break;
    }
    return [...starting, ...holding].slice(0, mostChoices);
  }
}
