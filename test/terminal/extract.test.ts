import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract, extractLine } from '../../src/terminal/extract.ts';

describe('extractLine', () => {
  it('answers a record with its statements', () => {
    const answer = JSON.parse(extractLine('{"id":7,"text":"“We sail,” said Mara Okell."}'));
    expect(answer).toEqual({
      id: 7,
      statements: [
        {
          content: [[1, 9]],
          kind: 'direct',
          speaker: [16, 26],
          speakerName: 'Mara Okell',
          confidence: expect.any(Number),
          cue: [11, 15],
          within: null,
        },
      ],
      stances: [],
    });
  });

  it.each(['', 'junk', '[]', 'null', '7', '{"id":1}', '{"id":1,"text":7}', '{"text":'])(
    'answers %j with an error',
    (line) => {
      const answer = JSON.parse(extractLine(line));
      expect(answer.id).toBeNull();
      expect(answer.error).toEqual(expect.any(String));
    },
  );

  it('never throws, and every range lies in the text', () => {
    const word = fc.constantFrom(
      'said',
      'Mara',
      'Okell',
      '"',
      '“',
      '”',
      '‘',
      '’',
      "'",
      ',',
      '.',
      ':',
      '\n',
      '\n\n',
      '—',
      'the',
      'mayor',
      'he',
      'who',
      'that',
      'according',
      'to',
      '(',
      ')',
      'Q:',
      'A:',
      '«',
      '»',
      '„',
      '<b>',
      'told',
      'called',
      '😀',
      'of',
      'and',
      '2019',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ maxLength: 5 })), { maxLength: 60 }),
        fc.constantFrom(' ', ''),
        (words, glue) => {
          const text = words.join(glue);
          const { statements } = extract(text);
          for (const [index, { content, speaker, cue, kind, confidence, within }] of statements.entries()) {
            for (const [start, end] of [...content, ...(speaker ? [speaker] : []), ...(cue ? [cue] : [])]) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeGreaterThanOrEqual(start);
              expect(end).toBeLessThanOrEqual(text.length);
            }
            expect(kind).not.toBe('own');
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
            if (within !== null) expect(within).toBeLessThan(statements.length);
            expect(within).not.toBe(index);
          }
          const starts = statements.map(({ content }) => content[0]?.[0] ?? 0);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
        },
      ),
      { numRuns: 400 },
    );
  });
});
