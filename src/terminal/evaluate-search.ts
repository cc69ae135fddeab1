import { z } from 'zod';
import { UserError } from '../answer.ts';
import { stemsOf, typedWords } from '../core/search/answer-type.ts';
import { type PassageAnswer, searchPassages } from '../core/search/passage-search.ts';
import { buildSearchIndex, type IndexEntry, type SearchIndex } from '../core/search/search-index.ts';
import { entryOf, filePassage } from './passage-file.ts';
import { runProgram } from './program.ts';
import { readRecords } from './record-file.ts';

// npm run -s evaluate:search -- PASSAGES QUESTIONS [--errors]
// PASSAGES: {"id","title","text"} a line; QUESTIONS: {"id","question","passage","answers":[...]} a line.

const question = z.object({ id: z.string(), question: z.string(), passage: z.string(), answers: z.array(z.string()) });
type Question = z.infer<typeof question>;
type Passage = z.infer<typeof filePassage>;

await runProgram((parameters) => {
  const [passageFile, questionFile] = parameters.filter((parameter) => !parameter.startsWith('--'));
  if (passageFile === undefined || questionFile === undefined) {
    console.error('usage: npm run -s evaluate:search -- PASSAGES QUESTIONS [--errors]');
    return 2;
  }
  const [passages, questions] = [readRecords(passageFile, filePassage), readRecords(questionFile, question)];
  if (passages.length === 0 || questions.length === 0)
    throw new UserError(`${passages.length === 0 ? passageFile : questionFile}: there is no record in it.`);
  evaluate(passages, questions, parameters.includes('--errors'));
  return 0;
});

function toEntry(passage: Passage): IndexEntry {
  const paragraphs = [...passage.text.matchAll(/\S[^\n]*/g)].map(
    (found) => [found.index, found.index + found[0].length] as const,
  );
  return entryOf(passage, paragraphs);
}

/** Case, spaces and the style of quotation marks apart: whether the passage holds an answer. */
function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const level = (part: string) => part.toLowerCase().replace(/\s+/g, ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  return answers.some((answer) => level(text).includes(level(answer)));
}

function evaluate(passages: readonly Passage[], questions: readonly Question[], errors: boolean): void {
  const entries = passages.map(toEntry);
  const index = buildSearchIndex(entries);
  const texts = (answer: PassageAnswer, of: SearchIndex) =>
    answer.passages.map(({ article, start, end }) => of.entries[article]?.article.text.slice(start, end) ?? '');

  let [ndcg, reciprocal, recall, first, three, typed, typedHits] = [0, 0, 0, 0, 0, 0, 0];
  const withAnswer: number[] = [];
  const before = performance.now();
  for (const question of questions) {
    const answer = searchPassages(index, question.question);
    const ids = [...new Set(answer.passages.map(({ article }) => entries[article]?.article.id))];
    const rank = ids.indexOf(question.passage);
    if (rank >= 0 && rank < 10) ndcg += 1 / Math.log2(rank + 2);
    if (rank >= 0) reciprocal += 1 / (rank + 1);
    if (rank >= 0 && rank < 5) recall += 1;
    const shown = texts(answer, index);
    const inFirst = holdsAnswer(shown[0] ?? '', question.answers);
    if (inFirst) first += 1;
    if (shown.slice(0, 3).some((text) => holdsAnswer(text, question.answers))) three += 1;
    if (errors && !inFirst) {
      console.log(`${rank + 1}\t${question.question}\t${question.answers[0]}\t${shown[0]?.slice(0, 300)}`);
    }
    const hit = answer.passages[0];
    const text = hit === undefined ? undefined : entries[hit.article]?.article.text;
    if (answer.type !== null && inFirst && hit !== undefined && text !== undefined) {
      typed += 1;
      const marks = typedWords(text, [hit.start, hit.end], answer.type, stemsOf(question.question));
      if (marks.some(([start, end]) => sharesWord(text.slice(start, end), question.answers))) typedHits += 1;
    }
    withAnswer.push(hit?.score ?? Number.NEGATIVE_INFINITY);
  }
  const taken = (performance.now() - before) / questions.length;
  const all = questions.length;
  const share = (count: number, of = all) => `${((100 * count) / of).toFixed(1)} %`;
  console.log(`questions ${all}, passages ${passages.length}, ${taken.toFixed(2)} ms a question`);
  console.log(`nDCG@10 ${(ndcg / all).toFixed(4)}  MRR ${(reciprocal / all).toFixed(4)}  recall@5 ${share(recall)}`);
  console.log(`answer in the first passage ${share(first)}, in the first three ${share(three)}`);
  console.log(`words of the asked-for kind marked hold the answer ${share(typedHits, typed)} of ${typed}`);
  abstentions(entries, questions, withAnswer);
}

function sharesWord(marked: string, answers: readonly string[]): boolean {
  const lower = marked.toLowerCase();
  return answers.some((answer) => {
    const level = answer.toLowerCase();
    return lower.includes(level) || level.includes(lower);
  });
}

/** Asks each question of the archive without the articles of its title, and prints how often that is noticed. */
function abstentions(
  entries: readonly IndexEntry[],
  questions: readonly Question[],
  withAnswer: readonly number[],
): void {
  const titleOf = new Map(entries.map(({ article }) => [article.id, article.title]));
  const byTitle = new Map<string, Question[]>();
  for (const question of questions) {
    const title = titleOf.get(question.passage) ?? '';
    byTitle.set(title, [...(byTitle.get(title) ?? []), question]);
  }
  const gone: number[] = [];
  for (const [title, asked] of byTitle) {
    const index = buildSearchIndex(entries.filter(({ article }) => article.title !== title));
    for (const { question } of asked)
      gone.push(searchPassages(index, question).passages[0]?.score ?? Number.NEGATIVE_INFINITY);
  }
  console.log('abstention: share of answerable questions wrongly told "nothing", of unanswerable ones rightly');
  const sorted = withAnswer.toSorted((a, b) => a - b);
  for (const wrong of [0.02, 0.05, 0.1, 0.15, 0.2]) {
    const threshold = sorted[Math.floor(wrong * sorted.length)] ?? 0;
    const right = gone.filter((score) => score < threshold).length / gone.length;
    console.log(`  ${(100 * wrong).toFixed(0)} %  ${(100 * right).toFixed(1)} %  (threshold ${threshold.toFixed(3)})`);
  }
}
