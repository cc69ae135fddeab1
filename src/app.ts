import { setFlagsFromString } from 'node:v8';
import { UserError } from './answer.ts';
import { Announcements } from './archive/announcements.ts';
import { ArchiveThread } from './archive/archive-thread.ts';
import { Binders } from './archive/binders.ts';
import { Cache } from './archive/cache.ts';
import { type Holding, Library, type ReadingProgress } from './archive/library.ts';
import { finish } from './archive/pausing.ts';
import { nameRules } from './archive/rules.ts';
import { watchSources } from './archive/watching.ts';
import { wordLeftOut } from './articles/listing.ts';
import type { Problem } from './articles/problem.ts';
import type { Archive } from './core/archive.ts';
import type { Health, ReloadReport } from './discord/command.ts';

/** The archive with its way to be read anew. */
export interface App {
  /** The archive as of now; a reload swaps it, so ask anew for each question. */
  readonly archive: () => Archive;
  /** What could not be read at the last reading. */
  readonly problems: () => readonly Problem[];
  /** One sentence on the files and folders that stand beside the articles and were left out; null when there is none. */
  readonly leftOut: () => string | null;
  /**
   * Reads what changed beside the old archive and swaps one reference. Rejects with a `UserError` when no article can be
   * read at all; the old archive stays. A reload asked for while one runs joins it, and is told of its progress too.
   * Other processes with the same cache and sources are told of it, and those that `follow` read anew as well.
   */
  readonly reload: (tell?: (progress: ReadingProgress) => void) => Promise<ReloadReport>;
  /** Picks up changed files by itself from now on; `tell` hears of each reload, or why it failed. */
  readonly watch: (tell: (outcome: ReloadReport | Error) => void) => void;
  /** Reads anew from now on when another process with the same cache was asked to; `tell` hears as with `watch`. */
  readonly follow: (tell: (outcome: ReloadReport | Error) => void) => void;
  /** Ends watching, following and all threads. */
  readonly close: () => Promise<void>;
  /** Whether a reload runs just now. */
  readonly reloading: () => boolean;
  readonly health: () => Health;
}

export interface AppOptions {
  /** Where analysed articles are kept for the next start; null for nowhere. */
  readonly cache?: string | null;
  /** Hears how far the first reading is. */
  readonly tell?: (progress: ReadingProgress) => void;
}

/** From so many bytes of volumes on an archive lives in a thread of its own: about 2,000 articles of 600 words. */
const largeArchive = 32 * 1024 * 1024;

interface Loaded {
  readonly archive: Archive;
  readonly holding: Holding;
  readonly readAt: Date;
}

