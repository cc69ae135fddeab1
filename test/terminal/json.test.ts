import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import { formatJson } from '../../src/terminal/json.ts';
import { archive, portQuotation } from './example-archive.ts';

const read = (answer: Answer): unknown => JSON.parse(formatJson('quote', answer, archive));
const many = Array.from({ length: 34 }, () => portQuotation);

it('prints a quotation by the contract', () => {
  const answer: Answer = {
    show: 'quotations',
    status: 'ok',
    heading: 'Quotations',
    quotations: [portQuotation],
    total: 1,
  };
  expect(read(answer)).toEqual({
    command: 'quote',
    archive: { version: 'v1', articles: 2 },
    status: 'ok',
    quotations: [
      {
        key: 'a1',
        text: 'The port,” said Mara Okell, mayor of Velmouth, “stays open.',
        article: {
          id: 'port',
          title: 'Port to stay open',
          outlet: 'Velmouth Herald',
          date: '2024-05-01',
          url: 'https://herald.example/port',
        },
        start: 20,
        end: 79,
        pieces: [
          [20, 29],
          [68, 79],
        ],
        paragraph: 1,
        kind: 'direct',
        speaker: { name: 'Mara Okell', mention: [36, 46], role: 'mayor of Velmouth', confidence: 0.97 },
        cue: [31, 35],
        matches: [[24, 28]],
        also: [],
      },
    ],
    total: 1,
  });
});

it('lists the best 20 and counts all', () => {
  const quotations = { show: 'quotations', status: 'ok', heading: '', quotations: many, total: 34 } as const;
  expect(read(quotations)).toMatchObject({ total: 34, quotations: { length: 20 } });
  const position = {
    polarity: 'opposes',
    towards: { text: 'port', start: 24, end: 28 },
    evidence: many,
    total: many.length,
    holder: 'Mara Okell',
    date: null,
    confidence: 0.9,
  } as const;
  const positions = {
    show: 'positions',
    status: 'ok',
    heading: '',
    holder: 'Velmouth',
    about: 'port',
    positions: many.map(() => position),
    total: 34,
    summary: 'mostly opposes',
  } as const;
  expect(read(positions)).toMatchObject({
    holder: 'Velmouth',
    about: 'port',
    summary: 'mostly opposes',
    total: 34,
    positions: { length: 20, 0: { polarity: 'opposes', date: null, holder: 'Mara Okell', evidence: { length: 20 } } },
  });
});

const position = {
  polarity: 'opposes',
  towards: { text: 'port', start: 24, end: 28 },
  evidence: [portQuotation],
  total: 1,
  holder: 'Mara Okell',
  date: null,
  confidence: 0.9,
} as const;

it('prints what answers a question, with the passages always', () => {
  const passage = {
    text: 'The port opened in 1901.',
    article: portQuotation.article,
    start: 5,
    end: 29,
    paragraph: 1,
    score: 0.75,
    sentence: [5, 29],
    matches: [[9, 13]],
    typed: [[24, 28]],
    also: [],
  } as const;
  const answer = {
    show: 'passages',
    status: 'nothing',
    message: 'Nothing answers that.',
    heading: '',
    reading: 'positions',
    read: 'Read as a question for positions.',
    positions: many.map(() => position),
    passages: many.map(() => passage),
    total: 34,
  } as const;
  const printed = read(answer);
  expect(printed).toMatchObject({
    reading: 'positions',
    positions: { length: 20 },
    passages: { length: 20 },
    total: 34,
  });
  expect(printed).toMatchObject({ status: 'nothing', message: 'Nothing answers that.', passages: { 0: passage } });
  expect(printed).not.toHaveProperty('quotations');
});

it('prints a verdict by the contract', () => {
  const differences = [
    { op: 'removed', text: 'shut' },
    { op: 'added', text: 'open' },
  ] as const;
  const verdict = {
    show: 'verdict',
    status: 'ok',
    heading: '',
    verdict: 'altered',
    claim: 'shut',
    quotation: portQuotation,
    differences,
    notes: ['One.', 'Two.'],
    note: 'One. Two.',
  } as const;
  const printed = read(verdict);
  expect(printed).toMatchObject({ verdict: 'altered', quotation: { key: 'a1' }, differences, note: 'One. Two.' });
  expect(read({ show: 'verdicts', status: 'ok', heading: '', verdicts: [verdict] })).toMatchObject({
    verdicts: [{ verdict: 'altered', claim: 'shut', quotation: { text: portQuotation.text } }],
    total: 1,
  });
  expect(read({ ...verdict, status: 'nothing', verdict: 'not found' })).toMatchObject({
    verdict: 'not found',
    message: expect.stringMatching(/./),
  });
});

it('prints comparisons and timelines as plain data, without a picture’s bytes', () => {
  const pairs = many.map(() => ({ first: position, second: position }));
  const sides = { first: 'Velmouth', second: 'Arden', about: 'port', summary: 'They differ.' };
  expect(
    read({
      show: 'comparison',
      status: 'ok',
      heading: '',
      ...sides,
      agree: pairs,
      differ: [],
      onlyFirst: [position],
      onlySecond: [],
    }),
  ).toMatchObject({ ...sides, agree: { length: 20 }, differ: [], onlyFirst: [{ holder: 'Mara Okell' }], total: 35 });
  const events = many.map(() => ({ position, changed: true }));
  const line = formatJson(
    'timeline',
    {
      show: 'timeline',
      status: 'ok',
      heading: '',
      holder: 'Velmouth',
      about: 'port',
      events,
      picture: { name: 'timeline.png', png: new Uint8Array(500), alt: 'A line' },
    },
    archive,
  );
  expect(JSON.parse(line)).toMatchObject({
    holder: 'Velmouth',
    about: 'port',
    events: { length: 20, 0: { polarity: 'opposes', changed: true, total: 1 } },
    total: 34,
    picture: { name: 'timeline.png', alt: 'A line' },
  });
  expect(line).not.toContain('png":');
});

it('always has a message without an answer', () => {
  const nothing = { show: 'quotations', status: 'nothing', heading: '', quotations: [], total: 0 } as const;
  expect(read(nothing)).toMatchObject({ status: 'nothing', message: expect.stringMatching(/./), quotations: [] });
  expect(read({ show: 'error', status: 'error', message: 'Not now.' })).toEqual({
    command: 'quote',
    archive: { version: 'v1', articles: 2 },
    status: 'error',
    message: 'Not now.',
  });
});

it('stays one line of valid text that reads back, whatever is in it', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud800', 'a\u2028b\u0085c\u001b[31m\u009b\n'));
  fc.assert(
    fc.property(text, (message) => {
      const line = formatJson('quote', { show: 'error', status: 'error', message }, archive);
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(Buffer.from(line, 'utf8').toString('utf8')).toBe(line);
      expect(JSON.parse(line)).toMatchObject({ message });
    }),
  );
});
