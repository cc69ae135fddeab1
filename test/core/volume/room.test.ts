import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Room } from '../../../src/core/volume/room.ts';

const kinds = [Uint8Array, Uint16Array, Uint32Array, Float64Array] as const;

describe('room', () => {
  it('gives lists of zeros that share no byte, in its buffer as long as they fit', () => {
    const wish = fc.record({ Kind: fc.constantFrom(...kinds), length: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(wish), fc.nat(2_000), (wishes, bytes) => {
        const buffer = new ArrayBuffer(bytes);
        const room = new Room(buffer);
        const lists = wishes.map(({ Kind, length }) => room.list<InstanceType<(typeof kinds)[number]>>(Kind, length));
        for (const [at, list] of lists.entries()) {
          expect(list).toBeInstanceOf(wishes[at]?.Kind);
          expect(list).toHaveLength(wishes[at]?.length ?? 0);
          expect([...list]).toEqual([...list].fill(0));
          list.fill(at + 1);
        }
        for (const [at, list] of lists.entries()) expect([...list]).toEqual([...list].fill(at + 1));
        const outside = lists.findIndex((list) => list.buffer !== buffer);
        if (room.asked <= bytes) expect(outside).toBe(-1);
        expect(room.asked).toBeGreaterThanOrEqual(lists.reduce((sum, { byteLength }) => sum + byteLength, 0));
      }),
    );
  });

  it('gives lists of numbers that hold what they must, in no more bytes than that takes', () => {
    const room = new Room(new ArrayBuffer(64));
    for (const [below, bytes] of [
      [256, 1],
      [257, 2],
      [65_536, 2],
      [65_537, 4],
    ] as const) {
      const numbers = room.numbers(1, below);
      numbers[0] = below - 1;
      expect(numbers[0]).toBe(below - 1);
      expect(numbers.BYTES_PER_ELEMENT).toBe(bytes);
    }
  });
});
