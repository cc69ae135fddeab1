import type { Token } from '../language/analysis.ts';
import { nounLemma, verbLemma } from './form.ts';
import { beForms, modals, type Tag, tagTokens } from './tag.ts';
import { documents, personControl, reporting, timeWords } from './vocabulary.ts';

/** A noun phrase without what follows its head. Token indices, end-exclusive. */
export interface NounGroup {
  readonly kind: 'noun';
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** The phrase before the last possessive mark ("Velmark" in "Velmark's plan"), as token indices. */
  readonly possessor: readonly [number, number] | null;
}

/** A verb with its auxiliaries. */
export interface VerbGroup {
  readonly kind: 'verb';
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly lemma: string;
  readonly form: 'finite' | 'past' | 'infinitive' | 'ing';
  readonly passive: boolean;
  readonly negated: boolean;
  /** The modal auxiliary's lower-case form, or an empty string. */
  readonly modal: string;
  /** Only auxiliaries: "is", "has been", "have". */
  readonly bare: boolean;
}

/** Any other token, kept one by one. */
export interface Mark {
  readonly kind: 'mark';
  readonly first: number;
  readonly last: number;
  readonly tag: Tag;
}

export type Chunk = NounGroup | VerbGroup | Mark;

/** The subject of a verb: one or several coordinated phrases, as token ranges. */
export interface Subject {
  readonly parts: readonly (readonly [number, number])[];
  /** Token range of the whole. */
  readonly first: number;
  readonly last: number;
}

/** A sentence read into chunks. Arrays are indexed by chunk unless said otherwise. */
export interface Clauses {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly last: number;
  readonly tags: readonly Tag[];
  readonly chunks: readonly Chunk[];
  /** Chunk index by token index minus `first`. */
  readonly chunkOf: readonly number[];
}

/** Reads a sentence, given as token indices `[first, last)`, into noun and verb groups. Linear in its length. */
export function readClauses(tokens: readonly Token[], first: number, last: number): Clauses {
  const tags = tagTokens(tokens, first, last);
  const chunks: Chunk[] = [];
  const chunkOf: number[] = [];
  let i = first;
  while (i < last) {
    const chunk = verbAt(tokens, tags, i, first, last) ??
      nounAt(tokens, tags, i, first, last) ?? {
        kind: 'mark' as const,
        first: i,
        last: i + 1,
        tag: tags[i - first] ?? '_',
      };
    for (let j = chunk.first; j < chunk.last; j += 1) chunkOf[j - first] = chunks.length;
    if (!(chunk.kind === 'mark' && chunk.tag === '_')) chunks.push(chunk);
    i = chunk.last;
  }
  return { tokens, first, last, tags, chunks, chunkOf };
}

const participle = /(?:ed|en|wn|ght|lt|nt|id|ut|et|un|ne|ld|rn|it|ft|ne)$/u;

function verbAt(
  tokens: readonly Token[],
  tags: readonly Tag[],
  i: number,
  first: number,
  last: number,
): VerbGroup | null {
  const open = tags[i - first];
  if (open !== 'V' && open !== 'A' && open !== 'T' && open !== 'X') return null;
  let at = i;
  let negated = false;
  let modal = '';
  let auxiliary = -1;
  let head = -1;
  let be = false;
  let to = false;
  while (at < last) {
    const tag = tags[at - first];
    const lower = tokens[at]?.lower ?? '';
    if (tag === 'X') negated = true;
    else if (tag === 'A') {
      // "will it back": a second auxiliary only follows adverbs and negation.
      auxiliary = at;
      if (modals.has(lower))
        modal = lower === 'wo' || lower === "'ll" || lower === '’ll' ? 'will' : lower === 'ca' ? 'can' : lower;
      be = beForms.has(lower);
    } else if (tag === 'V') {
      head = at;
      at += 1;
      break;
    } else if (tag === 'B' || tag === '_') {
      if (lower === 'longer' && tokens[at - 1]?.lower === 'no') negated = true;
    } else if (tag === 'D' && lower === 'no' && tokens[at + 1]?.lower === 'longer') negated = true;
    else if (tag === 'T' && auxiliary < 0 && !to) to = true;
    else break;
    at += 1;
  }
  if (head < 0) {
    if (auxiliary < 0) return null;
    head = auxiliary;
    at = auxiliary + 1;
    while (at < last && (tags[at - first] === 'X' || tags[at - first] === 'B')) {
      if (tags[at - first] === 'X') negated = true;
      at += 1;
    }
  }
  const token = tokens[head];
  if (token === undefined) return null;
  const bare = head === auxiliary;
  const ing = token.lower.endsWith('ing');
  const passive = !bare && be && !ing && participle.test(token.lower);
  const form = to
    ? 'infinitive'
    : auxiliary >= 0 && !(auxiliary === head && /^(?:being|having)$/u.test(token.lower))
      ? 'finite'
      : ing
        ? 'ing'
        : participle.test(token.lower) && token.lower !== token.lemma
          ? 'past'
          : 'finite';
  // "no longer" and adverbs before the verb stand outside the group found so far.
  let back = i - 1;
  while (back >= first && (tags[back - first] === 'B' || tags[back - first] === 'X')) {
    if (tags[back - first] === 'X') negated = true;
    if (tokens[back]?.lower === 'longer' && tokens[back - 1]?.lower === 'no') negated = true;
    back -= 1;
  }
  return { kind: 'verb', first: i, last: at, head, lemma: verbLemma(token), form, passive, negated, modal, bare };
}

