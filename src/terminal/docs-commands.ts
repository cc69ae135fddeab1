import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commands } from '../../commands/index.ts';
import { writeTable } from './option-table.ts';

/** Writes the table of options into the page of each command, in `docs/commands/`. */
let isComplete = true;
for (const { data } of commands) {
  const file = fileURLToPath(new URL(`../../docs/commands/${data.name}.md`, import.meta.url));
  const page = readPage(file);
  const written = page === undefined ? undefined : writeTable(page, data);
  if (written === undefined) {
    isComplete = false;
    const fault = page === undefined ? 'has no page' : 'has no place for its options in its page';
    process.stderr.write(`/${data.name} ${fault}: docs/commands/${data.name}.md\n`);
  } else if (written !== page) {
    writeFileSync(file, written);
    process.stdout.write(`docs/commands/${data.name}.md\n`);
  }
}
process.exitCode = isComplete ? 0 : 1;

function readPage(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
