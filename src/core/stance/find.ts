import { statesIn } from '../actor/state.ts';
import type { Analysis, Token } from '../language/analysis.ts';
import type { Speaker, Statement } from '../quotation/statement.ts';
import { holds, type Range } from '../range.ts';
import { linkVerbs, readClauses } from './clause.ts';
import { type Reading, readStances } from './sentence.ts';
import type { Stance } from './stance.ts';

/** Below this confidence a stance is not given. */
const least = 0.3;

/**
 * The stances that an article shows: who is for or against what, each with its target as printed and the statement
 * that shows it. `statements` are all of the article's, with one of kind `own` for every sentence that nobody else is
 * answerable for; a stance outside all of them is not given. Never throws; linear in the length of the text.
 *
 * The holder is the phrase that names one, or, for "we", "our" and judgements without a holder ("is unacceptable"), the
 * statement's speaker; pronouns are resolved only where they are the speaker. Otherwise the stance is left out.
 */
export function findStances(analysis: Analysis, statements: readonly Statement[]): Stance[] {
  const { tokens, text } = analysis;
  const places = innermost(statements);
  const speakers = speakersOf(analysis, statements);
  const stances: Stance[] = [];
  for (const [at, sentence] of analysis.sentences.entries()) {
    const readings = readStances(tokens, sentence.first, sentence.last).sort((a, b) => a.trigger - b.trigger);
    for (const reading of readings) {
      if (reading.kind === 'contact' || (reading.kind === 'force' && !namesSomebody(tokens, reading))) continue;
      const trigger = tokens[reading.trigger];
      if (trigger === undefined) continue;
      const index = places(trigger.start);
      const statement = statements[index];
      if (statement === undefined) continue;
      const towards = spanRange(tokens, reading.towards);
      // "rejects it" tells a reader nothing.
      if (towards === null || isPronoun(tokens, reading.towards)) continue;
      const content =
        statement.content.find((piece) => holds(piece, [trigger.start, trigger.end])) ?? statement.content[0];
      if (content === undefined) continue;
      const shown: Range = statement.kind === 'own' ? [sentence.start, sentence.end] : content;
      if (!holds([0, text.length], towards)) continue;
      for (const holder of holdersOf(analysis, reading, statement, statements, speakers, at)) {
        const confidence = round(reading.weight * holder.confidence);
        if (confidence < least) continue;
        stances.push({
          ...holder,
          polarity: reading.polarity,
          towards,
          content: shown,
          statement: index,
          confidence,
          kind: reading.kind,
        });
      }
    }
  }
  return unrepeated(stances);
}

/** Who speaks in each sentence that lies around what somebody says, by the sentence's index; the last one counts. */
function speakersOf({ sentences }: Analysis, statements: readonly Statement[]): (Speaker | null)[] {
  const speakers: (Speaker | null)[] = sentences.map(() => null);
  for (const { kind, speaker, content } of statements) {
    const end = content.at(-1)?.[1];
    if (kind === 'own' || speaker === null || end === undefined) continue;
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle]?.end ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    if (low < sentences.length) speakers[low] = speaker;
  }
  return speakers;
}

/** The statement that a place belongs to: of those that hold it the shortest, one of kind `own` only failing others. */
function innermost(statements: readonly Statement[]): (at: number) => number {
  const pieces: { start: number; end: number; index: number; own: boolean }[] = [];
  for (const [index, statement] of statements.entries()) {
    for (const [start, end] of statement.content) pieces.push({ start, end, index, own: statement.kind === 'own' });
  }
  pieces.sort((a, b) => a.start - b.start || b.end - a.end);
  // Questions come in the order of the text, so what has ended is never looked at again.
  let next = 0;
  let open: typeof pieces = [];
  let latest = -1;
  return (at) => {
    if (at < latest) {
      next = 0;
      open = [];
    }
    latest = at;
    while (next < pieces.length) {
      const piece = pieces[next];
      if (piece === undefined || piece.start > at) break;
      open.push(piece);
      next += 1;
    }
    open = open.filter((piece) => piece.end > at);
    let best: (typeof pieces)[number] | undefined;
    for (const piece of open) {
      if (
        best === undefined ||
        (best.own && !piece.own) ||
        (best.own === piece.own && piece.end - piece.start <= best.end - best.start)
      )
        best = piece;
    }
    return best?.index ?? -1;
  };
}

type Held = Pick<Stance, 'holder' | 'holderName' | 'confidence'>;

