import { analyse } from '../core/language/analysis.ts';
import { readLayout } from '../core/layout.ts';
import { findStatements } from '../core/quotation/extraction.ts';
import type { Statement } from '../core/quotation/statement.ts';
import { overlaps, type Range } from '../core/range.ts';
import { isProgram, runProgram } from './program.ts';
import { type GoldQuotation, parseQuotations, type QuotationRecord } from './quotation-records.ts';
import { readText } from './record-file.ts';

/** Shares are 0 to 1; null where nothing was there to be measured. */
export interface Evaluation {
  readonly texts: number;
  readonly exceptions: number;
  readonly quotationOrNot: { precision: number; recall: number; f1: number; rejected: string };
  readonly attributed: { precision: number; recall: number; f1: number };
  readonly named: Record<'named' | 'pronoun' | 'nominal' | 'none', string>;
  readonly coverage: readonly { confidence: number; coverage: number; wrong: number }[];
  readonly calibration: readonly { from: number; to: number; speakers: number; right: number }[];
  readonly speech: { precision: number; recall: number; f1: number; direct: string; mixed: string; indirect: string };
  readonly speechSpeakers: number;
  readonly errors: readonly string[];
}

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** Measures extraction against annotated texts. */
export function evaluateQuotations(records: readonly QuotationRecord[]): Evaluation {
  const errors: string[] = [];
  const judged: Judged[] = [];
  let exceptions = 0;
  let [found, falsely, missed, noQuotations, rejected] = [0, 0, 0, 0, 0];
  let [attributed, offered, asked] = [0, 0, 0];
  const names = { named: [0, 0], pronoun: [0, 0], nominal: [0, 0], none: [0, 0] };
  const recall = { direct: [0, 0], mixed: [0, 0], indirect: [0, 0] };
  let [matched, said, pieces, matchedSpeakers, speakers] = [0, 0, 0, 0, 0];

  for (const record of records) {
    let statements: Statement[];
    try {
      const layout = readLayout(record.text);
      const blocks = layout.headline === null ? layout.paragraphs : [layout.headline, ...layout.paragraphs];
      statements = findStatements(analyse(record.text, blocks), layout);
    } catch (error) {
      exceptions += 1;
      errors.push(`${record.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      statements = [];
    }
    const show = (range: Range) =>
      record.text.slice(Math.max(0, range[0] - 90), range[0]) +
      '⟦' +
      record.text.slice(...range) +
      '⟧' +
      record.text.slice(range[1], range[1] + 90);
    for (const { span, quote } of record.segments) {
      const statement = coverOf(statements, span);
      const gold = quote === null ? undefined : record.quotes[quote];
      if (gold === undefined) {
        noQuotations += 1;
        if (statement === undefined) rejected += 1;
        else {
          falsely += 1;
          offered += 1;
          errors.push(`${record.id} NO QUOTATION ${show(span)} (${statement.speaker?.name})`);
        }
        continue;
      }
      if (statement === undefined) {
        missed += 1;
        if (known(gold)) asked += 1;
        errors.push(`${record.id} MISSED ${show(span)}`);
        continue;
      }
      found += 1;
      if (!known(gold)) continue;
      asked += 1;
      offered += 1;
      const right = isRight(statement, gold);
      if (right) attributed += 1;
      else
        errors.push(
          `${record.id} SPEAKER ${statement.speaker?.name ?? '(none)'} ${statement.speaker?.confidence ?? ''} instead of ${gold.speakerName ?? (gold.speaker && record.text.slice(...gold.speaker))}: ${show(span)}`,
        );
      if (statement.speaker !== null) judged.push({ confidence: statement.speaker.confidence, right });
      else judged.push({ confidence: 0, right: false });
      const kind = mentionKind(record.text, gold);
      const tally = names[kind];
      if (gold.speakerName !== null) {
        tally[1] = (tally[1] ?? 0) + 1;
        if (statement.speaker !== null && sameName(statement.speaker.name, gold.speakerName))
          tally[0] = (tally[0] ?? 0) + 1;
        else if (right)
          errors.push(`${record.id} NAME ${statement.speaker?.name} instead of ${gold.speakerName}: ${show(span)}`);
      }
    }
    // All speech, piece by piece.
    const guesses = statements.flatMap((statement) =>
      statement.content.map((content) => ({ content, statement, used: false })),
    );
    said += record.quotes.length;
    pieces += guesses.length;
    for (const gold of record.quotes) {
      let best: (typeof guesses)[number] | undefined;
      let bestShare = 0.5;
      for (const guess of guesses) {
        const share = intersectionOverUnion(guess.content, gold.content);
        if (!guess.used && share >= bestShare) {
          bestShare = share;
          best = guess;
        }
      }
      const tally = recall[gold.type];
      tally[1] = (tally[1] ?? 0) + 1;
      if (best === undefined) {
        if (gold.type === 'indirect') errors.push(`${record.id} INDIRECT MISSED ${show(gold.content)}`);
        continue;
      }
      best.used = true;
      matched += 1;
      tally[0] = (tally[0] ?? 0) + 1;
      if (!known(gold)) continue;
      speakers += 1;
      if (isRight(best.statement, gold)) matchedSpeakers += 1;
      else if (gold.type === 'indirect')
        errors.push(
          `${record.id} INDIRECT SPEAKER ${best.statement.speaker?.name} instead of ${gold.speakerName ?? (gold.speaker && record.text.slice(...gold.speaker))}: ${show(gold.content)}`,
        );
    }
    for (const guess of guesses) {
      if (!guess.used && guess.statement.kind === 'indirect')
        errors.push(`${record.id} INDIRECT EXTRA ${show(guess.content)} (${guess.statement.speaker?.name})`);
    }
  }
  const precision = share(found, found + falsely);
  const segmentRecall = share(found, found + missed);
  const attributedPrecision = share(attributed, offered);
  const attributedRecall = share(attributed, asked);
  const fraction = ([part = 0, whole = 0]: number[]) => `${part}/${whole}`;
  return {
    texts: records.length,
    exceptions,
    quotationOrNot: {
      precision,
      recall: segmentRecall,
      f1: harmonic(precision, segmentRecall),
      rejected: `${rejected}/${noQuotations}`,
    },
    attributed: {
      precision: attributedPrecision,
      recall: attributedRecall,
      f1: harmonic(attributedPrecision, attributedRecall),
    },
    named: {
      named: fraction(names.named),
      pronoun: fraction(names.pronoun),
      nominal: fraction(names.nominal),
      none: fraction(names.none),
    },
    coverage: [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9].map((confidence) => {
      const shown = judged.filter((one) => one.confidence >= confidence);
      return {
        confidence,
        coverage: share(shown.length, asked),
        wrong: share(shown.filter((one) => !one.right).length, shown.length),
      };
    }),
    calibration: [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((from, index, all) => {
      const to = all[index + 1] ?? 1.01;
      const here = judged.filter((one) => one.confidence >= from && one.confidence < to);
      return { from, to, speakers: here.length, right: share(here.filter((one) => one.right).length, here.length) };
    }),
    speech: {
      precision: share(matched, pieces),
      recall: share(matched, said),
      f1: harmonic(share(matched, pieces), share(matched, said)),
      direct: fraction(recall.direct),
      mixed: fraction(recall.mixed),
      indirect: fraction(recall.indirect),
    },
    speechSpeakers: share(matchedSpeakers, speakers),
    errors,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

function known(gold: GoldQuotation): boolean {
  return gold.speaker !== null || gold.speakerName !== null;
}

/** The direct or mixed statement that holds most of a run between marks. */
function coverOf(statements: readonly Statement[], span: Range): Statement | undefined {
  let best: Statement | undefined;
  let bestShare = 0;
  for (const statement of statements) {
    if (statement.kind !== 'direct' && statement.kind !== 'mixed') continue;
    for (const piece of statement.content) {
      const shared = Math.min(piece[1], span[1]) - Math.max(piece[0], span[0]);
      if (shared * 2 < span[1] - span[0] || shared <= 0) continue;
      const share = intersectionOverUnion(piece, span);
      if (share > bestShare) {
        bestShare = share;
        best = statement;
      }
    }
  }
  return best;
}

function isRight(statement: Statement, gold: GoldQuotation): boolean {
  const { speaker } = statement;
  if (speaker === null) return false;
  if (speaker.mention !== null && gold.speaker !== null && overlaps(speaker.mention, gold.speaker)) return true;
  return gold.speakerName !== null && sameName(speaker.name, gold.speakerName);
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the' && word !== 'of');
}

/** Whether two names are one: all words of the shorter stand in the longer, and they end alike. */
export function sameName(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const [shorter, longer] = first.length <= second.length ? [first, second] : [second, first];
  if (shorter.length === 0) return false;
  return (
    shorter.every((word) => longer.includes(word)) &&
    (shorter.length > 1 || longer.at(-1) === shorter[0] || longer[0] === shorter[0])
  );
}

function mentionKind(text: string, gold: GoldQuotation): 'named' | 'pronoun' | 'nominal' | 'none' {
  if (gold.speaker === null) return 'none';
  const mention = text.slice(...gold.speaker);
  if (/^(?:he|she|they|it|i|we|who)$/i.test(mention)) return 'pronoun';
  return gold.speakerName !== null && wordsOf(mention).some((word) => wordsOf(gold.speakerName ?? '').includes(word))
    ? 'named'
    : 'nominal';
}

function intersectionOverUnion(a: Range, b: Range): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared <= 0 ? 0 : shared / (a[1] - a[0] + b[1] - b[0] - shared);
}

function percent(value: number): string {
  return (value * 100).toFixed(1);
}

function report(evaluation: Evaluation): string {
  const { quotationOrNot: or, attributed, named, speech } = evaluation;
  return [
    `texts ${evaluation.texts}, exceptions ${evaluation.exceptions}`,
    `quotation or not: P ${percent(or.precision)} R ${percent(or.recall)} F1 ${percent(or.f1)}; rejected non-quotations ${or.rejected}`,
    `attributed quotations: P ${percent(attributed.precision)} R ${percent(attributed.recall)} F1 ${percent(attributed.f1)}`,
    `resolved names: named ${named.named}, pronoun ${named.pronoun}, description ${named.nominal}, no mention ${named.none}`,
    'confidence  coverage  wrong',
    ...evaluation.coverage.map(
      (row) =>
        `  ≥ ${row.confidence.toFixed(2)}    ${percent(row.coverage).padStart(5)}    ${percent(row.wrong).padStart(5)}`,
    ),
    'calibration: confidence  speakers  right',
    ...evaluation.calibration.map(
      (row) =>
        `  ${row.from.toFixed(2)}–${Math.min(1, row.to).toFixed(2)}   ${String(row.speakers).padStart(5)}   ${percent(row.right).padStart(5)}`,
    ),
    `all speech (IoU ≥ 0.5): P ${percent(speech.precision)} R ${percent(speech.recall)} F1 ${percent(speech.f1)}; recall direct ${speech.direct}, mixed ${speech.mixed}, indirect ${speech.indirect}; speakers of the matched right ${percent(evaluation.speechSpeakers)}`,
  ].join('\n');
}

function main(args: readonly string[]): number {
  const files = args.filter((arg) => !arg.startsWith('--'));
  if (files.length === 0) {
    process.stderr.write('usage: npm run -s evaluate:quotations -- [--errors] FILE...\n');
    return 2;
  }
  for (const file of files) {
    const evaluation = evaluateQuotations(parseQuotations(readText(file), file));
    if (files.length > 1) process.stdout.write(`${file}\n`);
    if (args.includes('--errors')) process.stdout.write(`${evaluation.errors.join('\n')}\n`);
    process.stdout.write(`${report(evaluation)}\n`);
  }
  return 0;
}

if (isProgram(import.meta.url)) await runProgram(main);
