import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerType, stemsOf, typedWords } from '../../../src/core/search/answer-type.ts';
import { readQuestion } from '../../../src/core/search/question-reading.ts';

describe('reading a question', () => {
  test.each([
    ['Who said the tide decides?', { kind: 'who said', words: 'the tide decides' }],
    ['Who said that "the tide decides"?', { kind: 'who said', words: 'the tide decides' }],
    ['who has called the plan a gift to fishermen', { kind: 'who said', words: 'the plan a gift to fishermen' }],
    [
      'What did Mara Okell say about the dredging?',
      { kind: 'what said', speaker: 'Mara Okell', about: 'the dredging' },
    ],
    ['What did the mayor tell reporters about tolls?', { kind: 'what said', speaker: 'the mayor', about: 'tolls' }],
    ['What has Okell said?', { kind: 'what said', speaker: 'Okell', about: null }],
    ['How did the union react to the letter?', { kind: 'what said', speaker: 'the union', about: 'the letter' }],
    ['What has been said about the charter?', { kind: 'what said', speaker: null, about: 'the charter' }],
    [
      'Does Velmouth support the dredging?',
      { kind: 'position', holder: 'Velmouth', polarity: 'supports', about: 'the dredging' },
    ],
    [
      'Is the mayor against the tolls?',
      { kind: 'position', holder: 'the mayor', polarity: 'opposes', about: 'the tolls' },
    ],
    [
      'Is the dredging opposed by the mayor?',
      { kind: 'position', holder: 'the mayor', polarity: 'opposes', about: 'the dredging' },
    ],
    ['Who opposes the dredging?', { kind: 'position', holder: null, polarity: 'opposes', about: 'the dredging' }],
    [
      'What is Velmouth’s position on the tolls?',
      { kind: 'position', holder: 'Velmouth', polarity: null, about: 'the tolls' },
    ],
    [
      'What does Okell think about the strike?',
      { kind: 'position', holder: 'Okell', polarity: null, about: 'the strike' },
    ],
    ['What do you think about the strike?', { kind: 'opinion' }],
    ['When was the charter signed?', { kind: 'passages' }],
    ['', { kind: 'passages' }],
    ['?', { kind: 'passages' }],
  ])('%s', (question, reading) => {
    expect(readQuestion(question)).toEqual(reading);
  });

  test('never throws and is quick', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readQuestion(text).kind.length > 0));
    for (const text of ['who '.repeat(30_000), 'does a support '.repeat(8_000), 'what do you '.repeat(9_000)]) {
      readQuestion(text);
      readQuestion(text.slice(0, 400));
    }
  });
});

describe('the kind of answer', () => {
  const text =
    'On 4 March 2021 Íñigo Zárate of the Port of Velmouth said it had spent 12 million crowns, forty per cent of it in Sallow Bay, since May 2019. Five of 1,200 crews may leave.';
  const marked = (question: string) => {
    const type = answerType(question);
    return type === null
      ? null
      : typedWords(text, [0, text.length], type, stemsOf(question)).map(([start, end]) => text.slice(start, end));
  };

  test('marks dates, names, places and numbers with their units', () => {
    expect(marked('When did they spend it?')).toEqual(['4 March 2021', 'May 2019']);
    expect(marked('Who spent it?')).toEqual(['Íñigo Zárate', 'Port of Velmouth', 'Sallow Bay']);
    expect(marked('Where was it spent?')).toEqual(['Port of Velmouth', 'Sallow Bay']);
    expect(marked('How many crews may leave?')).toEqual(['12 million crowns', 'forty per cent', 'Five', '1,200 crews']);
    expect(marked('How much did it cost?')).toContain('12 million crowns');
    expect(marked('Why?')).toBeNull();
  });

  test('no mark crosses the end of a sentence', () => {
    const two = 'The crews came to Arlow. Tarn held them until March. 12 boats of J. R. Quill followed Dr. Venn.';
    const marks = (type: 'who' | 'when') =>
      typedWords(two, [0, two.length], type, new Set()).map(([start, end]) => two.slice(start, end));
    expect(marks('who')).toEqual(['Arlow', 'J. R. Quill', 'Dr. Venn']);
    expect(marks('when')).toEqual(['March']);
  });

  test('leaves out what the question itself says', () => {
    expect(marked('What did Íñigo Zárate spend, and who else?')).toEqual(['Port of Velmouth', 'Sallow Bay']);
  });

  test('marks stand in order inside the range, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('who', 'when', 'where', 'how many', 'how much'),
        (any, type) => {
          const mixed = `In 2020 ${any} Mara Okell ${any} 5 km`;
          for (const [start, end] of typedWords(mixed, [0, mixed.length], type as 'who', new Set())) {
            expect(mixed.slice(start, end).trim()).not.toBe('');
          }
        },
      ),
    );
  });
});
