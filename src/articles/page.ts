import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readDay } from './day.ts';
import { finishDraft, headed } from './draft.ts';
import { type Entry, entryOf, type SourceText } from './entry.ts';
import { findLinkedArticle } from './linked-data.ts';
import { printedText } from './printed-text.ts';
import { type Listener, type Survey, survey } from './survey.ts';

/** More elements than pages have; a reader view's time grows with them. */
const mostElements = 8_000;
/** In characters: with less, a reader view looks again and lets in parts that are seldom the article. */
const enoughText = 150;

/**
 * Reads a page as a browser saves it: its main text as a reader view finds it; title, outlet, author, date and
 * address from its linked data, Open Graph and other meta tags. Throws on nesting without measure.
 */
export function readPage({ id, text: html, nameDay }: SourceText): Entry[] {
  const tree = new Tree();
  const page = survey(html, tree);
  const linked = findLinkedArticle(page.linkedData);
  const title = titleOf(page, linked?.title ?? null);
  const shown = readerView(tree.document, title) ?? readBody(linked?.body ?? null);
  if (shown === null) return [{ place: null, problem: 'no article is found in the page' }];
  const draft = {
    title,
    outlet: linked?.outlet ?? first(page, 'og:site_name', 'application-name', 'dc.publisher', 'publisher'),
    date: firstDay(
      linked?.date,
      first(page, 'article:published_time', 'og:published_time', 'datepublished'),
      page.published,
      first(page, 'date', 'pubdate', 'publishdate', 'publish-date', 'dc.date.issued', 'dc.date', 'dcterms.created'),
      first(page, 'parsely-pub-date', 'sailthru.date', 'citation_publication_date'),
    ),
    author: linked?.author ?? nameOf(first(page, 'author', 'byl', 'dc.creator', 'parsely-author', 'article:author')),
    url: firstAddress(page.canonical, linked?.url, first(page, 'og:url'), page.savedFrom),
    tags: tidy([
      ...page.tags,
      ...(linked?.tags ?? []),
      ...(first(page, 'news_keywords', 'keywords')?.split(',') ?? []),
    ]),
    ...headed(title, shown, null),
  };
  const entries = [entryOf(null, finishDraft(id, draft, nameDay))];
  if (page.cutOff) entries.push({ place: null, problem: 'the page has no </html>: it may be cut off before its end' });
  return entries;
}

type PageDocument = ReturnType<typeof parseHTML>['document'];
type ParentNode = PageDocument['body'];

/**
 * A reader view writes the page out and parses it anew, where each of these marks becomes a node of its own: a page of
 * a hundred thousand "&amp;" would break it. So characters that no text may hold stand in for them on the way.
 */
const marks = '&<>\u00a0';
const standIns = '\ufdd0\ufdd1\ufdd2\ufdd3';

function shield(text: string): string {
  return text.replace(/[\ufdd0-\ufdd3]/g, '').replace(/[&<>\u00a0]/g, (mark) => standIns.charAt(marks.indexOf(mark)));
}

function unshield(text: string): string {
  return text.replace(/[\ufdd0-\ufdd3]/g, (standIn) => marks.charAt(standIns.indexOf(standIn)));
}

/** Builds the tree of what a survey tells. */
class Tree implements Listener {
  readonly document = parseHTML('<!doctype html><html><head><title></title></head><body></body></html>').document;
  #parent: ParentNode = this.document.body;
  #elements = 0;

  open = (name: string, attributes: readonly (readonly [string, string])[]) => {
    this.#elements += 1;
    if (this.#elements > mostElements) throw new Error(`the page has more than ${mostElements / 1000},000 elements`);
    // What is no name of HTML is only a box of its text.
    const element = this.document.createElement(/^[a-z][a-z0-9]*$/.test(name) ? name : 'div');
    for (const [key, value] of attributes) element.setAttribute(key, value);
    this.#parent.appendChild(element);
    this.#parent = element;
  };

  text = (text: string) => {
    // A run of nothing but blanks is none; a reader view would take a fixed blank for content.
    this.#parent.appendChild(this.document.createTextNode(text.trim() === '' ? ' ' : shield(text)));
  };

  close = () => {
    this.#parent = this.#parent.parentNode ?? this.document.body;
  };
}

function readerView(document: PageDocument, title: string | null): string | null {
  document.title = title ?? '';
  const article = new Readability(document, { disableJSONLD: true, charThreshold: enoughText }).parse();
  const text = unshield(printedText(article?.content ?? '').text);
  // A page without an article still has a menu; its words are no sentences.
  return text.length > 200 || /[.!?…]["'’”»)]?(?:\n|$)/.test(text) ? text : null;
}

/** An article's words in linked data: plain text as a rule, whatever its paragraphs are parted by. */
function readBody(body: string | null): string | null {
  if (body === null || body.trim() === '') return null;
  const text = /<\/?[a-z]/i.test(body) ? printedText(body).text : body.trim();
  return text === '' ? null : text;
}

function titleOf(page: Survey, linked: string | null): string | null {
  const title = linked ?? first(page, 'og:title', 'twitter:title') ?? page.heading ?? page.title;
  // "Harbour to close - The Velmouth Courier": the heading is what was printed, the rest is the site.
  if (page.heading !== null && title !== null && title.length > page.heading.length && title.startsWith(page.heading)) {
    return page.heading;
  }
  return title === null ? null : title.trim().split(/\s+/).join(' ');
}

function first({ meta }: Survey, ...names: readonly string[]): string | null {
  for (const name of names) {
    const content = meta.get(name);
    if (content !== undefined) return content;
  }
  return null;
}

function firstDay(...written: readonly (string | null | undefined)[]): string | null {
  for (const text of written) {
    const day = text === null || text === undefined ? null : readDay(text);
    if (day !== null) return day;
  }
  return null;
}

/** The first that is a whole address; what a page gives relative to itself leads nowhere once it is saved. */
function firstAddress(...addresses: readonly (string | null | undefined)[]): string | null {
  for (const address of addresses) {
    const whole = address?.trim() ?? '';
    if (/^https?:\/\//i.test(whole) && URL.canParse(whole)) return whole;
  }
  return null;
}

/** Some pages give the address of an author's page where the name belongs. */
function nameOf(author: string | null): string | null {
  if (author === null || /^https?:/.test(author)) return null;
  return author
    .trim()
    .replace(/^by\s+/i, '')
    .split(/\s+/)
    .join(' ');
}

function tidy(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))].slice(0, 50);
}
