import type { Answer } from '../src/answer.ts';
import type { Source, SourcesResult } from '../src/core/archive.ts';
import { type Context, defineCommand, privateOption } from '../src/discord/command.ts';

export default defineCommand({
  data: {
    name: 'sources',
    description: 'The outlets and collections on record, and what could not be read',
    options: [privateOption],
  },
  run: async (_args, context) => present(await context.archive.sources(), context),
});

function present(
  { outlets, collections, withoutOutlet, withoutDate }: SourcesResult,
  { archive, user, problems }: Context,
): Answer {
  const found = problems();
  return {
    show: 'page',
    status: 'ok',
    heading: 'Sources',
    sections: [
      {
        lines: [
          `${count(archive.size.articles, 'article')}; ${withoutOutlet} without an outlet, ${withoutDate} without a date.`,
        ],
      },
      ...(outlets.length > 0 ? [{ title: 'Outlets', lines: outlets.map(wordSource) }] : []),
      ...(collections.length > 0 ? [{ title: 'Collections', lines: collections.map(wordSource) }] : []),
      {
        title: 'At the last reading',
        // Paths and reasons are for those who can mend them.
        lines:
          found.length === 0
            ? ['Everything could be read.']
            : user.moderator
              ? found.map(({ file, reason }) => `${file}: ${reason}`)
              : [`${count(found.length, 'problem')}; moderators see the reasons.`],
      },
    ],
  };
}

function wordSource({ name, articles, oldest, newest }: Source): string {
  const dates = oldest === null ? '' : oldest === newest ? `, ${oldest}` : `, ${oldest} to ${newest}`;
  return `${name}: ${count(articles, 'article')}${dates}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
