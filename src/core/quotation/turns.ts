import { genderOfGivenName } from '../language/given-names.ts';
import type { Range } from '../range.ts';
import type { QuotedRun } from './pairing.ts';
import type { Referent, Voice, Voices } from './voices.ts';

/** A speaker's turn in a transcript: "MARA OKELL, host: Good evening." */
export interface Turn {
  readonly label: string;
  /** Where the label stands. */
  readonly mention: Range;
  /** The name in the label without an office, a bracket or a courtesy title. */
  readonly name: string;
  /** "Q" asks and "A" answers where the transcript names nobody. */
  readonly part: 'asks' | 'answers' | null;
}

const label =
  /^(?:[-–—•*]\s?)?(?<label>(?:Mr|Ms|Mrs|Dr|The|An?)?\.? ?[\p{Lu}][\p{L}\p{N}.'’&-]*(?: [\p{Lu}(][\p{L}\p{N}.'’&-]*\)?| of| the| and| de| van| member| hon\.){0,7}(?:,? \([^()]{1,50}\))?(?:, [\p{L} ]{2,40})?) ?:\s+(?=\S)/u;
const letter = /^(?<label>[QA])(?:[.:]|\.:)\s+(?=\S)/;

/** Labels of a printed page that are no speakers. */
const notSpeakers =
  /^(?:note|notes|photo|photos|image|images|video|caption|update|updated|correction|editor.?s note|related|source|sources|read more|see also|also|more|tags|topics|by|from|to|date|time|where|when|what|who|why|how|price|contact|contacts|website|email|phone|tel|subject|re|fact|facts|address|location|about|media contact|watch|listen|warning|example|summary|key points|transcript|developing|breaking|exclusive|opinion|analysis|review|live|first|second|third|finally|result|results|question|answer to)$/i;

/**
 * Which paragraphs are turns of a transcript. Only where at least two are, and their labels look like speakers': in
 * capitals, repeated, a known given name, or Q and A.
 */
export function findTurns(
  text: string,
  paragraphs: readonly Range[],
  headline: Range | null,
): (Turn & { readonly paragraph: number; readonly speech: Range })[] {
  const found: (Turn & { readonly paragraph: number; readonly speech: Range })[] = [];
  for (const [paragraph, [start, end]] of paragraphs.entries()) {
    if (headline !== null && headline[0] === start) continue;
    const colon = text.slice(start, Math.min(end, start + 122)).indexOf(':') + start;
    const stop = text.charAt(start + 1) === '.' && 'QA'.includes(text.charAt(start));
    if (!stop && colon < start) continue;
    const head = text.slice(start, Math.min(end, start + 130));
    const match = letter.exec(head) ?? label.exec(head);
    const name = match?.groups?.label;
    if (match === null || name === undefined || notSpeakers.test(name)) continue;
    const lead = match[0].indexOf(name);
    const part = name === 'Q' ? 'asks' : name === 'A' ? 'answers' : null;
    found.push({
      label: name,
      mention: [start + lead, start + lead + name.length],
      name: nameIn(name),
      part,
      paragraph,
      speech: [start + match[0].length, end],
    });
  }
  const seen = new Map<string, number>();
  for (const turn of found) seen.set(turn.name, (seen.get(turn.name) ?? 0) + 1);
  const sure = found.some(
    (turn) =>
      turn.part !== null ||
      (seen.get(turn.name) ?? 0) > 1 ||
      (turn.name.length > 2 && turn.name === turn.name.toUpperCase()) ||
      genderOfGivenName(turn.name.split(' ')[0] ?? '') !== null,
  );
  return found.length >= 2 && sure ? found : [];
}

function nameIn(labelled: string): string {
  const inside = /\((?:Mr|Ms|Mrs|Dr)?\.? ?([\p{Lu}][\p{L}.'’-]*(?: [\p{Lu}][\p{L}.'’-]*)+)\)/u.exec(labelled)?.[1];
  if (inside !== undefined && /^(?:The|An?) /i.test(labelled)) return inside;
  const bare = labelled
    .replace(/\([^()]*\)/g, '')
    .replace(/,.*$/, '')
    .trim();
  return bare.replace(/^(?:Mr|Ms|Mrs|Dr)\.? /, '');
}

/** The quoted runs of a text in which each turn is one run, with the marks inside it as inner ones. */
export function withTurns(
  runs: readonly QuotedRun[],
  turns: readonly (Turn & { readonly paragraph: number; readonly speech: Range })[],
): { runs: QuotedRun[]; turns: Map<number, Turn> } {
  const byIndex = new Map<number, Turn>();
  if (turns.length === 0) return { runs: [...runs], turns: byIndex };
  const result: QuotedRun[] = [];
  let run = 0;
  for (const turn of turns) {
    while (run < runs.length && (runs[run]?.paragraph ?? 0) < turn.paragraph) {
      const other = runs[run];
      if (other !== undefined) result.push(other);
      run += 1;
    }
    const inside: QuotedRun[] = [];
    while (run < runs.length && runs[run]?.paragraph === turn.paragraph) {
      const other = runs[run];
      if (other !== undefined && other.range[0] >= turn.speech[0]) inside.push(other);
      run += 1;
    }
    const whole = inside[0];
    // A turn that is printed between marks keeps them: its words are the run.
    if (
      whole !== undefined &&
      inside.filter((one) => one.depth === 0).length === 1 &&
      whole.range[0] === turn.speech[0] &&
      whole.range[1] >= turn.speech[1] - 1
    ) {
      byIndex.set(result.length, turn);
      result.push(...inside);
      continue;
    }
    byIndex.set(result.length, turn);
    result.push({
      range: turn.speech,
      inner: turn.speech,
      depth: 0,
      closed: true,
      continues: false,
      paragraph: turn.paragraph,
    });
    for (const one of inside) result.push({ ...one, depth: one.depth + 1, continues: false });
  }
  for (; run < runs.length; run += 1) {
    const other = runs[run];
    if (other !== undefined) result.push(other);
  }
  return { runs: result, turns: byIndex };
}

/** Who a turn's label names. Null for a bare "Q". */
export function turnVoice(turn: Turn, voices: Voices): Voice | null {
  const referent: Referent | null =
    turn.part === null ? voices.labelled(turn.name, turn.mention) : voices.interviewed(turn.part, turn.mention[0]);
  return referent === null
    ? null
    : {
        mention: turn.mention,
        mentionKind: turn.part === null ? 'name' : 'description',
        referent,
        certainty: turn.part === null ? 1 : 0.8,
      };
}
