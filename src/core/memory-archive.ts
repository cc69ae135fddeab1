import { Answerable } from './actor/answerable.ts';
import { ActorFinder } from './actor/finder.ts';
import { fold } from './actor/fold.ts';
import { type Actor, type ReadMention, Roster, readMention } from './actor/roster.ts';
import type { AnalysedArticle } from './analysed-article.ts';
import type {
  Archive,
  ArchiveSize,
  ArticlePage,
  ArticleResult,
  AskQuery,
  AskResult,
  Passage,
  Position,
  Quotation,
  QuotationContext,
  QuoteQuery,
  QuoteResult,
  SourcesResult,
  StanceQuery,
  StanceResult,
  Suggestion,
  VerifyResult,
} from './archive.ts';
import { type Article, referTo } from './article.ts';
import { Contents } from './contents.ts';
import { Fingerprint } from './fingerprint.ts';
import type { Statement } from './quotation/statement.ts';
import type { Range } from './range.ts';
import { typedWords } from './search/answer-type.ts';
import { applyCorrections, type Correction, frequentWords, isCommon, suggestWords } from './search/correction.ts';
import { markMatches } from './search/mark.ts';
import { lastFrom } from './search/passage.ts';
import { type PassageAnswer, type PassageHit, searchPassages } from './search/passage-search.ts';
import type { Query } from './search/query.ts';
import { type QuestionReading, readQuestion } from './search/question-reading.ts';
import type { SearchIndex } from './search/search-index.ts';
import { type StatementPlace, searchStatements } from './search/statement-search.ts';
import {
  bestGroups,
  countActors,
  type FoundStances,
  groupsWhere,
  nearness,
  StanceBook,
  type StanceGroups,
} from './stance-book.ts';
import { type Entry, mostChoices, Suggestions, type Tally, tally } from './suggestions.ts';
import { keyOf, paragraphsAround, paragraphsOf, startIn } from './surroundings.ts';
import { linkToText } from './text-fragment.ts';
import { namesAgree, type PrintedPlace, verifyQuotation } from './verify/verification.ts';
import { type ArticleRecord, bind, kinds, nowhere } from './volume/binding.ts';
import { Dictionary } from './volume/dictionary.ts';
import { plainForm } from './volume/likeness.ts';
import type { Room } from './volume/room.ts';
import { listOf, type Union, unite } from './volume/union.ts';
import { Volume } from './volume/volume.ts';

/** How many quotations, or positions, an answer carries at the most; `total` says how many there are. */
const most = 50;
/** How many quotations a position carries at the most, the newest; its `total` says how many there are. */
const mostEvidence = 20;
const ownKind = kinds.indexOf('own');

/** An archive that can make what only some questions need before they are asked. */
export interface PreparableArchive extends Archive {
  /**
   * Makes the lists to complete from, and the order of titles and of words. Whoever completes from a list meanwhile waits for
   * the end, so that once begun it must be brought there. A generator, so that the caller can pause between its steps.
   */
  prepare(): Generator<void>;
}

