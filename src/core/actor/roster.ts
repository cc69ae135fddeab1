import { fold } from './fold.ts';
import { speaksFor } from './office.ts';
import { organisationNamed } from './organisation.ts';
import { mayNameState, type State, stateNamed, stateOf } from './state.ts';

/** A person, state, organisation or office, as the articles name it. */
export interface Actor {
  /** Stable while the name is: "state:IR", "body:united-nations", "name:mara-okell". */
  readonly key: string;
  /** The fullest name. */
  readonly name: string;
  readonly kind: 'state' | 'organisation' | 'named';
  /** Names and words that find it, folded. */
  readonly aliases: ReadonlySet<string>;
  /** Offices as printed ("mayor of Velmouth"). */
  readonly roles: ReadonlySet<string>;
}

/** A name as an article prints it, with the office printed beside it. */
export interface NamedMention {
  readonly name: string;
  readonly role?: string | undefined;
  /** The name of the same person elsewhere, when `name` is a description; the description is then the office. */
  readonly alias?: string | undefined;
}

/** What a mention is to every roster, whatever else is in it. */
export interface ReadMention {
  /** The office printed beside it, or what it is described as. */
  readonly role: string | undefined;
  readonly name: ReadName;
  /** The keys of everybody answerable for what it says; null where that depends on the offices that others name. */
  readonly answerable: readonly string[] | null;
}

interface Draft {
  readonly key: string;
  readonly name: string;
  readonly kind: Actor['kind'];
  readonly aliases: Set<string>;
  readonly roles: Set<string>;
}

const determiners = /^(?:the|a|an|our|his|her|its|their)\s+/i;
const honorifics =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|president|prime minister|minister|premier|chancellor|king|queen|prince|princess|senator|sen|rep|representative|governor|gov|mayor|general|gen|colonel|col|captain|capt|judge|justice|pope|archbishop|bishop|rev|reverend|imam|ayatollah|sheikh|ambassador|secretary|councillor|cllr|mp|foreign minister|then|ex-president|former president)\.?\s+/i;

/** Words that stand in many names and find none. */
const joining = new Set(['the', 'a', 'an', 'of', 'for', 'in', 'at', 'to', 'and', 'on', 'by']);

/** A name without article and honorifics: "the President Mara Okell" is "Mara Okell". A lone honorific stays. */
export function bareName(name: string): string {
  let bare = name.trim().replace(determiners, '');
  for (
    let next = bare.replace(honorifics, '');
    next !== bare && /^\p{Lu}/u.test(next);
    next = bare.replace(honorifics, '')
  ) {
    bare = next;
  }
  return bare;
}

/** "Mara Okell", "Jan van der Berg": two to five words, the first and last with a capital, no common noun between. */
function looksLikePerson(name: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|van|von|der|den|de|da|di|del|la|le|al|bin|ibn|el|dos|du|y)){0,3} \p{Lu}[\p{L}'’-]+$/u.test(
    name,
  );
}

/**
 * The actors of an archive: everybody who speaks or holds something, each state under one key whatever it is called.
 * A surname alone stays an actor of its own, since in another article it may be somebody else; typed, it finds all who
 * bear it.
 */
export class Roster {
  readonly #actors = new Map<string, Draft>();
  readonly #byAlias = new Map<string, Draft[]>();
  /** By the words of their names, and by those of their offices. */
  readonly #byNameWord: WordBook = new Map();
  readonly #byRoleWord: WordBook = new Map();

  private constructor() {}

