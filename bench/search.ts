/**
 * Prints time, quality and memory of search over a generated archive: ours, and other engines over the same passages.
 * Run with `npm run bench:search -- [--passages=100000] [--engines=ours,fts5] [PASSAGES QUESTIONS]`; with files (see
 * `evaluate:search`) their passages stand among the generated ones and their questions are asked. Each engine runs in a
 * process of its own. Timings compare only within one run.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { suggestWords } from '../src/core/search/correction.ts';
import { isFunctionWord } from '../src/core/search/function-word.ts';
import { searchPassages } from '../src/core/search/passage-search.ts';
import { type IndexEntry, type SearchIndex, SearchIndexBuilder } from '../src/core/search/search-index.ts';
import { searchStatements } from '../src/core/search/statement-search.ts';
import { words } from '../src/core/search/word.ts';
import { verifyQuotation } from '../src/core/verify/verification.ts';
import { entryOf, filePassage } from '../src/terminal/passage-file.ts';
import { runProgram } from '../src/terminal/program.ts';
import { readRecords, readText } from '../src/terminal/record-file.ts';
import { generateArticles, generateQuestions, randomFrom } from './archive.ts';
import { type Document, type Engine, flexSearch, fts5, miniSearch, orama } from './engines.ts';

const engines: Readonly<Record<string, () => Engine | Promise<Engine>>> = {
  minisearch: miniSearch,
  fts5,
  flexsearch: flexSearch,
  orama,
};

/** Questions asked of each engine; fewer of those that take longer than this many milliseconds for one. */
const mostQuestions = 1_000;
const slow = 100;
const fewQuestions = 100;

interface Question {
  readonly question: string;
  /** The number of the passage that answers. */
  readonly passage: number;
}

