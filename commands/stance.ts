import type { Answer } from '../src/answer.ts';
import type { Position, StanceResult } from '../src/core/archive.ts';
import { defineCommand, privateOption } from '../src/discord/command.ts';
import { english, type Wording } from '../src/wording/wording.ts';
import { aboutOption, actorOption, collectionOption } from './options.ts';

export default defineCommand({
  data: {
    name: 'stance',
    description: english.commands.stance.description,
    options: [actorOption, aboutOption, collectionOption, privateOption],
  },
  positions: ['actor', 'about'],
  names: ['actor', 'about', 'collection'],
  lasting: true,
  run: async ({ actor, about, collection }, { archive, wording }) =>
    present(await archive.stance({ actor, about, collection }), collection, wording),
  reverse: ({ actor, about, collection }) => ({
    actor: about,
    about: actor,
    ...(collection === undefined ? {} : { collection }),
  }),
  suggest: {
    actor: (typed, { archive }) => archive.suggestActors(typed),
    about: (typed, { archive }, { actor }) =>
      archive.suggestAbout(typed, typeof actor === 'string' ? actor : undefined),
    collection: (typed, { archive }) => archive.suggestCollections(typed),
  },
});

function present(result: StanceResult, collection: string | undefined, { stance, common }: Wording): Answer {
  const { holder, about, positions, total, supports, opposes, unknown } = result;
  const base = {
    show: 'positions' as const,
    heading: stance.heading(holder, about),
    holder,
    about,
    positions,
    total,
    summary: stance.summary(supports, opposes),
    ...(result.corrected === undefined ? {} : { note: common.corrected(result.corrected) }),
  };
  if (positions.length > 0) return { ...base, status: 'ok' };
  const nearest = unknown?.nearest ?? [];
  const message =
    unknown?.option === 'collection'
      ? common.noCollection(collection ?? '')
      : unknown?.option === 'actor'
        ? common.nobodyCalled(holder)
        : common.noPosition(holder, about);
  return { ...base, status: 'nothing', message, ...(nearest.length > 0 ? { nearest } : {}) };
}

/** Whether there is more than the answer carries: further positions, or older statements of one. */
export function isPartial({ positions, total }: StanceResult): boolean {
  return total > positions.length || positions.some((position) => position.total > position.evidence.length);
}

/** The positions that are on the subject itself, not only in an article about it. */
export function onSubject(positions: readonly Position[]): readonly Position[] {
  return positions.filter(({ distant }) => distant !== true);
}

/** Which side is taken how often, of the positions on the subject itself. */
