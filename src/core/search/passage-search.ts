import type { Range } from '../range.ts';
import { type AnswerType, answerType, typedWords } from './answer-type.ts';
import { type Correction, correctQuery } from './correction.ts';
import { type Occurrences, type SoughtWord, seek, TokenMatcher } from './matching.ts';
import { lastFrom } from './passage.ts';
import { parseQuestion, type Query } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { words } from './word.ts';

/** One to three sentences of one paragraph, cut at sentence ends. Offsets are UTF-16 into the article's text. */
export interface PassageHit {
  /** The index of its entry in the archive. */
  readonly article: number;
  readonly start: number;
  readonly end: number;
  /** Index into the article's paragraphs, −1 when the sentence stands outside them. */
  readonly paragraph: number;
  /** The sentence that most likely answers, within the passage. */
  readonly sentence: Range;
  /** 0 to 1: how likely the passage is to answer the question, were half of all questions answered by the archive. */
  readonly score: number;
}

export interface PassageAnswer {
  /** What was looked for in the end; marks matched words (`markMatches`). */
  readonly query: Query;
  readonly type: AnswerType | null;
  readonly corrections: readonly Correction[];
  readonly unknown: readonly string[];
  /** Whether the best passage passes the threshold; where not, the passages are only the nearest ones. */
  readonly answered: boolean;
  readonly passages: readonly PassageHit[];
  /** How many passages were compared and hold any of the words. */
  readonly total: number;
}

/**
 * From this score of the best passage the question counts as answered; below, the passages are only the nearest ones. On
 * the encyclopedia questions of `npm run evaluate:search` it withholds about 9 % of the answers and notices about 94 % of
 * the questions whose article is gone; among news the same threshold withholds fewer and notices about 80 %.
 */
export const answerable = 0.5;

/** Rare words are walked until so many blocks are candidates; the other words are only looked up in those. */
const enoughCandidates = 1_000;
/** Of one word no more blocks than this are walked. */
const longestWalk = 20_000;
/** The candidates that are read word by word. */
const readCandidates = 50;
/** Passages of one article while other articles have some. */
const mostOfOneArticle = 3;

// BM25's usual constants (Robertson and Zaragoza 2009), and what standing in the article's title adds to a frequency.
const saturation = 1.2;
const lengthShare = 0.75;
const titleFrequency = 1;
/** What a word of related meaning adds to a frequency; other parts of speech add their share. */
const relatedFrequency = 0.3;

/** The question, read against one archive. */
interface Reading {
  readonly question: string;
  readonly query: Query;
  readonly type: AnswerType | null;
  readonly sought: readonly SoughtWord[];
  readonly totalWeight: number;
  /** Which words are written like names. */
  readonly names: readonly boolean[];
  /** The terms that follow each term in the question, function words included. */
  readonly followers: ReadonlyMap<number, ReadonlySet<number>>;
  readonly pairs: number;
  /** The share of the words that were corrected, 0 to 1. */
  readonly corrected: number;
}

/** Finds the passages that answer a question, the best first. */
export function searchPassages(index: SearchIndex, question: string, most = 20): PassageAnswer {
  const corrected = correctQuery(index, parseQuestion(question));
  const { query, corrections, unknown } = corrected;
  const reading = read(index, question, query, corrections.length);
  const candidates = reading.totalWeight === 0 ? [] : bestBlocks(index, reading);
  const passages = candidates
    .flatMap(({ block, frequency }) => readBlock(index, reading, block, frequency))
    .sort((a, b) => b.score - a.score || a.article - b.article || a.start - b.start);
  const shown = spread(passages, most);
  const answered = (shown[0]?.score ?? 0) >= answerable;
  return { query, type: reading.type, corrections, unknown, answered, passages: shown, total: passages.length };
}

