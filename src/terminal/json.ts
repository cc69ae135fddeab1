import { type Answer, listed, type Picture, type VerdictAnswer } from '../answer.ts';
import type { Archive, Passage, Position, Quotation } from '../core/archive.ts';
import { english } from '../wording/wording.ts';

/** An answer as one line of JSON, without the line's end: the contract that programs read. */
export function formatJson(
  command: string,
  answer: Answer,
  { version, size }: Pick<Archive, 'version' | 'size'>,
): string {
  const { status, message, note, nearest } = answer;
  const line = {
    command,
    archive: { version, articles: size.articles },
    status,
    message: message ?? (status === 'ok' ? undefined : english.common.nothing),
    note,
    nearest,
    ...fieldsOf(answer),
  };
  // JSON lets these stand, but programs that split lines by Unicode's rules, and terminals, take them for more than text.
  return JSON.stringify(line).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function fieldsOf(answer: Answer): object {
  switch (answer.show) {
    case 'quotations':
      return {
        quotations: answer.quotations.slice(0, listed).map(asQuotation),
        total: answer.total,
        ...asPicture(answer),
        pictureNote: answer.pictureNote,
      };
    case 'positions':
      return {
        holder: answer.holder,
        about: answer.about,
        positions: answer.positions.slice(0, listed).map(asPosition),
        total: answer.total,
        summary: answer.summary,
      };
    case 'passages':
      return {
        reading: answer.reading,
        read: answer.read,
        ...(answer.quotations === undefined ? {} : { quotations: answer.quotations.slice(0, listed).map(asQuotation) }),
        ...(answer.positions === undefined ? {} : { positions: answer.positions.slice(0, listed).map(asPosition) }),
        passages: answer.passages.slice(0, listed).map(asPassage),
        total: answer.total,
      };
    case 'verdict':
      return asVerdict(answer);
    case 'verdicts':
      return { verdicts: answer.verdicts.slice(0, listed).map(asVerdict), total: answer.verdicts.length };
    case 'comparison': {
      const { first, second, about, agree, differ, onlyFirst, onlySecond, summary } = answer;
      const pairs = (list: typeof agree) =>
        list.slice(0, listed).map((pair) => ({ first: asPosition(pair.first), second: asPosition(pair.second) }));
      return {
        first,
        second,
        about,
        summary,
        agree: pairs(agree),
        differ: pairs(differ),
        onlyFirst: onlyFirst.slice(0, listed).map(asPosition),
        onlySecond: onlySecond.slice(0, listed).map(asPosition),
        total: agree.length + differ.length + onlyFirst.length + onlySecond.length,
      };
    }
    case 'timeline':
      return {
        holder: answer.holder,
        about: answer.about,
        events: answer.events.slice(0, listed).map(({ position, changed }) => ({ ...asPosition(position), changed })),
        total: answer.events.length,
        ...asPicture(answer),
      };
    case 'page':
      return { heading: answer.heading, sections: answer.sections };
    case 'error':
      return {};
  }
}

/** A picture shows to the eye what the answer says; its bytes are no part of the data. */
function asPicture({ picture }: { readonly picture?: Picture }): { readonly picture?: Omit<Picture, 'png'> } {
  return picture === undefined ? {} : { picture: { name: picture.name, alt: picture.alt } };
}

function asQuotation(quotation: Quotation): object {
  const { text, article, start, end, pieces, paragraph, kind, cue, matches, also, key } = quotation;
  const speaker = asSpeaker(quotation.speaker);
  return { text, article, start, end, pieces, paragraph, kind, speaker, cue, matches, also, key };
}

/** The speaker with a phrase that says how the name was reached. */
function asSpeaker(speaker: Quotation['speaker']): object | null {
  if (speaker?.resolved === undefined) return speaker;
  return { ...speaker, resolved: english.quotation.resolution(speaker.resolved) };
}

function asPosition({ polarity, towards, evidence, total, holder, date, confidence }: Position): object {
  return {
    polarity,
    towards,
    evidence: evidence.slice(0, listed).map(asQuotation),
    total,
    holder,
    date,
    confidence,
  };
}

function asPassage({ text, article, start, end, paragraph, score, sentence, matches, typed, also }: Passage): object {
  return { text, article, start, end, paragraph, score, sentence, matches, typed, also };
}

function asVerdict({ verdict, claim, quotation, around, differences, note }: VerdictAnswer): object {
  return {
    verdict,
    claim,
    quotation: quotation === undefined ? undefined : asQuotation(quotation),
    around,
    differences,
    note,
  };
}
