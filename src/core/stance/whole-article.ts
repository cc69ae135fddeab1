import { speaksFor } from '../actor/office.ts';
import { stateNamed } from '../actor/state.ts';
import type { Analysis } from '../language/analysis.ts';
import { findNames, findStatements } from '../quotation/extraction.ts';
import type { Person } from '../quotation/people.ts';
import type { Statement } from '../quotation/statement.ts';
import { holds, overlaps, type Range } from '../range.ts';
import { readClauses } from './clause.ts';
import { findStances } from './find.ts';
import { placesOf } from './mention.ts';
import { targetRole, tokenSpan } from './pair.ts';

/** What one stance of an article shows of one of two actors towards the other. */
export interface Shows {
  /** Whether the first actor holds it. */
  readonly forward: boolean;
  readonly sign: 1 | -1;
  readonly weight: number;
}

/** How much a stance towards a phrase is one towards an actor named in it, by the actor's part in the phrase. */
const parts = { head: 1, owner: 0.85, agent: 0.85, of: 0.7, victim: 0, inside: 0.3 } as const;

/**
 * What the stances of a whole article show between two of its actors: those that one holds, or who speaks for it, and
 * that are towards a phrase about the other. The actors are given by a mention each.
 */
export function stancesBetween(analysis: Analysis, e1: Range, e2: Range): Shows[] {
  const paragraphs = analysis.blocks;
  const attributed = findStatements(analysis, { headline: null, paragraphs });
  const own = analysis.sentences.map(
    ({ start, end }): Statement => ({ kind: 'own', content: [[start, end]], speaker: null, cue: null, within: null }),
  );
  const statements = [...attributed, ...own];
  const stances = findStances(analysis, statements);
  if (stances.length === 0) return [];
  const people = findNames(analysis, { headline: null, paragraphs });
  const first = actorOf(analysis.text, e1, people);
  const second = actorOf(analysis.text, e2, people);
  const found: Shows[] = [];
  for (const stance of stances) {
    const speaker = stance.holder === null ? statements[stance.statement]?.speaker : null;
    const name = speaker?.role === undefined ? stance.holderName : `${stance.holderName}, ${speaker.role}`;
    for (const [holder, about, forward] of [
      [first, second, true],
      [second, first, false],
    ] as const) {
      const statement = statements[stance.statement];
      const told = (stance.kind === 'deed' || stance.kind === 'force') && stance.polarity === 'opposes';
      if (told && statement?.speaker != null && stance.holder !== null && stance.confidence >= 0.5) {
        // "“B has betrayed the city,” A said": who tells of a bad deed speaks ill of who did it.
        const { name: teller, role } = statement.speaker;
        if (holder.is(role === undefined ? teller : `${teller}, ${role}`) && about.is(stance.holderName))
          found.push({ forward, sign: -1, weight: 0.6 * statement.speaker.confidence + 0.1 });
      }
      if (!holder.is(name) && !(stance.holder !== null && holder.places.some((place) => same(place, stance.holder))))
        continue;
      const place = about.places.find((one) => holds(stance.towards, one));
      if (place === undefined) continue;
      const weight = stance.confidence * partOf(analysis, stance.towards, place);
      if (weight > 0.2) found.push({ forward, sign: stance.polarity === 'supports' ? 1 : -1, weight });
    }
  }
  return found;
}

function same(a: Range, b: Range | null): boolean {
  return b !== null && a[0] === b[0] && a[1] === b[1];
}

interface Named {
  readonly places: readonly Range[];
  /** Whether a phrase names the actor or somebody who speaks for it. */
  readonly is: (phrase: string) => boolean;
}

function actorOf(text: string, mention: Range, people: readonly Person[]): Named {
  const name = text.slice(mention[0], mention[1]).trim();
  const places = [...placesOf(text, mention), ...descriptionsOf(text, mention, people)].sort((a, b) => a[0] - b[0]);
  const state = stateNamed(name);
  if (state !== null) return { places, is: (phrase) => speaksFor(phrase).some(({ code }) => code === state.code) };
  const words = name.split(/\s+/u);
  const last = words.at(-1) ?? name;
  return {
    places,
    is: (phrase) => {
      const bare = phrase.replace(/,.*$/u, '');
      if (bare === name || bare === last) return true;
      const at = bare.endsWith(` ${last}`) ? bare.length - last.length : words.length > 1 ? bare.indexOf(name) : -1;
      // "former members of the League" are not the League.
      return at >= 0 && !apart.test(bare.slice(0, at));
    },
  };
}

/** What sets who is named at a phrase's end apart from who is meant. */
const apart =
  /\b(?:former|ex|anti|opponents?|critics?|rivals?|enem(?:y|ies)|victims?|against|than|from)\b|\b(?:members?|one|some|many|part) of\b/iu;

function partOf(analysis: Analysis, towards: Range, place: Range): number {
  const span = tokenSpan(analysis.tokens, towards);
  const mention = tokenSpan(analysis.tokens, place);
  if (span === null || mention === null) return 0;
  const clauses = readClauses(analysis.tokens, span[0], span[1]);
  const role = targetRole(clauses, span, mention);
  return role === null ? 0 : parts[role];
}

/** "the mayor": where a person is named by an office that nobody else in the article has. */
function descriptionsOf(text: string, mention: Range, people: readonly Person[]): Range[] {
  const person = people.find(({ mentions }) => mentions.some(({ range }) => overlaps(range, mention)));
  if (person === undefined || person.kind === 'place') return [];
  const places: Range[] = [];
  for (const head of person.heads) {
    if (people.some((other) => other !== person && other.heads.has(head))) continue;
    for (
      let at = text.indexOf(`the ${head}`);
      at >= 0 && places.length < 100;
      at = text.indexOf(`the ${head}`, at + 1)
    ) {
      const end = at + head.length + 4;
      // "the mayor of Pell" may be another one.
      if (!/^(?:\p{L}|'|’| of | \p{Lu})/u.test(text.slice(end, end + 4))) places.push([at, end]);
    }
  }
  return places;
}
