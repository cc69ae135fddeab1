import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/language/analysis.ts';
import { readLayout } from '../../../src/core/layout.ts';
import { findStatements } from '../../../src/core/quotation/extraction.ts';

const text = readFileSync(
  new URL('../../../seeds/irna-iran-russia-oppose-foreign-intervention-in-venezuela.txt', import.meta.url),
  'utf8',
);
const layout = readLayout(text);
const statements = findStatements(
  analyse(text, [...(layout.headline ? [layout.headline] : []), ...layout.paragraphs]),
  layout,
);
const words = statements.map(({ content }) => content.map(([start, end]) => text.slice(start, end)).join(' […] '));

describe('the seed article', () => {
  it('has every quotation whole, apostrophes and all', () => {
    expect(words.filter((_, index) => statements[index]?.kind === 'direct')).toEqual([
      expect.stringMatching(/^We oppose unilateral measures .* Venezuelan government,$/),
      expect.stringMatching(/^Russia and Iran are two .* sovereignty of states\.$/),
      expect.stringMatching(/^We believe that opponents .* countries’ internal affairs .* unacceptable\.$/),
    ]);
    expect(
      words.some(
        (said) => said.includes('‘we try to defend principles of the UN charter') && said.endsWith('cooperation.’'),
      ),
    ).toBe(true);
  });

  it('has one speaker throughout, named only later', () => {
    expect(new Set(statements.map(({ speaker }) => speaker?.alias ?? speaker?.name))).toEqual(new Set(['Baharvand']));
    const [first] = statements;
    expect(text.slice(...(first?.speaker?.mention ?? [0, 0]))).toBe(
      'Director General of the America Department at Iranian Foreign Ministry',
    );
    expect(first?.speaker?.name).toBe('Director General of the America Department at Iranian Foreign Ministry');
    expect(first?.speaker?.resolved).toEqual({ by: 'later name', name: 'Baharvand' });
    const plain = statements.find(({ speaker }) => speaker?.resolved === undefined);
    expect(first?.speaker?.confidence).toBeLessThan(plain?.speaker?.confidence ?? 0);
  });

  it('has the reported speech', () => {
    const reported = words.filter((_, index) => statements[index]?.kind === 'indirect');
    expect(reported).toEqual([
      expect.stringMatching(/^Iran and Russia believe that/),
      expect.stringMatching(/^Iran welcomes proposal of the legal government/),
      expect.stringMatching(/^Venezuelan government has offered a proposal/),
      expect.stringMatching(/^Iran and Russia try to take joint political stances/),
    ]);
  });
});
