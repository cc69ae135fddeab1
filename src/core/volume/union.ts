import type { ReadMention } from '../actor/roster.ts';
import type { Article } from '../article.ts';
import type { Statement } from '../quotation/statement.ts';
import type { Range } from '../range.ts';
import type { Numbers } from '../search/number-list.ts';
import type { IndexEntry, SearchIndex } from '../search/search-index.ts';
import { sumUp } from '../search/statement-terms.ts';
import { type ArticleRecord, nowhere } from './binding.ts';
import { groupCopies } from './copies.ts';
import type { Dictionary, Translation } from './dictionary.ts';
import { joinPostings } from './postings.ts';
import { Room } from './room.ts';
import { type Carried, StatementLists } from './statement-lists.ts';
import { UsedTerms } from './vocabulary.ts';
import type { Volume } from './volume.ts';

const noNumbers = new Uint32Array(0);

/** Statements or stances dealt with between two pauses. */
const stride = 50_000;

/** Where the numbers of a volume begin in a union. */
interface VolumePlace {
  readonly article: number;
  readonly token: number;
  readonly statement: number;
  readonly stance: number;
}

/** The volumes of an archive as one: numbers run through all of them in order. */
export interface Union {
  readonly places: ReadonlyMap<Volume, VolumePlace>;
  readonly index: SearchIndex;
  readonly terms: UsedTerms;
  readonly entries: readonly PrintedEntry[];
  /** Everybody who is named, by number; some may be named no longer. */
  readonly mentions: readonly ReadMention[];
  /** The mentions that make actors, in the order in which the articles name them. */
  readonly actors: Uint32Array;
  /** For each article the first one that prints mostly the same words; itself when there is none before. */
  readonly copyOf: Uint32Array;
  /** For each statement the mention that is answerable for it, or `nowhere`. */
  readonly statementMention: Uint32Array;
  /** The statements of each mention. */
  readonly mentionStatements: Lists;
  /** For each statement the offset at which it starts. */
  readonly statementStart: Uint32Array;
  /** For each statement the index of its kind in `kinds`. */
  readonly statementKind: Uint8Array;
  /** The first stance of each article; one more at the end. */
  readonly articleStance: Uint32Array;
  readonly stanceArticle: Uint32Array;
  /** For each stance the mention that is answerable for it, or `nowhere`. */
  readonly stanceMention: Uint32Array;
  /** The stances of each mention. */
  readonly mentionStances: Lists;
  /** For each stance 1 if it supports, 0 if it opposes. */
  readonly stanceSupports: Uint8Array;
  readonly stanceConfidence: Float64Array;
  /** For each article its date as a number like 20210304; 0 for none. */
  readonly day: Uint32Array;
  /** For each stance a number that those share whose target phrases are the same. */
  readonly stancePhrase: Uint32Array;
  /** The numbers of the aspects by which stances are found. */
  readonly aspects: ReadonlyMap<string, number>;
  /** The aspects of each stance's target, of its sentence, and of each article's title. */
  readonly targetAspects: Lists;
  readonly sentenceAspects: Lists;
  readonly topics: Lists;
  /** What stances can be about, and the numbers of what each is about. */
  readonly subjects: readonly string[];
  readonly stanceSubjects: Lists;
}

/** A list of numbers for each of many things, one after another: the list of `at` begins at `first[at]` of `numbers`. */
export interface Lists {
  readonly first: Uint32Array;
  readonly numbers: Numbers;
}

/** The list of a thing; empty for one that came to be known later. */
export function listOf({ first, numbers }: Lists, at: number): Numbers {
  return numbers.subarray(first[at] ?? 0, first[at + 1] ?? 0);
}

/** Whether the list of a thing holds a number. */
export function listHolds({ first, numbers }: Lists, at: number, number: number): boolean {
  const last = first[at + 1] ?? 0;
  for (let next = first[at] ?? 0; next < last; next += 1) if (numbers[next] === number) return true;
  return false;
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

  statement(at: number): Statement | undefined {
    const number = this.#volume.firstStatement(this.#number) + at;
    return number < this.#volume.firstStatement(this.#number + 1) ? this.#volume.statement(number) : undefined;
  }

  said(statement: number): readonly string[] {
    const number = this.#volume.firstStatement(this.#number) + statement;
    const text = recent.get(this.article)?.text;
    if (text === undefined) return this.#volume.said(this.#number, number);
    return this.#volume.content(number).map((piece) => text.slice(...piece));
  }

  // What is asked of a stance, by its place among the article's own.

  stanceTowards(at: number): Range {
    return this.#volume.stanceTowards(this.#volume.firstStance(this.#number) + at);
  }

  stanceStatement(at: number): number {
    return this.#volume.stanceStatement(this.#volume.firstStance(this.#number) + at);
  }

  /** See `Volume.stanceLabel`. */
  stanceLabel(at: number): string {
    return this.#volume.stanceLabel(this.#volume.firstStance(this.#number) + at);
  }
}

