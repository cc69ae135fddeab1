import type { PartOfSpeech, Token } from '../language/analysis.ts';
import { abbreviations, pronouns, roles, sentenceStarters } from '../language/lexicon.ts';
import type { Range } from '../range.ts';
import type { QuotedRun } from './pairing.ts';

/** A word or mark of the article's own voice, or a whole quoted run in its place. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech | 'QUOTE';
  /** Index of the outermost run this item stands for. */
  readonly run: number | null;
}

/** A sentence of the article's own voice, quoted runs closed up to one item each. */
export interface FrameSentence {
  readonly items: readonly Item[];
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  /** Whether it is the first of its paragraph. */
  readonly opensParagraph: boolean;
  /** Whether it is the title. */
  readonly headline: boolean;
}

/**
 * The article without the insides of its outermost quoted runs, in sentences. A run that ends its sentence parts, unless
 * a speech tag follows in lower case or behind a comma, question or exclamation mark. Linear in the number of tokens.
 */
export function frameOf(
  text: string,
  tokens: readonly Token[],
  paragraphs: readonly Range[],
  runs: readonly QuotedRun[],
  dateline: Range | null = null,
  headline: Range | null = null,
): FrameSentence[] {
  const sentences: FrameSentence[] = [];
  let token = 0;
  let run = 0;
  for (const [index, [from, end]] of paragraphs.entries()) {
    const start = dateline !== null && dateline[0] === from ? dateline[1] : from;
    const items: Item[] = [];
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= start) token += 1;
    while (run < runs.length && ((runs[run]?.paragraph ?? 0) < index || (runs[run]?.depth ?? 0) > 0)) run += 1;
    while (token < tokens.length) {
      const next = tokens[token];
      if (next === undefined || next.start >= end) break;
      const quoted = runs[run];
      if (quoted !== undefined && quoted.paragraph === index && next.end > quoted.range[0]) {
        if (next.start < quoted.range[0]) items.push(clipped(next, next.start, quoted.range[0], text));
        items.push(closedUp(text, quoted, run));
        while (token < tokens.length && (tokens[token]?.end ?? 0) <= quoted.range[1]) token += 1;
        const rest = tokens[token];
        if (rest !== undefined && rest.start < quoted.range[1]) {
          items.push(clipped(rest, quoted.range[1], rest.end, text));
          token += 1;
        }
        do run += 1;
        while (run < runs.length && (runs[run]?.depth ?? 0) > 0);
        continue;
      }
      if (next.text === '<') {
        // Markup that was left in the text is nobody's words.
        const close = text.indexOf('>', next.start);
        if (close > 0 && close < Math.min(end, next.start + 300) && /[a-z/!]/i.test(text.charAt(next.start + 1))) {
          while (token < tokens.length && (tokens[token]?.start ?? 0) <= close) token += 1;
          continue;
        }
      }
      if (next.start < next.end) items.push(asItem(next, tokens[token - 1], tokens[token + 1]));
      token += 1;
    }
    splitSentences(items, index, sentences, runs, text, headline !== null && headline[0] === from);
  }
  return sentences;
}

function asItem(token: Token, before: Token | undefined, after: Token | undefined): Item {
  const { start, end, text, lower, lemma } = token;
  return { start, end, text, lower, lemma, pos: tagOf(token, before, after), run: null };
}

const roleAdjectives = new Set(
  'managing acting leading retired outgoing incoming visiting elected appointed designated ruling founding consulting commanding presiding sitting supervising attending'.split(
    ' ',
  ),
);

