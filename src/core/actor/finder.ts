import MiniSearch from 'minisearch';
import { fold } from './fold.ts';
import type { Actor } from './roster.ts';

/** Finds the actors whose names resemble what was typed. */
export interface ActorFinder {
  /** Up to five names, the nearest first; empty when nothing resembles it. */
  nearest(typed: string): string[];
}

/** Builds a finder over names and aliases that forgives typing errors. */
export function buildActorFinder(actors: readonly Actor[]): ActorFinder {
  const names = new MiniSearch<{ id: number; names: string }>({
    fields: ['names'],
    processTerm: (term) => fold(term),
    searchOptions: { fuzzy: 0.34, prefix: (term) => term.length >= 3 },
  });
  names.addAll(actors.map(({ name, aliases }, id) => ({ id, names: [name, ...aliases].join(' ') })));
  return {
    nearest: (typed) =>
      names
        .search(typed.slice(0, 100))
        .slice(0, 5)
        .flatMap(({ id }) => actors[Number(id)]?.name ?? []),
  };
}
