import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

/** Text, the first words of a statement in it, and who says them. */
type Case = readonly [text: string, words: string, speaker: string | null];

function names(title: string, cases: readonly Case[]) {
  describe(title, () => {
    it.each(cases)('%s', (text, words, speaker) => {
      const statement = said(text, words);
      expect(statement, `nothing found that says ${words}`).toBeDefined();
      expect(statement?.name?.toLowerCase() ?? null).toBe(speaker?.toLowerCase() ?? null);
    });
  });
}

names('a tag behind the quotation', [
  ['“We sail at dawn,” Mara Okell said.', 'We sail', 'Mara Okell'],
  ['“We sail at dawn,” said Mara Okell.', 'We sail', 'Mara Okell'],
  ['"Will we sail?" asked harbour master Tom Dray.', 'Will we', 'Tom Dray'],
  ['‘We sail at dawn,’ he tells reporters, ‘or not at all.’', 'We sail', 'he'],
  ['" We sail at dawn , " said Mara Okell .', 'We sail', 'Mara Okell'],
  ['“We sail at dawn,” recalled Okell with a grin.', 'We sail', 'Okell'],
  ['“We sail at dawn,” she was quoted as saying. “Mara Okell never waits.”', 'We sail', 'she'],
]);

names('a tag before the quotation', [
  ['Mara Okell said: “We sail at dawn.”', 'We sail', 'Mara Okell'],
  ['Mara Okell, speaking on the quay, said, "We sail at dawn."', 'We sail', 'Mara Okell'],
  ['In a letter to the port, Mara Okell wrote: ‘We sail at dawn.’', 'We sail', 'Mara Okell'],
  ['Mara Okell told the Velmouth Courier on Friday that “we sail at dawn.”', 'we sail', 'Mara Okell'],
  ['Said Mara Okell: “We sail at dawn.”', 'We sail', 'Mara Okell'],
]);

names('a split quotation', [
  ['“We sail,” Mara Okell said, “at dawn.”', 'We sail, […] at dawn.', 'Mara Okell'],
  ['‘We sail,’ said Mara Okell, ‘and we don’t wait.’', 'We sail, […] and we don’t wait.', 'Mara Okell'],
  ['"We sail," Mara Okell said. "At dawn."', 'At dawn.', 'Mara Okell'],
  ['"If we must," she told Velmouth Radio, "we sail." Mara Okell was at the quay.', 'If we must, […] we sail.', 'she'],
]);

names('an inverted verb with a long appositive', [
  [
    '“It floats,” said Mara Okell, the mayor of Velmouth and a former pilot, who bought the barge in 2019.',
    'It floats',
    'Mara Okell',
  ],
  [
    '“It floats,” said Tom Dray, 61, a retired welder from the old town who has built eleven boats.',
    'It floats',
    'Tom Dray',
  ],
  [
    '"It floats," says Ann Lisle, director of the Velmouth Boat Museum, which opened the hull to visitors in May.',
    'It floats',
    'Ann Lisle',
  ],
]);

names('an appositive before the verb', [
  ['Mara Okell, the mayor of Velmouth, said: “It floats.”', 'It floats', 'Mara Okell'],
  ['Tom Dray, 61, a welder, of Velmouth, Norland, said: "It floats."', 'It floats', 'Tom Dray'],
  ['The museum’s director, Ann Lisle, said: ‘It floats.’', 'It floats', 'Ann Lisle'],
  ['Senator Joan Perth, D-Norland, told reporters: "It floats."', 'It floats', 'Joan Perth'],
]);

names('according to', [
  ['The barge sank in nine minutes, according to Mara Okell.', 'The barge sank', 'Mara Okell'],
  [
    'According to the Velmouth Port Authority, the barge sank in nine minutes.',
    'the barge sank',
    'Velmouth Port Authority',
  ],
  ['The barge “went down like a spoon”, according to a report published on Friday.', 'went down', 'a report'],
  [
    'The barge “was never insured,” according to a copy of the letter seen by the Courier.',
    'was never insured',
    'a copy of the letter',
  ],
  ['According to Tom Dray, a welder who worked on her, the hull “was mostly paint.”', 'the hull', 'Tom Dray'],
]);

names('X, who replaced Y', [
  ['“We will pay,” said Mara Okell, who replaced Tom Dray last year.', 'We will pay', 'Mara Okell'],
  ['Mara Okell, who replaced Tom Dray as mayor last year, said: “We will pay.”', 'We will pay', 'Mara Okell'],
  [
    'Ann Lisle, who had succeeded the late Peter Marsh in May, told the board that it would pay.',
    'it would pay',
    'Ann Lisle',
  ],
]);

