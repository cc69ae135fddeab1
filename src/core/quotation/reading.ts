import type { Token } from '../language/analysis.ts';
import type { Phrase } from '../language/phrase.ts';
import { type Attachment, attach, type Rule } from './attribution.ts';
import { type Complement, complementsOf } from './complements.ts';
import { cueWord } from './cue-words.ts';
import { type Cue, findCues, mainSubject } from './cues.ts';
import { type FrameSentence, frameOf, lastMark } from './frame.ts';
import type { QuotedRun } from './pairing.ts';
import { isQuotation } from './quotedness.ts';
import { type Turn, turnVoice } from './turns.ts';
import type { Voice, Voices } from './voices.ts';

/** A sentence with what was found in it. */
export interface Reading {
  readonly sentence: FrameSentence;
  readonly cues: readonly Cue[];
  readonly complements: readonly (Complement | null)[];
  /** Whom each cue's subject stands for, by the cue's index. */
  readonly voices: readonly (Voice | null)[];
  /** Whom the sentence is about. */
  readonly subject: Voice | null;
}

/** A quoted run that is somebody's words, with who speaks. */
export interface Spoken {
  readonly run: number;
  readonly reading: number;
  readonly at: number;
  rule: Rule | null;
  voice: Voice | null;
  readonly cue: Cue | null;
  /** How many steps from quotation to quotation lead to the speaker. */
  links: number;
  /** The quotation of the paragraph before that this one goes on with. */
  goesOnWith: Spoken | null;
  /** A turn of a transcript, whose speaker stands in its label or nowhere. */
  readonly turn: boolean;
  /** In a title, and no quotation unless the body quotes the same words. */
  readonly doubtful: boolean;
}

/** A report or a quotation inside a quoted run: "She told me she was leaving." */
export interface Inner {
  readonly reading: Reading;
  readonly run: number;
  /** Runs of `reading`'s own quotation items, by their index there. */
  readonly runs: readonly number[];
  readonly spoken: readonly Spoken[];
}

export interface Article {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly runs: readonly QuotedRun[];
  readonly sentences: readonly FrameSentence[];
  readonly turns: ReadonlyMap<number, Turn>;
}

/** What was found, sentence by sentence. */
export interface Findings {
  readonly readings: Reading[];
  readonly spoken: Spoken[];
  readonly inners: Inner[];
}

/** Reads every sentence in order: cues, what they report, who speaks; and looks into the quoted runs. Linear. */
export function readSentences(article: Article, voices: Voices): Findings {
  const findings: Findings = { readings: [], spoken: [], inners: [] };
  for (const [index, sentence] of article.sentences.entries()) {
    findings.readings.push(readSentence(article, voices, sentence, index, findings));
  }
  return findings;
}

function readSentence(
  article: Article,
  voices: Voices,
  sentence: FrameSentence,
  index: number,
  findings: Findings,
): Reading {
  const { text, runs } = article;
  const { items } = sentence;
  const cues = findCues(items);
  const complements = complementsOf(items, cues);
  voices.noteNames(sentence, index);
  const about = mainSubject(items);
  const found = new Map<number, Voice | null>();
  const key = (phrase: Phrase) => phrase.first * 1000 + phrase.last;
  const phrases: { phrase: Phrase; spoke: boolean }[] = [];
  for (const cue of cues) {
    if (cue.subject === null || (cue.passive && !cue.inverted)) continue;
    phrases.push({ phrase: cue.subject, spoke: !cue.negated && (cue.kind === 'speech' || cue.kind === 'according') });
  }
  if (about !== null) phrases.push({ phrase: about, spoke: false });
  phrases.sort((a, b) => a.phrase.first - b.phrase.first);
  const resolve = (phrase: Phrase, spoke: boolean): Voice | null => {
    const known = found.get(key(phrase));
    const voice = known === undefined ? voices.resolve(sentence, index, phrase) : known;
    found.set(key(phrase), voice);
    if (voice !== null && !sentence.headline && (voice.referent.kind !== 'unknown' || voice.referent.person !== null)) {
      voices.note(voice.referent, sentence, index, phrase.first, { subject: true, spoke });
    }
    return voice;
  };
  for (const { phrase, spoke } of phrases) resolve(phrase, spoke);
  const voiceOf = (phrase: Phrase | null) => (phrase === null ? null : (found.get(key(phrase)) ?? null));
  for (const [at, item] of items.entries()) {
    if (item.pos !== 'QUOTE' || item.run === null) continue;
    const run = runs[item.run];
    if (run === undefined) continue;
    const turn = article.turns.get(item.run);
    const attachment: Attachment | null = turn === undefined ? attach(items, cues, at, lastMark(text, run)) : null;
    const quotation = turn !== undefined || run.continues || isQuotation(text, { run, sentence, at, attachment });
    // A title's runs wait for the body: what it repeats is judged there.
    if (!quotation && !sentence.headline) continue;
    const voice =
      turn !== undefined
        ? turnVoice(turn, voices)
        : attachment === null || attachment.subject === null
          ? null
          : resolve(attachment.subject, true);
    if (turn !== undefined && voice !== null)
      voices.note(voice.referent, sentence, index, 0, { subject: true, spoke: true });
    findings.spoken.push({
      run: item.run,
      reading: index,
      at,
      rule: voice === null ? null : turn !== undefined ? 'turn' : (attachment?.rule ?? null),
      voice,
      cue: attachment?.cue ?? null,
      links: 0,
      goesOnWith: null,
      turn: turn !== undefined,
      doubtful: !quotation,
    });
    if (quotation) readInside(article, voices, item.run, index, sentence.paragraph, findings);
  }
  return { sentence, cues, complements, voices: cues.map((cue) => voiceOf(cue.subject)), subject: voiceOf(about) };
}

