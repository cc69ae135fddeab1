import type { ComparisonAnswer, TimelineAnswer } from '../answer.ts';
import type { Position } from '../core/archive.ts';
import { certain } from '../core/quotation/statement.ts';
import { changedMark, noDate, titles } from '../presentation.ts';
import { type Entry, type Group, sides, signs } from './entry.ts';
import { inline } from './excerpt.ts';
import { bold, quotationBlock } from './quotation-text.ts';

const agreement: Group = { title: `### 🤝 ${titles.agree}`, colour: 0x2f9e62 };
const difference: Group = { title: `### ↔️ ${titles.differ}`, colour: 0xd1495b };
const lone = 0x5b6ee1;

/** One position with the quotation that shows it. */
export function positionEntry(position: Position, room: number, group: Group = sides[position.polarity]): Entry {
  return { ...positionBlock(position, room - group.title.length - 1), group };
}

/** What two hold on the same, then what only one of them holds. */
export function comparisonEntries(answer: ComparisonAnswer, room: number): Entry[] {
  const { first, second, agree, differ, onlyFirst, onlySecond } = answer;
  const pairs = (list: ComparisonAnswer['agree'], group: Group) => list.map((pair) => pairEntry(pair, room, group));
  const alone = (list: readonly Position[], holder: string) => {
    const group = { title: `### ${titles.only(inline(holder, 80))}`, colour: lone };
    return list.map((position) => positionEntry(position, room, group));
  };
  return [
    ...pairs(agree, agreement),
    ...pairs(differ, difference),
    ...alone(onlyFirst, first),
    ...alone(onlySecond, second),
  ];
}

/** One event of a timeline as a line. */
export function eventLine({ position, changed }: TimelineAnswer['events'][number]): string {
  const { polarity, date, evidence, holder } = position;
  const outlet = evidence[0]?.article.outlet ?? '';
  const parts = [
    bold(inline(date ?? '', 20) || noDate),
    `${signs[polarity]} ${reserveOf(position)}${polarity} ${bold(phraseOf(position))}`,
    inline(holder, 80),
    inline(outlet, 60),
    changed ? `🔄 ${changedMark}` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function pairEntry({ first, second }: ComparisonAnswer['agree'][number], room: number, group: Group): Entry {
  const half = Math.floor((room - group.title.length - 2) / 2);
  const both = [first, second].map((position) => positionBlock(position, half, position.holder));
  return {
    text: both.map(({ text }) => text).join('\n'),
    group,
    buttons: both.flatMap(({ buttons }) => buttons),
  };
}

function positionBlock(position: Position, room: number, of = ''): Pick<Entry, 'text' | 'buttons'> {
  const { polarity, holder, evidence } = position;
  const claim = `${signs[polarity]} ${inline(holder, 100)} ${reserveOf(position)}${polarity}: ${bold(phraseOf(position))}`;
  const [shown, ...others] = evidence;
  if (shown === undefined) return { text: claim, buttons: [] };
  const more =
    others.length > 0 ? `-# and ${others.length} more ${others.length === 1 ? 'statement' : 'statements'}` : '';
  const { text, buttons } = quotationBlock(shown, room - claim.length - more.length - 2, of);
  return { text: [claim, text, more].filter((line) => line !== '').join('\n'), buttons };
}

function phraseOf({ towards }: Position): string {
  return inline(towards.text, 200);
}

function reserveOf({ confidence }: Position): string {
  return confidence < certain ? 'probably ' : '';
}
