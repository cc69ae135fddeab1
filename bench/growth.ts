/**
 * Prints what growth costs: first start, restart, reloads, answers meanwhile, and memory with its parts, for archives of
 * several sizes, with the exponents of the fits. `npm run -s bench:growth -- [ARTICLES…]`; 1000 and 3000 unless told.
 * Archives are made in `.cache/bench` and kept there for the next time. Timings compare only within one run.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type App, openApp } from '../src/app.ts';
import { writeArchive } from './news.ts';

/** What one size costs. Seconds, megabytes of 10⁶ bytes, milliseconds for answers. */
interface Costs {
  readonly articles: number;
  readonly words: number;
  readonly raw: number;
  readonly start: number;
  readonly memory: number;
  readonly restart: number;
  readonly restartMemory: number;
  /** Of it, the program before it reads anything, and the articles as they are bound, their texts among them. */
  readonly runtime: number;
  readonly volumes: number;
  readonly reloadOne: number;
  readonly reloadAll: number;
  readonly answers: {
    readonly asked: number;
    /** Not asked, since too many were waiting. */
    readonly unasked: number;
    readonly p50: number;
    readonly p99: number;
    readonly longest: number;
  };
  /** How long the main loop was held up at most while everything was read anew, in milliseconds. */
  readonly held: number;
  readonly reloadMemory: number;
}

const self = fileURLToPath(import.meta.url);
/** Answers asked for each second while everything is read anew. */
const rate = 100;
/** From the first answer until memory is measured, in milliseconds. */
const settling = 5_000;
/** So many wait at most: a machine that cannot keep up is to be seen, not to be buried. */
const mostWaiting = 200;

const questions: readonly ((app: App) => Promise<unknown>)[] = [
  (app) => app.archive().quote({ text: 'border treaty' }),
  (app) => app.archive().quote({ text: 'united budget', speaker: 'iran' }),
  (app) => app.archive().quote({ text: '"armed dispute"' }),
  (app) => app.archive().quote({ speaker: 'france' }),
  (app) => app.archive().stance({ actor: 'iran', about: 'venezuela' }),
  (app) => app.archive().stance({ actor: 'united nations', about: 'plan' }),
  (app) => app.archive().stance({ actor: 'russia' }),
  (app) => app.archive().suggestSpeakers('ma'),
  (app) => app.archive().suggestSubjects('bud'),
];

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function megabytes(): number {
  return process.memoryUsage().rss / 1e6;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name));
}

/** Appends a sentence to a file, as an editor would: another one each time, also from run to run. */
function change(path: string, round: string): void {
  writeFileSync(path, `${readFileSync(path, 'utf8').replace(/\n*Change [\d, ]+\.\n*$/, '\n')}\nChange ${round}.\n`);
}

/** Runs in a process of its own, so that memory and start are this archive's alone. Prints one JSON line. */
async function measure(folder: string, cache: string, what: 'start' | 'reloads'): Promise<void> {
  const runtime = megabytes();
  const app = await openApp([folder], { cache });
  await app.archive().quote({ text: 'border treaty' });
  // From the start of the process: loading the program is part of the wait.
  const start = performance.now() / 1000;
  // Threads that are kept for reloads start behind the first answer.
  await new Promise((resolve) => setTimeout(resolve, settling));
  const memory = megabytes();
  if (what === 'start') {
    console.log(JSON.stringify({ start, memory, runtime }));
    await app.close();
    return;
  }
  const files = filesIn(folder);
  const times: number[] = [];
  // The first reload starts the thread that the next ones find.
  const run = Date.now();
  for (const round of [1, 2, 3]) {
    change(files[files.length >> 1] ?? '', `${run}, ${round}`);
    const began = performance.now();
    await app.reload();
    times.push((performance.now() - began) / 1000);
  }
  for (const path of files) change(path, `${run}, 4`);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const waits: number[] = [];
  let reloadMemory = 0;
  let [asked, unasked] = [0, 0];
  const timer = setInterval(() => {
    const began = performance.now();
    const isFull = asked - waits.length >= mostWaiting;
    if (isFull) {
      unasked += 1;
      return;
    }
    const question = questions[asked++ % questions.length];
    void question?.(app).then(() => waits.push(performance.now() - began));
    if (asked % 20 === 0) reloadMemory = Math.max(reloadMemory, megabytes());
  }, 1000 / rate);
  const began = performance.now();
  await app.reload();
  const reloadAll = (performance.now() - began) / 1000;
  clearInterval(timer);
  delay.disable();
  while (waits.length < asked) await new Promise((resolve) => setTimeout(resolve, 10));
  waits.sort((a, b) => a - b);
  console.log(
    JSON.stringify({
      reloadOne: Math.min(...times.slice(1)),
      reloadAll,
      answers: { asked, unasked, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99), longest: waits.at(-1) ?? 0 },
      held: delay.max / 1e6,
      reloadMemory,
    }),
  );
  await app.close();
}

