/**
 * Keeps the real bot busy for a while against the loopback Discord, which goes wrong at random all the time, and reads
 * articles anew meanwhile. In the end every interaction must be accounted for, in the bot's log and at Discord; memory
 * must not grow, nor files be left open, nor the event loop be held up. Exit code 1 when anything of that is not so.
 * `npm run soak -- [--minutes N] [--rate A_SECOND] [--seed N]`; 1 minute at 20 a second unless told.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FakeDiscord, type Reply } from '../test/fake-discord.ts';
import { Dice, writeArchive } from './news.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    rate: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Math.floor(Date.now() % 1e6)) },
  },
});
const [minutes, rate, seed] = [Number(values.minutes), Number(values.rate), Number(values.seed)];
if (![minutes, rate, seed].every((value) => value > 0)) {
  console.error('usage: npm run soak -- [--minutes N] [--rate A_SECOND] [--seed N]');
  process.exit(2);
}

/** How long anybody waits for what becomes of an interaction, in milliseconds. */
const settled = 20_000;
/** What keeps a connection open ends after this long without a request, in milliseconds. */
const quiet = 8_000;
/** The application's owner, who may reload. */
const owner = { id: '1300000000000000009' };

/** What the process tells of itself. Bytes after collecting garbage, and milliseconds. */
interface Probe {
  readonly heap: number;
  readonly rss: number;
  readonly delay: number;
  readonly longest: number;
  readonly files: number;
}

/** The bot as a process, with what its log told of each interaction. */
class Bot {
  readonly outcomes = new Map<string, string[]>();
  readonly trouble = new Map<string, number>();
  readonly #process: ChildProcess;
  #rest = '';
  #started = false;

  constructor(environment: Record<string, string>) {
    const probe = fileURLToPath(new URL('./load/probe.mjs', import.meta.url));
    this.#process = fork('dist/src/main.js', {
      execArgv: ['--expose-gc', '--import', probe],
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', LOG_LEVEL: 'debug', ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#process.stdout?.on('data', (chunk) => this.#read(String(chunk)));
    this.#process.stderr?.on('data', (chunk) => {
      for (const line of String(chunk).trim().split('\n')) this.#count(line);
    });
    this.#process.on('exit', (code) => {
      if (code !== 0) console.log(`The bot ended with code ${code}.`);
    });
  }

  async ready(): Promise<void> {
    while (!this.#started) {
      if (this.#process.exitCode !== null) throw new Error('The bot ended before it was ready.');
      await sleep(50);
    }
  }

  async probe(): Promise<Probe> {
    this.#process.send({});
    const [told]: Probe[] = await once(this.#process, 'message');
    if (told === undefined) throw new Error('The bot told nothing of itself.');
    return told;
  }

  /** Stops it as a supervisor would; resolves with the exit code. */
  async stop(): Promise<number | null> {
    const ended = once(this.#process, 'close');
    this.#process.kill('SIGTERM');
    await Promise.race([ended, sleep(15_000)]);
    const { exitCode } = this.#process;
    if (exitCode === null) this.#process.kill('SIGKILL');
    return exitCode;
  }

  #read(chunk: string): void {
    const lines = `${this.#rest}${chunk}`.split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const { msg, id, outcome } = JSON.parse(line);
      if (msg === 'Interaction') this.outcomes.set(id, [...(this.outcomes.get(id) ?? []), outcome]);
      else if (String(msg).startsWith('Logged in as')) this.#started = true;
    }
  }

  #count(line: string): void {
    let message = line;
    try {
      const { msg, error = '' } = JSON.parse(line);
      // Numbers aside, so that the same trouble is counted as the same.
      message = [msg, String(error).split('\n')[0]?.replace(/\d+/g, 'N')].filter(Boolean).join(' ');
    } catch {
      // A line in several parts, or none of the log's: counted as it is.
    }
    this.trouble.set(message, (this.trouble.get(message) ?? 0) + 1);
  }
}

