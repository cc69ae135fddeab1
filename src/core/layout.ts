import { stateNamed } from './actor/state.ts';
import type { Range } from './range.ts';

/** What the lines of a bare text are: its title, what stands before its first words, and its paragraphs. */
export interface Layout {
  readonly title: string | null;
  /** Where the title stands. */
  readonly headline: Range | null;
  /** "VELMOUTH, June 3 (Agency) — " at the start of the first paragraph, with the white space behind it. */
  readonly dateline: Range | null;
  /** The agency a dateline names, as printed. */
  readonly outlet: string | null;
  /** `YYYY-MM-DD`, when a line or the dateline gives day, month and year. */
  readonly date: string | null;
  /** In order, not overlapping, without white space at either end; the dateline is part of the first. */
  readonly paragraphs: readonly Range[];
}

/** A longer line than this was not broken to fit a column, so the lines around it are paragraphs of their own. */
const longestColumn = 120;
const longestHeadline = 200;
const longestDateline = 90;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const dateForms = [
  new RegExp(`^${weekday}(?<m>${month}) (?<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<y>[0-9]{4})$`, 'i'),
  new RegExp(`^${weekday}(?<d>[0-9]{1,2})(?:st|nd|rd|th)? (?<m>${month}),? (?<y>[0-9]{4})$`, 'i'),
  /^(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})$/,
];

/** Agencies that are named before a dash without brackets; any name in brackets is taken as printed. */
const agencies = new Set(
  'AAP AFP AGI AKI ANI ANP ANSA AP APA APP ANTARA BELGA BERNAMA BNS CNA CNS DPA EFE IANS IRNA INA ISNA KCNA KUNA KYODO LUSA MENA MTI NAN NHK NNA PA PAP PNA PTI QNA REUTERS RIA SANA SAPA SPA TANJUG TASS UPI WAFA WAM XINHUA YONHAP'.split(
    ' ',
  ),
);

/**
 * Reads the layout of a bare text: a title line, a date line, a dateline, paragraphs.
 * Paragraphs are parted by blank lines, or every line is one when there is no blank line; a single line end inside a
 * block parts too where the lines cannot be one paragraph broken to fit a column. Where the source says what the headline
 * is, `known` is its range at the start of the text, or null for a text that has none; otherwise the first line is
 * judged by its looks. Never throws; linear.
 */
export function readLayout(text: string, known?: Range | null): Layout {
  const blocks = blocksOf(text);
  const lines = blocks.flatMap((block) => partBlock(text, block, blocks.length === 1));

  let next = 0;
  const first = lines[0];
  let headline: Range | null = known ?? null;
  if (known !== undefined) {
    const end = known?.[1] ?? 0;
    while ((lines[next]?.[0] ?? end) < end) next += 1;
  } else if (first !== undefined && lines.length > 1 && looksLikeHeadline(text, first, lines)) {
    headline = first;
    next = 1;
  }
  let date: string | null = null;
  const second = lines[next];
  if (second !== undefined && lines.length > next + 1 && second[1] - second[0] <= 40) {
    date = readDate(text.slice(second[0], second[1]));
    if (date !== null) next += 1;
  }
  const paragraphs = lines.slice(next);
  const body = paragraphs[0];
  const found = body === undefined ? null : readDateline(text, body, paragraphs);
  return {
    title: headline === null ? null : text.slice(headline[0], headline[1]),
    headline,
    dateline: found?.range ?? null,
    outlet: found?.outlet ?? null,
    date: date ?? found?.date ?? null,
    paragraphs,
  };
}

/** The lines of each run of lines between blank ones. */
function blocksOf(text: string): Range[][] {
  const blocks: Range[][] = [];
  let block: Range[] = [];
  let from = 0;
  while (from <= text.length) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    const line = trimmed(text, from, to);
    if (line !== null) block.push(line);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
    from = to + 1;
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

function trimmed(text: string, from: number, to: number): Range | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return start < end ? [start, end] : null;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0xfeff || code === 0x2028;
}

function partBlock(text: string, lines: readonly Range[], onlyBlock: boolean): Range[] {
  const everyLine = onlyBlock || lines.some(([start, end]) => end - start > longestColumn);
  const parts: Range[] = [];
  for (const line of lines) {
    const before = parts.at(-1);
    if (before === undefined || everyLine || parted(text, before, line)) {
      parts.push(line);
    } else parts[parts.length - 1] = [before[0], line[1]];
  }
  return parts;
}

/** Whether a line end parts two paragraphs: the first is a finished sentence, or the second starts a speaker's turn. */
function parted(text: string, before: Range, line: Range): boolean {
  return endsSentence(text, before) || startsTurn(text.slice(line[0], Math.min(line[1], line[0] + 60)));
}

function endsSentence(text: string, [start, end]: Range): boolean {
  let at = end - 1;
  while (at > start && '"\'”’»)]“'.includes(text.charAt(at))) at -= 1;
  return '.!?…:'.includes(text.charAt(at));
}

