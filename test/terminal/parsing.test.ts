import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usage } from '../../src/discord/command.ts';
import { formatLine, parseLine } from '../../src/terminal/parsing.ts';
import { english } from '../../src/wording/wording.ts';
import { commands, quote, sort, stance } from './example-commands.ts';

/** The arguments of a line, or the sentence that refuses it. */
function read(line: string): unknown {
  const parsed = parseLine(line, commands, english);
  return parsed.ok ? parsed.args : parsed.message;
}

describe('options by position', () => {
  it.each([
    ['/quote un charter', { text: 'un charter' }],
    ['quote un charter', { text: 'un charter' }],
    ['  /quote   un  charter  ', { text: 'un  charter' }],
    ['/QUOTE un', { text: 'un' }],
    ['/quote "exact phrase"', { text: '"exact phrase"' }],
    ['/quote the "exact phrase" and more', { text: 'the "exact phrase" and more' }],
    ['/quote a 5" pipe', { text: 'a 5" pipe' }],
    ['/quote "open', { text: '"open' }],
    ['/quote back\\slash "\\"', { text: 'back\\slash "\\"' }],
    ['/stance iran venezuela', { actor: 'iran', about: 'venezuela' }],
    ['/stance iran united states', { actor: 'iran', about: 'united states' }],
    ['/stance "united states" iran', { actor: 'united states', about: 'iran' }],
    ['/stance iran "united states"', { actor: 'iran', about: '"united states"' }],
    ['/stance "a"b c', { actor: '"a"b', about: 'c' }],
    ['/quote', {}],
    ['/sort ab', { first: 'ab' }],
    ['/sort ab cd', { first: 'ab', second: 'cd' }],
    ['/sort ab cd ef gh', { first: 'ab', second: 'cd', third: 'ef gh' }],
    ['/quote un\r', { text: 'un' }],
  ])('%s', (line, args) => {
    expect(read(line)).toEqual(args);
  });
});

describe('options by name', () => {
  it.each([
    ['/quote text:"un charter" speaker:baharvand', { text: 'un charter', speaker: 'baharvand' }],
    ['/quote speaker:iran', { speaker: 'iran' }],
    ['/quote speaker:iran un charter', { speaker: 'iran', text: 'un charter' }],
    ['/quote un charter speaker:iran', { speaker: 'iran', text: 'un charter' }],
    ['/quote un speaker:iran charter', { speaker: 'iran', text: 'un charter' }],
    ['/quote he said: no', { text: 'he said: no' }],
    ['/quote about:iran', { text: 'about:iran' }],
    ['/quote "exact phrase" speaker:iran', { text: '"exact phrase"', speaker: 'iran' }],
    ['/quote "he said speaker:x aloud"', { text: '"he said speaker:x aloud"' }],
    ['/quote he"speaker:x', { text: 'he"speaker:x' }],
    ['/quote speaker:o"brien', { speaker: 'o"brien' }],
    ['/quote text:a:b', { text: 'a:b' }],
    [String.raw`/quote text:"a \"b\" \\ \c"`, { text: String.raw`a "b" \ \c` }],
    ['/stance about:venezuela iran', { actor: 'iran', about: 'venezuela' }],
    ['/stance actor:iran venezuela now', { actor: 'iran', about: 'venezuela now' }],
    ['/stance "united states" about:iran', { actor: 'united states', about: 'iran' }],
    ['/stance united states about:iran', { actor: 'united states', about: 'iran' }],
    ['/stance iran private:yes venezuela', { actor: 'iran', about: 'venezuela', private: true }],
    [
      '/sort ab private:FALSE count:-3 kind:"word for word"',
      { first: 'ab', private: false, count: -3, kind: 'direct' },
    ],
    ['/sort ab kind:indirect', { first: 'ab', kind: 'indirect' }],
  ])('%s', (line, args) => {
    expect(read(line)).toEqual(args);
  });
});

