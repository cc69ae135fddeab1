import { expect, it } from 'vitest';
import compare from '../../commands/compare.ts';
import timeline from '../../commands/timeline.ts';
import type { Answer } from '../../src/answer.ts';
import type { Position, StanceResult } from '../../src/core/archive.ts';
import type { Command, Context } from '../../src/discord/command.ts';
import { english } from '../../src/wording/wording.ts';
import { archive, position } from '../discord/archive.ts';

/** The answer of a command where every holder has this one position, of so many. */
async function answerOf(command: Command, one: Position, total: number): Promise<Answer> {
  const result: StanceResult = {
    holder: 'Velmouth',
    about: 'harbour',
    positions: [one],
    total,
    supports: total,
    opposes: 0,
  };
  const context = { archive: archive({ stance: async () => result }), wording: english } as Context;
  const args = { first: 'a', second: 'b', actor: 'a', about: 'harbour' };
  return (await command.run(args, context)) as Answer;
}

it.each([
  ['/compare', compare],
  ['/timeline', timeline],
])('%s says when there is more on record than it looks at, and only then', async (_, command) => {
  const few = await answerOf(command, position(), 1);
  expect(few.note ?? '').not.toContain(english.common.partial);
  expect((await answerOf(command, position(), 60)).note).toContain(english.common.partial);
  expect((await answerOf(command, position({ total: 30 }), 1)).note).toContain(english.common.partial);
});
