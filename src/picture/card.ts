import type { CardRefusal, Picture } from '../answer.ts';
import { draw } from './drawing.ts';
import { family, type Weight } from './fonts.ts';
import { type Lettering, loadLettering } from './lettering.ts';
import { colours, escapeXml } from './svg.ts';

/** What stands on a card: printed words, whose they are, and where they are printed. */
export interface Caption {
  readonly words: string;
  readonly speaker: string;
  readonly source: string;
}

/** The words and their source as Discord takes a picture's alternative text, which is never cut either. */
const longestAlt = 1_024;

const width = 1_200;
const leastHeight = 630;
const margin = 84;
const bar = 10;
const gap = 38;
const column = width - 2 * margin - bar - gap;
/** How large the letters are while the words take no more than so much height, the largest that fits. */
const sizes = [
  { size: 64, most: 400 },
  { size: 54, most: 400 },
  { size: 46, most: 420 },
  { size: 40, most: 560 },
  { size: 34, most: 940 },
] as const;
const leading = 1.38;
const speakerSize = 32;
const sourceSize = 26;

/** Draws a card of a caption, all of it and nothing else, or says why not. Works without a network. */
export async function drawCard(caption: Caption): Promise<Picture | CardRefusal> {
  const lettering = await loadLettering();
  const svg = layOut(caption, lettering);
  if (svg === 'too long' || svg === 'characters') return svg;
  return { name: 'quotation.png', png: await draw(svg), alt: altOf(caption) };
}

/** The card as an SVG, or why there is none. */
export function layOut(caption: Caption, lettering: Lettering): string | CardRefusal {
  if (altOf(caption).length > longestAlt) return 'too long';
  const { words, speaker, source } = caption;
  if (![words, speaker, source].every(lettering.covers)) return 'characters';
  const set = sizes
    .map(({ size, most }) => ({ size, most, lines: wrap(words, size, 'regular', lettering) }))
    .find(({ size, most, lines }) => lines.length * size * leading <= most);
  if (set === undefined) return 'too long';

  const below = [
    ...wrap(speaker, speakerSize, 'bold', lettering).map((line) => ({ line, size: speakerSize, colour: colours.ink })),
    ...wrap(source, sourceSize, 'regular', lettering).map((line) => ({
      line,
      size: sourceSize,
      colour: colours.quiet,
    })),
  ];
  const belowHeight = below.reduce((sum, { size }) => sum + size * leading, 0);
  const wordsHeight = set.lines.length * set.size * leading;
  const height = Math.max(leastHeight, Math.ceil(wordsHeight + belowHeight + 2 * margin + gap));
  const isRight = runsRight(words);
  const letter = (line: string) =>
    lettering
      .runs(isRight ? embed(line) : line)
      .map((part) =>
        part.family === family
          ? escapeXml(part.run)
          : `<tspan font-family="${part.family}">${escapeXml(part.run)}</tspan>`,
      )
      .join('');
  const drawn: string[] = [];
  // Short words stand in the middle of what the speaker and the source leave.
  let y = margin + (height - 2 * margin - gap - belowHeight - wordsHeight) / 2;
  const top = y;
  for (const line of set.lines) {
    drawn.push(text(letter(line), y, set.size, colours.ink, isRight));
    y += set.size * leading;
  }
  y = height - margin - belowHeight;
  for (const { line, size, colour } of below) {
    drawn.push(text(letter(line), y, size, colour, isRight, size === speakerSize ? 'bold' : 'regular'));
    y += size * leading;
  }
  const side = isRight ? width - margin - bar : margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}">`,
    `<rect width="${width}" height="${height}" fill="${colours.card}"/>`,
    `<rect x="${side}" y="${top}" width="${bar}" height="${wordsHeight}" rx="${bar / 2}" fill="${colours.line}"/>`,
    ...drawn,
    '</svg>',
  ].join('');
}

function altOf({ words, speaker, source }: Caption): string {
  return `${words} — ${speaker}. ${source}.`.replace(/\s+/g, ' ').trim();
}

/** One line, as XML, whose upper edge is at `y`, at the side where reading begins. */
function text(
  line: string,
  y: number,
  size: number,
  colour: string,
  isRight: boolean,
  weight: Weight = 'regular',
): string {
  const x = isRight ? width - margin - bar - gap : margin + bar + gap;
  const look = `font-size="${size}" fill="${colour}"${weight === 'bold' ? ' font-weight="700"' : ''}`;
  return `<text x="${x}" y="${y + size * 1.05}" ${look}${isRight ? ' text-anchor="end"' : ''}>${line}</text>`;
}

/** The line as one that reads from right to left: what draws it takes every line for one from left to right. */
function embed(line: string): string {
  return `\u202b${line}\u202c`;
}

/** Whether a text reads from right to left: whether the first of its letters does. */
function runsRight(words: string): boolean {
  return /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(words);
}

/** Where a line may end: behind a blank that does not hold words together, and behind a dash between letters. */
const breaks = /(?<=[^\S\u00a0\u2007\u202f])(?=\S)|(?<=\p{L}[-\u2013\u2014])(?=\p{L})/u;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text in lines that each fit the column, its own line breaks kept, an overlong word parted between letters. */
function wrap(words: string, size: number, weight: Weight, { width: measure }: Lettering): string[] {
  // A hair less than there is: shaped together, words may be wider than each alone.
  const most = (column * 0.99) / size;
  const lines: string[] = [];
  for (const paragraph of words.split(/\s*[\n\r\u2028\u2029]+\s*/)) {
    let line = '';
    const place = (piece: string): void => {
      if (measure((line + piece).trimEnd(), weight) <= most) line += piece;
      else if (line !== '') {
        lines.push(line.trimEnd());
        line = '';
        place(piece);
      } else {
        const [first = '', ...rest] = [...letters.segment(piece)].map(({ segment }) => segment);
        line = first;
        for (const letter of rest) place(letter);
      }
    };
    for (const piece of paragraph.split(breaks)) place(piece);
    if (line.trim() !== '') lines.push(line.trimEnd());
  }
  return lines;
}
