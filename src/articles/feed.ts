import { Parser } from 'htmlparser2';
import { fingerprint } from '../core/fingerprint.ts';
import { readDay } from './day.ts';
import { finishDraft, headed } from './draft.ts';
import { type Entry, entryOf, type SourceText } from './entry.ts';
import { printedText } from './printed-text.ts';

/**
 * Reads an RSS or Atom file whose items carry their full text. An item's id is made of what the feed calls it, so it
 * stays when newer items come before it. Items with a summary only, and those with a fault in their XML, are reported
 * and the others read. Entities that the file declares are never expanded: such a file is refused.
 */
export async function readFeed(source: SourceText): Promise<readonly Entry[]> {
  const feed = parseFeed(source.text);
  if (feed.root === 'html') return (await import('./page.ts')).readPage(source);
  if (feed.declaresEntities) {
    return [{ place: null, problem: 'it declares entities of its own, which are not expanded' }];
  }
  if (!['rss', 'rdf:rdf', 'feed'].includes(feed.root ?? '')) {
    return [{ place: null, problem: feed.root === null ? 'it is not XML' : 'it is XML, but neither RSS nor Atom' }];
  }
  const entries: Entry[] = [];
  let line = 1;
  let at = 0;
  for (const item of feed.items) {
    for (; at < item.start; at += 1) if (source.text.charCodeAt(at) === 10) line += 1;
    entries.push(readItem(item, source.id, line, feed.title));
  }
  if (feed.unclosed !== null) {
    entries.push({ place: null, problem: `the XML is damaged or cut off: <${feed.unclosed}> is not closed` });
  } else if (feed.items.length === 0) entries.push({ place: null, problem: 'the feed holds no items' });
  return entries;
}

/** An item of a feed as it stands in the file. */
interface Item {
  readonly start: number;
  /** The text of each child element, by its name; the first of a name. */
  readonly fields: Map<string, string>;
  readonly authors: string[];
  readonly subjects: string[];
  link: string | null;
  /** Atom says of its content what it is: "html", "xhtml", "text" or a media type. */
  contentKind: string | null;
  /** The element in which the file stops, or which ends only because one around it does. */
  unclosed: string | null;
}

interface Feed {
  readonly root: string | null;
  readonly title: string | null;
  readonly items: readonly Item[];
  readonly declaresEntities: boolean;
  readonly unclosed: string | null;
}

const deepest = 100;

/** Children of an item that hold its words, some of them as elements instead of escaped. */
const wordy = new Set(['content:encoded', 'content', 'description', 'summary']);

