import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { budget } from '../../src/discord/budget.ts';
import { bodyOf } from '../../src/discord/registration.ts';
import { describeCommand, describeOption, nameChoice } from '../../src/wording/descriptions.ts';
import { isolate } from '../../src/wording/direction.ts';
import { english, translations, type Wording, wordingFor } from '../../src/wording/wording.ts';
import { hostileText } from '../discord/hostile.ts';
import { checkCommands } from '../fake-discord/commands.ts';
import { Field } from '../fake-discord/form.ts';

const languages = [['en', english] as const, ...translations];

type Sentence = (...given: readonly unknown[]) => unknown;
type Entry = readonly [path: string, entry: string | Sentence];

/** Every sentence of a language under the path that leads to it. */
function entriesOf(wording: Wording): Entry[] {
  const walk = (value: unknown, path: string): Entry[] => {
    if (typeof value === 'string' || typeof value === 'function') return [[path, value as string | Sentence]];
    return Object.entries(value ?? {}).flatMap(([key, inner]) => walk(inner, path === '' ? key : `${path}.${key}`));
  };
  return walk(wording, '');
}

const numbers = [0, 1, 2, 5, 1_234];
const name = 'Velmouth';
const other = 'Arlow';
const subject = 'the harbour';
const remarks = [
  ...[
    'only the beginning',
    'no words',
    'unclear speaker',
    'omitted speaker',
    'tag between',
    'begins earlier',
    'goes on',
    'these unmarked',
    'these partly marked',
    'nearest unmarked',
    'nearest partly marked',
    'negation differs',
    'negation elsewhere',
    'number differs',
    'name differs',
  ].map((kind) => ({ kind })),
  ...['another speaker', 'probable speaker', 'omitted negation', 'omitted number', 'negation outside'].map((kind) => ({
    kind,
    words: name,
  })),
];
const query = {
  text: name,
  speaker: other,
  outlet: subject,
  collection: 'coast',
  from: '2021-03-04',
  to: '2022-05-06',
};
const queries = ['direct', 'mixed', 'indirect', 'own'].map((kind) => [{ ...query, kind }]);
const questions = ['passages', 'quotations', 'positions'].flatMap((reading) => [
  [{ reading }],
  [{ reading, who: name }],
  [{ reading, who: name, about: subject }],
]);
const sides = ['supports', 'opposes'];
const ones = numbers.map((value) => [value]);
const pairs = numbers.flatMap((one) => numbers.map((two) => [one, two]));
const triples = pairs.flatMap(([one, two]) => numbers.map((three) => [one, two, three]));

