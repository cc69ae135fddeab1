import { actsAt, calling } from './call.ts';
import { type Clauses, headLemma, isMark, isName, lowerAt, type Subject, type VerbGroup } from './clause.ts';
import { emit } from './emit.ts';
import { nounLemma } from './form.ts';
import { holderFrom, holdersOf, speakerHolder } from './holder.ts';
import type { Entry } from './lexicon.ts';
import { type Mood, moodOf, settle } from './mood.ts';
import { partisanStances } from './noun-stance.ts';
import { judgementPatterns, matchElements, standPatterns } from './pattern.ts';
import { phrasesFrom, type Span } from './phrase.ts';
import type { Holder, Sentence } from './reading.ts';
import type { Polarity } from './stance.ts';
import { harms } from './vocabulary.ts';

function headOf(clauses: Clauses, [first]: Span): string {
  const group = clauses.chunks[clauses.chunkOf[first - clauses.first] ?? -1];
  return group?.kind === 'noun' ? headLemma(clauses, group) : '';
}

/** "is against T", "is unacceptable". */
export function predicateStances(sentence: Sentence, k: number, verb: VerbGroup): void {
  const clauses = sentence.clauses;
  const judging = !verb.bare && judgementPatterns.has(lowerAt(clauses, verb.head));
  const start = verb.passive || judging ? verb.head : verb.head + 1;
  let at = start;
  while (
    at < clauses.last &&
    /^[BX_]$/u.test(clauses.tags[at - clauses.first] ?? '') &&
    !standPatterns.has(lowerAt(clauses, at))
  )
    at += 1;
  if (impersonalStance(sentence, k, verb)) return;
  const mood = moodOf(sentence, k);
  if (mood.sign === 0) return;
  if (partisanPredicate(sentence, k, mood)) return;
  const degree = clauses.tags[at - clauses.first] === 'D' && /^(?:a|an|the)$/u.test(lowerAt(clauses, at));
  const standing = standPatterns.get(lowerAt(clauses, at));
  if (standing !== undefined && !degree) {
    for (const pattern of standing) {
      const word = pattern.entry.words
        .split(' ')
        .find((candidate) => candidate.split('_').every((part, n) => lowerAt(clauses, at + n) === part));
      if (word === undefined) continue;
      const match = matchElements(clauses, pattern.elements, at + word.split('_').length);
      if (match === null) continue;
      // "is behind the attack": its author, not its friend.
      if (word === 'behind' && match.targets.some(({ span }) => harms.has(headOf(clauses, span)))) return;
      const polarity = settle(pattern.entry, mood);
      if (polarity === null) return;
      for (const holder of holdersOf(sentence, sentence.links.subject[k] ?? null, k))
        emit(sentence, holder, polarity, match.targets, at, pattern.entry, word, mood.weight);
      return;
    }
  }
  if (verb.passive && !judging) return;
  let from = start;
  while (clauses.tags[from - clauses.first] === 'X') from += 1;
  judgementStances(sentence, k, from, mood);
}

/** "T is unacceptable (to H), "T is a step in the right direction", "T is logical in H's view". */
function judgementStances(sentence: Sentence, k: number, from: number, mood: Mood): void {
  const clauses = sentence.clauses;
  const subject = sentence.links.subject[k];
  if (subject == null) return;
  const seen: { polarity: Polarity; at: number; entry: Entry; word: string }[] = [];
  let at = from;
  for (let step = 0; step < 9 && at < clauses.last; step += 1, at += 1) {
    const tag = clauses.tags[at - clauses.first] ?? '_';
    if (!/^[DJNBPC_V]$/u.test(tag)) break;
    const token = clauses.tokens[at];
    if (token === undefined) break;
    const word = tag === 'N' ? nounLemma(token) : token.lower;
    const headed = tag !== 'N' || clauses.tags[at + 1 - clauses.first] !== 'N';
    for (const pattern of headed ? (judgementPatterns.get(word) ?? []) : []) {
      // "just the beginning" is an adverb, "is just" is praise.
      if (word === 'just' && /^[DNPJBVR]$/u.test(clauses.tags[at + 1 - clauses.first] ?? '|')) continue;
      const words = pattern.entry.pattern.split(' ').slice(3);
      if (!words.every((part, n) => part.split('|').includes(lowerAt(clauses, at + 1 + n)))) continue;
      const polarity = settle(pattern.entry, mood);
      if (polarity !== null) seen.push({ polarity, at: at + words.length, entry: pattern.entry, word });
      break;
    }
    if (tag === 'N' && clauses.tags[at + 1 - clauses.first] !== 'N') {
      at += 1;
      break;
    }
  }
  const [found] = seen;
  if (found === undefined) return;
  const opened = clauses.chunkOf[subject.first - clauses.first] ?? -1;
  const head = clauses.chunks[opened];
  // "it is wrong to say": what is said is judged, nothing when no act follows.
  if (head?.kind === 'noun' && clauses.tags[head.head - clauses.first] === 'R') {
    if (lowerAt(clauses, head.head) === 'it') extraposedStances(sentence, k, found, mood);
    return;
  }
  const end = Math.max(at, (seen.at(-1)?.at ?? at) + 1);
  const named = judgesAt(sentence, end) ?? judgesAt(sentence, found.at + 1) ?? leadingJudge(sentence, subject.first);
  const holders: readonly Holder[] =
    named !== null ? named.map((span) => holderFrom(sentence, span, k)) : [speakerHolder(sentence, k, false)];
  const whole = found.entry.words.includes('unacceptable') ? gerundSubject(sentence, subject) : null;
  for (const holder of holders) {
    const targets =
      whole !== null ? [{ span: whole, turned: false }] : subject.parts.map((span) => ({ span, turned: false }));
    emit(sentence, holder, found.polarity, targets, found.at, found.entry, found.word, mood.weight * 0.9);
  }
}

