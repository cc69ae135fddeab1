import { describe, expect, it } from 'vitest';
import { readFileContent } from '../../src/articles/file-content.ts';

const read = (text: string, name = 'a.md') => readFileContent(name, Buffer.from(text));
const shown = async (text: string) => (await read(text)).articles[0]?.text;

describe('Markdown', () => {
  it('maps every field of the front matter', async () => {
    const { articles, problems } = await read(
      [
        '---',
        'title: "Harbour: to close"',
        'outlet: The Velmouth Courier',
        'date: 2026-01-05',
        'author: [Ana Dray, Bo Stenn]',
        'url: https://courier.example/h',
        'tags: [harbour, 2026]',
        'mood: ignored',
        '---',
        '',
        'VELMOUTH — **“We must,”** said Mara Okell.',
      ].join('\r\n'),
      'wire/sea/a.md',
    );
    expect(problems).toEqual([]);
    const [article] = articles;
    expect(article).toMatchObject({
      id: 'wire~sea~a',
      title: 'Harbour: to close',
      outlet: 'The Velmouth Courier',
      date: '2026-01-05',
      author: 'Ana Dray, Bo Stenn',
      url: 'https://courier.example/h',
      collection: 'wire',
      tags: ['harbour', '2026'],
      text: 'Harbour: to close\n\nVELMOUTH — “We must,” said Mara Okell.',
      headline: [0, 17],
      paragraphs: [[19, 57]],
      dateline: [19, 30],
    });
  });

  it('takes marks away and leaves the print', async () => {
    expect(
      await shown(
        [
          '**Velmouth** will close its [harbour](https://x.example "t") in *June*,',
          'the council said.\\* `No` ~~doubt~~ &ldquo;we&rdquo; AT&amp;T <b>bold</b> 2 * 3 * 4',
          '',
          '> “Never,” she said.  ',
          '> A line of its own.',
          '',
          '- one',
          '- two',
          '',
          '![a picture](x.png)',
          '',
          '```',
          'kept   as it is',
          '```',
          '<!-- a note -->',
          '',
          '| Party | Seats |',
          '|---|---|',
          '| Reds | 5 |',
          '',
          'https://x.example -- stays...',
        ].join('\n'),
      ),
    ).toBe(
      [
        'Velmouth will close its harbour in June, the council said.* No doubt “we” AT&T bold 2 * 3 * 4',
        '“Never,” she said.\nA line of its own.',
        'one',
        'two',
        'kept as it is',
        'Party\tSeats',
        'Reds\t5',
        'https://x.example -- stays...',
      ].join('\n\n'),
    );
  });

  it('takes the first heading as the headline, whatever the front matter calls it', async () => {
    const body = '# Harbour to *close*\n\nVelmouth will close it.';
    expect((await read(body)).articles[0]).toMatchObject({ title: 'Harbour to close', headline: [0, 16] });
    expect((await read(`---\ntitle: The end of a harbour\n---\n${body}`)).articles[0]).toMatchObject({
      title: 'The end of a harbour',
      headline: [0, 16],
      text: 'Harbour to close\n\nVelmouth will close it.',
    });
  });

  it('reads a date from the front matter, else the text, else the file name', async () => {
    expect((await read('---\ndate: January 6, 2026\n---\nA.', '2026-01-05-a.md')).articles[0]?.date).toBe('2026-01-06');
    expect((await read('# T\n\nJanuary 7, 2026\n\nIt closed.', '2026-01-05-a.md')).articles[0]?.date).toBe(
      '2026-01-07',
    );
    expect((await read('It closed.', '2026-01-05-a.md')).articles[0]?.date).toBe('2026-01-05');
    expect((await read('It closed.')).articles[0]?.date).toBeNull();
  });

  it('takes three hyphens without a field for a rule', async () => {
    expect(await shown('---\n\nA rule stood first.\n\n---\n\nAnd last.')).toBe('A rule stood first.\n\nAnd last.');
  });

  it.each([
    ['---\ntitle: [x\n---\nBody.', 'the front matter is not YAML (line 3 of the file)'],
    ['---\ntitle: x\ntitle: y\n---\nBody.', 'a key of the front matter stands twice (line 3 of the file)'],
    ['---\ntitle: x\n\nBody.', 'the front matter has no end: a line of three hyphens closes it'],
    [
      `---\ntitle: x\n${'a: b\n'.repeat(9000)}---\nBody.`,
      'the front matter is longer than 32 KiB: a line of three hyphens closes it',
    ],
    ['---\n- a\n---\nBody.', 'the front matter does not fit: expected an object'],
    ['---\ntitle: {a: b}\n---\nBody.', 'the front matter does not fit: title: expected text'],
    ['---\ndate: next week\n---\nBody.', 'the front matter does not fit: date: expected a date like 2026-01-31'],
    [
      '---\nurl: ftp://x\n---\nBody.',
      'the front matter does not fit: url: expected an address that begins with https:// or http://',
    ],
    [
      `---\na: &a [1,1,1,1,1]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]\n---\nBody.`,
      'the front matter cannot be made out: it is nested too deep or its aliases have no end',
    ],
    ['---\ntitle: x\n---\n<!-- nothing -->\n', 'there is no text in it'],
    [`${'>'.repeat(5000)} deep`, 'its Markdown is nested more than 100 deep'],
  ])('says what is wrong with %.40s', async (text, reason) => {
    const { articles, problems } = await read(text);
    expect(articles).toEqual([]);
    expect(problems).toEqual([{ file: 'a.md', reason }]);
  });
});
