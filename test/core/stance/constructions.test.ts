import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/core/language/analysis.ts';
import type { Statement } from '../../../src/core/quotation/statement.ts';
import { compareSample } from '../../../src/core/stance/evaluation.ts';
import { findStances } from '../../../src/core/stance/find.ts';

/** The stances of a sentence as lines "holder + target" or "holder - target". */
function read(text: string): string[] {
  return compareSample({ id: '', text, stances: [] }).found.map(
    ({ holder, polarity, towards }) => `${holder} ${polarity === 'supports' ? '+' : '-'} ${towards}`,
  );
}

const shown: readonly (readonly [text: string, ...lines: string[]])[] = [
  ['The premier spoke in favour of the merger.', 'The premier + the merger'],
  ['The chancellor made clear that she was against the sale of the port.', 'The chancellor - the sale of the port'],
  ['Critics of the dam include the Fishermen’s League.', 'the Fishermen’s League - the dam'],
  ['Tesk is a vocal opponent of nuclear power.', 'Tesk - nuclear power'],
  ['Sulmara views the treaty as a mistake.', 'Sulmara - the treaty'],
  ['“The blockade must end,” said the Sulmaran ambassador.', 'the Sulmaran ambassador - The blockade'],
  ['“It is time to end the war in the Sarn Valley,” the envoy said.', 'the envoy - the war in the Sarn Valley'],
  ['“I think the ban is wrong,” the mayor said.', 'the mayor - the ban'],
  ['“My government endorses the truce,” said Dara Voss.', 'Dara Voss + the truce'],
  ['The law, which the bishops oppose, takes effect on Monday.', 'the bishops - The law'],
  [
    'The bill, backed by the president, was rejected by the senate.',
    'the president + The bill',
    'the senate - The bill',
  ],
  ['Condemning the coup, Karvel withdrew its envoy.', 'Karvel - the coup'],
  ['Karvel condemned in the strongest terms the attack on the convoy.', 'Karvel - the attack on the convoy'],
  ['Drethia refused to sign the convention on landmines.', 'Drethia - the convention on landmines'],
  ['Orsten wants the sanctions lifted.', 'Orsten - the sanctions'],
  ['The government intends to put an end to illegal logging.', 'The government - illegal logging'],
  ['The plan has won the support of the farmers.', 'the farmers + The plan'],
  ['Velmark stressed the need to respect the truce.', 'Velmark + respect the truce'],
  ['Ostrania-backed rebels took the town.', 'Ostrania + rebels'],
  ['The League prefers an election over a coalition.', 'The League + an election', 'The League - a coalition'],
  ['The League opposes the tax on salt proposed by Drethia.', 'The League - the tax on salt proposed by Drethia'],
  [
    'The League opposes not only the tax but also the levy on salt.',
    'The League - the tax',
    'The League - the levy on salt',
  ],
  ['For Norhaven, the clause is unacceptable.', 'Norhaven - the clause'],
  ['The union would rather a long strike than a cut in pay.', 'The union + a long strike', 'The union - a cut in pay'],
  ['“What we reject is the blockade of the port,” said Dara Voss.', 'Dara Voss - the blockade of the port'],
  ['The League opposes, and has always opposed, the tax on salt.', 'The League - the tax on salt'],
  ['Among those who oppose the dam is the Fishermen’s League.', 'the Fishermen’s League - the dam'],
  ['The mayor said yes to trams, no to cars.', 'The mayor + trams', 'The mayor - cars'],
  ['“Yes to talks, no to war,” said the premier.', 'the premier + talks', 'the premier - war'],
  [
    '“Denying principles such as non-intervention is unacceptable,” said the envoy.',
    'the envoy - Denying principles such as non-intervention',
  ],
  ['Karvel called on Drethia to stop the raids on Hael.', 'Karvel - the raids on Hael'],
  ['Karvel called on Drethia to reject the offer of a truce.', 'Karvel - the offer of a truce'],
  [
    'Norhaven asked the bank to help the farmers rebuild their barns.',
    'Norhaven + help the farmers rebuild their barns',
  ],
  [
    'A similar fast-track scheme backed by the League in May 2021 was rejected by the premier.',
    'the League + A similar fast-track scheme',
    'the premier - A similar fast-track scheme backed by the League',
  ],
  ['Moves to shorten the queue are welcome, said the envoy.', 'the envoy + Moves to shorten the queue'],
  [
    'Dara Voss attacked Tesk for his support of the salt tax.',
    'Dara Voss - Tesk',
    'Dara Voss - his support of the salt tax',
    'Tesk + the salt tax',
  ],
  ['Karvel criticised the call for fresh elections.', 'Karvel - the call for fresh elections'],
  ['Tesk praised Voss for backing her partner.', 'Tesk + Voss', 'Tesk + backing her partner'],
  ['Tesk advocated the idea of Drethia annexing the islands.', 'Tesk + the idea of Drethia annexing the islands'],
  ['The party supports neither the tax nor the subsidy.', 'The party - the tax', 'The party - the subsidy'],
];

