import { describe, expect, it } from 'vitest';
import { findCues } from '../../../src/core/quotation/cues.ts';
import { framed } from './framed.ts';

/** The cues of a sentence: lemma, and its subject as printed. */
function cuesIn(text: string) {
  const [sentence] = framed(text);
  const items = sentence?.items ?? [];
  return findCues(items).map(({ lemma, subject, inverted, negated }) => ({
    lemma,
    subject: subject === null ? null : text.slice(items[subject.first]?.start, items[subject.last]?.end),
    inverted,
    negated,
  }));
}

describe('findCues', () => {
  it('finds the verb and its subject before it', () => {
    expect(cuesIn('Mara Okell said the harbour would close.')).toEqual([
      { lemma: 'say', subject: 'Mara Okell', inverted: false, negated: false },
    ]);
  });
  it('finds a subject behind its verb', () => {
    expect(cuesIn('“We stay,” said Mara Okell.')).toEqual([
      { lemma: 'say', subject: 'Mara Okell', inverted: true, negated: false },
    ]);
  });
  it('looks over what stands between subject and verb', () => {
    expect(cuesIn('Okell, who replaced Dray last year, said the harbour would close.')).toContainEqual(
      expect.objectContaining({ lemma: 'say', subject: 'Okell' }),
    );
  });
  it('tells a denial', () => {
    expect(cuesIn('Mara Okell did not say the harbour would close.')).toContainEqual(
      expect.objectContaining({ lemma: 'say', negated: true }),
    );
  });
  it('takes “according to” with whom it names', () => {
    expect(cuesIn('The harbour will close, according to the council.')).toContainEqual(
      expect.objectContaining({ subject: 'the council' }),
    );
  });
  it('finds none in a sentence that attributes nothing', () => {
    expect(cuesIn('The harbour closed in June.')).toEqual([]);
  });
});
