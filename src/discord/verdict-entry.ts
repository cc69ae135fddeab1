import type { VerdictAnswer } from '../answer.ts';
import type { Verdict } from '../core/archive.ts';
import { type Range, rebase } from '../core/range.ts';
import { joinDifferences, sentenceBeyond } from '../presentation.ts';
import type { Wording } from '../wording/wording.ts';
import type { Entry, EntryButton, Group } from './entry.ts';
import { inline } from './excerpt.ts';
import { quotationBlock, quotedWords } from './quotation-text.ts';

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
export function verdictEntry(answer: VerdictAnswer, wording: Wording, room: number): Entry {
  const { verify } = wording;
  const { verdict, message, claim, quotation, differences = [], notes } = answer;
  const { icon, colour } = looks[verdict];
  const group: Group = { title: `### ${icon} ${verify.words[verdict]}`, colour };
  const remarks = notes.slice(0, 4).map((note) => `• ${inline(note, 150)}`);
  const top = inline(message ?? `${wording.capitalise(verify.meanings[verdict])}.`, 300);
  const blocks: string[] = [];
  let buttons: readonly EntryButton[] = [];
  let left = room - group.title.length - [top, ...remarks].join('\n').length - 2;
  const add = (title: string, words: (room: number) => string, share: number) => {
    const block = `-# ${title}\n${words(Math.floor(left * share) - title.length - 5)}`;
    blocks.push(block);
    left -= block.length + 1;
  };
  const share = quotation === undefined ? 1 : 0.4;
  const legend = `${verify.change}${wording.common.colon} ~~${verify.onlyClaim}~~ **${verify.onlyPrint}**`;
  if (differences.length > 0) add(legend, (most) => differenceWords(differences, most), share);
  else add(verify.claim, (most) => quotedWords(claim, {}, most), share);
  if (quotation !== undefined) {
    // The sentence around is short, and a cut must be seen: it takes its room before the quotation does.
    const beyond = sentenceBeyond(answer);
    const words = rebase([[quotation.start, quotation.end]], beyond?.start ?? 0);
    if (beyond) add(verify.sentence, (most) => quotedWords(beyond.text, { bold: words }, most), 0.3);
    const after = beyond ? blocks.splice(-1) : [];
    const show = (most: number) => {
      const block = quotationBlock(quotation, wording, most);
      buttons = block.buttons;
      return block.text;
    };
    add(verdict === 'not found' ? verify.nearestPrint : verify.print, show, 1);
    blocks.push(...after);
  }
  return {
    text: [top, ...remarks, ...blocks].join('\n'),
    group,
    buttons,
  };
}

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
