import { fold } from './actor/fold.ts';
import type { Counted, Suggestion } from './archive.ts';
import { Prepared, sortInSteps } from './prepared.ts';

/** Something the archive holds that can be typed, with how often. */
export interface Entry {
  readonly name: string;
  /** What travels when it is picked: the name, or something short that stands for it. */
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
  count: number;
  age: number;
}

/** Counts one more of something, in an article of this age. */
export function tally<K>(tallies: Map<K, Tally>, key: K, age: number, more = 1): void {
  const known = tallies.get(key);
  if (known === undefined) tallies.set(key, { count: more, age });
  else {
    known.count += more;
    known.age = Math.min(known.age, age);
  }
}

/** Discord's limits for a list of choices. */
export const mostChoices = 25;
const longestValue = 100;

/** The most frequent entries of a list; what is rarer is not suggested, and only found when typed in full. */
const mostEntries = 20_000;
/** Entries dealt with between two pauses. */
const stride = 500;

/** What there is to complete from, and for each the text in which what was typed is looked for. */
interface Choices {
  readonly entries: readonly Entry[];
  /** Names and aliases folded, each on a line of its own with a line's end before it. */
  readonly texts: readonly string[];
}

/** A list to complete from: the most frequent first, of equals the newest, found by the beginning of any word of a name or alias. */
export class Suggestions {
  readonly #choices: Prepared<Choices>;

  /** `count` is called when the list is first needed or prepared: a large archive has many lists, and few are completed from. */
  constructor(count: () => Generator<void, readonly Entry[]>) {
    this.#choices = new Prepared(() => makeChoices(count()));
  }

  /** Makes the list, see `Prepared`. */
  prepare(): Generator<void> {
    return this.#choices.prepare();
  }

  /** The names of the most frequent. */
  names(most: number): string[] {
    return this.#choices.value.entries.slice(0, most).map(({ name }) => name);
  }

  /** At most 25; with nothing typed, the most frequent. Those whose name begins with what was typed come first. */
  matching(typed: string): Suggestion[] {
    const { entries, texts } = this.#choices.value;
    const sought = `\n${fold(typed)}`;
    const parts = sought.split(/[\s-]+/).filter((part) => part !== '');
    const starting: Entry[] = [];
    const holding: Entry[] = [];
    for (let at = 0; at < texts.length && starting.length < mostChoices; at += 1) {
      const [text, entry] = [texts[at], entries[at]];
      if (text === undefined || entry === undefined) continue;
      if (text.includes(sought)) starting.push(entry);
      else if (holding.length < mostChoices && parts.every((part) => beginsWord(text, part))) holding.push(entry);
    }
    return [...starting, ...holding].slice(0, mostChoices).map(({ name, value, count, of }) => {
      return { name, value, count: { number: count, of } };
    });
  }
}

function* makeChoices(counting: Generator<void, readonly Entry[]>): Generator<void, Choices> {
  const counted = yield* counting;
  const short: Entry[] = [];
  for (const [at, entry] of counted.entries()) {
    // A value may take long to tell; names are mostly short.
    if (isShort(entry.name) || isShort(entry.value)) short.push(entry);
    if (at % stride === stride - 1) yield;
  }
  const entries = yield* sortInSteps(short, byFrequency, mostEntries);
  const texts: string[] = [];
  for (const { name, aliases } of entries) {
    texts.push(`\n${[name, ...aliases].map(fold).join('\n')}`);
    if (texts.length % stride === 0) yield;
  }
  return { entries, texts };
}

function isShort(value: string): boolean {
  return value !== '' && value.length <= longestValue;
}

function byFrequency(one: Entry, other: Entry): number {
  return other.count - one.count || one.age - other.age || compare(one.name, other.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a word of a folded text begins so. */
function beginsWord(text: string, part: string): boolean {
  return text.includes(`\n${part}`) || text.includes(` ${part}`) || text.includes(`-${part}`);
}
