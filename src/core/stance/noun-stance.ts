import { actsAt } from './call.ts';
import { type Clauses, headLemma, isMark, isName, lowerAt, type NounGroup } from './clause.ts';
import { emit } from './emit.ts';
import { holderFrom, holdersOf, speakerHolder } from './holder.ts';
import type { Entry } from './lexicon.ts';
import { moodOf } from './mood.ts';
import { type Match, matchElements, nounPatterns, partisanPatterns, verbPatterns } from './pattern.ts';
import { phrasesFrom, type Span } from './phrase.ts';
import type { Holder, Sentence } from './reading.ts';
import { soundHolder } from './soundness.ts';
import { carrying, dropping, stressing } from './vocabulary.ts';

/** "support for T", "opposition to T". */
export function nounStances(sentence: Sentence, k: number, group: NounGroup): void {
  const clauses = sentence.clauses;
  if (sentence.used.has(k)) return;
  appositionStances(sentence, k, group);
  compoundStance(sentence, k, group);
  const patterns = nounPatterns.get(headLemma(clauses, group));
  if (patterns === undefined || sentence.question) return;
  for (const pattern of patterns) {
    const match = matchElements(clauses, pattern.elements, group.last);
    if (match === null || (match.targets.length === 0 && match.act < 0)) continue;
    nounStance(sentence, k, group, pattern.entry, match);
    return;
  }
}

function nounStance(sentence: Sentence, k: number, group: NounGroup, entry: Entry, match: Match): void {
  const clauses = sentence.clauses;
  const word = headLemma(clauses, group);
  const opening = lowerAt(clauses, group.first);
  let sign: 1 | -1 = /^(?:no|little)$/u.test(opening) ? -1 : 1;
  let weight = 0.9;
  let before = k - 1;
  while (before >= 0 && isMark(clauses.chunks[before], 'B')) before -= 1;
  // "raised concern and anger over": the verb stands before the first of two nouns.
  if (isMark(clauses.chunks[before], 'C') && clauses.chunks[before - 1]?.kind === 'noun') before -= 2;
  let governing = clauses.chunks[before];
  let verbAt = before;
  if (isMark(governing, 'I') && lowerAt(clauses, governing.first) === 'in') {
    // "share common stances in defence of T"
    if (
      group.last - group.first === 1 &&
      /^(?:support|defence|defense|opposition|protest|condemnation|favour|favor|solidarity)$/u.test(word)
    ) {
      const rally = clauses.chunks[before - 1];
      // "inspired a movement in support of T": the movement holds it, not what inspired it.
      if (rally?.kind === 'noun' && /^(?:movement|rally|protest|march|demonstration)$/u.test(headLemma(clauses, rally)))
        return;
      for (let j = before - 1; j >= 0 && j > before - 12; j -= 1) {
        const verb = clauses.chunks[j];
        if (verb?.kind === 'verb') {
          verbAt = j;
          governing = verb;
          break;
        }
      }
    }
  } else if (
    isMark(governing, 'I') &&
    lowerAt(clauses, governing.first) === 'of' &&
    /^(?:lack|loss|end)$/u.test(lowerAt(clauses, governing.first - 1))
  )
    sign = -1;
  let holders: readonly Holder[] = [];
  const possessive = /^(?:its|their|his|her|our|my)$/u.test(opening) ? opening : '';
  const verb = governing?.kind === 'verb' ? governing : null;
  const light = entry.kind === 'call' && /^(?:need|importance|necessity|urgency)$/u.test(word) ? stressing : carrying;
  const carried = verb !== null && (light.has(verb.lemma) || verbAt < before);
  if (light === stressing && !carried) return;
  const dropped = verb !== null && dropping.has(verb.lemma) && !verb.passive;
  if (verb !== null && (carried || dropped)) {
    const mood = moodOf(sentence, verbAt);
    if (mood.sign === 0) return;
    weight *= mood.weight;
    if (mood.sign === -1) sign = sign === 1 ? -1 : 1;
    if (dropped && !carried) sign = sign === 1 ? -1 : 1;
  }
  if (possessive === 'our' || possessive === 'my') holders = [speakerHolder(sentence, k, true)];
  else if (possessive !== '' && blamed(sentence, before)) {
    // "attacked Tesk for his support of the tax": his is Tesk's.
    const whom = clauses.chunks[before - 1];
    if (whom !== undefined) holders = [holderFrom(sentence, [whom.first, whom.last], -1)];
  } else if (group.possessor !== null) holders = [holderFrom(sentence, group.possessor, k)];
  else if (verb !== null && (carried || dropped || possessive !== '')) {
    holders = holdersOf(sentence, sentence.links.subject[verbAt] ?? null, verbAt);
    if (verb.passive) holders = [];
  } else if (possessive !== '') {
    // "made no secret of its dislike for T": the sentence's own subject.
    for (let j = k - 1; j >= 0 && j > k - 12; j -= 1) {
      if (clauses.chunks[j]?.kind !== 'verb' || sentence.links.subject[j] == null) continue;
      if (moodOf(sentence, j).sign === 0) return;
      holders = holdersOf(sentence, sentence.links.subject[j] ?? null, j);
      weight *= 0.8;
      break;
    }
  } else {
    const tail = clauses.chunkOf[match.end - clauses.first] ?? -1;
    const preposition = lowerAt(clauses, clauses.chunks[tail]?.first ?? -1);
    if (
      isMark(clauses.chunks[tail], 'I') &&
      /^(?:from|by)$/u.test(preposition) &&
      clauses.chunks[tail + 1]?.kind === 'noun'
    )
      holders = phrasesFrom(clauses, tail + 1, new Set()).parts.map((span) => holderFrom(sentence, span, k));
  }
  if (holders.length === 0) return;
  const polarity = sign === 1 ? entry.polarity : (entry.denied ?? null);
  if (polarity === null) return;
  if (match.act >= 0) {
    if (sign === -1) return;
    for (const act of actsAt(sentence, match.act))
      for (const holder of holders)
        emit(sentence, holder, act.polarity, [{ span: act.span, turned: false }], group.head, entry, word, weight);
    return;
  }
  for (const holder of holders) emit(sentence, holder, polarity, match.targets, group.head, entry, word, weight);
}

