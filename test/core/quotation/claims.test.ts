import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../../src/core/quotation/claims.ts';

describe('claimsIn', () => {
  it('takes what stands between marks, with whom the message gives it to', () => {
    expect(
      claimsIn(
        'lol, “We will close the harbour in June,” said Mara Okell. And Brandt says "nobody wants the new ferry here".',
      ),
    ).toEqual([
      { text: 'We will close the harbour in June,', speaker: 'Mara Okell' },
      { text: 'nobody wants the new ferry here', speaker: 'Brandt' },
    ]);
  });
  it('takes lines behind Discord’s own mark', () => {
    expect(claimsIn('look at this\n> The harbour closes in June.\nwow')).toEqual([
      { text: 'The harbour closes in June.', speaker: null },
    ]);
    expect(claimsIn('> He said “the harbour closes in June” twice')).toHaveLength(1);
  });
  it('leaves terms, titles and plain talk alone', () => {
    expect(claimsIn('the so-called “deal” is off, I’m sure it isn’t')).toEqual([]);
    expect(claimsIn('')).toEqual([]);
  });
  it('gives words that stand in the message, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('“', '”', '"', '> ', '\n', 'the harbour closes', ' said Okell. ', '’', '‘', '\ud800', '- '),
        ),
        (parts) => {
          const message = parts.join('');
          for (const { text } of claimsIn(message)) expect(message.replaceAll(/^>{1,3}[ \t]+/gm, '')).toContain(text);
        },
      ),
    );
  });
});
