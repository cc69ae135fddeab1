import { readFileSync } from 'node:fs';
import { compareSample, type Sample, scoreSamples } from '../core/stance/evaluation.ts';

const [file, ...flags] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: npm run -s evaluate:stance -- FILE [--errors]');
  process.exit(2);
}
const records: unknown[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line));
const samples = records.filter(
  (record): record is Sample => typeof record === 'object' && record !== null && 'stances' in record,
);
const compared = samples.map(compareSample);
if (flags.includes('--errors')) {
  for (const { sample, exact, found } of compared) {
    if (exact === sample.stances.length && found.length === exact) continue;
    console.log(`${sample.id}  ${sample.text}`);
    for (const stance of sample.stances)
      console.log(`    meant  ${stance.holder} ${stance.polarity} ${stance.towards}`);
    for (const stance of found) console.log(`    found  ${stance.holder} ${stance.polarity} ${stance.towards}`);
  }
}
console.log(JSON.stringify(scoreSamples(compared)));