function nounAt(
  tokens: readonly Token[],
  tags: readonly Tag[],
  i: number,
  first: number,
  last: number,
): NounGroup | null {
  let at = i;
  let head = -1;
  let possessor: [number, number] | null = null;
  let end = i;
  while (at < last) {
    const tag = tags[at - first];
    const token = tokens[at];
    if (token === undefined) break;
    if (tag === 'R') {
      if (head >= 0 || at > i) break;
      return { kind: 'noun', first: i, last: i + 1, head: i, possessor: null };
    }
    if (tag === 'N' || tag === 'P') {
      // "For years Norhaven", "on Tuesday Velmark": a time word does not run on into a name.
      const before = tokens[at - 1];
      if (
        head === at - 1 &&
        before !== undefined &&
        timeWords.has(before.lower) &&
        (tag === 'P' || timeWords.has(token.lower))
      ) {
        if (!(timeWords.has(token.lower) && !/day$/u.test(before.lower))) break;
      }
      if (
        head >= 0 &&
        /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow)$/u.test(token.lower)
      )
        break;
      head = at;
      end = at + 1;
    } else if (tag === 'D' || tag === 'J') {
      // A determiner after a head starts another phrase ("gave the rebels the arms"); a number may follow a name.
      if (
        at > i &&
        tag === 'D' &&
        tags[at - 1 - first] === 'J' &&
        /^(?:the|a|an|its|their|his|her)$/u.test(token.lower) &&
        !/^(?:such|half|all|both|many|what)$/u.test(tokens[at - 1]?.lower ?? '')
      )
        break;
      if (head >= 0 && tag === 'D') break;
      if (head >= 0 && tag === 'J' && tags[at + 1 - first] !== 'N' && tags[at + 1 - first] !== 'P') break;
      if (head === at - 1 && tag === 'J' && tags[head - first] === 'N' && /[^s]s$/u.test(tokens[head]?.lower ?? ''))
        break;
      if (head >= 0 && tag === 'J' && /^(?:last|next|this|early|late)$/u.test(token.lower)) break;
    } else if (tag === 'G') {
      if (head < 0) break;
      possessor = [i, at];
      head = -1;
      end = at;
    } else if (tag === 'B') {
      const next = tags[at + 1 - first];
      // "a similar fast-track system"
      if (head < 0 && at > i && next === '_' && tokens[at + 1]?.start === token.end && at + 2 < last) {
        at += 1;
        continue;
      }
      if (head >= 0 || !(next === 'J' || (next === 'D' && at === i) || (next === 'B' && tags[at + 2 - first] === 'J')))
        break;
      if (at === i && token.lower === 'not') break;
    } else if (tag === 'C') {
      const left = tags[at - 1 - first];
      const right = tags[at + 1 - first];
      // "any and all restrictions"
      if (left === 'D' && right === 'D' && head < 0) {
        at += 1;
        continue;
      }
      // "the Securities and Exchange Commission"
      if (
        left === 'P' &&
        right === 'P' &&
        head === at - 1 &&
        tags[i - first] === 'D' &&
        bodyNamed(tokens, tags, at, first, last)
      ) {
        at += 1;
        continue;
      }
      // "political and economic ties"
      if (
        !(left === 'J' && right === 'J' && head < 0 && (tags[at + 2 - first] === 'N' || tags[at + 2 - first] === 'P'))
      )
        break;
    } else if (tag === '_') {
      if (at + 1 >= last) break;
    } else if (
      tag === 'V' &&
      head < 0 &&
      at > i &&
      (tags[at + 1 - first] === 'N' || tags[at + 1 - first] === 'P') &&
      /(?:ed|ing|en)$/u.test(token.lower) &&
      tags[at - 1 - first] !== 'I' &&
      tags[at - 1 - first] !== 'B'
    ) {
      // "two captured trawlers"
    } else break;
    at += 1;
  }
  if (head < 0) {
    if (possessor !== null)
      return { kind: 'noun', first: i, last: possessor[1], head: possessor[1] - 1, possessor: null };
    // "all", "both", "five", "the poor" stand for a noun.
    const only = tokens[i]?.lower ?? '';
    if (tags[i - first] === 'D' && !/^(?:the|a|an|no|every|its|his|her|their|our|my|your|whose)$/u.test(only))
      return { kind: 'noun', first: i, last: i + 1, head: i, possessor: null };
    if (
      tags[i - first] === 'D' &&
      /^(?:the|its|their|our|his|her)$/u.test(only) &&
      at > i + 1 &&
      tags[at - 1 - first] === 'J'
    )
      return { kind: 'noun', first: i, last: at, head: at - 1, possessor: null };
    return null;
  }
  return { kind: 'noun', first: i, last: end, head, possessor };
}

