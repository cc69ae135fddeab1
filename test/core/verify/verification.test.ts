import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSearchIndex } from '../../../src/core/search/search-index.ts';
import { align, findRun } from '../../../src/core/verify/alignment.ts';
import { namesAgree, type Verification, verifyQuotation } from '../../../src/core/verify/verification.ts';
import { entry, harbourArchive } from '../search/harbour-archive.ts';

const entries = [
  ...harbourArchive(),
  entry(
    'bridge',
    'No bridge this year',
    [
      '“The bridge will not be built before 2031, and nobody in Velmouth should expect it,” said Ada Quill of the works office. “We have 40 engineers.”',
      'Quill said the old ferry would run until the autumn of that year. “Somebody has to pay for all this,” a voice called from the gallery.',
      '“I hear the gallery,” said Okell. “No toll will be raised,” Quill replied.',
    ],
    [
      {
        words: [
          'The bridge will not be built before 2031, and nobody in Velmouth should expect it,',
          'We have 40 engineers.',
        ],
        by: 'Ada Quill',
        role: 'works office',
      },
      { words: 'the old ferry would run until the autumn of that year', by: 'Quill', kind: 'indirect' },
      { words: 'Somebody has to pay for all this,' },
      { words: 'I hear the gallery,', by: 'Okell' },
      { words: 'No toll will be raised,', by: 'Quill' },
    ],
  ),
  entry(
    'dam',
    'The dam of Arlow',
    [
      '“The dam is safe,” Pell Orrin said. “It cost 40 million crowns.” He looked at the river for a while and lit a pipe. “The sluices are old.”',
      '“I never touched the money,” he said. “Ask the clerk,” Vera Sandoe replied.',
      'Orrin said the turbines were “a wonder of the valley” and that every village would get its power from them.',
    ],
    [
      { words: 'The dam is safe,', by: 'Pell Orrin' },
      { words: 'It cost 40 million crowns.', by: 'Pell Orrin' },
      { words: 'The sluices are old.', by: 'Pell Orrin' },
      { words: 'I never touched the money,', by: 'Pell Orrin' },
      { words: 'Ask the clerk,', by: 'Vera Sandoe' },
      {
        words: 'the turbines were “a wonder of the valley” and that every village would get its power from them',
        by: 'Orrin',
        kind: 'mixed',
      },
    ],
  ),
];
const index = buildSearchIndex(entries);

function verify(claim: string, speaker?: string): Verification {
  return verifyQuotation(
    index,
    claim,
    speaker === undefined
      ? undefined
      : (statement) =>
          statement.speaker !== null && namesAgree(speaker, statement.speaker.name, statement.speaker.role),
  );
}

function printed({ place }: Verification): string | null {
  return place === null ? null : (entries[place.article]?.article.text.slice(...place.range) ?? null);
}

