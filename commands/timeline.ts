import type { Answer, TimelineAnswer } from '../src/answer.ts';
import type { Position, StanceResult } from '../src/core/archive.ts';
import { isSameSubject } from '../src/core/stance/subject.ts';
import { type Context, defineCommand, privateOption } from '../src/discord/command.ts';
import { drawTimeline } from '../src/picture/timeline.ts';
import { english, type Wording } from '../src/wording/wording.ts';
import { aboutOption, actorOption } from './options.ts';
import { isPartial, onSubject } from './stance.ts';

export default defineCommand({
  data: {
    name: 'timeline',
    description: english.commands.timeline.description,
    options: [actorOption, aboutOption, privateOption],
  },
  positions: ['actor', 'about'],
  names: ['actor', 'about'],
  run: async ({ actor, about }, context) => present(await context.archive.stance({ actor, about }), context),
  suggest: {
    actor: (typed, { archive }) => archive.suggestActors(typed),
    about: (typed, { archive }, { actor }) =>
      archive.suggestAbout(typed, typeof actor === 'string' ? actor : undefined),
  },
});

async function present(result: StanceResult, { draw, wording }: Context): Promise<Answer> {
  const { timeline, common } = wording;
  const { holder, about, unknown } = result;
  const events = orderEvents(onSubject(result.positions));
  const dated = events.filter(({ position }) => position.date !== null);
  const base: Omit<TimelineAnswer, 'status'> = {
    show: 'timeline',
    heading: timeline.heading(holder, about),
    holder,
    about,
    events,
  };
  if (events.length === 0) {
    return {
      ...base,
      status: 'nothing',
      message: unknown?.option === 'actor' ? common.nobodyCalled(holder) : common.noPosition(holder, about),
      ...(unknown === undefined ? {} : { nearest: unknown.nearest }),
    };
  }
  const undated = events.length - dated.length;
  const notes = [
    ...(undated === 0 ? [] : [timeline.undated(undated, events.length)]),
    ...(isPartial(result) ? [common.partial] : []),
  ];
  const note = notes.length === 0 ? {} : { note: notes.join(' ') };
  // One date is no line of time.
  const svg =
    new Set(dated.map(({ position }) => position.date)).size > 1 ? drawTimeline(base.heading, dated, wording) : null;
  const png = svg === null || draw === undefined ? null : await draw(svg);
  return {
    ...base,
    status: 'ok',
    ...note,
    ...(png === null ? {} : { picture: { name: 'timeline.png', png, alt: describe(base.heading, dated, timeline) } }),
  };
}

type Event = TimelineAnswer['events'][number];

/** One event for each date on which a position is on record, oldest first; marked where the polarity turned. */
function orderEvents(positions: readonly Position[]): Event[] {
  const byDate = positions.flatMap((position) => {
    const dates = new Set(position.evidence.map(({ article }) => article.date));
    return [...dates].map((date) => {
      const evidence = position.evidence.filter(({ article }) => article.date === date);
      return { ...position, date, evidence, total: evidence.length };
    });
  });
  byDate.sort((a, b) =>
    (a.date ?? '9999') < (b.date ?? '9999') ? -1 : (a.date ?? '9999') > (b.date ?? '9999') ? 1 : 0,
  );
  return byDate.map((position, index) => {
    const before = byDate
      .slice(0, index)
      .findLast(({ date, towards }) => date !== null && isSameSubject(towards.text, position.towards.text));
    return {
      position,
      changed: position.date !== null && before !== undefined && before.polarity !== position.polarity,
    };
  });
}

/** Discord takes alternative texts up to 1,024 characters. */
const longestAlt = 1_000;

function describe(heading: string, events: readonly Event[], { event, turned, span }: Wording['timeline']): string {
  const lines = events.map(({ position: { date, polarity, towards }, changed }) => {
    const words = event(date ?? '', polarity, towards.text);
    return changed ? turned(words) : words;
  });
  const whole = [heading, ...lines].join('. ');
  return whole.length <= longestAlt
    ? whole
    : span(heading, events.length, events[0]?.position.date ?? '', events.at(-1)?.position.date ?? '');
}
