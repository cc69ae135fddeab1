import { genderOfGivenName } from '../language/given-names.ts';
import {
  demonyms,
  documents,
  genderedRoles,
  groups,
  honorifics,
  organisations,
  places,
  pronouns,
  roles,
  sentenceStarters,
  temporal,
} from '../language/lexicon.ts';
import { isCapitalised, phraseStartingAt, touches, wholePhraseEndingAt } from '../language/phrase.ts';
import type { Range } from '../range.ts';
import type { FrameSentence, Item } from './frame.ts';

export type Gender = 'male' | 'female';
export type ActorKind = 'person' | 'organisation' | 'place' | 'unknown';

/** Where a name stands: a sentence of the frame, and its items from `first` to `last`, inclusive. */
export interface Mention {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly range: Range;
  /** Index into the people found. */
  readonly person: number;
}

/** A person, body or place that an article names, with all the names it goes by. */
export interface Person {
  readonly kind: ActorKind;
  /** The fullest name, as printed. */
  readonly name: string;
  /** Where the fullest name stands. */
  readonly range: Range;
  /** Every distinct name, as printed, the fullest first. */
  readonly aliases: readonly string[];
  /** Offices and descriptions beside the name ("mayor of Velmouth"), in order. */
  readonly roles: readonly Range[];
  /** Heads of those descriptions, lower case ("mayor"): what "the mayor" can stand for. */
  readonly heads: ReadonlySet<string>;
  readonly gender: Gender | null;
  readonly mentions: readonly Mention[];
}

interface Draft {
  kind: ActorKind;
  name: string;
  range: Range;
  parts: string[];
  aliases: string[];
  roles: Range[];
  heads: Set<string>;
  gender: Gender | null;
  firmGender: boolean;
  mentions: Mention[];
  votes: number;
}

interface Name {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** Items of the name without titles before it. */
  readonly nameFirst: number;
  readonly parts: readonly string[];
  readonly kind: ActorKind;
  readonly gender: Gender | null;
  readonly role: Range | null;
  readonly titled: boolean;
  readonly heads: readonly string[];
}

const particles = new Set('de van von der den bin ibn al el la le da du di del dos ter ten abu e y'.split(' '));
const suffixes = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv']);

/**
 * Finds whom the sentences name: people, bodies, places; each with its fullest name, other names, roles and gender.
 * A surname goes to the person who bears it, wherever in the article the full name stands. Linear.
 * `headline` is the title as printed: a full name that stands only there is used too.
 */
export function findPeople(text: string, sentences: readonly FrameSentence[], headline: Range | null = null): Person[] {
  const capitalised = capitalisedInside(sentences);
  const names: Name[] = [];
  for (const [index, sentence] of sentences.entries()) {
    // A title may write every word with a capital: only a given name shows a name there.
    if (sentence.headline) {
      namesInTitle(sentence, index, names);
      continue;
    }
    namesIn(sentence, index, capitalised, names);
  }
  const drafts = group(text, sentences, names);
  if (headline !== null) completeFrom(text, headline, drafts);
  return drafts.map((draft) => ({
    kind: draft.kind,
    name: draft.name,
    range: draft.range,
    aliases: draft.aliases,
    roles: draft.roles,
    heads: draft.heads,
    gender: draft.gender,
    mentions: draft.mentions,
  }));
}

/** Words that stand capitalised inside a sentence somewhere: at the head of one they are names too. */
function capitalisedInside(sentences: readonly FrameSentence[]): Set<string> {
  const found = new Set<string>();
  for (const { items } of sentences) {
    for (let at = 1; at < items.length; at += 1) {
      const item = items[at];
      if (
        item !== undefined &&
        isCapitalised(item.text) &&
        (item.pos === 'PROPN' || item.pos === 'NOUN' || item.pos === 'VERB' || item.pos === 'ADJ') &&
        items[at - 1]?.pos !== 'PUNCT' &&
        items[at - 1]?.pos !== 'QUOTE'
      )
        found.add(item.text);
    }
  }
  return found;
}

