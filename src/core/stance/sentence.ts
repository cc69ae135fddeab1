import type { Token } from '../language/analysis.ts';
import {
  antecedent,
  type Clauses,
  headLemma,
  isMark,
  isName,
  type Links,
  linkVerbs,
  lowerAt,
  type NounGroup,
  readClauses,
  type Subject,
  type VerbGroup,
} from './clause.ts';
import { isVerbForm, nounLemma, verbLemma } from './form.ts';
import type { Entry, Kind } from './lexicon.ts';
import {
  judgementPatterns,
  type Match,
  matchElements,
  nounPatterns,
  type Pattern,
  partisanPatterns,
  reversedPatterns,
  standPatterns,
  verbPatterns,
} from './pattern.ts';
import { phrasesFrom, type Span, verbExtent } from './phrase.ts';
import type { Polarity } from './stance.ts';
import { beForms } from './tag.ts';
import {
  carrying,
  dropping,
  ending,
  holders as holderNouns,
  judging,
  meaning,
  missing,
  nobodies,
  offices,
  refusing,
  reporting,
  stressing,
  vouching,
  willing,
  withholding,
} from './vocabulary.ts';

/** Who holds a stance, at the level of the sentence. */
export type Holder =
  /** A phrase of the sentence, as token indices; `pronoun` when it only points to somebody. */
  | { readonly by: 'phrase'; readonly span: Span; readonly pronoun: boolean }
  /** "we", "our", or a judgement without a holder of its own: whoever speaks. `reporters` are who do, when the sentence tells. */
  | { readonly by: 'speaker'; readonly reporters: readonly Span[]; readonly we: boolean };

/** A stance that a clause shows. Spans are token indices into the analysis, end-exclusive. */
export interface Reading {
  readonly holder: Holder;
  readonly polarity: Polarity;
  readonly towards: Span;
  /** Token index of the word that shows it. */
  readonly trigger: number;
  readonly kind: Kind;
  /** Who says so, as far as the sentence tells. */
  readonly reporters: readonly Span[];
  /** The lexicon's word. */
  readonly word: string;
  /** 0 to 1, before anything is known of who speaks. */
  readonly weight: number;
}

const kindWeight: Readonly<Record<Kind, number>> = {
  attitude: 0.9,
  word: 0.9,
  deed: 0.8,
  force: 0.7,
  call: 0.75,
  contact: 0.4,
};

/** Whether a sentence holds a word of the lexicon at all: most do not, and are not read further. */
export function mayHold(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) {
    const token = tokens[i];
    if (token === undefined) continue;
    const { lower } = token;
    if (everywhere.has(lower)) {
      const near = tokens[lower === 'in' ? i + 1 : i - 1];
      if (near !== undefined && (lower === 'in' ? standing.has(near.lower) : beForms.has(near.lower))) return true;
      continue;
    }
    if (signals.has(lower)) return true;
    if (isVerbForm(lower) && followed(tokens, i, last)) return true;
    if ((token.pos === 'NOUN' || token.pos === 'PROPN') && lower.endsWith('s') && signals.has(nounLemma(token)))
      return true;
  }
  return false;
}

/** What must follow soon after a verb that shows nothing by itself ("take", "come", "give"), by the verb. */
const companions = new Map<string, ReadonlySet<string>>();
for (const patterns of [verbPatterns, reversedPatterns]) {
  for (const [lemma, list] of patterns) {
    const words = new Set(companions.get(lemma));
    for (const { elements } of list) {
      const [first] = elements;
      if (first?.is === 'noun') for (const head of first.heads) words.add(head);
      else if (first?.is === 'word') for (const option of first.options) words.add(option[0] ?? '');
      else words.add('');
    }
    companions.set(lemma, words);
  }
}

function followed(tokens: readonly Token[], at: number, last: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const needed = companions.get(verbLemma(token));
  if (needed === undefined || needed.has('')) return true;
  for (let i = at + 1; i < Math.min(at + 9, last); i += 1) {
    const next = tokens[i];
    if (next !== undefined && (needed.has(next.lower) || needed.has(nounLemma(next)))) return true;
  }
  // "sanctions were imposed": the noun may stand before a participle.
  return (
    tokens[at - 1]?.pos === 'AUX' ||
    tokens[at - 2]?.pos === 'AUX' ||
    (token.pos === 'VERB' && tokens[at + 1]?.lower === 'by')
  );
}

const deontic = new Set(['must', 'should', 'shall', 'ought']);
/** Words that nearly every sentence has: they count beside "is" ("is for") or before what they stand with ("in favour"). */
const everywhere = new Set(['in', 'for', 'behind']);
const standing = new Set(['favour', 'favor', 'support', 'agreement']);
const signals: ReadonlySet<string> = new Set([
  ...[nounPatterns, judgementPatterns, partisanPatterns, standPatterns].flatMap((patterns) => [...patterns.keys()]),
  ...deontic,
  ...ending,
]);
/** Sentences longer than this are read in pieces, so that hostile input costs no more than prose. */
const longest = 160;

/** The stances that a sentence's clauses show, given as token indices `[first, last)`. Never throws; linear. */
export function readStances(tokens: readonly Token[], first: number, last: number): Reading[] {
  const readings: Reading[] = [];
  for (let from = first; from < last; from += longest) {
    const to = Math.min(last, from + longest);
    if (!mayHold(tokens, from, to)) continue;
    const clauses = readClauses(tokens, from, to);
    new SentenceReader(clauses, linkVerbs(clauses)).read(readings);
  }
  return readings;
}

/** Things that bear or bear out, and hold no stance. */
const things = new Set(
  'pillar column beam wall bridge road evidence data study finding research figure statistic fact cable frame rope foundation platform software device app system'.split(
    ' ',
  ),
);

/** What a call or a demand is, where no entry of the lexicon names it. */
const calling: Entry = { words: 'must', pattern: '', polarity: 'supports', kind: 'call', example: '' };

