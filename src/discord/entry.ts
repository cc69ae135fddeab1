import type { Polarity } from '../core/stance/stance.ts';
import { type Side, titleOfSide } from '../presentation.ts';
import type { Wording } from '../wording/wording.ts';
import type { Action } from './paging.ts';

/** What entries belong together under: a title of its own, if any, and a colour. Told apart by identity. */
export interface Group {
  /** Markdown of ours, or empty. */
  readonly title: string;
  readonly colour: number;
}

/** A button below an entry: it leads to an address, or asks for something. */
export type EntryButton =
  | { readonly label: string; readonly url: string }
  | { readonly label: string; readonly action: Action };

/** A part of an answer that is shown whole: Markdown that fits a page, and what can be done with it. */
export interface Entry {
  readonly text: string;
  readonly group: Group;
  readonly buttons: readonly EntryButton[];
}

export const plain: Group = { title: '', colour: 0x5b6ee1 };

const sideColours = { supports: 0x2f9e62, opposes: 0xd1495b } as const satisfies Record<Polarity, number>;
export const signs = { supports: '➕', opposes: '➖' } as const satisfies Record<Polarity, string>;

/** The group of a side. The sign and the words tell it from the others; the colour only repeats it. */
export function groupOfSide(side: Side, wording: Wording): Group {
  return { title: `### ${signs[side.polarity]} ${titleOfSide(side, wording)}`, colour: sideColours[side.polarity] };
}
