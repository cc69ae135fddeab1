import type { Answer } from '../answer.ts';
import type { Wording } from '../wording/wording.ts';
import type { Screen } from './layout.ts';
import { listSpans, Page } from './page.ts';
import { addQuestion } from './passage-block.ts';
import { addComparison, addPositions, addTimeline } from './position-block.ts';
import { addQuotations } from './quotation-block.ts';
import { addVerdict } from './verdict-block.ts';

/** An answer as lines for a person, none wider than the screen except an address, which would not work in pieces. */
export function renderAnswer(answer: Answer, screen: Screen, wording: Wording): string[] {
  const page = new Page(screen);
  if (answer.show === 'error') page.add([{ text: `✗ ${answer.message}`, style: 'opposes' }]);
  else if (answer.show !== 'verdict') addHead(page, answer, wording);
  switch (answer.show) {
    case 'quotations':
      addBeside(page, answer, wording);
      if (answer.pictureNote !== undefined) page.add([{ text: answer.pictureNote, style: 'dim' }]);
      addQuotations(page, answer.quotations, answer.total, wording);
      break;
    case 'positions':
      addSummary(page, answer);
      addBeside(page, answer, wording);
      addPositions(page, answer.positions, answer.total, wording);
      break;
    case 'passages':
      if (answer.read !== '') page.add([{ text: answer.read, style: 'dim' }]);
      addBeside(page, answer, wording);
      addQuestion(page, answer, wording);
      break;
    case 'verdict':
      addVerdict(page, answer, wording);
      addBeside(page, { nearest: answer.nearest ?? [] }, wording);
      break;
    case 'verdicts':
      addBeside(page, answer, wording);
      for (const verdict of answer.verdicts) {
        page.blank();
        addVerdict(page, verdict, wording);
      }
      break;
    case 'comparison':
      addSummary(page, answer);
      addBeside(page, answer, wording);
      addComparison(page, answer, wording);
      break;
    case 'timeline':
      addBeside(page, answer, wording);
      addTimeline(page, answer, wording);
      break;
    case 'page':
      addBeside(page, answer, wording);
      for (const { title, lines } of answer.sections) {
        page.blank();
        if (title !== undefined) page.add([{ text: title, style: 'bold' }]);
        for (const line of lines) page.add([{ text: line.trimStart() }], title === undefined ? 0 : 2, 2);
      }
      break;
    case 'error':
      addBeside(page, answer, wording);
  }
  return page.lines();
}

/** A sentence of the bot's own as lines that fit the screen. */
export function renderText(text: string, screen: Screen): string[] {
  const page = new Page(screen);
  page.add([{ text }]);
  return page.lines();
}

/** What the answer is about; or, where there is none, that there is none. */
function addHead(
  page: Page,
  { status, heading, message }: Exclude<Answer, { readonly show: 'error' }>,
  { common }: Wording,
): void {
  if (status === 'ok') page.add([{ text: heading, style: 'heading' }]);
  else page.add([{ text: message ?? common.nothing, style: 'warning' }]);
}

function addSummary(page: Page, { status, summary }: { readonly status: string; readonly summary: string }): void {
  if (status === 'ok' && summary !== '') page.add([{ text: summary }]);
}

/** What stands beside an answer: a note, and things to type instead. */
function addBeside(
  page: Page,
  { note, nearest = [] }: Pick<Answer, 'note' | 'nearest'>,
  { terminal, common }: Wording,
): void {
  if (note !== undefined) page.add([{ text: note, style: 'dim' }]);
  if (nearest.length > 0)
    page.add([{ text: `${terminal.nearest}${common.colon} ` }, ...listSpans(nearest.map((text) => ({ text })))], 0, 2);
}
