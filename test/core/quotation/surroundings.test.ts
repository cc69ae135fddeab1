import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

/** Speakers that the sentence of the quotation does not name. */
describe('speakers from the sentences around', () => {
  it.each([
    [
      'the paragraph goes on with them',
      '“We sail at dawn,” said Mara Okell. “The tide will not wait.”',
      'The tide',
      'Mara Okell',
    ],
    [
      'the paragraph before ended with their words',
      '“We sail at dawn,” said Mara Okell.\n\n“The tide will not wait.”',
      'The tide',
      'Mara Okell',
    ],
    [
      'the sentence before says that they spoke',
      'Mara Okell was blunt. “The tide will not wait.”',
      'The tide',
      'Mara Okell',
    ],
    [
      'an open mark carries them into the next paragraph',
      '“We sail at dawn,” said Mara Okell. “The quay is dry.\n\n“The tide will not wait.”',
      'The tide',
      'Mara Okell',
    ],
  ])('are named where %s', (_where, text, words, name) => {
    expect(said(text, words)?.name).toBe(name);
  });
  it('have less confidence than a tag gives', () => {
    const text = '“We sail at dawn,” said Mara Okell.\n\n“The tide will not wait.”';
    expect(said(text, 'The tide')?.speaker?.confidence).toBeLessThan(said(text, 'We sail')?.speaker?.confidence ?? 0);
  });
  it('are none where nobody is there', () => {
    expect(said('“The tide will not wait.”', 'The tide')?.name ?? null).toBeNull();
  });
  it('take a surname that speaks later for the one described before', () => {
    const text = '“We sail at dawn,” said the director of the harbour office.\n\nOkell said the tide would not wait.';
    expect(said(text, 'We sail')?.speaker).toMatchObject({
      alias: 'Okell',
      resolved: { by: 'later name', name: 'Okell' },
    });
  });
});
