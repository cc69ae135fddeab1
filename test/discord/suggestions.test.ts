import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../src/discord/suggestions.ts';
import { english } from '../../src/wording/wording.ts';

describe('suggestions', () => {
  it('are never more than Discord takes, nor longer', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      name: `Name ${index} ${'x'.repeat(120)}`,
      value: `v${index}`,
    }));
    const choices = choicesOf(many, english);
    expect(choices).toHaveLength(25);
    expect(choices.every(({ name }) => name.length <= 100 && name.endsWith('…'))).toBe(true);
  });

  it('leave out what could not be picked: empty, twice, or with a value that would be cut', () => {
    const offered = [
      { name: '', value: 'a' },
      { name: 'Nothing', value: '' },
      { name: 'Long', value: 'x'.repeat(101) },
      { name: 'Iran', value: 'iran' },
      { name: 'Iran again', value: 'iran' },
    ];
    expect(choicesOf(offered, english)).toEqual([{ name: 'Iran', value: 'iran' }]);
  });
});
