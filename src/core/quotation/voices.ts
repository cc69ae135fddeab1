import { genderOfGivenName } from '../language/given-names.ts';
import { documents, genderedRoles, groups, organisations, pronouns, roles } from '../language/lexicon.ts';
import { isCapitalised, type Phrase, phraseStartingAt } from '../language/phrase.ts';
import type { Range } from '../range.ts';
import type { FrameSentence, Item } from './frame.ts';
import type { Gender, Mention, Person } from './people.ts';

/** How a mention tells who it is. */
export type MentionKind = 'name' | 'pronoun' | 'description';

/** Somebody an article speaks of: a named person or body, or one only described. */
export interface Referent {
  readonly person: number | null;
  readonly name: string;
  readonly range: Range;
  /** Head of a description, lower case. */
  readonly head: string | null;
  readonly gender: Gender | null;
  readonly plural: boolean;
  readonly kind: 'person' | 'organisation' | 'document' | 'place' | 'group' | 'unknown';
}

/** A subject phrase with whom it stands for. */
export interface Voice {
  readonly mention: Range;
  readonly mentionKind: MentionKind;
  readonly referent: Referent;
  /** 0 to 1: how surely the mention is this referent. 1 for its own name. */
  readonly certainty: number;
  /** Whom else a pronoun may well be, and the certainty should that turn out to be the same person. */
  readonly rival?: { readonly referent: Referent; readonly certainty: number };
}

/** Stands for the speaker of the quotation that a phrase stands in. */
export const speakerItself: Referent = {
  person: null,
  name: 'I',
  range: [0, 0],
  head: null,
  gender: null,
  plural: false,
  kind: 'person',
};

function genderOf(name: string): Gender | null {
  const gender = genderOfGivenName(name);
  return gender === 'male' || gender === 'female' ? gender : null;
}

interface Recent {
  readonly referent: Referent;
  sentence: number;
  paragraph: number;
  position: number;
  /** Subject of an attributing verb. */
  spoke: boolean;
  subject: boolean;
}

/** How many referents stay in mind. */
const memory = 24;
/** Sentences after which somebody not named again is out of mind for a pronoun. */
const horizon = 12;

/** How surely a pronoun is the best candidate, from its score and the next one's. */
function certaintyOf(best: number, next = Number.NEGATIVE_INFINITY): number {
  const sure = 0.62 + 0.12 * Math.min(best - next, 3) + 0.03 * Math.max(-3, Math.min(best, 3));
  return Math.max(0.45, Math.min(0.97, sure));
}

/** Follows an article sentence by sentence and says whom names, descriptions and pronouns stand for. */
export class Voices {
  readonly #text: string;
  readonly #people: readonly Person[];
  readonly #bySentence: readonly (readonly Mention[])[];
  readonly #named: Referent[];
  readonly #recent: Recent[] = [];
  readonly #described = new Map<string, Referent>();
  readonly #byHead = new Map<string, number[]>();
  readonly #byAlias = new Map<string, Referent>();
  readonly #labels = new Map<string, Referent>();
  #interview: { asks: Referent | null; answers: Referent | null } | null = null;

