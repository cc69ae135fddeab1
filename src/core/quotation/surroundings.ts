import { phraseStartingAt } from '../language/phrase.ts';
import type { Rule } from './attribution.ts';
import type { FrameSentence } from './frame.ts';
import type { QuotedRun } from './pairing.ts';
import type { Reading, Spoken } from './reading.ts';
import type { Referent, Voice, Voices } from './voices.ts';

/** Gives the runs that their own sentence leaves without a speaker the one that the sentences around them tell. */
export function giveSpeakers(
  text: string,
  runs: readonly QuotedRun[],
  readings: readonly Reading[],
  spoken: Spoken[],
  voices: Voices,
): void {
  // Paragraphs of one quotation share the speaker that any of them tells.
  for (let first = 0; first < spoken.length; ) {
    let last = first;
    while (runs[spoken[last + 1]?.run ?? -1]?.continues === true) {
      last += 1;
      const one = spoken[last];
      if (one !== undefined) one.goesOnWith = spoken[last - 1] ?? null;
    }
    const chain = spoken.slice(first, last + 1);
    const teller = chain.find((one) => one.voice !== null);
    if (teller?.voice != null)
      for (const one of chain) if (one.voice === null) take(one, teller.voice, 'open quotation', teller.links);
    first = last + 1;
  }
  const isHeadline = (reading: Reading) => reading.sentence.headline;
  for (const [index, one] of spoken.entries()) {
    const reading = readings[one.reading];
    if (one.voice !== null || one.turn || reading === undefined || isHeadline(reading)) continue;
    const before = one.goesOnWith;
    if (before?.voice != null) take(one, before.voice, 'open quotation', before.links);
    else fromAround(readings, spoken, index, voices, isHeadline);
  }
  // A title repeats what the article quotes: same words, same speaker; what the body does not take for a quotation is none.
  const titles = spoken.filter((one) => readings[one.reading]?.sentence.headline === true);
  if (titles.length === 0) return;
  const said = new Set(spoken.map((one) => one.run));
  const body = spoken.filter((one) => readings[one.reading]?.sentence.headline !== true && one.voice !== null);
  for (const one of titles) {
    const words = plainWords(text, runs[one.run]);
    const same = body.find((other) => plainWords(text, runs[other.run]).includes(words));
    const none =
      same === undefined &&
      runs.some((run, index) => !said.has(index) && run.depth === 0 && plainWords(text, run) === words);
    if ((one.doubtful && same === undefined) || none) {
      spoken.splice(spoken.indexOf(one), 1);
      continue;
    }
    const first = same ?? body[0];
    if (one.voice === null && first?.voice != null) take(one, first.voice, 'headline', same === undefined ? 4 : 0);
  }
}

function plainWords(text: string, run: QuotedRun | undefined): string {
  return run === undefined
    ? ''
    : text
        .slice(run.inner[0], Math.min(run.inner[1], run.inner[0] + 400))
        .toLowerCase()
        .replace(/[^\p{L}\p{N} ]+/gu, '')
        .trim();
}

function take(one: Spoken, voice: Voice, rule: Rule, links: number): void {
  one.voice = voice;
  one.rule = rule;
  one.links = links + 1;
}

function isAlone(sentence: FrameSentence): boolean {
  return sentence.items.every((item) => item.pos === 'QUOTE' || item.pos === 'PUNCT');
}

