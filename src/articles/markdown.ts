import MarkdownIt from 'markdown-it';
import { finishDraft, headed, refuseGiantLine } from './draft.ts';
import { type Entry, entryOf, type SourceText } from './entry.ts';
import { partFrontMatter } from './front-matter.ts';
import { printedText } from './printed-text.ts';

const deepest = 100;
// HTML in Markdown passes through, so that one reader takes all marks away. Nothing is linked or made typographic.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });

/**
 * Reads a Markdown file with front matter (title, outlet, date, author, url, tags). `text` is what the Markdown shows,
 * its marks removed; the title stands before it when the body does not print it. Throws on nesting without measure.
 */
export function readMarkdown({ id, text, nameDay }: SourceText): Entry[] {
  const parted = partFrontMatter(text);
  if ('problem' in parted) return [{ place: null, problem: parted.problem }];
  const { front, body } = parted;
  // Long before the parser has gone through a line without end.
  const giant = refuseGiantLine(body);
  if (giant !== null) return [{ place: null, problem: giant }];
  const tokens = markdown.parse(body, {});
  // From here on the parser drops what is nested further, without a word.
  if (
    tokens.some(({ level, children }) => level >= deepest - 1 || children?.some((child) => child.level >= deepest - 1))
  ) {
    return [{ place: null, problem: `its Markdown is nested more than ${deepest} deep` }];
  }
  const shown = printedText(markdown.renderer.render(tokens, markdown.options, {}));
  if (shown.text === '') return [{ place: null, problem: 'there is no text in it' }];
  const title = front.title ?? null;
  return [entryOf(null, finishDraft(id, { ...front, ...headed(title, shown.text, shown.heading) }, nameDay))];
}
