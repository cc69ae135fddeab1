import type { TimelineAnswer } from '../answer.ts';
import type { Wording } from '../wording/wording.ts';
import { family } from './fonts.ts';
import { colours, escapeXml } from './svg.ts';

/** The most events that one picture shows; of more, the newest. */
const mostEvents = 14;
const width = 1_000;
const rowHeight = 56;
const top = 96;
const bottom = 40;

/**
 * Draws events as an SVG: oldest above, one row each with its date, a mark and a word for the polarity, and the target
 * phrase as printed, cut with "…" where it is too long for a row. Every event must have a date.
 */
export function drawTimeline(heading: string, events: TimelineAnswer['events'], wording: Wording): string {
  const { position: words, timeline } = wording;
  const shown = events.slice(-mostEvents);
  const height = top + shown.length * rowHeight + bottom;
  const rows = shown.map(({ position, changed }, index) => {
    const y = top + index * rowHeight + rowHeight / 2;
    const colour = colours[position.polarity];
    const holds = words.holds(position.polarity, false);
    const sign = position.polarity === 'supports' ? 'M -7 0 H 7 M 0 -7 V 7' : 'M -7 0 H 7';
    return [
      text(40, y + 6, 20, colours.quiet, position.date ?? ''),
      `<circle cx="200" cy="${y}" r="15" fill="${colour}"/>`,
      `<path d="${sign}" transform="translate(200 ${y})" stroke="#fff" stroke-width="3.5" stroke-linecap="round"/>`,
      text(232, y - 5, 17, colour, changed ? timeline.turned(holds) : holds, true),
      text(232, y + 18, 20, colours.ink, shorten(position.towards.text, 70)),
    ].join('');
  });
  const left = events.length - shown.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}">`,
    `<rect width="${width}" height="${height}" rx="16" fill="${colours.card}"/>`,
    text(40, 52, 28, colours.ink, shorten(heading, 58), true),
    left > 0 ? text(40, 80, 17, colours.quiet, timeline.newest(shown.length, events.length)) : '',
    `<line x1="200" y1="${top + rowHeight / 2}" x2="200" y2="${height - bottom - rowHeight / 2}" stroke="${colours.line}" stroke-width="3"/>`,
    ...rows,
    '</svg>',
  ].join('');
}

function text(x: number, y: number, size: number, colour: string, words: string, bold = false): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${bold ? ' font-weight="700"' : ''}>${escapeXml(words)}</text>`;
}

/** At most so many characters, cut at a word where there is one. */
function shorten(words: string, most: number): string {
  const line = words.split(/\s+/).join(' ');
  const letters = [...line];
  if (letters.length <= most) return line;
  const cut = letters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}
