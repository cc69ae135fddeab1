import { describe, expect, it } from 'vitest';
import { questionNames } from '../../src/archive/archive-messages.ts';
import { rehearse } from '../../src/archive/rehearsal.ts';
import type { Archive } from '../../src/core/archive.ts';
import { buildArchive } from '../../src/core/memory-archive.ts';
import { analyseGenerated } from '../generated-articles.ts';

const analyse = (articles: number) => analyseGenerated({ seed: 8, articles, words: 200 });

/** The archive, with what it is asked written down; `fails` says which questions it has no answer to. */
function overheard(archive: Archive, fails: (name: string) => boolean = () => false) {
  const asked: { readonly name: string; readonly args: readonly unknown[]; answer: unknown }[] = [];
  const heard = new Proxy(archive, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return async (...args: readonly unknown[]) => {
        const question = { name: String(name), args, answer: undefined as unknown };
        asked.push(question);
        if (fails(question.name)) throw new Error('no answer');
        question.answer = await value.apply(target, args);
        return question.answer;
      };
    },
  });
  return { heard, asked };
}

describe('a rehearsal', () => {
  it('asks every question there is, of what the archive prints, and finds something', async () => {
    const { heard, asked } = overheard(buildArchive(await analyse(30)));
    await rehearse(heard, async () => {});
    expect(new Set(asked.map(({ name }) => name))).toEqual(new Set(questionNames));
    const found = asked.filter(
      ({ name, answer }) => name === 'quote' && (answer as { quotations: readonly unknown[] }).quotations.length > 0,
    );
    expect(found.length).toBeGreaterThan(8);
    expect(asked.some(({ name, answer }) => name === 'page' && answer !== null)).toBe(true);
    expect(asked.some(({ name, answer }) => name === 'context' && answer !== null)).toBe(true);
    expect(asked.some(({ name, answer }) => name === 'verify' && answer !== null)).toBe(true);
  });

  it('lets others come before each question', async () => {
    const { heard, asked } = overheard(buildArchive(await analyse(5)));
    let pauses = 0;
    await rehearse(heard, async () => {
      expect(asked.length).toBe(pauses);
      pauses += 1;
    });
    expect(pauses).toBe(asked.length);
  });

  it('goes on when a question fails, and has little to ask an empty archive', async () => {
    const archive = buildArchive(await analyse(5));
    const { heard, asked } = overheard(archive, (name) => name === 'stance' || name === 'quote');
    await rehearse(heard, async () => {});
    expect(asked.some(({ name }) => name === 'ask')).toBe(true);
    const nothing = overheard(buildArchive([]));
    await rehearse(nothing.heard, async () => {});
    expect(nothing.asked.length).toBeLessThan(10);
  });
});
