import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyse } from '../../../src/core/language/analysis.ts';
import type { Speaker, Statement } from '../../../src/core/quotation/statement.ts';
import type { Range } from '../../../src/core/range.ts';
import { findStances } from '../../../src/core/stance/find.ts';

const [file] = readdirSync('seeds');
const text = readFileSync(`seeds/${file}`, 'utf8');
const blocks: Range[] = [...text.matchAll(/[^\n]+/gu)].map((line) => [line.index, line.index + line[0].length]);
const analysis = analyse(text, blocks);
const baharvand: Speaker = { name: 'Director General of the America Department', mention: null, confidence: 0.9 };

/** The article's statements by hand: what stands between marks, what "he said" reports, and the rest as its own voice. */
function statementsByHand(): Statement[] {
  const said = { speaker: baharvand, cue: null, within: null };
  const direct = [...text.matchAll(/‘([^‘]*?[.,])’/gu)].map(
    (m): Statement => ({ ...said, kind: 'direct', content: [[m.index + 1, m.index + m[0].length - 1]] }),
  );
  const indirect = [
    ...text.matchAll(/(?<=He said |He added that |Baharvand said |He went on to say that )[^‘\n]*?\./gu),
  ].map((m): Statement => ({ ...said, kind: 'indirect', content: [[m.index, m.index + m[0].length]] }));
  const own = analysis.sentences.map(
    (s): Statement => ({ kind: 'own', content: [[s.start, s.end]], speaker: null, cue: null, within: null }),
  );
  return [...direct, ...indirect, ...own];
}

const statements = statementsByHand();
const found = findStances(analysis, statements);
const lines = found.map((stance) => `${stance.holderName} ${stance.polarity} ${text.slice(...stance.towards)}`);
const director = baharvand.name;

test.each([
  'Iran opposes foreign intervention in Venezuela',
  'Russia opposes foreign intervention in Venezuela',
  `${director} opposes unilateral measures`,
  `${director} opposes foreign intervention in internal affairs of Venezuela`,
  `${director} opposes intervention in internal affairs of countries`,
  `${director} opposes threat to use force against Venezuelan government`,
  'Iran supports government of Madoro',
  'Russia supports government of Madoro',
  'Iran supports constitution of the country',
  'Russia supports the UN charter',
  'Iran supports sovereignty of states',
  `${director} supports principles of the UN charter`,
  'Iran supports proposal of the legal government of Venezuela to start talks with the opposition to settle the problems caused in Caracas without foreign intervention',
  'Iran supports a proposal to its opposition',
  `${director} supports the proposal`,
  `${director} supports the UN charter`,
  'Iran opposes the US’ illegal measures',
  'Russia opposes the US’ illegal measures',
])('the seed shows: %s', (line) => {
  expect(lines).toContain(line);
});

test('nobody is against Venezuela itself', () => {
  for (const stance of found)
    expect(text.slice(...stance.towards)).not.toMatch(/^(?:the )?Venezuela(?:n government)?$/u);
});

test('every range stands in the text, and every content holds the words that show the stance', () => {
  for (const stance of found) {
    expect(statements[stance.statement]).toBeDefined();
    expect(stance.content[0]).toBeLessThan(stance.content[1]);
    expect(stance.towards[1]).toBeLessThanOrEqual(text.length);
  }
});
