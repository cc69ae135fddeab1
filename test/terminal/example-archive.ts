import type { Archive, Quotation } from '../../src/core/archive.ts';
import type { Command, Context } from '../../src/discord/command.ts';
import type { Session } from '../../src/terminal/session.ts';
import { wordingFor } from '../../src/wording/wording.ts';
import { emptyArchive } from '../empty-archive.ts';

const names = ['Iran', 'Iraq', 'United States', 'Venezuela'];

function suggest(typed: string) {
  const start = typed.toLowerCase();
  return names.filter((name) => name.toLowerCase().startsWith(start)).map((name) => ({ name, value: name }));
}

/** An archive that holds nothing but a few names to complete. */
export const archive: Archive = {
  ...emptyArchive,
  version: 'v1',
  size: { articles: 2, statements: 12, stances: 5 },
  suggestActors: async (typed) => suggest(typed),
  suggestAbout: async (typed, actor) => suggest(typed).filter(({ name }) => name !== actor),
  suggestSpeakers: async (typed) => suggest(typed),
  suggestSubjects: async (typed) => suggest(typed),
};

/** A session over the example archive. */
export function openSession(commands: readonly Command[], report?: Session['report'], locale = 'en-GB'): Session {
  const context: Context = {
    archive,
    user: { id: 'terminal', moderator: true },
    place: 'terminal',
    locale,
    wording: wordingFor(locale),
    commands,
    problems: () => [],
    reloading: () => false,
    health: () => ({ readAt: new Date(0), uptime: 0, memory: 0, latency: null }),
    reload: async () => {
      throw new Error('no reload here');
    },
  };
  return { commands, context: () => context, ...(report === undefined ? {} : { report }) };
}

const text = 'Port to stay open\n\n“The port,” said Mara Okell, mayor of Velmouth, “stays open.”';

/** A quotation in two pieces around a speech tag. */
export const portQuotation: Quotation = {
  key: 'a1',
  text: text.slice(20, 79),
  article: {
    id: 'port',
    title: 'Port to stay open',
    outlet: 'Velmouth Herald',
    date: '2024-05-01',
    url: 'https://herald.example/port',
  },
  start: 20,
  end: 79,
  pieces: [
    [20, 29],
    [68, 79],
  ],
  paragraph: 1,
  kind: 'direct',
  speaker: { name: 'Mara Okell', mention: [36, 46], role: 'mayor of Velmouth', confidence: 0.97 },
  cue: [31, 35],
  matches: [[24, 28]],
  also: [],
};
