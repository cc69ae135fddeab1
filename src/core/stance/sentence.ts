import type { Token } from '../language/analysis.ts';
import { deonticStances, willedStances } from './call.ts';
import { type Clauses, linkVerbs, lowerAt, readClauses, type VerbGroup } from './clause.ts';
import { isVerbForm, nounLemma, verbLemma } from './form.ts';
import { nounStances } from './noun-stance.ts';
import {
  judgementPatterns,
  nounPatterns,
  partisanPatterns,
  reversedPatterns,
  standPatterns,
  verbPatterns,
} from './pattern.ts';
import { evaluationStances, predicateStances } from './predicate.ts';
import type { Reading, Sentence } from './reading.ts';
import { setPhraseStances } from './set-phrase.ts';
import { beForms } from './tag.ts';
import { activeStances, passiveStances, reversedStances } from './verb-stance.ts';
import { ending, judging } from './vocabulary.ts';

/** Whether a sentence holds a word of the lexicon at all: most do not, and are not read further. */
export function mayHold(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) {
    const token = tokens[i];
    if (token === undefined) continue;
    const { lower } = token;
    if (everywhere.has(lower)) {
      const near = tokens[lower === 'in' ? i + 1 : i - 1];
      if (near !== undefined && (lower === 'in' ? standing.has(near.lower) : beForms.has(near.lower))) return true;
      continue;
    }
    if (signals.has(lower)) return true;
    if (isVerbForm(lower) && followed(tokens, i, last)) return true;
    if ((token.pos === 'NOUN' || token.pos === 'PROPN') && lower.endsWith('s') && signals.has(nounLemma(token)))
      return true;
  }
  return false;
}

/** What must follow soon after a verb that shows nothing by itself ("take", "come", "give"), by the verb. */
const companions = new Map<string, ReadonlySet<string>>();
for (const patterns of [verbPatterns, reversedPatterns]) {
  for (const [lemma, list] of patterns) {
    const words = new Set(companions.get(lemma));
    for (const { elements } of list) {
      const [first] = elements;
      if (first?.is === 'noun') for (const head of first.heads) words.add(head);
      else if (first?.is === 'word') for (const option of first.options) words.add(option[0] ?? '');
      else words.add('');
    }
    companions.set(lemma, words);
  }
}

function followed(tokens: readonly Token[], at: number, last: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const needed = companions.get(verbLemma(token));
  if (needed === undefined || needed.has('')) return true;
  for (let i = at + 1; i < Math.min(at + 9, last); i += 1) {
    const next = tokens[i];
    if (next !== undefined && (needed.has(next.lower) || needed.has(nounLemma(next)))) return true;
  }
  // "sanctions were imposed": the noun may stand before a participle.
  return (
    tokens[at - 1]?.pos === 'AUX' ||
    tokens[at - 2]?.pos === 'AUX' ||
    (token.pos === 'VERB' && tokens[at + 1]?.lower === 'by')
  );
}

const deontic = new Set(['must', 'should', 'shall', 'ought']);
/** Words that nearly every sentence has: they count beside "is" ("is for") or before what they stand with ("in favour"). */
const everywhere = new Set(['in', 'for', 'behind']);
const standing = new Set(['favour', 'favor', 'support', 'agreement']);
const signals: ReadonlySet<string> = new Set([
  ...[nounPatterns, judgementPatterns, partisanPatterns, standPatterns].flatMap((patterns) => [...patterns.keys()]),
  ...deontic,
  'rather',
  'yes',
  ...ending,
]);
/** Sentences longer than this are read in pieces, so that hostile input costs no more than prose. */
const longest = 160;

/** The stances that a sentence's clauses show, given as token indices `[first, last)`. Never throws; linear. */
export function readStances(tokens: readonly Token[], first: number, last: number): Reading[] {
  const readings: Reading[] = [];
  for (let from = first; from < last; from += longest) {
    const to = Math.min(last, from + longest);
    if (!mayHold(tokens, from, to)) continue;
    const clauses = readClauses(tokens, from, to);
    readClauseStances(sentenceOf(clauses, readings));
  }
  return readings;
}

function sentenceOf(clauses: Clauses, out: Reading[]): Sentence {
  let question = false;
  let conditional = false;
  for (let i = clauses.first; i < clauses.last; i += 1) {
    const lower = clauses.tokens[i]?.lower;
    if (lower === '?') question = true;
    if (lower === 'if' || lower === 'unless') conditional = true;
  }
  return { clauses, links: linkVerbs(clauses), question, conditional, out, used: new Set() };
}

function readClauseStances(sentence: Sentence): void {
  for (const [k, chunk] of sentence.clauses.chunks.entries()) {
    if (chunk.kind === 'verb') verbStances(sentence, k, chunk);
    else if (chunk.kind === 'noun') nounStances(sentence, k, chunk);
  }
  setPhraseStances(sentence);
}

function verbStances(sentence: Sentence, k: number, verb: VerbGroup): void {
  const patterns = verbPatterns.get(verb.lemma);
  const passive = verb.passive || (sentence.links.relation[k] === 'reduced' && verb.form === 'past');
  if (deontic.has(verb.modal) && deonticStances(sentence, k, verb)) return;
  if (willedStances(sentence, k, verb)) return;
  const turned = reversedPatterns.get(verb.lemma);
  if (turned !== undefined && reversedStances(sentence, k, verb, passive, turned)) return;
  if (patterns !== undefined && !verb.bare) {
    if (passive) passiveStances(sentence, k, verb, patterns);
    else if (activeStances(sentence, k, verb, patterns)) return;
  }
  if (
    /^(?:be|remain|stay|become|feel|seem|look)$/u.test(verb.lemma) ||
    verb.passive ||
    (verb.bare && verb.lemma !== 'have') ||
    (verb.form === 'finite' && verb.first < verb.head && judgementPatterns.has(lowerAt(sentence.clauses, verb.head)))
  )
    predicateStances(sentence, k, verb);
  if (judging.has(verb.lemma) && !passive) evaluationStances(sentence, k, verb);
}
