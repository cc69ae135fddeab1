import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readColumns, writeColumns } from '../../../src/core/volume/columns.ts';

const edges = [0, 1, 0xff, 0x100, 0xffff, 0x10000, 0x7fffffff, 0xffffffff];

describe('columns', () => {
  test('give back the numbers they were made of, however many bytes each is kept in', () => {
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

  test('keep small numbers in few bytes', () => {
    const bytesOf = (largest: number) => {
      const list = new Uint32Array(10_000).fill(largest);
      return writeColumns({ json: null, lists: { list } }).length;
    };
    expect(bytesOf(0xff)).toBeLessThan(11_000);
    expect(bytesOf(0xffff)).toBeLessThan(21_000);
    expect(bytesOf(0x10000)).toBeGreaterThan(40_000);
  });

  test('refuse bytes of another layout, and those that are cut off', () => {
    const bytes = writeColumns({ json: null, lists: { list: Uint32Array.of(1, 2, 3) } });
    expect(() => readColumns(bytes.subarray(0, bytes.length - 8))).toThrow('cut off');
    const other = new Uint8Array(bytes);
    other[5] = 1;
    expect(() => readColumns(other)).toThrow('not columns');
  });
});
