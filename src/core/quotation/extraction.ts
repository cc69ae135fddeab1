import type { Analysis } from '../language/analysis.ts';

import type { Phrase } from '../language/phrase.ts';
import type { Range } from '../range.ts';
import { type Attachment, attach, type Rule } from './attribution.ts';
import { type Complement, complementsOf } from './complements.ts';
import { confidenceOf } from './confidence.ts';
import { type Cue, findCues, mainSubject } from './cues.ts';
import { type FrameSentence, frameOf, lastMark } from './frame.ts';
import { pairMarks, type QuotedRun } from './pairing.ts';
import { findPeople, type Person } from './people.ts';
import { isQuotation } from './quotedness.ts';
import type { Speaker, Statement, StatementKind } from './statement.ts';
import { type Referent, type Voice, Voices } from './voices.ts';

/** Where the parts of an article stand in its text. */
export interface Parts {
  readonly headline: Range | null;
  readonly paragraphs: readonly Range[];
  readonly dateline?: Range | null;
}

/** A sentence with what was found in it. */
interface Reading {
  readonly sentence: FrameSentence;
  readonly cues: readonly Cue[];
  readonly complements: readonly (Complement | null)[];
  /** Whom each cue's subject stands for, by the cue's index. */
  readonly voices: readonly (Voice | null)[];
  /** Whom the sentence is about. */
  readonly subject: Voice | null;
}

/** A quoted run that is somebody's words, with who speaks. */
interface Spoken {
  readonly run: number;
  readonly reading: number;
  readonly at: number;
  rule: Rule | null;
  voice: Voice | null;
  cue: Cue | null;
  links: number;
  /** The run whose words it goes on with, across a paragraph. */
  goesOnWith: number | null;
}

/**
 * Finds every quotation and reported statement of an article and names its speaker: direct, mixed and indirect, ordered by
 * position. Pure; never throws; linear in the length of the text.
 */
export function findStatements(analysis: Analysis, parts: Parts): Statement[] {
  const { text } = analysis;
  const paragraphs = parts.headline === null ? parts.paragraphs : [parts.headline, ...parts.paragraphs];
  const runs = pairMarks(text, paragraphs);
  const sentences = frameOf(text, analysis.tokens, paragraphs, runs, parts.dateline ?? null);
  const people = findPeople(text, sentences, parts.headline);
  const voices = new Voices(text, people, sentences);
  const spoken: Spoken[] = [];
  const readings = sentences.map((sentence, index) => read(text, runs, voices, sentence, index, spoken));
  giveSpeakers(runs, readings, spoken);
  const later = namedLater(readings, voices);
  return assemble(text, runs, readings, spoken, voices, later);
}

function read(
  text: string,
  runs: readonly QuotedRun[],
  voices: Voices,
  sentence: FrameSentence,
  index: number,
  spoken: Spoken[],
): Reading {
  const { items } = sentence;
  const cues = findCues(items);
  const complements = complementsOf(items, cues);
  voices.noteNames(sentence, index);
  const about = mainSubject(items);
  const found = new Map<number, Voice | null>();
  const phrases: { phrase: Phrase; spoke: boolean }[] = [];
  for (const cue of cues)
    if (cue.subject !== null && !(cue.passive && !cue.inverted))
      phrases.push({ phrase: cue.subject, spoke: cue.kind !== 'naming' });
  if (about !== null) phrases.push({ phrase: about, spoke: false });
  phrases.sort((a, b) => a.phrase.first - b.phrase.first);
  const resolve = (phrase: Phrase, spoke: boolean): Voice | null => {
    const key = phrase.first * 1000 + phrase.last;
    const known = found.get(key);
    const voice = known === undefined ? voices.resolve(sentence, index, phrase) : known;
    found.set(key, voice);
    if (voice !== null && voice.referent.kind !== 'unknown')
      voices.note(voice.referent, sentence, index, phrase.first, { subject: true, spoke });
    else if (voice !== null && voice.referent.person !== null)
      voices.note(voice.referent, sentence, index, phrase.first, { subject: true, spoke });
    return voice;
  };
  for (const { phrase, spoke } of phrases) resolve(phrase, spoke);
  const voiceOf = (phrase: Phrase | null) =>
    phrase === null ? null : (found.get(phrase.first * 1000 + phrase.last) ?? null);
  for (const [at, item] of items.entries()) {
    if (item.pos !== 'QUOTE' || item.run === null) continue;
    const run = runs[item.run];
    if (run === undefined) continue;
    const attachment: Attachment | null = attach(items, cues, at, lastMark(text, run));
    if (!run.continues && !isQuotation(text, { run, sentence, at, attachment })) continue;
    const voice = attachment === null || attachment.subject === null ? null : resolve(attachment.subject, true);
    spoken.push({
      run: item.run,
      reading: index,
      at,
      rule: voice === null ? null : (attachment?.rule ?? null),
      voice,
      cue: attachment?.cue ?? null,
      links: 0,
      goesOnWith: null,
    });
  }
  return { sentence, cues, complements, voices: cues.map((cue) => voiceOf(cue.subject)), subject: voiceOf(about) };
}

