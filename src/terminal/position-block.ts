import { type ComparisonAnswer, listed, type TimelineAnswer } from '../answer.ts';
import type { Position } from '../core/archive.ts';
import { certain } from '../core/quotation/statement.ts';
import type { Range } from '../core/range.ts';
import { sidesOf, titleOfSide } from '../presentation.ts';
import type { Wording } from '../wording/wording.ts';
import type { Span } from './layout.ts';
import type { Page } from './page.ts';
import { addQuotation, addRest } from './quotation-block.ts';

/** How many quotations stand under one position; the others are counted. */
const shownEvidence = 2;
const signs = { supports: '+', opposes: '−' } as const;

/** The best positions of a list by side, and how many there are. */
export function addPositions(page: Page, positions: readonly Position[], total: number, wording: Wording): void {
  const shown = positions.slice(0, listed);
  for (const side of sidesOf(shown)) {
    const { polarity } = side;
    page.blank();
    page.add([
      { text: `${signs[polarity]} ${titleOfSide(side, wording)} (${side.positions.length})`, style: polarity },
    ]);
    for (const position of side.positions) addPosition(page, position, wording);
  }
  addRest(page, shown.length, total, wording);
}

/** Two holders side by side: where they agree, where they differ, what only one of them holds. */
export function addComparison(page: Page, answer: ComparisonAnswer, wording: Wording): void {
  const { compare } = wording;
  const { first, second, agree, differ, onlyFirst, onlySecond } = answer;
  const both = (list: ComparisonAnswer['agree']) => list.map((pair) => [pair.first, pair.second]);
  const alone = (list: readonly Position[]) => list.map((position) => [position]);
  addSection(page, compare.agree, both(agree), wording);
  addSection(page, compare.differ, both(differ), wording);
  addSection(page, compare.onlyBy(first), alone(onlyFirst), wording);
  addSection(page, compare.onlyBy(second), alone(onlySecond), wording);
}

/** Events in their order, a line each. */
export function addTimeline(page: Page, { events }: TimelineAnswer, wording: Wording): void {
  const { noDate, holds, changed: changedMark } = wording.position;
  const width = Math.max(10, ...(events.some(({ position }) => position.date === null) ? [noDate.length] : [])) + 2;
  page.blank();
  for (const { position, changed } of events.slice(0, listed)) {
    const { date, polarity, towards, holder, evidence } = position;
    const outlet = evidence[0]?.article.outlet ?? '';
    const beside = [holder, outlet].filter((part) => part !== '').map((text): Span => ({ text, style: 'dim' }));
    const line: Span[] = [
      { text: (date ?? noDate).padEnd(width), style: 'dim' },
      { text: `${signs[polarity]} ${holds(polarity, isProbable(position))} `, style: polarity },
      { text: towards.text, style: 'bold' },
      ...beside.flatMap((span): Span[] => [{ text: ' · ', style: 'dim' }, span]),
      ...(changed ? [{ text: ` · ⇄ ${changedMark}`, style: 'warning' } as const] : []),
    ];
    page.add(line, 0, 2);
  }
  addRest(page, Math.min(events.length, listed), events.length, wording);
}

function addSection(page: Page, title: string, rows: readonly (readonly Position[])[], wording: Wording): void {
  if (rows.length === 0) return;
  page.blank();
  page.add([{ text: `${title} (${rows.length})`, style: 'bold' }]);
  for (const row of rows.slice(0, listed)) {
    page.blank();
    for (const position of row) {
      const { polarity, holder, towards } = position;
      const claim = `${signs[polarity]} ${wording.position.claim(holder, polarity, isProbable(position))} `;
      page.add(
        [
          { text: claim, style: polarity },
          { text: towards.text, style: 'bold' },
        ],
        2,
        2,
      );
      addEvidence(page, position, 1, wording);
    }
  }
  addRest(page, Math.min(rows.length, listed), rows.length, wording);
}

function addPosition(page: Page, position: Position, wording: Wording): void {
  const { towards } = position;
  const reserve = isProbable(position) ? [{ text: ` (${wording.quotation.probably})` }] : [];
  page.blank();
  page.add([{ text: towards.text, style: 'bold' }, ...reserve], 2, 2);
  addEvidence(page, position, shownEvidence, wording);
}

/** The quotations that show a position, the target marked in the first, and how many more there are. */
function addEvidence(page: Page, { towards, evidence, total }: Position, most: number, wording: Wording): void {
  evidence.slice(0, most).forEach((quotation, index) => {
    const target: readonly Range[] = index === 0 ? [[towards.start, towards.end]] : [];
    addQuotation(page, quotation, wording, '', [...quotation.matches, ...target], 4);
  });
  const more = total - Math.min(evidence.length, most);
  if (more > 0) page.add([{ text: wording.terminal.places(more), style: 'dim' }], 4);
}

function isProbable({ confidence }: Position): boolean {
  return confidence < certain;
}