const place = mkdtempSync(join(tmpdir(), 'on-record-soak-'));
const articles = join(place, 'articles');
writeArchive(articles, { seed, articles: 60 });
const dice = new Dice(seed);
const chance = (share: number) => dice.chance(share);
const pick = <One>(list: readonly One[]): One => dice.pick(list);
const between = (least: number, most: number) => least + Math.floor(dice.next() * (most - least));

const discord = await FakeDiscord.start({ heartbeatInterval: 5_000 });
const bot = new Bot({
  DISCORD_TOKEN: discord.token,
  DISCORD_API: discord.api,
  ARTICLES: articles,
  CACHE_DIR: join(place, 'cache'),
});
await bot.ready();

const questions: readonly { readonly name: string; readonly options: Readonly<Record<string, string>> }[] = [
  { name: 'stance', options: { actor: 'iran', about: 'venezuela' } },
  { name: 'stance', options: { actor: 'united nations', about: 'plan' } },
  { name: 'quote', options: { text: 'border treaty' } },
  { name: 'quote', options: { text: 'united budget', speaker: 'iran' } },
  { name: 'quote', options: { text: '"armed dispute"' } },
  { name: 'ask', options: { question: 'Who opposes the border treaty?' } },
  { name: 'verify', options: { quotation: 'we will never sign the border treaty' } },
  { name: 'compare', options: { first: 'iran', second: 'france', about: 'treaty' } },
  { name: 'timeline', options: { actor: 'russia', about: 'treaty' } },
  { name: 'status', options: {} },
  { name: 'help', options: {} },
];
const words = ['harvest', 'railway', 'treaty', 'budget', 'embassy', 'election', 'fleet', 'ferry', 'energy', 'border'];

/** What was asked and is not accounted for yet. */
const open = new Map<string, { readonly reply: Reply; readonly at: number; readonly copies: number }>();
const counts = new Map<string, number>();
const wrong: string[] = [];
const count = (what: string, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by);
let faults = 0;
let edits = 0;

function keep(reply: Reply, copies = 1): void {
  count('asked');
  open.set(String(reply.interaction.id), { reply, at: Date.now(), copies });
}

function askerOf({ interaction: { member, user } }: Reply): { readonly id: string } {
  return (member as { readonly user: { readonly id: string } } | undefined)?.user ?? (user as { readonly id: string });
}

/** Asks one thing, as some reader might. */
async function ask(): Promise<void> {
  if (!discord.gateway.attended) return;
  const user = { id: String(1_400_000_000_000_000_000n + BigInt(between(0, 5_000))) };
  const asked = { user, wait: 'nothing' } as const;
  const { name, options } = chance(0.7)
    ? pick(questions)
    : { name: 'quote', options: { text: `${pick(words)} ${pick(words)}` } };
  const answered = [...open.values()].filter(({ reply }) => reply.answered && reply.original !== undefined);
  const buttons = answered.flatMap(({ reply }) =>
    reply.buttons.flatMap(({ custom_id: id, disabled }) =>
      typeof id === 'string' && disabled !== true ? [{ reply, id }] : [],
    ),
  );
  if (chance(0.25) && buttons.length > 0) {
    const { reply, id } = pick(buttons);
    // Mostly the asker; another's click gets a copy, but nobody sees a private answer of another.
    const own = reply.ephemeral || chance(0.8) ? { user: askerOf(reply) } : {};
    keep(await discord.click({ ...asked, ...own, message: structuredClone(reply.message), customId: id }));
  } else if (chance(0.1)) {
    const before = discord.replies.length;
    discord
      .autocomplete({ ...asked, name: 'quote', options: { text: pick(words).slice(0, 3) }, focused: 'text' })
      .catch(() => undefined);
    for (const made of discord.replies.slice(before)) keep(made);
  } else {
    const reply = await discord.command({ ...asked, name, options });
    const copies = chance(0.03) ? 2 : 1;
    if (copies > 1) discord.dispatch('INTERACTION_CREATE', reply.interaction);
    keep(reply, copies);
  }
}