/** "it is wrong to expel them": the act is what is judged. */
function extraposedStances(
  sentence: Sentence,
  k: number,
  found: { polarity: Polarity; at: number; entry: Entry; word: string },
  mood: Mood,
): void {
  for (let j = k + 1; j < k + 6; j += 1) {
    const act = sentence.clauses.chunks[j];
    if (act?.kind !== 'verb') continue;
    if (act.form !== 'infinitive') return;
    const holder = speakerHolder(sentence, k, false);
    for (const { span, polarity } of actsAt(sentence, j)) {
      const settled = found.polarity === 'supports' ? polarity : polarity === 'supports' ? 'opposes' : 'supports';
      emit(sentence, holder, settled, [{ span, turned: false }], found.at, found.entry, found.word, mood.weight * 0.8);
    }
    return;
  }
}

/** "it is time to end the war", "there is no justification for the attack": what the speaker calls for or condemns. */
function impersonalStance(sentence: Sentence, k: number, verb: VerbGroup): boolean {
  const clauses = sentence.clauses;
  const subject = sentence.links.subject[k];
  const opened = subject == null ? undefined : lowerAt(clauses, subject.first);
  const after = clauses.chunks[k + 1];
  if (
    after?.kind === 'noun' &&
    opened === 'it' &&
    lowerAt(clauses, after.head) === 'time' &&
    after.last - after.first <= 2 &&
    moodOf(sentence, k).sign === 1
  ) {
    let j = k + 2;
    if (isMark(clauses.chunks[j], 'I') && lowerAt(clauses, clauses.chunks[j]?.first ?? -1) === 'for') j += 2;
    const act = clauses.chunks[j];
    if (act?.kind !== 'verb' || act.form !== 'infinitive') return false;
    for (const { span, polarity } of actsAt(sentence, j))
      emit(
        sentence,
        speakerHolder(sentence, k, false),
        polarity,
        [{ span, turned: false }],
        act.head,
        calling,
        act.lemma,
        0.85,
      );
    return true;
  }
  const there = lowerAt(clauses, verb.first - 1) === 'there' || opened === 'there';
  if (there && after?.kind === 'noun' && lowerAt(clauses, after.first) === 'no') {
    if (!/^(?:justification|excuse|place|room|reason|need|alternative)$/u.test(headLemma(clauses, after))) return false;
    const preposition = lowerAt(clauses, after.last);
    const wanted = headLemma(clauses, after) === 'alternative';
    if (preposition !== (wanted ? 'to' : 'for')) return false;
    const { parts } = phrasesFrom(clauses, k + 3, new Set());
    emit(
      sentence,
      speakerHolder(sentence, k, false),
      wanted ? 'supports' : 'opposes',
      parts.map((span) => ({ span, turned: false })),
      after.head,
      calling,
      headLemma(clauses, after),
      0.85,
    );
    return true;
  }
  return false;
}

