import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePart, encodeText, readColumns, writeColumns } from '../../../src/core/volume/columns.ts';

const edges = [0, 1, 0xff, 0x100, 0xffff, 0x10000, 0x7fffffff, 0xffffffff];

describe('columns', () => {
  it('give back the numbers they were made of, however many bytes each is kept in', () => {
    const numbers = fc.array(fc.oneof(fc.constantFrom(...edges), fc.nat(0x300), fc.nat(0x20000)));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), numbers), fc.array(fc.double()), (named, reals) => {
        const lists = Object.entries(named).map(([name, list]) => [`n${name}`, Uint32Array.from(list)] as const);
        const bytes = writeColumns({
          json: { kept: 'as it is' },
          lists: { ...Object.fromEntries(lists), reals: Float64Array.from(reals) },
        });
        const read = readColumns(bytes);
        expect(read.json).toEqual({ kept: 'as it is' });
        expect(Array.from(read.lists.reals ?? [])).toEqual(reals);
        for (const [name, list] of lists) expect(Array.from(read.lists[name] ?? [])).toEqual(Array.from(list));
      }),
    );
  });

  it('keep small numbers in few bytes', () => {
    const bytesOf = (largest: number) => {
      const list = new Uint32Array(10_000).fill(largest);
      return writeColumns({ json: null, lists: { list } }).length;
    };
    expect(bytesOf(0xff)).toBeLessThan(11_000);
    expect(bytesOf(0xffff)).toBeLessThan(21_000);
    expect(bytesOf(0x10000)).toBeGreaterThan(40_000);
  });

  it('refuse bytes of another layout, and those that are cut off', () => {
    const bytes = writeColumns({ json: null, lists: { list: Uint32Array.of(1, 2, 3) } });
    expect(() => readColumns(bytes.subarray(0, bytes.length - 8))).toThrow('cut off');
    const other = new Uint8Array(bytes);
    other[5] = 1;
    expect(() => readColumns(other)).toThrow('not columns');
  });
});

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