/** "Tesk, a long-time advocate of T, …", "critics of T include H". */
function appositionStances(sentence: Sentence, k: number, group: NounGroup): void {
  if (sentence.question || !partisanPatterns.has(headLemma(sentence.clauses, group))) return;
  const { chunks } = sentence.clauses;
  const named = chunks[k - 2];
  if (isMark(chunks[k - 1], ',') && named?.kind === 'noun' && isName(sentence.clauses, named)) {
    partisanStances(sentence, group, [holderFrom(sentence, [named.first, named.last], k)], 0.9);
    return;
  }
  if (isMark(chunks[k - 1], '|') || k === 0) {
    for (let j = k + 1; j < k + 8; j += 1) {
      const verb = chunks[j];
      if (verb?.kind !== 'verb') continue;
      if (verb.lemma === 'include' && chunks[j + 1]?.kind === 'noun') {
        const holders = phrasesFrom(sentence.clauses, j + 1, new Set()).parts.map((span) =>
          holderFrom(sentence, span, k),
        );
        partisanStances(sentence, group, holders, 0.9);
      }
      return;
    }
  }
}

/** "Ostrania-backed rebels". */
function compoundStance(sentence: Sentence, k: number, group: NounGroup): void {
  const clauses = sentence.clauses;
  const named = clauses.chunks[k - 1];
  if (clauses.tags[group.first - clauses.first] !== '_' || named?.kind !== 'noun' || !isName(clauses, named)) return;
  const word = lowerAt(clauses, group.first + 1);
  if (!/^(?:backed|supported|funded|financed|sponsored|armed|trained)$/u.test(word) || group.head <= group.first + 1)
    return;
  const entry = verbPatterns.get('back')?.at(-1)?.entry;
  if (entry === undefined) return;
  const target = phrasesFrom(clauses, k, new Set()).parts[0];
  if (target === undefined) return;
  emit(
    sentence,
    { by: 'phrase', span: [named.head, named.last], pronoun: false },
    'supports',
    [{ span: [group.first + 2, target[1]], turned: false }],
    group.first + 1,
    entry,
    'back',
    0.8,
  );
}

function isNamed(clauses: Clauses, [first]: Span): boolean {
  const group = clauses.chunks[clauses.chunkOf[first - clauses.first] ?? -1];
  return group?.kind === 'noun' && isName(clauses, group);
}

/** Whether the chunk is "for" or "over" behind somebody who is praised or blamed for what follows. */
function blamed({ clauses }: Sentence, at: number): boolean {
  const preposition = clauses.chunks[at];
  const whom = clauses.chunks[at - 1];
  return (
    isMark(preposition, 'I') &&
    /^(?:for|over|on|about)$/u.test(lowerAt(clauses, preposition.first)) &&
    whom?.kind === 'noun' &&
    clauses.chunks[at - 2]?.kind === 'verb' &&
    soundHolder(clauses, [whom.first, whom.last]) === 1
  );
}

export function partisanStances(
  sentence: Sentence,
  group: NounGroup,
  holders: readonly Holder[],
  weight: number,
): boolean {
  const patterns = partisanPatterns.get(headLemma(sentence.clauses, group));
  if (patterns === undefined || /^(?:former|old|onetime|erstwhile)$/u.test(lowerAt(sentence.clauses, group.first + 1)))
    return false;
  for (const { entry, elements } of patterns) {
    const match = matchElements(sentence.clauses, elements, group.last);
    if (match === null) continue;
    // "a friend of the owner" takes no side; "a friend of the plan" does.
    const person = match.targets.some(
      ({ span }) => !isNamed(sentence.clauses, span) && soundHolder(sentence.clauses, span) === 1,
    );
    if (person && headLemma(sentence.clauses, group) === 'friend') return true;
    for (const holder of holders)
      emit(
        sentence,
        holder,
        entry.polarity,
        match.targets,
        group.head,
        entry,
        headLemma(sentence.clauses, group),
        weight * 0.95,
      );
    return true;
  }
  return false;
}
