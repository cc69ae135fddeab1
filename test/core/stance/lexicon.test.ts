import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/core/language/analysis.ts';
import { inflect } from '../../../src/core/stance/form.ts';
import { type Entry, judgements, nouns, partisans, reversed, stands, verbs } from '../../../src/core/stance/lexicon.ts';
import { readStances } from '../../../src/core/stance/sentence.ts';

/** The stances of a sentence as "polarity target", whoever holds them. */
function read(text: string): string[] {
  const { tokens, sentences } = analyse(text, [[0, text.length]]);
  return sentences.flatMap((sentence) =>
    readStances(tokens, sentence.first, sentence.last).map(({ polarity, towards }) => {
      const words = text.slice(tokens[towards[0]]?.start, tokens[towards[1] - 1]?.end);
      return `${polarity} ${words}`;
    }),
  );
}

function check(entry: Entry, forms: (word: string) => readonly string[]): void {
  for (const word of entry.words.split(' ')) {
    for (const form of forms(word)) {
      const sentence = entry.example.replace('~', form.replaceAll('_', ' ')).replaceAll(/[[\]]/gu, '');
      const found = read(sentence);
      const targets = [...entry.example.matchAll(/\[([^\]]*)\]/gu)].map((match) => match[1]);
      for (const target of targets) expect(found, sentence).toContain(`${entry.polarity} ${target}`);
      if (targets.length === 0) expect(found.length, sentence).toBeGreaterThan(0);
    }
  }
}

const finite = (word: string) => [inflect(word).third, inflect(word).past[0] ?? word];
const label = (entry: Entry) => `${entry.words.split(' ')[0]} (${entry.pattern})`;

describe('every entry shows what it says, in each of its words', () => {
  test.each(verbs.map((entry) => [label(entry), entry] as const))('verb %s', (_, entry) => {
    check(entry, entry.example.includes('will ~') ? (word) => [word] : finite);
  });
  test.each(reversed.map((entry) => [label(entry), entry] as const))('reversed %s', (_, entry) =>
    check(entry, entry.example.includes('was ~') ? (word) => [inflect(word).past[0] ?? word] : finite),
  );
  test.each(nouns.map((entry) => [label(entry), entry] as const))('noun %s', (_, entry) =>
    check(entry, (word) => [word]),
  );
  test.each(partisans.map((entry) => [label(entry), entry] as const))('partisan %s', (_, entry) =>
    check(entry, (word) => [word]),
  );
  test.each(stands.map((entry) => [label(entry), entry] as const))('stand %s', (_, entry) =>
    check(entry, (word) => [word]),
  );
  test.each(judgements.map((entry) => [label(entry), entry] as const))('judgement %s', (_, entry) =>
    check(entry, (word) => [word]),
  );
});
