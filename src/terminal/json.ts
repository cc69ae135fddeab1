import { type Answer, listed } from '../answer.ts';
import type { Archive, Position, Quotation } from '../core/archive.ts';

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
    message: message ?? (status === 'ok' ? undefined : 'There is nothing on record for this.'),
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
      return { quotations: answer.quotations.slice(0, listed).map(asQuotation), total: answer.total };
    case 'positions':
      return {
        holder: answer.holder,
        about: answer.about,
        positions: answer.positions.slice(0, listed).map(asPosition),
        total: answer.total,
        summary: answer.summary,
      };
    case 'page':
      return { heading: answer.heading, sections: answer.sections };
    case 'error':
      return {};
  }
}

function asQuotation(quotation: Quotation): object {
  const { text, article, start, end, pieces, paragraph, kind, speaker, cue, matches, also, key } = quotation;
  return { text, article, start, end, pieces, paragraph, kind, speaker, cue, matches, also, key };
}

function asPosition({ polarity, towards, evidence, holder, date, confidence }: Position): object {
  return {
    polarity,
    towards,
    evidence: evidence.slice(0, listed).map(asQuotation),
    total: evidence.length,
    holder,
    date,
    confidence,
  };
}
