import type { Range } from '../range.ts';
import type { Rule } from './attribution.ts';
import { confidenceOf } from './confidence.ts';
import type { Person } from './people.ts';
import type { Article, Findings, Reading, Spoken } from './reading.ts';
import type { Resolution, Speaker, Statement, StatementKind } from './statement.ts';
import { type Referent, speakerItself, type Voice, type Voices } from './voices.ts';

interface Draft {
  readonly content: Range[];
  readonly kind: StatementKind;
  readonly speaker: Speaker | null;
  readonly cue: Range | null;
  readonly within: Draft | null;
}

/** Makes statements of what was found: joins pieces, puts fragments into the clauses that report them, names the speakers. */
export function assemble(
  article: Article,
  findings: Findings,
  voices: Voices,
  later: ReadonlyMap<Referent, Referent>,
): Statement[] {
  const { readings, spoken, inners } = findings;
  const drafts: Draft[] = [];
  const byRun = new Map<number, Draft>();
  let next = 0;
  for (const [index, reading] of readings.entries()) {
    const own: Spoken[] = [];
    while (next < spoken.length && spoken[next]?.reading === index) {
      const one = spoken[next];
      if (one !== undefined) own.push(one);
      next += 1;
    }
    const name = (voice: Voice, rule: Rule, links: number) =>
      speakerFrom(article.text, voices, later, voice, rule, links);
    assembleSentence(article, reading, own, null, name, byRun, drafts);
  }
  for (const inner of [...inners].sort((a, b) => a.run - b.run)) {
    const outer = byRun.get(inner.run) ?? null;
    if (outer === null) continue;
    const name = (voice: Voice, rule: Rule, links: number): Speaker | null => {
      if (voice.referent !== speakerItself) return speakerFrom(article.text, voices, later, voice, rule, links);
      return outer.speaker === null ? null : { ...outer.speaker, mention: voice.mention };
    };
    // What its own speaker reports of himself is the quotation itself: only others' words are statements of their own.
    assembleSentence(article, inner.reading, inner.spoken, outer, name, byRun, drafts);
  }
  drafts.sort(
    (a, b) =>
      (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0) ||
      (b.content.at(-1)?.[1] ?? 0) - (a.content.at(-1)?.[1] ?? 0),
  );
  const order = new Map(drafts.map((draft, index) => [draft, index]));
  return drafts.map(({ content, kind, speaker, cue, within }) => ({
    content,
    kind,
    speaker,
    cue,
    within: within === null ? null : (order.get(within) ?? null),
  }));
}

function assembleSentence(
  { text, runs }: Article,
  reading: Reading,
  own: readonly Spoken[],
  outer: Draft | null,
  name: (voice: Voice, rule: Rule, links: number) => Speaker | null,
  byRun: Map<number, Draft>,
  drafts: Draft[],
): void {
  const { items } = reading.sentence;
  const clauses: { draft: Draft; first: number; last: number }[] = [];
  const holding = (from: number, to: number) =>
    clauses.findLast((clause) => clause.first <= from && to <= clause.last)?.draft ?? outer;
  for (const [at, cue] of reading.cues.entries()) {
    const complement = reading.complements[at] ?? null;
    const voice = reading.voices[at] ?? null;
    if (complement === null || voice === null || cue.negated) continue;
    if (outer !== null && voice.referent === speakerItself) continue;
    // "She said she believed …": one statement, not two.
    const around = clauses.at(-1);
    if (
      cue.kind === 'thought' &&
      around !== undefined &&
      cue.subject !== null &&
      cue.subject.first === around.first &&
      items[cue.subject.head]?.pos === 'PRON'
    )
      continue;
    const stands = (one: Spoken) => complement.parts.some(([from, to]) => one.at >= from && one.at <= to);
    const inside = own.filter(
      (one) =>
        stands(one) &&
        (one.cue === cue || one.cue === null || one.rule === 'subject' || one.voice?.referent === voice.referent),
    );
    // A clause that is one whole quotation is direct.
    if (complement.parts.length === 1 && complement.parts[0]?.[0] === complement.parts[0]?.[1] && inside.length === 1)
      continue;
    const first = complement.parts[0]?.[0] ?? 0;
    const last = complement.parts.at(-1)?.[1] ?? 0;
    const draft: Draft = {
      content: complement.parts.map(([from, to]) => [items[from]?.start ?? 0, items[to]?.end ?? 0]),
      kind: inside.length > 0 ? 'mixed' : 'indirect',
      speaker: name(voice, cue.kind === 'according' ? 'according' : 'reported clause', 0),
      cue: [items[cue.first]?.start ?? 0, items[cue.last]?.end ?? 0],
      within: holding(Math.min(cue.subject?.first ?? first, first), cue.at),
    };
    drafts.push(draft);
    clauses.push({ draft, first, last });
    for (const one of inside) byRun.set(one.run, draft);
  }
  for (const one of own) {
    const run = runs[one.run];
    if (run === undefined || byRun.has(one.run)) continue;
    const joined = joinedTo(own, one);
    const target = joined === null ? undefined : byRun.get(joined.run);
    if (target !== undefined) {
      addPiece(text, target.content, run.inner);
      byRun.set(one.run, target);
      continue;
    }
    const draft: Draft = {
      content: [run.inner],
      kind: isWhole(items, one) ? 'direct' : 'mixed',
      speaker: one.voice === null || one.rule === null ? null : name(one.voice, one.rule, one.links),
      cue: one.cue === null ? null : [items[one.cue.first]?.start ?? 0, items[one.cue.last]?.end ?? 0],
      within: holding(one.at, one.at),
    };
    drafts.push(draft);
    byRun.set(one.run, draft);
  }
}

