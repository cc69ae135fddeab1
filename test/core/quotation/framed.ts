import { analyse } from '../../../src/core/language/analysis.ts';
import { type FrameSentence, frameOf } from '../../../src/core/quotation/frame.ts';
import { pairMarks } from '../../../src/core/quotation/pairing.ts';
import { findPeople } from '../../../src/core/quotation/people.ts';
import { type Reading, readSentences } from '../../../src/core/quotation/reading.ts';
import { Voices } from '../../../src/core/quotation/voices.ts';
import type { Range } from '../../../src/core/range.ts';

/** The paragraphs of a text without title: its lines. */
function linesOf(text: string): Range[] {
  return [...text.matchAll(/[^\n]+/g)].map((line) => [line.index, line.index + line[0].length] as const);
}

/** The sentences of a text as the steps of attribution see them. */
export function framed(text: string): readonly FrameSentence[] {
  const paragraphs = linesOf(text);
  return frameOf(text, analyse(text, paragraphs).tokens, paragraphs, pairMarks(text, paragraphs));
}

/** The sentences of a text with their cues, what these report, and whom their subjects stand for. */
export function readingsOf(text: string): readonly Reading[] {
  const paragraphs = linesOf(text);
  const { tokens } = analyse(text, paragraphs);
  const runs = pairMarks(text, paragraphs);
  const sentences = frameOf(text, tokens, paragraphs, runs);
  const voices = new Voices(text, findPeople(text, sentences, null), sentences);
  return readSentences({ text, tokens, runs, turns: new Map(), sentences }, voices).readings;
}
