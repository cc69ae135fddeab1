import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/language/analysis.ts';
import { readLayout } from '../../../src/core/layout.ts';
import { findNames } from '../../../src/core/quotation/extraction.ts';

function namesIn(text: string) {
  const layout = readLayout(text);
  const blocks = layout.headline === null ? layout.paragraphs : [layout.headline, ...layout.paragraphs];
  return findNames(analyse(text, blocks), layout).map((person) => ({
    ...person,
    roles: person.roles.map(([start, end]) => text.slice(start, end)),
    printed: person.mentions.map(({ range }) => text.slice(...range)),
  }));
}
const find = (text: string, name: string) => namesIn(text).find((person) => person.name === name);

describe('findNames', () => {
  it('gathers the names one goes by under the fullest', () => {
    const person = find('Okell sailed. Mara Okell, the mayor, is 43. Ms Okell waved.', 'Mara Okell');
    expect(person?.printed).toEqual(['Okell', 'Mara Okell', 'Okell']);
    expect(person?.kind).toBe('person');
    expect(person?.gender).toBe('female');
  });

  it.each([
    ['The mayor, Mara Okell, waved.', 'Mara Okell', 'The mayor'],
    ['We met harbour master Tom Dray there.', 'Tom Dray', 'harbour master'],
    ['Tom Dray, a retired welder, waved.', 'Tom Dray', 'a retired welder'],
    ['We met Prime Minister Ann Lisle there.', 'Ann Lisle', 'Prime Minister'],
  ])('knows what %s says of one', (text, name, role) => expect(find(text, name)?.roles).toContain(role));

  it.each([
    ['The talks at the Velmouth Port Authority failed.', 'Velmouth Port Authority', 'organisation'],
    ['They met the Ministry of Ports and Barges yesterday.', 'Ministry of Ports and Barges', 'organisation'],
    ['The barge left Norway on Friday.', 'Norway', 'place'],
    ['A walk along Alder Street is free.', 'Alder Street', 'place'],
  ])('knows what kind of name stands in %s', (text, name, kind) => expect(find(text, name)?.kind).toBe(kind));

  it('names nobody by an office alone', () => {
    expect(
      namesIn('The Court met. Director General of the Ports Department spoke.').filter(({ kind }) => kind === 'person'),
    ).toEqual([]);
  });

  it('keeps two of one surname apart', () => {
    const people = namesIn('Mara Okell and Tom Okell run the yard. Mr Okell waved, and Ms Okell waved back.');
    expect(people.map(({ name, printed }) => [name, printed.length])).toEqual([
      ['Mara Okell', 2],
      ['Tom Okell', 2],
    ]);
  });

  it('finds a given name in the title', () => {
    expect(find('Mara Okell Sails At Last\n\nOkell sailed on Friday.', 'Mara Okell')?.printed).toContain('Okell');
  });
});
