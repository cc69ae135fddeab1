import MiniSearch from 'minisearch';

interface IndexedBlock {
  readonly id: number;
  /** Stems, with a space between. */
  readonly stems: string;
}

/** Which blocks hold a term, and how often. Blocks are numbered from 0 in the order added. */
export type Postings = ReadonlyMap<number, number>;

const none: Postings = new Map();

/**
 * MiniSearch over the blocks' stems, opened by one thing: which blocks hold a term can be asked for, so that only rare
 * terms need walking. This reads fields that MiniSearch keeps protected; its version is pinned and a test checks the shape.
 */
export class TermIndex extends MiniSearch<IndexedBlock> {
  constructor() {
    super({
      fields: ['stems'],
      tokenize: (stems) => (stems === '' ? [] : stems.split(' ')),
      processTerm: (term) => term,
    });
  }

  /** The blocks that hold a stem. */
  postings(stem: string): Postings {
    return (stem === '' ? undefined : this._index.get(stem)?.get(0)) ?? none;
  }

  /** The indexed stems that begin with `prefix`, each with the number of blocks that have it. */
  *stemsFrom(prefix: string): Generator<readonly [stem: string, blocks: number]> {
    for (const [stem, fields] of this._index.atPrefix(prefix)) yield [stem, fields.get(0)?.size ?? 0];
  }

  /** The indexed stems at most `distance` edits (Levenshtein) from `stem`, each with its distance. */
  *stemsNear(stem: string, distance: number): Generator<readonly [stem: string, edits: number]> {
    for (const [found, [, edits]] of this._index.fuzzyGet(stem, distance)) yield [found, edits];
  }
}
