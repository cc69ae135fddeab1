import type { Article } from './article.ts';
import { type Analysis, analyse, type Sentence } from './language/analysis.ts';
import { findStatements } from './quotation/extraction.ts';
import type { Statement } from './quotation/statement.ts';
import { overlaps, type Range } from './range.ts';
import { findStances } from './stance/find.ts';
import type { Stance } from './stance/stance.ts';

/** An article with everything that was found in it. Plain data: it can be stored, and sent between threads. */
export interface AnalysedArticle {
  readonly article: Article;
  /** Attributed statements and the article's own sentences, in order of position. */
  readonly statements: readonly Statement[];
  readonly stances: readonly Stance[];
  readonly sentences: readonly Range[];
}

/** Finds the statements and stances of an article. Never throws; linear in the article's length. */
export function analyseArticle(article: Article): AnalysedArticle {
  const blocks = article.headline === null ? article.paragraphs : [article.headline, ...article.paragraphs];
  const analysis = analyse(article.text, blocks);
  const attributed = findStatements(analysis, article);
  const statements = sortStatements([...attributed, ...ownStatements(analysis, attributed)]);
  return {
    article,
    statements,
    stances: nameHolders(findStances(analysis, statements), statements),
    sentences: analysis.sentences.map(({ start, end }) => [start, end] as const),
  };
}

/**
 * Holders named by a surname or with their title, under the full name that the same article gives a speaker, when there
 * is only one whom it can mean: "Okell" and "Foreign Minister Mara Okell" are its Mara Okell.
 */
function nameHolders(stances: readonly Stance[], statements: readonly Statement[]): Stance[] {
  const names = new Set(statements.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.alias ?? speaker.name])));
  const known = new Map<string, string>();
  const fullName = (holder: string): string => {
    if (names.has(holder)) return holder;
    const meant = [...names].filter(
      (name) => name.includes(' ') && (name.endsWith(` ${holder}`) || holder.endsWith(` ${name}`)),
    );
    return meant.length === 1 && meant[0] !== undefined ? meant[0] : holder;
  };
  return stances.map((stance) => {
    const name = known.get(stance.holderName) ?? fullName(stance.holderName);
    known.set(stance.holderName, name);
    return name === stance.holderName ? stance : { ...stance, holderName: name };
  });
}

/** Verbs that do nothing but attribute: a sentence with no other verb outside its quotation says nothing itself. */
const attributing = new Set([
  'say',
  'tell',
  'add',
  'note',
  'state',
  'report',
  'remark',
  'accord',
  'go',
  'continue',
  'explain',
  'reply',
  'write',
]);

/**
 * The sentences in which the article speaks for itself: those with a verb outside what is attributed. Their content is
 * what remains of the sentence around the attributed pieces.
 */
export function ownStatements(analysis: Analysis, attributed: readonly Statement[]): Statement[] {
  const own: Statement[] = [];
  const contents = spread(
    analysis.sentences,
    attributed.flatMap(({ content }) => content),
  );
  const cues = spread(
    analysis.sentences,
    attributed.flatMap(({ cue }) => (cue === null ? [] : [cue])),
  );
  for (const [index, sentence] of analysis.sentences.entries()) {
    const inside = contents[index] ?? [];
    const taken = [...inside, ...(cues[index] ?? [])];
    const speaksItself = analysis.tokens
      .slice(sentence.first, sentence.last)
      .some(
        ({ pos, lemma, start, end }) =>
          pos === 'VERB' && !attributing.has(lemma) && !taken.some((range) => overlaps(range, [start, end])),
      );
    if (inside.length > 0 && !speaksItself) continue;
    const content = subtract([sentence.start, sentence.end], inside, analysis.text);
    if (content.length > 0) own.push({ content, kind: 'own', speaker: null, cue: null, within: null });
  }
  return own;
}

/** For each sentence, the ranges that reach into it. */
function spread(sentences: readonly Sentence[], ranges: readonly Range[]): Range[][] {
  const bySentence: Range[][] = sentences.map(() => []);
  for (const range of ranges) {
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle]?.end ?? 0) <= range[0]) low = middle + 1;
      else high = middle;
    }
    for (; (sentences[low]?.start ?? Number.POSITIVE_INFINITY) < range[1]; low += 1) bySentence[low]?.push(range);
  }
  return bySentence;
}

/** What is left of a range without the given ones, in order, without white space at the ends and pieces with no word. */
function subtract(range: Range, without: readonly Range[], text: string): Range[] {
  const left: Range[] = [];
  let from = range[0];
  for (const [start, end] of [...without].sort((a, b) => a[0] - b[0])) {
    if (start > from) left.push([from, start]);
    from = Math.max(from, end);
  }
  if (from < range[1]) left.push([from, range[1]]);
  return left.map((piece) => trim(piece, text)).filter(([start, end]) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/** Without white space at the ends, and without the marks that belonged to what was taken out beside it. */
function trim([start, end]: Range, text: string): Range {
  const run = text.slice(start, end);
  const before = /^[\s,;:.’”"»)]+/.exec(run)?.[0].length ?? 0;
  const behind = before === run.length ? 0 : (/[\s,;:‘“"«(]+$/.exec(run)?.[0].length ?? 0);
  return [start + before, end - behind];
}

/** In order of position; `within` follows its statement to the new index. */
function sortStatements(statements: readonly Statement[]): Statement[] {
  const order = statements.map((statement, index) => ({ statement, index }));
  order.sort((a, b) => (a.statement.content[0]?.[0] ?? 0) - (b.statement.content[0]?.[0] ?? 0) || a.index - b.index);
  const moved = new Map(order.map(({ index }, now) => [index, now]));
  return order.map(({ statement }) => ({
    ...statement,
    within: statement.within === null ? null : (moved.get(statement.within) ?? null),
  }));
}
