import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLateness, createMemory } from '../../src/discord/arrival.ts';

const minute = 60_000;
const made = 1_700_000_000_000;

/** A world with a clock of ours and Discord's, each as a test sets them. */
function world() {
  let time = 0;
  let discord = made;
  const isLate = createLateness(() => time);
  return {
    pass: (milliseconds: number) => {
      time += milliseconds;
      discord += milliseconds;
    },
    /** Discord's clock is set. */
    set: (milliseconds: number) => {
      discord += milliseconds;
    },
    /** Whether an interaction that took so long to reach us counts as late. */
    arrives: (after = 0) => isLate(String(BigInt(discord - after - 1_420_070_400_000) << 22n)),
  };
}

describe('an interaction that reaches us late', () => {
  it('is told by the one that reached us soonest, whatever the clocks say', () => {
    const { pass, arrives } = world();
    expect(arrives(100)).toBe(false);
    pass(500);
    expect(arrives(2_400)).toBe(false);
    expect(arrives(2_700)).toBe(true);
    expect(arrives(200)).toBe(false);
  });

  it('is not told when nothing is known yet', () => {
    const { arrives } = world();
    expect(arrives(60_000)).toBe(false);
    expect(arrives(59_000)).toBe(false);
    expect(arrives(0)).toBe(false);
    expect(arrives(3_000)).toBe(true);
  });

  it('is told in a whole rush of them, such as after a lost connection', () => {
    const { pass, arrives } = world();
    arrives();
    pass(minute);
    for (let age = 50_000; age > 2_500; age -= 1_000) expect(arrives(age)).toBe(true);
    expect(arrives(1_000)).toBe(false);
  });

  it('is answered again soon after Discord’s clock was set back', () => {
    const { pass, set, arrives } = world();
    arrives();
    set(-60_000);
    pass(1_000);
    expect(arrives()).toBe(true);
    pass(11_000);
    expect(arrives()).toBe(false);
    pass(minute);
    expect(arrives()).toBe(false);
    expect(arrives(3_000)).toBe(true);
  });

  it('is known at once after Discord’s clock was set forward', () => {
    const { set, arrives } = world();
    arrives();
    set(60_000);
    expect(arrives()).toBe(false);
    expect(arrives(3_000)).toBe(true);
  });

  it('is not taken for one because the clocks drift apart', () => {
    const { pass, set, arrives } = world();
    let late = 0;
    for (let hour = 0; hour < 100; hour += 1) {
      for (let quarter = 0; quarter < 4; quarter += 1) {
        pass(15 * minute);
        // A hundredth of a percent.
        set(-90);
        if (arrives()) late += 1;
      }
    }
    expect(late).toBe(0);
  });

  it('is never one whose id says nothing', () => {
    const isLate = createLateness(() => 0);
    for (const id of ['', '1', 'x'.repeat(18), '9'.repeat(40), '-1234567890123456789']) expect(isLate(id)).toBe(false);
  });
});

describe('an interaction delivered again', () => {
  it('is known, and the memory for it bounded', () => {
    const isKnown = createMemory();
    for (let id = 0; id < 20_000; id += 1) expect(isKnown(String(id))).toBe(false);
    for (let id = 15_000; id < 20_000; id += 1) expect(isKnown(String(id))).toBe(true);
    expect(isKnown('0')).toBe(false);
  });

  it('is known whatever came between', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 50 }), (ids) => {
        const isKnown = createMemory();
        for (const id of new Set(ids)) expect(isKnown(id)).toBe(false);
        for (const id of ids) expect(isKnown(id)).toBe(true);
      }),
    );
  });
});
