import { isMark, lowerAt, type VerbGroup } from './clause.ts';
import { emit } from './emit.ts';
import { holdersOf, speakerHolder } from './holder.ts';
import type { Entry } from './lexicon.ts';
import { isOpen, isVouched, type Mood, moodOf } from './mood.ts';
import { type Match, matchElements, verbPatterns } from './pattern.ts';
import { phrasesFrom, type Span, verbExtent } from './phrase.ts';
import type { Holder, Sentence } from './reading.ts';
import { soundHolder } from './soundness.ts';
import type { Polarity } from './stance.ts';
import { ending, willing } from './vocabulary.ts';

/** What a call or a demand is, where no entry of the lexicon names it. */
export const calling: Entry = { words: 'must', pattern: '', polarity: 'supports', kind: 'call', example: '' };

/** The words that ask or tell without much of a stance. */
const mild = new Set(['ask', 'tell', 'need', 'want', 'encourage', 'invite', 'order']);

/** What somebody is called on to do: the target is the act, or what the act would end. */
export function calledFor(
  sentence: Sentence,
  match: Match,
  entry: Entry,
  verb: VerbGroup,
  holders: readonly Holder[],
  mood: Mood,
): void {
  if (mood.sign === -1) return;
  const found = actsAt(sentence, match.act);
  const actor = sentence.clauses.chunks[match.actor];
  // "needed the device to measure speed": a thing is not asked.
  if (mild.has(verb.lemma) && actor !== undefined && soundHolder(sentence.clauses, [actor.first, actor.last]) < 1)
    return;
  const strength = mild.has(verb.lemma) ? 0.75 : 1;
  for (const { span, polarity } of found) {
    for (const holder of holders)
      emit(sentence, holder, polarity, [{ span, turned: false }], verb.head, entry, verb.lemma, mood.weight * strength);
  }
}

/** The targets of an act that is asked for: what it ends is opposed, else the act itself is supported. */
export function actsAt(sentence: Sentence, k: number): { span: Span; polarity: Polarity }[] {
  const { chunks } = sentence.clauses;
  const out: { span: Span; polarity: Polarity }[] = [];
  let v = k;
  for (let guard = 0; guard < 4; guard += 1) {
    const verb = chunks[v];
    if (verb?.kind !== 'verb') break;
    const extent = verbExtent(sentence.clauses, v);
    const first = verb.passive ? verb.first : verb.head;
    if (verb.negated) out.push({ span: [first, extent.last], polarity: 'opposes' });
    else {
      const ended = endedBy(sentence, v, verb);
      const fought = ended === null ? opposedBy(sentence, verb) : null;
      if (fought !== null) for (const span of fought) out.push({ span, polarity: 'opposes' });
      else if (ended === null) out.push({ span: [first, extent.last], polarity: 'supports' });
      else for (const span of ended) out.push({ span, polarity: 'opposes' });
    }
    const conjunction = chunks[extent.next];
    const next = chunks[extent.next + 1];
    if (!isMark(conjunction, 'C') || next?.kind !== 'verb' || !(next.form === 'infinitive' || next.first === next.head))
      break;
    v = extent.next + 1;
  }
  return out;
}

/** "called on them to reject the bill": what the act is against, where the verb says so plainly. */
function opposedBy(sentence: Sentence, verb: VerbGroup): readonly Span[] | null {
  for (const { entry, elements } of verbPatterns.get(verb.lemma) ?? []) {
    if (entry.polarity !== 'opposes' || entry.kind === 'force' || elements.at(-1)?.is !== 'target') continue;
    if (elements.filter(({ is }) => is === 'target').length > 1) continue;
    const match = matchElements(sentence.clauses, elements, verb.last);
    if (match !== null && match.targets.length > 0) return match.targets.map(({ span }) => span);
  }
  return null;
}

/** What a verb would end ("halt the construction", "put an end to the war"), or null when it ends nothing. */
function endedBy(sentence: Sentence, k: number, verb: VerbGroup): readonly Span[] | null {
  const first = sentence.clauses.chunks[k + 1];
  if (ending.has(verb.lemma)) {
    let at = k + 1;
    if (isMark(first, 'I') && lowerAt(sentence.clauses, first.first) === 'from') at += 1;
    const { parts } = phrasesFrom(sentence.clauses, at, new Set());
    return parts.length > 0 ? parts : null;
  }
  if (verb.lemma === 'put' || verb.lemma === 'bring') {
    for (const pattern of verbPatterns.get(verb.lemma) ?? []) {
      if (pattern.entry.polarity !== 'opposes') continue;
      const match = matchElements(sentence.clauses, pattern.elements, verb.last);
      if (match !== null) return match.targets.map(({ span }) => span);
    }
  }
  return null;
}

