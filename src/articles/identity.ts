/**
 * The id of an article that a file holds alone: its path below the folder of articles, without the ending, slashes as
 * "~" (an id holds none). Stable as long as the file keeps its place.
 */
export function identify(path: string): string {
  return path.replace(/\.[^./\\]+$/, '').replaceAll(/[/\\]/g, '~');
}
