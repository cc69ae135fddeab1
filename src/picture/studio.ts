import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { CardRefusal, Picture } from '../answer.ts';
import { threadArguments } from '../thread-start.ts';
import type { Caption } from './card.ts';

const file = new URL(`./studio-worker.${import.meta.url.split('.').at(-1)}`, import.meta.url);

/** An idle thread ends after this long, in milliseconds, and gives back the memory of its fonts. */
const longestIdle = 60_000;

/** Draws pictures one after another in a thread of its own, which is started for the first: answers never wait for it. */
export class Studio {
  #pool: Piscina | null = null;

  /** An SVG as a PNG; null if no font has all characters of a line of it. */
  draw(svg: string): Promise<Uint8Array | null> {
    return this.#start().run(svg, { name: 'drawLegible' });
  }

  /** A card of a caption, or why there is none. */
  card(caption: Caption): Promise<Picture | CardRefusal> {
    return this.#start().run(caption, { name: 'drawCard' });
  }

  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = null;
    await pool?.destroy();
  }

  #start(): Piscina {
    this.#pool ??= new Piscina({
      filename: fileURLToPath(file),
      execArgv: threadArguments(file),
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: longestIdle,
      concurrentTasksPerWorker: 1,
    });
    return this.#pool;
  }
}
