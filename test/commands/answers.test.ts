import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../src/answer.ts';
import { type App, openApp } from '../../src/app.ts';
import { draw } from '../../src/picture/drawing.ts';
import { type Outcome, runLine } from '../../src/terminal/session.ts';
import { contextOf } from '../app-ports.ts';

/** What each command answers, over a small archive of several articles, outlets, dates and collections. */
const articles = [
  {
    id: 'p1',
    title: 'Peru rejects blockade of Chile',
    outlet: 'Orsten Post',
    date: '2023-02-01',
    text: 'Peru condemned the blockade of Chile on Wednesday.\n\n“We reject the blockade of Chile,” said Mara Okell, the foreign minister of Peru. “It harms 40 towns on the coast.”\n\nShe said that Peru supports talks with Chile.',
  },
  {
    id: 'p2',
    title: 'Peru now backs blockade of Chile',
    outlet: 'Harbour Wire',
    date: '2024-05-06',
    text: 'LIMA (HW) — Peru supports the blockade of Chile, the government said.\n\n“We support the blockade of Chile,” said Mara Okell, the foreign minister of Peru.',
  },
  {
    id: 'b1',
    title: '‘Signed by nine’: Brandt',
    outlet: 'Orsten Post',
    date: '2023-03-03',
    text: 'Bolivia opposes the blockade of Chile, said Tomas Brandt, the Bolivian foreign minister.\n\n“The treaty of Velmouth was signed by nine states on 4 June 1998,” Brandt said. “Bolivia welcomes talks with Chile.”',
  },
  {
    id: 'b2',
    title: 'Copy of a wire',
    outlet: 'Harbour Wire',
    date: '2023-03-04',
    text: '“The treaty of Velmouth was signed by nine states on 4 June 1998,” Tomas Brandt said on Friday.',
  },
];

let folder = '';
let app: App;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-'));
  await mkdir(join(folder, 'andes'));
  await writeFile(
    join(folder, 'andes', 'a.jsonl'),
    articles
      .slice(0, 2)
      .map((article) => JSON.stringify(article))
      .join('\n'),
  );
  await writeFile(
    join(folder, 'b.jsonl'),
    articles
      .slice(2)
      .map((article) => JSON.stringify(article))
      .join('\n'),
  );
  await writeFile(join(folder, 'broken.jsonl'), '{"id":');
  app = await openApp([folder]);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function run(line: string, moderator = false): Promise<Outcome> {
  return runLine(line, { commands, context: () => contextOf(app, { user: { id: '1', moderator }, draw }) });
}

async function ask<S extends Answer['show']>(
  line: string,
  show: S,
  moderator = false,
): Promise<Extract<Answer, { show: S }>> {
  const { answer, state } = await run(line, moderator);
  expect(state).toBe('done');
  if (answer.show !== show) throw new Error(`expected ${show}, got ${JSON.stringify(answer)}`);
  return answer as Extract<Answer, { show: S }>;
}

describe('/quote', () => {
  it('filters by days, kind, outlet and collection', async () => {
    const ids = async (line: string) => [
      ...new Set((await ask(line, 'quotations')).quotations.map(({ article }) => article.id)),
    ];
    expect(await ids('/quote blockade from:2024-01-01')).toEqual(['p2']);
    expect(await ids('/quote blockade to:2023-12-31 kind:direct')).toEqual(['p1']);
    expect(await ids('/quote collection:andes outlet:"harbour wire"')).toEqual(['p2']);
    expect((await ask('/quote kind:own', 'quotations')).quotations.every(({ kind }) => kind === 'own')).toBe(true);
  });
  it('gives one result for what several articles print, with the others', async () => {
    const { quotations, total } = await ask('/quote treaty of Velmouth', 'quotations');
    expect(total).toBe(1);
    expect(quotations[0]?.also).toHaveLength(1);
  });
  it.each([
    ['/quote from:2026-13-40', '“2026-13-40” is no day'],
    ['/quote from:2024-02-02 to:2024-01-01', 'must not be after'],
  ])('says what is wrong with the days: %s', async (line, message) => {
    expect((await ask(line, 'error')).message).toContain(message);
  });
  it('says that there is no such collection, and which there are', async () => {
    expect(await ask('/quote collection:nowhere', 'quotations')).toMatchObject({
      status: 'nothing',
      nearest: ['andes'],
    });
  });
});

