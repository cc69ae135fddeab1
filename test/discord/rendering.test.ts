import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { Position, Quotation } from '../../src/core/archive.ts';
import { weigh } from '../../src/discord/budget.ts';
import { type PageRequest, render, renderSentence } from '../../src/discord/rendering.ts';
import { Field } from '../fake-discord/form.ts';
import { buttonsOf, checkMessage, keptComponents, textOf } from '../fake-discord/messages.ts';
import { position, quotation } from './archive.ts';
import { readText } from './discord-reader.ts';
import { hostileText, overlongText } from './hostile.ts';

const query = { command: 'quote', version: 'abc', args: { text: 'harbour' } };

function quotations(list: readonly Quotation[], total = list.length): Answer {
  return { show: 'quotations', status: 'ok', heading: 'Quotations with “harbour”', quotations: list, total };
}

function positions(list: readonly Position[]): Answer {
  return {
    show: 'positions',
    status: 'ok',
    heading: 'Velmouth on the harbour',
    holder: 'Velmouth',
    about: 'the harbour',
    positions: list,
    total: list.length,
    summary: 'Mixed: 1 supported, 1 opposed',
  };
}

/** The page as a message that Discord has taken. */
function accepted(components: unknown) {
  const body = { flags: 1 << 15, components, allowed_mentions: { parse: [] } };
  checkMessage(new Field(body), { uploads: [] });
  const message = { ...emptyMessage, components: keptComponents(components, []) };
  return { text: textOf(message), buttons: buttonsOf(message), components: message.components };
}

const emptyMessage = {
  id: '1',
  type: 20,
  channel_id: '1',
  author: {},
  content: '',
  embeds: [],
  attachments: [],
  flags: 1 << 15,
  timestamp: '',
  edited_timestamp: null,
};

function page(answer: Answer, request: PageRequest = { query }) {
  return accepted(render(answer, request).components);
}

describe('a quotation', () => {
  it('stands under its speaker and above its source', () => {
    expect(page(quotations([quotation()])).text).toBe(
      [
        '## Quotations with “harbour”',
        '**Mara Okell**, mayor of Velmouth · said',
        '> The harbour stays open, whatever it costs.',
        '-# Harbour to stay · Coast Daily · 2021-03-04 · paragraph 3',
      ].join('\n'),
    );
  });

  it('has the words that matched in bold, at their place in the article', () => {
    expect(page(quotations([quotation({ matches: [[104, 111]] })])).text).toContain('> The **harbour** stays open');
  });

  it.each([
    [{ kind: 'mixed' as const }, '**Mara Okell**, mayor of Velmouth · quoted in part'],
    [{ kind: 'indirect' as const }, '**Mara Okell**, mayor of Velmouth · reported'],
    [{ kind: 'own' as const, speaker: null }, '**Coast Daily** · the outlet’s own words'],
    [{ speaker: null }, '*speaker not clear in the article* · said'],
    [{ speaker: { name: 'Okell', mention: null, confidence: 0.4 } }, '*speaker not clear in the article* · said'],
    [{ speaker: { name: 'Okell', mention: null, confidence: 0.6 } }, 'probably **Okell** · said'],
  ])('says how it was said and by whom: %j', (given, line) => {
    expect(page(quotations([quotation(given)])).text).toContain(`\n${line}\n`);
  });

  it('says how its speaker was found, and who else printed it', () => {
    const { article } = quotation();
    const given = quotation({
      speaker: { name: 'Okell', mention: null, confidence: 0.7, resolved: 'named Okell later in the article' },
      also: [
        { ...article, outlet: 'The Tide' },
        { ...article, outlet: 'The Tide' },
      ],
    });
    expect(page(quotations([given])).text).toContain(
      'paragraph 3 · named Okell later in the article · also in The Tide',
    );
  });

  it('links to its article where it has an address that Discord takes', () => {
    const at = (url: string) => page(quotations([quotation({ article: { ...quotation().article, url } })])).buttons;
    expect(at('https://coast.example/harbour')).toMatchObject([
      { label: 'Read the article', url: 'https://coast.example/harbour' },
    ]);
    expect(at('javascript:alert(1)')).toEqual([]);
    expect(at('harbour')).toEqual([]);
    expect(at(`https://coast.example/${'x'.repeat(600)}`)).toEqual([]);
  });

  it('is whole as long as a message has room, else cut at a sentence’s end', () => {
    const sentence = 'This sentence is exactly fifty characters in length. ';
    const whole = sentence.repeat(50).trim();
    expect(readText(quotedIn(page(quotations([quotation({ text: whole })])).text))).toBe(whole);
    const shown = quotedIn(page(quotations([quotation({ text: sentence.repeat(200) })])).text);
    expect(shown.endsWith('in length. \\[…\\]')).toBe(true);
    expect(shown.length).toBeGreaterThan(3_000);
  });
});

