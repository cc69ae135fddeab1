import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePart, encodeText } from '../../../src/core/volume/columns.ts';

describe('the bytes of a text', () => {
  it('give back any part of it to the letter, wherever they lie', () => {
    const letters = fc.constantFrom('quay ', 'harbour', 'ä', '“', '’', '𝄞', '\ufeff', '\n');
    const texts = fc.array(letters, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(120), fc.nat(120), fc.nat(7), (text, start, length, shift) => {
        const encoded = encodeText(text);
        const bytes = new Uint8Array(shift + encoded.length + 8).fill(0x78);
        bytes.set(encoded, shift);
        const own = bytes.subarray(shift, shift + encoded.length);
        expect(decodePart(own, start, start + length)).toBe(text.slice(start, start + length));
      }),
      { numRuns: 2_000 },
    );
  });
});