const bodies =
  /^(?:commission|administration|agency|department|services?|committee|council|authority|association|bureau|affairs|board|office)$/u;

/** Whether an "and" stands inside the name of one body: what follows ends in "Commission", what precedes does not. */
function bodyNamed(tokens: readonly Token[], tags: readonly Tag[], and: number, first: number, last: number): boolean {
  if (bodies.test(tokens[and - 1]?.lower ?? '')) return false;
  let end = and + 1;
  while (end + 1 < last && tags[end + 1 - first] === 'P') end += 1;
  return end > and + 1 && bodies.test(tokens[end]?.lower ?? '');
}

/** Whether a chunk is a mark with one of these tags. */
export function isMark(chunk: Chunk | undefined, tags: string): chunk is Mark {
  return chunk?.kind === 'mark' && tags.includes(chunk.tag);
}

export function lowerAt(clauses: Clauses, token: number): string {
  return token >= clauses.first && token < clauses.last ? (clauses.tokens[token]?.lower ?? '') : '';
}

/** The lower-case dictionary form of a noun group's head. */
export function headLemma(clauses: Clauses, group: NounGroup): string {
  const token = clauses.tokens[group.head];
  return token === undefined ? '' : nounLemma(token);
}

/** Whether a noun group tells a time ("Monday", "last month", "the weekend"). */
export function isTime(clauses: Clauses, group: NounGroup): boolean {
  const head = clauses.tokens[group.head];
  return head !== undefined && (timeWords.has(head.lower) || /^(?:19|20)\d\d$/u.test(head.text));
}

export function isName(clauses: Clauses, group: NounGroup): boolean {
  return clauses.tags[group.head - clauses.first] === 'P';
}

/** Clause-level facts about each verb group: who its subject is and what it hangs on. Indexed by chunk. */
export interface Links {
  readonly subject: readonly (Subject | null)[];
  /** The verb group a non-finite or complement clause hangs on, as chunk index, or -1. */
  readonly governor: readonly number[];
  /** How it hangs: `chain` "vowed to back", `person` "urged Y to stop", `complement` "said that …", else other. */
  readonly relation: readonly Relation[];
}

export type Relation =
  | 'main'
  | 'chain'
  | 'person'
  | 'purpose'
  | 'complement'
  | 'relative'
  | 'reduced'
  | 'shared'
  | 'gerund';

/** How many chunks back a subject is looked for: keeps reading linear. */
const reach = 40;

