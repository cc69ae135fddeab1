import { encodeText } from '../../../src/core/volume/columns.ts';
import type { Texts } from '../../../src/core/volume/numbering.ts';

/** Strings as a volume keeps them. */
export function textsOf(strings: readonly string[]): Texts {
  const ends: number[] = [];
  for (const string of strings) ends.push((ends.at(-1) ?? 0) + encodeText(string).length);
  return { bytes: encodeText(strings.join('')), ends: Uint32Array.from(ends) };
}
