import { UserError } from '../answer.ts';
import { readArticles } from '../articles/folder.ts';
import { analyseArticle } from '../core/analysed-article.ts';
import { certain, type Statement } from '../core/quotation/statement.ts';
import type { Range } from '../core/range.ts';
import { buildSearchIndex, type IndexEntry, type SearchIndex } from '../core/search/search-index.ts';
import { namesAgree, type Verdict, verifyQuotation } from '../core/verify/verification.ts';
import { isNegation, isNumber, readWordings } from '../core/verify/wording.ts';
import { runProgram } from './program.ts';

/**
 * Takes the printed quotations of any articles, makes from each what people make of quotations, and prints what is said
 * of it, as a confusion matrix. Run with `npm run -s evaluate:verify -- [--errors] [FILE|FOLDER …]` (default: seeds).
 */

/** What was made of a quotation, and the verdict it should get. */
interface Claim {
  readonly made: string;
  readonly text: string;
  readonly expected: Verdict;
  readonly speaker?: string;
}

interface Printed {
  readonly entry: IndexEntry;
  readonly statement: Statement;
}

const verdicts: readonly Verdict[] = ['verbatim', 'abridged', 'altered', 'misattributed', 'reported', 'not found'];

await runProgram(async (parameters) => {
  const named = parameters.filter((parameter) => !parameter.startsWith('--'));
  const sources = named.length === 0 ? ['seeds'] : named;
  const reading = await readArticles(sources);
  for (const { file, reason } of reading.problems) process.stderr.write(`${file}: ${reason}\n`);
  if (reading.articles.length === 0) throw new UserError(`No article could be read in ${sources.join(', ')}.`);
  const entries = reading.articles.map((article): IndexEntry => {
    const { statements, sentences } = analyseArticle(article);
    return { article, statements, sentences: sentences.map(([start, end]) => ({ start, end })) };
  });
  evaluate(entries, parameters.includes('--errors'));
  return 0;
});

function evaluate(all: readonly IndexEntry[], errors: boolean): void {
  const index = buildSearchIndex(all);
  const counts = new Map<string, number>();
  const rows = new Map<string, Verdict>();
  const times: number[] = [];
  const ask = (asked: SearchIndex, claim: Claim) => {
    const { speaker } = claim;
    const before = performance.now();
    const { verdict } = verifyQuotation(
      asked,
      claim.text,
      speaker === undefined
        ? undefined
        : (statement) =>
            statement.speaker !== null && namesAgree(speaker, statement.speaker.name, statement.speaker.role),
    );
    times.push(performance.now() - before);
    const key = `${claim.made}|${verdict}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    rows.set(claim.made, claim.expected);
    if (errors && verdict !== claim.expected)
      console.log(`${claim.made}\t${verdict}\t${claim.text.replace(/\s+/g, ' ')}`);
  };

  const quotations = all.flatMap((entry) =>
    entry.statements.filter(({ kind }) => kind === 'direct').map((statement): Printed => ({ entry, statement })),
  );
  for (const printed of quotations) for (const claim of claimsFrom(printed, quotations)) ask(index, claim);
  for (const entry of all) {
    for (const statement of entry.statements) {
      const { kind } = statement;
      if (kind !== 'indirect' && kind !== 'mixed') continue;
      const text = wordsOf({ entry, statement });
      if (readWordings(text, [[0, text.length]]).length < 6) continue;
      ask(index, { made: kind === 'mixed' ? 'in marks only in part' : 'reported speech', text, expected: 'reported' });
    }
  }
  // Quotations of one half of the articles are nowhere in the other half.
  for (const half of [0, 1]) {
    const kept = buildSearchIndex(all.filter((_, at) => at % 2 === half));
    const gone = new Set(all.filter((_, at) => at % 2 !== half));
    for (const printed of quotations) {
      const text = wordsOf(printed);
      if (!gone.has(printed.entry) || readWordings(text, [[0, text.length]]).length < 4) continue;
      ask(kept, { made: 'printed nowhere', text, expected: 'not found' });
    }
  }

  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${all.length} articles, ${quotations.length} quotations, ${total} claims`);
  console.log(['made of a quotation'.padEnd(28), ...verdicts.map((verdict) => verdict.padStart(13))].join(' '));
  for (const [made, expected] of rows) {
    const cells = verdicts.map((verdict) => {
      const count = counts.get(`${made}|${verdict}`) ?? 0;
      return `${verdict === expected ? '*' : ''}${count === 0 ? '·' : count}`.padStart(13);
    });
    console.log([made.padEnd(28), ...cells].join(' '));
  }
  rate('altered ones called verbatim', 'altered', ['verbatim']);
  rate('verbatim or abridged ones called altered or not found', 'verbatim', ['altered', 'not found'], 'abridged');
  times.sort((a, b) => a - b);
  const quantile = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(2);
  console.log(`time p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms`);

  function rate(name: string, expected: Verdict, wrong: readonly Verdict[], also: Verdict = expected): void {
    let [bad, of] = [0, 0];
    for (const [key, count] of counts) {
      const [made = '', verdict = ''] = key.split('|');
      const should = rows.get(made);
      if (should !== expected && should !== also) continue;
      of += count;
      if (wrong.some((one) => one === verdict)) bad += count;
    }
    console.log(`${name}: ${bad} of ${of} (${((100 * bad) / Math.max(1, of)).toFixed(2)} %)`);
  }
}