/** Gives the runs that their own sentence leaves without a speaker the one that the sentences around them tell. */
function giveSpeakers(runs: readonly QuotedRun[], readings: readonly Reading[], spoken: Spoken[]): void {
  for (const [index, one] of spoken.entries()) {
    const run = runs[one.run];
    if (run === undefined) continue;
    if (run.continues) {
      const before = spoken[index - 1];
      if (before !== undefined) {
        one.goesOnWith = index - 1;
        if (one.voice === null && before.voice !== null) take(one, before.voice, 'open quotation', before.links);
        else if (one.voice !== null && before.rule === null) {
          // The tag stands only behind the last paragraph.
          for (let back = index - 1; back >= 0; back -= 1) {
            const earlier = spoken[back];
            if (earlier === undefined || (earlier.rule !== null && earlier.rule !== 'previous paragraph')) break;
            take(earlier, one.voice, 'open quotation', one.links);
            if (runs[earlier.run]?.continues !== true) break;
          }
        }
      }
      if (one.voice !== null) continue;
    }
    if (one.voice !== null) continue;
    fromAround(readings, spoken, index);
  }
}

function take(one: Spoken, voice: Voice, rule: Rule, links: number): void {
  one.voice = voice;
  one.rule = rule;
  one.links = links + 1;
}

