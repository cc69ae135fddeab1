import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speaksFor } from '../../../src/core/actor/office.ts';
import { bareName, type NamedMention, Roster, readMention } from '../../../src/core/actor/roster.ts';

/** The roster of some mentions, made in one go. */
function rosterOf(mentions: readonly NamedMention[]): Roster {
  const steps = Roster.of(mentions.map(readMention));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const roster = rosterOf([
  { name: 'Mara Okell', role: 'Foreign Minister of Peru' },
  { name: 'Okell' },
  { name: 'President Tomas Brandt', role: 'president of the Harbour Guild' },
  { name: 'Lena Brandt' },
  { name: 'Brandt' },
  { name: 'Iran' },
  { name: 'the Iranian Foreign Ministry' },
  { name: 'a spokesman for the European Union' },
]);
const names = (typed: string) => roster.resolve(typed).map(({ name }) => name);

describe('Roster', () => {
  it('keeps a surname apart from the full names that end in it, and finds them all when it is typed', () => {
    expect(names('okell')).toEqual(['Mara Okell', 'Okell']);
    expect(names('mara okell')).toEqual(['Mara Okell']);
    expect(roster.answerable(readMention({ name: 'Okell' }))).toEqual(['name:okell']);
  });
  it('keeps two people of one surname apart, and a typed surname means both', () => {
    expect(roster.answerable(readMention({ name: 'Brandt' }))[0]).toBe('name:brandt');
    expect(names('brandt')).toEqual(['Tomas Brandt', 'Lena Brandt', 'Brandt']);
    expect(names('tomas brandt')).toEqual(['Tomas Brandt']);
  });
  it('takes every name of a state for one actor', () => {
    for (const typed of ['iran', 'Iranian', 'Tehran', 'the Islamic Republic', 'state:IR'])
      expect(names(typed)).toEqual(['Iran']);
  });
  it('knows for whom somebody speaks, by name or office', () => {
    expect(roster.answerable(readMention({ name: 'the Iranian Foreign Ministry' }))).toContain('state:IR');
    expect(roster.answerable(readMention({ name: 'Mara Okell' }))).toContain('state:PE');
    expect(roster.answerable(readMention({ name: 'a spokesman for the European Union' }))).toContain(
      'body:european-union',
    );
    expect(roster.answerable(readMention({ name: 'Ana Sol', role: 'Peruvian ambassador to NATO' }))).toEqual([
      'name:ana-sol',
      'state:PE',
    ]);
    expect(roster.answerable(readMention({ name: 'a Peruvian opposition leader' }))).not.toContain('state:PE');
  });
  it('knows for which states somebody speaks by name, by office, and by both together', () => {
    const part = fc
      .array(
        fc.constantFrom(
          ...[
            'South',
            'Korean',
            'United',
            'States',
            'U.S.',
            'U.S',
            'St.',
            'Lucia',
            'Iran',
            "Iran's",
            'Saudi',
            'Arabia',
          ],
          ...['president', 'of', 'the', 'in', 'foreign', 'minister', 'opposition', 'Okell', 'New', 'Zealand', 'Côte'],
          ...["d'Ivoire", 'Guinea-Bissau', '(Peru', 'Trinidad', 'and', 'Tobago', 'spokesman', 'for', 'Jordan', '–'],
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(part, part, (name, role) => {
        const [own, ...others] = rosterOf([]).answerable(readMention({ name, role }));
        const states = [name, role, `${role} ${name}`].flatMap(speaksFor).map(({ code }) => `state:${code}`);
        const expected = new Set(states);
        expected.delete(own ?? '');
        expect(others.filter((key) => key.startsWith('state:'))).toEqual([...expected]);
      }),
      { numRuns: 500 },
    );
  });
  it('finds an actor by any word of the name, and of the office', () => {
    expect(names('foreign ministry')).toEqual(['Iranian Foreign Ministry']);
    expect(names('harbour guild')).toEqual(['Tomas Brandt']);
  });
  it('takes a description for the office of the name beside it', () => {
    const director = { name: 'the director of the Iranian Foreign Ministry', alias: 'Sadri' };
    const described = rosterOf([director, { name: 'Sadri' }]);
    expect(described.resolve('sadri')).toHaveLength(1);
    expect(described.answerable(readMention(director))).toEqual(['name:sadri', 'state:IR']);
    expect(described.answerable(readMention({ name: 'Sadri' }))).toEqual(['name:sadri', 'state:IR']);
  });
  it('finds nobody for words that name nobody, whatever they are', () => {
    for (const typed of ['', ' ', 'the', '__proto__', 'state:', 'state:__proto__', 'nobody at all', '\ud800'])
      expect(names(typed)).toEqual([]);
  });
});

describe('bareName', () => {
  it.each([
    ['the President Mara Okell', 'Mara Okell'],
    ['Dr. Okell', 'Okell'],
    ['the harbour master', 'harbour master'],
    ['President', 'President'],
  ])('%s is %s', (name, bare) => expect(bareName(name)).toBe(bare));
});