export function linkVerbs(clauses: Clauses): Links {
  const subject: (Subject | null)[] = [];
  const governor: number[] = [];
  const relation: Relation[] = [];
  const links = { subject, governor, relation };
  let previous = -1;
  for (const [k, chunk] of clauses.chunks.entries()) {
    const found = chunk.kind === 'verb' ? link(clauses, k, chunk, previous, links) : unlinked;
    subject.push(found.subject);
    governor.push(found.governor);
    relation.push(found.relation);
    if (chunk.kind === 'verb') previous = k;
  }
  openers(clauses, links);
  return links;
}

/** "Condemning the coup, Karvel withdrew": an opening participle shares the subject of the verb that follows. */
function openers(clauses: Clauses, links: { readonly subject: (Subject | null)[] }): void {
  const { chunks } = clauses;
  let k = 0;
  while (isMark(chunks[k], 'B|')) k += 1;
  const opener = chunks[k];
  if (opener?.kind !== 'verb' || links.subject[k] !== null) return;
  if (opener.form !== 'ing' && lowerAt(clauses, opener.first) !== 'having') return;
  for (let j = k + 1; j < k + reach; j += 1) {
    if (chunks[j]?.kind !== 'verb' || links.subject[j] == null) continue;
    links.subject[k] = links.subject[j] ?? null;
    return;
  }
}

interface Link {
  readonly subject: Subject | null;
  readonly governor: number;
  readonly relation: Relation;
}

const unlinked: Link = { subject: null, governor: -1, relation: 'main' };

function link(clauses: Clauses, k: number, verb: VerbGroup, previous: number, links: Links): Link {
  const { chunks } = clauses;
  let j = k - 1;
  while (j >= 0 && isMark(chunks[j], 'B')) j -= 1;
  // "strongly and repeatedly condemned"
  while (j > 0 && j < k - 1 && isMark(chunks[j], 'C') && isMark(chunks[j - 1], 'B')) j -= 2;
  const before = chunks[j];
  const governing = previous >= 0 ? chunks[previous] : undefined;
  const g = governing?.kind === 'verb' ? governing : null;
  const inherit = (from: number, relation: Relation): Link =>
    from < 0 ? unlinked : { subject: links.subject[from] ?? null, governor: from, relation };
  if (before === undefined) return unlinked;
  // A verb right behind a verb: "helped defend", "vowed to back", "kept supporting".
  if (before.kind === 'verb' && g === before && verb.form !== 'past') return inherit(j, 'chain');
  if (verb.form === 'infinitive') {
    if (g === null) return unlinked;
    if (isMark(before, 'C')) return inherit(previous, links.relation[previous] ?? 'chain');
    if (isMark(before, 'J') || isMark(before, ',')) return inherit(previous, g.bare ? 'chain' : 'purpose');
    const person = isMark(before, 'X') ? j - 1 : j;
    const whole =
      chunks[person]?.kind === 'noun' && personControl.has(g.lemma) && !g.passive
        ? climb(clauses, person, previous)
        : null;
    return whole === null ? inherit(previous, 'purpose') : { subject: whole, governor: previous, relation: 'person' };
  }
  if (verb.form === 'ing') {
    const goesOn =
      isMark(before, 'I') &&
      lowerAt(clauses, before.first) === 'on' &&
      g !== null &&
      /^(?:go|keep|carry)$/u.test(g.lemma);
    if (isMark(before, 'IS') && (before.tag === 'I' || lowerAt(clauses, before.first) === 'for'))
      return inherit(previous, goesOn ? 'chain' : 'gerund');
    if (before.kind !== 'noun') return inherit(previous, 'shared');
    if (links.subject[previous] != null && g?.lemma !== 'have' && writes(clauses, j, previous))
      return inherit(previous, 'shared');
    return { subject: climb(clauses, j, -1, true), governor: -1, relation: 'reduced' };
  }
  if (verb.form === 'past' && before.kind === 'noun') {
    const byAgent = lowerAt(clauses, verb.last) === 'by';
    const object =
      g !== null && !reporting.has(g.lemma) && !g.bare && j > previous && !breaks(clauses, previous + 1, j);
    if (byAgent || object)
      return {
        subject: climb(clauses, j, byAgent && g !== null ? previous : -1, !byAgent),
        governor: -1,
        relation: 'reduced',
      };
  }
  if (
    verb.form === 'past' &&
    isMark(before, ',') &&
    lowerAt(clauses, verb.last) === 'by' &&
    chunks[j - 1]?.kind === 'noun'
  ) {
    // "The firm opened in Quessa on Monday, backed by X": a place or a day is not what is backed.
    const loose = previous >= 0 && isMark(chunks[previous + 1], 'I') && !breaks(clauses, previous + 1, j);
    return {
      subject: loose ? (links.subject[previous] ?? null) : climb(clauses, j - 1, -1),
      governor: -1,
      relation: 'reduced',
    };
  }
  if (isMark(before, 'W')) return { subject: antecedent(clauses, j), governor: -1, relation: 'relative' };
  const shares =
    isMark(before, 'C') || (isMark(before, ',') && g !== null && verb.form !== 'past' && opening(clauses, j) < 0);
  if (shares && previous >= 0) {
    // Past an aside: the nearest verb of the same standing is the best guess.
    let from = previous;
    while (from >= 0) {
      const candidate = chunks[from];
      const standing = links.relation[from];
      if (
        candidate?.kind === 'verb' &&
        standing !== 'gerund' &&
        standing !== 'reduced' &&
        (candidate.form !== 'infinitive' || sameForm(clauses, verb, candidate)) &&
        candidate.form !== 'ing'
      )
        break;
      from -= 1;
    }
    if (from >= 0) {
      const standing = links.relation[from] ?? 'main';
      return standing === 'main' || standing === 'shared'
        ? inherit(from, 'shared')
        : { subject: links.subject[from] ?? null, governor: links.governor[from] ?? -1, relation: standing };
    }
  }
  const subject =
    isMark(before, '|') && g !== null && reporting.has(g.lemma) ? interrupted(clauses, j) : findSubject(clauses, k, j);
  const complement =
    subject !== null &&
    g !== null &&
    reporting.has(g.lemma) &&
    // "Denying these principles is wrong": the gerund is the subject.
    !(g.form === 'ing' && links.subject[previous] === null) &&
    (clauses.chunkOf[subject.first - clauses.first] ?? k) > previous;
  return complement
    ? { subject, governor: previous, relation: 'complement' }
    : { subject, governor: -1, relation: 'main' };
}