/**
 * Texts that were read last are kept: one answer looks at the same article many times, and a text that is dropped between
 * two answers and read again leaves more to the garbage collector than it takes.
 */
const recent = new Map<Article, { readonly text: string; readonly paragraphs: readonly Range[] }>();
const mostRecent = 1_000;

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
 * Joins volumes. `ids` are those of all articles in order; `dictionary` keeps what it learned of volumes for the next
 * time, and from `before`, a union made with the same dictionary, is copied what did not change. What stays of its lists is
 * put in `room`. A generator whose steps are short, mostly a part of one volume each, so that the caller can do something
 * else between them; the result is what one volume of all articles would give.
 */
export function* unite(
  volumes: readonly Volume[],
  ids: readonly string[],
  dictionary: Dictionary,
  before: Union | null = null,
  room = new Room(),
): Generator<void, Union> {
  const total = (size: (volume: Volume) => number) => volumes.reduce((sum, volume) => sum + size(volume), 0);
  const length = (name: string) => total((volume) => volume.numbers(name).length);
  const whole = (length: number) => room.list(Uint32Array, length);
  const all = (name: string, more = 0) => whole(length(name) + more);
  const articleCount = total(({ articles }) => articles.length);
  const statementCount = total((volume) => volume.statementCount);
  const stanceCount = total((volume) => volume.stanceCount);
  const sentenceCount = total((volume) => volume.numbers('sentences').length / 2);

  const translations: Translation[] = [];
  for (const volume of volumes) {
    translations.push(yield* dictionary.translate(volume));
    yield;
  }
  yield* dictionary.vocabulary.learn();

  const tokens = room.numbers(length('tokens'), dictionary.terms.strings.length);
  const firstToken = whole(sentenceCount + 1);
  const articleSentence = whole(articleCount + 1);
  const articleBlock = whole(articleCount);
  const articleStatement = whole(articleCount + 1);
  const articleStance = whole(articleCount + 1);
  const blockSentence = all('blockArticle', 1);
  const blockArticle = all('blockArticle');
  const blockLength = all('blockArticle');
  const blockTouching = all('blockArticle', 1);
  const touching = all('touching');
  yield;
  const statementArticle = whole(statementCount);
  const statementPiece = whole(statementCount + 1);
  const statementStart = whole(statementCount);
  const statementKind = room.list(Uint8Array, statementCount);
  const statementMention = whole(statementCount);
  const twin = whole(statementCount);
  const pieces = all('pieces');
  yield;
  const stanceArticle = whole(stanceCount);
  const stanceMention = whole(stanceCount);
  const stancePhrase = whole(stanceCount);
  const stanceSupports = room.list(Uint8Array, stanceCount);
  const stanceConfidence = room.list(Float64Array, stanceCount);
  yield;
  const lists = (name: string, count: number, below: number) => ({
    first: whole(count + 1),
    numbers: room.numbers(length(name), below),
    filled: 0,
  });
  const aspectCount = dictionary.aspects.strings.length;
  const topics = lists('topic', articleCount, aspectCount);
  const targetAspects = lists('targetAspect', stanceCount, aspectCount);
  const sentenceAspects = lists('sentenceAspect', stanceCount, aspectCount);
  const stanceSubjects = lists('subject', stanceCount, dictionary.subjects.strings.length);
  yield;

  const entries: PrintedEntry[] = [];
  const titles: (readonly number[])[] = [];
  const sketches = new Uint32Array(length('sketches'));
  const firstTwin = new Uint32Array(dictionary.prints);
  const from = { sentence: 0, token: 0, block: 0, statement: 0, piece: 0, touching: 0, stance: 0 };

  const places = new Map<Volume, VolumePlace>();

  // The dictionary knows words that no article has any more: their numbers are left out.
  const termCount = dictionary.terms.strings.length;
  const termsOf = translations.map((words) => words.terms);
  const terms = new UsedTerms(dictionary.vocabulary, markUsed(termsOf, termCount));
  yield;

  const printed = yield* joinPrinted(translations, termsOf, dictionary, termCount);
  // A stem that is a function word in one volume is one in all.
  const isWord = Uint8Array.from(printed, (word) => (word === '' ? 0 : 1));
  const carried = carryOver(volumes, before, termsOf, printed);
  const said = yield* StatementLists.of('said', volumes, termsOf, isWord, carried, room);
  const spoken = yield* StatementLists.of('spoken', volumes, termsOf, isWord, carried, room);

  for (const [at, volume] of volumes.entries()) {
    const words = translations[at];
    const termOf = termsOf[at];
    if (words === undefined || termOf === undefined) continue;
    const fromArticle = entries.length;
    const articles = volume.articles.length;
    const blocks = volume.numbers('blockArticle').length;
    const statements = volume.statementCount;
    const stances = volume.stanceCount;
    const known = before?.places.get(volume);
    for (let article = 0; article < articles; article += 1) {
      const id = ids[fromArticle + article] ?? '';
      const same = known === undefined ? undefined : before?.entries[known.article + article];
      entries.push(same?.record.id === id ? same : new PrintedEntry(volume, article, id));
    }
    places.set(volume, { article: fromArticle, token: from.token, statement: from.statement, stance: from.stance });
    /** Copies numbers of the dictionary from the union before, else looks them up. */
    const carry = (target: Numbers, at: number, source: Numbers, table: Uint32Array, old?: Numbers, oldAt = 0) => {
      if (known === undefined || old === undefined) renumber(target, at, source, table);
      else target.set(old.subarray(oldAt, oldAt + source.length), at);
    };
    const append = (
      lists: Lists & { filled: number },
      at: number,
      name: string,
      table: Uint32Array,
      old?: Lists,
      oldAt = 0,
    ) => {
      const numbers = volume.numbers(name);
      shift(lists.first, at, volume.numbers(`${name}First`), lists.filled);
      carry(lists.numbers, lists.filled, numbers, table, old?.numbers, old?.first[oldAt]);
      lists.filled += numbers.length;
    };
    carry(tokens, from.token, volume.numbers('tokens'), termOf, before?.index.tokens, known?.token);
    shift(firstToken, from.sentence, volume.numbers('firstToken'), from.token);
    sketches.set(volume.numbers('sketches'), (fromArticle * sketches.length) / Math.max(1, articleCount));
    shift(articleSentence, fromArticle, volume.numbers('articleSentence'), from.sentence);
    shift(blockSentence, from.block, volume.numbers('blockSentence'), from.sentence);
    shift(blockArticle, from.block, volume.numbers('blockArticle'), fromArticle);
    shift(blockLength, from.block, volume.numbers('blockLength'), 0);
    shift(blockTouching, from.block, volume.numbers('blockTouching'), from.touching);
    shift(touching, from.touching, volume.numbers('touching'), from.statement);
    shift(articleStatement, fromArticle, volume.numbers('articleStatement'), from.statement);
    shift(statementPiece, from.statement, volume.numbers('statementPiece'), from.piece);
    shift(pieces, from.piece, volume.numbers('pieces'), from.token);
    shift(statementKind, from.statement, volume.numbers('statementKind'), 0);
    shift(articleStance, fromArticle, volume.numbers('stanceFirst'), from.stance);
    firstOfEach(articleBlock, fromArticle, articles, volume.numbers('blockArticle'), from.block);
    spread(statementArticle, volume.numbers('articleStatement'), from.statement, fromArticle);
    spread(stanceArticle, volume.numbers('stanceFirst'), from.stance, fromArticle);
    yield;

    meetTwins(twin, from.statement, words.prints, firstTwin);
    yield;
    startStatements(statementStart, from.statement, volume);
    if (known === undefined || before === null) {
      nameSpeakers(statementMention, from.statement, volume, words.mentions);
      nameMentions(stanceMention, from.stance, volume.numbers('stanceMention'), words.mentions);
    } else {
      copy(statementMention, from.statement, before.statementMention, known.statement, statements);
      copy(stanceMention, from.stance, before.stanceMention, known.stance, stances);
    }
    stanceConfidence.set(volume.reals('stanceConfidence'), from.stance);
    takeSides(stanceSupports, from.stance, volume);
    carry(
      stancePhrase,
      from.stance,
      volume.numbers('stancePhrase'),
      words.phrases,
      before?.stancePhrase,
      known?.stance,
    );
    append(topics, fromArticle, 'topic', words.aspects, before?.topics, known?.article);
    append(targetAspects, from.stance, 'targetAspect', words.aspects, before?.targetAspects, known?.stance);
    append(sentenceAspects, from.stance, 'sentenceAspect', words.aspects, before?.sentenceAspects, known?.stance);
    append(stanceSubjects, from.stance, 'subject', words.subjects, before?.stanceSubjects, known?.stance);
    if (known === undefined || before === null) addTitles(titles, volume, termOf);
    else
      for (let article = 0; article < articles; article += 1)
        titles.push(before.index.titles[known.article + article] ?? []);
    yield;
    if (carried === null || carried.places.has(at)) {
      yield* said.add(volume, termOf, from.statement);
      yield* spoken.add(volume, termOf, from.statement);
    }
    from.sentence += volume.numbers('sentences').length / 2;
    from.token += volume.numbers('tokens').length;
    from.block += blocks;
    from.statement += statements;
    from.piece += volume.numbers('pieces').length;
    from.touching += volume.numbers('touching').length;
    from.stance += stances;
  }

  const blocks = yield* joinPostings(volumes, termsOf, terms, termCount, room);
  const copyOf = yield* groupCopies(sketches);
  const day = Uint32Array.from(entries, ({ record }) => Number((record.date ?? '').replaceAll('-', '')) || 0);
  const newest = newestFirst(day);
  const age = new Uint32Array(newest.length);
  for (const [place, article] of newest.entries()) age[article] = place;
  const indexedWords = blockLength.reduce((sum, words) => sum + words, 0);
  const index: SearchIndex = {
    entries,
    blocks,
    terms,
    families: terms,
    printed,
    newest,
    age,
    tokens,
    firstToken,
    articleSentence,
    articleBlock,
    blockSentence,
    blockArticle,
    blockLength,
    averageBlockLength: Math.max(1, indexedWords / Math.max(1, blockLength.length)),
    articleStatement,
    statementArticle,
    statementPiece,
    pieces,
    blockTouching,
    touching,
    said,
    spoken,
    twin,
    titles,
  };
  yield;
  const mentionStatements = yield* listByMention(statementMention, dictionary.mentions.length, room);
  const mentionStances = yield* listByMention(stanceMention, dictionary.mentions.length, room);
  const actors = yield* actorsIn(translations, dictionary.mentions.length);
  return {
    places,
    index,
    terms,
    entries,
    copyOf,
    mentions: dictionary.mentions,
    actors,
    statementMention,
    mentionStatements,
    statementStart,
    statementKind,
    articleStance,
    stanceArticle,
    stanceMention,
    mentionStances,
    stancePhrase,
    stanceSupports,
    stanceConfidence,
    day,
    aspects: namesOf(
      translations.map((words) => words.aspects),
      dictionary.aspects.strings,
    ),
    targetAspects,
    sentenceAspects,
    topics,
    subjects: dictionary.subjects.strings,
    stanceSubjects,
  };
}