/** Reports inside a quoted run: only those of others than its speaker, by verbs of speech. */
function readInside(
  article: Article,
  voices: Voices,
  index: number,
  sentence: number,
  paragraph: number,
  findings: Findings,
): void {
  const { text, tokens, runs } = article;
  const run = runs[index];
  if (run === undefined || run.depth > 3) return;
  const from = firstToken(tokens, run.inner[0]);
  let to = from;
  let telling = false;
  while (to < tokens.length && (tokens[to]?.start ?? 0) < run.inner[1]) {
    const word = cueWord(tokens[to]?.lower ?? '');
    if (word !== null && word.kind === 'speech') telling = true;
    to += 1;
  }
  const children: number[] = [];
  for (let child = index + 1; child < runs.length && (runs[child]?.range[0] ?? 0) < run.range[1]; child += 1) {
    if (runs[child]?.depth === run.depth + 1) children.push(child);
  }
  if (!telling && children.length === 0) return;
  const inside = children.flatMap((child) => {
    const own = runs[child];
    return own === undefined ? [] : [{ ...own, depth: 0, paragraph: 0 }];
  });
  for (const part of frameOf(text, tokens.slice(from, to), [run.inner], inside)) {
    const cues = findCues(part.items).filter(
      (cue) => cue.kind === 'speech' || cue.kind === 'according' || cue.kind === 'naming' || cue.kind === 'manner',
    );
    const spoken: Spoken[] = [];
    const resolve = (phrase: Phrase | null) =>
      phrase === null ? null : voices.resolveInside(part.items, phrase, sentence, paragraph);
    for (const [at, item] of part.items.entries()) {
      const own = item.run === null ? undefined : inside[item.run];
      const child = item.run === null ? undefined : children[item.run];
      if (item.pos !== 'QUOTE' || own === undefined || child === undefined) continue;
      const attachment = attach(part.items, cues, at, lastMark(text, own));
      if (attachment === null || !isQuotation(text, { run: own, sentence: part, at, attachment })) continue;
      spoken.push({
        run: child,
        reading: sentence,
        at,
        rule: attachment.rule,
        voice: resolve(attachment.subject),
        cue: attachment.cue,
        links: 0,
        goesOnWith: null,
        turn: false,
        doubtful: false,
      });
      readInside(article, voices, child, sentence, paragraph, findings);
    }
    const reading: Reading = {
      sentence: part,
      cues,
      complements: complementsOf(part.items, cues).map((complement, at) =>
        cues[at]?.kind === 'speech' ? complement : null,
      ),
      voices: cues.map((cue) => (cue.passive && !cue.inverted ? null : resolve(cue.subject))),
      subject: null,
    };
    if (spoken.length > 0 || reading.complements.some((complement) => complement !== null))
      findings.inners.push({ reading, run: index, runs: children, spoken });
  }
}

function firstToken(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