  constructor(text: string, people: readonly Person[], sentences: readonly FrameSentence[]) {
    this.#text = text;
    this.#people = people;
    const bySentence: Mention[][] = sentences.map(() => []);
    for (const person of people) for (const mention of person.mentions) bySentence[mention.sentence]?.push(mention);
    for (const mentions of bySentence) mentions.sort((a, b) => a.first - b.first);
    this.#bySentence = bySentence;
    this.#named = people.map((person, index) => ({
      person: index,
      name: person.name,
      range: person.range,
      head: null,
      gender: person.gender,
      plural: false,
      kind: person.kind,
    }));
    for (const [index, person] of people.entries()) {
      const referent = this.#named[index];
      for (const alias of person.aliases) {
        const lower = alias.toLowerCase();
        if (referent !== undefined && !this.#byAlias.has(lower)) this.#byAlias.set(lower, referent);
      }
      for (const head of person.heads) {
        const list = this.#byHead.get(head);
        if (list === undefined) this.#byHead.set(head, [index]);
        else if (list.length < 24) list.push(index);
      }
    }
  }

  /** The names in a sentence, by position. */
  mentionsIn(sentence: number): readonly Mention[] {
    return this.#bySentence[sentence] ?? [];
  }

  /** Whom a phrase of a sentence stands for, given all before it. Null for a phrase that is nobody ("it" without a body). */
  resolve(sentence: FrameSentence, index: number, phrase: Phrase): Voice | null {
    const { items } = sentence;
    const head = items[phrase.head];
    const open = items[phrase.first];
    const close = items[phrase.last];
    if (head === undefined || open === undefined || close === undefined) return null;
    const mention: Range = [open.start, close.end];
    const pronoun = pronouns.get(head.lower);
    if (pronoun !== undefined && phrase.first === phrase.last) {
      const found = this.#pronoun(index, sentence.paragraph, phrase.first, pronoun);
      return found === null ? this.#unresolved(mention, pronoun, head) : { mention, mentionKind: 'pronoun', ...found };
    }
    const named = this.#nameOf(items, index, phrase);
    if (named !== null) return { mention, mentionKind: 'name', referent: named, certainty: 1 };
    return this.#description(items, index, sentence.paragraph, phrase, mention, head);
  }

  /** Notes that a referent was mentioned, so that later pronouns and descriptions can stand for it. */
  note(
    referent: Referent,
    sentence: FrameSentence,
    index: number,
    position: number,
    how: { subject?: boolean; spoke?: boolean },
  ): void {
    const found = this.#recent.findIndex((recent) => recent.referent === referent);
    const known = found < 0 ? undefined : this.#recent[found];
    if (known !== undefined) {
      const same = known.sentence === index;
      this.#recent.splice(found, 1);
      this.#recent.push({
        referent,
        sentence: index,
        paragraph: sentence.paragraph,
        position: same ? Math.min(known.position, position) : position,
        spoke: how.spoke === true || (same && known.spoke),
        subject: how.subject === true || (same && known.subject),
      });
      return;
    }
    this.#recent.push({
      referent,
      sentence: index,
      paragraph: sentence.paragraph,
      position,
      spoke: how.spoke === true,
      subject: how.subject === true,
    });
    if (this.#recent.length > memory) this.#recent.shift();
  }

  /** Notes the names of a sentence that are not noted yet. */
  noteNames(sentence: FrameSentence, index: number): void {
    for (const mention of this.mentionsIn(index)) {
      const referent = this.#named[mention.person];
      if (referent !== undefined) this.note(referent, sentence, index, mention.first, {});
    }
  }

  referentOf(person: number): Referent | null {
    return this.#named[person] ?? null;
  }

  /** The one a transcript's label names: somebody of the article, by full name or surname, else a new speaker. */
  labelled(name: string, mention: Range): Referent {
    const key = name.toLowerCase();
    const words = key.split(/\s+/);
    const last = words.at(-1) ?? key;
    const known =
      this.#byAlias.get(key) ??
      this.#labels.get(key) ??
      this.#labels.get(last) ??
      (words.length === 1 ? this.#byAlias.get(last) : undefined);
    if (known !== undefined) return known;
    const referent: Referent = {
      person: null,
      name,
      range: mention,
      head: null,
      gender: genderOf(words[0] ?? ''),
      plural: false,
      kind: 'person',
    };
    this.#labels.set(key, referent);
    if (!this.#labels.has(last)) this.#labels.set(last, referent);
    return referent;
  }

  /** Who answers (or asks) in an interview that labels nobody: whom what stands before is about. */
  interviewed(part: 'asks' | 'answers', position: number): Referent | null {
    if (this.#interview === null) {
      const persons = this.#recent.filter(
        ({ referent }) => referent.kind === 'person' || (referent.kind === 'unknown' && referent.person !== null),
      );
      const subject = persons.findLast((recent) => recent.subject);
      const other = persons.findLast(
        (recent) => recent !== subject && subject !== undefined && recent.sentence === subject.sentence,
      );
      // "attorney Okell questioned Tom Dray:" or "Tom Dray spoke to Mara Okell."
      const asking =
        /\b(?:questioned|questions|interviewed|interviews|asked|asks|quizzed|examined|cross-examined|grilled)\b/.test(
          this.#text.slice(Math.max(0, position - 500), position),
        );
      if (subject !== undefined && other !== undefined && persons.length > 1)
        this.#interview = asking
          ? { asks: subject.referent, answers: other.referent }
          : { asks: other.referent, answers: subject.referent };
      else {
        const counted = this.#people
          .map((person, index) => ({ index, mentions: person.mentions.length, kind: person.kind }))
          .filter(({ kind }) => kind === 'person');
        const most = counted.sort((a, b) => b.mentions - a.mentions)[0];
        this.#interview = {
          asks: null,
          answers: persons[0]?.referent ?? (most === undefined ? null : (this.#named[most.index] ?? null)),
        };
      }
    }
    return this.#interview[part];
  }

  /** Whom a phrase inside a quotation stands for. "I" and "we" are its speaker: a voice without a name, to be filled in. */
  resolveInside(items: readonly Item[], phrase: Phrase, index: number, paragraph: number): Voice | null {
    const head = items[phrase.head];
    const open = items[phrase.first];
    const close = items[phrase.last];
    if (head === undefined || open === undefined || close === undefined) return null;
    const mention: Range = [open.start, close.end];
    const pronoun = pronouns.get(head.lower);
    if (pronoun === 'self' || pronoun === 'we')
      return { mention, mentionKind: 'pronoun', referent: speakerItself, certainty: 1 };
    if (pronoun !== undefined && phrase.first === phrase.last) {
      const found = this.#pronoun(index, paragraph, 0, pronoun);
      return found === null
        ? this.#unresolved(mention, pronoun, head)
        : { mention, mentionKind: 'pronoun', referent: found.referent, certainty: found.certainty * 0.8 };
    }
    if (isCapitalised(head.text)) {
      const named =
        this.#byAlias.get(this.#text.slice(mention[0], mention[1]).toLowerCase()) ?? this.#byAlias.get(head.lower);
      if (named !== undefined) return { mention, mentionKind: 'name', referent: named, certainty: 0.95 };
    }
    const plural = groups.has(head.lower);
    return {
      mention,
      mentionKind: 'description',
      referent: this.#describe(
        mention,
        head.lower,
        genderedRoles.get(head.lower) ?? null,
        plural,
        plural ? 'group' : 'person',
      ),
      certainty: 0.9,
    };
  }

  personOf(referent: Referent): Person | null {
    return referent.person === null ? null : (this.#people[referent.person] ?? null);
  }

  #nameOf(items: readonly Item[], index: number, phrase: Phrase): Referent | null {
    // The name must be the phrase's head: "Okell's spokesman" and "a friend of Okell" are not Okell.
    for (const mention of this.mentionsIn(index)) {
      if (mention.first > phrase.last) break;
      if (mention.last < phrase.head || mention.first > phrase.head) continue;
      if (items[mention.last + 1]?.lower === '’s' || items[mention.last + 1]?.lower === "'s") {
        if (mention.last < phrase.head) continue;
      }
      // "A Department of Health spokesman": the name only tells whose.
      const tail = items[phrase.last];
      if (
        mention.last < phrase.last &&
        tail !== undefined &&
        tail.pos === 'NOUN' &&
        (roles.has(tail.lower) || groups.has(tail.lower) || documents.has(tail.lower)) &&
        !items.slice(mention.last + 1, phrase.last).some((item) => item.pos === 'ADP' || item.pos === 'CCONJ')
      )
        continue;
      const coordinated =
        items.slice(mention.last + 1, phrase.last + 1).some((item) => item.lower === 'and') ||
        items.slice(phrase.first, mention.first).some((item) => item.lower === 'and');
      if (coordinated) {
        const range: Range = [items[phrase.first]?.start ?? 0, items[phrase.last]?.end ?? 0];
        return this.#describe(range, null, null, true, 'group');
      }
      return this.#named[mention.person] ?? null;
    }
    return null;
  }

  #describe(
    range: Range,
    head: string | null,
    gender: Gender | null,
    plural: boolean,
    kind: Referent['kind'],
  ): Referent {
    const name = this.#text.slice(range[0], range[1]).replace(/\s+/g, ' ');
    const key = name.toLowerCase();
    const known = this.#described.get(key);
    if (known !== undefined) return known;
    const referent: Referent = { person: null, name, range, head, gender, plural, kind };
    this.#described.set(key, referent);
    return referent;
  }

  #unresolved(mention: Range, pronoun: string, head: Item): Voice | null {
    if (pronoun === 'thing') return null;
    const gender = pronoun === 'male' || pronoun === 'female' ? pronoun : null;
    return {
      mention,
      mentionKind: 'pronoun',
      referent: {
        person: null,
        name: head.text,
        range: mention,
        head: null,
        gender,
        plural: pronoun === 'plural' || pronoun === 'we',
        kind: 'unknown',
      },
      certainty: 0.3,
    };
  }

  #pronoun(
    index: number,
    paragraph: number,
    position: number,
    pronoun: string,
  ): Pick<Voice, 'referent' | 'certainty' | 'rival'> | null {
    if (pronoun === 'self' || pronoun === 'we') return null;
    const ranked: { referent: Referent; score: number }[] = [];
    for (const recent of this.#recent) {
      const { referent } = recent;
      const distance = index - recent.sentence;
      if (distance > horizon) continue;
      const apart = paragraph - recent.paragraph;
      let score = -distance - (apart > 0 ? 0.9 + 0.25 * apart : 0);
      if (pronoun === 'male' || pronoun === 'female') {
        if (
          referent.plural ||
          referent.kind === 'organisation' ||
          referent.kind === 'document' ||
          referent.kind === 'place' ||
          referent.kind === 'group'
        )
          continue;
        if (referent.gender !== null && referent.gender !== pronoun) continue;
        if (referent.gender === pronoun) score += 1.8;
        else if (referent.person !== null) score += 0.3;
        if (referent.kind === 'unknown') score -= referent.name.includes(' ') ? 0.6 : 1.5;
        if (referent.person === null && /^(?:an?|one|another|some) /i.test(referent.name)) score -= 1.2;
      } else if (pronoun === 'plural') {
        if (referent.plural || referent.kind === 'group') score += 1.5;
        else if (referent.kind === 'organisation') score += 0.3;
        else if (referent.kind === 'document' || referent.kind === 'person') continue;
        else score -= 4;
      } else {
        if (referent.plural || referent.kind === 'group' || referent.kind === 'person') continue;
        if (referent.kind === 'organisation' || referent.kind === 'document') score += 1;
        if (referent.kind === 'place') score -= 0.2;
        if (referent.kind === 'unknown') score -= 1;
      }
      if (recent.spoke) score += 2;
      if (recent.subject) score += 1.3;
      // Whom the sentence right before, in the same paragraph, is about.
      if (recent.subject && distance === 1 && apart === 0) score += 1.6;
      if (distance === 0) {
        if (recent.position >= position) continue;
        score += recent.subject ? 0.5 : -1.2;
      }
      ranked.push({ referent, score });
    }
    ranked.sort((a, b) => b.score - a.score);
    const [best, second, third] = ranked;
    if (best === undefined || best.score < -10) return null;
    return {
      referent: best.referent,
      certainty: certaintyOf(best.score, second?.score),
      ...(second === undefined
        ? {}
        : { rival: { referent: second.referent, certainty: certaintyOf(best.score, third?.score) } }),
    };
  }

  #description(
    items: readonly Item[],
    index: number,
    paragraph: number,
    phrase: Phrase,
    mention: Range,
    head: Item,
  ): Voice | null {
    const first = items[phrase.first];
    if (first === undefined) return null;
    const lower = head.lower;
    const plural =
      groups.has(lower) ||
      (/s$/.test(lower) &&
        head.pos === 'NOUN' &&
        !roles.has(lower) &&
        !organisations.has(lower) &&
        !documents.has(lower)) ||
      items.slice(phrase.first, phrase.last + 1).some((item) => item.lower === 'and');
    const definite = /^(?:the|that|this|his|her|their|its)$/.test(first.lower);
    const kind: Referent['kind'] = plural
      ? 'group'
      : roles.has(lower) || (familyOf(lower) !== null && !plural)
        ? 'person'
        : organisations.has(lower)
          ? 'organisation'
          : documents.has(lower)
            ? 'document'
            : 'unknown';
    const gender = genderedRoles.get(lower) ?? null;

    // An appositive name behind the description: "the mayor, Mara Okell, said".
    // "Okell’s opponent in November, former diver Ann Lisle, …"
    const past = items[phrase.last + 1]?.pos === 'ADP' && items[phrase.last + 3]?.text === ',' ? 3 : 1;
    const comma = items[phrase.last + past];
    if (comma?.text === ',' || comma?.text === '—') {
      let named = phraseStartingAt(items, phrase.last + past + 1);
      const called = named === null ? undefined : items[named.last + 1];
      const inner =
        called !== undefined && /^(?:named|called|identified)$/.test(called.lower) && named !== null
          ? phraseStartingAt(items, named.last + (items[named.last + 2]?.lower === 'as' ? 3 : 2))
          : null;
      if (inner !== null) named = inner;
      const mentioned =
        named === null
          ? undefined
          : this.mentionsIn(index).find(
              (name) => name.first >= named.first && name.first <= named.head && name.last >= named.head,
            );
      const person = mentioned === undefined ? undefined : this.#people[mentioned.person];
      const referent = mentioned === undefined ? undefined : this.#named[mentioned.person];
      if (
        mentioned !== undefined &&
        person !== undefined &&
        referent !== undefined &&
        !plural &&
        kind !== 'document' &&
        person.kind !== 'place'
      ) {
        return { mention: [mention[0], mentioned.range[1]], mentionKind: 'name', referent, certainty: 0.97 };
      }
    }
    if (definite && !plural) {
      const same = first.lower === 'the' || first.lower === 'that' || first.lower === 'this';
      if (same && phrase.last - phrase.first <= 4 && (!isCapitalised(head.text) || kind === 'person')) {
        const known = this.#byDescription(lower, index, kind, phrase.last - phrase.head > 0);
        if (known !== null) return { mention, mentionKind: 'description', ...known };
      }
      if (
        same &&
        (kind === 'person' || general.has(lower)) &&
        !institution.test(lower) &&
        (phrase.last === phrase.head || /^(?:mum|mom|mother|father|dad|grandmother|grandfather)$/.test(lower)) &&
        phrase.head - phrase.first <= 4
      ) {
        const found = this.#epithet(lower, index, paragraph, gender);
        if (found !== null) return { mention, mentionKind: 'description', ...found };
      }
      if (!same && kind === 'person') {
        // "her husband", where the article names one.
        const known = this.#byDescription(lower, index, kind, false);
        if (known !== null) return { mention, mentionKind: 'description', ...known };
      }
      if (same && isAge(items, phrase)) {
        const found = this.#pronounLike(index, paragraph, phrase.first, null);
        if (found !== null)
          return { mention, mentionKind: 'description', referent: found.referent, certainty: found.certainty * 0.9 };
      }
      if (
        same &&
        kind === 'organisation' &&
        !isCapitalised(head.text) &&
        phrase.last === phrase.head &&
        phrase.last - phrase.first === 1
      ) {
        const found = this.#body();
        if (found !== null) return { mention, mentionKind: 'description', referent: found, certainty: 0.75 };
      }
    }
    const referent = this.#describe(mention, lower, gender, plural, kind);
    return { mention, mentionKind: 'description', referent, certainty: 0.95 };
  }

  /**
   * "the striker", "the singer", "the 34-year-old": another word for somebody just named, when nobody else fits. Surest when
   * that person was described by a word of the same family.
   */
  #epithet(
    head: string,
    index: number,
    paragraph: number,
    gender: Gender | null,
  ): { referent: Referent; certainty: number } | null {
    const family = familyOf(head);
    let best: Referent | null = null;
    let bestScore = 0;
    for (const recent of this.#recent) {
      const { referent } = recent;
      const person = this.personOf(referent);
      if (person === null || referent.kind === 'organisation' || referent.kind === 'place') continue;
      const distance = index - recent.sentence;
      if (distance < 1 || distance > 6) continue;
      if (gender !== null && person.gender !== null && person.gender !== gender) continue;
      let score =
        3 - 0.5 * distance - 0.3 * (paragraph - recent.paragraph) + (recent.spoke ? 1 : 0) + (recent.subject ? 1 : 0);
      const kin = family !== null && [...person.heads].some((other) => familyOf(other) === family);
      if (recent.subject && distance === 1 && paragraph === recent.paragraph) score += 1.2;
      if (kin) score += 3;
      else if (family === null && !general.has(head)) score -= 1.2;
      else if (person.heads.size > 0 && !general.has(head)) score -= 2;
      if (referent.kind === 'unknown') score -= 1;
      if (score > bestScore) {
        bestScore = score;
        best = referent;
      }
    }
    if (best === null || bestScore < 1.5) return null;
    return { referent: best, certainty: Math.min(0.9, 0.55 + 0.06 * bestScore) };
  }

  #pronounLike(
    index: number,
    paragraph: number,
    position: number,
    gender: Gender | null,
  ): { referent: Referent; certainty: number } | null {
    const male = gender === 'female' ? null : this.#pronoun(index, paragraph, position, 'male');
    const female = gender === 'male' ? null : this.#pronoun(index, paragraph, position, 'female');
    if (male === null || (female !== null && female.certainty > male.certainty)) return female;
    return male;
  }

  /** The named one whom "the mayor" or "the ministry" is said of: the last mentioned, else the only one. */
  #byDescription(
    head: string,
    index: number,
    kind: Referent['kind'],
    specified: boolean,
  ): { referent: Referent; certainty: number } | null {
    for (let at = this.#recent.length - 1; at >= 0; at -= 1) {
      const recent = this.#recent[at];
      if (recent === undefined) continue;
      const person = this.personOf(recent.referent);
      if (person === null) {
        if (recent.referent.head === head && index - recent.sentence < horizon * 2)
          return { referent: recent.referent, certainty: 0.85 };
        continue;
      }
      if (person.heads.has(head)) return { referent: recent.referent, certainty: specified ? 0.8 : 0.9 };
      if (
        kind === 'organisation' &&
        person.kind === 'organisation' &&
        person.name.toLowerCase().split(/\s+/).includes(head)
      )
        return { referent: recent.referent, certainty: 0.88 };
    }
    const bearers = this.#byHead.get(head) ?? [];
    const only = bearers.length === 1 ? bearers[0] : undefined;
    const referent = only === undefined ? undefined : this.#named[only];
    return referent === undefined || kind !== 'person' ? null : { referent, certainty: 0.7 };
  }

  #body(): Referent | null {
    let best: Referent | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [order, recent] of this.#recent.entries()) {
      if (recent.referent.kind !== 'organisation' || recent.referent.person === null) continue;
      const score = order + (recent.subject ? 2 : 0) + (recent.spoke ? 2 : 0);
      if (score > bestScore) {
        bestScore = score;
        best = recent.referent;
      }
    }
    return best;
  }
}

