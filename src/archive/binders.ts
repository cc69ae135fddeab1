import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { threadArguments } from '../thread-start.ts';
import type { BindingTask, BoundFiles } from './binding-task.ts';

const file = new URL(`./binding-worker.${import.meta.url.split('.').at(-1)}`, import.meta.url);

/** Idle threads end after this long, in milliseconds, and give back the memory of their language model. */
const longestIdle = 20_000;

/** A thread that had more to do, in volumes, has grown by more than starting another one costs. */
const fewTasks = 16;

/** The threads that read, analyse and bind; started when there is work for them. */
export class Binders {
  #pool: Piscina<BindingTask, BoundFiles> | null = null;
  #keepOne = false;
  /** Tasks since the threads were started. */
  #tasks = 0;

  /** Keeps one thread started, so that the next small reload need not wait for one. To be called when all are at rest. */
  keepOne(): void {
    this.#keepOne = true;
    this.#start();
  }

  /**
   * Ends threads that nothing is left for, since each holds a language model and what analysing left behind; not the one
   * that is kept when it had little to do.
   */
  async rest(): Promise<void> {
    if (!this.#keepOne || this.#tasks > fewTasks) await this.close();
  }

  async bind(task: BindingTask): Promise<BoundFiles> {
    this.#tasks += 1;
    return this.#start().run(task);
  }

  /**
   * How many tasks are best given at a time: at a start enough for every thread to find the next one waiting; while
   * readers are answered one core is left to that, since threads that analyse slow down others by the memory they move and
   * collect, however nice they are.
   */
  tasks(starting: boolean): number {
    return starting ? 2 * threads() : Math.max(1, threads() - 1);
  }

  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = null;
    this.#tasks = 0;
    await pool?.destroy();
  }

  #start(): Piscina<BindingTask, BoundFiles> {
    this.#pool ??= new Piscina<BindingTask, BoundFiles>({
      filename: fileURLToPath(file),
      execArgv: threadArguments(file),
      minThreads: this.#keepOne ? 1 : 0,
      maxThreads: threads(),
      idleTimeout: longestIdle,
      concurrentTasksPerWorker: 1,
      // There a niceness is the thread's own, so that analysis leaves the processor to whoever answers.
      niceIncrement: process.platform === 'linux' ? 10 : 0,
    });
    return this.#pool;
  }
}

/** Every core gets a thread: whoever answers comes first by its niceness. */
function threads(): number {
  return Math.max(1, Math.min(8, availableParallelism()));
}
