import type { Article } from '../core/article.ts';
import type { FileContent } from './file-content.ts';
import { identify } from './identity.ts';
import type { Problem } from './problem.ts';

/**
 * Puts the contents of files together, in the order given, and makes ids unique: an id that another article has taken
 * is reported and gets its file's path before it.
 */
export function gather(contents: Iterable<FileContent>): { articles: Article[]; problems: Problem[] } {
  const articles: Article[] = [];
  const problems: Problem[] = [];
  const taken = new Set<string>();
  for (const content of contents) {
    const settled = settle(content, taken);
    for (const article of settled.articles) articles.push(article);
    for (const problem of settled.problems) problems.push(problem);
  }
  return { articles, problems };
}

/** The content with ids that are not taken yet; adds them to `taken`. */
export function settle(content: FileContent, taken: Set<string>): FileContent {
  const problems = [...content.problems];
  const articles = content.articles.map((article, index) => {
    const id = freeId(article.id, content.name, taken);
    taken.add(id);
    if (id === article.id) return article;
    problems.push({
      file: content.places[index] ?? content.name,
      reason: `the id “${article.id}” is taken by another article, so this one is “${id}”`,
    });
    return { ...article, id };
  });
  return { ...content, articles, problems };
}

/** The id itself when it is free, else the first free one that begins with the file’s, by its path below the source. */
export function freeId(id: string, file: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  const prefixed = `${identify(file)}~${id}`;
  let candidate = prefixed;
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${prefixed}~${count}`;
  return candidate;
}
