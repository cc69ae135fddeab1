import { isAskingWord, isFunctionWord } from './function-word.ts';
import { printedForm } from './printed-form.ts';
import { type Word, words } from './word.ts';

/** A word somebody looks for. */
export interface QueryWord {
  /** As typed. */
  readonly text: string;
  readonly key: string;
  readonly stem: string;
}

/** Words that must stand as typed, letter case and typography apart. */
export interface Phrase {
  /** See `printedForm`. */
  readonly form: string;
  /** Its words in order, function words too. */
  readonly words: readonly QueryWord[];
}

/** What somebody looks for. Immutable; the same text always gives the same query. */
export interface Query {
  /** The words that count, each once, in the order typed; function words are left out. */
  readonly words: readonly QueryWord[];
  readonly phrases: readonly Phrase[];
  readonly excluded: readonly QueryWord[];
  readonly excludedPhrases: readonly Phrase[];
  /** Whether there is nothing to look for: no text, or only marks. */
  readonly empty: boolean;
  /**
   * Whether words were typed and all of them only hold sentences together. Several in a row are looked for as a phrase;
   * fewer stand nearly everywhere, and the query is empty.
   */
  readonly functionWordsOnly: boolean;
}

/** So many function words in a row are few enough places to be looked for. */
const leastFunctionWords = 3;
/** More different words than this are not looked for: no reader types them, and each costs time. */
const mostWords = 64;
/** Text beyond this many UTF-16 code units is not read. */
const longestText = 4_000;

// A phrase in straight or curly double quotes, with a minus before it or not.
const phrasePattern = /(^|[\s(])(-?)(?:"([^"]*)"|“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»)/gu;
const excludedPattern = /(^|\s)-(?=[\p{L}\p{N}])(\S+)/gu;

/** Reads what was typed into a search: words, `"exact phrases"`, `-word` and `-"a phrase"` to leave out. Never throws. */
export function parseQuery(text: string): Query {
  const phrases: Phrase[] = [];
  const excluded: QueryWord[] = [];
  const excludedPhrases: Phrase[] = [];
  const phraseWords: QueryWord[] = [];
  let typedNothing = false;
  const read = text.slice(0, longestText);
  const withoutPhrases = read.replace(phrasePattern, (_all, before: string, minus: string, ...rest: unknown[]) => {
    const inner = rest.slice(0, 4).find((group) => typeof group === 'string') as string | undefined;
    const phrase = readPhrase(inner ?? '');
    if (phrase.words.length === 0) return before;
    if (saysNothing(phrase)) typedNothing = true;
    else if (minus === '-') excludedPhrases.push(phrase);
    else {
      phrases.push(phrase);
      phraseWords.push(...phrase.words);
    }
    return before;
  });
  const plain = withoutPhrases.replace(excludedPattern, (_all, before: string, word: string) => {
    excluded.push(...queryWords(word));
    return before;
  });
  const typed = [...queryWords(plain)].map(asCountry);
  const counting = distinct([...typed, ...phraseWords].filter((word) => !isFunctionWord(word.key)));
  const functionWordsOnly = counting.length === 0 && (typed.length > 0 || typedNothing);
  if (functionWordsOnly && typed.length >= leastFunctionWords) phrases.push(readPhrase(plain));
  return {
    words: counting,
    phrases,
    excluded: distinct(excluded),
    excludedPhrases,
    empty: counting.length === 0 && phrases.length === 0,
    functionWordsOnly,
  };
}

/** Reads a question as ordinary text: marks and minus signs mean nothing in it, question words are left out. Never throws. */
export function parseQuestion(text: string): Query {
  const typed = [...queryWords(text.slice(0, longestText))];
  const counting = distinct(typed.filter((word) => !isFunctionWord(word.key) && !isAskingWord(word.key)));
  return {
    words: counting,
    phrases: [],
    excluded: [],
    excludedPhrases: [],
    empty: typed.length === 0,
    functionWordsOnly: typed.length > 0 && counting.length === 0,
  };
}

function saysNothing({ words: inside }: Phrase): boolean {
  return inside.length < leastFunctionWords && inside.every(({ key }) => isFunctionWord(key));
}

function readPhrase(text: string): Phrase {
  return { form: printedForm(text.trim()).form, words: [...queryWords(text)] };
}

function* queryWords(text: string): Generator<QueryWord> {
  for (const word of words(text)) yield queryWord(text, word);
}

/** A reader who types "us" without a phrase round it looks for the country. */
function asCountry(word: QueryWord): QueryWord {
  return word.key === 'us' ? { ...word, key: 'u.s', stem: 'u.s' } : word;
}

function queryWord(text: string, word: Word): QueryWord {
  return { text: text.slice(word.start, word.end), key: word.key, stem: word.stem };
}

function distinct(list: readonly QueryWord[]): QueryWord[] {
  const byStem = new Map<string, QueryWord>();
  for (const word of list) if (byStem.size < mostWords && !byStem.has(word.stem)) byStem.set(word.stem, word);
  return [...byStem.values()];
}
