/**
 * Prints how long the built program takes from its start to its first answer: in the terminal, and as a bot against the
 * loopback Discord; each the best and the worst of five starts, with the seed's analysis kept from the start before, and
 * once without it. `npm run bench:start` builds first. Timings compare only within one run.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeDiscord } from '../test/fake-discord.ts';

const rounds = 5;

function start(program: string, args: readonly string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join('dist/src', program), ...args], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: 'ignore',
  });
}

async function timeChat(cache: string): Promise<number> {
  const began = performance.now();
  const child = start('terminal/chat.js', ['/stance iran venezuela'], { CACHE_DIR: cache });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the chat ended with code ${code}`);
  return performance.now() - began;
}

/** Ready is when the bot has logged in; the answer is to somebody who asks at that moment. */
async function timeBot(cache: string): Promise<{ readonly ready: number; readonly answer: number }> {
  const discord = await FakeDiscord.start();
  const began = performance.now();
  const child = start('main.js', [], { CACHE_DIR: cache, DISCORD_TOKEN: discord.token, DISCORD_API: discord.api });
  await discord.until(() => discord.commands.length > 0, 30_000);
  const ready = performance.now() - began;
  await discord.command({ name: 'stance', options: { actor: 'iran', about: 'venezuela' } });
  const answer = performance.now() - began;
  child.kill('SIGTERM');
  await once(child, 'close');
  await discord.stop();
  return { ready, answer };
}

function span(times: readonly number[]): string {
  return `${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms`;
}

const cache = mkdtempSync(join(tmpdir(), 'on-record-start-'));
const firstChat = await timeChat(cache);
const chats: number[] = [];
for (let round = 0; round < rounds; round += 1) chats.push(await timeChat(cache));
console.log(`terminal, start to the answer’s end: ${span(chats)}; without a cache ${firstChat.toFixed(0)} ms`);
rmSync(cache, { recursive: true });
const firstBot = await timeBot(cache);
const bots: { readonly ready: number; readonly answer: number }[] = [];
for (let round = 0; round < rounds; round += 1) bots.push(await timeBot(cache));
console.log(
  `bot, start to commands registered: ${span(bots.map(({ ready }) => ready))}; to the first answer: ${span(bots.map(({ answer }) => answer))}; without a cache ${firstBot.answer.toFixed(0)} ms`,
);
rmSync(cache, { recursive: true });
