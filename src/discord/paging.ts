import { crc32 } from 'node:zlib';
import { budget } from './budget.ts';

/** What was asked, so that it can be asked again: all that a button needs to know. */
export interface Query {
  readonly command: string;
  /** The version of the archive that answered. */
  readonly version: string;
  readonly args: Readonly<Record<string, string | number | boolean>>;
}

/** What a button does: `next:3`. */
export interface Action {
  readonly name: string;
  readonly value: string;
}

/** Enough of a version to tell two archives apart. */
const versionLength = 12;
const separator = '|';
/** Ends every id, so that none ends in a blank that somebody might trim. */
const end = '.';

/**
 * The custom ids of a message's buttons, in order: each says what its button does, and between them they hold the
 * query, cut wherever an id is full. Undefined when the query is too long for them.
 */
export function writeIds(actions: readonly Action[], query: Query): string[] | undefined {
  let rest = sealed(query);
  const ids = actions.map(({ name, value }) => {
    const head = `${name}:${value}${separator}`;
    const part = start(rest, budget.customId - head.length - end.length);
    rest = rest.slice(part.length);
    return `${head}${part}${end}`;
  });
  return rest === '' ? ids : undefined;
}

/** The custom ids of buttons that need no query. */
export function bareIds(actions: readonly Action[]): string[] {
  return actions.map(({ name, value }) => `${name}:${value}${separator}${end}`);
}

/** The query in the ids of all buttons of a message, in order. Undefined when it is not there whole and unchanged. */
export function readIds(ids: readonly string[]): Query | undefined {
  return opened(ids.map((id) => id.slice(id.indexOf(separator) + 1, -end.length)).join(''));
}

/** What the button with this id does; undefined when it is not one of ours. */
export function readAction(id: string): Action | undefined {
  const [, name, value] = /^([a-z]+):([^|]*)\|/.exec(id) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** Whether the archive with this version is the one that the query was answered from. */
export function isCurrent(query: Query, version: string): boolean {
  return query.version === version.slice(0, versionLength);
}

/** The actions of the buttons that turn pages: back, where one is, onward. Pages count from 0. */
export function pageActions(page: number): readonly [Action, Action, Action] {
  return [
    { name: 'back', value: String(page - 1) },
    { name: 'here', value: String(page) },
    { name: 'next', value: String(page + 1) },
  ];
}

/** The page that an action leads to, if it leads to one. The other side begins at its first. */
export function pageOf({ name, value }: Action): number | undefined {
  if (name === otherSide.name) return 0;
  return ['back', 'here', 'next', 'share'].includes(name) && /^\d{1,4}$/.test(value) ? Number(value) : undefined;
}

/** The button that asks the question from the other side. */
export const otherSide: Action = { name: 'other', value: '' };

/** The button that posts a private answer anew, for all to see, at the page it is on. */
export function shareAction(page: number): Action {
  return { name: 'share', value: String(page) };
}

const quotationRequests = ['context', 'cite', 'whole', 'card', 'post'] as const;
/** What a button can ask of one quotation: its surroundings, how to cite it, all of its words, a card, one for all to see. */
export type QuotationRequest = (typeof quotationRequests)[number];

/** The button that asks something of a quotation; none for a key that no id could hold. */
export function quotationAction(name: QuotationRequest, key: string): Action | undefined {
  return /^[\w-]{1,40}$/.test(key) ? { name, value: key } : undefined;
}

/** The action that leads to a part of a quotation's words, from 0. */
export function partAction(key: string, part: number): Action {
  return { name: 'part', value: `${key}.${part}` };
}

/** The action told apart from others in its message: one quotation may stand there twice. */
export function numbered({ name, value }: Action, number: number): Action {
  return { name, value: `${value}.${number}` };
}

/** What an action asks of which quotation, if it does; `part` is the part of its words that is wanted. */
export function quotationIn({
  name,
  value,
}: Action): { readonly wants: QuotationRequest; readonly key: string; readonly part: number } | undefined {
  const [key = '', number = '0'] = value.split('.');
  if (name === 'part') return /^\d{1,4}$/.test(number) ? { wants: 'whole', key, part: Number(number) } : undefined;
  const wants = quotationRequests.find((request) => request === name);
  return wants === undefined ? undefined : { wants, key, part: 0 };
}

/** The query as text, behind a checksum: what cannot be read back exactly is not answered at all. */
function sealed({ command, version, args }: Query): string {
  const text = JSON.stringify([command, version.slice(0, versionLength), args]);
  return `${crc32(text).toString(36)}${text}`;
}

function opened(sealedText: string): Query | undefined {
  const at = sealedText.indexOf('[');
  const text = sealedText.slice(at);
  if (at < 0 || crc32(text).toString(36) !== sealedText.slice(0, at)) return undefined;
  const parsed = parse(text);
  if (!Array.isArray(parsed)) return undefined;
  const [command, version, args]: unknown[] = parsed;
  if (typeof command !== 'string' || typeof version !== 'string' || !isArguments(args)) return undefined;
  return { command, version, args };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isArguments(value: unknown): value is Query['args'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((each) => ['string', 'number', 'boolean'].includes(typeof each));
}

/** The first `most` code units, without half of a character at their end. */
function start(text: string, most: number): string {
  const part = text.slice(0, Math.max(0, most));
  return part.length < text.length && /[\uD800-\uDBFF]$/.test(part) ? part.slice(0, -1) : part;
}
