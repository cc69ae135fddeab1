import { type Answer, listed } from '../answer.ts';
import type { Position, Quotation } from '../core/archive.ts';
import type { ArticleReference } from '../core/article.ts';
import { certain, probable } from '../core/quotation/statement.ts';
import type { Range } from '../core/range.ts';
import { paintLine, type Screen, type Span, wrapSpans } from './layout.ts';

/** How many quotations stand under one position; the others are counted. */
const shownEvidence = 2;

/** An answer as lines for a person, none wider than the screen except an address, which would not work in pieces. */
export function renderAnswer(answer: Answer, screen: Screen): string[] {
  const page = new Page(screen);
  if (answer.show === 'error') {
    page.add([{ text: `✗ ${answer.message}`, style: 'opposes' }]);
    addBeside(page, answer);
    return page.lines();
  }
  if (answer.status === 'ok') page.add([{ text: answer.heading, style: 'heading' }]);
  else page.add([{ text: answer.message ?? 'There is nothing on record for this.', style: 'warning' }]);
  switch (answer.show) {
    case 'quotations':
      addBeside(page, answer);
      addQuotations(page, answer.quotations, answer.total);
      break;
    case 'positions':
      if (answer.status === 'ok' && answer.summary !== '') page.add([{ text: answer.summary }]);
      addBeside(page, answer);
      addPositions(page, answer.positions, answer.total);
      break;
    case 'page':
      addBeside(page, answer);
      for (const { title, lines } of answer.sections) {
        page.blank();
        if (title !== undefined) page.add([{ text: title, style: 'bold' }]);
        for (const line of lines) page.add([{ text: line.trimStart() }], title === undefined ? 0 : 2, 2);
      }
  }
  return page.lines();
}

/** A sentence of the bot's own as lines that fit the screen. */
export function renderText(text: string, screen: Screen): string[] {
  const page = new Page(screen);
  page.add([{ text }]);
  return page.lines();
}

/** Lines as they grow. */
class Page {
  readonly #screen: Screen;
  readonly #lines: string[] = [];

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  lines(): string[] {
    return this.#lines;
  }