/** Offices of which a story mostly has its own holder: "the judge" is not whoever was named last. */
const institution =
  /^(?:judge|prosecutor|coroner|magistrate|jury|spokesman|spokeswoman|spokesperson|official|officer|source|police|president|prime|chairman|chairwoman|chair|chief|defendant|victim|driver|witness|lawyer|attorney|solicitor|barrister|father|mother|brother|sister|son|daughter|husband|wife|mayor|sheriff|king|queen|pope|king|author|referee|umpire|ceo|inspector|detective|commissioner|doctor|nurse|teacher|reporter|journalist|interviewer|host|caller|reader|owner|agent|suspect|publisher)$/;

/** Words for anybody. */
const general = new Set(
  'man woman teenager youngster star veteran diplomat politician lawmaker father-of-two mother-of-two mother-of-three mum dad pensioner grandmother grandfather native boy girl newcomer celebrity billionaire millionaire tycoon graduate widow widower peer newlywed'.split(
    ' ',
  ),
);

const families: readonly ReadonlySet<string>[] = [
  'minister secretary politician mp lawmaker senator congressman congresswoman legislator democrat republican conservative councillor councilman councilwoman councilor representative deputy parliamentarian leader assemblyman assemblywoman governor liberal progressive tory peer lord undersecretary delegate commissioner candidate',
  'player striker defender goalkeeper keeper footballer midfielder forward winger quarterback captain skipper athlete star linebacker pitcher batsman bowler cricketer golfer boxer sprinter swimmer runner cyclist driver racer champion rookie veteran guard center goalie skater wrestler teenager skier',
  'coach manager boss trainer',
  'actor actress singer musician performer comedian star artist rapper songwriter pianist violinist guitarist drummer presenter tenor soprano director filmmaker',
  'writer author novelist poet playwright journalist columnist historian',
  'scientist researcher professor biologist physicist chemist academic scholar geologist economist epidemiologist virologist astronomer ecologist expert zoologist lecturer sociologist psychologist climatologist',
  'ambassador diplomat envoy',
  'businessman businesswoman executive ceo tycoon entrepreneur founder boss chairman owner industrialist billionaire',
  'officer policeman policewoman detective sergeant constable inspector sheriff',
  'bishop archbishop priest cleric vicar pastor reverend rector clergyman imam rabbi',
  'farmer grower rancher beekeeper',
].map((list) => new Set(list.split(' ')));

function familyOf(head: string): number | null {
  const found = families.findIndex((family) => family.has(head));
  return found < 0 ? null : found;
}

function isAge(items: readonly Item[], phrase: Phrase): boolean {
  const head = items[phrase.head];
  if (head === undefined) return false;
  if (/year-old/.test(head.lower) || head.lower === 'old') return true;
  return (
    items.slice(phrase.first, phrase.last + 1).some((item) => /year-old/.test(item.lower)) && !isCapitalised(head.text)
  );
}
