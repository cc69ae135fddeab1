import { Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawCard, layOut } from '../../src/picture/card.ts';
import { family, readFonts } from '../../src/picture/fonts.ts';
import { type Lettering, loadLettering } from '../../src/picture/lettering.ts';

const speaker = 'Mara Okell, mayor of Velmouth';
const source = '“Harbour to stay”, Coast Daily, 2021-03-04, paragraph 3';
const sentence = 'The harbour belongs to the people who work in it.';

let lettering: Lettering;
let fontBuffers: Uint8Array[];
beforeAll(async () => {
  lettering = await loadLettering();
  const fonts = await readFonts();
  fontBuffers = [...fonts.regular, ...fonts.bold];
  // Draws one, so that the renderer is loaded for the tests that measure with it.
  await drawCard({ words: sentence, speaker, source });
});

const cardOf = (words: string) => layOut({ words, speaker, source }, lettering);
const linesOf = (svg: string) =>
  [...svg.replace(/<\/?tspan[^>]*>/g, '').matchAll(/<text[^>]*font-size="(\d+)"[^>]*>([^<]*)</g)].map(
    ([, size, line = '']) => ({
      size: Number(size),
      line: line
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&'),
    }),
  );
const wordsOn = (svg: string) => {
  const lines = linesOf(svg);
  return lines.filter(({ size }) => size === lines[0]?.size).map(({ line }) => line);
};

/** Where the drawn letters reach, by the renderer that draws them. */
function extent(svg: string): { readonly left: number; readonly right: number; readonly bottom: number } {
  const letters = svg.replace(/<rect[^>]*\/>/g, '');
  const picture = new Resvg(letters, { font: { fontBuffers, defaultFontFamily: family, loadSystemFonts: false } });
  const box = picture.getBBox();
  picture.free();
  if (box === undefined) throw new Error('nothing is drawn');
  return { left: box.x, right: box.x + box.width, bottom: box.y + box.height };
}

describe('a card', () => {
  it('is a picture whose alternative text is all that stands on it', async () => {
    const card = await drawCard({ words: sentence, speaker, source });
    if (typeof card === 'string') throw new Error(card);
    expect(Buffer.from(card.png).subarray(1, 4).toString()).toBe('PNG');
    expect(card.alt).toBe(`${sentence} — ${speaker}. ${source}.`);
  });

  it('sets long words smaller, and never leaves one out', () => {
    const [few, many] = [cardOf(sentence), cardOf(Array(12).fill(sentence).join(' '))];
    expect(linesOf(few)[0]?.size).toBeGreaterThan(linesOf(many)[0]?.size ?? 0);
    expect(wordsOn(many).join(' ')).toBe(Array(12).fill(sentence).join(' '));
  });

  it('is refused where the words would not fit whole', () => {
    expect(cardOf(Array(30).fill(sentence).join(' '))).toBe('too long');
    expect(cardOf('W '.repeat(600))).toBe('too long');
    expect(cardOf('a\n'.repeat(60))).toBe('too long');
  });

  it.each([
    ['an emoji', 'The harbour 🚢 stays.'],
    ['a script without a font', '港は残る。'],
    ['a mark that turns others round', 'The \u202eharbour\u202c stays.'],
    ['an isolate', 'The \u2067harbour\u2069 stays.'],
    ['Hebrew and Arabic, whose fonts are two', 'She said “לא” and “لا”.'],
    ['half of a character', 'The \ud83d harbour.'],
    ['a control character', 'The \u0007 harbour.'],
  ])('is refused where the fonts lack a character: %s', (_what, words) => {
    expect(cardOf(words)).toBe('characters');
  });

  it('is refused where they lack one of the speaker’s or the source’s', () => {
    expect(layOut({ words: sentence, speaker: '港', source }, lettering)).toBe('characters');
    expect(layOut({ words: sentence, speaker, source: '港' }, lettering)).toBe('characters');
  });

  it.each([
    ['Hebrew', 'לא נמכור את הנמל (Velmouth) בשנת 2021.'],
    ['Arabic', 'لن نبيع الميناء (Velmouth 2021) أبدا.'],
  ])('begins at the right where the words are %s, and reads each line from there', (_script, words) => {
    const svg = cardOf(words);
    expect(svg).toContain('text-anchor="end"');
    expect(wordsOn(svg).every((line) => line.startsWith('\u202b') && line.endsWith('\u202c'))).toBe(true);
    expect(
      wordsOn(svg)
        .join(' ')
        .replace(/[\u202a-\u202e]/g, ''),
    ).toBe(words);
  });

  it('begins at the left where only some of the words are Hebrew', () => {
    expect(cardOf('She said “שלום” and left.')).not.toContain('text-anchor');
  });

  it('keeps every letter inside the picture, whatever the words', () => {
    const written = ['йΩ', 'שלום', 'مرحبالا'].map((script) =>
      fc.string({
        unit: fc.constantFrom(...script, ...'aWmi.,—-“”é <&>"\'\n\u00ad\u200b\u00a0'),
        minLength: 1,
        maxLength: 700,
        size: 'max',
      }),
    );
    fc.assert(
      fc.property(fc.oneof(...written), (words) => {
        const svg = cardOf(words);
        expect(svg).not.toBe('characters');
        if (svg === 'too long' || words.trim() === '') return;
        const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
        const { left, right, bottom } = extent(svg);
        expect(left).toBeGreaterThan(40);
        expect(right).toBeLessThan(1_160);
        expect(bottom).toBeLessThan(height - 40);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('shows all of the words, blanks aside', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcW-— \nשלום'), minLength: 1, maxLength: 400, size: 'max' }),
        (words) => {
          const svg = cardOf(words);
          if (svg === 'too long' || words.trim() === '') return;
          const lines = linesOf(svg).map(({ line }) => line);
          const bare = (text: string) => text.replace(/[\s\u202b\u202c]/g, '');
          expect(bare(lines.join('')).startsWith(bare(words))).toBe(true);
        },
      ),
    );
  });
});
