import { describe, expect, it } from 'vitest';
import { readLayout } from '../../src/core/layout.ts';

function read(text: string) {
  const layout = readLayout(text);
  return { ...layout, body: layout.paragraphs.map(([start, end]) => text.slice(start, end)) };
}

describe('readLayout', () => {
  it('takes a first line apart from the body as the title', () => {
    const { title, headline, body } = read('Harbour reopens after storm\n\nThe harbour reopened.\n\nBoats sailed.');
    expect(title).toBe('Harbour reopens after storm');
    expect(headline).toEqual([0, 27]);
    expect(body).toEqual(['The harbour reopened.', 'Boats sailed.']);
  });

  it('has no title where the first line is a sentence, or the only one', () => {
    expect(read('The harbour reopened.\n\nBoats sailed.').title).toBeNull();
    expect(read('The harbour reopened').title).toBeNull();
    expect(read('').paragraphs).toEqual([]);
  });

  it.each([
    ['IRNA – The harbour is open.', 'IRNA – ', 'IRNA'],
    ['VELMOUTH, June 3 (Agency) — The harbour is open.', 'VELMOUTH, June 3 (Agency) — ', 'Agency'],
    ['(AP) — The harbour is open.', '(AP) — ', 'AP'],
    ['VELMOUTH (Reuters) - The harbour is open.', 'VELMOUTH (Reuters) - ', 'Reuters'],
    ['NORTH VELMOUTH: The harbour is open.', 'NORTH VELMOUTH: ', null],
  ])('finds the dateline of %s', (text, dateline, outlet) => {
    const layout = read(text);
    expect(layout.dateline).not.toBeNull();
    expect(text.slice(...(layout.dateline ?? [0, 0]))).toBe(dateline);
    expect(layout.outlet).toBe(outlet);
  });

  it('takes no dash in a sentence for a dateline, and no turn of a transcript', () => {
    expect(read('Mara Okell – the mayor – left.').dateline).toBeNull();
    expect(read('OKELL: Good evening.\nDRAY: Thank you.\nOKELL: Sit.').dateline).toBeNull();
    expect(read('OKELL: Good evening.\nDRAY: Thank you.').body).toHaveLength(2);
  });

  it('reads a date line', () => {
    const { date, body } = read('Harbour reopens\n\nFriday, July 21, 2017\n\nThe harbour reopened.');
    expect(date).toBe('2017-07-21');
    expect(body).toEqual(['The harbour reopened.']);
  });

  it('takes every line as a paragraph where no line is blank', () => {
    expect(read('Harbour reopens\nThe harbour reopened.\nBoats sailed.').body).toHaveLength(2);
  });

  it('joins lines broken to fit a column, and parts finished ones', () => {
    const { body } = read('Harbour reopens\n\nThe harbour reopened on\nFriday.\nBoats sailed.\n\nPeople\ncheered.');
    expect(body).toEqual(['The harbour reopened on\nFriday.', 'Boats sailed.', 'People\ncheered.']);
  });

  it('starts a paragraph at a turn or a dash', () => {
    expect(read('Interview\n\nOKELL: Good evening and\nwelcome\nDRAY: Thank you\n- Where now?').body).toEqual([
      'OKELL: Good evening and\nwelcome',
      'DRAY: Thank you',
      '- Where now?',
    ]);
  });

  it('takes the headline it is told, and none where there is none', () => {
    const text = 'Harbour reopens after storm\n\nBoats sailed.';
    expect(readLayout(text, null)).toMatchObject({ title: null, headline: null });
    expect(readLayout(text, null).paragraphs).toHaveLength(2);
    expect(readLayout('“We won.”\n\nBoats sailed.', [0, 9])).toMatchObject({
      title: '“We won.”',
      paragraphs: [[11, 24]],
    });
  });

  it('knows which days there are', () => {
    expect(read('Harbour reopens\n\nFebruary 30, 2017\n\nThe harbour reopened.').date).toBeNull();
    expect(read('Harbour reopens\n\nFebruary 29, 2016\n\nThe harbour reopened.').date).toBe('2016-02-29');
  });

  it('is linear', () => {
    // Anything worse than linear would not be done before the test's time is up.
    readLayout('"— '.repeat(350_000));
    readLayout('A\n'.repeat(500_000));
    readLayout(' '.repeat(1_000_000));
  });
});
