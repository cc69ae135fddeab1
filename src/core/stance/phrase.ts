import {
  type Chunk,
  type Clauses,
  describes,
  headLemma,
  isMark,
  isName,
  isTime,
  lowerAt,
  type NounGroup,
  sameKind,
  type VerbGroup,
} from './clause.ts';
import { occasions, reporting } from './vocabulary.ts';

/** Token indices, end-exclusive. */
export type Span = readonly [first: number, last: number];

/** Coordinated phrases that start at one chunk, and the chunk after them. */
export interface Phrases {
  readonly parts: readonly Span[];
  /** Index of the first chunk after the last part. */
  readonly next: number;
}

/** Prepositions whose phrase tells when, why or how, and so belongs to the verb. */
const circumstantial = new Set([
  'during',
  'after',
  'before',
  'amid',
  'amidst',
  'despite',
  'since',
  'until',
  'following',
  'throughout',
  'via',
  'as',
  'except',
  'besides',
  'unlike',
  'than',
  'including',
  'per',
  'like',
  'according',
  'because',
  'upon',
  'alongside',
]);
const timed = new Set([
  'on',
  'in',
  'at',
  'for',
  'by',
  'over',
  'from',
  'through',
  'within',
  'of',
  'around',
  'about',
  'late',
  'early',
]);
const placed = new Set(['in', 'at', 'during', 'on', 'by', 'via', 'through', 'over']);
/** Longest phrase in chunks: keeps reading linear. */
const reach = 40;

/**
 * The phrase, or the coordinated phrases, that start at a noun group or a non-finite verb group: heads with all that
 * depends on them, without what tells when, where or how the verb's act took place. `stops` are prepositions that
 * belong to the verb's own pattern ("accuse T of T"); with `reason`, "after the flood" belongs to the phrase ("thanked T for
 * its help after the flood").
 */
export function phrasesFrom(clauses: Clauses, at: number, stops: ReadonlySet<string>, reason = false): Phrases {
  const parts: Span[] = [];
  let k = at;
  let guard = 0;
  while (guard < 12) {
    guard += 1;
    const chunk = clauses.chunks[k];
    if (chunk === undefined || chunk.kind === 'mark') break;
    const extent = chunk.kind === 'noun' ? nounExtent(clauses, k, stops, reason) : verbExtent(clauses, k);
    const start =
      chunk.kind === 'verb' && chunk.form === 'infinitive' ? afterTo(clauses, chunk) : startOf(clauses, chunk);
    parts.push([start, extent.last]);
    k = extent.next;
    const member = nextMember(clauses, k);
    if (member < 0) return { parts, next: k };
    k = member;
  }
  return { parts, next: k };
}

/** "both", "not only" before a noun group belong to no target. */
function startOf(clauses: Clauses, chunk: Chunk): number {
  return chunk.kind === 'noun' &&
    chunk.last - chunk.first > 1 &&
    /^(?:both|only|also)$/u.test(lowerAt(clauses, chunk.first))
    ? chunk.first + 1
    : chunk.first;
}

function afterTo(clauses: Clauses, verb: VerbGroup): number {
  let i = verb.first;
  while (i < verb.head && /^(?:to|not|never)$/u.test(lowerAt(clauses, i))) i += 1;
  return i;
}

/** After a phrase: the chunk at which a coordinated phrase starts, or -1. */
function nextMember(clauses: Clauses, k: number): number {
  const { chunks } = clauses;
  let j = k;
  let comma = false;
  if (isMark(chunks[j], ',')) {
    comma = true;
    j += 1;
  }
  let conjunction = false;
  const butAlso =
    lowerAt(clauses, chunks[j]?.first ?? -1) === 'but' && lowerAt(clauses, chunks[j + 1]?.first ?? -1) === 'also';
  if (isMark(chunks[j], 'C') && (butAlso || /^(?:and|or|nor|&)$/u.test(lowerAt(clauses, chunks[j]?.first ?? -1)))) {
    conjunction = true;
    j += 1;
    if (isMark(chunks[j], 'B') && chunks[j + 1]?.kind === 'noun') j += 1;
  }
  if (!comma && !conjunction) return -1;
  if (chunks[j]?.kind === 'verb') {
    const verb = chunks[j];
    const earlier = chunks[k - 1];
    return conjunction &&
      verb?.kind === 'verb' &&
      verb.form === 'ing' &&
      earlier !== undefined &&
      startsWithGerund(clauses, k)
      ? j
      : -1;
  }
  if (chunks[j]?.kind !== 'noun') return -1;
  const after = endOfNominal(clauses, j);
  if (startsClause(clauses, after)) return -1;
  const earlier = chunks[k - 1];
  if (comma && earlier?.kind === 'noun' && isName(clauses, earlier) && describes(clauses, j)) return -1;
  if (comma && !conjunction) {
    // A comma alone lists only when an "and" with another member follows.
    const follows = chunks[after];
    if (isMark(follows, 'C'))
      return /^(?:and|or)$/u.test(lowerAt(clauses, follows.first)) && chunks[after + 1]?.kind === 'noun' ? j : -1;
    if (isMark(follows, ',') && chunks[after + 1]?.kind === 'noun') return nextMember(clauses, after) >= 0 ? j : -1;
    if (isMark(follows, ',') && isMark(chunks[after + 1], 'C') && chunks[after + 2]?.kind === 'noun')
      return startsClause(clauses, endOfNominal(clauses, after + 2)) ? -1 : j;
    return -1;
  }
  return j;
}

