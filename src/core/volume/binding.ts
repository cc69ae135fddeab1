import { fold } from '../actor/fold.ts';
import { type State, statesIn } from '../actor/state.ts';
import type { AnalysedArticle } from '../analysed-article.ts';
import type { Article } from '../article.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Statement, StatementKind } from '../quotation/statement.ts';
import type { Range } from '../range.ts';
import { NumberList } from '../search/number-list.ts';
import { buildSearchIndex } from '../search/search-index.ts';
import { words } from '../search/word.ts';
import type { Stance } from '../stance/stance.ts';
import { encodeText, writeColumns } from './columns.ts';
import { keptSketch } from './copies.ts';
import { plainForm, printOf } from './likeness.ts';
import { People } from './people.ts';
import { countBlocks } from './postings.ts';

/** What a volume keeps of an article besides its text and paragraphs. */
export interface ArticleRecord extends Omit<Article, 'text' | 'paragraphs'> {
  /** A hash of all that the article prints and says of itself, without its id. */
  readonly print: string;
}

/** The part of a volume that is not lists of numbers. */
export interface VolumeRecord {
  readonly articles: readonly ArticleRecord[];
}

/** What a volume keeps once for all stances that share it: everything but where they stand and how sure they are. */
export type StanceLabel = Omit<Stance, 'holder' | 'towards' | 'content' | 'statement' | 'confidence'>;

/**
 * The lists of words and names that other lists of a volume mean by numbers; needed only where volumes are joined.
 * `terms` are the stems, and `printed` a word as printed for each of them, empty for function words. `mentions` are each a
 * NamedMention as JSON, in the order in which the articles use them. `aspects` are what stances can be asked for by, see
 * `aspectsOf`; `subjects` what they are about, as a reader can pick it: a phrase, or the code of a state behind "state:";
 * `phrases` those that stances are towards, folded and without their article: what is the same here is one position.
 */
export type WordList = 'terms' | 'printed' | 'mentions' | 'aspects' | 'subjects' | 'phrases';

export const kinds: readonly StatementKind[] = ['direct', 'mixed', 'indirect', 'own'];

/**
 * Stands for "nowhere" in a list of numbers. The largest number that engines hold as a small integer: looking up a larger
 * one costs every lookup beside it.
 */
export const nowhere = 0x7fffffff;

/**
 * Binds analysed articles into a volume: everything found in them, and what searching them needs, as one run of bytes in
 * shared memory. `Volume` reads it. Linear in the text, and quick beside the analysis.
 */
