import type { Token } from '../language/analysis.ts';
import { isVerbForm, verbLemma } from './form.ts';

/**
 * What a token does in its clause, one letter each: N noun, P name, R pronoun, D determiner, number or possessive,
 * J adjective, V verb, A auxiliary, X "not", I preposition, C coordinator, S subordinator, W relative word, T "to"
 * before a verb, G possessive mark, B adverb, `,` comma, `|` a break no phrase crosses, `_` nothing.
 */
export type Tag =
  | 'N'
  | 'P'
  | 'R'
  | 'D'
  | 'J'
  | 'V'
  | 'A'
  | 'X'
  | 'I'
  | 'C'
  | 'S'
  | 'W'
  | 'T'
  | 'G'
  | 'B'
  | ','
  | '|'
  | '_';

const possessives = new Set('my our your his her its their whose'.split(' '));
const pronouns = new Set(
  'i we you he she it they me us him them himself herself itself themselves ourselves everyone nobody anyone someone everybody nothing something'.split(
    ' ',
  ),
);
const relatives = new Set('who which whom that where when'.split(' '));
const subordinators = new Set(
  'because if while whilst although though whereas unless whether until since after before as when once lest'.split(
    ' ',
  ),
);
export const modals = new Set("will would can could may might must should shall wo ca ought ’ll 'll ’d 'd".split(' '));
const negators = new Set("n't n’t not never neither hardly scarcely".split(' '));
export const beForms = new Set(
  "be is are was were been being am 's ’s 're ’re 'm ’m gets got get remains remain remained".split(' '),
);

const conjunctions = new Set('whether if because although while whilst unless whereas though'.split(' '));
const irregularPast = new Set(
  'spoke stood threw took came broke fought gave held sent struck withdrew cast'.split(' '),
);
const quotes = new Set("\" “ ” ‘ ’ ' « » `` ''".split(' '));

/** Gives each token of a sentence its tag, putting right what the tagger gets wrong about stance words. */
export function tagTokens(tokens: readonly Token[], first: number, last: number): Tag[] {
  const tags: Tag[] = [];
  for (let i = first; i < last; i += 1) tags.push(tagOf(tokens, i, first, last, tags));
  for (let i = first; i < last; i += 1) repair(tokens, tags, i, first, last);
  return tags;
}

function tagOf(tokens: readonly Token[], i: number, first: number, last: number, before: readonly Tag[]): Tag {
  const token = tokens[i];
  if (token === undefined) return '_';
  const { lower, pos } = token;
  const next = i + 1 < last ? tokens[i + 1] : undefined;
  const previous = i > first ? tokens[i - 1] : undefined;
  if (quotes.has(token.text)) {
    if (
      (token.text === '’' || token.text === "'") &&
      previous !== undefined &&
      previous.end === token.start &&
      /s$/iu.test(previous.text) &&
      next !== undefined &&
      next.start > token.end &&
      /^(?:NOUN|ADJ|PROPN|NUM)$/u.test(next.pos)
    ) {
      return 'G';
    }
    // A mark beside a comma, a stop or an edge closes off what is said; one inside a phrase does not.
    const left = previous === undefined || /^[,.;:!?—–-]$/u.test(previous.text);
    const right = next === undefined || /^[,.;:!?—–-]$/u.test(next.text);
    return left || right ? '|' : '_';
  }
  if (pos === 'PUNCT' || pos === 'SYM' || pos === 'SPACE') {
    if (token.text === ',') return ',';
    if (token.text === '-' && previous?.end === token.start && next?.start === token.end) return '_';
    if (token.text === '$' || token.text === '£' || token.text === '€' || token.text === '#' || token.text === '@')
      return 'D';
    return pos === 'SPACE' || token.text === '' ? '_' : '|';
  }
  if (lower === "'s" || lower === '’s')
    return pos === 'PART' || before.at(-1) === 'P' || before.at(-1) === 'N' ? 'G' : 'A';
  if (negators.has(lower)) return 'X';
  if (lower === 'nor') return 'C';
  if (possessives.has(lower)) return 'D';
  if (modals.has(lower) && pos !== 'NOUN' && pos !== 'PROPN') return 'A';
  if (pronouns.has(lower) && !(token.text === 'US' || token.text === 'IT')) return 'R';
  if (lower === 'to') {
    if (next?.lower.endsWith('ing') && next.pos === 'VERB') return 'I';
    if (
      next !== undefined &&
      (next.pos === 'VERB' ||
        next.pos === 'AUX' ||
        (next.lower === next.lemma && isVerbForm(next.lower) && next.pos !== 'PROPN'))
    )
      return 'T';
    const after = i + 2 < last ? tokens[i + 2] : undefined;
    if (
      next?.pos === 'NOUN' &&
      next.lower === next.lemma &&
      (after?.pos === 'DET' || after?.lower === 'its' || after?.lower === 'their')
    )
      return 'T';
    if (next?.pos === 'ADV' && after?.pos === 'VERB') return 'T';
    return 'I';
  }
  if (relatives.has(lower)) {
    if (lower === 'that') {
      if (pos === 'SCONJ')
        return previous !== undefined &&
          /^(?:NOUN|PROPN)$/u.test(previous.pos) &&
          next !== undefined &&
          /^(?:VERB|AUX)$/u.test(next.pos)
          ? 'W'
          : 'S';
      if (pos === 'DET' && next !== undefined && /^(?:NOUN|ADJ|PROPN)$/u.test(next.pos))
        return before.at(-1) === 'N' ? 'W' : 'D';
      return next !== undefined && /^(?:VERB|AUX)$/u.test(next.pos) && before.length > 0 && before.at(-1) !== '|'
        ? 'W'
        : pos === 'DET' || pos === 'PRON'
          ? before.length === 0
            ? 'R'
            : 'S'
          : 'S';
    }
    if (lower === 'when' || lower === 'where') return 'S';
    return 'W';
  }
  if (conjunctions.has(lower)) return 'S';
  if (lower === 'as' && previous?.lower === 'such') return 'I';
  if (lower === 'no' && next?.lower === 'longer') return 'X';
  if (pos === 'SCONJ' || (subordinators.has(lower) && pos !== 'ADP' && pos !== 'NOUN')) return 'S';
  switch (pos) {
    case 'NOUN':
      return 'N';
    case 'PROPN':
      return 'P';
    case 'PRON':
      return /^(?:this|these|those|all|some|many|both|each|any)$/u.test(lower) ? 'D' : 'R';
    case 'DET':
    case 'NUM':
      return 'D';
    case 'ADJ':
      return 'J';
    case 'VERB':
      return 'V';
    case 'AUX':
      return 'A';
    case 'ADP':
      return lower === 'as' ? 'I' : 'I';
    case 'CCONJ':
      return 'C';
    case 'ADV':
      return lower === 'including' ? 'I' : 'B';
    case 'PART':
      return lower === 'not' ? 'X' : 'B';
    default:
      return 'N';
  }
}