function fromAround(
  readings: readonly Reading[],
  spoken: readonly Spoken[],
  index: number,
  voices: Voices,
  isHeadline: (reading: Reading) => boolean,
): void {
  const one = spoken[index];
  const reading = one === undefined ? undefined : readings[one.reading];
  if (one === undefined || reading === undefined) return;
  const { sentence, subject } = reading;
  const alone = isAlone(sentence);
  if (!alone && subject !== null && speaks(subject)) {
    take(one, subject, 'subject', 0);
    return;
  }
  const signed = alone ? signature(readings, one.reading, voices) : null;
  if (signed !== null) {
    take(one, signed, 'dash and name', -1);
    return;
  }
  // Another run of the same sentence, then the sentences before it in the paragraph.
  for (let back = one.reading; back >= 0 && back > one.reading - 5; back -= 1) {
    const before = readings[back];
    if (before === undefined || before.sentence.paragraph !== sentence.paragraph) break;
    const said = lastSpoken(spoken, index, back);
    if (said !== null && said.voice !== null) {
      take(one, said.voice, 'same paragraph', said.links);
      return;
    }
    if (back === one.reading) continue;
    const voice = speakerOf(before);
    if (voice !== null) {
      take(one, voice, 'previous sentence', 0);
      return;
    }
  }
  const next = nextSpeaker(readings, one.reading);
  if (next !== null && next.mentionKind !== 'pronoun') {
    take(one, next, 'next sentence', 0);
    return;
  }
  const other = alone ? alternate(readings, spoken, index) : null;
  if (other !== null) {
    take(one, other, 'alternation', 1);
    return;
  }
  for (let back = one.reading - 1; back >= 0 && back > one.reading - 8; back -= 1) {
    const before = readings[back];
    if (before === undefined || isHeadline(before) || before.sentence.paragraph < sentence.paragraph - 2) break;
    if (before.sentence.paragraph === sentence.paragraph) continue;
    const said = lastSpoken(spoken, index, back);
    const voice = said?.voice ?? speakerOf(before);
    if (voice !== null) {
      take(one, voice, 'previous paragraph', said?.links ?? 0);
      return;
    }
  }
  if (next !== null) {
    take(one, next, 'next sentence', 0);
    return;
  }
  if (subject !== null) {
    take(one, subject, 'subject', 2);
    return;
  }
  for (const ahead of readings.slice(one.reading + 1, one.reading + 5)) {
    const voice = speakerOf(ahead) ?? firstNamed(voices, readings.indexOf(ahead, one.reading));
    if (voice !== null) {
      take(one, voice, 'next paragraph', 0);
      return;
    }
  }
}

function firstNamed(voices: Voices, index: number): Voice | null {
  for (const mention of voices.mentionsIn(index)) {
    const referent = voices.referentOf(mention.person);
    if (referent?.kind === 'person') return { mention: mention.range, mentionKind: 'name', referent, certainty: 0.8 };
  }
  return null;
}

/** A short line behind a quotation that stands alone: "— Mara Okell, mayor of Velmouth", "Mara Okell". */
function signature(readings: readonly Reading[], index: number, voices: Voices): Voice | null {
  const here = readings[index];
  const next = readings[index + 1];
  if (here === undefined || next === undefined) return null;
  const apart = next.sentence.paragraph - here.sentence.paragraph;
  const beyond = readings[index + 2];
  // On a line of its own, or the last words of the paragraph.
  if (apart !== 1 && !(apart === 0 && beyond?.sentence.paragraph !== next.sentence.paragraph)) return null;
  const { items } = next.sentence;
  const dashed = /^[-–—―~]+$/.test(items[0]?.text ?? '');
  const last = items.at(-1);
  if (items.length > 24 || last === undefined) return null;
  if (
    !dashed &&
    (items.length > 8 ||
      last.text === '.' ||
      last.text === ':' ||
      items.some((item) => item.pos === 'VERB' || item.pos === 'AUX'))
  )
    return null;
  const first = dashed ? 1 : 0;
  if (items[first] === undefined || items[first]?.pos === 'QUOTE') return null;
  const phrase = phraseStartingAt(items, first);
  if (phrase === null) return null;
  return voices.resolve(next.sentence, index + 1, phrase);
}

