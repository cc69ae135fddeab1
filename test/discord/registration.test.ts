import { describe, expect, it } from 'vitest';
import { type CommandData, Option, privateOption } from '../../src/discord/command.ts';
import { bodyOf, compare, wordDifference } from '../../src/discord/registration.ts';

const quote: CommandData = {
  name: 'quote',
  description: 'Find what was said',
  options: [
    { name: 'text', description: 'Words', type: Option.String, required: true, max_length: 100, autocomplete: true },
    { name: 'kind', description: 'How', type: Option.String, choices: [{ name: 'Direct', value: 'direct' }] },
    privateOption,
  ],
};
const help: CommandData = { name: 'help', description: 'What there is' };

/** `help` as Discord gives it back. */
const keptHelp = {
  id: '1400000000000000001',
  application_id: '1100000000000000001',
  version: '1400000000000000002',
  default_member_permissions: null,
  type: 1,
  name: 'help',
  name_localizations: null,
  description: 'What there is',
  description_localizations: null,
  dm_permission: true,
  contexts: [2, 1, 0],
  integration_types: [1, 0],
  nsfw: false,
};

describe('the difference between our commands and Discord’s', () => {
  it('is none for what Discord filled in', () => {
    expect(compare(bodyOf([help]), [keptHelp])).toEqual({ added: [], changed: [], removed: [], unchanged: ['help'] });
  });

  it.each<[string, CommandData]>([
    ['a description', { ...help, description: 'Other' }],
    ['an option', { ...help, options: [privateOption] }],
    ['permissions', { ...help, default_member_permissions: '32' }],
  ])('sees %s', (_, data) => {
    expect(compare(bodyOf([data]), [keptHelp]).changed).toEqual(['help']);
  });

  it.each<[string, (option: Record<string, unknown>) => Record<string, unknown>]>([
    ['required', (option) => ({ ...option, required: false })],
    ['a length', (option) => ({ ...option, max_length: 99 })],
    ['a name', (option) => ({ ...option, name: 'words' })],
    ['a choice', (option) => ({ ...option, choices: [{ name: 'Direct', value: 'd' }] })],
  ])('sees %s of an option', (_, change) => {
    const [text = {}, ...others] = (quote.options ?? []).map((option) => ({ ...option }));
    const theirs = [{ ...quote, contexts: [0, 1, 2], integration_types: [0, 1], options: [change(text), ...others] }];
    expect(compare(bodyOf([quote]), theirs).changed).toEqual(['quote']);
  });

  it('names what is new and what is gone, menu commands too', () => {
    const difference = compare(bodyOf([quote, help]), [keptHelp, { type: 3, name: 'help' }, { type: 1, name: 'old' }]);
    expect(difference).toEqual({ added: ['quote'], changed: [], removed: ['help (menu)', 'old'], unchanged: ['help'] });
    expect(wordDifference(difference)).toBe('1 added (quote), 2 removed (help (menu), old), 1 unchanged');
  });

  it('is none for a menu command as Discord gives it back, which has no words but its name', () => {
    const body = bodyOf([help], [{ name: 'Check quotations' }]);
    const kept = { ...keptHelp, type: 3, name: 'Check quotations', description: '' };
    expect(compare(body, [keptHelp, kept])).toMatchObject({
      changed: [],
      unchanged: ['help', 'Check quotations (menu)'],
    });
    expect(body[1]).not.toHaveProperty('description');
    expect(body[1]).not.toHaveProperty('options');
  });
});