/** Rules by which the speaker stands in the quotation's own sentence. */
function isNear(rule: Rule): boolean {
  return (
    rule !== 'same paragraph' &&
    rule !== 'open quotation' &&
    rule !== 'previous paragraph' &&
    rule !== 'previous sentence' &&
    rule !== 'next sentence' &&
    rule !== 'next paragraph' &&
    rule !== 'alternation' &&
    rule !== 'headline'
  );
}

/** The run before that this one is one statement with: across a tag in one sentence, or across paragraphs. */
function joinedTo(own: readonly Spoken[], one: Spoken): Spoken | null {
  if (one.goesOnWith !== null) return one.goesOnWith;
  const before = own[own.indexOf(one) - 1];
  if (before === undefined) return null;
  return one.rule === 'tag before' && one.cue !== null && before.cue === one.cue && before.rule === 'tag behind'
    ? before
    : null;
}

function addPiece(text: string, content: Range[], piece: Range): void {
  const last = content.at(-1);
  if (last !== undefined && text.slice(last[1], piece[0]).trim() === '')
    content[content.length - 1] = [last[0], piece[1]];
  else content.push(piece);
}

/** Whether the run is a whole utterance: alone, behind a comma or colon, or before a tag; not a fragment of a clause. */
function isWhole(items: readonly { text: string; pos: string }[], one: Spoken): boolean {
  const before = items[one.at - 1];
  if (
    one.rule === 'naming' ||
    one.rule === 'subject' ||
    one.rule === 'possessor' ||
    one.rule === 'noun of speech' ||
    one.rule === 'far verb'
  )
    return before?.text === ':';
  if (one.rule === 'reported clause' || one.rule === 'tag at the end')
    return before === undefined || before.text === ':' || before.text === ',';
  return true;
}

function speakerFrom(
  text: string,
  voices: Voices,
  later: ReadonlyMap<Referent, Referent>,
  voice: Voice,
  rule: Rule,
  links: number,
): Speaker {
  const other = later.get(voice.referent);
  const near = isNear(rule);
  // A description beside the words is the speaker for certain; that the later name is the same person is inferred.
  const described = other !== undefined && near && voice.mentionKind === 'description';
  const referent = other === undefined || described ? voice.referent : other;
  const { rival } = voice;
  const same = rival !== undefined && (other === rival.referent || later.get(rival.referent) === voice.referent);
  const certainty = (same ? rival.certainty : voice.certainty) * (other === undefined ? 1 : described ? 0.95 : 0.88);
  const person = voices.personOf(referent);
  const role = roleOf(text, person, other === undefined || described ? null : voice.referent);
  const resolved: Resolution | null =
    other === undefined ? how(text, voice, referent, rule, person) : { by: 'later name', name: other.name };
  return {
    name: plainName(referent.name, referent.kind),
    mention: near ? voice.mention : null,
    ...(role === null ? {} : { role }),
    ...(described ? { alias: plainName(other.name, other.kind) } : {}),
    ...(resolved === null ? {} : { resolved }),
    confidence: confidenceOf(rule, certainty, links),
  };
}

function plainName(name: string, kind: Referent['kind']): string {
  const plain = name.replace(/\s+/g, ' ');
  return kind === 'organisation' || kind === 'place' ? plain.replace(/^the /i, '') : plain;
}

/** A person's role as printed, but for the capital of an article that began a sentence: it stands behind the name. */
function roleOf(text: string, person: Person | null, described: Referent | null): string | null {
  if (described !== null) return described.name;
  const range = person?.roles.find((role) => role[1] - role[0] > 3);
  return range === undefined
    ? null
    : text
        .slice(range[0], range[1])
        .replace(/\s+/g, ' ')
        .replace(/^(?:The|An?) /, (article) => article.toLowerCase());
}

function how(text: string, voice: Voice, referent: Referent, rule: Rule, person: Person | null): Resolution | null {
  if (!isNear(rule))
    return { by: rule === 'next sentence' || rule === 'next paragraph' ? 'what follows' : 'what goes before' };
  const mention = text.slice(voice.mention[0], voice.mention[1]);
  if (voice.mentionKind === 'pronoun' && referent.name !== mention)
    return { by: 'pronoun', mention, name: referent.name };
  if (voice.mentionKind === 'description' && person !== null)
    return { by: 'description', mention, name: referent.name };
  return null;
}
