import { genderOfGivenName } from './given-names.ts';
import { documents, roles, temporal } from './lexicon.ts';

/** What the phrase rules need to know of a word. `QUOTE` stands for a whole quoted run. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly pos: string;
}

/** A stretch of words: `[first, last]` indices, both inclusive. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  /** The word the phrase is about: the last one of its leftmost part ("spokesman" in "a spokesman for the mayor"). */
  readonly head: number;
}

/** How far back a phrase or its subject is looked for; longer ones do not occur, and cost must stay linear. */
const reach = 40;

const subjectPronouns = new Set(
  'he she they it we i you who everyone everybody someone somebody anyone nobody one others many some most few several both all another others this that'.split(
    ' ',
  ),
);

/** Whether the text starts with a capital letter. */
export function isCapitalised(text: string): boolean {
  const char = text.charAt(0);
  return char !== char.toLowerCase();
}

/** Whether two words touch ("Al" and "-" in "Al-Amr"). */
export function touches(a: Word | undefined, b: Word | undefined): boolean {
  return a !== undefined && b !== undefined && a.end === b.start;
}

function isNounLike(word: Word): boolean {
  return (
    word.pos === 'NOUN' ||
    word.pos === 'PROPN' ||
    word.pos === 'X' ||
    (isCapitalised(word.text) &&
      word.pos !== 'PUNCT' &&
      word.pos !== 'PRON' &&
      word.pos !== 'DET' &&
      word.pos !== 'ADP' &&
      word.pos !== 'SCONJ' &&
      word.pos !== 'CCONJ')
  );
}

function isPossessive(word: Word): boolean {
  return (
    word.lower === "'s" || word.lower === '’s' || ((word.text === '’' || word.text === "'") && word.pos !== 'QUOTE')
  );
}

const possessivePronouns = new Set('his her its their my our your whose'.split(' '));

/**
 * The base noun phrase that ends at `last`: its words up to a determiner, a possessive or a name's first word.
 * Null when no noun or pronoun stands there.
 */
export function phraseEndingAt(words: readonly Word[], last: number, floor = 0): Phrase | null {
  let end = last;
  let word = words[end];
  if (word === undefined || end < floor) return null;
  // "Okell (D-Velmouth)", "Okell (43)": the bracket belongs to the name before it.
  if (word.text === ')') {
    let open = end - 1;
    while (open > floor && end - open < 14 && words[open]?.text !== '(') open -= 1;
    if (words[open]?.text !== '(' || open - 1 < floor) return null;
    end = open - 1;
    word = words[end];
    if (word === undefined) return null;
  }
  if (subjectPronouns.has(word.lower) && !isCapitalisedName(word)) return { first: end, last, head: end };
  if (word.pos === 'QUOTE') {
    // "the star of “Jaws”": a title behind a preposition; other runs are no part of a phrase.
    const joint = words[end - 1];
    return joint !== undefined &&
      end - 1 > floor &&
      (joint.lower === 'of' || joint.lower === 'in' || joint.lower === 'and' || joint.lower === 'on') &&
      word.text !== ','
      ? { first: end, last, head: end }
      : null;
  }
  if (word.text === '.' && touches(words[end - 1], word) && end - 1 >= floor) {
    end -= 1;
    word = words[end];
    if (word === undefined) return null;
  }
  if (
    !isNounLike(word) &&
    word.pos !== 'NUM' &&
    !(word.pos === 'ADJ' && isDeterminedBefore(words, end, floor)) &&
    !(word.pos === 'VERB' && isDeterminedBefore(words, end, floor))
  )
    return null;
  const head = end;
  let first = end;
  const proper = isCapitalised(word.text);
  for (let at = end - 1; at >= floor && end - at < reach; at -= 1) {
    const left = words[at];
    if (left === undefined) break;
    const right = words[at + 1];
    if (left.pos === 'DET' || possessivePronouns.has(left.lower)) {
      if (left.lower === 'that' || left.lower === 'which') break;
      first = at;
      const before = words[at - 1];
      if (before !== undefined && at - 1 >= floor && /^(?:all|both|half|such)$/.test(before.lower)) first = at - 1;
      break;
    }
    if (isPossessive(left)) continue;
    if (left.pos === 'PUNCT') {
      if (
        (left.text === '-' || left.text === '–' || left.text === '/' || left.text === '&') &&
        (touches(words[at - 1], left) || touches(left, right) || left.text === '&')
      ) {
        // "mother-of-three", "Lee-Ann": what a hyphen ties on belongs to the word.
        if (left.text === '-' && touches(words[at - 1], left) && touches(left, right) && at - 1 >= floor) {
          first = at - 1;
          at -= 1;
        }
        continue;
      }
      if (left.text === '.' && touches(words[at - 1], left) && isCapitalised(words[at - 1]?.text ?? '')) continue;
      break;
    }
    if (left.text === '&') continue;
    if (left.pos === 'QUOTE') {
      // A nickname inside a name: Tom "Red" Okell.
      if (
        left.end - left.start < 24 &&
        isCapitalised(words[at - 1]?.text ?? '') &&
        right !== undefined &&
        isCapitalised(right.text)
      )
        continue;
      break;
    }
    if (
      temporal.has(left.lower) &&
      (proper || left.pos === 'PROPN' || left.pos === 'ADV') &&
      !isGivenContext(words, at, floor) &&
      !isGivenMonth(words, at)
    )
      break;
    if (isNounLike(left) || left.pos === 'NUM' || left.pos === 'ADJ') {
      // A common noun before a name is part of it only as a title: "spokesman Okell", but "in a letter Okell wrote".
      if (
        right !== undefined &&
        isCapitalised(right.text) &&
        left.pos === 'NOUN' &&
        !isCapitalised(left.text) &&
        (documents.has(left.lower) || !roles.has(left.lower)) &&
        (documents.has(left.lower) || !/(?:man|woman|er|or|ist|member|star|ian)$/.test(left.lower))
      )
        break;
      first = at;
      continue;
    }
    if (
      left.pos === 'VERB' &&
      /(?:ing|ed|en)$/.test(left.lower) &&
      at - 1 >= floor &&
      isDeterminedBefore(words, at, floor)
    ) {
      first = at;
      continue;
    }
    if (left.pos === 'ADV' && right?.pos === 'ADJ') continue;
    if (
      left.pos === 'PART' &&
      left.lower !== 'to' &&
      left.lower !== 'not' &&
      left.lower !== "n't" &&
      left.lower !== 'n’t'
    )
      continue;
    if (
      /^(?:de|van|von|der|den|bin|ibn|al|el|la|le|da|du|di|del|dos|ter|abu|un)$/.test(left.lower) &&
      right !== undefined &&
      isCapitalised(right.text)
    )
      continue;
    if (left.lower === 'and' && right !== undefined && right.pos === 'ADJ' && words[at - 1]?.pos === 'ADJ') continue;
    break;
  }
  return { first, last, head };
}