/** "sent letters to his paper in Quessa decrying the tax": whether a document stands before the participle, places between. */
function writes(clauses: Clauses, at: number, verb: number): boolean {
  for (let j = at; j > verb; j -= 2) {
    const group = clauses.chunks[j];
    if (group?.kind !== 'noun') return false;
    if (documents.has(headLemma(clauses, group))) return true;
    if (!isMark(clauses.chunks[j - 1], 'I')) return false;
  }
  return false;
}

/** "“The patrols,” said X, “are …”": the subject stands before the speech tag. */
function interrupted(clauses: Clauses, at: number): Subject | null {
  const { chunks } = clauses;
  for (let i = at - 1; i > 1 && i > at - 14; i -= 1) {
    if (!isMark(chunks[i], '|') || !isMark(chunks[i - 1], ',') || chunks[i - 2]?.kind !== 'noun') continue;
    return climb(clauses, i - 2, -1);
  }
  return null;
}

/** Whom "who", "which" or "that" at chunk `at` stands for. */
export function antecedent(clauses: Clauses, at: number): Subject | null {
  const { chunks } = clauses;
  let a = at - 1;
  while (a >= 0 && isMark(chunks[a], ',IB')) a -= 1;
  const group = chunks[a];
  if (group?.kind !== 'noun') return null;
  const who = lowerAt(clauses, chunks[at]?.first ?? -1) === 'who';
  // "the president of Belcor, who": a name after "of" is less likely meant than the office.
  const of = chunks[a - 1];
  if (!who || (isMark(of, 'I') && lowerAt(clauses, of.first) === 'of' && chunks[a - 2]?.kind === 'noun'))
    return climb(clauses, a, -1);
  return { parts: [[group.first, group.last]], first: group.first, last: group.last };
}

/** "to stop and withdraw": a base form shares the infinitive, a finite one does not. */
function sameForm(clauses: Clauses, verb: VerbGroup, infinitive: VerbGroup): boolean {
  const token = clauses.tokens[verb.head];
  return (
    infinitive.form === 'infinitive' && token !== undefined && verb.first === verb.head && token.lower === token.lemma
  );
}

function breaks(clauses: Clauses, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (isMark(clauses.chunks[i], ',|CSW')) return true;
  return false;
}

