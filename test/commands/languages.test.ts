import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { type Discord, startDiscord } from '../../src/discord/client.ts';
import { botOptions } from '../app-ports.ts';
import { FakeDiscord } from '../fake-discord.ts';

/** Every main command in the languages of those who ask: the real client and archive, a loopback Discord. */
const hebrew = 'הנמל נסגר';
const articles = [
  {
    id: 'h1',
    title: 'Harbour to close',
    outlet: 'Coast Daily',
    date: '2021-03-04',
    text: 'Velmouth will close its harbour in June.\n\n“We oppose foreign ownership of the harbour,” said Mara Okell, the mayor of Velmouth. She said that the town supports the new ferry.\n\nChile opposes foreign ownership of the harbour.',
  },
  {
    id: 'h2',
    title: hebrew,
    outlet: 'חדשות',
    date: '2022-05-06',
    text: 'The ferry opened on Monday.\n\n“The new ferry belongs to everybody, and we support foreign ownership of the harbour,” said Mara Okell, the mayor of Velmouth.',
  },
];
const keeper = { id: '300000000000000003' };

let folder = '';
let app: App;
let discord: FakeDiscord;
let bot: Discord;
let waits = false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-'));
  await writeFile(join(folder, 'a.jsonl'), articles.map((article) => JSON.stringify(article)).join('\n'));
  app = await openApp([folder]);
  discord = await FakeDiscord.start({ guilds: [{ id: '100000000000000001', name: 'Home' }] });
  bot = startDiscord(
    botOptions(app, discord, { moderators: { users: [keeper.id], guilds: [] }, cooldown: () => (waits ? 1_234 : 0) }),
  );
  await bot.ready;
});
afterAll(async () => {
  expect(discord.refusals).toEqual([]);
  await bot.stop();
  await discord.stop();
  await rm(folder, { recursive: true });
});

type Asked = Parameters<FakeDiscord['command']>[0];
const ask = (locale: string, name: string, options: Asked['options'] = {}, more: Partial<Asked> = {}) =>
  discord.command({ name, options, locale, ...more });
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const textOf = async (...asked: Parameters<typeof ask>) => plain((await ask(...asked)).text);
const labels = (reply: { readonly buttons: readonly { readonly label?: string }[] }) =>
  reply.buttons.map(({ label }) => label);

/** What each language says where; the printed words are the same in all. */
const said = {
  de: {
    quote: '## Zitate mit „foreign ownership“',
    manner: '· wörtlich',
    place: '· Absatz 2',
    buttons: ['Im Zusammenhang', 'Zitieren', 'Im Zusammenhang', 'Zitieren'],
    nothing: 'Nichts liegt vor: keine Zitate mit „zeppelin“.',
    side: '### ➖ Dagegen',
    claim: 'ist gegen: **foreign ownership of the harbour**',
    summary: 'Gemischt: 1-mal dafür, 1-mal dagegen',
    ask: 'Verstanden als: Was hat Mara Okell über „the harbour“ gesagt?',
    opinion: 'Ich habe keine Meinung',
    verdict: '### ✅ Wörtlich',
    agree: '### 🤝 Einig',
    same: 'Beide sind Mara Okell: Nenne zwei verschiedene.',
    timeline: 'Mara Okell über harbour im Lauf der Zeit',
    turned: '🔄 anders als zuvor',
    article: 'So beginnt er',
    sources: '2 Artikel.',
    help: '— Finden, was gesagt wurde, Wort für Wort',
    status: 'Läuft seit',
    reload: '2 Artikel,',
    took: /Es dauerte \d+,\d Sekunden\./,
    refused: 'Nur Moderatoren dürfen neu lesen',
    wrong: '„gestern“ ist kein Tag: Gib from als Jahr, Monat und Tag an',
    waits: 'Bitte versuch es in 1.234 Sekunden noch einmal.',
    menu: '1 Zitat geprüft',
    stale: 'Dieser Knopf ist von einer älteren Version von mir.',
    suggestion: / · \d+ Aussagen?$/,
    shared: 'Teilen',
    context: '## Im Zusammenhang',
    cite: 'Reiner Text',
  },
  fr: {
    quote: '## Citations avec « foreign ownership »',
    manner: '· mot pour mot',
    place: '· paragraphe 2',
    buttons: ['En contexte', 'Citer', 'En contexte', 'Citer'],
    nothing: 'Rien de disponible : aucune citation avec « zeppelin ».',
    side: '### ➖ S’oppose à',
    claim: 's’oppose à : **foreign ownership of the harbour**',
    summary: 'Partagé : 1 pour, 1 contre',
    ask: 'Compris comme : qu’a dit Mara Okell à propos de « the harbour » ?',
    opinion: 'Je n’ai pas d’opinion',
    verdict: '### ✅ Mot pour mot',
    agree: '### 🤝 D’accord',
    same: 'Les deux sont Mara Okell : nomme deux acteurs différents.',
    timeline: 'Mara Okell à propos de harbour au fil du temps',
    turned: '🔄 changement par rapport à avant',
    article: 'Il commence ainsi',
    sources: '2 articles.',
    help: '— Trouver ce qui a été dit, mot pour mot',
    status: 'En marche depuis',
    reload: '2 articles,',
    took: /Cela a pris \d+,\d secondes\./,
    refused: 'Seuls les modérateurs peuvent relire les articles',
    wrong: '« gestern » n’est pas un jour : donne from en année, mois et jour',
    waits: 'Réessaie dans 1 234 secondes.',
    menu: '1 citation vérifiée',
    stale: 'Ce bouton vient d’une version plus ancienne de moi.',
    suggestion: / · \d+ déclarations?$/,
    shared: 'Partager',
    context: '## En contexte',
    cite: 'Texte brut',
  },
} as const;