/**
 * Which statements a union shares with the one before, where volumes changed in one place of their order: those before it
 * and those behind it. Null where it shares none, or a term that others use is a function word in only one of them.
 */
function carryOver(
  volumes: readonly Volume[],
  before: Union | null,
  termsOf: readonly Uint32Array[],
  printed: readonly string[],
): Carried | null {
  if (before === null) return null;
  const old = [...before.places.keys()];
  const most = Math.min(old.length, volumes.length);
  let head = 0;
  while (head < most && old[head] === volumes[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === volumes.at(-1 - tail)) tail += 1;
  if (head + tail === 0) return null;
  const places = new Set([...volumes.keys()].slice(head, volumes.length - tail));
  const elsewhere = markUsed(
    termsOf.filter((_, at) => !places.has(at)),
    printed.length,
  );
  const { index } = before;
  const wasPrinted = index.printed;
  for (let term = 0; term < wasPrinted.length; term += 1) {
    if (elsewhere[term] === 1 && (wasPrinted[term] === '') !== (printed[term] === '')) return null;
  }
  const count = (some: readonly Volume[]) => some.reduce((sum, { statementCount }) => sum + statementCount, 0);
  const until = count(volumes.slice(0, head));
  const from = until + count(old.slice(head, old.length - tail));
  return { index, until, from, shift: until + count(volumes.slice(head, volumes.length - tail)) - from, places };
}

// Loops of their own, so that the steps of `unite` can be read.

/** Writes for each statement the first one of the same print; `first` has those of the prints met, one higher. */
function meetTwins(twin: Uint32Array, from: number, prints: Uint32Array, first: Uint32Array): void {
  for (let at = 0; at < prints.length; at += 1) {
    const print = prints[at] ?? 0;
    first[print] ||= from + at + 1;
    twin[from + at] = (first[print] ?? 0) - 1;
  }
}

function startStatements(start: Uint32Array, from: number, volume: Volume): void {
  const [first, content] = [volume.numbers('contentFirst'), volume.numbers('content')];
  for (let at = 0; at < volume.statementCount; at += 1) start[from + at] = content[2 * (first[at] ?? 0)] ?? 0;
}

function nameSpeakers(mention: Uint32Array, from: number, volume: Volume, mentions: Uint32Array): void {
  const answerable = new Uint32Array(volume.numbers('speakerMention').length);
  nameMentions(answerable, 0, volume.numbers('speakerMention'), mentions);
  const speakers = volume.numbers('statementSpeaker');
  for (let at = 0; at < speakers.length; at += 1) {
    const speaker = speakers[at] ?? 0;
    mention[from + at] = speaker === 0 ? nowhere : (answerable[speaker - 1] ?? nowhere);
  }
}

/** Writes the mentions that a volume's own numbers, counted from 1, mean; `nowhere` for 0. */
function nameMentions(target: Uint32Array, from: number, numbers: Numbers, mentions: Uint32Array): void {
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    target[from + at] = number === 0 ? nowhere : (mentions[number - 1] ?? nowhere);
  }
}