async function run(folder: string, cache: string, what: string): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...process.execArgv, self, '--once', folder, cache, what],
    {
      maxBuffer: 1e8,
    },
  );
  const line: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
  return typeof line === 'object' && line !== null ? { ...line } : {};
}

/** The bytes of the volumes in a cache, in megabytes. */
function sizeOf(cache: string): number {
  const names = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.volume'));
  return names.reduce((sum, name) => sum + statSync(join(cache, name)).size, 0) / 1e6;
}

async function costsOf(articles: number): Promise<Costs> {
  const folder = join('.cache', 'bench', `articles-${articles}`);
  const cache = join('.cache', 'bench', `cache-${articles}`);
  if (!existsSync(folder)) writeArchive(folder, { seed: 1, articles });
  let [words, raw] = [0, 0];
  for (const path of filesIn(folder)) {
    const text = readFileSync(path, 'utf8');
    words += text.split(/\s+/).length;
    raw += text.length / 1e6;
  }
  rmSync(cache, { recursive: true, force: true });
  const first = await run(folder, cache, 'start');
  const again = await run(folder, cache, 'start');
  const reloads = await run(folder, cache, 'reloads');
  return {
    articles,
    words,
    raw,
    start: Number(first.start),
    memory: Number(first.memory),
    runtime: Number(again.runtime),
    volumes: sizeOf(cache),
    restart: Number(again.start),
    restartMemory: Number(again.memory),
    ...(reloads as Pick<Costs, 'reloadOne' | 'reloadAll' | 'answers' | 'held' | 'reloadMemory'>),
  };
}

/** The exponent of the power of the number of articles that fits some costs best. */
function exponent(all: readonly Costs[], cost: (costs: Costs) => number): number {
  const points = all.map((costs) => [Math.log(costs.articles), Math.log(cost(costs))] as const);
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

function print(costs: Costs): void {
  const { articles, words, raw, answers } = costs;
  console.log(`${articles} articles, ${words} words, ${raw.toFixed(1)} MB of text`);
  console.log(
    `  first start ${costs.start.toFixed(1)} s: ${Math.round(words / costs.start)} words a second; ${Math.round(costs.memory)} MB resident`,
  );
  console.log(
    `  restart, nothing changed, to the first answer ${costs.restart.toFixed(1)} s; ${Math.round(costs.restartMemory)} MB (allowed ${Math.round(12 * raw + 250)} MB)`,
  );
  const rest = costs.restartMemory - costs.runtime - costs.volumes;
  console.log(
    `    of it: runtime ${Math.round(costs.runtime)} MB, texts ${Math.round(raw)} MB, statements, stances and words ${Math.round(costs.volumes - raw)} MB, index and thread ${Math.round(rest)} MB; a thread that analyses comes to it while it works`,
  );
  console.log(`  reload of one changed file ${costs.reloadOne.toFixed(2)} s`);
  console.log(
    `  reload of all ${costs.reloadAll.toFixed(1)} s; meanwhile ${answers.asked} answers${answers.unasked > 0 ? ` (${answers.unasked} more were not asked, since ${mostWaiting} waited)` : ''}, p50 ${answers.p50.toFixed(1)} ms, p99 ${answers.p99.toFixed(1)} ms, longest ${answers.longest.toFixed(0)} ms; the main loop was held up ${costs.held.toFixed(0)} ms at most; ${Math.round(costs.reloadMemory)} MB at most`,
  );
}

const [mode, folder = '', cache = '', what = ''] = process.argv.slice(2);
if (mode === '--once') await measure(folder, cache, what === 'reloads' ? 'reloads' : 'start');
else {
  const sizes = process.argv.slice(2).map(Number);
  if (sizes.some((size) => !(Number.isSafeInteger(size) && size > 0))) {
    console.error('usage: npm run bench:growth -- [ARTICLES...]');
    process.exit(2);
  }
  const all: Costs[] = [];
  for (const articles of sizes.length > 0 ? sizes : [1_000, 3_000]) {
    const costs = await costsOf(articles);
    print(costs);
    all.push(costs);
  }
  if (all.length > 1) {
    console.log(
      `exponents: first start ${exponent(all, ({ start }) => start).toFixed(2)}, restart ${exponent(all, ({ restart }) => restart).toFixed(2)}, memory after a restart ${exponent(all, ({ restartMemory }) => restartMemory).toFixed(2)}`,
    );
  }
}
