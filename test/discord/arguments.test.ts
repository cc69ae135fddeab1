import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/answer.ts';
import { checkArguments, type Given } from '../../src/discord/arguments.ts';
import { type CommandData, Option, privateOption } from '../../src/discord/command.ts';

const data: CommandData = {
  name: 'quote',
  description: 'Find what was said',
  options: [
    {
      name: 'text',
      description: 'Words to look for',
      type: Option.String,
      required: true,
      min_length: 2,
      max_length: 5,
    },
    { name: 'kind', description: 'How', type: Option.String, choices: [{ name: 'Direct', value: 'direct' }] },
    { name: 'page', description: 'Which', type: Option.Integer },
    privateOption,
  ],
};

describe('arguments', () => {
  it('are those of the definition', () => {
    const given = [
      { name: 'text', value: 'words' },
      { name: 'kind', value: 'direct' },
      { name: 'page', value: 3 },
      { name: 'private', value: true },
    ];
    expect(checkArguments(data, given)).toEqual({ text: 'words', kind: 'direct', page: 3, private: true });
    expect(checkArguments(data, [{ name: 'text', value: '😀😀😀😀😀' }])).toEqual({ text: '😀😀😀😀😀' });
  });

  it.each<[Given[], string]>([
    [[], '/quote needs the option “text”: Words to look for.'],
    [
      [{ name: 'text', value: 'toolong' }],
      'The option “text” takes at most 5 characters; this is 7. Please shorten it.',
    ],
    [[{ name: 'text', value: 'x' }], 'The option “text” needs at least 2 characters.'],
    [[{ name: 'text', value: 7 }], 'The option “text” must be text.'],
    [
      [{ name: 'speaker', value: 'x' }],
      '/quote has no option “speaker”; it takes these options: text, kind, page, private.',
    ],
    [
      [
        { name: 'text', value: 'ab' },
        { name: 'kind', value: 'x' },
      ],
      'The option “kind” must be one of: Direct.',
    ],
    [
      [
        { name: 'text', value: 'ab' },
        { name: 'page', value: 1.5 },
      ],
      'The option “page” must be a whole number.',
    ],
    [
      [
        { name: 'text', value: 'ab' },
        { name: 'private', value: 'yes' },
      ],
      'The option “private” is either true or false.',
    ],
    [
      [
        { name: 'text', value: 'ab' },
        { name: 'text', value: 'cd' },
      ],
      'The option “text” was given more than once; please give it once.',
    ],
  ])('%j are refused', (given, message) => {
    expect(() => checkArguments(data, given)).toThrow(new UserError(message));
  });
});