function namesInTitle({ items }: FrameSentence, index: number, names: Name[]): void {
  for (let at = 0; at + 1 < items.length; at += 1) {
    const given = items[at];
    const surname = items[at + 1];
    if (
      given === undefined ||
      surname === undefined ||
      !isCapitalised(given.text) ||
      genderOfGivenName(given.text) === null
    )
      continue;
    if (
      surname.pos !== 'PROPN' ||
      !isCapitalised(surname.text) ||
      sentenceStarters.has(surname.lower) ||
      temporal.has(surname.lower) ||
      organisations.has(surname.lower)
    )
      continue;
    readName(items, index, at, at + 1, names);
    at += 1;
  }
}

function isNameWord(items: readonly Item[], at: number, capitalised: ReadonlySet<string>): boolean {
  const item = items[at];
  if (item === undefined || item.pos === 'PUNCT' || item.pos === 'QUOTE' || item.pos === 'NUM') return false;
  if (!isCapitalised(item.text)) return item.text.length > 4 && /^(?:al|el)-\p{Lu}/u.test(item.text);
  if (pronouns.has(item.lower) && item.text !== 'It') return false;
  const before = items[at - 1];
  if (
    temporal.has(item.lower) &&
    genderOfGivenName(item.text) !== null &&
    !/^(?:in|since|until|by|of|last|next|early|late|from|on|this|to|and)$/.test(before?.lower ?? '')
  ) {
    // "Jan Okell", "April Dray": a month's name before a surname.
    const surname = items[at + 1];
    if (surname !== undefined && surname.pos === 'PROPN' && isCapitalised(surname.text) && !temporal.has(surname.lower))
      return true;
  }
  if (temporal.has(item.lower))
    return before !== undefined && isCapitalised(before.text) && genderOfGivenName(before.text) !== null;
  const starts =
    at === 0 || before?.text === ':' || before?.pos === 'QUOTE' || before?.text === '—' || before?.text === '•';
  if (!starts)
    return (
      item.pos !== 'DET' &&
      item.pos !== 'ADP' &&
      item.pos !== 'CCONJ' &&
      item.pos !== 'SCONJ' &&
      item.pos !== 'AUX' &&
      item.pos !== 'PART'
    );
  if (sentenceStarters.has(item.lower)) return false;
  if (item.pos === 'PROPN' || capitalised.has(item.text) || genderOfGivenName(item.text) !== null) return true;
  const next = items[at + 1];
  return (
    next !== undefined &&
    next.pos === 'PROPN' &&
    isCapitalised(next.text) &&
    (item.pos === 'NOUN' || item.pos === 'ADJ')
  );
}

function namesIn(sentence: FrameSentence, index: number, capitalised: ReadonlySet<string>, names: Name[]): void {
  const { items } = sentence;
  let at = 0;
  while (at < items.length) {
    if (!isNameWord(items, at, capitalised)) {
      at += 1;
      continue;
    }
    const first = at;
    let last = at;
    while (last - first < 24) {
      const next = nextNameWord(items, first, last, capitalised);
      if (next === null) break;
      last = next;
    }
    readName(items, index, first, last, names);
    at = last + 1;
  }
}

