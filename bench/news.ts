/**
 * Makes archives of news-like articles from a seed, for the measurements: the same options give the same files on every
 * machine. `npm run -s bench:news -- FOLDER ARTICLES [SEED]` writes one.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface GeneratorOptions {
  /** Any whole number. */
  readonly seed: number;
  readonly articles: number;
  /** How many words an article has on average; 600 unless told. */
  readonly words?: number;
  /** The share of articles that are another outlet's copy of one before; 0.05 unless told. */
  readonly copies?: number;
}

export interface GeneratedArticle {
  /** The file's path below the archive's folder: outlet, then day and number. */
  readonly file: string;
  readonly title: string;
  readonly outlet: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** As a plain text file holds it: title, blank line, dateline and paragraphs. */
  readonly text: string;
}

/** A source of numbers from 0 to 1 that a seed fixes (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of a list, all alike likely. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  /** A rank below `limit`, small ones far likelier, as words and names are in print. */
  rank(limit: number): number {
    return Math.min(limit - 1, Math.floor(limit ** this.next() - 1 + this.next()));
  }
}

const list = (words: string) => words.trim().split(/\s+/);
const outlets = list('Reuters AP AFP IRNA TASS Xinhua PTI ANSA Kyodo Yonhap EFE Anadolu');
const states = list(
  'Iran Russia Venezuela China France Germany India Brazil Turkey Egypt Japan Canada Mexico Nigeria Kenya Poland Ukraine Israel Syria Iraq Cuba Chile Peru Spain Italy Norway Sweden Pakistan Indonesia Vietnam',
);
const adjectives = list(
  'Iranian Russian Venezuelan Chinese French German Indian Brazilian Turkish Egyptian Japanese Canadian Mexican Nigerian Kenyan Polish Ukrainian Israeli Syrian Iraqi Cuban Chilean Peruvian Spanish Italian Norwegian Swedish Pakistani Indonesian Vietnamese',
);
const bodies = [
  'the United Nations',
  'the European Union',
  'NATO',
  'the World Bank',
  'the African Union',
  'the World Health Organization',
];
const offices = [
  'Foreign Minister',
  'Prime Minister',
  'Finance Minister',
  'Defence Minister',
  'President',
  'Mayor',
  'Governor',
  'Ambassador',
];
const given = list(
  'Maria John Ahmed Elena Peter Fatima Wei Olga Carlos Amina David Yuki Anna Hassan Lucia Ivan Grace Omar Sofia Daniel Leila Thomas Priya Jorge Ingrid Samuel Nadia Paul Rosa Viktor',
);
const nouns = list(
  `agreement border budget bridge ceasefire charter coalition commission committee company conference convoy court crop
  debt decision deficit delegation deployment dispute drought economy election embassy energy export factory farm fleet
  fuel government grain harbour hospital industry inflation inquiry institute intervention investment law loan market
  measure meeting migrant mission negotiation network office oil operation opposition panel parliament peace pension
  pipeline plan plant policy port power price programme project proposal protest province railway reform refugee region
  report resolution river rule sanction school sector security settlement shipment shortage strike subsidy summit
  supply tariff tax team territory trade treaty troop union university vaccine vote wage war water weapon worker`,
);
const qualities = list(
  `annual armed big common costly cross-border domestic economic emergency environmental federal final financial foreign
  former full global heavy historic humanitarian illegal independent international joint legal local long-term maritime
  military modern national new nuclear official peaceful political private provisional public regional rural safe
  serious social temporary unilateral united unlawful urban urgent`,
);
const doings = list(
  `approved blocked built cancelled closed completed cut delayed discussed expanded financed funded halted launched
  negotiated opened postponed prepared presented published raised reduced rejected renewed repaired replaced reviewed
  shelved signed stopped suspended visited welcomed widened withdrew`,
);
const bases = list(
  'approve block build cancel close complete cut delay discuss expand finance fund halt launch negotiate open postpone present publish raise reduce reject renew repair replace review sign stop suspend widen withdraw',
);
const against = ['opposes', 'rejects', 'condemns', 'is against', 'strongly opposes'];
const forIt = ['supports', 'welcomes', 'backs', 'endorses', 'is in favour of'];
const saying = ['said', 'told reporters', 'added', 'said on Tuesday', 'told the parliament', 'announced', 'warned'];
const reporting = ['said', 'stressed', 'argued', 'noted', 'insisted', 'told reporters'];
const months = list('January February March April May June July August September October November December');

