import type { AnalysedArticle } from '../analysed-article.ts';
import type { Article } from '../article.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Statement, StatementKind } from '../quotation/statement.ts';
import type { Range } from '../range.ts';
import { NumberList } from '../search/number-list.ts';
import { buildSearchIndex } from '../search/search-index.ts';
import { words } from '../search/word.ts';
import { encodeText, writeColumns } from './columns.ts';
import { plainForm, printOf } from './likeness.ts';
import { type MentionRecord, People, type SpeakerRecord } from './people.ts';

/** What a volume keeps of an article besides its text and paragraphs. */
export interface ArticleRecord extends Omit<Article, 'text' | 'paragraphs'> {
  /** A hash of all that the article prints and says of itself, without its id. */
  readonly print: string;
}

/** The part of a volume that is not lists of numbers. */
export interface VolumeRecord {
  readonly articles: readonly ArticleRecord[];
  /** The stems, by number. */
  readonly terms: readonly string[];
  /** Every folded word and a way it is printed, in turns. */
  readonly vocabulary: readonly string[];
  /** In the order in which the articles use them. */
  readonly mentions: readonly MentionRecord[];
  readonly speakers: readonly SpeakerRecord[];
  readonly holders: readonly string[];
}

export const kinds: readonly StatementKind[] = ['direct', 'mixed', 'indirect', 'own'];

/** Stands for "nowhere" in a list of numbers. */
export const nowhere = 0xffffffff;

/**
 * Binds analysed articles into a volume: everything found in them, and what searching them needs, as one run of bytes in
 * shared memory. `Volume` reads it. Linear in the text, and quick beside the analysis.
 */
export function bind(analysed: readonly AnalysedArticle[]): Uint8Array {
  const index = buildSearchIndex(
    analysed.map(({ article, statements, sentences }) => ({
      article,
      statements,
      sentences: sentences.map(([start, end]) => ({ start, end })),
    })),
  );
  const numbers = new Map<string, NumberList>();
  const list = (name: string): NumberList => {
    const known = numbers.get(name) ?? new NumberList();
    numbers.set(name, known);
    return known;
  };
  const push = (name: string, number: number) => list(name).push(number);
  const pushRange = (name: string, range: Range | null) => {
    push(name, range?.[0] ?? nowhere);
    push(name, range?.[1] ?? nowhere);
  };

  const articles: ArticleRecord[] = [];
  const texts: Uint8Array[] = [];
  const confidences: number[] = [];
  const twins: number[] = [];
  const people = new People();
  let textEnd = 0;
  for (const { article, statements, stances, sentences } of analysed) {
    const { text, paragraphs, ...record } = article;
    articles.push({ ...record, print: articlePrint(article) });
    const bytes = encodeText(text);
    texts.push(bytes);
    textEnd += bytes.length;
    push('textEnd', textEnd);
    push('paragraphFirst', list('paragraphs').length / 2);
    for (const paragraph of paragraphs) pushRange('paragraphs', paragraph);
    for (const sentence of sentences) pushRange('sentences', sentence);
    for (const statement of statements) {
      const { content, kind, speaker, cue, within } = statement;
      push('contentFirst', list('content').length / 2);
      for (const piece of content) pushRange('content', piece);
      push('statementKind', kinds.indexOf(kind));
      push('statementSpeaker', speaker === null ? nowhere : people.speaker(speaker));
      pushRange('mention', speaker?.mention ?? null);
      pushRange('cue', cue);
      push('within', within ?? nowhere);
      twins.push(statementPrint(text, statement));
    }
    push('stanceFirst', list('stanceStatement').length);
    for (const stance of stances) {
      pushRange('stanceHolder', stance.holder);
      push('stanceHolderName', people.holder(stance.holderName));
      push('stanceSupports', stance.polarity === 'supports' ? 1 : 0);
      pushRange('stanceTowards', stance.towards);
      pushRange('stanceContent', stance.content);
      push('stanceStatement', stance.statement);
      confidences.push(stance.confidence);
      const answerable = people.answerableFor(stance, statements[stance.statement]);
      push('stanceMention', answerable < 0 ? nowhere : answerable);
    }
  }
  push('paragraphFirst', list('paragraphs').length / 2);
  push('contentFirst', list('content').length / 2);
  push('stanceFirst', list('stanceStatement').length);

  const vocabulary: string[] = [];
  for (const [key, printed] of index.vocabulary) vocabulary.push(key, printed);
  for (const [term, statements] of index.spoken) {
    push('spokenTerm', term);
    push('spokenFirst', list('spoken').length);
    for (const statement of statements) push('spoken', statement);
  }
  push('spokenFirst', list('spoken').length);
  for (const title of index.titles) {
    push('titleFirst', list('titles').length);
    for (const term of title) push('titles', term);
  }
  push('titleFirst', list('titles').length);

  const lists = Object.fromEntries([...numbers].map(([name, numbered]) => [name, numbered.finish()]));
  const record: VolumeRecord = { articles, terms: [...index.terms.keys()], vocabulary, ...people.records };
  return writeColumns({
    json: record,
    lists: {
      ...lists,
      text: joined(texts, textEnd),
      stanceConfidence: Float64Array.from(confidences),
      twin: Float64Array.from(twins),
      tokens: index.tokens,
      firstToken: index.firstToken,
      articleSentence: index.articleSentence,
      blockSentence: index.blockSentence,
      blockArticle: index.blockArticle,
      blockLength: index.blockLength,
      articleStatement: index.articleStatement,
      statementPiece: index.statementPiece,
      pieces: index.pieces,
      blockTouching: index.blockTouching,
      touching: index.touching,
    },
  });
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function articlePrint({ id: _, paragraphs, ...printed }: Article): string {
  return fingerprint(JSON.stringify(printed), String(paragraphs));
}

/** What statements share that print the same words for the same speaker. */
function statementPrint(text: string, { content, speaker }: Statement): number {
  // Two articles give a speaker's name in full or in part; its last word is what they share.
  const surname = speaker === null ? '' : ([...words(speaker.name)].at(-1)?.key ?? '');
  return printOf(`${surname}\n${plainForm(content.map(([start, end]) => text.slice(start, end)).join(' '))}`);
}
