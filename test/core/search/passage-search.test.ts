import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { searchPassages } from '../../../src/core/search/passage-search.ts';
import { buildSearchIndex } from '../../../src/core/search/search-index.ts';
import { TermIndex } from '../../../src/core/search/term-index.ts';
import { entry, harbourArchive } from './harbour-archive.ts';

const entries = [
  ...harbourArchive(),
  // Other news, so that some words are rarer than others.
  ...['Market', 'School', 'Weather', 'Theatre'].map((title, at) =>
    entry(title.toLowerCase(), `${title} notes`, [
      `The ${title.toLowerCase()} in the valley opened on Monday. Visitors from ${['Arlow', 'Bremmel', 'Corran', 'Dunmere'][at]} came early.`,
      `It will close again in ${['June', 'July', 'August', 'October'][at]}. ${at + 3} people were turned away.`,
    ]),
  ),
];
const index = buildSearchIndex(entries);

function best(question: string): string {
  const [passage] = searchPassages(index, question).passages;
  return passage === undefined ? '' : (entries[passage.article]?.article.text.slice(passage.start, passage.end) ?? '');
}

describe('finding the passage that answers', () => {
  test.each([
    ['Who signed the harbour charter?', 'Queen Isolde'],
    ['When was the charter signed?', '1821'],
    ['How much did the port authority spend on surveys?', '12 million crowns'],
    ['Who leads the seamen’s union?', 'Tomas Brandt'],
    ['What does the charter forbid on the Sallow?', 'tolls'],
  ])('%s', (question, answer) => {
    expect(searchPassages(index, question).answered).toBe(true);
    expect(best(question)).toContain(answer);
  });

  test.each([
    'Who won the boat race in Arlow?',
    'How many lighthouses has the island of Tarn?',
    'What do you think of music?',
  ])('abstains where no article answers: %s', (question) => {
    expect(searchPassages(index, question).answered).toBe(false);
  });

  test.each([
    'When did the port authority spend crowns on surveys?',
    'How many tolls does the harbour charter forbid?',
    'How much do the owners of the line offer the seamen’s union?',
  ])('abstains where the words stand and nothing of the asked-for kind does: %s', (question) => {
    const untyped = buildSearchIndex([
      ...entries.slice(3),
      entry('surveys', 'Surveys of the harbour', [
        'The port authority had to spend crowns on harbour surveys with Zárate of Velmouth.',
      ]),
      entry('tolls', 'The charter', ['The harbour charter will forbid tolls on the Sallow for the crews of Velmouth.']),
      entry('letter', 'The letter', [
        'The owners of the line refuse to negotiate with the seamen’s union, and said so in a letter.',
      ]),
    ]);
    expect(searchPassages(untyped, question).answered).toBe(false);
  });

  test.each([
    ['one paragraph', ['Why did the ferry quay of Tarn close? Its piles had rotted. Nobody was hurt.']],
    ['a paragraph each', ['Why did the ferry quay of Tarn close?', 'Its piles had rotted. Nobody was hurt.']],
    ['two questions', ['Did the ferry quay of Tarn close? Why?', 'Its piles had rotted. Nobody was hurt.']],
  ])('a printed question is not the answer: %s', (_layout, paragraphs) => {
    const asked = entry('quay', 'Questions and answers', paragraphs);
    const [passage] = searchPassages(
      buildSearchIndex([...entries, asked]),
      'Why did the ferry quay of Tarn close?',
    ).passages;
    expect(passage?.article).toBe(entries.length);
    expect(asked.article.text.slice(...(passage?.sentence ?? [0, 0]))).toBe('Its piles had rotted.');
  });

  test('forgives a typing error and says so', () => {
    const answer = searchPassages(index, 'When was the chartre of the harbour signed?');
    expect(answer.corrections).toEqual([{ typed: 'chartre', shown: 'charter' }]);
    expect(best('When was the chartre of the harbour signed?')).toContain('1821');
  });

  test('marks and minus signs are ordinary text in a question', () => {
    expect(best('When was "the harbour" -charter signed?')).toContain('1821');
  });

  test('a passage is one to three whole sentences of one paragraph, the best first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('charter', 'harbour', 'strike', 'people', 'Okell', 'June', 'who', 'the'), {
          maxLength: 6,
        }),
        (words) => {
          const { passages } = searchPassages(index, words.join(' '));
          let above = 1;
          for (const { article, start, end, paragraph, sentence, score } of passages) {
            expect(score).toBeLessThanOrEqual(above);
            above = score;
            const held = entries[article];
            const sentences = held?.sentences.filter((one) => one.start >= start && one.end <= end) ?? [];
            expect(sentences.length).toBeGreaterThanOrEqual(1);
            expect(sentences.length).toBeLessThanOrEqual(3);
            expect([sentences[0]?.start, sentences.at(-1)?.end]).toEqual([start, end]);
            expect(sentences.some((one) => one.start === sentence[0] && one.end === sentence[1])).toBe(true);
            const [from, to] = held?.article.paragraphs[paragraph] ?? [0, 0];
            expect(from <= start && end <= to).toBe(true);
          }
        },
      ),
    );
  });

  test('of one article at most three passages while others match', () => {
    const long = entry(
      'long',
      'Tolls',
      Array.from(
        { length: 9 },
        (_, at) =>
          `The toll of lock ${at} is ${at} crowns. ${'It stands by the water, and the keeper lives near it with a dog. '.repeat(6)}`,
      ),
    );
    const other = entry('other', 'A toll', ['The toll is paid. Nobody minds it.']);
    const { passages } = searchPassages(buildSearchIndex([long, other]), 'What is the toll?');
    expect(passages.length).toBeGreaterThan(4);
    expect(passages.slice(0, 4).filter(({ article }) => article === 0)).toHaveLength(3);
  });

  test.each([
    '',
    '   ',
    '?!',
    'who is the',
    '\ud800',
    'ميناء؟',
    '\u200b\u200d',
    '.*+?^$()|[]',
    'where '.repeat(20_000),
    'x'.repeat(100_000),
  ])('answers honestly to what is no question: %.20s', (question) => {
    const answer = searchPassages(index, question);
    expect(answer.answered).toBe(false);
  });

  test('an empty archive answers nothing', () => {
    expect(searchPassages(buildSearchIndex([]), 'Who signed it?')).toMatchObject({
      answered: false,
      passages: [],
      total: 0,
    });
  });
});

test('MiniSearch keeps its terms where `TermIndex` reads them', () => {
  const terms = new TermIndex();
  terms.add({ id: 0, stems: 'harbour charter charter' });
  terms.add({ id: 1, stems: 'charter' });
  expect([...terms.postings('charter')]).toEqual([
    [0, 2],
    [1, 1],
  ]);
  expect(terms.postings('tide').size).toBe(0);
  expect(terms.postings('').size).toBe(0);
  expect(terms).toBeInstanceOf(MiniSearch);
  expect(terms.search('harbour').map(({ id }) => id)).toEqual([0]);
});
