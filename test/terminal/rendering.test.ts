import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Answer, PassagesAnswer, PositionsAnswer, QuotationsAnswer, VerdictAnswer } from '../../src/answer.ts';
import type { Passage, Position, Quotation } from '../../src/core/archive.ts';
import { formatJson } from '../../src/terminal/json.ts';
import type { Screen } from '../../src/terminal/layout.ts';
import { renderAnswer as renderIn } from '../../src/terminal/rendering.ts';
import { english, translations } from '../../src/wording/wording.ts';
import { portQuotation } from './example-archive.ts';

const plain: Screen = { width: 60, colour: false, links: false };
const rich: Screen = { width: 60, colour: true, links: true };
const renderAnswer = (answer: Answer, screen: Screen): string[] => renderIn(answer, screen, english);
const show = (answer: Answer, screen = plain): string => renderAnswer(answer, screen).join('\n');

function quotations(list: readonly Quotation[], total = list.length): QuotationsAnswer {
  return { show: 'quotations', status: 'ok', heading: 'Quotations with “port”', quotations: list, total };
}

function withSpeaker(change: Partial<NonNullable<Quotation['speaker']>>): Quotation {
  return { ...portQuotation, speaker: { name: 'Mara Okell', mention: null, confidence: 0.97, ...change } };
}

/** A quotation of one piece. */
function print(text: string, change: Partial<Quotation> = {}): Quotation {
  return { ...portQuotation, text, start: 0, end: text.length, pieces: [[0, text.length]], matches: [], ...change };
}

describe('quotations', () => {
  it('show words, speaker, kind and source', () => {
    expect(show(quotations([portQuotation]))).toBe(
      [
        'Quotations with “port”',
        '',
        'Mara Okell, mayor of Velmouth · said',
        '│ The port,” said Mara Okell, mayor of Velmouth, “stays',
        '│ open.',
        'Port to stay open · Velmouth Herald · 2024-05-01 ·',
        '  paragraph 1',
        'https://herald.example/port',
      ].join('\n'),
    );
  });

  it('mark matched words, dim what is not quoted, and link the title', () => {
    const lines = renderAnswer(quotations([portQuotation]), rich);
    expect(lines[3]).toBe(
      '\u001b[2m│ \u001b[22mThe \u001b[1mport\u001b[22m,\u001b[2m” said Mara Okell, mayor of Velmouth, “\u001b[22mstays',
    );
    expect(lines[5]).toContain('\u001b]8;;https://herald.example/port\u001b\\\u001b[2mPort to stay open');
    expect(lines).toHaveLength(7);
    const link = 'https://herald.example/port#:~:text=The%20port,stays%20open';
    expect(renderAnswer(quotations([{ ...portQuotation, link }]), rich)[5]).toContain(`\u001b]8;;${link}\u001b\\`);
  });

  it('count what is not shown', () => {
    const text = show(quotations(Array.from({ length: 34 }, () => portQuotation)));
    expect(text).toContain('\n\n20. Mara Okell');
    expect(text).not.toContain('\n\n21. ');
    expect(text).toMatch(/These are the best 20 of 34\. A narrower question shows\n?\s*others\.$/);
  });

  it.each([
    [withSpeaker({ confidence: 0.8 }), 'Mara Okell · said'],
    [withSpeaker({ confidence: 0.79 }), 'Probably Mara Okell · said'],
    [
      withSpeaker({ confidence: 0.6, resolved: { by: 'later name', name: 'Okell' } }),
      'Probably Mara Okell · said (named Okell later in the',
    ],
    [withSpeaker({ confidence: 0.49 }), 'Speaker not clear in the article · said'],
    [{ ...portQuotation, speaker: null }, 'Speaker not clear in the article · said'],
    [withSpeaker({ name: 'the mayor of Velmouth', role: 'mayor of Velmouth' }), 'the mayor of Velmouth · said'],
    [{ ...withSpeaker({}), kind: 'indirect' as const }, 'Mara Okell · reported'],
    [{ ...withSpeaker({}), kind: 'mixed' as const }, 'Mara Okell · quoted in part'],
    [{ ...portQuotation, speaker: null, kind: 'own' as const }, 'In Velmouth Herald’s own words'],
  ])('name the speaker (%#)', (quotation, line) => {
    expect(renderAnswer(quotations([quotation]), plain)[2]).toBe(line);
  });

  it('say where the words stand with what is known', () => {
    const article = { id: 'x', title: 'A', outlet: null, date: null, url: 'javascript:alert(1)' };
    expect(renderAnswer(quotations([print('Words.', { article, paragraph: 0 })]), plain).slice(3)).toEqual([
      '│ Words.',
      'A · headline',
    ]);
    const also = [{ ...article, outlet: 'Gull' }];
    expect(show(quotations([print('Words.', { also })]))).toMatch(/\nPrinted also by: Gull$/);
  });
});

