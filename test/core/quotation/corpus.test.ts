import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateQuotations } from '../../../src/terminal/evaluate-quotations.ts';
import { parseQuotations } from '../../../src/terminal/quotation-records.ts';

/** 140 invented articles and excerpts in many outlets' styles. The rules' author reads the one half and never the other. */
const half = (name: string) =>
  parseQuotations(readFileSync(new URL(`./corpus/${name}.txt`, import.meta.url), 'utf8'), name);

describe.each([
  ['read', 0.96, 0.97, 0.05],
  ['unread', 0.91, 0.95, 0.05],
])('the %s half', (name, attributed, quotations, wrong) => {
  const evaluation = evaluateQuotations(half(name));

  it('holds what was reached', () => {
    expect(evaluation.exceptions).toBe(0);
    expect(evaluation.attributed.f1).toBeGreaterThan(attributed);
    expect(evaluation.quotationOrNot.f1).toBeGreaterThan(quotations);
  });

  it('has few wrong speakers among those it is sure of', () => {
    for (const row of evaluation.coverage) if (row.confidence >= 0.8) expect(row.wrong).toBeLessThan(wrong);
  });
});

describe('parseQuotations', () => {
  it('reads the markup into offsets', () => {
    const [record] = parseQuotations(
      '# one\nQ1: direct | speaker=S1 | name=Mara Okell | cue=C1\nN1: no quotation\n---\n“⟦Q1:It floats,⟧” ⟦C1:said⟧ ⟦S1:Okell⟧ of “⟦N1:Patience⟧”.\n',
      'corpus',
    );
    expect(record?.text).toBe('“It floats,” said Okell of “Patience”.');
    const quote = record?.quotes[0];
    expect(record?.text.slice(...(quote?.content ?? [0, 0]))).toBe('It floats,');
    expect(record?.text.slice(...(quote?.speaker ?? [0, 0]))).toBe('Okell');
    expect(record?.segments.map(({ quote }) => quote)).toEqual([0, null]);
  });
});
