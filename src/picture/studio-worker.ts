/** What the thread that draws can be asked for. */
export { drawCard } from './card.ts';
export { draw } from './drawing.ts';
