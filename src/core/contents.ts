import { fold } from './actor/fold.ts';
import type { AnalysedArticle } from './analysed-article.ts';
import type { ArticleResult, Source, SourcesResult, Suggestion } from './archive.ts';
import { type Article, referTo } from './article.ts';
import { Prepared, sortInSteps } from './prepared.ts';
import { probable } from './quotation/statement.ts';
import { mostChoices } from './suggestions.ts';
import { plainForm } from './volume/likeness.ts';

type Entry = Pick<AnalysedArticle, 'article' | 'statements'>;

/** An article with its title as it is looked for. */
interface TitledArticle {
  readonly title: string;
  readonly article: Article;
}

/** Articles as they are looked for. */
interface ArticleLists {
  readonly byId: ReadonlyMap<string, Entry>;
  /** Newest first, for lists of choices. */
  readonly titled: readonly TitledArticle[];
}

/** Articles dealt with between two pauses. */
const stride = 1_000;

/** What there is to say about the articles themselves: where they come from, and each by id or title. */
export class Contents {
  readonly #analysed: readonly Entry[];
  readonly #copyOf: Uint32Array;
  readonly #lists: Prepared<ArticleLists>;

  /** `copyOf`: for each article the first that prints mostly the same. */
  constructor(analysed: readonly Entry[], copyOf: Uint32Array) {
    this.#analysed = analysed;
    this.#copyOf = copyOf;
    this.#lists = new Prepared(() => listArticles(analysed));
  }

  /** Makes the lists in which articles are found, see `Prepared`. */
  prepare(): Generator<void> {
    return this.#lists.prepare();
  }

  sources(): SourcesResult {
    const articles = this.#analysed.map(({ article }) => article);
    return {
      outlets: countSources(articles, ({ outlet }) => outlet),
      collections: countSources(articles, ({ collection }) => collection),
      withoutOutlet: articles.filter(({ outlet }) => outlet === null).length,
      withoutDate: articles.filter(({ date }) => date === null).length,
    };
  }

  find(idOrTitle: string): ArticleResult {
    const near = this.#titled(idOrTitle);
    const found = this.#lists.value.byId.get(idOrTitle.trim()) ?? this.#byTitle(idOrTitle, near);
    if (found === undefined) {
      const nearest = near.slice(0, 5).map(({ title }) => title);
      return { article: null, opening: '', speakers: [], statements: 0, copies: [], nearest };
    }
    const { article, statements } = found;
    const counts = new Map<string, number>();
    for (const { speaker } of statements) {
      if (speaker === null || speaker.confidence < probable) continue;
      const name = speaker.alias ?? speaker.name;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const { id, title, outlet, date, url, author, collection, paragraphs, text } = article;
    const [first] = paragraphs;
    return {
      article: { id, title, outlet, date, url, author, collection },
      opening: first === undefined ? '' : text.slice(...first),
      speakers: [...counts]
        .map(([name, count]) => ({ name, statements: count }))
        .sort((a, b) => b.statements - a.statements),
      statements: statements.filter(({ kind }) => kind !== 'own').length,
      copies: this.#copiesOf(found).map(referTo),
      nearest: [],
    };
  }

  suggest(typed: string): Suggestion[] {
    return this.#titled(typed)
      .filter(({ id }) => id.length <= 100)
      .slice(0, mostChoices)
      .map(({ id, title }) => {
        const statements = this.#lists.value.byId.get(id)?.statements ?? [];
        const number = statements.filter(({ kind }) => kind !== 'own').length;
        return { name: title, value: id, count: { number, of: 'statements' } };
      });
  }

  #copiesOf(found: Entry): Article[] {
    const first = this.#copyOf[this.#analysed.indexOf(found)];
    return this.#analysed
      .filter((one, at) => one !== found && this.#copyOf[at] === first)
      .map(({ article }) => article);
  }

  #byTitle(typed: string, near: readonly Article[]): Entry | undefined {
    const wanted = titleKey(typed);
    if (wanted === '') return undefined;
    const exact = this.#lists.value.titled.find(({ title }) => title === wanted)?.article;
    const only = near.length === 1 ? near[0] : undefined;
    return this.#lists.value.byId.get((exact ?? only)?.id ?? '');
  }

  /** Articles whose titles hold the beginnings of all the words typed, newest first. */
  #titled(typed: string): Article[] {
    const parts = titleKey(typed)
      .split(' ')
      .filter((part) => part !== '');
    return this.#lists.value.titled
      .filter(({ title }) => parts.every((part) => ` ${title}`.includes(` ${part}`)))
      .map(({ article }) => article);
  }
}

function* listArticles(entries: readonly Entry[]): Generator<void, ArticleLists> {
  const byId = new Map<string, Entry>();
  const titles: TitledArticle[] = [];
  for (const entry of entries) {
    const { article } = entry;
    byId.set(article.id, entry);
    titles.push({ title: titleKey(article.title), article });
    if (titles.length % stride === 0) yield;
  }
  const titled = yield* sortInSteps(
    titles,
    (a, b) => compare(b.article.date ?? '', a.article.date ?? '') || compare(a.title, b.title),
  );
  return { byId, titled };
}

/** The form in which titles are compared: quotation marks in one, or around what was typed, mean nothing. */
function titleKey(title: string): string {
  return fold(plainForm(title));
}

function countSources(articles: readonly Article[], nameOf: (article: Article) => string | null): Source[] {
  const found = new Map<string, { articles: number; oldest: string | null; newest: string | null }>();
  for (const article of articles) {
    const name = nameOf(article);
    if (name === null) continue;
    const known = found.get(name) ?? { articles: 0, oldest: null, newest: null };
    known.articles += 1;
    const { date } = article;
    if (date !== null) {
      if (known.oldest === null || date < known.oldest) known.oldest = date;
      if (known.newest === null || date > known.newest) known.newest = date;
    }
    found.set(name, known);
  }
  return [...found]
    .map(([name, counted]) => ({ name, ...counted }))
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
