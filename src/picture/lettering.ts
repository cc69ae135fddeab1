import { families, family, readFonts, type Weight, weights } from './fonts.ts';

/** What is known of a text before it is drawn. */
export interface Lettering {
  /** Whether one of the fonts has every character of it, and none turns the order of others round. */
  readonly covers: (text: string) => boolean;
  /** How wide it is as one line, where the letter M's square is 1 high. */
  readonly width: (text: string, weight?: Weight) => number;
  /** Its parts by the font that has their characters: which one is said to what draws, and not left to it. */
  readonly runs: (text: string) => readonly { readonly family: string; readonly run: string }[];
}

/** Blanks and marks that are heard of in shaping but never seen, whether a font has a glyph for them or not. */
const unseen = /[\s\u00ad\u061c\u2060\ufeff]|[\u200b\u200e\u200f]|\u200c|\u200d|\ufe0e/u;
/** Marks that put others in an order of their own: a picture of a line cannot show what they do to a paragraph. */
const turning = /[\u202a-\u202e\u2066-\u2069]/;

let loading: Promise<Lettering> | undefined;

/** The fonts as a measure of texts. Loaded at the first picture that needs it. */
export function loadLettering(): Promise<Lettering> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Lettering> {
  const [{ Blob, Buffer, Face, Font, shape }, fonts] = await Promise.all([import('harfbuzzjs'), readFonts()]);
  const open = (weight: Weight) =>
    fonts[weight].map((bytes) => {
      const face = new Face(new Blob(bytes));
      return { face, font: new Font(face), characters: new Set(face.collectUnicodes()) };
    });
  const faces = { regular: open('regular'), bold: open('bold') };

  const characters = faces.regular.map((face) => face.characters);

  // One for all: the memory of each is only given back when JavaScript collects it, and a card takes thousands.
  const buffer = new Buffer();
  const advance = ({ face, font }: (typeof faces)['regular'][number], text: string): number => {
    buffer.reset();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    shape(font, buffer);
    return buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0) / face.upem;
  };

  return {
    covers: (text) =>
      !turning.test(text) &&
      // What draws a line from several fonts shows boxes where one of them joins letters.
      weights.every((weight) =>
        faces[weight].some(({ characters }) =>
          [...text].every((letter) => unseen.test(letter) || characters.has(letter.codePointAt(0) ?? 0)),
        ),
      ),
    width: (text, weight = 'regular') =>
      runsOf(text, characters).reduce((sum, { at, run }) => {
        const face = faces[weight][at];
        return face === undefined ? sum : sum + advance(face, run);
      }, 0),
    runs: (text) => runsOf(text, characters).map(({ at, run }) => ({ family: families[at] ?? family, run })),
  };
}

/** The text in runs of one font each: the first that has the character, for what is unseen the one before it. */
function runsOf(text: string, fonts: readonly ReadonlySet<number>[]): { readonly at: number; readonly run: string }[] {
  const runs: { at: number; run: string }[] = [];
  for (const letter of text) {
    const last = runs.at(-1);
    const found = fonts.findIndex((characters) => characters.has(letter.codePointAt(0) ?? 0));
    const at = last !== undefined && (unseen.test(letter) || found < 0) ? last.at : Math.max(found, 0);
    if (last?.at === at) last.run += letter;
    else runs.push({ at, run: letter });
  }
  return runs;
}
