import { calledFor } from './call.ts';
import { antecedent, headLemma, isMark, lowerAt, type VerbGroup } from './clause.ts';
import { emit } from './emit.ts';
import { holderFrom, holdersOf } from './holder.ts';
import type { Entry } from './lexicon.ts';
import { type Mood, moodOf, settle } from './mood.ts';
import { type Match, matchElements, type Pattern } from './pattern.ts';
import { phrasesFrom, type Span } from './phrase.ts';
import type { Holder, Sentence } from './reading.ts';
import { amongHolders } from './set-phrase.ts';
import type { Polarity } from './stance.ts';

export function activeStances(sentence: Sentence, k: number, verb: VerbGroup, patterns: readonly Pattern[]): boolean {
  const mood = moodOf(sentence, k);
  if (mood.sign === 0) return false;
  const from = pastRepetition(sentence, k) ?? verb.last;
  for (const pattern of patterns) {
    const gap = frontedObject(sentence, k, verb, pattern);
    const neither = lowerAt(sentence.clauses, verb.last) === 'neither';
    const match = gap ?? matchElements(sentence.clauses, pattern.elements, from + (neither ? 1 : 0));
    if (match === null) continue;
    // "criticised the call for elections": "for" belongs to the call.
    if (pattern.elements.filter(({ is }) => is === 'target').length > 1 && asksFor(sentence, match)) continue;
    const holders = amongHolders(sentence, match.end) ?? holdersOf(sentence, sentence.links.subject[k] ?? null, k);
    if (holders.length === 0) return true;
    const denied = neither || isNeither(sentence, k) ? -mood.sign : mood.sign;
    const settled: Mood = { sign: denied === 1 ? 1 : -1, weight: mood.weight };
    if (match.act >= 0) {
      calledFor(sentence, match, pattern.entry, verb, holders, settled);
      return true;
    }
    const polarity = settle(pattern.entry, settled);
    if (polarity === null) return true;
    for (const holder of holders)
      emit(sentence, holder, polarity, match.targets, verb.head, pattern.entry, verb.lemma, mood.weight);
    contrastStances(sentence, match.end, holders, polarity, verb, pattern.entry, mood.weight);
    includedStances(sentence, match.end, holders, polarity, verb, pattern.entry, mood.weight);
    return true;
  }
  return false;
}

export function passiveStances(sentence: Sentence, k: number, verb: VerbGroup, patterns: readonly Pattern[]): void {
  const mood = moodOf(sentence, k);
  if (mood.sign === 0) return;
  const subject = sentence.links.subject[k];
  if (subject == null) return;
  for (const pattern of patterns) {
    const [opening, ...rest] = pattern.elements;
    if (opening === undefined) continue;
    let targets: { span: Span; turned: boolean }[];
    if (opening.is === 'target')
      targets = subject.parts.map((span) => ({ span: [span[0], span[1]] as const, turned: opening.turned }));
    else if (opening.is === 'noun' && rest.length > 0) {
      const head = sentence.clauses.chunks[sentence.clauses.chunkOf[subject.first - sentence.clauses.first] ?? -1];
      if (head?.kind !== 'noun' || !opening.heads.has(headLemma(sentence.clauses, head))) continue;
      targets = [];
    } else continue;
    const of = rest.some((element) => element.is === 'word' && element.options.some((option) => option[0] === 'of'));
    let agent = agentAfter(sentence, verb.last, of);
    let match = matchElements(sentence.clauses, rest, agent === null ? verb.last : agent.end);
    if (match === null) match = matchElements(sentence.clauses, rest, verb.last);
    if (match === null) continue;
    agent ??= agentAfter(sentence, match.end, false);
    if (agent === null) continue;
    const polarity = settle(pattern.entry, mood);
    if (polarity === null) return;
    for (const span of agent.parts)
      emit(
        sentence,
        holderFrom(sentence, span, k),
        polarity,
        [...targets, ...match.targets],
        verb.head,
        pattern.entry,
        verb.lemma,
        mood.weight,
      );
    return;
  }
}

export function reversedStances(
  sentence: Sentence,
  k: number,
  verb: VerbGroup,
  passive: boolean,
  patterns: readonly Pattern[],
): boolean {
  const mood = moodOf(sentence, k);
  const subject = sentence.links.subject[k];
  if (mood.sign !== 1 || subject == null) return false;
  for (const pattern of patterns) {
    const opening = pattern.elements[0];
    if (passive && !(opening?.is === 'word' && opening.options[0]?.[0] === 'with')) continue;
    const match = matchElements(sentence.clauses, pattern.elements, verb.last);
    if (match === null) continue;
    for (const span of match.holders)
      for (let c = k + 1; c < (sentence.clauses.chunkOf[span[0] - sentence.clauses.first] ?? k); c += 1)
        sentence.used.add(c);
    for (const span of match.holders)
      emit(
        sentence,
        holderFrom(sentence, span, k),
        pattern.entry.polarity,
        subject.parts.map((part) => ({ span: part, turned: false })),
        verb.head,
        pattern.entry,
        verb.lemma,
        mood.weight * 0.9,
      );
    return true;
  }
  return false;
}

