import { z } from 'zod';
import { UserError } from '../answer.ts';
import { compareSample, type Sample, scoreSamples } from '../core/stance/evaluation.ts';
import { answerPair, type PairSample, scorePairs } from '../core/stance/pair-evaluation.ts';
import { pairRecord } from './pair-record.ts';
import { runProgram } from './program.ts';
import { readRecords } from './record-file.ts';

const sentence = z.object({
  id: z.string(),
  text: z.string(),
  stances: z.array(z.object({ holder: z.string(), polarity: z.enum(['supports', 'opposes']), towards: z.string() })),
});

const shapes =
  'expected a record with "id", "text" and "stances", or with "id", "text", "e1", "e2", "label" and "direction"';

/**
 * `evaluate:stance -- FILE [--errors]`: figures for a file of records, either sentences with their stances
 * (`{"id","text","stances":[{"holder","polarity","towards"}]}`) or marked pairs
 * (`{"id","text","e1","e2","label","direction"}`). `--errors` lists what was wrong.
 */
function main(parameters: readonly string[]): number {
  const [file] = parameters.filter((parameter) => !parameter.startsWith('--'));
  if (file === undefined) {
    console.error('usage: npm run -s evaluate:stance -- FILE [--errors]');
    return 2;
  }
  const records = readRecords(file, z.union([sentence, pairRecord], { error: shapes }));
  if (records.length === 0) throw new UserError(`${file}: there is no record in it.`);
  const errors = parameters.includes('--errors');
  const samples = records.filter((record) => 'stances' in record);
  if (samples.length > 0) evaluateSamples(samples, errors);
  const pairs = records.filter((record) => 'direction' in record);
  if (pairs.length > 0) evaluatePairs(pairs, errors);
  return 0;
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

await runProgram(main);
