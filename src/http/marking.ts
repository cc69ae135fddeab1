import type { ContextParagraph, Quotation } from '../core/archive.ts';

/** A run of a paragraph's text with the statements it is part of. All runs together are the paragraph. */
export interface Run {
  readonly text: string;
  readonly statements: readonly Quotation[];
  /** Those that begin with this run. */
  readonly begun: readonly Quotation[];
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly statement: Quotation;
  /** Whether the statement begins with it. */
  readonly isFirst: boolean;
}

/** Cuts paragraphs, given in order, wherever a statement begins or ends. Statements may lie in one another. */
export function markStatements(
  paragraphs: readonly ContextParagraph[],
  statements: readonly Quotation[],
): readonly (readonly Run[])[] {
  const pieces = statements.flatMap((statement) =>
    statement.pieces.map(([start, end], index): Piece => ({ start, end, statement, isFirst: index === 0 })),
  );
  pieces.sort((one, other) => one.start - other.start);
  let next = 0;
  let open: Piece[] = [];
  return paragraphs.map((paragraph) => {
    const inside = open.filter(({ end }) => end > paragraph.start);
    for (let piece = pieces[next]; piece !== undefined && piece.start < paragraph.end; piece = pieces[next]) {
      if (piece.end > paragraph.start) inside.push(piece);
      next += 1;
    }
    open = inside;
    return cut(paragraph, inside);
  });
}

function cut({ text, start, end }: ContextParagraph, pieces: readonly Piece[]): Run[] {
  const edges = pieces.flatMap((piece) => [Math.max(piece.start, start), Math.min(piece.end, end)]);
  const cuts = [...new Set([start, ...edges, end])].sort((one, other) => one - other);
  let next = 0;
  let open: Piece[] = [];
  return cuts.slice(0, -1).map((from, index) => {
    open = open.filter((piece) => piece.end > from);
    for (let piece = pieces[next]; piece !== undefined && piece.start <= from; piece = pieces[next]) {
      if (piece.end > from) open.push(piece);
      next += 1;
    }
    return {
      text: text.slice(from - start, (cuts[index + 1] ?? end) - start),
      statements: [...new Set(open.map(({ statement }) => statement))],
      begun: open.filter((piece) => piece.isFirst && piece.start === from).map(({ statement }) => statement),
    };
  });
}
