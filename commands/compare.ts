import type { Answer, ComparisonAnswer } from '../src/answer.ts';
import type { Position, StanceResult } from '../src/core/archive.ts';
import { isSameSubject, likenessOfSubjects } from '../src/core/stance/subject.ts';
import { defineCommand, privateOption } from '../src/discord/command.ts';
import { aboutOption, actorOption } from './options.ts';
import { nobodyCalled, onSubject } from './stance.ts';

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

/** Each position with the other side's nearest one on the same thing that fits, the nearest pairs first, none twice. */
function pairUp(
  ones: readonly Position[],
  others: readonly Position[],
  fits: (first: Position, second: Position) => boolean,
): Pair[] {
  const likely = ones.flatMap((first) =>
    others
      .filter((second) => fits(first, second) && isSameSubject(first.towards.text, second.towards.text))
      .map((second) => ({ first, second, likeness: likenessOfSubjects(first.towards.text, second.towards.text) })),
  );
  likely.sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<Position>();
  const pairs: Pair[] = [];
  for (const { first, second } of likely) {
    if (taken.has(first) || taken.has(second)) continue;
    taken.add(first).add(second);
    pairs.push({ first, second });
  }
  return pairs;
}

function present(one: StanceResult, other: StanceResult): Answer {
  const [ones, others] = [onSubject(one.positions), onSubject(other.positions)];
  const agree = pairUp(ones, others, (first, second) => first.polarity === second.polarity);
  const differ = pairUp(ones, others, (first, second) => first.polarity !== second.polarity);
  const pairs = [...agree, ...differ];
  const matched = new Set(pairs.flatMap((pair) => [pair.first, pair.second]));
  const [first, second, about] = [one.holder, other.holder, one.about];
  const base: Omit<ComparisonAnswer, 'status'> = {
    show: 'comparison',
    heading: `${first} and ${second} on ${about}`,
    first,
    second,
    about,
    agree,
    differ,
    onlyFirst: ones.filter((position) => !matched.has(position)),
    onlySecond: others.filter((position) => !matched.has(position)),
    summary: wordSummary(agree.length, differ.length),
  };
  if (ones.length > 0 || others.length > 0) return { ...base, status: 'ok' };
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