function startsWithGerund(clauses: Clauses, k: number): boolean {
  for (let i = k - 1; i >= 0 && i > k - reach; i -= 1) {
    const chunk = clauses.chunks[i];
    if (chunk?.kind === 'verb') return chunk.form === 'ing';
  }
  return false;
}

/** The chunk after a noun group and its prepositional phrases. */
export function endOfNominal(clauses: Clauses, k: number): number {
  let j = k + 1;
  let guard = 0;
  while (guard < reach && isMark(clauses.chunks[j], 'I') && clauses.chunks[j + 1]?.kind === 'noun') {
    j += 2;
    guard += 1;
  }
  return j;
}

/** Whether a finite verb stands at this chunk: what precedes it is its subject. */
function startsClause(clauses: Clauses, k: number): boolean {
  let j = k;
  while (isMark(clauses.chunks[j], 'BX')) j += 1;
  const chunk = clauses.chunks[j];
  if (chunk?.kind !== 'verb') return false;
  if (chunk.form === 'finite') return true;
  return chunk.form === 'past' && lowerAt(clauses, chunk.last) !== 'by';
}

function startsFinite(clauses: Clauses, k: number): boolean {
  const chunk = clauses.chunks[k];
  return chunk?.kind === 'verb' && chunk.form === 'finite';
}

interface Extent {
  readonly last: number;
  readonly next: number;
}

export function nounExtent(clauses: Clauses, k: number, stops: ReadonlySet<string>, reason = false): Extent {
  const { chunks } = clauses;
  const head = chunks[k];
  if (head?.kind !== 'noun') return { last: head?.last ?? 0, next: k + 1 };
  const name = isName(clauses, head) || clauses.tags[head.head - clauses.first] === 'R';
  let last = head.last;
  let latest = k;
  let j = k + 1;
  const limit = k + reach;
  while (j < limit) {
    const chunk = chunks[j];
    if (chunk === undefined) break;
    if (chunk.kind === 'noun') {
      // "the deal Belcor signed": a relative clause without its pronoun.
      const verb = chunks[j + 1];
      if (
        !name &&
        !isTime(clauses, chunk) &&
        verb?.kind === 'verb' &&
        verb.form !== 'infinitive' &&
        !reporting.has(verb.lemma) &&
        chunk.last - chunk.first <= 3 &&
        !isMark(chunks[j + 2], 'I') &&
        chunks[j + 2]?.kind !== 'noun'
      ) {
        last = verb.last;
        j += 2;
        continue;
      }
      break;
    }
    if (chunk.kind === 'verb') {
      if (chunk.form === 'infinitive' && !name && chunk.lemma !== 'be') {
        const inner = verbExtent(clauses, j);
        last = inner.last;
        j = inner.next;
        latest = -1;
        continue;
      }
      if (chunk.form === 'past' && !(name && latest === k) && lowerAt(clauses, chunk.head) !== 'said') {
        const inner = verbExtent(clauses, j);
        last = inner.last;
        j = inner.next;
        continue;
      }
      if (chunk.form === 'ing' && latest !== -1 && !(name && latest === k)) {
        const inner = verbExtent(clauses, j);
        last = inner.last;
        j = inner.next;
        continue;
      }
      break;
    }
    if (chunk.tag === 'I') {
      const preposition = lowerAt(clauses, chunk.first);
      const object = chunks[j + 1];
      if (object?.kind === 'verb' && object.form === 'ing') {
        if (stops.has(preposition) || preposition === 'by' || circumstantial.has(preposition) || name) break;
        const inner = verbExtent(clauses, j + 1);
        last = inner.last;
        j = inner.next;
        continue;
      }
      if (object?.kind !== 'noun') break;
      if (stops.has(preposition) && (preposition !== 'of' || name || !laterOf(clauses, j + 1))) break;
      if (
        detached(clauses, chunk.first, preposition, object) &&
        !(reason && /^(?:after|during|amid)$/u.test(preposition) && !isTime(clauses, object))
      )
        break;
      if (name && latest === k && preposition !== 'of') break;
      if (preposition === 'over' && (name || !governsOver(clauses, latest))) break;
      last = object.last;
      latest = j + 1;
      j += 2;
      continue;
    }
    if (chunk.tag === 'W') {
      const relative = relativeExtent(clauses, j);
      if (relative === null) break;
      last = relative.last;
      j = relative.next;
      latest = -1;
      continue;
    }
    if (chunk.tag === 'S' && lowerAt(clauses, chunk.first) === 'that' && !name && latest === k) {
      const end = clauseEnd(clauses, j + 1);
      last = chunks[end - 1]?.last ?? last;
      return { last, next: end };
    }
    if (chunk.tag === 'C' || chunk.tag === ',') {
      const member = inner(clauses, k, latest, j);
      if (member < 0) break;
      const group = chunks[member];
      last = group?.last ?? last;
      latest = member;
      j = member + 1;
      continue;
    }
    if (
      chunk.tag === 'B' &&
      /^(?:abroad|overseas|here|there|alone|nationwide|worldwide)$/u.test(lowerAt(clauses, chunk.first)) &&
      !name
    ) {
      last = chunk.last;
      j += 1;
      continue;
    }
    break;
  }
  return { last, next: j };
}

