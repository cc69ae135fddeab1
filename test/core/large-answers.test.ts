import { beforeAll, describe, expect, it } from 'vitest';
import { readFileContent } from '../../src/articles/file-content.ts';
import { type AnalysedArticle, analyseArticle } from '../../src/core/analysed-article.ts';
import type { Archive } from '../../src/core/archive.ts';
import { buildArchive } from '../../src/core/memory-archive.ts';

/** An article in which somebody opposes something else in every paragraph, and each time the toll as well. */
async function makeArticle(number: number, places: readonly string[]): Promise<AnalysedArticle[]> {
  const paragraphs = places.map((place) => `“We oppose the ${place} dam and we oppose the toll,” said Mara Okell.`);
  const day = `2021-03-${String(number + 1).padStart(2, '0')}`;
  const text = `Okell objects\n\n${paragraphs.join('\n\n')}\n`;
  const { articles } = await readFileContent(`${day}-okell.txt`, new TextEncoder().encode(text));
  return articles.map(analyseArticle);
}

let archive: Archive;

beforeAll(async () => {
  const names = Array.from({ length: 130 }, (_, at) => `${'BCDFGHKLMN'[at % 10]}or${'bdfglmnprstvz'[at % 13]}ey`);
  const places = [...new Set(names)];
  expect(places.length).toBe(130);
  const parts = [0, 1, 2, 3, 4].map((number) => makeArticle(number, places.slice(number * 26, number * 26 + 26)));
  archive = buildArchive((await Promise.all(parts)).flat());
});

describe('an answer about very much', () => {
  it('carries the best fifty positions, and says how many there are and which way they point', async () => {
    const { positions, total, supports, opposes } = await archive.stance({ actor: 'okell' });
    expect(total).toBeGreaterThan(125);
    expect(positions).toHaveLength(50);
    expect(opposes).toBe(total);
    expect(supports).toBe(0);
  });

  it('carries the newest twenty quotations of a position, and says how many there are', async () => {
    const { positions } = await archive.stance({ actor: 'okell', about: 'toll' });
    const [toll] = positions.filter(({ towards }) => towards.text === 'the toll');
    expect(toll?.total).toBeGreaterThan(120);
    expect(toll?.evidence).toHaveLength(20);
    expect(new Set(toll?.evidence.map(({ article }) => article.date))).toEqual(new Set(['2021-03-05']));
    expect(toll?.evidence.every(({ text }) => text.includes('the toll'))).toBe(true);
  });

  it('carries the best fifty quotations, and says how many there are', async () => {
    const { quotations, total } = await archive.quote({ speaker: 'okell', from: '2021-03-02' });
    expect(quotations).toHaveLength(50);
    expect(total).toBe(104);
    expect(quotations.every(({ article }) => (article.date ?? '') >= '2021-03-02')).toBe(true);
  });
});
