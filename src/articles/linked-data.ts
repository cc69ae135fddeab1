import { z } from 'zod';
import { printedText } from './printed-text.ts';

/** What a page's linked data (JSON-LD after schema.org) says of its article. */
export interface LinkedArticle {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly tags: readonly string[];
  /** The article's words, where the page repeats them there; plain text as a rule. */
  readonly body: string | null;
}

const article =
  /(?:^|[/:])(?:(?:Analysis|AskPublic|Background|Opinion|Reportage|Review)?NewsArticle|Article|Report|(?:Live)?BlogPosting)$/;

/** More nodes than any page needs: linked data without measure is not searched to its end. */
const mostNodes = 5000;

const node = z.record(z.string(), z.unknown());
type Node = z.infer<typeof node>;

/**
 * Finds the article in a page's scripts of linked data. A news article goes before an article of another kind. Scripts
 * that are no JSON are passed over: what they say is said elsewhere, or stays unknown.
 */
export function findLinkedArticle(scripts: readonly string[]): LinkedArticle | null {
  const nodes = scripts.flatMap(nodesOf).slice(0, mostNodes);
  const candidates = nodes.filter((one) => typesOf(one).some((type) => article.test(type)));
  const found = candidates.find((one) => typesOf(one).some((type) => type.endsWith('NewsArticle'))) ?? candidates[0];
  if (found === undefined) return null;
  const byId = new Map(nodes.flatMap((one) => (typeof one['@id'] === 'string' ? [[one['@id'], one] as const] : [])));
  const named = (value: unknown): string | null => {
    const names = listOf(value).flatMap((held) => {
      const text = textOf(held);
      if (text !== null) return [text];
      const whole = node.safeParse(held);
      if (!whole.success) return [];
      const name = textOf(whole.data.name) ?? textOf(byId.get(String(whole.data['@id']))?.name);
      return name === null ? [] : [name];
    });
    return names.length === 0 ? null : [...new Set(names)].join(', ');
  };
  const whole = node.safeParse(found.mainEntityOfPage);
  return {
    title: textOf(found.headline) ?? textOf(found.name),
    outlet: named(found.publisher),
    date: textOf(found.datePublished) ?? textOf(found.dateCreated),
    author: named(found.author),
    url: textOf(found.url) ?? (whole.success ? textOf(whole.data['@id']) : textOf(found.mainEntityOfPage)),
    tags: listOf(found.keywords).flatMap((held) => textOf(held)?.split(',') ?? []),
    body: typeof found.articleBody === 'string' ? found.articleBody : null,
  };
}

/** The outermost nodes of a script: a node, a list of them, or a graph; with what a page says it is mainly about. */
function nodesOf(script: string): Node[] {
  let value: unknown;
  try {
    value = JSON.parse(script);
  } catch {
    return [];
  }
  const nodes: Node[] = [];
  const open: unknown[] = [value];
  while (open.length > 0 && nodes.length < mostNodes) {
    const held = open.shift();
    if (Array.isArray(held)) open.unshift(...held.slice(0, mostNodes));
    else {
      const read = node.safeParse(held);
      if (!read.success) continue;
      nodes.push(read.data);
      open.push(read.data['@graph'], read.data.mainEntity);
    }
  }
  return nodes;
}

function typesOf(one: Node): string[] {
  return listOf(one['@type']).filter((type) => typeof type === 'string');
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 100) : [value];
}

/** A value of one line; pages write character references into them, as if they were HTML. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = (/&#?\w+;/.test(value) ? printedText(value).text : value).trim().split(/\s+/).join(' ');
  return text === '' ? null : text.slice(0, 1000);
}
