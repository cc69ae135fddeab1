import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyseArticle } from '../../src/core/analysed-article.ts';
import type { Archive } from '../../src/core/archive.ts';
import { type Article, bareArticle } from '../../src/core/article.ts';
import { buildArchive } from '../../src/core/memory-archive.ts';

const text = [
  'Harbour to stay',
  'VELMOUTH – The council met on Tuesday.',
  '“The harbour stays open,” said Mara Okell, mayor of Velmouth.',
  'Fishermen had feared the worst.',
  '“We are glad,” said Tom Arden, a fisherman.',
].join('\n\n');

/** The article with its paragraphs where the blank lines are. */
function articleOf(id: string, printed: string): Article {
  const blocks = [...printed.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => [index, index + line.length] as const);
  const [headline = null, ...paragraphs] = blocks;
  return bareArticle({ id, title: 'Harbour to stay', text: printed, headline, paragraphs });
}

const build = (printed: string) =>
  buildArchive([articleOf('other', text), articleOf('a', printed)].map(analyseArticle));

let archive: Archive;
beforeAll(() => {
  archive = build(text);
});

/** The key of the quotation by somebody in the article `a`. */
async function keyOf(speaker: string): Promise<string> {
  const { quotations } = await archive.quote({ speaker });
  const found = [...quotations].find(({ article, also }) => [article, ...also].some(({ id }) => id === 'a'));
  return found?.key ?? '';
}

describe('a quotation in its surroundings', () => {
  it('has the paragraph before and the one after, by its key alone', async () => {
    const found = await archive.context(await keyOf('Okell'));
    expect(found?.quotation.text).toBe('The harbour stays open,');
    expect(found?.paragraphs.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3]);
    for (const { start, end, text: shown } of found?.paragraphs ?? []) expect(text.slice(start, end)).toBe(shown);
    const last = await archive.context(await keyOf('Arden'));
    expect(last?.paragraphs.map(({ paragraph }) => paragraph)).toEqual([3, 4]);
  });

  it('is found in another process, and after other words of the article changed', async () => {
    const key = await keyOf('Arden');
    expect((await build(text).context(key))?.quotation.text).toBe('We are glad,');
    expect((await build(text.replace('feared', 'denied')).context(key))?.quotation.text).toBe('We are glad,');
    expect(await buildArchive([analyseArticle(articleOf('a', text.replace('glad', 'sad!')))]).context(key)).toBeNull();
  });

  it('is nothing for what is no key, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z]{1,10}-[\w-]{12}$/)), async (key) => {
        expect(await archive.context(key)).toBeNull();
      }),
    );
  });
});
