import type { AnalysedArticle } from '../analysed-article.ts';
import type { Article } from '../article.ts';
import type { Speaker, Statement } from '../quotation/statement.ts';
import type { Range } from '../range.ts';
import type { Numbers } from '../search/number-list.ts';
import type { Stance } from '../stance/stance.ts';
import { type ArticleRecord, kinds, type StanceLabel, type VolumeRecord, type WordList } from './binding.ts';
import { decodePart, decodeText, readColumns } from './columns.ts';
import type { Texts } from './numbering.ts';

const noNumbers: Numbers = new Uint8Array(0);

/**
 * Analysed articles that `bind` put into one run of bytes, read in place: what is asked for is made when it is asked for,
 * so that a hundred thousand articles weigh little more than their print. Articles, statements and stances are each
 * numbered through the volume.
 */
export class Volume {
  readonly bytes: Uint8Array;
  readonly articles: readonly ArticleRecord[];
  readonly #lists: Readonly<Record<string, Numbers | Float64Array>>;

  /** Throws when the bytes are not a volume of this version. */
  constructor(bytes: Uint8Array) {
    const { json, lists } = readColumns(bytes);
    // Only `bind` writes volumes, and a stored one is checked against its hash before it comes here.
    this.bytes = bytes;
    this.articles = (json as VolumeRecord).articles;
    this.#lists = lists;
  }

  /** A list of words or names, by their numbers. */
  words(list: WordList): Texts {
    const bytes = this.#lists[`${list}Text`];
    return {
      bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(0),
      ends: this.numbers(`${list}TextEnd`),
    };
  }

  /** A list of numbers by its name in `bind`; empty when the articles gave it nothing to hold. */
  numbers(name: string): Numbers {
    const list = this.#lists[name];
    return list === undefined || list instanceof Float64Array ? noNumbers : list;
  }

  /** The same for numbers that are not whole or too large. */
  reals(name: string): Float64Array {
    const list = this.#lists[name];
    return list instanceof Float64Array ? list : new Float64Array(0);
  }

  get statementCount(): number {
    return this.numbers('statementKind').length;
  }

  get stanceCount(): number {
    return this.numbers('stanceStatement').length;
  }

  text(article: number): string {
    return decodeText(this.#part('text', 'textEnd', article));
  }

  /** The words of a statement of an article, piece by piece, without reading the rest of the article. */
  said(article: number, statement: number): string[] {
    const text = this.#part('text', 'textEnd', article);
    return this.content(statement).map(([start, end]) => decodePart(text, start, end));
  }

  paragraphs(article: number): readonly Range[] {
    return this.#ranges('paragraphs', 'paragraphFirst', article);
  }

  sentences(article: number): readonly Range[] {
    return this.#ranges('sentences', 'articleSentence', article);
  }

  /** The number of an article's first statement. */
  firstStatement(article: number): number {
    return this.numbers('articleStatement')[article] ?? 0;
  }

  statement(number: number): Statement {
    return new PrintedStatement(this, number);
  }

  /** Who is given for a statement, but for where; null for nobody. */
  speaker(statement: number): Omit<Speaker, 'mention'> | null {
    const speaker = this.optional('statementSpeaker', statement);
    return speaker === null ? null : JSON.parse(decodeText(this.#part('speakers', 'speakerEnd', speaker)));
  }

  content(statement: number): readonly Range[] {
    return this.#ranges('content', 'contentFirst', statement);
  }

  range(list: string, number: number): Range {
    const numbers = this.numbers(list);
    return [numbers[number * 2] ?? 0, numbers[number * 2 + 1] ?? 0];
  }

  /** A number that may be missing. */
  optional(list: string, number: number): number | null {
    const next = this.numbers(list)[number] ?? 0;
    return next === 0 ? null : next - 1;
  }

  /** A range that may be missing. */
  optionalRange(list: string, number: number): Range | null {
    const [start, end] = this.range(list, number);
    return start === 0 ? null : [start - 1, end - 1];
  }

  /** The number of an article's first stance. */
  firstStance(article: number): number {
    return this.numbers('stanceFirst')[article] ?? 0;
  }

  stance(number: number): Stance {
    return {
      ...readLabel(this.stanceLabel(number)),
      holder: this.optionalRange('stanceHolder', number),
      towards: this.stanceTowards(number),
      content: this.range('stanceContent', number),
      statement: this.stanceStatement(number),
      confidence: this.reals('stanceConfidence')[number] ?? 0,
    };
  }

  stanceTowards(number: number): Range {
    return this.range('stanceTowards', number);
  }

  stanceStatement(number: number): number {
    return this.numbers('stanceStatement')[number] ?? 0;
  }

  /** The label of a stance as it is kept, the same for all that share it: see `readLabel`. */
  stanceLabel(number: number): string {
    const label = this.#part('stanceLabels', 'stanceLabelEnd', this.numbers('stanceLabel')[number] ?? -1);
    if (label.length === 0) throw new Error('the volume has no such stance');
    return decodeText(label);
  }

  /** An article with everything found in it, as it was bound. */
  analysed(article: number): AnalysedArticle {
    const { print: _, ...record } = this.articles[article] ?? fail();
    const printed: Article = { ...record, text: this.text(article), paragraphs: this.paragraphs(article) };
    return {
      article: printed,
      statements: through(this.firstStatement(article), this.firstStatement(article + 1), (number) => {
        const { content, kind, speaker, cue, within } = this.statement(number);
        return { content, kind, speaker, cue, within };
      }),
      stances: through(this.firstStance(article), this.firstStance(article + 1), (number) => this.stance(number)),
      sentences: this.sentences(article),
    };
  }

  /** The bytes of one of the parts that stand one after another, by where each ends. */
  #part(list: string, ends: string, number: number): Uint8Array {
    const [bytes, end] = [this.#lists[list], this.numbers(ends)];
    return bytes instanceof Uint8Array ? bytes.subarray(end[number - 1] ?? 0, end[number] ?? 0) : new Uint8Array(0);
  }

  #ranges(list: string, firsts: string, number: number): Range[] {
    const [numbers, first] = [this.numbers(list), this.numbers(firsts)];
    return through(first[number] ?? 0, first[number + 1] ?? 0, (at) => [
      numbers[at * 2] ?? 0,
      numbers[at * 2 + 1] ?? 0,
    ]);
  }
}

/** What a label says that a volume keeps. */
export function readLabel(label: string): StanceLabel {
  return JSON.parse(label) as StanceLabel;
}

/** A statement that is read when it is looked at. */
class PrintedStatement implements Statement {
  readonly #volume: Volume;
  readonly #number: number;

  constructor(volume: Volume, number: number) {
    this.#volume = volume;
    this.#number = number;
  }

  get content(): readonly Range[] {
    return this.#volume.content(this.#number);
  }

  get kind(): Statement['kind'] {
    return kinds[this.#volume.numbers('statementKind')[this.#number] ?? 0] ?? 'own';
  }

  get speaker(): Speaker | null {
    const speaker = this.#volume.speaker(this.#number);
    // It was read for this and is nobody else's.
    return speaker === null
      ? null
      : Object.assign(speaker, { mention: this.#volume.optionalRange('mention', this.#number) });
  }

  get cue(): Range | null {
    return this.#volume.optionalRange('cue', this.#number);
  }

  get within(): number | null {
    return this.#volume.optional('within', this.#number);
  }
}

function through<T>(from: number, to: number, make: (number: number) => T): T[] {
  const made: T[] = [];
  for (let number = from; number < to; number += 1) made.push(make(number));
  return made;
}

function fail(): never {
  throw new Error('the volume has no such article');
}
