import { describe, expect, it } from 'vitest';
import { readDay, readNameDay } from '../../src/articles/day.ts';

describe('readDay', () => {
  it.each([
    ['2026-01-05', '2026-01-05'],
    ['2026-01-05T23:30:00-05:00', '2026-01-05'],
    ['2026-01-05 08:00', '2026-01-05'],
    ['20260105T0800Z', '2026-01-05'],
    ['Mon, 05 Jan 2026 23:30:00 -0500', '2026-01-05'],
    ['5 Jan 2026 08:00 GMT', '2026-01-05'],
    ['January 5, 2026', '2026-01-05'],
    ['Monday, January 5, 2026, 8:00 a.m.', '2026-01-05'],
    ['2026-02-30', null],
    ['2024-02-29', '2024-02-29'],
    ['20261305', null],
    ['05/01/2026', null],
    ['yesterday', null],
    ['', null],
  ])('reads %j as %j', (written, day) => {
    expect(readDay(written)).toBe(day);
  });
});

describe('readNameDay', () => {
  it.each([
    ['2026-01-05-harbour.txt', '2026-01-05'],
    ['wire/2026-01-05.md', '2026-01-05'],
    ['2026-01-05/harbour.txt', null],
    ['2026-13-05-harbour.txt', null],
    ['2026-01-051.txt', null],
    ['harbour-2026-01-05.txt', null],
  ])('reads %j as %j', (name, day) => {
    expect(readNameDay(name)).toBe(day);
  });
});
