import type { PageAnswer } from '../src/answer.ts';
import { type Context, defineCommand } from '../src/discord/command.ts';
import { english } from '../src/wording/wording.ts';

export default defineCommand({
  data: { name: 'status', description: english.commands.status.description },
  privateByDefault: true,
  run: async (_args, context) => present(context),
});

function present({ archive, health, wording: { status: words } }: Context): PageAnswer {
  const { version, size } = archive;
  const { readAt, uptime, memory, latency } = health();
  const minutes = Math.floor(uptime / 60);
  return {
    show: 'page',
    status: 'ok',
    heading: words.heading,
    sections: [
      {
        title: words.archive,
        lines: [
          words.size(size.articles, size.statements),
          words.version(version),
          words.readAt(readAt.toISOString().slice(0, 19).replace('T', ' ')),
        ],
      },
      {
        title: words.program,
        lines: [
          words.uptime(Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60),
          words.memory(Math.round(memory / 1_000_000)),
          ...(latency === null ? [] : [words.latency(Math.round(latency))]),
        ],
      },
    ],
  };
}
