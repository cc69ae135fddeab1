import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseArticle } from '../../src/core/analysed-article.ts';
import type { ArticlePage } from '../../src/core/archive.ts';
import { bareArticle } from '../../src/core/article.ts';
import { readLayout } from '../../src/core/layout.ts';
import { buildArchive } from '../../src/core/memory-archive.ts';
import { serveArticles } from '../../src/http/articles.ts';
import { type Http, startHttp } from '../../src/http/server.ts';
import { recordingLog } from '../discord/bot.ts';

/** An article's page as a browser shows it. Only where there is a Chromium: nothing is fetched for this. */
const browserPath = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']
  .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  .find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const texts: Readonly<Record<string, string>> = {
  harbour: [
    'Harbour to stay',
    'VELMOUTH – The council met on Tuesday & voted.',
    '“The harbour stays open,” said Mara Okell, mayor of Velmouth. “Whatever it costs.”',
    'Okell said that the minister had warned that closing it would cost jobs. “We stay,”  said Tom Arden.',
    `“${'Longer than any screen is wide: '}${'x'.repeat(300)},” said Mara Okell.`,
  ].join('\n\n'),
  attack: [
    '<script>document.title = "taken"</script> & <img src=x onerror="document.title = `taken`">',
    '“<script>document.title = "taken"</script> is all I have to say,” said Mara Okell, </p><style>*{display:none}</style>.',
    `"' onmouseover=alert(4) \`&lt;&amp;lt; <!-- “We stay,” said Tom Arden. --> ]]> </mark></main><a href="/">`,
  ].join('\n\n'),
  right: 'נמל\n\n“הנמל נשאר פתוח” said Mara Okell, the mayor of Velmouth, and “it stays”.',
};

const archive = buildArchive(
  Object.entries(texts).map(([id, text]) => {
    const layout = readLayout(text);
    const title = layout.headline === null ? id : text.slice(...layout.headline);
    return analyseArticle(bareArticle({ ...layout, id, title, text }));
  }),
);

describe.skipIf(browserPath === undefined)('an article’s page in a browser', () => {
  let http: Http;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const metrics = async () => ({ type: '', text: '' });
    const routes = [serveArticles(() => archive)];
    http = await startHttp({
      ...{ host: '127.0.0.1', port: 0, log: recordingLog(), metrics, readiness: () => ({}), routes },
    });
    browser = await chromium.launch(browserPath === undefined ? {} : { executablePath: browserPath });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await http?.stop();
  });

  const open = (id: string) => page.goto(`${http.address}/articles/${id}`);

  async function printedOf(id: string): Promise<ArticlePage> {
    const printed = await archive.page(id);
    if (printed === null) throw new Error(`no article ${id}`);
    return printed;
  }

  /** The texts of what a selector finds. They are asked for as text, since this project knows no browser's types. */
  const textsOf = (selector: string): Promise<string[]> =>
    page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.textContent)`);

  it.each(Object.keys(texts))('of “%s” prints what was printed, and marks each statement’s words', async (id) => {
    await open(id);
    const { paragraphs, statements } = await printedOf(id);
    expect(statements.length).toBeGreaterThan(0);
    expect(await textsOf('.printed')).toEqual(paragraphs.map(({ text }) => text));
    for (const { key, pieces } of statements) {
      const shown = pieces.map(([start, end]) => texts[id]?.slice(start, end)).join('');
      expect((await textsOf(`mark[aria-describedby~="by-${key}"]`)).join('')).toBe(shown);
    }
  });

  it.each(Object.keys(texts))('of “%s” copies as it was printed, numbers beside it left out', async (id) => {
    await open(id);
    const { paragraphs } = await printedOf(id);
    const copied: string[] = await page.evaluate(
      `[...document.querySelectorAll('.printed')].map((one) => {
        const selection = getSelection();
        selection.selectAllChildren(one);
        return selection.toString();
      })`,
    );
    expect(copied.map((text) => text.trim())).toEqual(paragraphs.map(({ text }) => text.trim()));
  });

  it('full of <script> runs none, and asks for nothing', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await open('attack');
    expect(await page.title()).toContain('<script>');
    expect(await textsOf('script, img')).toEqual([]);
    expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/articles/attack']);
    expect(await page.locator('.printed').first().isVisible()).toBe(true);
  });

  const sizes = { phone: { width: 360, height: 780 }, desktop: { width: 1280, height: 900 } } as const;
  const views = (['phone', 'desktop'] as const).flatMap((size) =>
    (['light', 'dark'] as const).flatMap((scheme) => Object.keys(texts).map((id) => [id, size, scheme] as const)),
  );

  it.each(views)('of “%s” fits a %s, and is readable in %s colours', async (id, size, colorScheme) => {
    await page.setViewportSize(sizes[size]);
    await page.emulateMedia({ colorScheme });
    await open(id);
    const width: number = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(sizes[size].width);
    const colours: [string, string][] = await page.evaluate(
      `[...document.querySelectorAll('h1, p, mark, li, a')].flatMap((one) => {
        let behind = one;
        while (getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
        const back = getComputedStyle(behind).backgroundColor;
        const number = one.dataset.number === undefined ? [] : [[getComputedStyle(one, '::before').color, back]];
        return [[getComputedStyle(one).color, back], ...number];
      })`,
    );
    expect(colours.length).toBeGreaterThan(3);
    // What WCAG asks for of ordinary text.
    for (const [ink, back] of colours) expect(contrast(ink, back)).toBeGreaterThanOrEqual(4.5);
  });

  it('can be walked through by keyboard, from a speaker to the words', async () => {
    await open('harbour');
    await page.keyboard.press('Tab');
    const focused: string = await page.evaluate('document.activeElement.textContent');
    expect(focused).toBe('Mara Okell');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.querySelector(":target + mark")?.textContent')).toBe(
      'The harbour stays open,',
    );
  });
});

/** The contrast of two colours as WCAG reckons it: 1 for the same, 21 for black on white. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