describe('positions', () => {
  const position = (polarity: Position['polarity'], evidence: readonly Quotation[]): Position => ({
    polarity,
    towards: { text: 'port', start: 24, end: 28 },
    evidence,
    total: evidence.length,
    holder: 'Mara Okell',
    date: null,
    confidence: 0.9,
  });
  const answer: PositionsAnswer = {
    show: 'positions',
    status: 'ok',
    heading: 'Velmouth on port',
    holder: 'Velmouth',
    about: 'port',
    positions: [
      position('opposes', [portQuotation]),
      { ...position('supports', [portQuotation, portQuotation, portQuotation]), confidence: 0.6 },
    ],
    total: 2,
    summary: 'Mixed: 1 supported, 1 opposed',
  };

  it('stand by polarity, each with its target as printed', () => {
    const block = [
      '    Mara Okell, mayor of Velmouth · said',
      '    │ The port,” said Mara Okell, mayor of Velmouth, “stays',
      '    │ open.',
      '    Port to stay open · Velmouth Herald · 2024-05-01 ·',
      '      paragraph 1',
      '    https://herald.example/port',
    ];
    expect(renderAnswer(answer, plain)).toEqual([
      'Velmouth on port',
      'Mixed: 1 supported, 1 opposed',
      '',
      '+ Supports (1)',
      '',
      '  port (probably)',
      ...block,
      ...block,
      '    and in 1 more place',
      '',
      '− Opposes (1)',
      '',
      '  port',
      ...block,
    ]);
  });
});

describe('answers to questions', () => {
  const text = 'It was built in 1887. The port opened in 1901. It has three piers.';
  const passage: Passage = {
    text,
    article: { ...portQuotation.article, url: null },
    start: 100,
    end: 100 + text.length,
    paragraph: 4,
    score: 0.8,
    sentence: [122, 146],
    matches: [
      [126, 130],
      [131, 137],
    ],
    also: [],
    typed: [
      [116, 120],
      [141, 145],
    ],
  };
  const question: PassagesAnswer = {
    show: 'passages',
    status: 'ok',
    heading: 'When did the port open?',
    reading: 'passages',
    read: 'Read as a question for a date.',
    passages: [passage],
    total: 1,
  };

  it('have the answering sentence behind a heavy bar', () => {
    expect(renderAnswer(question, plain)).toEqual([
      'When did the port open?',
      'Read as a question for a date.',
      '',
      'Port to stay open · Velmouth Herald · 2024-05-01 ·',
      '  paragraph 4',
      '│ It was built in 1887.',
      '┃ The port opened in 1901.',
      '│ It has three piers.',
    ]);
  });

  it('have matched words in bold, and those of the asked-for kind underlined as well', () => {
    const lines = renderAnswer(question, { ...rich, width: 100 });
    expect(lines).toContain('┃ The \u001b[1mport\u001b[22m \u001b[1mopened\u001b[22m in \u001b[1;4m1901\u001b[22;24m.');
    expect(lines.join('\n')).toContain('\u001b[1;4m1887\u001b[22;24m');
  });

  it('are quotations or positions where that was asked', () => {
    const quoted = show({ ...question, reading: 'quotations', quotations: [portQuotation] });
    expect(quoted).toContain('Mara Okell, mayor of Velmouth · said');
    expect(quoted).not.toContain('1887');
    expect(show({ ...question, reading: 'quotations', quotations: [] })).toContain('1887');
  });

  it('are at most two passages, named as no answer, where there is none', () => {
    const none = { ...question, status: 'nothing' as const, message: 'Nothing in the articles answers that.' };
    const shown = show({ ...none, passages: [passage, passage, passage], total: 3 });
    expect(shown).toMatch(/^Nothing in the articles answers that\.\n/);
    expect(shown).toContain('\nNearest in the articles, not an answer:\n');
    expect(shown.match(/┃/g)).toHaveLength(2);
    expect(shown).not.toContain('These are the best');
    expect(show({ ...none, passages: [], total: 0 })).not.toContain('Nearest');
  });
});