/** What each function entry is tried with. */
const samples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'quantities.articles': ones,
  'quantities.statements': ones,
  'quantities.positions': ones,
  'quantities.problems': ones,
  'quantities.files': ones,
  number: ones,
  'common.nobodyCalled': [[name]],
  'common.noOutlet': [[name]],
  'common.noCollection': [[name]],
  'common.noPosition': [[name, subject]],
  'common.correctedAll': [[name]],
  'common.corrected': [[name]],
  'common.by': [[name]],
  'common.of': [[name]],
  'common.labelled': [[name, other]],
  'quotation.paragraph': ones,
  'quotation.also': [[[name]], [[name, other]]],
  'quotation.resolution': [
    [{ by: 'later name', name }],
    [{ by: 'pronoun', mention: other, name }],
    [{ by: 'description', mention: other, name }],
    [{ by: 'what follows' }],
    [{ by: 'what goes before' }],
  ],
  'position.holds': sides.flatMap((side) => [
    [side, true],
    [side, false],
  ]),
  'position.claim': sides.flatMap((side) => [
    [name, side, true],
    [name, side, false],
  ]),
  'position.more': ones,
  'quote.heading': [[{}], ...queries],
  'quote.nothing': [[{}], ...queries],
  'quote.noDay': [[name, 'from']],
  'quote.noSpan': [['2021-03-04', '2020-01-01']],
  'ask.read': questions,
  'stance.heading': [[name, subject]],
  'stance.summary': pairs,
  'compare.heading': [[name, other, subject]],
  'compare.nothing': [[name, other, subject]],
  'compare.summary': pairs,
  'compare.onlyBy': [[name]],
  'compare.same': [[name]],
  'timeline.heading': [[name, subject]],
  'timeline.undated': pairs,
  'timeline.newest': pairs,
  'timeline.turned': [[name]],
  'timeline.event': sides.map((side) => ['2021-03-04', side, subject]),
  'timeline.span': [[name, 15, '2021-03-04', '2022-05-06']],
  'verify.remark': remarks.map((remark) => [remark]),
  'check.heading': ones,
  'check.left': pairs,
  'article.nothing': [[name]],
  'article.id': [[name]],
  'article.speakers': ones,
  'article.speaker': ones.map(([value]) => [name, value]),
  'sources.size': triples,
  'sources.hidden': ones,
  'sources.source': [
    [name, 2, null, null],
    [name, 2, '2021-03-04', '2021-03-04'],
    [name, 2, '2021-03-04', '2022-05-06'],
  ],
  'help.nothing': [[name]],
  'help.size': ones,
  'help.usage': [['/quote text']],
  'help.option': [
    [name, subject, true],
    [name, subject, false],
  ],
  'status.size': pairs,
  'status.version': [['abc']],
  'status.readAt': [['2021-03-04 05:06:07']],
  'status.uptime': triples,
  'status.memory': ones,
  'status.latency': ones,
  'reload.refusedManager': [['300000000000000001']],
  'reload.size': [[{ articles: 1_234, statements: 2, added: 3, changed: 4, removed: 5, problems: 6 }]],
  'reload.seconds': [[1.25]],
  'reload.progress': pairs.map(([files, of]) => [{ files, of, statements: 1_234 }]),
  'reload.left': [[5], [12], [89], [120], [4_000]],
  'reload.nothing': ones.map(([value]) => [name, value]),
  'option.unknown': [
    ['quote', name, []],
    ['quote', name, ['text', 'speaker']],
  ],
  'option.repeated': [[name]],
  'option.missing': [['quote', name, subject]],
  'option.noBoolean': [[name]],
  'option.noInteger': [[name]],
  'option.noText': [[name]],
  'option.noChoice': [[name, ['one', 'two']]],
  'option.tooLong': [[name, 100, 1_234]],
  'option.tooShort': ones.map(([value]) => [name, value]),
  'message.whose': [[subject, name]],
  'message.page': pairs,
  'message.best': pairs,
  'message.leftOut': pairs,
  'message.enclosed': ones.map(([value]) => [value, 'problems.txt']),
  'message.more': ones,
  'message.noCommand': [[name]],
  'message.noMenuCommand': [[name]],
  'message.cooldown': ones.filter(([value]) => value !== 0),
  'message.fault': [['1234567890']],
  'terminal.greeting': pairs,
  'terminal.more': pairs,
  'terminal.best': pairs,
  'terminal.places': ones,
  'terminal.fault': [[undefined], ['1234567890']],
  'terminal.noCommand': [
    ['qoute', undefined],
    ['qoute', 'quote'],
  ],
  'terminal.blank': [[['/quote', '/stance']]],
  'terminal.withUsage': [[subject, '/quote text']],
  'terminal.twice': [[name]],
  'terminal.needs': [['stance', ['actor', 'about']]],
  'terminal.noWords': [['status', name]],
  'terminal.noPlace': [[name, ['actor', 'about']]],
  'terminal.openQuote': [[name]],
  'terminal.joinedQuote': [[name]],
  'terminal.noValue': [[name]],
  'terminal.noBoolean': [[name, other]],
  'terminal.noInteger': [[name, other]],
  'terminal.noChoice': [[name, ['one', 'two'], other]],
  'terminal.empty': [[name]],
  'terminal.tooLong': [[name, 1_234]],
  'terminal.tooShort': [[name, 1_234]],
  capitalise: [[subject]],
};

/** What each language says in words of its own. */
const kinds = new Set(['kind', 'by', 'reading']);

/** The texts and numbers that a sentence is made with. */
function givenIn(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (kinds.has(key) ? [] : givenIn(inner)));
}