/** Builds an archive of analysed articles at once. Many articles are bound into volumes and joined by `openArchive`. */
export function buildArchive(analysed: readonly AnalysedArticle[]): Archive {
  const steps = openArchive([new Volume(bind(analysed))]);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Everybody who is named, which is the same as long as the mentions that make actors are. */
interface People {
  readonly actors: Uint32Array;
  readonly roster: Roster;
  readonly answerable: Answerable;
  readonly finder: ActorFinder;
}

/** What opening one archive leaves for opening the next, which mostly holds the same. */
export class Shelf {
  dictionary = new Dictionary();
  union: Union | null = null;
  people: People | null = null;

  /**
   * Learns the words and names of a volume before an archive is opened with it, which is then quicker. A generator, so that
   * the caller can pause between its steps.
   */
  *meet(volume: Volume): Generator<void> {
    yield* this.dictionary.translate(volume);
    yield* this.dictionary.vocabulary.learn();
  }
}

/**
 * Opens the archive that answers from memory, of articles bound into volumes. The same articles give the same version and
 * answers in every process, however they are parted into volumes and whatever was opened before from the same `shelf`.
 * `ids` are those of all articles in order, when they are not those in the volumes; `room` is for its lists alone. A
 * generator whose steps are short, so that the caller can do something else between them. The archive can be asked at
 * once; what is best done next is to prepare it.
 */
export function* openArchive(
  volumes: readonly Volume[],
  ids: readonly string[] = volumes.flatMap(({ articles }) => articles.map(({ id }) => id)),
  shelf: Shelf = new Shelf(),
  room?: Room,
): Generator<void, PreparableArchive> {
  const union = yield* unite(volumes, ids, shelf.dictionary, shelf.union, room);
  shelf.union = union;
  const { mentions, actors } = union;
  let { people } = shelf;
  if (people?.actors.length !== actors.length || actors.some((one, at) => one !== people?.actors[at])) {
    const roster = yield* Roster.of(namesOf(actors, mentions));
    people = { actors, roster, answerable: new Answerable(roster), finder: new ActorFinder(roster) };
    yield;
  }
  shelf.people = people;
  yield* people.answerable.learn(mentions);
  const version = yield* nameVersion(union);
  const archive = new MemoryArchive(union, people, version);
  if (shelf.dictionary.isStale(union.index.terms.size, union.statementKind.length)) {
    shelf.dictionary = new Dictionary();
    shelf.union = null;
    shelf.people = null;
  }
  return archive;
}

/** Names what the articles print, one after the other; parted into steps. */
function* nameVersion({ entries }: Union): Generator<void, string> {
  const hash = new Fingerprint();
  for (const [at, { record }] of entries.entries()) {
    hash.add(record.id);
    hash.add(record.print);
    if (at % 1_000 === 999) yield;
  }
  return hash.finish();
}

function* namesOf(actors: Uint32Array, mentions: readonly ReadMention[]): Generator<ReadMention> {
  for (const actor of actors) {
    const mention = mentions[actor];
    if (mention !== undefined) yield mention;
  }
}

class MemoryArchive implements PreparableArchive {
  readonly version: string;
  readonly size: ArchiveSize;
  readonly #union: Union;
  readonly #index: SearchIndex;
  readonly #roster: Roster;
  readonly #stances: StanceBook;
  readonly #answerable: Answerable;
  readonly #contents: Contents;
  readonly #outlets: Suggestions;
  readonly #collections: Suggestions;
  readonly #speakers: Suggestions;
  readonly #saidCounts = new Map<string, number | null>();
  #frequent: readonly string[] | null = null;
  #preparing: Promise<void> | null = null;
  readonly #finder: ActorFinder;

  constructor(union: Union, { roster, answerable, finder }: People, version: string) {
    this.#union = union;
    this.#index = union.index;
    this.#roster = roster;
    this.#answerable = answerable;
    this.#stances = new StanceBook(union, roster, answerable);
    this.#finder = finder;
    this.version = version;
    this.size = {
      articles: union.entries.length,
      statements: countAttributed(union.statementKind),
      stances: union.stanceArticle.length,
    };
    this.#contents = new Contents(union.entries, union.copyOf);
    const { age } = union.index;
    this.#outlets = new Suggestions(() =>
      countArticles(
        union.entries.map(({ record }) => record.outlet),
        age,
      ),
    );
    this.#collections = new Suggestions(() =>
      countArticles(
        union.entries.map(({ record }) => record.collection),
        age,
      ),
    );
    const { mentionStatements, index } = union;
    const newest = (statement: number) => age[index.statementArticle[statement] ?? 0] ?? 0;
    this.#speakers = new Suggestions(() => countActors(mentionStatements, answerable, newest, roster, 'statements'));
  }

  *prepare(): Generator<void> {
    let end = () => {};
    this.#preparing = new Promise((resolve) => {
      end = resolve;
    });
    try {
      yield;
      yield* this.#union.terms.order();
      yield* this.#speakers.prepare();
      yield* this.#stances.prepare();
      yield* this.#outlets.prepare();
      yield* this.#collections.prepare();
      yield* this.#contents.prepare();
    } finally {
      end();
      this.#preparing = null;
    }
  }

  /** Words that begin with what was typed, as far as somebody said them, with how many statements hold each. */
  #said(words: readonly string[]): Suggestion[] {
    return words.flatMap((word) => {
      const count = this.#countSaid(word);
      if (count === 0) return [];
      return [{ name: word, value: word, ...(count === null ? {} : { count: { number: count, of: 'statements' } }) }];
    });
  }

  /** How many statements `/quote` finds for a word; null for one so common that nobody need count it. */
  #countSaid(word: string): number | null {
    const known = this.#saidCounts.get(word);
    if (known !== undefined) return known;
    const accepts = (statement: number) => this.#union.statementKind[statement] !== ownKind;
    const count = isCommon(this.#index, word) ? null : searchStatements(this.#index, word, accepts, 1).total;
    // Typing asks for the same words letter by letter; the number of words kept is bounded.
    if (this.#saidCounts.size > 5_000) this.#saidCounts.clear();
    this.#saidCounts.set(word, count);
    return count;
  }

  async quote({ text, speaker, outlet, from, to, kind, collection }: QuoteQuery): Promise<QuoteResult> {
    const actors = speaker === undefined ? null : this.#roster.resolve(speaker);
    if (actors?.length === 0) return nothing('speaker', await this.#finder.nearest(speaker ?? ''));
    const speaks = actors === null ? null : this.#mentionsOf(actors);
    const wanted = outlet === undefined ? null : fold(outlet);
    if (wanted !== null && !this.#union.entries.some(({ record }) => isOutlet(record, wanted))) {
      return nothing('outlet', this.#outlets.names(5));
    }
    const inCollection = this.#inCollection(collection);
    if (inCollection === null) return nothing('collection', this.#collections.names(5));
    const isIn = this.#articlesWhere(
      (record) =>
        (wanted === null || isOutlet(record, wanted)) &&
        inCollection(record) &&
        (from === undefined || (record.date !== null && record.date >= from)) &&
        (to === undefined || (record.date !== null && record.date <= to)),
    );
    const { statementKind, statementMention } = this.#union;
    const wantedKind = kind === undefined ? -1 : kinds.indexOf(kind);
    const accepts = (statement: number): boolean =>
      (kind === undefined ? statementKind[statement] !== ownKind : statementKind[statement] === wantedKind) &&
      (speaks === null || speaks[statementMention[statement] ?? nowhere] === 1) &&
      isIn(this.#index.statementArticle[statement] ?? 0);
    const said = actors === null ? null : this.#statementsBy(actors);
    const answer = searchStatements(this.#index, text ?? '', accepts, most, said);
    const quotations = answer.hits.map((hit) => this.#quotation(hit, answer.query, hit.also));
    return {
      quotations,
      total: answer.total,
      ...(answer.complete ? {} : { partial: true }),
      ...(actors === null ? {} : { speaker: wordNames(actors) }),
      ...wordCorrections(text, answer.corrections),
      ...(answer.total === 0
        ? { unknown: { option: 'text' as const, nearest: await this.#nearestSubjects(text ?? '') } }
        : {}),
    };
  }

  async stance({ actor, about, collection }: StanceQuery): Promise<StanceResult> {
    const inCollection = this.#inCollection(collection);
    const actors = this.#roster.resolve(actor);
    if (actors.length === 0) {
      return {
        holder: actor,
        about: about ?? 'anything',
        ...noPositions,
        unknown: { option: 'actor', nearest: await this.#finder.nearest(actor) },
      };
    }
    const holder = wordNames(actors);
    if (inCollection === null) {
      return {
        holder,
        about: about ?? 'anything',
        ...noPositions,
        unknown: { option: 'collection', nearest: this.#collections.names(5) },
      };
    }
    const found = this.#stances.find(
      actors.map(({ key }) => key),
      about,
      collection === undefined ? null : this.#articlesWhere(inCollection),
    );
    const positions = this.#positions(
      found,
      groupsWhere(found.groups, () => true),
    );
    return {
      holder,
      about: found.about,
      positions,
      ...countGroups(found.groups),
      ...wordCorrections(about, found.corrections),
      ...(positions.length === 0
        ? {
            unknown: {
              option: 'about' as const,
              nearest: this.#stances.subjectsOf(actors.map(({ key }) => key)).names(5),
            },
          }
        : {}),
    };
  }

  async ask({ question, collection }: AskQuery): Promise<AskResult> {
    const inCollection = this.#inCollection(collection);
    if (inCollection === null) return { ...none, passages: [], collections: this.#collections.names(5) };
    const passages = searchPassages(this.#index, question, inCollection);
    const nearest = {
      passages: this.#groupCopies(passages.passages).map(([hit, ...also]) => this.#passage(hit, also, passages)),
      ...wordCorrections(question, passages.corrections),
    };
    const reading = readQuestion(question);
    const found = await this.#answerReading(reading, collection, inCollection);
    if (found !== null) return { ...none, ...nearest, ...found, answered: true };
    return {
      ...none,
      ...nearest,
      // Words about somebody who says nothing on record are no answer to what they said.
      answered: passages.answered && !asksOfTheSilent(reading),
      unanswerable: reading.kind === 'opinion' && !passages.answered,
      total: passages.total,
    };
  }

  /** What the statements and stances say to a question that asks for them; null when it does not, or they say nothing. */
  async #answerReading(
    reading: QuestionReading,
    collection: string | undefined,
    inCollection: (article: Pick<Article, 'collection'>) => boolean,
  ): Promise<Partial<AskResult> | null> {
    const { statementMention } = this.#union;
    if (reading.kind === 'who said') {
      const isIn = this.#articlesWhere(inCollection);
      const answer = searchStatements(
        this.#index,
        reading.words,
        // Nobody is answerable where the speaker is less than probable.
        (statement) => statementMention[statement] !== nowhere && isIn(this.#index.statementArticle[statement] ?? 0),
        most,
      );
      if (answer.total === 0 || !answer.complete || answer.corrections.length > 0) return null;
      const quotations = answer.hits.map((hit) => this.#quotation(hit, answer.query, hit.also));
      return { reading: 'quotations', about: reading.words, quotations, total: answer.total };
    }
    if (reading.kind === 'what said') {
      if (reading.speaker === null && reading.about === null) return null;
      const said = await this.quote({
        speaker: reading.speaker ?? undefined,
        text: reading.about ?? undefined,
        collection,
      });
      if (said.total === 0 || said.partial === true || said.corrected !== undefined) return null;
      return {
        reading: 'quotations',
        ...(said.speaker === undefined ? {} : { who: said.speaker }),
        ...(reading.about === null ? {} : { about: reading.about }),
        quotations: said.quotations,
        total: said.total,
      };
    }
    if (reading.kind === 'position') {
      const actors = reading.holder === null ? null : this.#roster.resolve(reading.holder);
      if (actors?.length === 0) return null;
      const found = this.#stances.find(
        actors?.map(({ key }) => key) ?? null,
        reading.about ?? undefined,
        collection === undefined ? null : this.#articlesWhere(inCollection),
      );
      // What is only in the same article is worth a look in a list of positions, but it is no answer to a question.
      const least = actors === null ? nearness.target : nearness.sentence;
      const groups = groupsWhere(
        found.groups,
        (near, supports) =>
          near >= least &&
          (actors !== null || reading.polarity === null || supports === (reading.polarity === 'supports')),
      );
      if (groups.length === 0) return null;
      // A corrected word may be another subject altogether: then only what names it in so many words is an answer.
      if (found.corrections.length > 0 && groups.every((group) => (found.groups.near[group] ?? 0) < nearness.target))
        return null;
      return {
        reading: 'positions',
        ...(actors === null ? {} : { who: wordNames(actors) }),
        ...(reading.about === null ? {} : { about: found.about }),
        ...wordCorrections(reading.about ?? undefined, found.corrections),
        positions: this.#positions(found, groups),
        total: groups.length,
      };
    }
    return null;
  }

  async context(key: string): Promise<QuotationContext | null> {
    const start = startIn(key);
    if (start === null) return null;
    for (const place of this.#startingAt(start)) {
      const quotation = this.#quotation(place, null, []);
      const article = this.#union.entries[place.article]?.article;
      if (quotation.key !== key || article === undefined) continue;
      return { quotation, paragraphs: paragraphsAround(article, [quotation.start, quotation.end]) };
    }
    return null;
  }

  async page(id: string): Promise<ArticlePage | null> {
    const index = this.#union.entries.findIndex(({ record }) => record.id === id);
    const analysed = this.#union.entries[index];
    if (analysed === undefined) return null;
    const { article, statements } = analysed;
    return {
      article: { ...referTo(article), author: article.author },
      paragraphs: paragraphsOf(article),
      statements: statements.flatMap(({ kind }, statement) =>
        kind === 'own' ? [] : [this.#quotation({ article: index, statement }, null, [])],
      ),
    };
  }

  async verify(claim: string, speaker: string | undefined): Promise<VerifyResult> {
    const keys = new Set(speaker === undefined ? [] : this.#roster.resolve(speaker).map(({ key }) => key));
    const isClaimed = ({ speaker: printed }: Statement) =>
      printed !== null &&
      (namesAgree(
        speaker ?? '',
        printed.alias ?? printed.name,
        `${printed.role ?? ''} ${printed.alias === undefined ? '' : printed.name}`,
      ) ||
        this.#roster.answerable(readMention(printed)).some((key) => keys.has(key)));
    const found = verifyQuotation(this.#index, claim, speaker === undefined ? undefined : isClaimed);
    const { verdict, place, also, differences, remarks } = found;
    if (place === null) return { verdict, remarks };
    const article = this.#union.entries[place.article]?.article;
    if (article === undefined) throw new Error(`no article ${place.article}`);
    const [start, end] = place.sentences;
    return {
      verdict,
      quotation: this.#printed(place, also),
      around: { text: article.text.slice(start, end), start, end },
      ...(differences.length === 0 ? {} : { differences }),
      remarks,
    };
  }

  /** The statement that holds a printed place, the place marked in it; the place itself where no statement does. */
  #printed({ article, statement, range }: PrintedPlace, also: readonly PrintedPlace[]): Quotation {
    const others = also.map((place) => ({ article: place.article, statement: 0 }));
    if (statement !== null) return this.#quotation({ article, statement }, null, others, range);
    const own: Statement = { content: [range], kind: 'own', speaker: null, cue: null, within: null };
    return this.#show(article, own, others, () => [range]);
  }

  /** Which articles a collection holds, those of folders inside it too; null when there is no such collection. */
  #inCollection(typed: string | undefined): ((article: Pick<Article, 'collection'>) => boolean) | null {
    if (typed === undefined) return () => true;
    const wanted = fold(typed);
    const isIn = ({ collection }: Pick<Article, 'collection'>) => {
      const name = fold(collection ?? '');
      return name === wanted || name.startsWith(`${wanted}/`);
    };
    return this.#union.entries.some(({ record }) => isIn(record)) ? isIn : null;
  }

  /** Passages with the same one in articles that print mostly the same, in the place of the first of them. */
  #groupCopies(hits: readonly PassageHit[]): [PassageHit, ...PassageHit[]][] {
    const groups = new Map<string, [PassageHit, ...PassageHit[]]>();
    for (const hit of hits) {
      const text = this.#union.entries[hit.article]?.article.text.slice(...hit.sentence) ?? '';
      const key = `${this.#union.copyOf[hit.article]} ${plainForm(text)}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [hit]);
      else known.push(hit);
    }
    return [...groups.values()];
  }

  #passage(hit: PassageHit, also: readonly PassageHit[], { query, type }: PassageAnswer): Passage {
    const asked = new Set(query.words.map(({ stem }) => stem));
    const article = this.#union.entries[hit.article]?.article;
    if (article === undefined) throw new Error(`no article ${hit.article}`);
    return {
      text: article.text.slice(hit.start, hit.end),
      article: referTo(article),
      start: hit.start,
      end: hit.end,
      paragraph: hit.paragraph + 1,
      score: hit.score,
      sentence: hit.sentence,
      matches: markMatches(article.text, [hit.start, hit.end], query),
      typed: type === null ? [] : typedWords(article.text, [hit.start, hit.end], type, asked),
      also: also
        .filter((other) => other.article !== hit.article)
        .flatMap((other) => this.#union.entries[other.article]?.record ?? [])
        .map(referTo),
    };
  }

  /** The best of those of the groups found that are numbered. */
  #positions({ groups, query }: FoundStances, among: readonly number[]): Position[] {
    return bestGroups(groups, among, most).map((group): Position => {
      const { polarity, near, confidence } = group;
      const { towards, places, total, holders, date } = this.#stances.show(group, mostEvidence);
      const [start, end] = towards;
      const [first] = places;
      const text = this.#union.entries[first?.place.article ?? 0]?.article.text.slice(start, end) ?? '';
      return {
        polarity,
        towards: { text, start, end },
        holder: holders.join(', '),
        date,
        confidence,
        ...(near === nearness.article ? { distant: true } : {}),
        evidence: places.map(({ place, also }) =>
          this.#quotation(place, query, also, place === first?.place ? [start, end] : undefined),
        ),
        total,
      };
    });
  }

  async suggestActors(typed: string): Promise<readonly Suggestion[]> {
    await this.#preparing;
    return this.#stances.holders.matching(typed);
  }

  async suggestAbout(typed: string, actor: string | undefined): Promise<readonly Suggestion[]> {
    await this.#preparing;
    const keys = actor === undefined ? [] : this.#roster.resolve(actor).map(({ key }) => key);
    const found = this.#stances.subjectsOf(keys).matching(typed);
    return found.length > 0 ? found : this.#said(this.#words(typed));
  }

  async suggestSpeakers(typed: string): Promise<readonly Suggestion[]> {
    await this.#preparing;
    return this.#speakers.matching(typed);
  }

  async suggestSubjects(typed: string): Promise<readonly Suggestion[]> {
    await this.#preparing;
    const subjects = this.#stances.subjectsOf([]).matching(typed);
    // Counting is only for what is shown.
    const words = subjects.length < mostChoices ? this.#said(this.#words(typed)) : [];
    return [...subjects, ...words].slice(0, mostChoices);
  }

  /** Words to complete what was typed; with nothing typed, those in most places. */
  #words(typed: string): readonly string[] {
    if (typed.trim() !== '') return suggestWords(this.#index, typed);
    this.#frequent ??= frequentWords(this.#index, mostChoices);
    return this.#frequent;
  }

  async sources(): Promise<SourcesResult> {
    return this.#contents.sources();
  }

  async article(idOrTitle: string): Promise<ArticleResult> {
    return this.#contents.find(idOrTitle);
  }

  async suggestArticles(typed: string): Promise<readonly Suggestion[]> {
    await this.#preparing;
    return this.#contents.suggest(typed);
  }

  async suggestCollections(typed: string): Promise<readonly Suggestion[]> {
    await this.#preparing;
    return this.#collections.matching(typed);
  }

  async suggestOutlets(typed: string): Promise<readonly Suggestion[]> {
    await this.#preparing;
    return this.#outlets.matching(typed);
  }

  async #nearestSubjects(text: string): Promise<string[]> {
    const nearest = await this.#finder.nearest(text);
    if (nearest.length === 0) await this.#preparing;
    return nearest.length > 0 ? nearest : this.#stances.subjectsOf([]).names(5);
  }

  /** For each mention, 1 when one of the actors is answerable by it. */
  #mentionsOf(actors: readonly Actor[]): Uint8Array {
    const speaks = new Uint8Array(this.#union.mentions.length);
    for (const { key } of actors) for (const mention of this.#answerable.mentionsOf(key)) speaks[mention] = 1;
    return speaks;
  }

  /** The statements for which some actors are answerable, in no order; one may stand there twice. */
  #statementsBy(actors: readonly Actor[]): number[] {
    const { mentionStatements } = this.#union;
    return actors.flatMap(({ key }) =>
      this.#answerable.mentionsOf(key).flatMap((mention) => [...listOf(mentionStatements, mention)]),
    );
  }

  /** Whether an article, by number, is one of those that are asked for; each is looked at once. */
  #articlesWhere(isAsked: (record: ArticleRecord) => boolean): (article: number) => boolean {
    const { entries } = this.#union;
    const [unknown, yes, no] = [0, 1, 2];
    const known = new Uint8Array(entries.length);
    return (article) => {
      if (known[article] === unknown) {
        const record = entries[article]?.record;
        known[article] = record !== undefined && isAsked(record) ? yes : no;
      }
      return known[article] === yes;
    };
  }

  /** The statements of all articles that start at an offset. */
  *#startingAt(offset: number): Generator<StatementPlace> {
    const { statementStart } = this.#union;
    for (
      let statement = statementStart.indexOf(offset);
      statement >= 0;
      statement = statementStart.indexOf(offset, statement + 1)
    ) {
      const article = this.#index.statementArticle[statement] ?? 0;
      yield { article, statement: statement - (this.#index.articleStatement[article] ?? 0) };
    }
  }

  #quotation(place: StatementPlace, query: Query | null, also: readonly StatementPlace[], mark?: Range): Quotation {
    const analysed = this.#union.entries[place.article];
    const statement = analysed?.statement(place.statement);
    if (analysed === undefined || statement === undefined)
      throw new Error(`no statement at ${place.article}:${place.statement}`);
    const matches = (whole: Range) =>
      mark !== undefined ? [mark] : query === null ? [] : markMatches(analysed.article.text, whole, query);
    return this.#show(place.article, statement, also, matches);
  }

  #show(
    at: number,
    { content, kind, speaker, cue }: Statement,
    also: readonly { readonly article: number }[],
    matchesIn: (whole: Range) => readonly Range[],
  ): Quotation {
    const article = this.#union.entries[at]?.article;
    if (article === undefined) throw new Error(`no article ${at}`);
    const start = content[0]?.[0] ?? 0;
    const end = content.at(-1)?.[1] ?? start;
    const { text } = article;
    return {
      key: keyOf(article, [start, end]),
      text: text.slice(start, end),
      article: referTo(article),
      link: linkToText(article.url, text, [start, end]),
      start,
      end,
      pieces: content,
      paragraph: paragraphAt(article, start),
      kind,
      speaker,
      ...(cue === null ? {} : { cue }),
      matches: matchesIn([start, end]),
      also: also.flatMap(({ article: other }) => this.#union.entries[other]?.record ?? []).map(referTo),
    };
  }
}

/** Whether a question asks what somebody said who is named in it by name, and whose words no statement holds. */
function asksOfTheSilent(reading: QuestionReading): boolean {
  return (
    reading.kind === 'what said' &&
    reading.speaker !== null &&
    /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)*$/u.test(reading.speaker)
  );
}

const none = {
  reading: 'passages',
  answered: false,
  unanswerable: false,
  quotations: [],
  positions: [],
  total: 0,
} as const;

const noPositions = { positions: [], total: 0, supports: 0, opposes: 0 } as const;

/** How many statements are somebody's, and not the article's own. */
function countAttributed(statementKind: Uint8Array): number {
  let count = 0;
  for (let statement = 0; statement < statementKind.length; statement += 1) {
    if (statementKind[statement] !== ownKind) count += 1;
  }
  return count;
}

/** How many positions there are, and how many of those on the subject itself are for and against it. */
function countGroups({ count, near, supports }: StanceGroups): Pick<StanceResult, 'total' | 'supports' | 'opposes'> {
  const sides = { supports: 0, opposes: 0 };
  for (let group = 0; group < count; group += 1) {
    if ((near[group] ?? 0) > nearness.article) sides[supports[group] === 1 ? 'supports' : 'opposes'] += 1;
  }
  return { total: count, ...sides };
}

function wordNames(actors: readonly Actor[]): string {
  return [...new Set(actors.map(({ name }) => name))].join(', ');
}

/** Counts the articles of each name; `names` and `ages` are in the order of the articles. */
function* countArticles(names: readonly (string | null)[], ages: Uint32Array): Generator<void, Entry[]> {
  const counts = new Map<string, Tally>();
  for (const [article, name] of names.entries()) if (name !== null) tally(counts, name, ages[article] ?? 0);
  yield;
  return [...counts].map(([name, counted]) => ({
    name,
    value: name,
    aliases: [],
    ...counted,
    of: 'articles' as const,
  }));
}

/** Whether an article is by the outlet that was typed: its whole name, or words of it in order. */
function isOutlet({ outlet }: Pick<Article, 'outlet'>, typed: string): boolean {
  return outlet !== null && ` ${fold(outlet)} `.includes(` ${typed} `);
}

/** Which paragraph an offset stands in, counted from 1; 0 before the first. */
function paragraphAt({ paragraphs }: Article, offset: number): number {
  return lastFrom(paragraphs, offset) + 1;
}

function nothing(option: 'speaker' | 'outlet' | 'collection', nearest: readonly string[]): QuoteResult {
  return { quotations: [], total: 0, unknown: { option, nearest } };
}

function wordCorrections(typed: string | undefined, corrections: readonly Correction[]): { corrected?: string } {
  return typed === undefined || corrections.length === 0 ? {} : { corrected: applyCorrections(typed, corrections) };
}