describe('verdicts', () => {
  const altered: VerdictAnswer = {
    show: 'verdict',
    status: 'ok',
    heading: 'Is this on record?',
    verdict: 'altered',
    claim: 'The port never stays open.',
    quotation: { ...print('The port stays open.', { start: 4 }), end: 24, speaker: null },
    around: { text: 'Now: The port stays open.', start: -1, end: 24 },
    differences: [
      { op: 'same', text: 'The port ' },
      { op: 'removed', text: 'never ' },
      { op: 'same', text: 'stays open.' },
    ],
    notes: ['The printed sentence has no “never”.'],
    note: 'The printed sentence has no “never”.',
  };

  it('stand in words first, then remarks, differences and the print', () => {
    expect(renderAnswer(altered, plain)).toEqual([
      'Altered: the printed words are different.',
      '• The printed sentence has no “never”.',
      '',
      'As quoted → as printed ([-only quoted-], {+only printed+}):',
      '│ The port [-never-] stays open.',
      '',
      'As printed:',
      'Speaker not clear in the article · said',
      '│ The port stays open.',
      'Port to stay open · Velmouth Herald · 2024-05-01 ·',
      '  paragraph 1',
      'https://herald.example/port',
      'The whole sentence:',
      '│ Now: The port stays open.',
    ]);
  });

  it('strike and embolden where the terminal can', () => {
    const differences = [
      { op: 'removed' as const, text: 'open' },
      { op: 'added' as const, text: 'shut' },
    ];
    const line = '\u001b[31;9mopen\u001b[39;29m \u001b[1;32mshut\u001b[22;39m';
    expect(renderAnswer({ ...altered, differences }, rich).join('\n')).toContain(line);
    expect(show({ ...altered, differences })).toContain('│ [-open-] {+shut+}');
  });

  it('show the claim where there are no differences, and the nearest print where it is nowhere', () => {
    const { differences: _, around: __, ...rest } = altered;
    const nowhere = { ...rest, status: 'nothing' as const, verdict: 'not found' as const, notes: [] };
    const shown = show({ ...nowhere, message: 'Nothing on record prints this.' });
    expect(shown).toMatch(/^Not found\. Nothing on record prints this\.\n\nAs quoted:\n│ The port never stays open\./);
    expect(shown).toContain('\nThe nearest that is printed:\n');
    expect(shown).not.toContain('The whole sentence');
  });

  it('stand one below the other for a message', () => {
    const shown = show({ show: 'verdicts', status: 'ok', heading: 'Two quotations', verdicts: [altered, altered] });
    expect(shown.match(/^Altered: /gm)).toHaveLength(2);
  });
});

