import { type Clauses, headLemma, isMark, isName, isTime } from './clause.ts';
import { type Entry, judgements, nouns, partisans, reversed, stands, verbs } from './lexicon.ts';
import { endOfNominal, nounExtent, phrasesFrom, type Span } from './phrase.ts';
import { occasions } from './vocabulary.ts';

/** One element of a pattern; see `Entry`. */
export type Element =
  | { readonly is: 'word'; readonly options: readonly (readonly string[])[] }
  | { readonly is: 'noun'; readonly heads: ReadonlySet<string> }
  | { readonly is: 'target'; readonly turned: boolean }
  | { readonly is: 'skip' }
  | { readonly is: 'holder' }
  | { readonly is: 'do' }
  | { readonly is: 'that' };

/** An entry made ready: what must follow its word. */
export interface Pattern {
  readonly entry: Entry;
  readonly elements: readonly Element[];
}

function compile(entry: Entry): Pattern {
  const elements: Element[] = [];
  const parts = entry.pattern.split(' ');
  for (const part of parts.slice(parts.indexOf('~') + 1)) {
    if (part === 'T' || part === '-T') elements.push({ is: 'target', turned: part === '-T' });
    else if (part === 'X') elements.push({ is: 'skip' });
    else if (part === 'H') elements.push({ is: 'holder' });
    else if (part === 'DO') elements.push({ is: 'do' });
    else if (part === 'THAT') elements.push({ is: 'that' });
    else if (part.startsWith('{')) elements.push({ is: 'noun', heads: new Set(part.slice(1, -1).split('|')) });
    else elements.push({ is: 'word', options: part.split('|').map((option) => option.split('_')) });
  }
  return { entry, elements };
}

function index(entries: readonly Entry[]): ReadonlyMap<string, readonly Pattern[]> {
  const found = new Map<string, Pattern[]>();
  for (const entry of entries) {
    const pattern = compile(entry);
    for (const word of entry.words.split(' ')) {
      const key = word.split('_')[0] ?? word;
      const list = found.get(key);
      if (list === undefined) found.set(key, [pattern]);
      else list.push(pattern);
    }
  }
  // The longer pattern says more: "criticise T for T" before "criticise T".
  for (const list of found.values()) list.sort((a, b) => b.elements.length - a.elements.length);
  return found;
}

/** Patterns by the dictionary form of their (first) word. */
export const verbPatterns = index(verbs);
export const nounPatterns = index(nouns);
export const partisanPatterns = index(partisans);
export const reversedPatterns = index(reversed);
export const standPatterns = index(stands);
export const judgementPatterns = index(judgements);

/** What a pattern found: token spans of targets, and where a call's act stands. */
export interface Match {
  readonly targets: readonly { readonly span: Span; readonly turned: boolean }[];
  readonly holders: readonly Span[];
  /** Chunk index of the verb group that a `DO` or `THAT` asks for, or -1. */
  readonly act: number;
  /** Chunk index of that act's subject, or -1. */
  readonly actor: number;
  /** Token after the match. */
  readonly end: number;
}

