import { Parser } from 'htmlparser2';

/** A saved page: what it says of itself, and what of it can be the article. */
export interface Survey {
  /** The contents of <meta>, by `name`, `property` or `itemprop` in small letters; the first of a name. */
  readonly meta: ReadonlyMap<string, string>;
  /** The same for those that may stand several times. */
  readonly tags: readonly string[];
  readonly canonical: string | null;
  /** The address in the comment that browsers write into a page they save. */
  readonly savedFrom: string | null;
  readonly linkedData: readonly string[];
  readonly title: string | null;
  /** The first heading of the first rank. */
  readonly heading: string | null;
  /** The day that a <time> says is the day of publication. */
  readonly published: string | null;
  /** Whether the page opens an <html> that it never closes: it was cut off. */
  readonly cutOff: boolean;
}

/** Is told, in order, what of a page can be text: not its scripts, pictures, controls and hidden parts. */
export interface Listener {
  /** `attributes` are those that a reader view looks at. */
  readonly open: (name: string, attributes: readonly (readonly [name: string, value: string])[]) => void;
  readonly text: (text: string) => void;
  readonly close: () => void;
}

/** Deeper than pages are nested; a reader view's time grows with the depth. */
const deepest = 100;

const words = (names: string) => new Set(names.split(' '));

const dropped = words(
  'applet audio button canvas dialog embed frame frameset iframe input map math menu meter noscript object option picture progress select source svg template textarea track video',
);
/** Elements that only change the look of words; what is in them stays. */
const inline = words(
  'abbr acronym b bdi bdo big cite code data dfn em font i ins kbd mark nobr s samp small span strike strong sub sup time tt u var',
);
const telling = ['class', 'id', 'role', 'itemprop', 'rel'];

/**
 * Goes through a page once: takes what it says of itself, and tells the listener what can be text. Linear; throws an `Error` with a phrase for the reader when the nesting has no measure.
 */
export function survey(html: string, listener: Listener): Survey {
  const meta = new Map<string, string>();
  const tags: string[] = [];
  const linkedData: string[] = [];
  let canonical: string | null = null;
  let savedFrom: string | null = null;
  let title: string | null = null;
  let heading: string | null = null;
  let published: string | null = null;
  let cutOff = false;

  /** What happens to an open element: kept, only its content kept, or dropped with all in it. */
  const open: ('kept' | 'unwrapped' | 'dropped')[] = [];
  let hidden = 0;
  let heard: { name: 'title' | 'h1' | 'linked data'; text: string; depth: number } | null = null;

  let pending = '';
  const tellText = () => {
    if (pending !== '') listener.text(pending);
    pending = '';
  };
  const noteMeta = (attributes: Readonly<Record<string, string>>) => {
    const content = attributes.content?.trim() ?? '';
    const name = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase().trim();
    if (content === '' || name === '') return;
    if (name === 'article:tag') tags.push(content);
    if (!meta.has(name)) meta.set(name, content);
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length >= deepest) throw new Error(`its elements are nested more than ${deepest} deep`);
        if (name === 'meta') noteMeta(attributes);
        if (name === 'link' && words(attributes.rel?.toLowerCase() ?? '').has('canonical')) {
          canonical ??= attributes.href ?? null;
        }
        if (name === 'time' && published === null && isPublication(attributes)) published = attributes.datetime ?? null;
        if (heard === null && name === 'title' && title === null) heard = { name, text: '', depth: open.length };
        if (heard === null && name === 'h1' && heading === null) heard = { name, text: '', depth: open.length };
        if (name === 'script' && /^application\/ld\+json\b/i.test(attributes.type?.trim() ?? '')) {
          heard = { name: 'linked data', text: '', depth: open.length };
        }
        const fate = fateOf(name, attributes);
        open.push(fate);
        if (fate === 'dropped') hidden += 1;
        else if (fate === 'kept' && hidden === 0) {
          tellText();
          listener.open(name, tellingOf(attributes));
        }
      },
      ontext(text) {
        if (heard !== null) heard.text += text;
        if (hidden === 0) pending += text;
      },
      oncomment(text) {
        savedFrom ??= /^\s*saved from url=\(\d+\)(https?:\/\/\S+)\s*$/.exec(text.slice(0, 2100))?.[1] ?? null;
      },
      onclosetag(name, implied) {
        const fate = open.pop();
        if (heard?.depth === open.length) {
          if (heard.name === 'linked data') linkedData.push(heard.text);
          else if (heard.name === 'title') title = lineOf(heard.text);
          else heading = lineOf(heard.text);
          heard = null;
        }
        if (name === 'html' && implied) cutOff = true;
        if (fate === 'dropped') hidden -= 1;
        else if (fate === 'kept' && hidden === 0) {
          tellText();
          listener.close();
        }
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  tellText();
  return {
    meta,
    tags,
    canonical,
    savedFrom,
    linkedData,
    title,
    heading,
    published,
    cutOff,
  };
}

function fateOf(name: string, attributes: Readonly<Record<string, string>>): 'kept' | 'unwrapped' | 'dropped' {
  if (name === 'html' || name === 'body') return 'unwrapped';
  if (['head', 'script', 'style', 'title', 'meta', 'link', 'base', 'img', 'param', 'area'].includes(name))
    return 'dropped';
  if (dropped.has(name) || isHidden(attributes)) return 'dropped';
  if (inline.has(name) && telling.every((attribute) => attributes[attribute] === undefined)) return 'unwrapped';
  return 'kept';
}

function isHidden({ hidden, style }: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || (style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style));
}

function tellingOf(attributes: Readonly<Record<string, string>>): [string, string][] {
  const told = telling.flatMap((name): [string, string][] => {
    const value = attributes[name];
    return value === undefined ? [] : [[name, value.slice(0, 300)]];
  });
  if (attributes['aria-hidden'] === 'true') told.push(['aria-hidden', 'true']);
  // Links within the page count less when a reader view weighs how much of a part is links.
  if (attributes.href?.startsWith('#')) told.push(['href', '#']);
  return told;
}

function isPublication({ datetime, itemprop, pubdate }: Readonly<Record<string, string>>): boolean {
  return datetime !== undefined && (pubdate !== undefined || itemprop === 'datePublished');
}

function lineOf(text: string): string | null {
  const line = text.trim().split(/\s+/).join(' ');
  return line === '' ? null : line;
}
