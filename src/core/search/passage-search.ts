import quickselect from 'quickselect';
import type { Article } from '../article.ts';
import type { Range } from '../range.ts';
import { type AnswerType, answerType, hasType, typedWords } from './answer-type.ts';
import { type Correction, correctQuery } from './correction.ts';
import { type Occurrences, type Run, type SoughtWord, seek, TokenMatcher } from './matching.ts';
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
  /** How many passages were ranked; `passages` are the best of them. */
  readonly total: number;
}

/**
 * From this score of the best passage the question counts as answered; below, the passages are only the nearest ones. On
 * the encyclopedia questions of `npm run evaluate:search` it withholds about 11 % of the answers and notices about 94 % of
 * the questions whose article is gone; among news the same threshold withholds fewer and notices about 80 %.
 */
export const answerable = 0.5;

/** Words are walked from the rarest on while their lists hold no more than so many blocks together. */
const longestWalk = 16_000;
/** A word's relatives together may stand everywhere and weigh nothing; a block that has them is still a candidate. */
const leastWeight = 1e-6;
/** Blocks that the caller does not want count for less of the budget, so that a narrow search sees as far. */
const refusedShare = 0.125;
/** Of the blocks so found, the best by these words; the other words are only looked up in those. */
const enoughCandidates = 1_000;
/** The candidates that are read word by word. */
const readCandidates = 50;
/** Of these, the ones in whose sentences the kind of answer is looked for. */
const lookedThrough = 12;
/** Passages of one article while other articles have some. */
const mostOfOneArticle = 3;

// BM25's usual constants (Robertson and Zaragoza 2009), and what standing in the article's title adds to a frequency.
const saturation = 1.2;
const lengthShare = 0.75;
const titleFrequency = 1;
/** What a word of related meaning adds to a frequency; other parts of speech add their share. */
const relatedFrequency = 0.3;
/** A related word in more than this share of the blocks counts for nothing. */
const commonRelative = 0.1;
/** A list of blocks is walked while it is at most so many times as long as the list of those that are looked for. */
const walkedFactor = 8;
/** Forms that count for less are words of related meaning, not the word in another form. */
const relatedBelow = 0.5;

