import { fileURLToPath } from 'node:url';
import { analyse } from '../src/core/language/analysis.ts';
import { extract } from '../src/terminal/extract.ts';
import { parseQuotations } from '../src/terminal/quotation-records.ts';
import { readText } from '../src/terminal/record-file.ts';

/** How fast statements are found: tokens a second over news text on one core, and a megabyte of what no newspaper prints. */

const file = fileURLToPath(new URL('../test/core/quotation/corpus/read.txt', import.meta.url));
const corpus = parseQuotations(readText(file), file);
const texts = corpus.map(({ text }) => text);
const tokens = texts.reduce((sum, text) => sum + analyse(text, [[0, text.length]]).tokens.length, 0);

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function allTexts(times: number): void {
  for (let time = 0; time < times; time += 1) for (const text of texts) extract(text);
}

// The first passes compile; what counts is the steady state.
allTexts(40);
const passes = 40;
const seconds = processorSeconds(() => allTexts(passes));
process.stdout.write(
  `news text: ${Math.round((tokens * passes) / seconds).toLocaleString('en')} tokens a second on one core\n`,
);

const sizes = [0.25, 0.5, 1];
const hostile: Record<string, (size: number) => string> = {
  'only straight marks': (size) => '"'.repeat(size),
  'only single marks, spaced': (size) => "' ".repeat(size / 2),
  'quotations without an end': (size) => '“We sail '.repeat(size / 9),
  'one sentence': (size) => 'the mayor said the plan that Okell wrote was late and '.repeat(size / 54),
  'one sentence of quotations': (size) => 'Mara Okell said, "we go," and '.repeat(size / 30),
  'one paragraph of names': (size) => 'Mara Okell met Tom Okell. '.repeat(size / 26),
  'one word': (size) => 'a'.repeat(size),
};
for (const [name, make] of Object.entries(hostile)) {
  const times = sizes.map((size) => {
    const text = make(size * 1_000_000);
    return `${size} MB ${processorSeconds(() => extract(text)).toFixed(2)} s`;
  });
  process.stdout.write(`${name}: ${times.join(', ')}\n`);
}
