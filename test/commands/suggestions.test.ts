import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { type AnalysedArticle, analyseArticle } from '../../src/core/analysed-article.ts';
import { bareArticle } from '../../src/core/article.ts';
import { buildArchive } from '../../src/core/memory-archive.ts';
import type { Statement } from '../../src/core/quotation/statement.ts';
import { choicesOf } from '../../src/discord/suggestions.ts';
import { english } from '../../src/wording/wording.ts';
import { startBot } from '../discord/bot.ts';
import { hostileText } from '../discord/hostile.ts';
import type { FakeDiscord } from '../fake-discord.ts';

/** What is offered while somebody types, from an archive with very many speakers, some with very long names. */
const letters = 'abcdefghijklmnopqrstuvwxyz';
/** A surname for each number, so that no two are alike. */
const surname = (number: number) =>
  `Q${[...String(number).padStart(5, '0')].map((digit) => letters[Number(digit)]).join('')}son`;
const ninety = `Maximiliana ${'Aurelia '.repeat(9)}Zwing`.padEnd(90, 'x');

/** An article in which one speaker says a few sentences. */
function said(speaker: string, times: number, date: string | null = null): AnalysedArticle {
  const quoted = 'The harbour stays open.';
  const lines = Array.from({ length: times }, () => `“${quoted}” said ${speaker}.`);
  const text = lines.join('\n\n');
  const at = (index: number) => lines.slice(0, index).reduce((sum, line) => sum + line.length + 2, 0);
  const paragraphs = lines.map((line, index) => [at(index), at(index) + line.length] as const);
  const statements = lines.map((line, index): Statement => {
    const start = at(index) + 1;
    const mention = at(index) + line.indexOf(speaker);
    return {
      content: [[start, start + quoted.length]],
      kind: 'direct',
      speaker: { name: speaker, mention: [mention, mention + speaker.length], confidence: 0.95 },
      cue: null,
      within: null,
    };
  });
  const article = bareArticle({
    id: speaker.replaceAll(' ', '-'),
    title: `What ${speaker} said`,
    outlet: 'Coast Daily',
    date,
    text,
    paragraphs,
  });
  return { article, statements, stances: [], sentences: paragraphs };
}

let fake: FakeDiscord;
let stop: () => Promise<void>;

beforeAll(async () => {
  const many = Array.from({ length: 10_000 }, (_, number) => said(`Anna ${surname(number)}`, 1));
  const some = [said('Mara Okell', 7), said('José Núñez-Okara', 3), said(ninety, 5), said('Okello', 2)];
  const dated = [said('Anna Adamson', 1, '2020-02-02'), said('Anna Zeitlin', 1, '2021-03-04')];
  const archive = buildArchive([...many, ...some, ...dated]);
  ({ fake, stop } = await startBot(commands, { archive: () => archive }));
}, 60_000);
afterAll(async () => {
  expect(fake.refusals).toEqual([]);
  await stop();
});

const typed = (speaker: string) => fake.autocomplete({ name: 'quote', focused: 'speaker', options: { speaker } });
const names = async (speaker: string) => (await typed(speaker)).map(({ name }) => name);

describe('suggestions out of ten thousand', () => {
  it('are the most quoted before anything is typed, each with its count', async () => {
    const offered = await names('');
    expect(offered).toHaveLength(25);
    expect(offered[0]).toBe('Mara Okell · 7 statements');
    expect(offered[1]).toMatch(/^Maximiliana Aurelia .*… · 5 statements$|^Maximiliana .* · 5 statements$/);
    expect(offered.slice(2, 4)).toEqual(['José Núñez-Okara · 3 statements', 'Okello · 2 statements']);
    expect(offered.slice(4, 6)).toEqual(['Anna Zeitlin · 1 statement', 'Anna Adamson · 1 statement']);
    expect(offered[6]).toMatch(/^Anna Q[a-j]{5}son · 1 statement$/);
  });

  it('are titles with how much is said in each, the newest first', async () => {
    const titles = await fake.autocomplete({ name: 'article', focused: 'article', options: { article: 'what anna' } });
    expect(titles.slice(0, 2).map(({ name }) => name)).toEqual([
      'What Anna Zeitlin said · 1 statement',
      'What Anna Adamson said · 1 statement',
    ]);
    const [long] = await fake.autocomplete({ name: 'article', focused: 'article', options: { article: 'maxim' } });
    expect(long?.name).toMatch(/^What Maximiliana .*· 5 statements$/);
  });

  it('are found by the beginning of any word, whatever its case and accents, the most quoted first', async () => {
    expect(await names('ok')).toEqual([
      'Mara Okell · 7 statements',
      'Okello · 2 statements',
      'José Núñez-Okara · 3 statements',
    ]);
    expect(await names('NUÑEZ')).toEqual(['José Núñez-Okara · 3 statements']);
    expect(await names('nunez jose')).toEqual(['José Núñez-Okara · 3 statements']);
    expect(await names('anna q')).toHaveLength(25);
    expect(await names(surname(9_999))).toEqual([`Anna ${surname(9_999)} · 1 statement`]);
    expect(await names('kell')).toEqual([]);
  });

  it('are never longer than Discord takes, and what is picked still asks for the whole name', async () => {
    const [long] = await typed('maxim');
    expect(long?.name.length).toBeLessThanOrEqual(100);
    expect(long?.name).toMatch(/ · 5 statements$/);
    const value = String(long?.value);
    expect(value.length).toBeLessThanOrEqual(100);
    const reply = await fake.command({ name: 'quote', options: { speaker: value } });
    expect(reply.text).toContain('Maximiliana Aurelia');
    expect(reply.text).toContain('The harbour stays open.');
  });

  it('need not be picked: what is typed freely is understood', async () => {
    const reply = await fake.command({ name: 'quote', options: { speaker: 'okell' } });
    expect(reply.text).toContain('**Mara Okell**');
  });

  it('are never too many, too long, or an error, whatever is typed into whichever option', async () => {
    const completed = commands.flatMap(({ data }) =>
      (data.options ?? []).filter(({ autocomplete }) => autocomplete).map(({ name }) => ({ command: data.name, name })),
    );
    expect(completed.length).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...completed), hostileText, async ({ command, name }, text) => {
        const choices = await fake.autocomplete({
          name: command,
          focused: name,
          options: { [name]: text },
          unchecked: true,
        });
        expect(choices.length).toBeLessThanOrEqual(25);
        for (const choice of choices) {
          expect(choice.name.length).toBeLessThanOrEqual(100);
          expect(String(choice.value).length).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('words to look for', () => {
  /** No position is in it, so that nothing but words can be suggested. */
  const { article: blank } = said('Mara Okell', 1);
  const first = '“The lamp is old,” said Mara Okell. “The lamp burns,” said Tomas Brandt.';
  const text = `${first}\n\nThe lagoon lies behind it.`;
  const paragraphs = [[0, first.length] as const, [first.length + 2, text.length] as const];

  it('come with how many statements hold them, those that nobody said not at all', async () => {
    const archive = buildArchive([analyseArticle({ ...blank, text, paragraphs })]);
    const words = async (typed: string) =>
      choicesOf(await archive.suggestSubjects(typed), english).map(({ name }) => name);
    expect(await words('la')).toEqual(['lamp · 2 statements']);
    expect(await words('bur')).toEqual(['burns · 1 statement']);
    const offered = await words('');
    expect(offered).toContain('lamp · 2 statements');
    expect(offered.some((name) => name.startsWith('lagoon'))).toBe(false);
    expect((await archive.quote({ text: 'lamp' })).total).toBe(2);
  });
});
