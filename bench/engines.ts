import MiniSearch from 'minisearch';
import { parseQuestion } from '../src/core/search/query.ts';

/** A passage as the compared engines get it. */
export interface Document {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** A search engine that is compared. */
export interface Engine {
  /** Indexes the documents; returns the bytes that its index takes where the process's memory does not show them. */
  build(documents: readonly Document[]): Promise<number>;
  /** The best ten documents, the best first. */
  search(question: string): readonly number[] | Promise<readonly number[]>;
}

// The compared engines are installed only for the comparison, so that their types cannot be relied on.
async function load<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module;
}

/** The words of a question that count, for engines that do not leave the others out themselves. */
function contentWords(question: string): string[] {
  return parseQuestion(question).words.map(({ text }) => text);
}

/** MiniSearch as it comes. */
export function miniSearch(): Engine {
  const index = new MiniSearch<Document>({ fields: ['title', 'text'] });
  return {
    build: async (documents) => {
      index.addAll(documents);
      return 0;
    },
    search: (question) =>
      index
        .search(question)
        .slice(0, 10)
        .map(({ id }) => Number(id)),
  };
}

interface Database {
  exec(sql: string): void;
  prepare(sql: string): { run(values: readonly unknown[]): unknown; all(values: readonly unknown[]): unknown[] };
  get(sql: string): unknown;
}

/** SQLite's FTS5 with Porter stems, in WebAssembly; native builds are about twice as fast. Keeps no text. */
export async function fts5(): Promise<Engine> {
  const { default: sqlite } = await load<{ default: { Database: new () => Database } }>('node-sqlite3-wasm');
  const database = new sqlite.Database();
  database.exec("create virtual table passage using fts5(title, text, content='', tokenize='porter unicode61')");
  const find = database.prepare(
    'select rowid as id from passage where passage match ? order by bm25(passage) limit 10',
  );
  return {
    build: async (documents) => {
      database.exec('begin');
      const insert = database.prepare('insert into passage(rowid, title, text) values (?, ?, ?)');
      for (const { id, title, text } of documents) insert.run([id, title, text]);
      database.exec('commit');
      const pages = database.get(
        'select (select page_count from pragma_page_count) * (select page_size from pragma_page_size) as bytes',
      );
      return (pages as { bytes: number }).bytes;
    },
    search: (question) => {
      const words = contentWords(question).map((word) => `"${word.replaceAll('"', '')}"`);
      return words.length === 0 ? [] : find.all([words.join(' OR ')]).map((row) => Number((row as { id: number }).id));
    },
  };
}

interface FlexIndex {
  add(id: number, text: string): unknown;
  search(query: string, options: { limit: number; suggest: boolean }): number[];
}

/** FlexSearch with its English encoder; `suggest` lets a document lack some of the words. */
export async function flexSearch(): Promise<Engine> {
  const module = await load<{
    default: {
      Index: new (options: object) => FlexIndex;
      Encoder: new (...options: unknown[]) => object;
      Charset: Record<string, unknown>;
    };
  }>('flexsearch');
  const { Index, Encoder, Charset } = module.default;
  const english = await load<{ default: unknown }>('flexsearch/lang/en');
  const index = new Index({ tokenize: 'strict', encoder: new Encoder(Charset.LatinDefault, english.default) });
  return {
    build: async (documents) => {
      for (const { id, title, text } of documents) index.add(id, `${title} ${text}`);
      return 0;
    },
    search: (question) => index.search(contentWords(question).join(' '), { limit: 10, suggest: true }),
  };
}

interface Orama {
  create(options: object): unknown;
  insertMultiple(database: unknown, documents: readonly object[], batch: number): Promise<unknown>;
  search(database: unknown, query: object): Promise<{ hits: { id: string }[] }> | { hits: { id: string }[] };
}

/** Orama with its English stemmer. */
export async function orama(): Promise<Engine> {
  const { create, insertMultiple, search } = await load<Orama>('@orama/orama');
  const database = create({
    schema: { title: 'string', text: 'string' },
    components: { tokenizer: { stemming: true, language: 'english' } },
  });
  return {
    build: async (documents) => {
      await insertMultiple(
        database,
        documents.map(({ id, title, text }) => ({ id: String(id), title, text })),
        1_000,
      );
      return 0;
    },
    search: async (question) => {
      const { hits } = await search(database, { term: contentWords(question).join(' '), limit: 10 });
      return hits.map(({ id }) => Number(id));
    },
  };
}
