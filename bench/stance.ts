import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { analyse } from '../src/core/language/analysis.ts';
import { findStatements } from '../src/core/quotation/extraction.ts';
import type { Statement } from '../src/core/quotation/statement.ts';
import { findStances } from '../src/core/stance/find.ts';
import { runProgram } from '../src/terminal/program.ts';
import { readRecords, readText } from '../src/terminal/record-file.ts';

/**
 * Tokens a second of `findStances` alone, over text files or JSON Lines with `text` (default: the seeds), each repeated
 * to at least 300,000 tokens: `npm run -s bench:stance -- [FILE...]`.
 */
await runProgram((given) => {
  const files = given.length > 0 ? given : readdirSync('seeds').map((name) => `seeds/${name}`);
  measure(
    files.flatMap((file) =>
      file.endsWith('.jsonl')
        ? readRecords(file, z.object({ text: z.string() })).map(({ text }) => text)
        : [readText(file)],
    ),
  );
  return 0;
});

function measure(texts: readonly string[]): void {
  const articles = texts.map((text) => {
    const blocks = [...text.matchAll(/[^\n]+/gu)].map((line) => [line.index, line.index + line[0].length] as const);
    const analysis = analyse(text, blocks);
    const own = analysis.sentences.map(
      ({ start, end }): Statement => ({ kind: 'own', content: [[start, end]], speaker: null, cue: null, within: null }),
    );
    return { analysis, statements: [...findStatements(analysis, { headline: null, paragraphs: blocks }), ...own] };
  });
  const tokens = articles.reduce((total, { analysis }) => total + analysis.tokens.length, 0);
  const rounds = Math.max(2, Math.ceil(300_000 / tokens));
  for (const { analysis, statements } of articles) findStances(analysis, statements);
  let found = 0;
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    for (const { analysis, statements } of articles) found += findStances(analysis, statements).length;
  }
  // Time of the processor, not of the wall: other work on the machine does not count.
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  console.log(
    JSON.stringify({
      articles: articles.length,
      tokens: tokens * rounds,
      stances: found,
      seconds: Number(seconds.toFixed(3)),
      tokensPerSecond: Math.round((tokens * rounds) / seconds),
    }),
  );
}
