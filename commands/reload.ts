import { type PageAnswer, refuse } from '../src/answer.ts';
import { defineCommand, privateOption, type ReloadReport } from '../src/discord/command.ts';
import { english, type Wording } from '../src/wording/wording.ts';

/** Manage Server, as Discord numbers permissions: members without it are not shown the command by default. */
const manageServer = String(1 << 5);

export default defineCommand({
  data: {
    name: 'reload',
    description: english.commands.reload.description,
    default_member_permissions: manageServer,
    options: [privateOption],
  },
  privateByDefault: true,
  repeatable: false,
  run: async function* (_args, { user, reload, reloading, wording }) {
    const { reload: words } = wording;
    if (!user.moderator) {
      yield refuse(user.manages === undefined ? words.refused : words.refusedManager(user.manages));
      return;
    }
    const joins = reloading();
    if (joins) {
      yield { show: 'page', status: 'ok', heading: words.reloading, sections: [{ lines: [words.running] }] };
    }
    const answer = report(await reload(), wording);
    yield joins ? { ...answer, note: words.joined } : answer;
  },
});

function report(
  { articles, statements, added, changed, removed, problems, milliseconds }: ReloadReport,
  { reload: words, common }: Wording,
): PageAnswer {
  const listing = [
    { title: words.added, lines: added },
    { title: words.changed, lines: changed },
    { title: words.removed, lines: removed },
    { title: words.unread, lines: problems.map(({ file, reason }) => common.labelled(file, reason)) },
  ];
  const size = {
    articles,
    statements,
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    problems: problems.length,
  };
  return {
    show: 'page',
    status: 'ok',
    heading: words.heading,
    sections: [
      {
        lines: [words.size(size), words.seconds(milliseconds / 1_000)],
      },
      ...listing.filter(({ lines }) => lines.length > 0),
    ],
  };
}
