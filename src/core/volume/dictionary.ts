import { type NamedMention, type ReadMention, readMention } from '../actor/roster.ts';
import type { Numbers } from '../search/number-list.ts';
import { FirstPlaces } from './first-place.ts';
import { Numbering } from './numbering.ts';
import { Vocabulary } from './vocabulary.ts';
import type { Volume } from './volume.ts';

/** Mentions read between two pauses. */
const mentionStride = 100;

/** What a volume's own numbers mean in a dictionary. */
export interface Translation {
  readonly terms: Uint32Array;
  readonly aspects: Uint32Array;
  readonly subjects: Uint32Array;
  readonly phrases: Uint32Array;
  readonly mentions: Uint32Array;
  /** Which of the mentions make actors. */
  readonly makesActor: Numbers;
  /** For each of its terms a word as printed. */
  readonly printed: Uint32Array;
  /** For each of its statements the number of its print, which those share that print the same. */
  readonly prints: Uint32Array;
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
  readonly printed = new Numbering();
  readonly mentions: ReadMention[] = [];
  readonly #phrases = new Numbering();
  readonly #mentionNumbers = new Numbering();
  readonly #prints = new FirstPlaces();
  readonly #translations = new WeakMap<Volume, Translation>();

  /** How many prints of statements there are. */
  get prints(): number {
    return this.#prints.size;
  }

  /** A generator, so that the caller can pause between its steps. */
  *translate(volume: Volume): Generator<void, Translation> {
    const known = this.#translations.get(volume);
    if (known !== undefined) return known;
    const mentions = yield* this.#mentionNumbers.all(volume.words('mentions'));
    // Another volume may be translated between two steps: whichever comes next reads the next mention.
    const { strings } = this.#mentionNumbers;
    while (this.mentions.length < strings.length) {
      this.mentions.push(readMention(JSON.parse(strings[this.mentions.length] ?? '') as NamedMention));
      if (this.mentions.length % mentionStride === 0) yield;
    }
    yield;
    const translation: Translation = {
      terms: yield* this.terms.all(volume.words('terms')),
      aspects: yield* this.aspects.all(volume.words('aspects')),
      subjects: yield* this.subjects.all(volume.words('subjects')),
      phrases: yield* this.#phrases.all(volume.words('phrases')),
      mentions,
      makesActor: volume.numbers('makesActor'),
      printed: yield* this.printed.all(volume.words('printed')),
      prints: this.#numberPrints(volume.reals('twin')),
    };
    this.#translations.set(volume, translation);
    return translation;
  }

  #numberPrints(prints: Float64Array): Uint32Array {
    // By hand: `Uint32Array.from` takes as long for each number as looking it up.
    const numbers = new Uint32Array(prints.length);
    for (let at = 0; at < prints.length; at += 1) numbers[at] = this.#prints.meet(prints[at] ?? 0, this.#prints.size);
    return numbers;
  }

  /**
   * Whether most of it stands in no volume any more: then a new one is worth its making. `terms` are those in use, and
   * `statements` how many there are.
   */
  isStale(terms: number, statements: number): boolean {
    const spare = 10_000;
    return this.terms.strings.length > 2 * terms + spare || this.prints > 2 * statements + spare;
  }
}
