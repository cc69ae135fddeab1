import { describe, expect, it } from 'vitest';
import { readFileContent } from '../../src/articles/file-content.ts';

const read = (html: string, name = 'a.html') => readFileContent(name, Buffer.from(html));

const paragraphs = [
  'VELMOUTH (VNA) — The harbour at Velmouth will <b>close</b> in June, said <a href="/okell">Mara Okell</a>, the mayor, on Friday.',
  '&ldquo;We must act before the storms,&rdquo; she said. <q>Nobody wants this</q>, said Dray, and AT&amp;T agreed.',
  'The works will take two years, said the harbour master, Ivo Brandt.<br>He asked for patience, and for money.',
];
const words = [
  'VELMOUTH (VNA) — The harbour at Velmouth will close in June, said Mara Okell, the mayor, on Friday.',
  '“We must act before the storms,” she said. “Nobody wants this”, said Dray, and AT&T agreed.',
  'The works will take two years, said the harbour master, Ivo Brandt.\nHe asked for patience, and for money.',
];

function page(
  head: string,
  body = `<h1>Harbour to close</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}`,
) {
  return `<!DOCTYPE html><html lang="en"><head><title>Harbour to close | The Velmouth Courier</title>${head}
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<div class="cookie-banner">We use cookies. Do you agree?</div>
<main><article>${body}
<script>document.write("<p>never this</p>")</script><p hidden>Nobody sees this, said nobody.</p></article></main>
<aside class="related"><h2>Read more</h2><ul><li><a href="/b">Another story</a></li></ul></aside>
<footer>© The Velmouth Courier</footer></body></html>`;
}

const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('HTML', () => {
  it('finds the main text as a reader view does, and nothing around it', async () => {
    const { articles, problems } = await read(page(''), 'wire/a.html');
    expect(problems).toEqual([]);
    const text = ['Harbour to close', ...words].join('\n\n');
    expect(articles[0]).toMatchObject({
      id: 'wire~a',
      title: 'Harbour to close',
      outlet: 'VNA',
      date: null,
      author: null,
      url: null,
      collection: 'wire',
      text,
      headline: [0, 16],
    });
    expect(articles[0]?.paragraphs.map((range) => text.slice(...range)).join('\n')).toBe(words.join('\n'));
  });

  it('maps linked data, a graph with references too', async () => {
    const { articles } = await read(
      page(
        linked({
          '@graph': [
            { '@type': 'NewsMediaOrganization', '@id': '#us', name: 'The Velmouth Courier' },
            { '@type': 'WebPage', name: 'Page' },
            {
              '@type': ['NewsArticle'],
              headline: 'Harbour to close &amp; reopen',
              publisher: { '@id': '#us' },
              author: [{ '@type': 'Person', name: 'Ana Dray' }, 'Bo Stenn'],
              datePublished: '2026-01-05T23:30:00-05:00',
              mainEntityOfPage: { '@id': 'https://courier.example/linked' },
              keywords: 'harbour, storms',
            },
          ],
        }),
        `${paragraphs.map((text) => `<p>${text}</p>`).join('')}`,
      ),
    );
    expect(articles[0]).toMatchObject({
      title: 'Harbour to close & reopen',
      outlet: 'The Velmouth Courier',
      author: 'Ana Dray, Bo Stenn',
      date: '2026-01-05',
      url: 'https://courier.example/linked',
      tags: ['harbour', 'storms'],
    });
  });

  it('maps Open Graph and meta tags, and the canonical address', async () => {
    const { articles } = await read(
      page(`<meta property="og:site_name" content="The Velmouth Courier"><meta name="author" content="By Ana Dray">
        <meta property="og:url" content="https://courier.example/og"><link rel="canonical" href="https://courier.example/c">
        <meta property="article:published_time" content="2026-01-05T01:00:00Z"><meta property="article:tag" content="Harbour">
        <script type="application/ld+json">{ broken</script>`),
    );
    expect(articles[0]).toMatchObject({
      title: 'Harbour to close',
      outlet: 'The Velmouth Courier',
      author: 'Ana Dray',
      date: '2026-01-05',
      url: 'https://courier.example/c',
      tags: ['Harbour'],
    });
  });

  it('knows where a browser saved the page from, and dates it by its name when nothing else does', async () => {
    const saved = `<!-- saved from url=(0026)https://courier.example/s -->${page('')}`;
    const { articles } = await read(saved, '2026-01-05-a.htm');
    expect(articles[0]).toMatchObject({ url: 'https://courier.example/s', date: '2026-01-05' });
  });

  it('takes the words from linked data when the page shows none', async () => {
    const { articles } = await read(
      `<html><head>${linked({ '@type': 'NewsArticle', headline: 'Harbour to close', articleBody: words.join('\n\n') })}</head><body><div id="app"></div></body></html>`,
    );
    expect(articles[0]?.text).toBe(['Harbour to close', ...words].join('\n\n'));
  });

  it('reports a page that was cut off, and reads what is there', async () => {
    const { articles, problems } = await read(page('').replace(/<aside[\s\S]*/, ''));
    expect(articles).toHaveLength(1);
    expect(problems).toEqual([{ file: 'a.html', reason: 'the page has no </html>: it may be cut off before its end' }]);
  });

  it.each([
    ['<html><body><nav><a href="/">Home</a></nav></body></html>', 'no article is found in the page'],
    ['<div>'.repeat(300_000), 'it cannot be made out (its elements are nested more than 100 deep)'],
    [`<p>${'a<br>'.repeat(9000)}</p>`, 'it cannot be made out (the page has more than 8,000 elements)'],
  ])('says what is wrong with %.40s', async (html, reason) => {
    const { articles, problems } = await read(html);
    expect(articles).toEqual([]);
    expect(problems).toEqual([{ file: 'a.html', reason }]);
  });

  it('is not broken by a page of nothing but character references or marks', async () => {
    for (const mark of ['&amp;', '&nbsp;x', '<', '&lt;b&gt;']) {
      await read(mark.repeat(100_000));
    }
    expect((await read('<p>Prices &lt; 5&nbsp;&amp; more &amp;amp; so, said Okell.</p>')).articles[0]?.text).toBe(
      'Prices < 5\u00a0& more &amp; so, said Okell.',
    );
  });
});
