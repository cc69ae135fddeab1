import { type CommandData, Option, type OptionData } from '../discord/command.ts';

/** What stands around the table of options in a command's page. */
const opening = '<!-- options: written by npm run docs:commands -->';
const closing = '<!-- end of options -->';

/** The options of a command as a table in Markdown. */
export function optionTable({ options = [] }: CommandData): string {
  if (options.length === 0) return 'No options.';
  const rows = options.map((option) => {
    const need = option.required === true ? 'needed' : 'optional';
    return `| \`${option.name}\` | ${need} | ${cell(option.description)} | ${cell(wordValues(option))} |`;
  });
  return ['| option | | what it is | what it takes |', '|---|---|---|---|', ...rows].join('\n');
}

/** The page with its table of options as it is now; undefined when the page has no place for one. */
export function writeTable(page: string, data: CommandData): string | undefined {
  const [from, to] = [page.indexOf(opening), page.indexOf(closing)];
  if (from < 0 || to < from) return undefined;
  return `${page.slice(0, from + opening.length)}\n\n${optionTable(data)}\n\n${page.slice(to)}`;
}

function wordValues({ type, choices, max_length: most, autocomplete }: OptionData): string {
  if (choices !== undefined) return choices.map(({ name, value }) => `\`${value}\` (${name})`).join(', ');
  if (type === Option.Boolean) return '`true` or `false`';
  if (type === Option.Integer) return 'a whole number';
  const length = most === undefined ? 'text' : `up to ${most.toLocaleString('en')} characters`;
  return autocomplete === true ? `${length}; completes as you type` : length;
}

/** Text that stays in its cell. */
function cell(text: string): string {
  return text.replace(/[|\\]/g, '\\$&');
}
