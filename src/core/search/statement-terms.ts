import type { SearchIndex } from './search-index.ts';

/** The statements in whose own words each term stands, in order: those of a term begin at `first[term]` of `statements`. */
export interface StatementTerms {
  readonly first: Uint32Array;
  readonly statements: Uint32Array;
}

/** Tokens read between two pauses. */
const stride = 200_000;

/**
 * Lists the statements of every term that is printed as a word; function words have none. Reads the statements' tokens
 * twice, first to count. A generator, so that the caller can pause between its steps.
 */
export function* listStatements({
  tokens,
  pieces,
  statementPiece,
  printed,
}: Pick<SearchIndex, 'tokens' | 'pieces' | 'statementPiece' | 'printed'>): Generator<void, StatementTerms> {
  const first = new Uint32Array(printed.length + 1);
  const isCounted = Uint8Array.from(printed, (word) => (word === '' ? 0 : 1));
  // A term that stands twice in one statement is listed once.
  const last = new Uint32Array(printed.length);
  const count = statementPiece.length - 1;
  const visit = function* (meet: (term: number, statement: number) => void): Generator<void> {
    last.fill(0);
    let read = 0;
    for (let statement = 0; statement < count; statement += 1) {
      const end = statementPiece[statement + 1] ?? 0;
      for (let piece = statementPiece[statement] ?? 0; piece < end; piece += 2) {
        const to = pieces[piece + 1] ?? 0;
        for (let token = pieces[piece] ?? 0; token < to; token += 1) {
          const term = tokens[token] ?? 0;
          if (isCounted[term] === 0 || last[term] === statement + 1) continue;
          last[term] = statement + 1;
          meet(term, statement);
        }
        read += to - (pieces[piece] ?? 0);
      }
      if (read < stride) continue;
      read = 0;
      yield;
    }
  };
  yield* visit((term) => {
    first[term + 1] = (first[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < printed.length; term += 1) first[term + 1] = (first[term + 1] ?? 0) + (first[term] ?? 0);
  const next = first.slice();
  const statements = new Uint32Array(first[printed.length] ?? 0);
  yield* visit((term, statement) => {
    const at = next[term] ?? 0;
    statements[at] = statement;
    next[term] = at + 1;
  });
  return { first, statements };
}

/** The statements of one term. */
export function statementsOf({ first, statements }: StatementTerms, term: number): Uint32Array {
  return statements.subarray(first[term], first[term + 1]);
}