/** The text as it is shown, without the escapes of Markdown. */
const shown = (text: string) => text.replace(/\\([^\w\s])/g, '$1');

describe.each(Object.entries(said))('whoever asks in %s', (locale, words) => {
  it('reads the printed words as they are, and all around them in their language', async () => {
    const reply = await ask(locale, 'quote', { text: '"foreign ownership"' });
    const text = plain(reply.text);
    expect(shown(text)).toContain(
      words.quote.replace(/„foreign ownership“|« foreign ownership »/, (marked) =>
        marked.replace('foreign ownership', '"foreign ownership"'),
      ),
    );
    expect(text.replaceAll('**', '')).toContain('We oppose foreign ownership of the harbour');
    expect(text).toContain(words.manner);
    expect(text).toContain(words.place);
    expect(labels(reply)).toEqual(words.buttons);
  });

  it('is told so when there is nothing', async () => {
    expect(await textOf(locale, 'quote', { text: 'zeppelin' })).toContain(words.nothing);
    expect(await textOf(locale, 'ask', { question: 'What do you think of the harbour?' })).toContain(words.opinion);
  });

  it('reads positions, comparisons and events', async () => {
    const stance = await textOf(locale, 'stance', { actor: 'okell', about: 'harbour' });
    for (const part of [words.side, words.claim, words.summary]) expect(shown(stance)).toContain(part);
    expect(await textOf(locale, 'compare', { first: 'okell', second: 'chile', about: 'harbour' })).toContain(
      words.agree,
    );
    const same = await textOf(locale, 'compare', { first: 'okell', second: 'Mara Okell', about: 'harbour' });
    expect(shown(same)).toBe(words.same);
    const timeline = await textOf(locale, 'timeline', { actor: 'okell', about: 'harbour' });
    expect(timeline).toContain(words.timeline);
    expect(timeline).toContain(words.turned);
  });

  it('reads questions, verdicts and articles', async () => {
    expect(shown(await textOf(locale, 'ask', { question: 'What did Okell say about the harbour?' }))).toContain(
      words.ask,
    );
    expect(await textOf(locale, 'verify', { quotation: 'We oppose foreign ownership of the harbour' })).toContain(
      words.verdict,
    );
    expect(await textOf(locale, 'article', { article: 'Harbour to close' })).toContain(words.article);
    expect(await textOf(locale, 'sources')).toContain(words.sources);
  });

  it('reads help, status and reports', async () => {
    expect(shown(await textOf(locale, 'help'))).toContain(words.help);
    expect(await textOf(locale, 'status')).toContain(words.status);
    const report = await textOf(locale, 'reload', {}, { user: keeper, unchecked: true });
    expect(report).toContain(words.reload);
    expect(report).toMatch(words.took);
  });

  it('is told what is wrong', async () => {
    expect(await textOf(locale, 'reload', {}, { unchecked: true })).toContain(words.refused);
    expect(await textOf(locale, 'quote', { from: 'gestern' })).toContain(words.wrong);
    waits = true;
    const refused = await textOf(locale, 'quote', { text: 'harbour' });
    waits = false;
    expect(refused).toContain(words.waits);
  });

  it('picks from suggestions with counts', async () => {
    const choices = await discord.autocomplete({
      name: 'quote',
      focused: 'speaker',
      options: { speaker: 'ok' },
      locale,
    });
    expect(choices?.[0]).toMatchObject({ name: expect.stringMatching(words.suggestion), value: 'Mara Okell' });
  });

  it('has a quotation’s surroundings and citation, whoever asked for it in another language', async () => {
    const reply = await ask('it', 'quote', { text: '"foreign ownership"' });
    expect(labels(reply)).toEqual(['In context', 'Cite', 'In context', 'Cite']);
    expect(plain((await discord.click({ message: reply, label: 'In context', locale })).text)).toContain(words.context);
    expect(plain((await discord.click({ message: reply, label: 'Cite', locale })).text)).toContain(words.cite);
    const old = await discord.click({ message: reply, customId: 'next:1|x.', locale, unchecked: true });
    expect(plain(old.text)).toContain(words.stale);
  });

  it('shares a private answer', async () => {
    const reply = await ask(locale, 'quote', { text: '"foreign ownership"', private: true });
    expect(labels(reply)).toContain(words.shared);
  });

  it('checks the quotations of a message', async () => {
    const message = discord.write({ content: '“We oppose foreign ownership of the harbour,” said Okell.' });
    const reply = await discord.contextMenu({ name: 'Check quotations', message, locale });
    expect(plain(reply.text)).toContain(words.menu);
  });
});

