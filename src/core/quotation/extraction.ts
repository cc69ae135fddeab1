import type { Analysis } from '../language/analysis.ts';
import type { Range } from '../range.ts';
import { assemble } from './assembly.ts';
import { frameOf } from './frame.ts';
import { pairMarks } from './pairing.ts';
import { findPeople, type Person } from './people.ts';
import { type Article, readSentences } from './reading.ts';
import type { Statement } from './statement.ts';
import { giveSpeakers, namedLater } from './surroundings.ts';
import { findTurns, withTurns } from './turns.ts';
import { Voices } from './voices.ts';

/** Where the parts of an article stand in its text. */
export interface Parts {
  readonly headline: Range | null;
  readonly paragraphs: readonly Range[];
  readonly dateline?: Range | null;
}

/**
 * Finds every quotation and reported statement of an article and names its speaker: direct, mixed and indirect, ordered by
 * position. Pure; never throws; linear in the length of the text.
 */
export function findStatements(analysis: Analysis, parts: Parts): Statement[] {
  const article = articleOf(analysis, parts);
  const voices = new Voices(
    article.text,
    findPeople(article.text, article.sentences, parts.headline),
    article.sentences,
  );
  const findings = readSentences(article, voices);
  giveSpeakers(article.text, article.runs, findings.readings, findings.spoken, voices);
  return assemble(article, findings, voices, namedLater(findings.readings, voices));
}

/** Whom an article names: people, bodies and places, each with its fullest name, other names, roles and mentions. */
export function findNames(analysis: Analysis, parts: Parts): Person[] {
  const article = articleOf(analysis, parts);
  return findPeople(article.text, article.sentences, parts.headline);
}

function articleOf({ text, tokens }: Analysis, parts: Parts): Article {
  const paragraphs = parts.headline === null ? parts.paragraphs : [parts.headline, ...parts.paragraphs];
  const { runs, turns } = withTurns(pairMarks(text, paragraphs), findTurns(text, paragraphs, parts.headline));
  const sentences = frameOf(text, tokens, paragraphs, runs, parts.dateline ?? null, parts.headline);
  return { text, tokens, runs, turns, sentences };
}
