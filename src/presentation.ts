import type { CardRefusal, PassagesAnswer, VerdictAnswer } from './answer.ts';
import type { Passage, Position, Quotation, Verdict } from './core/archive.ts';
import type { StatementKind } from './core/quotation/statement.ts';
import type { Range } from './core/range.ts';

/** What both front ends say and show alike, whatever it looks like in each. */

/** How something was said, behind the speaker's name. */
export const manners = {
  direct: 'said',
  mixed: 'quoted in part',
  indirect: 'reported',
  own: 'the outlet’s own words',
} as const satisfies Record<StatementKind, string>;

/** A verdict as a word, and what it means. */
export const verdicts = {
  verbatim: { word: 'Verbatim', meaning: 'the words are printed as quoted' },
  abridged: { word: 'Abridged', meaning: 'the words are printed, with some between them left out' },
  altered: { word: 'Altered', meaning: 'the printed words are different' },
  misattributed: { word: 'Misattributed', meaning: 'the words are printed, but as somebody else’s' },
  reported: {
    word: 'Reported',
    meaning: 'the article says so in its own words; these are not the speaker’s as printed',
  },
  'not found': { word: 'Not found', meaning: 'no article on record prints this' },
} as const satisfies Record<Verdict, { readonly word: string; readonly meaning: string }>;

/** What stands behind an event of a timeline when the holder had taken the other side before. */
export const changedMark = 'changed from before';
export const noDate = 'no date';

/** The lists of a comparison and of an answer to a question, under the words that say what they are. */
export const titles = {
  agree: 'Agree',
  differ: 'Differ',
  only: (holder: string) => `Only ${holder}`,
  nearest: 'Nearest in the articles, not an answer',
  claim: 'As quoted',
  print: 'As printed',
  nearestPrint: 'The nearest that is printed',
  sentence: 'The whole sentence',
} as const;

/** What is said of picture cards. */
export const cards = {
  button: 'Picture card',
  first: 'The card shows the first of them.',
  elsewhere: 'Picture cards are shown in Discord.',
  refusals: {
    'too long': 'No card: the words are too long to be shown whole in a picture.',
    characters: 'No card: the words hold characters that the card’s fonts lack.',
  } satisfies Record<CardRefusal, string>,
} as const;

/** How many of the nearest passages are shown where nothing answers. */
const nearestShown = 2;

/** What an answer to a question shows: the list of its reading, else passages; without an answer the nearest few. */
export function shownOf({ status, reading, quotations = [], positions = [], passages }: PassagesAnswer): {
  readonly quotations: readonly Quotation[];
  readonly positions: readonly Position[];
  readonly passages: readonly Passage[];
} {
  const none = { quotations: [], positions: [], passages: [] };
  if (status !== 'ok') return { ...none, passages: passages.slice(0, nearestShown) };
  if (reading === 'quotations' && quotations.length > 0) return { ...none, quotations };
  if (reading === 'positions' && positions.length > 0) return { ...none, positions };
  return { ...none, passages };
}

/** A passage as its answering sentence and what stands before and after it, all as ranges of the passage's own text. */
export function partsOf({ text, start, sentence }: Passage): { before: Range; sentence: Range; after: Range } {
  const inside = (offset: number) => Math.min(Math.max(offset - start, 0), text.length);
  const from = inside(sentence[0]);
  const to = Math.max(from, inside(sentence[1]));
  return from === to
    ? { before: [0, 0], sentence: [0, text.length], after: [text.length, text.length] }
    : { before: [0, from], sentence: [from, to], after: [to, text.length] };
}

/** The sentence around a printed quotation, when it goes on beyond it, so that a cut is seen. */
export function sentenceBeyond({ quotation, around }: VerdictAnswer): VerdictAnswer['around'] {
  if (quotation === undefined || around === undefined) return undefined;
  return around.start < quotation.start || around.end > quotation.end ? around : undefined;
}

type Difference = NonNullable<VerdictAnswer['differences']>[number];

/** The differences with neighbours of one kind joined, and with a blank wherever two words would run together. */
export function joinDifferences(differences: readonly Difference[]): Difference[] {
  const joined: Difference[] = [];
  for (const { op, text } of differences) {
    if (text === '') continue;
    const last = joined.at(-1);
    const gap = last !== undefined && needsGap(last, { op, text }) ? ' ' : '';
    if (last?.op === op) joined[joined.length - 1] = { op, text: last.text + gap + text };
    else {
      if (gap !== '') joined.push({ op: 'same', text: gap });
      joined.push({ op, text });
    }
  }
  return joined;
}

function needsGap(one: Difference, other: Difference): boolean {
  const replaces = one.op !== other.op && one.op !== 'same' && other.op !== 'same';
  if (replaces) return !/\s$/.test(one.text) && !/^\s/.test(other.text);
  return /[\p{L}\p{N}]$/u.test(one.text) && /^[\p{L}\p{N}]/u.test(other.text);
}
