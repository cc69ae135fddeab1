import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestWords } from '../../../src/core/search/correction.ts';
import { markMatches } from '../../../src/core/search/mark.ts';
import { buildSearchIndex } from '../../../src/core/search/search-index.ts';
import { searchStatements } from '../../../src/core/search/statement-search.ts';
import { entry, harbourArchive } from './harbour-archive.ts';

const entries = harbourArchive();
const index = buildSearchIndex(entries);
const speakers = entries.flatMap(({ statements }) => statements.map(({ speaker }) => speaker?.name));

/** The statements found, by their speakers and first words. */
function find(text: string): string[] {
  return searchStatements(index, text).hits.map(({ article, statement }) => {
    const found = entries[article]?.statements[statement];
    const [start, end] = found?.content[0] ?? [0, 0];
    const words = entries[article]?.article.text.slice(start, end).split(' ').slice(0, 3).join(' ');
    return `${found?.speaker?.name}: ${words}`;
  });
}

describe('searching statements', () => {
  test('finds every statement that has all the words', () => {
    expect(find('harbour charter')).toEqual(
      ['Mara Okell: We oppose the', 'Mayor Okell: The harbour charter'].toReversed(),
    );
  });

  test('finds other forms of a word, and related words', () => {
    expect(find('opposing')).toEqual(['Mara Okell: We oppose the']);
    expect(find('negotiation')).toEqual(['Tomas Brandt: the US owners']);
  });

  test('folds accents and finds by the speaker’s name and role', () => {
    expect(find('inigo zarate')).toEqual(['Íñigo Zárate: a gift to']);
    expect(find('Zárate fishermen')).toEqual(['Íñigo Zárate: a gift to']);
    expect(find('union brandt question')).toEqual(['Tomas Brandt: To be or']);
  });

  test('takes a phrase as typed, function words too', () => {
    expect(find('"must be respected"')).toHaveLength(2);
    expect(find('"be must respected"')).toEqual([]);
    expect(find('“or not to be”')).toEqual(['Tomas Brandt: To be or']);
    expect(find('"gift to the town\'s fishermen"')).toEqual(['Íñigo Zárate: a gift to']);
    expect(find('"a gift to the town’s fisher"')).toEqual([]);
  });

  test('leaves out what a minus sign excludes', () => {
    expect(find('harbour charter -dredging')).toEqual(['Mayor Okell: The harbour charter']);
    expect(find('harbour charter -"the dredging"')).toEqual(['Mayor Okell: The harbour charter']);
  });

  test('forgives typing errors only in words that no article contains, and says so', () => {
    const answer = searchStatements(index, 'harbor chater');
    expect(answer.corrections).toEqual([
      { typed: 'harbor', shown: 'harbour' },
      { typed: 'chater', shown: 'charter' },
    ]);
    expect(answer.total).toBe(2);
    expect(searchStatements(index, 'coast').corrections).toEqual([]);
    expect(searchStatements(index, 'zzyzx')).toMatchObject({ unknown: ['zzyzx'], hits: [], total: 0 });
  });

  test('finds the country in "us"', () => {
    expect(find('us owners')).toEqual(['Tomas Brandt: the US owners']);
    expect(find('U.S. owners')).toEqual(['Tomas Brandt: the US owners']);
  });

  test('where no statement has all the words, those that have most of them are found', () => {
    const answer = searchStatements(index, 'crowns spent surveys ferries');
    expect(answer.complete).toBe(false);
    expect(answer.total).toBe(1);
  });

  test('lists the newest statements when only the filter says what to look for', () => {
    const answer = searchStatements(index, '', (statement) => speakers[statement]?.includes('Okell') ?? false);
    expect(answer.hits.map(({ article }) => entries[article]?.article.id)).toEqual(['strike', 'dredging']);
  });

  test('is honest about words that say nothing', () => {
    expect(searchStatements(index, 'the of which').hits).toEqual([]);
    expect(searchStatements(index, '?!…')).toMatchObject({ hits: [], total: 0, query: { empty: true } });
    expect(searchStatements(index, 'the which').query.functionWordsOnly).toBe(true);
  });

  test('joins the same words by the same speaker from several articles', () => {
    const words = 'The tide decides.';
    const twice = buildSearchIndex([
      entry('one', 'One', [`“${words}” said Mara Okell.`], [{ words, by: 'Mara Okell' }]),
      entry('two', 'Two', [`Okell said: “${words}”`], [{ words, by: 'Okell' }]),
      entry('three', 'Three', [`Pell Arden said: “${words}”`], [{ words, by: 'Pell Arden' }]),
    ]);
    const answer = searchStatements(twice, 'tide');
    expect(answer.total).toBe(2);
    expect(answer.hits[0]).toMatchObject({ article: 0, also: [{ article: 1, statement: 0 }] });
  });

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { hits, total } = searchStatements(index, text);
        expect(hits.length).toBeLessThanOrEqual(total);
      }),
    );
  });

  test.each([
    ['100,000 letters', 'a'.repeat(100_000)],
    ['100,000 quotation marks', ' "'.repeat(50_000)],
    ['100,000 minus signs', ' -'.repeat(50_000)],
    ['100,000 initials', 'A.'.repeat(50_000)],
    ['right to left', 'ميناء \u200f"מזח"\u200b'],
    ['a lone surrogate', '"\ud800" charter \udc00'],
    ['specials', '.*+?^$()|{}[]\\/ -[ "("'],
  ])('answers in time: %s', (_name, text) => {
    expect(searchStatements(index, text).hits.length).toBeLessThanOrEqual(20);
  });
});

describe('marking', () => {
  const text = entries[0]?.article.text ?? '';
  const marked = (query: string) =>
    markMatches(text, [0, text.length], searchStatements(index, query).query).map(([start, end]) =>
      text.slice(start, end),
    );

  test('marks every form of a word, whole', () => {
    expect(marked('opposes')).toEqual(['opposes', 'oppose', 'opposition']);
    expect(marked('zarate')).toEqual(['Zárate']);
  });

  test('marks a phrase as one', () => {
    expect(marked('"harbour charter must"')).toContain('harbour charter must');
    expect(marked('"To be or"')).toEqual([]);
  });

  test('marks are whole words in order within the range, whatever is looked for', () => {
    const words = fc.constantFrom('channel', '“We', 'the', 'Okell', '“charter must”', '12', 'ñ', '"', 'crowns');
    fc.assert(
      fc.property(fc.array(words), fc.nat(text.length), fc.nat(text.length), (typed, a, b) => {
        const range = [Math.min(a, b), Math.max(a, b)] as const;
        let at = range[0];
        for (const [start, end] of markMatches(text, range, searchStatements(index, typed.join(' ')).query)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(range[1]);
          at = end;
        }
      }),
    );
  });
});

describe('suggesting', () => {
  test('completes words as the articles print them, the most frequent first', () => {
    expect(suggestWords(index, 'cha')[0]).toBe('charter');
    expect(suggestWords(index, 'zar')).toEqual(['Zárate']);
    expect(suggestWords(index, '')).toEqual([]);
    expect(suggestWords(index, '[')).toEqual([]);
  });
});
