import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkToText } from '../../src/core/text-fragment.ts';

const url = 'https://coast.example/harbour';
const at = (text: string, words: string, address: string | null = url) => {
  const start = text.indexOf(words);
  return linkToText(address, text, [start, start + words.length]);
};
const long =
  'We said it before and we say it again today, the harbour stays open to everybody who wants to land here, whatever it costs us.';

describe('a link to a quotation', () => {
  it('names a short one whole', () => {
    expect(at('She said: “The harbour stays open.” He left.', 'The harbour stays open.')).toBe(
      `${url}#:~:text=The%20harbour%20stays%20open`,
    );
  });

  it('names a long one by its first and last words', () => {
    expect(at(`She said: “${long}” He left.`, long)).toBe(
      `${url}#:~:text=We%20said%20it%20before,whatever%20it%20costs%20us`,
    );
  });

  it('takes more words where few are not enough', () => {
    const text = `We said it before he came. She said: “${long}” He left.`;
    expect(at(text, long)).toBe(
      `${url}#:~:text=We%20said%20it%20before%20and%20we,land%20here%2C%20whatever%20it%20costs%20us`,
    );
  });

  it('encodes what parts the pieces, and everything beyond ASCII', () => {
    expect(at('“Yes, far-off Málaga & Co won.”', 'Yes, far-off Málaga & Co won.')).toBe(
      `${url}#:~:text=Yes%2C%20far%2Doff%20M%C3%A1laga%20%26%20Co%20won`,
    );
  });

  it('keeps a fragment that is there, and replaces an older directive', () => {
    expect(at('It stays open.', 'It stays open.', `${url}#part`)).toBe(`${url}#part:~:text=It%20stays%20open`);
    expect(at('It stays open.', 'It stays open.', `${url}#a:~:text=b`)).toBe(`${url}#a:~:text=It%20stays%20open`);
  });

  it('keeps each run of words in one paragraph', () => {
    const text = `“One two three.\n\n${'and on and on '.repeat(9)}\n\nFour five.”`;
    expect(at(text, text.slice(1, -1))).toBe(`${url}#:~:text=One%20two%20three,Four%20five`);
  });

  it('is none where the words stand twice, whatever their case and blanks', () => {
    expect(at('It stays open. IT  stays\nopen.', 'It stays open.')).toBeUndefined();
    expect(at(`${long} ${long}`, long)).toBeUndefined();
  });

  it('does not end at the first of two places that its last words fit', () => {
    const text = long.replace('again', 'that whatever it costs us');
    expect(at(text, text)).toBe(
      `${url}#:~:text=We%20said%20it%20before%20and%20we,land%20here%2C%20whatever%20it%20costs%20us`,
    );
  });

  it('is none without an address of the web, or inside a word', () => {
    const text = 'It stays open.';
    expect(at(text, text, null)).toBeUndefined();
    expect(at(text, text, 'javascript:alert(1)')).toBeUndefined();
    expect(at(text, text, 'harbour')).toBeUndefined();
    expect(linkToText(url, text, [4, 8])).toBeUndefined();
    expect(linkToText(url, '“…”', [1, 2])).toBeUndefined();
    expect(linkToText(url, 'a \ud83d b', [0, 5])).toBeUndefined();
  });

  it('is shorter, or none, where it would pass 512 characters', () => {
    const address = `${url}/${'x'.repeat(430)}`;
    const fits = at(`“${long}”`, long, address);
    expect(fits).toMatch(/#:~:text=We%20said%20it%20before$/);
    expect(at(`“${long}”`, long, `${url}/${'x'.repeat(470)}`)).toBeUndefined();
  });

  it('finds the same words whether or not their text has to be segmented', () => {
    const between = fc.constantFrom<string>(
      ' ',
      ' ',
      '. ',
      ', ',
      ' “',
      '” ',
      '-',
      '—',
      ': ',
      '; ',
      '? ',
      ' (',
      '’ ',
      '\n',
    );
    const joining = fc.constantFrom<string>('.', ',', "'", '’', ':', ';', '_');
    fc.assert(
      fc.property(fc.array(between, { minLength: 11, maxLength: 30 }), joining, fc.nat(10), (marks, mark, place) => {
        const words = marks.with(place, mark).map((one, at) => `quay${String.fromCodePoint(0x61 + (at % 26))}${one}`);
        // The mark before it is no word, and not among those that are quickly passed over.
        const text = `‘${words.join('')}last`;
        expect(linkToText(url, text, [1, text.length])).toBe(linkToText(url, text, [0, text.length]));
      }),
    );
  });

  it('names words that stand at the range, once, in any text', () => {
    const parts = fc.constantFrom(
      'a',
      'B',
      'it’s',
      'far-off',
      'Ж',
      '语',
      '😀',
      '&',
      ',',
      '(',
      '%',
      '.',
      ' ',
      '\n',
      '\ud83d',
    );
    const texts = fc.array(parts, { maxLength: 40 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(texts, fc.nat(80), fc.nat(80), (text, one, other) => {
        const [start, end] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
        const link = linkToText(url, text, [start, end]);
        if (link === undefined) return;
        expect(link.length).toBeLessThanOrEqual(512);
        expect(link).toMatch(/^[!-~]+$/);
        const directive = link.slice(link.indexOf('text=') + 5);
        const named = directive.split(',').map(decodeURIComponent);
        expect(named.length).toBeLessThanOrEqual(2);
        const seen = text.slice(start, end).replace(/\s+/g, ' ');
        for (const words of named) expect(seen).toContain(words);
      }),
    );
  });
});
