import type { Article } from '../article.ts';
import type { Statement } from '../quotation/statement.ts';
import type { Range } from '../range.ts';
import { type Families, GrowingFamilies } from './family.ts';
import { isFunctionWord } from './function-word.ts';
import { NumberList, type Numbers } from './number-list.ts';
import { cutBlocks, lastFrom } from './passage.ts';
import { listStatements, type StatementTerms } from './statement-terms.ts';
import { TermIndex } from './term-index.ts';
import { printedWords, stemOf, wordKey } from './word.ts';

/** What the index needs of an article. */
export interface IndexEntry {
  readonly article: Article;
  /** The sentences of the article's text in order, not overlapping (`Analysis.sentences` will do). */
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  readonly statements: readonly Statement[];
  /** The words of a statement by its place, piece by piece, where they are quicker to get than by `statements`. */
  said?(statement: number): readonly string[];
}

/** The numbers of stems, those of function words too. Numbers may be left out. */
export interface Terms extends Iterable<readonly [stem: string, number: number]> {
  readonly size: number;
  get(stem: string): number | undefined;
  has(stem: string): boolean;
}

/**
 * Everything that is searched, as flat lists of numbers beside one MiniSearch. Immutable once built.
 *
 * Articles, sentences, blocks, statements and tokens are each numbered through the whole archive in the order added, so
 * an article's own are the consecutive numbers between its entry in a `first…` list and the next one's. A token is the
 * number of its stem in `terms`; tokens are kept in order, since MiniSearch keeps no positions.
 */
export interface SearchIndex {
  readonly entries: readonly IndexEntry[];
  readonly blocks: TermIndex;
  readonly terms: Terms;
  readonly families: Families;
  /** For each number of a term one word as printed: the shortest with the fewest capitals. Empty for function words. */
  readonly printed: readonly string[];
  readonly tokens: Numbers;
  /** Where each sentence begins in `tokens`; one more at the end. */
  readonly firstToken: Uint32Array;
  /** The first sentence of each article, of each block; one more at the end. */
  readonly articleSentence: Uint32Array;
  readonly blockSentence: Uint32Array;
  /** The first block of each article; where it has none, the next article's. */
  readonly articleBlock: Uint32Array;
  readonly blockArticle: Uint32Array;
  /** How many indexed words each block has. */
  readonly blockLength: Uint32Array;
  readonly averageBlockLength: number;
  /** The first statement of each article; one more at the end. */
  readonly articleStatement: Uint32Array;
  readonly statementArticle: Uint32Array;
  /** The first piece of each statement in `pieces`, which holds `[first, last)` tokens of each; one more at the end. */
  readonly statementPiece: Uint32Array;
  readonly pieces: Uint32Array;
  /** The statements that touch each block: where its own begin in `touching`; one more at the end. */
  readonly blockTouching: Uint32Array;
  readonly touching: Uint32Array;
  /** The statements in whose own words each term stands. */
  readonly said: StatementTerms;
  /** The statements whose speaker's name or role has a term. */
  readonly spoken: StatementTerms;
  /** The first statement printed with the same words for the same speaker; its own number when there is none before. */
  readonly twin: Uint32Array;
  /** The articles from the newest to the oldest, those without a date last. */
  readonly newest: Uint32Array;
  /** The place of each article in `newest`. */
  readonly age: Uint32Array;
  /** The terms of each article's title. */
  readonly titles: readonly (readonly number[])[];
}

/**
 * Builds an index article by article, so that the caller can pause between them: work is linear in the text, and `finish`
 * does little more than copy lists.
 */
export class SearchIndexBuilder {
  readonly #entries: IndexEntry[] = [];
  readonly #blocks = new TermIndex();
  readonly #terms = new Map<string, number>();
  readonly #stems: string[] = [];
  readonly #counts: boolean[] = [];
  readonly #families = new GrowingFamilies();
  readonly #shown: string[] = [];
  // Most words were seen before, so that what is known of them is found by how they are printed.
  readonly #printed = new Map<string, number>();
  readonly #tokens = new NumberList();
  readonly #firstToken = new NumberList();
  readonly #articleSentence = new NumberList();
  readonly #articleBlock = new NumberList();
  readonly #blockSentence = new NumberList();
  readonly #blockArticle = new NumberList();
  readonly #blockLength = new NumberList();
  readonly #articleStatement = new NumberList();
  readonly #statementArticle = new NumberList();
  readonly #statementPiece = new NumberList();
  readonly #pieces = new NumberList();
  readonly #blockTouching = new NumberList();
  readonly #touching = new NumberList();
  readonly #spoken = new Map<number, number[]>();
  readonly #twins = new Map<string, number>();
  readonly #twin = new NumberList();
  readonly #titles: (readonly number[])[] = [];
  readonly #fillsBlocks: boolean;

