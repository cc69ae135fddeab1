import { listed, type PassagesAnswer } from '../answer.ts';
import type { Passage } from '../core/archive.ts';
import { type Range, rebase } from '../core/range.ts';
import { partsOf, shownOf } from '../presentation.ts';
import type { Wording } from '../wording/wording.ts';
import { markSpans, type Page } from './page.ts';
import { addPositions } from './position-block.ts';
import { addCopies, addQuotations, addRest, source } from './quotation-block.ts';

/** What answers a question: quotations, positions or passages; where nothing does, the nearest passages, named so. */
export function addQuestion(page: Page, answer: PassagesAnswer, wording: Wording): void {
  const { quotations, positions, passages } = shownOf(answer);
  if (quotations.length > 0) addQuotations(page, quotations, answer.total, wording);
  if (positions.length > 0) addPositions(page, positions, answer.total, wording);
  if (passages.length === 0) return;
  if (answer.status !== 'ok') {
    page.blank();
    page.add([{ text: `${wording.ask.nearest}${wording.common.colon}`, style: 'warning' }]);
  }
  const shown = passages.slice(0, listed);
  for (const [index, passage] of shown.entries()) {
    page.blank();
    addPassage(page, passage, shown.length > 1 ? `${index + 1}. ` : '', wording);
  }
  if (answer.status === 'ok') addRest(page, shown.length, answer.total, wording);
}

/** A passage under where it is printed: its answering sentence behind a heavy bar, what stands around it dim. */
function addPassage(page: Page, passage: Passage, number: string, wording: Wording): void {
  const { text, start, matches, typed, article, paragraph, also } = passage;
  const inner = number === '' ? 0 : 3;
  page.add([{ text: number }, ...source(article, paragraph, wording)], 0, 2);
  page.address(article.url, inner);
  const { before, sentence, after } = partsOf(passage);
  const add = ([from, to]: Range, weight: 'light' | 'heavy') => {
    const words = text.slice(from, to);
    if (words.trim() === '') return;
    const offset = start + from + (words.length - words.trimStart().length);
    const looks = [
      { ranges: rebase(typed, offset), style: 'sought' as const },
      { ranges: rebase(matches, offset), style: 'bold' as const },
    ];
    page.quote(markSpans(words.trim(), looks, weight === 'light' ? 'dim' : undefined), inner, weight);
  };
  add(before, 'light');
  add(sentence, 'heavy');
  add(after, 'light');
  addCopies(page, also, wording, inner);
}
