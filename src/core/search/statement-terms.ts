import type { Numbers } from './number-list.ts';
import type { SearchIndex } from './search-index.ts';

/** The statements in whose own words each term stands, in order: those of a term begin at `first[term]` of `statements`. */
export interface StatementTerms {
  readonly first: Uint32Array;
  readonly statements: Uint32Array;
}

/**
 * Lists the statements of every term that is printed as a word; function words have none. Reads the statements' tokens
 * twice, first to count.
 */
export function listStatements({
  tokens,
  pieces,
  statementPiece,
  printed,
}: Pick<SearchIndex, 'tokens' | 'pieces' | 'statementPiece' | 'printed'>): StatementTerms {
  const first = new Uint32Array(printed.length + 1);
  const isCounted = Uint8Array.from(printed, (word) => (word === '' ? 0 : 1));
  const spans = { tokens, pieces, statementPiece, isCounted, last: new Uint32Array(printed.length) };
  meetTerms(spans, first, null);
  sumUp(first);
  const statements = new Uint32Array(first[printed.length] ?? 0);
  spans.last.fill(0);
  meetTerms(spans, first.slice(), statements);
  return { first, statements };
}

interface Spans {
  readonly tokens: Numbers;
  readonly pieces: Uint32Array;
  readonly statementPiece: Uint32Array;
  readonly isCounted: Uint8Array;
  /** For each term the statement it was met in last, counted from 1: one that stands there twice is listed once. */
  readonly last: Uint32Array;
}

/**
 * Meets the terms of all statements. Without `statements` it counts, at the number after the term's own; with them it
 * writes each where `next` says that the term's next one goes.
 */
function meetTerms(spans: Spans, next: Uint32Array, statements: Uint32Array | null): void {
  const { tokens, pieces, statementPiece, isCounted, last } = spans;
  const after = statements === null ? 1 : 0;
  for (let statement = 0; statement + 1 < statementPiece.length; statement += 1) {
    const end = statementPiece[statement + 1] ?? 0;
    for (let piece = statementPiece[statement] ?? 0; piece < end; piece += 2) {
      const stop = pieces[piece + 1] ?? 0;
      for (let token = pieces[piece] ?? 0; token < stop; token += 1) {
        const term = tokens[token] ?? 0;
        if (isCounted[term] === 0 || last[term] === statement + 1) continue;
        last[term] = statement + 1;
        const at = next[term + after] ?? 0;
        if (statements !== null) statements[at] = statement;
        next[term + after] = at + 1;
      }
    }
  }
}

/** The statements of one term. */
export function statementsOf({ first, statements }: StatementTerms, term: number): Uint32Array {
  return statements.subarray(first[term], first[term + 1]);
}

/** Makes of the counts of things, each at the number after its own, where the list of each begins. */
export function sumUp(first: Uint32Array): void {
  for (let at = 1; at < first.length; at += 1) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0);
}
