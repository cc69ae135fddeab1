import { describe, expect, it } from 'vitest';
import { readFileContent } from '../../src/articles/file-content.ts';
import { analyseArticle } from '../../src/core/analysed-article.ts';
import { buildArchive } from '../../src/core/memory-archive.ts';

describe('what somebody holds in an article about something', () => {
  it('is found by the words of its title, in a phrase with small words too', async () => {
    const text = 'Treaty of the Coast debated\n\n“We oppose the dam,” said Mara Okell, the mayor of Velmouth.\n';
    const { articles } = await readFileContent('2021-03-01-okell.txt', new TextEncoder().encode(text));
    const archive = buildArchive(articles.map(analyseArticle));
    for (const about of ['treaty coast', '"treaty of the coast"', 'coast "of the"']) {
      const { positions } = await archive.stance({ actor: 'okell', about });
      expect(positions, about).toMatchObject([{ towards: { text: 'the dam' }, distant: true }]);
    }
    expect((await archive.stance({ actor: 'okell', about: '"of the"' })).positions).toEqual([]);
  });
});
