import type { Analysis, Token } from '../language/analysis.ts';
import type { Range } from '../range.ts';
import { type Clauses, headLemma, isMark, type Links, linkVerbs, lowerAt, readClauses } from './clause.ts';
import { nounLemma, verbLemma } from './form.ts';
import type { Kind } from './lexicon.ts';
import { judgementPatterns, nounPatterns, reversedPatterns, standPatterns, verbPatterns } from './pattern.ts';
import type { Span } from './phrase.ts';
import { type Reading, readStances } from './sentence.ts';
import { harms, offices, reporting } from './vocabulary.ts';

/** What a clause shows of one actor towards another, when its rules find it outright. */
export interface Shown {
  /** 1 positive, -1 negative. */
  readonly sign: 1 | -1;
  /** 0 to 1. */
  readonly weight: number;
  /** The lexicon's word that shows it, and its kind. */
  readonly word: string;
  readonly kind: Kind;
}

/** A stretch of text with two mentions, read once for both directions. Spans are token indices. */
export interface Pair {
  readonly tokens: readonly Token[];
  readonly clauses: Clauses;
  readonly links: Links;
  readonly readings: readonly Reading[];
  readonly a: Span;
  readonly b: Span;
}

/** Longest stretch around two mentions that is read, in tokens. */
const reach = 220;

/** The sentences that hold both ranges, read; null when either range holds no token or they stand too far apart. */
export function readPair(analysis: Analysis, a: Range, b: Range): Pair | null {
  const { tokens, sentences } = analysis;
  const first = tokenSpan(tokens, a);
  const second = tokenSpan(tokens, b);
  if (first === null || second === null) return null;
  const low = Math.min(first[0], second[0]);
  const high = Math.max(first[1], second[1]);
  if (high - low > reach) return null;
  let from = low;
  let to = high;
  for (const sentence of sentences) {
    if (sentence.first <= low && low < sentence.last) from = sentence.first;
    if (sentence.first < high && high <= sentence.last) to = sentence.last;
  }
  if (to - from > reach) {
    from = Math.max(from, low - 40);
    to = Math.min(to, high + 40);
  }
  return pairOf(tokens, from, to, first, second);
}

/** Two mentions within a stretch of tokens. */
export function pairOf(tokens: readonly Token[], from: number, to: number, a: Span, b: Span): Pair {
  const clauses = readClauses(tokens, from, to);
  return { tokens, clauses, links: linkVerbs(clauses), readings: readStances(tokens, from, to), a, b };
}

/** The tokens that a range of the text touches, or null. */
export function tokenSpan(tokens: readonly Token[], range: Range): Span | null {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= range[0]) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < tokens.length && (tokens[last]?.start ?? Number.POSITIVE_INFINITY) < range[1]) last += 1;
  return last > low ? [low, last] : null;
}