names('a pronoun across sentences and paragraphs', [
  ['Mara Okell bought the barge in May. “It floats,” she said.', 'It floats', 'Mara Okell'],
  ['Tom Dray met Mara Okell on the quay. “She was early,” he said.', 'She was early', 'Tom Dray'],
  ['Tom Dray met Mara Okell on the quay. “He was late,” she said.', 'He was late', 'Mara Okell'],
  [
    'Mara Okell said the barge would sail.\n\nIt is 40 metres long.\n\n“It floats,” she said.',
    'It floats',
    'Mara Okell',
  ],
  ['The Port Authority closed the quay. It said the wall was unsafe.', 'the wall was unsafe', 'Port Authority'],
  ['Residents blocked the road on Friday. “We were not asked,” they said.', 'We were not asked', 'Residents'],
]);

names('two people of one surname', [
  [
    'Mara Okell and Tom Okell run the yard. “It floats,” said Mr Okell. “Barely,” said Ms Okell.',
    'It floats',
    'Tom Okell',
  ],
  [
    'Mara Okell and Tom Okell run the yard. “It floats,” said Mr Okell. “Barely,” said Ms Okell.',
    'Barely',
    'Mara Okell',
  ],
  [
    'Clara Voss, 52, has a new film. Voss shot it in Velmouth. Her mother, the poet Ingrid Voss, died in 2015. “I miss her,” Voss said.',
    'I miss her',
    'Clara Voss',
  ],
]);

names('a full name that stands later, or only in the title', [
  ['“It floats,” Okell said.\n\nMara Okell, the mayor, bought the barge in May.', 'It floats', 'Mara Okell'],
  ['Mara Okell launches her barge\n\nThe barge left at dawn. “It floats,” Okell said.', 'It floats', 'Mara Okell'],
  [
    'The governor was not amused. “It leaks,” the governor said.\n\nGov. Joan Perth took office in May.',
    'It leaks',
    'Joan Perth',
  ],
]);

names('first person plural and bodies', [
  ['“We regret the delay,” the company said in a statement.', 'We regret', 'company'],
  ['Velmouth Ferries said in a statement: “We regret the delay.”', 'We regret', 'Velmouth Ferries'],
  ['“We are not on strike,” the Lightermen’s Guild said.', 'We are not', 'Lightermen’s Guild'],
]);

names('a document', [
  ['The report said the hull had been “painted over rust.”', 'the hull had been', 'The report'],
  ['A notice on the door reads: “Back at dawn.”', 'Back at dawn', 'A notice on the door'],
  ['“No person shall moor here,” the by-law says.', 'No person', 'the by-law'],
]);

names('anonymous speakers stay unnamed', [
  [
    '“It leaks,” said a person familiar with the matter. Mara Okell declined to comment.',
    'It leaks',
    'a person familiar with the matter',
  ],
  ['“It leaks,” one official said. Mara Okell would not comment.', 'It leaks', 'one official'],
  [
    'A source close to the yard said the hull was leaking. Mara Okell denies it.',
    'the hull was leaking',
    'A source close to the yard',
  ],
]);

names('said of somebody', [
  ['“He never paid,” Mara Okell said of Tom Dray.', 'He never paid', 'Mara Okell'],
  ['Of Tom Dray, Mara Okell said: “He never paid.”', 'He never paid', 'Mara Okell'],
  ['“A liar and a fool,” she said of Mr Dray. Mara Okell has known him for years.', 'A liar', 'she'],
]);

names('asked by somebody', [
  ['Asked by Ann Lisle whether he would resign, Tom Dray said: “No.”', 'No.', 'Tom Dray'],
  ['Tom Dray was asked by Ann Lisle whether the hull leaked. “Of course,” he said.', 'Of course', 'Tom Dray'],
  ['Asked if the barge was safe, Mara Okell replied: “Safe enough.”', 'Safe enough', 'Mara Okell'],
]);

names('what somebody called', [
  ['Mara Okell condemned what she called “a breach of trust” by the yard.', 'a breach', 'Mara Okell'],
  ['Tom Dray called the report “a work of fiction.”', 'a work of fiction', 'Tom Dray'],
  ['The senator, Joan Perth, described the bill as ‘dead on arrival’.', 'dead on arrival', 'Joan Perth'],
]);

names('a speaker in the next or the previous paragraph', [
  ['“Nobody told us.”\n\nThat is Mara Okell, 43, speaking on the quay.', 'Nobody told us', 'Mara Okell'],
  ['Mara Okell was tired of waiting.\n\n“Nobody told us. We sat there for a week.”', 'Nobody told us', 'Mara Okell'],
  ['Mara Okell said she had waited for a week.\n\n“Nobody told us.”', 'Nobody told us', 'Mara Okell'],
  ['“Nobody told us,” Mara Okell said.\n\n“We sat there for a week.”', 'We sat there', 'Mara Okell'],
]);

names('a speaker before a colon', [
  ['Mara Okell was blunt: “It leaks.”', 'It leaks', 'Mara Okell'],
  ['Mara Okell: “It leaks.”', 'It leaks', 'Mara Okell'],
  ['Tom Dray had one word for the plan: “Madness.”', 'Madness', 'Tom Dray'],
]);

