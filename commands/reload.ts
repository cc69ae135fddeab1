import { type PageAnswer, refuse } from '../src/answer.ts';
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
  run: async function* (_args, { user, reload, reloading }) {
    if (!user.moderator) {
      yield refuse(wordRefusal(user.manages));
      return;
    }
    const joins = reloading();
    if (joins) {
      const lines = ['A reload is already running. What comes of it stands here as soon as it is done.'];
      yield { show: 'page', status: 'ok', heading: 'Reloading', sections: [{ lines }] };
    }
    const answer = report(await reload());
    yield joins ? { ...answer, note: 'This is the reload that was already running.' } : answer;
  },
});

function wordRefusal(managed: string | undefined): string {
  return managed === undefined
    ? 'Only moderators may reload: members with Manage Server in a server that the bot’s keeper named in MODERATOR_GUILDS, or users named in MODERATORS.'
    : `Only moderators may reload. So that whoever manages this server is one, the bot’s keeper has to add its id, ${managed}, to the variable MODERATOR_GUILDS.`;
}

function report({ articles, statements, added, changed, removed, problems, milliseconds }: ReloadReport): PageAnswer {
  const listing = [
    { title: 'Added', lines: added, file: 'added.txt' },
    { title: 'Changed', lines: changed, file: 'changed.txt' },
    { title: 'Removed', lines: removed, file: 'removed.txt' },
    {
      title: 'Could not be read',
      lines: problems.map(({ file, reason }) => `${file}: ${reason}`),
      file: 'problems.txt',
    },
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
