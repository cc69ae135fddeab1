import SearchableMap from 'minisearch/SearchableMap';
import type { NamedMention } from '../actor/roster.ts';
import type { Article } from '../article.ts';
import type { Statement } from '../quotation/statement.ts';
import type { Range } from '../range.ts';
import { isFunctionWord } from '../search/function-word.ts';
import { NumberList } from '../search/number-list.ts';
import type { IndexEntry, SearchIndex } from '../search/search-index.ts';
import { familyOf } from '../search/word.ts';
import type { Stance } from '../stance/stance.ts';
import { type ArticleRecord, nowhere } from './binding.ts';
import { countPostings } from './postings.ts';
import type { Volume } from './volume.ts';

/** The volumes of an archive as one: numbers run through all of them in order. */
export interface Union {
  readonly index: SearchIndex;
  readonly entries: readonly PrintedEntry[];
  /** Everybody who is named, each once, in order. */
  readonly mentions: readonly NamedMention[];
  /** Which of the mentions make actors. */
  readonly makesActor: readonly boolean[];
  /** For each statement the mention that is answerable for it, or `nowhere`. */
  readonly statementMention: Uint32Array;
  /** For each statement the index of its kind in `kinds`. */
  readonly statementKind: Uint8Array;
  /** The first stance of each article; one more at the end. */
  readonly articleStance: Uint32Array;
  readonly stanceArticle: Uint32Array;
  /** For each stance the mention that is answerable for it, or `nowhere`. */
  readonly stanceMention: Uint32Array;
}

/** One article of a union; its text, statements and stances are read when they are looked at. */
export class PrintedEntry implements IndexEntry {
  readonly article: Article;
  readonly record: ArticleRecord;
  readonly #volume: Volume;
  readonly #number: number;
  #statements: readonly Statement[] | null = null;

  /** `id` is the article's own when it is free, see `settle`. */
  constructor(volume: Volume, number: number, id: string) {
    const record = volume.articles[number];
    if (record === undefined) throw new Error('the volume has no such article');
    this.#volume = volume;
    this.#number = number;
    this.record = record.id === id ? record : { ...record, id };
    this.article = new PrintedArticle(this.record, volume, number);
  }

  /** Statements are small until they are read, and looked at in large numbers; they are made once. */
  get statements(): readonly Statement[] {
    this.#statements ??= Array.from(
      { length: this.#volume.firstStatement(this.#number + 1) - this.#volume.firstStatement(this.#number) },
      (_, at) => this.#volume.statement(this.#volume.firstStatement(this.#number) + at),
    );
    return this.#statements;
  }

  get sentences(): readonly { readonly start: number; readonly end: number }[] {
    return this.#volume.sentences(this.#number).map(([start, end]) => ({ start, end }));
  }

  /** A stance by its place among the article's own. */
  stance(at: number): Stance {
    return this.#volume.stance(this.#volume.firstStance(this.#number) + at);
  }
}

/** Texts that were read last are kept: one answer looks at the same article many times. */
const recent = new Map<PrintedArticle, { readonly text: string; readonly paragraphs: readonly Range[] }>();
const mostRecent = 400;

class PrintedArticle implements Article {
  readonly #record: ArticleRecord;
  readonly #volume: Volume;
  readonly #number: number;

  constructor(record: ArticleRecord, volume: Volume, number: number) {
    this.#record = record;
    this.#volume = volume;
    this.#number = number;
  }

  get id() {
    return this.#record.id;
  }
  get title() {
    return this.#record.title;
  }
  get outlet() {
    return this.#record.outlet;
  }
  get date() {
    return this.#record.date;
  }
  get author() {
    return this.#record.author;
  }
  get url() {
    return this.#record.url;
  }
  get collection() {
    return this.#record.collection;
  }
  get tags() {
    return this.#record.tags;
  }
  get headline() {
    return this.#record.headline;
  }
  get dateline() {
    return this.#record.dateline;
  }
  get text() {
    return this.#read().text;
  }
  get paragraphs() {
    return this.#read().paragraphs;
  }

  #read() {
    const known = recent.get(this);
    if (known !== undefined) return known;
    const read = { text: this.#volume.text(this.#number), paragraphs: this.#volume.paragraphs(this.#number) };
    if (recent.size >= mostRecent) {
      const [oldest] = recent.keys();
      if (oldest !== undefined) recent.delete(oldest);
    }
    recent.set(this, read);
    return read;
  }
}

