import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costs, escapeMarkdown, type Marks, mark, quote, unescapeMarkdown } from '../../src/discord/markdown.ts';
import { read, readText } from './discord-reader.ts';
import { hostileText } from './hostile.ts';

const ranges = fc.array(fc.tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: -3, max: 60 })), { maxLength: 5 });
const anyMarks: fc.Arbitrary<Marks> = fc.oneof(
  fc.record({ bold: ranges, struck: ranges }, { requiredKeys: [] }),
  fc.record({ bold: ranges, sought: ranges }, { requiredKeys: [] }),
);

describe('escaping', () => {
  it.each([
    ['**bold** and __under__', '\\*\\*bold\\*\\* and \\_\\_under\\_\\_'],
    ['# heading', '\\# heading'],
    ['C# and a - b', 'C# and a - b'],
    ['-# small print', '\\-\\# small print'],
    ['  - item', '  \\- item'],
    ['1991. The year', '1991\\. The year'],
    ['> quoted', '\\> quoted'],
    ['https://a.example/b_c', 'https\\://a.example/b\\_c'],
    ['at 10:30: yes', 'at 10\\:30: yes'],
    ['<@123> @everyone', '\\<\\@123> \\@everyone'],
    ['[click](https://a.example)', '\\[click\\](https\\://a.example)'],
    ['a\\*b', 'a\\\\\\*b'],
    ['countries’ right, he said: ‘no’', 'countries’ right, he said: ‘no’'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('can be undone, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string()), (text) => unescapeMarkdown(escapeMarkdown(text)) === text),
    );
  });

  it('shows exactly what was printed, whatever that is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readText(escapeMarkdown(text))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the reader that this is tested with', () => {
  it.each([
    '# a',
    '-# a',
    '> a',
    '- a',
    '1. a',
    '*a*',
    '`a`',
    '||a||',
    '~~a~',
    'http://a',
    '<@1>',
    '@here',
    '</a:1>',
    ':a:',
  ])('sees markup in %j', (text) => {
    expect(() => read(text)).toThrow('Discord would see');
  });
});

describe('marking', () => {
  it('sets words in bold, around escapes and never in one', () => {
    expect(mark('a *bc* d', { bold: [[2, 6]] })).toBe('a **\\*bc\\*** d');
  });

  it('joins ranges that touch, stops at line ends, leaves blanks out', () => {
    expect(
      mark('one two\nthree', {
        bold: [
          [0, 3],
          [3, 9],
        ],
      }),
    ).toBe('**one two**\n**t**hree');
    expect(mark('one two', { bold: [[3, 4]] })).toBe('one two');
  });

  it('takes ranges outside the text and of halves of characters', () => {
    expect(
      mark('a😀b', {
        bold: [
          [-5, 2],
          [9, 12],
        ],
      }),
    ).toBe('**a**😀b');
    expect(mark('a😀b', { bold: [[1, 3]] })).toBe('a**😀**b');
  });

  it('tells what is struck, added and sought apart, one mark never in another of its kind', () => {
    expect(mark('we will not go', { struck: [[3, 7]], bold: [[8, 11]] })).toBe('we ~~will~~ **not** go');
    expect(mark('in 1987 it fell', { sought: [[3, 7]], bold: [[0, 10]] })).toBe('**in** __**1987**__ **it** fell');
  });

  it('leaves no tilde at the end of what is struck, where Discord would take it for the end', () => {
    expect(mark('a~ b', { struck: [[0, 2]] })).toBe('~~a~~\\~ b');
    expect(mark('~', { struck: [[0, 1]] })).toBe('\\~');
  });

  it('never changes the text, and marks nothing beyond the ranges', () => {
    fc.assert(
      fc.property(hostileText, anyMarks, (text, wanted) => {
        const seen = read(mark(text, wanted));
        expect(seen.map((run) => run.text).join('')).toBe(text);
        let at = 0;
        for (const run of seen) {
          for (let offset = at; offset < at + run.text.length; offset += 1) {
            const within = (ranges: readonly (readonly [number, number])[] = []) =>
              ranges.some(([start, end]) => start <= offset && offset < end);
            if (run.struck) expect(within(wanted.struck)).toBe(true);
            if (run.underlined) expect(within(wanted.sought)).toBe(true);
            if (run.bold) expect(within(wanted.bold) || within(wanted.sought)).toBe(true);
          }
          at += run.text.length;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('quoting', () => {
  it('puts every line behind a bar', () => {
    expect(quote('one\r\ntwo\n\nthree')).toBe('> one\n> two\n> \n> three');
  });
});

describe('what showing costs', () => {
  it('is never less than what is shown', () => {
    fc.assert(
      fc.property(hostileText, anyMarks, fc.nat(60), (text, wanted, upTo) => {
        const at = Math.min(upTo, text.length);
        // Nothing is cut inside a character.
        const end = /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, at - 1))) && at > 0 ? at - 1 : at;
        expect(costs(text, wanted)(end)).toBeGreaterThanOrEqual(quote(mark(text.slice(0, end), wanted)).length);
      }),
      { numRuns: 2_000 },
    );
  });
});
