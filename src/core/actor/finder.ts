import MiniSearch from 'minisearch';
import { fold } from './fold.ts';
import type { Actor, Roster } from './roster.ts';

/** Names indexed between two turns of others. */
const stride = 250;

/** Finds the actors whose names and aliases resemble what was typed, and forgives typing errors. */
export class ActorFinder {
  readonly #roster: Roster;
  #names: Promise<MiniSearch<Actor>> | null = null;

  /** Names are indexed when something is first looked for: few questions name somebody who is not there. */
  constructor(roster: Roster) {
    this.#roster = roster;
  }

  /** The names of up to five, the nearest first; empty when nothing resembles it. */
  async nearest(typed: string): Promise<string[]> {
    this.#names ??= indexNames(this.#roster.actors);
    const names = await this.#names;
    return names
      .search(typed.slice(0, 100))
      .slice(0, 5)
      .flatMap(({ id }) => this.#roster.actor(String(id))?.name ?? []);
  }
}

/** Others get their turns meanwhile: a large archive names tens of thousands. */
async function indexNames(actors: readonly Actor[]): Promise<MiniSearch<Actor>> {
  const names = new MiniSearch<Actor>({
    idField: 'key',
    fields: ['names'],
    extractField: ({ key, name, aliases }, field) => (field === 'names' ? [name, ...aliases].join(' ') : key),
    processTerm: (term) => fold(term),
    searchOptions: { fuzzy: 0.34, prefix: (term) => term.length >= 3 },
  });
  await names.addAllAsync(actors, { chunkSize: stride });
  return names;
}
