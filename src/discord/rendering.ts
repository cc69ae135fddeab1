import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIFileComponent,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Answer, Picture } from '../answer.ts';
import { shownOf } from '../presentation.ts';
import type { Wording } from '../wording/wording.ts';
import { budget, checkBudget, weigh } from './budget.ts';
import { type Enclosure, enclose, fileName, type TextFile } from './enclosure.ts';
import { entriesOf, reach } from './entries.ts';
import type { Entry, EntryButton } from './entry.ts';
import { inline, inset, shorten } from './excerpt.ts';
import { type Action, bareIds, numbered, otherSide, pageActions, type Query, shareAction, writeIds } from './paging.ts';

/** One page of an answer as Discord takes it. */
export interface Page {
  readonly components: APIMessageTopLevelComponent[];
  /** The pictures and files that the components show, to be sent with them. */
  readonly enclosed: readonly Enclosure[];
  /** Which page it is, from 0, and how many there are. */
  readonly number: number;
  readonly count: number;
}

export interface PageRequest {
  /** From 0; past the end it is the last one. */
  readonly page?: number;
  /** What the page buttons ask for again. Without it there are none. */
  readonly query?: Query;
  /** Whether the question can be asked from the other side. */
  readonly reversible?: boolean;
  /** Whether the answer is private, and its owner may post it anew. */
  readonly shareable?: boolean;
  /** A line of the bot's own above everything, such as that the articles have changed. */
  readonly notice?: string;
}

/** How much text a page holds beside its heading: room for a screen or two on a phone, more for one long quotation. */
const comfortable = 2_400;
/** Kept free for notices and the page's place. */
const reserved = 440;
const entriesOnPage = 5;
/** Components kept free for what stands around the entries: heading, picture or a line, and a row of five buttons. */
const frame = 8;

/** Draws one page of an answer. Whatever the answer holds, Discord takes the page. */
export function render(given: Answer, wording: Wording, request: PageRequest = {}): Page {
  const { message, common } = wording;
  const { page: answer, files } = given.show === 'page' ? enclose(given, wording) : { page: given, files: [] };
  const head = headOf(answer, wording);
  const room = budget.text - reserved - head.length;
  const pages = paginate(entriesOf(answer, wording, room), Math.min(room, comfortable));
  const count = pages.length;
  const number = Math.min(Math.max(request.page ?? 0, 0), count - 1);
  const entries = pages[number] ?? [];
  const { row, ids } = buttonsFor(entries, number, count, wording, request);
  const unreachable = count > 1 && request.query !== undefined && row.length < pageActions(number).length;
  const top = [request.notice === undefined ? '' : subtext(request.notice), head].filter((line) => line !== '');
  const picture = number === 0 ? pictureOf(answer) : undefined;
  const sent = number === 0 ? files : [];
  const components: APIMessageTopLevelComponent[] = [
    ...text(top.join('\n')),
    ...(picture === undefined ? [] : [gallery(picture)]),
    ...containers(entries, ids),
    ...sent.map(fileOf),
    ...(unreachable ? text(subtext(message.tooLong)) : []),
    ...(row.length === 0 ? [] : [rowOf([...row])]),
  ];
  const drawn = components.length > 0 ? components : text(common.empty);
  checkBudget(drawn);
  return { components: drawn, enclosed: [...(picture === undefined ? [] : [picture]), ...sent], number, count };
}

/** What tells that there is no answer: the sentence, what to type instead, and the nearest passages. */
export function renderNothing(answer: Answer, wording: Wording): APIMessageTopLevelComponent[] {
  const sentence = renderSentence(answer.message ?? wording.message.nothing, wording, answer.nearest);
  if (answer.show !== 'passages') return sentence;
  const said = [...sentence, ...text(subtext(answer.read))];
  const entries = entriesOf(answer, wording, Math.floor((budget.text - weigh(said).text) / 2) - 100);
  return [...said, ...containers(entries, new Map())];
}

/** One entry alone, under a heading of the bot's own. */
export function renderEntry(
  heading: string,
  entry: Entry,
  row: readonly LastButton[] = [],
): APIMessageTopLevelComponent[] {
  const ids = bareIds(row.map(({ action }) => action));
  const buttons = row.map(({ label, disabled }, index) => button(label, ids[index] ?? '', disabled));
  const components: APIMessageTopLevelComponent[] = [
    ...text(`## ${heading}`),
    ...containers([entry], new Map()),
    ...(buttons.length === 0 ? [] : [rowOf(buttons)]),
  ];
  checkBudget(components);
  return components;
}

