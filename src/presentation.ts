import type { PassagesAnswer, VerdictAnswer } from './answer.ts';
import type { Passage, Position, Quotation } from './core/archive.ts';
import type { Range } from './core/range.ts';
import type { Polarity } from './core/stance/stance.ts';
import type { Wording } from './wording/wording.ts';

/** What both front ends say and show alike, whatever it looks like in each. */

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

/** Positions of one side that are on the subject itself, or of one that are on something else in an article about it. */
export interface Side {
  readonly polarity: Polarity;
  readonly distant: boolean;
  readonly positions: readonly Position[];
}

/** Positions by side, none of them empty: what is on the subject itself first. */
export function sidesOf(positions: readonly Position[]): Side[] {
  return [false, true].flatMap((distant) =>
    (['supports', 'opposes'] as const).flatMap((polarity): Side[] => {
      const side = positions.filter((one) => one.polarity === polarity && (one.distant ?? false) === distant);
      return side.length === 0 ? [] : [{ polarity, distant, positions: side }];
    }),
  );
}

/** What a side is called. */
export function titleOfSide({ polarity, distant }: Side, { position }: Wording): string {
  return distant ? `${position.sides[polarity]} · ${position.somethingElse}` : position.sides[polarity];
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
