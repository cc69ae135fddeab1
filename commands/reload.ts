import { type Answer, refuse } from '../src/answer.ts';
import { defineCommand, privateOption, type ReloadReport } from '../src/discord/command.ts';

/** Manage Server, as Discord numbers permissions: members without it are not shown the command by default. */
const manageServer = String(1 << 5);

export default defineCommand({
  data: {
    name: 'reload',
    description: 'Read the articles anew (moderators)',
    default_member_permissions: manageServer,
    options: [privateOption],
  },
  privateByDefault: true,
  repeatable: false,
  run: async (_args, { user, reload }) =>
    user.moderator
      ? report(await reload())
      : refuse(
          'Only moderators may reload: members with Manage Server in a server that the bot’s keeper named in MODERATOR_GUILDS, or users named in MODERATORS.',
        ),
});

function report({ articles, statements, added, changed, removed, problems, milliseconds }: ReloadReport): Answer {
  const listing = [
    { title: 'Added', lines: added },
    { title: 'Changed', lines: changed },
    { title: 'Removed', lines: removed },
    { title: 'Could not be read', lines: problems.map(({ file, reason }) => `${file}: ${reason}`) },
  ];
  const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed`;
  return {
    show: 'page',
    status: 'ok',
    heading: 'Articles reloaded',
    sections: [
      {
        lines: [
          `${count(articles, 'article')}, ${count(statements, 'statement')}: ${counts}, ${count(problems.length, 'problem')}.`,
          `It took ${(milliseconds / 1000).toFixed(1)} seconds.`,
        ],
      },
      ...listing.filter(({ lines }) => lines.length > 0),
    ],
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
