import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../src/answer.ts';
import { type App, openApp } from '../../src/app.ts';
import { readArticles } from '../../src/articles/folder.ts';
import type { Quotation } from '../../src/core/archive.ts';
import { runLine, type Session } from '../../src/terminal/session.ts';
import { contextOf } from '../app-ports.ts';

let app: App;
let session: Session;
const texts = new Map<string, string>();

beforeAll(async () => {
  app = await openApp(['seeds']);
  for (const { id, text } of (await readArticles(['seeds'])).articles) texts.set(id, text);
  session = { commands, context: () => contextOf(app) };
});

const words = [
  'iran',
  'venezuela',
  'un charter',
  'baharvand',
  'US',
  'speaker:',
  'text:',
  '"',
  '“',
  '-',
  '…',
  '\u202e',
  '\ud800',
  '\0',
  '__proto__',
  'ł',
  '*',
  '(?=',
  'x'.repeat(500),
];
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), { maxLength: 6 })
    .map((parts) => parts.join(' ')),
);

function quotationsOf(answer: Answer): readonly Quotation[] {
  if (answer.show === 'quotations') return answer.quotations;
  if (answer.show === 'positions') return answer.positions.flatMap(({ evidence }) => evidence);
  return [];
}

describe('any string typed into any command', () => {
  it.each(commands.map(({ data }) => data.name))('is answered by /%s, and what it shows is printed', async (name) => {
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const { answer, state } = await runLine(`/${name} ${text}`, session);
        expect(state).not.toBe('failed');
        if (answer.status !== 'ok') expect(answer.message).toMatch(/\S/);
        for (const quotation of quotationsOf(answer)) {
          const printed = texts.get(quotation.article.id) ?? '';
          expect(quotation.text).toBe(printed.slice(quotation.start, quotation.end));
          for (const [start, end] of [...quotation.pieces, ...quotation.matches]) expect(end).toBeGreaterThan(start);
        }
        if (answer.show === 'positions') {
          for (const { towards, evidence } of answer.positions) {
            expect(towards.text).toBe(
              (texts.get(evidence[0]?.article.id ?? '') ?? '').slice(towards.start, towards.end),
            );
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each(commands.flatMap(({ data, suggest }) => Object.keys(suggest).map((option) => [data.name, option] as const)))(
    'completes /%s %s without fault',
    async (name, option) => {
      const suggest = commands.find(({ data }) => data.name === name)?.suggest[option];
      await fc.assert(
        fc.asyncProperty(typed, typed, async (text, actor) => {
          const found = (await suggest?.(text, session.context(), { actor })) ?? [];
          expect(found.length).toBeLessThanOrEqual(25);
        }),
        { numRuns: 150 },
      );
    },
  );
});
