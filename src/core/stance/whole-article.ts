import { speaksFor } from '../actor/office.ts';
import { stateNamed } from '../actor/state.ts';
import type { Analysis } from '../language/analysis.ts';
import { findStatements } from '../quotation/extraction.ts';
import type { Statement } from '../quotation/statement.ts';
import { holds, type Range } from '../range.ts';
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
  const first = actorOf(analysis.text, e1);
  const second = actorOf(analysis.text, e2);
  const found: Shows[] = [];
  for (const stance of stances) {
    const speaker = stance.holder === null ? statements[stance.statement]?.speaker : null;
    const name = speaker?.role === undefined ? stance.holderName : `${stance.holderName}, ${speaker.role}`;
    for (const [holder, about, forward] of [
      [first, second, true],
      [second, first, false],
    ] as const) {
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

function actorOf(text: string, mention: Range): Named {
  const name = text.slice(mention[0], mention[1]).trim();
  const places = placesOf(text, mention);
  const state = stateNamed(name);
  if (state !== null) return { places, is: (phrase) => speaksFor(phrase).some(({ code }) => code === state.code) };
  const words = name.split(/\s+/u);
  const last = words.at(-1) ?? name;
  return {
    places,
    is: (phrase) => {
      const bare = phrase.replace(/,.*$/u, '');
      return bare === name || bare.endsWith(` ${last}`) || bare === last || (words.length > 1 && bare.includes(name));
    },
  };
}

function partOf(analysis: Analysis, towards: Range, place: Range): number {
  const span = tokenSpan(analysis.tokens, towards);
  const mention = tokenSpan(analysis.tokens, place);
  if (span === null || mention === null) return 0;
  const clauses = readClauses(analysis.tokens, span[0], span[1]);
  const role = targetRole(clauses, span, mention);
  return role === null ? 0 : parts[role];
}