/** The tagger takes "slams" for a noun and "the bombing" for a verb; the neighbours tell. */
function repair(tokens: readonly Token[], tags: Tag[], i: number, first: number, last: number): void {
  const k = i - first;
  const tag = tags[k];
  const token = tokens[i];
  if (token === undefined || tag === undefined) return;
  let b = k - 1;
  while (b >= 0 && (tags[b] === 'B' || tags[b] === '_')) b -= 1;
  const before = b >= 0 ? tags[b] : undefined;
  const after = tags[k + 1];
  const { lower } = token;
  if (lower === 'contrary' && tokens[i + 1]?.lower === 'to') {
    tags[k] = 'S';
    return;
  }
  if (tag === 'J' && lower === 'premier' && after !== 'N') {
    tags[k] = 'N';
    return;
  }
  // "the British Red Cross": a verb's form with a capital inside a name.
  if (tag === 'V' && i > first && /^\p{Lu}/u.test(token.text) && tags[k - 1] === 'P' && !titled(tokens, first, last)) {
    tags[k] = 'P';
    return;
  }
  if (tag === 'V' && lower === 'time') {
    tags[k] = 'N';
    return;
  }
  if (tag === 'V') {
    if (
      before === 'D' &&
      after !== undefined &&
      (after === 'N' || after === 'P' || (after === 'J' && !lower.endsWith('ing')))
    )
      tags[k] = 'J';
    else if (
      (before === 'D' || before === 'G') &&
      tags[k - 1] === before &&
      (lower.endsWith('ing') ? after !== 'D' : !/ed$/u.test(lower) || after === 'I') &&
      !/^(?:all|both|some|many|most|these|those|that|this|each|few|several|others|one)$/u.test(
        tokens[first + b]?.lower ?? '',
      ) &&
      !/^\d/u.test(tokens[first + b]?.text ?? '')
    )
      tags[k] = 'N';
    else if (
      before === 'V' &&
      tags[k - 1] === 'V' &&
      after === 'I' &&
      (/[^s]s$/u.test(lower) ||
        lower === 'backing' ||
        (lower === token.lemma && !/^(?:help|let|make)/u.test(tokens[first + b]?.lower ?? '')))
    )
      tags[k] = 'N';
    else if (before === 'J' && lower.endsWith('ing') && after === 'I') tags[k] = 'N';
    else if (
      before === 'I' &&
      tags[k - 1] === 'I' &&
      lower === token.lemma &&
      (after === undefined || /^[|,ICB]$/u.test(after))
    )
      tags[k] = 'N';
    else if (before === 'I' && after === 'N' && !lower.endsWith('ing') && /(?:ed|en)$/u.test(lower)) tags[k] = 'J';
    else if (lower === 'including' || lower === 'concerning' || lower === 'regarding' || lower === 'following')
      tags[k] = 'I';
    return;
  }
  if (
    tag === 'B' &&
    before === 'D' &&
    /^(?:north|south|east|west|left|right|north-?east|north-?west|south-?east|south-?west)$/u.test(lower)
  ) {
    tags[k] = 'N';
    return;
  }
  if (tag === 'N' && irregularPast.has(lower) && token.text === lower && !hasVerb(tokens, tags, first, k)) {
    tags[k] = 'V';
    return;
  }
  if (tag === 'N' && tags[k - 1] === 'T') {
    tags[k] = 'V';
    return;
  }
  if (lower === 'back' && before === 'D' && after === 'I') {
    tags[k] = 'N';
    return;
  }
  if (tag === 'N' && lower.endsWith('ing') && before === 'I' && (after === 'D' || after === 'P')) {
    tags[k] = 'V';
    return;
  }
  if ((tag === 'N' || tag === 'J' || tag === 'B' || tag === 'P') && lower !== 'like' && isVerbForm(lower)) {
    if (tag === 'P' && i > first && token.text !== lower && !(after === 'P' && titled(tokens, first, last))) return;
    const afterDo =
      before === 'A' ||
      before === 'X' ||
      before === 'T' ||
      (before === 'R' && !/^(?:it|us|him|her|them|me)$/u.test(tokens[first + b]?.lower ?? ''));
    if (afterDo && !lower.endsWith('ing') && (tag !== 'J' || before === 'R')) {
      const passiveAux = before === 'A' && beForms.has(tokens[first + b]?.lower ?? '');
      if (!passiveAux || /ed$/u.test(lower)) {
        if (tag !== 'N' || before !== 'A' || !passiveAux) tags[k] = 'V';
        return;
      }
    }
    if (before === 'P' && after === 'S' && tokens[i + 1]?.lower === 'that' && tag === 'N') {
      tags[k] = 'V';
      return;
    }
    if (
      before === 'N' &&
      tag === 'N' &&
      lower === verbLemma(token) &&
      /[^s]s$/u.test(tokens[first + b]?.lower ?? '') &&
      (after === 'D' ||
        after === 'J' ||
        after === 'P' ||
        (after === 'B' && /er$|^more$|^full/u.test(tokens[i + 1]?.lower ?? '')))
    ) {
      tags[k] = 'V';
      return;
    }
    const opens =
      after === 'D' ||
      after === 'P' ||
      after === 'J' ||
      after === 'R' ||
      after === 'N' ||
      after === 'I' ||
      after === 'B' ||
      after === 'T';
    const subject = before === 'N' || before === 'P' || before === 'R';
    if (!subject || !opens) return;
    if (
      !lower.endsWith('ing') &&
      lower !== verbLemma(token) &&
      !hasVerb(tokens, tags, first, k) &&
      (tag !== 'P' || token.text === lower)
    ) {
      tags[k] = 'V';
      return;
    }
    // No other finite verb near, and a form only a verb has before an object: "Turkey slams Israel".
    if (
      /[^s]s$/u.test(lower) &&
      !(after === 'I') &&
      (after === 'D' || after === 'P' || (before === 'P' && !hasVerb(tokens, tags, first, k)))
    )
      tags[k] = 'V';
    else if (/ed$/u.test(lower) && (after === 'D' || after === 'P')) tags[k] = 'V';
    else if (tag !== 'P' && after === 'D' && !/(?:s|ing)$/u.test(lower)) tags[k] = 'V';
    else if (
      before === 'N' &&
      tag !== 'P' &&
      /s$/u.test(tokens[first + b]?.lower ?? '') &&
      lower === verbLemma(token) &&
      (after === 'J' || after === 'N' || after === 'P') &&
      !hasVerb(tokens, tags, first, k)
    )
      tags[k] = 'V';
    else if (/[^s]s$/u.test(lower) && before === 'P' && after === 'I' && !hasVerb(tokens, tags, first, k))
      tags[k] = 'V';
  }
}

/** Whether a headline's words are printed with capitals throughout. */
function titled(tokens: readonly Token[], first: number, last: number): boolean {
  if (last - first > 25) return false;
  let capital = 0;
  let small = 0;
  for (let i = first; i < last; i += 1) {
    const text = tokens[i]?.text ?? '';
    if (/^\p{Lu}/u.test(text)) capital += 1;
    else if (text.length > 3 && /^\p{Ll}/u.test(text)) small += 1;
  }
  return capital > 2 && small <= 1;
}

/** Whether another token of the sentence can be its main verb: not an infinitive, not a bare "-ing". */
function hasVerb(tokens: readonly Token[], tags: readonly Tag[], first: number, except: number): boolean {
  for (let j = 0; j < tags.length; j += 1) {
    if (j === except) continue;
    if (tags[j] === 'A') return true;
    if (tags[j] === 'V' && tags[j - 1] !== 'T' && tokens[first + j]?.lower.endsWith('ing') !== true) return true;
  }
  return false;
}
