import type { PageAnswer, Picture } from '../answer.ts';
import type { Wording } from '../wording/wording.ts';
import { budget } from './budget.ts';

/** A text that is sent as a file. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** What a message is sent with. */
export type Enclosure = Picture | TextFile;

/** So many lines of a list are read in a message; of more, so many are shown and the file has all. */
const mostLines = 20;
const shownLines = 10;
const mostFiles = 4;

type Section = PageAnswer['sections'][number];

/** The page with its long lists as files: of each the beginning stays, with a line that says where the rest is. */
export function enclose(
  answer: PageAnswer,
  { message }: Wording,
): { readonly page: PageAnswer; readonly files: readonly TextFile[] } {
  const files: TextFile[] = [];
  const sections = answer.sections.map((section): Section => {
    const { file, lines } = section;
    if (file === undefined || lines.length <= mostLines) return section;
    const name = fileName(file) || 'list.txt';
    if (files.length === mostFiles || files.some((other) => other.name === name)) return section;
    files.push({ name, text: fileText(lines, message.more) });
    const rest = lines.length - shownLines;
    return { ...section, lines: [...lines.slice(0, shownLines), message.enclosed(rest, name)] };
  });
  return { page: { ...answer, sections }, files };
}

/** A name that Discord keeps as it is; empty if nothing of it can be kept. */
export function fileName(name: string): string {
  return name.replace(/[^\w.-]/g, '_').slice(-100);
}

/** The lines whole, as many as Discord takes in a file, with a last one that says how many it does not. */
function fileText(lines: readonly string[], wordRest: (rest: number) => string): string {
  let size = 0;
  for (const [at, line] of lines.entries()) {
    size += Buffer.byteLength(line) + 1;
    if (size > budget.file - 100) return [...lines.slice(0, at), wordRest(lines.length - at), ''].join('\n');
  }
  return [...lines, ''].join('\n');
}