const turn = /^(?:[-–—•*] ?\S|[QA][:.] |[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,4}(?: \([^()]{1,30}\))?: )/;
function startsTurn(line: string): boolean {
  return turn.test(line);
}

function looksLikeHeadline(text: string, [start, end]: Range, lines: readonly Range[]): boolean {
  if (end - start > longestHeadline) return false;
  const line = text.slice(start, end);
  if (line.includes('\n') || /[.,;:]["'”’»)]?$/.test(line) || startsTurn(line)) return false;
  if (readDate(line) !== null || datelineOf(line) !== null) return false;
  // A paragraph that is only a quotation is no title, unless the body goes on about something longer.
  const second = lines[1];
  return !/^["“‘«„'].*[!?]["”’»']$/.test(line) || (second !== undefined && second[1] - second[0] > (end - start) * 2);
}

/** The day that a line names in English ("Friday, July 21, 2017", "21 July 2017") or as `2017-07-21`, and nothing else. */
export function readDate(line: string): string | null {
  for (const form of dateForms) {
    const found = form.exec(line.trim())?.groups;
    if (found === undefined) continue;
    const { y = '', m = '', d = '' } = found;
    const number = /^[0-9]/.test(m) ? Number(m) : months.indexOf(m.slice(0, 3).toLowerCase()) + 1;
    if (!isDay(Number(y), number, Number(d))) return null;
    return `${y}-${String(number).padStart(2, '0')}-${d.padStart(2, '0')}`;
  }
  return null;
}

/** Whether the calendar has this day; months are counted from 1. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

interface Dateline {
  readonly length: number;
  readonly outlet: string | null;
  readonly date: string | null;
}

function readDateline(text: string, [start, end]: Range, paragraphs: readonly Range[]) {
  const found = datelineOf(text.slice(start, Math.min(end, start + longestDateline)));
  if (found === null) return null;
  // "VELMOUTH: The harbour …" is a dateline once; with more lines of its kind it is a speaker's turn.
  const colon = text
    .slice(start, start + found.length)
    .trimEnd()
    .endsWith(':');
  if (
    colon &&
    paragraphs.slice(1, 60).some(([from, to]) => colonTurn.test(text.slice(from, Math.min(to, from + 60))))
  ) {
    return null;
  }
  return { range: [start, start + found.length] as Range, outlet: found.outlet, date: found.date };
}

const colonTurn = /^[A-Z][A-Z .'’-]{1,40}: /;
const separator = /( ?[–—] ?| -{1,3} ?|-- ?|: )(?=\S)/g;
const bracketed = /\(([^()]{2,40})\)/;

/** A dateline at the start of a line: places in capitals, a date, an agency, then a dash or a colon. */
function datelineOf(line: string): Dateline | null {
  for (const found of line.matchAll(separator)) {
    const head = line.slice(0, found.index);
    if (head.length < 2) continue;
    const colon = found[1] === ': ';
    const agency = bracketed.exec(head)?.[1] ?? null;
    const words = head
      .replace(bracketed, ' ')
      .split(/[\s,/]+/)
      .filter((word) => word !== '');
    if (!words.every(isDatelineWord) || words.length > 9) continue;
    const first = words[0];
    const capitals = first !== undefined && /^[\p{Lu}.'’-]{2,}$/u.test(first);
    if (!capitals && agency === null) continue;
    if (colon && !(capitals && words.every((word) => /^[\p{Lu}.'’-]+$/u.test(word) || /^[0-9]/.test(word)))) continue;
    const lone = words.length === 1 && first !== undefined && looksLikeAgency(first) ? first : undefined;
    const plain =
      lone ?? words.find((word) => agencies.has(word.toUpperCase()) && (words.length === 1 || word !== first));
    return {
      length: found.index + found[0].length,
      outlet: agency !== null && !/[0-9]/.test(agency) ? agency : (plain ?? null),
      date: readDate(words.slice(-3).join(' ')),
    };
  }
  return null;
}

/** A short word in capitals alone before the dash: an agency's letters ("VNA –"), unless it is a town ("OSLO —"). */
function looksLikeAgency(word: string): boolean {
  return /^\p{Lu}{2,4}$/u.test(word) && !shortTowns.has(word) && stateNamed(word) === null;
}

/** Datelines of four letters or fewer that are towns and no capital of a state. */
const shortTowns = new Set(
  'ADEN AGRA ANN BARI BATH BERN BONN BRNO CALI CEBU CORK DILI DOHA GAZA GIZA GRAZ HAMA HULL JENA KANO KIEL LAE LEON LIMA LINZ LODZ LYON METZ MILA NICE ORAN OULU PISA PUNE QOM RENO ROME SALT SUEZ TAIF TULA TYRE UFA ULM UTAH VIGO WACO XIAN YORK'.split(
    ' ',
  ),
);

function isDatelineWord(word: string): boolean {
  return (
    /^\p{Lu}/u.test(word) ||
    /^[0-9]{1,4}(?:st|nd|rd|th)?$/.test(word) ||
    /^(?:de|la|al|of|the|and|sur|upon)$/.test(word)
  );
}
