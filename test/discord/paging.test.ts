import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCurrent, pageActions, pageOf, type Query, readAction, readIds, writeIds } from '../../src/discord/paging.ts';
import { hostileText, overlongText } from './hostile.ts';

const version = '3f786850e387550fdab836ed7e6dc881de23001b';
const query: Query = { command: 'quote', version, args: { text: 'un charter', speaker: 'baharvand' } };

function idsFor(page: number, asked: Query): string[] {
  const ids = writeIds(pageActions(page), asked);
  if (ids === undefined) throw new Error('The query does not fit');
  return ids;
}

describe('the buttons of a page', () => {
  it('hold the query between them, and each what it does', () => {
    const ids = idsFor(1, query);
    expect(readIds(ids)).toEqual({ ...query, version: version.slice(0, 12) });
    expect(ids.map((id) => readAction(id)).map((action) => action && pageOf(action))).toEqual([0, 1, 2]);
  });

  it('hold every query, or there are none', () => {
    const asked = fc.record({
      command: fc.stringMatching(/^[a-z-]{1,32}$/),
      version: fc.stringMatching(/^[0-9a-f]{0,64}$/),
      args: fc.dictionary(
        fc.stringMatching(/^[a-z]{1,32}$/),
        fc.oneof(hostileText, overlongText, fc.integer(), fc.boolean()),
        {
          maxKeys: 5,
          noNullPrototype: true,
        },
      ),
    });
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 99 }), (original, page) => {
        const ids = writeIds(pageActions(page), original);
        if (ids === undefined) {
          expect(JSON.stringify(original).length).toBeGreaterThan(200);
          return;
        }
        expect(readIds(ids)).toEqual({ ...original, version: original.version.slice(0, 12) });
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => id.length <= 100 && id.trim() === id)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are none when the query is too long for them', () => {
    expect(writeIds(pageActions(0), { ...query, args: { text: 'x'.repeat(300) } })).toBeUndefined();
  });

  it('are not believed when anything is missing, changed or foreign', () => {
    const ids = idsFor(0, query);
    expect(readIds(ids.slice(1))).toBeUndefined();
    expect(readIds(ids.map((id) => id.replace('charter', 'carter')))).toBeUndefined();
    expect(readIds([])).toBeUndefined();
    expect(readIds(['ticket-close', 'x'])).toBeUndefined();
    expect(readAction('ticket-close')).toBeUndefined();
    expect(pageOf({ name: 'back', value: '-1' })).toBeUndefined();
    expect(pageOf({ name: 'cite', value: '1' })).toBeUndefined();
  });

  it('know the archive they were made from', () => {
    const asked = readIds(idsFor(0, query));
    expect(asked && isCurrent(asked, version)).toBe(true);
    expect(asked && isCurrent(asked, 'another')).toBe(false);
  });
});