/** The words behind the bars. */
function quotedIn(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .map((line) => line.slice(2))
    .join('\n');
}

describe('positions', () => {
  const both = positions([
    position({ polarity: 'opposes', towards: { text: 'higher fees', start: 0, end: 11 }, confidence: 0.6 }),
    position(),
  ]);

  it('are grouped by side, with sign, word and colour', () => {
    const { text, components } = page(both);
    expect(text).toContain('### ➕ Supports\n➕ Velmouth supports: **the open harbour**\n**Mara Okell**');
    expect(text).toContain('### ➖ Opposes\n➖ Velmouth probably opposes: **higher fees**\n**Mara Okell**');
    expect(text.indexOf('Supports')).toBeLessThan(text.indexOf('Opposes'));
    const colours = components.flatMap((component) => component.accent_color ?? []);
    expect(new Set(colours).size).toBe(2);
  });

  it('say how many more statements show the same', () => {
    expect(page(positions([position({ evidence: [quotation(), quotation(), quotation()] })])).text).toContain(
      '-# and 2 more statements',
    );
  });
});

describe('pages', () => {
  const many = quotations(
    Array.from({ length: 12 }, (_, index) => quotation({ text: `Number ${index}.` })),
    40,
  );

  it('hold five entries, and say which they are', () => {
    const drawn = page(many, { query, page: 1 });
    expect(drawn.text.match(/Number \d+/g)).toEqual([5, 6, 7, 8, 9].map((number) => `Number ${number}`));
    expect(drawn.text).toContain('-# The best 12 of 40');
    expect(drawn.buttons.map(({ label, disabled }) => [label, disabled])).toEqual([
      ['◀', false],
      ['2 of 3', true],
      ['▶', false],
    ]);
  });

  it('are not endless', () => {
    const endless = quotations(Array.from({ length: 300 }, () => quotation()));
    expect(render(endless, { query }).count).toBe(20);
    expect(page(endless).text).toContain('-# The best 100 of 300');
  });

  it('end where the answer does', () => {
    expect(render(many, { query, page: 99 })).toMatchObject({ number: 2, count: 3 });
    expect(page(many, { query, page: 99 }).buttons.map(({ disabled }) => disabled)).toEqual([false, true, true]);
  });

  it('have no buttons when the question is too long for them, and say so', () => {
    const drawn = page(many, { query: { ...query, args: { text: 'x'.repeat(400) } } });
    expect(drawn.buttons).toEqual([]);
    expect(drawn.text).toContain('this question is too long for page buttons');
  });

  it('have no buttons where there is one', () => {
    expect(page(quotations([quotation()])).buttons).toEqual([]);
  });

  it('of plain words hold every line', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `seeds/${index}_file.txt: not UTF-8`);
    const report: Answer = {
      show: 'page',
      status: 'ok',
      heading: 'Reloaded',
      sections: [{ title: 'Problems', lines }],
    };
    const { count } = render(report, { query });
    const all = Array.from({ length: count }, (_, at) => page(report, { query, page: at }).text).join('\n');
    expect(count).toBeGreaterThan(2);
    expect(lines.filter((line) => !all.includes(line.replace('_', '\\_')))).toEqual([]);
  });
});

describe('a sentence of the bot’s own', () => {
  it('offers what is nearest', () => {
    expect(accepted(renderSentence('Nobody is called “x_y”.', ['Iran', '*Irun*'])).text).toBe(
      'Nobody is called “x\\_y”.\n-# Did you mean:\n- Iran\n- \\*Irun\\*',
    );
  });
});

