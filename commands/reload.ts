import { type PageAnswer, refuse } from '../src/answer.ts';
import {
  type Context,
  defineCommand,
  privateOption,
  type ReloadProgress,
  type ReloadReport,
} from '../src/discord/command.ts';
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
    const note = joins ? { note: words.joined } : {};
    const steps = follow(reload);
    let step = await steps.next();
    while (!step.done) {
      yield { ...progress(step.value, wording), ...note };
      step = await steps.next();
    }
    yield { ...report(step.value, wording), ...note };
  },
});

/**
 * A reload with what it tells on its way, as often as somebody asks for more: of several tidings only the last counts. The
 * first comes at once, so that a reload that says nothing for a while is seen to run.
 */
async function* follow(reload: Context['reload']): AsyncGenerator<ReloadProgress | null, ReloadReport> {
  let latest: ReloadProgress | null = null;
  let told = false;
  let wake = () => {};
  const hear = (progress: ReloadProgress) => {
    latest = progress;
    told = true;
    wake();
  };
  const reloaded = reload(hear).then((report) => ({ report }));
  // Whoever stops listening still leaves nobody's failure unmet.
  reloaded.catch(() => undefined);
  yield null;
  for (;;) {
    const news = told ? Promise.resolve() : new Promise<void>((resolve) => (wake = resolve));
    const ended = await Promise.race([reloaded, news.then(() => null)]);
    if (ended !== null) return ended.report;
    told = false;
    yield latest;
  }
}

function progress(reached: ReloadProgress | null, { reload: words }: Wording): PageAnswer {
  const base = { show: 'page', status: 'ok', heading: words.reloading } as const;
  if (reached === null) return { ...base, sections: [{ lines: [words.looking] }] };
  const { files, of, secondsLeft } = reached;
  const left = files >= of ? [words.ordering] : secondsLeft === null ? [] : [words.left(secondsLeft)];
  return { ...base, done: of === 0 ? 1 : files / of, sections: [{ lines: [words.progress(reached), ...left] }] };
}

function report(
  { articles, statements, added, changed, removed, problems, leftOut, milliseconds }: ReloadReport,
  { reload: words, common }: Wording,
): PageAnswer {
  const listing = [
    { title: words.added, lines: added, file: 'added.txt' },
    { title: words.changed, lines: changed, file: 'changed.txt' },
    { title: words.removed, lines: removed, file: 'removed.txt' },
    {
      title: words.unread,
      lines: problems.map(({ file, reason }) => common.labelled(file, reason)),
      file: 'problems.txt',
    },
    { title: words.leftOut, lines: leftOut, file: 'left-out.txt' },
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
