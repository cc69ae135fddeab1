import { beforeAll, describe, expect, it } from 'vitest';
import { readFileContent } from '../../src/articles/file-content.ts';
import { analyseArticle } from '../../src/core/analysed-article.ts';
import type { Archive } from '../../src/core/archive.ts';
import { buildArchive } from '../../src/core/memory-archive.ts';

/** A wire report; `crowns` is the only thing in which two printings differ. */
function report(crowns: number): string {
  return [
    'Velmouth council closes the ferry',
    '',
    'The council of Velmouth closed the harbour ferry on Monday after forty years of service across the estuary.',
    '',
    `“We oppose the ferry toll, which costs the town ${crowns} crowns a year,” said Mara Okell, the mayor of Velmouth.`,
    '',
    'The ferry carried about nine hundred people a day in summer, and hardly anybody between November and March.',
    '',
    'Its two boats, built in a yard that has been shut since, will be offered to a museum in the old customs house.',
    '',
  ].join('\n');
}

let archive: Archive;

beforeAll(async () => {
  const print = async (outlet: string, crowns: number) => {
    const record = { id: outlet, title: 'Velmouth council closes the ferry', outlet, text: report(crowns) };
    const line = new TextEncoder().encode(`${JSON.stringify(record)}\n`);
    return (await readFileContent(`${outlet}.jsonl`, line)).articles.map(analyseArticle);
  };
  const printed = [await print('Courier', 700), await print('Herald', 700), await print('Mirror', 800)];
  archive = buildArchive(printed.flat());
});

const outlets = (also: readonly { readonly outlet: string | null }[]) => also.map(({ outlet }) => outlet);

describe('a report that several outlets print', () => {
  it('answers a question once, and names the others', async () => {
    const { passages } = await archive.ask({ question: 'How many people did the ferry carry a day in summer?' });
    const carried = passages.filter(({ text }) => text.includes('nine hundred'));
    expect(carried).toHaveLength(1);
    expect(outlets(carried[0]?.also ?? [])).toEqual(['Herald', 'Mirror']);
  });

  it('shows a quotation once, and never together with one that names another number', async () => {
    const { quotations, total } = await archive.quote({ text: 'ferry toll crowns' });
    expect(total).toBe(2);
    const byNumber = (crowns: string) => quotations.find(({ text }) => text.includes(crowns));
    expect(outlets(byNumber('700')?.also ?? [])).toEqual(['Herald']);
    expect(byNumber('800')?.also).toEqual([]);
  });

  it('shows what proves a position once, likewise', async () => {
    const { positions } = await archive.stance({ actor: 'okell', about: 'ferry toll' });
    const [toll] = positions;
    expect(toll?.evidence.map(({ text, also }) => [text.includes('800'), outlets(also)])).toEqual([
      [false, ['Herald']],
      [true, []],
    ]);
    expect(toll?.total).toBe(2);
  });

  it('is named with the article', async () => {
    expect(outlets((await archive.article('Courier')).copies)).toEqual(['Herald', 'Mirror']);
  });
});
