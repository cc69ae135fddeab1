import type { QuoteQuery } from '../core/archive.ts';
import type { Resolution, StatementKind } from '../core/quotation/statement.ts';
import type { Polarity } from '../core/stance/stance.ts';
import type { Remark } from '../core/verify/remark.ts';
import type { CommandWords, Progress, Question, Reach } from './entries.ts';
import { capitalise, numeralsOf } from './numerals.ts';

const { number, decimal, form, count, some } = numeralsOf('en');
const quoted = (words: string): string => `“${words}”`;

const collection = 'Only articles of this collection';
const about = 'On what: a state, a body, a person, a subject';
const actor = 'Who: a state, a body, a person';
const aside = 'Show the answer to you alone';

const kinds = {
  direct: 'word for word',
  mixed: 'in part word for word',
  indirect: 'reported',
  own: 'the outlet’s own words',
} satisfies Record<StatementKind, string>;

const quantities = {
  articles: (value: number) => count(value, { one: 'article', other: 'articles' }),
  statements: (value: number) => count(value, { one: 'statement', other: 'statements' }),
  positions: (value: number) => count(value, { one: 'position', other: 'positions' }),
  problems: (value: number) => count(value, { one: 'problem', other: 'problems' }),
  files: (value: number) => count(value, { one: 'file', other: 'files' }),
};

const holds = (polarity: Polarity, isProbable: boolean): string => `${isProbable ? 'probably ' : ''}${polarity}`;

/** What `/quote` asks for: ` with “un charter” by Iran in IRNA`. */
const sought = ({ text, speaker, outlet, collection: group, from, to, kind }: QuoteQuery): string =>
  [
    text === undefined ? '' : ` with ${quoted(text)}`,
    speaker === undefined ? '' : ` by ${speaker}`,
    outlet === undefined ? '' : ` in ${outlet}`,
    group === undefined ? '' : ` of ${group}`,
    from === undefined ? '' : ` since ${from}`,
    to === undefined ? '' : ` until ${to}`,
    kind === undefined ? '' : `, ${kind === 'own' ? 'in outlets’ own words' : kinds[kind]}`,
  ].join('');

/**
 * Every sentence of the bot's own, and the descriptions of its commands. Other languages have the same entries: a
 * sentence, or a function of what stands in it. Names and titles among its arguments come isolated, so that text from
 * right to left stays in its place.
 */
