import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Answer } from '../answer.ts';
import { budget, checkBudget } from './budget.ts';
import { type Entry, entriesOf, reach } from './entry.ts';
import { shorten } from './excerpt.ts';
import { escapeMarkdown } from './markdown.ts';
import { pageActions, type Query, writeIds } from './paging.ts';

/** One page of an answer as Discord takes it. */
export interface Page {
  readonly components: APIMessageTopLevelComponent[];
  /** Which page it is, from 0, and how many there are. */
  readonly number: number;
  readonly count: number;
}

export interface PageRequest {
  /** From 0; past the end it is the last one. */
  readonly page?: number;
  /** What the page buttons ask for again. Without it there are none. */
  readonly query?: Query;
  /** A line of the bot's own above everything, such as that the articles have changed. */
  readonly notice?: string;
}

/** How much text a page holds beside its heading: room for a screen or two on a phone, more for one long quotation. */
const comfortable = 2_400;
/** Kept free for notices and the page's place. */
const reserved = 440;
const entriesOnPage = 5;
const tooLong =
  'There is more, but this question is too long for page buttons. Ask with fewer words, or for one speaker or outlet.';

/** Draws one page of an answer. Whatever the answer holds, Discord takes the page. */
export function render(answer: Answer, request: PageRequest = {}): Page {
  const head = headOf(answer);
  const room = budget.text - reserved - head.length;
  const pages = paginate(entriesOf(answer, room), Math.min(room, comfortable));
  const count = pages.length;
  const number = Math.min(Math.max(request.page ?? 0, 0), count - 1);
  const row = count > 1 && request.query !== undefined ? pageRow(number, count, request.query) : undefined;
  const unreachable = count > 1 && request.query !== undefined && row === undefined;
  const top = [request.notice === undefined ? '' : subtext(request.notice), head].filter((line) => line !== '');
  const components: APIMessageTopLevelComponent[] = [
    ...text(top.join('\n')),
    ...containers(pages[number] ?? []),
    ...(unreachable ? text(subtext(tooLong)) : []),
    ...(row === undefined ? [] : [row]),
  ];
  const drawn = components.length > 0 ? components : text('There is nothing to show.');
  checkBudget(drawn);
  return { components: drawn, number, count };
}

/** A sentence of the bot's own, or a `UserError`'s, as a message. */
export function renderSentence(sentence: string, nearest: readonly string[] = []): APIMessageTopLevelComponent[] {
  const words = escapeMarkdown(shorten(sentence, 1_000));
  const tries = nearest.slice(0, 10).map((each) => `- ${escapeMarkdown(shorten(each, 120))}`);
  const shown = [words, ...(tries.length > 0 ? ['-# Did you mean:', ...tries] : [])].filter((line) => line !== '');
  return text(shown.length > 0 ? shown.join('\n') : 'There is nothing to show.');
}

function headOf(answer: Answer): string {
  if (answer.show === 'error') return '';
  const heading = escapeMarkdown(shorten(answer.heading, 150));
  const listed = answer.show === 'quotations' ? answer.quotations : answer.show === 'positions' ? answer.positions : [];
  const paged = Math.min(listed.length, reach);
  const more =
    listed.length > 0 && 'total' in answer && answer.total > paged ? `The best ${paged} of ${answer.total}` : '';
  const summary = answer.show === 'positions' ? escapeMarkdown(shorten(answer.summary, 200)) : '';
  const lines = [heading === '' ? '' : `## ${heading}`, summary, subtext(answer.note ?? ''), subtext(more)];
  return lines.filter((line) => line !== '').join('\n');
}

function subtext(line: string): string {
  const short = escapeMarkdown(shorten(line, 150));
  return short === '' ? '' : `-# ${short}`;
}

/** Entries whole, as many to a page as fit and are easily read; one that is larger than that stands alone. */
function paginate(entries: readonly Entry[], room: number): Entry[][] {
  const pages: Entry[][] = [[]];
  let used = 0;
  for (const entry of entries.filter((each) => each.text.trim() !== '')) {
    const page = pages.at(-1) ?? [];
    const cost = entry.text.length + entry.group.title.length + 2;
    if (page.length > 0 && (page.length >= entriesOnPage || used + cost > room)) {
      pages.push([entry]);
      used = cost;
    } else {
      page.push(entry);
      used += cost;
    }
  }
  return pages;
}

/** One container to each run of entries of a group, in the group's colour, the group's title first. */
function containers(entries: readonly Entry[]): APIMessageTopLevelComponent[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.group === entry.group) run.push(entry);
    else runs.push([entry]);
  }
  return runs.map((run) => ({
    type: ComponentType.Container,
    ...(run[0] === undefined ? {} : { accent_color: run[0].group.colour }),
    components: run.flatMap(({ group, text: words, link }, index) => [
      ...text([index === 0 ? group.title : '', words].filter((line) => line !== '').join('\n')),
      ...(link === undefined
        ? []
        : [rowOf([{ type: ComponentType.Button, style: ButtonStyle.Link, label: link.label, url: link.url }])]),
    ]),
  }));
}

function pageRow(
  number: number,
  count: number,
  query: Query,
): APIActionRowComponent<APIComponentInMessageActionRow> | undefined {
  const [back, here, next] = writeIds(pageActions(number), query) ?? [];
  if (back === undefined || here === undefined || next === undefined) return undefined;
  return rowOf([
    button('◀', back, number === 0),
    button(`${number + 1} of ${count}`, here, true),
    button('▶', next, number === count - 1),
  ]);
}

function button(label: string, id: string, disabled: boolean): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: id, disabled };
}

function rowOf(components: APIComponentInMessageActionRow[]): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}

/** A text to show, if there is anything in it; halves of characters, which cannot be sent, become the stand-in for it. */
function text(content: string): { readonly type: ComponentType.TextDisplay; readonly content: string }[] {
  const sendable = content.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
  return sendable.trim() === '' ? [] : [{ type: ComponentType.TextDisplay, content: sendable }];
}