/** The tagger's part of speech, put right where it is known to be weak: offices before names are read as verbs. */
function tagOf(token: Token, before: Token | undefined, after: Token | undefined): PartOfSpeech {
  const { pos, lower } = token;
  if (pos === 'SPACE') return 'X';
  if (pos === 'VERB' || pos === 'ADV' || pos === 'ADJ') {
    if (
      after !== undefined &&
      after.pos === 'PROPN' &&
      isCapital(after.text) &&
      roles.has(lower) &&
      before?.pos !== 'PRON' &&
      before?.pos !== 'AUX' &&
      before?.pos !== 'PART'
    )
      return 'NOUN';
    // "the hull had been": no verb stands between an article and its noun's verb.
    if (
      pos === 'VERB' &&
      before?.pos === 'DET' &&
      before.lower !== 'that' &&
      !/(?:ing|ed)$/.test(lower) &&
      (after === undefined ||
        after.pos === 'AUX' ||
        after.pos === 'ADP' ||
        after.pos === 'PUNCT' ||
        after.pos === 'VERB' ||
        after.pos === 'ADV')
    )
      return 'NOUN';
    // "the 24-year-old forward added"
    if (
      roles.has(lower) &&
      !/(?:ed|ing)$/.test(lower) &&
      before !== undefined &&
      after !== undefined &&
      (before.pos === 'ADJ' ||
        before.pos === 'DET' ||
        before.pos === 'NOUN' ||
        before.lower === '’s' ||
        before.lower === "'s") &&
      (after.pos === 'VERB' || after.pos === 'AUX') &&
      !/(?:ing)$/.test(after.lower)
    )
      return 'NOUN';
    if (
      pos === 'VERB' &&
      after !== undefined &&
      roles.has(after.lower) &&
      !/(?:ing|ed)$/.test(lower) &&
      (before?.lower === 'to' || before?.lower === 'said' || before?.pos === 'DET' || before?.pos === 'ADJ')
    )
      return 'NOUN';
    if (
      pos === 'VERB' &&
      after !== undefined &&
      roleAdjectives.has(lower) &&
      (roles.has(after.lower) || after.pos === 'NOUN')
    )
      return 'ADJ';
  }
  return pos;
}

function isCapital(text: string): boolean {
  const char = text.charAt(0);
  return char !== char.toLowerCase();
}

function clipped(token: Token, start: number, end: number, text: string): Item {
  const part = text.slice(start, end);
  const lower = part.toLowerCase();
  return { start, end, text: part, lower, lemma: lower, pos: /[A-Za-z]/.test(part) ? token.pos : 'PUNCT', run: null };
}

function closedUp(text: string, quoted: QuotedRun, run: number): Item {
  const last = text.charAt(quoted.inner[1] - 1);
  return { start: quoted.range[0], end: quoted.range[1], text: last, lower: last, lemma: last, pos: 'QUOTE', run };
}

function splitSentences(
  items: readonly Item[],
  paragraph: number,
  sentences: FrameSentence[],
  runs: readonly QuotedRun[],
  text: string,
  headline: boolean,
): void {
  let first = 0;
  let opensParagraph = true;
  for (let index = 0; index < items.length; index += 1) {
    if (index + 1 < items.length && index + 1 - first < longestSentence && !endsSentence(items, index, runs, text))
      continue;
    const part = items.slice(first, index + 1);
    const open = part[0];
    const close = part.at(-1);
    if (open !== undefined && close !== undefined) {
      sentences.push({ items: part, start: open.start, end: close.end, paragraph, opensParagraph, headline });
      opensParagraph = false;
    }
    first = index + 1;
  }
}

/** Longer sentences are noise, and are cut so that the cost of looking around in one stays bounded. */
const longestSentence = 250;
const terminals = '.!?…';

function endsSentence(items: readonly Item[], index: number, runs: readonly QuotedRun[], text: string): boolean {
  const item = items[index];
  const next = items[index + 1];
  if (item === undefined || next === undefined) return true;
  if (item.pos === 'QUOTE') return quoteEndsSentence(items, index, runs, text);
  if (item.text === '.' || item.text === '!' || item.text === '?' || item.text === '…' || /^\.{2,}$/.test(item.text)) {
    if (closers.has(next.text)) return false;
    if (item.text === '.') {
      const before = items[index - 1];
      if (before !== undefined && before.end === item.start && isAbbreviation(before) && !startsPlainly(next))
        return false;
    }
    return startsSentence(next);
  }
  if (closers.has(item.text)) {
    const before = items[index - 1];
    return before !== undefined && terminals.includes(before.text) && before.text !== '' && startsSentence(next);
  }
  // "no." and "p.m." are one token; the stop ends a sentence only before a word that starts one.
  if (item.text.length > 2 && item.text.endsWith('.') && /^[a-z]/.test(item.text)) {
    return abbreviations.has(item.lower.slice(0, -1)) || item.text.indexOf('.') < item.text.length - 1
      ? startsPlainly(next)
      : startsSentence(next);
  }
  if (item.text.length > 2 && item.text.endsWith('.')) return startsPlainly(next) && !titleLike.has(item.lower);
  return false;
}

