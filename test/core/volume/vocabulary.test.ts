import { describe, expect, it } from 'vitest';
import { Numbering } from '../../../src/core/volume/numbering.ts';
import { Vocabulary } from '../../../src/core/volume/vocabulary.ts';
import { textsOf } from './texts.ts';

function learn(terms: Numbering, vocabulary: Vocabulary, stems: readonly string[]): void {
  const numbering = terms.all(textsOf(stems));
  while (numbering.next().done !== true);
  for (const _ of vocabulary.learn());
}

describe('a vocabulary', () => {
  it('finds stems by their beginning and in spite of errors, whether or not they were put in order before', () => {
    for (const puts of [0, 1, 2]) {
      const terms = new Numbering();
      const vocabulary = new Vocabulary(terms);
      learn(terms, vocabulary, ['treati', 'the', 'treasur', 'harbour']);
      if (puts > 0) for (const _ of vocabulary.order());
      expect([...vocabulary.from('tre')].sort()).toEqual(['treasur', 'treati']);
      learn(terms, vocabulary, ['tread', 'harbour', 'garden']);
      if (puts > 1) for (const _ of vocabulary.order());
      expect([...vocabulary.from('tre')].sort()).toEqual(['tread', 'treasur', 'treati']);
      expect([...vocabulary.near('gardem', 2)]).toEqual([['garden', 1]]);
      expect([...vocabulary.from('the')]).toEqual([]);
    }
  });

  it('can be asked while it is being put in order', () => {
    const terms = new Numbering();
    const vocabulary = new Vocabulary(terms);
    const stems = Array.from({ length: 2_000 }, (_, at) => `stem${at}`);
    learn(terms, vocabulary, stems);
    const order = vocabulary.order();
    order.next();
    expect([...vocabulary.from('stem')].sort()).toEqual([...stems].sort());
    for (const _ of order);
    expect([...vocabulary.from('stem')]).toHaveLength(stems.length);
  });
});
