import { Worker } from 'node:worker_threads';
import type { Archive } from '../core/archive.ts';
import { startScript } from '../thread-start.ts';
import {
  type FromArchive,
  type OpenedArchive,
  type QuestionName,
  type Questions,
  questionNames,
  type SentVolume,
  type ToArchive,
} from './archive-messages.ts';
import { finish } from './pausing.ts';

const file = new URL(`./archive-worker.${import.meta.url.split('.').at(-1)}`, import.meta.url);

/** An archive that was swapped out is kept for those still asking it for so long, in milliseconds. */
const lastQuestions = 5_000;

/** The lists of an archive take about half as much as its volumes; what they take more is not made ready. */
const shareOfLists = 0.5;
/** The next archive may need a little more room than the one before. */
const growth = 1.02;
/** Memory is given out in pieces of at least so many bytes, when they are touched. */
const page = 4096;
/** Pages touched between two pauses. */
const pagesInTurn = 64;

type Sent = ToArchive extends infer M ? (M extends unknown ? Omit<M, 'id'> : never) : never;

/** One who waits for an answer, until it is there. */
class Waiting {
  #resolve: ((value: unknown) => void) | null;
  #reject: ((error: Error) => void) | null;

  constructor(resolve: (value: unknown) => void, reject: (error: Error) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }

  hear(value: unknown): void {
    this.#resolve?.(value);
    this.#forget();
  }

  fail(error: Error): void {
    this.#reject?.(error);
    this.#forget();
  }

  // V8's maps leave a chain of their earlier tables behind, which hold what they held until all memory is collected. Answers
  // that hang on it outlive their readers by seconds, and collecting them held up the loop for tens of milliseconds.
  #forget(): void {
    this.#resolve = null;
    this.#reject = null;
  }
}

/**
 * A thread that holds a large archive and answers by message, so that neither its answers nor its building hold up the
 * thread that talks to readers. It answers from the old archive while it builds the next, in short turns.
 */
export class ArchiveThread {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  readonly #keys = new WeakMap<Uint8Array, number>();
  #nextKey = 0;
  #nextId = 0;
  #archives = 0;
  #current: {
    readonly number: number;
    readonly volumes: readonly SentVolume[];
    readonly ids: readonly string[];
  } | null = null;
  #mending: Promise<unknown> | null = null;
  #room: ArrayBuffer | null = null;
  /** How much room the archive's lists took, in bytes; 0 before there is one. */
  #asked = 0;

  /** Starts the thread, which takes a while, before there is something for it to do. */
  start(): void {
    this.#worker ??= this.#start();
    if (this.#waiting.size === 0) this.#worker.unref();
  }

  /**
   * Lets the thread learn of a volume that the next archive is likely to hold, so that less is left to do when that is
   * opened.
   */
  expect(bytes: Uint8Array): void {
    // What is wrong with a volume is told when an archive is opened with it.
    this.#send({ archive: this.#archives, do: 'expect', volume: this.#sent(bytes) }).catch(() => {});
  }

  /**
   * Makes memory ready, in short turns of this thread, for the lists of the archive that is opened next: to touch it for the
   * first time takes as long as to fill it, and the other thread has enough to do. `volumes` is how many bytes those of
   * the first archive have.
   */
  makeRoom(volumes = 0): void {
    if (this.#room !== null) return;
    const bytes = Math.ceil(this.#asked === 0 ? volumes * shareOfLists : this.#asked * growth);
    this.#room = new ArrayBuffer(bytes);
    void finish(touch(new Uint8Array(this.#room)));
  }

  /** Gives up the room that was made, when nothing is opened after all. */
  leaveRoom(): void {
    this.#room = null;
  }

  /** Opens an archive of volumes; resolves when it can be asked. The one before is closed a little later. */
  async open(bytes: readonly Uint8Array[], ids: readonly string[]): Promise<Archive> {
    await this.#mending;
    const before = this.#current;
    this.#archives += 1;
    const number = this.#archives;
    const volumes = bytes.map((one) => this.#sent(one));
    const room = this.#room ?? undefined;
    this.#room = null;
    const opening = this.#send({ archive: number, do: 'open', volumes, ids, room }, room === undefined ? [] : [room]);
    const { asked, ...opened } = (await opening) as OpenedArchive;
    this.#asked = asked;
    this.#current = { number, volumes, ids };
    if (before !== null) {
      setTimeout(() => {
        // Nothing is left to close in a thread that ended.
        if (this.#worker === null) return;
        this.#send({ archive: before.number, do: 'close' }).catch(() => {});
      }, lastQuestions).unref();
    }
    const ask = async (question: QuestionName, args: readonly unknown[]) => {
      await this.#mending;
      return this.#send({ archive: number, do: 'ask', question, args });
    };
    const questions = Object.fromEntries(
      questionNames.map((name) => [name, (...args: readonly unknown[]) => ask(name, args)]),
      // Each question is answered by the method of the same name, so its type is that method's.
    ) as unknown as Questions;
    return { ...opened, ...questions };
  }

  /** Ends the thread; who waits for an answer of it waits in vain. The next archive that is opened starts another. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#waiting.clear();
    this.leaveRoom();
    await worker?.terminate();
  }

  #sent(bytes: Uint8Array): SentVolume {
    const key = this.#keys.get(bytes) ?? this.#nextKey++;
    this.#keys.set(bytes, key);
    return { key, bytes };
  }

  #send(message: Sent, transferred: readonly ArrayBuffer[] = []): Promise<unknown> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, new Waiting(resolve, reject));
      worker.ref();
      worker.postMessage({ ...message, id }, transferred);
    });
  }

  #start(): Worker {
    const worker = new Worker(startScript(file), { eval: true, execArgv: [] });
    worker.on('message', (answer: FromArchive) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      // A process that waits for nothing may end.
      if (this.#waiting.size === 0) worker.unref();
      if ('fault' in answer) waiting?.fail(new Error(answer.fault));
      else waiting?.hear(answer.value);
    });
    worker.on('error', (error) => this.#ended(worker, error));
    worker.on('exit', (code) => this.#ended(worker, new Error(`the archive's thread ended with code ${code}`)));
    return worker;
  }

  /** Whoever waits hears why; a new thread opens the same archive for those who ask next. */
  #ended(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const waiting of this.#waiting.values()) waiting.fail(error);
    this.#waiting.clear();
    const current = this.#current;
    // A thread that ended while it opened the archive again would end so for ever.
    if (current === null || this.#mending !== null) return;
    const { number, volumes, ids } = current;
    this.#mending = this.#send({ archive: number, do: 'open', volumes, ids })
      .catch(() => {})
      .finally(() => {
        this.#mending = null;
      });
  }
}

/** Touches every page of some memory, which must be zeros, in steps. It has no length any more once it was sent away. */
function* touch(bytes: Uint8Array): Generator<void> {
  for (let at = 0; at < bytes.length; at += page) {
    bytes[at] = 0;
    if ((at / page) % pagesInTurn === 0) yield;
  }
}