function takeSides(supports: Uint8Array, from: number, volume: Volume): void {
  const sides = volume.numbers('labelSupports');
  const labels = volume.numbers('stanceLabel');
  for (let at = 0; at < labels.length; at += 1) supports[from + at] = sides[labels[at] ?? 0] ?? 0;
}

function copy(target: Uint32Array, at: number, source: Uint32Array, from: number, length: number): void {
  target.set(source.subarray(from, from + length), at);
}

function addTitles(titles: (readonly number[])[], volume: Volume, termOf: Uint32Array): void {
  const [first, terms] = [volume.numbers('titleFirst'), volume.numbers('titles')];
  for (let article = 0; article < volume.articles.length; article += 1) {
    const title: number[] = [];
    for (let at = first[article] ?? 0; at < (first[article + 1] ?? 0); at += 1) title.push(termOf[terms[at] ?? 0] ?? 0);
    titles.push(title);
  }
}

/** The places of each number below `count`, `nowhere` left out; parted into steps. */
function* listByMention(mentions: Uint32Array, count: number, room: Room): Generator<void, Lists> {
  const first = room.list(Uint32Array, count + 1);
  for (let at = 0; at < mentions.length; at += 1) {
    const mention = mentions[at] ?? nowhere;
    if (mention !== nowhere) first[mention + 1] = (first[mention + 1] ?? 0) + 1;
    if (at % stride === stride - 1) yield;
  }
  sumUp(first);
  const next = first.slice();
  yield;
  const numbers = room.list(Uint32Array, first[count] ?? 0);
  for (let at = 0; at < mentions.length; at += 1) {
    const mention = mentions[at] ?? nowhere;
    if (at % stride === stride - 1) yield;
    if (mention === nowhere) continue;
    numbers[next[mention] ?? 0] = at;
    next[mention] = (next[mention] ?? 0) + 1;
  }
  return { first, numbers };
}