/**
 * Joins volumes. `ids` are those of all articles in order. A generator whose steps are short, about a hundred articles
 * each, so that the caller can do something else between them; the result is what one volume of all articles would give.
 */
export function* unite(volumes: readonly Volume[], ids: readonly string[]): Generator<void, Union> {
  const entries: PrintedEntry[] = [];
  const terms = new Map<string, number>();
  const families = new Map<string, string[]>();
  const vocabulary = new SearchableMap<string>();
  const numbers = {
    articleSentence: new NumberList(),
    articleBlock: new NumberList(),
    firstToken: new NumberList(),
    blockSentence: new NumberList(),
    blockArticle: new NumberList(),
    blockLength: new NumberList(),
    articleStatement: new NumberList(),
    statementArticle: new NumberList(),
    statementPiece: new NumberList(),
    pieces: new NumberList(),
    blockTouching: new NumberList(),
    touching: new NumberList(),
    twin: new NumberList(),
    tokens: new NumberList(),
    statementMention: new NumberList(),
    statementKind: new NumberList(),
    articleStance: new NumberList(),
    stanceArticle: new NumberList(),
    stanceMention: new NumberList(),
  };
  const spoken = new Map<number, number[]>();
  const titles: number[][] = [];
  const twins = new Map<number, number>();
  const mentions: NamedMention[] = [];
  const makesActor: boolean[] = [];
  const mentionNumbers = new Map<string, number>();

  const termNumber = (stem: string): number => {
    const known = terms.get(stem);
    if (known !== undefined) return known;
    const number = terms.size;
    terms.set(stem, number);
    const family = familyOf(stem);
    if (family !== stem && !isFunctionWord(stem)) {
      const list = families.get(family);
      if (list === undefined) families.set(family, [stem]);
      else list.push(stem);
    }
    return number;
  };

  for (const volume of volumes) {
    const record = volume.readVocabulary();
    const from = {
      article: entries.length,
      sentence: numbers.firstToken.length,
      token: numbers.tokens.length,
      block: numbers.blockArticle.length,
      statement: numbers.statementArticle.length,
      piece: numbers.pieces.length,
      touching: numbers.touching.length,
      stance: numbers.stanceArticle.length,
    };
    /** Copies a volume's list; a list of firsts has one number more at the end, which the next volume gives anew. */
    const copy = (name: keyof typeof numbers, shift: number, length?: number) => {
      const list = volume.numbers(name);
      const until = length ?? list.length;
      for (let at = 0; at < until; at += 1) numbers[name].push((list[at] ?? 0) + shift);
    };
    const articles = volume.articles.length;
    const blocks = volume.numbers('blockArticle').length;
    const statements = volume.statementCount;
    for (let article = 0; article < articles; article += 1) {
      entries.push(
        new PrintedEntry(volume, article, ids[from.article + article] ?? volume.articles[article]?.id ?? ''),
      );
    }
    yield;

    const termOf = Uint32Array.from(record.terms, termNumber);
    for (let at = 0; at < record.vocabulary.length; at += 2) {
      const [key = '', printed = ''] = [record.vocabulary[at], record.vocabulary[at + 1]];
      const shown = vocabulary.get(key);
      if (shown === undefined || capitals(printed) < capitals(shown)) vocabulary.set(key, printed);
    }
    yield;

    for (const term of volume.numbers('tokens')) numbers.tokens.push(termOf[term] ?? 0);
    copy('articleSentence', from.sentence, articles);
    copy('firstToken', from.token, volume.numbers('firstToken').length - 1);
    for (let article = 0, block = 0; article < articles; article += 1) {
      while (block < blocks && (volume.numbers('blockArticle')[block] ?? 0) < article) block += 1;
      numbers.articleBlock.push(from.block + block);
    }
    copy('blockSentence', from.sentence, blocks);
    copy('blockArticle', from.article);
    copy('blockLength', 0);
    copy('blockTouching', from.touching, blocks);
    copy('touching', from.statement);
    copy('articleStatement', from.statement, articles);
    copy('statementPiece', from.piece, statements);
    copy('pieces', from.token);
    copy('statementKind', 0);
    for (let article = 0; article < articles; article += 1) {
      for (let at = volume.firstStatement(article); at < volume.firstStatement(article + 1); at += 1) {
        numbers.statementArticle.push(from.article + article);
      }
      numbers.articleStance.push(from.stance + volume.firstStance(article));
      for (let at = volume.firstStance(article); at < volume.firstStance(article + 1); at += 1) {
        numbers.stanceArticle.push(from.article + article);
      }
    }
    yield;

    for (const [at, print] of volume.reals('twin').entries()) {
      const first = twins.get(print);
      if (first === undefined) twins.set(print, from.statement + at);
      numbers.twin.push(first ?? from.statement + at);
    }
    const [spokenTerm, spokenFirst, spokenStatement] = [
      volume.numbers('spokenTerm'),
      volume.numbers('spokenFirst'),
      volume.numbers('spoken'),
    ];
    for (const [at, local] of spokenTerm.entries()) {
      const term = termOf[local] ?? 0;
      const list = spoken.get(term) ?? [];
      spoken.set(term, list);
      for (let next = spokenFirst[at] ?? 0; next < (spokenFirst[at + 1] ?? 0); next += 1) {
        list.push(from.statement + (spokenStatement[next] ?? 0));
      }
    }
    const [titleFirst, titleTerms] = [volume.numbers('titleFirst'), volume.numbers('titles')];
    for (let article = 0; article < articles; article += 1) {
      titles.push(
        [...titleTerms.subarray(titleFirst[article], titleFirst[article + 1])].map((term) => termOf[term] ?? 0),
      );
    }
    const mentionOf = record.mentions.map(({ makesActor: makes, ...mention }) => {
      const key = JSON.stringify([mention.name, mention.role, mention.alias]);
      const number = mentionNumbers.get(key) ?? mentions.push(mention) - 1;
      mentionNumbers.set(key, number);
      makesActor[number] = makes || makesActor[number] === true;
      return number;
    });
    for (const speaker of volume.numbers('statementSpeaker')) {
      numbers.statementMention.push(mentionOf[volume.speakers[speaker]?.answerable ?? -1] ?? nowhere);
    }
    for (const mention of volume.numbers('stanceMention')) numbers.stanceMention.push(mentionOf[mention] ?? nowhere);
    yield;
  }
  numbers.articleSentence.push(numbers.firstToken.length);
  numbers.blockSentence.push(numbers.firstToken.length);
  numbers.firstToken.push(numbers.tokens.length);
  numbers.articleStatement.push(numbers.statementArticle.length);
  numbers.statementPiece.push(numbers.pieces.length);
  numbers.blockTouching.push(numbers.touching.length);
  numbers.articleStance.push(numbers.stanceArticle.length);

  const tokens = numbers.tokens.finish();
  const blockToken = new Uint32Array(numbers.blockSentence.length);
  for (let block = 0; block < blockToken.length; block += 1) {
    blockToken[block] = numbers.firstToken.at(numbers.blockSentence.at(block));
  }
  yield;
  const blocks = yield* countPostings(terms, tokens, blockToken);
  const blockLength = numbers.blockLength.finish();
  const words = blockLength.reduce((sum, length) => sum + length, 0);
  const index: SearchIndex = {
    entries,
    blocks,
    terms,
    families,
    vocabulary,
    tokens,
    firstToken: numbers.firstToken.finish(),
    articleSentence: numbers.articleSentence.finish(),
    blockSentence: numbers.blockSentence.finish(),
    blockArticle: numbers.blockArticle.finish(),
    blockLength,
    averageBlockLength: Math.max(1, words / Math.max(1, blockLength.length)),
    articleBlock: numbers.articleBlock.finish(),
    articleStatement: numbers.articleStatement.finish(),
    statementArticle: numbers.statementArticle.finish(),
    statementPiece: numbers.statementPiece.finish(),
    pieces: numbers.pieces.finish(),
    blockTouching: numbers.blockTouching.finish(),
    touching: numbers.touching.finish(),
    spoken,
    twin: numbers.twin.finish(),
    titles,
  };
  return {
    index,
    entries,
    mentions,
    makesActor,
    statementMention: numbers.statementMention.finish(),
    statementKind: Uint8Array.from(numbers.statementKind.finish()),
    articleStance: numbers.articleStance.finish(),
    stanceArticle: numbers.stanceArticle.finish(),
    stanceMention: numbers.stanceMention.finish(),
  };
}

function capitals(printed: string): number {
  let count = 0;
  for (const letter of printed) if (letter !== letter.toLowerCase()) count += 1;
  return count;
}
