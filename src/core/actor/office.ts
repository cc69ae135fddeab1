import { type State, statesIn } from './state.ts';

/** Bodies and people that are of a state but do not speak for it. */
const apart =
  /\b(?:opposition|opponents?|opposed|dissidents?|exiles?|exiled|rebels?|insurgents?|guerrillas?|militants?|militia|separatists?|part(?:y|ies)|activists?|protesters?|protestors?|demonstrators?|unions?|students?|professors?|academics?|universit(?:y|ies)|institutes?|analysts?|experts?|lawyers?|journalists?|reporters?|newspapers?|media|broadcasters?|compan(?:y|ies)|businessm[ae]n|banks?|firms?|clubs?|teams?|coach|players?|strikers?|actors?|actress|singers?|authors?|writers?|poets?|citizens?|voters?|residents?|people|public|former|ex|shadow|candidates?|ngos?|charit(?:y|ies)|church|bishops?|clerics?|victims?|relatives|famil(?:y|ies)|refugees?|migrants?|doctors?|scientists?|farmers?|workers?|court|judges?|tribunal)\b/i;

/** Offices and bodies that speak for the state they belong to. */
const official =
  /\b(?:governments?|govt|ministr(?:y|ies)|ministers?|presidents?|presidenc(?:y|ies)|presidential|premiers?|chancellors?|chancellery|kings?|queens?|emirs?|sultans?|crown|monarchs?|officials?|spokesm[ae]n|spokeswom[ae]n|spokespersons?|spokespeople|ambassadors?|envoys?|embass(?:y|ies)|consulates?|consuls?|diplomats?|delegat(?:es?|ions?)|representatives?|missions?|negotiators?|administrations?|authorities|regimes?|cabinets?|leaders?|leadership|secretar(?:y|ies)|department|foreign|state|officers?|generals?|army|military|navy|forces|parliaments?|council|side|directors?|chiefs?|attorneys?|deput(?:y|ies)|senate|congress|troops)\b/i;

/** Words before a state that make it the counterpart, not the owner: "ambassador to Iran", "envoy for Venezuela". */
const counterpart = /\b(?:to|on|with|against|towards?|about|over|into|between)\s+(?:the\s+)?$/i;
/** "The America Department", "the Russia desk": what the body deals with, not whose it is. */
const subject = /^\s+(?:Department|Desk|Bureau|Division|Section|Programme|Program)\b(?!\s+of\b)/i;
const spokes = /\b(?:spokes\w+|speaking|speaks?|spoke)\s+for\s+(?:the\s+)?$/i;

/**
 * The states for which a person or body so described speaks: "Iran", "Tehran", "the Iranian Foreign Ministry",
 * "a spokesman for the Kremlin", "Russia's envoy to Venezuela" (Russia alone). An opposition, a party, an exile
 * group, a former minister or a private body speaks for none. The phrase is a mention with its role, as printed.
 */
export function speaksFor(phrase: string): readonly State[] {
  const mentions = statesIn(phrase);
  if (mentions.length === 0 || apart.test(phrase)) return [];
  const rest = mentions
    .reduceRight((text, { range }) => text.slice(0, range[0]) + text.slice(range[1]), phrase)
    .replace(/\b(?:the|and|both|as|well|of)\b|['’]s?|[,.]/gi, ' ')
    .trim();
  if (rest === '') return unique(mentions.filter(({ form }) => form !== 'people').map(({ state }) => state));
  if (!official.test(phrase)) return [];
  const owners = mentions.filter(({ range, form }) => {
    const before = phrase.slice(0, range[0]);
    if (form === 'people' || counterpart.test(before)) return false;
    if (form === 'name' && subject.test(phrase.slice(range[1]))) return false;
    if (/\bfor\s+(?:the\s+)?$/i.test(before)) return spokes.test(before);
    return !/\bin\s+(?:the\s+)?$/i.test(before);
  });
  const joined =
    owners.length > 1
      ? owners.filter((owner, index) => index === 0 || joins(phrase, owners[index - 1]?.range[1], owner.range[0]))
      : owners;
  if (joined.length > 0) return unique(joined.map(({ state }) => state));
  const seat = mentions.find(({ range, form }) => form === 'capital' && /\bin\s+$/i.test(phrase.slice(0, range[0])));
  return seat === undefined ? [] : [seat.state];
}

function joins(phrase: string, from: number | undefined, to: number): boolean {
  return from !== undefined && /^(?:,|\s|and|&)+$/i.test(phrase.slice(from, to));
}

function unique(list: readonly State[]): readonly State[] {
  return [...new Set(list)];
}