/** A conjunction inside the phrase ("between A and B", "in A and B"): the chunk of the member that belongs inside, or -1. */
function inner(clauses: Clauses, head: number, latest: number, conjunction: number): number {
  if (latest === head || latest < 0) return -1;
  const { chunks } = clauses;
  const member = nextMember(clauses, conjunction);
  const group = chunks[member];
  if (group?.kind !== 'noun') return -1;
  const lead = chunks[latest - 1];
  if (isMark(lead, 'I') && lowerAt(clauses, lead.first) === 'between') return member;
  const near = sameKind(clauses, latest, member);
  const far = sameKind(clauses, head, member);
  if (near && !far) return member;
  if (far && !near) return -1;
  const following = chunks[member + 1];
  const parallel = isMark(following, 'I') || (following?.kind === 'verb' && following.form === 'infinitive');
  return parallel ? -1 : member;
}

function governsOver(clauses: Clauses, at: number): boolean {
  const group = clauses.chunks[at];
  return (
    group?.kind === 'noun' &&
    /^(?:dispute|control|concern|talk|war|power|sovereignty|jurisdiction|authority|influence|row|debate|dominance|rule|conflict|tension|fight|supremacy|claim|negotiation|agreement|deal)$/u.test(
      headLemma(clauses, group),
    )
  );
}

/** "accused the government of Drethia of torture": whether another "of" follows before a verb. */
function laterOf(clauses: Clauses, k: number): boolean {
  for (let j = k; j < k + 6; j += 1) {
    const chunk = clauses.chunks[j];
    if (chunk === undefined || (chunk.kind === 'verb' && chunk.form !== 'ing')) return false;
    if (chunk.kind !== 'mark') continue;
    if ('|,SW'.includes(chunk.tag)) return false;
    if (chunk.tag === 'I' && lowerAt(clauses, chunk.first) === 'of') return true;
  }
  return false;
}

/** Whether a prepositional phrase tells when, where or how the verb's act took place. */
export function detached(clauses: Clauses, at: number, preposition: string, object: NounGroup): boolean {
  if (circumstantial.has(preposition)) return true;
  const lemma = headLemma(clauses, object);
  if (preposition !== 'of' && timed.has(preposition) && isTime(clauses, object)) return true;
  if (placed.has(preposition) && occasions.has(lemma)) return true;
  if (preposition === 'with' && /^(?:vote|majority|margin|smile)$/u.test(lemma)) return true;
  return (
    (preposition === 'to' || preposition === 'in') &&
    at > clauses.first &&
    (preposition === 'to'
      ? /^(?:contrary|thanks)$/u.test(lowerAt(clauses, at - 1))
      : /^(?:addition|response|reaction|return|exchange|protest|retaliation)$/u.test(lemma))
  );
}

