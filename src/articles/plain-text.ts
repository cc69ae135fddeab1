import { finishDraft } from './draft.ts';
import { type Entry, entryOf, type SourceText } from './entry.ts';

/** Reads a plain text: one article, `text` the whole file as printed. */
export function readPlainText({ id, text, nameDay }: SourceText): Entry[] {
  const problem = faultOf(text);
  return [problem === null ? entryOf(null, finishDraft(id, { text }, nameDay)) : { place: null, problem }];
}

const markup = /^\s{0,100}(?:<\?xml\b[^>]{0,200}>\s{0,100})?<(?:!doctype\s+)?(html|rss|feed|rdf:RDF)\b/i;

function faultOf(text: string): string | null {
  const kind = markup.exec(text.slice(0, 1000))?.[1]?.toLowerCase();
  if (kind === 'html') return 'it is HTML; let its name end in .html';
  if (kind !== undefined) return 'it is a feed; let its name end in .xml';
  const lone = text.trim();
  const title = lone !== '' && lone.length < 120 && !lone.includes('\n') && !/[.!?…]["'’”»]?$/.test(lone);
  return title ? 'there is a title and no body' : null;
}