/** 1 at each of the numbers that stand in some lists. */
function markUsed(lists: readonly Uint32Array[], below: number): Uint8Array {
  const used = new Uint8Array(below);
  for (const list of lists) for (let at = 0; at < list.length; at += 1) used[list[at] ?? 0] = 1;
  return used;
}

/** The strings of the numbers that stand in some lists. */
function namesOf(lists: readonly Uint32Array[], strings: readonly string[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const [number, isUsed] of markUsed(lists, strings.length).entries()) {
    if (isUsed === 1) names.set(strings[number] ?? '', number);
  }
  return names;
}

/** The mentions that make actors anywhere, in the order in which they are met; parted into steps. */
function* actorsIn(translations: readonly Translation[], mentions: number): Generator<void, Uint32Array> {
  const makes = new Uint8Array(mentions);
  for (const words of translations) {
    for (let at = 0; at < words.mentions.length; at += 1) if (words.makesActor[at]) makes[words.mentions[at] ?? 0] = 1;
  }
  yield;
  const order = new Uint32Array(mentions);
  let met = 0;
  for (const words of translations) {
    for (const mention of words.mentions) {
      if (makes[mention] !== 1) continue;
      makes[mention] = 0;
      order[met++] = mention;
    }
  }
  yield;
  return order.slice(0, met);
}

