import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '../src/app.ts';
import type { Archive, Position, Quotation } from '../src/core/archive.ts';
import { certain, probable } from '../src/core/quotation/statement.ts';

/** What the first article must yield, by general rules: nothing in the code knows it. */
const file = 'seeds/irna-iran-russia-oppose-foreign-intervention-in-venezuela.txt';
const text = readFileSync(file, 'utf8');
const director = 'Director General of the America Department at Iranian Foreign Ministry';

let archive: Archive;
let quotations: readonly Quotation[];
beforeAll(async () => {
  archive = (await openApp([file])).archive();
  quotations = (await archive.quote({})).quotations;
});

const words = ({ pieces }: Quotation) => pieces.map((piece) => text.slice(...piece)).join(' ');
const starting = (start: string) => {
  const found = quotations.find((quotation) => words(quotation).startsWith(start));
  if (found === undefined) throw new Error(`no statement starts with “${start}”`);
  return found;
};

describe('statements of the seed article', () => {
  it('has every quotation between ‘ and ’ whole, apostrophes and all', () => {
    const direct = quotations.filter(({ kind }) => kind === 'direct' || kind === 'mixed').map(words);
    expect(direct).toHaveLength(4);
    expect(starting('We oppose unilateral').text).toMatch(/^We oppose .* against Venezuelan government,$/);
    expect(starting('Russia and Iran are two').text).toMatch(/sovereignty of states\.$/);
    expect(starting('he is visiting').text).toMatch(/‘we try to defend .* more practical cooperation\.’$/);
    expect(starting('We believe that opponents').text).toMatch(
      /countries’ internal affairs and use of force in international relations are unacceptable\.$/,
    );
  });

  it('names the first speaker, as printed, for certain', () => {
    const { speaker } = starting('We oppose');
    expect(speaker).toMatchObject({
      name: director,
      alias: 'Baharvand',
      resolved: { by: 'later name', name: 'Baharvand' },
    });
    expect(text.slice(...(speaker?.mention ?? [0, 0]))).toBe(director);
    expect(speaker?.confidence).toBeGreaterThanOrEqual(certain);
  });

  it.each(['Iran and Russia believe', 'Russia and Iran are two', 'he is visiting Russia', 'Iran welcomes'])(
    'takes “%s …” for the same person, with less confidence, and says how',
    (start) => {
      const { speaker } = starting(start);
      expect(speaker).toMatchObject({
        name: 'Baharvand',
        role: director,
        resolved: { by: 'later name', name: 'Baharvand' },
      });
      expect(speaker?.confidence).toBeGreaterThanOrEqual(probable);
      expect(speaker?.confidence).toBeLessThan(starting('We oppose').speaker?.confidence ?? 0);
    },
  );

  it.each(['Venezuelan government has offered', 'We believe that opponents', 'Iran and Russia try'])(
    'gives “%s …” to Baharvand',
    (start) => {
      expect(starting(start).speaker?.name).toBe('Baharvand');
      expect(starting(start).speaker?.confidence).toBeGreaterThanOrEqual(probable);
    },
  );

  it('has them all as one person, who speaks for Iran', async () => {
    for (const speaker of ['baharvand', 'iran', 'tehran']) {
      expect((await archive.quote({ speaker })).total).toBe(quotations.length);
    }
  });

  it('says that the name stands later in the article', () => {
    expect(starting('Iran welcomes').speaker?.resolved).toEqual({ by: 'later name', name: 'Baharvand' });
  });

  it('lets nobody else speak', () => {
    for (const { speaker } of quotations) expect(speaker?.name).not.toMatch(/Shchetinin|Borisenko/);
  });

  it('has the reported speech', () => {
    const indirect = quotations.filter(({ kind }) => kind === 'indirect').map(words);
    expect(indirect).toContainEqual(expect.stringMatching(/^Iran and Russia believe that government of Madoro/));
    expect(indirect).toContainEqual(expect.stringMatching(/^Iran welcomes proposal of the legal government/));
    expect(indirect).toContainEqual(expect.stringMatching(/^Venezuelan government has offered a proposal/));
    expect(indirect).toContainEqual(expect.stringMatching(/^Iran and Russia try to take joint political stances/));
  });

  it('shows nothing that does not stand in the article', () => {
    for (const quotation of quotations) expect(quotation.text).toBe(text.slice(quotation.start, quotation.end));
  });
});

describe('positions of the seed article', () => {
  let positions: readonly Position[];
  beforeAll(async () => {
    positions = (await archive.stance({ actor: 'iran', about: 'venezuela' })).positions;
  });
  const towards = (polarity: string) =>
    positions.filter((position) => position.polarity === polarity).map((position) => position.towards.text);

  it.each([
    [/foreign intervention in (?:internal affairs of )?Venezuela/],
    [/unilateral measures/],
    [/(?:threat|use)\b.*force/],
  ])('opposes %s', (phrase) => {
    expect(towards('opposes')).toContainEqual(expect.stringMatching(phrase));
  });

  it.each([[/government of Madoro/], [/proposal/], [/talks with the opposition/]])('supports %s', (phrase) => {
    expect(towards('supports')).toContainEqual(expect.stringMatching(phrase));
  });

  it('never opposes Venezuela itself', () => {
    for (const phrase of towards('opposes'))
      expect(phrase).not.toMatch(/^(?:Venezuela|Venezuelan government|the legal government.*)$/);
  });

  it('opposes the illegal measures of the US, and defends the principles of the charter', async () => {
    const us = (await archive.stance({ actor: 'iran', about: 'us' })).positions;
    expect(us.map(({ polarity, towards }) => `${polarity} ${towards.text}`)).toContainEqual(
      expect.stringMatching(/^opposes the US’ illegal measures/),
    );
    const charter = (await archive.stance({ actor: 'iran', about: 'un charter' })).positions;
    expect(charter.map(({ polarity, towards }) => `${polarity} ${towards.text}`)).toContainEqual(
      expect.stringMatching(/^supports principles of the UN charter/),
    );
  });

  it('finds Madoro for a reader who types maduro, and says so', async () => {
    const { positions: found, corrected } = await archive.stance({ actor: 'iran', about: 'maduro' });
    expect(found.map((position) => position.towards.text)).toContainEqual(expect.stringContaining('Madoro'));
    expect(corrected).toMatch(/madoro/i);
  });

  it('is the same under every name of the actor', async () => {
    for (const name of ['Iranian', 'tehran', 'Islamic Republic']) {
      expect((await archive.stance({ actor: name, about: 'caracas' })).positions).toEqual(positions);
    }
  });

  it('holds for Russia what is said of both', async () => {
    const russia = (await archive.stance({ actor: 'russia', about: 'venezuela' })).positions;
    expect(russia.map(({ polarity, towards }) => `${polarity} ${towards.text}`)).toContainEqual(
      expect.stringMatching(/^opposes foreign intervention in Venezuela/),
    );
  });
});
