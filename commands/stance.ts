import type { Answer } from '../src/answer.ts';
import type { Position, StanceResult } from '../src/core/archive.ts';
import { defineCommand, privateOption } from '../src/discord/command.ts';
import { aboutOption, actorOption, collectionOption } from './options.ts';

export default defineCommand({
  data: {
    name: 'stance',
    description: 'What a state, body or person supports and opposes, in the printed words',
    options: [actorOption, aboutOption, collectionOption, privateOption],
  },
  positions: ['actor', 'about'],
  run: async ({ actor, about, collection }, { archive }) =>
    present(await archive.stance({ actor, about, collection }), collection),
  reverse: ({ actor, about }) => ({ actor: about, about: actor }),
  suggest: {
    actor: (typed, { archive }) => archive.suggestActors(typed),
    about: (typed, { archive }, { actor }) =>
      archive.suggestAbout(typed, typeof actor === 'string' ? actor : undefined),
    collection: (typed, { archive }) => archive.suggestCollections(typed),
  },
});

function present(result: StanceResult, collection = ''): Answer {
  const { holder, about, positions, unknown } = result;
  const base = {
    show: 'positions' as const,
    heading: `${holder} on ${about}`,
    holder,
    about,
    positions,
    total: positions.length,
    summary: summarise(positions),
    ...(result.corrected === undefined
      ? {}
      : { note: `No article holds these words; showing results for “${result.corrected}”.` }),
  };
  if (positions.length > 0) return { ...base, status: 'ok' };
  const nearest = unknown?.nearest ?? [];
  const message =
    unknown?.option === 'collection'
      ? `There is no collection “${collection}”.`
      : unknown?.option === 'actor'
        ? nobodyCalled(holder)
        : `Nothing on record: no article shows what ${holder} supports or opposes about ${about}.`;
  return { ...base, status: 'nothing', message, ...(nearest.length > 0 ? { nearest } : {}) };
}

/** What to say when nobody fits a name. */
export function nobodyCalled(name: string): string {
  return `Nobody on record is called “${name}”.`;
}

/** The positions that are on the subject itself, not only in an article about it. */
export function onSubject(positions: readonly Position[]): readonly Position[] {
  return positions.filter(({ distant }) => distant !== true);
}

/** "Mostly opposes: 2 supported, 5 opposed." — mostly is at least two thirds, of the positions on the subject itself. */
export function summarise(all: readonly Position[]): string {
  const positions = onSubject(all);
  const supports = positions.filter(({ polarity }) => polarity === 'supports').length;
  const opposes = positions.length - supports;
  if (positions.length === 0) return 'No clear position';
  const counts = `${supports} supported, ${opposes} opposed`;
  if (supports * 3 >= positions.length * 2) return `${opposes === 0 ? 'Supports' : 'Mostly supports'}: ${counts}`;
  if (opposes * 3 >= positions.length * 2) return `${supports === 0 ? 'Opposes' : 'Mostly opposes'}: ${counts}`;
  return `Mixed: ${counts}`;
}