describe('/ask', () => {
  it('answers with the passage, the answering sentence in it, and the words of the type asked for', async () => {
    const answer = await ask('/ask When was the treaty of Velmouth signed?', 'passages');
    expect(answer).toMatchObject({ status: 'ok', reading: 'passages' });
    const [first] = answer.passages;
    const text = articles.find(({ id }) => id === first?.article.id)?.text ?? '';
    expect(text.slice(...(first?.sentence ?? [0, 0]))).toContain('signed by nine states on 4 June 1998');
    expect(first?.typed.map((range) => text.slice(...range))).toContain('4 June 1998');
  });
  it('reads a question about what somebody said, who said it, and what somebody supports', async () => {
    expect(await ask('/ask What did Okell say about the blockade?', 'passages')).toMatchObject({
      reading: 'quotations',
      read: expect.stringContaining('Mara Okell'),
    });
    expect(await ask('/ask Who said that the treaty of Velmouth was signed by nine states?', 'passages')).toMatchObject(
      {
        reading: 'quotations',
      },
    );
    const { reading, positions } = await ask('/ask Does Bolivia support talks with Chile?', 'passages');
    expect(reading).toBe('positions');
    expect(positions?.[0]).toMatchObject({ polarity: 'supports', towards: { text: 'talks with Chile' } });
  });
  it('says nothing rather than something else, with the nearest passages as such', async () => {
    const answer = await ask('/ask Who won the ski race in Norway?', 'passages');
    expect(answer).toMatchObject({ status: 'nothing', message: 'Nothing in the articles answers that.' });
  });
  it('has no opinions', async () => {
    expect((await ask('/ask What do you think about ferries?', 'passages')).message).toContain('I hold no opinions');
  });
});

describe('/verify', () => {
  it.each([
    ['/verify We reject the blockade of Chile', 'verbatim'],
    ['/verify Every ship shall carry seven red lanterns', 'not found'],
    ['/verify quotation:"We reject the blockade of Chile" speaker:"Tomas Brandt"', 'misattributed'],
    ['/verify quotation:"We reject the blockade of Chile" speaker:peru', 'verbatim'],
    ['/verify The treaty of Velmouth was not signed by nine states on 4 June 1998', 'altered'],
    ['/verify The treaty of Velmouth was signed … on 4 June 1998', 'abridged'],
  ])('%s: %s', async (line, verdict) => {
    const answer = await ask(line, 'verdict');
    expect(answer.verdict).toBe(verdict);
    expect(answer.status).toBe(verdict === 'not found' ? 'nothing' : 'ok');
  });
});

