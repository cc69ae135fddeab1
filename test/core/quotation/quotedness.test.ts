import { describe, expect, it } from 'vitest';
import { isQuoted } from './said.ts';

describe('isQuotation', () => {
  it.each([
    ['The so-called “Okell rule” expires in March.', 'Okell rule'],
    ['Her novel “The Salt Barge” came out in May.', 'The Salt Barge'],
    ['Tom “Red” Dray won the race.', 'Red'],
    ['The play, titled “Nobody Told Us,” opened on Friday.', 'Nobody Told Us'],
    ['They named the boat “Patience”.', 'Patience'],
    ['On Radio Velmouth’s “The Late Hour,” Mara Okell said it leaks.', 'The Late Hour'],
    ['The “History” section of the site was empty.', 'History'],
    ['A “rainy day” fund of £2m was set up.', 'rainy day'],
    ['Mara Okell denied saying “let them drown” at the meeting.', 'let them drown'],
    ['Mara Okell did not call it “a disaster”.', 'a disaster'],
    ['The word “barge” comes from Latin.', 'barge'],
    ['The club is known as “The Owls”.', 'The Owls'],
  ])('is not: %s', (text, words) => expect(isQuoted(text, words)).toBe(false));

  it.each([
    ['Mara Okell said the hull was “rotten.”', 'rotten'],
    ['Mara Okell called it “rotten”.', 'rotten'],
    ['“Never,” said Mara Okell.', 'Never'],
    ['Mara Okell accused the yard of “theft”.', 'theft'],
    ['Mara Okell was tired. “Nobody told us a thing about it.”', 'Nobody told us'],
    ['The report described the hull as “mostly paint”.', 'mostly paint'],
    ['Mara Okell, who called the plan “a work of fiction”, will resign.', 'a work of fiction'],
    ['The hull was “beyond repair”, the yard said.', 'beyond repair'],
  ])('is: %s', (text, words) => expect(isQuoted(text, words)).toBe(true));

  it('takes the marks of a title for what the body says they are', () => {
    expect(isQuoted('Barge was ‘mostly paint’\n\nThe hull was ‘mostly paint’, Mara Okell said.', 'mostly paint')).toBe(
      true,
    );
    expect(
      isQuoted('Prize for ‘Best Barge’ shared\n\nThe prize for ‘Best Barge’ went to two boats.', 'Best Barge'),
    ).toBe(false);
    expect(isQuoted("Mara Okell: 'It leaks'\n\nThe barge is old. It was built in 1911.", 'It leaks')).toBe(true);
  });
});
