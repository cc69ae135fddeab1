import { describe, expect, it } from 'vitest';
import { defineCommand, Option } from '../../src/discord/command.ts';
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

  it('come for a name in quotation marks as for the name, also while the second mark is not there yet', async () => {
    const heard: unknown[] = [];
    const options = ['actor', 'about', 'text'].map((name) => ({ name, description: 'x', type: Option.String }));
    const command = defineCommand({
      data: { name: 'try', description: 'x', options },
      names: ['actor', 'about'],
      run: async () => ({ show: 'page', status: 'ok', heading: 'x', sections: [] }),
      suggest: {
        about: async (typed, _, others) => {
          heard.push(typed, others);
          return [];
        },
        text: async (typed) => {
          heard.push(typed);
          return [];
        },
      },
    });
    const context = {} as Parameters<NonNullable<(typeof command.suggest)[string]>>[1];
    await command.suggest.about?.('“Velm', context, { actor: '«Ostrava»', text: '“as it is”' });
    await command.suggest.about?.('„Velmouth“', context, {});
    await command.suggest.text?.('“Velm', context, {});
    expect(heard).toEqual(['Velm', { actor: 'Ostrava', text: '“as it is”' }, 'Velmouth', {}, '“Velm']);
  });
});