names('ellipses and brackets as printed', [
  ['“The [barge] … was never safe,” said Mara Okell.', 'The [barge] … was never safe,', 'Mara Okell'],
  [
    '“It [the hull] leaks … and it always will,” she said. Mara Okell owns it.',
    'It [the hull] leaks … and it always will,',
    'she',
  ],
  ['"We ... will sail," Tom Dray said.', 'We ... will sail,', 'Tom Dray'],
]);

names('posts and markup', [
  ['“Barge is UP!! #velmouth @okell” Councillor Tom Dray tweeted at noon.', 'Barge is UP', 'Tom Dray'],
  [
    '<blockquote><p>"It leaks."</p>— Mara Okell (@mara) <a href="https://example.org/1">May 2</a></blockquote>',
    'It leaks',
    'Mara Okell',
  ],
  ['<p>"It leaks," said <b>Mara Okell</b>.</p>', 'It leaks', 'Mara Okell'],
]);

names('dashes and signatures', [
  ['“It leaks.”\n— Mara Okell, mayor', 'It leaks', 'Mara Okell'],
  ['“It leaks.” — Mara Okell', 'It leaks', 'Mara Okell'],
  ['“It leaks and it always has leaked.”\n\nMara Okell, Velmouth', 'It leaks', 'Mara Okell'],
]);

names('transcripts', [
  [
    'MARA OKELL, host: Good evening.\n\nTOM DRAY: Good evening, Mara.\n\nOKELL: Does it leak?',
    'Does it leak?',
    'MARA OKELL',
  ],
  [
    'Five minutes with Mara Okell\n\nShe spoke to us in May.\n\nQ: Does it leak?\n\nA: Only when it rains.',
    'Only when',
    'Mara Okell',
  ],
  ['Ann Lisle: Does it leak?\nTom Dray: Only when it rains.', 'Only when', 'Tom Dray'],
  [
    'Mr DRAY (Outer Skerries): When will it sail?\n\nThe MINISTER OF PORTS (Ms Ines Perth): In due course.',
    'In due course',
    'Ines Perth',
  ],
]);

names('a dialogue', [
  [
    '“Does it leak?” asked Tom Dray.\n\n“Only when it rains,” replied Mara Okell.\n\n“And today?”',
    'And today?',
    'Tom Dray',
  ],
  [
    '“It leaks,” says Mara Okell.\n\n“Barely,” says Tom Dray.\n\n“It leaks like a basket.”\n\n“Barely.”',
    'It leaks like',
    'Mara Okell',
  ],
  [
    '“It leaks,” says Mara Okell.\n\n“Barely,” says Tom Dray.\n\n“It leaks like a basket.”\n\n“Barely, I said.”',
    'Barely, I said',
    'Tom Dray',
  ],
]);

names('over several paragraphs', [
  [
    'Mara Okell said: “One barge sank.\n\n“Another will sink.\n\n“We must act.”',
    'One barge sank. […] Another will sink. […] We must act.',
    'Mara Okell',
  ],
  ['“One barge sank.\n\n“Another will sink,” said Mara Okell.', 'One barge sank. […] Another will sink,', 'Mara Okell'],
  [
    'Mara Okell said: “One barge sank.\n\nAnother will sink.\n\nWe must act.”',
    'One barge sank.\n\nAnother will sink.\n\nWe must act.',
    'Mara Okell',
  ],
]);

names('somebody else’s words inside a quotation', [
  ['“My sister told me, ‘The hull leaks,’ and she was right,” Tom Dray said.', 'The hull leaks,', 'My sister'],
  ['"Mara Okell said \'never again\' and left," Tom Dray said.', 'never again', 'Mara Okell'],
  ['‘The skipper shouted, “Jump!” and we jumped,’ said Mara Okell.', 'Jump!', 'The skipper'],
]);

names('reported speech', [
  ['Mara Okell said the barge would sail at dawn.', 'the barge would sail', 'Mara Okell'],
  ['Mara Okell said that the barge would sail at dawn.', 'the barge would sail', 'Mara Okell'],
  ['The barge would sail at dawn, Mara Okell said.', 'The barge would sail', 'Mara Okell'],
  ['The barge, Mara Okell said, would sail at dawn.', 'The barge […] would sail at dawn', 'Mara Okell'],
  ['Tom Dray asked whether the barge was safe.', 'whether the barge', 'Tom Dray'],
  ['As Mara Okell told the Courier, the barge was never safe.', 'the barge was never', 'Mara Okell'],
  ['Mara Okell repeated her claim that the barge was safe.', 'the barge was safe', 'Mara Okell'],
]);

describe('a role', () => {
  it.each([
    ['The mayor of Velmouth, Mara Okell, stood up. “We sail at dawn,” Okell said.', 'the mayor of Velmouth'],
    ['Mara Okell, the mayor of Velmouth, stood up. “We sail at dawn,” Okell said.', 'the mayor of Velmouth'],
    ['“We sail at dawn,” said Mayor Mara Okell.', 'Mayor'],
  ])('stands behind a name as it is written there: %s', (text, role) => {
    expect(said(text, 'We sail')?.speaker?.role).toBe(role);
  });
});