describe('whatever an answer holds', () => {
  const range = fc.tuple(fc.integer({ min: -10, max: 10_000 }), fc.integer({ min: -10, max: 10_000 }));
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
  const article = fc.record({
    id: hostileText,
    title: overlongText,
    outlet: maybe(overlongText),
    date: maybe(hostileText),
    url: maybe(
      fc.oneof(
        hostileText,
        fc.webUrl(),
        fc.webUrl().map((url) => `${url}?${'x'.repeat(500)}`),
      ),
    ),
  });
  const speaker = fc.record(
    {
      name: overlongText,
      mention: maybe(range),
      role: overlongText,
      resolved: overlongText,
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    },
    { requiredKeys: ['name', 'mention', 'confidence'] },
  );
  const anyQuotation: fc.Arbitrary<Quotation> = fc.record({
    key: hostileText,
    text: overlongText,
    article,
    start: fc.integer({ min: 0, max: 5_000 }),
    end: fc.integer({ min: 0, max: 15_000 }),
    pieces: fc.array(range, { maxLength: 3 }),
    paragraph: fc.nat(400),
    kind: fc.constantFrom('direct', 'mixed', 'indirect', 'own'),
    speaker: maybe(speaker),
    matches: fc.array(range, { maxLength: 4 }),
    also: fc.array(article, { maxLength: 5 }),
  });
  const anyPosition: fc.Arbitrary<Position> = fc.record({
    polarity: fc.constantFrom('supports', 'opposes'),
    towards: fc.record({ text: overlongText, start: fc.nat(), end: fc.nat() }),
    evidence: fc.array(anyQuotation, { maxLength: 3 }),
    holder: overlongText,
    date: maybe(hostileText),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const status = fc.constantFrom('ok' as const, 'nothing' as const);
  const note = { note: overlongText, heading: overlongText, status };
  const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
    fc.record({
      show: fc.constant('quotations' as const),
      ...note,
      quotations: fc.array(anyQuotation, { maxLength: 7 }),
      total: fc.nat(),
    }),
    fc.record({
      show: fc.constant('positions' as const),
      ...note,
      holder: hostileText,
      about: hostileText,
      positions: fc.array(anyPosition, { maxLength: 7 }),
      total: fc.nat(),
      summary: overlongText,
    }),
    fc.record({
      show: fc.constant('page' as const),
      ...note,
      sections: fc.array(fc.record({ title: overlongText, lines: fc.array(overlongText, { maxLength: 6 }) }), {
        maxLength: 6,
      }),
    }),
    fc.record({ show: fc.constant('error' as const), status: fc.constant('error' as const), message: overlongText }),
  );

  it('Discord takes every page of it', () => {
    const args = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), hostileText, { maxKeys: 3, noNullPrototype: true });
    fc.assert(
      fc.property(anyAnswer, args, fc.option(overlongText, { nil: undefined }), (answer, given, notice) => {
        const request = { query: { ...query, args: given }, ...(notice === undefined ? {} : { notice }) };
        const { count } = render(answer, request);
        for (let number = 0; number < count; number += 1) {
          const { components } = render(answer, { ...request, page: number });
          const weight = weigh(components);
          expect(weight.components).toBeLessThanOrEqual(40);
          expect(weight.text).toBeLessThanOrEqual(4_000);
          accepted(components);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('Discord takes every sentence', () => {
    fc.assert(
      fc.property(overlongText, fc.array(overlongText, { maxLength: 30 }), (sentence, nearest) => {
        accepted(renderSentence(sentence, nearest));
      }),
    );
  });

  it('a quotation is shown as it was printed', () => {
    fc.assert(
      fc.property(hostileText, fc.array(range, { maxLength: 4 }), (text, matches) => {
        const lines = quotedIn(page(quotations([quotation({ text, start: 0, matches })])).text).split('\n');
        const printed = text.split(/\r\n|[\n\r\u2028\u2029]/).join('\n');
        expect(lines.map(readText).join('\n')).toBe(withoutHalves(printed));
      }),
      { numRuns: 500 },
    );
  });
});

function withoutHalves(text: string): string {
  return Buffer.from(text).toString();
}