  blank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** Adds wrapped text, indented, further where one line becomes several. */
  add(spans: readonly Span[], indent = 0, hanging = 0): void {
    const width = Math.max(this.#screen.width - indent - hanging, 1);
    wrapSpans(spans, width).forEach((line, number) => {
      this.#push(' '.repeat(indent + (number > 0 ? hanging : 0)), line);
    });
  }

  /** Adds a block of printed words behind a bar. */
  quote(spans: readonly Span[], indent: number): void {
    const bar: Span = { text: '│ ', style: 'dim' };
    for (const line of wrapSpans(spans, Math.max(this.#screen.width - indent - 2, 1))) {
      this.#push(' '.repeat(indent), [bar, ...line]);
    }
  }

  /** Names an article's address where it cannot be reached by a click. */
  address(url: string | null, indent: number): void {
    const href = this.#screen.links ? undefined : safeAddress(url);
    if (href !== undefined) this.#push(' '.repeat(indent), [{ text: href, style: 'dim' }]);
  }

  #push(indent: string, spans: readonly Span[]): void {
    this.#lines.push((indent + paintLine(spans, this.#screen)).trimEnd());
  }
}

/** What stands beside an answer: a note, and things to type instead. */
function addBeside(page: Page, { note, nearest = [] }: Pick<Answer, 'note' | 'nearest'>): void {
  if (note !== undefined) page.add([{ text: note, style: 'dim' }]);
  if (nearest.length > 0) page.add([{ text: 'Nearest: ' }, ...listSpans(nearest.map((text) => ({ text })))], 0, 2);
}

function addQuotations(page: Page, quotations: readonly Quotation[], total: number): void {
  const shown = quotations.slice(0, listed);
  shown.forEach((quotation, index) => {
    page.blank();
    const number = total > 1 ? `${index + 1}. ` : '';
    addQuotation(page, quotation, number, quotation.matches);
  });
  addRest(page, shown.length, total);
}

function addRest(page: Page, shown: number, total: number): void {
  if (total <= shown) return;
  page.blank();
  page.add([{ text: `These are the best ${shown} of ${total}. A narrower question shows others.`, style: 'dim' }]);
}

function addQuotation(page: Page, quotation: Quotation, number: string, marked: readonly Range[], indent = 0): void {
  const inner = indent + (number === '' ? 0 : 3);
  page.add([{ text: number }, ...attribute(quotation)], indent, number.length);
  page.quote(markWords(quotation, marked), inner);
  page.add(source(quotation.article, quotation.paragraph), inner, 2);
  page.address(quotation.article.url, inner);
  if (quotation.also.length > 0) {
    const others = quotation.also.map(({ title, outlet }) => ({ text: outlet ?? title, style: 'dim' as const }));
    page.add([{ text: 'Printed also by: ', style: 'dim' }, ...listSpans(others.slice(0, 5))], inner, 2);
  }
}

/** Who said it, how sure that is, and how it was said. */
function attribute({ speaker, kind, article }: Quotation): Span[] {
  if (kind === 'own') {
    const voice = article.outlet ?? 'the article';
    return [{ text: 'In ' }, { text: voice, style: 'bold' }, { text: `’s own words` }];
  }
  const said = kind === 'direct' ? 'said' : kind === 'mixed' ? 'reported, in part word for word' : 'reported';
  const how: Span = { text: ` · ${said}`, style: 'dim' };
  if (speaker === null || speaker.confidence < probable) {
    return [{ text: 'Speaker not clear in the article', style: 'bold' }, how];
  }
  const { name, role, resolved, confidence } = speaker;
  return [
    ...(confidence < certain ? [{ text: 'Probably ' }] : []),
    { text: name, style: 'bold' },
    ...(role === undefined || name.includes(role) ? [] : [{ text: ', ' }, { text: role }]),
    how,
    ...(resolved === undefined
      ? []
      : [
          { text: ' (', style: 'dim' } as const,
          { text: resolved, style: 'dim' } as const,
          { text: ')', style: 'dim' } as const,
        ]),
  ];
}

/** The printed words: matches bold, the speech tags between its pieces dim. */
function markWords({ text, start, pieces }: Quotation, marked: readonly Range[]): Span[] {
  // A bound inside a character that takes two units would tear it apart.
  const snap = (offset: number) => offset - start - (/[\udc00-\udfff]/.test(text[offset - start] ?? '') ? 1 : 0);
  const snapped = (ranges: readonly Range[]) => ranges.map(([from, to]): Range => [snap(from), snap(to)]);
  const [bold, quoted] = [snapped(marked), snapped(pieces)];
  const bounds = new Set([0, text.length]);
  for (const at of [...bold, ...quoted].flat()) if (at > 0 && at < text.length) bounds.add(at);
  const within = (at: number, ranges: readonly Range[]) => ranges.some(([from, to]) => from <= at && at < to);
  const run = {};
  const sorted = [...bounds].sort((one, other) => one - other);
  return sorted.slice(1).map((end, index) => {
    const from = sorted[index] ?? 0;
    const style = within(from, bold) ? 'bold' : within(from, quoted) ? undefined : 'dim';
    return { text: text.slice(from, end), style, run };
  });
}

function source({ title, outlet, date, url }: ArticleReference, paragraph: number): Span[] {
  const place = paragraph === 0 ? 'headline' : `paragraph ${paragraph}`;
  const dim = (text: string): Span => ({ text, style: 'dim' });
  const parts = [
    { ...dim(title), href: safeAddress(url) },
    ...(outlet === null ? [] : [dim(outlet)]),
    ...(date === null ? [] : [dim(date)]),
    dim(place),
  ];
  return listSpans(parts, ' · ');
}

/** The address in the form that holds no character a terminal obeys; undefined when it is not one of the web. */
function safeAddress(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && /^[!-~]+$/.test(href) ? href : undefined;
}

function addPositions(page: Page, positions: readonly Position[], total: number): void {
  const shown = positions.slice(0, listed);
  for (const polarity of ['supports', 'opposes'] as const) {
    const group = shown.filter((position) => position.polarity === polarity);
    if (group.length === 0) continue;
    page.blank();
    page.add([
      {
        text: polarity === 'supports' ? `+ Supports (${group.length})` : `− Opposes (${group.length})`,
        style: polarity,
      },
    ]);
    for (const position of group) addPosition(page, position);
  }
  addRest(page, shown.length, total);
}

function addPosition(page: Page, { towards, evidence, confidence }: Position): void {
  page.blank();
  page.add([{ text: towards.text, style: 'bold' }, ...(confidence < certain ? [{ text: ' (probably)' }] : [])], 2, 2);
  evidence.slice(0, shownEvidence).forEach((quotation, index) => {
    const target: readonly Range[] = index === 0 ? [[towards.start, towards.end]] : [];
    addQuotation(page, quotation, '', [...quotation.matches, ...target], 4);
  });
  const more = evidence.length - shownEvidence;
  if (more > 0) page.add([{ text: `and in ${more} more ${more === 1 ? 'place' : 'places'}`, style: 'dim' }], 4);
}

function listSpans(items: readonly Span[], mark = ', '): Span[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [{ text: mark, style: item.style }, item]));
}
