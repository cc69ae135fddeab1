/**
 * Prints what growth costs: first start, restart, reloads, answers meanwhile, and memory with its parts, for archives of
 * several sizes, with the exponents of the fits, of On Record as it is built. `npm run -s bench:growth -- [ARTICLES…]`; 1000 and 3000 unless told.
 * Archives are made in `.cache/bench` and kept there for the next time. Timings compare only within one run.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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

const once = fileURLToPath(new URL('./growth-once.mjs', import.meta.url));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name));
}

async function run(folder: string, cache: string, what: string): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)(process.execPath, [once, folder, cache, what], { maxBuffer: 1e8 });
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
  const volumes = sizeOf(cache);
  const again = await run(folder, cache, 'start');
  const reloads = await run(folder, cache, 'reloads');
  return {
    articles,
    words,
    raw,
    start: Number(first.start),
    memory: Number(first.memory),
    runtime: Number(again.runtime),
    volumes,
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
    `  reload of all ${costs.reloadAll.toFixed(1)} s; meanwhile ${answers.asked} answers${answers.unasked > 0 ? ` (${answers.unasked} more were not asked, since too many waited)` : ''}, p50 ${answers.p50.toFixed(1)} ms, p99 ${answers.p99.toFixed(1)} ms, longest ${answers.longest.toFixed(0)} ms; the main loop was held up ${costs.held.toFixed(0)} ms at most; ${Math.round(costs.reloadMemory)} MB at most`,
  );
}

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
