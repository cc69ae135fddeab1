/**
 * Prints how many interactions a second the bot answers, how long that takes, and how much of the processor: at 100 and
 * 500 a second and at saturation, by the gateway and by HTTP, with one process and with two. By the gateway first beside
 * a bare discord.js client that answers a constant, in turn: such a client that sends the bot's own answers, our own way
 * with a constant answer, and the bot with four questions that it is asked again and again, so that it remembers what it
 * showed. Discord is a process of its own and counts until it has the whole answer. The bot is the built one, with its
 * log in a file; all run by Node alone, as what tsx loads runs slower. `npm run bench:discord -- [SECONDS]`, 5 for each
 * measurement unless told. Timings compare only within one run: everything shares this machine's processors.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figures, Pace } from './load/pace.ts';
import type { Order, Report } from './load/world.ts';

const seconds = Number(process.argv[2] ?? 5);
if (!(seconds > 0)) {
  console.error('usage: npm run bench:discord -- [SECONDS]');
  process.exit(2);
}
/** As many as keep the bot busy, without a queue that would hide how long one answer takes. */
const saturation: Pace = { atOnce: 64 };
const rounds = 3;
const place = mkdtempSync(join(tmpdir(), 'on-record-load-'));
const path = (name: string) => fileURLToPath(new URL(`./load/${name}`, import.meta.url));

/** Discord, with what it told last. */
class World {
  readonly #process: ChildProcess = fork(path('world.ts'));
  #api = '';
  #publicKey = '';
  #online = 0;
  #figures: Figures | undefined;
  #messages: Readonly<Record<string, unknown>> | undefined;

