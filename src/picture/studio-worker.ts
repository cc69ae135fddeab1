import { draw } from './drawing.ts';
import { loadLettering } from './lettering.ts';

/** What the thread that draws can be asked for. */
export { drawCard } from './card.ts';

/** Draws an SVG unless no font has all characters of a line of it: boxes in place of letters tell nobody anything. */
export async function drawLegible(svg: string): Promise<Uint8Array | null> {
  const { covers } = await loadLettering();
  // A name that a sentence isolates turns nothing but itself.
  const lines = svg.split(/<[^>]*>/).map((line) => line.replace(/\u2068([^\u2066-\u2069]*)\u2069/g, '$1'));
  return lines.every(covers) ? draw(svg) : null;
}