function read(index: SearchIndex, question: string, query: Query, corrections: number): Reading {
  const sought = seek(index, query.words, 'related');
  const followers = new Map<number, Set<number>>();
  let pairs = 0;
  let previous: number | undefined;
  let first = true;
  for (const word of words(question.slice(0, 4_000))) {
    const term = index.terms.get(word.stem);
    if (!first) pairs += 1;
    first = false;
    if (previous !== undefined && term !== undefined) {
      const list = followers.get(previous);
      if (list === undefined) followers.set(previous, new Set([term]));
      else list.add(term);
    }
    previous = term;
  }
  const opening = /^[^\p{L}\p{N}]*/u.exec(question)?.[0].length ?? 0;
  return {
    question,
    query,
    type: answerType(question),
    sought,
    totalWeight: sought.reduce((sum, { weight }) => sum + weight, 0),
    names: query.words.map(({ text }) => /^\p{Lu}/u.test(text) && !question.startsWith(text, opening)),
    followers,
    pairs,
    corrected: corrections / Math.max(1, query.words.length),
  };
}

interface Candidate {
  readonly block: number;
  /** BM25, per unit of the question's weight. */
  readonly frequency: number;
}

/** The blocks to read: found by the rarest words, ordered by BM25 over all of them. */
function bestBlocks(index: SearchIndex, { sought, totalWeight }: Reading): Candidate[] {
  const blocks = new Set<number>();
  for (const word of sought.toSorted((a, b) => a.blocks - b.blocks)) {
    if (blocks.size >= enoughCandidates) break;
    for (const { stem, share } of word.forms) {
      // Relatives are many and say little; they find candidates only for a word that is not printed itself.
      if (share < 1 && word.term !== null && blocks.size > 0) break;
      let walked = 0;
      for (const block of index.blocks.postings(stem).keys()) {
        if (walked === longestWalk || blocks.size >= enoughCandidates * 2) break;
        walked += 1;
        blocks.add(block);
      }
    }
  }
  const postings = sought.map(({ forms }) =>
    forms.map(({ stem, share }) => ({
      at: index.blocks.postings(stem),
      share: share < 0.5 ? relatedFrequency : share,
    })),
  );
  const average = index.averageBlockLength;
  const scored: Candidate[] = [];
  for (const block of blocks) {
    const title = index.titles[index.blockArticle[block] ?? 0] ?? [];
    const norm = saturation * (1 - lengthShare + (lengthShare * (index.blockLength[block] ?? 0)) / average);
    let sum = 0;
    for (const [word, { term, weight }] of sought.entries()) {
      let frequency = term !== null && title.includes(term) ? titleFrequency : 0;
      for (const { at, share } of postings[word] ?? []) frequency += share * (at.get(block) ?? 0);
      if (frequency > 0) sum += (weight * frequency * (saturation + 1)) / (frequency + norm);
    }
    scored.push({ block, frequency: sum / totalWeight });
  }
  return scored.sort((a, b) => b.frequency - a.frequency || a.block - b.block).slice(0, readCandidates);
}

/** What speaks for a passage, each about 0 to 1. */
interface Signs {
  /** BM25 of the block, per unit of the question's weight. */
  readonly frequency: number;
  /** Shares of the question's weight that stand in the best sentence, the passage, the block with the title. */
  readonly sentence: number;
  readonly passage: number;
  readonly coverage: number;
  /** How near to each other the words stand in the block. */
  readonly nearness: number;
  /** The share of the question's pairs of neighbours that are neighbours in the block. */
  readonly pairs: number;
  /** The share of the weight of names that stand neither in the block nor in the title. */
  readonly missingNames: number;
  /** A fifth of the natural logarithm of the block's words. */
  readonly length: number;
  /** The best share of the weight in a sentence that has a date, a number, if that is what is asked for. */
  readonly dated: number;
  readonly counted: number;
}

// What each sign counts, fitted as a softmax over the candidates of a question; the questions were about encyclopedia
// articles, and no sign is peculiar to them. In natural logarithms of odds.
const relevance: Signs = {
  frequency: 4.15,
  sentence: 3,
  passage: 1.25,
  coverage: 3.55,
  nearness: 1.4,
  pairs: 3.8,
  missingNames: -2.9,
  length: -1.6,
  dated: 1.45,
  counted: 0.85,
};

