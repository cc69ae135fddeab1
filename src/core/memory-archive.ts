import { type ActorFinder, buildActorFinder } from './actor/finder.ts';
import { fold } from './actor/fold.ts';
import { type NamedMention, Roster } from './actor/roster.ts';
import type { AnalysedArticle } from './analysed-article.ts';
import type {
  Archive,
  ArchiveSize,
  Position,
  Quotation,
  QuoteQuery,
  QuoteResult,
  StanceResult,
  Suggestion,
} from './archive.ts';
import type { Article, ArticleReference } from './article.ts';
import { fingerprint } from './fingerprint.ts';
import type { Statement } from './quotation/statement.ts';
import type { Range } from './range.ts';
import { type Correction, suggestWords } from './search/correction.ts';
import { markMatches } from './search/mark.ts';
import type { Query } from './search/query.ts';
import type { SearchIndex } from './search/search-index.ts';
import { type StatementPlace, searchStatements } from './search/statement-search.ts';
import { correctText, countActors, StanceBook, sortByHolder } from './stance-book.ts';
import { type Entry, mostChoices, Suggestions } from './suggestions.ts';
import { bind, kinds, nowhere } from './volume/binding.ts';
import { Dictionary } from './volume/dictionary.ts';
import { type Union, unite } from './volume/union.ts';
import { Volume } from './volume/volume.ts';

/** How many quotations an answer carries at the most; `total` says how many there are. */
const most = 100;