function isCapitalisedName(word: Word): boolean {
  return word.pos === 'PROPN' && isCapitalised(word.text);
}

function isGivenContext(words: readonly Word[], at: number, floor: number): boolean {
  const before = words[at - 1];
  return (
    at - 1 >= floor &&
    before !== undefined &&
    isCapitalised(before.text) &&
    before.pos === 'PROPN' &&
    !temporal.has(before.lower) &&
    words[at]?.pos === 'PROPN' &&
    at - 1 > floor
  );
}

/** "Jan Okell", "April Dray": a month's name that is a given name here. */
function isGivenMonth(words: readonly Word[], at: number): boolean {
  const name = words[at];
  const surname = words[at + 1];
  if (name === undefined || surname === undefined || genderOfGivenName(name.text) === null || !isCapitalised(name.text))
    return false;
  if (surname.pos !== 'PROPN' || temporal.has(surname.lower)) return false;
  return !/^(?:in|since|until|by|of|last|next|early|late|from|on|this|to|and)$/.test(words[at - 1]?.lower ?? '');
}

function isDeterminedBefore(words: readonly Word[], at: number, floor: number): boolean {
  for (let left = at - 1; left >= floor && at - left <= 8; left -= 1) {
    const word = words[left];
    if (word === undefined) return false;
    if (word.pos === 'DET' || possessivePronouns.has(word.lower) || isPossessive(word)) return true;
    if (word.pos !== 'ADJ' && word.pos !== 'NUM' && word.pos !== 'ADV' && word.pos !== 'NOUN' && word.text !== '-')
      return false;
  }
  return false;
}

const linking = new Set(
  'of for at in from with to on about against by near inside within behind under outside across representing'.split(
    ' ',
  ),
);

