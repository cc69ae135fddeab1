import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseArticle } from '../../src/core/analysed-article.ts';
import type { Archive, ArticlePage } from '../../src/core/archive.ts';
import { type Article, bareArticle } from '../../src/core/article.ts';
import { buildArchive } from '../../src/core/memory-archive.ts';
import { linkArticles } from '../../src/http/article-links.ts';
import { renderArticle } from '../../src/http/article-page.ts';
import { serveArticles } from '../../src/http/articles.ts';
import { type Http, startHttp } from '../../src/http/server.ts';
import { recordingLog } from '../discord/bot.ts';
import { hostileText } from '../discord/hostile.ts';

const harbour = [
  'Harbour to stay',
  'VELMOUTH – The council met on Tuesday & voted.',
  '“The harbour stays open,” said Mara Okell, mayor of Velmouth. “Whatever it costs.”',
  'Okell said that the minister had warned that <b>closing</b> it would cost jobs.',
].join('\n\n');

const attack = [
  '<script>alert(1)</script> & <img src=x onerror=alert(2)>',
  '“<script>alert(3)</script> is all I have to say,” said Mara Okell, </p><style>*{display:none}</style> of Velmouth.',
  `"' onmouseover=alert(4) \`&lt;&amp;lt; <!-- “We stay,” said Tom Arden. --> ]]> </mark></main>`,
].join('\n\n');

function articleOf(id: string, printed: string, given: Partial<Article> = {}): Article {
  const blocks = [...printed.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => [index, index + line.length] as const);
  const [headline = null, ...paragraphs] = blocks;
  const title = headline === null ? id : printed.slice(...headline);
  return bareArticle({ id, title, text: printed, headline, paragraphs, ...given });
}

const archive = buildArchive(
  [
    articleOf('harbour', harbour, { outlet: 'Coast Daily', date: '2021-03-04', author: 'A. <Writer>' }),
    articleOf('attack "1"?#%/é', attack, { url: 'javascript:alert(5)' }),
    articleOf('sourced', harbour, { url: 'https://example.org/a?b=1&c="' }),
  ].map(analyseArticle),
);

/** What a browser makes of the page. */
const read = (page: ArticlePage) => parseHTML(renderArticle(page)).document;

function expectAsPrinted(page: ArticlePage, text: string): void {
  const document = read(page);
  const printed = [...document.querySelectorAll('.printed')].map(({ textContent }) => textContent);
  expect(printed).toEqual(page.paragraphs.map((paragraph) => paragraph.text));
  for (const { key, pieces } of page.statements) {
    const marks = [...document.querySelectorAll('mark')].filter((mark) =>
      (mark.getAttribute('aria-describedby') ?? '').split(' ').includes(`by-${key}`),
    );
    // Between paragraphs there is nothing to mark.
    const shown = pieces.map(([start, end]) => text.slice(start, end)).join('');
    expect(squeeze(marks.map(({ textContent }) => textContent).join(''))).toBe(squeeze(shown));
  }
}
const squeeze = (text: string) => text.replace(/\n+/g, '');

async function pageOf(id: string, from: Archive = archive): Promise<ArticlePage> {
  const page = await from.page(id);
  if (page === null) throw new Error(`no article ${id}`);
  return page;
}

