import type { Command } from '../discord/command.ts';
import { readName } from './parsing.ts';

/** What the chat's own arguments ask for. */
export type ChatArguments =
  | {
      readonly ask: 'chat';
      readonly json: boolean;
      /** Folders and files instead of the configured ones; empty when not given. */
      readonly articles: readonly string[];
      /** The words of one command; empty when none was given. */
      readonly words: readonly string[];
    }
  | { readonly ask: 'help' }
  | { readonly ask: 'refusal'; readonly message: string };

/** What `--help` prints. */
export const chatHelp = `Usage: npm run -s chat -- [--json] [--articles DIR|FILE]... [COMMAND]

Answers one command, or opens a chat. Where standard input is not a terminal, each of its lines is a command.

  --json               print each answer as one line of JSON
  --articles DIR|FILE  answer from these articles instead (may be repeated)
  --help               show this

Examples:
  npm run -s chat -- /help
  npm run -s chat -- --json '/stance iran venezuela'
  npm run -s chat -- /quote text:'"un charter"' speaker:baharvand
`;

/** Reads the arguments of the chat. Never throws. */
export function readChatArguments(given: readonly string[]): ChatArguments {
  const articles: string[] = [];
  const words: string[] = [];
  let json = false;
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? '';
    if (word === '--') {
      words.push(...given.slice(at + 1));
      break;
    }
    if (word === '--json') json = true;
    else if (word === '--articles' || word.startsWith('--articles=')) {
      const path = word === '--articles' ? given[++at] : word.slice('--articles='.length);
      if (path === undefined || path === '') {
        return { ask: 'refusal', message: 'After --articles there must be a folder or a file. See --help.' };
      }
      articles.push(path);
    } else if (words.length === 0 && (word === '--help' || word === '-h')) return { ask: 'help' };
    else if (words.length === 0 && word.startsWith('-')) {
      return { ask: 'refusal', message: `There is no option “${word}”. See --help.` };
    } else words.push(word);
  }
  return { ask: 'chat', json, articles, words };
}

/**
 * The line that some words of a shell stand for. One word is a line as it is. Of several, the shell has taken the quotes
 * away, so a word with blanks gets them again where the command would part it: in a named option, and before the last
 * position.
 */
export function joinWords(words: readonly string[], commands: readonly Command[]): string {
  const [first = '', ...others] = words;
  const command = commands.find(({ data }) => data.name === readName(first).name.toLowerCase());
  if (command === undefined) return words.join(' ');
  const names = new Set((command.data.options ?? []).map(({ name }) => name));
  const read = others.map((word) => {
    const [, name = '', value = ''] = /^([-_\p{L}\p{N}]{1,32}):(.*)$/su.exec(word) ?? [];
    return names.has(name) ? { word, name, value } : { word };
  });
  const plain = read.filter(({ name }) => name === undefined);
  const parted = plain.slice(0, Math.min(command.positions.length, plain.length) - 1);
  const quoted = read.map((one) => {
    const { word, name, value } = one;
    if (!/\s/.test(word)) return word;
    if (name !== undefined && !value.startsWith('"')) return `${name}:"${value.replace(/["\\]/g, '\\$&')}"`;
    return parted.includes(one) && !word.includes('"') ? `"${word}"` : word;
  });
  return [first, ...quoted].join(' ');
}
