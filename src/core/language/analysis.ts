import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence, type ItsFunction } from 'wink-nlp';
import type { Range } from '../range.ts';

/** Universal part-of-speech tags, as wink-nlp's English model gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word or mark. Offsets are UTF-16 into the analysed text, end-exclusive: `text.slice(start, end)` is the token. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** The dictionary form in lower case ("said" is "say", "n’t" is "not"). */
  readonly lemma: string;
  readonly pos: PartOfSpeech;
}

/** A sentence: offsets into the text, and its tokens as `[first, last)` indices into `Analysis.tokens`. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** Which of the analysed blocks the sentence stands in; no sentence crosses from one block into the next. */
  readonly block: number;
}

/** What is known of a text's language: its tokens and sentences, in order. */
export interface Analysis {
  readonly text: string;
  readonly blocks: readonly Range[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

const nlp = winkNLP(model, ['sbd', 'pos']);
const its = nlp.its;
// The package's types leave a parameter out of `lemma`, and know `span` for one sentence only by its tuple.
const lemmaOf = its.lemma as unknown as ItsFunction<string>;
const spanOf = its.span as unknown as ItsFunction<[number, number]>;

/** Longest run handed to the tagger at once; longer blocks are cut at white space, so that cost stays linear. */
const longestRun = 50_000;

/**
 * Finds tokens (with part of speech and lemma) and sentences in each block of a text.
 * Blocks are ranges of `text` in order, not overlapping (a title, the paragraphs); text outside them is not analysed.
 * Never throws; linear in the length of the text.
 */
export function analyse(text: string, blocks: readonly Range[]): Analysis {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const [block, [start, end]] of blocks.entries()) {
    for (const [from, to] of runs(text, start, end)) {
      if (isProse(text, from, to)) analyseRun(text, from, to, block, tokens, sentences);
    }
  }
  return { text, blocks, tokens, sentences };
}

function* runs(text: string, start: number, end: number): Generator<Range> {
  let from = start;
  while (end - from > longestRun) {
    const space = text.lastIndexOf(' ', from + longestRun);
    const to = space > from ? space : from + longestRun;
    yield [from, to];
    from = to;
  }
  if (from < end) yield [from, end];
}

/**
 * Whether a long run has words in it. Thousands of marks, or of letters without a space, are noise (a table's rule, encoded
 * data), and would cost as much as a book.
 */
function isProse(text: string, from: number, to: number): boolean {
  if (to - from < 5000) return true;
  let letters = 0;
  let spaces = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if ((code | 32) >= 97 && (code | 32) <= 122) letters += 1;
    else if (code === 32) spaces += 1;
    else if (code > 0xbf && code < 0x2000) letters += 1;
  }
  return letters * 4 > to - from && spaces * 100 > to - from;
}

/** wink-nlp keeps no offsets; its tokens stand in the text in order, so the next occurrence close by is the token. */
function findToken(text: string, value: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  if (text.startsWith(value, at)) return at;
  const near = text.slice(from, from + 200 + value.length).indexOf(value);
  return near < 0 ? -1 : from + near;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160;
}

function analyseRun(text: string, from: number, to: number, block: number, tokens: Token[], sentences: Sentence[]) {
  const doc = nlp.readDoc(text.slice(from, to));
  const found = doc.tokens();
  const values = found.out(its.value) as string[];
  const tags = found.out(its.pos) as PartOfSpeech[];
  const lemmas = found.out(lemmaOf) as string[];
  const spans: [number, number][] = [];
  doc.sentences().each((sentence: ItemSentence) => {
    spans.push(sentence.out(spanOf) as [number, number]);
  });
  const first = tokens.length;
  let at = from;
  for (const [index, value] of values.entries()) {
    const start = findToken(text, value, at);
    if (start < 0 || start + value.length > to) {
      // A character the tokenizer rewrote: an empty token keeps indices aligned with the sentences.
      tokens.push({ start: at, end: at, text: '', lower: '', lemma: '', pos: 'SPACE' });
      continue;
    }
    at = start + value.length;
    const lower = value.toLowerCase();
    tokens.push({ start, end: at, text: value, lower, lemma: lemmas[index] ?? lower, pos: tags[index] ?? 'X' });
  }
  for (const [firstToken, lastToken] of spans) {
    const open = tokens[first + firstToken];
    const close = tokens[first + lastToken];
    if (open === undefined || close === undefined) continue;
    sentences.push({
      start: open.start,
      end: close.end,
      first: first + firstToken,
      last: first + lastToken + 1,
      block,
    });
  }
}
