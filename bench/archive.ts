import { bareArticle } from '../src/core/article.ts';
import type { Statement } from '../src/core/quotation/statement.ts';
import type { Range } from '../src/core/range.ts';
import type { IndexEntry } from '../src/core/search/search-index.ts';

/** A question about a generated archive, and the passage that holds its answer. */
export interface GeneratedQuestion {
  readonly question: string;
  readonly article: string;
  /** Index into the article's paragraphs. */
  readonly paragraph: number;
}

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const onsets = 'b br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w'.split(
  ' ',
);
const vowels = 'a e i o u a e i o ai ea ou oa ee'.split(' ');
const codas = 'n r l t s d m ck nd nt rd st ll ss p b g v'.split(' ');
const endings = ['', '', '', '', 's', 'ed', 'ing', 'er', 'ly', 'ment', 'ation', 'al', 'ity', 'ness'];
const functionWords =
  'the of and to a in is was that for it with as his on be at by he had are but from or have an they which not were her all this one there been their has who will more if out so what up said about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must'.split(
    ' ',
  );

/** Made-up words, the most frequent first, and how to draw from them as texts do (Zipf's law, exponent 1). */
class Vocabulary {
  readonly #words: readonly string[];
  readonly #cumulative: Float64Array;

  constructor(words: readonly string[]) {
    this.#words = words;
    this.#cumulative = new Float64Array(words.length);
    let sum = 0;
    // The first ranks of a language are function words, drawn apart.
    for (let rank = 0; rank < words.length; rank += 1) {
      sum += 1 / (rank + 12);
      this.#cumulative[rank] = sum;
    }
  }

  draw(random: () => number): string {
    const wanted = random() * (this.#cumulative.at(-1) ?? 0);
    let low = 0;
    let high = this.#words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#cumulative[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.#words[low] ?? '';
  }
}

function pick<One>(list: readonly One[], random: () => number): One {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

function makeWords(count: number, random: () => number): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    let word = '';
    const syllables = 1 + Math.floor(random() * 3);
    for (let syllable = 0; syllable < syllables; syllable += 1) word += pick(onsets, random) + pick(vowels, random);
    word += pick(codas, random) + pick(endings, random);
    if (word.length > 3) words.add(word);
  }
  return [...words];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * News that nobody wrote: made-up words in the proportions of English, articles about a subject each, names, numbers,
 * and quotations with their speakers; one article has about `paragraphsEach` indexed passages of some 110 words. The same
 * seed gives the same archive. `words`, the most frequent first, takes the place of the made-up ones.
 */
export function* generateArticles(
  passages: number,
  seed = 1,
  words?: readonly string[],
  paragraphsEach = 5,
): Generator<IndexEntry> {
  const random = randomFrom(seed);
  const vocabulary = new Vocabulary(words ?? makeWords(60_000, random));
  for (let made = 0, number = 0; made < passages; number += 1) {
    const subject = Array.from({ length: 30 }, () => vocabulary.draw(random));
    const people = Array.from(
      { length: 3 },
      () => `${capital(vocabulary.draw(random))} ${capital(vocabulary.draw(random))}`,
    );
    const count = Math.min(passages - made, 1 + Math.floor(random() * (2 * paragraphsEach - 1)));
    yield makeArticle(`made-${number}`, subject, people, count, vocabulary, random);
    made += count;
  }
}

function makeArticle(
  id: string,
  subject: readonly string[],
  people: readonly string[],
  count: number,
  vocabulary: Vocabulary,
  random: () => number,
): IndexEntry {
  let text = '';
  const sentences: { start: number; end: number }[] = [];
  const paragraphs: Range[] = [];
  const statements: Statement[] = [];
  const makeSentence = (length: number) => {
    const words: string[] = [];
    while (words.length < length) {
      const roll = random();
      if (roll < 0.45) words.push(functionWords[Math.floor(random() ** 2 * functionWords.length)] ?? 'the');
      else if (roll < 0.6) words.push(pick(subject, random));
      else if (roll < 0.63) words.push(pick(people, random));
      else if (roll < 0.645) words.push(String(Math.floor(random() ** 3 * 9_000) + 2));
      else words.push(vocabulary.draw(random));
    }
    return capital(words.join(' '));
  };
  for (let paragraph = 0; paragraph < count; paragraph += 1) {
    if (paragraph > 0) text += '\n\n';
    const from = text.length;
    for (let words = 0; words < 110; ) {
      const length = 8 + Math.floor(random() * 26);
      words += length;
      if (text.length > from) text += ' ';
      const start = text.length;
      if (random() < 0.3) {
        const said = makeSentence(length);
        const name = pick(people, random);
        text += `“${said},” said ${name}.`;
        const mention = start + said.length + 8;
        statements.push({
          content: [[start + 1, start + said.length + 2]],
          kind: 'direct',
          speaker: { name, mention: [mention, mention + name.length], confidence: 0.95 },
          cue: [mention - 5, mention - 1],
          within: null,
        });
      } else text += `${makeSentence(length)}.`;
      sentences.push({ start, end: text.length });
    }
    paragraphs.push([from, text.length]);
  }
  const article = bareArticle({
    id,
    title: capital(subject.slice(0, 6).join(' ')),
    date: `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
    text,
    paragraphs,
  });
  return { article, sentences, statements };
}

/** Questions whose words stand in one sentence of the archive, with question words round them and others mixed in. */
export function generateQuestions(entries: readonly IndexEntry[], count: number, seed = 2): GeneratedQuestion[] {
  const random = randomFrom(seed);
  const openings = ['What did', 'Who said that', 'When was', 'How many', 'Where does', 'Why is', 'Which'];
  return Array.from({ length: count }, () => {
    const { article, sentences } = pick(entries, random);
    const sentence = pick(sentences, random);
    const words = article.text
      .slice(sentence.start, sentence.end)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3);
    const start = Math.floor(random() * Math.max(1, words.length - 6));
    const chosen = words.slice(start, start + 6).filter(() => random() < 0.7);
    const paragraph = article.paragraphs.findIndex(([start, end]) => start <= sentence.start && sentence.end <= end);
    return { question: `${pick(openings, random)} the ${chosen.join(' ')}?`, article: article.id, paragraph };
  });
}