/** A base phrase with what hangs on it to its left by prepositions: "a spokesman for the mayor of Velmouth" from "Velmouth". */
export function wholePhraseEndingAt(words: readonly Word[], last: number, floor = 0): Phrase | null {
  let phrase = phraseEndingAt(words, last, floor);
  if (phrase === null || isTimePhrase(words, phrase)) return phrase;
  for (let parts = 0; parts < 8; parts += 1) {
    const joint: Word | undefined = words[phrase.first - 1];
    if (joint === undefined || phrase.first - 1 <= floor) break;
    if (linking.has(joint.lower) && joint.pos !== 'PUNCT') {
      let before: Phrase | null = phraseEndingAt(words, phrase.first - 2, floor);
      const participle = words[phrase.first - 2];
      if (
        before === null &&
        participle !== undefined &&
        ((participle.pos === 'VERB' && /(?:ed|en|own|ent|ught|eld|ade|ing)$/.test(participle.lower)) ||
          /^(?:close|familiar|present|aware|responsible|loyal|opposed|critical)$/.test(participle.lower))
      ) {
        // "a letter seen by Sky News", "a man living in Velmouth": the phrase goes on to the left of the participle.
        const owner = phraseEndingAt(words, phrase.first - 3, floor);
        const left = owner === null ? undefined : words[owner.first - 1];
        if (
          owner !== null &&
          !isPronounAlone(words, owner) &&
          (owner.first <= floor ||
            left === undefined ||
            left.pos === 'PUNCT' ||
            left.pos === 'SCONJ' ||
            left.pos === 'CCONJ' ||
            left.pos === 'QUOTE')
        )
          before = owner;
      }
      if (before === null || isTimePhrase(words, before)) break;
      if (
        isPronounAlone(words, before) &&
        !/^(?:one|some|many|most|few|several|both|all|others)$/.test(words[before.head]?.lower ?? '')
      )
        break;
      phrase = { first: before.first, last, head: before.head };
      continue;
    }
    if (joint.lower === 'and' || joint.lower === 'or' || joint.text === '&') {
      const before: Phrase | null = phraseEndingAt(words, phrase.first - 2, floor);
      if (before === null || isTimePhrase(words, before)) break;
      const left = words[before.first - 1];
      // Only at the head of its clause are two phrases surely one subject: "He met Dray and Okell said" is not.
      const headOfClause =
        before.first === floor ||
        left === undefined ||
        left.pos === 'PUNCT' ||
        left.pos === 'SCONJ' ||
        left.pos === 'QUOTE' ||
        left.pos === 'DET' ||
        left.lower === 'both' ||
        left.lower === 'that';
      const insideName = left !== undefined && linking.has(left.lower);
      if (
        !headOfClause &&
        (!insideName || isPronounAlone(words, { first: phrase.first, last: phrase.head, head: phrase.head }))
      )
        break;
      phrase = { first: before.first, last, head: insideName ? before.head : before.head };
      continue;
    }
    break;
  }
  return phrase;
}

function isPronounAlone(words: readonly Word[], phrase: Phrase): boolean {
  return (
    phrase.first === phrase.head &&
    subjectPronouns.has(words[phrase.head]?.lower ?? '') &&
    !isCapitalisedName(words[phrase.head] ?? noWord)
  );
}

const noWord: Word = { start: 0, end: 0, text: '', lower: '', pos: 'X' };

/** Whether a phrase only says when: "Monday", "last week", "3 p.m.". */
export function isTimePhrase(words: readonly Word[], phrase: Phrase): boolean {
  const head = words[phrase.head];
  return head !== undefined && (temporal.has(head.lower) || (head.pos === 'NUM' && /^[0-9]{4}$/.test(head.text)));
}

const settings = new Set(
  'interview statement letter email e-mail tweet post message speech briefing conference press news television radio telephone phone response reply meeting visit hearing court testimony report article comment event ceremony rally remarks broadcast video clip podcast editorial column blog interviews statements court trial session debate release note text'.split(
    ' ',
  ),
);