/** Whether the first of several targets is itself a call or a support for the next. */
function asksFor({ clauses }: Sentence, { targets }: Match): boolean {
  const [first, second] = targets;
  if (first === undefined || second === undefined) return false;
  const group = clauses.chunks[clauses.chunkOf[first.span[0] - clauses.first] ?? -1];
  return (
    group?.kind === 'noun' &&
    lowerAt(clauses, second.span[0] - 1) === 'for' &&
    /^(?:call|support|demand|plea|appeal|backing|praise|plan|push|campaign|need)$/u.test(headLemma(clauses, group))
  );
}

/** "opposes, and has always opposed, the tax": the token behind the verb's repetition, or null. */
function pastRepetition({ clauses }: Sentence, k: number): number | null {
  const [comma, and, again, close] = clauses.chunks.slice(k + 1, k + 5);
  return isMark(comma, ',') && isMark(and, 'C') && again?.kind === 'verb' && isMark(close, ',') ? close.last : null;
}

/** "the law which the bishops oppose": the object stands before the clause. */
function frontedObject(sentence: Sentence, k: number, verb: VerbGroup, pattern: Pattern): Match | null {
  if (pattern.elements.length !== 1 || pattern.elements[0]?.is !== 'target') return null;
  const subject = sentence.links.subject[k];
  const { chunks } = sentence.clauses;
  const after = chunks[k + 1];
  if (subject == null || after?.kind === 'noun') return null;
  const opened = sentence.clauses.chunkOf[subject.first - sentence.clauses.first] ?? -1;
  if (!isMark(chunks[opened - 1], 'W') || opened <= 0 || isMark(chunks[opened - 2], 'I')) return null;
  const meant = antecedent(sentence.clauses, opened - 1);
  if (meant === null) return null;
  return {
    targets: meant.parts.map((span) => ({ span, turned: false })),
    holders: [],
    act: -1,
    actor: -1,
    end: verb.last,
  };
}

/** "Neither A nor B supports T". */
function isNeither(sentence: Sentence, k: number): boolean {
  const subject = sentence.links.subject[k];
  return subject != null && lowerAt(sentence.clauses, subject.first - 1) === 'neither';
}

/** "a settlement rather than a war", "dialogue instead of sanctions": the other side of a choice. */
function contrastStances(
  sentence: Sentence,
  end: number,
  holders: readonly Holder[],
  polarity: Polarity,
  verb: VerbGroup,
  entry: Entry,
  weight: number,
): void {
  let at = end;
  if (lowerAt(sentence.clauses, at) === ',') at += 1;
  const two = `${lowerAt(sentence.clauses, at)} ${lowerAt(sentence.clauses, at + 1)}`;
  if (two !== 'rather than' && two !== 'instead of' && two !== 'and not') return;
  const k = sentence.clauses.chunkOf[at + 2 - sentence.clauses.first] ?? -1;
  const { parts } = phrasesFrom(sentence.clauses, k, new Set());
  for (const holder of holders)
    emit(
      sentence,
      holder,
      polarity === 'supports' ? 'opposes' : 'supports',
      parts.map((span) => ({ span, turned: false })),
      verb.head,
      entry,
      verb.lemma,
      weight * 0.9,
    );
}

/** "…, including A and B": each is a target of its own. */
function includedStances(
  sentence: Sentence,
  end: number,
  holders: readonly Holder[],
  polarity: Polarity,
  verb: VerbGroup,
  entry: Entry,
  weight: number,
): void {
  const clauses = sentence.clauses;
  for (let at = end; at < Math.min(end + 8, clauses.last); at += 1) {
    if (clauses.tags[at - clauses.first] === 'V' || clauses.tags[at - clauses.first] === '|') return;
    if (lowerAt(clauses, at) !== 'including') continue;
    const k = clauses.chunkOf[at + 1 - clauses.first] ?? -1;
    const { parts } = phrasesFrom(clauses, k, new Set());
    for (const holder of holders)
      emit(
        sentence,
        holder,
        polarity,
        parts.map((span) => ({ span, turned: false })),
        verb.head,
        entry,
        verb.lemma,
        weight * 0.85,
      );
    return;
  }
}

/** "by X", circumstances before it allowed. */
function agentAfter(sentence: Sentence, from: number, of: boolean): { parts: readonly Span[]; end: number } | null {
  let k = sentence.clauses.chunkOf[from - sentence.clauses.first] ?? -1;
  for (let step = 0; step < 3; step += 1) {
    const chunk = sentence.clauses.chunks[k];
    const object = sentence.clauses.chunks[k + 1];
    if (isMark(chunk, 'I') && lowerAt(sentence.clauses, chunk.first) === 'by' && object?.kind === 'noun') {
      const found = phrasesFrom(
        sentence.clauses,
        k + 1,
        new Set(['for', 'over', 'as', 'on', 'against', 'with', ...(of ? ['of'] : [])]),
      );
      return { parts: found.parts, end: sentence.clauses.chunks[found.next]?.first ?? sentence.clauses.last };
    }
    if (isMark(chunk, 'B')) k += 1;
    else if (isMark(chunk, 'I') && object?.kind === 'noun') k += 2;
    else if (chunk?.kind === 'noun') k += 1;
    else return null;
  }
  return null;
}
