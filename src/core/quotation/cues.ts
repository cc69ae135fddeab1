import { groups, organisations, roles } from '../language/lexicon.ts';
import {
  isCapitalised,
  isTimePhrase,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt,
  touches,
  wholePhraseEndingAt,
} from '../language/phrase.ts';
import { type CueWord, cueWord } from './cue-words.ts';
import type { Item } from './frame.ts';

/** A word that attributes, with who stands as its subject in the sentence. Item indices, inclusive. */
export interface Cue {
  /** The attributing word ("said", "according"). */
  readonly at: number;
  /** The last item of the cue: "to" of "according to", "to say" of "went on to say". */
  readonly last: number;
  readonly first: number;
  readonly lemma: string;
  readonly kind: CueWord['kind'] | 'according';
  /** Subject phrase, with what hangs on it but without appositives. */
  readonly subject: Phrase | null;
  /** The subject stands behind the verb: "said Okell". */
  readonly inverted: boolean;
  /** "did not say", "denied": the words are no statement of the subject's. */
  readonly negated: boolean;
  /** The subject stands beside this verb, not beside another one that governs it. */
  readonly own: boolean;
  /** "was told", "is said to": the grammatical subject is not who speaks. */
  readonly passive: boolean;
  readonly relative: boolean;
}

const auxiliaries = new Set(
  "has have had is are was were be been being did does do will would could can may might must should shall 've 'd 's 'll ’ve ’d ’s ’ll also later then now still already often once reportedly again previously repeatedly recently further simply even never not n't n’t only always first earlier privately publicly".split(
    ' ',
  ),
);
const negations = new Set(['not', "n't", 'n’t', 'never', 'nor', 'neither', 'without', 'cannot']);

/** How far from its verb a subject is looked for. */
const reach = 45;

/** Finds the attributing words of a sentence and their subjects, in order. Linear: every search is bounded. */
export function findCues(items: readonly Item[]): Cue[] {
  const cues: Cue[] = [];
  for (const [at, item] of items.entries()) {
    if (item.pos === 'PUNCT' || item.pos === 'QUOTE') continue;
    if (item.lower === 'according' && items[at + 1]?.lower === 'to') {
      pushPreposition(items, at, at + 1, 'according', cues);
      continue;
    }
    if (item.lower === 'per' && items[at + 1] !== undefined && items[at + 1]?.pos === 'PROPN') continue;
    if (item.lower === 'words' && items[at + 1]?.lower === 'of' && items[at - 2]?.lower === 'in') {
      pushPreposition(items, at, at + 1, 'words', cues);
      continue;
    }
    if (item.lower === 'put' && items[at + 1]?.lower === 'it') {
      const subject = subjectLeft(items, at, 0);
      if (subject !== null) cues.push(cue(at, at, at + 1, 'put', 'speech', subject));
      continue;
    }
    // "He was like, …", "and I go, …"
    if (
      item.lower === 'like' &&
      items[at + 1]?.text === ',' &&
      items[at + 2]?.pos === 'QUOTE' &&
      items[at - 1]?.pos === 'AUX'
    ) {
      const subject = subjectLeft(items, at - 1, 0);
      if (subject !== null) cues.push(cue(at, at, at, 'like', 'speech', subject));
      continue;
    }
    if (item.pos === 'NOUN' && saidNouns.has(item.lower) && items[at + 1]?.lower === 'that') {
      const found = nounCue(items, at);
      if (found !== null) {
        cues.push(found);
        continue;
      }
    }
    const word = cueWord(item.lower);
    if (word === null || items[at + 1]?.text === '-' || (items[at - 1]?.text === '-' && touches(items[at - 1], item)))
      continue;
    const found = readVerb(items, at, word);
    if (found !== null) cues.push(found);
  }
  return cues;
}

const saidNouns = new Set(
  'claim claims warning assertion allegation allegations contention argument insistence suggestion accusation accusations belief view promise pledge announcement statement admission complaint prediction declaration assurance assurances'.split(
    ' ',
  ),
);

/** "his claim that …", "Okell’s warning that …", "repeated its promise that …": the owner reports. */
function nounCue(items: readonly Item[], at: number): Cue | null {
  const owner = items[at - 1];
  if (owner === undefined) return null;
  if (/^(?:his|her|its|their)$/.test(owner.lower))
    return cue(at, at, at, 'claim', 'speech', { first: at - 1, last: at - 1, head: at - 1 });
  if (owner.lower === '’s' || owner.lower === "'s" || owner.text === '’' || owner.text === "'") {
    const phrase = wholePhraseEndingAt(items, at - 2, 0);
    return phrase === null ? null : cue(at, at, at, 'claim', 'speech', phrase);
  }
  return null;
}