interface Archive {
  readonly entries: readonly IndexEntry[];
  readonly documents: readonly Document[];
  readonly questions: readonly Question[];
  /** The number of a passage by its article and paragraph. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly rawBytes: number;
}

const parameters = process.argv.slice(2);
const option = (name: string) => parameters.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const passages = Number(option('passages') ?? 100_000);
const files = parameters.filter((parameter) => !parameter.startsWith('--'));
await runProgram(async () => {
  const engine = option('engine');
  if (engine === undefined) runAll();
  else await runOne(engine);
  return 0;
});

function runAll(): void {
  // Told once, rather than by each engine.
  for (const file of files) readText(file);
  console.log('engine        build s   memory   p50 ms   p99 ms   nDCG@10');
  for (const name of (option('engines') ?? `ours,${Object.keys(engines).join(',')}`).split(',')) {
    const self = fileURLToPath(import.meta.url);
    const flags = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx'];
    const { status } = spawnSync(
      process.execPath,
      [...flags, self, `--engine=${name}`, `--passages=${passages}`, ...files],
      {
        stdio: 'inherit',
      },
    );
    if (status !== 0) console.log(`${name}: stopped`);
  }
  console.log('memory: of the index, as a multiple of the raw text in UTF-8');
}

async function runOne(name: string): Promise<void> {
  const archive = makeArchive();
  if (name === 'ours') return measureOurs(archive);
  const made = await engines[name]?.();
  if (made === undefined) throw new Error(`no engine ${name}`);
  const before = memory();
  const began = performance.now();
  const hidden = await made.build(archive.documents);
  const built = performance.now() - began;
  const bytes = hidden > 0 ? hidden : memory() - before;
  const times: number[] = [];
  let gain = 0;
  let most = mostQuestions;
  for (const { question, passage } of archive.questions) {
    if (times.length >= most) break;
    const start = performance.now();
    const found = await made.search(question);
    const taken = performance.now() - start;
    times.push(taken);
    if (taken > slow) most = fewQuestions;
    gain += gainOf(found, passage);
  }
  print(name, built, bytes / archive.rawBytes, times, gain / times.length);
}

function gainOf(found: readonly number[], passage: number): number {
  const rank = found.indexOf(passage);
  return rank < 0 || rank >= 10 ? 0 : 1 / Math.log2(rank + 2);
}

function print(name: string, built: number, share: number, times: readonly number[], ndcg: number | null): void {
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (at: number) => (sorted[Math.floor(sorted.length * at)] ?? 0).toFixed(2).padStart(8);
  const numbers = [
    built > 0 ? (built / 1_000).toFixed(1).padStart(8) : ' '.repeat(8),
    share > 0 ? `${share.toFixed(2)} ×`.padStart(8) : ' '.repeat(8),
    quantile(0.5),
    quantile(0.99),
    ndcg === null ? '' : ndcg.toFixed(4).padStart(9),
  ];
  console.log(name.padEnd(12), ...numbers);
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function measureOurs(archive: Archive): void {
  const before = memory();
  const began = performance.now();
  const builder = new SearchIndexBuilder();
  let longest = 0;
  for (const entry of archive.entries) {
    const start = performance.now();
    builder.add(entry);
    longest = Math.max(longest, performance.now() - start);
  }
  const finishing = performance.now();
  const index = builder.finish();
  const ended = performance.now();
  const share = (memory() - before) / archive.rawBytes;

  let gain = 0;
  const asked = archive.questions.slice(0, mostQuestions);
  const times = time(asked, ({ question, passage }) => {
    const found = searchPassages(index, question).passages.map(({ article, paragraph }) =>
      archive.numbers.get(`${article}/${paragraph}`),
    );
    gain += gainOf(
      [...new Set(found)].filter((number) => number !== undefined),
      passage,
    );
  });
  print('ours /ask', ended - began, share, times, gain / asked.length);
  measureOthers(index, asked);
  console.log(
    `  an article is added in at most ${longest.toFixed(0)} ms, the index finished in ${(ended - finishing).toFixed(0)} ms`,
  );
  console.log(
    `  ${index.blocks.documentCount} indexed blocks, ${index.statementArticle.length} statements, ${index.terms.size} stems`,
  );
}

function measureOthers(index: SearchIndex, asked: readonly Question[]): void {
  const random = randomFrom(3);
  const searches = asked.map(({ question }) => {
    const typed = [...words(question)].filter(({ key }) => !isFunctionWord(key)).map(({ key }) => key);
    return typed.slice(0, 1 + Math.floor(random() * 3)).join(' ');
  });
  const said = asked.map(() => {
    const entry = index.entries[Math.floor(random() * index.entries.length)];
    const statement = entry?.statements[Math.floor(random() * (entry?.statements.length ?? 0))];
    const [start, end] = statement?.content[0] ?? [0, 120];
    return entry?.article.text.slice(start, end) ?? '';
  });
  const changed = said.map((claim) => claim.replace(/ \S+ (\S+) /, ' changed $1 '));
  const typed = searches.map((search) => search.slice(0, 1 + Math.floor(random() * 4)));
  const line = (name: string, times: readonly number[]) => print(name, 0, 0, times, null);
  line(
    '  /quote',
    time(searches, (search) => searchStatements(index, search)),
  );
  line(
    '  /verify as said',
    time(said, (claim) => verifyQuotation(index, claim)),
  );
  line(
    '  /verify changed',
    time(changed, (claim) => verifyQuotation(index, claim)),
  );
  line(
    '  suggestions',
    time(typed, (prefix) => suggestWords(index, prefix)),
  );
}

function time<One>(list: readonly One[], run: (one: One) => unknown): number[] {
  // The engine compiles what runs often; a bot that has answered for a while is measured.
  for (const one of list.slice(0, 100)) run(one);
  return list.map((one) => {
    const start = performance.now();
    run(one);
    return performance.now() - start;
  });
}

function makeArchive(): Archive {
  const [passageFile, questionFile] = files;
  const given = passageFile === undefined ? [] : readEntries(passageFile);
  const generated = generateArticles(Math.max(0, passages - given.length), 1, frequentWords(given));
  const entries = [...given, ...generated];
  const documents: Document[] = [];
  const numbers = new Map<string, number>();
  const byId = new Map<string, number>();
  let rawBytes = 0;
  for (const [article, { article: printed }] of entries.entries()) {
    rawBytes += Buffer.byteLength(printed.text);
    for (const [paragraph, [start, end]] of printed.paragraphs.entries()) {
      const id =
        documents.push({ id: documents.length, title: printed.title, text: printed.text.slice(start, end) }) - 1;
      numbers.set(`${article}/${paragraph}`, id);
      byId.set(`${printed.id}/${paragraph}`, id);
    }
  }
  const questions =
    questionFile === undefined
      ? generateQuestions(entries, mostQuestions).map(({ question, article, paragraph }) => ({
          question,
          passage: byId.get(`${article}/${paragraph}`) ?? -1,
        }))
      : readQuestions(questionFile).map(({ question, passage }) => ({
          question,
          passage: byId.get(`${passage}/0`) ?? -1,
        }));
  return { entries, documents, questions, numbers, rawBytes };
}

function readEntries(file: string): IndexEntry[] {
  return readRecords(file, filePassage).map((passage) => entryOf(passage, [[0, passage.text.length]]));
}

/** Questions spread evenly over a file, as many as are asked. */
function readQuestions(file: string): { question: string; passage: string }[] {
  const all = readRecords(file, z.object({ question: z.string(), passage: z.string() }));
  const step = Math.max(1, Math.floor(all.length / mostQuestions));
  return all.filter((_, at) => at % step === 0);
}

/** The content words of given texts, the most frequent first, so that generated ones compete for the same questions. */
function frequentWords(given: readonly IndexEntry[]): string[] | undefined {
  if (given.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { article } of given) {
    for (const { key } of words(article.text)) if (!isFunctionWord(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