/** Matches the elements of a pattern from a token on. Null when they do not follow. */
export function matchElements(clauses: Clauses, elements: readonly Element[], from: number): Match | null {
  const targets: { span: Span; turned: boolean }[] = [];
  const holders: Span[] = [];
  let act = -1;
  let actor = -1;
  let at = from;
  for (const [e, element] of elements.entries()) {
    const next = elements[e + 1];
    if (element.is === 'word') {
      const end = matchWords(clauses, element.options, at);
      if (end < 0) return null;
      at = end;
      continue;
    }
    at = skipAdverbs(clauses, at);
    const k = clauses.chunkOf[at - clauses.first] ?? -1;
    const chunk = clauses.chunks[k];
    if (chunk === undefined) return null;
    if (element.is === 'noun') {
      if (chunk.kind !== 'noun' || !element.heads.has(headLemma(clauses, chunk))) {
        const second = chunk.kind === 'noun' ? coordinated(clauses, k, element.heads) : -1;
        if (second < 0) return null;
        at = clauses.chunks[second]?.last ?? at;
      } else at = chunk.last;
      if (next === undefined && targets.length === 0) {
        for (const span of phrasesFrom(clauses, k, empty).parts) targets.push({ span, turned: false });
      }
      continue;
    }
    if (element.is === 'skip') {
      if (chunk.kind !== 'noun') return null;
      const stops = stopsOf(next);
      const end = stops.size > 0 ? nounExtent(clauses, k, stops).next : endOfNominal(clauses, k);
      actor = k;
      at = clauses.chunks[end]?.first ?? clauses.last;
      continue;
    }
    if (element.is === 'target' || element.is === 'holder') {
      const aside =
        isMark(chunk, 'IS') &&
        clauses.tokens[at]?.lower === 'as' &&
        isMark(clauses.chunks[k + 1], 'J') &&
        clauses.chunks[k + 2]?.kind === 'noun';
      const circumstance =
        isMark(chunk, 'I') &&
        clauses.tokens[at]?.lower === 'in' &&
        clauses.chunks[k + 1]?.kind === 'noun' &&
        clauses.chunks[k + 2]?.kind === 'noun' &&
        /^terms?$/u.test(clauses.tokens[(clauses.chunks[k + 1]?.last ?? 1) - 1]?.lower ?? '');
      const notOnly = clauses.tokens[at]?.lower === 'not' && clauses.tokens[at + 1]?.lower === 'only';
      const place = aside || circumstance ? k + 2 : notOnly ? k + 1 : k;
      const opened = clauses.chunks[place];
      if (opened === undefined || opened.kind === 'mark' || (opened.kind === 'verb' && opened.form !== 'ing'))
        return null;
      if (opened.kind === 'noun' && isTime(clauses, opened)) return null;
      const found = phrasesFrom(clauses, place, stopsOf(next), targets.length > 0);
      if (found.parts.length === 0) return null;
      for (const span of found.parts) {
        if (element.is === 'holder') holders.push(span);
        else targets.push({ span, turned: element.is === 'target' && element.turned });
      }
      at = clauses.chunks[found.next]?.first ?? clauses.last;
      continue;
    }
    if (element.is === 'do') {
      let j = k;
      while (isMark(clauses.chunks[j], 'X')) j += 1;
      const verb = clauses.chunks[j];
      if (verb?.kind !== 'verb' || verb.form !== 'infinitive') return null;
      act = j;
      at = verb.last;
      continue;
    }
    let j = k;
    if (isMark(clauses.chunks[j], 'S') && clauses.tokens[at]?.lower === 'that') j += 1;
    const subject = clauses.chunks[j];
    if (subject?.kind !== 'noun') return null;
    let v = endOfNominal(clauses, j);
    while (isMark(clauses.chunks[v], 'B')) v += 1;
    const verb = clauses.chunks[v];
    if (
      verb?.kind !== 'verb' ||
      verb.form === 'ing' ||
      verb.form === 'infinitive' ||
      (verb.form === 'past' && !verb.passive)
    )
      return null;
    actor = j;
    act = v;
    at = verb.last;
  }
  return { targets, holders, act, actor, end: at };
}

const empty: ReadonlySet<string> = new Set();
const stopSets = new WeakMap<Element, ReadonlySet<string>>();

/** The prepositions at which the phrase before a pattern's next element must end. */
function stopsOf(next: Element | undefined): ReadonlySet<string> {
  if (next?.is !== 'word') return empty;
  const known = stopSets.get(next);
  if (known !== undefined) return known;
  const stops = new Set(next.options.map((option) => option[0] ?? ''));
  stopSets.set(next, stops);
  return stops;
}

/** "aid and weapons to": a later member of the list may be the word. */
function coordinated(clauses: Clauses, k: number, heads: ReadonlySet<string>): number {
  const conjunction = clauses.chunks[k + 1];
  const member = clauses.chunks[k + 2];
  return isMark(conjunction, 'C') && member?.kind === 'noun' && heads.has(headLemma(clauses, member)) ? k + 2 : -1;
}

function skipAdverbs(clauses: Clauses, from: number): number {
  let at = from;
  while (at < clauses.last) {
    const tag = clauses.tags[at - clauses.first];
    if (tag !== 'B' && tag !== '_') break;
    at += 1;
  }
  return at;
}

/** Where the words end that must stand here, adverbs and a time or place before them allowed; -1 without them. */
export function matchWords(clauses: Clauses, options: readonly (readonly string[])[], from: number): number {
  let at = from;
  for (let step = 0; step < 4 && at < clauses.last; step += 1) {
    for (const words of options) {
      if (words.every((word, n) => clauses.tokens[at + n]?.lower === word && at + n < clauses.last))
        return at + words.length;
    }
    const k = clauses.chunkOf[at - clauses.first] ?? -1;
    const chunk = clauses.chunks[k];
    if (chunk === undefined) return -1;
    if (isMark(chunk, 'B') || clauses.tags[at - clauses.first] === '_') {
      at += 1;
      continue;
    }
    if (chunk.kind === 'noun' && isTime(clauses, chunk)) {
      at = chunk.last;
      continue;
    }
    const object = clauses.chunks[k + 1];
    if (
      isMark(chunk, 'I') &&
      object?.kind === 'noun' &&
      (isTime(clauses, object) || (occasions.has(headLemma(clauses, object)) && !isName(clauses, object)))
    ) {
      at = object.last;
      continue;
    }
    return -1;
  }
  return -1;
}
