import type { PageAnswer } from '../src/answer.ts';
import { type Context, defineCommand } from '../src/discord/command.ts';

export default defineCommand({
  data: { name: 'status', description: 'How the bot is doing, and what it answers from' },
  privateByDefault: true,
  run: async (_args, context) => present(context),
});

function present({ archive, health }: Context): PageAnswer {
  const { version, size } = archive;
  const { readAt, uptime, memory, latency } = health();
  return {
    show: 'page',
    status: 'ok',
    heading: 'Status',
    sections: [
      {
        title: 'Archive',
        lines: [
          `${count(size.articles, 'article')}, ${count(size.statements, 'statement')}`,
          `Version ${version}`,
          `Last read: ${readAt.toISOString().slice(0, 19).replace('T', ' ')} UTC`,
        ],
      },
      {
        title: 'Program',
        lines: [
          `Running for ${wordDuration(uptime)}`,
          `Memory: ${Math.round(memory / 1_000_000)} MB`,
          ...(latency === null ? [] : [`Discord answers in ${Math.round(latency)} ms`]),
        ],
      },
    ],
  };
}

/** "1 day 2 hours 3 minutes"; less than a minute is said so. */
function wordDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const parts = [
    { number: Math.floor(minutes / 1_440), noun: 'day' },
    { number: Math.floor(minutes / 60) % 24, noun: 'hour' },
    { number: minutes % 60, noun: 'minute' },
  ].filter(({ number }) => number > 0);
  return parts.length === 0 ? 'less than a minute' : parts.map(({ number, noun }) => count(number, noun)).join(' ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
