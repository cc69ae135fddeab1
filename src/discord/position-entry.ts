import type { ComparisonAnswer, TimelineAnswer } from '../answer.ts';
import type { Position } from '../core/archive.ts';
import { certain } from '../core/quotation/statement.ts';
import type { Wording } from '../wording/wording.ts';
import { type Entry, type Group, signs } from './entry.ts';
import { inline, inset } from './excerpt.ts';
import { bold, quotationBlock } from './quotation-text.ts';

const [agreeing, differing] = [0x2f9e62, 0xd1495b];
const lone = 0x5b6ee1;

/** One position with the quotation that shows it. */
export function positionEntry(position: Position, wording: Wording, room: number, group: Group): Entry {
  return { ...positionBlock(position, wording, room - group.title.length - 1), group };
}

/** What two hold on the same, then what only one of them holds. */
export function comparisonEntries(answer: ComparisonAnswer, wording: Wording, room: number): Entry[] {
  const { compare } = wording;
  const { first, second, agree, differ, onlyFirst, onlySecond } = answer;
  const pairs = (list: ComparisonAnswer['agree'], group: Group) =>
    list.map((pair) => pairEntry(pair, wording, room, group));
  const alone = (list: readonly Position[], holder: string) => {
    const group = { title: `### ${compare.onlyBy(inline(holder, 80))}`, colour: lone };
    return list.map((position) => positionEntry(position, wording, room, group));
  };
  return [
    ...pairs(agree, { title: `### 🤝 ${compare.agree}`, colour: agreeing }),
    ...pairs(differ, { title: `### ↔️ ${compare.differ}`, colour: differing }),
    ...alone(onlyFirst, first),
    ...alone(onlySecond, second),
  ];
}

/** One event of a timeline as a line. */
export function eventLine({ position, changed }: TimelineAnswer['events'][number], wording: Wording): string {
  const { holds, noDate, changed: changedMark } = wording.position;
  const { polarity, date, evidence, holder } = position;
  const outlet = evidence[0]?.article.outlet ?? '';
  const parts = [
    bold(inline(date ?? '', 20) || noDate),
    `${signs[polarity]} ${holds(polarity, isProbable(position))} ${bold(phraseOf(position))}`,
    inset(holder, 80),
    inset(outlet, 60),
    changed ? `🔄 ${changedMark}` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function pairEntry(
  { first, second }: ComparisonAnswer['agree'][number],
  wording: Wording,
  room: number,
  group: Group,
): Entry {
  const half = Math.floor((room - group.title.length - 2) / 2);
  const both = [first, second].map((position) => positionBlock(position, wording, half, position.holder));
  return {
    text: both.map(({ text }) => text).join('\n'),
    group,
    buttons: both.flatMap(({ buttons }) => buttons),
  };
}

function positionBlock(position: Position, wording: Wording, room: number, of = ''): Pick<Entry, 'text' | 'buttons'> {
  const { position: words } = wording;
  const { polarity, holder, evidence, total } = position;
  const who = words.claim(inline(holder, 100), polarity, isProbable(position));
  const claim = `${signs[polarity]} ${who} ${bold(phraseOf(position))}`;
  const [shown] = evidence;
  if (shown === undefined) return { text: claim, buttons: [] };
  const more = total > 1 ? `-# ${words.more(total - 1)}` : '';
  const { text, buttons } = quotationBlock(shown, wording, room - claim.length - more.length - 2, of);
  return { text: [claim, text, more].filter((line) => line !== '').join('\n'), buttons };
}

function phraseOf({ towards }: Position): string {
  return inset(towards.text, 200);
}

function isProbable({ confidence }: Position): boolean {
  return confidence < certain;
}
