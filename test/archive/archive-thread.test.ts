import { afterEach, describe, expect, it } from 'vitest';
import { generateArticles } from '../../bench/news.ts';
import { ArchiveThread } from '../../src/archive/archive-thread.ts';
import { readFileContent } from '../../src/articles/file-content.ts';
import { type AnalysedArticle, analyseArticle } from '../../src/core/analysed-article.ts';
import { bind } from '../../src/core/volume/binding.ts';

const thread = new ArchiveThread();
afterEach(() => thread.close());

/** Volumes of thirty articles each, with the articles' ids. */
async function volumesOf(count: number): Promise<{ bytes: Uint8Array[]; ids: string[] }> {
  const analysed: AnalysedArticle[] = [];
  for (const { file, text } of generateArticles({ seed: 5, articles: 30 * count, words: 200 })) {
    const { articles } = await readFileContent(file, new TextEncoder().encode(text));
    for (const article of articles) analysed.push(analyseArticle(article));
  }
  const bytes = Array.from({ length: count }, (_, at) => bind(analysed.slice(30 * at, 30 * at + 30)));
  return { bytes, ids: analysed.map(({ article }) => article.id) };
}

describe('the thread of a large archive', () => {
  it('goes on opening the next archive however many questions wait for the one before', async () => {
    const { bytes, ids } = await volumesOf(4);
    const archive = await thread.open(bytes.slice(0, 1), ids.slice(0, 30));
    const next = thread.open(bytes, ids);
    const asked = 2_000;
    let answered = 0;
    const questions = Array.from({ length: asked }, async () => {
      const { total } = await archive.quote({ text: 'treaty' });
      answered += 1;
      return total;
    });
    const opened = await next;
    // A turn answers some of them; all at once would leave the next archive waiting for the last.
    expect(answered).toBeLessThan(asked);
    expect(opened.size.articles).toBe(120);
    expect(new Set(await Promise.all(questions)).size).toBe(1);
    expect(answered).toBe(asked);
  });
});