/** Reads the articles of some folders and files into an app. Without a readable article it starts empty. */
export async function openApp(sources: readonly string[], { cache = null, tell }: AppOptions = {}): Promise<App> {
  // While an archive is opened nearly everything that is made stays, which V8 takes as a sign that what the same code makes
  // for an answer will stay too: it puts it where only a collection of all memory finds it. Holds for every thread.
  setFlagsFromString('--no-allocation-site-pretenuring');
  const binders = new Binders();
  const thread = new ArchiveThread();
  let expectsLarge = false;
  // A thread that analyses is kept beside a large archive. Starting it holds up this one, so not in the turn of the swap.
  let keepsThread = false;
  const library = new Library({
    sources,
    binders,
    cache: cache === null ? null : new Cache(cache, await nameRules(), sources),
    // The thread starts, and learns of what is found, while the rest of it is read.
    expect: {
      begin: (bytes) => {
        expectsLarge = bytes >= largeArchive;
        if (!expectsLarge) return;
        thread.start();
        thread.makeRoom(bytes);
      },
      volume: (bytes) => {
        if (expectsLarge) thread.expect(bytes);
      },
    },
    binds: () => {
      if (keepsThread) thread.makeRoom();
    },
  });

  const open = async (holding: Holding, before: Loaded | null): Promise<Loaded> => {
    const readAt = new Date();
    if (before !== null && holdsSame(before.holding, holding)) return { archive: before.archive, holding, readAt };
    const bytes = holding.volumes.map((volume) => volume.bytes);
    const size = bytes.reduce((sum, { length }) => sum + length, 0);
    // What analysed goes before what is opened comes: both at once would need the memory of both.
    if (before === null || size >= largeArchive) await binders.rest();
    if (size < largeArchive) {
      if (before === null) await thread.close();
      // Loaded only where it is needed: a large archive's thread has its own.
      const { openInTurns } = await import('./archive/opening.ts');
      const { archive, prepared } = await openInTurns(bytes, holding.ids);
      // At a start nobody is kept waiting for it.
      if (before !== null) await prepared;
      return { archive, holding, readAt };
    }
    const archive = await thread.open(bytes, holding.ids);
    keepsThread = true;
    return { archive, holding, readAt };
  };

  const announcements = cache === null ? null : new Announcements(cache, sources);
  // Before the reading: what is announced while it runs may be of something it did not see.
  await announcements?.catchUp();
  const first = await library.read(tell);
  let loaded = await open(first, null);
  await first.saved;
  if (keepsThread) binders.keepOne();
  const reload = async (report: (progress: ReadingProgress) => void): Promise<ReloadReport> => {
    const began = performance.now();
    const before = loaded.holding;
    const holding = await library.read(report);
    if (holding.ids.length === 0) {
      const reason = wordEmptiness(sources, holding.problems);
      throw new UserError((wording) => wording.reload.nothing(reason, before.ids.length));
    }
    const [opened, compared] = await Promise.all([open(holding, loaded), finish(compare(before, holding))]);
    loaded = opened;
    await holding.saved;
    const { archive } = loaded;
    if (keepsThread) binders.keepOne();
    return {
      articles: archive.size.articles,
      statements: archive.size.statements,
      ...compared,
      problems: holding.problems,
      leftOut: holding.leftOut,
      milliseconds: performance.now() - began,
    };
  };

  let running: {
    readonly report: Promise<ReloadReport>;
    readonly listeners: Set<(progress: ReadingProgress) => void>;
  } | null = null;
  const join = (listener?: (progress: ReadingProgress) => void): Promise<ReloadReport> => {
    if (running === null) {
      const listeners = new Set<(progress: ReadingProgress) => void>();
      const report = reload((progress) => {
        for (const hear of listeners) hear(progress);
      }).finally(() => {
        running = null;
        thread.leaveRoom();
      });
      running = { report, listeners };
    }
    if (listener !== undefined) running.listeners.add(listener);
    return running.report;
  };

  const closing: (() => Promise<void>)[] = [];
  return {
    archive: () => loaded.archive,
    problems: () => loaded.holding.problems,
    leftOut: () => wordLeftOut(loaded.holding.leftOut),
    reload: async (listener) => {
      const report = await join(listener);
      await announcements?.announce();
      return report;
    },
    watch: (hear) => {
      closing.push(watchSources(sources, () => join().then(hear, hear)));
    },
    follow: (hear) => {
      announcements?.follow(() => {
        // One that runs already may have passed what is new.
        const before = running?.report.catch(() => {}) ?? Promise.resolve();
        before.then(() => join()).then(hear, hear);
      });
    },
    reloading: () => running !== null,
    health: () => ({
      readAt: loaded.readAt,
      uptime: process.uptime(),
      memory: process.memoryUsage.rss(),
      latency: null,
    }),
    close: async () => {
      announcements?.close();
      await Promise.all([...closing.map((end) => end()), binders.close(), thread.close()]);
    },
  };
}

function holdsSame(a: Holding, b: Holding): boolean {
  return (
    a.volumes.length === b.volumes.length &&
    a.volumes.every(({ bytes }, at) => bytes === b.volumes[at]?.bytes) &&
    a.ids.every((id, at) => id === b.ids[at])
  );
}

/** Which articles came, went or print something else; parted into steps. */
function* compare(
  before: Holding,
  after: Holding,
): Generator<void, Pick<ReloadReport, 'added' | 'changed' | 'removed'>> {
  const stride = 500;
  const old = new Map<string, string | undefined>();
  for (const [at, id] of before.ids.entries()) {
    old.set(id, before.prints[at]);
    if (at % stride === 0) yield;
  }
  const now = new Set<string>();
  const [added, changed, removed]: [string[], string[], string[]] = [[], [], []];
  for (const [at, id] of after.ids.entries()) {
    now.add(id);
    if (!old.has(id)) added.push(id);
    else if (old.get(id) !== after.prints[at]) changed.push(id);
    if (at % stride === 0) yield;
  }
  for (const [at, id] of before.ids.entries()) {
    if (!now.has(id)) removed.push(id);
    if (at % stride === 0) yield;
  }
  return { added, changed, removed };
}

/** Why there is no article, in a phrase that names the first reason. */
export function wordEmptiness(sources: readonly string[], problems: readonly Problem[]): string {
  const [first] = problems;
  const where = sources.map((source) => `“${source}”`).join(', ');
  return first === undefined
    ? `there is no article in ${where}`
    : `no article could be read in ${where} (${first.file}: ${first.reason})`;
}