// Whether the best passage answers at all, fitted by logistic regression over questions asked with and without the
// article that answers them.
const doubt = {
  constant: -4.22,
  relevance: 0.72,
  /** Each share of words that no article contains and that were corrected. */
  corrected: -5.07,
  /** No sentence with any of the words has the kind of thing asked for. */
  untyped: -1.54,
  /** The share of the question's weight that its heaviest missing word has. */
  heaviestMissing: -2.46,
};

function relevanceOf(signs: Signs): number {
  let sum = 0;
  for (const sign of Object.keys(relevance) as (keyof Signs)[]) sum += relevance[sign] * signs[sign];
  return sum;
}

/** What a word counts for that stands in the article close by, where the passage says "he" or "the plan". */
const contextShare = 0.6;
/** How many sentences a passage has at most. */
const longestPassage = 3;

interface SentenceReading {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly shares: readonly number[];
  readonly coverage: number;
  readonly typed: boolean;
}

/** The passages of a block, at most one of each paragraph. */
function readBlock(index: SearchIndex, reading: Reading, block: number, frequency: number): PassageHit[] {
  const { sought, totalWeight, type } = reading;
  const article = index.blockArticle[block] ?? 0;
  const entry = index.entries[article];
  if (entry === undefined) return [];
  const matcher = new TokenMatcher(index, sought);
  const weigh = (shares: readonly number[]) =>
    shares.reduce((sum, share, word) => sum + share * (sought[word]?.weight ?? 0), 0) / totalWeight;

  const firstSentence = index.blockSentence[block] ?? 0;
  const lastSentence = index.blockSentence[block + 1] ?? 0;
  const from = index.firstToken[firstSentence] ?? 0;
  const to = index.firstToken[lastSentence] ?? 0;
  const sentences: SentenceReading[] = [];
  for (let number = firstSentence; number < lastSentence; number += 1) {
    const printed = entry.sentences[number - (index.articleSentence[article] ?? 0)];
    if (printed === undefined) continue;
    const { shares } = matcher.find([[index.firstToken[number] ?? 0, index.firstToken[number + 1] ?? 0]]);
    const coverage = weigh(shares);
    const typed =
      type !== null &&
      coverage > 0 &&
      typedWords(entry.article.text, [printed.start, printed.end], type, reading.question).length > 0;
    const paragraph = lastFrom(entry.article.paragraphs, printed.start);
    sentences.push({ number, start: printed.start, end: printed.end, paragraph, shares, coverage, typed });
  }

  const all = matcher.find([[from, to]]);
  const title = index.titles[article] ?? [];
  const around = contextBlocks(index, block);
  const known = all.shares.map((share, word) => {
    const sign = sought[word];
    if (sign === undefined || share === 1) return share;
    if (sign.term !== null && title.includes(sign.term)) return 1;
    const near = sign.forms.some(
      (form) => form.share >= contextShare && around.some((other) => index.blocks.postings(form.stem).has(other)),
    );
    return near ? Math.max(share, contextShare) : share;
  });
  const shared = {
    frequency,
    coverage: weigh(known),
    nearness: pairwiseNearness(all, sought) / totalWeight,
    pairs: reading.pairs === 0 ? 0 : followingPairs(index, reading, from, to) / reading.pairs,
    missingNames: weigh(known.map((share, word) => (reading.names[word] ? 1 - share : 0))),
    length: Math.log((index.blockLength[block] ?? 0) + 1) / 5,
  };
  const missing = known.map((share, word) => (1 - share) * (sought[word]?.weight ?? 0));
  const heaviestMissing = Math.max(...missing) / totalWeight;

  const hits: PassageHit[] = [];
  for (const paragraph of new Set(sentences.map((sentence) => sentence.paragraph))) {
    const own = sentences.filter((sentence) => sentence.paragraph === paragraph);
    const best = own.reduce((a, b) => (value(b) > value(a) ? b : a));
    if (best.coverage === 0) continue;
    const window = widen(own, own.indexOf(best), weigh);
    const [first, last] = [window[0] ?? best, window.at(-1) ?? best];
    const typed = Math.max(0, ...own.map((sentence) => (sentence.typed ? sentence.coverage : 0)));
    const relevant = relevanceOf({
      ...shared,
      sentence: Math.max(...own.map(({ coverage }) => coverage)),
      passage: weigh(joined(window)),
      dated: type === 'when' ? typed : 0,
      counted: type === 'how many' || type === 'how much' ? typed : 0,
    });
    const odds =
      doubt.constant +
      doubt.relevance * relevant +
      doubt.corrected * reading.corrected +
      doubt.untyped * (type !== null && typed === 0 ? 1 : 0) +
      doubt.heaviestMissing * heaviestMissing;
    const score = 1 / (1 + Math.exp(-odds));
    hits.push({ article, start: first.start, end: last.end, paragraph, sentence: [best.start, best.end], score });
  }
  return hits;
}

