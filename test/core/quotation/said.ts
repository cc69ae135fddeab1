import { analyse } from '../../../src/core/language/analysis.ts';
import { readLayout } from '../../../src/core/layout.ts';
import { findStatements } from '../../../src/core/quotation/extraction.ts';
import type { Statement } from '../../../src/core/quotation/statement.ts';

/** A statement with its words as printed, for tests to read. */
export interface Said extends Statement {
  readonly words: string;
  readonly name: string | null;
  readonly mentioned: string | null;
}

/** Every statement of a bare text. */
export function statementsOf(text: string): Said[] {
  const layout = readLayout(text);
  const blocks = layout.headline === null ? layout.paragraphs : [layout.headline, ...layout.paragraphs];
  return findStatements(analyse(text, blocks), layout).map((statement) => ({
    ...statement,
    words: statement.content.map(([start, end]) => text.slice(start, end)).join(' […] '),
    name: statement.speaker?.name ?? null,
    mentioned: statement.speaker?.mention == null ? null : text.slice(...statement.speaker.mention),
  }));
}

/** The statement whose words begin with (else hold) some words; undefined when there is none. The innermost first. */
export function said(text: string, words: string): Said | undefined {
  const all = statementsOf(text);
  const begin = all.filter((statement) => statement.words.startsWith(words));
  const hold = all.filter((statement) => statement.words.includes(words));
  const shortest = (list: Said[]) => list.sort((a, b) => a.words.length - b.words.length)[0];
  return shortest(begin) ?? shortest(hold);
}

/** Whether some words are output as direct or mixed speech. */
export function isQuoted(text: string, words: string): boolean {
  return statementsOf(text).some((statement) => statement.kind !== 'indirect' && statement.words.includes(words));
}