/** The next item that belongs to the name ending at `last`, or null. */
function nextNameWord(
  items: readonly Item[],
  first: number,
  last: number,
  capitalised: ReadonlySet<string>,
): number | null {
  const next = items[last + 1];
  if (next === undefined) return null;
  if (isNameWord(items, last + 1, capitalised)) return last + 1;
  if (suffixes.has(next.lower)) return last + 1;
  const after = items[last + 2];
  if (after === undefined) return null;
  if (next.text === '-' && touches(items[last], next) && touches(next, after)) return last + 2;
  if (
    next.text === '.' &&
    touches(items[last], next) &&
    (items[last]?.text.length ?? 9) <= 4 &&
    isNameWord(items, last + 2, capitalised)
  ) {
    return honorifics.has(items[last]?.lower ?? '') ||
      /^[A-Z]$/.test(items[last]?.text ?? '') ||
      items[last]?.lower === 'st'
      ? last + 2
      : null;
  }
  if (next.text === '&' && isNameWord(items, last + 2, capitalised)) return last + 2;
  if (next.pos === 'QUOTE' && next.end - next.start < 24 && isNameWord(items, last + 2, capitalised) && first <= last)
    return last + 2;
  if (particles.has(next.lower) && !isCapitalised(next.text)) {
    if (isNameWord(items, last + 2, capitalised)) return last + 2;
    if (after.text === '-' && isNameWord(items, last + 3, capitalised)) return last + 3;
    if (particles.has(after.lower) && isNameWord(items, last + 3, capitalised)) return last + 3;
  }
  if (next.lower === 'of' || next.lower === 'for' || next.lower === 'and') {
    let bodily = false;
    for (let at = next.lower === 'and' ? first : last; at <= last; at += 1) {
      const lower = items[at]?.lower ?? '';
      if (
        organisations.has(lower) ||
        (next.lower !== 'and' &&
          /^(?:secretary|minister|director|king|queen|prince|princess|bishop|archbishop|duke|duchess|earl|president|speaker|university|states|house|lord|isle|gulf|bay|statue)$/.test(
            lower,
          ))
      )
        bodily = true;
    }
    if (!bodily) return null;
    if (
      next.lower === 'and' &&
      !/^(?:department|ministry|committee|commission|office|agency|institute|bureau|council|centre|center)$/.test(
        items[first]?.lower ?? '',
      )
    )
      return null;
    const skip = after.lower === 'the' ? 3 : 2;
    if (isNameWord(items, last + skip, capitalised)) return last + skip;
  }
  return null;
}

