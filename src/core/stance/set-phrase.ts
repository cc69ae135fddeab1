import { isMark, lowerAt } from './clause.ts';
import { emit } from './emit.ts';
import { holderFrom, holdersOf, speakerHolder } from './holder.ts';
import type { Entry } from './lexicon.ts';
import { settle } from './mood.ts';
import { verbPatterns } from './pattern.ts';
import { phrasesFrom, type Span } from './phrase.ts';
import type { Holder, Sentence } from './reading.ts';
import type { Polarity } from './stance.ts';

/** What a choice shows, where no entry of the lexicon names it. */
const choice: Entry = { words: 'rather', pattern: '~', polarity: 'supports', kind: 'attitude', example: '' };

/** Stances in set phrases that are no clause of subject, verb and object. */
export function setPhraseStances(sentence: Sentence): void {
  if (sentence.question) return;
  const { clauses } = sentence;
  for (let i = clauses.first; i < clauses.last; i += 1) {
    const lower = lowerAt(clauses, i);
    if (lower === 'rather') preference(sentence, i);
    else if (lower === 'what') cleft(sentence, i);
    else if ((lower === 'yes' || lower === 'no') && lowerAt(clauses, i + 1) === 'to') vote(sentence, i);
  }
}

/** "would rather wait than fight": for the one, against the other. */
function preference(sentence: Sentence, at: number): void {
  const { clauses } = sentence;
  if (!/^(?:would|'d|’d)$/u.test(lowerAt(clauses, at - 1))) return;
  const before = clauses.chunks[(clauses.chunkOf[at - 1 - clauses.first] ?? 0) - 1];
  if (before?.kind !== 'noun') return;
  let than = at + 1;
  while (than < Math.min(clauses.last, at + 25) && lowerAt(clauses, than) !== 'than') than += 1;
  if (lowerAt(clauses, than) !== 'than' || than === at + 1) return;
  const holder = holderFrom(sentence, [before.first, before.last], clauses.chunkOf[at - clauses.first] ?? -1);
  const show = (polarity: Polarity, span: Span) =>
    emit(sentence, holder, polarity, [{ span, turned: false }], at, choice, 'rather', 0.9);
  show('supports', [at + 1, than]);
  show('opposes', [than + 1, stopAfter(sentence, than + 1)]);
}

/** Where the words from a token on come to a comma, a stop or a conjunction. */
function stopAfter({ clauses }: Sentence, from: number): number {
  let at = from;
  while (at < clauses.last && !/^[,|CS]$/u.test(clauses.tags[at - clauses.first] ?? '|')) at += 1;
  return at;
}

/** "What we reject is the blockade": the object stands behind "is". */
function cleft(sentence: Sentence, at: number): void {
  const { clauses } = sentence;
  const k = clauses.chunkOf[at - clauses.first] ?? -1;
  const verb = clauses.chunks[k + 2];
  const be = clauses.chunks[k + 3];
  const subject = clauses.chunks[k + 1];
  if (subject?.kind !== 'noun' || verb?.kind !== 'verb' || be?.kind !== 'verb' || be.lemma !== 'be' || be.negated)
    return;
  const pattern = verbPatterns
    .get(verb.lemma)
    ?.find(({ elements }) => elements.length === 1 && elements[0]?.is === 'target');
  const polarity = pattern === undefined ? null : settle(pattern.entry, { sign: verb.negated ? -1 : 1, weight: 1 });
  if (pattern === undefined || polarity === null) return;
  const targets = phrasesFrom(clauses, k + 4, new Set()).parts.map((span) => ({ span, turned: false }));
  emit(
    sentence,
    holderFrom(sentence, [subject.first, subject.last], k),
    polarity,
    targets,
    verb.head,
    pattern.entry,
    verb.lemma,
    0.9,
  );
}

/** "Yes to talks, no to war": whoever says so. */
function vote(sentence: Sentence, at: number): void {
  const { clauses } = sentence;
  const k = clauses.chunkOf[at - clauses.first] ?? -1;
  const before = clauses.chunks[k - 1];
  if (at > clauses.first && !isMark(before, ',|C')) return;
  const polarity = lowerAt(clauses, at) === 'yes' ? 'supports' : 'opposes';
  // "said yes to trams, no to cars": the same holder.
  const holder: Holder =
    sentence.out.findLast(({ word }) => word === 'say')?.holder ?? speakerHolder(sentence, k, true);
  const last = stopAfter(sentence, at + 2);
  if (last > at + 2)
    emit(sentence, holder, polarity, [{ span: [at + 2, last], turned: false }], at, choice, 'yes', 0.9);
}

/** "Among those who oppose the dam is the League": who stands behind "is", where the sentence opens with "among". */
export function amongHolders(sentence: Sentence, end: number): readonly Holder[] | null {
  const { clauses } = sentence;
  if (lowerAt(clauses, clauses.first) !== 'among') return null;
  const k = clauses.chunkOf[end - clauses.first] ?? -1;
  const be = clauses.chunks[k];
  if (be?.kind !== 'verb' || be.lemma !== 'be' || clauses.chunks[k + 1]?.kind !== 'noun') return null;
  const { parts } = phrasesFrom(clauses, k + 1, new Set());
  const [first] = parts;
  const last = parts.at(-1);
  return first === undefined || last === undefined
    ? null
    : holdersOf(sentence, { parts, first: first[0], last: last[1] }, k);
}
