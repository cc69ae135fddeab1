import type { Answer, ComparisonAnswer } from '../src/answer.ts';
import type { Position, StanceResult } from '../src/core/archive.ts';
import { likenessOfSubjects } from '../src/core/stance/subject.ts';
import { defineCommand, privateOption } from '../src/discord/command.ts';
import { english, type Wording } from '../src/wording/wording.ts';
import { aboutOption, actorOption } from './options.ts';
import { isPartial, onSubject } from './stance.ts';

const { compare: words } = english.commands;

export default defineCommand({
  data: {
    name: 'compare',
    description: words.description,
    options: [
      { ...actorOption, name: 'first' },
      { ...actorOption, name: 'second', description: words.options.second },
      aboutOption,
      privateOption,
    ],
  },
  positions: ['first', 'second', 'about'],
  names: ['first', 'second', 'about'],
  lasting: true,
  run: async ({ first, second, about }, { archive, wording }) =>
    present(await archive.stance({ actor: first, about }), await archive.stance({ actor: second, about }), wording),
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
      .filter((second) => fits(first, second))
      .map((second) => ({ first, second, likeness: likenessOfSubjects(first.towards.text, second.towards.text) }))
      .filter(({ likeness }) => likeness > 0),
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

function present(one: StanceResult, other: StanceResult, { compare, common }: Wording): Answer {
  // There is nothing to compare somebody with themselves for.
  const isOne = one.holder === other.holder && [one, other].every(({ unknown }) => unknown?.option !== 'actor');
  const [ones, others] = [isOne ? [] : onSubject(one.positions), isOne ? [] : onSubject(other.positions)];
  const agree = pairUp(ones, others, (first, second) => first.polarity === second.polarity);
  const differ = pairUp(ones, others, (first, second) => first.polarity !== second.polarity);
  const pairs = [...agree, ...differ];
  const matched = new Set(pairs.flatMap((pair) => [pair.first, pair.second]));
  const [first, second, about] = [one.holder, other.holder, one.about];
  const base: Omit<ComparisonAnswer, 'status'> = {
    show: 'comparison',
    heading: compare.heading(first, second, about),
    first,
    second,
    about,
    agree,
    differ,
    onlyFirst: ones.filter((position) => !matched.has(position)),
    onlySecond: others.filter((position) => !matched.has(position)),
    summary: compare.summary(agree.length, differ.length),
    ...([one, other].some(isPartial) ? { note: common.partial } : {}),
  };
  if (isOne) return { ...base, status: 'nothing', message: compare.same(first) };
  if (ones.length > 0 || others.length > 0) return { ...base, status: 'ok' };
  const unknown = [one, other].find((result) => result.unknown?.option === 'actor');
  return {
    ...base,
    status: 'nothing',
    message: unknown === undefined ? compare.nothing(first, second, about) : common.nobodyCalled(unknown.holder),
    nearest: [one, other].flatMap((result) => result.unknown?.nearest ?? []).slice(0, 5),
  };
}
