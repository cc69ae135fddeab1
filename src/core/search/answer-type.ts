import { overlaps, type Range } from '../range.ts';
import { isFunctionWord } from './function-word.ts';
import { type Word, words } from './word.ts';

/** What kind of thing answers a question: a person or body, a time, a place, a number, a number of units or money. */
export type AnswerType = 'who' | 'when' | 'where' | 'how many' | 'how much';

const unitsOfTime = 'year|date|day|month|century|decade|time|season|era|week|weekday';
const kindsOfPlace =
  'city|country|state|place|town|village|region|province|island|continent|location|nation|county|capital|street|port';
const kindsOfPeople =
  'person|man|woman|politician|president|minister|leader|official|spokesman|spokeswoman|spokesperson|actor|actress|author|king|queen|player|company|organization|organisation|group|team|party';

const readings: readonly (readonly [AnswerType, RegExp])[] = [
  ['when', new RegExp(`\\bwhen\\b|\\b(?:what|which)(?: was| is)?(?: the)? (?:${unitsOfTime})s?\\b`)],
  [
    'how much',
    /\bhow (?:much|long|old|far|tall|big|large|high|fast|often|deep|wide|heavy|expensive)\b|\b(?:what|which)(?: was| is)?(?: the)? (?:percentages?|percent|share|price|cost|amount|age|salary|budget|distance|length|height|size|area|temperature|rate|fraction|proportion)\b/,
  ],
  [
    'how many',
    /\bhow many\b|\b(?:what|which)(?: was| is)?(?: the)? (?:number|population|total|score|death toll|toll)\b/,
  ],
  ['where', new RegExp(`\\bwhere\\b|\\b(?:what|which)(?: was| is)?(?: the)? (?:${kindsOfPlace})\\b`)],
  ['who', new RegExp(`\\bwho(?:m|se)?\\b|\\b(?:what|which)(?: was| is)?(?: the)? (?:${kindsOfPeople})\\b`)],
];

/** What kind of answer a question asks for by its question word; null for "what", "why" and "how" alone. */
export function answerType(question: string): AnswerType | null {
  const lower = question.slice(0, 2_000).toLowerCase().replace(/\s+/g, ' ');
  let best: { type: AnswerType; at: number } | null = null;
  for (const [type, reading] of readings) {
    const found = reading.exec(lower);
    // Where a sentence asks by two words, the first is the question ("How many people who …").
    if (found !== null && (best === null || found.index < best.at)) best = { type, at: found.index };
  }
  return best?.type ?? null;
}

// A point behind a month's name ends the sentence; only the short forms have one of their own.
const months =
  '(?:January|February|March|April|June|July|August|September|October|November|December)\\b|(?:Sept|Jan|Feb|Aug|Oct|Nov|Dec)\\b\\.?';
const weekdays = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const numerals =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen|half|twice|once';

const dates = new RegExp(
  [
    // 4 March 2021, the 4th of March, March 4, 2021, March 2021, March; but May only beside a number
    `\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(?:${months})(?: \\d{1,2}(?:st|nd|rd|th)?\\b)?(?:,? (?:1\\d|20)\\d\\d\\b)?`,
    '\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? May\\b(?:,? (?:1\\d|20)\\d\\d\\b)?',
    '\\bMay \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? (?:1\\d|20)\\d\\d\\b)?',
    '\\bMay,? (?:1\\d|20)\\d\\d\\b',
    `\\b(?:last |next )?(?:${weekdays})(?: (?:morning|afternoon|evening|night))?\\b`,
    '\\b\\d{4}-\\d\\d-\\d\\d\\b',
    '\\b(?:early |mid-|late )?(?:1[0-9]|20)\\d\\ds?\\b',
    '\\b(?:\\d{1,2}(?:st|nd|rd|th)|[a-z]{3,12}teenth|twentieth) (?:century|centuries)\\b',
    '\\b(?:yesterday|today|tomorrow|tonight)\\b',
    '\\b(?:last|next|this|earlier this|later this) (?:year|month|week|spring|summer|autumn|fall|winter)\\b',
    `\\b(?:a|an|\\d+|${numerals}) (?:year|month|week|day|hour|minute)s? (?:ago|later|earlier)\\b`,
    '\\b\\d{1,2}(?::\\d\\d| ?[ap]\\.?m\\b\\.?)',
  ].join('|'),
  'g',
);

const number = `(?:\\d+(?:[.,]\\d+)*|(?:${numerals})(?:[- ](?:${numerals}))*)`;
const amounts = new RegExp(
  `(?:US|[£€$¥₹])?[£€$¥₹]? ?\\b${number}(?: (?:hundred|thousand|million|billion|trillion))*(?:th|st|nd|rd|s)?(?: ?%| per ?cent\\b| ([a-z]+)\\b|[ -](?:km|kg|mph|m|ft)\\b)?`,
  'gi',
);

