import { parseArgs } from 'node:util';
import { runFuzz } from './fuzz-run.ts';

/** `npm run fuzz [-- --files N --seed N]`: exits 1 when a malformed file does harm or is not reported. */
const { values } = parseArgs({
  options: { files: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const report = await runFuzz(Number(values.files), Number(values.seed));
const { files, good, reported, slowest, milliseconds, failures } = report;
console.log(
  `${files} files, ${good} of them good, read in ${(milliseconds / 1000).toFixed(1)} s; ${reported} reported.`,
);
console.log(`The slowest took ${slowest.milliseconds.toFixed(0)} ms: ${slowest.name} (${slowest.kind}).`);
console.log(`Peak of resident memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.`);
for (const failure of failures.slice(0, 50)) console.log(`FAILED: ${failure}`);
console.log(failures.length === 0 ? 'All is well.' : `${failures.length} failures.`);
process.exitCode = failures.length === 0 ? 0 : 1;