const closers = new Set([')', ']', '”', '’', '"', "'", '»']);
const titleLike = new Set(
  'mr. mrs. ms. dr. prof. rev. hon. gen. col. lt. sgt. capt. sen. rep. gov. st. messrs. maj. adm. pres. supt.'.split(
    ' ',
  ),
);

function isAbbreviation(item: Item): boolean {
  return abbreviations.has(item.lower) || /^[A-Z]$/.test(item.text) || /^(?:[A-Za-z]\.)+[A-Za-z]$/.test(item.text);
}

function startsSentence(next: Item): boolean {
  if (next.pos === 'QUOTE') return true;
  const char = next.text.charAt(0);
  return char !== char.toLowerCase() || /^[0-9#@$£€([—–•*-]/.test(char) || char > '\u0400';
}

/** A word that, capitalised, starts a sentence even behind an abbreviation ("in the U.S. The plan …"). */
function startsPlainly(next: Item): boolean {
  return startsSentence(next) && (next.pos === 'QUOTE' || sentenceStarters.has(next.lower) || pronouns.has(next.lower));
}

function quoteEndsSentence(items: readonly Item[], index: number, runs: readonly QuotedRun[], text: string): boolean {
  const item = items[index];
  const next = items[index + 1];
  if (item === undefined || next === undefined) return true;
  const run = item.run === null ? undefined : runs[item.run];
  if (run === undefined) return false;
  const last = lastMark(text, run);
  if (next.pos === 'QUOTE') return terminals.includes(last) || last === ',' ? terminals.includes(last) : false;
  if (!startsSentence(next)) return false;
  if (/^[([—–-]/.test(next.text)) return /^[([]/.test(next.text) && terminals.includes(last);
  if (last === '.') return !tagFollows(items, index + 1, true);
  if (last === '!' || last === '?' || last === '…') return !tagFollows(items, index + 1, false);
  return false;
}

/** The last mark inside a run, looking through inner closing marks. */
export function lastMark(text: string, run: QuotedRun): string {
  let at = run.inner[1] - 1;
  while (at > run.inner[0] && '”’"\'»“ )'.includes(text.charAt(at))) at -= 1;
  return text.charAt(at);
}

const tagVerbs = new Set(
  'said says say asked asks replied replies added adds wrote writes tweeted tweets told tells shouted shouts exclaimed yelled cried recalled recalls laughed quipped joked explained answered insisted admitted noted declared concluded wondered continued responded demanded'.split(
    ' ',
  ),
);

/**
 * Whether the words from `index` are a short speech tag ("Okell said.", "the mayor asked reporters."). Behind a full stop only
 * the shortest is one, and only at the end of its sentence: elsewhere the full stop ended the sentence.
 */
function tagFollows(items: readonly Item[], index: number, strict: boolean): boolean {
  const limit = Math.min(items.length, index + (strict ? 5 : 9));
  for (let at = index; at < limit; at += 1) {
    const item = items[at];
    if (item === undefined || item.pos === 'QUOTE' || item.text === '.') return false;
    if (!tagVerbs.has(item.lower)) continue;
    if (at === index) return false;
    const next = items[at + 1];
    if (next === undefined || next.text === '.') return true;
    if (strict) return false;
    return (
      next.text === ',' ||
      /^(?:in|at|on|during|after|as|when|while|of|with|to|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
        next.lower,
      )
    );
  }
  return false;
}