/** A card of a quotation, where to read it, and buttons for what can be done with the card. */
export function renderCard(
  picture: Picture,
  links: readonly EntryButton[],
  row: readonly LastButton[] = [],
): { readonly components: APIMessageTopLevelComponent[]; readonly enclosed: readonly Picture[] } {
  const shown = sendable(picture);
  if (shown === undefined) throw new RangeError('The card is too large for Discord');
  const ids = bareIds(row.map(({ action }) => action));
  const buttons = [
    ...links.map((each) => entryButton(each, new Map())),
    ...row.map(({ label, disabled }, index) => button(label, ids[index] ?? '', disabled)),
  ];
  const components = [gallery(shown), ...(buttons.length === 0 ? [] : [rowOf(buttons)])];
  checkBudget(components);
  return { components, enclosed: [shown] };
}

/** A sentence of the bot's own, or a `UserError`'s, as a message. */
export function renderSentence(
  sentence: string,
  { message, common }: Wording,
  nearest: readonly string[] = [],
): APIMessageTopLevelComponent[] {
  const words = inline(sentence, 1_000);
  const tries = nearest.slice(0, 10).map((each) => `- ${inset(each, 120)}`);
  const shown = [words, ...(tries.length > 0 ? [`-# ${message.didYouMean}`, ...tries] : [])].filter(
    (line) => line !== '',
  );
  return text(shown.length > 0 ? shown.join('\n') : common.empty);
}

function headOf(answer: Answer, wording: Wording): string {
  if (answer.show === 'error') return '';
  const heading = inline(answer.heading, 150);
  const summary = 'summary' in answer ? inline(answer.summary, 200) : '';
  // A verdict says its remarks itself, each on a line.
  const note = answer.show === 'verdict' ? '' : subtext(answer.note ?? '');
  const read = answer.show === 'passages' ? subtext(answer.read) : '';
  const picture = answer.show === 'quotations' ? subtext(answer.pictureNote ?? '') : '';
  const lines = [heading === '' ? '' : `## ${heading}`, summary, read, note, picture, subtext(restOf(answer, wording))];
  return lines.filter((line) => line !== '').join('\n');
}

/** That there is more than can be paged through. */
function restOf(answer: Answer, { message }: Wording): string {
  if (!('total' in answer)) return '';
  const listed =
    answer.show === 'passages'
      ? Object.values(shownOf(answer)).flat().length
      : (answer.show === 'quotations' ? answer.quotations : answer.positions).length;
  const paged = Math.min(listed, reach);
  return paged > 0 && answer.total > paged ? message.best(paged, answer.total) : '';
}

function subtext(line: string): string {
  const short = inline(line, 150);
  return short === '' ? '' : `-# ${short}`;
}

/** Entries whole, as many to a page as fit and are easily read; one that is larger than that stands alone. */
function paginate(entries: readonly Entry[], room: number): Entry[][] {
  const pages: Entry[][] = [[]];
  let used = 0;
  let parts = 0;
  for (const entry of entries.filter((each) => each.text.trim() !== '')) {
    const page = pages.at(-1) ?? [];
    const cost = entry.text.length + entry.group.title.length + 2;
    const size = 1 + rowsOf(entry.buttons).length + entry.buttons.length;
    // What belongs to another group than the one before stands in a container of its own.
    const box = page.at(-1)?.group === entry.group ? 0 : 1;
    const isFull = page.length >= entriesOnPage || used + cost > room || parts + box + size > budget.components - frame;
    if (page.length > 0 && isFull) {
      pages.push([entry]);
      used = cost;
      parts = 1 + size;
    } else {
      page.push(entry);
      used += cost;
      parts += box + size;
    }
  }
  return pages;
}

/**
 * The last row's buttons, and the ids of the entries' own. Between them they hold the query where buttons need it: of
 * several pages each in its last row alone, so that all of them can be turned or none; else in all the ids there are.
 */