/** One more way in which things go wrong; those of the connection one at a time, as nothing is lost then. */
async function goWrong(): Promise<void> {
  const path = '/callback';
  const times = between(1, 3);
  const requests = [
    () => discord.fail({ path, retryAfter: 0.3, times }),
    () => discord.fail({ path, retryAfter: 0.3, global: true }),
    () => discord.fail({ path, status: 500, times }),
    () => discord.fail({ path, status: 502, applied: true, times }),
    () => discord.fail({ path, reset: true }),
    () => discord.fail({ path, reset: true, applied: true }),
    () => discord.fail({ path, hang: true }),
    () => discord.fail({ path, hang: true, applied: true }),
    () => discord.fail({ path, delay: between(50, 900), times: 5 }),
    () => discord.fail({ path, delay: between(2_000, 4_000) }),
  ];
  const connections = [
    () => discord.gateway.drop(),
    () => discord.gateway.requestReconnect(),
    () => discord.gateway.invalidate(true),
    () => discord.gateway.invalidate(false),
    () => discord.gateway.close(4000, 'Unknown error.'),
    () => {
      discord.gateway.refuse(pick(['reset', 'unavailable']), between(300, 1_500));
      discord.gateway.drop();
    },
  ];
  if (chance(0.75)) {
    pick(requests)();
    faults += 1;
    count('faulty requests');
  } else if (discord.gateway.online) {
    pick(connections)();
    count('faults of the connection');
    await discord.until(() => discord.gateway.online, 60_000);
  }
}

/** Changes an article, and reads anew. */
async function reload(): Promise<void> {
  edits += 1;
  const text = `The quay, ${edits}\n\n“We will repair the quay ${edits} times,” said Mara Okell, the mayor of Velmouth.\n`;
  writeFileSync(join(articles, `quay-${edits % 5}.txt`), text);
  if (!discord.gateway.attended) return;
  keep(await discord.command({ name: 'reload', user: owner, wait: 'nothing', unchecked: true }));
  count('reloads');
}

/** Compares what Discord has with what the bot says of each interaction that is done with. */
function account(everything = false): void {
  for (const [id, { reply, at, copies }] of open) {
    if (!everything && Date.now() - at < settled) continue;
    open.delete(id);
    const told = bot.outcomes.get(id) ?? [];
    bot.outcomes.delete(id);
    const [outcome = 'nothing told', ...others] = told.filter((each) => each !== 'repeated');
    if (told.length === 0 && !discord.gateway.delivered(reply.interaction)) {
      // Sent while the connection was down, and the client began a new one instead of resuming.
      count('never delivered');
      discord.forget(reply);
      continue;
    }
    count(outcome);
    const what = `${id} (${told.join(', ') || 'nothing told'}; ${reply.answered ? 'answered' : 'unanswered'}; sent ${copies} times)`;
    const isAnswer = ['ok', 'nothing', 'refused', 'failed'].includes(outcome);
    if (others.length > 0) wrong.push(`handled twice: ${what}`);
    else if (isAnswer && !reply.answered) wrong.push(`said to be answered: ${what}`);
    else if (outcome === 'stale' && reply.answered) wrong.push(`said to be dropped: ${what}`);
    else if (!isAnswer && !['stale', 'unsent'].includes(outcome)) wrong.push(`not accounted for: ${what}`);
    if (outcome === 'failed') wrong.push(`failed: ${what}`);
    discord.forget(reply);
  }
}

const until = (end: number) => () => Date.now() < end;
async function repeat(goesOn: () => boolean, pause: () => number, act: () => Promise<void>): Promise<void> {
  while (goesOn()) {
    await sleep(pause());
    if (goesOn()) await act();
  }
}

// What is loaded and compiled only once is there before anything is compared.
for (let warm = 0; warm < 60; warm += 1) {
  await ask();
  await sleep(20);
}
await reload();
await sleep(quiet);
const before = await bot.probe();
console.log(
  `seed ${seed}, ${minutes} min at ${rate} a second; at first ${(before.heap / 1e6).toFixed(1)} MB of heap, ${before.files} files open`,
);