/** The noun phrase that starts at `first`, with prepositional parts to its right, up to a verb, a comma or an adverbial. */
export function phraseStartingAt(words: readonly Word[], first: number, ceiling = words.length): Phrase | null {
  const base = baseStartingAt(words, first, ceiling);
  if (base === null) return null;
  let last = base.last;
  for (let parts = 0; parts < 8; parts += 1) {
    const joint = words[last + 1];
    if (joint === undefined || last + 2 >= ceiling) break;
    if (
      /^(?:familiar|close|present|briefed|involved|aware|knowledgeable|involved)$/.test(joint.lower) &&
      linking.has(words[last + 2]?.lower ?? '')
    ) {
      // "a person familiar with the matter"
      const matter = baseStartingAt(words, last + 3, ceiling);
      if (matter === null) break;
      last = matter.last;
      continue;
    }
    if (
      linking.has(joint.lower) &&
      joint.lower !== 'by' &&
      joint.lower !== 'to' &&
      joint.lower !== 'on' &&
      joint.lower !== 'with'
    ) {
      const next = baseStartingAt(words, last + 2, ceiling);
      if (next === null || isTimePhrase(words, next)) break;
      const head = words[next.head];
      if (head === undefined) break;
      if ((joint.lower === 'in' || joint.lower === 'at' || joint.lower === 'from') && settings.has(head.lower)) break;
      last = next.last;
      continue;
    }
    if (joint.lower === 'and' || joint.text === '&') {
      const next = baseStartingAt(words, last + 2, ceiling);
      if (next === null) break;
      const follows = words[next.last + 1];
      if (follows !== undefined && (follows.pos === 'VERB' || follows.pos === 'AUX')) break;
      last = next.last;
      continue;
    }
    break;
  }
  return { first, last, head: base.head };
}

function baseStartingAt(words: readonly Word[], first: number, ceiling: number): Phrase | null {
  let at = first;
  const start = words[at];
  if (start === undefined || at >= ceiling) return null;
  if (
    subjectPronouns.has(start.lower) &&
    !isCapitalisedName(start) &&
    start.lower !== 'that' &&
    start.lower !== 'this' &&
    !/^(?:all|both|many|some|several|another|one|few|most)$/.test(start.lower)
  )
    return { first, last: first, head: first };
  let head = -1;
  while (at < ceiling && at - first < reach) {
    const word = words[at];
    if (word === undefined) break;
    const next = words[at + 1];
    if (word.pos === 'DET' || possessivePronouns.has(word.lower)) {
      if (at > first && !/^(?:all|both|half)$/.test(words[at - 1]?.lower ?? '')) break;
    } else if (isPossessive(word) && head >= 0 && touches(words[at - 1], word)) {
      head = -1;
    } else if (temporal.has(word.lower) && head >= 0 && !isCapitalisedName(words[at - 1] ?? noWord)) {
      break;
    } else if (temporal.has(word.lower) && head >= 0 && at - first > 1 && word.pos !== 'NOUN') {
      break;
    } else if (isNounLike(word)) {
      head = at;
    } else if (word.pos === 'NUM' || word.pos === 'ADJ') {
      if (head >= 0 && next !== undefined && !isNounLike(next) && next.text !== '-' && word.pos === 'ADJ') break;
    } else if (word.text === '-' || word.text === '/' || word.text === '&' || word.text === '–') {
      if (!touches(words[at - 1], word) && !touches(word, next) && word.text !== '&') break;
    } else if (
      word.text === '.' &&
      touches(words[at - 1], word) &&
      isCapitalised(words[at - 1]?.text ?? '') &&
      (words[at - 1]?.text.length ?? 9) <= 4 &&
      next !== undefined &&
      isCapitalised(next.text) &&
      at + 1 < ceiling
    ) {
      // An initial or an abbreviated title inside a name.
    } else if (word.pos === 'VERB' && head < 0 && /(?:ing|ed|en)$/.test(word.lower) && at > first) {
      // "an arrested man", "the ruling party"
    } else if (word.pos === 'ADV' && next?.pos === 'ADJ' && head < 0) {
      // "a highly regarded editor"
    } else if (
      word.pos === 'QUOTE' &&
      head >= 0 &&
      word.end - word.start < 24 &&
      next !== undefined &&
      isCapitalised(next.text)
    ) {
      // A nickname.
    } else if (word.text === '(' && head >= 0) {
      let close = at + 1;
      while (close < ceiling && close - at < 12 && words[close]?.text !== ')') close += 1;
      if (words[close]?.text !== ')') break;
      return { first, last: close, head };
    } else if (
      /^(?:de|van|von|der|den|bin|ibn|al|el|la|le|da|du|di|del|dos|ter|abu)$/.test(word.lower) &&
      next !== undefined &&
      (isCapitalised(next.text) || next.text === '-')
    ) {
      // A particle inside a name.
    } else break;
    at += 1;
  }
  if (head < 0) {
    const only = words[at - 1];
    if (
      only !== undefined &&
      at - 1 === first &&
      /^(?:one|another|others|many|some|several|few|both)$/.test(only.lower)
    )
      return { first, last: first, head: first };
    if (only !== undefined && at - 1 > first && (only.pos === 'ADJ' || only.pos === 'NUM'))
      return { first, last: at - 1, head: at - 1 };
    return null;
  }
  return { first, last: head, head };
}