export function bind(analysed: readonly AnalysedArticle[]): Uint8Array {
  // The blocks of each term are counted below, in the form in which volumes keep them.
  const index = buildSearchIndex(
    analysed.map(({ article, statements, sentences }) => ({
      article,
      statements,
      sentences: sentences.map(([start, end]) => ({ start, end })),
    })),
    false,
  );
  const numbers = new Map<string, NumberList>();
  const list = (name: string): NumberList => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const begun = new NumberList();
    numbers.set(name, begun);
    return begun;
  };
  const push = (name: string, number: number) => list(name).push(number);
  const pushRange = (name: string, [start, end]: Range) => {
    push(name, start);
    push(name, end);
  };
  // What may be missing is counted from 1, so that the numbers stay small.
  const pushOptional = (name: string, number: number | null | undefined) => push(name, (number ?? -1) + 1);
  const pushOptionalRange = (name: string, range: Range | null | undefined) => {
    pushOptional(name, range?.[0]);
    pushOptional(name, range?.[1]);
  };

  const articles: ArticleRecord[] = [];
  const texts: Uint8Array[] = [];
  const confidences: number[] = [];
  const twins: number[] = [];
  const people = new People();
  const aspects = new Numbering();
  const subjects = new Numbering();
  const phrases = new Numbering();
  const stanceLabels = new Numbering();
  const pushAll = (name: string, values: Iterable<number>) => {
    push(`${name}First`, list(name).length);
    for (const value of values) push(name, value);
  };
  for (const { article, statements, stances, sentences } of analysed) {
    const { text, paragraphs, ...record } = article;
    articles.push({ ...record, print: articlePrint(article) });
    texts.push(encodeText(text));
    push('paragraphFirst', list('paragraphs').length / 2);
    for (const paragraph of paragraphs) pushRange('paragraphs', paragraph);
    for (const sentence of sentences) pushRange('sentences', sentence);
    for (const statement of statements) {
      const { content, kind, speaker, cue, within } = statement;
      push('contentFirst', list('content').length / 2);
      for (const piece of content) pushRange('content', piece);
      push('statementKind', kinds.indexOf(kind));
      pushOptional('statementSpeaker', speaker === null ? null : people.speaker(speaker));
      pushOptionalRange('mention', speaker?.mention);
      pushOptionalRange('cue', cue);
      pushOptional('within', within);
      twins.push(statementPrint(text, statement));
    }
    push('stanceFirst', list('stanceStatement').length);
    pushAll('topic', aspects.all(statesIn(article.title).map(({ state }) => aspectOfState(state))));
    const inSentence = new Map<string, readonly number[]>();
    for (const stance of stances) {
      const sentence = [stance.content, ...(statements[stance.statement]?.content ?? [])];
      const known =
        inSentence.get(String(sentence)) ?? aspects.all(sentence.flatMap((range) => aspectsOf(text, range)));
      inSentence.set(String(sentence), known);
      pushAll('sentenceAspect', known);
      pushAll('targetAspect', aspects.all(aspectsOf(text, stance.towards)));
      pushAll('subject', subjects.all(subjectsOf(text, stance.towards)));
      const { holder, towards, content, statement, confidence, ...label } = stance;
      pushOptionalRange('stanceHolder', holder);
      pushRange('stanceTowards', towards);
      pushRange('stanceContent', content);
      push('stanceStatement', statement);
      confidences.push(confidence);
      for (const number of phrases.all([targetPhrase(text, towards)])) push('stancePhrase', number);
      for (const number of stanceLabels.all([JSON.stringify(label)])) push('stanceLabel', number);
      const answerable = people.answerableFor(stance, statements[stance.statement]);
      pushOptional('stanceMention', answerable < 0 ? null : answerable);
    }
  }
  push('paragraphFirst', list('paragraphs').length / 2);
  push('contentFirst', list('content').length / 2);
  push('stanceFirst', list('stanceStatement').length);
  for (const name of ['topic', 'sentenceAspect', 'targetAspect', 'subject']) push(`${name}First`, list(name).length);

  for (const title of index.titles) {
    push('titleFirst', list('titles').length);
    for (const term of title) push('titles', term);
  }
  push('titleFirst', list('titles').length);

  const { mentions, speakers } = people.records;
  const terms = Array.from(index.terms, ([stem]) => stem);
  const blockToken = Uint32Array.from(index.blockSentence, (sentence) => index.firstToken[sentence] ?? 0);
  const sketches = analysed.flatMap((_, article) => {
    const [from, to] = [index.articleSentence[article] ?? 0, index.articleSentence[article + 1] ?? 0];
    const own = index.tokens.subarray(index.firstToken[from], index.firstToken[to]);
    return [...keptSketch(Array.from(own, (token) => terms[token] ?? ''))];
  });
  const termBlocks = countBlocks(terms, index.tokens, blockToken);
  // Read one by one where they are shown: there are many, and as objects they would weigh more than the texts.
  const speakerTexts = speakers.map(({ answerable: _, ...speaker }) => encodeText(JSON.stringify(speaker)));
  const labelTexts = stanceLabels.values.map(encodeText);
  for (const { answerable } of speakers) pushOptional('speakerMention', answerable < 0 ? null : answerable);
  for (const label of stanceLabels.values) push('labelSupports', JSON.parse(label).polarity === 'supports' ? 1 : 0);
  const record: VolumeRecord = { articles };
  for (const { makesActor } of mentions) push('makesActor', makesActor ? 1 : 0);
  const named: Readonly<Record<WordList, readonly string[]>> = {
    terms,
    printed: index.printed,
    mentions: mentions.map(({ makesActor: _, ...mention }) => JSON.stringify(mention)),
    aspects: aspects.values,
    subjects: subjects.values,
    phrases: phrases.values,
  };
  const words = Object.entries(named).flatMap(([name, strings]) => {
    const texts = strings.map(encodeText);
    return [[`${name}Text`, joined(texts)] as const, [`${name}TextEnd`, endsOf(texts)] as const];
  });
  const lists = Object.fromEntries([...numbers].map(([name, numbered]) => [name, numbered.finish()]));
  return writeColumns({
    json: record,
    lists: {
      ...lists,
      ...Object.fromEntries(words),
      text: joined(texts),
      textEnd: endsOf(texts),
      speakers: joined(speakerTexts),
      speakerEnd: endsOf(speakerTexts),
      stanceLabels: joined(labelTexts),
      stanceLabelEnd: endsOf(labelTexts),
      stanceConfidence: Float64Array.from(confidences),
      twin: Float64Array.from(twins),
      sketches: Uint32Array.from(sketches),
      termBlockFirst: termBlocks.first,
      termBlock: termBlocks.blocks,
      termBlockCount: termBlocks.counts,
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
      saidFirst: index.said.first,
      said: index.said.statements,
      spokenFirst: index.spoken.first,
      spoken: index.spoken.statements,
    },
  });
}

