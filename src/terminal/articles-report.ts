import type { FileContent } from '../articles/file-content.ts';
import type { Problem } from '../articles/problem.ts';
import type { Article } from '../core/article.ts';
import { numeralsOf } from '../wording/numerals.ts';

/** For whoever keeps the articles: always in English. */
const { count } = numeralsOf('en');

/** Lines on what was understood of a file and what is wrong with it. `statements` counts those of an article. */
export function reportFile(content: FileContent, statements: (article: Article) => number): string[] {
  const articles = content.articles.flatMap((article, index) => {
    const place = content.places[index] ?? content.name;
    return [printable(`${place}: ${article.title}`), `    ${understood(article, statements(article))}`];
  });
  return [...articles, ...content.problems.map(reportProblem)];
}

function reportProblem({ file, reason }: Problem): string {
  return printable(`${file}: WRONG: ${reason}`);
}

function understood({ outlet, date, author, collection, paragraphs }: Article, statements: number): string {
  const parts = [
    outlet ?? 'outlet unknown',
    date ?? 'date unknown',
    ...(author === null ? [] : [`by ${author}`]),
    ...(collection === null ? [] : [`in ${collection}`]),
    count(paragraphs.length, { one: 'paragraph', other: 'paragraphs' }),
    count(statements, { one: 'statement', other: 'statements' }),
  ];
  return printable(parts.join(', '));
}

/** The last line: how many articles there are, and how much is wrong. */
export function reportTotal(files: number, articles: number, problems: number): string {
  const wrong = problems === 0 ? 'nothing is wrong' : `${count(problems, { one: 'thing', other: 'things' })} wrong`;
  return `${count(articles, { one: 'article', other: 'articles' })} in ${count(files, { one: 'file', other: 'files' })}: ${wrong}.`;
}

/** Titles and names come from outside: what would steer the terminal is shown as a blank. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
