import { bareArticle } from '../../../src/core/article.ts';
import type { Speaker, Statement } from '../../../src/core/quotation/statement.ts';
import type { Range } from '../../../src/core/range.ts';
import type { IndexEntry } from '../../../src/core/search/search-index.ts';

/** What a test says of a statement: its pieces as printed, and who says it. */
export interface Said {
  readonly words: string | readonly string[];
  readonly by?: string;
  readonly role?: string;
  readonly kind?: Statement['kind'];
  readonly confidence?: number;
}

/** An index entry from paragraphs; sentences end at a full stop, question or exclamation mark before a space. */
export function entry(
  id: string,
  title: string,
  paragraphs: readonly string[],
  said: readonly Said[] = [],
  date?: string,
): IndexEntry {
  const text = paragraphs.join('\n\n');
  const ranges: Range[] = [];
  let at = 0;
  for (const paragraph of paragraphs) {
    ranges.push([at, at + paragraph.length]);
    at += paragraph.length + 2;
  }
  const sentences = ranges.flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(/\S[^.?!]*(?:[.?!](?!\s)[^.?!]*)*[.?!]?/g)].map((found) => ({
      start: start + found.index,
      end: start + found.index + found[0].length,
    })),
  );
  const outlet = 'The Velmouth Courier';
  const article = bareArticle({ id, title, outlet, date: date ?? null, text, paragraphs: ranges });
  return { article, sentences, statements: said.map((one) => statement(text, one)) };
}

function statement(text: string, { words, by, role, kind = 'direct', confidence = 0.95 }: Said): Statement {
  const content = (typeof words === 'string' ? [words] : words).map((piece): Range => {
    const start = text.indexOf(piece);
    if (start < 0) throw new Error(`the article does not print: ${piece}`);
    return [start, start + piece.length];
  });
  const mentioned = by === undefined ? -1 : text.indexOf(by);
  const speaker: Speaker | null =
    by === undefined
      ? null
      : {
          name: by,
          mention: mentioned < 0 ? null : [mentioned, mentioned + by.length],
          ...(role === undefined ? {} : { role }),
          confidence,
        };
  return { content, kind, speaker, cue: null, within: null };
}

/** A few articles about a harbour town that is nowhere. */
export function harbourArchive(): IndexEntry[] {
  return [
    entry(
      'dredging',
      'Mayor against dredging of the Sallow channel',
      [
        'VELMOUTH – The mayor of Velmouth, Mara Okell, opposes the dredging of the Sallow channel.',
        '“We oppose the dredging of the channel, and our opposition will not end,” Okell told the council on 4 March. “The harbour charter must be respected by all.”',
        'The port authority said it had spent 12 million crowns on surveys since 2019. Its director, Íñigo Zárate, called the plan “a gift to the town’s fishermen”.',
      ],
      [
        {
          words: [
            'We oppose the dredging of the channel, and our opposition will not end,',
            'The harbour charter must be respected by all.',
          ],
          by: 'Mara Okell',
          role: 'mayor of Velmouth',
        },
        { words: 'it had spent 12 million crowns on surveys since 2019', by: 'The port authority', kind: 'indirect' },
        { words: 'a gift to the town’s fishermen', by: 'Íñigo Zárate', role: 'director', kind: 'mixed' },
      ],
      '2021-03-05',
    ),
    entry(
      'strike',
      'Ferry crews walk out',
      [
        'Ferry crews walked out on Tuesday. “To be or not to be paid, that is the question,” said Tomas Brandt, who leads the seamen’s union.',
        '“The harbour charter must be respected by all,” Mayor Okell said again.',
        'Brandt said the US owners of the line had refused to negotiate. The strike will last until the owners of the line answer the letter.',
      ],
      [
        {
          words: 'To be or not to be paid, that is the question,',
          by: 'Tomas Brandt',
          role: 'leads the seamen’s union',
        },
        { words: 'The harbour charter must be respected by all,', by: 'Mayor Okell' },
        { words: 'the US owners of the line had refused to negotiate', by: 'Tomas Brandt', kind: 'indirect' },
      ],
      '2021-06-15',
    ),
    entry(
      'charter',
      'The charter, 200 years on',
      [
        'The harbour charter was signed in 1821 by Queen Isolde. It forbids tolls on the Sallow.',
        'Historian Pell Arden calls it the oldest free port charter of the coast.',
      ],
      [{ words: 'it the oldest free port charter of the coast', by: 'Pell Arden', kind: 'indirect' }],
      '2021-01-02',
    ),
  ];
}