describe('what is malformed', () => {
  it.each([
    ['', 'Type a command: /stance, /quote, /sort, /help.'],
    [' \t', 'Type a command: /stance, /quote, /sort, /help.'],
    ['/', 'Type a command: /stance, /quote, /sort, /help.'],
    ['/qoute un', 'There is no command “/qoute”. The nearest is /quote.'],
    ['stanec', 'There is no command “/stanec”. The nearest is /stance.'],
    ['/stance', '/stance needs “actor” and “about”. Usage: /stance actor about [private]'],
    ['/stance iran', '/stance needs “about”. Usage: /stance actor about [private]'],
    [
      '/stance "iran venezuela',
      'The double quote that begins “actor” has no second one. Usage: /stance actor about [private]',
    ],
    ['/quote speaker: iran', /^“speaker:” needs its value right after the colon/],
    ['/quote speaker:"iran', /^The double quote that begins “speaker” has no second one\./],
    ['/quote speaker:"iran"x', /^After the closing quote of “speaker” there must be a blank/],
    ['/quote speaker:a speaker:b', /^“speaker” is given twice\./],
    ['/quote text:a b', /^“b” has no place, because “text” is given already\./],
    ['/quote text:""', /^“text” is empty\./],
    ['/help me', /^\/help takes no words of its own, so “me” has no place\./],
    ['/quote private:maybe', /^“private” is true or false, not “maybe”\./],
    ['/sort a', /^“first” is shorter than 2 characters\./],
    ['/sort ab count:1.5', /^“count” is a whole number, not “1\.5”\./],
    ['/sort ab count:9999999999999999', /^“count” is a whole number/],
    ['/sort ab kind:own', /^“kind” is one of direct, indirect, not “own”\./],
    [`/quote ${'a'.repeat(101)}`, /^“text” is longer than 100 characters\./],
    [`/quote ${'a'.repeat(100_000)}`, /^“text” is longer than 100 characters\./],
    [`/sort ${'a'.repeat(6001)}`, /^“first” is longer than 6,000 characters\./],
  ])('%s', (line, message) => {
    expect(read(line)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('counts characters, not code units', () => {
    expect(read(`/quote ${'😀'.repeat(100)}`)).toEqual({ text: '😀'.repeat(100) });
  });

  it('keeps a sentence short whatever was typed', () => {
    for (const line of ['x', '"', '😀'].map((mark) => `/${mark.repeat(100_000)}`)) {
      expect(String(read(line)).length).toBeLessThan(200);
    }
  });
});

it('words the usage', () => {
  expect(commands.map(usage)).toEqual([
    '/stance actor about [private]',
    '/quote text [speaker] [private]',
    '/sort first second third [count] [kind] [private]',
    '/help [private]',
  ]);
});

describe('any line', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('/quote', '/stance', '/sort', 'text:', 'speaker:', 'actor:', '"', '\\', ' ', 'ab', '\t', ':'),
      )
      .map((parts) => parts.join('')),
  );

  it('never throws', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom('', '/quote ', '/stance ', '/sort '), (line, start) => {
        const parsed = parseLine(start + line, commands, english);
        expect(parsed.ok || parsed.message.length > 0).toBe(true);
      }),
    );
  });

  it('takes time in proportion to its length', () => {
    for (const mark of ['"', ' ', 'a:', 'text:"', '\\', '" ', 'a ']) {
      // Anything worse than linear would not be done before the test's time is up.
      parseLine(`/stance ${mark.repeat(200_000)}`, commands, english);
    }
  });
});

describe('writing a line', () => {
  it('prefers positions, as a person would', () => {
    expect(formatLine(stance, { actor: 'United States', about: 'UN Charter' })).toBe(
      '/stance "United States" UN Charter',
    );
    expect(formatLine(quote, { text: '"exact phrase"', private: true })).toBe('/quote "exact phrase" private:true');
    expect(formatLine(quote, { text: 'speaker:x' })).toBe('/quote text:speaker:x');
    expect(formatLine(sort, { first: 'ab', third: 'c d' })).toBe('/sort first:ab third:"c d"');
  });

  it('can be read back, whatever the arguments', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 2, maxLength: 12 }),
      fc
        .array(fc.constantFrom('"', '\\', ' ', 'text:', 'first:', 'a', '\n'), { minLength: 2, maxLength: 9 })
        .map((parts) => parts.join('')),
    );
    const sets = fc.record(
      {
        first: text,
        second: text,
        third: text,
        count: fc.maxSafeInteger(),
        kind: fc.constantFrom('direct', 'indirect'),
        private: fc.boolean(),
      },
      { requiredKeys: ['first'] },
    );
    fc.assert(
      fc.property(sets, (args) => {
        expect(parseLine(formatLine(sort, args), commands, english)).toEqual({ ok: true, command: sort, args });
      }),
      { numRuns: 500 },
    );
  });
});
