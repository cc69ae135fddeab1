import { headLemma, lowerAt } from './clause.ts';
import { reportersOf } from './holder.ts';
import type { Entry, Kind } from './lexicon.ts';
import type { Span } from './phrase.ts';
import type { Holder, Sentence } from './reading.ts';
import { soundHolder, soundTarget, tellsOfSport } from './soundness.ts';
import type { Polarity } from './stance.ts';

const kindWeight: Readonly<Record<Kind, number>> = {
  attitude: 0.9,
  word: 0.9,
  deed: 0.8,
  force: 0.7,
  call: 0.75,
  contact: 0.4,
};

export function emit(
  sentence: Sentence,
  holder: Holder,
  polarity: Polarity,
  targets: readonly { readonly span: Span; readonly turned: boolean }[],
  trigger: number,
  entry: Entry,
  word: string,
  weight: number,
): void {
  const reporters =
    holder.by === 'speaker'
      ? holder.reporters
      : reportersOf(sentence, sentence.clauses.chunkOf[trigger - sentence.clauses.first] ?? -1);
  const sport =
    (entry.kind === 'deed' || entry.kind === 'force' || /^(?:defend|fight)$/u.test(word)) &&
    tellsOfSport(sentence.clauses);
  if (sport) return;
  const able = holder.by === 'phrase' && !holder.pronoun ? soundHolder(sentence.clauses, holder.span) : 1;
  for (const target of targets) {
    let span = target.span;
    let settled: Polarity = target.turned ? (polarity === 'supports' ? 'opposes' : 'supports') : polarity;
    const ended = settled === 'supports' ? endOf(sentence, span) : null;
    if (ended !== null) {
      span = ended;
      settled = 'opposes';
    }
    let factor = 1;
    if (span[1] - span[0] === 1 && sentence.clauses.tags[span[0] - sentence.clauses.first] === 'R') {
      const lower = lowerAt(sentence.clauses, span[0]);
      if (/self$|selves$/u.test(lower)) continue;
      // "but Ostrania opposes it": the latest target said before.
      const earlier = /^(?:it|them|this|that)$/u.test(lower)
        ? sentence.out.findLast(
            (reading) => reading.towards[1] <= span[0] && reading.towards[0] >= sentence.clauses.first,
          )
        : undefined;
      if (earlier === undefined) factor = 0.5;
      else span = earlier.towards;
    }
    if (holder.by === 'phrase' && holder.span[0] < span[1] && span[0] < holder.span[1]) continue;
    const whole = soundTarget(sentence.clauses, span, trigger, entry.pattern.endsWith('T'));
    sentence.out.push({
      holder,
      polarity: settled,
      towards: span,
      trigger,
      kind: entry.kind,
      reporters,
      word,
      weight: kindWeight[entry.kind] * weight * factor * Math.min(able, whole),
    });
  }
}

/** "an end to arms sales", "the lifting of the embargo": who supports the end opposes what ends. */
function endOf(sentence: Sentence, span: Span): Span | null {
  const k = sentence.clauses.chunkOf[span[0] - sentence.clauses.first] ?? -1;
  const group = sentence.clauses.chunks[k];
  const inner = sentence.clauses.chunks[k + 2];
  if (group?.kind !== 'noun' || inner === undefined || inner.kind === 'mark' || inner.last > span[1]) return null;
  if (
    !/^(?:end|halt|stop|cessation|lifting|removal|abolition|repeal|ending)$/u.test(headLemma(sentence.clauses, group))
  )
    return null;
  return /^(?:to|of)$/u.test(lowerAt(sentence.clauses, group.last)) ? [inner.first, span[1]] : null;
}
