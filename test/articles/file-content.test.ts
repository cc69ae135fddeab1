import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileContent, readableEndings, readFileContent } from '../../src/articles/file-content.ts';
import { gather } from '../../src/articles/gathering.ts';

/** What every content promises, whatever the bytes were. */
function checkPromises({ articles, places, problems }: FileContent): void {
  expect(articles.length + problems.length).toBeGreaterThan(0);
  expect(places).toHaveLength(articles.length);
  for (const { reason } of problems) expect(reason).toMatch(/^\S[^\n]*[^.\s]$/);
  for (const { id, title, text, headline, paragraphs, date } of articles) {
    expect(id).not.toMatch(/^$|[/\\]/);
    expect(title.trim()).not.toBe('');
    expect(text).not.toMatch(/\p{Surrogate}|\0/u);
    if (date !== null) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(paragraphs.length).toBeGreaterThan(0);
    let before = headline?.[1] ?? 0;
    for (const [start, end] of paragraphs) {
      expect(start).toBeGreaterThanOrEqual(before);
      expect(end).toBeGreaterThan(start);
      expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      before = end;
    }
    expect(before).toBeLessThanOrEqual(text.length);
  }
}

const ending = fc.constantFrom(...readableEndings, '');
const pieces = fc.array(
  fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<div class="comment">',
      '</div>',
      '<br>',
      '<item>',
      '</item>',
      '<rss>',
      '<![CDATA[',
      ']]>',
      '<q>',
    ],
    ...[
      '<title>',
      '<h1>',
      '<table><td>',
      '<pre>',
      '<!--',
      '&amp;',
      '&#x1f600;',
      '&nbsp;',
      '<script>',
      '<a href="#">',
      '\u00a0',
    ],
    ...[
      '---\n',
      'title: x\n',
      '# ',
      '> ',
      '- ',
      '*',
      '`',
      '[',
      '](',
      '{"text":"',
      '"}',
      '\n',
      '\n\n',
      ' ',
      '\ufdd0',
      '\ud83d\ude00',
    ],
    ...['The harbour will close.', '“We must,” said Mara Okell.', 'January 5, 2026'],
  ),
  { maxLength: 60 },
);

describe('readFileContent', () => {
  it('keeps its promises for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(ending, fc.uint8Array({ maxLength: 300 }), async (end, bytes) => {
        checkPromises(await readFileContent(`a/b${end}`, bytes));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its promises for any mixture of marks, and reads the same twice', async () => {
    await fc.assert(
      fc.asyncProperty(ending, pieces, async (end, parts) => {
        const bytes = Buffer.from(parts.join(''));
        const content = await readFileContent(`a/b${end}`, bytes);
        checkPromises(content);
        expect(await readFileContent(`a/b${end}`, bytes)).toEqual(content);
      }),
      { numRuns: 400 },
    );
  });

  it('reads every good file among bad ones', async () => {
    const good = { name: 'good.txt', bytes: Buffer.from('Harbour to close\n\n“We must,” said Mara Okell.') };
    const bad = fc.record({
      name: fc.constantFrom<string[]>('bad.txt', 'bad.html', 'good.md', 'good.json'),
      bytes: fc.uint8Array(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(bad, { maxLength: 5 }), fc.nat(5), async (files, at) => {
        const contents = await Promise.all(
          files.toSpliced(at, 0, good).map(({ name, bytes }) => readFileContent(name, bytes)),
        );
        const { articles } = gather(contents);
        expect(articles.some(({ text }) => text === good.bytes.toString())).toBe(true);
        expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
      }),
      { numRuns: 100 },
    );
  });

  it('is plain data that can be sent between threads', async () => {
    const content = await readFileContent('wire/a.md', Buffer.from('# Harbour\n\nIt closed.'));
    expect(structuredClone(content)).toEqual(content);
  });

  it('loads no reader of a format before a file needs it', () => {
    const loaded = new Set<string>();
    const follow = (file: string) => {
      if (loaded.has(file)) return;
      loaded.add(file);
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type)[^;]*?'([^']+)';/gm)) {
        if (name.startsWith('.')) follow(join(dirname(file), name));
        else loaded.add(name);
      }
    };
    follow('src/articles/folder.ts');
    const heavy = ['zod', 'yaml', 'markdown-it', 'htmlparser2', 'linkedom', '@mozilla/readability'];
    expect(heavy.filter((name) => loaded.has(name))).toEqual([]);
    expect(loaded).toContain('src/articles/plain-text.ts');
  });
});
