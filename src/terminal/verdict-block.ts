import type { VerdictAnswer } from '../answer.ts';
import type { Verdict } from '../core/archive.ts';
import { rebase } from '../core/range.ts';
import { joinDifferences, sentenceBeyond } from '../presentation.ts';
import type { Wording } from '../wording/wording.ts';
import type { Span, Style } from './layout.ts';
import { markSpans, type Page } from './page.ts';
import { addQuotation } from './quotation-block.ts';

const styles = {
  verbatim: 'supports',
  abridged: 'warning',
  altered: 'opposes',
  misattributed: 'opposes',
  reported: 'warning',
  'not found': 'warning',
} as const satisfies Record<Verdict, Style>;

/** A verdict in words first, then what was quoted, how that differs from what is printed, and the print. */
export function addVerdict(page: Page, answer: VerdictAnswer, wording: Wording): void {
  const { verify } = wording;
  const { colon } = wording.common;
  const { verdict, message, claim, quotation, differences = [], notes } = answer;
  const word = verify.words[verdict];
  page.add([
    { text: message === undefined ? `${word}${colon} ` : `${word}. `, style: styles[verdict] },
    { text: message ?? `${verify.meanings[verdict]}.` },
  ]);
  for (const note of notes) page.add([{ text: `• ${note}` }], 0, 2);
  page.blank();
  if (differences.length > 0) addDifferences(page, differences, wording);
  else {
    page.add([{ text: `${verify.claim}${colon}`, style: 'dim' }]);
    page.quote([{ text: claim }], 0);
  }
  if (quotation === undefined) return;
  page.blank();
  page.add([{ text: `${verdict === 'not found' ? verify.nearestPrint : verify.print}${colon}`, style: 'dim' }]);
  addQuotation(page, quotation, wording, '', quotation.matches);
  const beyond = sentenceBeyond(answer);
  if (beyond === undefined) return;
  page.add([{ text: `${verify.sentence}${colon}`, style: 'dim' }]);
  const words = rebase([[quotation.start, quotation.end]], beyond.start);
  page.quote(markSpans(beyond.text, [{ ranges: words, style: 'bold' }]), 0);
}

/** From the claim to the print: what only the claim has is struck, what only the print has bold; or signs say so. */
function addDifferences(
  page: Page,
  differences: NonNullable<VerdictAnswer['differences']>,
  { verify, common }: Wording,
): void {
  const removed = (text: string): Span => ({ text: page.hasColour ? text : `[-${text}-]`, style: 'removed' });
  const added = (text: string): Span => ({ text: page.hasColour ? text : `{+${text}+}`, style: 'added' });
  page.add([
    { text: `${verify.change} (`, style: 'dim' },
    removed(verify.onlyClaim),
    { text: ', ', style: 'dim' },
    added(verify.onlyPrint),
    { text: `)${common.colon}`, style: 'dim' },
  ]);
  const run = {};
  const spans = joinDifferences(differences).flatMap(({ op, text }): Span[] => {
    if (op === 'same') return [{ text }];
    // Blanks are neither struck nor bold.
    const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    return [{ text: before }, op === 'removed' ? removed(words) : added(words), { text: after }];
  });
  page.quote(
    spans.filter(({ text }) => text !== '').map((span) => ({ ...span, run })),
    0,
  );
}
