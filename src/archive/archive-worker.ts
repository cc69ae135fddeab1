import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import type { Archive } from '../core/archive.ts';
import { Shelf } from '../core/memory-archive.ts';
import { Room } from '../core/volume/room.ts';
import { Volume } from '../core/volume/volume.ts';
import {
  type FromArchive,
  type OpenedArchive,
  type QuestionName,
  questionNames,
  type SentVolume,
  type ToArchive,
} from './archive-messages.ts';
import { type Opened, openInTurns } from './opening.ts';
import { finish } from './pausing.ts';
import { rehearse } from './rehearsal.ts';

const port = parentPort;
if (port === null) throw new Error('this is started as a worker thread');

/** An archive, and the one whose lists are completed from: the one before, until its own are made. */
interface HeldArchive {
  readonly archive: Archive;
  completes: Archive;
}

const archives = new Map<number, HeldArchive>();

/** The questions that lists to complete from answer. */
const completing: ReadonlySet<QuestionName> = new Set(questionNames.filter((name) => name.startsWith('suggest')));

/** Volumes of the archive opened last, which the next one shares where they did not change, and those expected in it. */
let volumes = new Map<number, Volume>();
const shelf = new Shelf();

async function expect({ key, bytes }: SentVolume): Promise<void> {
  const volume = new Volume(bytes);
  volumes.set(key, volume);
  await finish(shelf.meet(volume));
}

/** One archive is opened at a time, lists and all: each is built on what the one before left. */
let opening: Promise<unknown> = Promise.resolve();

async function open(
  number: number,
  sent: readonly SentVolume[],
  ids: readonly string[],
  room: Room,
): Promise<OpenedArchive> {
  const opened = opening.then(() => build(sent, ids, room));
  opening = opened.then(({ prepared }) => prepared).catch(() => {});
  const { archive, prepared } = await opened;
  const held: HeldArchive = { archive, completes: newest()?.completes ?? archive };
  archives.set(number, held);
  const isFirst = archives.size === 1;
  void prepared.then(async () => {
    held.completes = archive;
    if (isFirst) await rehearse(archive, quiet);
  });
  return { version: archive.version, size: archive.size, asked: room.asked };
}

/** Resolves when others had a turn and nobody waits for an answer. */
async function quiet(): Promise<void> {
  do await nextTurn();
  while (waiting.length > 0);
}

async function build(sent: readonly SentVolume[], ids: readonly string[], room: Room): Promise<Opened> {
  const held = new Map<number, Volume>();
  const opened = await openInTurns(hold(sent, held), ids, shelf, room);
  volumes = held;
  return opened;
}

/** The volumes that were sent, each read when its turn comes, and put into `held`. */
function* hold(sent: readonly SentVolume[], held: Map<number, Volume>): Generator<Volume> {
  for (const { key, bytes } of sent) {
    const volume = volumes.get(key) ?? new Volume(bytes);
    held.set(key, volume);
    yield volume;
  }
}

function newest(): HeldArchive | undefined {
  return [...archives.values()].at(-1);
}

async function carryOut(message: ToArchive): Promise<unknown> {
  if (message.do === 'expect') return expect(message.volume);
  if (message.do === 'open') return open(message.archive, message.volumes, message.ids, new Room(message.room));
  if (message.do === 'close') return archives.delete(message.archive);
  // Somebody may still hold an archive that was swapped for a newer one long ago: the newest answers for it.
  const held = archives.get(message.archive) ?? newest();
  if (held === undefined) throw new Error('no archive is open');
  const archive = completing.has(message.question) ? held.completes : held.archive;
  // The arguments are those that the same method was called with on the other side.
  const question = archive[message.question] as (...args: unknown[]) => Promise<unknown>;
  return question.apply(archive, [...message.args]);
}

function answer(message: ToArchive): void {
  carryOut(message)
    .then((value): FromArchive => ({ id: message.id, value }))
    .catch((error: unknown): FromArchive => {
      return { id: message.id, fault: error instanceof Error ? String(error.stack) : String(error) };
    })
    .then((sent) => port?.postMessage(sent));
}

/** How long questions may hold up the archive that is being built before it gets its turn, in milliseconds. */
const longestTurn = 10;

// In the order they came, as many in one turn as take no longer than a slice of building does, as far as they are answered
// without waiting for something: however many wait, the archive that is being built gets its turns.
const waiting: ToArchive[] = [];
function takeTurn(): void {
  const began = performance.now();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    answer(next);
    if (performance.now() - began >= longestTurn) break;
  }
  if (waiting.length > 0) setImmediate(takeTurn);
}

port.on('message', (message: ToArchive) => {
  if (waiting.push(message) === 1) setImmediate(takeTurn);
});