const beginnings = list('b br c d dr f g gr h j k kr l m n p r s st t tr v w z');
const middles = list('a e i o u ai ei ou ia eo');
const endings = list('n r l s m t k nd rt lin ros vic man son berg ova ski dal ter nov');

/** A name of two or three syllables; the same number gives the same name, so that a name returns in other articles. */
function coin(number: number): string {
  const dice = new Dice(number * 2_654_435_761);
  let name = '';
  const syllables = 1 + dice.below(2);
  for (let syllable = 0; syllable < syllables; syllable += 1) name += dice.pick(beginnings) + dice.pick(middles);
  name += dice.pick(beginnings) + dice.pick(middles) + dice.pick(endings);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The more articles there are, the more people and places are in the news: about as the vocabulary of print grows. */
function coined(dice: Dice, articles: number, from: number): string {
  return coin(from + dice.rank(200 + articles * 4));
}

interface Person {
  readonly full: string;
  readonly surname: string;
  readonly office: string;
}

class Writer {
  readonly #dice: Dice;
  readonly #articles: number;
  readonly #people: readonly Person[];
  readonly #subjects: readonly string[];

  constructor(dice: Dice, articles: number) {
    this.#dice = dice;
    this.#articles = articles;
    this.#people = Array.from({ length: 2 + dice.below(3) }, () => this.#person());
    this.#subjects = Array.from({ length: 6 }, () => this.#thing());
  }

  #person(): Person {
    const surname = coined(this.#dice, this.#articles, 1);
    const place = this.#dice.chance(0.5) ? this.#dice.pick(adjectives) : coined(this.#dice, this.#articles, 1e6);
    return { full: `${this.#dice.pick(given)} ${surname}`, surname, office: `${place} ${this.#dice.pick(offices)}` };
  }

  #thing(): string {
    const noun = nouns[this.#dice.rank(nouns.length)] ?? 'plan';
    return `${qualities[this.#dice.rank(qualities.length)] ?? 'new'} ${noun}`;
  }

  #place(): string {
    return this.#dice.chance(0.5) ? this.#dice.pick(states) : coined(this.#dice, this.#articles, 1e6);
  }

  #subject(): string {
    return this.#dice.chance(0.6) ? this.#dice.pick(this.#subjects) : this.#thing();
  }

  #party(): string {
    return this.#dice.chance(0.75) ? this.#dice.pick(states) : this.#dice.pick(bodies);
  }

  #verdict(): string {
    return this.#dice.pick(this.#dice.chance(0.5) ? against : forIt);
  }

  title(): string {
    const subject = this.#subject();
    return this.#dice.chance(0.5)
      ? `${this.#party().replace(/^the /, '')} ${this.#verdict()} ${subject} in ${this.#place()}`
      : `${this.#place()} ${this.#dice.pick(doings)} ${subject} after talks with ${this.#dice.pick(states)}`;
  }

  #clause(): string {
    const dice = this.#dice;
    switch (dice.below(5)) {
      case 0:
        return `the ${this.#subject()} in ${this.#place()} will ${dice.pick(bases)} the ${this.#subject()} by ${1 + dice.below(28)} ${dice.pick(months)}`;
      case 1:
        return `${this.#party()} ${this.#verdict()} the ${this.#subject()} and any ${this.#subject()} without consent`;
      case 2:
        return `about ${(1 + dice.below(90)) * 10} people in ${this.#place()} depend on the ${this.#subject()}`;
      case 3:
        return `no ${this.#subject()} should ${dice.pick(bases)} the ${this.#subject()} of ${this.#place()}`;
      default:
        return `the cost of the ${this.#subject()} rose by ${1 + dice.below(40)}.${dice.below(10)} percent in ${1990 + dice.below(36)}`;
    }
  }

  #sentence(): string {
    const dice = this.#dice;
    const clause = this.#clause();
    const person = dice.pick(this.#people);
    const who = dice.pick([
      person.full,
      `${person.office} ${person.full}`,
      person.surname,
      person.surname,
      'He',
      'She',
    ]);
    const upper = clause.charAt(0).toUpperCase() + clause.slice(1);
    switch (dice.below(8)) {
      case 0:
        return `“${upper},” ${who === 'He' || who === 'She' ? who.toLowerCase() : who} ${dice.pick(saying)}.`;
      case 1:
        return `“${upper},” ${dice.pick(['said', 'added'])} ${person.full}, the ${person.office.toLowerCase()}. “We ${dice.pick(['oppose', 'support', 'reject', 'welcome'])} the ${this.#subject()} of ${this.#place()}.”`;
      case 2:
        return `${who} ${dice.pick(reporting)} that ${clause}.`;
      case 3:
        return `According to ${dice.pick([person.full, `the ${coined(dice, this.#articles, 1e6)} ${dice.pick(nouns)} office`])}, ${clause}.`;
      default:
        return dice.chance(0.3) ? `${upper}, while ${this.#clause()}.` : `${upper}.`;
    }
  }

  paragraphs(words: number): string[] {
    const written: string[] = [];
    for (let left = words; left > 0; ) {
      const sentences = Array.from({ length: 1 + this.#dice.below(3) }, () => this.#sentence());
      const paragraph = sentences.join(' ');
      left -= paragraph.split(' ').length;
      written.push(paragraph);
    }
    return written;
  }

  town(): string {
    return coined(this.#dice, this.#articles, 1e6).toUpperCase();
  }
}

/** The articles of an archive, one after another. */
export function* generateArticles(options: GeneratorOptions): Generator<GeneratedArticle> {
  const { seed, articles, words = 600, copies = 0.05 } = options;
  const dice = new Dice(seed);
  let last: { title: string; paragraphs: string[] } | null = null;
  for (let number = 0; number < articles; number += 1) {
    const outlet = outlets[dice.rank(outlets.length)] ?? 'AP';
    const day = new Date(Date.UTC(2015, 0, 1) + dice.below(4_000) * 86_400_000);
    const date = day.toISOString().slice(0, 10);
    const writer = new Writer(dice, articles);
    const copied: { title: string; paragraphs: string[] } | null = last !== null && dice.chance(copies) ? last : null;
    const title: string = copied?.title ?? writer.title();
    const length = Math.round(words * (0.4 + 1.2 * dice.next()));
    const paragraphs: string[] = copied?.paragraphs.slice(0, -1) ?? writer.paragraphs(length);
    if (copied === null) last = { title, paragraphs };
    const dateline = `${writer.town()}, ${months[day.getUTCMonth()]} ${day.getUTCDate()} ${day.getUTCFullYear()} (${outlet}) — `;
    yield {
      file: `${outlet.toLowerCase()}/${date}-${String(number).padStart(6, '0')}.txt`,
      title,
      outlet,
      date,
      text: `${title}\n\n${dateline}${paragraphs.join('\n\n')}\n`,
    };
  }
}

/** Writes an archive as text files and returns how many words and characters it has. */
export function writeArchive(folder: string, options: GeneratorOptions): { words: number; characters: number } {
  let words = 0;
  let characters = 0;
  const made = new Set<string>();
  for (const { file, text } of generateArticles(options)) {
    const path = join(folder, file);
    const inside = join(path, '..');
    if (!made.has(inside)) mkdirSync(inside, { recursive: true });
    made.add(inside);
    writeFileSync(path, text);
    words += text.split(/\s+/).length;
    characters += text.length;
  }
  return { words, characters };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, articles, seed = '1'] = process.argv.slice(2);
  if (folder === undefined || !/^\d+$/.test(articles ?? '')) {
    console.error('Give a folder and a number of articles: npm run -s bench:news -- FOLDER ARTICLES [SEED]');
    process.exit(2);
  }
  const written = writeArchive(folder, { seed: Number(seed), articles: Number(articles) });
  console.log(`${articles} articles, ${written.words} words, ${written.characters} characters in ${folder}`);
}
