import { listed } from '../answer.ts';
import type { Quotation } from '../core/archive.ts';
import type { ArticleReference } from '../core/article.ts';
import { certain, probable } from '../core/quotation/statement.ts';
import { type Range, rebase } from '../core/range.ts';
import type { Wording } from '../wording/wording.ts';
import type { Span } from './layout.ts';
import { listSpans, markSpans, type Page, safeAddress } from './page.ts';

/** The best quotations of a list, and how many there are. */
export function addQuotations(page: Page, quotations: readonly Quotation[], total: number, wording: Wording): void {
  const shown = quotations.slice(0, listed);
  shown.forEach((quotation, index) => {
    page.blank();
    const number = total > 1 ? `${index + 1}. ` : '';
    addQuotation(page, quotation, wording, number, quotation.matches);
  });
  addRest(page, shown.length, total, wording);
}

/** That there is more than is shown, when there is. */
export function addRest(page: Page, shown: number, total: number, { terminal }: Wording): void {
  if (total <= shown) return;
  page.blank();
  page.add([{ text: terminal.best(shown, total), style: 'dim' }]);
}

/** One quotation under who said it, above where it is printed; `number` stands before it in a list. */
export function addQuotation(
  page: Page,
  quotation: Quotation,
  wording: Wording,
  number: string,
  marked: readonly Range[],
  indent = 0,
): void {
  const inner = indent + (number === '' ? 0 : 3);
  page.add([{ text: number }, ...attribute(quotation, wording)], indent, number.length);
  page.quote(markWords(quotation, marked), inner);
  page.add(source(quotation.article, quotation.paragraph, wording, quotation.link), inner, 2);
  page.address(quotation.article.url, inner);
  addCopies(page, quotation.also, wording, inner);
}

/** Who else prints the same, when anybody does. */
export function addCopies(page: Page, also: readonly ArticleReference[], wording: Wording, inner: number): void {
  if (also.length === 0) return;
  const others = also.map(({ title, outlet }) => ({ text: outlet ?? title, style: 'dim' as const }));
  const start = { text: `${wording.terminal.also}${wording.common.colon} `, style: 'dim' as const };
  page.add([start, ...listSpans(others.slice(0, 5))], inner, 2);
}

/** Who said it, how sure that is, and how it was said. */
function attribute({ speaker, kind, article }: Quotation, wording: Wording): Span[] {
  const { quotation: words, terminal } = wording;
  if (kind === 'own') {
    const { before, after, article: none } = terminal.ownWords;
    return [{ text: before }, { text: article.outlet ?? none, style: 'bold' as const }, { text: after }].filter(
      ({ text }) => text !== '',
    );
  }
  const how: Span = { text: ` · ${words.manners[kind]}`, style: 'dim' };
  if (speaker === null || speaker.confidence < probable) {
    return [{ text: wording.capitalise(words.unclear), style: 'bold' }, how];
  }
  const { name, role, resolved, confidence } = speaker;
  return [
    ...(confidence < certain ? [{ text: `${wording.capitalise(words.probably)} ` }] : []),
    { text: name, style: 'bold' },
    ...(role === undefined || name.includes(role) ? [] : [{ text: ', ' }, { text: role }]),
    how,
    ...(resolved === undefined
      ? []
      : [
          { text: ' (', style: 'dim' } as const,
          { text: words.resolution(resolved), style: 'dim' } as const,
          { text: ')', style: 'dim' } as const,
        ]),
  ];
}

/** The printed words: matches bold, the speech tags between its pieces dim. */
function markWords({ text, start, pieces }: Quotation, marked: readonly Range[]): Span[] {
  const looks = [
    { ranges: rebase(marked, start), style: 'bold' as const },
    { ranges: rebase(pieces, start), style: undefined },
  ];
  return markSpans(text, looks, 'dim');
}

/** Where something is printed: title, outlet, date, paragraph; `link` opens the article at it. */
export function source(
  { title, outlet, date, url }: ArticleReference,
  paragraph: number,
  { quotation: words }: Wording,
  link = url,
): Span[] {
  const place = paragraph === 0 ? words.headline : words.paragraph(paragraph);
  const dim = (text: string): Span => ({ text, style: 'dim' });
  const parts = [
    { ...dim(title), href: safeAddress(link) },
    ...(outlet === null ? [] : [dim(outlet)]),
    ...(date === null ? [] : [dim(date)]),
    dim(place),
  ];
  return listSpans(parts, ' · ');
}
