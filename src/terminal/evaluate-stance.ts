import { readFileSync } from 'node:fs';
import { compareSample, type Sample, scoreSamples } from '../core/stance/evaluation.ts';
import { answerPair, type PairSample, scorePairs } from '../core/stance/pair-evaluation.ts';

/**
 * `evaluate:stance -- FILE [--errors]`: figures for a file of records, either sentences with their stances
 * (`{"id","text","stances":[{"holder","polarity","towards"}]}`) or marked pairs
 * (`{"id","text","e1","e2","label","direction"}`). `--errors` lists what was wrong.
 */
function main(): number {
  const [file, ...flags] = process.argv.slice(2);
  if (file === undefined) {
    console.error('Usage: npm run -s evaluate:stance -- FILE [--errors]');
    return 2;
  }
  const records = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
  const errors = flags.includes('--errors');
  const samples = records.filter((record): record is Sample => hasKey(record, 'stances'));
  if (samples.length > 0) evaluateSamples(samples, errors);
  const pairs = records.filter((record): record is PairSample => hasKey(record, 'e1') && hasKey(record, 'direction'));
  if (pairs.length > 0) evaluatePairs(pairs, errors);
  if (samples.length + pairs.length > 0) return 0;
  console.error(`${file}: no record with "stances" or with "e1", "e2" and "direction"`);
  return 1;
}

function hasKey(record: unknown, key: string): boolean {
  return typeof record === 'object' && record !== null && key in record;
}

function evaluateSamples(samples: readonly Sample[], errors: boolean): void {
  const compared = samples.map(compareSample);
  for (const { sample, exact, found } of errors ? compared : []) {
    if (exact === sample.stances.length && found.length === exact) continue;
    console.log(`${sample.id}  ${sample.text}`);
    for (const stance of sample.stances)
      console.log(`    meant  ${stance.holder} ${stance.polarity} ${stance.towards}`);
    for (const stance of found) console.log(`    found  ${stance.holder} ${stance.polarity} ${stance.towards}`);
  }
  console.log(JSON.stringify(scoreSamples(compared), null, 2));
}

function evaluatePairs(pairs: readonly PairSample[], errors: boolean): void {
  const started = performance.now();
  const answers = pairs.map(answerPair);
  const seconds = (performance.now() - started) / 1000;
  for (const { sample, answer } of errors ? answers : []) {
    if (sample.label === answer.label && sample.direction === answer.direction) continue;
    console.log(`${sample.id}  ${marked(sample)}`);
    console.log(
      `    meant  ${sample.label} ${sample.direction}    found  ${answer.label} ${answer.direction} ${answer.confidence}`,
    );
  }
  console.log(JSON.stringify({ ...scorePairs(answers), pairsPerSecond: Math.round(pairs.length / seconds) }, null, 2));
}

/** The text with its two mentions in brackets. */
function marked({ text, e1, e2 }: PairSample): string {
  const [first, second] =
    e1[0] < e2[0]
      ? [
          { at: e1, name: 'e1' },
          { at: e2, name: 'e2' },
        ]
      : [
          { at: e2, name: 'e2' },
          { at: e1, name: 'e1' },
        ];
  if (first === undefined || second === undefined) return text;
  const part = (one: typeof first) => `[${one.name} ${text.slice(one.at[0], one.at[1])}]`;
  return (
    text.slice(0, first.at[0]) +
    part(first) +
    text.slice(first.at[1], second.at[0]) +
    part(second) +
    text.slice(second.at[1])
  );
}

process.exitCode = main();
