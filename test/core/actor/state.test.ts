import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speaksFor } from '../../../src/core/actor/office.ts';
import { organisationNamed } from '../../../src/core/actor/organisation.ts';
import { stateNamed, states, statesIn } from '../../../src/core/actor/state.ts';

const named = (text: string) => statesIn(text).map(({ state, range }) => `${state.code} ${text.slice(...range)}`);

describe('stateNamed', () => {
  it.each(['iran', 'Iranian', 'tehran', 'Islamic Republic', 'the islamic republic of iran', 'IRANIANS'])(
    'takes %s for Iran',
    (typed) => expect(stateNamed(typed)?.code).toBe('IR'),
  );
  it.each([
    ['us', 'US'],
    ['u.s.', 'US'],
    ['white house', 'US'],
    ['türkiye', 'TR'],
    ['turkey', 'TR'],
    ['the netherlands', 'NL'],
    ['british', 'GB'],
    ['ivory coast', 'CI'],
    ['caracas', 'VE'],
    ['kremlin', 'RU'],
  ])('takes %s for %s', (typed, code) => expect(stateNamed(typed)?.code).toBe(code));
  it('knows no state in other words', () => {
    for (const typed of ['', 'charter', 'baharvand', '__proto__', 'constructor', 'toString'])
      expect(stateNamed(typed)).toBeNull();
  });
});

describe('statesIn', () => {
  it('takes the longest name', () => {
    expect(named('South Korea and North Korea met in Papua New Guinea')).toEqual([
      'KR South Korea',
      'KP North Korea',
      'PG Papua New Guinea',
    ]);
  });
  it('finds every name, whatever stands around it', () => {
    for (const { name, aliases } of states) {
      for (const { text } of aliases) {
        if (!/^\p{Lu}\P{N}*$/u.test(text) || stateNamed(text)?.name !== name) continue;
        for (const [before, after] of [
          ['', ''],
          ['(', ')'],
          ['', "'s"],
          ['–', '–'],
          ['', '’s'],
          ['', '-led'],
        ]) {
          const found = statesIn(`${before}${text}${after} said`).map(({ state, range }) => [state.name, range[0]]);
          expect([text, after, found[0]]).toEqual([text, after, [name, before?.length]]);
        }
      }
    }
  });
  it('finds a name whose words are joined when it is folded', () => {
    expect(named('U.S, U.S.A, the Uni\u2026ted States and U.\u0301S.')).toEqual([
      'US U.S',
      'US U.S.A',
      'US Uni\u2026ted States',
      'US U.\u0301S',
    ]);
  });
  it('tells an abbreviation from a pronoun', () => {
    expect(named('The U.S. told us that the US would stay')).toEqual(['US U.S.', 'US US']);
  });
  it('leaves the possessive outside the mention', () => {
    expect(named("Russia’s plan and Iran's answer")).toEqual(['RU Russia', 'IR Iran']);
  });
  it('leaves personal names and look-alikes alone', () => {
    expect(named('Maya Jordan moved to New Jersey')).toEqual([]);
    expect(named('He visited Jordan')).toEqual(['JO Jordan']);
  });
  it('gives ranges that stand in the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...states.slice(0, 60).flatMap((state) => state.aliases.map(({ text }) => text)),
            'and',
            '’s',
            '…',
            '\ud800',
            '(',
          ),
        ),
        (words) => {
          const text = words.join(' ');
          for (const { range } of statesIn(text)) expect(text.slice(...range).trim()).toBe(text.slice(...range));
        },
      ),
    );
  });
});

describe('speaksFor', () => {
  const cases: [string, string][] = [
    ['Iran', 'IR'],
    ['Tehran', 'IR'],
    ['Iran and Russia', 'IR RU'],
    ['Director General of the America Department at Iranian Foreign Ministry', 'IR'],
    ['the Foreign Ministry of Iran', 'IR'],
    ['Russia’s envoy to Venezuela', 'RU'],
    ['a spokesman for the Kremlin', 'RU'],
    ['officials in Tehran', 'IR'],
    ['US officials in Tehran', 'US'],
    ['the US special envoy for Venezuela', 'US'],
    ['the White House', 'US'],
    ['the Venezuelan government', 'VE'],
  ];
  it.each(cases)('%s speaks for %s', (phrase, codes) =>
    expect(
      speaksFor(phrase)
        .map(({ code }) => code)
        .join(' '),
    ).toBe(codes),
  );
  it.each([
    'the Venezuelan opposition',
    'a party of Iranian exiles',
    'the former Iranian president',
    'an American singer',
    'Iranians',
    'the minister',
  ])('%s speaks for no state', (phrase) => expect(speaksFor(phrase)).toEqual([]));
});

describe('organisationNamed', () => {
  it.each(['UN', 'u.n.', 'the United Nations'])('takes %s for the United Nations', (typed) =>
    expect(organisationNamed(typed)?.name).toBe('United Nations'),
  );
});
