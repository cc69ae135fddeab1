/**
 * The id of an article that a file holds alone: its path below the folder of articles, without the ending, slashes as
 * "~" (an id holds none). Stable as long as the file keeps its place.
 */
export function identify(path: string): string {
  return path.replace(/\.[^./\\]+$/, '').replaceAll(/[/\\]/g, '~');
}

/** The collection a file belongs to: the first folder of its path below the source. Null for one in no folder. */
export function collectionOf(path: string): string | null {
  const [folder, ...rest] = path.split(/[/\\]/);
  return folder === undefined || rest.length === 0 ? null : folder;
}
