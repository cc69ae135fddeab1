/** Something that is wrong with a file, in words: "`file`: `reason`". */
export interface Problem {
  /** The file's path below its folder; behind a colon the line, or the number of the entry, when it holds several. */
  readonly file: string;
  /** A phrase in words, without a full stop. */
  readonly reason: string;
}

/** The code of a fault of the file system ("EACCES"), for a reason. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
}