function buttonsFor(
  entries: readonly Entry[],
  number: number,
  count: number,
  wording: Wording,
  { query, reversible = false, shareable = false }: PageRequest,
): { readonly row: readonly APIButtonComponentWithCustomId[]; readonly ids: Ids } {
  const own = entries.flatMap(({ buttons }) => buttons).filter((each) => 'action' in each);
  const actions = own.map(({ action }, index) => numbered(action, index));
  const asking: LastButton[] =
    query === undefined
      ? []
      : [
          ...(count > 1 ? pageButtons(number, count, wording) : []),
          ...(reversible ? [{ action: otherSide, label: wording.message.otherSide, disabled: false }] : []),
        ];
  const sharing = shareable ? [{ action: shareAction(number), label: wording.message.share, disabled: false }] : [];
  const last = [...asking, ...sharing];
  const rowActions = last.map(({ action }) => action);
  const carriers = count > 1 ? rowActions : [...actions, ...rowActions];
  const written = query === undefined || last.length === 0 ? undefined : writeIds(carriers, query);
  // Posting a message anew asks for nothing that is not in the message.
  const shown = written === undefined ? sharing : last;
  const rowIds = written?.slice(-last.length) ?? bareIds(sharing.map(({ action }) => action));
  const ownIds = written !== undefined && count === 1 ? written : bareIds(actions);
  return {
    row: shown.flatMap(({ label, disabled }, index) => {
      const id = rowIds[index];
      return id === undefined ? [] : [button(label, id, disabled)];
    }),
    ids: new Map(own.flatMap((each, index) => [[each, ownIds[index] ?? '']])),
  };
}

/** A button of the last row. */
export interface LastButton {
  readonly action: Action;
  readonly label: string;
  readonly disabled: boolean;
}

/** The buttons that turn pages, and say which this is. */
export function pageButtons(
  number: number,
  count: number,
  { message }: Wording,
  [back, here, next]: readonly [Action, Action, Action] = pageActions(number),
): LastButton[] {
  return [
    { action: back, label: '◀', disabled: number === 0 },
    { action: here, label: message.page(number + 1, count), disabled: true },
    { action: next, label: '▶', disabled: number === count - 1 },
  ];
}

/** The custom ids of the entries' own buttons. */
type Ids = ReadonlyMap<EntryButton, string>;

/** One container to each run of entries of a group, in the group's colour, the group's title first. */
function containers(entries: readonly Entry[], ids: Ids): APIMessageTopLevelComponent[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.group === entry.group) run.push(entry);
    else runs.push([entry]);
  }
  return runs.map((run) => ({
    type: ComponentType.Container,
    ...(run[0] === undefined ? {} : { accent_color: run[0].group.colour }),
    components: run.flatMap(({ group, text: words, buttons }, index) => [
      ...text([index === 0 ? group.title : '', words].filter((line) => line !== '').join('\n')),
      ...rowsOf(buttons).map((row) => rowOf(row.map((each) => entryButton(each, ids)))),
    ]),
  }));
}

/** Buttons in rows as even as can be, none fuller than a row may be. */
function rowsOf(buttons: readonly EntryButton[]): EntryButton[][] {
  const rows = Math.ceil(buttons.length / budget.row);
  const most = Math.ceil(buttons.length / rows);
  return Array.from({ length: rows }, (_, row) => buttons.slice(row * most, (row + 1) * most));
}

function entryButton(each: EntryButton, ids: Ids): APIComponentInMessageActionRow {
  if ('action' in each) return button(each.label, ids.get(each) ?? '', false);
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: each.label, url: each.url };
}

/** The answer's picture under a name that Discord keeps as it is. */
function pictureOf(answer: Answer): Picture | undefined {
  const picture = 'picture' in answer ? answer.picture : undefined;
  return picture === undefined ? undefined : sendable(picture);
}

/** The picture under a name that Discord keeps as it is; undefined if Discord would not take it. */
function sendable({ name, png, alt }: Picture): Picture | undefined {
  if (png.length === 0 || png.length > budget.file) return undefined;
  return { name: fileName(name) || 'picture.png', png, alt: shorten(alt, budget.alt) };
}

function gallery({ name, alt }: Picture): APIMediaGalleryComponent {
  const item = { media: { url: `attachment://${name}` }, ...(alt === '' ? {} : { description: alt }) };
  return { type: ComponentType.MediaGallery, items: [item] };
}

function fileOf({ name }: TextFile): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
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