/** In a dialogue of short paragraphs, each a quotation, two speakers take turns. */
function alternate(readings: readonly Reading[], spoken: readonly Spoken[], index: number): Voice | null {
  const one = spoken[index];
  const before = spoken[index - 1];
  const paragraph = (which: Spoken | undefined) =>
    which === undefined ? -9 : (readings[which.reading]?.sentence.paragraph ?? -9);
  if (one === undefined || before?.voice == null) return null;
  if (paragraph(before) !== paragraph(one) - 1) return null;
  // The paragraph before must be nothing but its quotation and a short tag.
  const length = (readings[before.reading]?.sentence.items ?? []).length;
  if (length > 24) return null;
  for (let back = index - 2; back >= 0 && back > index - 5; back -= 1) {
    const third = spoken[back];
    if (third?.voice == null || paragraph(third) < paragraph(one) - 3) break;
    if (paragraph(third) === paragraph(before)) continue;
    if (paragraph(third) !== paragraph(before) - 1) break;
    if (third.voice.referent === before.voice.referent) return null;
    return third.voice;
  }
  return null;
}

function lastSpoken(spoken: readonly Spoken[], index: number, reading: number): Spoken | null {
  for (let back = index - 1; back >= 0; back -= 1) {
    const before = spoken[back];
    if (before === undefined || before.reading < reading) return null;
    if (before.reading === reading && before.voice !== null) return before;
  }
  return null;
}

/** Who a sentence without quoted words has speaking, else whom it is about when that can speak. */
function speakerOf(reading: Reading): Voice | null {
  let found: Voice | null = null;
  let until = -1;
  for (const [at, cue] of reading.cues.entries()) {
    const voice = reading.voices[at];
    if (voice == null || cue.relative || cue.kind === 'naming' || cue.kind === 'finding' || cue.kind === 'promise')
      continue;
    // What is said inside another's report is not who goes on.
    if (cue.at <= until || !speaks(voice)) continue;
    found = voice;
    const complement = reading.complements[at];
    if (complement?.order === 'before') until = complement.parts.at(-1)?.[1] ?? until;
  }
  if (found !== null) return found;
  return reading.subject !== null && speaks(reading.subject) ? reading.subject : null;
}

function nextSpeaker(readings: readonly Reading[], index: number): Voice | null {
  const here = readings[index];
  const next = readings[index + 1];
  if (here === undefined || next === undefined || next.sentence.paragraph !== here.sentence.paragraph) return null;
  for (const [at, cue] of next.cues.entries()) {
    const voice = next.voices[at];
    if (voice == null || cue.kind !== 'speech' || cue.relative) continue;
    return speaks(voice) ? voice : null;
  }
  return null;
}

function speaks({ referent, mentionKind }: Voice): boolean {
  if (referent.kind === 'person' || referent.kind === 'organisation' || referent.kind === 'group') return true;
  if (referent.kind === 'unknown') return referent.person !== null || mentionKind === 'pronoun';
  return false;
}

/**
 * A description that spoke without a name, and a surname that speaks later without an introduction, when there is only one
 * of each: the same person, named later.
 */
export function namedLater(readings: readonly Reading[], voices: Voices): ReadonlyMap<Referent, Referent> {
  const unnamed = new Map<Referent, number>();
  const bare = new Map<Referent, number>();
  for (const [index, reading] of readings.entries()) {
    for (const [at, voice] of reading.voices.entries()) {
      if (voice === null || reading.cues[at]?.kind !== 'speech') continue;
      const { referent } = voice;
      const person = voices.personOf(referent);
      if (
        referent.person === null &&
        referent.kind === 'person' &&
        !referent.plural &&
        voice.mentionKind === 'description' &&
        !/^(?:an?|one|another|some) /i.test(referent.name)
      ) {
        if (!unnamed.has(referent)) unnamed.set(referent, index);
      }
      if (
        person !== null &&
        person.roles.length === 0 &&
        person.heads.size === 0 &&
        !/\s/.test(person.name) &&
        (person.kind === 'unknown' || person.kind === 'person') &&
        person.mentions[0]?.sentence === index
      ) {
        bare.set(referent, index);
      }
    }
  }
  const later = new Map<Referent, Referent>();
  const [description, described] = [...unnamed][0] ?? [];
  const [name, named] = [...bare][0] ?? [];
  if (
    unnamed.size === 1 &&
    bare.size === 1 &&
    description !== undefined &&
    name !== undefined &&
    described !== undefined &&
    named !== undefined &&
    described < named
  )
    later.set(description, name);
  return later;
}
