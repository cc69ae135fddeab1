import type { VerdictAnswer } from '../answer.ts';
import type { Verdict } from '../core/archive.ts';
import { type Range, rebase } from '../core/range.ts';
import { joinDifferences, sentenceBeyond, titles, verdicts } from '../presentation.ts';
import type { Entry, Group } from './entry.ts';
import { inline } from './excerpt.ts';
import { buttonsOf, quotationText, quotedWords } from './quotation-text.ts';

/** An icon and a colour for each verdict; neither stands without its word. */
const looks = {
  verbatim: { icon: '✅', colour: 0x2f9e62 },
  abridged: { icon: '✂️', colour: 0xb7a12a },
  altered: { icon: '✏️', colour: 0xe08e2b },
  misattributed: { icon: '👥', colour: 0xd1495b },
  reported: { icon: '📰', colour: 0x4f86c6 },
  'not found': { icon: '❔', colour: 0x80848e },
} as const satisfies Record<Verdict, { readonly icon: string; readonly colour: number }>;

/** A verdict with what was quoted, how that differs from what is printed, and the print. */
export function verdictEntry(answer: VerdictAnswer, room: number): Entry {
  const { verdict, message, claim, quotation, differences = [], notes } = answer;
  const { icon, colour } = looks[verdict];
  const { word, meaning } = verdicts[verdict];
  const group: Group = { title: `### ${icon} ${word}`, colour };
  const remarks = notes.slice(0, 4).map((note) => `• ${inline(note, 150)}`);
  const top = inline(message ?? `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`, 300);
  let left = room - group.title.length - [top, ...remarks].join('\n').length - 3;

  const blocks: string[] = [];
  const add = (title: string, words: string) => {
    const block = `-# ${title}\n${words}`;
    blocks.push(block);
    left -= block.length + 1;
  };
  const part = (share: number) => Math.floor(left * share) - 90;
  if (differences.length > 0) add(legend, differenceWords(differences, part(0.4)));
  else add(titles.claim, quotedWords(claim, {}, part(quotation === undefined ? 1 : 0.4)));
  if (quotation !== undefined) {
    const beyond = sentenceBeyond(answer);
    const around = beyond && {
      text: beyond.text,
      marks: { bold: rebase([[quotation.start, quotation.end]], beyond.start) },
    };
    const sentence = around && `-# ${titles.sentence}\n${quotedWords(around.text, around.marks, part(0.25))}`;
    const title = `-# ${verdict === 'not found' ? titles.nearestPrint : titles.print}`;
    const reserved = title.length + (sentence === undefined ? 0 : sentence.length + 1) + 1;
    blocks.push(title, quotationText(quotation, left - reserved), ...(sentence === undefined ? [] : [sentence]));
  }
  return {
    text: [top, ...remarks, ...blocks].join('\n'),
    group,
    buttons: quotation === undefined ? [] : buttonsOf(quotation),
  };
}

const legend = `${titles.claim} → ${titles.print.toLowerCase()}: ~~only quoted~~ **only printed**`;

/** From the claim to the print: what only the claim has struck, what only the print has in bold. */
function differenceWords(differences: NonNullable<VerdictAnswer['differences']>, room: number): string {
  const joined = joinDifferences(differences);
  const isLong = joined.reduce((sum, each) => sum + each.text.length, 0) > room * 0.8;
  let text = '';
  const struck: Range[] = [];
  const added: Range[] = [];
  for (const { op, text: printed } of joined) {
    const words = isLong && op === 'same' ? condense(printed) : printed;
    const range: Range = [text.length, text.length + words.length];
    if (op === 'removed') struck.push(range);
    if (op === 'added') added.push(range);
    text += words;
  }
  return quotedWords(text, { struck, bold: added }, room);
}

/** Long stretches that stand in both are left out, so that what differs is seen. */
const longestSame = 160;
const keptSame = 60;

function condense(text: string): string {
  if (text.length <= longestSame) return text;
  const head = /^[\s\S]*\s/.exec(text.slice(0, keptSame))?.[0] ?? '';
  const tail = /\s[\s\S]*$/.exec(text.slice(-keptSame))?.[0] ?? '';
  return `${head}[…]${tail}`;
}