/** The question, read against one archive. */
interface Reading {
  /** The stems of all its words. */
  readonly stems: ReadonlySet<string>;
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
export function searchPassages(
  index: SearchIndex,
  question: string,
  accepts?: (article: Article) => boolean,
  most = 20,
): PassageAnswer {
  const corrected = correctQuery(index, parseQuestion(question));
  const { query, corrections, unknown } = corrected;
  const reading = read(index, question, query, corrections.length);
  const matcher = new TokenMatcher(index, reading.sought);
  const blocks = (reading.totalWeight === 0 ? [] : bestBlocks(index, reading, matcher, accepts))
    .map(({ block, frequency }) => readBlock(index, reading, matcher, block, frequency))
    .sort((a, b) => b.relevance - a.relevance);
  const passages = blocks
    .slice(0, Math.max(lookedThrough, most))
    .flatMap((block, rank) => passagesOf(index, reading, block, rank < lookedThrough));
  const shown = spread(ranked(passages), most);
  const answered = (shown[0]?.score ?? 0) >= answerable;
  return { query, type: reading.type, corrections, unknown, answered, passages: shown, total: passages.length };
}

/**
 * Those that answer first, then the nearest, for which it does not matter whether they have the kind of thing asked for; a
 * score is never above the one before.
 */
function ranked(passages: readonly JudgedPassage[]): PassageHit[] {
  const group = ({ hit }: JudgedPassage) => (hit.score >= answerable ? 1 : 0);
  const sorted = passages.toSorted(
    (a, b) =>
      group(b) - group(a) ||
      (group(a) === 1 ? b.hit.score - a.hit.score : b.odds - a.odds) ||
      a.hit.article - b.hit.article ||
      a.hit.start - b.hit.start,
  );
  let above = 1;
  return sorted.map(({ hit }) => {
    above = Math.min(above, hit.score);
    return { ...hit, score: above };
  });
}

function read(index: SearchIndex, question: string, query: Query, corrections: number): Reading {
  const sought = seek(index, query.words, 'related');
  const followers = new Map<number, Set<number>>();
  let pairs = 0;
  let previous: number | undefined;
  let first = true;
  const stems = new Set<string>();
  for (const word of words(question.slice(0, 4_000))) {
    stems.add(word.stem);
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
    stems,
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
function bestBlocks(
  index: SearchIndex,
  { sought, totalWeight }: Reading,
  matcher: TokenMatcher,
  accepts: ((article: Article) => boolean) | undefined,
): Candidate[] {
  const room = roomFor(index);
  const blocks = candidateBlocks(index, room.scores, sought, accepts);
  for (let at = 0; at < blocks.length; at += 1) room.slots[blocks[at] ?? 0] = at + 1;
  const frequencies = sought.map((word) => frequenciesOf(index, room.slots, word, blocks));
  addTitles(index, matcher, sought, blocks, frequencies);
  for (const block of blocks) room.slots[block] = 0;

  const scores = new Array<number>(blocks.length).fill(0);
  for (const [word, counted] of frequencies.entries()) {
    const gain = (sought[word]?.weight ?? 0) * (saturation + 1);
    for (let slot = 0; slot < blocks.length; slot += 1) {
      const frequency = counted[slot] ?? 0;
      if (frequency === 0) continue;
      const length = (index.blockLength[blocks[slot] ?? 0] ?? 0) / index.averageBlockLength;
      const norm = saturation * (1 - lengthShare + lengthShare * length);
      scores[slot] = (scores[slot] ?? 0) + (gain * frequency) / (frequency + norm);
    }
  }
  const least = leastOfBest(scores, readCandidates);
  const best: Candidate[] = [];
  for (const [slot, block] of blocks.entries()) {
    const score = scores[slot] ?? 0;
    if (score >= least && score > 0) best.push({ block, frequency: score / totalWeight });
  }
  return best.sort((a, b) => b.frequency - a.frequency || a.block - b.block).slice(0, readCandidates);
}

/** How often a word stands in each of the blocks, in any of its forms. `slots`: the place of each block, counted from 1. */
function frequenciesOf(
  index: SearchIndex,
  slots: Uint32Array,
  { forms }: SoughtWord,
  blocks: readonly number[],
): Float64Array {
  const frequencies = new Float64Array(blocks.length);
  for (const { stem, share } of forms) {
    const postings = index.blocks.postings(stem);
    const related = share < relatedBelow;
    // A common word tells nothing as a relative of another, and has the longest list.
    if (related && postings.size > commonRelative * index.blocks.documentCount) continue;
    const counts = related ? relatedFrequency : share;
    // Walking a list is quicker than looking into it, as long as it is not much longer than what is looked for.
    if (postings.size < walkedFactor * blocks.length) {
      postings.forEach((count, block) => {
        const slot = slots[block] ?? 0;
        if (slot > 0) frequencies[slot - 1] = (frequencies[slot - 1] ?? 0) + counts * count;
      });
    } else {
      for (let slot = 0; slot < blocks.length; slot += 1) {
        const count = postings.get(blocks[slot] ?? 0);
        if (count !== undefined) frequencies[slot] = (frequencies[slot] ?? 0) + counts * count;
      }
    }
  }
  return frequencies;
}

function addTitles(
  index: SearchIndex,
  matcher: TokenMatcher,
  sought: readonly SoughtWord[],
  blocks: readonly number[],
  frequencies: readonly Float64Array[],
): void {
  for (let slot = 0; slot < blocks.length; slot += 1) {
    const titled = new Set<number>();
    for (const term of index.titles[index.blockArticle[blocks[slot] ?? 0] ?? 0] ?? []) {
      const word = matcher.wordOf(term);
      const counted = word === null || sought[word]?.term !== term ? undefined : frequencies[word];
      if (word === null || counted === undefined || titled.has(word)) continue;
      titled.add(word);
      counted[slot] = (counted[slot] ?? 0) + titleFrequency;
    }
  }
}

function tokensOf(index: SearchIndex, block: number): Run {
  return [
    index.firstToken[index.blockSentence[block] ?? 0] ?? 0,
    index.firstToken[index.blockSentence[block + 1] ?? 0] ?? 0,
  ];
}

/** Room for a number of each block, kept from question to question so that none is made anew; all zero between. */
interface Room {
  /** What the walked words say of it. */
  readonly scores: Float32Array;
  /** Its place among the candidates, counted from 1. */
  readonly slots: Uint32Array;
}

const rooms = new WeakMap<SearchIndex, Room>();

function roomFor(index: SearchIndex): Room {
  const size = index.blockArticle.length;
  const room = rooms.get(index) ?? { scores: new Float32Array(size), slots: new Uint32Array(size) };
  rooms.set(index, room);
  return room;
}

/** The blocks in which the rarest words weigh most, as many of these words being walked as the budget allows. */
function candidateBlocks(
  index: SearchIndex,
  partial: Float32Array,
  sought: readonly SoughtWord[],
  accepts: ((article: Article) => boolean) | undefined,
): number[] {
  const isAccepted = (block: number) => {
    const article = index.entries[index.blockArticle[block] ?? 0]?.article;
    return article !== undefined && (accepts === undefined || accepts(article));
  };
  const blocks: number[] = [];
  let walked = 0;
  for (const word of sought.toSorted((a, b) => a.blocks - b.blocks)) {
    if (walked > 0 && walked + word.blocks > longestWalk) break;
    for (const { stem, share } of word.forms) {
      // Related words are many and say little; they find candidates only for a word that is not printed itself.
      if (share < relatedBelow && word.term !== null) break;
      const postings = index.blocks.postings(stem);
      if (walked > 0 && walked + postings.size > longestWalk) continue;
      const weight = Math.max(word.weight, leastWeight) * share;
      postings.forEach((count, block) => {
        if (walked >= longestWalk) return;
        const before = partial[block] ?? 0;
        if (before === 0) {
          if (accepts !== undefined && !isAccepted(block)) {
            walked += refusedShare;
            return;
          }
          blocks.push(block);
        }
        partial[block] = before + (weight * count) / (count + saturation);
        walked += 1;
      });
    }
  }
  const scores: number[] = [];
  for (const block of blocks) {
    scores.push(partial[block] ?? 0);
    partial[block] = 0;
  }
  const least = leastOfBest(scores, enoughCandidates);
  const best: number[] = [];
  for (let at = 0; at < blocks.length && best.length < enoughCandidates; at += 1) {
    if ((scores[at] ?? 0) >= least) best.push(blocks[at] ?? 0);
  }
  return best;
}

/** The least of the highest `count` scores. */
function leastOfBest(scores: readonly number[], count: number): number {
  if (scores.length <= count) return 0;
  const sorted = scores.slice();
  quickselect(sorted, count - 1, 0, sorted.length - 1, (a, b) => b - a);
  return sorted[count - 1] ?? 0;
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

// Where no sentence of a passage has the kind of thing asked for, not even a literal match is taken for an answer; the
// order among such passages is kept.
const typeless = { mostOdds: 4, constant: -5 };

function relevanceOf(signs: Signs): number {
  let sum = 0;
  for (const sign of Object.keys(relevance) as (keyof Signs)[]) sum += relevance[sign] * signs[sign];
  return sum;
}

/** What a word counts for that stands in the article close by, where the passage says "he" or "the plan". */
const contextShare = 0.6;
/** How many sentences a passage has at most. */
const longestPassage = 3;

/** Of a sentence with none of the words. */
const noShares: number[] = [];

interface SentenceReading {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly shares: readonly number[];
  readonly coverage: number;
}

interface BlockReading {
  readonly article: number;
  readonly sentences: readonly SentenceReading[];
  /** The signs that all its passages share. */
  readonly signs: Omit<Signs, 'sentence' | 'passage' | 'dated' | 'counted'>;
  readonly heaviestMissing: number;
  /** Its best passage's relevance as far as it is known without looking for the kind of answer. */
  readonly relevance: number;
}

function weigh({ sought, totalWeight }: Reading, shares: readonly number[]): number {
  let sum = 0;
  for (const [word, share] of shares.entries()) if (share > 0) sum += share * (sought[word]?.weight ?? 0);
  return sum / totalWeight;
}

function readBlock(
  index: SearchIndex,
  reading: Reading,
  matcher: TokenMatcher,
  block: number,
  frequency: number,
): BlockReading {
  const { sought, totalWeight } = reading;
  const article = index.blockArticle[block] ?? 0;
  const first = index.blockSentence[block] ?? 0;
  const last = index.blockSentence[block + 1] ?? 0;
  const [from, to] = tokensOf(index, block);
  const found = matcher.find([[from, to]]);
  const sentences = readSentences(index, reading, article, first, last, found);

  const title = index.titles[article] ?? [];
  const around = contextBlocks(index, block);
  const known = found.shares.map((share, word) => {
    const sign = sought[word];
    if (sign === undefined || share === 1) return share;
    if (sign.term !== null && title.includes(sign.term)) return 1;
    const near = sign.forms.some(
      (form) => form.share >= contextShare && around.some((other) => index.blocks.postings(form.stem).has(other)),
    );
    return near ? Math.max(share, contextShare) : share;
  });
  const missing = known.map((share, word) => (1 - share) * (sought[word]?.weight ?? 0));
  const signs = {
    frequency,
    coverage: weigh(reading, known),
    nearness: pairwiseNearness(found, sought) / totalWeight,
    pairs: reading.pairs === 0 ? 0 : followingPairs(index, reading, from, to) / reading.pairs,
    missingNames: missing.reduce((sum, weight, word) => sum + (reading.names[word] ? weight : 0), 0) / totalWeight,
    length: Math.log((index.blockLength[block] ?? 0) + 1) / 5,
  };
  const sentence = Math.max(0, ...sentences.map(({ coverage }) => coverage));
  return {
    article,
    sentences,
    signs,
    heaviestMissing: Math.max(...missing) / totalWeight,
    relevance: relevanceOf({ ...signs, sentence, passage: sentence, dated: 0, counted: 0 }),
  };
}

/** The block's sentences with any of the question's words, and their neighbours. */
function readSentences(
  index: SearchIndex,
  reading: Reading,
  article: number,
  first: number,
  last: number,
  { at, which, worth }: Occurrences,
): SentenceReading[] {
  const entry = index.entries[article];
  const sentences: SentenceReading[] = [];
  let next = 0;
  for (let number = first; number < last; number += 1) {
    const end = index.firstToken[number + 1] ?? 0;
    const holds = next < at.length && (at[next] ?? 0) < end;
    const shares = holds ? new Array<number>(reading.sought.length).fill(0) : noShares;
    for (; next < at.length && (at[next] ?? 0) < end; next += 1) {
      const word = which[next] ?? 0;
      shares[word] = Math.max(shares[word] ?? 0, worth[next] ?? 0);
    }
    const printed = entry?.sentences[number - (index.articleSentence[article] ?? 0)];
    // The headline is searched with the text below it; it is the title, not a passage.
    if (entry === undefined || printed === undefined || printed.start < (entry.article.headline?.[1] ?? 0)) continue;
    const paragraph = lastFrom(entry.article.paragraphs, printed.start);
    sentences.push({
      start: printed.start,
      end: printed.end,
      paragraph,
      shares,
      coverage: holds ? weigh(reading, shares) : 0,
    });
  }
  return entry === undefined ? sentences : answersFor(reading, entry.article.text, sentences);
}

const question = /\?[\s"”’»)\]]*$/u;

/** What a printed question shares with the asked one counts for the sentence after it, which answers. */
function answersFor(reading: Reading, text: string, sentences: readonly SentenceReading[]): SentenceReading[] {
  const passed: SentenceReading[] = [];
  let asked: SentenceReading | null = null;
  for (const [at, sentence] of sentences.entries()) {
    const own: SentenceReading = asked === null ? sentence : withShares(reading, sentence, joined([asked, sentence]));
    const isAsked = own.coverage > 0 && at + 1 < sentences.length && question.test(text.slice(own.start, own.end));
    passed.push(isAsked ? { ...own, shares: noShares, coverage: 0 } : own);
    asked = isAsked ? own : null;
  }
  return passed;
}

function withShares(reading: Reading, sentence: SentenceReading, shares: readonly number[]): SentenceReading {
  return { ...sentence, shares, coverage: weigh(reading, shares) };
}

interface JudgedPassage {
  readonly hit: PassageHit;
  /** As in the score, but without asking whether the passage has the kind of thing asked for. */
  readonly odds: number;
}

/** The passages of a block, at most one of each paragraph. `look`: whether to look for the kind of answer. */
function passagesOf(index: SearchIndex, reading: Reading, block: BlockReading, look: boolean): JudgedPassage[] {
  const { article, signs } = block;
  const { type } = reading;
  const text = index.entries[article]?.article.text ?? '';
  const hits: JudgedPassage[] = [];
  const paragraphs = new Set(block.sentences.map(({ paragraph }) => paragraph));
  for (const paragraph of paragraphs) {
    const own = block.sentences.filter((sentence) => sentence.paragraph === paragraph);
    const typed = own.map(
      ({ start, end, coverage }) =>
        look && type !== null && coverage > 0 && typedWords(text, [start, end], type, reading.stems).length > 0,
    );
    const values = own.map(({ coverage }, at) => coverage * (typed[at] ? typedFavour : 1));
    const best = values.indexOf(Math.max(...values));
    const answering = own[best];
    if (answering === undefined || answering.coverage === 0) continue;
    const passage = widen(reading, own, best);
    const isTyped = ({ start, end }: SentenceReading) =>
      type !== null && hasType(text, [start, end], type, reading.stems, (stem) => isPrintedAsName(index, stem));
    const typedCoverage = Math.max(0, ...own.map(({ coverage }, at) => (typed[at] ? coverage : 0)));
    const relevant = relevanceOf({
      ...signs,
      sentence: Math.max(...own.map(({ coverage }) => coverage)),
      passage: weigh(reading, joined(passage)),
      dated: type === 'when' ? typedCoverage : 0,
      counted: type === 'how many' || type === 'how much' ? typedCoverage : 0,
    });
    const odds =
      doubt.constant +
      doubt.relevance * relevant +
      doubt.corrected * reading.corrected +
      doubt.untyped * (type !== null && typedCoverage === 0 ? 1 : 0) +
      doubt.heaviestMissing * block.heaviestMissing;
    const isTypeless = look && type !== null && !passage.some(isTyped);
    const judged = isTypeless ? Math.min(odds, typeless.mostOdds) + typeless.constant : odds;
    const hit = {
      article,
      start: passage[0]?.start ?? answering.start,
      end: passage.at(-1)?.end ?? answering.end,
      paragraph,
      sentence: [answering.start, answering.end] as const,
      score: 1 / (1 + Math.exp(-judged)),
    };
    hits.push({ hit, odds });
  }
  return hits;
}

/** Whether the articles never print a word with a small letter. */
function isPrintedAsName(index: SearchIndex, stem: string): boolean {
  return /^\p{Lu}/u.test(index.printed[index.terms.get(stem) ?? -1] ?? '');
}

/** How much more likely a sentence with the kind of thing asked for is the one that answers. */
const typedFavour = 1.3;

/** The blocks of the article that say whom "he" and what "the plan" means: its first, and the ones before and after. */
function contextBlocks(index: SearchIndex, block: number): number[] {
  const article = index.blockArticle[block];
  return [...new Set([index.articleBlock[article ?? 0] ?? block, block - 1, block + 1])].filter(
    (other) => other !== block && index.blockArticle[other] === article,
  );
}

function joined(sentences: readonly SentenceReading[]): number[] {
  const shares: number[] = [];
  for (const sentence of sentences) {
    for (const [word, share] of sentence.shares.entries()) shares[word] = Math.max(shares[word] ?? 0, share);
  }
  return shares;
}

/** The sentences round one that make the passage: those that hold more of the words, else the next ones. */
function widen(reading: Reading, sentences: readonly SentenceReading[], best: number): readonly SentenceReading[] {
  let first = best;
  let last = best + 1;
  while (last - first < longestPassage && last - first < sentences.length) {
    const before = first > 0 ? weigh(reading, joined(sentences.slice(first - 1, last))) : -1;
    const after = last < sentences.length ? weigh(reading, joined(sentences.slice(first, last + 1))) : -1;
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
  const found = new Set<number>();
  for (let token = from; token + 1 < to; token += 1) {
    const [term, next] = [index.tokens[token] ?? -1, index.tokens[token + 1] ?? -1];
    if (followers.get(term)?.has(next)) found.add(term * index.terms.size + next);
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