describe('/compare', () => {
  it('puts what two holders share, dispute and hold alone side by side', async () => {
    const answer = await ask('/compare peru bolivia chile', 'comparison');
    expect(answer.agree.map(({ first }) => `${first.polarity} ${first.towards.text}`)).toEqual(
      expect.arrayContaining(['opposes the blockade of Chile', 'supports talks with Chile']),
    );
    expect(answer.differ.map(({ first, second }) => `${first.polarity} ${second.polarity}`)).toContain(
      'supports opposes',
    );
  });
  it('puts no position twice, and calls nothing a dispute that only mentions the same thing', async () => {
    const { agree, differ, onlyFirst, onlySecond } = await ask('/compare peru bolivia chile', 'comparison');
    for (const pairs of [agree, differ]) {
      expect(new Set(pairs.map(({ first }) => first)).size).toBe(pairs.length);
      expect(new Set(pairs.map(({ second }) => second)).size).toBe(pairs.length);
    }
    const paired = [...agree, ...differ].flatMap(({ first, second }) => [first, second]);
    for (const alone of [...onlyFirst, ...onlySecond]) expect(paired).not.toContain(alone);
    for (const { first, second } of differ) expect(first.towards.text).toBe(second.towards.text);
  });
  it('compares nobody with themselves', async () => {
    expect(await ask('/compare peru Peru chile', 'comparison')).toMatchObject({
      status: 'nothing',
      message: 'Both are Peru: name two that differ.',
      agree: [],
      differ: [],
      onlyFirst: [],
      onlySecond: [],
    });
  });
  it('says who is not on record', async () => {
    expect(await ask('/compare peru nobody chile', 'comparison')).toMatchObject({ status: 'ok', second: 'nobody' });
    expect((await ask('/compare nobody noone chile', 'comparison')).message).toContain(
      'Nobody on record is called “nobody”',
    );
  });
});

describe('the other side of /stance', () => {
  it('is asked of the same collection', () => {
    const stance = commands.find(({ data }) => data.name === 'stance');
    expect(stance?.reverse({ actor: 'a', about: 'b', collection: 'c' })).toEqual({
      actor: 'b',
      about: 'a',
      collection: 'c',
    });
    expect(stance?.reverse({ actor: 'a', about: 'b' })).toEqual({ actor: 'b', about: 'a' });
  });
});

