import { describe, expect, it } from 'vitest';
import { readFileContent } from '../../src/articles/file-content.ts';

const read = (name: string, text: string) => readFileContent(name, Buffer.from(text));
const story = { text: 'Harbour to close\n\n“We must,” said Mara Okell.' };

describe('JSON', () => {
  it('maps every field of one article', async () => {
    const { articles, problems } = await read(
      'wire/harbour.json',
      JSON.stringify({
        id: 'h/1',
        title: ' Harbour to close ',
        outlet: 'The Velmouth Courier',
        date: '2026-01-05T23:30:00-05:00',
        author: ['Ana Dray', 'Bo Stenn'],
        url: 'https://courier.example/h',
        tags: ['harbour'],
        mood: 'ignored',
        ...story,
      }),
    );
    expect(problems).toEqual([]);
    expect(articles).toEqual([
      {
        id: 'h~1',
        title: 'Harbour to close',
        outlet: 'The Velmouth Courier',
        date: '2026-01-05',
        author: 'Ana Dray, Bo Stenn',
        url: 'https://courier.example/h',
        collection: 'wire',
        tags: ['harbour'],
        text: story.text,
        headline: [0, 16],
        paragraphs: [[18, 45]],
        dateline: null,
      },
    ]);
  });

  it('takes id and date of one article from the file name, and blank and null as absent', async () => {
    const { articles } = await read(
      '2026-01-05-harbour.json',
      JSON.stringify({ ...story, title: '', outlet: null, date: '', url: ' ', author: 5 }),
    );
    expect(articles[0]).toMatchObject({
      id: '2026-01-05-harbour',
      title: 'Harbour to close',
      outlet: null,
      date: '2026-01-05',
      author: null,
      url: null,
    });
  });

  it('reads an array, each entry for itself', async () => {
    const { articles, places, problems } = await read(
      '2026-01-05-day.json',
      JSON.stringify([{ ...story, id: 7 }, story, 5, { title: 'No text' }, { ...story, url: 'javascript:1' }]),
    );
    expect(articles.map(({ id, date }) => [id, date])).toEqual([
      ['7', null],
      ['2026-01-05-day-2', null],
    ]);
    expect(places).toEqual(['2026-01-05-day.json:1', '2026-01-05-day.json:2']);
    expect(problems).toEqual([
      { file: '2026-01-05-day.json:3', reason: 'expected an object' },
      { file: '2026-01-05-day.json:4', reason: 'text: is missing' },
      { file: '2026-01-05-day.json:5', reason: 'url: expected an address that begins with https:// or http://' },
    ]);
  });

  it('reads lines in a .json file, and one value over several lines in a .jsonl file', async () => {
    const lines = `${JSON.stringify(story)}\n${JSON.stringify(story)}\n`;
    expect((await read('a.json', lines)).articles.map(({ id }) => id)).toEqual(['a-1', 'a-2']);
    expect((await read('a.jsonl', JSON.stringify([story, story], null, 2))).articles).toHaveLength(2);
    expect((await read('a.ndjson', JSON.stringify(story, null, 2))).articles).toHaveLength(1);
  });

  it.each([
    ['{"text": "He said', 'it is not JSON: it stops before its end'],
    ['{"text": oops}', 'it is not JSON: there is a fault in it'],
    ['He said', 'it is not JSON'],
    ['[]', 'the list is empty'],
    ['{"text": "A.", "id": 1, "text": "B."}', 'the key “text” stands twice'],
    ['{"text": "A.", "te\\u0078t": "B."}', 'the key “text” stands twice'],
    ['{"text": " "}', 'text: is empty'],
    ['{"text": 5}', 'text: expected text'],
    ['{"text": "A.", "date": "5 May"}', 'date: expected a date like 2026-01-31'],
    ['{"text": "A.", "date": "2026-02-30"}', 'date: is not a day of the calendar'],
    ['{"text": "A\\u0000."}', 'the text holds NUL characters'],
    ['{"text": "A\\ud800."}', 'the text holds half a character (an unpaired surrogate)'],
    [`{"text": "${'x'.repeat(200_001)}"}`, 'it holds a line of more than 200,000 characters'],
    [`{"text": "${'x\\n'.repeat(600_000)}"}`, 'the text is longer than 1 million characters'],
    ['null', 'expected an object'],
    ['['.repeat(200_000) + ']'.repeat(200_000), 'expected an object'],
  ])('says what is wrong with %.60s', async (text, reason) => {
    const { articles, problems } = await read('a.json', text);
    expect(articles).toEqual([]);
    expect(problems.map((problem) => problem.reason)).toEqual([reason]);
  });

  it('finds a repeated key in the record that has it, not in others nor further down', async () => {
    const { articles, problems } = await read(
      'a.json',
      '[{"text": "A \\"b\\", c: {d}."}, {"text": "A.", "x": {"y": 1, "y": 2}}, {"id": 1, "text": "A.", "id": 2}]',
    );
    expect(articles).toHaveLength(2);
    expect(problems).toEqual([{ file: 'a.json:3', reason: 'the key “id” stands twice' }]);
  });

  it('counts the faults of a file that has no end of them', async () => {
    const { problems } = await read('a.jsonl', 'x\n'.repeat(100_000));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toEqual({ file: 'a.jsonl', reason: '99950 more of its entries cannot be read' });
  });
});
