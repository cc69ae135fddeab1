import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateArticles } from '../../../bench/news.ts';
import { readFileContent } from '../../../src/articles/file-content.ts';
import { type AnalysedArticle, analyseArticle } from '../../../src/core/analysed-article.ts';
import type { Archive } from '../../../src/core/archive.ts';
import { bareArticle } from '../../../src/core/article.ts';
import { buildArchive, openArchive, Shelf } from '../../../src/core/memory-archive.ts';
import { isFunctionWord } from '../../../src/core/search/function-word.ts';
import { buildSearchIndex, type SearchIndex } from '../../../src/core/search/search-index.ts';
import { searchStatements } from '../../../src/core/search/statement-search.ts';
import { statementsOf } from '../../../src/core/search/statement-terms.ts';
import { bind } from '../../../src/core/volume/binding.ts';
import { Dictionary } from '../../../src/core/volume/dictionary.ts';
import { Room } from '../../../src/core/volume/room.ts';
import { unite } from '../../../src/core/volume/union.ts';
import { Volume } from '../../../src/core/volume/volume.ts';
import { analyseGenerated } from '../../generated-articles.ts';

let analysed: AnalysedArticle[];

beforeAll(async () => {
  analysed = await analyseGenerated({ seed: 7, articles: 60, words: 200, copies: 0.2 });
});

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function termsOf(volume: Volume): readonly string[] {
  const dictionary = new Dictionary();
  finish(dictionary.translate(volume));
  return dictionary.terms.strings;
}

/** An article in which somebody says so many words. */
function saying(words: string): AnalysedArticle {
  const text = `“${words},” said Mara Okell.`;
  return analyseArticle(bareArticle({ id: words, title: '', text, paragraphs: [[0, text.length]] }));
}

/** A different name for each number. */
function nameOf(number: number): string {
  const letters = Array.from(String(number), (digit) => 'abcdefghij'.charAt(Number(digit))).join('');
  return `Mara Ok${letters}`;
}

/** The articles in volumes of so many each. */
function volumesOf(articles: readonly AnalysedArticle[], size: number): Volume[] {
  const volumes: Volume[] = [];
  for (let at = 0; at < articles.length; at += size) volumes.push(new Volume(bind(articles.slice(at, at + size))));
  return volumes;
}

const questions: readonly ((archive: Archive) => Promise<unknown>)[] = [
  (archive) => archive.quote({ text: 'treaty' }),
  (archive) => archive.quote({ text: 'border treaty', outlet: 'reuters' }),
  (archive) => archive.quote({ text: '"the united nations"' }),
  (archive) => archive.quote({ speaker: 'iran' }),
  (archive) => archive.quote({ text: 'agrement' }),
  (archive) => archive.quote({ text: 'zzzzz' }),
  (archive) => archive.quote({ speaker: 'nobody of that name' }),
  (archive) => archive.quote({ kind: 'own', text: 'budget', from: '2018-01-01' }),
  (archive) => archive.stance({ actor: 'iran' }),
  (archive) => archive.stance({ actor: 'russia', about: 'united budget' }),
  (archive) => archive.stance({ actor: 'united nations', about: 'china' }),
  (archive) => archive.ask({ question: 'Which treaty does Iran oppose?' }),
  (archive) => archive.ask({ question: 'Who said that the united budget will rise?' }),
  (archive) => archive.verify('the World Bank rejects the unlawful delegation', undefined),
  (archive) => archive.sources(),
  (archive) => archive.article('after talks with'),
  (archive) => archive.suggestArticles('a'),
  (archive) => archive.suggestActors('i'),
  (archive) => archive.suggestSpeakers(''),
  (archive) => archive.suggestAbout('b', 'iran'),
  (archive) => archive.suggestSubjects('pea'),
  (archive) => archive.suggestOutlets(''),
];

