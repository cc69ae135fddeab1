import { describe, expect, it } from 'vitest';
import { complementsOf } from '../../../src/core/quotation/complements.ts';
import { findCues } from '../../../src/core/quotation/cues.ts';
import { framed } from './framed.ts';

/** What the cues of a sentence report, as printed, and where the tag stands to it. */
function reported(text: string) {
  const [sentence] = framed(text);
  const items = sentence?.items ?? [];
  return complementsOf(items, findCues(items)).flatMap((complement) =>
    complement === null
      ? []
      : [
          {
            order: complement.order,
            parts: complement.parts.map(([first, last]) => text.slice(items[first]?.start, items[last]?.end)),
          },
        ],
  );
}

describe('complementsOf', () => {
  it('takes the clause behind “that”, without it', () => {
    expect(reported('Mara Okell said that the harbour would close in June.')).toEqual([
      { order: 'before', parts: ['the harbour would close in June'] },
    ]);
  });
  it('takes a clause without “that”', () => {
    expect(reported('Mara Okell said the harbour would close.')).toEqual([
      { order: 'before', parts: ['the harbour would close'] },
    ]);
  });
  it('takes a clause before its tag', () => {
    expect(reported('The harbour will close in June, officials said.')).toEqual([
      { order: 'behind', parts: ['The harbour will close in June'] },
    ]);
  });
  it('takes a clause around its tag', () => {
    const [found] = reported('The harbour, officials said, will close in June.');
    expect(found?.order).toBe('inside');
    expect(found?.parts).toHaveLength(2);
  });
  it('takes nothing from a verb that reports no clause', () => {
    expect(reported('Mara Okell told reporters.')).toEqual([]);
  });
});