/** The comma that opens the aside which `comma` closes, or -1. */
function opening(clauses: Clauses, comma: number): number {
  const { chunks } = clauses;
  const stop = Math.max(0, comma - reach);
  for (let i = comma - 1; i > stop; i -= 1) {
    if (isMark(chunks[i], '|')) return -1;
    if (!isMark(chunks[i], ',')) continue;
    const next = chunks[i + 1];
    const prior = chunks[i - 1];
    if (prior?.kind !== 'noun') return -1;
    const token = next?.kind === 'noun' ? clauses.tags[next.first - clauses.first] : undefined;
    if (
      isMark(next, 'WIBS') ||
      (next?.kind === 'verb' && (next.form === 'ing' || next.form === 'past')) ||
      token === 'D' ||
      token === 'J' ||
      token === 'P' ||
      token === 'N'
    )
      return i;
    return -1;
  }
  return -1;
}

function findSubject(clauses: Clauses, k: number, from: number): Subject | null {
  const { chunks } = clauses;
  let j = from;
  if (isMark(chunks[j], ',')) {
    const open = opening(clauses, j);
    if (open < 0) return null;
    j = open - 1;
  }
  while (j >= 0 && (isMark(chunks[j], 'BX') || (isMark(chunks[j], ',') && j < from))) j -= 1;
  if (chunks[j]?.kind !== 'noun') return null;
  return climb(clauses, j, Math.max(-1, k - reach));
}

/**
 * From the last noun group of a phrase up to its head: past prepositions and their phrases, then over coordinated
 * phrases. `stop` is the chunk that bounds the phrase on the left.
 */
export function climb(clauses: Clauses, at: number, stop: number, nearest = false): Subject | null {
  const { chunks } = clauses;
  let end = chunks[at]?.last ?? 0;
  let j = at;
  let guard = 0;
  while (guard < reach) {
    guard += 1;
    const group = chunks[j];
    if (group?.kind !== 'noun') return null;
    const before = chunks[j - 1];
    if (isTime(clauses, group) && isMark(before, 'I') && chunks[j - 2]?.kind === 'noun' && j - 2 > stop) {
      // "The government on Tuesday rejected": a time is no part of the subject.
      j -= 2;
      if (group.last === end) end = chunks[j]?.last ?? end;
      continue;
    }
    if (isTime(clauses, group) && before?.kind === 'noun' && j - 1 > stop) {
      j -= 1;
      if (group.last === end) end = before.last;
      continue;
    }
    if (nearest || j - 1 <= stop) break;
    const over = through(clauses, j, stop);
    if (over < 0) break;
    j = over;
  }
  // Inside a list after a preposition ("the leaders of A, B and C rejected"), climb over the list first.
  const list: [number, number][] = [];
  let start = j;
  let last = end;
  guard = 0;
  while (guard < reach) {
    guard += 1;
    const group = chunks[start];
    if (group?.kind !== 'noun') break;
    list.unshift([group.first, last]);
    let p = start - 1;
    const conjunction = chunks[p];
    const comma = isMark(conjunction, ',');
    if (!(isMark(conjunction, 'C') || comma) || p <= stop) break;
    if (isMark(chunks[p], 'C') && lowerAt(clauses, chunks[p]?.first ?? -1) === 'but') break;
    if (isMark(chunks[p], 'C') && isMark(chunks[p - 1], ',')) p -= 1;
    let q = p - 1;
    const other = chunks[q];
    if (other?.kind !== 'noun' || q <= stop) break;
    if (comma && list.length < 2 && !headlineList(clauses, q, start)) break;
    // "Robert Tesk, a member of the board and the audit committee, said": what is said of him is no list.
    if (comma && isName(clauses, other) && describes(clauses, start)) return single(clauses, q, other.last);
    // Climb inside the earlier member.
    let inner = q;
    let steps = 0;
    while (steps < reach && isMark(chunks[inner - 1], 'I') && chunks[inner - 2]?.kind === 'noun' && inner - 2 > stop) {
      inner -= 2;
      steps += 1;
    }
    const head = chunks[inner];
    const lead = chunks[inner - 1];
    // The earlier member hangs on a verb or a preposition: it is no member of this list.
    if (lead?.kind === 'verb' && !reporting.has(lead.lemma)) break;
    if (isMark(lead, 'I') && inner - 1 > stop) break;
    if (inner !== q && sameKind(clauses, q, start) && !sameKind(clauses, inner, start)) {
      // "the armies of A and B rejected": B belongs with A, and the whole is one phrase.
      return single(clauses, inner, end);
    }
    if (head?.kind !== 'noun' || isTime(clauses, head)) break;
    last = chunks[q]?.last ?? last;
    q = inner;
    start = q;
  }
  const opened = list[0];
  if (opened === undefined) return null;
  return { parts: list, first: opened[0], last: end };
}