describe('two holders, and time', () => {
  const held = (polarity: Position['polarity'], holder: string, date: string | null = null): Position => ({
    polarity,
    towards: { text: 'open port', start: 0, end: 0 },
    evidence: [{ ...portQuotation, article: { ...portQuotation.article, url: null } }],
    total: 1,
    holder,
    date,
    confidence: 0.9,
  });

  it('are compared by what they agree on, differ on, and what only one holds', () => {
    const shown = show({
      show: 'comparison',
      status: 'ok',
      heading: 'Velmouth and Arden on the port',
      first: 'Velmouth',
      second: 'Arden',
      about: 'port',
      agree: [],
      differ: [{ first: held('supports', 'Velmouth'), second: held('opposes', 'Arden') }],
      onlyFirst: [held('opposes', 'Velmouth')],
      onlySecond: [],
      summary: 'They differ.',
    });
    expect(shown).toMatch(
      /^Velmouth and Arden on the port\nThey differ\.\n\nDiffer \(1\)\n\n {2}\+ Velmouth supports: open port\n/,
    );
    expect(shown).toMatch(/\n {2}− Arden opposes: open port\n {4}Mara Okell/);
    expect(shown).toContain('\n\nOnly Velmouth (1)\n');
    expect(shown).not.toMatch(/Agree|Only Arden/);
  });

  it('are told in order, a line for each event, with a sign where the side changed', () => {
    expect(
      renderAnswer(
        {
          show: 'timeline',
          status: 'ok',
          heading: 'Velmouth on the port',
          holder: 'Velmouth',
          about: 'port',
          events: [
            { position: held('supports', 'Velmouth', '2021-03-04'), changed: false },
            { position: held('opposes', 'Velmouth'), changed: true },
          ],
          picture: { name: 'timeline.png', png: new Uint8Array([1]), alt: 'A line' },
        },
        { ...plain, width: 90 },
      ),
    ).toEqual([
      'Velmouth on the port',
      '',
      '2021-03-04  + supports open port · Velmouth · Velmouth Herald',
      'no date     − opposes open port · Velmouth · Velmouth Herald · ⇄ changed from before',
    ]);
  });
});

describe('a card that was asked for', () => {
  it('is told of in a line, and as data', () => {
    const answer = { ...quotations([print('Open it')]), pictureNote: 'Picture cards are shown in Discord.' };
    expect(show(answer).split('\n')[1]).toBe('Picture cards are shown in Discord.');
    expect(
      JSON.parse(formatJson('quote', answer, { version: 'v', size: { articles: 1, statements: 1, stances: 0 } })),
    ).toMatchObject({
      pictureNote: 'Picture cards are shown in Discord.',
    });
  });
});

describe('other answers', () => {
  it('show sections of a page', () => {
    const lines = ['/stance actor about [private] — what a state, body or person supports', 'short'];
    expect(
      show({
        show: 'page',
        status: 'ok',
        heading: 'Help',
        sections: [{ lines: ['Hello.'] }, { title: 'Commands', lines }],
      }),
    ).toBe(
      [
        'Help',
        '',
        'Hello.',
        '',
        'Commands',
        '  /stance actor about [private] — what a state, body or',
        '    person supports',
        '  short',
      ].join('\n'),
    );
  });

  it('say nothing was found, and what is near', () => {
    const nothing: Answer = { ...quotations([]), status: 'nothing', message: 'Nothing.', nearest: ['Iran', 'Iraq'] };
    expect(show(nothing)).toBe('Nothing.\nNearest: Iran, Iraq');
    expect(show({ ...quotations([portQuotation]), note: 'Showing results for “port”.' })).toContain(
      'Quotations with “port”\nShowing results for “port”.\n\n',
    );
  });

  it('show errors', () => {
    expect(show({ show: 'error', status: 'error', message: 'Not now.' })).toBe('✗ Not now.');
    expect(show({ show: 'error', status: 'error', message: 'Not now.' }, rich)).toBe('\u001b[31m✗ Not now.\u001b[39m');
  });
});

