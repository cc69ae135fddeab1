import { type ComparisonAnswer, listed, type TimelineAnswer } from '../answer.ts';
import type { Position } from '../core/archive.ts';
import { certain } from '../core/quotation/statement.ts';
import type { Range } from '../core/range.ts';
import { changedMark, noDate, titles } from '../presentation.ts';
import type { Span } from './layout.ts';
import type { Page } from './page.ts';
import { addQuotation, addRest } from './quotation-block.ts';

/** How many quotations stand under one position; the others are counted. */
const shownEvidence = 2;
const signs = { supports: '+', opposes: '−' } as const;
const sideNames = { supports: 'Supports', opposes: 'Opposes' } as const;

/** The best positions of a list by side, and how many there are. */
export function addPositions(page: Page, positions: readonly Position[], total: number): void {
  const shown = positions.slice(0, listed);
  for (const polarity of ['supports', 'opposes'] as const) {
    const group = shown.filter((position) => position.polarity === polarity);
    if (group.length === 0) continue;
    page.blank();
    page.add([{ text: `${signs[polarity]} ${sideNames[polarity]} (${group.length})`, style: polarity }]);
    for (const position of group) addPosition(page, position);
  }
  addRest(page, shown.length, total);
}

/** Two holders side by side: where they agree, where they differ, what only one of them holds. */
export function addComparison(page: Page, answer: ComparisonAnswer): void {
  const { first, second, agree, differ, onlyFirst, onlySecond } = answer;
  const both = (list: ComparisonAnswer['agree']) => list.map((pair) => [pair.first, pair.second]);
  const alone = (list: readonly Position[]) => list.map((position) => [position]);
  addSection(page, titles.agree, both(agree));
  addSection(page, titles.differ, both(differ));
  addSection(page, titles.only(first), alone(onlyFirst));
  addSection(page, titles.only(second), alone(onlySecond));
}

/** Events in their order, a line each. */
export function addTimeline(page: Page, { events }: TimelineAnswer): void {
  page.blank();
  for (const { position, changed } of events.slice(0, listed)) {
    const { date, polarity, towards, holder, evidence } = position;
    const outlet = evidence[0]?.article.outlet ?? '';
    const beside = [holder, outlet].filter((part) => part !== '').map((text): Span => ({ text, style: 'dim' }));
    const line: Span[] = [
      { text: (date ?? noDate).padEnd(12), style: 'dim' },
      { text: `${signs[polarity]} ${reserveOf(position)}${polarity} `, style: polarity },
      { text: towards.text, style: 'bold' },
      ...beside.flatMap((span): Span[] => [{ text: ' · ', style: 'dim' }, span]),
      ...(changed ? [{ text: ` · ⇄ ${changedMark}`, style: 'warning' } as const] : []),
    ];
    page.add(line, 0, 2);
  }
  addRest(page, Math.min(events.length, listed), events.length);
}

function addSection(page: Page, title: string, rows: readonly (readonly Position[])[]): void {
  if (rows.length === 0) return;
  page.blank();
  page.add([{ text: `${title} (${rows.length})`, style: 'bold' }]);
  for (const row of rows.slice(0, listed)) {
    page.blank();
    for (const position of row) {
      const { polarity, holder, towards } = position;
      const claim = `${signs[polarity]} ${holder} ${reserveOf(position)}${polarity}: `;
      page.add(
        [
          { text: claim, style: polarity },
          { text: towards.text, style: 'bold' },
        ],
        2,
        2,
      );
      addEvidence(page, position, 1);
    }
  }
  addRest(page, Math.min(rows.length, listed), rows.length);
}

function addPosition(page: Page, position: Position): void {
  const { towards, confidence } = position;
  page.blank();
  page.add([{ text: towards.text, style: 'bold' }, ...(confidence < certain ? [{ text: ' (probably)' }] : [])], 2, 2);
  addEvidence(page, position, shownEvidence);
}

/** The quotations that show a position, the target marked in the first, and how many more there are. */
function addEvidence(page: Page, { towards, evidence }: Position, most: number): void {
  evidence.slice(0, most).forEach((quotation, index) => {
    const target: readonly Range[] = index === 0 ? [[towards.start, towards.end]] : [];
    addQuotation(page, quotation, '', [...quotation.matches, ...target], 4);
  });
  const more = evidence.length - most;
  if (more > 0) page.add([{ text: `and in ${more} more ${more === 1 ? 'place' : 'places'}`, style: 'dim' }], 4);
}

function reserveOf({ confidence }: Position): string {
  return confidence < certain ? 'probably ' : '';
}