function fromAround(readings: readonly Reading[], spoken: readonly Spoken[], index: number): void {
  const one = spoken[index];
  const reading = one === undefined ? undefined : readings[one.reading];
  if (one === undefined || reading === undefined) return;
  const { sentence, subject } = reading;
  const alone = sentence.items.every((item) => item.pos === 'QUOTE' || item.pos === 'PUNCT');
  if (!alone && subject !== null && speaks(subject)) {
    take(one, subject, 'subject', 0);
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
  for (let back = one.reading - 1; back >= 0 && back > one.reading - 8; back -= 1) {
    const before = readings[back];
    if (before === undefined || before.sentence.paragraph < sentence.paragraph - 2) break;
    if (before.sentence.paragraph === sentence.paragraph) continue;
    const said = lastSpoken(spoken, index, back);
    const voice = said?.voice ?? speakerOf(before);
    if (voice !== null) {
      take(one, voice, 'previous paragraph', said?.links ?? 0);
      return;
    }
  }
  if (next !== null) take(one, next, 'next sentence', 0);
  else if (subject !== null) take(one, subject, 'subject', 2);
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
function namedLater(readings: readonly Reading[], voices: Voices): ReadonlyMap<Referent, Referent> {
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

function assemble(
  text: string,
  runs: readonly QuotedRun[],
  readings: readonly Reading[],
  spoken: readonly Spoken[],
  voices: Voices,
  later: ReadonlyMap<Referent, Referent>,
): Statement[] {
  interface Draft {
    content: Range[];
    kind: StatementKind;
    speaker: Speaker | null;
    cue: Range | null;
    within: Draft | null;
  }
  const drafts: Draft[] = [];
  const bySpoken = new Map<number, Draft>();
  const first: number[] = [];
  for (const [index, one] of spoken.entries()) if (first[one.reading] === undefined) first[one.reading] = index;

  for (const [index, reading] of readings.entries()) {
    const { items } = reading.sentence;
    const own: number[] = [];
    for (let at = first[index] ?? spoken.length; at < spoken.length && spoken[at]?.reading === index; at += 1)
      own.push(at);
    const clauses: { draft: Draft; first: number; last: number }[] = [];
    for (const [at, cue] of reading.cues.entries()) {
      const complement = reading.complements[at] ?? null;
      const voice = reading.voices[at] ?? null;
      if (complement === null || voice === null || cue.negated) continue;
      const inside = own.filter((which) =>
        complement.parts.some(([from, to]) => (spoken[which]?.at ?? -1) >= from && (spoken[which]?.at ?? -1) <= to),
      );
      // A clause that is one whole quotation is direct; one beside which a quotation only stands keeps out of it.
      const only =
        complement.parts.length === 1 && inside.length === 1 && complement.parts[0]?.[0] === complement.parts[0]?.[1];
      if (only) continue;
      const rule: Rule =
        cue.kind === 'according' ? 'according' : cue.kind === 'speech' ? 'reported clause' : 'far verb';
      const draft: Draft = {
        content: complement.parts.map(([from, to]) => [items[from]?.start ?? 0, items[to]?.end ?? 0]),
        kind: inside.length > 0 ? 'mixed' : 'indirect',
        speaker: speakerFrom(
          text,
          voices,
          later,
          voice,
          cue.kind === 'speech' || cue.kind === 'according' ? rule : 'reported clause',
          0,
        ),
        cue: [items[cue.first]?.start ?? 0, items[cue.last]?.end ?? 0],
        within: null,
      };
      const outer = clauses.findLast((clause) => clause.first <= (cue.subject?.first ?? 0) && cue.at <= clause.last);
      if (outer !== undefined) draft.within = outer.draft;
      drafts.push(draft);
      clauses.push({ draft, first: complement.parts[0]?.[0] ?? 0, last: complement.parts.at(-1)?.[1] ?? 0 });
      for (const which of inside)
        if (spoken[which]?.cue === cue || bySpoken.get(which) === undefined) bySpoken.set(which, draft);
    }
    for (const which of own) {
      const one = spoken[which];
      const run = one === undefined ? undefined : runs[one.run];
      if (one === undefined || run === undefined) continue;
      const absorbed = bySpoken.get(which);
      const cueRange: Range | null =
        one.cue === null ? null : [items[one.cue.first]?.start ?? 0, items[one.cue.last]?.end ?? 0];
      if (absorbed !== undefined) continue;
      const joined = joinedTo(spoken, which, one);
      const target = joined === null ? undefined : bySpoken.get(joined);
      if (target !== undefined) {
        addPiece(text, target.content, run.inner);
        bySpoken.set(which, target);
        continue;
      }
      const draft: Draft = {
        content: [run.inner],
        kind: isWhole(items, one) ? 'direct' : 'mixed',
        speaker:
          one.voice === null || one.rule === null
            ? null
            : speakerFrom(text, voices, later, one.voice, one.rule, one.links),
        cue: cueRange,
        within: null,
      };
      drafts.push(draft);
      bySpoken.set(which, draft);
    }
  }
  drafts.sort(
    (a, b) =>
      (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0) ||
      (b.content.at(-1)?.[1] ?? 0) - (a.content.at(-1)?.[1] ?? 0),
  );
  const order = new Map(drafts.map((draft, index) => [draft, index]));
  return drafts.map(({ content, kind, speaker, cue, within }) => ({
    content,
    kind,
    speaker,
    cue,
    within: within === null ? null : (order.get(within) ?? null),
  }));
}

/** Rules by which the speaker stands in the quotation's own sentence. */
function isNear(rule: Rule): boolean {
  return (
    rule !== 'same paragraph' &&
    rule !== 'open quotation' &&
    rule !== 'previous paragraph' &&
    rule !== 'previous sentence' &&
    rule !== 'next sentence'
  );
}

/** The run before that this one is one statement with: across a tag in one sentence, or across paragraphs. */
function joinedTo(spoken: readonly Spoken[], index: number, one: Spoken): number | null {
  if (one.goesOnWith !== null) return one.goesOnWith;
  const before = spoken[index - 1];
  if (before === undefined || before.reading !== one.reading) return null;
  if (one.rule === 'tag between' && before.cue === one.cue && before.rule === 'tag behind') return index - 1;
  return null;
}

function addPiece(text: string, content: Range[], piece: Range): void {
  const last = content.at(-1);
  if (last !== undefined && text.slice(last[1], piece[0]).trim() === '')
    content[content.length - 1] = [last[0], piece[1]];
  else content.push(piece);
}

/** Whether the run is a whole utterance: alone, behind a comma or colon, or before a tag; not a fragment of a clause. */
function isWhole(items: readonly { text: string; pos: string }[], one: Spoken): boolean {
  const before = items[one.at - 1];
  if (
    one.rule === 'naming' ||
    one.rule === 'subject' ||
    one.rule === 'possessor' ||
    one.rule === 'noun of speech' ||
    one.rule === 'far verb'
  )
    return before?.text === ':';
  if (one.rule === 'reported clause' || one.rule === 'tag at the end')
    return before === undefined || before.text === ':' || before.text === ',';
  return true;
}

function speakerFrom(
  text: string,
  voices: Voices,
  later: ReadonlyMap<Referent, Referent>,
  voice: Voice,
  rule: Rule,
  links: number,
): Speaker {
  const other = later.get(voice.referent);
  const near = isNear(rule);
  // A description beside the words is the speaker for certain; that the later name is the same person is inferred.
  const described = other !== undefined && near && voice.mentionKind === 'description';
  const referent = other === undefined || described ? voice.referent : other;
  const certainty = voice.certainty * (other === undefined || described ? 1 : 0.8);
  const person = voices.personOf(referent);
  const role = roleOf(text, person, other === undefined || described ? null : voice.referent);
  const resolved =
    other === undefined ? how(text, voice, referent, rule, person) : `named ${other.name} later in the article`;
  return {
    name: plainName(referent.name, referent.kind),
    mention: near ? voice.mention : null,
    ...(role === null ? {} : { role }),
    ...(described ? { alias: plainName(other.name, other.kind) } : {}),
    ...(resolved === null ? {} : { resolved }),
    confidence: confidenceOf(rule, certainty, links),
  };
}

function plainName(name: string, kind: Referent['kind']): string {
  const plain = name.replace(/\s+/g, ' ');
  return kind === 'organisation' || kind === 'place' ? plain.replace(/^the /i, '') : plain;
}

function roleOf(text: string, person: Person | null, described: Referent | null): string | null {
  if (described !== null) return described.name;
  const range = person?.roles.find((role) => role[1] - role[0] > 3);
  return range === undefined ? null : text.slice(range[0], range[1]).replace(/\s+/g, ' ');
}

function how(text: string, voice: Voice, referent: Referent, rule: Rule, person: Person | null): string | null {
  if (!isNear(rule))
    return rule === 'next sentence' ? 'named in the next sentence' : 'goes on from what is said before';
  const mention = text.slice(voice.mention[0], voice.mention[1]);
  if (voice.mentionKind === 'pronoun' && referent.name !== mention)
    return `“${mention}” is ${referent.name}, from the sentences before`;
  if (voice.mentionKind === 'description' && person !== null) return `“${mention}” is ${referent.name}`;
  return null;
}
