import { UserError } from './answer.ts';
import { readArticles } from './articles/folder.ts';
import type { Problem } from './articles/problem.ts';
import { analyseArticle } from './core/analysed-article.ts';
import type { Archive } from './core/archive.ts';
import type { Article } from './core/article.ts';
import { fingerprint } from './core/fingerprint.ts';
import { buildArchive } from './core/memory-archive.ts';
import type { Health, ReloadReport } from './discord/command.ts';

/** The archive with its way to be read anew. */
export interface App {
  /** The archive as of now; a reload swaps it, so ask anew for each question. */
  readonly archive: () => Archive;
  /** What could not be read at the last reading. */
  readonly problems: () => readonly Problem[];
  /**
   * Reads everything anew beside the old archive and swaps one reference. Rejects with a `UserError` when no article can
   * be read at all; the old archive stays. A reload asked for while one runs joins it.
   */
  readonly reload: () => Promise<ReloadReport>;
  readonly reloading: () => boolean;
  readonly health: () => Health;
}

interface Loaded {
  readonly archive: Archive;
  readonly problems: readonly Problem[];
  /** The content of each article, by id, for the comparison at the next reload. */
  readonly contents: ReadonlyMap<string, string>;
  readonly readAt: Date;
}

/** Reads the articles of some folders and files into an app. Never throws: without a readable article it starts empty. */
export async function openApp(sources: readonly string[]): Promise<App> {
  let loaded = await load(sources);
  let running: Promise<ReloadReport> | null = null;
  const reload = async (): Promise<ReloadReport> => {
    const began = performance.now();
    const before = loaded.contents;
    const read = await load(sources);
    if (read.archive.size.articles === 0) {
      const kept = before.size === 1 ? 'the article read before stays' : `the ${before.size} articles read before stay`;
      throw new UserError(`Nothing was reloaded: ${wordEmptiness(sources, read.problems)}; ${kept}.`);
    }
    loaded = read;
    const { archive, problems, contents } = loaded;
    return {
      articles: archive.size.articles,
      statements: archive.size.statements,
      added: [...contents.keys()].filter((id) => !before.has(id)),
      changed: [...contents].filter(([id, content]) => before.has(id) && before.get(id) !== content).map(([id]) => id),
      removed: [...before.keys()].filter((id) => !contents.has(id)),
      problems,
      milliseconds: performance.now() - began,
    };
  };
  return {
    archive: () => loaded.archive,
    problems: () => loaded.problems,
    reload: () => {
      running ??= reload().finally(() => {
        running = null;
      });
      return running;
    },
    reloading: () => running !== null,
    health: () => ({
      readAt: loaded.readAt,
      uptime: process.uptime(),
      memory: process.memoryUsage.rss(),
      latency: null,
    }),
  };
}

/** Why there is no article, in a phrase that names the first reason. */
export function wordEmptiness(sources: readonly string[], problems: readonly Problem[]): string {
  const [first] = problems;
  const where = sources.map((source) => `“${source}”`).join(', ');
  return first === undefined
    ? `there is no article in ${where}`
    : `no article could be read in ${where} (${first.file}: ${first.reason})`;
}

/** How long analysis may hold the event loop before others get a turn, in milliseconds. */
const longestSlice = 15;

async function load(sources: readonly string[]): Promise<Loaded> {
  const { articles, problems } = await readArticles(sources);
  const analysed = [];
  let sliceBegan = performance.now();
  for (const article of articles) {
    analysed.push(analyseArticle(article));
    if (performance.now() - sliceBegan > longestSlice) {
      await new Promise(setImmediate);
      sliceBegan = performance.now();
    }
  }
  const contents = new Map(articles.map((article) => [article.id, contentOf(article)]));
  return { archive: buildArchive(analysed), problems, contents, readAt: new Date() };
}

function contentOf({ title, outlet, date, author, url, text }: Article): string {
  return fingerprint(title, outlet ?? '', date ?? '', author ?? '', url ?? '', text);
}