const fullTitles = new Map([
  ['gov', 'governor'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['capt', 'captain'],
  ['cmdr', 'commander'],
  ['maj', 'major'],
  ['adm', 'admiral'],
  ['prof', 'professor'],
  ['dr', 'doctor'],
  ['rev', 'reverend'],
  ['cllr', 'councillor'],
  ['det', 'detective'],
  ['insp', 'inspector'],
  ['supt', 'superintendent'],
  ['pres', 'president'],
  ['atty', 'attorney'],
  ['sec', 'secretary'],
  ['amb', 'ambassador'],
  ['pc', 'officer'],
  ['const', 'constable'],
]);
/** Titles that go with a given name: "Dame Mara", "King Olaf". */
const familiarTitles =
  /^(?:sir|dame|lady|lord|prince|princess|queen|king|pope|saint|father|sister|brother|aunt|uncle|mother|grandma|grandpa|duke|duchess|emperor|sheikh|imam)$/;

const titleModifiers = new Set(
  'prime foreign vice deputy chief assistant associate former acting first lady home defense defence interior finance health education state lead senior national police executive attorney under shadow security press staff managing general'.split(
    ' ',
  ),
);

function readName(items: readonly Item[], sentence: number, first: number, last: number, names: Name[]): void {
  let nameFirst = first;
  let titled = false;
  let gender: Gender | null = null;
  const heads: string[] = [];
  const lowers: string[] = [];
  for (let at = first; at <= last; at += 1) lowers.push(items[at]?.lower ?? '');
  const bodily = lowers.findLastIndex(
    (word, offset) => organisations.has(word) && !(offset === 0 && lowers.length > 1 && honorifics.has(word)),
  );
  // "Refugee Council Enver Solomon": a body, then the name of its head.
  if (bodily >= 0 && first + bodily < last) {
    const at = first + bodily + 1;
    const given = items[at];
    const surname = items[at + 1];
    if (
      given !== undefined &&
      at < last &&
      genderOfGivenName(given.text) !== null &&
      surname !== undefined &&
      /^\p{L}/u.test(surname.text) &&
      isCapitalised(surname.text) &&
      !organisations.has(surname.lower)
    ) {
      readName(items, sentence, first, at - 1, names);
      readName(items, sentence, at, last, names);
      return;
    }
  }
  // "Director General of the …", "Secretary of State Mara Okell": an office; a given name behind it starts the name.
  const of = lowers.indexOf('of');
  if (of > 0) {
    const office = (lowers[of - 1] ?? '').replace(/\.$/, '');
    if (roles.has(office) || honorifics.has(office)) {
      let given = -1;
      for (let at = first + of + 2; at < last; at += 1) {
        if (
          genderOfGivenName(items[at]?.text ?? '') !== null &&
          !organisations.has(items[at + 1]?.lower ?? '') &&
          items[at + 1]?.lower !== 'of'
        ) {
          given = at;
          break;
        }
      }
      if (given < 0) return;
      nameFirst = given;
      titled = true;
      heads.push(office);
    }
  }
  // Titles before a name: everything up to the last title that leaves a name of at most four words.
  for (let at = last - 1; at >= nameFirst; at -= 1) {
    const lower = (items[at]?.lower ?? '').replace(/\.$/, '');
    const isTitle = honorifics.has(lower) || (roles.has(lower) && !isGivenNameBefore(items, at, first));
    if (!isTitle) continue;
    const follows = items[at + 1];
    if (follows === undefined || (!/^\p{L}/u.test(follows.text) && follows.text !== '.')) continue;
    if (/^(?:of|for|and|to)$/.test(follows.lower)) continue;
    if (bodily >= 0 && first + bodily > at) continue;
    nameFirst = follows.text === '.' ? at + 2 : at + 1;
    titled = true;
    break;
  }
  for (let at = first; at < nameFirst; at += 1) {
    const lower = (items[at]?.lower ?? '').replace(/\.$/, '');
    gender ??= honorifics.get(lower) ?? genderedRoles.get(lower) ?? null;
    if (roles.has(lower) || honorifics.has(lower)) heads.push(fullTitles.get(lower) ?? lower);
  }
  // "Catcher Luis Okell": a calling at the head of the sentence, written like a name.
  if (
    !titled &&
    first === 0 &&
    last - first >= 2 &&
    bodily < 0 &&
    /(?:er|or|ist|man|woman|ian|back)$/.test(lowers[0] ?? '') &&
    genderOfGivenName(items[first]?.text ?? '') === null &&
    genderOfGivenName(items[first + 1]?.text ?? '') !== null
  ) {
    nameFirst = first + 1;
    titled = true;
    heads.push(lowers[0] ?? '');
  }
  // Nations and adjectives before a name: "American Mara Okell".
  while (
    nameFirst < last &&
    !titled &&
    demonyms.has(items[nameFirst]?.lower ?? '') &&
    bodily < 0 &&
    items[nameFirst + 1]?.pos !== 'PUNCT'
  )
    nameFirst += 1;

  let role: Range | null = titled ? [items[first]?.start ?? 0, items[nameFirst - 1]?.end ?? 0] : null;
  const parts: string[] = [];
  for (let at = nameFirst; at <= last; at += 1) {
    const item = items[at];
    if (item === undefined || item.pos === 'QUOTE' || item.text === '.') continue;
    if (item.text === '-' || (touches(items[at - 1], item) && at > nameFirst && items[at - 1]?.text === '-'))
      parts.push(`${parts.pop() ?? ''}${item.text}`);
    else parts.push(item.text);
  }
  const start = items[nameFirst];
  if (parts.length === 0 || start === undefined) return;

  // A common role before the name: "the team's coach Nabil Okell".
  const before = items[first - 1];
  let roleBefore = false;
  if (
    before !== undefined &&
    first > 0 &&
    before.pos !== 'PUNCT' &&
    !isCapitalised(before.text) &&
    (roles.has(before.lower) ||
      (before.pos === 'NOUN' && /(?:man|woman|member|ist|er|or)$/.test(before.lower) && !temporal.has(before.lower)))
  ) {
    const phrase = wholePhraseEndingAt(items, first - 1);
    if (phrase !== null) {
      role = [
        items[phrase.first]?.start ?? before.start,
        titled ? (items[nameFirst - 1]?.end ?? before.end) : before.end,
      ];
      roleBefore = true;
      heads.push(before.lower);
      gender ??= genderedRoles.get(before.lower) ?? null;
    }
  }
  // An appositive before the name: "The team's coach, Nabil Okell, …".
  if (before?.text === ',' && first >= 2 && !roleBefore && bodily < 0) {
    const noun = items[first - 2];
    const phrase = noun === undefined ? null : wholePhraseEndingAt(items, first - 2);
    const head = phrase === null ? undefined : items[phrase.head];
    const determined = phrase === null ? undefined : items[phrase.first];
    if (
      phrase !== null &&
      head !== undefined &&
      determined !== undefined &&
      roles.has(head.lower) &&
      (determined.pos === 'DET' || determined.pos === 'PRON' || phrase.first !== phrase.head) &&
      (items[last + 1] === undefined || items[last + 1]?.pos === 'PUNCT')
    ) {
      role = [determined.start, items[phrase.last]?.end ?? head.end];
      heads.push(head.lower);
      gender ??= genderedRoles.get(head.lower) ?? null;
      roleBefore = true;
    }
  }
  const given = genderOfGivenName(parts[0] ?? '');
  const after = appositiveAfter(items, last);
  if (after !== null) {
    heads.push(after.head);
    role ??= after.range;
    gender ??= genderedRoles.get(after.head) ?? null;
  }
  let kind: ActorKind = 'unknown';
  const lastWord = items[last];
  if (bodily >= 0 && first + bodily >= nameFirst && !(roleBefore && given !== null)) kind = 'organisation';
  else if (titled || roleBefore) kind = 'person';
  else if (parts.length > 1 && parts.length <= 4 && given !== null) kind = 'person';
  else if (after !== null && after.kind !== null) kind = after.kind;
  else if (parts.length === 1 && places.has(parts[0]?.toLowerCase() ?? '')) kind = 'place';
  else if (parts.length === 1 && /^[A-Z][A-Z0-9&.]+$/.test(parts[0] ?? '')) kind = 'organisation';
  else if (
    /^(?:Street|Road|Avenue|Lane|River|Lake|Bay|Mount|Mountain|Park|Square|Bridge|Island|Islands|Beach|Valley|County|Hill|Hills|Harbour|Harbor|Airport|Stadium|Falls|Creek|Highway|Pier|Quay|Plaza|Strait|Sea|Ocean|Coast|Canal|Prison|Forest|Pass|Point|Gulf|Canyon|Desert|Border|Cove|Heights|Gap|Town|Village|Peninsula|Province|Territory|Region)$/.test(
      parts.at(-1) ?? '',
    ) &&
    given === null
  )
    kind = 'place';
  else if (first > 0 && before?.lower === 'the') kind = 'organisation';
  else if (parts.some((part) => places.has(part.toLowerCase())) && parts.length <= 2 && given === null) kind = 'place';
  if (kind === 'person' || kind === 'unknown') gender ??= given === 'male' || given === 'female' ? given : null;
  if (lastWord === undefined) return;
  // A capitalised office or a body alone ("Undersecretary", "the Court") is a description.
  const only = (parts[0] ?? '').toLowerCase();
  if (parts.length === 1 && only.length < 2) return;
  if (
    parts.length === 1 &&
    honorifics.has(only) &&
    given === null &&
    !(titled && /^(?:mr|mrs|ms|miss|dr)\.?$/.test(items[first]?.lower ?? ''))
  )
    return;
  if (
    parts.length === 1 &&
    !titled &&
    !roleBefore &&
    (roles.has(only) || honorifics.has(only) || documents.has(only) || organisations.has(only) || groups.has(only)) &&
    given === null
  )
    return;
  names.push({ sentence, first, last, nameFirst, parts, kind, gender, role, titled, heads });
}

function isGivenNameBefore(items: readonly Item[], at: number, first: number): boolean {
  // "Tom Baker", "Judy Judge": behind a given name a role is a surname.
  return (
    at > first &&
    genderOfGivenName(items[at - 1]?.text ?? '') !== null &&
    !titleModifiers.has(items[at - 1]?.lower ?? '')
  );
}

/** "Okell, the mayor of Velmouth," and "Okell, 43," and "Okell, who …": what stands behind a name. */
function appositiveAfter(
  items: readonly Item[],
  last: number,
): { range: Range | null; head: string; kind: ActorKind | null } | null {
  let at = last + 1;
  if (items[at]?.text === '(') {
    while (at < items.length && at - last < 10 && items[at]?.text !== ')') at += 1;
    at += 1;
  }
  if (items[at]?.text !== ',' && items[at]?.text !== '—' && items[at]?.text !== '–') return null;
  at += 1;
  let next = items[at];
  if (next === undefined) return null;
  if (/^[0-9]{1,3}$/.test(next.text) && items[at + 1]?.text === ',') {
    const behind = items[at + 2];
    if (behind !== undefined && (behind.pos === 'DET' || behind.pos === 'NOUN' || behind.pos === 'ADJ')) {
      at += 2;
      next = behind;
    } else return { range: null, head: 'aged', kind: 'person' };
  }
  if (next.lower === 'who' || next.lower === 'whose') return { range: null, head: 'who', kind: 'person' };
  const phrase = phraseStartingAt(items, at);
  if (phrase === null) return null;
  const head = items[phrase.head];
  const open = items[phrase.first];
  const close = items[phrase.last];
  if (head === undefined || open === undefined || close === undefined) return null;
  if (isCapitalised(head.text) && !roles.has(head.lower)) return null;
  const kind = roles.has(head.lower)
    ? 'person'
    : organisations.has(head.lower) || documents.has(head.lower)
      ? 'organisation'
      : null;
  // "a retired welder": no listed calling, but formed like one.
  const formed = /^an?$/.test(open.lower) && /(?:er|or|ist|man|woman|ian|eer)$/.test(head.lower);
  if (kind === null && !formed) return null;
  // In a list ("Okell, teachers and …") the phrase would be plural or bare; an appositive has a determiner or goes on with "of".
  if (open.pos !== 'DET' && phrase.first === phrase.last && items[phrase.last + 1]?.text !== ',') return null;
  return { range: [open.start, close.end], head: head.lower, kind };
}

function group(text: string, sentences: readonly FrameSentence[], names: readonly Name[]): Draft[] {
  const drafts: Draft[] = [];
  const byLast = new Map<string, number[]>();
  const byFirst = new Map<string, number[]>();
  const byWhole = new Map<string, number>();
  const byInitials = new Map<string, number>();
  const order = names.map((_, index) => index);
  const links = new Map<number, number>();

  const add = (map: Map<string, number[]>, key: string, draft: number) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [draft]);
    else if (!list.includes(draft) && list.length < 16) list.push(draft);
  };
  const create = (name: Name, index: number) => {
    const range = rangeOf(sentences, name.sentence, name.nameFirst, name.last);
    drafts.push({
      kind: name.kind,
      name: text.slice(range[0], range[1]),
      range,
      parts: [...name.parts],
      aliases: [],
      roles: [],
      heads: new Set(),
      gender: null,
      firmGender: false,
      mentions: [],
      votes: 0,
    });
    const draft = drafts.length - 1;
    const parts = plainParts(name.parts);
    byWhole.set(parts.join(' '), draft);
    add(byLast, parts.at(-1) ?? '', draft);
    add(byFirst, parts[0] ?? '', draft);
    if (parts.length > 1) {
      const initials = parts
        .filter((part) => part.length > 0 && !/^(?:of|the|for|and|de|la)$/.test(part))
        .map((part) => part.charAt(0))
        .join('');
      if (initials.length >= 2) byInitials.set(initials, draft);
      if (parts.length > 2) byInitials.set(parts.map((part) => part.charAt(0)).join(''), draft);
    }
    links.set(index, draft);
  };

  // Fuller names first, so that a surname finds its bearer wherever that stands.
  for (const index of order) {
    const name = names[index];
    if (name === undefined || name.parts.length < 2) continue;
    const parts = plainParts(name.parts);
    const whole = byWhole.get(parts.join(' '));
    if (whole !== undefined) {
      links.set(index, whole);
      continue;
    }
    const same = (byLast.get(parts.at(-1) ?? '') ?? []).find((at) => {
      const other = plainParts(drafts[at]?.parts ?? []);
      const kind = drafts[at]?.kind;
      if (kind === 'organisation' || name.kind === 'organisation')
        return kind === name.kind && (endsWith(other, parts) || endsWith(parts, other));
      return sameGiven(other[0] ?? '', parts[0] ?? '');
    });
    if (same !== undefined) {
      links.set(index, same);
      const draft = drafts[same];
      if (draft !== undefined && parts.length > draft.parts.length && parts.length <= 4) {
        draft.parts = [...name.parts];
        const range = rangeOf(sentences, name.sentence, name.nameFirst, name.last);
        draft.range = range;
        draft.name = text.slice(range[0], range[1]);
      }
      continue;
    }
    create(name, index);
  }
  const firstAt: number[] = [];
  for (const [index, draft] of links) firstAt[draft] = Math.min(firstAt[draft] ?? index, index);
  const lastAt: number[] = [];
  const bareAt: number[] = [];
  for (const index of order) {
    const name = names[index];
    if (name === undefined) continue;
    const linked = links.get(index);
    if (linked !== undefined) lastAt[linked] = index;
    if (name.parts.length !== 1) continue;
    const part = plain(name.parts[0] ?? '');
    const candidates = (byLast.get(part) ?? []).filter(
      (at) => drafts[at]?.kind !== 'organisation' && fits(drafts[at], name, true),
    );
    const certain =
      name.gender !== null && name.titled
        ? candidates.filter(
            (at) => genderOfGivenName(drafts[at]?.parts[0] ?? '') === name.gender || drafts[at]?.gender === name.gender,
          )
        : [];
    const nearest = nearestOf(certain.length > 0 ? certain : candidates, lastAt, firstAt, bareAt);
    if (nearest !== null) {
      links.set(index, nearest);
      lastAt[nearest] = index;
      bareAt[nearest] = index;
      continue;
    }
    const given = (byFirst.get(part) ?? []).filter((at) => fits(drafts[at], name, false));
    const first = nearestOf(given, lastAt, firstAt);
    const initials = /^[A-Z.]{2,}$/.test(name.parts[0] ?? '') ? byInitials.get(part.replace(/\./g, '')) : undefined;
    if (initials !== undefined) links.set(index, initials);
    else if (
      first !== null &&
      (drafts[first]?.kind !== 'organisation' || !titled(name)) &&
      drafts[first]?.kind !== 'place'
    )
      links.set(index, first);
    else create(name, index);
  }

  for (const [index, name] of names.entries()) {
    const link = links.get(index);
    const draft = link === undefined ? undefined : drafts[link];
    if (draft === undefined || link === undefined) continue;
    const range = rangeOf(sentences, name.sentence, name.nameFirst, name.last);
    draft.mentions.push({ sentence: name.sentence, first: name.first, last: name.last, range, person: link });
    const alias = text.slice(range[0], range[1]);
    if (!draft.aliases.includes(alias) && draft.aliases.length < 12) draft.aliases.push(alias);
    if (name.role !== null && draft.roles.length < 8) draft.roles.push(name.role);
    for (const head of name.heads) draft.heads.add(head);
    if (name.gender !== null && draft.gender === null) draft.gender = name.gender;
    if (draft.kind === 'unknown' || (draft.kind === 'place' && name.kind === 'person'))
      draft.kind = name.kind === 'unknown' ? draft.kind : name.kind;
  }
  for (const draft of drafts) {
    draft.aliases.sort((a, b) => (a === draft.name ? -1 : b === draft.name ? 1 : b.length - a.length));
  }
  return drafts;
}

