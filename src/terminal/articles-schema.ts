import { recordSchema } from '../articles/record.ts';

/** `articles:schema`: prints the JSON Schema of an article as JSON and JSON Lines files give it. */
process.stdout.write(`${JSON.stringify(recordSchema(), null, 2)}\n`);