function relativeExtent(clauses: Clauses, k: number): Extent | null {
  const { chunks } = clauses;
  let j = k + 1;
  if (isMark(chunks[j], 'B')) j += 1;
  if (chunks[j]?.kind === 'noun' && chunks[j + 1]?.kind === 'verb') j += 1;
  if (chunks[j]?.kind !== 'verb') return null;
  return verbExtent(clauses, j);
}

/** The chunk after the clause that starts here: up to a comma, a break or another conjunction. */
function clauseEnd(clauses: Clauses, k: number): number {
  let j = k;
  while (j < clauses.chunks.length && j < k + reach && !isMark(clauses.chunks[j], ',|S')) j += 1;
  return j;
}

/** A verb group with its objects and what belongs to them. */
export function verbExtent(clauses: Clauses, k: number): Extent {
  const { chunks } = clauses;
  let last = chunks[k]?.last ?? 0;
  let j = k + 1;
  const limit = k + reach;
  const none: ReadonlySet<string> = new Set();
  while (j < limit) {
    const chunk = chunks[j];
    if (chunk === undefined) break;
    if (chunk.kind === 'noun') {
      if (isTime(clauses, chunk)) break;
      const after = endOfNominal(clauses, j);
      // "help the girls enter the country"
      if (startsFinite(clauses, after) && letting.has(verbOf(chunks[k])) && bareVerb(clauses, after)) {
        const inner = verbExtent(clauses, after);
        return { last: inner.last, next: inner.next };
      }
      if (startsFinite(clauses, after) && !reporting.has(verbOf(chunks[k]))) break;
      const extent = nounExtent(clauses, j, none);
      last = extent.last;
      j = extent.next;
      // "publish the treaty and the map"
      const member = nextMember(clauses, j);
      if (member >= 0 && chunks[member]?.kind === 'noun') j = member;
      continue;
    }
    if (chunk.kind === 'verb') {
      if (
        chunk.form === 'infinitive' ||
        (chunk.form === 'ing' && chunks[j - 1]?.kind === 'verb') ||
        (chunks[j - 1]?.kind === 'verb' && chunk.form !== 'finite')
      ) {
        last = chunk.last;
        j += 1;
        continue;
      }
      break;
    }
    if (chunk.tag === 'I') {
      const preposition = lowerAt(clauses, chunk.first);
      const object = chunks[j + 1];
      if (object?.kind === 'noun') {
        if (detached(clauses, chunk.first, preposition, object)) break;
        const extent = nounExtent(clauses, j + 1, none);
        last = extent.last;
        j = extent.next;
        continue;
      }
      if (
        isMark(object, 'B') &&
        /^(?:abroad|outside|inside|within|above|below|home|afar)$/u.test(lowerAt(clauses, object.first))
      ) {
        last = object.last;
        j += 2;
        continue;
      }
      if (object?.kind === 'verb' && object.form === 'ing' && !circumstantial.has(preposition)) {
        last = object.last;
        j += 2;
        continue;
      }
      break;
    }
    if (chunk.tag === 'B' || chunk.tag === 'J') {
      const next = chunks[j + 1];
      // "work together quickly", "withdraw unconditionally"
      const manner = /^(?:together|hard|harder|\w{3,}ly)$/u.test(lowerAt(clauses, chunk.first));
      if (chunk.tag === 'B' && manner && (next === undefined || isMark(next, 'B,|C'))) {
        last = chunk.last;
        j += 1;
        continue;
      }
      if (
        chunk.tag === 'J' ||
        isMark(next, 'I') ||
        next?.kind === 'noun' ||
        /^(?:out|up|down|off|back|away|abroad|immediately|home)$/u.test(lowerAt(clauses, chunk.first))
      ) {
        if (!(next?.kind === 'noun' && isTime(clauses, next)))
          last = chunk.tag === 'J' || !isMark(next, 'I') ? chunk.last : last;
        j += 1;
        continue;
      }
      break;
    }
    break;
  }
  return { last, next: j };
}

/** Verbs whose object does what follows: "let them choose". */
const letting: ReadonlySet<string> = new Set(['help', 'let', 'make']);

function bareVerb(clauses: Clauses, k: number): boolean {
  const verb = clauses.chunks[k];
  const token = verb?.kind === 'verb' && verb.first === verb.head ? clauses.tokens[verb.head] : undefined;
  return token !== undefined && token.lower === token.lemma;
}

function verbOf(chunk: Chunk | undefined): string {
  return chunk?.kind === 'verb' ? chunk.lemma : '';
}
