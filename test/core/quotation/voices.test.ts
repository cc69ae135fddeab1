import { describe, expect, it } from 'vitest';
import { readingsOf } from './framed.ts';

/** Whom the cues of a text's last sentence stand for. */
function lastVoices(text: string): (string | undefined)[] {
  return (
    readingsOf(text)
      .at(-1)
      ?.voices.map((voice) => voice?.referent.name) ?? []
  );
}

describe('Voices', () => {
  it('gives a pronoun to whoever spoke before, by gender', () => {
    expect(
      lastVoices('Mayor Mara Okell said it was over. Her deputy Tom Dray listened. She said the harbour was lost.'),
    ).toEqual(['Mara Okell']);
    expect(lastVoices('Mr Tom Dray said it was over. Mrs Mara Okell listened. He said the harbour was lost.')).toEqual([
      'Tom Dray',
    ]);
  });
  it('gives a surname to the full name', () => {
    expect(lastVoices('Mara Okell said it was over. Okell said the harbour was lost.')).toEqual(['Mara Okell']);
  });
  it('gives an office to whoever was introduced with it', () => {
    expect(
      lastVoices('Mara Okell, the mayor of Velmouth, said it was over. The mayor said the harbour was lost.'),
    ).toEqual(['Mara Okell']);
  });
  it('gives “it” to a body, never to a person', () => {
    expect(lastVoices('The Harbour Board said it was over. It said the quay was lost.')).toEqual([
      expect.stringContaining('Harbour Board'),
    ]);
  });
  it('is less sure of a pronoun than of a name', () => {
    const readings = readingsOf('Mara Okell said it was over. She said the harbour was lost.');
    expect(readings[0]?.voices[0]?.certainty).toBe(1);
    expect(readings[1]?.voices[0]?.certainty).toBeLessThan(1);
  });
});
