import { type ActorFinder, buildActorFinder } from './actor/finder.ts';
import { fold } from './actor/fold.ts';
import { type NamedMention, Roster } from './actor/roster.ts';
import type { AnalysedArticle } from './analysed-article.ts';
import type {
  Archive,
  ArchiveSize,
  Position,
  Quotation,
  QuotationContext,
  QuoteQuery,
  QuoteResult,
  StanceResult,
  Suggestion,
} from './archive.ts';
import type { Article, ArticleReference } from './article.ts';
import { fingerprint } from './fingerprint.ts';
import { probable, type Statement } from './quotation/statement.ts';
import type { Range } from './range.ts';
import { type Correction, suggestWords } from './search/correction.ts';
import { markMatches } from './search/mark.ts';
import type { Query } from './search/query.ts';
import { buildSearchIndex, type SearchIndex } from './search/search-index.ts';
import { type StatementPlace, searchStatements } from './search/statement-search.ts';
import { correctText, countActors, StanceBook } from './stance-book.ts';
import { type Entry, mostChoices, Suggestions } from './suggestions.ts';
import { keyOf, paragraphsAround, startIn, startingAt } from './surroundings.ts';

/** How many quotations an answer carries at the most; `total` says how many there are. */
const most = 100;

/** Builds the archive that answers from memory. The same articles give the same version in every process. */
export function buildArchive(analysed: readonly AnalysedArticle[]): Archive {
  return new MemoryArchive(analysed);
}

class MemoryArchive implements Archive {
  readonly version: string;
  readonly size: ArchiveSize;
  readonly #analysed: readonly AnalysedArticle[];
  readonly #index: SearchIndex;
  readonly #roster: Roster;
  readonly #finder: ActorFinder;
  readonly #stances: StanceBook;
  /** Who is answerable for each statement: keys of actors, by article and statement. */
  readonly #answerable: readonly (readonly (readonly string[])[])[];
  readonly #outlets: Suggestions;
  readonly #speakers: Suggestions;

  constructor(analysed: readonly AnalysedArticle[]) {
    this.#analysed = analysed;
    this.version = fingerprint(
      ...analysed.flatMap(({ article }) => [article.id, article.title, article.date ?? '', article.text]),
    );
    this.#index = buildSearchIndex(
      analysed.map(({ article, statements, sentences }) => ({
        article,
        statements,
        sentences: sentences.map(([start, end]) => ({ start, end })),
      })),
    );
    this.#roster = new Roster(namesIn(analysed));
    this.#finder = buildActorFinder(this.#roster.actors);
    this.#answerable = analysed.map(({ statements }) =>
      statements.map(({ speaker }) =>
        speaker === null || speaker.confidence < probable ? [] : this.#roster.answerable(speaker),
      ),
    );
    this.#stances = new StanceBook(analysed, this.#roster, this.#index);
    this.size = {
      articles: analysed.length,
      statements: analysed.reduce(
        (sum, { statements }) => sum + statements.filter(({ kind }) => kind !== 'own').length,
        0,
      ),
      stances: analysed.reduce((sum, { stances }) => sum + stances.length, 0),
    };
    this.#outlets = new Suggestions(countOutlets(analysed));
    this.#speakers = new Suggestions(countActors(this.#answerable.flat(2), this.#roster, 'statement'));
  }

  async quote({ text, speaker, outlet, from, to, kind }: QuoteQuery): Promise<QuoteResult> {
    const actors = speaker === undefined ? null : this.#roster.resolve(speaker);
    if (actors?.length === 0) return nothing('speaker', this.#finder.nearest(speaker ?? ''));
    const keys = actors === null ? null : new Set(actors.map(({ key }) => key));
    const wanted = outlet === undefined ? null : fold(outlet);
    if (wanted !== null && !this.#analysed.some(({ article }) => isOutlet(article, wanted))) {
      return nothing('outlet', this.#outlets.names(5));
    }
    const accepts = (article: Article, statement: Statement, at: StatementPlace): boolean =>
      (kind === undefined ? statement.kind !== 'own' : statement.kind === kind) &&
      (keys === null || (this.#answerable[at.article]?.[at.statement] ?? []).some((key) => keys.has(key))) &&
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
        unknown: { option: 'actor', nearest: this.#finder.nearest(actor) },
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

  async context(key: string): Promise<QuotationContext | null> {
    const start = startIn(key);
    if (start === null) return null;
    for (const [index, { article, statements }] of this.#analysed.entries()) {
      for (const statement of startingAt(statements, start)) {
        const quotation = this.#quotation({ article: index, statement }, null, []);
        if (quotation.key !== key) continue;
        return { quotation, paragraphs: paragraphsAround(article, [quotation.start, quotation.end]) };
      }
    }
    return null;
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
    const nearest = this.#finder.nearest(text);
    return nearest.length > 0 ? nearest : this.#stances.subjectsOf([]).names(5);
  }

  #quotation(place: StatementPlace, query: Query | null, also: readonly StatementPlace[], mark?: Range): Quotation {
    const analysed = this.#analysed[place.article];
    const statement = analysed?.statements[place.statement];
    if (analysed === undefined || statement === undefined)
      throw new Error(`no statement at ${place.article}:${place.statement}`);
    const { article } = analysed;
    const start = statement.content[0]?.[0] ?? 0;
    const end = statement.content.at(-1)?.[1] ?? start;
    return {
      key: keyOf(article, [start, end]),
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
      also: also.flatMap(({ article: other }) => this.#analysed[other]?.article ?? []).map(referTo),
    };
  }
}

function* namesIn(analysed: readonly AnalysedArticle[]): Generator<NamedMention> {
  for (const { statements, stances } of analysed) {
    for (const { speaker } of statements) if (speaker !== null && speaker.confidence >= probable) yield speaker;
    for (const { holderName } of stances) yield { name: holderName };
  }
}

function countOutlets(analysed: readonly AnalysedArticle[]): Entry[] {
  const counts = new Map<string, number>();
  for (const { article } of analysed) {
    if (article.outlet !== null) counts.set(article.outlet, (counts.get(article.outlet) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, value: name, aliases: [], count, noun: 'article' }));
}

/** Whether an article is by the outlet that was typed: its whole name, or words of it in order. */
function isOutlet({ outlet }: Article, typed: string): boolean {
  return outlet !== null && ` ${fold(outlet)} `.includes(` ${typed} `);
}

function referTo({ id, title, outlet, date, url }: Article): ArticleReference {
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
