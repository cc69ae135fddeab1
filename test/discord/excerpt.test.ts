import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptEnd, inline, inset, shorten } from '../../src/discord/excerpt.ts';
import { settle } from '../../src/wording/direction.ts';

const excerpt = (text: string, most: number) =>
  text.slice(
    0,
    excerptEnd(text, (end) => end, most),
  );

describe('a name on a line with other words', () => {
  it('keeps its direction to itself', () => {
    expect(inset('Mara Okell', 100)).toBe('Mara Okell');
    expect(inset('מארה אוקל', 100)).toBe('\u2068מארה אוקל\u2069');
    expect(inset('Mara \u202eOkell', 100)).toBe('\u2068Mara \u202eOkell\u2069');
    // It can neither end the run that it stands in, nor leave one open behind it.
    expect(inset('a\u2069b\u2067c', 100)).toBe('\u2068ab\u2067c\u2069\u2069');
  });

  it('is never longer than there is room, its marks counted', () => {
    const text = 'שלום *לכם* \u2067\u2067';
    for (let most = 0; most < 24; most += 1) {
      expect(inset(text, most).length).toBeLessThanOrEqual(most);
      expect(inline(text, most).length).toBeLessThanOrEqual(most);
    }
  });
});

describe('an excerpt', () => {
  it('is the whole text where there is room', () => {
    expect(excerpt('One. Two.', 9)).toBe('One. Two.');
  });

  it('ends with the last sentence that fits', () => {
    expect(excerpt('We came early. We saw it all. We conquered nothing.', 40)).toBe('We came early. We saw it all.');
    expect(excerpt('‘Who knows?’ he asked. She did not.', 30)).toBe('‘Who knows?’ he asked.');
  });

  it('does not end with an abbreviation', () => {
    expect(excerpt('They met at noon. Then Mr. Okell of St. Ives spoke for an hour.', 30)).toBe('They met at noon.');
  });

  it('ends with a word where one sentence is too long, and with a character where one word is', () => {
    expect(excerpt('a sentence without any end in sight', 17)).toBe('a sentence');
    expect(excerpt('endless', 4)).toBe('endl');
    expect(excerpt('a😀😀', 2)).toBe('a');
  });

  it('is empty where there is no room', () => {
    expect(excerpt('anything', 0)).toBe('');
    expect(excerpt('anything', -3)).toBe('');
  });
});

describe('shortening', () => {
  it('puts the text on one line and says where it cut', () => {
    expect(shorten(' one\n two ', 10)).toBe('one two');
    expect(shorten('one two three', 10)).toBe('one two…');
  });

  it('leaves nothing open that a cut went through, and still keeps to the length', () => {
    const turning = fc.array(fc.constantFrom('\u2066', '\u2067', '\u2068', '\u2069', 'ab ', 'שלום '), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(turning, fc.integer({ min: 1, max: 30 }), (parts, most) => {
        const line = parts.join('').replace(/\s+/g, ' ').trim();
        const short = shorten(line, most);
        expect(short.length).toBeLessThanOrEqual(most);
        if (short === line) return;
        expect(settle(short)).toBe(short);
        expect(short).toContain('…');
      }),
    );
  });
});
