/**
 * What a question asks for, with the pieces of it that say so, as typed:
 * - `who said`: who is answerable for these words, or for words about this;
 * - `what said`: what a speaker (null: anybody) said, about something or at all;
 * - `position`: whether a holder (null: who) supports or opposes something (null: what); a polarity is null when both
 *   are asked for;
 * - `opinion`: what the asked one itself thinks, which no archive can hold;
 * - `passages`: anything else.
 */
export type QuestionReading =
  | { readonly kind: 'passages' }
  | { readonly kind: 'opinion' }
  | { readonly kind: 'who said'; readonly words: string }
  | { readonly kind: 'what said'; readonly speaker: string | null; readonly about: string | null }
  | {
      readonly kind: 'position';
      readonly holder: string | null;
      readonly polarity: 'supports' | 'opposes' | null;
      readonly about: string | null;
    };

/** Longer questions are read as ordinary text. */
const longestQuestion = 400;

const supporting =
  'supports?|supported|supporting|backs?|backed|backing|favou?rs?|favou?red|endorses?|endorsed|approves? of|approved of|approves?|welcomes?|welcomed|agrees? (?:with|to)|agreed (?:with|to)|praises?|praised|defends?|defended|defending|accepts?|accepted|recogni[sz]es?|recogni[sz]ed';
const opposing =
  'opposes?|opposed|opposing|rejects?|rejected|condemns?|condemned|critici[sz]es?|critici[sz]ed|denounces?|denounced|disagrees? with|disagreed with|objects? to|objected to|resists?|resisted|blames?|blamed|refuses?|refused';
const standing = '(?:in favou?r of|in support of|supportive of|for|opposed to|critical of|against|in opposition to)';
const saying =
  'say|says|said|state|states|stated|claim|claims|claimed|tell|tells|told|announce|announces|announced|declare|declares|declared|warn|warns|warned|argue|argues|argued|insist|insists|insisted|suggest|suggests|suggested|add|adds|added|remark|remarks|remarked|comment|comments|commented|explain|explains|explained|write|writes|wrote|admit|admits|admitted|promise|promises|promised|demand|demands|demanded|note|notes|noted|stress|stresses|stressed|deny|denies|denied|reply|replies|replied|tweet|tweets|tweeted|vow|vows|vowed|pledge|pledges|pledged';
const about = '(?:about|on|of|regarding|concerning|over|to|towards?|with regard to)';
const auxiliary = '(?:did|does|do|has|have|had|is|are|was|were|would|will)';
const opinions = '(?:position|stance|view|views|attitude|stand|line|opinion|opinions|policy)';
const reactions = '(?:reaction|response|comments?|statement|remarks?|words|answer|reply)';

type Reader = (pieces: readonly string[]) => QuestionReading;

const said = (speaker: string | undefined, subject: string | undefined): QuestionReading => ({
  kind: 'what said',
  speaker: piece(speaker),
  about: piece(subject),
});
const position = (
  holder: string | undefined,
  polarity: 'supports' | 'opposes' | null,
  subject: string | undefined,
): QuestionReading => ({ kind: 'position', holder: piece(holder), polarity, about: piece(subject) });

