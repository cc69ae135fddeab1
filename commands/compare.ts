import type { Answer, ComparisonAnswer } from '../src/answer.ts';
import type { Position, StanceResult } from '../src/core/archive.ts';
import { isSameSubject } from '../src/core/stance/subject.ts';
import { defineCommand, privateOption } from '../src/discord/command.ts';
import { aboutOption, actorOption } from './options.ts';
import { nobodyCalled } from './stance.ts';

export default defineCommand({
  data: {
    name: 'compare',
    description: 'Two states, bodies or people side by side on a subject',
    options: [
      { ...actorOption, name: 'first' },
      { ...actorOption, name: 'second', description: 'And who else' },
      aboutOption,
      privateOption,
    ],
  },
  positions: ['first', 'second', 'about'],
  run: async ({ first, second, about }, { archive }) =>
    present(await archive.stance({ actor: first, about }), await archive.stance({ actor: second, about })),
  suggest: {
    first: (typed, { archive }) => archive.suggestActors(typed),
    second: (typed, { archive }) => archive.suggestActors(typed),
    about: (typed, { archive }, { first }) =>
      archive.suggestAbout(typed, typeof first === 'string' ? first : undefined),
  },
});

interface Pair {
  readonly first: Position;
  readonly second: Position;
}

function present(one: StanceResult, other: StanceResult): Answer {
  const agree: Pair[] = [];
  const differ: Pair[] = [];
  const matched = new Set<Position>();
  for (const first of one.positions) {
    for (const second of other.positions) {
      if (!isSameSubject(first.towards.text, second.towards.text)) continue;
      (first.polarity === second.polarity ? agree : differ).push({ first, second });
      matched.add(first).add(second);
    }
  }
  const [first, second, about] = [one.holder, other.holder, one.about];
  const base: Omit<ComparisonAnswer, 'status'> = {
    show: 'comparison',
    heading: `${first} and ${second} on ${about}`,
    first,
    second,
    about,
    agree,
    differ,
    onlyFirst: one.positions.filter((position) => !matched.has(position)),
    onlySecond: other.positions.filter((position) => !matched.has(position)),
    summary: wordSummary(agree.length, differ.length),
  };
  if (one.positions.length > 0 || other.positions.length > 0) return { ...base, status: 'ok' };
  const unknown = [one, other].find((result) => result.unknown?.option === 'actor');
  return {
    ...base,
    status: 'nothing',
    message:
      unknown === undefined
        ? `Nothing on record: no article shows what ${first} or ${second} holds about ${about}.`
        : nobodyCalled(unknown.holder),
    nearest: [one, other].flatMap((result) => result.unknown?.nearest ?? []).slice(0, 5),
  };
}

function wordSummary(agree: number, differ: number): string {
  if (agree === 0 && differ === 0) return 'No position of one is on the same thing as one of the other';
  return `${agree} in agreement, ${differ} in dispute`;
}
