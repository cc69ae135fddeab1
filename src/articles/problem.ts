/** Something that was not read, and why: "`file` cannot be read: `reason`". */
export interface Problem {
  /** The file's path below its folder, with the line of a JSON Lines file behind a colon. */
  readonly file: string;
  /** A phrase in words, without a full stop. */
  readonly reason: string;
}