/** Builds an archive of analysed articles at once. Many articles are bound into volumes and joined by `openArchive`. */
export function buildArchive(analysed: readonly AnalysedArticle[]): Archive {
  const steps = openArchive([new Volume(bind(analysed))]);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What opening one archive leaves for opening the next, which mostly holds the same. */
export class Shelf {
  dictionary = new Dictionary();
  roster: { readonly actors: Uint32Array; readonly roster: Roster } | null = null;
}

/**
 * Opens the archive that answers from memory, of articles bound into volumes. The same articles give the same version and
 * answers in every process, however they are parted into volumes and whatever was opened before from the same `shelf`.
 * `ids` are those of all articles in order, when they are not those in the volumes. A generator whose steps are short, so
 * that the caller can do something else between them.
 */
export function* openArchive(
  volumes: readonly Volume[],
  ids: readonly string[] = volumes.flatMap(({ articles }) => articles.map(({ id }) => id)),
  shelf: Shelf = new Shelf(),
): Generator<void, Archive> {
  const union = yield* unite(volumes, ids, shelf.dictionary);
  const { mentions, actors } = union;
  const same =
    shelf.roster?.actors.length === actors.length && actors.every((one, at) => one === shelf.roster?.actors[at]);
  const roster = same && shelf.roster !== null ? shelf.roster.roster : new Roster(namesOf(actors, mentions));
  shelf.roster = { actors, roster };
  yield;
  const answerable = (mention: number): readonly string[] => {
    const named = mentions[mention];
    return named === undefined ? [] : roster.answerable(named);
  };
  const byHolder = yield* sortByHolder(union, answerable);
  const archive = new MemoryArchive(union, roster, answerable, new StanceBook(union, roster, byHolder));
  if (shelf.dictionary.isStale(union.index.terms.size)) {
    shelf.dictionary = new Dictionary();
    shelf.roster = null;
  }
  return archive;
}

function* namesOf(actors: Uint32Array, mentions: readonly NamedMention[]): Generator<NamedMention> {
  for (const actor of actors) {
    const mention = mentions[actor];
    if (mention !== undefined) yield mention;
  }
}

class MemoryArchive implements Archive {
  readonly version: string;
  readonly size: ArchiveSize;
  readonly #union: Union;
  readonly #index: SearchIndex;
  readonly #roster: Roster;
  readonly #stances: StanceBook;
  /** Who is answerable by a mention: keys of actors. */
  readonly #answerable: (mention: number) => readonly string[];
  readonly #outlets: Suggestions;
  readonly #speakers: Suggestions;
  #finder: ActorFinder | null = null;

  constructor(union: Union, roster: Roster, answerable: (mention: number) => readonly string[], stances: StanceBook) {
    this.#union = union;
    this.#index = union.index;
    this.#roster = roster;
    this.#answerable = answerable;
    this.#stances = stances;
    this.version = fingerprint(...union.entries.flatMap(({ record }) => [record.id, record.print]));
    const own = kinds.indexOf('own');
    this.size = {
      articles: union.entries.length,
      statements: union.statementKind.reduce((sum, kind) => (kind === own ? sum : sum + 1), 0),
      stances: union.stanceArticle.length,
    };
    this.#outlets = new Suggestions(() => countOutlets(union));
    this.#speakers = new Suggestions(() => countActors(this.#countStatements(), roster, 'statement'));
  }

  /** How many statements each actor, by key, is answerable for. */
  #countStatements(): Map<string, number> {
    const byMention = new Uint32Array(this.#union.mentions.length);
    for (const mention of this.#union.statementMention) {
      if (mention !== nowhere) byMention[mention] = (byMention[mention] ?? 0) + 1;
    }
    const counts = new Map<string, number>();
    for (const [mention, count] of byMention.entries()) {
      if (count === 0) continue;
      for (const key of this.#answerable(mention)) counts.set(key, (counts.get(key) ?? 0) + count);
    }
    return counts;
  }

  /** Built when it is first needed: few questions name somebody who is not there. */
  #nearest(typed: string): string[] {
    this.#finder ??= buildActorFinder(this.#roster.actors);
    return this.#finder.nearest(typed);
  }

  async quote({ text, speaker, outlet, from, to, kind }: QuoteQuery): Promise<QuoteResult> {
    const actors = speaker === undefined ? null : this.#roster.resolve(speaker);
    if (actors?.length === 0) return nothing('speaker', this.#nearest(speaker ?? ''));
    const speaks = actors === null ? null : this.#mentionsOf(new Set(actors.map(({ key }) => key)));
    const wanted = outlet === undefined ? null : fold(outlet);
    if (wanted !== null && !this.#union.entries.some(({ record }) => isOutlet(record, wanted))) {
      return nothing('outlet', this.#outlets.names(5));
    }
    const accepts = (article: Article, statement: Statement, at: StatementPlace): boolean =>
      (kind === undefined ? statement.kind !== 'own' : statement.kind === kind) &&
      (speaks === null || speaks[this.#mentionAt(at)] === 1) &&
      (wanted === null || isOutlet(article, wanted)) &&
      (from === undefined || (article.date !== null && article.date >= from)) &&
      (to === undefined || (article.date !== null && article.date <= to));
    const answer = searchStatements(this.#index, text ?? '', accepts, most);
    const quotations = answer.hits.map((hit) => this.#quotation(hit, answer.query, hit.also));
    return {
      quotations,
      total: answer.total,
      ...(actors === null ? {} : { speaker: [...new Set(actors.map(({ name }) => name))].join(', ') }),
      ...wordCorrections(text, answer.corrections),
      ...(answer.total === 0
        ? { unknown: { option: 'text' as const, nearest: this.#nearestSubjects(text ?? '') } }
        : {}),
    };
  }

  async stance(typedActor: string, typedAbout: string | undefined): Promise<StanceResult> {
    const [actor, about] = [withoutMarks(typedActor), typedAbout === undefined ? undefined : withoutMarks(typedAbout)];
    const actors = this.#roster.resolve(actor);
    if (actors.length === 0) {
      return {
        holder: actor,
        about: about ?? 'anything',
        positions: [],
        unknown: { option: 'actor', nearest: this.#nearest(actor) },
      };
    }
    const holder = [...new Set(actors.map(({ name }) => name))].join(', ');
    const found = this.#stances.find(
      actors.map(({ key }) => key),
      about,
    );
    const positions = found.groups.map(({ polarity, towards, places, holders, date, confidence }): Position => {
      const [first] = places;
      return {
        polarity,
        towards,
        holder: holders.join(', '),
        date,
        confidence,
        evidence: places.map((place) =>
          this.#quotation(place, found.query, [], place === first ? [towards.start, towards.end] : undefined),
        ),
      };
    });
    return {
      holder,
      about: found.about,
      positions,
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

  async suggestActors(typed: string): Promise<readonly Suggestion[]> {
    return this.#stances.holders.matching(typed);
  }

  async suggestAbout(typed: string, actor: string | undefined): Promise<readonly Suggestion[]> {
    const keys = actor === undefined ? [] : this.#roster.resolve(actor).map(({ key }) => key);
    const found = this.#stances.subjectsOf(keys).matching(typed);
    return found.length > 0 ? found : suggestWords(this.#index, typed).map((word) => ({ name: word, value: word }));
  }

  async suggestSpeakers(typed: string): Promise<readonly Suggestion[]> {
    return this.#speakers.matching(typed);
  }

  async suggestSubjects(typed: string): Promise<readonly Suggestion[]> {
    const subjects = this.#stances.subjectsOf([]).matching(typed);
    const words = suggestWords(this.#index, typed).map((word) => ({ name: word, value: word }));
    return [...subjects, ...words].slice(0, mostChoices);
  }

  async suggestOutlets(typed: string): Promise<readonly Suggestion[]> {
    return this.#outlets.matching(typed);
  }

  #nearestSubjects(text: string): string[] {
    const nearest = this.#nearest(text);
    return nearest.length > 0 ? nearest : this.#stances.subjectsOf([]).names(5);
  }

  /** For each mention, 1 when one of the actors is answerable by it. */
  #mentionsOf(keys: ReadonlySet<string>): Uint8Array {
    return Uint8Array.from(this.#union.mentions, (_, mention) =>
      this.#answerable(mention).some((key) => keys.has(key)) ? 1 : 0,
    );
  }

  #mentionAt({ article, statement }: StatementPlace): number {
    return this.#union.statementMention[(this.#index.articleStatement[article] ?? 0) + statement] ?? nowhere;
  }

  #quotation(place: StatementPlace, query: Query | null, also: readonly StatementPlace[], mark?: Range): Quotation {
    const entry = this.#union.entries[place.article];
    const statement = entry?.statements[place.statement];
    if (entry === undefined || statement === undefined)
      throw new Error(`no statement at ${place.article}:${place.statement}`);
    const { article } = entry;
    const start = statement.content[0]?.[0] ?? 0;
    const end = statement.content.at(-1)?.[1] ?? start;
    return {
      key: fingerprint(article.id, article.text.slice(start, end), String(start)),
      text: article.text.slice(start, end),
      article: referTo(article),
      start,
      end,
      pieces: statement.content,
      paragraph: paragraphAt(article, start),
      kind: statement.kind,
      speaker: statement.speaker,
      ...(statement.cue === null ? {} : { cue: statement.cue }),
      matches: mark !== undefined ? [mark] : query === null ? [] : markMatches(article.text, [start, end], query),
      also: also.flatMap(({ article: other }) => this.#union.entries[other]?.record ?? []).map(referTo),
    };
  }
}

function countOutlets({ entries }: Union): Entry[] {
  const counts = new Map<string, number>();
  for (const { record } of entries) {
    if (record.outlet !== null) counts.set(record.outlet, (counts.get(record.outlet) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, value: name, aliases: [], count, noun: 'article' }));
}

/** Whether an article is by the outlet that was typed: its whole name, or words of it in order. */
function isOutlet({ outlet }: Pick<Article, 'outlet'>, typed: string): boolean {
  return outlet !== null && ` ${fold(outlet)} `.includes(` ${typed} `);
}

function referTo({ id, title, outlet, date, url }: ArticleReference): ArticleReference {
  return { id, title, outlet, date, url };
}

/** Which paragraph an offset stands in, counted from 1; 0 before the first. */
function paragraphAt({ paragraphs }: Article, offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nothing(option: 'speaker' | 'outlet', nearest: readonly string[]): QuoteResult {
  return { quotations: [], total: 0, unknown: { option, nearest } };
}

function wordCorrections(typed: string | undefined, corrections: readonly Correction[]): { corrected?: string } {
  return typed === undefined || corrections.length === 0 ? {} : { corrected: correctText(typed, corrections) };
}

/** What was typed without the double quotes around the whole of it: here they mean nothing. */
function withoutMarks(typed: string): string {
  return typed.trim().replace(/^["“„](.*)["”“]$/s, '$1');
}