/** The blocks of the article that say whom "he" and what "the plan" means: its first, and the ones before and after. */
function contextBlocks(index: SearchIndex, block: number): number[] {
  const article = index.blockArticle[block];
  return [...new Set([index.articleBlock[article ?? 0] ?? block, block - 1, block + 1])].filter(
    (other) => other !== block && index.blockArticle[other] === article,
  );
}

function value({ coverage, typed }: SentenceReading): number {
  return coverage * (typed ? 1.3 : 1);
}

function joined(window: readonly SentenceReading[]): number[] {
  const shares: number[] = [];
  for (const sentence of window)
    for (const [word, share] of sentence.shares.entries()) shares[word] = Math.max(shares[word] ?? 0, share);
  return shares;
}

/** The sentences round one that make the passage: those that hold more of the words, else the next ones. */
function widen(
  sentences: readonly SentenceReading[],
  best: number,
  weigh: (shares: readonly number[]) => number,
): readonly SentenceReading[] {
  let first = best;
  let last = best + 1;
  while (last - first < longestPassage && last - first < sentences.length) {
    const before = first > 0 ? weigh(joined(sentences.slice(first - 1, last))) : -1;
    const after = last < sentences.length ? weigh(joined(sentences.slice(first, last + 1))) : -1;
    if (before > after) first -= 1;
    else last += 1;
  }
  return sentences.slice(first, last);
}

/** How near to each other the words of the question stand, by pairs: 1 when side by side, half at five words. */
function pairwiseNearness({ at, which }: Occurrences, sought: readonly SoughtWord[]): number {
  const count = sought.length;
  const last = new Array<number>(count).fill(-1);
  const nearest = new Map<number, number>();
  for (const [index, token] of at.entries()) {
    const word = which[index] ?? 0;
    for (let other = 0; other < count; other += 1) {
      const seen = last[other] ?? -1;
      if (other === word || seen < 0) continue;
      const pair = Math.min(word, other) * count + Math.max(word, other);
      nearest.set(pair, Math.min(nearest.get(pair) ?? Number.POSITIVE_INFINITY, token - seen));
    }
    last[word] = token;
  }
  let sum = 0;
  for (const [pair, distance] of nearest) {
    const lighter = Math.min(sought[Math.floor(pair / count)]?.weight ?? 0, sought[pair % count]?.weight ?? 0);
    sum += lighter / (1 + distance / 5);
  }
  return sum;
}

/** How many of the question's pairs of neighbouring words stand side by side in the tokens too. */
function followingPairs(index: SearchIndex, { followers }: Reading, from: number, to: number): number {
  const found = new Set<string>();
  for (let token = from; token + 1 < to; token += 1) {
    const [term, next] = [index.tokens[token] ?? -1, index.tokens[token + 1] ?? -1];
    if (followers.get(term)?.has(next)) found.add(`${term} ${next}`);
  }
  return found.size;
}

/** The best passages, of one article only so many while others have some. */
function spread(passages: readonly PassageHit[], most: number): PassageHit[] {
  const counts = new Map<number, number>();
  const shown: PassageHit[] = [];
  const later: PassageHit[] = [];
  for (const passage of passages) {
    const count = counts.get(passage.article) ?? 0;
    counts.set(passage.article, count + 1);
    (count < mostOfOneArticle ? shown : later).push(passage);
  }
  return [...shown, ...later].slice(0, most);
}
