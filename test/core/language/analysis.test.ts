import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/language/analysis.ts';

describe('analyse', () => {
  it('gives tokens their place in the text', () => {
    const text = 'Mara Okell didn’t sail.  “Why?” she asked.';
    const { tokens, sentences } = analyse(text, [[0, text.length]]);
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(tokens.map(({ text: word }) => word)).toContain('n’t');
    expect(sentences.length).toBeGreaterThan(1);
  });

  it('keeps to its blocks', () => {
    const text = 'One title\n\nOne sentence. Another one.';
    const { sentences } = analyse(text, [
      [0, 9],
      [11, text.length],
    ]);
    expect(sentences.map(({ block }) => block)).toEqual([0, 1, 1]);
  });

  it('spends no time on what is no prose', () => {
    for (const noise of ['"'.repeat(1_000_000), 'a'.repeat(1_000_000), '— '.repeat(500_000)]) {
      expect(analyse(noise, [[0, noise.length]]).tokens).toEqual([]);
    }
  });
});
