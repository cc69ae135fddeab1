import { type Clauses, headLemma, isMark, lowerAt, type Subject } from './clause.ts';
import { nounLemma } from './form.ts';
import { phrasesFrom, type Span } from './phrase.ts';
import type { Holder, Sentence } from './reading.ts';
import { nobodies, reporting, vouching } from './vocabulary.ts';

/** Things that bear or bear out, and hold no stance. */
const things = new Set(
  'pillar column beam wall bridge road evidence data study finding research figure statistic fact cable frame rope foundation platform software device app system news version vote'.split(
    ' ',
  ),
);

/** What a speaker speaks for: "our country". */
const own = new Set([
  'country',
  'nation',
  'government',
  'party',
  'delegation',
  'side',
  'people',
  'ministry',
  'organisation',
  'organization',
  'union',
  'group',
  'administration',
  'movement',
]);

export function holdersOf(sentence: Sentence, subject: Subject | null, k: number): Holder[] {
  if (subject === null) return [];
  const head = sentence.clauses.chunks[sentence.clauses.chunkOf[subject.first - sentence.clauses.first] ?? -1];
  if (head?.kind === 'noun' && things.has(headLemma(sentence.clauses, head))) return [];
  if (nobodies.has(lowerAt(sentence.clauses, subject.first))) return [];
  // "not every member supported it"
  if (
    /^(?:every|all|everyone|everybody)$/u.test(lowerAt(sentence.clauses, subject.first)) &&
    lowerAt(sentence.clauses, subject.first - 1) === 'not'
  )
    return [];
  return subject.parts.map((span) => holderFrom(sentence, span, k));
}

/** Turns a phrase into a holder; "we" and pronouns are told apart. */
export function holderFrom(sentence: Sentence, given: readonly [number, number], k: number): Holder {
  const clauses = sentence.clauses;
  let [first, last] = given;
  while (last > first + 1 && /^(?:both|also)$/u.test(lowerAt(clauses, first))) first += 1;
  if (last - first === 1) {
    const lower = lowerAt(clauses, first);
    if (/^(?:we|i|us|me)$/u.test(lower)) return speakerHolder(sentence, k, true);
    if (clauses.tags[first - clauses.first] === 'R') {
      if (/^(?:he|she|it|they)$/u.test(lower)) {
        const [reporter] = reportersOf(sentence, k);
        if (reporter !== undefined && reporter[1] <= first && pronounFits(sentence, lower, reporter))
          return holderFrom(sentence, reporter, -1);
        const earlier = earlierSubject(sentence, k, first);
        if (earlier !== null) return { by: 'phrase', span: earlier, pronoun: false };
      }
      return { by: 'phrase', span: [first, last], pronoun: true };
    }
  }
  const opening = lowerAt(clauses, first);
  if (last - first === 2 && /^(?:my|our|his|her|its|their)$/u.test(opening) && own.has(lowerAt(clauses, first + 1))) {
    // "our country", "her party": whoever says so.
    if (opening === 'my' || opening === 'our') return speakerHolder(sentence, k, true);
    const [reporter] = reportersOf(sentence, k);
    if (reporter !== undefined && reporter[1] <= first) return holderFrom(sentence, reporter, -1);
  }
  return { by: 'phrase', span: [first, last], pronoun: false };
}

/** "The chancellor made clear that she was against it": the only named subject before the pronoun. */
function earlierSubject(sentence: Sentence, k: number, before: number): Span | null {
  if (k < 0 || sentence.links.relation[k] === 'relative') return null;
  let found: Span | null = null;
  for (let j = k - 1; j >= 0 && j > k - 20; j -= 1) {
    const subject = sentence.links.subject[j];
    const [part] = subject?.parts ?? [];
    if (subject == null || part === undefined || subject.last > before) continue;
    if (subject.parts.length > 1 || sentence.clauses.tags[part[0] - sentence.clauses.first] === 'R') return null;
    if (found !== null && found[0] !== part[0]) return null;
    found = [part[0], part[1]];
  }
  return found;
}

