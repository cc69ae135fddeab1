import { headLemma, isMark, lowerAt } from './clause.ts';
import type { Entry } from './lexicon.ts';
import { verbPatterns } from './pattern.ts';
import type { Sentence } from './reading.ts';
import type { Polarity } from './stance.ts';
import { meaning, missing, refusing, reporting, vouching, withholding } from './vocabulary.ts';

/** Whether what a verb tells is held, and how surely. */
export interface Mood {
  /** 1 held, -1 denied, 0 nothing shown. */
  readonly sign: 1 | -1 | 0;
  readonly weight: number;
}

const nothing: Mood = { sign: 0, weight: 0 };

/** What a verb group's clause and those it hangs on make of it. */
export function moodOf(sentence: Sentence, k: number, depth = 0): Mood {
  const { chunks } = sentence.clauses;
  const verb = chunks[k];
  if (verb?.kind !== 'verb' || depth > 6) return nothing;
  if (sentence.question) return nothing;
  let sign: 1 | -1 = verb.negated ? -1 : 1;
  let weight = 1;
  if (/^(?:may|might)$/u.test(verb.modal) || (verb.modal === 'could' && !verb.negated)) return nothing;
  if (verb.modal === 'can' && !verb.negated) weight *= 0.5;
  if (verb.modal === 'would') {
    if (sentence.conditional) return nothing;
    weight *= 0.8;
  }
  if (verb.modal === 'will' || verb.modal === "'ll") weight *= 0.95;
  if (isOpen(sentence, k)) return nothing;
  const relation = sentence.links.relation[k];
  const g = sentence.links.governor[k] ?? -1;
  const governor = chunks[g];
  // "the idea of Israel annexing the valley": thought of, not done.
  if (relation === 'reduced' && verb.form === 'ing' && imagined(sentence, k)) return nothing;
  if (relation === 'gerund') {
    const mark = chunkBefore(sentence, k);
    const preposition = isMark(mark, 'I') || isMark(mark, 'S') ? lowerAt(sentence.clauses, mark.first) : '';
    if (/^(?:by|after|before|while|in|since|when|without)$/u.test(preposition)) {
      if (preposition === 'without') sign = sign === 1 ? -1 : 1;
      return { sign, weight: weight * 0.7 };
    }
    return nothing;
  }
  if (governor?.kind !== 'verb') return { sign, weight };
  // "will not defend or endorse"
  if (
    relation === 'shared' &&
    governor.negated &&
    !verb.negated &&
    /^(?:or|nor)$/u.test(conjunctionBefore(sentence, k))
  )
    sign = -1;
  // "could pull out and provoke an election"
  if (relation === 'shared' && verb.first === verb.head && /^(?:may|might|could)$/u.test(governor.modal))
    return nothing;
  if (relation === 'person') return nothing;
  if (relation === 'chain' || relation === 'purpose') {
    const above = moodOf(sentence, g, depth + 1);
    if (above.sign === 0) return nothing;
    weight *= above.weight;
    if (governor.lemma === 'have' && lowerAt(sentence.clauses, verb.first - 1) === 'yet') return nothing;
    if (/^(?:unwilling|reluctant|unable|hesitant|loath|slow)$/u.test(lowerAt(sentence.clauses, verb.first - 1)))
      return nothing;
    if (governor.bare) {
      return { sign: above.sign === -1 ? (sign === 1 ? -1 : 1) : sign, weight: weight * 0.85 };
    }
    if (refusing.has(governor.lemma)) {
      if (above.sign === -1) return nothing;
      return { sign: sign === 1 ? -1 : 1, weight };
    }
    if (missing.has(governor.lemma)) return above.sign === -1 ? { sign, weight: weight * 0.9 } : nothing;
    if (withholding.has(governor.lemma)) return nothing;
    if (relation === 'purpose') {
      const object = chunkBefore(sentence, k);
      if (object?.kind === 'noun') {
        const head = headLemma(sentence.clauses, object);
        if (
          /^(?:call|pressure|demand|request|invitation|failure|refusal|reluctance|chance|option|ability|need|right|reason|appeal|inability|proposal|power|opportunity|authority)$/u.test(
            head,
          )
        )
          return nothing;
        // "backs X's bid to join": who joins is not who backs.
        if (object.possessor !== null || verbPatterns.has(governor.lemma)) return nothing;
        weight *= 0.75;
      }
    } else if (!meaning.has(governor.lemma) && !reporting.has(governor.lemma)) weight *= 0.6;
    return { sign: above.sign === -1 ? (sign === 1 ? -1 : 1) : sign, weight };
  }
  if (relation === 'complement' && governor.negated && /^(?:think|believe)$/u.test(governor.lemma))
    return { sign: sign === 1 ? -1 : 1, weight: weight * 0.85 };
  if (relation === 'complement' && !isVouched(sentence, g, depth)) return nothing;
  return { sign, weight };
}

/** Whether a participle's noun hangs on "the idea of", "the risk of". */
function imagined({ clauses, links }: Sentence, k: number): boolean {
  const subject = links.subject[k];
  if (subject == null || lowerAt(clauses, subject.first - 1) !== 'of') return false;
  return /^(?:idea|prospect|possibility|fear|risk|threat|chance|notion|thought|hope)s?$/u.test(
    lowerAt(clauses, subject.first - 2),
  );
}

/** Whether who is reported stands by what follows: "said that", not "denied that" or "did not say whether". */
export function isVouched(sentence: Sentence, g: number, depth: number): boolean {
  const verb = sentence.clauses.chunks[g];
  if (verb?.kind !== 'verb' || verb.negated || !vouching.has(verb.lemma)) return false;
  if (/^(?:may|might|could|would)$/u.test(verb.modal)) return false;
  if (isOpen(sentence, g)) return false;
  const above = sentence.links.governor[g] ?? -1;
  return sentence.links.relation[g] !== 'complement' || depth > 5 || isVouched(sentence, above, depth + 1);
}

/** Whether a verb's clause opens with "if", "whether" or the like. */
export function isOpen(sentence: Sentence, k: number): boolean {
  const subject = sentence.links.subject[k];
  const relation = sentence.links.relation[k];
  let j: number;
  if ((relation === 'main' || relation === 'complement' || relation === 'shared') && subject != null)
    j = (sentence.clauses.chunkOf[subject.first - sentence.clauses.first] ?? k) - 1;
  else j = k - 1;
  while (j >= 0 && isMark(sentence.clauses.chunks[j], 'B')) j -= 1;
  const { chunks } = sentence.clauses;
  // "unless, of course, he agreed"
  while (j > 2 && isMark(chunks[j], ',') && chunks[j - 1]?.kind === 'noun' && isMark(chunks[j - 2], 'I')) {
    j -= 3;
    if (isMark(chunks[j], ',')) j -= 1;
  }
  const mark = chunks[j];
  if (!isMark(mark, 'SW')) return false;
  return /^(?:if|whether|unless|lest|until|why|how)$/u.test(lowerAt(sentence.clauses, mark.first));
}

function conjunctionBefore(sentence: Sentence, k: number): string {
  const mark = chunkBefore(sentence, k);
  return isMark(mark, 'C') ? lowerAt(sentence.clauses, mark.first) : '';
}

function chunkBefore(sentence: Sentence, k: number) {
  let j = k - 1;
  while (j >= 0 && isMark(sentence.clauses.chunks[j], 'B')) j -= 1;
  return sentence.clauses.chunks[j];
}

export function settle(entry: Entry, mood: Mood): Polarity | null {
  return mood.sign === 1 ? entry.polarity : (entry.denied ?? null);
}