async function askAll(archive: Archive): Promise<unknown[]> {
  return [archive.version, archive.size, ...(await Promise.all(questions.map((ask) => ask(archive))))];
}

/** The statements that have a term, by looking at every token of every statement. */
function saidIn({ statementPiece, pieces, tokens }: SearchIndex, term: number): number[] {
  const found: number[] = [];
  for (let statement = 0; statement + 1 < statementPiece.length; statement += 1) {
    const own = pieces.subarray(statementPiece[statement], statementPiece[statement + 1]);
    const says = own.some((from, at) => at % 2 === 0 && tokens.subarray(from, own[at + 1]).includes(term));
    if (says) found.push(statement);
  }
  return found;
}

describe('volumes', () => {
  it('give back what was bound', () => {
    const volume = new Volume(bind(analysed));
    expect(volume.articles).toHaveLength(60);
    for (const [at, one] of analysed.entries()) expect(volume.analysed(at)).toEqual(one);
  });

  it('give back texts to the letter: a byte-order mark, astral letters, no statements at all', async () => {
    const text = `\ufeffA title\n\nThe 𝒜nchor — “naïve” — held.\u00a0It\u2028held\ttoo.\n`;
    const paragraphs = [[10, text.length - 1]] as const;
    const article = { ...(analysed[0] as AnalysedArticle).article, text, paragraphs, headline: null, dateline: null };
    const odd: AnalysedArticle = { article, statements: [], stances: [], sentences: [] };
    const volume = new Volume(bind([odd, ...analysed.slice(0, 1)]));
    expect(volume.text(0)).toBe(text);
    expect(volume.analysed(0)).toEqual(odd);
    expect(volume.analysed(1)).toEqual(analysed[0]);
  });

  it('refuse bytes that are none', () => {
    expect(() => new Volume(new Uint8Array(64))).toThrow('not columns');
    expect(() => new Volume(bind(analysed.slice(0, 2)).slice(0, 4000))).toThrow();
  });

  it('give the same answers however the articles are parted into them', async () => {
    const whole = await askAll(buildArchive(analysed));
    for (const size of [1, 7, 25]) {
      expect(await askAll(finish(openArchive(volumesOf(analysed, size))))).toEqual(whole);
    }
  });

  it('give the same answers whatever was opened before', async () => {
    const shelf = new Shelf();
    const parts = volumesOf(analysed, 10);
    finish(openArchive(parts, undefined, shelf));
    for (const kept of [parts.slice(1), [...parts].reverse(), parts.slice(0, 2), parts]) {
      const again = await askAll(finish(openArchive(kept, undefined, shelf)));
      expect(again).toEqual(await askAll(finish(openArchive(kept))));
    }
  });

  it('give the same answers whatever room there is for their lists', async () => {
    const asking = new Room();
    const whole = await askAll(finish(openArchive(volumesOf(analysed, 25), undefined, undefined, asking)));
    for (const share of [0.1, 0.5, 1, 2]) {
      const room = new Room(new ArrayBuffer(Math.ceil(share * asking.asked)));
      expect(await askAll(finish(openArchive(volumesOf(analysed, 25), undefined, undefined, room)))).toEqual(whole);
      expect(room.asked).toBe(asking.asked);
    }
  });

  it('give the same lists to complete from whether these are being made, are made, or were never asked to be', async () => {
    const lists = async (archive: Archive) => [
      await archive.suggestSpeakers('i'),
      await archive.suggestActors(''),
      await archive.suggestSubjects('b'),
      await archive.suggestOutlets(''),
      await archive.suggestArticles('t'),
    ];
    const expected = await lists(finish(openArchive(volumesOf(analysed, 25))));
    for (const steps of [1, 2, 5, 1_000]) {
      const archive = finish(openArchive(volumesOf(analysed, 25)));
      const making = archive.prepare();
      for (let step = 0; step < steps; step += 1) making.next();
      const meanwhile = lists(archive);
      finish(making);
      expect(await meanwhile).toEqual(expected);
      expect(await lists(archive)).toEqual(expected);
    }
  });

  it('are joined with what a union before has the same as without it, wherever volumes came and went', () => {
    const all = volumesOf(analysed, 4);
    const some = fc.subarray(all, { minLength: 1 });
    fc.assert(
      fc.property(some, some, fc.nat(all.length), fc.integer({ min: 1, max: 3 }), (one, other, at, gone) => {
        const idsOf = (volumes: readonly Volume[]) => volumes.flatMap(({ articles }) => articles.map(({ id }) => id));
        // One place of their order, as where one file changed; or anywhere.
        for (const after of [all.toSpliced(at, gone), [...all.slice(at), ...all.slice(0, at)], other]) {
          const dictionary = new Dictionary();
          const first = one.length % 2 === 0 ? all : one;
          const before = finish(unite(first, idsOf(first), dictionary));
          const carried = finish(unite(after, idsOf(after), dictionary, before)).index;
          const made = finish(unite(after, idsOf(after), dictionary)).index;
          for (const lists of ['said', 'spoken'] as const) {
            expect(carried[lists].first).toEqual(made[lists].first);
            expect(carried[lists].statements).toEqual(made[lists].statements);
          }
          expect(carried.twin).toEqual(made.twin);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are translated by one dictionary at once as one after the other', () => {
    const volumes = [0, 200, 100].map((from) => {
      const many = Array.from({ length: 300 }, (_, at) => {
        const text = `“The pier is closed,” said ${nameOf(from + at)}.`;
        return analyseArticle(bareArticle({ id: String(at), title: '', text, paragraphs: [[0, text.length]] }));
      });
      return new Volume(bind(many));
    });
    const [alone, together] = [new Dictionary(), new Dictionary()];
    for (const volume of volumes) finish(alone.translate(volume));
    const translating = volumes.map((volume) => together.translate(volume));
    while (translating.map((steps) => steps.next().done).includes(false));
    const printed = ({ mentions }: Dictionary) => mentions.map(({ name }) => name.printed);
    expect(printed(together)).toHaveLength(500);
    expect(printed(together).toSorted()).toEqual(printed(alone).toSorted());
    for (const volume of volumes) {
      const read = (dictionary: Dictionary) => {
        const { mentions } = finish(dictionary.translate(volume));
        return Array.from(mentions, (mention) => printed(dictionary)[mention]);
      };
      expect(read(together)).toEqual(read(alone));
    }
  });

  it('leave a dictionary behind that is worth keeping until most of what it met is gone', () => {
    const dictionary = new Dictionary();
    let statements = 0;
    for (const volume of volumesOf(analysed, 20)) {
      finish(dictionary.translate(volume));
      statements += volume.statementCount;
    }
    const terms = dictionary.terms.strings.length;
    expect(dictionary.prints).toBeGreaterThan(0);
    expect(dictionary.prints).toBeLessThan(statements);
    expect(dictionary.isStale(terms, statements)).toBe(false);
    const words = 'abcdefghijklmnopqrstuvwx'.split('').map((letter) => `${letter}lan`);
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => {
        const said = [at, at / words.length, at / words.length ** 2];
        return saying(`The ${said.map((number) => words[Math.floor(number) % words.length]).join(' ')} is enough`);
      });
    finish(dictionary.translate(new Volume(bind(many(10_500)))));
    // Hardly a word that is new, and ten thousand statements that are.
    expect(dictionary.isStale(terms, 10)).toBe(true);
    expect(dictionary.isStale(terms, statements + 10_500)).toBe(false);
  });

  it('know no word that stood only in articles that are gone', async () => {
    const shelf = new Shelf();
    const [first, second] = volumesOf(analysed, 30) as [Volume, Volume];
    finish(openArchive([first, second], undefined, shelf));
    const reopened = finish(openArchive([first], undefined, shelf));
    const fresh = finish(openArchive([first]));
    const known = new Set(termsOf(first));
    const gone = termsOf(second).filter((stem) => !known.has(stem));
    expect(gone.length).toBeGreaterThan(20);
    for (const stem of gone) {
      for (const ask of [
        (archive: Archive) => archive.quote({ text: stem }),
        (archive: Archive) => archive.quote({ text: `${stem}q` }),
        (archive: Archive) => archive.suggestSubjects(stem.slice(0, 4)),
      ]) {
        expect(await ask(reopened), stem).toEqual(await ask(fresh));
      }
    }
  });

  it('are searched like the index that MiniSearch builds', () => {
    const entries = analysed.map(({ article, statements, sentences }) => ({
      article,
      statements,
      sentences: sentences.map(([start, end]) => ({ start, end })),
    }));
    const built = buildSearchIndex(entries);
    const { index: joined } = finish(unite(volumesOf(analysed, 9), [], new Dictionary()));
    for (const stem of Array.from(built.terms, ([one]) => one)) {
      expect([...joined.blocks.postings(stem)], stem).toEqual(
        [...built.blocks.postings(stem)].sort(([a], [b]) => a - b),
      );
    }
    expect(joined.blocks.documentCount).toBe(built.blocks.documentCount);
    for (const index of [built, joined]) {
      for (const [stem, term] of index.terms) {
        expect([...statementsOf(index.said, term)], stem).toEqual(isFunctionWord(stem) ? [] : saidIn(index, term));
      }
    }
    for (const text of ['treaty', 'border tariff iran', '"any"', 'mayor said peace', 'armed -china']) {
      const [a, b] = [searchStatements(built, text), searchStatements(joined, text)];
      expect(b.hits.map(({ article, statement, score }) => [article, statement, score])).toEqual(
        a.hits.map(({ article, statement, score }) => [article, statement, score]),
      );
    }
  });

  it('join statements whose words are the same apart from typography, and no others', async () => {
    const print = async (name: string, said: string) => {
      const text = `Talks in ${name}\n\n${said}\n`;
      const { articles } = await readFileContent(`${name}.txt`, new TextEncoder().encode(text));
      return articles.map(analyseArticle);
    };
    const printed = await Promise.all([
      print('a', '“We oppose the plan’s 14 steps,” said Mara Okell.'),
      print('b', '"We oppose the plan\'s 14 steps", said Mara Okell.'),
      print('c', '“We oppose the plan’s 15 steps,” said Mara Okell.'),
      print('d', '“We do not oppose the plan’s 14 steps,” said Mara Okell.'),
      print('e', '“We opposed the plan’s 14 steps,” said Mara Okell.'),
      print('f', '“We oppose the plan’s 14 steps,” said Jon Bright.'),
    ]);
    const archive = buildArchive(printed.flat());
    const { quotations } = await archive.quote({ text: 'oppose plan steps' });
    const also = quotations.map((quotation) =>
      [quotation.article.id, ...quotation.also.map(({ id }) => id)].sort().join(' '),
    );
    expect(also.sort()).toEqual(['a b', 'c', 'd', 'e', 'f']);
  });

  it('tell which articles print mostly the same: copies that were cut, and no others', async () => {
    const made = [...generateArticles({ seed: 11, articles: 60, words: 600, copies: 0.3 })];
    const texts = await Promise.all(
      made.map(({ file, text }) => readFileContent(file, new TextEncoder().encode(text))),
    );
    const articles = texts.flatMap((content) => content.articles).map(analyseArticle);
    const { copyOf } = finish(unite(volumesOf(articles, 13), [], new Dictionary()));
    const expected = made.map(({ title }) => made.findIndex((other) => other.title === title));
    expect(new Set(expected).size).toBeLessThan(made.length - 10);
    expect([...copyOf]).toEqual(expected);
  });
});