function pronounFits(sentence: Sentence, pronoun: string, reporter: Span): boolean {
  if (pronoun === 'he' || pronoun === 'she') {
    const chunk = sentence.clauses.chunks[sentence.clauses.chunkOf[reporter[0] - sentence.clauses.first] ?? -1];
    const head = chunk?.kind === 'noun' ? sentence.clauses.tokens[chunk.head] : undefined;
    if (head?.pos === 'NOUN' && nounLemma(head) !== head.lower) return false;
  }
  return (
    pronoun !== 'it' ||
    sentence.clauses.tags[reporter[1] - 1 - sentence.clauses.first] !== 'R' ||
    lowerAt(sentence.clauses, reporter[0]) === 'it'
  );
}

export function speakerHolder(sentence: Sentence, k: number, we: boolean): Holder {
  return { by: 'speaker', reporters: reportersOf(sentence, k), we };
}

/** Who says what chunk `k` stands in, as far as the sentence tells: the nearest verb of saying before it, or the tag after it. */
export function reportersOf(sentence: Sentence, k: number): readonly Span[] {
  if (k < 0) return [];
  const { chunks } = sentence.clauses;
  for (let j = k - 1; j >= 0 && j > k - 60; j -= 1) {
    const verb = chunks[j];
    if (
      isMark(verb, '|') &&
      !/^[:,–—-]$/u.test(lowerAt(sentence.clauses, verb.first)) &&
      !isOpening(sentence.clauses, verb.first)
    )
      break;
    if (verb?.kind !== 'verb' || !vouching.has(verb.lemma) || verb.passive || verb.form === 'infinitive') continue;
    const subject = sentence.links.subject[j];
    if (subject == null) continue;
    // "I think the ban is wrong": whoever speaks.
    if (subject.last - subject.first === 1 && /^(?:i|we)$/u.test(lowerAt(sentence.clauses, subject.first))) break;
    return subject.parts;
  }
  const tag = tagAfter(sentence);
  return tag === null ? [] : [tag];
}

function tagAfter(sentence: Sentence): Span | null {
  if (sentence.tag !== undefined) return sentence.tag;
  sentence.tag = null;
  const { chunks } = sentence.clauses;
  for (let j = chunks.length - 1; j >= 1; j -= 1) {
    const chunk = chunks[j];
    if (
      isMark(chunk, 'I') &&
      lowerAt(sentence.clauses, chunk.first) === 'to' &&
      lowerAt(sentence.clauses, chunk.first - 1) === 'according' &&
      chunks[j + 1]?.kind === 'noun'
    ) {
      sentence.tag = phrasesFrom(sentence.clauses, j + 1, new Set()).parts[0] ?? null;
      break;
    }
    if (
      chunk?.kind !== 'verb' ||
      !(vouching.has(chunk.lemma) || (reporting.has(chunk.lemma) && chunk.lemma !== 'deny')) ||
      chunk.form === 'infinitive' ||
      chunk.passive
    )
      continue;
    const subject = sentence.links.subject[j];
    if (subject != null) {
      const opened = sentence.clauses.chunkOf[subject.first - sentence.clauses.first] ?? -1;
      if (isMark(chunks[opened - 1], ',|')) {
        const [part] = subject.parts;
        sentence.tag = part === undefined ? null : [part[0], part[1]];
        break;
      }
      continue;
    }
    const next = chunks[j + 1];
    if (isMark(chunks[j - 1], ',|') && next?.kind === 'noun') {
      sentence.tag = phrasesFrom(sentence.clauses, j + 1, new Set()).parts[0] ?? null;
      break;
    }
  }
  return sentence.tag;
}

function isOpening(clauses: Clauses, at: number): boolean {
  return /^["“‘«]$/u.test(clauses.tokens[at]?.text ?? '');
}