/** "called the plan a disaster", "considers the council legitimate". */
export function evaluationStances(sentence: Sentence, k: number, verb: VerbGroup): void {
  const clauses = sentence.clauses;
  const mood = moodOf(sentence, k);
  if (mood.sign === 0) return;
  const at = clauses.chunkOf[verb.last - clauses.first] ?? -1;
  if (clauses.chunks[at]?.kind !== 'noun') return;
  const { parts, next } = phrasesFrom(clauses, at, new Set(['as']));
  const after = clauses.chunks[next];
  let from = after?.first ?? clauses.last;
  if (lowerAt(clauses, from) === 'as') from += 1;
  for (let i = from; i < Math.min(from + 6, clauses.last); i += 1) {
    const tag = clauses.tags[i - clauses.first] ?? '_';
    if (!/^[DJNB_]$/u.test(tag)) break;
    const token = clauses.tokens[i];
    const word = token === undefined ? '' : tag === 'N' ? nounLemma(token) : token.lower;
    const pattern = judgementPatterns.get(word)?.[0];
    if (pattern === undefined || pattern.entry.pattern.split(' ').length > 3) continue;
    const polarity = settle(pattern.entry, mood);
    if (polarity === null) return;
    for (const holder of holdersOf(sentence, sentence.links.subject[k] ?? null, k))
      emit(
        sentence,
        holder,
        polarity,
        parts.map((span) => ({ span, turned: false })),
        verb.head,
        pattern.entry,
        word,
        mood.weight * 0.9,
      );
    return;
  }
}

/** "H is a fierce critic of T", "H is among the backers of T". */
function partisanPredicate(sentence: Sentence, k: number, mood: Mood): boolean {
  const clauses = sentence.clauses;
  let j = k + 1;
  if (isMark(clauses.chunks[j], 'B')) j += 1;
  if (isMark(clauses.chunks[j], 'I') && /^(?:among|amongst)$/u.test(lowerAt(clauses, clauses.chunks[j]?.first ?? -1)))
    j += 1;
  const group = clauses.chunks[j];
  if (group?.kind !== 'noun' || mood.sign !== 1) return false;
  sentence.used.add(j);
  return partisanStances(sentence, group, holdersOf(sentence, sentence.links.subject[k] ?? null, k), mood.weight);
}

/** Who judges: "to H", "in H's view", "in H point of view", "for H". */
function judgesAt(sentence: Sentence, from: number): readonly Span[] | null {
  const clauses = sentence.clauses;
  const k = clauses.chunkOf[from - clauses.first] ?? -1;
  const chunk = clauses.chunks[k];
  const object = clauses.chunks[k + 1];
  if (!isMark(chunk, 'I') || object?.kind !== 'noun') return null;
  const preposition = lowerAt(clauses, chunk.first);
  if (preposition === 'in' || preposition === 'from') {
    const head = headLemma(clauses, object);
    if (!/^(?:view|opinion|eye|point|perspective|viewpoint|judgement|judgment)$/u.test(head)) return null;
    if (object.possessor !== null) return [object.possessor];
    if (head === 'point' && object.head > object.first) return [[object.first, object.head]];
    const of = clauses.chunks[k + 2];
    if (isMark(of, 'I') && lowerAt(clauses, of.first) === 'of' && clauses.chunks[k + 3]?.kind === 'noun')
      return phrasesFrom(clauses, k + 3, new Set()).parts;
    return null;
  }
  if ((preposition === 'to' || preposition === 'for') && isName(clauses, object))
    return phrasesFrom(clauses, k + 1, new Set()).parts;
  return null;
}

/** "In H's view, T is unfair", "For H, T is unacceptable". */
function leadingJudge(sentence: Sentence, subject: number): readonly Span[] | null {
  const clauses = sentence.clauses;
  const k = clauses.chunkOf[subject - clauses.first] ?? -1;
  if (!isMark(clauses.chunks[k - 1], ',')) return null;
  for (let j = k - 2; j >= 0 && j >= k - 6; j -= 1) {
    const mark = clauses.chunks[j];
    if (isMark(mark, 'I') && (j === 0 || isMark(clauses.chunks[j - 1], '|,'))) return judgesAt(sentence, mark.first);
  }
  return null;
}

/** "denying principles such as … is unacceptable": the subject is the whole gerund clause. */
function gerundSubject(sentence: Sentence, subject: Subject): Span | null {
  const { chunks } = sentence.clauses;
  let opened = sentence.clauses.chunkOf[subject.first - sentence.clauses.first] ?? -1;
  for (let step = 0; step < 20 && opened > 0; step += 1) {
    const before = chunks[opened - 1];
    if (before?.kind === 'verb') {
      if (before.form !== 'ing') return null;
      const lead = chunks[opened - 2];
      if (lead === undefined || isMark(lead, '|,CS')) return [before.first, subject.last];
      return null;
    }
    if (isMark(before, 'IJBC') || before?.kind === 'noun' || isMark(before, '_')) opened -= 1;
    else return null;
  }
  return null;
}