/** "vowed to stop the sale", "wants the ban lifted": an end that is willed. */
export function willedStances(sentence: Sentence, k: number, verb: VerbGroup): boolean {
  const governor = sentence.clauses.chunks[sentence.links.governor[k] ?? -1];
  const relation = sentence.links.relation[k];
  if (relation === 'chain' && governor?.kind === 'verb' && willing.has(governor.lemma) && ending.has(verb.lemma)) {
    const mood = moodOf(sentence, k);
    const ended = endedBy(sentence, k, verb);
    if (mood.sign !== 1 || ended === null) return false;
    for (const holder of holdersOf(sentence, sentence.links.subject[k] ?? null, k))
      emit(
        sentence,
        holder,
        'opposes',
        ended.map((span) => ({ span, turned: false })),
        verb.head,
        calling,
        verb.lemma,
        mood.weight,
      );
    return true;
  }
  if (!/^(?:want|need|like|demand|see)$/u.test(verb.lemma)) return false;
  const object = sentence.clauses.chunks[k + 1];
  if (object?.kind !== 'noun') return false;
  const { parts, next } = { parts: [[object.first, object.last]] as const, next: k + 2 };
  const done = sentence.clauses.chunks[next];
  if (done?.kind !== 'verb' || done.form !== 'past' || !ending.has(done.lemma)) return false;
  const mood = moodOf(sentence, k);
  if (mood.sign !== 1) return false;
  for (const holder of holdersOf(sentence, sentence.links.subject[k] ?? null, k))
    emit(
      sentence,
      holder,
      'opposes',
      parts.map((span) => ({ span, turned: false })),
      verb.head,
      calling,
      done.lemma,
      mood.weight,
    );
  return true;
}

/** "T should be respected", "X must stop T": what the speaker wants. */
export function deonticStances(sentence: Sentence, k: number, verb: VerbGroup): boolean {
  if (sentence.question || isOpen(sentence, k)) return false;
  const subject = sentence.links.subject[k];
  const head =
    subject == null
      ? undefined
      : sentence.clauses.chunks[sentence.clauses.chunkOf[subject.first - sentence.clauses.first] ?? -1];
  const governor = sentence.links.governor[k] ?? -1;
  if (sentence.links.relation[k] === 'complement' && !isVouched(sentence, governor, 0)) return false;
  const speaker = speakerHolder(sentence, k, false);
  const entry = calling;
  if (verb.passive) {
    if (subject == null) return false;
    const pattern = verbPatterns
      .get(verb.lemma)
      ?.find(({ elements }) => elements[0]?.is === 'target' && elements.length === 1);
    const ends = ending.has(verb.lemma);
    let polarity: Polarity | null =
      pattern?.entry.polarity ??
      (ends
        ? 'opposes'
        : /^(?:respect|implement|preserve|restore|maintain|observe|release|free|guarantee|ensure|honour|honor|uphold|keep|continue|strengthen|rescue|save|help|resume)$/u.test(
              verb.lemma,
            )
          ? 'supports'
          : null);
    if (polarity === null) return false;
    if (verb.negated) polarity = polarity === 'supports' ? 'opposes' : 'supports';
    emit(
      sentence,
      speaker,
      polarity,
      subject.parts.map((span) => ({ span, turned: false })),
      verb.head,
      entry,
      verb.lemma,
      0.9,
    );
    return true;
  }
  if (head?.kind === 'noun' && /^(?:i|we)$/u.test(lowerAt(sentence.clauses, head.head))) return false;
  if (subject == null || verb.bare) return false;
  // "A should bow to B and sit with C": each act in turn.
  for (const patterns of [verbPatterns.get(verb.lemma) ?? []]) {
    for (const pattern of patterns) {
      if (pattern.entry.kind !== 'attitude' && pattern.entry.kind !== 'word') continue;
      if (pattern.elements.some(({ is }) => is === 'do' || is === 'that')) continue;
      const match = matchElements(sentence.clauses, pattern.elements, verb.last);
      if (match === null || match.targets.length === 0) continue;
      const polarity = verb.negated
        ? pattern.entry.polarity === 'supports'
          ? 'opposes'
          : 'supports'
        : pattern.entry.polarity;
      emit(sentence, speaker, polarity, match.targets, verb.head, entry, verb.lemma, 0.85);
      coordinatedActs(sentence, k, speaker, entry, verb);
      return true;
    }
  }
  if (
    /^(?:end|stop|cease|go)$/u.test(verb.lemma) &&
    !verb.negated &&
    !/^[NPDJ]$/u.test(sentence.clauses.tags[verb.last - sentence.clauses.first] ?? '')
  ) {
    emit(
      sentence,
      speaker,
      'opposes',
      subject.parts.map((span) => ({ span, turned: false })),
      verb.head,
      entry,
      verb.lemma,
      0.85,
    );
    return true;
  }
  // "this should calm them": a guess, no demand; a demand is made of somebody.
  if (!subject.parts.every((part) => soundHolder(sentence.clauses, part) === 1)) return true;
  for (const { span, polarity } of actsAt(sentence, k))
    emit(sentence, speaker, polarity, [{ span, turned: false }], verb.head, entry, verb.lemma, 0.8);
  return true;
}

function coordinatedActs(sentence: Sentence, k: number, speaker: Holder, entry: Entry, verb: VerbGroup): void {
  const extent = verbExtent(sentence.clauses, k);
  const next = sentence.clauses.chunks[extent.next + 1];
  if (!isMark(sentence.clauses.chunks[extent.next], 'C') || next?.kind !== 'verb' || next.first !== next.head) return;
  for (const { span, polarity } of actsAt(sentence, extent.next + 1))
    emit(sentence, speaker, polarity, [{ span, turned: false }], next.head, entry, verb.lemma, 0.7);
}