/** The words of a statement, its pieces joined by a space. */
function wordsOf({ entry, statement }: Printed): string {
  return statement.content.map(([start, end]) => entry.article.text.slice(start, end)).join(' ');
}

function* claimsFrom(printed: Printed, others: readonly Printed[]): Generator<Claim> {
  const text = wordsOf(printed);
  const words = text.split(/\s+/).filter((word) => word !== '');
  const wordings = readWordings(text, [[0, text.length]]);
  if (wordings.length < 3) return;
  const seed = wordings.length * 7 + text.length;

  yield { made: 'as printed', text, expected: 'verbatim' };
  yield { made: 'typography', text: retypeset(text), expected: 'verbatim' };
  const { speaker } = printed.statement;
  if (speaker !== null && speaker.confidence >= certain) {
    yield { made: 'its speaker', text, expected: 'verbatim', speaker: speaker.name };
    const other = others
      .map(({ statement }) => statement.speaker?.name)
      .find((name, at) => name !== undefined && at >= seed % others.length && isSomebodyElse(name, text, others));
    if (other !== undefined) yield { made: 'another speaker', text, expected: 'misattributed', speaker: other };
    yield { made: 'an unknown speaker', text, expected: 'misattributed', speaker: 'Orla Venn' };
  }
  if (wordings.length < 6) return;

  yield { made: 'cut at the end', text: words.slice(0, Math.ceil(words.length * 0.6)).join(' '), expected: 'verbatim' };
  yield {
    made: 'cut at the beginning',
    text: words.slice(Math.floor(words.length * 0.4)).join(' '),
    expected: 'verbatim',
  };
  const third = Math.floor(words.length / 3);
  const mark = seed % 2 === 0 ? '…' : '[…]';
  if (third >= 2) {
    const left = [...words.slice(0, third), mark, ...words.slice(third * 2)].join(' ');
    yield { made: 'abridged', text: left, expected: 'abridged' };
    yield {
      made: 'abridged with a bracket',
      text: [...words.slice(0, third), '[the plan]', ...words.slice(third + 1)].join(' '),
      expected: 'abridged',
    };
  }

  const inner = wordings.slice(1, -1);
  const change = (range: Range, by: string) => `${text.slice(0, range[0])}${by}${text.slice(range[1])}`;
  const pick = <One>(list: readonly One[]): One | undefined => list[seed % Math.max(1, list.length)];
  const negation = pick(inner.filter(({ key }) => isNegation(key)));
  if (negation !== undefined) {
    yield { made: 'a negation dropped', text: change([negation.start, negation.end], ''), expected: 'altered' };
  }
  const auxiliary = pick(
    inner.filter(({ key }) =>
      /^(?:is|are|was|were|will|would|can|could|should|must|has|have|had|do|does|did)$/.test(key),
    ),
  );
  if (auxiliary !== undefined) {
    yield { made: 'a negation added', text: change([auxiliary.end, auxiliary.end], ' not'), expected: 'altered' };
  }
  const number = pick(inner.filter(({ key }) => isNumber(key)));
  if (number !== undefined) {
    const by = /\p{N}/u.test(number.key) ? '47' : number.key === 'seven' ? 'three' : 'seven';
    yield { made: 'a number changed', text: change([number.start, number.end], by), expected: 'altered' };
  }
  const name = pick(inner.filter(({ start, end, key }) => key.length > 3 && /^\p{Lu}/u.test(text.slice(start, end))));
  if (name !== undefined)
    yield { made: 'a name swapped', text: change([name.start, name.end], 'Velmouth'), expected: 'altered' };
  const word = pick(inner.filter(({ key }) => key.length > 4));
  if (word !== undefined)
    yield { made: 'a word exchanged', text: change([word.start, word.end], 'remarkable'), expected: 'altered' };
  const left = pick(inner.filter(({ key }) => key.length > 3));
  if (left !== undefined)
    yield { made: 'a word left out unmarked', text: change([left.start, left.end], ''), expected: 'altered' };
  if (words.length >= 8) {
    const half = Math.floor(words.length / 2);
    yield {
      made: 'halves exchanged',
      text: [...words.slice(half), ...words.slice(0, half)].join(' '),
      expected: 'altered',
    };
  }
}

function isSomebodyElse(name: string, text: string, printed: readonly Printed[]): boolean {
  return printed
    .filter((one) => wordsOf(one) === text)
    .every(
      ({ statement }) =>
        statement.speaker === null ||
        !(namesAgree(name, statement.speaker.name, statement.speaker.role) || namesAgree(statement.speaker.name, name)),
    );
}

/** Other letter case, marks, dashes, spaces and line breaks. */
function retypeset(text: string): string {
  const marked = text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s[-–—]\s/g, '—')
    .replace(/\s+/g, '  ')
    .replace(/, /g, ',\n');
  return `“${marked.charAt(0).toLowerCase()}${marked.slice(1).toUpperCase()}.”`;
}
