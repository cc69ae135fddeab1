/**
 * One measurement of `bench/growth.ts`, in a process of its own so that memory and start are this archive's alone, with
 * On Record as it is built: `growth-once.mjs FOLDER CACHE start|reloads`. Prints one JSON line.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openApp } from '../dist/src/app.js';

const runtime = megabytes();

/** Answers asked for each second while everything is read anew. */
const rate = 100;
/** From the first answer until memory is measured, in milliseconds. */
const settling = 5_000;
/** So many wait at most: a machine that cannot keep up is to be seen, not to be buried. */
const mostWaiting = 200;

/** @type {readonly ((app: import('../src/app.ts').App) => Promise<unknown>)[]} */
const questions = [
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

function megabytes() {
  return process.memoryUsage().rss / 1e6;
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Appends a sentence to a file, as an editor would: another one each time, also from run to run. */
function change(path, round) {
  writeFileSync(path, `${readFileSync(path, 'utf8').replace(/\n*Change [\d, ]+\.\n*$/, '\n')}\nChange ${round}.\n`);
}

const [folder = '', cache = '', what = 'start'] = process.argv.slice(2);
const app = await openApp([folder], { cache });
await app.archive().quote({ text: 'border treaty' });
// From the start of the process: loading the program is part of the wait.
const start = performance.now() / 1000;
// Threads that are kept for reloads start behind the first answer.
await wait(settling);
if (what === 'start') console.log(JSON.stringify({ start, memory: megabytes(), runtime }));
else console.log(JSON.stringify({ ...(await reloadOne()), ...(await reloadAll()) }));
await app.close();

function files() {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name));
}

async function reloadOne() {
  const [path = ''] = files().slice(files().length >> 1);
  const times = [];
  // The first reload starts what the next ones find.
  for (const round of [1, 2, 3]) {
    change(path, `${Date.now()}, ${round}`);
    const began = performance.now();
    await app.reload();
    times.push((performance.now() - began) / 1000);
    // Reloads come apart from each other; the archive before the last is given up by then.
    await wait(settling);
  }
  return { reloadOne: Math.min(...times.slice(1)) };
}

async function reloadAll() {
  for (const path of files()) change(path, `${Date.now()}, 4`);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const waits = [];
  let reloadMemory = 0;
  let [asked, unasked] = [0, 0];
  const timer = setInterval(() => {
    if (asked - waits.length >= mostWaiting) {
      unasked += 1;
      return;
    }
    const began = performance.now();
    const question = questions[asked++ % questions.length];
    void question?.(app).then(() => waits.push(performance.now() - began));
    if (asked % 20 === 0) reloadMemory = Math.max(reloadMemory, megabytes());
  }, 1000 / rate);
  const began = performance.now();
  await app.reload();
  const seconds = (performance.now() - began) / 1000;
  clearInterval(timer);
  delay.disable();
  while (waits.length < asked) await wait(10);
  waits.sort((a, b) => a - b);
  return {
    reloadAll: seconds,
    answers: { asked, unasked, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99), longest: waits.at(-1) ?? 0 },
    held: delay.max / 1e6,
    reloadMemory,
  };
}
