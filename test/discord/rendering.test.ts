import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, PassagesAnswer, TimelineAnswer, VerdictAnswer } from '../../src/answer.ts';
import type { Passage, Position, Quotation } from '../../src/core/archive.ts';
import { weigh } from '../../src/discord/budget.ts';
import { captionOf, renderCitation } from '../../src/discord/citation.ts';
import { renderContext } from '../../src/discord/context.ts';
import type { Enclosure } from '../../src/discord/enclosure.ts';
import { readAction, readIds } from '../../src/discord/paging.ts';
import { type PageRequest, render, renderNothing, renderSentence } from '../../src/discord/rendering.ts';
import { renderWhole } from '../../src/discord/whole.ts';
import { english, translations } from '../../src/wording/wording.ts';
import { Field } from '../fake-discord/form.ts';
import { buttonsOf, checkMessage, keptComponents, textOf } from '../fake-discord/messages.ts';
import { passage, position, quotation } from './archive.ts';
import { read, readText } from './discord-reader.ts';
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
function accepted(components: unknown, enclosed: readonly Enclosure[] = []) {
  const attachments = enclosed.map((each, id) => ({
    id: String(id),
    filename: each.name,
    ...('alt' in each ? { description: each.alt } : {}),
  }));
  const uploads = enclosed.map((each, id) => {
    const [type, data] = 'png' in each ? ['image/png', Buffer.from(each.png)] : ['text/plain', Buffer.from(each.text)];
    return { field: `files[${id}]`, name: each.name, type: String(type), data: Buffer.from(data ?? '') };
  });
  const body = { flags: 1 << 15, components, attachments, allowed_mentions: { parse: [] } };
  checkMessage(new Field(body), { uploads });
  const message = { ...emptyMessage, components: keptComponents(components, []) };
  const buttons = buttonsOf(message);
  const row = buttons.filter(({ label = '' }) => !['In context', 'Cite'].includes(label));
  return { text: textOf(message), buttons, row, components: message.components };
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
  const { components, enclosed } = render(answer, english, request);
  return accepted(components, enclosed);
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
      speaker: { name: 'Okell', mention: null, confidence: 0.7, resolved: { by: 'later name', name: 'Okell' } },
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
    const at = (url: string) => page(quotations([quotation({ article: { ...quotation().article, url } })])).row;
    expect(at('https://coast.example/harbour')).toMatchObject([
      { label: 'Read the article', url: 'https://coast.example/harbour' },
    ]);
    expect(at('javascript:alert(1)')).toEqual([]);
    expect(at('harbour')).toEqual([]);
    expect(at(`https://coast.example/${'x'.repeat(600)}`)).toEqual([]);
  });

  it('opens its article at its place where there is an address for that', () => {
    const article = { ...quotation().article, url: 'https://coast.example/harbour' };
    const link = `${article.url}#:~:text=The%20harbour`;
    expect(page(quotations([quotation({ article, link })])).row).toMatchObject([{ url: link }]);
    const context = renderContext({ quotation: quotation({ article, link }), paragraphs: [] }, english);
    expect(accepted(context).buttons).toMatchObject([{ url: link }]);
    expect(accepted(renderWhole(quotation({ article, link }), 0, english)).buttons).toMatchObject([{ url: link }]);
  });

  it('can be seen in its surroundings and cited, also where it stands twice', () => {
    const { buttons } = page(quotations([quotation(), quotation()]));
    expect(buttons.map(({ label, custom_id: id }) => [label, readAction(id ?? '')])).toEqual([
      ['In context', { name: 'context', value: 'a1-1.0' }],
      ['Cite', { name: 'cite', value: 'a1-1.1' }],
      ['In context', { name: 'context', value: 'a1-1.2' }],
      ['Cite', { name: 'cite', value: 'a1-1.3' }],
    ]);
    expect(page(quotations([quotation({ key: 'no|key' })])).buttons).toEqual([]);
  });

  it('is whole as long as a message has room, else cut at a sentence’s end', () => {
    const sentence = 'This sentence is exactly fifty characters in length. ';
    const whole = sentence.repeat(50).trim();
    expect(readText(quotedIn(page(quotations([quotation({ text: whole })])).text))).toBe(whole);
    const shown = quotedIn(page(quotations([quotation({ text: sentence.repeat(200) })])).text);
    expect(shown.endsWith('in length. \\[…\\]')).toBe(true);
    expect(shown.length).toBeGreaterThan(3_000);
  });

  it('offers all of its words where it was cut, and only there', () => {
    const labels = (text: string) => page(quotations([quotation({ text })])).buttons.map(({ label }) => label);
    expect(labels('It stays. '.repeat(600))).toEqual(['Show whole', 'In context', 'Cite']);
    expect(labels('It stays, […] she said.')).toEqual(['In context', 'Cite']);
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

describe('the other side', () => {
  const asked = {
    command: 'stance',
    version: 'abc',
    args: { actor: 'United States', about: 'Islamic Republic of Iran' },
  };
  const ids = (drawn: ReturnType<typeof page>) => drawn.buttons.flatMap(({ custom_id: id }) => id ?? []);

  it('can be asked for where the question has one, and the buttons between them hold it', () => {
    const one = page(positions([position()]), { query: asked, reversible: true });
    expect(one.row.map(({ label }) => label)).toEqual(['Other side']);
    expect(readIds(ids(one))).toEqual(asked);
    const several = page(positions(Array.from({ length: 12 }, () => position())), { query: asked, reversible: true });
    expect(several.row.map(({ label }) => label)).toEqual(['◀', '1 of 3', '▶', 'Other side']);
    expect(readIds(ids(several))).toEqual(asked);
  });

  it('has no button where the question has none, or fits into no button', () => {
    expect(page(positions([position()]), { query: asked }).row).toEqual([]);
    const long = { ...asked, args: { actor: 'x'.repeat(150), about: 'y'.repeat(150) } };
    const drawn = page(positions([position()]), { query: long, reversible: true });
    expect(drawn.row).toEqual([]);
    expect(drawn.buttons.map(({ label }) => label)).toEqual(['In context', 'Cite']);
  });
});

describe('an answer to a question', () => {
  const question: PassagesAnswer = {
    show: 'passages',
    status: 'ok',
    heading: 'When did the harbour open?',
    reading: 'passages',
    read: 'Read as a question for a date.',
    passages: [passage()],
    total: 1,
  };

  it('is the answering sentence, what stands around it small, and where it is printed', () => {
    expect(page(question).text).toBe(
      [
        '## When did the harbour open?',
        '-# Read as a question for a date.',
        '> -# It was built in 1887.',
        '> The **harbour** opened in __**1901**__.',
        '> -# It has three piers.',
        '-# Harbour to stay · Coast Daily · 2021-03-04 · paragraph 4',
      ].join('\n'),
    );
  });

  it('keeps the answering sentence whole where there is no room for all', () => {
    const long = 'This sentence is exactly fifty characters in length. ';
    const text = `${long.repeat(80)}The harbour opened in 1901. ${long.repeat(80)}`;
    const at = text.indexOf('The harbour');
    const { text: shown } = page({ ...question, passages: [passage({ text, start: 0, sentence: [at, at + 27] })] });
    expect(shown).toContain('\n> -# \\[…\\]\n> The harbour opened in 1901.\n> -# This sentence');
    expect(shown).toMatch(/in length\. \\\[…\\\]\n-# Harbour to stay/);
  });

  it('is quotations or positions where that was asked', () => {
    const quoted = page({ ...question, reading: 'quotations', quotations: [quotation()] }).text;
    expect(quoted).toContain('**Mara Okell**');
    expect(quoted).not.toContain('1901');
    expect(page({ ...question, reading: 'positions', positions: [position()] }).text).toContain('➕ Supports');
  });

  it('says what is nearest where there is none: two passages, named as no answer', () => {
    const none: PassagesAnswer = {
      ...question,
      status: 'nothing',
      message: 'Nothing in the articles answers that.',
      passages: [passage(), passage(), passage()],
    };
    const { text } = accepted(renderNothing(none, english));
    expect(text).toMatch(/^Nothing in the articles answers that\.\n-# Read as a question for a date\.\n/);
    expect(text).toContain('### Nearest in the articles, not an answer\n');
    expect(text.match(/opened/g)).toHaveLength(2);
    expect(accepted(renderNothing({ ...none, passages: [] }, english)).text).not.toContain('Nearest');
  });
});

describe('a verdict', () => {
  const altered: VerdictAnswer = {
    show: 'verdict',
    status: 'ok',
    heading: 'Is this on record?',
    verdict: 'altered',
    claim: 'The harbour never stays open.',
    quotation: quotation({ text: 'The harbour stays open.' }),
    around: { text: 'Now: The harbour stays open.', start: 95, end: 123 },
    differences: [
      { op: 'same', text: 'The harbour ' },
      { op: 'removed', text: 'never' },
      { op: 'added', text: '*always*' },
      { op: 'same', text: ' stays open.' },
    ],
    notes: ['A “never” differs.'],
    note: 'A “never” differs.',
  };

  it('stands with icon, word and colour, above the differences, the print and the whole sentence', () => {
    const drawn = page(altered);
    expect(drawn.text).toBe(
      [
        '## Is this on record?',
        '### ✏️ Altered',
        'The printed words are different.',
        '• A “never” differs.',
        '-# As quoted → as printed: ~~only quoted~~ **only printed**',
        '> The harbour ~~never~~ **\\*always\\*** stays open.',
        '-# As printed',
        '**Mara Okell**, mayor of Velmouth · said',
        '> The harbour stays open.',
        '-# Harbour to stay · Coast Daily · 2021-03-04 · paragraph 3',
        '-# The whole sentence',
        '> Now: **The harbour stays open.**',
      ].join('\n'),
    );
    expect(drawn.buttons.map(({ label }) => label)).toEqual(['In context', 'Cite']);
  });

  it('has a word, an icon and a colour of its own each', () => {
    const all = ['verbatim', 'abridged', 'altered', 'misattributed', 'reported', 'not found'] as const;
    const drawn = all.map((verdict) => page({ ...altered, verdict }));
    expect(new Set(drawn.map(({ text }) => /^### (\S+) \S/m.exec(text)?.[1])).size).toBe(6);
    expect(new Set(drawn.flatMap(({ components }) => components.flatMap((each) => each.accent_color ?? []))).size).toBe(
      6,
    );
    all.forEach((verdict, index) => {
      expect(drawn[index]?.text.toLowerCase()).toMatch(new RegExp(`^### \\S+ ${verdict}$`, 'm'));
    });
  });

  it('of what is nowhere says so, with the claim, and the nearest print only as that', () => {
    const { differences: _, around: __, quotation: nearest, ...rest } = altered;
    const nowhere: VerdictAnswer = {
      ...rest,
      status: 'nothing',
      verdict: 'not found',
      message: 'No article prints this.',
      notes: [],
    };
    expect(page(nowhere).text).toBe(
      '## Is this on record?\n### ❔ Not found\nNo article prints this.\n-# As quoted\n> The harbour never stays open.',
    );
    expect(page(nearest === undefined ? nowhere : { ...nowhere, quotation: nearest }).text).toContain(
      '\n-# The nearest that is printed\n**Mara Okell**',
    );
  });

  it('leaves out long stretches that stand in both, never what differs', () => {
    const same = 'and so it went on for quite a while with nothing new in it '.repeat(40);
    const differences = [
      { op: 'same', text: same },
      { op: 'removed', text: 'not' },
      { op: 'same', text: ` ${same}` },
    ] as const;
    const { text } = page({ ...altered, differences });
    expect(text).toContain('~~not~~');
    expect(text).toContain('\\[…\\]');
  });

  it('stands once for each quotation of a message, each in a box of its own', () => {
    const drawn = page({
      show: 'verdicts',
      status: 'ok',
      heading: 'Two',
      verdicts: [altered, { ...altered, verdict: 'verbatim' }],
    });
    expect(drawn.text.match(/^### /gm)).toHaveLength(2);
    expect(drawn.components.filter(({ type }) => type === 17)).toHaveLength(2);
  });

  it('shows differences as they are, whatever is in them', () => {
    const { quotation: _, around: __, ...withoutPrint } = altered;
    const words = hostileText.map(withoutHalves);
    const parts = fc.array(fc.record({ op: fc.constantFrom('same', 'removed', 'added'), text: words }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(parts, (differences) => {
        const { text } = page({ ...withoutPrint, differences });
        const seen = quotedIn(text)
          .split('\n')
          .flatMap((line) => read(line));
        const shown = (by: (run: (typeof seen)[number]) => boolean) =>
          seen
            .filter(by)
            .map((run) => run.text)
            .join('');
        // Blanks and tildes at the ends of a mark stand outside of it.
        const bare = (words: string) => words.replace(/[\s~]+/g, '');
        const printed = (wanted: string) =>
          bare(differences.flatMap(({ op, text: words }) => (op === wanted ? [words] : [])).join(''));
        expect(bare(shown(({ struck }) => struck))).toBe(printed('removed'));
        expect(bare(shown(({ bold }) => bold))).toBe(printed('added'));
        expect(bare(shown(({ bold, struck }) => !bold && !struck))).toBe(printed('same'));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a comparison', () => {
  it('is in sections, each position with its holder and its quotation', () => {
    const against = position({ polarity: 'opposes', holder: 'Arden' });
    const url = 'https://coast.example/harbour';
    const linked = position({ evidence: [quotation({ article: { ...quotation().article, url } })] });
    const drawn = page({
      show: 'comparison',
      status: 'ok',
      heading: 'Velmouth and Arden on the harbour',
      first: 'Velmouth',
      second: 'Arden',
      about: 'the harbour',
      agree: [],
      differ: [{ first: linked, second: against }],
      onlyFirst: [position()],
      onlySecond: [],
      summary: 'They differ.',
    });
    expect(drawn.text).toMatch(
      /^## Velmouth and Arden on the harbour\nThey differ\.\n### ↔️ Differ\n➕ Velmouth supports: /,
    );
    expect(drawn.text).toContain('\n➖ Arden opposes: **the open harbour**\n**Mara Okell**');
    expect(drawn.text).toContain('\n### Only Velmouth\n➕ Velmouth supports: ');
    expect(drawn.buttons.map(({ label }) => label)).toEqual([
      'Read the article: Velmouth',
      'In context: Velmouth',
      'Cite: Velmouth',
      'In context: Arden',
      'Cite: Arden',
      'In context',
      'Cite',
    ]);
  });
});

describe('a timeline', () => {
  const picture = { name: 'time line.png', png: new Uint8Array([137, 80, 78, 71]), alt: 'Support until May' };
  const timeline: TimelineAnswer = {
    show: 'timeline',
    status: 'ok',
    heading: 'Velmouth on the harbour',
    holder: 'Velmouth',
    about: 'the harbour',
    events: [
      { position: position(), changed: false },
      { position: position({ polarity: 'opposes', date: null }), changed: true },
    ],
    picture,
  };

  it('is a line for each event, with a sign where the side changed', () => {
    expect(page(timeline).text).toBe(
      [
        '## Velmouth on the harbour',
        '**2021-03-04** · ➕ supports **the open harbour** · Velmouth · Coast Daily',
        '**no date** · ➖ opposes **the open harbour** · Velmouth · Coast Daily · 🔄 changed from before',
      ].join('\n'),
    );
  });

  it('has its picture on the first page, with words for those who do not see it', () => {
    const events = Array.from({ length: 60 }, () => ({ position: position(), changed: false }));
    const first = render({ ...timeline, events }, english, { query });
    expect(first.enclosed).toEqual([{ ...picture, name: 'time_line.png' }]);
    expect(accepted(first.components, first.enclosed).components).toMatchObject([
      { type: 10 },
      { type: 12, items: [{ media: { url: 'attachment://time_line.png' }, description: 'Support until May' }] },
      { type: 17 },
      { type: 1 },
    ]);
    const second = render({ ...timeline, events }, english, { query, page: 1 });
    expect(second.enclosed).toEqual([]);
    expect(second.components.some(({ type }) => type === 12)).toBe(false);
    expect(render({ ...timeline, picture: { ...picture, png: new Uint8Array() } }, english).enclosed).toEqual([]);
  });
});

describe('a quotation in its surroundings', () => {
  const paragraphs = [
    { text: 'It was *late*.', start: 0, end: 14, paragraph: 1 },
    { text: 'She said: “The harbour stays open.”', start: 16, end: 51, paragraph: 2 },
    { text: 'Nobody spoke.', start: 53, end: 66, paragraph: 3 },
  ];
  const stands = quotation({ text: 'The harbour stays open.', start: 27, paragraph: 2 });

  it('is marked between the paragraphs before and after', () => {
    expect(accepted(renderContext({ quotation: stands, paragraphs }, english)).text).toBe(
      [
        '## In context',
        '**Mara Okell**, mayor of Velmouth · said',
        '> It was \\*late\\*.',
        '> ',
        '> She said: “**The harbour stays open.**”',
        '> ',
        '> Nobody spoke.',
        '-# Harbour to stay · Coast Daily · 2021-03-04 · paragraph 2',
      ].join('\n'),
    );
  });

  it('is there however long they are', () => {
    const sentence = 'This sentence is exactly fifty characters in length. ';
    const filler = sentence.repeat(120);
    const long = [
      { text: filler, start: 0, end: 6_360, paragraph: 1 },
      { text: `${filler}The harbour stays open. ${filler}`, start: 6_362, end: 19_106, paragraph: 2 },
      { text: filler, start: 19_108, end: 25_468, paragraph: 3 },
    ];
    const far = quotation({ text: 'The harbour stays open.', start: 6_362 + 6_360, paragraph: 2 });
    const { text } = accepted(renderContext({ quotation: far, paragraphs: long }, english));
    expect(text).toContain('\n> \\[…\\] **The harbour stays open.** This');
    expect(text.match(/in length\. \\\[…\\\]/g)).toHaveLength(3);
  });
});

describe('all the words of a quotation', () => {
  const sentence = 'This sentence is exactly fifty characters in length. ';
  const text = sentence.repeat(150).trim();

  it('are shown in parts that end with sentences, one after the other', () => {
    const first = accepted(renderWhole(quotation({ text }), 0, english));
    expect(first.text).toMatch(/^## The whole quotation\n\*\*Mara Okell\*\*, mayor of Velmouth · said\n> This/);
    expect(first.text).not.toContain('\\[…');
    expect(first.row.map(({ label, disabled }) => [label, disabled])).toEqual([
      ['◀', true],
      ['1 of 3', true],
      ['▶', false],
    ]);
    const all = [0, 1, 2].map((part) =>
      readText(quotedIn(accepted(renderWhole(quotation({ text }), part, english)).text)),
    );
    expect(all.join(' ')).toBe(text);
    expect(accepted(renderWhole(quotation({ text }), 9, english)).text).toContain(all[2]);
  });

  it('need no buttons where they fit', () => {
    expect(accepted(renderWhole(quotation(), 0, english)).buttons).toEqual([]);
  });
});

describe('a citation', () => {
  const article = { ...quotation().article, url: 'https://coast.example/a(b)' };
  const cited = (given: Partial<Quotation>) => accepted(renderCitation(quotation(given), english, false)).text;

  it('is there as plain text and as Markdown, each in a block of its own', () => {
    expect(cited({ article })).toBe(
      [
        '## Cite',
        '-# Plain text',
        '```',
        '“The harbour stays open, whatever it costs.” — Mara Okell, mayor of Velmouth. “Harbour to stay”, Coast Daily, 2021-03-04, paragraph 3. https://coast.example/a(b)',
        '```',
        '-# Markdown',
        '```',
        '> The harbour stays open, whatever it costs.',
        '>',
        '> — Mara Okell, mayor of Velmouth, [Harbour to stay](<https://coast.example/a(b)>), Coast Daily, 2021-03-04, paragraph 3',
        '```',
      ].join('\n'),
    );
  });

  it.each([
    [{ kind: 'indirect' as const }, '” — Mara Okell, mayor of Velmouth, as reported. '],
    [{ kind: 'own' as const, speaker: null }, 'whatever it costs.”. “Harbour to stay”, '],
    [{ speaker: null }, '” — speaker not clear in the article. '],
    [{ speaker: { name: 'Okell', mention: null, confidence: 0.6 } }, '” — probably Okell. '],
    [{ text: 'He said "no".' }, '"He said "no"." — Mara'],
    [{ text: 'It stays. '.repeat(600) }, 'It stays. […]” — Mara'],
  ])('says whose words they are, and where they were cut: %#', (given, words) => {
    expect(cited(given)).toContain(words);
  });

  it('is taken by Discord whatever is in it, and no block of it ends early', () => {
    fc.assert(
      fc.property(overlongText, overlongText, overlongText, (text, title, name) => {
        const shown = cited({
          text: `${text}\`\`\``,
          article: { ...article, title, outlet: title },
          speaker: { name, role: title, mention: null, confidence: 1 },
        });
        expect(shown.match(/^```/gm)?.length ?? 0).toBeLessThanOrEqual(4);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what stands on a card', () => {
  it('holds no mark of direction that is not printed, so that names from right to left can be drawn', () => {
    const article = { ...quotation().article, title: 'הנמל נשאר', outlet: 'יומן החוף' };
    const speaker = { name: 'מרה אוקל', role: 'ראש העיר', mention: null, confidence: 1 };
    expect(captionOf(quotation({ article, speaker }), english)).toEqual({
      words: 'The harbour stays open, whatever it costs.',
      speaker: 'מרה אוקל, ראש העיר',
      source: '“הנמל נשאר”, יומן החוף, 2021-03-04, paragraph 3',
    });
    expect(captionOf(quotation({ article, speaker: null, kind: 'own' }), english).speaker).toBe(
      'יומן החוף, the outlet’s own words',
    );
  });
});

describe('sharing', () => {
  it('is offered of a private answer, whether or not its question fits its buttons', () => {
    const one = page(quotations([quotation()]), { query, shareable: true });
    expect(one.row.map(({ label }) => label)).toEqual(['Share']);
    expect(readIds(one.buttons.flatMap(({ custom_id: id }) => id ?? []))).toEqual(query);
    const long = { ...query, args: { text: 'x'.repeat(400) } };
    expect(page(quotations([quotation()]), { query: long, shareable: true }).row.map(({ label }) => label)).toEqual([
      'Share',
    ]);
    expect(page(quotations([quotation()]), { shareable: true }).row.map(({ label }) => label)).toEqual(['Share']);
  });
});

describe('pages', () => {
  it('of five cut quotations with every button are within what Discord takes', () => {
    const article = { ...quotation().article, url: 'https://coast.example/harbour' };
    const full = quotations(Array.from({ length: 12 }, () => quotation({ article })));
    const { components } = render(full, english, { query, reversible: true, shareable: true });
    expect(weigh(components).components).toBeLessThanOrEqual(38);
    expect(accepted(components).row.map(({ label }) => label)).toEqual([
      ...Array.from({ length: 5 }, () => 'Read the article'),
      '◀',
      '1 of 3',
      '▶',
      'Other side',
      'Share',
    ]);
  });

  const many = quotations(
    Array.from({ length: 12 }, (_, index) => quotation({ text: `Number ${index}.` })),
    40,
  );

  it('hold five entries, and say which they are', () => {
    const drawn = page(many, { query, page: 1 });
    expect(drawn.text.match(/Number \d+/g)).toEqual([5, 6, 7, 8, 9].map((number) => `Number ${number}`));
    expect(drawn.text).toContain('-# The best 12 of 40');
    expect(drawn.row.map(({ label, disabled }) => [label, disabled])).toEqual([
      ['◀', false],
      ['2 of 3', true],
      ['▶', false],
    ]);
  });

  it('are not endless', () => {
    const endless = quotations(Array.from({ length: 300 }, () => quotation()));
    expect(render(endless, english, { query }).count).toBe(20);
    expect(page(endless).text).toContain('-# The best 100 of 300');
  });

  it('end where the answer does', () => {
    expect(render(many, english, { query, page: 99 })).toMatchObject({ number: 2, count: 3 });
    expect(page(many, { query, page: 99 }).row.map(({ disabled }) => disabled)).toEqual([false, true, true]);
  });

  it('have no buttons when the question is too long for them, and say so', () => {
    const drawn = page(many, { query: { ...query, args: { text: 'x'.repeat(400) } } });
    expect(drawn.row).toEqual([]);
    expect(drawn.text).toContain('this question is too long for page buttons');
  });

  it('have no buttons where there is one', () => {
    expect(page(quotations([quotation()])).row).toEqual([]);
  });

  it('of plain words hold every line', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `seeds/${index}_file.txt: not UTF-8`);
    const report: Answer = {
      show: 'page',
      status: 'ok',
      heading: 'Reloaded',
      sections: [{ title: 'Problems', lines }],
    };
    const { count } = render(report, english, { query });
    const all = Array.from({ length: count }, (_, at) => page(report, { query, page: at }).text).join('\n');
    expect(count).toBeGreaterThan(2);
    expect(lines.filter((line) => !all.includes(line.replace('_', '\\_')))).toEqual([]);
  });
});

describe('a sentence of the bot’s own', () => {
  it('offers what is nearest', () => {
    expect(accepted(renderSentence('Nobody is called “x_y”.', english, ['Iran', '*Irun*'])).text).toBe(
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
      resolved: fc.oneof(
        fc.record({ by: fc.constant('later name' as const), name: overlongText }),
        fc.record({
          by: fc.constantFrom('pronoun' as const, 'description' as const),
          mention: overlongText,
          name: overlongText,
        }),
        fc.record({ by: fc.constantFrom('what follows' as const, 'what goes before' as const) }),
      ),
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
    total: fc.nat(),
    holder: overlongText,
    date: maybe(hostileText),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const anyPassage: fc.Arbitrary<Passage> = fc.record({
    text: overlongText,
    article,
    start: fc.nat(50),
    end: fc.nat(10_000),
    paragraph: fc.nat(400),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    sentence: range,
    matches: fc.array(range, { maxLength: 4 }),
    typed: fc.array(range, { maxLength: 4 }),
    also: fc.array(article, { maxLength: 5 }),
  });
  const status = fc.constantFrom('ok' as const, 'nothing' as const);
  const note = { note: overlongText, heading: overlongText, status };
  const anyVerdict: fc.Arbitrary<VerdictAnswer> = fc.record(
    {
      show: fc.constant('verdict' as const),
      heading: overlongText,
      status,
      verdict: fc.constantFrom('verbatim', 'abridged', 'altered', 'misattributed', 'reported', 'not found'),
      claim: overlongText,
      message: overlongText,
      quotation: anyQuotation,
      around: fc.record({ text: overlongText, start: fc.nat(), end: fc.nat() }),
      differences: fc.array(fc.record({ op: fc.constantFrom('same', 'removed', 'added'), text: overlongText }), {
        maxLength: 6,
      }),
      notes: fc.array(overlongText, { maxLength: 6 }),
    },
    { requiredKeys: ['show', 'heading', 'status', 'verdict', 'claim', 'notes'] },
  );
  const anyPairs = fc.array(fc.record({ first: anyPosition, second: anyPosition }), { maxLength: 4 });
  const newAnswer: fc.Arbitrary<Answer> = fc.oneof(
    fc.record(
      {
        show: fc.constant('passages' as const),
        ...note,
        reading: fc.constantFrom('passages', 'quotations', 'positions'),
        read: overlongText,
        quotations: fc.array(anyQuotation, { maxLength: 3 }),
        positions: fc.array(anyPosition, { maxLength: 3 }),
        passages: fc.array(anyPassage, { maxLength: 7 }),
        total: fc.nat(),
      },
      { requiredKeys: ['show', 'heading', 'status', 'reading', 'read', 'passages', 'total'] },
    ),
    anyVerdict,
    fc.record({ show: fc.constant('verdicts' as const), ...note, verdicts: fc.array(anyVerdict, { maxLength: 4 }) }),
    fc.record({
      show: fc.constant('comparison' as const),
      ...note,
      first: overlongText,
      second: overlongText,
      about: overlongText,
      agree: anyPairs,
      differ: anyPairs,
      onlyFirst: fc.array(anyPosition, { maxLength: 3 }),
      onlySecond: fc.array(anyPosition, { maxLength: 3 }),
      summary: overlongText,
    }),
    fc.record(
      {
        show: fc.constant('timeline' as const),
        ...note,
        holder: overlongText,
        about: overlongText,
        events: fc.array(fc.record({ position: anyPosition, changed: fc.boolean() }), { maxLength: 12 }),
        picture: fc.record({ name: hostileText, png: fc.uint8Array({ maxLength: 9 }), alt: overlongText }),
      },
      { requiredKeys: ['show', 'heading', 'status', 'holder', 'about', 'events'] },
    ),
  );
  const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
    { weight: 6, arbitrary: newAnswer },
    fc.record({
      show: fc.constant('quotations' as const),
      ...note,
      quotations: fc.array(anyQuotation, { maxLength: 7 }),
      total: fc.nat(),
      pictureNote: overlongText,
      picture: fc.record({ name: hostileText, png: fc.uint8Array({ maxLength: 9 }), alt: overlongText }),
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
      sections: fc.array(
        fc.oneof(
          fc.record({ title: overlongText, lines: fc.array(overlongText, { maxLength: 6 }) }),
          fc.record({ lines: fc.array(hostileText, { minLength: 19, maxLength: 40 }), file: hostileText }),
        ),
        { maxLength: 6 },
      ),
    }),
    fc.record({ show: fc.constant('error' as const), status: fc.constant('error' as const), message: overlongText }),
  );

  it('Discord takes every page of it', () => {
    const args = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), hostileText, { maxKeys: 3, noNullPrototype: true });
    fc.assert(
      fc.property(
        anyAnswer,
        args,
        fc.option(overlongText, { nil: undefined }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(english, ...translations.values()),
        (answer, given, notice, reversible, shareable, wording) => {
          const request = {
            query: { ...query, args: given },
            reversible,
            shareable,
            ...(notice === undefined ? {} : { notice }),
          };
          if (answer.status !== 'ok') accepted(renderNothing(answer, wording));
          const { count } = render(answer, wording, request);
          for (let number = 0; number < count; number += 1) {
            const { components, enclosed } = render(answer, wording, { ...request, page: number });
            const weight = weigh(components);
            expect(weight.components).toBeLessThanOrEqual(40);
            expect(weight.text).toBeLessThanOrEqual(4_000);
            accepted(components, enclosed);
          }
        },
      ),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('Discord takes every sentence', () => {
    fc.assert(
      fc.property(overlongText, fc.array(overlongText, { maxLength: 30 }), (sentence, nearest) => {
        accepted(renderSentence(sentence, english, nearest));
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