describe('an article’s page', () => {
  it('shows the article as printed, with every statement marked and its speaker beside it', async () => {
    const page = await pageOf('harbour');
    expectAsPrinted(page, harbour);
    const document = read(page);
    expect(document.querySelector('h1')?.textContent).toBe('Harbour to stay');
    expect(document.querySelector('.about')?.textContent).toBe('Coast Daily · by A. <Writer> · 2021-03-04');
    expect(document.querySelector('#p-2 .who')?.textContent).toContain('Mara Okell, mayor of Velmouth · said');
  });

  it('has an anchor for each statement and each paragraph', async () => {
    const page = await pageOf('harbour');
    const document = read(page);
    expect(page.statements.length).toBeGreaterThan(1);
    for (const { key } of page.statements) expect(document.querySelectorAll(`[id="s-${key}"]`)).toHaveLength(1);
    for (const { paragraph } of page.paragraphs) expect(document.querySelector(`#p-${paragraph}`)).not.toBeNull();
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of an article full of <script> shows it as text', async () => {
    const page = await pageOf('attack "1"?#%/é');
    expectAsPrinted(page, attack);
    const document = read(page);
    expect(document.querySelectorAll('script, img, iframe, form, link')).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(1);
    expect(document.querySelectorAll('[onerror], [onmouseover]')).toHaveLength(0);
  });

  it('links to its source only by the web', async () => {
    expect(read(await pageOf('attack "1"?#%/é')).querySelectorAll('.about a')).toHaveLength(0);
    expect(
      read(await pageOf('sourced'))
        .querySelector('.about a')
        ?.getAttribute('href'),
    ).toBe('https://example.org/a?b=1&c="');
  });

  it('is as printed whatever the article holds', async () => {
    const words = fc.constantFrom('“', '”', ' said Mara Okell. ', 'He said that ', '\n\n', '\r');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(hostileText, words), { maxLength: 12 }), async (parts) => {
        // Neither half a character nor NUL can stand in a page of any kind.
        const text = parts.join('').replace(/[\uD800-\uDFFF\0]/g, '');
        const page = await pageOf('any', buildArchive([analyseArticle(articleOf('any', text))]));
        expectAsPrinted(page, text);
      }),
      { numRuns: 150 },
    );
  });

  it('takes time in proportion to its length', async () => {
    const long = `Head\n\n${'“We stay,” said Mara Okell. '.repeat(4_000)}`;
    const page = await pageOf('long', buildArchive([analyseArticle(articleOf('long', long))]));
    expect(page.statements.length).toBeGreaterThan(1_000);
    expect(read(page).querySelector('#p-1 .printed')?.textContent).toBe(page.paragraphs[1]?.text);
  });
});

describe('GET /articles/:id', () => {
  let http: Http;
  let current: Archive | undefined = archive;
  beforeAll(async () => {
    http = await startHttp({
      host: '127.0.0.1',
      port: 0,
      log: recordingLog(),
      metrics: async () => ({ type: 'text/plain', text: '' }),
      readiness: () => ({}),
      routes: [serveArticles(() => current)],
    });
  });
  afterAll(() => http.stop());

  it('shows an article, and lets the page do nothing', async () => {
    const response = await fetch(`${http.address}/articles/harbour`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toContain('The harbour stays open');
  });

  it('knows no other article, wherever the path leads', async () => {
    for (const path of ['other', '..%2f..%2fpackage.json', '..%2Fharbour', '__proto__', '%00', 'x'.repeat(900)]) {
      expect((await fetch(`${http.address}/articles/${path}`)).status).toBe(404);
    }
    expect((await fetch(`${http.address}/articles/%ff`)).status).toBe(400);
  });

  it('is where the link of an article leads that has no address of its own', async () => {
    const linked = linkArticles(archive, http.address);
    const { quotations } = await linked.quote({ text: 'is all I have to say' });
    expect(quotations[0]?.article.url).toBe('javascript:alert(5)');
    const found = (await linked.quote({ text: 'harbour stays open' })).quotations;
    const own = found.find(({ article }) => article.id === 'harbour');
    expect(own?.article.url).toBe(`${http.address}/articles/harbour#s-${own?.key}`);
    expect((await fetch(own?.article.url ?? '')).status).toBe(200);
    const context = await linked.context(own?.key ?? '');
    expect(context?.quotation.article.url).toBe(own?.article.url);
    const { passages } = await linked.ask({ question: 'When did the council meet?' });
    expect(passages.find(({ article }) => article.id === 'harbour')?.article.url).toMatch(/\/articles\/harbour#p-\d$/);
    expect((await linked.article('harbour')).article?.url).toBe(`${http.address}/articles/harbour`);
    expect((await linked.page('harbour'))?.article.url).toBeNull();
    expect(linked.version).toBe(archive.version);
  });

  it('finds an article by whatever its id is', async () => {
    const odd = buildArchive([analyseArticle(articleOf('a "1"?#%/é <b>', harbour))]);
    const { quotations } = await linkArticles(odd, http.address).quote({ text: 'harbour stays open' });
    current = odd;
    expect((await fetch(quotations[0]?.article.url ?? '')).status).toBe(200);
    current = undefined;
    expect((await fetch(quotations[0]?.article.url ?? '')).status).toBe(503);
    current = archive;
  });
});