function touches(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** The index of a span's head: the last noun before what hangs on it. */
function headOf(clauses: Clauses, span: Span): number {
  const chunk = clauses.chunks[clauses.chunkOf[span[0] - clauses.first] ?? -1];
  if (chunk?.kind === 'noun') return chunk.head;
  return span[0];
}

/** Heads that set a phrase against whom it names: "Velmark's opponents". */
const adversaries = new Set(
  'opponent critic rival foe enemy adversary detractor accuser challenger victim opposition rebel dissident exile plaintiff'.split(
    ' ',
  ),
);

type HolderRole = 'head' | 'owner' | 'of' | 'for' | 'other';

/** How a mention takes part in a holder phrase. */
function holderRole(clauses: Clauses, span: Span, mention: Span): HolderRole | null {
  if (!touches(span, mention)) return null;
  const head = headOf(clauses, span);
  if (mention[0] <= head && head < mention[1]) return 'head';
  const token = clauses.tokens[head];
  if (token !== undefined && adversaries.has(nounLemma(token))) return 'other';
  if (mention[1] <= head + 1) return 'owner';
  const lead = lowerAt(clauses, leadOf(clauses, mention));
  if (lead === 'of') return 'of';
  if (lead === 'for') return 'for';
  const chunk = clauses.chunks[clauses.chunkOf[mention[0] - clauses.first] ?? -1];
  if (
    chunk?.kind === 'noun' &&
    mention[0] > chunk.first &&
    isMark(clauses.chunks[(clauses.chunkOf[mention[0] - clauses.first] ?? 0) - 1], 'I')
  )
    return 'of';
  return 'other';
}

/** Token of the preposition before the noun group a mention stands in, or -1. */
function leadOf(clauses: Clauses, mention: Span): number {
  const k = clauses.chunkOf[mention[0] - clauses.first] ?? -1;
  const before = clauses.chunks[k - 1];
  return isMark(before, 'I') ? before.first : -1;
}

type TargetRole = 'head' | 'owner' | 'agent' | 'of' | 'victim' | 'inside';

export function targetRole(clauses: Clauses, span: Span, mention: Span): TargetRole | null {
  if (!touches(span, mention)) return null;
  const head = headOf(clauses, span);
  const noun = clauses.tokens[head] === undefined ? '' : nounLemma(clauses.tokens[head]);
  const harmful = harms.has(noun);
  if (mention[0] <= head && head < mention[1]) return 'head';
  if (mention[1] <= head + 1) return 'owner';
  const lead = lowerAt(clauses, leadOf(clauses, mention));
  if (lead === 'by' || lead === 'from') return 'agent';
  const direct = headOf(clauses, [
    clauses.chunks[clauses.chunkOf[mention[0] - clauses.first] ?? -1]?.first ?? mention[0],
    mention[1],
  ]);
  if (harmful && /^(?:of|on|against|in|at|with|into)$/u.test(lead)) return 'victim';
  if (
    lead === 'of' &&
    /^(?:dozen|score|hundred|thousand|million|number|group|handful|lot|majority|couple|pair|member)$/u.test(noun)
  )
    return 'head';
  if (lead === 'of' && direct >= mention[0] && direct < mention[1]) return 'of';
  if (lead === 'of') return 'of';
  return 'inside';
}

/** What the rules show outright of `a` towards `b`. */
export function shownOf(pair: Pair, a: Span, b: Span): Shown | null {
  let best: Shown | null = null;
  for (const reading of pair.readings) {
    const told = alleged(pair, reading, a, b);
    if (told !== null && (best === null || told.weight > best.weight)) best = told;
    const role = roleOfHolder(pair, reading, a);
    if (role === null || role === 'other') continue;
    const target = targetRole(pair.clauses, reading.towards, b);
    if (target === null) continue;
    const sign = reading.polarity === 'supports' ? 1 : -1;
    let weight = reading.weight * (role === 'head' ? 1 : role === 'owner' || role === 'for' ? 0.9 : 0.8);
    let turned: 1 | -1 = sign;
    if (target === 'head') weight *= 1;
    else if (target === 'owner' || target === 'agent') weight *= 0.85;
    else if (target === 'of') weight *= 0.7;
    else if (target === 'victim') {
      if (sign === 1) continue;
      turned = 1;
      weight *= 0.3;
    } else weight *= 0.35;
    // What is asked for is seldom a judgement of who is named in it.
    if (reading.kind === 'call' && target !== 'head') weight *= 0.6;
    if (best === null || weight > best.weight) best = { sign: turned, weight, word: reading.word, kind: reading.kind };
  }
  return best;
}

/** "A said B had betrayed the city": who tells of a bad deed speaks ill of who did it. */
function alleged(pair: Pair, reading: Reading, a: Span, b: Span): Shown | null {
  const { holder } = reading;
  if ((reading.kind !== 'deed' && reading.kind !== 'force') || reading.polarity !== 'opposes' || holder.by !== 'phrase')
    return null;
  const role = holderRole(pair.clauses, holder.span, b);
  if (role === null || role === 'other') return null;
  if (
    !reading.reporters.some((span) => {
      const by = holderRole(pair.clauses, span, a);
      return by !== null && by !== 'other';
    })
  )
    return null;
  return { sign: -1, weight: 0.68 * (role === 'head' ? 1 : 0.9), word: reading.word, kind: reading.kind };
}

function roleOfHolder(pair: Pair, reading: Reading, a: Span): HolderRole | null {
  const { holder } = reading;
  if (holder.by === 'phrase') return holderRole(pair.clauses, holder.span, a);
  for (const span of holder.reporters) {
    const role = holderRole(pair.clauses, span, a);
    if (role !== null) return role;
  }
  return null;
}

/** The polarity the lexicon gives a word out of context: 1, -1 or 0. */
function leaning(token: Token): number {
  if (token.pos === 'VERB' || token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'ADP') {
    const patterns =
      verbPatterns.get(verbLemma(token)) ??
      nounPatterns.get(nounLemma(token)) ??
      judgementPatterns.get(token.lower) ??
      standPatterns.get(token.lower) ??
      reversedPatterns.get(verbLemma(token));
    const entry = patterns?.at(-1)?.entry;
    if (entry !== undefined) return entry.polarity === 'supports' ? 1 : -1;
  }
  if (harms.has(nounLemma(token))) return -1;
  return 0;
}

/** The features of `a` towards `b`, as strings; the same for both directions but for their order. */
export function featuresOf(pair: Pair, a: Span, b: Span): string[] {
  const { tokens, clauses } = pair;
  const features: string[] = [];
  const forward = a[0] < b[0];
  const order = forward ? 'f' : 'r';
  features.push(`o:${order}`);
  ruleFeatures(pair, a, b, features);
  verbFeatures(pair, a, b, features);
  nounFeatures(pair, a, b, order, features);
  const left = forward ? a : b;
  const right = forward ? b : a;
  const between = right[0] - left[1];
  features.push(
    `d:${between <= 0 ? 0 : between < 3 ? 1 : between < 6 ? 2 : between < 12 ? 3 : between < 25 ? 4 : 5}:${order}`,
  );
  let plus = 0;
  let minus = 0;
  let quoted = 0;
  for (let i = left[1]; i < right[0]; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'SPACE') continue;
    const lean = leaning(token);
    if (lean > 0) plus += 1;
    if (lean < 0) minus += 1;
    if (/["“”]/u.test(token.text)) quoted += 1;
    if (token.pos === 'PROPN') continue;
    features.push(`b:${order}:${lemmaOf(token)}`);
    if (between <= 6) features.push(`n:${order}:${lemmaOf(token)}`);
  }
  if (between > 0 && between <= 4) {
    let path = '';
    for (let i = left[1]; i < right[0]; i += 1) path += ` ${tokens[i]?.pos === 'PROPN' ? 'P' : lemmaOf(tokens[i])}`;
    features.push(`p:${order}:${path}`);
  }
  features.push(`bp:${order}:${Math.min(plus, 2)}:${Math.min(minus, 2)}`, `q:${order}:${Math.min(quoted, 2)}`);
  plus = 0;
  minus = 0;
  for (let i = clauses.first; i < clauses.last; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'PUNCT' || token.pos === 'PROPN') continue;
    const lean = leaning(token);
    if (lean > 0) plus += 1;
    if (lean < 0) minus += 1;
    if (token.pos === 'VERB' || token.pos === 'ADJ')
      features.push(`s:${i < left[0] ? 0 : i < right[0] ? 1 : 2}:${order}:${lemmaOf(token)}`);
  }
  features.push(`sp:${Math.min(plus, 3)}:${Math.min(minus, 3)}`);
  features.push(
    `l:${lemmaOf(tokens[a[0] - 1])}`,
    `r:${lemmaOf(tokens[a[1]])}`,
    `l2:${lemmaOf(tokens[b[0] - 1])}`,
    `r2:${lemmaOf(tokens[b[1]])}`,
  );
  if (tokens[a[1]]?.pos !== 'PROPN') features.push(`rr:${lemmaOf(tokens[a[1]])}:${lemmaOf(tokens[a[1] + 1])}`);
  features.push(`ll2:${lemmaOf(tokens[b[0] - 2])}:${lemmaOf(tokens[b[0] - 1])}`);
  return features;
}

function lemmaOf(token: Token | undefined): string {
  if (token === undefined) return '^';
  if (token.pos === 'PROPN') return 'P';
  if (token.pos === 'NUM') return '0';
  return token.pos === 'VERB' ? verbLemma(token) : token.lemma.toLowerCase();
}

function ruleFeatures(pair: Pair, a: Span, b: Span, features: string[]): void {
  let any = false;
  for (const reading of pair.readings) {
    const holder = roleOfHolder(pair, reading, a);
    const target = targetRole(pair.clauses, reading.towards, b);
    const sign = reading.polarity === 'supports' ? '+' : '-';
    if (holder !== null && target !== null) {
      any = true;
      features.push(
        `F:${sign}:${holder}:${target}`,
        `F:${sign}:${reading.kind}:${target}`,
        `F:${sign}:${reading.word}`,
        `F:${sign}`,
        `F:${sign}:${target}`,
      );
    } else if (holder !== null)
      features.push(`Fh:${sign}`, `Fh:${sign}:${reading.word}`, `Fh:${sign}:${reading.trigger < b[0] ? 'l' : 'r'}`);
    else if (target !== null) {
      const who = reading.holder.by === 'speaker' ? 's' : reading.holder.pronoun ? 'p' : 'o';
      features.push(
        `Ft:${sign}:${who}`,
        `Ft:${sign}:${who}:${reading.holder.by === 'phrase' && reading.holder.span[0] > a[0] ? 'l' : 'r'}`,
      );
    }
  }
  const shown = shownOf(pair, a, b);
  if (shown !== null) features.push(`R:${shown.sign}`, `R:${shown.sign}:${Math.round(shown.weight * 5)}`);
  else if (!any) features.push('R:0');
}

/** What verb ties the two: `a` in its subject, `b` among its objects; said of; and the like. */
function verbFeatures(pair: Pair, a: Span, b: Span, features: string[]): void {
  const { clauses, links } = pair;
  const target = clauses.chunkOf[b[0] - clauses.first] ?? -1;
  const group = clauses.chunks[target];
  const headed = group?.kind === 'noun' && group.head >= b[0] && group.head < b[1];
  const head = group?.kind === 'noun' ? headLemma(clauses, group) : '';
  for (const [k, verb] of clauses.chunks.entries()) {
    if (verb.kind !== 'verb') continue;
    const subject = links.subject[k];
    if (subject == null) continue;
    const role = subject.parts.map((part) => holderRole(clauses, part, a)).find((found) => found !== null);
    if (role == null) continue;
    const negated = verb.negated ? 'n' : '';
    const voice = verb.passive ? 'p' : '';
    if (target < k) {
      if (subject.parts.some((part) => touches(part, b))) features.push(`vs:${verb.lemma}`);
      continue;
    }
    // Chunks between the verb and the group that holds `b`.
    let clause = 0;
    for (let j = k + 1; j < target; j += 1) if (clauses.chunks[j]?.kind === 'verb') clause += 1;
    const before = clauses.chunks[target - 1];
    const lead = isMark(before, 'I')
      ? lowerAt(clauses, before.first)
      : before?.kind === 'verb' && target - 1 === k
        ? 'o'
        : 'x';
    const near = Math.min(clause, 2);
    features.push(`v:${verb.lemma}:${negated}${voice}:${near}`, `vr:${role}:${near}`);
    if (clause === 0) {
      features.push(
        `vo:${verb.lemma}:${negated}${voice}:${lead}:${headed ? 'h' : 'm'}`,
        `vp:${lead}:${headed ? 'h' : 'm'}`,
      );
      if (!headed) features.push(`vh:${verb.lemma}:${head}`, `vhh:${head}`);
      const first = clauses.chunks[k + 1];
      if (first?.kind === 'noun' && k + 1 !== target)
        features.push(
          `vn:${verb.lemma}:${headLemma(clauses, first)}:${lead}`,
          `vnn:${headLemma(clauses, first)}:${lead}`,
        );
    }
    if (reporting.has(verb.lemma)) {
      features.push(`said:${near}`);
      for (let j = k + 1; j < clauses.chunks.length; j += 1) {
        const inner = clauses.chunks[j];
        if (inner?.kind !== 'verb') continue;
        const doer = links.subject[j];
        if (doer?.parts.some((part) => touches(part, b)))
          features.push(`sd:${inner.lemma}:${inner.negated ? 'n' : ''}`, 'sd');
      }
    }
  }
}

/** How the mentions stand in their noun groups: "Velmark's plan", "the Velmark-backed rebels", offices. */
function nounFeatures(pair: Pair, a: Span, b: Span, order: string, features: string[]): void {
  const { clauses } = pair;
  const first = clauses.chunkOf[a[0] - clauses.first] ?? -1;
  const second = clauses.chunkOf[b[0] - clauses.first] ?? -1;
  const groupA = clauses.chunks[first];
  const groupB = clauses.chunks[second];
  if (first === second) features.push(`same:${order}`);
  if (groupA?.kind === 'noun') {
    const lemma = headLemma(clauses, groupA);
    const headed = groupA.head >= a[0] && groupA.head < a[1];
    features.push(`ha:${headed ? 'h' : offices.has(lemma) ? 'o' : 'm'}`);
    if (!headed) features.push(`hal:${lemma}`);
  }
  if (groupB?.kind === 'noun') {
    const lemma = headLemma(clauses, groupB);
    const headed = groupB.head >= b[0] && groupB.head < b[1];
    features.push(`hb:${headed ? 'h' : offices.has(lemma) ? 'o' : 'm'}`);
    if (!headed) features.push(`hbl:${lemma}`);
  }
  const gap = Math.abs(first - second);
  if (gap === 2) {
    const middle = clauses.chunks[Math.min(first, second) + 1];
    if (middle?.kind === 'mark') features.push(`mid:${lowerAt(clauses, middle.first)}`);
  }
}