/** The noun group that the one at `j` belongs to: over "of", over "to divide", over "that backs" and "backed by"; or -1. */
function through(clauses: Clauses, j: number, stop: number): number {
  const { chunks } = clauses;
  const before = chunks[j - 1];
  if (isMark(before, 'I')) {
    const prior = chunks[j - 2];
    if (j - 2 <= stop) return -1;
    if (prior?.kind === 'noun') return j - 2;
    if (
      prior?.kind === 'verb' &&
      (prior.form === 'past' || prior.form === 'ing' || prior.form === 'infinitive' || isMark(chunks[j - 3], 'W')) &&
      !reporting.has(prior.lemma)
    )
      return overVerb(clauses, j - 2, prior, stop);
    return -1;
  }
  if (
    before?.kind === 'verb' &&
    !reporting.has(before.lemma) &&
    (before.form === 'infinitive' || isMark(chunks[j - 2], 'W'))
  )
    return overVerb(clauses, j - 1, before, stop);
  return -1;
}

function overVerb(clauses: Clauses, at: number, verb: VerbGroup, stop: number): number {
  const { chunks } = clauses;
  let p = at - 1;
  if (isMark(chunks[p], 'W')) p -= 1;
  const noun = chunks[p];
  if (p <= stop || noun?.kind !== 'noun') return -1;
  // "Tesk replied in a speech which": a finite verb, not a participle that hangs on the name.
  const finite = verb.form === 'past' && isName(clauses, noun) && (p === 0 || isMark(chunks[p - 1], ',|CS'));
  if (finite && lowerAt(clauses, verb.last) !== 'by') return -1;
  // "Moves to reduce the backlog are welcome": a capital at the start makes no name.
  const opens =
    noun.first === clauses.first && noun.last - noun.first === 1 && /[^s]s$/u.test(lowerAt(clauses, noun.head));
  if (
    verb.form === 'infinitive' &&
    ((isName(clauses, noun) && !opens) || clauses.tags[noun.head - clauses.first] === 'R')
  )
    return -1;
  return p;
}

function single(clauses: Clauses, at: number, end: number): Subject {
  const first = clauses.chunks[at]?.first ?? clauses.first;
  return { parts: [[first, end]], first, last: end };
}

/** "Iran, Russia oppose": headlines leave "and" out. */
function headlineList(clauses: Clauses, a: number, b: number): boolean {
  const left = clauses.chunks[a];
  const right = clauses.chunks[b];
  return (
    a === 0 &&
    left?.kind === 'noun' &&
    right?.kind === 'noun' &&
    isName(clauses, left) &&
    isName(clauses, right) &&
    left.last - left.first <= 3 &&
    right.last - right.first <= 3 &&
    clauses.chunks[b + 1]?.kind === 'verb'
  );
}

/** Whether a noun group says what somebody is: "a member of the board". */
export function describes(clauses: Clauses, at: number): boolean {
  const group = clauses.chunks[at];
  return group?.kind === 'noun' && !isName(clauses, group) && /^an?$/u.test(lowerAt(clauses, group.first));
}

/** Whether two noun groups look like members of one list: both names, or both described alike. */
export function sameKind(clauses: Clauses, a: number, b: number): boolean {
  const left = clauses.chunks[a];
  const right = clauses.chunks[b];
  if (left?.kind !== 'noun' || right?.kind !== 'noun') return false;
  if (isName(clauses, left) !== isName(clauses, right)) return false;
  if (isName(clauses, left)) return true;
  return determined(clauses, left) === determined(clauses, right);
}

function determined(clauses: Clauses, group: NounGroup): boolean {
  return clauses.tags[group.first - clauses.first] === 'D' || group.possessor !== null;
}