describe('verifying a quotation', () => {
  test('verbatim: the words stand so, typography and letter case apart', () => {
    for (const claim of [
      'The bridge will not be built before 2031, and nobody in Velmouth should expect it',
      '"the bridge will NOT be built before 2031 — and nobody in\nVelmouth should expect it."',
    ]) {
      expect(verify(claim), claim).toMatchObject({ verdict: 'verbatim', remarks: [] });
    }
    expect(verify("a gift to the town's fishermen").verdict).toBe('verbatim');
  });

  test('of a mixed statement only the words between marks are the speaker’s', () => {
    expect(verify('a wonder of the valley').verdict).toBe('verbatim');
    expect(verify('a wonder of the valley', 'Vera Sandoe').verdict).toBe('misattributed');
    const none = { kind: 'these unmarked' };
    expect(verify('every village would get its power from them')).toMatchObject({ verdict: 'reported' });
    expect(verify('every village would get its power from them').remarks).toContainEqual(none);
    const part = verify('the turbines were a wonder of the valley');
    expect(part.verdict).toBe('reported');
    expect(part.remarks).toContainEqual({ kind: 'these partly marked' });
    expect(verify('a wonder … every village would get its power').verdict).not.toBe('abridged');
  });

  test('words on both sides of a speech tag are printed words, and the tag is told of', () => {
    const note = { kind: 'tag between' };
    for (const claim of [
      'The dam is safe. It cost 40 million crowns.',
      'The bridge will not be built before 2031, and nobody in Velmouth should expect it. We have 40 engineers.',
    ]) {
      expect(verify(claim), claim).toMatchObject({ verdict: 'verbatim', remarks: [note] });
    }
    const joined = verify('The dam is safe. It cost 40 million crowns.', 'Orrin');
    expect(joined).toMatchObject({ verdict: 'verbatim', place: { statement: 0 }, differences: [] });
    expect(printed(joined)).toBe('The dam is safe,” Pell Orrin said. “It cost 40 million crowns');
    expect(verify('The dam is safe. It cost 40 million crowns.', 'Vera Sandoe').verdict).toBe('misattributed');
    expect(verify('dam is safe. It cost [some] million crowns')).toMatchObject({ verdict: 'abridged' });
    expect(verify('The dam is safe … It cost 40 million crowns').remarks).not.toContainEqual(note);
  });

  test('more than a tag, or another speaker, is no tag', () => {
    expect(verify('It cost 40 million crowns. The sluices are old.').verdict).toBe('altered');
    expect(verify('I never touched the money. Ask the clerk.').verdict).toBe('altered');
    expect(verify('never touched the money. Ask … clerk').verdict).not.toBe('abridged');
  });

  test('differences at the edges are shown whole', () => {
    expect(verify('It cost 40 million dollars').differences).toEqual([
      { op: 'same', text: 'It cost 40 million' },
      { op: 'removed', text: 'dollars' },
      { op: 'added', text: 'crowns' },
    ]);
    expect(verify('I touched the money').differences).toEqual([
      { op: 'same', text: 'I' },
      { op: 'added', text: 'never' },
      { op: 'same', text: 'touched the money' },
    ]);
    expect(verify('They never touched the money').differences).toEqual([
      { op: 'removed', text: 'They' },
      { op: 'added', text: 'I' },
      { op: 'same', text: 'never touched the money' },
    ]);
    // The next sentence is not what replaces a word too many.
    expect(
      verify('and nobody in Velmouth should expect it anyway').differences.filter(({ op }) => op !== 'same'),
    ).toEqual([{ op: 'removed', text: 'anyway' }]);
  });

  test('a cut is said, and a negation just outside', () => {
    expect(verify('be built before 2031')).toMatchObject({
      verdict: 'verbatim',
      remarks: [{ kind: 'begins earlier' }, { kind: 'goes on' }, { kind: 'negation outside', words: 'not' }],
    });
  });

  test('abridged: marked omissions, with a remark on what they hide', () => {
    expect(verify('The bridge will … be built')).toMatchObject({ verdict: 'abridged' });
    expect(verify('The bridge will … be built').remarks).toContainEqual({ kind: 'omitted negation', words: 'not' });
    expect(verify('nobody in Velmouth should expect it […] We have […] engineers').remarks).toContainEqual({
      kind: 'omitted number',
      words: '40',
    });
    expect(verify('We oppose the dredging of [the Sallow], and our opposition will not end')).toMatchObject({
      verdict: 'abridged',
    });
  });

  test('omissions do not join the words of two speakers', () => {
    expect(verify('I hear the gallery … No toll will be raised').verdict).not.toBe('abridged');
  });

  test('altered: the differences word by word, from the claim to the print', () => {
    const dropped = verify('The bridge will be built before 2031, and nobody in Velmouth should expect it');
    expect(dropped.verdict).toBe('altered');
    expect(dropped.remarks).toEqual([{ kind: 'negation differs' }]);
    expect(dropped.differences).toEqual([
      { op: 'same', text: 'The bridge will' },
      { op: 'added', text: 'not' },
      { op: 'same', text: 'be built before 2031, and nobody in Velmouth should expect it' },
    ]);
    expect(verify('The bridge will not be built before 2035, and nobody in Velmouth should expect it').remarks).toEqual(
      [{ kind: 'number differs' }],
    );
    expect(verify('The bridge will not be built before 2031, and nobody in Arlow should expect it').remarks).toEqual([
      { kind: 'name differs' },
    ]);
    expect(verify('nobody in Velmouth should expect it, and the bridge will not be built before 2031').verdict).toBe(
      'altered',
    );
    expect(verify('We have 40% engineers').verdict).toBe('altered');
  });

  test('misattributed: the words stand, but another speaker said them', () => {
    expect(verify('We have 40 engineers', 'Mara Okell')).toMatchObject({
      verdict: 'misattributed',
      remarks: [{ kind: 'another speaker', words: 'Ada Quill' }],
    });
    expect(verify('We have 40 engineers', 'Nobody Known').verdict).toBe('misattributed');
    expect(verify('We have 40 engineers', 'Quill').verdict).toBe('verbatim');
    expect(verify('The harbour charter must be respected by all', 'Mayor Okell').verdict).toBe('verbatim');
  });

  test('an unclear speaker is said to be unclear', () => {
    expect(verify('Somebody has to pay for all this', 'Mara Okell')).toMatchObject({
      verdict: 'verbatim',
      remarks: [{ kind: 'unclear speaker' }],
    });
  });

  test('reported: printed without marks', () => {
    expect(verify('the old ferry would run until the autumn of that year').verdict).toBe('reported');
    expect(verify('The harbour charter was signed in 1821 by Queen Isolde').verdict).toBe('reported');
  });

  test('not found: nothing near is printed', () => {
    for (const claim of [
      'The lighthouse keeper sold his boat to the queen of Tarn',
      'of the and',
      'the charter',
      '',
      '…',
      '?!',
      '\ud800',
    ]) {
      expect(verify(claim), claim).toMatchObject({ verdict: 'not found' });
    }
  });

  test('names the other articles that print the same words', () => {
    const found = verify('The harbour charter must be respected by all');
    expect(found.place?.article).toBe(0);
    expect(found.also.map(({ article }) => article)).toEqual([1]);
  });

  test('any part of a printed quotation is verbatim, and its range says just those words', () => {
    const text = entries[3]?.article.text ?? '';
    const [start, end] = entries[3]?.statements[0]?.content[0] ?? [0, 0];
    const words = text.slice(start, end).replace(/,$/, '').split(' ');
    fc.assert(
      fc.property(fc.nat(words.length - 4), fc.integer({ min: 4, max: words.length }), (from, count) => {
        const claim = words.slice(from, from + count).join(' ');
        const found = verify(claim);
        expect(found.verdict).toBe('verbatim');
        expect(printed(found)?.replace(/[,.]/g, '')).toBe(claim.replace(/[,.]/g, ''));
      }),
    );
  });

  test('a word dropped, doubled or exchanged inside is never verbatim, and the differences make the one from the other', () => {
    const words = 'The bridge will not be built before 2031, and nobody in Velmouth should expect it'.split(' ');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: words.length - 2 }),
        fc.constantFrom('', 'twice twice', 'Arlow', 'never'),
        (at, by) => {
          const claim = words.toSpliced(at, 1, by).join(' ').replace('  ', ' ');
          const { verdict, differences } = verify(claim);
          expect(verdict).toBe('altered');
          const side = (op: string) =>
            differences
              .filter((part) => part.op === 'same' || part.op === op)
              .map(({ text }) => text)
              .join(' ');
          const level = (text: string) =>
            text
              .toLowerCase()
              .replace(/[^a-z0-9 ]/g, '')
              .replace(/ +/g, ' ')
              .trim();
          expect(level(side('removed'))).toBe(level(claim));
        },
      ),
    );
  });

  test.each([
    ['100,000 letters', 'a'.repeat(100_000)],
    ['the same word 20,000 times', 'bridge '.repeat(20_000)],
    ['brackets', '['.repeat(50_000)],
    ['dots', '. '.repeat(50_000)],
    ['right to left', '“ميناء هذا الجسر لن يبنى”'],
    ['specials', '.*+?^$()|{}[]\\/'],
  ])('is answered in time: %s', (_name, claim) => {
    expect(verify(claim).verdict).toBe('not found');
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        (claim, speaker) => verify(`bridge ${claim}`, speaker).remarks.length >= 0,
      ),
    );
  });
});

