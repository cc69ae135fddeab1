import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArticles } from '../../src/articles/folder.ts';
import { wordLeftOut } from '../../src/articles/listing.ts';

const body = 'Harbour to close\n\nVelmouth will close its harbour in June, the council said.\n';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);

describe('readArticles', () => {
  it('reads a plain text with title, dateline and paragraphs, the text as printed', async () => {
    const text = 'Harbour to close\n\nVNA – Velmouth will close its harbour.\n\n‘We must,’ said Mara Okell.\n';
    await put('harbour.txt', text);
    const { articles, problems } = await readArticles([folder]);
    expect(problems).toEqual([]);
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ id: 'harbour', title: 'Harbour to close', outlet: 'VNA', date: null, text });
    expect(articles[0]?.paragraphs.map((range) => text.slice(...range))).toEqual([
      'VNA – Velmouth will close its harbour.',
      '‘We must,’ said Mara Okell.',
    ]);
  });

  it('reads the article in seeds/ byte for byte', async () => {
    const { articles, problems } = await readArticles(['seeds']);
    expect(problems).toEqual([]);
    expect(articles[0]).toMatchObject({
      title: 'Iran, Russia oppose foreign intervention in Venezuela',
      outlet: 'IRNA',
    });
    expect(articles[0]?.paragraphs).toHaveLength(8);
    expect(articles[0]?.text).toHaveLength(2103);
  });

  it('drops a byte-order mark and nothing else', async () => {
    await put('a.txt', `\ufeff${body}`);
    expect((await readArticles([folder])).articles[0]?.text).toBe(body);
  });

  it('reports each file it cannot read with its reason, and reads the rest', async () => {
    await put('good.txt', body);
    await put('windows.txt', Buffer.from('Caf\xe9 title\n\n\x93Body of it.\x94\n', 'latin1'));
    await put('cyrillic.txt', Buffer.from('\x8f\xe0\xe8\x90\n\nBody of it.\n', 'latin1'));
    await put('empty.txt', '');
    await put('blank.txt', ' \n\n ');
    await put('title.txt', 'Only a title\n');
    await put('nul.txt', 'A\0B\n\nC.\n');
    await put('picture.png', 'x');
    await put('page.txt', '<!DOCTYPE html><p>Body of it.</p>');
    await put('printed.txt', '%PDF-1.4 of a page');
    await put('broken.html', '');
    await put('README.md', 'not an article');
    await put('.hidden.txt', body);
    const { articles, problems, leftOut } = await readArticles([folder]);
    expect(articles.map(({ id, text }) => [id, text])).toEqual([
      ['good', body],
      ['windows', 'Café title\n\n“Body of it.”\n'],
    ]);
    expect(Object.fromEntries(problems.map(({ file, reason }) => [file, reason]))).toEqual({
      'blank.txt': 'the file is empty',
      'broken.html': 'the file is empty',
      'cyrillic.txt': 'it is not UTF-8, nor Windows-1252; save it as UTF-8',
      'empty.txt': 'the file is empty',
      'nul.txt': 'it holds NUL characters, so it is not a text; save it as UTF-8',
      'page.txt': 'it is HTML; let its name end in .html',
      'picture.png':
        'files ending in .png are not read; those in .txt, .text, .md, .markdown, .html, .htm, .xhtml, .json, .jsonl, .ndjson, .xml, .rss, .atom and .rdf are',
      'printed.txt': 'it is a PDF, not a text',
      'title.txt': 'there is a title and no body',
    });
    expect(leftOut).toEqual(['.hidden.txt', 'README.md']);
    expect(wordLeftOut(leftOut)).toBe('2 files or folders that are no articles are left out: .hidden.txt, README.md.');
  });

  it('reads JSON Lines, gives its own ids and dates back, and reports a bad line by its number', async () => {
    await put(
      'wire.jsonl',
      [
        JSON.stringify({
          id: 'a1',
          title: 'Vote',
          outlet: 'Orsten Post',
          date: '2024-02-29',
          url: 'https://example.org/a1',
          text: '“Yes,” she said.',
        }),
        '',
        '{"id": broken',
        JSON.stringify({ id: 'a2', text: ' ' }),
        JSON.stringify({ id: 'a3', date: '2023-02-29', text: 'x y.' }),
        JSON.stringify({ text: 'No id here, said Okell.' }),
        JSON.stringify({ id: 'b/c', text: 'A slash.' }),
      ].join('\r\n'),
    );
    const { articles, problems } = await readArticles([folder]);
    expect(articles.map(({ id, date, outlet }) => [id, date, outlet])).toEqual([
      ['a1', '2024-02-29', 'Orsten Post'],
      ['wire-6', null, null],
      ['b~c', null, null],
    ]);
    expect(problems).toEqual([
      { file: 'wire.jsonl:3', reason: 'the line is not JSON' },
      { file: 'wire.jsonl:4', reason: 'text: is empty' },
      { file: 'wire.jsonl:5', reason: 'date: is not a day of the calendar' },
    ]);
  });

  it('reports a clashing id and puts the file before it', async () => {
    await put('a.jsonl', JSON.stringify({ id: 'x', text: 'First.' }));
    await put(
      'b.jsonl',
      `${JSON.stringify({ id: 'x', text: 'Second.' })}\n${JSON.stringify({ id: 'x', text: 'Third.' })}`,
    );
    const { articles, problems } = await readArticles([folder]);
    expect(articles.map(({ id }) => id)).toEqual(['x', 'b~x', 'b~x~2']);
    expect(problems.map(({ file }) => file)).toEqual(['b.jsonl:1', 'b.jsonl:2']);
  });

  it('makes ids of paths below the folder, without slashes', async () => {
    await mkdir(join(folder, 'wire', 'may'), { recursive: true });
    await put('wire/may/one.txt', body);
    expect((await readArticles([folder])).articles[0]?.id).toBe('wire~may~one');
  });

  it('takes the first folder below a source for the collection', async () => {
    await mkdir(join(folder, 'wire', 'may'), { recursive: true });
    await put('wire/may/one.txt', body);
    await put('wire/two.jsonl', JSON.stringify({ text: body }));
    await put('three.txt', body);
    expect((await readArticles([folder])).articles.map(({ collection }) => collection)).toEqual([null, 'wire', 'wire']);
    expect((await readArticles([join(folder, 'wire', 'may', 'one.txt')])).articles[0]?.collection).toBeNull();
  });

  it('leaves out the parts of a saved page, and only those', async () => {
    await mkdir(join(folder, 'Harbour_files'));
    await mkdir(join(folder, 'other_files'));
    await put('Harbour.html', `<p>${body}</p>`);
    await put('Harbour_files/style.css', 'p {}');
    await put('other_files/one.txt', body);
    const { articles, problems, leftOut } = await readArticles([folder]);
    expect(articles.map(({ id }) => id)).toEqual(['Harbour', 'other_files~one']);
    expect(problems).toEqual([]);
    expect(leftOut).toEqual(['Harbour_files']);
    expect(wordLeftOut(leftOut)).toBe('1 file or folder that is no article is left out: Harbour_files.');
    expect(wordLeftOut([])).toBeNull();
    expect(wordLeftOut(['1', '2', '3', '4', '5', '6', '7'])).toContain('1, 2, 3, 4, 5 and 2 more.');
  });

  it('reports a file over the limit of its format without reading it', async () => {
    await put('large.md', '');
    await truncate(join(folder, 'large.md'), 512 * 1024 + 1);
    expect((await readArticles([folder])).problems).toEqual([
      { file: 'large.md', reason: 'it is larger than 512 KiB and left out' },
    ]);
  });

  it('does not follow a link that leads outside, nor to nowhere', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'on-record-outside-'));
    await writeFile(join(outside, 'secret.txt'), body);
    await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    await symlink(join(folder, 'missing.txt'), join(folder, 'dangling.txt'));
    await put('good.txt', body);
    const { articles, problems } = await readArticles([folder]);
    expect(articles.map(({ id }) => id)).toEqual(['good']);
    expect(problems.map(({ file }) => file)).toEqual(['dangling.txt', 'link.txt']);
    await rm(outside, { recursive: true });
  });

  it('reports a source that is missing and reads the others', async () => {
    await put('good.txt', body);
    const { articles, problems } = await readArticles([join(folder, 'no-such'), join(folder, 'good.txt')]);
    expect(articles).toHaveLength(1);
    expect(problems[0]?.reason).toContain('no such folder');
  });
});
