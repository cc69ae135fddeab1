import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Answer, PositionsAnswer, QuotationsAnswer } from '../../src/answer.ts';
import type { Position, Quotation } from '../../src/core/archive.ts';
import type { Screen } from '../../src/terminal/layout.ts';
import { renderAnswer } from '../../src/terminal/rendering.ts';
import { portQuotation } from './example-archive.ts';

const plain: Screen = { width: 60, colour: false, links: false };
const rich: Screen = { width: 60, colour: true, links: true };
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
    [withSpeaker({ confidence: 0.6, resolved: 'named Okell later' }), 'Probably Mara Okell · said (named Okell later)'],
    [withSpeaker({ confidence: 0.49 }), 'Speaker not clear in the article · said'],
    [{ ...portQuotation, speaker: null }, 'Speaker not clear in the article · said'],
    [withSpeaker({ name: 'the mayor of Velmouth', role: 'mayor of Velmouth' }), 'the mayor of Velmouth · said'],
    [{ ...withSpeaker({}), kind: 'indirect' as const }, 'Mara Okell · reported'],
    [{ ...withSpeaker({}), kind: 'mixed' as const }, 'Mara Okell · reported, in part word for word'],
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
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 100 }), (text, width) => {
        const quotation = print(text, {
          article: { ...portQuotation.article, url: null },
          speaker: { name: text, mention: null, confidence: 1 },
          matches: [[1, 5]],
        });
        const lines = renderAnswer(quotations([quotation]), { width, colour: false, links: false });
        for (const line of lines) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
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
