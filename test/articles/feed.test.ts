import { describe, expect, it } from 'vitest';
import { readFileContent } from '../../src/articles/file-content.ts';

const read = (xml: string, name = 'a.xml') => readFileContent(name, Buffer.from(xml));
const rss = (...items: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>The Velmouth Courier</title><link>https://courier.example</link>\n${items.join('\n')}\n</channel></rss>`;
const full = '<p>VELMOUTH — The harbour will close.</p><p>&ldquo;We must,&rdquo; said <b>Mara Okell</b>.</p>';
const encoded = `<content:encoded><![CDATA[${full}]]></content:encoded>`;

describe('RSS', () => {
  it('maps every field of an item', async () => {
    const { articles, problems } = await read(
      rss(
        `<item><title>Harbour &amp;amp; storms</title><link>https://courier.example/h</link><guid isPermaLink="false">h1</guid>
         <pubDate>Mon, 05 Jan 2026 23:30:00 -0500</pubDate><dc:creator>Ana Dray</dc:creator>
         <category>Harbour</category><category>Storms</category><description>The harbour …</description>${encoded}</item>`,
      ),
      'wire/a.rss',
    );
    expect(problems).toEqual([]);
    const text = 'Harbour & storms\n\nVELMOUTH — The harbour will close.\n\n“We must,” said Mara Okell.';
    expect(articles).toEqual([
      {
        id: expect.stringMatching(/^wire~a-[\w-]{12}$/),
        title: 'Harbour & storms',
        outlet: 'The Velmouth Courier',
        date: '2026-01-05',
        author: 'Ana Dray',
        url: 'https://courier.example/h',
        collection: 'wire',
        tags: ['Harbour', 'Storms'],
        text,
        headline: [0, 16],
        paragraphs: [
          [18, 52],
          [54, 81],
        ],
        dateline: [18, 29],
      },
    ]);
  });

  it('keeps the ids of older items when newer ones come before them', async () => {
    const old = `<item><title>Old</title><guid>https://courier.example/old</guid>${encoded}</item>`;
    const fresh = `<item><title>New</title><guid>https://courier.example/new</guid>${encoded}</item>`;
    const before = (await read(rss(old))).articles[0];
    const after = (await read(rss(fresh, old))).articles[1];
    expect(after).toEqual(before);
    expect(before?.url).toBe('https://courier.example/old');
  });

  it('takes a description for the text only when it is one, and reports a summary by its line', async () => {
    const { articles, problems } = await read(
      rss(
        `<item><title>Long</title><author>desk@courier.example (Ana Dray)</author><description>${full.replaceAll('<', '&lt;').replaceAll('&ldquo;', '“').replaceAll('&rdquo;', '”')}</description></item>`,
        '<item><title>Short</title><description>The harbour will close.</description></item>',
        `<item><title>Cut</title><description>${'The harbour will close. '.repeat(40)} Read more</description></item>`,
        '<item><title>Bare</title></item>',
      ),
    );
    expect(articles.map(({ title, author }) => [title, author])).toEqual([['Long', 'Ana Dray']]);
    expect(problems).toEqual([
      { file: 'a.xml:4', reason: 'the item “Short” carries only a summary, not its full text' },
      { file: 'a.xml:5', reason: 'the item “Cut” carries only a summary, not its full text' },
      { file: 'a.xml:6', reason: 'the item “Bare” carries no text' },
    ]);
  });

  it('reads plain text and elements in a description', async () => {
    const { articles } = await read(
      rss(
        '<item><title>Plain</title><description>The harbour will close.\n\n“We must,” said Okell &amp;amp; Dray.</description></item>',
        '<item><title>Loose</title><description><p>The harbour will close.</p><p>So be it.</p></description></item>',
      ),
    );
    expect(articles.map(({ text }) => text)).toEqual([
      'Plain\n\nThe harbour will close.\n\n“We must,” said Okell & Dray.',
      'Loose\n\nThe harbour will close.\n\nSo be it.',
    ]);
  });

  it('reads the good items of a file that is cut off, and reports the last', async () => {
    const whole = rss(`<item><title>Good</title>${encoded}</item>`, `<item><title>Cut</title>${encoded}</item>`);
    const { articles, problems } = await read(whole.slice(0, whole.lastIndexOf('<b>')));
    expect(articles.map(({ title }) => title)).toEqual(['Good']);
    expect(problems).toEqual([
      { file: 'a.xml:4', reason: 'the item “Cut” is damaged or cut off: <content:encoded> is not closed' },
      { file: 'a.xml', reason: 'the XML is damaged or cut off: <content:encoded> is not closed' },
    ]);
  });

  it.each([
    ['<urlset><url>x</url></urlset>', 'it is XML, but neither RSS nor Atom'],
    ['He said', 'it is not XML'],
    ['<rss><channel><title>x</title></channel></rss>', 'the feed holds no items'],
    [
      `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${rss(`<item><title>&b;</title>${encoded}</item>`)}`,
      'it declares entities of its own, which are not expanded',
    ],
    [
      `<!DOCTYPE rss [<!ENTITY a SYSTEM "other.txt">]>${rss(`<item><title>&a;</title>${encoded}</item>`)}`,
      'it declares entities of its own, which are not expanded',
    ],
    [`<rss>${'<a>'.repeat(100_000)}`, 'it cannot be made out (its elements are nested more than 100 deep)'],
  ])('says what is wrong with %.40s', async (xml, reason) => {
    const { articles, problems } = await read(xml);
    expect(articles).toEqual([]);
    expect(problems).toEqual([{ file: 'a.xml', reason }]);
  });

  it('reads RSS 1.0', async () => {
    const { articles } = await read(
      `<rdf:RDF><channel><title>Courier</title></channel><item rdf:about="x"><title>T</title><dc:date>2026-01-05</dc:date>${encoded}</item></rdf:RDF>`,
    );
    expect(articles[0]).toMatchObject({ title: 'T', outlet: 'Courier', date: '2026-01-05' });
  });
});

describe('Atom', () => {
  const atom = (...entries: string[]) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Velmouth Courier</title>${entries.join('')}</feed>`;
  const head =
    '<title>Harbour</title><id>urn:h</id><link rel="self" href="https://courier.example/self"/><link href="https://courier.example/h"/><published>2026-01-05T01:00:00Z</published><updated>2026-02-01T00:00:00Z</updated><author><name>Ana Dray</name><email>a@x</email></author><category term="sea"/>';
  const text = 'Harbour\n\nThe harbour will close.\n\n“We must,” said Mara Okell.';

  it.each([
    [
      'html',
      '<content type="html">&lt;p&gt;The harbour will close.&lt;/p&gt;&lt;p&gt;“We must,” said Mara Okell.&lt;/p&gt;</content>',
    ],
    [
      'xhtml',
      '<content type="xhtml"><div xmlns="x"><p>The harbour<br/> will close.</p><p>“We must,” said <b>Mara Okell</b>.</p></div></content>',
    ],
    ['text', '<content>The harbour will close.\n\n“We must,” said Mara Okell.</content>'],
  ])('maps every field, the content as %s', async (_kind, content) => {
    const { articles, problems } = await read(atom(`<entry>${head}${content}</entry>`), 'a.atom');
    expect(problems).toEqual([]);
    expect(articles[0]).toMatchObject({
      title: 'Harbour',
      outlet: 'The Velmouth Courier',
      date: '2026-01-05',
      author: 'Ana Dray',
      url: 'https://courier.example/h',
      tags: ['sea'],
    });
    expect(articles[0]?.text.replace('harbour\nwill', 'harbour will')).toBe(text);
  });

  it('reports an entry whose content is elsewhere', async () => {
    const { problems } = await read(atom(`<entry>${head}<content src="https://x.example" type="text/html"/></entry>`));
    expect(problems[0]?.reason).toBe('the item “Harbour” carries no text');
  });
});
