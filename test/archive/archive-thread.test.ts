import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ArchiveThread } from '../../src/archive/archive-thread.ts';
import type { AnalysedArticle } from '../../src/core/analysed-article.ts';
import type { Archive } from '../../src/core/archive.ts';
import { buildArchive } from '../../src/core/memory-archive.ts';
import { bind } from '../../src/core/volume/binding.ts';
import { analyseGenerated } from '../generated-articles.ts';

let analysed: AnalysedArticle[];
let volumes: Uint8Array[];
const threads: ArchiveThread[] = [];

beforeAll(async () => {
  analysed = await analyseGenerated({ seed: 5, articles: 24, words: 150 });
  volumes = [0, 8, 16].map((at) => bind(analysed.slice(at, at + 8)));
});

afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.close();
});

function start(): ArchiveThread {
  const thread = new ArchiveThread();
  threads.push(thread);
  return thread;
}

const ids = (articles: readonly AnalysedArticle[]) => articles.map(({ article }) => article.id);

const askAll = async (archive: Archive) => [
  archive.version,
  archive.size,
  await archive.quote({ text: 'treaty' }),
  await archive.stance({ actor: 'iran' }),
  await archive.suggestSpeakers(''),
  await archive.sources(),
];

describe('an archive in a thread of its own', () => {
  it('answers as one in this thread', async () => {
    const archive = await start().open(volumes, ids(analysed));
    expect(await askAll(archive)).toEqual(await askAll(buildArchive(analysed)));
  });

  it('answers the same when its volumes were expected, in another order and with one too many', async () => {
    const [first, second, third] = volumes as [Uint8Array, Uint8Array, Uint8Array];
    const thread = start();
    for (const volume of [third, second, first]) thread.expect(volume);
    const kept = [...analysed.slice(0, 8), ...analysed.slice(16)];
    const archive = await thread.open([first, third], ids(kept));
    expect(await askAll(archive)).toEqual(await askAll(buildArchive(kept)));
  });

  it('answers the same with room made for its lists: enough, none, or not yet touched', async () => {
    const expected = await askAll(buildArchive(analysed));
    const fewer = await askAll(buildArchive(analysed.slice(8)));
    for (const bytes of [10_000_000, 0, 500_000_000]) {
      const thread = start();
      thread.makeRoom(bytes);
      expect(await askAll(await thread.open(volumes, ids(analysed)))).toEqual(expected);
      thread.makeRoom();
      expect(await askAll(await thread.open(volumes, ids(analysed)))).toEqual(expected);
      thread.makeRoom();
      thread.leaveRoom();
      expect(await askAll(await thread.open(volumes.slice(1), ids(analysed.slice(8))))).toEqual(fewer);
    }
  });

  it('goes on answering for an archive that was swapped for the next', async () => {
    const thread = start();
    const before = await thread.open(volumes.slice(0, 1), ids(analysed.slice(0, 8)));
    const expected = await askAll(before);
    const after = await thread.open(volumes, ids(analysed));
    expect(await askAll(before)).toEqual(expected);
    expect(after.size.articles).toBe(24);
  });

  it('opens two that are asked for at once one after the other, each with its own articles', async () => {
    const thread = start();
    const many = Array.from({ length: 12 }, (_, at) => bind(analysed.slice(at, at + 12)));
    const some = analysed.slice(8);
    const [first, second] = await Promise.all([
      thread.open(
        many,
        many.flatMap((_, at) => ids(analysed.slice(at, at + 12)).map((id) => `${at}-${id}`)),
      ),
      thread.open(volumes.slice(1), ids(some)),
    ]);
    expect(first.size.articles).toBe(12 * 12);
    const expected = await askAll(buildArchive(some));
    await vi.waitFor(async () => expect(await askAll(second)).toEqual(expected));
  });

  it('is completed from whole lists, those of the archive before it until its own are made', async () => {
    const thread = start();
    const before = await thread.open(volumes.slice(0, 1), ids(analysed.slice(0, 8)));
    const many = Array.from({ length: 20 }, () => bind(analysed));
    const named = many.flatMap((_, copy) => ids(analysed).map((id) => `${copy}-${id}`));
    const lists = async (archive: Archive) => [await archive.suggestSpeakers(''), await archive.suggestArticles('')];
    const old = await lists(before);
    const next = await thread.open(many, named);
    const [speakers, articles] = await lists(next);
    const made = await vi.waitFor(async () => {
      const now = await lists(next);
      expect(now[0]?.[0]?.count?.number).toBeGreaterThan(20 * (old[0]?.[0]?.count?.number ?? 0) - 1);
      return now;
    });
    expect([old[0], made[0]]).toContainEqual(speakers);
    expect([old[1], made[1]]).toContainEqual(articles);
  });

  it('tells what is wrong with a volume when an archive is opened with it, and goes on', async () => {
    const thread = start();
    const wrong = new Uint8Array(new SharedArrayBuffer(64));
    thread.expect(wrong);
    await expect(thread.open([wrong], [])).rejects.toThrow('not columns');
    const archive = await thread.open(volumes, ids(analysed));
    expect(archive.size.articles).toBe(24);
  });

  it('starts anew after it was ended, with an answer still owed', async () => {
    const thread = start();
    void thread.open(volumes, ids(analysed));
    await thread.close();
    const archive = await thread.open(volumes.slice(0, 1), ids(analysed.slice(0, 8)));
    expect(archive.size.articles).toBe(8);
  });

  it('goes on opening the next archive however many questions wait for the one before', async () => {
    const thread = start();
    const archive = await thread.open(volumes.slice(0, 1), ids(analysed.slice(0, 8)));
    // Enough to open that it takes more than one turn: the same articles again and again, under ids of their own.
    const many = Array.from({ length: 40 }, () => bind(analysed));
    const next = thread.open(
      many,
      many.flatMap((_, copy) => ids(analysed).map((id) => `${copy}-${id}`)),
    );
    const asked = 20_000;
    let answered = 0;
    const questions = Array.from({ length: asked }, async () => {
      const { total } = await archive.quote({ text: 'treaty' });
      answered += 1;
      return total;
    });
    const opened = await next;
    // A turn answers some of them; all at once would leave the next archive waiting for the last.
    expect(answered).toBeLessThan(asked);
    expect(opened.size.articles).toBe(40 * 24);
    expect(new Set(await Promise.all(questions)).size).toBe(1);
    expect(answered).toBe(asked);
  });
});