function titled(name: Name): boolean {
  return name.titled;
}

function fits(draft: Draft | undefined, name: Name, surname: boolean): boolean {
  if (draft === undefined) return false;
  if (name.gender !== null && name.titled) {
    const given = genderOfGivenName(draft.parts[0] ?? '');
    if ((given === 'male' || given === 'female') && given !== name.gender) return false;
  }
  if (!surname && name.titled && !name.heads.some((head) => familiarTitles.test(head))) return false;
  return true;
}

/** Of several bearers of a name, the one named last before, else the first behind. */
function nearestOf(
  candidates: readonly number[],
  last: readonly number[],
  first: readonly number[],
  bare: readonly number[] = [],
): number | null {
  let best: number | null = null;
  // Whom the article has called by the surname alone goes on to own it; relatives keep their given names.
  for (const at of candidates)
    if ((bare[at] ?? -1) >= 0 && (best === null || (bare[at] ?? -1) > (bare[best] ?? -1))) best = at;
  if (best !== null) return best;
  for (const at of candidates) {
    if (best === null) {
      best = at;
      continue;
    }
    const [here, there] = [last[at] ?? -1, last[best] ?? -1];
    if (here > there || (here < 0 && there < 0 && (first[at] ?? 0) < (first[best] ?? 0))) best = at;
  }
  return best;
}

