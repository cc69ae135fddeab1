import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/core/archive.ts';
import { rememberAnswers } from '../../src/core/recent-answers.ts';
import { archive } from '../discord/archive.ts';

/** An archive that counts what it is asked. */
function counting(given: Partial<Archive> = {}) {
  const asked: string[] = [];
  const one: Archive = {
    ...archive(),
    quote: async ({ text = '' }) => {
      asked.push(text);
      return { quotations: [], total: asked.length };
    },
    ...given,
  };
  return { asked, one };
}

describe('an archive that remembers its answers', () => {
  it('is asked once for what is asked again, and for everything else', async () => {
    const { asked, one } = counting();
    const remembering = rememberAnswers(one);
    expect(await remembering.quote({ text: 'quay' })).toBe(await remembering.quote({ text: 'quay' }));
    await Promise.all([remembering.quote({ text: 'ferry' }), remembering.quote({ text: 'ferry' })]);
    expect(await remembering.quote({ text: 'quay', speaker: 'okell' })).toMatchObject({ total: 3 });
    expect(asked).toEqual(['quay', 'ferry', 'quay']);
    expect(remembering.version).toBe(one.version);
  });

  it('forgets what was not asked for longest', async () => {
    const { asked, one } = counting();
    const remembering = rememberAnswers(one, 2);
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) await remembering.quote({ text });
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('remembers no failure, and nothing endless', async () => {
    let failures = 0;
    const { asked, one } = counting({
      stance: async () => {
        failures += 1;
        throw new Error('Not this time');
      },
    });
    const remembering = rememberAnswers(one);
    for (const _ of [1, 2]) await expect(remembering.stance({ actor: 'iran' })).rejects.toThrow('Not this time');
    expect(failures).toBe(2);
    for (const _ of [1, 2]) await remembering.quote({ text: 'a'.repeat(3_000) });
    expect(asked).toHaveLength(2);
  });
});