describe('constructions that show a stance', () => {
  test.each(shown)('%s', (text, ...lines) => {
    expect(read(text).toSorted()).toEqual(lines.toSorted());
  });
});

test.each([
  'Some of the proceeds will support the shelter.',
  'The latest versions of Hael Mail support the user.',
  '10,694 votes by Tesk opposed the plan.',
  'Karvel’s members accepted one.',
])('a doubtful holder or target is shown to nobody: %s', (text) => {
  const analysis = analyse(text, [[0, text.length]]);
  const own: Statement = { kind: 'own', content: [[0, text.length]], speaker: null, cue: null, within: null };
  for (const { confidence } of findStances(analysis, [own])) expect(confidence).toBeLessThan(0.5);
});

describe('constructions that show none', () => {
  test.each([
    'Few in Karvel support the war.',
    'The mayor is behind the attack.',
    'Not every member supported the merger.',
    'This should calm the fears of the farmers.',
    'Quessa may not accept the offer.',
    'Quessa could pull out of the talks and provoke an election.',
    'Velmark defeated Drethia 2-1 in the semifinal with a late goal from its striker.',
    'Quessa may support the mission.',
    'Quessa has yet to endorse the plan.',
    'Quessa said it would support the mission if asked.',
    'Quessa is considering whether to back the plan.',
    'Does Quessa back the plan?',
    'Ostrania is accused of backing the rebels.',
    '“We have no objection to the plan,” the general said.',
    'The coalition is divided over the tax.',
    'Eight concrete pillars support the new bridge.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('“he” one sentence later is whom the sentence before is about, with less confidence', () => {
  const text = 'Amil Ros arrived on Monday. He rejected the offer of a truce.';
  const analysis = analyse(text, [[0, text.length]]);
  const own = analysis.sentences.map(
    ({ start, end }): Statement => ({ kind: 'own', content: [[start, end]], speaker: null, cue: null, within: null }),
  );
  const [stance] = findStances(analysis, own);
  expect(stance).toMatchObject({ holderName: 'Amil Ros', polarity: 'opposes' });
  expect(stance?.confidence).toBeLessThan(0.8);
});

const words = fc.constantFrom(
  ...'Iran Velmark the a of to in by and or , . “ ” ’s who that which not never no oppose supports backed condemned accused blame for against is was must should said we our he it plan raid support opposition stop urging rather than neither nor'.split(
    ' ',
  ),
);

test('any text: no exception, and every range stands in the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 120 }).map((list) => list.join(' ')),
      ),
      (text) => {
        const analysis = analyse(text, [[0, text.length]]);
        const own: Statement = { kind: 'own', content: [[0, text.length]], speaker: null, cue: null, within: null };
        for (const stance of findStances(analysis, [own])) {
          expect(stance.towards[0]).toBeLessThan(stance.towards[1]);
          expect(stance.towards[1]).toBeLessThanOrEqual(text.length);
          expect(stance.confidence).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  'Velmark and ',
  'Velmark, ',
  'the plan of ',
  'to stop ',
  'said that he ',
  '“ ',
  'opposes Iran ',
  'backed by ',
])('time grows with the length and no faster: %s over and over', (piece) => {
  const time = (count: number) => {
    const text = `Velmark opposes ${piece.repeat(count)}the raid.`;
    const analysis = analyse(text, [[0, text.length]]);
    const own: Statement = { kind: 'own', content: [[0, text.length]], speaker: null, cue: null, within: null };
    const before = process.cpuUsage();
    findStances(analysis, [own]);
    return process.cpuUsage(before).user;
  };
  time(2_000);
  const short = Math.max(time(2_000), 2_000);
  expect(time(16_000)).toBeLessThan(short * 40);
});
