import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/language/analysis.ts';
import { genderOfGivenName } from '../../../src/core/language/given-names.ts';
import {
  isTimePhrase,
  phraseEndingAt,
  phraseStartingAt,
  wholePhraseEndingAt,
} from '../../../src/core/language/phrase.ts';

function wordsOf(text: string) {
  const { tokens } = analyse(text, [[0, text.length]]);
  return {
    tokens,
    show: (phrase: { first: number; last: number } | null) =>
      phrase === null ? null : text.slice(tokens[phrase.first]?.start, tokens[phrase.last]?.end),
  };
}

describe('phraseStartingAt', () => {
  it.each([
    ['Mara Okell of Velmouth sailed', 'Mara Okell of Velmouth'],
    ['the mayor of the old town sailed', 'the mayor of the old town'],
    ['a person familiar with the matter sailed', 'a person familiar with the matter'],
    ['Okell in an interview with reporters', 'Okell'],
    ['she sailed', 'she'],
    ['Senator Joan Perth (D-Norland) sailed', 'Senator Joan Perth (D-Norland)'],
  ])('%s', (text, expected) => {
    const { tokens, show } = wordsOf(text);
    expect(show(phraseStartingAt(tokens, 0))).toBe(expected);
  });
});

describe('phraseEndingAt', () => {
  it.each([
    ['In May the old harbour master', 'the old harbour master'],
    ['In a letter Mara Okell', 'Mara Okell'],
    ['Then Velmouth’s mayor', 'Velmouth’s mayor'],
    ['On Monday Okell', 'Okell'],
  ])('%s', (text, expected) => {
    const { tokens, show } = wordsOf(text);
    expect(show(phraseEndingAt(tokens, tokens.length - 1))).toBe(expected);
  });

  it('takes what hangs on it by prepositions', () => {
    const { tokens, show } = wordsOf('a spokesman for the mayor of Velmouth');
    expect(show(wholePhraseEndingAt(tokens, tokens.length - 1))).toBe('a spokesman for the mayor of Velmouth');
    const letter = wordsOf('A letter seen by the Courier');
    expect(letter.show(wholePhraseEndingAt(letter.tokens, letter.tokens.length - 1))).toBe(
      'A letter seen by the Courier',
    );
  });

  it('knows a phrase that only says when', () => {
    const { tokens } = wordsOf('late Monday');
    const phrase = phraseEndingAt(tokens, 1);
    expect(phrase !== null && isTimePhrase(tokens, phrase)).toBe(true);
  });
});

describe('genderOfGivenName', () => {
  it.each([
    ['Mara', 'female'],
    ['Tom', 'male'],
    ['Kim', 'either'],
    ['Hélène', 'female'],
    ['Okell', null],
  ])('%s: %s', (name, gender) => expect(genderOfGivenName(name)).toBe(gender));
});