describe('/timeline', () => {
  it('lists positions by date, marks where the polarity turned, and draws it', async () => {
    const { events, picture } = await ask('/timeline peru "the blockade"', 'timeline');
    const onBlockade = events.filter(({ position }) => position.towards.text === 'the blockade of Chile');
    expect(onBlockade.map(({ position, changed }) => [position.date, position.polarity, changed])).toEqual([
      ['2023-02-01', 'opposes', false],
      ['2024-05-06', 'supports', true],
    ]);
    expect([...(picture?.png.slice(1, 4) ?? [])].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    expect(picture?.alt).toContain('2024-05-06: supports');
  });
});

describe('quotation marks around a name', () => {
  it.each([
    ['article', { article: 'Peru rejects blockade of Chile' }, ['article']],
    ['article', { article: 'p1' }, ['article']],
    ['article', { article: 'Nowhere at all' }, ['article']],
    ['help', { command: '/quote' }, ['command']],
    ['stance', { actor: 'peru', about: 'the blockade', collection: 'andes' }, ['actor', 'about', 'collection']],
    ['timeline', { actor: 'peru', about: 'the blockade' }, ['actor', 'about']],
    ['compare', { first: 'peru', second: 'bolivia', about: 'chile' }, ['first', 'second', 'about']],
    ['quote', { speaker: 'okell', outlet: 'harbour wire', collection: 'andes' }, ['speaker', 'outlet', 'collection']],
    ['quote', { speaker: 'nobody' }, ['speaker']],
    ['ask', { question: 'When did Peru condemn the blockade?', collection: 'andes' }, ['collection']],
    ['verify', { quotation: 'We reject the blockade of Chile', speaker: 'peru' }, ['speaker']],
  ] as const)('means nothing, whichever pair it is: /%s %j', async (name, args, names) => {
    const answer = async (mark: (typed: string) => string) => {
      const command = commands.find(({ data }) => data.name === name);
      const given = { ...args, ...Object.fromEntries(names.map((one) => [one, mark(Object(args)[one])])) };
      return command?.run(given, contextOf(app));
    };
    const plain = await answer((typed) => typed);
    expect(plain).toBeDefined();
    for (const pair of ['""', "''", '“”', '„“', '„”', '«»', '»«', '‘’', '‚‘', '‹›'])
      for (const blank of ['', ' ', '\u00a0'])
        expect(await answer((typed) => `${pair[0]}${blank}${typed}${blank}${pair[1]}`)).toEqual(plain);
  });
  it('stay where they are not a pair round all of it', async () => {
    const message = async (typed: string) => (await ask(`/quote speaker:"${typed}"`, 'quotations')).message;
    expect(await message('‘Bo’ and ‘Di’')).toContain('‘Bo’ and ‘Di’');
    expect(await message('“Bo')).toContain('““Bo”');
  });
  it.each(['“”', '„“', '«»'])('hold a name of several words together in a line: %s', async ([opening, closing]) => {
    const mark = (name: string) => `${opening}${name}${closing}`;
    expect(await ask(`/stance ${mark('foreign minister')} ${mark('the blockade')}`, 'positions')).toEqual(
      await ask('/stance "foreign minister" "the blockade"', 'positions'),
    );
    expect(await ask(`/quote harms speaker:${mark('Mara Okell')}`, 'quotations')).toMatchObject({ total: 1 });
  });
});

describe('/article, /help and /sources', () => {
  it('gives three things to try, each with an answer', async () => {
    const { sections } = await ask('/help', 'page');
    const tries = sections.find(({ title }) => title === 'Try')?.lines ?? [];
    expect(tries).toHaveLength(3);
    const [stance = '', quote = '', question = ''] = tries;
    expect(await ask(stance, 'positions')).toMatchObject({ status: 'ok' });
    expect(await ask(quote, 'quotations')).toMatchObject({ status: 'ok' });
    expect(await ask(question, 'passages')).toMatchObject({ status: 'ok', reading: 'quotations' });
  });

  it('shows an article by id or title, with who speaks in it', async () => {
    for (const typed of ['p1', 'Peru rejects blockade of Chile', 'peru rejects', '"Peru rejects blockade of Chile"']) {
      const { heading, sections } = await ask(`/article ${typed}`, 'page');
      expect(heading).toBe('Peru rejects blockade of Chile');
      expect(sections.flatMap(({ lines }) => lines)).toContainEqual(expect.stringContaining('Mara Okell: '));
    }
    expect(await ask('/article blockade', 'page')).toMatchObject({ status: 'nothing' });
  });
  it('finds a title that has quotation marks in it, with them or without', async () => {
    for (const typed of [
      '‘Signed by nine’: Brandt',
      "'signed by nine': brandt",
      'signed by nine',
      '“‘Signed by nine’”',
    ]) {
      expect(await ask(`/article ${typed}`, 'page')).toMatchObject({ heading: '‘Signed by nine’: Brandt' });
    }
  });
  it('finds no article by nothing, however few there are', async () => {
    const single = await openApp([join(folder, 'andes')]);
    for (const nothing of ['“”', '\u200b', '…']) {
      const { answer } = await runLine(`/article ${nothing}`, { commands, context: () => contextOf(single) });
      expect(answer.status).toBe('nothing');
    }
  });
  it('names the collection that is not there', async () => {
    for (const line of ['/stance peru chile collection:nowhere', '/ask who won? collection:nowhere']) {
      const { answer } = await run(line);
      expect(answer.message).toContain('“nowhere”');
    }
  });
  it('lists outlets, collections and dates, and shows reasons to moderators alone', async () => {
    const lines = async (moderator: boolean) =>
      (await ask('/sources', 'page', moderator)).sections.flatMap((section) => section.lines);
    expect(await lines(false)).toContain('4 articles.');
    expect(await lines(false)).toContain('Orsten Post: 2 articles, 2023-02-01 to 2023-03-03');
    expect(await lines(false)).toContain('andes: 2 articles, 2023-02-01 to 2024-05-06');
    expect(await lines(false)).not.toContainEqual(expect.stringContaining('broken.jsonl'));
    expect(await lines(true)).toContainEqual(expect.stringContaining('broken.jsonl'));
  });
});