/** One of each of the other answers, with the same words wherever words may stand. */
function alike(text: string, quotation: Quotation): Answer[] {
  const base = { status: 'ok' as const, heading: text };
  const { article } = quotation;
  const range = [1, 5] as const;
  const position: Position = {
    polarity: 'opposes',
    towards: { text, start: 1, end: 5 },
    evidence: [quotation],
    total: 1,
    holder: text,
    date: text,
    confidence: 1,
  };
  const passage = { text, article, start: 0, end: text.length, paragraph: 1, score: 1, sentence: [2, 9] as const };
  const pair = { first: position, second: position };
  const differences = (['same', 'removed', 'added'] as const).map((op) => ({ op, text }));
  const held = { about: text, agree: [pair], differ: [pair], onlyFirst: [position], onlySecond: [] };
  return [
    {
      ...base,
      show: 'passages',
      reading: 'passages',
      read: text,
      passages: [{ ...passage, matches: [range], typed: [range], also: [article] }],
      total: 1,
    },
    { ...base, show: 'verdict', verdict: 'altered', claim: text, notes: [text], differences, quotation },
    { ...base, show: 'comparison', first: text, second: text, ...held, summary: text },
    { ...base, show: 'timeline', holder: text, about: text, events: [{ position, changed: true }] },
  ];
}

describe('what articles hold', () => {
  it('never reaches the terminal as a command', () => {
    const quotation = print('a\u001b[31mb\u0007\u009bc\ttab\r\nd\u007f\ud800', {
      article: { ...portQuotation.article, title: '\u001b]0;x\u0007', url: 'https://a.example/\u001b\\' },
      speaker: { name: 'X\u001b[2J', mention: null, confidence: 1 },
    });
    expect(show(quotations([quotation]))).toBe(
      [
        'Quotations with “port”',
        '',
        'X␛[2J · said',
        '│ a␛[31mb␇\ufffdc tab',
        '│ d␡\ufffd',
        '␛]0;x␇ · Velmouth Herald · 2024-05-01 · paragraph 1',
        'https://a.example/%1B/',
      ].join('\n'),
    );
  });

  it('keeps its reading direction to itself', () => {
    const quotation = print('\u202eabc \u2067 x \u2069\u2069\u2066', { speaker: null });
    expect(renderAnswer(quotations([quotation]), plain)[3]).toBe('│ \u2068\u202eabc \u2067 x \u2069\u2066\u2069\u2069');
    const hebrew = print('שלום עולם', { matches: [[0, 4]], speaker: null });
    expect(renderAnswer(quotations([hebrew]), { ...rich, links: false })[3]).toBe(
      '\u001b[2m│ \u001b[22m\u2068\u001b[1mשלום\u001b[22m עולם\u2069',
    );
  });

  it('does not tear characters that a match cuts', () => {
    const quotation = print('a😀b', { matches: [[2, 4]], speaker: null });
    expect(renderAnswer(quotations([quotation]), rich)[3]).toContain('a\u001b[1m😀b\u001b[22m');
  });

  it('fits the screen and stays whole', () => {
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom(' ', '\n', '漢字', '\u001b[1m', 'é́', '👩‍👧', 'שלום', '\u202e', 'word'),
          fc.string({ unit: 'grapheme' }),
        ),
      )
      .map((parts) => parts.join(''));
    const anyWording = fc.constantFrom(english, ...translations.values());
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 100 }), anyWording, (text, width, wording) => {
        const quotation = print(text, {
          article: { ...portQuotation.article, url: null },
          speaker: { name: text, mention: null, confidence: 1 },
          matches: [[1, 5]],
        });
        const screen = { width, colour: false, links: false };
        const lines = renderIn(quotations([quotation]), screen, wording);
        const others = alike(text, quotation).flatMap((answer) => renderIn(answer, screen, wording));
        for (const line of [...lines, ...others]) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
        const bare = (shown: string) => shown.replace(/[\s\u2066-\u2069]/gu, '');
        const block = lines.filter((line) => line.startsWith('│')).map((line) => line.slice(2));
        const visible = text.replace(/[^\P{Cc}\s]/gu, '').replace(/\p{Cs}/gu, '\ufffd');
        expect(bare(block.join('').replace(/[\u2400-\u2421]/g, ''))).toBe(
          bare(visible.replace(/[\u2400-\u2421]/g, '')),
        );
      }),
    );
  });
});
