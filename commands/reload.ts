import { type PageAnswer, refuse } from '../src/answer.ts';
import {
  type Context,
  defineCommand,
  privateOption,
  type ReloadProgress,
  type ReloadReport,
} from '../src/discord/command.ts';

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
    const note = joins ? { note: 'This is the reload that was already running.' } : {};
    const steps = follow(reload);
    let step = await steps.next();
    while (!step.done) {
      yield { ...progress(step.value), ...note };
      step = await steps.next();
    }
    yield { ...report(step.value), ...note };
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

function progress(reached: ReloadProgress | null): PageAnswer {
  const base = { show: 'page', status: 'ok', heading: 'Reloading the articles' } as const;
  if (reached === null) return { ...base, sections: [{ lines: ['Looking at the files.'] }] };
  const { files, of, statements, secondsLeft } = reached;
  const left = files >= of ? ['Now the archive is put in order.'] : secondsLeft === null ? [] : [wordTime(secondsLeft)];
  const lines = [`${files} of ${count(of, 'file')} read, ${count(statements, 'statement')} found.`, ...left];
  return { ...base, done: of === 0 ? 1 : files / of, sections: [{ lines }] };
}

function wordTime(seconds: number): string {
  if (seconds < 10) return 'A few seconds are left.';
  if (seconds < 90) return `About ${Math.ceil(seconds / 10) * 10} seconds are left.`;
  return `About ${Math.round(seconds / 60)} minutes are left.`;
}

function wordRefusal(managed: string | undefined): string {
  return managed === undefined
    ? 'Only moderators may reload: members with Manage Server in a server that the bot’s keeper named in MODERATOR_GUILDS, or users named in MODERATORS.'
    : `Only moderators may reload. So that whoever manages this server is one, the bot’s keeper has to add its id, ${managed}, to the variable MODERATOR_GUILDS.`;
}

function report({ articles, statements, added, changed, removed, problems, milliseconds }: ReloadReport): PageAnswer {
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
