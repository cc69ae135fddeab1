import { analyse } from '../language/analysis.ts';
import { readLayout } from '../layout.ts';
import { overlaps, type Range } from '../range.ts';
import { findStatements } from './extraction.ts';
import { pairMarks } from './pairing.ts';
import { probable } from './statement.ts';

/** A quotation that somebody posts, with whom the post gives it to. */
export interface Claim {
  /** The words between the marks, as posted. */
  readonly text: string;
  /** The name the post gives the speaker, or null. */
  readonly speaker: string | null;
}

/** Fewer words between marks are a term or a title rather than something anybody said. */
const fewestWords = 3;
/** Lines quoted by Discord's own mark, which readers use instead of quotation marks. */
const quotedLine = /^>{1,3}[ \t]+(.*)$/;

/**
 * The quotations in a message, in order: what stands between quotation marks, and lines behind ">". Each at least three
 * words. The speaker is the one the message names beside the words. Never throws.
 */
export function claimsIn(message: string): Claim[] {
  const lines = message.split('\n');
  const text = lines.map((line) => quotedLine.exec(line)?.[1] ?? line).join('\n');
  const layout = readLayout(text);
  const blocks = layout.headline === null ? layout.paragraphs : [layout.headline, ...layout.paragraphs];
  const statements = findStatements(analyse(text, blocks), layout);
  const speakerOf = (range: Range): string | null => {
    const found = statements.find(({ content }) => content.some((piece) => overlaps(piece, range)))?.speaker;
    return found == null || found.confidence < probable || found.mention === null ? null : found.name;
  };
  const marked = pairMarks(text, blocks)
    .filter(({ depth }) => depth === 0)
    .map(({ inner }) => ({ range: inner, speaker: speakerOf(inner) }));
  const quoted: { range: Range; speaker: string | null }[] = [];
  let at = 0;
  for (const line of lines) {
    const words = quotedLine.exec(line)?.[1];
    const range: Range = [at, at + (words ?? line).length];
    // Marks inside a quoted line say more exactly what is quoted.
    if (words !== undefined && !marked.some((run) => overlaps(run.range, range)))
      quoted.push({ range, speaker: speakerOf(range) });
    at = range[1] + 1;
  }
  return [...marked, ...quoted]
    .sort((a, b) => a.range[0] - b.range[0])
    .map(({ range, speaker }) => ({ text: text.slice(...range).trim(), speaker }))
    .filter((claim) => (claim.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= fewestWords);
}