/** How much this process is held up, which only waits: what the machine does to everybody. */
const own = monitorEventLoopDelay({ resolution: 10 });
own.enable();
const began = Date.now();
const end = began + minutes * 60_000;
const samples: { readonly at: number; readonly heap: number; readonly rss: number }[] = [];
let last = before;
await Promise.all([
  repeat(until(end), () => (1_000 / rate) * 2 * dice.next(), ask),
  repeat(until(end), () => between(300, 2_500), goWrong),
  repeat(until(end), () => between(8_000, 16_000), reload),
  repeat(
    until(end),
    () => 1_000,
    async () => account(),
  ),
  repeat(
    until(end),
    () => Math.max(2_000, (minutes * 60_000) / 60),
    async () => {
      last = await bot.probe();
      samples.push({ at: (Date.now() - began) / 60_000, heap: last.heap / 1e6, rss: last.rss / 1e6 });
      if (samples.length % 10 === 0) {
        const asked = counts.get('asked') ?? 0;
        console.log(
          `${samples.at(-1)?.at.toFixed(1)} min: ${asked} asked, ${(last.heap / 1e6).toFixed(1)} MB of heap, ${(last.rss / 1e6).toFixed(0)} MB resident`,
        );
      }
    },
  ),
]);
// What is still under way is waited for; then connections that nobody uses are closed.
discord.gateway.allow();
await discord.until(() => discord.gateway.online, 60_000);
await sleep(settled);
const after = await bot.probe();
account(true);
const code = await bot.stop();
await discord.stop();
rmSync(place, { recursive: true });

/** Megabytes a minute, of the line that fits best. */
function slope(points: typeof samples, what: 'heap' | 'rss'): number {
  const mean = (of: (point: (typeof samples)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [at, size] = [mean((point) => point.at), mean((point) => point[what])];
  const over = points.reduce((sum, point) => sum + (point.at - at) * (point[what] - size), 0);
  return over / points.reduce((sum, point) => sum + (point.at - at) ** 2, 0);
}

const half = samples.slice(samples.length >> 1);
const growth = slope(half, 'heap') * (minutes / 2);
const size = half.reduce((sum, { heap }) => sum + heap, 0) / half.length;
// What threads and WebAssembly hold shows here alone. Threads come and go, so that it moves more.
const resident = half.reduce((sum, { rss }) => sum + rss, 0) / half.length;
const residentGrowth = slope(half, 'rss') * (minutes / 2);
const unsent = counts.get('unsent') ?? 0;
for (const [what, many] of counts) console.log(`${what}: ${many}`);
for (const [message, many] of bot.trouble) console.log(`logged as trouble: ${message} (${many})`);
const checks: readonly (readonly [boolean, string])[] = [
  [wrong.length === 0, `interactions that are not accounted for: ${wrong.length}`],
  [unsent <= faults, `answers that Discord would not take: ${unsent}, at ${faults} faulty requests`],
  [
    growth < Math.max(3, size * 0.05),
    `heap in the last half: ${size.toFixed(1)} MB, and ${growth.toFixed(2)} MB more over that half by its slope`,
  ],
  [
    residentGrowth < resident * 0.15,
    `resident in the last half: ${resident.toFixed(0)} MB, and ${residentGrowth.toFixed(0)} MB more over that half by its slope`,
  ],
  [after.files <= before.files + 2, `files open: ${before.files} at first, ${after.files} in the end`],
  [
    last.delay < 100,
    `event-loop delay: p99 ${last.delay.toFixed(1)} ms, longest ${last.longest.toFixed(0)} ms (of this process, which only asks: p99 ${(own.percentile(99) / 1e6 - 10).toFixed(1)} ms, longest ${(own.max / 1e6).toFixed(0)} ms)`,
  ],
  [code === 0, `exit code when told to stop: ${code}`],
];
for (const line of wrong.slice(0, 10)) console.log(line);
for (const [holds, line] of checks) console.log(`${holds ? 'holds' : 'FAILS'}: ${line}`);
process.exit(checks.every(([holds]) => holds) ? 0 : 1);