export const en = {
  locale: 'en',

  commands: {
    stance: {
      description: 'What a state, body or person supports and opposes, in the printed words',
      options: { actor, about, collection, private: aside },
      choices: {},
    },
    quote: {
      description: 'Find what was said, word for word',
      options: {
        text: 'Words to look for; "in double quotes" as they stand, -word leaves out',
        speaker: 'Only what this person, state or body said',
        outlet: 'Only what this outlet printed',
        from: 'Only since this day, like 2026-01-31',
        to: 'Only until this day, like 2026-12-31',
        kind: 'How it was said; the outlets’ own words are left out unless asked for',
        collection,
        card: 'Show the first quotation as a picture too',
        private: aside,
      },
      choices: { kind: kinds },
    },
    ask: {
      description: 'Ask a question; the answer is what the articles print',
      options: { question: 'Your question, in English', collection, private: aside },
      choices: {},
    },
    verify: {
      description: 'Check whether a quotation stands in the articles, word for word',
      options: { quotation: 'The words to check', speaker: 'Who is said to have said them', private: aside },
      choices: {},
    },
    compare: {
      description: 'Two states, bodies or people side by side on a subject',
      options: { first: actor, second: 'And who else', about, private: aside },
      choices: {},
    },
    timeline: {
      description: 'What a state, body or person supported and opposed, in order of date',
      options: { actor, about, private: aside },
      choices: {},
    },
    article: {
      description: 'An article: where it is from, how it begins, who speaks in it',
      options: { article: 'Its title, or its id', private: aside },
      choices: {},
    },
    sources: {
      description: 'The outlets and collections on record, and what could not be read',
      options: { private: aside },
      choices: {},
    },
    help: {
      description: 'What the bot can do, with things to try',
      options: { command: 'One command', private: aside },
      choices: {},
    },
    status: { description: 'How the bot is doing, and what it answers from', options: {}, choices: {} },
    reload: { description: 'Read the articles anew (moderators)', options: { private: aside }, choices: {} },
  } satisfies Record<string, CommandWords>,

  /** Numbers with what is counted. */
  quantities,
  number,

  /** What several answers say. */
  common: {
    nothing: 'There is nothing on record for this.',
    empty: 'There is nothing to show.',
    nobodyCalled: (name: string) => `Nobody on record is called ${quoted(name)}.`,
    noOutlet: (name: string) => `No article on record is by ${quoted(name)}.`,
    noCollection: (name: string) => `There is no collection ${quoted(name)}.`,
    noPosition: (holder: string, subject: string) =>
      `Nothing on record: no article shows what ${holder} supports or opposes about ${subject}.`,
    partial:
      'There is more on record than is looked at here: the nearest positions, and their newest statements. A narrower subject shows the rest.',
    correctedAll: (words: string) => `No article holds all of these words; showing results for ${quoted(words)}.`,
    corrected: (words: string) => `No article holds these words; showing results for ${quoted(words)}.`,
    by: (author: string) => `by ${author}`,
    of: (group: string) => `in ${group}`,
    colon: ':',
    labelled: (label: string, text: string) => `${label}: ${text}`,
  },

  /** Quotations and where they stand. */
  quotation: {
    /** How it was said, behind the speaker's name. */
    manners: {
      direct: 'said',
      mixed: 'quoted in part',
      indirect: 'reported',
      own: kinds.own,
    } satisfies Record<StatementKind, string>,
    probably: 'probably',
    unclear: 'speaker not clear in the article',
    unnamed: 'somebody without a name',
    theArticle: 'The article',
    headline: 'headline',
    paragraph: (place: number) => `paragraph ${number(place)}`,
    also: (outlets: readonly string[]) => `also in ${outlets.join(', ')}`,
    asReported: 'as reported',
    resolution: (resolution: Resolution): string => {
      switch (resolution.by) {
        case 'later name':
          return `named ${resolution.name} later in the article`;
        case 'pronoun':
          return `${quoted(resolution.mention)} is ${resolution.name}, from the sentences before`;
        case 'description':
          return `${quoted(resolution.mention)} is ${resolution.name}`;
        case 'what follows':
          return 'named in what follows';
        case 'what goes before':
          return 'goes on from what is said before';
      }
    },
  },

  /** Quotations as pictures. */
  card: {
    /** Of several quotations. */
    first: 'The card shows the first of them.',
    elsewhere: 'Picture cards are shown in Discord.',
    refusals: {
      'too long': 'No card: the words are too long to be shown whole in a picture.',
      characters: 'No card: no font of the card has all the characters that would stand on it.',
    },
  },

  /** Positions. */
  position: {
    sides: { supports: 'Supports', opposes: 'Opposes' } satisfies Record<Polarity, string>,
    /** Behind a side: what the positions are on that are not on the subject itself. */
    somethingElse: 'something else, in an article about it',
    /** "probably supports", before what it is. */
    holds,
    /** "Iran probably supports:", before what it is. */
    claim: (holder: string, polarity: Polarity, isProbable: boolean) => `${holder} ${holds(polarity, isProbable)}:`,
    more: (value: number) => `and ${count(value, { one: 'more statement', other: 'more statements' })}`,
    changed: 'changed from before',
    noDate: 'no date',
  },

  quote: {
    heading: (query: QuoteQuery) => `Quotations${sought(query)}`,
    nothing: (query: QuoteQuery) => `Nothing on record: quotations${sought(query)}.`,
    partial: 'No statement holds all of these words; these hold most of them.',
    noDay: (day: string, name: string) =>
      `${quoted(day)} is no day: give ${name} as year, month and day, like 2026-01-31.`,
    noSpan: (from: string, to: string) => `Nothing lies between ${from} and ${to}: “from” must not be after “to”.`,
  },

  ask: {
    nothing: 'Nothing in the articles answers that.',
    unanswerable:
      'I hold no opinions: I only show what articles print. Ask what somebody said about it, or whom they support.',
    nearest: 'Nearest in the articles, not an answer',
    /** How the question was read, in one sentence. */
    read: ({ reading, who, about: subject }: Question): string => {
      const on = subject === undefined ? '' : ` about ${quoted(subject)}`;
      if (reading === 'quotations')
        return who === undefined ? `Read as: who said something${on}?` : `Read as: what did ${who} say${on}?`;
      if (reading === 'positions')
        return who === undefined
          ? `Read as: who supports or opposes what${on}?`
          : `Read as: what does ${who} support or oppose${on}?`;
      return 'Read as a question for passages.';
    },
  },

  stance: {
    heading: (holder: string, subject: string) => `${holder} on ${subject}`,
    /** "Mostly opposes: 2 supported, 5 opposed" — mostly is at least two thirds. */
    summary: (supports: number, opposes: number): string => {
      const all = supports + opposes;
      if (all === 0) return 'No clear position';
      const counts = `${number(supports)} supported, ${number(opposes)} opposed`;
      if (supports * 3 >= all * 2) return `${opposes === 0 ? 'Supports' : 'Mostly supports'}: ${counts}`;
      if (opposes * 3 >= all * 2) return `${supports === 0 ? 'Opposes' : 'Mostly opposes'}: ${counts}`;
      return `Mixed: ${counts}`;
    },
  },

  compare: {
    heading: (first: string, second: string, subject: string) => `${first} and ${second} on ${subject}`,
    nothing: (first: string, second: string, subject: string) =>
      `Nothing on record: no article shows what ${first} or ${second} holds about ${subject}.`,
    summary: (agree: number, differ: number) =>
      agree === 0 && differ === 0
        ? 'No position of one is on the same thing as one of the other'
        : `${number(agree)} in agreement, ${number(differ)} in dispute`,
    agree: 'Agree',
    differ: 'Differ',
    onlyBy: (holder: string) => `Only ${holder}`,
    same: (holder: string) => `Both are ${holder}: name two that differ.`,
  },

  timeline: {
    heading: (holder: string, subject: string) => `${holder} on ${subject} over time`,
    undated: (value: number, all: number) =>
      `${number(value)} of ${number(all)} stand in articles without a date, listed last.`,
    newest: (value: number, all: number) => `The newest ${number(value)} of ${number(all)}`,
    /** Behind a position in the picture and its description. */
    turned: (words: string) => `${words} (changed)`,
    event: (date: string, polarity: Polarity, target: string) => `${date}: ${polarity} ${target}`,
    span: (heading: string, value: number, from: string, to: string) =>
      `${heading}: ${quantities.positions(value)} from ${from} to ${to}.`,
  },

  verify: {
    headings: {
      verbatim: 'These words stand so in an article',
      abridged: 'These words stand in an article, with parts left out',
      altered: 'An article prints other words',
      misattributed: 'These words stand in an article, but somebody else said them',
      reported: 'These words stand in an article, but not as anybody’s printed words',
      'not found': 'No article prints these words',
    },
    /** A verdict as a word. */
    words: {
      verbatim: 'Verbatim',
      abridged: 'Abridged',
      altered: 'Altered',
      misattributed: 'Misattributed',
      reported: 'Reported',
      'not found': 'Not found',
    },
    /** What a verdict means. */
    meanings: {
      verbatim: 'the words are printed as quoted',
      abridged: 'the words are printed, with some between them left out',
      altered: 'the printed words are different',
      misattributed: 'the words are printed, but as somebody else’s',
      reported: 'the article says so in its own words; these are not the speaker’s as printed',
      'not found': 'no article on record prints this',
    },
    nothing: 'No article on record prints these words, or words near them, as a quotation.',
    claim: 'As quoted',
    print: 'As printed',
    nearestPrint: 'The nearest that is printed',
    sentence: 'The whole sentence',
    /** "As quoted → as printed", above the differences. */
    change: 'As quoted → as printed',
    onlyClaim: 'only quoted',
    onlyPrint: 'only printed',
    remark: (remark: Remark): string => {
      switch (remark.kind) {
        case 'only the beginning':
          return 'Only the beginning of the quotation was compared.';
        case 'no words':
          return 'There are no words to compare.';
        case 'another speaker':
          return `The article gives the words to ${remark.words === '' ? 'somebody else' : remark.words}.`;
        case 'unclear speaker':
          return 'The article does not make clear who says it.';
        case 'probable speaker':
          return `The article does not make certain who says it; it is probably ${remark.words}.`;
        case 'omitted negation':
          return `What is left out has a ${quoted(remark.words)}.`;
        case 'omitted number':
          return `What is left out has a number: ${remark.words}.`;
        case 'omitted speaker':
          return 'What is left out holds the words of another speaker.';
        case 'tag between':
          return 'A speech tag stands between.';
        case 'begins earlier':
          return 'The printed sentence begins earlier.';
        case 'goes on':
          return 'The printed sentence goes on.';
        case 'negation outside':
          return `${quoted(remark.words)} stands just outside the quotation.`;
        case 'these unmarked':
          return 'The article prints these words without quotation marks.';
        case 'these partly marked':
          return 'The article prints only a part of these words between quotation marks.';
        case 'nearest unmarked':
          return 'The article prints the nearest words without quotation marks.';
        case 'nearest partly marked':
          return 'The article prints only a part of the nearest words between quotation marks.';
        case 'negation differs':
          return 'A negation differs.';
        case 'negation elsewhere':
          return 'A negation stands elsewhere or is another word.';
        case 'number differs':
          return 'A number differs.';
        case 'name differs':
          return 'A name differs.';
      }
    },
  },

  check: {
    heading: (value: number) => `Checked ${count(value, { one: 'quotation', other: 'quotations' })}`,
    nothing: 'There is no quotation in that message: no words between quotation marks, and no line behind “>”.',
    left: (value: number, most: number) =>
      `The message holds ${number(value)} more; only the first ${number(most)} were checked.`,
  },

  article: {
    nothing: (typed: string) => `No article on record has the id or title ${quoted(typed)}.`,
    noOutlet: 'outlet not known',
    noDate: 'date not known',
    id: (id: string) => `id ${id}`,
    begins: 'It begins',
    speakers: (statements: number) => `Who speaks (${quantities.statements(statements)})`,
    nobody: 'Nobody in particular',
    speaker: (name: string, statements: number) => `${name}: ${number(statements)}`,
    copies: 'Mostly the same is printed by',
  },

  sources: {
    heading: 'Sources',
    size: (articles: number, withoutOutlet: number, withoutDate: number) =>
      `${[
        quantities.articles(articles),
        ...some([
          [withoutOutlet, 'without an outlet'],
          [withoutDate, 'without a date'],
        ]),
      ].join(', ')}.`,
    outlets: 'Outlets',
    collections: 'Collections',
    lastReading: 'At the last reading',
    allRead: 'Everything could be read.',
    hidden: (problems: number) => `${quantities.problems(problems)}; moderators see the reasons.`,
    source: (name: string, articles: number, oldest: string | null, newest: string | null) => {
      const dates = oldest === null ? '' : oldest === newest ? `, ${oldest}` : `, ${oldest} to ${newest}`;
      return `${name}: ${quantities.articles(articles)}${dates}`;
    },
  },

  help: {
    heading: 'On Record: who said what about whom',
    missing: 'Help',
    nothing: (name: string) => `There is no command ${quoted(name)}.`,
    size: (articles: number) =>
      `I answer from ${articles === 1 ? 'one article' : quantities.articles(articles)}, in the words as printed, with speaker and source.`,
    silence: 'What nobody is on record as saying, I say so.',
    tries: 'Try',
    commands: 'Commands',
    usage: (usage: string) => `Usage: ${usage}`,
    options: 'Options',
    option: (name: string, description: string, isRequired: boolean) =>
      `${name}${isRequired ? '' : ' (optional)'}: ${description}`,
  },

  status: {
    heading: 'Status',
    archive: 'Archive',
    size: (articles: number, statements: number) =>
      `${quantities.articles(articles)}, ${quantities.statements(statements)}`,
    version: (version: string) => `Version ${version}`,
    readAt: (time: string) => `Last read: ${time} UTC`,
    program: 'Program',
    uptime: (days: number, hours: number, minutes: number) => {
      const parts = [
        days === 0 ? '' : count(days, { one: 'day', other: 'days' }),
        hours === 0 ? '' : count(hours, { one: 'hour', other: 'hours' }),
        minutes === 0 ? '' : count(minutes, { one: 'minute', other: 'minutes' }),
      ].filter((part) => part !== '');
      return `Running for ${parts.length === 0 ? 'less than a minute' : parts.join(' ')}`;
    },
    memory: (megabytes: number) => `Memory: ${number(megabytes)} MB`,
    latency: (milliseconds: number) => `Discord answers in ${number(milliseconds)} ms`,
  },

  reload: {
    refused:
      'Only moderators may reload: members with Manage Server in a server that the bot’s keeper named in MODERATOR_GUILDS, or users named in MODERATORS.',
    refusedManager: (server: string) =>
      `Only moderators may reload. So that whoever manages this server is one, the bot’s keeper has to add its id, ${server}, to the variable MODERATOR_GUILDS.`,
    reloading: 'Reloading the articles',
    looking: 'Looking at the files.',
    progress: ({ files, of, statements }: Progress) =>
      `${number(files)} of ${quantities.files(of)} read, ${quantities.statements(statements)} found.`,
    ordering: 'Now the archive is put in order.',
    /** A guess, in seconds. */
    left: (seconds: number) =>
      seconds < 10
        ? 'A few seconds are left.'
        : seconds < 90
          ? `About ${number(Math.ceil(seconds / 10) * 10)} seconds are left.`
          : `About ${number(Math.round(seconds / 60))} minutes are left.`,
    joined: 'This is the reload that was already running.',
    heading: 'Articles reloaded',
    size: ({ articles, statements, added, changed, removed, problems }: Reach) =>
      `${quantities.articles(articles)}, ${quantities.statements(statements)}: ${number(added)} added, ${number(changed)} changed, ${number(removed)} removed, ${quantities.problems(problems)}.`,
    seconds: (seconds: number) => `It took ${decimal(seconds, 1)} seconds.`,
    added: 'Added',
    changed: 'Changed',
    removed: 'Removed',
    unread: 'Could not be read',
    leftOut: 'Left out, as no articles',
    /** `reason` is for the bot's keeper and stays English. */
    nothing: (reason: string, kept: number) => {
      const before = kept === 1 ? 'the article read before stays' : `the ${quantities.articles(kept)} read before stay`;
      return `Nothing was reloaded: ${reason}${kept === 0 ? '' : `; ${before}`}.`;
    },
  },

  /** What is wrong with the options of a command. */
  option: {
    unknown: (command: string, name: string, known: readonly string[]) =>
      `/${command} has no option ${quoted(name)}; it ${known.length === 0 ? 'takes no options' : `takes these options: ${known.join(', ')}`}.`,
    repeated: (name: string) => `The option ${quoted(name)} was given more than once; please give it once.`,
    missing: (command: string, name: string, description: string) =>
      `/${command} needs the option ${quoted(name)}: ${description}.`,
    noBoolean: (name: string) => `The option ${quoted(name)} is either true or false.`,
    noInteger: (name: string) => `The option ${quoted(name)} must be a whole number.`,
    noText: (name: string) => `The option ${quoted(name)} must be text.`,
    noChoice: (name: string, choices: readonly string[]) =>
      `The option ${quoted(name)} must be one of: ${choices.join(', ')}.`,
    tooLong: (name: string, most: number, length: number) =>
      `The option ${quoted(name)} takes at most ${number(most)} characters; this is ${number(length)}. Please shorten it.`,
    tooShort: (name: string, least: number) =>
      `The option ${quoted(name)} needs at least ${count(least, { one: 'character', other: 'characters' })}.`,
  },

  /** What stands around answers in Discord. */
  message: {
    read: 'Read the article',
    whole: 'Show whole',
    context: 'In context',
    cite: 'Cite',
    card: 'Picture card',
    otherSide: 'Other side',
    share: 'Share',
    /** A button's label with whose quotation it is about. */
    whose: (label: string, name: string) => `${label}: ${name}`,
    page: (page: number, pages: number) => `${number(page)} of ${number(pages)}`,
    wholeHeading: 'The whole quotation',
    plainText: 'Plain text',
    markdown: 'Markdown',
    best: (shown: number, all: number) => `The best ${number(shown)} of ${number(all)}`,
    tooLong:
      'There is more, but this question is too long for page buttons. Ask with fewer words, or for one speaker or outlet.',
    goesOn:
      'This takes longer than Discord lets me write here, and it goes on. /status tells when the articles were last read.',
    leftOut: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}; the rest is left out.`,
    /** Behind the beginning of a list that is sent whole as a file; behind a list that is too long even for that. */
    enclosed: (rest: number, file: string) => `… and ${number(rest)} more: all are in ${file}.`,
    more: (rest: number) => `… and ${number(rest)} more.`,
    didYouMean: 'Did you mean:',
    nothing: 'I found nothing on record.',
    stale: 'This button is from an older version of me. Please ask again with the command.',
    changed: 'The articles have changed since this was asked; this is from the articles as they are now.',
    gone: 'The articles have changed, and that quotation is no longer in them.',
    noCommand: (name: string) => `I have no command /${name} any more. Please try /help.`,
    noMenuCommand: (name: string) => `I have no command ${quoted(name)} any more. Please try /help.`,
    cooldown: (seconds: number) =>
      `That was a lot at once, and others ask too. Please try again in ${form(seconds, { one: 'a second', other: `${number(seconds)} seconds` })}.`,
    fault: (reference: string) =>
      `Something went wrong on my side, and it is noted. If you tell whoever runs me, give them this number: ${reference}`,
  },

  /** What stands around answers in the terminal. */
  terminal: {
    greeting: (articles: number, statements: number) =>
      `On Record: ${quantities.articles(articles)} and ${quantities.statements(statements)}. Type /help to begin; Tab completes, Ctrl-D leaves.`,
    more: (page: number, pages: number) => `Enter for more, q to stop (${number(page)} of ${number(pages)})`,
    stopped: 'Stopped waiting for the answer.',
    leave: 'Ctrl-C again, Ctrl-D or exit leaves.',
    working: 'Working…',
    nearest: 'Nearest',
    best: (shown: number, all: number) =>
      `These are the best ${number(shown)} of ${number(all)}. A narrower question shows others.`,
    /** An article's own voice, around its name. */
    ownWords: { before: 'In ', after: '’s own words', article: 'the article' },
    also: 'Printed also by',
    places: (value: number) => `and in ${count(value, { one: 'more place', other: 'more places' })}`,
    fault: (reference: string | undefined) =>
      `Something went wrong inside On Record, not with what you typed${reference === undefined ? '' : ` (reference ${reference})`}.`,
    noCommand: (name: string, nearest: string | undefined) =>
      `There is no command ${quoted(`/${name}`)}.${nearest === undefined ? '' : ` The nearest is /${nearest}.`}`,
    blank: (commands: readonly string[]) => `Type a command: ${commands.join(', ')}.`,
    withUsage: (sentence: string, usage: string) => `${sentence} Usage: ${usage}`,
    twice: (name: string) => `${quoted(name)} is given twice.`,
    needs: (command: string, names: readonly string[]) => `/${command} needs ${names.map(quoted).join(' and ')}.`,
    noWords: (command: string, word: string) =>
      `/${command} takes no words of its own, so ${quoted(word)} has no place.`,
    noPlace: (word: string, given: readonly string[]) =>
      `${quoted(word)} has no place, because ${given.map(quoted).join(' and ')} is given already.`,
    openQuote: (name: string) => `The double quote that begins ${quoted(name)} has no second one.`,
    joinedQuote: (name: string) =>
      `After the closing quote of ${quoted(name)} there must be a blank (inside it, write \\").`,
    noValue: (name: string) =>
      `${quoted(`${name}:`)} needs its value right after the colon, in double quotes if it has several words.`,
    noBoolean: (name: string, typed: string) => `${quoted(name)} is true or false, not ${quoted(typed)}.`,
    noInteger: (name: string, typed: string) => `${quoted(name)} is a whole number, not ${quoted(typed)}.`,
    noChoice: (name: string, choices: readonly string[], typed: string) =>
      `${quoted(name)} is one of ${choices.join(', ')}, not ${quoted(typed)}.`,
    empty: (name: string) => `${quoted(name)} is empty.`,
    tooLong: (name: string, most: number) => `${quoted(name)} is longer than ${number(most)} characters.`,
    tooShort: (name: string, least: number) => `${quoted(name)} is shorter than ${number(least)} characters.`,
  },

  capitalise: (text: string) => capitalise(text, 'en'),
};