function holdersOf(
  analysis: Analysis,
  reading: Reading,
  statement: Statement,
  statements: readonly Statement[],
  speakers: readonly (Speaker | null)[],
  sentence: number,
): Held[] {
  const { holder } = reading;
  const { tokens, text } = analysis;
  if (holder.by === 'phrase') {
    const range = spanRange(tokens, holder.span);
    if (range === null) return [];
    if (!holder.pronoun) return [{ holder: range, holderName: text.slice(range[0], range[1]), confidence: 1 }];
    const speaker = speakerAt(range, statement, statements);
    if (speaker === null) return meantBefore(analysis, reading, range, statement, speakers, sentence);
    return [{ holder: range, holderName: speaker.name, confidence: speaker.confidence }];
  }
  const reporters: Held[] = [];
  for (const span of holder.reporters) {
    const range = spanRange(tokens, span);
    if (range === null || isPronoun(tokens, span)) continue;
    // "He said A and B believe that …": A and B are inside what he said, and hold it; "A said" stands outside.
    const inside = statement.content.some((piece) => holds(piece, range));
    if (statement.kind === 'own' || statement.speaker === null || inside)
      reporters.push({ holder: range, holderName: text.slice(range[0], range[1]), confidence: inside ? 0.9 : 0.8 });
  }
  if (reporters.length > 0) return reporters;
  if (statement.speaker === null) return [];
  return [
    {
      holder: null,
      holderName: statement.speaker.name,
      confidence: statement.speaker.confidence * (holder.we ? 1 : 0.9),
    },
  ];
}

/**
 * "He also rejected …" after a sentence about one person: whom the sentence before is about, or who speaks there. Only
 * "he" and "she", only in the outlet's own voice, only one sentence back.
 */
function meantBefore(
  analysis: Analysis,
  reading: Reading,
  pronoun: Range,
  statement: Statement,
  speakers: readonly (Speaker | null)[],
  sentence: number,
): Held[] {
  const { tokens, text, sentences } = analysis;
  const own = sentences[sentence];
  const before = sentences[sentence - 1];
  if (statement.kind !== 'own' || own === undefined || before === undefined || reading.holder.by !== 'phrase')
    return [];
  const word = tokens[reading.holder.span[0]]?.lower;
  if ((word !== 'he' && word !== 'she') || own.block - before.block > 1) return [];
  // Nobody else may be named before the pronoun.
  for (let i = own.first; (tokens[i]?.start ?? pronoun[0]) < pronoun[0]; i += 1)
    if (tokens[i]?.pos === 'PROPN') return [];
  const speaker = speakers[sentence - 1];
  if (speaker != null) return [{ holder: pronoun, holderName: speaker.name, confidence: speaker.confidence * 0.8 }];
  const subject = mainSubject(tokens, before.first, before.last);
  const range = subject === null ? null : spanRange(tokens, subject);
  return range === null ? [] : [{ holder: pronoun, holderName: text.slice(range[0], range[1]), confidence: 0.7 }];
}

/** The subject of a sentence's first verb, when it is one person's name. */
function mainSubject(tokens: readonly Token[], first: number, last: number): readonly [number, number] | null {
  if (last - first > 120) return null;
  const clauses = readClauses(tokens, first, last);
  const { subject } = linkVerbs(clauses);
  for (const found of subject) {
    if (found == null) continue;
    const [part, other] = found.parts;
    if (part === undefined || other !== undefined) return null;
    const head = tokens[part[1] - 1];
    const words = tokens
      .slice(part[0], part[1])
      .map((token) => token.text)
      .join(' ');
    return head?.pos === 'PROPN' && statesIn(words).length === 0 && /^\p{Lu}/u.test(head.text) ? part : null;
  }
  return null;
}

/** "He said he rejects": the speaker whom the pronoun beside a statement stands for, when it is the same word. */
function speakerAt(pronoun: Range, statement: Statement, statements: readonly Statement[]) {
  const outer = statement.within === null ? undefined : statements[statement.within];
  for (const candidate of [statement, outer]) {
    const speaker = candidate?.speaker;
    if (speaker == null) continue;
    if (speaker.mention !== null && speaker.mention[0] === pronoun[0]) return speaker;
    if (
      candidate?.kind === 'indirect' &&
      speaker.mention !== null &&
      speaker.mention[1] <= pronoun[0] &&
      candidate === statement
    )
      return speaker;
  }
  return null;
}

function isPronoun(tokens: readonly Token[], span: readonly [number, number]): boolean {
  return span[1] - span[0] === 1 && tokens[span[0]]?.pos === 'PRON';
}

function namesSomebody(tokens: readonly Token[], reading: Reading): boolean {
  if (reading.holder.by !== 'phrase') return false;
  for (let i = reading.holder.span[0]; i < reading.holder.span[1]; i += 1) if (tokens[i]?.pos === 'PROPN') return true;
  return false;
}

/** Token span to text range. */
export function spanRange(tokens: readonly Token[], span: readonly [number, number]): Range | null {
  const first = tokens[span[0]];
  const last = tokens[span[1] - 1];
  return first === undefined || last === undefined || first.start >= last.end ? null : [first.start, last.end];
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}

/** Two rules may find the same stance; the surer one stays. */
function unrepeated(stances: readonly Stance[]): Stance[] {
  const best = new Map<string, Stance>();
  for (const stance of stances) {
    const key = `${stance.holder?.join() ?? stance.holderName}/${stance.towards.join()}`;
    const other = best.get(key);
    if (other === undefined || other.confidence < stance.confidence) best.set(key, stance);
  }
  return [...best.values()];
}