  /** The roster of some mentions. A generator, so that the caller can pause between its steps. */
  static *of(mentions: Iterable<ReadMention>): Generator<void, Roster> {
    const roster = new Roster();
    let read = 0;
    for (const mention of mentions) {
      roster.#add(mention);
      read += 1;
      if (read % 200 === 0) yield;
    }
    for (const actor of roster.#actors.values()) {
      for (const alias of actor.aliases) {
        const named = roster.#byAlias.get(alias);
        if (named === undefined) roster.#byAlias.set(alias, [actor]);
        else named.push(actor);
      }
      const words = wordsOf(actor.name);
      bookWords(roster.#byNameWord, actor, words);
      // Words of an office are sought together with those of the name.
      if (actor.roles.size > 0) bookWords(roster.#byRoleWord, actor, words);
      for (const role of actor.roles) bookWords(roster.#byRoleWord, actor, wordsOf(role));
      read += 1;
      if (read % 500 === 0) yield;
    }
    return roster;
  }

  #add({ name, role }: ReadMention): void {
    const { bare, folded, surname, key } = name;
    if (bare === '') return;
    const actor = this.#actors.get(key) ?? draftOf(name);
    this.#actors.set(key, actor);
    actor.aliases.add(folded);
    if (surname !== null) actor.aliases.add(surname);
    if (role !== undefined) actor.roles.add(role);
  }

  /** Every actor, in order of first mention. */
  get actors(): readonly Actor[] {
    return [...this.#actors.values()];
  }

  /** The actor of a key, or null; a state's key is known even where no article names it as a speaker. */
  actor(key: string): Actor | null {
    const known = this.#actors.get(key);
    if (known !== undefined) return known;
    const state = key.startsWith('state:') ? stateOf(key.slice(6)) : null;
    return state === null ? null : draftOfState(state);
  }

  /**
   * The keys of everybody answerable for what a mention says: the person or body itself first, then the states it
   * speaks for by its name and the office printed beside it.
   */
  answerable({ name, answerable }: ReadMention): readonly string[] {
    return answerable ?? answerableIn(name, [...(this.#actors.get(name.key)?.roles ?? [])], statesOfBoth);
  }

  /**
   * The actors that typed text means: a key as picked from a list, a state or body by any alias, a full name, a
   * surname (all who bear it), else everybody whose name or office holds all the words typed. Empty when nobody fits.
   */
  resolve(typed: string): readonly Actor[] {
    const picked = this.actor(typed.trim());
    if (picked !== null) return [picked];
    const bare = bareName(typed);
    const state = stateNamed(bare);
    if (state !== null) return [this.#actors.get(`state:${state.code}`) ?? draftOfState(state)];
    const folded = fold(bare);
    if (folded === '') return [];
    const body = organisationNamed(bare);
    const bodyActor = body === null ? undefined : this.#actors.get(body.key);
    if (bodyActor !== undefined) return [bodyActor];
    const known = this.#byAlias.get(folded);
    if (known !== undefined) return known;
    const words = folded.split(' ').filter((word) => !joining.has(word));
    if (words.length === 0) return [];
    const named = holdersOf(words, this.#byNameWord, namesOf);
    return [...new Set([...named, ...holdersOf(words, this.#byRoleWord, rolesOf)])];
  }
}

/** For each word the actors in whose texts it stands, in order of first mention. */
type WordBook = Map<string, Draft[]>;

function namesOf({ name }: Draft): string[] {
  return [name];
}

function rolesOf({ name, roles }: Draft): string[] {
  return Array.from(roles, (role) => `${role} ${name}`);
}

function wordsOf(text: string): string[] {
  return fold(text).split(/[\s,'-]+/);
}

function bookWords(book: WordBook, actor: Draft, words: readonly string[]): void {
  for (const word of words) {
    const list = book.get(word);
    if (list === undefined) book.set(word, [actor]);
    else if (list.at(-1) !== actor) list.push(actor);
  }
}

/** The actors one of whose texts holds all the words, in order of first mention. */
function holdersOf(words: readonly string[], book: WordBook, textsOf: (actor: Draft) => readonly string[]): Draft[] {
  const lists = words.map((word) => book.get(word) ?? []);
  const shortest = lists.reduce((best, list) => (list.length < best.length ? list : best));
  // Each of a list has its word; whether one text has all of several is to be seen.
  if (words.length === 1) return shortest;
  return shortest.filter((actor) =>
    textsOf(actor).some((text) => {
      const held = new Set(wordsOf(text));
      return words.every((word) => held.has(word));
    }),
  );
}

/** The mention by the name rather than by the description, which becomes the office. */
function byName({ name, role, alias }: NamedMention): NamedMention {
  return alias === undefined ? { name, role } : { name: alias, role: name };
}

function draftOf({ bare, folded, key }: ReadName): Draft {
  const state = key.startsWith('state:') ? stateOf(key.slice(6)) : null;
  if (state !== null) return draftOfState(state);
  const body = key.startsWith('body:') ? organisationNamed(bare) : null;
  if (body === null) return { key, name: bare, kind: 'named', aliases: new Set([folded]), roles: new Set() };
  return { key, name: body.name, kind: 'organisation', aliases: new Set(body.aliases.map(fold)), roles: new Set() };
}

function draftOfState(state: State): Draft {
  return {
    key: `state:${state.code}`,
    name: state.name,
    kind: 'state',
    aliases: new Set(state.aliases.map(({ text }) => fold(text))),
    roles: new Set(),
  };
}

/** What a name is to a roster, whatever else is in it. */
export interface ReadName {
  readonly printed: string;
  readonly bare: string;
  readonly folded: string;
  /** Folded; null where the name is no person's. */
  readonly surname: string | null;
  readonly key: string;
  /** The key alone: who is answerable for what somebody of this name says, who speaks for nobody else. */
  readonly alone: readonly string[];
  readonly spokenFor: SpokenFor;
}

/** For whom a name or an office speaks, each by its key. */
interface SpokenFor {
  readonly states: readonly string[];
  readonly bodies: readonly string[];
  /** Whether words of it may be part of a state's name. */
  readonly mayNameState: boolean;
}

const nobody: SpokenFor = { states: [], bodies: [], mayNameState: false };

function readName(name: string): ReadName {
  const bare = bareName(name);
  const surname = looksLikePerson(bare) ? fold(bare.split(' ').at(-1) ?? bare) : null;
  const folded = fold(bare);
  const key = keyOf(bare, folded);
  return { printed: name, bare, folded, surname, key, alone: [key], spokenFor: readSpokenFor(name) };
}

function keyOf(bare: string, folded: string): string {
  const state = stateNamed(bare);
  if (state !== null) return `state:${state.code}`;
  return organisationNamed(bare)?.key ?? `name:${folded.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}`;
}

function readSpokenFor(text: string): SpokenFor {
  const bodies = bodiesOf(text);
  const named = mayNameState(text);
  if (!named && bodies.length === 0) return nobody;
  return { states: named ? statesOf(text) : [], bodies, mayNameState: named };
}

function statesOf(text: string): readonly string[] {
  return speaksFor(text).map(({ code }) => `state:${code}`);
}

// The same descriptions return with every archive that is opened after a change; what they mean depends on nothing else.
const nameOf = remembered(readName);
const spokenForByRole = remembered(readSpokenFor);
const statesOfBoth = remembered(statesOf);

/** Reads a mention: what it is to a roster. */
export function readMention(mention: NamedMention): ReadMention {
  const { name, role } = byName(mention);
  const read = nameOf(name);
  // Where a name and an office stand together once, as they mostly do, it is not worth remembering what they mean.
  return { name: read, role, answerable: role === undefined ? null : answerableIn(read, [role], statesOf) };
}

/**
 * The keys of everybody answerable for what somebody of a name says who has some offices: for whom he speaks by either, or
 * by both together, of which `statesOf` finds the states.
 */
function answerableIn(
  { printed, key, alone, spokenFor }: ReadName,
  roles: readonly string[],
  statesOf: (text: string) => readonly string[],
): readonly string[] {
  if (roles.length === 0 && spokenFor === nobody) return alone;
  const byRole = roles.map(spokenForByRole);
  const all = [spokenFor, ...byRole];
  const both = roles.flatMap((role, at) =>
    spokenFor.mayNameState || byRole[at]?.mayNameState === true ? statesOf(`${role} ${printed}`) : [],
  );
  const others = [...all.flatMap(({ states }) => states), ...both, ...all.flatMap(({ bodies }) => bodies)];
  return others.length === 0 ? alone : [...new Set([key, ...others])];
}

/** The same function, its answers remembered, so many of them that a hostile archive cannot fill the memory. */
function remembered<T>(find: (text: string) => T, most = 200_000): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = find(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}

/**
 * The bodies for which a description speaks: "a spokesman for the European Union", "NATO's secretary general"; not
 * the counterpart of an office ("the Russian ambassador to NATO").
 */
function bodiesOf(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/\p{Lu}[\p{L}.]*(?: (?:of |for |the )?\p{Lu}[\p{L}.]*)*/gu)) {
    const body = organisationNamed(match[0].replace(/['’]s$/, ''));
    if (body !== null && !/\b(?:to|with|on|against|towards?)\s+(?:the\s+)?$/i.test(text.slice(0, match.index))) {
      found.push(body.key);
    }
  }
  return found;
}