function plain(part: string): string {
  let lower = part.toLowerCase();
  for (let at = 0; at < lower.length; at += 1) {
    if (lower.charCodeAt(at) < 128) continue;
    lower = lower.normalize('NFD').replace(/\p{M}/gu, '');
    break;
  }
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

function plainParts(parts: readonly string[]): string[] {
  const result = parts.map(plain).filter((part) => !suffixes.has(part) && part !== '');
  return result.length > 0 ? result : [''];
}

function endsWith(longer: readonly string[], shorter: readonly string[]): boolean {
  const offset = longer.length - shorter.length;
  return offset >= 0 && shorter.every((part, index) => longer[offset + index] === part);
}

function sameGiven(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

function rangeOf(sentences: readonly FrameSentence[], sentence: number, first: number, last: number): Range {
  const items = sentences[sentence]?.items ?? [];
  return [items[first]?.start ?? 0, items[last]?.end ?? 0];
}

/** A person who has only a surname in the body may have a given name in the title. */
function completeFrom(text: string, [start, end]: Range, drafts: readonly Draft[]): void {
  const title = text.slice(start, Math.min(end, start + 400));
  for (const draft of drafts) {
    if (draft.parts.length !== 1 || draft.kind === 'organisation' || draft.kind === 'place') continue;
    const surname = draft.parts[0] ?? '';
    const at = title.indexOf(surname);
    if (at < 2) continue;
    const given = /(?:^|[^\p{L}])(\p{Lu}[\p{L}’'-]+) $/u.exec(title.slice(Math.max(0, at - 40), at));
    const word = given?.[1];
    if (word === undefined || genderOfGivenName(word) === null) continue;
    if (/^[\p{L}-]/u.test(title.charAt(at + surname.length))) continue;
    draft.range = [start + at - 1 - word.length, start + at + surname.length];
    draft.name = text.slice(draft.range[0], draft.range[1]);
    draft.aliases.unshift(draft.name);
    draft.kind = 'person';
    const gender = genderOfGivenName(word);
    draft.gender ??= gender === 'male' || gender === 'female' ? gender : null;
  }
}