function parseFeed(xml: string): Feed {
  const open: string[] = [];
  const items: Item[] = [];
  let root: string | null = null;
  let title: string | null = null;
  let unclosed: string | null = null;
  let declaresEntities = false;
  let ended = false;
  let item: Item | null = null;
  /** How many elements are open around the item's children. */
  let depth = 0;
  let text = '';
  let child = { start: 0, holdsElements: false };

  const parser = new Parser(
    {
      onopentag(written, attributes) {
        const name = written.toLowerCase();
        if (open.length >= deepest) throw new Error(`its elements are nested more than ${deepest} deep`);
        root ??= name;
        open.push(name);
        text = '';
        if (item === null) {
          if (name !== 'item' && name !== 'entry') return;
          item = { start: parser.startIndex, ...emptyItem() };
          depth = open.length;
          items.push(item);
        } else if (open.length === depth + 1) {
          child = { start: parser.endIndex + 1, holdsElements: false };
          noteAttributes(item, name, attributes);
        } else child.holdsElements = true;
      },
      ontext(piece) {
        text += piece;
      },
      onprocessinginstruction(_name, data) {
        // The first entity of a document type stands in one declaration with it.
        if (/<?!entity\b/i.test(data)) declaresEntities = true;
      },
      onclosetag(_written, implied) {
        const name = open.pop() ?? '';
        const closesItself = xml[parser.endIndex] === '>' && xml[parser.endIndex - 1] === '/';
        if (implied && (ended || !closesItself)) {
          unclosed ??= name;
          if (item !== null) item.unclosed ??= name;
        }
        if (item === null) {
          if (name === 'title' && open.length <= 2) title ??= lineOf(text);
        } else if (open.length < depth) item = null;
        else if (open.length === depth) {
          if (!child.holdsElements) noteText(item, name, text);
          else if (wordy.has(name)) noteText(item, name, xml.slice(child.start, parser.startIndex));
        } else if (name === 'name' && open.at(-1) === 'author') item.authors.push(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  ended = true;
  parser.end();
  return { root, title, items, declaresEntities, unclosed };
}

function emptyItem(): Omit<Item, 'start'> {
  return { fields: new Map(), authors: [], subjects: [], link: null, contentKind: null, unclosed: null };
}

function noteAttributes(item: Item, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'content') item.contentKind = attributes.src === undefined ? (attributes.type ?? 'text') : 'elsewhere';
  if (name === 'link' && (attributes.rel ?? 'alternate') === 'alternate') item.link ??= attributes.href ?? null;
  if (name === 'category' && attributes.term !== undefined) item.subjects.push(attributes.term);
}

function noteText(item: Item, name: string, text: string): void {
  if (text.trim() === '') return;
  if (name === 'link') item.link ??= text.trim();
  else if (name === 'author' || name === 'dc:creator') item.authors.push(text);
  else if (name === 'category' || name === 'dc:subject') item.subjects.push(text);
  else if (!item.fields.has(name)) item.fields.set(name, text);
}

function readItem(item: Item, fileId: string, line: number, feedTitle: string | null): Entry {
  const { fields } = item;
  const title = lineOf(fields.get('title') ?? '');
  const called = title === null ? 'the item' : `the item “${title.slice(0, 80)}”`;
  if (item.unclosed !== null) {
    return { place: line, problem: `${called} is damaged or cut off: <${item.unclosed}> is not closed` };
  }
  const full = fullText(item);
  if (full === null) {
    const summary = fields.has('description') || fields.has('summary');
    return { place: line, problem: `${called} carries ${summary ? 'only a summary, not its full text' : 'no text'}` };
  }
  const guid = fields.get('guid')?.trim() ?? fields.get('id')?.trim();
  const link = [item.link, guid].find((address) => address && /^https?:\/\//i.test(address) && URL.canParse(address));
  const draft = {
    title,
    outlet: lineOf(fields.get('dc:publisher') ?? '') ?? lineOf(fields.get('source') ?? '') ?? feedTitle,
    date: dayOf(fields, 'pubdate', 'published', 'dc:date', 'updated'),
    author: [...new Set(item.authors.map(nameOf).filter((name) => name !== null))].join(', ') || null,
    url: link ?? null,
    tags: [...new Set(item.subjects.flatMap((subject) => lineOf(subject) ?? []))].slice(0, 50),
    ...headed(title, full, null),
  };
  return entryOf(line, finishDraft(`${fileId}-${fingerprint(guid ?? item.link ?? title ?? full)}`, draft));
}

/** The words of an item; null when it carries only a summary of them. */
function fullText({ fields, contentKind }: Item): string | null {
  const encoded = fields.get('content:encoded');
  if (encoded !== undefined) return wordsOf(encoded);
  const content = fields.get('content');
  if (content !== undefined) {
    if (contentKind === 'text' || contentKind === 'text/plain') return content.trim();
    if (contentKind !== null && /^(?:x?html|text\/html|application\/xhtml\+xml)$/.test(contentKind))
      return wordsOf(content);
  }
  const words = wordsOf(fields.get('description') ?? fields.get('summary') ?? '');
  return words === null || looksLikeSummary(words) ? null : words;
}

function wordsOf(html: string): string | null {
  // Without elements, line ends are all there is to part paragraphs.
  const text = printedText(/<\/?[a-z]/i.test(html) ? html : `<pre>${html}</pre>`).text;
  return text === '' ? null : text;
}

/** Where a feed has one element for both, a text is taken for the whole one by its length or its paragraphs. */
function looksLikeSummary(text: string): boolean {
  if (/(?:…|\.\.\.|read more|continue reading)[\])»”\s.→>]*$/i.test(text.slice(-60))) return true;
  return text.length < 500 && !text.includes('\n\n');
}

function dayOf(fields: ReadonlyMap<string, string>, ...names: readonly string[]): string | null {
  for (const name of names) {
    const day = readDay(fields.get(name) ?? '');
    if (day !== null) return day;
  }
  return null;
}

/** RSS gives authors as "desk@courier.example (Ana Dray)"; an address alone names nobody. */
function nameOf(author: string): string | null {
  const line = lineOf(author);
  const bracketed = line === null ? null : /^\S+@\S+ \((.+)\)$/.exec(line)?.[1];
  return bracketed ?? (line !== null && /^\S+@\S+$/.test(line) ? null : line);
}

/** A text of one line, its marks removed; titles hold character references and elements now and then. */
function lineOf(text: string): string | null {
  const line = (/[<&]/.test(text) ? printedText(text).text : text).trim().split(/\s+/).join(' ');
  return line === '' ? null : line.slice(0, 1000);
}