it.each(['it', 'en-GB', 'en-US'])('whoever asks in %s is answered in English', async (locale) => {
  expect(await textOf(locale, 'quote', { text: 'ferry' })).toContain('## Quotations with “ferry”');
  expect(await textOf(locale, 'quote', { text: 'zeppelin' })).toContain('Nothing on record');
});

it.each([
  ['es-ES', '## Citas con «ferry»'],
  ['es-419', '## Citas con “ferry”'],
])('whoever asks in %s is answered with the marks that are usual there', async (locale, heading) => {
  expect(await textOf(locale, 'quote', { text: 'ferry' })).toContain(heading);
  expect(await textOf(locale, 'stance', { actor: 'okell', about: 'harbour' })).toContain(
    'rechaza: **foreign ownership of the harbour**',
  );
});

it('whoever presses a button reads what it leads to in their own language', async () => {
  const reply = await ask('fr', 'stance', { actor: 'okell', about: 'harbour', private: true });
  const turned = await discord.click({ message: reply, label: 'L’autre côté', locale: 'de' });
  expect(plain(turned.text)).toMatch(/harbour über Mara Okell|Nichts liegt vor|Niemand, der vorkommt, heißt/);
  const shared = await discord.click({ message: reply, label: 'Partager', locale: 'de' });
  expect(plain(shared.text)).toContain('Mara Okell über harbour');
  expect(shared.ephemeral).toBe(false);
});

it('Discord has every description in exactly our languages', () => {
  const quote = discord.commands.find(({ name }) => name === 'quote');
  const locales = ['de', 'es-419', 'es-ES', 'fr'];
  expect(Object.keys(quote?.description_localizations ?? {}).toSorted()).toEqual(locales);
  const kind = quote?.options?.find(({ name }) => name === 'kind');
  expect(Object.keys(kind?.description_localizations ?? {}).toSorted()).toEqual(locales);
  expect(kind?.choices?.[0]).toMatchObject({ name: 'word for word', name_localizations: { de: 'wörtlich' } });
});

it('titles and outlets from right to left stay in their place', async () => {
  const { text } = await ask('en-GB', 'quote', { text: 'everybody' });
  expect(text).toContain(`-# \u2068${hebrew}\u2069 · \u2068חדשות\u2069 · 2022-05-06 · paragraph 2`);
  expect(await textOf('de', 'sources')).toContain('\u2068חדשות\u2069: 1 Artikel');
  expect(await textOf('en-GB', 'article', { article: 'לא כאן' })).toContain('id or title “\u2068לא כאן\u2069”');
  const choices = await discord.autocomplete({ name: 'quote', focused: 'outlet', options: { outlet: 'חד' } });
  expect(choices).toEqual([{ name: '\u2068חדשות\u2069 · 1 article', value: 'חדשות' }]);
});
