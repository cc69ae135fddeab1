import { type GeneratorOptions, generateArticles } from '../bench/news.ts';
import { readFileContent } from '../src/articles/file-content.ts';
import { type AnalysedArticle, analyseArticle } from '../src/core/analysed-article.ts';

/** News-like articles, made from a seed, read and analysed. */
export async function analyseGenerated(options: GeneratorOptions): Promise<AnalysedArticle[]> {
  const analysed: AnalysedArticle[] = [];
  for (const { file, text } of generateArticles(options)) {
    const { articles } = await readFileContent(file, new TextEncoder().encode(text));
    for (const article of articles) analysed.push(analyseArticle(article));
  }
  return analysed;
}
