import type { Range } from '../core/range.ts';
import { paintLine, type Screen, type Span, type Style, wrapSpans } from './layout.ts';

/** Lines as they grow. */
export class Page {
  readonly #screen: Screen;
  readonly #lines: string[] = [];

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** Whether looks can be told apart; where not, signs must say what they would. */
  get hasColour(): boolean {
    return this.#screen.colour;
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

  /** Adds a block of printed words behind a bar, a heavier one where they are what was asked for. */
  quote(spans: readonly Span[], indent: number, weight: 'light' | 'heavy' = 'light'): void {
    const bar: Span = weight === 'light' ? { text: '│ ', style: 'dim' } : { text: '┃ ' };
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

/** The address in the form that holds no character a terminal obeys; undefined when it is not one of the web. */
export function safeAddress(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && /^[!-~]+$/.test(href) ? href : undefined;
}

/** Spans with a mark between them. */
export function listSpans(items: readonly Span[], mark = ', '): Span[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [{ text: mark, style: item.style }, item]));
}

/** Some ranges of a text, and how they look. */
export interface Marked {
  readonly ranges: readonly Range[];
  readonly style: Style | undefined;
}

/** A text cut where its look changes, all of one run. The first of the looks that holds at a place is the one seen there. */
export function markSpans(text: string, looks: readonly Marked[], otherwise?: Style): Span[] {
  // A bound inside a character that takes two units would tear it apart.
  const snap = (offset: number) => offset - (/[\udc00-\udfff]/.test(text[offset] ?? '') ? 1 : 0);
  const snapped = looks.map(({ ranges, style }) => ({
    style,
    ranges: ranges.map(([from, to]): Range => [snap(from), snap(to)]),
  }));
  const bounds = new Set([0, text.length]);
  for (const at of snapped.flatMap(({ ranges }) => ranges.flat())) if (at > 0 && at < text.length) bounds.add(at);
  const styleAt = (at: number) => {
    const look = snapped.find(({ ranges }) => ranges.some(([from, to]) => from <= at && at < to));
    return look === undefined ? otherwise : look.style;
  };
  const run = {};
  const sorted = [...bounds].sort((one, other) => one - other);
  return sorted.slice(1).map((end, index) => {
    const from = sorted[index] ?? 0;
    return { text: text.slice(from, end), style: styleAt(from), run };
  });
}