  constructor() {
    this.#process.on('message', (report: Report) => {
      if ('api' in report) {
        this.#api = report.api;
        this.#publicKey = report.publicKey;
      } else if ('online' in report) this.#online = report.online;
      else if ('messages' in report) this.#messages = report.messages;
      else this.#figures = report.figures;
    });
  }

  async settings(): Promise<Record<string, string>> {
    while (this.#api === '') await once(this.#process, 'message');
    return { DISCORD_API: this.#api, DISCORD_PUBLIC_KEY: this.#publicKey, DISCORD_TOKEN: 'load.load.load' };
  }

  async whenOnline(count: number): Promise<void> {
    while (this.#online !== count) await once(this.#process, 'message');
  }

  async measure(order: Order): Promise<Figures> {
    this.#figures = undefined;
    this.#process.send(order);
    while (this.#figures === undefined) await once(this.#process, 'message');
    return this.#figures;
  }

  /** The messages that answer the questions, by command. */
  async record(): Promise<Readonly<Record<string, unknown>>> {
    this.#messages = undefined;
    this.#process.send({ do: 'record' } satisfies Order);
    while (this.#messages === undefined) await once(this.#process, 'message');
    return this.#messages;
  }

  stop(): void {
    this.#process.disconnect();
  }
}

const world = new World();
const { DISCORD_API = '', DISCORD_PUBLIC_KEY = '', DISCORD_TOKEN = '' } = await world.settings();
let logs = 0;

/** Starts a program whose output goes to a file. */
function start(args: readonly string[], environment: Record<string, string>) {
  const log = join(place, `${logs++}.log`);
  const to = openSync(log, 'w');
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', to, to],
  });
  return { child, printed: () => readFileSync(log, 'utf8') };
}

const bot = ['dist/src/main.js'];
const bare = [path('bare-client.mjs')];
const constant = [path('constant-bot.mjs')];
const messages = join(place, 'messages.json');
const gateway = { DISCORD_API, DISCORD_TOKEN, CACHE_DIR: join(place, 'cache') };
const http = { DISCORD_API, DISCORD_PUBLIC_KEY, HTTP_PORT: '0', CACHE_DIR: join(place, 'cache') };

type Started = ReturnType<typeof start>;

async function addressOf({ child, printed }: Started): Promise<number> {
  for (;;) {
    const port = /http:\/\/127\.0\.0\.1:(\d+)\./.exec(printed())?.[1];
    if (port !== undefined) return Number(port);
    if (child.exitCode !== null) throw new Error(printed());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function untilReady(port: number): Promise<void> {
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`)).ok) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function stop(started: readonly Started[]): Promise<void> {
  for (const { child } of started) {
    child.kill('SIGTERM');
    await once(child, 'close');
  }
}

/** Milliseconds of the processor that processes took so far; not known but on Linux. */
function processorTime(started: readonly Started[]): number {
  return started.reduce((sum, { child }) => {
    try {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      // In ticks of a hundredth of a second.
      return sum + (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return Number.NaN;
    }
  }, 0);
}

interface Measured extends Figures {
  /** Milliseconds of the processor for one answer. */
  readonly cost: number;
}

async function measure(order: Order, started: readonly Started[]): Promise<Measured> {
  const before = processorTime(started);
  const figures = await world.measure(order);
  return { ...figures, cost: (processorTime(started) - before) / figures.answered };
}

function print(what: string, { asked, answered, rate, p50, p99, cost }: Measured): void {
  const lost = asked === answered ? '' : `; ${asked - answered} of ${asked} unanswered`;
  console.log(
    `${what.padEnd(60)} ${rate.toFixed(0).padStart(5)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${cost.toFixed(2)} ms of processor each${lost}`,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const paces: readonly (readonly [string, Pace])[] = [
  ['at 100 a second', { rate: 100 }],
  ['at 500 a second', { rate: 500 }],
  ['at saturation', saturation],
];

/** Discord knows one application at a time, so that each program is connected alone, in turn. */
async function byGateway(args: readonly string[], shards: readonly string[]): Promise<Started[]> {
  const started: Started[] = [];
  for (const each of shards) {
    started.push(start(args, { ...gateway, ...(each === '' ? {} : { SHARDS: each }) }));
    await world.whenOnline(started.length);
  }
  // What was just started compiles its busy parts first.
  await world.measure({ do: 'gateway', pace: saturation, seconds: 2 });
  return started;
}

async function leave(started: readonly Started[]): Promise<void> {
  await stop(started);
  await world.whenOnline(0);
}

console.log(`${availableParallelism()} processors, Node ${process.version}, ${seconds} s for each measurement`);
interface Compared {
  readonly rate: number;
  readonly cost: number;
  /** At half of the bare client's rate in the same round. */
  readonly p99: number;
}

const contestants = [
  ['bare client', bare],
  ['bare client, the bot’s answers', [...bare, messages]],
  ['our way, a constant', constant],
  ['On Record', bot],
] as const;
const recorded = await byGateway(bot, ['']);
writeFileSync(messages, JSON.stringify(await world.record()));
await leave(recorded);
const results = new Map<string, Compared[]>(contestants.map(([name]) => [name, []]));
for (let round = 1; round <= rounds; round += 1) {
  let half: number | undefined;
  for (const [name, args] of contestants) {
    const started = await byGateway(args, ['']);
    const full = await measure({ do: 'gateway', pace: saturation, seconds }, started);
    half ??= Math.round(full.rate / 2);
    const calm = await measure({ do: 'gateway', pace: { rate: half }, seconds }, started);
    print(`gateway, ${name}, at saturation`, full);
    print(`gateway, ${name}, at ${half} a second`, calm);
    results.get(name)?.push({ rate: full.rate, cost: full.cost, p99: calm.p99 });
    await leave(started);
  }
}
const [bareResults = []] = results.values();
for (const [name] of contestants.slice(1)) {
  const of = (figure: keyof Compared) =>
    median((results.get(name) ?? []).map((each, at) => each[figure] / (bareResults[at]?.[figure] ?? Number.NaN)));
  console.log(
    `${name} to the bare client, medians of ${rounds} rounds: ${of('rate').toFixed(2)} of its rate, ${of('cost').toFixed(2)} times its processor time, ${of('p99').toFixed(2)} times its p99 at half of its rate`,
  );
}

for (const [name, shards] of [
  ['one process', ['']],
  ['two processes', ['0-0/2', '1-1/2']],
] as const) {
  const started = await byGateway(bot, shards);
  for (const [when, pace] of paces) {
    print(`gateway, ${name}, ${when}`, await measure({ do: 'gateway', pace, seconds }, started));
  }
  await leave(started);
}

for (const name of ['one process', 'two processes', 'two processes behind a balancer']) {
  const started = Array.from({ length: name === 'one process' ? 1 : 2 }, () => start(bot, http));
  const ports = await Promise.all(started.map(addressOf));
  await Promise.all(ports.map(untilReady));
  const balancer = name.includes('balancer')
    ? start([...process.execArgv, path('balancer.ts'), ...ports.map(String)], {})
    : undefined;
  const targets = balancer === undefined ? ports : [await addressOf(balancer)];
  await world.measure({ do: 'http', pace: saturation, seconds: 2, ports: targets });
  for (const [when, pace] of paces) {
    print(`HTTP, ${name}, ${when}`, await measure({ do: 'http', pace, seconds, ports: targets }, started));
  }
  await stop([...started, ...(balancer === undefined ? [] : [balancer])]);
}

world.stop();
rmSync(place, { recursive: true });