interface Mood {
  /** 1 held, -1 denied, 0 nothing shown. */
  readonly sign: 1 | -1 | 0;
  readonly weight: number;
}

const nothing: Mood = { sign: 0, weight: 0 };

class SentenceReader {
  readonly #clauses: Clauses;
  readonly #links: Links;
  readonly #question: boolean;
  readonly #conditional: boolean;
  #tag: Span | null | undefined;
  #out: Reading[] = [];
  /** Noun groups that a verb's pattern has used up. */
  readonly #used = new Set<number>();

  constructor(clauses: Clauses, links: Links) {
    this.#clauses = clauses;
    this.#links = links;
    let question = false;
    let conditional = false;
    for (let i = clauses.first; i < clauses.last; i += 1) {
      const lower = clauses.tokens[i]?.lower;
      if (lower === '?') question = true;
      if (lower === 'if' || lower === 'unless') conditional = true;
    }
    this.#question = question;
    this.#conditional = conditional;
  }

  read(out: Reading[]): void {
    this.#out = out;
    for (const [k, chunk] of this.#clauses.chunks.entries()) {
      if (chunk.kind === 'verb') this.#verb(k, chunk);
      else if (chunk.kind === 'noun') this.#noun(k, chunk);
    }
  }

  /** What a verb group's clause and those it hangs on make of it. */
  #mood(k: number, depth = 0): Mood {
    const { chunks } = this.#clauses;
    const verb = chunks[k];
    if (verb?.kind !== 'verb' || depth > 6) return nothing;
    if (this.#question) return nothing;
    let sign: 1 | -1 = verb.negated ? -1 : 1;
    let weight = 1;
    if (/^(?:may|might|could)$/u.test(verb.modal) && !verb.negated) return nothing;
    if (verb.modal === 'can' && !verb.negated) weight *= 0.6;
    if (verb.modal === 'would') {
      if (this.#conditional) return nothing;
      weight *= 0.8;
    }
    if (verb.modal === 'will' || verb.modal === "'ll") weight *= 0.95;
    if (this.#under(k)) return nothing;
    const relation = this.#links.relation[k];
    const g = this.#links.governor[k] ?? -1;
    const governor = chunks[g];
    if (relation === 'gerund') {
      const mark = this.#before(k);
      const preposition = isMark(mark, 'I') || isMark(mark, 'S') ? lowerAt(this.#clauses, mark.first) : '';
      if (/^(?:by|after|before|while|in|since|when|without)$/u.test(preposition)) {
        if (preposition === 'without') sign = sign === 1 ? -1 : 1;
        return { sign, weight: weight * 0.7 };
      }
      return nothing;
    }
    if (governor?.kind !== 'verb') return { sign, weight };
    // "will not defend or endorse"
    if (relation === 'shared' && governor.negated && !verb.negated && /^(?:or|nor)$/u.test(this.#conjunction(k)))
      sign = -1;
    if (relation === 'person') return nothing;
    if (relation === 'chain' || relation === 'purpose') {
      const above = this.#mood(g, depth + 1);
      if (above.sign === 0) return nothing;
      weight *= above.weight;
      if (governor.lemma === 'have' && lowerAt(this.#clauses, verb.first - 1) === 'yet') return nothing;
      if (governor.bare) {
        const state = lowerAt(this.#clauses, verb.first - 1);
        if (/^(?:unwilling|reluctant|unable|hesitant|loath|slow)$/u.test(state)) return nothing;
        return { sign: above.sign === -1 ? (sign === 1 ? -1 : 1) : sign, weight: weight * 0.85 };
      }
      if (refusing.has(governor.lemma)) {
        if (above.sign === -1) return nothing;
        return { sign: sign === 1 ? -1 : 1, weight };
      }
      if (missing.has(governor.lemma)) return above.sign === -1 ? { sign, weight: weight * 0.9 } : nothing;
      if (withholding.has(governor.lemma)) return nothing;
      if (relation === 'purpose') {
        const object = this.#before(k);
        if (object?.kind === 'noun') {
          const head = headLemma(this.#clauses, object);
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
    if (relation === 'complement' && !this.#vouched(g, depth)) return nothing;
    return { sign, weight };
  }

  /** Whether who is reported stands by what follows: "said that", not "denied that" or "did not say whether". */
  #vouched(g: number, depth: number): boolean {
    const verb = this.#clauses.chunks[g];
    if (verb?.kind !== 'verb' || verb.negated || !vouching.has(verb.lemma)) return false;
    if (/^(?:may|might|could|would)$/u.test(verb.modal)) return false;
    if (this.#under(g)) return false;
    const above = this.#links.governor[g] ?? -1;
    return this.#links.relation[g] !== 'complement' || depth > 5 || this.#vouched(above, depth + 1);
  }

  /** Whether a verb's clause opens with "if", "whether" or the like. */
  #under(k: number): boolean {
    const subject = this.#links.subject[k];
    const relation = this.#links.relation[k];
    let j: number;
    if ((relation === 'main' || relation === 'complement' || relation === 'shared') && subject != null)
      j = (this.#clauses.chunkOf[subject.first - this.#clauses.first] ?? k) - 1;
    else j = k - 1;
    while (j >= 0 && isMark(this.#clauses.chunks[j], 'B')) j -= 1;
    const mark = this.#clauses.chunks[j];
    if (!isMark(mark, 'SW')) return false;
    return /^(?:if|whether|unless|lest|until|why|how)$/u.test(lowerAt(this.#clauses, mark.first));
  }

  #conjunction(k: number): string {
    const mark = this.#before(k);
    return isMark(mark, 'C') ? lowerAt(this.#clauses, mark.first) : '';
  }

  #before(k: number) {
    let j = k - 1;
    while (j >= 0 && isMark(this.#clauses.chunks[j], 'B')) j -= 1;
    return this.#clauses.chunks[j];
  }

  #verb(k: number, verb: VerbGroup): void {
    const patterns = verbPatterns.get(verb.lemma);
    const passive = verb.passive || (this.#links.relation[k] === 'reduced' && verb.form === 'past');
    if (deontic.has(verb.modal) && this.#deontic(k, verb)) return;
    if (this.#willed(k, verb)) return;
    const turned = reversedPatterns.get(verb.lemma);
    if (turned !== undefined && this.#reversed(k, verb, passive, turned)) return;
    if (patterns !== undefined && !verb.bare) {
      if (passive) this.#passive(k, verb, patterns);
      else if (this.#active(k, verb, patterns)) return;
    }
    if (
      /^(?:be|remain|stay|become|feel|seem|look)$/u.test(verb.lemma) ||
      verb.passive ||
      (verb.bare && verb.lemma !== 'have') ||
      (verb.form === 'finite' && verb.first < verb.head && judgementPatterns.has(lowerAt(this.#clauses, verb.head)))
    )
      this.#predicate(k, verb);
    if (judging.has(verb.lemma) && !passive) this.#evaluation(k, verb);
  }

  #active(k: number, verb: VerbGroup, patterns: readonly Pattern[]): boolean {
    const mood = this.#mood(k);
    if (mood.sign === 0) return false;
    for (const pattern of patterns) {
      const gap = this.#gap(k, verb, pattern);
      const neither = lowerAt(this.#clauses, verb.last) === 'neither';
      const match = gap ?? matchElements(this.#clauses, pattern.elements, verb.last + (neither ? 1 : 0));
      if (match === null) continue;
      const holders = this.#holdersOf(this.#links.subject[k] ?? null, k);
      if (holders.length === 0) return true;
      const denied = neither || this.#neitherNor(k) ? -mood.sign : mood.sign;
      const settled: Mood = { sign: denied === 1 ? 1 : -1, weight: mood.weight };
      if (match.act >= 0) {
        this.#call(match, pattern.entry, verb, holders, settled);
        return true;
      }
      const polarity = settle(pattern.entry, settled);
      if (polarity === null) return true;
      for (const holder of holders)
        this.#emit(holder, polarity, match.targets, verb.head, pattern.entry, verb.lemma, mood.weight);
      this.#contrast(match.end, holders, polarity, verb, pattern.entry, mood.weight);
      this.#including(match.end, holders, polarity, verb, pattern.entry, mood.weight);
      return true;
    }
    return false;
  }

  /** "the law which the bishops oppose": the object stands before the clause. */
  #gap(k: number, verb: VerbGroup, pattern: Pattern): Match | null {
    if (pattern.elements.length !== 1 || pattern.elements[0]?.is !== 'target') return null;
    const subject = this.#links.subject[k];
    const { chunks } = this.#clauses;
    const after = chunks[k + 1];
    if (subject == null || after?.kind === 'noun') return null;
    const opened = this.#clauses.chunkOf[subject.first - this.#clauses.first] ?? -1;
    if (!isMark(chunks[opened - 1], 'W') || opened <= 0) return null;
    const meant = antecedent(this.#clauses, opened - 1);
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
  #neitherNor(k: number): boolean {
    const subject = this.#links.subject[k];
    return subject != null && lowerAt(this.#clauses, subject.first - 1) === 'neither';
  }

  /** "vowed to stop the sale", "wants the ban lifted": an end that is willed. */
  #willed(k: number, verb: VerbGroup): boolean {
    const governor = this.#clauses.chunks[this.#links.governor[k] ?? -1];
    const relation = this.#links.relation[k];
    if (relation === 'chain' && governor?.kind === 'verb' && willing.has(governor.lemma) && ending.has(verb.lemma)) {
      const mood = this.#mood(k);
      const ended = this.#ended(k, verb);
      if (mood.sign !== 1 || ended === null) return false;
      for (const holder of this.#holdersOf(this.#links.subject[k] ?? null, k))
        this.#emit(
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
    const object = this.#clauses.chunks[k + 1];
    if (object?.kind !== 'noun') return false;
    const { parts, next } = { parts: [[object.first, object.last]] as const, next: k + 2 };
    const done = this.#clauses.chunks[next];
    if (done?.kind !== 'verb' || done.form !== 'past' || !ending.has(done.lemma)) return false;
    const mood = this.#mood(k);
    if (mood.sign !== 1) return false;
    for (const holder of this.#holdersOf(this.#links.subject[k] ?? null, k))
      this.#emit(
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

  /** "a settlement rather than a war", "dialogue instead of sanctions": the other side of a choice. */
  #contrast(
    end: number,
    holders: readonly Holder[],
    polarity: Polarity,
    verb: VerbGroup,
    entry: Entry,
    weight: number,
  ): void {
    let at = end;
    if (lowerAt(this.#clauses, at) === ',') at += 1;
    const two = `${lowerAt(this.#clauses, at)} ${lowerAt(this.#clauses, at + 1)}`;
    if (two !== 'rather than' && two !== 'instead of' && two !== 'and not') return;
    const k = this.#clauses.chunkOf[at + 2 - this.#clauses.first] ?? -1;
    const { parts } = phrasesFrom(this.#clauses, k, new Set());
    for (const holder of holders)
      this.#emit(
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
  #including(
    end: number,
    holders: readonly Holder[],
    polarity: Polarity,
    verb: VerbGroup,
    entry: Entry,
    weight: number,
  ): void {
    const clauses = this.#clauses;
    for (let at = end; at < Math.min(end + 8, clauses.last); at += 1) {
      if (clauses.tags[at - clauses.first] === 'V' || clauses.tags[at - clauses.first] === '|') return;
      if (lowerAt(clauses, at) !== 'including') continue;
      const k = clauses.chunkOf[at + 1 - clauses.first] ?? -1;
      const { parts } = phrasesFrom(clauses, k, new Set());
      for (const holder of holders)
        this.#emit(
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

  /** What somebody is called on to do: the target is the act, or what the act would end. */
  #call(match: Match, entry: Entry, verb: VerbGroup, holders: readonly Holder[], mood: Mood): void {
    if (mood.sign === -1) return;
    const found = this.#act(match.act);
    const strength = mild.has(verb.lemma) ? 0.75 : 1;
    for (const { span, polarity } of found) {
      for (const holder of holders)
        this.#emit(holder, polarity, [{ span, turned: false }], verb.head, entry, verb.lemma, mood.weight * strength);
    }
  }

  /** The targets of an act that is asked for: what it ends is opposed, else the act itself is supported. */
  #act(k: number): { span: Span; polarity: Polarity }[] {
    const { chunks } = this.#clauses;
    const out: { span: Span; polarity: Polarity }[] = [];
    let v = k;
    for (let guard = 0; guard < 4; guard += 1) {
      const verb = chunks[v];
      if (verb?.kind !== 'verb') break;
      const extent = verbExtent(this.#clauses, v);
      const first = verb.passive ? verb.first : verb.head;
      if (verb.negated) out.push({ span: [first, extent.last], polarity: 'opposes' });
      else {
        const ended = this.#ended(v, verb);
        if (ended === null) out.push({ span: [first, extent.last], polarity: 'supports' });
        else for (const span of ended) out.push({ span, polarity: 'opposes' });
      }
      const conjunction = chunks[extent.next];
      const next = chunks[extent.next + 1];
      if (
        !isMark(conjunction, 'C') ||
        next?.kind !== 'verb' ||
        !(next.form === 'infinitive' || next.first === next.head)
      )
        break;
      v = extent.next + 1;
    }
    return out;
  }

  /** What a verb would end ("halt the construction", "put an end to the war"), or null when it ends nothing. */
  #ended(k: number, verb: VerbGroup): readonly Span[] | null {
    const first = this.#clauses.chunks[k + 1];
    if (ending.has(verb.lemma)) {
      let at = k + 1;
      if (isMark(first, 'I') && lowerAt(this.#clauses, first.first) === 'from') at += 1;
      const { parts } = phrasesFrom(this.#clauses, at, new Set());
      return parts.length > 0 ? parts : null;
    }
    if (verb.lemma === 'put' || verb.lemma === 'bring') {
      for (const pattern of verbPatterns.get(verb.lemma) ?? []) {
        if (pattern.entry.polarity !== 'opposes') continue;
        const match = matchElements(this.#clauses, pattern.elements, verb.last);
        if (match !== null) return match.targets.map(({ span }) => span);
      }
    }
    return null;
  }

  #passive(k: number, verb: VerbGroup, patterns: readonly Pattern[]): void {
    const mood = this.#mood(k);
    if (mood.sign === 0) return;
    const subject = this.#links.subject[k];
    if (subject == null) return;
    for (const pattern of patterns) {
      const [opening, ...rest] = pattern.elements;
      if (opening === undefined) continue;
      let targets: { span: Span; turned: boolean }[];
      if (opening.is === 'target')
        targets = subject.parts.map((span) => ({ span: [span[0], span[1]] as const, turned: opening.turned }));
      else if (opening.is === 'noun' && rest.length > 0) {
        const head = this.#clauses.chunks[this.#clauses.chunkOf[subject.first - this.#clauses.first] ?? -1];
        if (head?.kind !== 'noun' || !opening.heads.has(headLemma(this.#clauses, head))) continue;
        targets = [];
      } else continue;
      const of = rest.some((element) => element.is === 'word' && element.options.some((option) => option[0] === 'of'));
      let agent = this.#agent(verb.last, of);
      let match = matchElements(this.#clauses, rest, agent === null ? verb.last : agent.end);
      if (match === null) match = matchElements(this.#clauses, rest, verb.last);
      if (match === null) continue;
      agent ??= this.#agent(match.end, false);
      if (agent === null) continue;
      const polarity = settle(pattern.entry, mood);
      if (polarity === null) return;
      for (const span of agent.parts)
        this.#emit(
          this.#holder(span, k),
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

  /** "by X", circumstances before it allowed. */
  #agent(from: number, of: boolean): { parts: readonly Span[]; end: number } | null {
    let k = this.#clauses.chunkOf[from - this.#clauses.first] ?? -1;
    for (let step = 0; step < 3; step += 1) {
      const chunk = this.#clauses.chunks[k];
      const object = this.#clauses.chunks[k + 1];
      if (isMark(chunk, 'I') && lowerAt(this.#clauses, chunk.first) === 'by' && object?.kind === 'noun') {
        const found = phrasesFrom(
          this.#clauses,
          k + 1,
          new Set(['for', 'over', 'as', 'on', 'against', 'with', ...(of ? ['of'] : [])]),
        );
        return { parts: found.parts, end: this.#clauses.chunks[found.next]?.first ?? this.#clauses.last };
      }
      if (isMark(chunk, 'B')) k += 1;
      else if (isMark(chunk, 'I') && object?.kind === 'noun') k += 2;
      else if (chunk?.kind === 'noun') k += 1;
      else return null;
    }
    return null;
  }

  #reversed(k: number, verb: VerbGroup, passive: boolean, patterns: readonly Pattern[]): boolean {
    const mood = this.#mood(k);
    const subject = this.#links.subject[k];
    if (mood.sign !== 1 || subject == null) return false;
    for (const pattern of patterns) {
      const opening = pattern.elements[0];
      if (passive && !(opening?.is === 'word' && opening.options[0]?.[0] === 'with')) continue;
      const match = matchElements(this.#clauses, pattern.elements, verb.last);
      if (match === null) continue;
      for (const span of match.holders)
        for (let c = k + 1; c < (this.#clauses.chunkOf[span[0] - this.#clauses.first] ?? k); c += 1) this.#used.add(c);
      for (const span of match.holders)
        this.#emit(
          this.#holder(span, k),
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

  /** "is against T", "is unacceptable". */
  #predicate(k: number, verb: VerbGroup): void {
    const clauses = this.#clauses;
    const judging = !verb.bare && judgementPatterns.has(lowerAt(clauses, verb.head));
    const start = verb.passive || judging ? verb.head : verb.head + 1;
    let at = start;
    while (
      at < clauses.last &&
      /^[BX_]$/u.test(clauses.tags[at - clauses.first] ?? '') &&
      !standPatterns.has(lowerAt(clauses, at))
    )
      at += 1;
    if (this.#impersonal(k, verb)) return;
    const mood = this.#mood(k);
    if (mood.sign === 0) return;
    if (this.#partisan(k, mood)) return;
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
        const polarity = settle(pattern.entry, mood);
        if (polarity === null) return;
        for (const holder of this.#holdersOf(this.#links.subject[k] ?? null, k))
          this.#emit(holder, polarity, match.targets, at, pattern.entry, word, mood.weight);
        return;
      }
    }
    if (verb.passive && !judging) return;
    let from = start;
    while (clauses.tags[from - clauses.first] === 'X') from += 1;
    this.#judgement(k, from, mood);
  }

  /** "H is a fierce critic of T", "H is among the backers of T". */
  #partisan(k: number, mood: Mood): boolean {
    const clauses = this.#clauses;
    let j = k + 1;
    if (isMark(clauses.chunks[j], 'B')) j += 1;
    if (isMark(clauses.chunks[j], 'I') && /^(?:among|amongst)$/u.test(lowerAt(clauses, clauses.chunks[j]?.first ?? -1)))
      j += 1;
    const group = clauses.chunks[j];
    if (group?.kind !== 'noun' || mood.sign !== 1) return false;
    this.#used.add(j);
    return this.#called(group, this.#holdersOf(this.#links.subject[k] ?? null, k), mood.weight);
  }

  #called(group: NounGroup, holders: readonly Holder[], weight: number): boolean {
    const patterns = partisanPatterns.get(headLemma(this.#clauses, group));
    if (patterns === undefined || /^(?:former|old|onetime|erstwhile)$/u.test(lowerAt(this.#clauses, group.first + 1)))
      return false;
    for (const { entry, elements } of patterns) {
      const match = matchElements(this.#clauses, elements, group.last);
      if (match === null) continue;
      for (const holder of holders)
        this.#emit(
          holder,
          entry.polarity,
          match.targets,
          group.head,
          entry,
          headLemma(this.#clauses, group),
          weight * 0.95,
        );
      return true;
    }
    return false;
  }

  /** "Ostrania-backed rebels". */
  #compound(k: number, group: NounGroup): void {
    const clauses = this.#clauses;
    const named = clauses.chunks[k - 1];
    if (clauses.tags[group.first - clauses.first] !== '_' || named?.kind !== 'noun' || !isName(clauses, named)) return;
    const word = lowerAt(clauses, group.first + 1);
    if (!/^(?:backed|supported|funded|financed|sponsored|armed|trained)$/u.test(word) || group.head <= group.first + 1)
      return;
    const entry = verbPatterns.get('back')?.at(-1)?.entry;
    if (entry === undefined) return;
    const target = phrasesFrom(clauses, k, new Set()).parts[0];
    if (target === undefined) return;
    this.#emit(
      { by: 'phrase', span: [named.head, named.last], pronoun: false },
      'supports',
      [{ span: [group.first + 2, target[1]], turned: false }],
      group.first + 1,
      entry,
      'back',
      0.8,
    );
  }

  /** "Tesk, a long-time advocate of T, …", "critics of T include H". */
  #apposition(k: number, group: NounGroup): void {
    if (this.#question || !partisanPatterns.has(headLemma(this.#clauses, group))) return;
    const { chunks } = this.#clauses;
    const named = chunks[k - 2];
    if (isMark(chunks[k - 1], ',') && named?.kind === 'noun' && isName(this.#clauses, named)) {
      this.#called(group, [this.#holder([named.first, named.last], k)], 0.9);
      return;
    }
    if (isMark(chunks[k - 1], '|') || k === 0) {
      for (let j = k + 1; j < k + 8; j += 1) {
        const verb = chunks[j];
        if (verb?.kind !== 'verb') continue;
        if (verb.lemma === 'include' && chunks[j + 1]?.kind === 'noun') {
          const holders = phrasesFrom(this.#clauses, j + 1, new Set()).parts.map((span) => this.#holder(span, k));
          this.#called(group, holders, 0.9);
        }
        return;
      }
    }
  }

  /** "T is unacceptable (to H), "T is a step in the right direction", "T is logical in H's view". */
  #judgement(k: number, from: number, mood: Mood): void {
    const clauses = this.#clauses;
    const subject = this.#links.subject[k];
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
      if (lowerAt(clauses, head.head) === 'it') this.#extraposed(k, found, mood);
      return;
    }
    const end = Math.max(at, (seen.at(-1)?.at ?? at) + 1);
    const named = this.#judge(end) ?? this.#judge(found.at + 1) ?? this.#leadingJudge(subject.first);
    const holders: readonly Holder[] =
      named !== null ? named.map((span) => this.#holder(span, k)) : [this.#speaker(k, false)];
    const whole = found.entry.words.includes('unacceptable') ? this.#gerundSubject(subject) : null;
    for (const holder of holders) {
      const targets =
        whole !== null ? [{ span: whole, turned: false }] : subject.parts.map((span) => ({ span, turned: false }));
      this.#emit(holder, found.polarity, targets, found.at, found.entry, found.word, mood.weight * 0.9);
    }
  }

  /** "it is wrong to expel them": the act is what is judged. */
  #extraposed(k: number, found: { polarity: Polarity; at: number; entry: Entry; word: string }, mood: Mood): void {
    for (let j = k + 1; j < k + 6; j += 1) {
      const act = this.#clauses.chunks[j];
      if (act?.kind !== 'verb') continue;
      if (act.form !== 'infinitive') return;
      const holder = this.#speaker(k, false);
      for (const { span, polarity } of this.#act(j)) {
        const settled = found.polarity === 'supports' ? polarity : polarity === 'supports' ? 'opposes' : 'supports';
        this.#emit(holder, settled, [{ span, turned: false }], found.at, found.entry, found.word, mood.weight * 0.8);
      }
      return;
    }
  }

  /** "In H's view, T is unfair", "For H, T is unacceptable". */
  #leadingJudge(subject: number): readonly Span[] | null {
    const clauses = this.#clauses;
    const k = clauses.chunkOf[subject - clauses.first] ?? -1;
    if (!isMark(clauses.chunks[k - 1], ',')) return null;
    for (let j = k - 2; j >= 0 && j >= k - 6; j -= 1) {
      const mark = clauses.chunks[j];
      if (isMark(mark, 'I') && (j === 0 || isMark(clauses.chunks[j - 1], '|,'))) return this.#judge(mark.first);
    }
    return null;
  }

  /** "it is time to end the war", "there is no justification for the attack": what the speaker calls for or condemns. */
  #impersonal(k: number, verb: VerbGroup): boolean {
    const clauses = this.#clauses;
    const subject = this.#links.subject[k];
    const opened = subject == null ? undefined : lowerAt(clauses, subject.first);
    const after = clauses.chunks[k + 1];
    if (
      after?.kind === 'noun' &&
      opened === 'it' &&
      lowerAt(clauses, after.head) === 'time' &&
      after.last - after.first <= 2 &&
      this.#mood(k).sign === 1
    ) {
      let j = k + 2;
      if (isMark(clauses.chunks[j], 'I') && lowerAt(clauses, clauses.chunks[j]?.first ?? -1) === 'for') j += 2;
      const act = clauses.chunks[j];
      if (act?.kind !== 'verb' || act.form !== 'infinitive') return false;
      for (const { span, polarity } of this.#act(j))
        this.#emit(this.#speaker(k, false), polarity, [{ span, turned: false }], act.head, calling, act.lemma, 0.85);
      return true;
    }
    const there = lowerAt(clauses, verb.first - 1) === 'there' || opened === 'there';
    if (there && after?.kind === 'noun' && lowerAt(clauses, after.first) === 'no') {
      if (!/^(?:justification|excuse|place|room|reason|need|alternative)$/u.test(headLemma(clauses, after)))
        return false;
      const preposition = lowerAt(clauses, after.last);
      const wanted = headLemma(clauses, after) === 'alternative';
      if (preposition !== (wanted ? 'to' : 'for')) return false;
      const { parts } = phrasesFrom(clauses, k + 3, new Set());
      this.#emit(
        this.#speaker(k, false),
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

  /** "denying principles such as … is unacceptable": the subject is the whole gerund clause. */
  #gerundSubject(subject: Subject): Span | null {
    const { chunks } = this.#clauses;
    let opened = this.#clauses.chunkOf[subject.first - this.#clauses.first] ?? -1;
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

  /** Who judges: "to H", "in H's view", "in H point of view", "for H". */
  #judge(from: number): readonly Span[] | null {
    const clauses = this.#clauses;
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

  /** "called the plan a disaster", "considers the council legitimate". */
  #evaluation(k: number, verb: VerbGroup): void {
    const clauses = this.#clauses;
    const mood = this.#mood(k);
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
      for (const holder of this.#holdersOf(this.#links.subject[k] ?? null, k))
        this.#emit(
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

  /** "T should be respected", "X must stop T": what the speaker wants. */
  #deontic(k: number, verb: VerbGroup): boolean {
    if (this.#question || this.#under(k)) return false;
    const subject = this.#links.subject[k];
    const head =
      subject == null
        ? undefined
        : this.#clauses.chunks[this.#clauses.chunkOf[subject.first - this.#clauses.first] ?? -1];
    const governor = this.#links.governor[k] ?? -1;
    if (this.#links.relation[k] === 'complement' && !this.#vouched(governor, 0)) return false;
    const speaker = this.#speaker(k, false);
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
      this.#emit(
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
    if (head?.kind === 'noun' && /^(?:i|we)$/u.test(lowerAt(this.#clauses, head.head))) return false;
    if (subject == null || verb.bare) return false;
    // "A should bow to B and sit with C": each act in turn.
    for (const patterns of [verbPatterns.get(verb.lemma) ?? []]) {
      for (const pattern of patterns) {
        if (pattern.entry.kind !== 'attitude' && pattern.entry.kind !== 'word') continue;
        if (pattern.elements.some(({ is }) => is === 'do' || is === 'that')) continue;
        const match = matchElements(this.#clauses, pattern.elements, verb.last);
        if (match === null || match.targets.length === 0) continue;
        const polarity = verb.negated
          ? pattern.entry.polarity === 'supports'
            ? 'opposes'
            : 'supports'
          : pattern.entry.polarity;
        this.#emit(speaker, polarity, match.targets, verb.head, entry, verb.lemma, 0.85);
        this.#coordinatedActs(k, speaker, entry, verb);
        return true;
      }
    }
    if (
      /^(?:end|stop|cease|go)$/u.test(verb.lemma) &&
      !verb.negated &&
      !/^[NPDJ]$/u.test(this.#clauses.tags[verb.last - this.#clauses.first] ?? '')
    ) {
      this.#emit(
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
    for (const { span, polarity } of this.#act(k))
      this.#emit(speaker, polarity, [{ span, turned: false }], verb.head, entry, verb.lemma, 0.8);
    return true;
  }

  #coordinatedActs(k: number, speaker: Holder, entry: Entry, verb: VerbGroup): void {
    const extent = verbExtent(this.#clauses, k);
    const next = this.#clauses.chunks[extent.next + 1];
    if (!isMark(this.#clauses.chunks[extent.next], 'C') || next?.kind !== 'verb' || next.first !== next.head) return;
    for (const { span, polarity } of this.#act(extent.next + 1))
      this.#emit(speaker, polarity, [{ span, turned: false }], next.head, entry, verb.lemma, 0.7);
  }

  /** "support for T", "opposition to T". */
  #noun(k: number, group: NounGroup): void {
    const clauses = this.#clauses;
    if (this.#used.has(k)) return;
    this.#apposition(k, group);
    this.#compound(k, group);
    const patterns = nounPatterns.get(headLemma(clauses, group));
    if (patterns === undefined || this.#question) return;
    for (const pattern of patterns) {
      const match = matchElements(clauses, pattern.elements, group.last);
      if (match === null || (match.targets.length === 0 && match.act < 0)) continue;
      this.#nounStance(k, group, pattern.entry, match);
      return;
    }
  }

  #nounStance(k: number, group: NounGroup, entry: Entry, match: Match): void {
    const clauses = this.#clauses;
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
      const mood = this.#mood(verbAt);
      if (mood.sign === 0) return;
      weight *= mood.weight;
      if (mood.sign === -1) sign = sign === 1 ? -1 : 1;
      if (dropped && !carried) sign = sign === 1 ? -1 : 1;
    }
    if (possessive === 'our' || possessive === 'my') holders = [this.#speaker(k, true)];
    else if (group.possessor !== null) holders = [this.#holder(group.possessor, k)];
    else if (verb !== null && (carried || dropped || possessive !== '')) {
      holders = this.#holdersOf(this.#links.subject[verbAt] ?? null, verbAt);
      if (verb.passive) holders = [];
    } else if (possessive !== '') {
      // "made no secret of its dislike for T": the sentence's own subject.
      for (let j = k - 1; j >= 0 && j > k - 12; j -= 1) {
        if (clauses.chunks[j]?.kind !== 'verb' || this.#links.subject[j] == null) continue;
        if (this.#mood(j).sign === 0) return;
        holders = this.#holdersOf(this.#links.subject[j] ?? null, j);
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
        holders = phrasesFrom(clauses, tail + 1, new Set()).parts.map((span) => this.#holder(span, k));
    }
    if (holders.length === 0) return;
    const polarity = sign === 1 ? entry.polarity : (entry.denied ?? null);
    if (polarity === null) return;
    if (match.act >= 0) {
      if (sign === -1) return;
      for (const act of this.#act(match.act))
        for (const holder of holders)
          this.#emit(holder, act.polarity, [{ span: act.span, turned: false }], group.head, entry, word, weight);
      return;
    }
    for (const holder of holders) this.#emit(holder, polarity, match.targets, group.head, entry, word, weight);
  }

  #holdersOf(subject: Subject | null, k: number): Holder[] {
    if (subject === null) return [];
    const head = this.#clauses.chunks[this.#clauses.chunkOf[subject.first - this.#clauses.first] ?? -1];
    if (head?.kind === 'noun' && things.has(headLemma(this.#clauses, head))) return [];
    if (nobodies.has(lowerAt(this.#clauses, subject.first))) return [];
    return subject.parts.map((span) => this.#holder(span, k));
  }

  /** Turns a phrase into a holder; "we" and pronouns are told apart. */
  #holder(given: readonly [number, number], k: number): Holder {
    const clauses = this.#clauses;
    let [first, last] = given;
    while (last > first + 1 && /^(?:both|also)$/u.test(lowerAt(clauses, first))) first += 1;
    if (last - first === 1) {
      const lower = lowerAt(clauses, first);
      if (/^(?:we|i|us|me)$/u.test(lower)) return this.#speaker(k, true);
      if (clauses.tags[first - clauses.first] === 'R') {
        if (/^(?:he|she|it|they)$/u.test(lower)) {
          const [reporter] = this.#reporters(k);
          if (reporter !== undefined && reporter[1] <= first && this.#pronounFits(lower, reporter))
            return this.#holder(reporter, -1);
          const earlier = this.#earlierSubject(k, first);
          if (earlier !== null) return { by: 'phrase', span: earlier, pronoun: false };
        }
        return { by: 'phrase', span: [first, last], pronoun: true };
      }
    }
    const opening = lowerAt(clauses, first);
    if (last - first === 2 && /^(?:my|our|his|her|its|their)$/u.test(opening) && own.has(lowerAt(clauses, first + 1))) {
      // "our country", "her party": whoever says so.
      if (opening === 'my' || opening === 'our') return this.#speaker(k, true);
      const [reporter] = this.#reporters(k);
      if (reporter !== undefined && reporter[1] <= first) return this.#holder(reporter, -1);
    }
    return { by: 'phrase', span: [first, last], pronoun: false };
  }

  /** "The chancellor made clear that she was against it": the only named subject before the pronoun. */
  #earlierSubject(k: number, before: number): Span | null {
    if (k < 0 || this.#links.relation[k] === 'relative') return null;
    let found: Span | null = null;
    for (let j = k - 1; j >= 0 && j > k - 20; j -= 1) {
      const subject = this.#links.subject[j];
      const [part] = subject?.parts ?? [];
      if (subject == null || part === undefined || subject.last > before) continue;
      if (subject.parts.length > 1 || this.#clauses.tags[part[0] - this.#clauses.first] === 'R') return null;
      if (found !== null && found[0] !== part[0]) return null;
      found = [part[0], part[1]];
    }
    return found;
  }

  #pronounFits(pronoun: string, reporter: Span): boolean {
    return (
      pronoun !== 'it' ||
      this.#clauses.tags[reporter[1] - 1 - this.#clauses.first] !== 'R' ||
      lowerAt(this.#clauses, reporter[0]) === 'it'
    );
  }

  #speaker(k: number, we: boolean): Holder {
    return { by: 'speaker', reporters: this.#reporters(k), we };
  }

  /** Who says what chunk `k` stands in, as far as the sentence tells: the nearest verb of saying before it, or the tag after it. */
  #reporters(k: number): readonly Span[] {
    if (k < 0) return [];
    const { chunks } = this.#clauses;
    for (let j = k - 1; j >= 0 && j > k - 60; j -= 1) {
      const verb = chunks[j];
      if (
        isMark(verb, '|') &&
        !/^[:,–—-]$/u.test(lowerAt(this.#clauses, verb.first)) &&
        !isOpening(this.#clauses, verb.first)
      )
        break;
      if (verb?.kind !== 'verb' || !vouching.has(verb.lemma) || verb.passive || verb.form === 'infinitive') continue;
      const subject = this.#links.subject[j];
      if (subject == null) continue;
      // "I think the ban is wrong": whoever speaks.
      if (subject.last - subject.first === 1 && /^(?:i|we)$/u.test(lowerAt(this.#clauses, subject.first))) break;
      return subject.parts;
    }
    const tag = this.#tagAfter();
    return tag === null ? [] : [tag];
  }

  #tagAfter(): Span | null {
    if (this.#tag !== undefined) return this.#tag;
    this.#tag = null;
    const { chunks } = this.#clauses;
    for (let j = chunks.length - 1; j >= 1; j -= 1) {
      const chunk = chunks[j];
      if (
        isMark(chunk, 'I') &&
        lowerAt(this.#clauses, chunk.first) === 'to' &&
        lowerAt(this.#clauses, chunk.first - 1) === 'according' &&
        chunks[j + 1]?.kind === 'noun'
      ) {
        this.#tag = phrasesFrom(this.#clauses, j + 1, new Set()).parts[0] ?? null;
        break;
      }
      if (
        chunk?.kind !== 'verb' ||
        !(vouching.has(chunk.lemma) || (reporting.has(chunk.lemma) && chunk.lemma !== 'deny')) ||
        chunk.form === 'infinitive' ||
        chunk.passive
      )
        continue;
      const subject = this.#links.subject[j];
      if (subject != null) {
        const opened = this.#clauses.chunkOf[subject.first - this.#clauses.first] ?? -1;
        if (isMark(chunks[opened - 1], ',|')) {
          const [part] = subject.parts;
          this.#tag = part === undefined ? null : [part[0], part[1]];
          break;
        }
        continue;
      }
      const next = chunks[j + 1];
      if (isMark(chunks[j - 1], ',|') && next?.kind === 'noun') {
        this.#tag = phrasesFrom(this.#clauses, j + 1, new Set()).parts[0] ?? null;
        break;
      }
    }
    return this.#tag;
  }

  /** "an end to arms sales", "the lifting of the embargo": who supports the end opposes what ends. */
  #endOf(span: Span): Span | null {
    const k = this.#clauses.chunkOf[span[0] - this.#clauses.first] ?? -1;
    const group = this.#clauses.chunks[k];
    const inner = this.#clauses.chunks[k + 2];
    if (group?.kind !== 'noun' || inner === undefined || inner.kind === 'mark' || inner.last > span[1]) return null;
    if (!/^(?:end|halt|stop|cessation|lifting|removal|abolition|repeal|ending)$/u.test(headLemma(this.#clauses, group)))
      return null;
    return /^(?:to|of)$/u.test(lowerAt(this.#clauses, group.last)) ? [inner.first, span[1]] : null;
  }

  /** How likely a phrase is somebody who can hold a stance: a name, an office, people; not "the storm". */
  #able(holder: Holder): number {
    if (holder.by === 'speaker' || holder.pronoun) return 1;
    const [first, last] = holder.span;
    for (let i = first; i < last; i += 1) if (this.#clauses.tags[i - this.#clauses.first] === 'P') return 1;
    const chunk = this.#clauses.chunks[this.#clauses.chunkOf[first - this.#clauses.first] ?? -1];
    if (chunk?.kind !== 'noun') return 0.5;
    const head = headLemma(this.#clauses, chunk);
    return holderNouns.has(head) ||
      offices.has(head) ||
      offices.has(lowerAt(this.#clauses, chunk.head)) ||
      this.#clauses.tags[chunk.head - this.#clauses.first] === 'D'
      ? 1
      : 0.5;
  }

  #emit(
    holder: Holder,
    polarity: Polarity,
    targets: readonly { readonly span: Span; readonly turned: boolean }[],
    trigger: number,
    entry: Entry,
    word: string,
    weight: number,
  ): void {
    const reporters =
      holder.by === 'speaker'
        ? holder.reporters
        : this.#reporters(this.#clauses.chunkOf[trigger - this.#clauses.first] ?? -1);
    for (const target of targets) {
      let span = target.span;
      let settled: Polarity = target.turned ? (polarity === 'supports' ? 'opposes' : 'supports') : polarity;
      const ended = settled === 'supports' ? this.#endOf(span) : null;
      if (ended !== null) {
        span = ended;
        settled = 'opposes';
      }
      let factor = 1;
      if (span[1] - span[0] === 1 && this.#clauses.tags[span[0] - this.#clauses.first] === 'R') {
        const lower = lowerAt(this.#clauses, span[0]);
        if (/self$|selves$/u.test(lower)) continue;
        // "but Ostrania opposes it": the latest target said before.
        const earlier = /^(?:it|them|this|that)$/u.test(lower)
          ? this.#out.findLast((reading) => reading.towards[1] <= span[0] && reading.towards[0] >= this.#clauses.first)
          : undefined;
        if (earlier === undefined) factor = 0.5;
        else span = earlier.towards;
      }
      if (holder.by === 'phrase' && holder.span[0] < span[1] && span[0] < holder.span[1]) continue;
      this.#out.push({
        holder,
        polarity: settled,
        towards: span,
        trigger,
        kind: entry.kind,
        reporters,
        word,
        weight: kindWeight[entry.kind] * weight * factor * this.#able(holder),
      });
    }
  }
}

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

/** The words that ask or tell without much of a stance. */
const mild = new Set(['ask', 'tell', 'need', 'want', 'encourage', 'invite', 'order']);

function isOpening(clauses: Clauses, at: number): boolean {
  return /^["“‘«]$/u.test(clauses.tokens[at]?.text ?? '');
}

function settle(entry: Entry, mood: Mood): Polarity | null {
  return mood.sign === 1 ? entry.polarity : (entry.denied ?? null);
}
