import type { Archive } from './archive.ts';

/** Questions longer than this are not remembered: their answers are not asked for again by any button. */
const longest = 2_000;

/**
 * The same archive, which remembers its last answers. Whoever turns a page asks the whole question again, and many ask
 * the same. An archive never changes, so an answer holds as long as it does; those that were not asked for longest are
 * forgotten first. Two who ask at once wait for one answer.
 */
export function rememberAnswers(archive: Archive, most = 200): Archive {
  const remembered = new Map<string, Promise<unknown>>();
  return new Proxy(archive, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      // A whole article is large, and nobody turns its pages.
      if (name === 'page') return value.bind(target);
      return async (...question: readonly unknown[]) => {
        const key = `${String(name)} ${JSON.stringify(question)}`;
        if (key.length > longest) return value.apply(target, question);
        const known = remembered.get(key);
        remembered.delete(key);
        const answer: Promise<unknown> = known ?? Promise.resolve(value.apply(target, question));
        remembered.set(key, answer);
        if (known !== undefined) return answer;
        const [oldest] = remembered.keys();
        if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
        return answer.catch((error: unknown) => {
          if (remembered.get(key) === answer) remembered.delete(key);
          throw error;
        });
      };
    },
  });
}
