import type { Answer } from '../src/answer.ts';
import type { Source, SourcesResult } from '../src/core/archive.ts';
import { type Context, defineCommand, privateOption } from '../src/discord/command.ts';
import { english } from '../src/wording/wording.ts';

export default defineCommand({
  data: {
    name: 'sources',
    description: english.commands.sources.description,
    options: [privateOption],
  },
  run: async (_args, context) => present(await context.archive.sources(), context),
});

function present(
  { outlets, collections, withoutOutlet, withoutDate }: SourcesResult,
  { archive, user, problems, wording }: Context,
): Answer {
  const { sources: words, common } = wording;
  const found = problems();
  const sources = (list: readonly Source[]) =>
    list.map(({ name, articles, oldest, newest }) => words.source(name, articles, oldest, newest));
  return {
    show: 'page',
    status: 'ok',
    heading: words.heading,
    sections: [
      {
        lines: [words.size(archive.size.articles, withoutOutlet, withoutDate)],
      },
      ...(outlets.length > 0 ? [{ title: words.outlets, lines: sources(outlets) }] : []),
      ...(collections.length > 0 ? [{ title: words.collections, lines: sources(collections) }] : []),
      {
        title: words.lastReading,
        // Paths and reasons are for those who can mend them.
        lines:
          found.length === 0
            ? [words.allRead]
            : user.moderator
              ? found.map(({ file, reason }) => common.labelled(file, reason))
              : [words.hidden(found.length)],
      },
    ],
  };
}