function cue(at: number, first: number, last: number, lemma: string, kind: Cue['kind'], subject: Phrase | null): Cue {
  return {
    at,
    first,
    last,
    lemma,
    kind,
    subject,
    inverted: false,
    negated: false,
    own: true,
    passive: false,
    relative: false,
  };
}

function pushPreposition(items: readonly Item[], at: number, last: number, lemma: string, cues: Cue[]): void {
  const subject = phraseStartingAt(items, last + 1);
  if (subject === null) return;
  const head = items[subject.head];
  // "according to plan", "according to how …" attribute nothing.
  if (head === undefined || /^(?:plan|schedule|type|size|need|taste|custom|law|rules)$/.test(head.lower)) return;
  cues.push({ ...cue(at, at, last, lemma, 'according', subject), inverted: true });
}

function readVerb(items: readonly Item[], at: number, word: CueWord): Cue | null {
  const item = items[at];
  if (item === undefined) return null;
  const before = items[at - 1];
  const after = items[at + 1];
  if (isCapitalised(item.text) && at > 0 && before?.pos !== 'QUOTE' && before?.pos !== 'PUNCT') return null;
  if (word.form === 'finite' || word.form === 'base') {
    // "the claims", "a report": a noun, unless a tag or a subject shows the verb.
    if (item.pos === 'NOUN' || item.pos === 'ADJ' || item.pos === 'PROPN') {
      const noun =
        /^(?:claims|notes|reports|rules|estimates|states|warns|comments|remarks|reveals|fears|hopes|doubts|demands|says)$/.test(
          item.lower,
        ) && word.form === 'finite'
          ? verbLater(items, at + 1)
          : undefined;
      const critics =
        word.form === 'base' &&
        before !== undefined &&
        groups.has(before.lower) &&
        (after?.pos === 'DET' || after?.pos === 'PRON' || after?.lower === 'that' || after?.pos === 'QUOTE');
      if (critics) return readBase(items, at, word);
      // "labelled the town reports “lies”": the object of another verb.
      const object = noun === undefined ? null : wholePhraseEndingAt(items, at - 1, 0);
      if (object !== null && items[object.first - 1]?.pos === 'VERB') return null;
      const tagged =
        before?.pos === 'PRON' ||
        (noun !== undefined && before?.pos === 'NOUN' && !/s$/.test(before.lower)) ||
        (before !== undefined && isCapitalised(before.text) && before.pos === 'PROPN');
      if (
        !(
          tagged &&
          (after === undefined ||
            (at <= 6 &&
              noun !== undefined &&
              (after.pos === 'DET' ||
                after.pos === 'PRON' ||
                after.pos === 'PROPN' ||
                after.pos === 'NUM' ||
                after.pos === 'NOUN')) ||
            after.text === ',' ||
            after.text === ':' ||
            after.lower === 'that' ||
            after.pos === 'QUOTE')
        )
      )
        return null;
    }
    if (before !== undefined && (before.pos === 'DET' || /^(?:his|her|its|their|our|my|your)$/.test(before.lower)))
      return null;
  }
  if (
    word.form === 'participle' &&
    (item.pos === 'NOUN' || before?.pos === 'DET' || before?.pos === 'ADJ') &&
    before?.text !== ',' &&
    before?.pos !== 'QUOTE'
  )
    return null;
  if (word.form === 'past' && item.pos === 'ADJ' && before?.pos === 'DET') return null;
  if (
    word.form === 'past' &&
    item.pos === 'NOUN' &&
    before?.pos !== 'PRON' &&
    before?.pos !== 'PROPN' &&
    before?.pos !== 'QUOTE'
  )
    return null;
  if (word.form === 'past' && word.lemma === 'forecast' && before?.pos === 'DET') return null;
  if (word.form === 'base') return readBase(items, at, word);

  // Passives: "was told", "is said to", "was quoted as saying".
  let left = at - 1;
  let negated = false;
  let hasBe = false;
  while (left >= 0 && at - left < 7) {
    const beside = items[left];
    if (beside === undefined) break;
    if (negations.has(beside.lower)) negated = true;
    if (
      /^(?:is|are|was|were|be|been|being|gets|got|’s|'s)$/.test(beside.lower) &&
      (beside.pos === 'AUX' || beside.pos === 'VERB' || /^(?:was|were|been|being|is|are|be|got)$/.test(beside.lower))
    )
      hasBe = true;
    if (
      auxiliaries.has(beside.lower) ||
      beside.pos === 'AUX' ||
      beside.pos === 'ADV' ||
      (beside.pos === 'PART' && negations.has(beside.lower))
    )
      left -= 1;
    else break;
  }
  if (word.form === 'past' && hasBe) return readPassive(items, at, left, word, negated);
  if (word.form === 'participle') return readParticiple(items, at, left, word, negated, hasBe);
  if (/^(?:refused|declined|failed)$/.test(item.lower)) negated = true;

  // A speech tag behind its quotation, the subject behind the verb: “…,” said Okell.
  const inverted = invertedSubject(items, at, left);
  const near = subjectLeft(items, at, 0);
  if (inverted !== null && (near === null || startsTag(items, at))) {
    return { ...cue(at, at, at, word.lemma, word.kind, inverted), inverted: true, negated };
  }
  if (near !== null) {
    const relative = isRelative(items, at);
    return { ...cue(at, at, at, word.lemma, word.kind, near), negated, relative };
  }
  const governed = governingSubject(items, at);
  if (governed === null) return null;
  return { ...cue(at, at, at, word.lemma, word.kind, governed), negated, own: false };
}

/** A finite verb soon behind: what stands before it can be a reported clause. */
function verbLater(items: readonly Item[], from: number): Item | undefined {
  for (let at = from; at < items.length && at < from + 14; at += 1) {
    const item = items[at];
    if (item?.pos === 'AUX' || (item?.pos === 'VERB' && !/ing$/.test(item.lower) && items[at - 1]?.lower !== 'to'))
      return item;
    if (item?.text === ',' || item?.text === ':') return undefined;
  }
  return undefined;
}

function startsTag(items: readonly Item[], at: number): boolean {
  let left = at - 1;
  if (items[left]?.pos === 'ADV') left -= 1;
  const before = items[left];
  if (before === undefined) return true;
  if (before.pos === 'QUOTE') return true;
  return (
    (before.text === ',' || before.text === '—' || before.text === '–' || before.text === '-') &&
    (items[left - 1]?.pos === 'QUOTE' || left === 0)
  );
}

/** "said Okell", where the verb follows a quotation, a comma or nothing. */
function invertedSubject(items: readonly Item[], at: number, left = at - 1): Phrase | null {
  const before = items[left];
  if (left !== at - 1 && before?.pos !== 'QUOTE' && !(before?.text === ',' && items[left - 1]?.pos === 'QUOTE'))
    return null;
  const plain =
    before === undefined ||
    before.pos === 'QUOTE' ||
    before.text === ',' ||
    before.text === '—' ||
    before.text === '–' ||
    before.text === '-' ||
    before.lower === 'so' ||
    before.lower === 'as' ||
    before.lower === 'then' ||
    before.lower === 'thus';
  if (!plain) return null;
  const lemma = cueWord(items[at]?.lower ?? '')?.lemma;
  let from = at + 1;
  if (lemma === 'tell') {
    // “…,” told the agency an officer.
    const hearer = before?.pos === 'QUOTE' || items[left - 1]?.pos === 'QUOTE' ? phraseStartingAt(items, from) : null;
    const teller = hearer === null ? undefined : items[hearer.last + 1];
    if (hearer === null || teller === undefined || (teller.pos !== 'DET' && !roles.has(teller.lower))) return null;
    from = hearer.last + 1;
  }
  if (items[from]?.pos === 'ADV') from += 1;
  const spoken = before?.pos === 'QUOTE' || (before?.text === ',' && items[left - 1]?.pos === 'QUOTE');
  if (
    spoken &&
    /^(?:on|in|at|late|early|last|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
      items[from]?.lower ?? '',
    )
  ) {
    // “…,” declared on Wednesday the deputy mayor Jurek Vandl.
    const lead = items[from]?.pos === 'ADP' ? 1 : 0;
    const time = phraseStartingAt(items, from + lead);
    if (time !== null && isTimePhrase(items, time)) from = time.last + 1;
    if (/^(?:morning|afternoon|evening|night)$/.test(items[from]?.lower ?? '')) from += 1;
  }
  const phrase = phraseStartingAt(items, from);
  if (phrase === null) return null;
  const head = items[phrase.head];
  if (head === undefined || (head.pos === 'NUM' && head.lower !== 'one') || isTimePhrase(items, phrase)) return null;
  if (/^(?:it|them|him|us|me|nothing|something|anything|everything|this|that)$/.test(head.lower)) return null;
  const follows = items[phrase.last + 1];
  // "said the plan would fail": a clause, not a subject. A verb behind a comma is another matter.
  if (
    follows !== undefined &&
    (follows.pos === 'AUX' ||
      (follows.pos === 'VERB' && !/ing$/.test(follows.lower) && isFiniteVerb(items, phrase.last + 1)))
  )
    return null;
  return phrase;
}

function isFiniteVerb(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return false;
  if (item.pos === 'AUX') return true;
  if (item.pos !== 'VERB') return false;
  if (/ing$/.test(item.lower)) return false;
  const before = items[at - 1];
  return before?.lower !== 'to';
}

function isRelative(items: readonly Item[], at: number): boolean {
  let left = at - 1;
  while (
    left >= 0 &&
    at - left < 7 &&
    (auxiliaries.has(items[left]?.lower ?? '') || items[left]?.pos === 'AUX' || items[left]?.pos === 'ADV')
  )
    left -= 1;
  return /^(?:who|which)$/.test(items[left]?.lower ?? '');
}

function readBase(items: readonly Item[], at: number, word: CueWord): Cue | null {
  // "went on to say", "was quick to add", "did not say", "they say", "to quote Okell"
  let left = at - 1;
  let negated = false;
  let helped = false;
  let infinitive = false;
  while (left >= 0 && at - left < 7) {
    const before = items[left];
    if (before === undefined) break;
    if (negations.has(before.lower)) negated = true;
    if (before.lower === 'to') {
      infinitive = true;
      left -= 1;
      break;
    }
    if (before.pos === 'AUX' || auxiliaries.has(before.lower)) helped = true;
    else if (before.pos !== 'ADV') break;
    left -= 1;
  }
  if (infinitive) {
    const governor = items[left];
    if (governor === undefined) return null;
    if (/^(?:refused|refuses|declined|declines|failed|unable|unwilling|forgot)$/.test(governor.lower)) negated = true;
    const wanted =
      /^(?:going|went|goes|on|continued|continues|quick|wanted|likes|liked|began|begins|keen|continue|took|used|eager|managed|happened|paused|got|prepared|returned|turned|came|sought|seemed|appeared|stage|microphone|helped|rushed|hastened|chose|proceeded|Twitter|twitter|facebook|media|instagram|refused|refuses|declined|declines|failed|unable|unwilling)$/.test(
        governor.lower,
      );
    if (!wanted) return null;
    const subject = governingSubject(items, at);
    if (subject === null) return null;
    let first = at - 1;
    while (first > 0 && /^(?:to|on|went|goes|going)$/.test(items[first - 1]?.lower ?? '')) first -= 1;
    return {
      ...cue(at, first, at, word.lemma, word.kind, subject),
      negated,
      own: subject.last >= first - 3 && subject.last < first,
    };
  }
  const subject = subjectLeft(items, at, 0);
  if (subject === null) {
    const inverted = invertedSubject(items, at);
    if (inverted !== null && startsTag(items, at) && at > 0)
      return { ...cue(at, at, at, word.lemma, word.kind, inverted), inverted: true };
    return null;
  }
  // Bare present: only a plural subject or a helping verb makes it finite.
  const head = items[subject.head];
  const plural =
    head !== undefined &&
    (/^(?:they|we|i|you|who|some|many|most|few|several|both|others|all|people)$/.test(head.lower) ||
      groups.has(head.lower) ||
      (/s$/.test(head.lower) && (head.pos === 'NOUN' || (subject.head === 0 && head.pos === 'PROPN'))) ||
      subject.head < subject.last ||
      items.slice(subject.first, subject.last).some((part) => part.lower === 'and'));
  if (!helped && !plural) return null;
  return { ...cue(at, at, at, word.lemma, word.kind, subject), negated, relative: isRelative(items, at) };
}

function readPassive(items: readonly Item[], at: number, left: number, word: CueWord, negated: boolean): Cue | null {
  const next = items[at + 1];
  if (word.lemma === 'quote' || word.lemma === 'cite' || word.lemma === 'report') {
    if (next?.lower === 'as' || next?.lower === 'by' || next?.lower === 'in') {
      const subject = phraseBeside(items, left, 0);
      if (subject !== null && next.lower === 'as')
        return { ...cue(at, at, at, word.lemma, word.kind, subject), negated };
      if (subject !== null && word.lemma === 'quote' && next.lower !== 'as') {
        for (let to = at + 1; to < items.length && to < at + 20; to += 1) {
          if (items[to]?.lower === 'as' && items[to + 1] !== undefined && cueWord(items[to + 1]?.lower ?? '') !== null)
            return { ...cue(at, at, to, word.lemma, word.kind, subject), negated };
        }
      }
      return null;
    }
    return null;
  }
  // "was asked by Dray", "was told by the mayor that …": the one behind "by" speaks.
  for (let to = at + 1; to < items.length && to <= at + 6; to += 1) {
    const beside = items[to];
    if (
      beside === undefined ||
      (beside.pos === 'QUOTE' && word.kind !== 'naming') ||
      (beside.text === ',' && items[to - 1]?.pos !== 'QUOTE') ||
      beside.text === '.'
    )
      break;
    if (beside.lower === 'by') {
      const agent = phraseStartingAt(items, to + 1);
      if (agent === null || isTimePhrase(items, agent)) return null;
      return { ...cue(at, at, to, word.lemma, word.kind, agent), inverted: true, negated, passive: true };
    }
  }
  return { ...cue(at, at, at, word.lemma, word.kind, null), negated, passive: true };
}

function readParticiple(
  items: readonly Item[],
  at: number,
  left: number,
  word: CueWord,
  negated: boolean,
  hasBe: boolean,
): Cue | null {
  if (hasBe) {
    const subject = phraseBeside(items, left, 0);
    if (subject !== null) return { ...cue(at, at, at, word.lemma, word.kind, subject), negated };
  }
  const before = items[at - 1];
  // "quoted Okell as saying": the object of "quoted" speaks.
  if (before?.lower === 'as') {
    for (let back = at - 2; back >= 0 && at - back < 30; back -= 1) {
      if (!/^(?:quoted|quotes|quoting|cited|cites|citing|reported|described)$/.test(items[back]?.lower ?? '')) continue;
      const passive =
        /^(?:is|are|was|were|been|be)$/.test(items[back - 1]?.lower ?? '') ||
        /^(?:is|are|was|were|been|be)$/.test(items[back - 2]?.lower ?? '');
      const subject = passive ? subjectLeft(items, back, 0) : phraseStartingAt(items, back + 1);
      if (subject !== null) return { ...cue(at, back, at, word.lemma, word.kind, subject), negated };
    }
    return null;
  }
  // Reduced relative or an absolute: "a sign saying …", "Okell, speaking on Friday, …"
  const subject = governingSubject(items, at);
  if (
    before !== undefined &&
    before.pos !== 'PUNCT' &&
    before.pos !== 'QUOTE' &&
    before.pos !== 'ADP' &&
    before.pos !== 'SCONJ' &&
    before.pos !== 'ADV' &&
    before.pos !== 'CCONJ'
  ) {
    const beside = phraseBeside(items, at - 1, 0);
    if (beside !== null && !isTimePhrase(items, beside)) {
      const head = items[beside.head];
      const textual =
        head !== undefined &&
        /^(?:statement|letter|sign|message|post|tweet|email|e-mail|note|report|banner|placard|notice|document|memo|article|release|poster|card|plaque|text|caption|graffiti|bulletin|stories|reports|signs|messages|posts|placards|letters|banners|tweets)$/.test(
          head.lower,
        );
      if (
        textual &&
        !/^(?:in|on|with|by|through|via|issued|issues|released|releases|published|posted|sent|wrote|put|out|issuing|releasing|gave|made)$/.test(
          items[beside.first - 1]?.lower ?? '',
        )
      )
        return { ...cue(at, at, at, word.lemma, word.kind, beside), negated };
    }
  }
  const near =
    before === undefined || before.pos === 'PUNCT' || before.pos === 'QUOTE'
      ? null
      : phraseBeside(items, before.pos === 'ADV' ? at - 2 : at - 1, 0);
  if (near !== null && !isTimePhrase(items, near)) {
    const joint = items[near.first - 1];
    const head = items[near.head];
    // "with one poster writing …", ", the government saying …"
    const absolute =
      joint?.lower === 'with' ||
      (joint?.text === ',' &&
        head !== undefined &&
        (head.pos === 'PROPN' ||
          head.pos === 'PRON' ||
          roles.has(head.lower) ||
          organisations.has(head.lower) ||
          groups.has(head.lower)));
    if (absolute) return { ...cue(at, at, at, word.lemma, word.kind, near), negated };
  }
  if (subject === null) {
    // "Speaking to reporters, Okell said": the participle reports nothing itself; "Asked whether" neither.
    return null;
  }
  const denied =
    /^(?:denied|denies|deny|denying|ever|without|not)$/.test(before?.lower ?? '') &&
    (before?.lower !== 'ever' || /^(?:denied|denies|deny|denying|not|without)$/.test(items[at - 2]?.lower ?? ''));
  return { ...cue(at, at, at, word.lemma, word.kind, subject), negated: negated || denied, own: false };
}

/** The phrase that ends right before a verb's helpers, at `last`. */
function phraseBeside(items: readonly Item[], last: number, floor: number): Phrase | null {
  const phrase = wholePhraseEndingAt(items, last, floor);
  return phrase;
}

const interrupters = new Set(
  'who which whose where whom formerly also aged of from speaking in at on with when while after as citing referring a an the his her their its now then an one himself herself not including acting reached once himself like along though although however for by'.split(
    ' ',
  ),
);

/**
 * The subject phrase to the left of the verb at `verb`, looking over helpers, adverbs, relative clauses and appositives.
 * For "who said" it is what "who" stands for. Null when another verb or a quotation stands between.
 */
export function subjectLeft(items: readonly Item[], verb: number, floor: number): Phrase | null {
  let at = verb - 1;
  while (at >= floor && verb - at < 8) {
    const item = items[at];
    if (item === undefined) return null;
    if (
      item.pos === 'AUX' ||
      (item.pos === 'ADV' && !isCapitalised(item.text)) ||
      auxiliaries.has(item.lower) ||
      (item.pos === 'PART' &&
        item.lower !== 'to' &&
        item.text !== '’' &&
        item.text !== "'" &&
        item.lower !== '’s' &&
        item.lower !== "'s")
    )
      at -= 1;
    else break;
  }
  const item = items[at];
  if (item === undefined || at < floor) return null;
  if (/^(?:who|which|that)$/.test(item.lower) && at > floor) return antecedent(items, at, floor);
  // A day between subject and verb: "Okell on Monday said", "the mayor Tuesday said".
  const timed = skipTime(items, at, floor);
  if (timed !== at) return subjectLeftOf(items, timed, floor);
  return subjectLeftOf(items, at, floor);
}

function skipTime(items: readonly Item[], at: number, floor: number): number {
  const phrase = wholePhraseEndingAt(items, at, floor);
  if (phrase === null || phrase.first <= floor) return at;
  const head = items[phrase.head];
  if (head === undefined || !isTimePhrase(items, phrase)) return at;
  let left = phrase.first - 1;
  if (/^(?:on|in|at|last|late|early|during|this)$/.test(items[left]?.lower ?? '')) left -= 1;
  return left >= floor ? left : at;
}

function subjectLeftOf(items: readonly Item[], from: number, floor: number): Phrase | null {
  const item = items[from];
  if (item === undefined || from < floor) return null;
  if (item.text === ',' || item.text === '—' || item.text === '–' || item.text === ')') {
    if (item.text !== ')') return acrossInterrupter(items, from, floor);
  }
  // "Okell, the author of “The Long Quay,” said …": the comma stands inside the title's marks.
  if (
    item.pos === 'QUOTE' &&
    item.text === ',' &&
    (items[from - 1]?.pos === 'ADP' || items[from - 1]?.pos === 'NOUN' || items[from - 1]?.pos === 'VERB')
  )
    return acrossInterrupter(items, from, floor);
  const phrase = wholePhraseEndingAt(items, from, floor);
  if (phrase === null || isTimePhrase(items, phrase)) return null;
  const restricted = acrossRestrictive(items, phrase, floor);
  if (restricted !== null) return restricted;
  // The last part of an interrupter without its second comma: "Okell, mayor of Velmouth said".
  const left = items[phrase.first - 1];
  if (left?.text === ',' && phrase.first - 1 > floor) {
    const head = items[phrase.head];
    if (head !== undefined && roles.has(head.lower) && items[phrase.first]?.pos !== 'DET') {
      const named = wholePhraseEndingAt(items, phrase.first - 2, floor);
      const name = named === null ? undefined : items[named.head];
      if (named !== null && name !== undefined && name.pos === 'PROPN' && startsClause(items, named.first, floor))
        return { ...named };
    }
  }
  return phrase;
}

/** "A man who broke into a bakery told …": over a relative clause without commas to what it describes. */
function acrossRestrictive(items: readonly Item[], phrase: Phrase, floor: number): Phrase | null {
  for (let at = phrase.first - 1; at > floor && phrase.first - at < 16; at -= 1) {
    const item = items[at];
    if (
      item === undefined ||
      (item.pos === 'PUNCT' && item.text !== '-') ||
      item.pos === 'QUOTE' ||
      item.pos === 'SCONJ'
    )
      return null;
    if (!/^(?:who|which|that)$/.test(item.lower)) continue;
    const next = items[at + 1];
    const before = items[at - 1];
    if (next === undefined || before === undefined || at + 1 >= phrase.first) return null;
    if (next.pos !== 'VERB' && next.pos !== 'AUX' && next.pos !== 'ADV') return null;
    if (before.pos !== 'NOUN' && before.pos !== 'PROPN') return null;
    return wholePhraseEndingAt(items, at - 1, floor);
  }
  return null;
}

function startsClause(items: readonly Item[], first: number, floor: number): boolean {
  const left = items[first - 1];
  return (
    first <= floor ||
    left === undefined ||
    left.pos === 'PUNCT' ||
    left.pos === 'QUOTE' ||
    left.pos === 'SCONJ' ||
    left.pos === 'CCONJ'
  );
}

/** From the comma before the verb back to the subject, over "…, the mayor of Velmouth, …" and "…, who runs it, …". */
function acrossInterrupter(items: readonly Item[], comma: number, floor: number): Phrase | null {
  let best: Phrase | null = null;
  let from = comma;
  for (let steps = 0; steps < 7; steps += 1) {
    let open = from - 1;
    let depth = 0;
    while (open > floor && comma - open < reach) {
      const text = items[open]?.text;
      if (text === ')') depth += 1;
      else if (text === '(') depth -= 1;
      else if (
        depth <= 0 &&
        (text === ',' || text === '—' || text === '–' || items[open]?.pos === 'QUOTE' || text === ';' || text === ':')
      )
        break;
      open -= 1;
    }
    const mark = items[open];
    if (mark === undefined || open <= floor || (mark.text !== ',' && mark.text !== '—' && mark.text !== '–')) break;
    const inside = items[open + 1];
    const candidate = wholePhraseEndingAt(items, skipTime(items, open - 1, floor), floor);
    const head = candidate === null ? undefined : items[candidate.head];
    if (candidate !== null && head !== undefined && !isTimePhrase(items, candidate) && inside !== undefined) {
      const clause = startsClause(items, candidate.first, floor) || introduced(items, candidate.first);
      const insideVerb = /(?:ing|ed)$/.test(inside.lower) && (inside.pos === 'VERB' || inside.pos === 'ADJ');
      const looks =
        interrupters.has(inside.lower) ||
        inside.pos === 'NUM' ||
        inside.pos === 'DET' ||
        inside.pos === 'ADP' ||
        inside.pos === 'ADV' ||
        insideVerb ||
        roles.has(inside.lower) ||
        inside.pos === 'ADJ' ||
        inside.pos === 'NOUN' ||
        inside.pos === 'PROPN' ||
        inside.pos === 'AUX' ||
        inside.pos === 'PRON';
      if (looks && (clause || best === null)) best = candidate;
      // A name or a phrase at the head of its clause is the subject; what is left of it belongs to something else.
      if (clause && (head.pos === 'PROPN' || roles.has(head.lower) || head.pos === 'PRON')) {
        if (!isAppositiveTail(items, candidate, floor)) return candidate;
      }
    }
    from = open;
  }
  if (best === null) {
    // "The firm Okell & Dray, has said": a comma too many.
    const plain = wholePhraseEndingAt(items, comma - 1, floor);
    if (plain !== null && plain.first <= floor) return plain;
  }
  return best;
}

/** Whether what stands before is a preposed adverbial: "In Velmouth Okell, who …". */
function introduced(items: readonly Item[], first: number): boolean {
  const left = items[first - 1];
  return left !== undefined && (left.pos === 'VERB' || left.pos === 'ADV' || left.pos === 'NOUN');
}

/** Whether the phrase is itself the tail of an appositive or a list: ", mayor of Velmouth, Devon, said". */
function isAppositiveTail(items: readonly Item[], phrase: Phrase, floor: number): boolean {
  const left = items[phrase.first - 1];
  if (left === undefined || phrase.first - 1 <= floor || left.text !== ',') return false;
  const before = items[phrase.first - 2];
  const head = items[phrase.head];
  if (before === undefined || head === undefined) return false;
  // "Okell, the mayor, …": a role behind a name.
  if (roles.has(head.lower) && before.pos === 'PROPN') return true;
  // "…, Devon, …" behind a place.
  return (
    before.pos === 'PROPN' &&
    head.pos === 'PROPN' &&
    phrase.first === phrase.head &&
    phrase.first - 2 > floor &&
    items[phrase.first - 3]?.pos === 'ADP'
  );
}

/** "a spokesman for Okell, who": the office before the preposition is meant, not the one it serves. */
function linkedOffice(items: readonly Item[], base: Phrase | null, floor: number): boolean {
  if (base === null) return false;
  const whole = wholePhraseEndingAt(items, base.last, floor);
  const head = whole === null ? undefined : items[whole.head];
  return head !== undefined && roles.has(head.lower);
}

function antecedent(items: readonly Item[], who: number, floor: number): Phrase | null {
  let last = who - 1;
  const before = items[last];
  if (before === undefined || last < floor) return null;
  if (before.text === ',') last -= 1;
  const base = phraseEndingAt(items, last, floor);
  const nearest = base === null ? undefined : items[base.head];
  const human =
    nearest !== undefined &&
    (nearest.pos === 'PROPN' || roles.has(nearest.lower) || groups.has(nearest.lower)) &&
    items[who]?.lower === 'who';
  const phrase = human && !linkedOffice(items, base, floor) ? base : wholePhraseEndingAt(items, last, floor);
  if (phrase !== null) {
    // "Okell, the mayor, who said": over the appositive to the name.
    const left = items[phrase.first - 1];
    const head = items[phrase.head];
    if (left?.text === ',' && head !== undefined && (roles.has(head.lower) || head.pos === 'NUM')) {
      const named = wholePhraseEndingAt(items, phrase.first - 2, floor);
      if (named !== null && items[named.head]?.pos === 'PROPN') return named;
    }
    if (head?.pos === 'NUM' && left?.text === ',') return wholePhraseEndingAt(items, phrase.first - 2, floor);
    return phrase;
  }
  return null;
}

/**
 * Whose the verb at `at` is when no subject stands beside it: that of the verb it is joined to or hangs on ("He rose and
 * said", "…, saying"), skipping relative and subordinate clauses.
 */
export function governingSubject(items: readonly Item[], at: number): Phrase | null {
  let fallback: Phrase | null = null;
  for (let left = at - 1; left >= 0 && at - left < reach; left -= 1) {
    const item = items[left];
    if (item === undefined) break;
    if (item.text === ';') break;
    if (item.pos !== 'VERB' && item.pos !== 'AUX') continue;
    if (item.pos === 'VERB' && /ing$/.test(item.lower)) continue;
    if (items[left - 1]?.lower === 'to') continue;
    if (isRelative(items, left)) continue;
    const subject = subjectLeft(items, left, 0);
    if (subject === null) continue;
    if (fallback === null) fallback = subject;
    const before = items[subject.first - 1];
    // The subject of a clause that is itself reported: "said her party backed it, and added …".
    if (before !== undefined && before.pos === 'VERB' && cueWord(before.lower) !== null) continue;
    if (
      before !== undefined &&
      (before.pos === 'SCONJ' ||
        /^(?:that|because|after|before|when|while|if|as|since|until|whether|where|what|how|why|which|whom|whose|who)$/.test(
          before.lower,
        ))
    )
      continue;
    return subject;
  }
  return fallback;
}

/** The subject of the sentence's first finite verb outside subordinate clauses: whom it is about. */
export function mainSubject(items: readonly Item[]): Phrase | null {
  let fallback: Phrase | null = null;
  for (const [at, item] of items.entries()) {
    if (at > 60) break;
    if (item.pos !== 'VERB' && item.pos !== 'AUX') continue;
    if (item.pos === 'VERB' && (/ing$/.test(item.lower) || items[at - 1]?.lower === 'to')) continue;
    if (isRelative(items, at)) continue;
    const subject = subjectLeft(items, at, 0);
    if (subject === null) continue;
    fallback ??= subject;
    const before = items[subject.first - 1];
    if (
      before !== undefined &&
      (before.pos === 'SCONJ' ||
        /^(?:that|because|after|before|when|while|if|as|since|until|although|though)$/.test(before.lower))
    )
      continue;
    return subject;
  }
  return fallback;
}
