import { readNames } from '../actor/roster.ts';
import type { MentionRecord } from './people.ts';
import { Vocabulary } from './vocabulary.ts';
import type { Volume } from './volume.ts';

/** Strings by number: the first string met is 0. */
export class Numbering {
  readonly strings: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a string that was met; undefined for another. */
  find(string: string): number | undefined {
    return this.#numbers.get(string);
  }

  number(string: string): number {
    const known = this.#numbers.get(string);
    if (known !== undefined) return known;
    const number = this.strings.push(string) - 1;
    this.#numbers.set(string, number);
    return number;
  }

  all(strings: readonly string[]): Uint32Array {
    const numbers = new Uint32Array(strings.length);
    for (const [at, string] of strings.entries()) numbers[at] = this.number(string);
    return numbers;
  }
}

/** What a volume's own numbers mean in a dictionary. */
export interface Translation {
  readonly terms: Uint32Array;
  readonly aspects: Uint32Array;
  readonly subjects: Uint32Array;
  readonly phrases: Uint32Array;
  readonly mentions: Uint32Array;
  /** Which of the mentions make actors. */
  readonly makesActor: readonly boolean[];
  /** For each of its terms a word as printed. */
  readonly printed: Uint32Array;
}

/**
 * The words and names of volumes, each under one number. It only grows, so that a volume that was translated once is not
 * read again when another one changes; archives opened with it hold only what their own volumes have.
 */
export class Dictionary {
  readonly terms = new Numbering();
  readonly vocabulary = new Vocabulary(this.terms);
  readonly aspects = new Numbering();
  readonly subjects = new Numbering();
  readonly phrases = new Numbering();
  readonly printed = new Numbering();
  readonly mentions: MentionRecord[] = [];
  readonly #mentionNumbers = new Numbering();
  #namesMet = 0;
  readonly #translations = new WeakMap<Volume, Translation>();

  translate(volume: Volume): Translation {
    const known = this.#translations.get(volume);
    if (known !== undefined) return known;
    const words = volume.readWords();
    const mentions = Uint32Array.from(words.mentions, (mention) => {
      const number = this.#mentionNumbers.number(`${mention.name}\n${mention.role ?? ''}\n${mention.alias ?? ''}`);
      this.mentions[number] ??= mention;
      return number;
    });
    const translation: Translation = {
      terms: this.terms.all(words.terms),
      aspects: this.aspects.all(words.aspects),
      subjects: this.subjects.all(words.subjects),
      phrases: this.phrases.all(words.phrases),
      mentions,
      makesActor: words.mentions.map(({ makesActor }) => makesActor),
      printed: this.printed.all(words.printed),
    };
    this.#translations.set(volume, translation);
    return translation;
  }

  /** Reads the names of mentions met since, so that making a roster of them need not. A generator, to pause between steps. */
  *meetNames(): Generator<void> {
    while (this.#namesMet < this.mentions.length) {
      const mention = this.mentions[this.#namesMet];
      this.#namesMet += 1;
      if (mention !== undefined) readNames(mention);
      if (this.#namesMet % 200 === 0) yield;
    }
  }

  /** Whether most of it stands in no volume any more: then a new one is worth its making. `terms` are those in use. */
  isStale(terms: number): boolean {
    return this.terms.strings.length > 2 * terms + 10_000;
  }
}