describe('names', () => {
  test.each([
    ['Okell', 'Mara Okell', '', true],
    ['Mara Okell', 'Okell', '', true],
    ['M. Okell', 'Mara Okell', '', true],
    ['Ada Okell', 'Mara Okell', '', false],
    ['Mara', 'Mara Okell', '', true],
    ['mayor of Velmouth', 'Mara Okell', 'mayor of Velmouth', true],
    ['Quill', 'Mara Okell', '', false],
    ['', 'Mara Okell', '', false],
  ])('%s and %s', (typed, name, role, agree) => {
    expect(namesAgree(typed, name, role)).toBe(agree);
  });
});

describe('alignment', () => {
  const list = (text: string) => text.split(' ');

  test('finds the nearest part with the fewest edits', () => {
    expect(align(list('b c x e'), list('a b c d e f'))).toEqual({ start: 1, end: 5, edits: 1 });
    expect(align(list('b d'), list('a b c d'))).toMatchObject({ edits: 1 });
    expect(align(list('a b x'), list('q a b c d'))).toEqual({ start: 1, end: 4, edits: 1 });
    expect(align(list('x b'), list('q a b c'))).toEqual({ start: 1, end: 3, edits: 1 });
    expect(align(list('a c'), list('a b c'))).toEqual({ start: 0, end: 3, edits: 1 });
    expect(align([], list('a b'))).toMatchObject({ edits: 0 });
  });

  test('a run is found where it stands and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), fc.nat(10), fc.nat(5), (words, from, length) => {
        const sought = words.slice(from, from + length);
        const at = findRun(words, sought);
        if (sought.length === 0) expect(at).toBe(-1);
        else expect(words.slice(at, at + sought.length)).toEqual(sought);
      }),
    );
  });
});