// Tried in order; each is anchored and has one open middle, so that reading is linear.
const readings: readonly (readonly [RegExp, Reader])[] = [
  [
    pattern(`(?:so )?what(?:'s| is| are) your (?:${opinions}|take|thoughts?|favou?rite)\\b.*`),
    () => ({ kind: 'opinion' }),
  ],
  [
    pattern(
      `(?:(?:what|how|who|which|why) )?(?:.* )?(?:do|would|should|can|could|are|did) you (?:\\w+ )?(?:think|feel|believe|like|prefer|agree|support|oppose|recommend|suggest|want|know)\\b.*`,
    ),
    () => ({ kind: 'opinion' }),
  ],
  // Who supports the plan? Who is against the plan?
  [
    pattern(`(?:who|which .+?) (?:(?:has|have|had|also|is|are) )*(?:${supporting}) (.+)`),
    ([subject]) => position(undefined, 'supports', subject),
  ],
  [
    pattern(`(?:who|which .+?) (?:(?:has|have|had|also|is|are) )*(?:${opposing}) (.+)`),
    ([subject]) => position(undefined, 'opposes', subject),
  ],
  [
    pattern(`who (?:is|are|was|were|stands?|stood) (${standing}) (.+)`),
    ([side, subject]) => position(undefined, sideOf(side), subject),
  ],
  // Who said that …? Who was quoted as saying …? Who called the plan a gift?
  [
    pattern(
      `(?:who|whom) (?:(?:has|have|had|was|is|first|ever|also) )*(?:quoted )?(?:as )?(?:${saying}|saying|called|calls|described|describes)(?: that)?[ ,:]+(.+)`,
    ),
    ([words]) => whoSaid(words),
  ],
  [
    pattern(`whose (?:words|statement|quotation|quote|remark|claim) (?:is|are|was|were)(?: it)?(?: that)?[ ,:]+(.+)`),
    ([words]) => whoSaid(words),
  ],
  // What is the mayor's position on the plan? Where does the mayor stand on it?
  [
    pattern(`what(?:'s| is| are| was| were) (?:the )?${opinions} of (.+?) ${about} (.+)`),
    ([holder, subject]) => position(holder, null, subject),
  ],
  [
    pattern(`what(?:'s| is| are| was| were) (.+?)(?:['’]s?) (?:\\w+ )?${opinions} ${about} (.+)`),
    ([holder, subject]) => position(holder, null, subject),
  ],
  [pattern(`where (?:does|do|did) (.+?) stand ${about} (.+)`), ([holder, subject]) => position(holder, null, subject)],
  [
    pattern(
      `(?:what|how) ${auxiliary} (.+?) (?:think|thinks|feel|feels|believe|believes) (?:about|of|on|regarding) (.+)`,
    ),
    ([holder, subject]) => position(holder, null, subject),
  ],
  // Does the mayor support the plan? Is the mayor against it? Is the plan opposed by the mayor?
  [
    pattern(
      `(?:does|do|did|has|have|is|are|was|were|would|will) (.+?) (?:support|back|favou?r) or (?:oppose|reject|be against) (.+)`,
    ),
    ([holder, subject]) => position(holder, null, subject),
  ],
  [
    pattern(
      `(?:is|are|was|were|has|have) (.+?) (?:been )?(?:supported|backed|endorsed|welcomed|approved|accepted|praised|recogni[sz]ed) by (.+)`,
    ),
    ([subject, holder]) => position(holder, 'supports', subject),
  ],
  [
    pattern(
      `(?:is|are|was|were|has|have) (.+?) (?:been )?(?:opposed|rejected|condemned|critici[sz]ed|denounced|blamed|refused) by (.+)`,
    ),
    ([subject, holder]) => position(holder, 'opposes', subject),
  ],
  [
    pattern(`(?:is|are|was|were) (.+?) (${standing}) (.+)`),
    ([holder, side, subject]) => position(holder, sideOf(side), subject),
  ],
  [
    pattern(`(?:does|do|did|has|have|is|are|was|were|would|will) (.+?) (?:${supporting}) (.+)`),
    ([holder, subject]) => position(holder, 'supports', subject),
  ],
  [
    pattern(`(?:does|do|did|has|have|is|are|was|were|would|will) (.+?) (?:${opposing}) (.+)`),
    ([holder, subject]) => position(holder, 'opposes', subject),
  ],
  // What does the mayor oppose?
  [
    pattern(`(?:what|whom|who|which .+?) (?:does|do|did|has|have|is|are) (.+?) (?:${supporting})`),
    ([holder]) => position(holder, 'supports', undefined),
  ],
  [
    pattern(`(?:what|whom|who|which .+?) (?:does|do|did|has|have|is|are) (.+?) (?:${opposing})`),
    ([holder]) => position(holder, 'opposes', undefined),
  ],
  [
    pattern(`what (?:does|do|did|is|are|was|were) (.+?) (against|for|in favou?r of)`),
    ([holder, side]) => position(holder, sideOf(side), undefined),
  ],
  // What has been said about the plan? What do people say about it?
  [
    pattern(`what (?:has|have|was|is|were|are|had) (?:been |being )?said ${about} (.+)`),
    ([subject]) => said(undefined, subject),
  ],
  [
    pattern(
      `what (?:do|does|did) (?:people|anyone|anybody|everyone|everybody|they|the articles?|the papers?|the news) say ${about} (.+)`,
    ),
    ([subject]) => said(undefined, subject),
  ],
  // What did the mayor say about the plan? How did the mayor react to it?
  [
    pattern(`what(?:'s| is| are| was| were) (.+?)(?:['’]s?) (?:\\w+ )?${reactions} ${about} (.+)`),
    ([speaker, subject]) => said(speaker, subject),
  ],
  [
    pattern(`what(?:'s| is| are| was| were) (?:the )?${reactions} (?:of|by|from) (.+?) ${about} (.+)`),
    ([speaker, subject]) => said(speaker, subject),
  ],
  [
    pattern(
      `how (?:did|does|do|has|have) (.+?) (?:react|reacted|respond|responded|reply|replied|answer|answered)(?: to (.+))?`,
    ),
    ([speaker, subject]) => said(speaker, subject),
  ],
  [
    pattern(`(?:what|how|why) ${auxiliary} (.+?) (?:call|called|describe|described) (.+)`),
    ([speaker, subject]) => said(speaker, subject),
  ],
  [
    pattern(
      `what (?:else )?${auxiliary} (.+?) (?:${saying})(?: (?:to|the|reporters|journalists|media|press|parliament|lawmakers|council)){0,4} (?:about|on|regarding|concerning|over) (.+)`,
    ),
    ([speaker, subject]) => said(speaker, subject),
  ],
  [
    pattern(`what (?:else )?${auxiliary} (.+?) (?:${saying})(?: (.+))?`),
    ([speaker, subject]) => said(speaker, subject),
  ],
];

/** Reads a question; never throws. Pieces are as typed, without the question mark. */
export function readQuestion(question: string): QuestionReading {
  const text = question
    .slice(0, longestQuestion + 1)
    .replace(/\s+/gu, ' ')
    .trim();
  if (text.length > longestQuestion) return { kind: 'passages' };
  const bare = stripEnd(text, /[\s?!.…]/u);
  for (const [expression, read] of readings) {
    const found = expression.exec(bare);
    if (found !== null) return read(found.slice(1));
  }
  return { kind: 'passages' };
}

function pattern(source: string): RegExp {
  return new RegExp(`^${source}$`, 'iu');
}

function stripEnd(text: string, unwanted: RegExp): string {
  let end = text.length;
  while (end > 0 && unwanted.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

function whoSaid(words: string | undefined): QuestionReading {
  const subject = (words ?? '').replace(/^(?:something |anything )?(?:about|on|regarding) /iu, '');
  const bare = subject.replace(/^["“‘']+/u, '');
  return { kind: 'who said', words: stripEnd(bare, /["”’'\s?!.]/u) };
}

function sideOf(side: string | undefined): 'supports' | 'opposes' {
  return /oppos|against|critical/iu.test(side ?? '') ? 'opposes' : 'supports';
}

function piece(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
