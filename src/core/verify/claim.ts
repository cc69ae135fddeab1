import type { Range } from '../range.ts';
import { readWordings, type Wording } from './wording.ts';

/** A run of claimed words, with what the claim has before it: nothing, a mark of omission, or words in square brackets. */
export interface ClaimPiece {
  readonly wordings: readonly Wording[];
  readonly before: 'start' | 'omission' | 'editor';
}

/** A quotation that somebody posts. Offsets are into `text`. */
export interface Claim {
  readonly text: string;
  /** Every wording, those in square brackets too, as if nothing were left out. */
  readonly wordings: readonly Wording[];
  /** The pieces between marks of omission and editor's brackets. */
  readonly pieces: readonly ClaimPiece[];
}

/** More of a claim is not read; no printed quotation is so long. In UTF-16 code units. */
export const longestClaim = 20_000;

const dots = '(?:…|\\.{3,}|\\.(?: \\.){2,})';
const joint = new RegExp(`\\[ ?${dots} ?\\]|\\( ?${dots} ?\\)|${dots}|\\[[^\\[\\]]{0,300}\\]`, 'gu');

/** Reads what is claimed to be a quotation. Never throws. */
export function readClaim(claimed: string): Claim {
  const text = claimed.slice(0, longestClaim);
  const pieces: ClaimPiece[] = [];
  let at = 0;
  let before: ClaimPiece['before'] = 'start';
  const close = (end: number) => {
    const wordings = readWordings(text, [[at, end] satisfies Range]);
    if (wordings.length === 0) return;
    pieces.push({ wordings, before: pieces.length === 0 ? 'start' : before });
    before = 'omission';
  };
  for (const { index, 0: mark } of text.matchAll(joint)) {
    close(index);
    at = index + mark.length;
    before = /^\[ ?[^ .…]/u.test(mark) ? 'editor' : 'omission';
  }
  close(text.length);
  return { text, wordings: readWordings(text, [[0, text.length]]), pieces };
}
