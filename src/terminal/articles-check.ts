import { UserError } from '../answer.ts';
import { readContents } from '../articles/folder.ts';
import { settle } from '../articles/gathering.ts';
import { wordLeftOut } from '../articles/listing.ts';
import { readEnvironmentFile } from '../chat.ts';
import { readConfig } from '../config.ts';
import { analyseArticle } from '../core/analysed-article.ts';
import type { Article } from '../core/article.ts';
import { reportFile, reportTotal } from './articles-report.ts';

/**
 * `articles:check -- [DIR|FILE…]`: says of every file what was understood and what is wrong; without names, of the
 * archive's own. Resolves with the exit code: 1 when anything is wrong.
 */
async function check(given: readonly string[]): Promise<number> {
  readEnvironmentFile();
  const sources = given.length > 0 ? given : readConfig(process.env).articles;
  const taken = new Set<string>();
  const leftOut: string[] = [];
  let files = 0;
  let problems = 0;
  for await (const read of readContents(sources, leftOut)) {
    const content = settle(read, taken);
    files += 1;
    problems += content.problems.length;
    await print(reportFile(content, countStatements));
  }
  const left = wordLeftOut(leftOut);
  await print([...(left === null ? [] : [left]), reportTotal(files, taken.size, problems)]);
  return problems === 0 ? 0 : 1;
}

/** How much an article reports that others said. */
function countStatements(article: Article): number {
  return analyseArticle(article).statements.filter(({ kind }) => kind !== 'own').length;
}

async function print(lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  await new Promise<void>((resolve) => {
    process.stdout.write(`${lines.join('\n')}\n`, () => resolve());
  });
}

// Whoever reads our output may close it early (`| head`): there is nobody left to tell.
process.stdout.on('error', () => process.exit(1));
process.exitCode = await check(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 2;
});