/** The sentence without the marks that keep directions apart, and with plain blanks. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replace(/[\u00a0\u202f]/g, ' ');

describe.each(languages)('the sentences in %s', (locale, wording) => {
  const entries = entriesOf(wording);

  it('are all there', () => {
    const shape = (of: Wording) =>
      entriesOf(of)
        .map(([path, entry]) => `${path} ${typeof entry}`)
        .toSorted();
    expect(shape(wording)).toEqual(shape(english));
    const functions = entries.flatMap(([path, entry]) => (typeof entry === 'function' ? [path] : []));
    expect(Object.keys(samples).toSorted()).toEqual(functions.toSorted());
  });

  it('say something, whatever they are made with', () => {
    for (const [path, entry] of entries) {
      if (path.startsWith('terminal.ownWords.')) continue;
      const made = typeof entry === 'string' ? [entry] : (samples[path] ?? []).map((given) => entry(...given));
      for (const sentence of made) {
        expect(sentence, path).toBeTypeOf('string');
        expect(String(sentence).trim(), path).not.toBe('');
        expect(sentence, path).not.toMatch(/undefined|null|NaN|\[object|\$\{| {2}/);
      }
    }
  });

  it('leave out nothing that English says', () => {
    for (const [path, entry] of entries) {
      const [, model] = entriesOf(english).find(([same]) => same === path) ?? [];
      if (typeof entry !== 'function' || typeof model !== 'function') continue;
      for (const given of samples[path] ?? []) {
        const [here, there] = [plain(String(entry(...given))), plain(String(model(...given)))];
        for (const part of given.flatMap(givenIn)) {
          const isSaid = (text: string, of: Wording) =>
            typeof part === 'string' ? text.includes(part) : text.includes(plain(of.number(part)));
          // A number of one may be told by a word.
          if (part === 1 || sides.includes(String(part)) || !isSaid(there, english)) continue;
          expect(isSaid(here, wording), `${path} leaves out ${part}: ${here}`).toBe(true);
        }
      }
    }
  });

  it('fit where Discord shows them', () => {
    const { message } = wording;
    const labels = [message.read, message.whole, message.context, message.cite, message.otherSide, message.share];
    for (const label of [...labels, message.page(100, 100)]) expect(label.length).toBeLessThanOrEqual(budget.label);
    // These are shown as small print of at most 150 characters, escapes among them.
    const small = [message.tooLong, message.changed, message.leftOut(5, 100), message.best(100, 1_234)];
    const remarked = (samples['verify.remark'] ?? []).map(([remark]) => wording.verify.remark(remark as never));
    for (const line of [
      ...small,
      ...remarked,
      wording.quote.partial,
      wording.reload.joined,
      wording.ask.read({ reading: 'passages' }),
    ]) {
      expect(line.length, line).toBeLessThanOrEqual(145);
    }
    for (const text of [...Object.values(wording.verify.headings), wording.help.heading]) {
      expect(text.length, text).toBeLessThanOrEqual(145);
    }
  });

  it('keep text from right to left in its place', () => {
    const turned = 'שלום';
    for (const [path, entry] of entries) {
      if (typeof entry !== 'function' || path === 'capitalise') continue;
      for (const given of samples[path] ?? []) {
        const replace = (value: unknown): unknown => {
          if (value === name || value === other || value === subject) return turned;
          if (Array.isArray(value)) return value.map(replace);
          if (typeof value !== 'object' || value === null) return value;
          return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
        };
        const sentence = String(entry(...given.map(replace)));
        const bare = sentence.replaceAll(`\u2068${turned}\u2069`, '');
        expect(bare.includes(turned), `${path}: ${sentence}`).toBe(false);
      }
    }
  });

  it('describe every command, option and choice', () => {
    if (locale === 'en') return;
    for (const { data } of commands) {
      expect(describeCommand(data, wording), data.name).not.toBe(data.description);
      for (const option of data.options ?? []) {
        expect(describeOption(data.name, option, wording), `${data.name} ${option.name}`).not.toBe(option.description);
        for (const choice of option.choices ?? []) {
          expect(nameChoice(data.name, option.name, choice, wording), choice.name).not.toBe(choice.name);
        }
      }
    }
  });
});

describe('the catalogue', () => {
  it('has no words for what is no command, option or choice', () => {
    const named = Object.entries(english.commands).map(([command, { options }]) => [
      command,
      Object.keys(options).toSorted(),
    ]);
    const defined = commands.map(({ data }) => [
      data.name,
      (data.options ?? []).map((option) => option.name).toSorted(),
    ]);
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(defined));
  });

  it('is one that Discord registers, in exactly the languages there are', () => {
    const body = bodyOf(commands.map(({ data }) => data));
    expect(() => checkCommands(new Field(body))).not.toThrow();
    for (const command of body) {
      expect(command).toMatchObject({
        description_localizations: {
          de: expect.any(String),
          'es-ES': expect.any(String),
          'es-419': expect.any(String),
          fr: expect.any(String),
        },
      });
    }
  });

  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['fr', 'fr'],
    ['fr_CA', 'fr'],
    ['es-ES', 'es-ES'],
    ['es', 'es-ES'],
    ['es-419', 'es-419'],
    ['es-MX', 'es-419'],
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['it', 'en'],
    ['constructor', 'en'],
    ['', 'en'],
  ])('answers %s in %s', (asked, given) => {
    expect(wordingFor(asked).locale).toBe(given);
  });

  it('writes numbers and the nouns behind them as each language does', () => {
    const articles = (locale: string) =>
      [0, 1, 2, 12_345, 1_000_000].map(wordingFor(locale).quantities.articles).map(plain);
    expect(articles('en')).toEqual(['0 articles', '1 article', '2 articles', '12,345 articles', '1,000,000 articles']);
    expect(articles('de')).toEqual(['0 Artikel', '1 Artikel', '2 Artikel', '12.345 Artikel', '1.000.000 Artikel']);
    expect(articles('fr')).toEqual(['0 article', '1 article', '2 articles', '12 345 articles', '1 000 000 d’articles']);
    expect(articles('es-ES').slice(3)).toEqual(['12.345 artículos', '1.000.000 de artículos']);
    expect(articles('es-419').slice(3)).toEqual(['12,345 artículos', '1,000,000 de artículos']);
  });
});

describe('text that turns direction', () => {
  it('is enclosed so that nothing of it reaches its neighbours, and other text is left alone', () => {
    expect(isolate('Velmouth')).toBe('Velmouth');
    fc.assert(
      fc.property(hostileText, (text) => {
        const enclosed = isolate(text);
        if (enclosed === text) return;
        let open = 0;
        for (const control of enclosed.match(/[\u2066-\u2069]/g) ?? []) {
          // The first opens what only the last may close.
          expect(open > 0 || enclosed.startsWith(control)).toBe(true);
          open += control === '\u2069' ? -1 : 1;
        }
        expect(open).toBe(0);
        expect(enclosed.replace(/[\u2066-\u2069]/g, '')).toBe(text.replace(/[\u2066-\u2069]/g, ''));
      }),
    );
  });
});
