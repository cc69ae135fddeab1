import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fingerprint, fingerprint } from '../../src/core/fingerprint.ts';

describe('a fingerprint', () => {
  it('is the same whether the texts come together or one by one, and another for any other list', () => {
    const lists = fc.array(fc.string(), { maxLength: 6 });
    fc.assert(
      fc.property(lists, lists, (texts, others) => {
        const key = new Fingerprint();
        for (const text of texts) key.add(text);
        expect(key.finish()).toBe(fingerprint(...texts));
        const isSame = JSON.stringify(texts) === JSON.stringify(others);
        expect(fingerprint(...texts) === fingerprint(...others)).toBe(isSame);
      }),
    );
    expect(fingerprint('ab', 'c')).not.toBe(fingerprint('a', 'bc'));
  });
});
