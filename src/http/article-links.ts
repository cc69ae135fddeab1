import type { Archive } from '../core/archive.ts';

/** Where an article's own page is, below the public address. Its id is a file's path, or whatever its source gave it. */
export function pathOf(id: string): string {
  return `/articles/${encodeURIComponent(id)}`;
}

/** Where on the page a statement stands, or, for what nobody said, its paragraph. */
export function anchorOf({ key, kind, paragraph }: Readonly<Record<string, unknown>>): string {
  if (typeof key === 'string' && kind !== 'own') return `#s-${key}`;
  return typeof paragraph === 'number' ? `#p-${paragraph}` : '';
}

/**
 * The same archive, but articles without an address of their own have that of their page here. It does so to whatever
 * the archive answers, so that neither the archive nor the commands know of pages.
 */
export function linkArticles(archive: Archive, publicUrl: string): Archive {
  return new Proxy(archive, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      // The page itself shows the address that the article has, and no link to itself.
      if (name === 'page') return value.bind(target);
      return async (...question: readonly unknown[]) => linked(await value.apply(target, question), publicUrl);
    },
  });
}

function linked(value: unknown, publicUrl: string): unknown {
  if (Array.isArray(value)) return value.map((each) => linked(each, publicUrl));
  if (!isRecord(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, linked(each, publicUrl)]));
  const { article } = copy;
  if (isRecord(article) && typeof article.id === 'string' && article.url === null) {
    copy.article = { ...article, url: `${publicUrl}${pathOf(article.id)}${anchorOf(copy)}` };
  }
  return copy;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
