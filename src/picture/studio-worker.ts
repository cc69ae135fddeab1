import { draw } from './drawing.ts';
import { loadLettering } from './lettering.ts';

/** What the thread that draws can be asked for. */
export { drawCard } from './card.ts';

/** Draws an SVG unless the fonts lack a character of it: boxes in place of letters tell nobody anything. */
export async function drawLegible(svg: string): Promise<Uint8Array | null> {
  const { covers } = await loadLettering();
  return covers(svg) ? draw(svg) : null;
}