/** Gives each string a number, in the order in which they are first given. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  get values(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  /** The numbers of some strings, each once. */
  all(strings: readonly string[]): readonly number[] {
    return [...new Set(strings)].map((string) => {
      const number = this.#numbers.get(string) ?? this.#numbers.size;
      this.#numbers.set(string, number);
      return number;
    });
  }
}

/** The aspect by which a stance is found that names a state. */
export function aspectOfState({ code }: Pick<State, 'code'>): string {
  return `state:${code}`;
}

/** The aspect by which a stance is found that has a word; its family is no match, an opposition is not what is opposed. */
export function aspectOfWord(stem: string): string {
  return `word:${stem}`;
}

/** Everything by which a run of text can be asked for: the states it names and its words. */
function aspectsOf(text: string, range: Range): string[] {
  return [
    ...statesIn(text, range).map(({ state }) => aspectOfState(state)),
    ...[...words(text, ...range)].map(({ stem }) => aspectOfWord(stem)),
  ];
}

function targetPhrase(text: string, towards: Range): string {
  return fold(text.slice(...towards)).replace(/^(?:the|a|an|any|all) /, '');
}

/** A longer phrase is no name for a subject. In UTF-16 code units. */
const longestSubject = 60;

function subjectsOf(text: string, range: Range): string[] {
  const phrase = text
    .slice(...range)
    .split(/\s+/)
    .join(' ');
  const states = statesIn(text, range).map(({ state }) => state);
  const named = states.map(aspectOfState);
  return phrase.length > longestSubject || states.some(({ name }) => name === phrase) ? named : [...named, phrase];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const ends = endsOf(parts);
  const whole = new Uint8Array(ends.at(-1) ?? 0);
  for (const [at, part] of parts.entries()) whole.set(part, (ends[at] ?? 0) - part.length);
  return whole;
}

function endsOf(parts: readonly Uint8Array[]): Uint32Array {
  const ends = new Uint32Array(parts.length);
  for (const [at, part] of parts.entries()) ends[at] = (ends[at - 1] ?? 0) + part.length;
  return ends;
}

function articlePrint({ id: _, paragraphs, ...printed }: Article): string {
  // Sorted, so that an article read back from a volume prints the same as the one that was bound.
  const sorted = Object.entries(printed).sort(([a], [b]) => (a < b ? -1 : 1));
  return fingerprint(JSON.stringify(sorted), String(paragraphs));
}

/** What statements share that print the same words for the same speaker. */
function statementPrint(text: string, { content, speaker }: Statement): number {
  // Two articles give a speaker's name in full or in part; its last word is what they share.
  const surname = speaker === null ? '' : ([...words(speaker.name)].at(-1)?.key ?? '');
  return printOf(`${surname}\n${plainForm(content.map(([start, end]) => text.slice(start, end)).join(' '))}`);
}
