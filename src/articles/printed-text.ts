import { Parser } from 'htmlparser2';
import type { Range } from '../core/range.ts';

/** The words that a piece of HTML shows. */
export interface PrintedText {
  /** Paragraphs parted by blank lines, a line break inside one as a line end. */
  readonly text: string;
  /** Where the first block stands when it is a heading of the first rank. */
  readonly heading: Range | null;
}

/** Markup nested deeper than any page needs; the parser's time grows with it. */
const deepest = 500;

const words = (names: string) => new Set(names.split(' '));

const blocks = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre section summary table tbody tfoot thead tr ul',
);
/** What a reader never sees, or sees only as a picture or a control. */
const unseen = words(
  'audio button canvas embed head iframe input math noscript object picture script select source style svg template textarea title track video',
);

/**
 * The words of a piece of HTML as a browser would show them: marks and hidden parts removed, white space joined, each
 * block a paragraph. Linear; throws an `Error` with a phrase for the reader when the nesting has no measure.
 */
export function printedText(html: string): PrintedText {
  const page = new Paper();
  const open: { readonly name: string; readonly hidden: boolean }[] = [];
  let hidden = 0;
  let firstBlock: string | null = null;
  let heading: Range | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length >= deepest) throw new Error(`its marks are nested more than ${deepest} deep`);
        const hides = unseen.has(name) || attributes.hidden !== undefined;
        open.push({ name, hidden: hides });
        if (hides) hidden += 1;
        if (hidden > 0) return;
        if (blocks.has(name)) {
          page.part();
          if (page.isEmpty) firstBlock = name;
        } else if (name === 'br') page.breakLine();
        else if (name === 'td' || name === 'th') page.partCell();
        else if (name === 'q') page.openQuotation();
        if (name === 'pre') page.preserved += 1;
      },
      ontext(text) {
        if (hidden === 0) page.print(text);
      },
      onclosetag(name) {
        const element = open.pop();
        if (element?.hidden) hidden -= 1;
        else if (hidden === 0) {
          if (name === 'q') page.closeQuotation();
          if (name === 'pre') page.preserved -= 1;
          if (blocks.has(name)) page.part();
          if (name === 'h1' && firstBlock === 'h1' && heading === null && page.isOneParagraph) {
            heading = [0, page.text.length];
          }
        }
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return { text: page.text, heading };
}

/** Text being set: white space is joined, breaks are set only between words. */
class Paper {
  text = '';
  /** How many elements that keep their line ends are open. */
  preserved = 0;
  #gap: '' | ' ' | '\t' | '\n' | '\n\n' = '';
  #paragraphs = 0;
  /** For each open <q>: whether its marks are still to be set, are set by us, or are printed by the page itself. */
  readonly #quotations: ('pending' | 'ours' | 'printed')[] = [];

  get isEmpty(): boolean {
    return this.text === '';
  }

  get isOneParagraph(): boolean {
    return this.#paragraphs === 1;
  }

  part(): void {
    this.#gap = '\n\n';
  }

  breakLine(): void {
    this.#gap = this.#gap === '\n' || this.#gap === '\n\n' ? '\n\n' : '\n';
  }

  partCell(): void {
    if (this.#gap === '' || this.#gap === ' ') this.#gap = '\t';
  }

  openQuotation(): void {
    this.#quotations.push('pending');
  }

  closeQuotation(): void {
    if (this.#quotations.pop() === 'ours') this.#set(this.#quotations.length % 2 === 0 ? '”' : '’');
  }

  print(source: string): void {
    // Soft hyphens and joiners of no width show only where a line is broken, so they are marks, not print.
    const text = source.replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
    if (this.preserved > 0) this.#printLines(text);
    else for (const [run] of text.matchAll(/[ \t\n\f\r]+|[^ \t\n\f\r]+/g)) this.#printRun(run);
  }

  #printLines(text: string): void {
    for (const [run] of text.matchAll(/\r?\n|[ \t\f\r]+|[^ \t\n\f\r]+/g)) {
      if (run.endsWith('\n')) this.breakLine();
      else this.#printRun(run);
    }
  }

  #printRun(run: string): void {
    if (/^[ \t\n\f\r]/.test(run)) {
      if (this.#gap === '') this.#gap = ' ';
      return;
    }
    const last = this.#quotations.length - 1;
    if (last >= 0 && this.#quotations[last] === 'pending') {
      const printed = /^["“‘«„'‹]/.test(run);
      this.#quotations[last] = printed ? 'printed' : 'ours';
      if (!printed) this.#set(last % 2 === 0 ? '“' : '‘');
    }
    this.#set(run);
  }

  #set(run: string): void {
    const closing = this.#gap === ' ' && (run === '”' || run === '’');
    if (this.text === '') this.#paragraphs = 1;
    else if (!closing) {
      if (this.#gap === '\n\n') this.#paragraphs += 1;
      this.text += this.#gap;
    }
    if (!closing) this.#gap = '';
    this.text += run;
  }
}