/**
 * Where in `text`, inside `range`, words stand that are of the asked-for kind: a name, a date, a place, a number with its
 * unit. `asked` are the stems of the question's words, which answer nothing. In order, not overlapping.
 */
export function typedWords(text: string, range: Range, type: AnswerType, asked: ReadonlySet<string>): Range[] {
  const part = text.slice(range[0], range[1]);
  const times = matches(part, dates);
  const found =
    type === 'when'
      ? times
      : (type === 'who' || type === 'where' ? names(part, type) : matches(part, amounts)).filter(
          (range) => !times.some((time) => overlaps(time, range)),
        );
  return found
    .filter(([start, end]) =>
      [...words(part, start, end)].some((word) => !asked.has(word.stem) && !isFunctionWord(word.key)),
    )
    .map(([start, end]): Range => [range[0] + start, range[0] + end]);
}

function matches(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((found): Range => {
    const lead = found[0].length - found[0].trimStart().length;
    const unit = found[1] !== undefined && isFunctionWord(found[1].toLowerCase()) ? found[1].length : 0;
    return [found.index + lead, found.index + found[0].slice(0, found[0].length - unit).trimEnd().length];
  });
}

const beforePlace =
  /\b(?:in|at|to|from|near|of|into|across|outside|around|through|via|on|over|throughout|between)\s+(?:the\s+)?$/i;
const capital = /^ ?\p{Lu}/u;
const joiners = new Set(['of', 'the', 'de', 'la', 'van', 'von', 'bin', 'al', 'for', 'and', 'du', 'el', 'da']);

const bodies =
  /\b(?:the|a|an|its|their|his|her) (?:\p{Ll}[\p{Ll}-]* ){0,2}(?:authority|authorities|government|council|committee|commission|court|parliament|congress|senate|ministry|department|agency|office|union|party|company|army|navy|police|crew|crews|team|board|bank|church|university|mayor|minister|president|king|queen|director|chairman|chairwoman|leader|leaders|officials|spokesman|spokeswoman|residents|workers|owners|families|people|men|women|students|soldiers|voters|scientists|settlers|farmers|fishermen)\b/gu;

/**
 * Whether words of the asked-for kind stand in the range, more generously than `typedWords`: where it is asked who, a
 * body or an office without a name will do ("the council"), or a sentence's first word that `isName` knows for one; to how
 * long or how often, a time.
 */
export function hasType(
  text: string,
  range: Range,
  type: AnswerType,
  asked: ReadonlySet<string>,
  isName: (stem: string) => boolean,
): boolean {
  if (typedWords(text, range, type, asked).length > 0) return true;
  if (type === 'how much') return typedWords(text, range, 'when', asked).length > 0;
  if (type !== 'who' && type !== 'where') return false;
  const [opening] = words(text, range[0], range[1]);
  if (opening !== undefined && !isFunctionWord(opening.key) && !asked.has(opening.stem) && isName(opening.stem))
    return true;
  if (type === 'where') return false;
  const part = text.slice(range[0], range[1]);
  return matches(part, bodies).some(([start, end]) =>
    [...words(part, start, end)].some((word) => !asked.has(word.stem) && !isFunctionWord(word.key)),
  );
}

/** What has a point of its own in a name; behind any other word a point ends the sentence. */
const abbreviation =
  /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Ste|Mt|Ft|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Sen|Rep|Gov|Pres|Rev|Fr|Hon|Jr|Sr)$/u;

/** Runs of words with capital letters; a first word of a sentence alone is none, since any word may stand there. */
function names(text: string, type: 'who' | 'where'): Range[] {
  const runs: { start: number; end: number; words: number; first: boolean }[] = [];
  let open = false;
  let shortened = false;
  let previous: Word | null = null;
  for (const word of words(text)) {
    const between = previous === null ? '' : text.slice(previous.end, word.start);
    const opens = previous === null || /[.?!:“"‘]\s*$/.test(between);
    const printed: string = text.slice(word.start, word.end);
    const joined: boolean = open && (/^[ \u00a0-]$/.test(between) || (between === '. ' && shortened));
    const isName: boolean = capital.test(printed) && (joined || !isFunctionWord(word.key));
    const last = runs.at(-1);
    if (isName && joined && last !== undefined) {
      last.end = word.end;
      last.words += 1;
    } else if (isName) runs.push({ start: word.start, end: word.end, words: 1, first: opens });
    open = isName || (joined && joiners.has(word.key) && capital.test(text.slice(word.end + 1, word.end + 3)));
    shortened = abbreviation.test(printed);
    previous = word;
  }
  const found = runs.filter(({ words, first }) => words > 1 || !first).map(({ start, end }): Range => [start, end]);
  if (type === 'who') return found;
  const placed = found.filter(([start]) => beforePlace.test(text.slice(Math.max(0, start - 20), start)));
  return placed.length > 0 ? placed : found;
}

/** The stems of a question's words. */
export function stemsOf(question: string): ReadonlySet<string> {
  return new Set([...words(question)].map(({ stem }) => stem));
}