/** For each term the plainest way it is printed: fewest capitals, then shortest, then first in the alphabet. */
function* joinPrinted(
  translations: readonly Translation[],
  termsOf: readonly Uint32Array[],
  dictionary: Dictionary,
  terms: number,
): Generator<void, string[]> {
  const { strings } = dictionary.printed;
  const best = new Uint32Array(terms).fill(nowhere);
  // Counted once, and kept one higher: 0 is not counted yet.
  const counted = new Uint8Array(strings.length);
  const capitals = (printed: number) => (counted[printed] ||= Math.min(254, countCapitals(strings[printed] ?? '')) + 1);
  const isPlainer = (one: number, other: number) => {
    const [a, b] = [strings[one] ?? '', strings[other] ?? ''];
    return (capitals(one) - capitals(other) || a.length - b.length || (a < b ? -1 : 1)) < 0;
  };
  for (const [at, { printed }] of translations.entries()) {
    const numbers = termsOf[at] ?? noNumbers;
    for (let local = 0; local < numbers.length; local += 1) {
      const term = numbers[local] ?? 0;
      const candidate = printed[local] ?? 0;
      const known = best[term] ?? nowhere;
      if (known !== candidate && (known === nowhere || isPlainer(candidate, known))) best[term] = candidate;
    }
    yield;
  }
  return Array.from(best, (printed) => strings[printed] ?? '');
}

/** The numbers of articles by date, the newest first; of one day in their own order. */
function newestFirst(days: Uint32Array): Uint32Array {
  const keys = Float64Array.from(days, (day, at) => (99_999_999 - day) * days.length + at);
  return Uint32Array.from(keys.sort(), (key) => key % days.length);
}

/**
 * Copies numbers that count from the start of their volume. A list of firsts has one number more than there are things;
 * the next volume overwrites it with the same.
 */
function shift(target: Numbers, at: number, source: Numbers, by: number): void {
  if (by === 0) target.set(source, at);
  else for (let next = 0; next < source.length; next += 1) target[at + next] = (source[next] ?? 0) + by;
}

/** Copies numbers that mean something by a table of the volume. */
function renumber(target: Numbers, at: number, source: Numbers, table: Uint32Array): void {
  for (let next = 0; next < source.length; next += 1) target[at + next] = table[source[next] ?? 0] ?? nowhere;
}

/** Writes for each thing, from the list of the articles' first things, which article it is of. */
function spread(target: Uint32Array, first: Numbers, at: number, fromArticle: number): void {
  for (let article = 0; article + 1 < first.length; article += 1) {
    target.fill(fromArticle + article, at + (first[article] ?? 0), at + (first[article + 1] ?? 0));
  }
}

/** Writes for each article its first block; where it has none, the next article's. */
function firstOfEach(target: Uint32Array, at: number, articles: number, blockArticle: Numbers, by: number): void {
  let block = 0;
  for (let article = 0; article < articles; article += 1) {
    while (block < blockArticle.length && (blockArticle[block] ?? 0) < article) block += 1;
    target[at + article] = by + block;
  }
}

function countCapitals(printed: string): number {
  // Most have none, which is seen at once.
  if (printed === printed.toLowerCase()) return 0;
  let count = 0;
  for (const letter of printed) if (letter !== letter.toLowerCase()) count += 1;
  return count;
}
