/**
 * Prints how long it takes from start to the first answer in the terminal, how long `/stance` and `/quote` take over
 * 10,000 calls each, and how many interactions a second the real bot answers through the loopback Discord.
 * Run with `npm run bench:answers`. Timings compare only within one run.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { commands } from '../commands/index.ts';
import { openApp } from '../src/app.ts';
import { startDiscord } from '../src/discord/client.ts';
import type { Context } from '../src/discord/command.ts';
import { botOptions, contextOf } from '../test/app-ports.ts';
import { FakeDiscord } from '../test/fake-discord.ts';

const calls = 10_000;
const interactions = 500;

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function timeStart(): Promise<number> {
  const run = promisify(execFile);
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const began = performance.now();
    await run('npm', ['run', '-s', 'chat', '--', '/stance iran venezuela']);
    times.push(performance.now() - began);
  }
  return Math.min(...times);
}

async function timeAnswers(context: Context, name: string, args: Record<string, string>): Promise<string> {
  const command = commands.find(({ data }) => data.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  const times: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const began = performance.now();
    await command.run(args, context);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return `p50 ${quantile(times, 0.5).toFixed(3)} ms, p99 ${quantile(times, 0.99).toFixed(3)} ms`;
}

const app = await openApp(['seeds']);
const context = contextOf(app);

console.log(
  `start to first answer in the terminal: ${(await timeStart()).toFixed(0)} ms (best of 3, with npm's own start)`,
);
console.log(
  `/stance iran venezuela, ${calls} calls: ${await timeAnswers(context, 'stance', { actor: 'iran', about: 'venezuela' })}`,
);
console.log(`/quote un charter, ${calls} calls: ${await timeAnswers(context, 'quote', { text: 'un charter' })}`);

const discord = await FakeDiscord.start({});
const bot = startDiscord(botOptions(app, discord));
await bot.ready;
const began = performance.now();
for (let sent = 0; sent < interactions; sent += 20) {
  await Promise.all(
    Array.from({ length: 20 }, () =>
      discord.command({ name: 'stance', options: { actor: 'iran', about: 'venezuela' } }),
    ),
  );
}
const seconds = (performance.now() - began) / 1000;
console.log(
  `through the loopback Discord, 20 at a time: ${(interactions / seconds).toFixed(0)} interactions answered a second (server and bot in one process)`,
);
await bot.stop();
await discord.stop();
process.exit(0);