  /** `fillsBlocks`: whether the index can be asked for the blocks of a term, which costs most of building it. */
  constructor(fillsBlocks = true) {
    this.#fillsBlocks = fillsBlocks;
  }

  add(entry: IndexEntry): void {
    const article = this.#entries.push(entry) - 1;
    const { article: printed, statements } = entry;
    this.#articleSentence.push(this.#firstToken.length);
    this.#articleBlock.push(this.#blockArticle.length);
    this.#articleStatement.push(this.#statementArticle.length);
    this.#titles.push(this.#read(printed.title).filter((term) => this.#counts[term]));

    const firstSentence = this.#firstToken.length;
    const firstToken = this.#tokens.length;
    const starts: Range[] = [];
    for (const sentence of entry.sentences) {
      this.#firstToken.push(this.#tokens.length);
      for (const word of printedWords(printed.text, sentence.start, sentence.end)) {
        const term = this.#term(word.printed);
        if (term === null) continue;
        this.#tokens.push(term);
        starts.push([word.start, word.start + word.printed.length]);
      }
    }
    const sentenceToken = (sentence: number) =>
      sentence < entry.sentences.length ? this.#firstToken.at(firstSentence + sentence) : this.#tokens.length;
    const paragraphs = entry.sentences.map(({ start }) => lastFrom(printed.paragraphs, start));
    const cut = cutBlocks(
      entry.sentences.length,
      (sentence) => paragraphs[sentence] ?? -1,
      (sentence) => sentenceToken(sentence + 1) - sentenceToken(sentence),
    );
    const touching = this.#addStatements(
      article,
      statements,
      starts,
      firstToken,
      cut.map(({ first }) => sentenceToken(first)),
    );
    for (const [index, { first, last }] of cut.entries()) {
      this.#addBlock(article, firstSentence + first, sentenceToken(first), sentenceToken(last), touching[index] ?? []);
    }
  }

  #addBlock(article: number, sentence: number, from: number, to: number, touching: readonly number[]): void {
    const block = this.#blockArticle.length;
    const stems: string[] = [];
    for (let token = from; token < to; token += 1) {
      const term = this.#tokens.at(token);
      if (this.#counts[term]) stems.push(this.#stems[term] ?? '');
    }
    if (this.#fillsBlocks) this.#blocks.add({ id: block, stems: stems.join(' ') });
    this.#blockArticle.push(article);
    this.#blockSentence.push(sentence);
    this.#blockLength.push(stems.length);
    this.#blockTouching.push(this.#touching.length);
    for (const statement of touching) this.#touching.push(statement);
  }

  /** Adds the statements and returns, for each block, which of them touch it. */
  #addStatements(
    article: number,
    statements: readonly Statement[],
    words: readonly Range[],
    firstToken: number,
    blockTokens: readonly number[],
  ): number[][] {
    const touching: number[][] = blockTokens.map(() => []);
    const blocks = blockTokens.map((token): Range => [token, token]);
    for (const { content, speaker } of statements) {
      const number = this.#statementArticle.length;
      this.#statementArticle.push(article);
      this.#statementPiece.push(this.#pieces.length);
      const said: string[] = [];
      for (const [start, end] of content) {
        const from = firstToken + firstWordFrom(words, start);
        const to = firstToken + firstWordFrom(words, end);
        this.#pieces.push(from);
        this.#pieces.push(Math.max(from, to));
        for (
          let block = Math.max(0, lastFrom(blocks, from));
          block < blocks.length && (blockTokens[block] ?? 0) < to;
          block += 1
        ) {
          const list = touching[block];
          if (list?.at(-1) !== number) list?.push(number);
        }
        for (let token = from; token < to; token += 1) said.push(String(this.#tokens.at(token)));
      }
      const named = speaker === null ? [] : this.#read(`${speaker.name} ${speaker.role ?? ''}`);
      for (const term of new Set(named)) {
        if (!this.#counts[term]) continue;
        const list = this.#spoken.get(term);
        if (list === undefined) this.#spoken.set(term, [number]);
        else list.push(number);
      }
      // Two articles give a speaker's name in full or in part; its last word is what they share.
      const surname = speaker === null ? '' : (this.#read(speaker.name).at(-1) ?? '');
      const twin = `${surname}:${said.join(' ')}`;
      const first = this.#twins.get(twin);
      if (first === undefined) this.#twins.set(twin, number);
      this.#twin.push(first ?? number);
    }
    return touching;
  }

  /** The terms of a short text. */
  #read(text: string): number[] {
    const terms: number[] = [];
    for (const word of printedWords(text)) {
      const term = this.#term(word.printed);
      if (term !== null) terms.push(term);
    }
    return terms;
  }

  /** The number of a printed word's stem; null for one that is nothing when folded. */
  #term(printed: string): number | null {
    const known = this.#printed.get(printed);
    if (known !== undefined) return known;
    const key = wordKey(printed);
    if (key === '') return null;
    const stem = stemOf(key);
    let term = this.#terms.get(stem);
    if (term === undefined) {
      term = this.#stems.push(stem) - 1;
      this.#terms.set(stem, term);
      this.#counts.push(!isFunctionWord(key));
      this.#shown.push('');
      if (!isFunctionWord(key)) this.#families.add(stem);
    }
    this.#printed.set(printed, term);
    if (this.#counts[term]) {
      const word = withoutPossessive(printed);
      const shown = this.#shown[term] ?? '';
      if (shown === '' || isPlainer(word, shown)) this.#shown[term] = word;
    }
    return term;
  }

  /** The finished index. The builder is not to be used after it. */
  finish(): SearchIndex {
    this.#firstToken.push(this.#tokens.length);
    this.#articleSentence.push(this.#firstToken.length - 1);
    this.#blockSentence.push(this.#firstToken.length - 1);
    this.#articleStatement.push(this.#statementArticle.length);
    this.#statementPiece.push(this.#pieces.length);
    this.#blockTouching.push(this.#touching.length);
    // Only building needs these, and whoever built the archive may keep the builder.
    this.#printed.clear();
    this.#twins.clear();
    const blockLength = this.#blockLength.finish();
    const words = blockLength.reduce((sum, length) => sum + length, 0);
    const newest = newestFirst(this.#entries);
    const age = new Uint32Array(newest.length);
    for (const [place, article] of newest.entries()) age[article] = place;
    const spans = {
      tokens: this.#tokens.finish(),
      statementPiece: this.#statementPiece.finish(),
      pieces: this.#pieces.finish(),
      printed: this.#shown,
    };
    return {
      ...spans,
      newest,
      age,
      said: listStatements(spans),
      averageBlockLength: Math.max(1, words / Math.max(1, blockLength.length)),
      entries: this.#entries,
      blocks: this.#blocks,
      terms: this.#terms,
      families: this.#families,
      firstToken: this.#firstToken.finish(),
      articleSentence: this.#articleSentence.finish(),
      blockSentence: this.#blockSentence.finish(),
      articleBlock: this.#articleBlock.finish(),
      blockArticle: this.#blockArticle.finish(),
      blockLength,
      articleStatement: this.#articleStatement.finish(),
      statementArticle: this.#statementArticle.finish(),
      blockTouching: this.#blockTouching.finish(),
      touching: this.#touching.finish(),
      spoken: listsOf(this.#spoken, this.#shown.length),
      twin: this.#twin.finish(),
      titles: this.#titles,
    };
  }
}

/** The lists of numbers below `count`, one after another. */
function listsOf(lists: ReadonlyMap<number, readonly number[]>, count: number): StatementTerms {
  const first = new Uint32Array(count + 1);
  for (let term = 0; term < count; term += 1) first[term + 1] = (first[term] ?? 0) + (lists.get(term)?.length ?? 0);
  const statements = new Uint32Array(first[count] ?? 0);
  for (const [term, list] of lists) statements.set(list, first[term]);
  return { first, statements };
}

/** The entries' numbers by date, the newest first; of one day in their own order. */
function newestFirst(entries: readonly IndexEntry[]): Uint32Array {
  const count = entries.length;
  const keys = Float64Array.from(entries, ({ article }, at) => {
    const day = Number((article.date ?? '').replaceAll('-', '')) || 0;
    return (99_999_999 - day) * count + at;
  });
  return Uint32Array.from(keys.toSorted(), (key) => key % count);
}

/** Builds an index at once. For many articles use `SearchIndexBuilder` and pause between them. */
export function buildSearchIndex(entries: Iterable<IndexEntry>, fillsBlocks = true): SearchIndex {
  const builder = new SearchIndexBuilder(fillsBlocks);
  for (const entry of entries) builder.add(entry);
  return builder.finish();
}

/** The index of the first word that ends after `offset`. */
function firstWordFrom(words: readonly Range[], offset: number): number {
  const at = lastFrom(words, offset);
  return at >= 0 && (words[at]?.[1] ?? 0) > offset ? at : at + 1;
}

function isPlainer(a: string, b: string): boolean {
  return capitals(a) === capitals(b) ? a.length < b.length : capitals(a) < capitals(b);
}

function capitals(printed: string): number {
  let count = 0;
  for (const letter of printed) if (letter !== letter.toLowerCase()) count += 1;
  return count;
}

function withoutPossessive(printed: string): string {
  return printed.replace(/['’ʼ`]s$/iu, '');
}
