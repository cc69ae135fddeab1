import type { Token } from '../language/analysis.ts';
import { reversed, verbs } from './lexicon.ts';
import {
  carrying,
  dropping,
  ending,
  judging,
  meaning,
  missing,
  personControl,
  refusing,
  reporting,
  withholding,
} from './vocabulary.ts';

/** Past and participle of the irregular verbs the lexicon uses. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  say: ['said'],
  tell: ['told'],
  think: ['thought'],
  take: ['took', 'taken'],
  give: ['gave', 'given'],
  send: ['sent'],
  lend: ['lent'],
  stand: ['stood'],
  throw: ['threw', 'thrown'],
  put: ['put'],
  turn: ['turned'],
  come: ['came', 'come'],
  speak: ['spoke', 'spoken'],
  fight: ['fought'],
  break: ['broke', 'broken'],
  cut: ['cut'],
  hold: ['held'],
  strike: ['struck', 'stricken'],
  hit: ['hit'],
  shoot: ['shot'],
  choose: ['chose', 'chosen'],
  withdraw: ['withdrew', 'withdrawn'],
  draw: ['drew', 'drawn'],
  meet: ['met'],
  win: ['won'],
  make: ['made'],
  bring: ['brought'],
  build: ['built'],
  forsake: ['forsook', 'forsaken'],
  overthrow: ['overthrew', 'overthrown'],
  forgive: ['forgave', 'forgiven'],
  seek: ['sought'],
  pay: ['paid'],
  ban: ['banned'],
  have: ['had', 'has'],
  be: ['was', 'were', 'been', 'is', 'are'],
  get: ['got', 'gotten'],
  keep: ['kept'],
  lose: ['lost'],
  begin: ['began', 'begun'],
  feel: ['felt'],
  know: ['knew', 'known'],
  show: ['showed', 'shown'],
  understand: ['understood'],
  mean: ['meant'],
  write: ['wrote', 'written'],
  see: ['saw', 'seen'],
  hear: ['heard'],
  find: ['found'],
  forbid: ['forbade', 'forbidden'],
  lead: ['led'],
  forget: ['forgot', 'forgotten'],
  quit: ['quit'],
  swear: ['swore', 'sworn'],
  go: ['went', 'gone'],
  do: ['did', 'done'],
  beg: ['begged'],
  freeze: ['froze', 'frozen'],
  shun: ['shunned'],
  curb: ['curbed'],
  undercut: ['undercut'],
  let: ['let'],
  upset: ['upset'],
  slam: ['slammed'],
  spur: ['spurred'],
  beseech: ['besought'],
  rebut: ['rebutted'],
  acquit: ['acquitted'],
  rout: ['routed'],
  drop: ['dropped'],
  stop: ['stopped'],
  scrap: ['scrapped'],
  slap: ['slapped'],
  plot: ['plotted'],
  expel: ['expelled'],
  rebel: ['rebelled'],
  veto: ['vetoed'],
  snub: ['snubbed'],
  prefer: ['preferred'],
  abhor: ['abhorred'],
  spar: ['sparred'],
  bar: ['barred'],
  lob: ['lobbed'],
  kidnap: ['kidnapped'],
  submit: ['submitted'],
  step: ['stepped'],
  refer: ['referred'],
  commit: ['committed'],
  admit: ['admitted'],
  extol: ['extolled'],
  unveil: ['unveiled'],
  level: ['levelled'],
  permit: ['permitted'],
  ship: ['shipped'],
  dig: ['dug'],
  stick: ['stuck'],
  cast: ['cast'],
  rebuff: ['rebuffed'],
  slate: ['slated'],
  plan: ['planned'],
  compel: ['compelled'],
  regret: ['regretted'],
  concur: ['concurred'],
};

/** The forms of a verb: third person, past, participle, "-ing". British and American spelling are entries of their own. */
export function inflect(lemma: string): {
  readonly third: string;
  readonly past: readonly string[];
  readonly ing: string;
} {
  const third =
    lemma === 'have'
      ? 'has'
      : /(?:s|x|z|ch|sh|o)$/u.test(lemma)
        ? `${lemma}es`
        : /[^aeiou]y$/u.test(lemma)
          ? `${lemma.slice(0, -1)}ies`
          : `${lemma}s`;
  const known = irregular[lemma];
  const doubled = known?.[0]?.endsWith('ed') === true && known[0].length === lemma.length + 3;
  const regular = lemma.endsWith('e')
    ? `${lemma}d`
    : /[^aeiou]y$/u.test(lemma)
      ? `${lemma.slice(0, -1)}ied`
      : `${lemma}ed`;
  const doubles =
    doubled || /^(?:cut|hit|put|get|win|quit|let|begin|forget|dig|upset|undercut|beg|forbid)$/u.test(lemma);
  const ing = doubles
    ? `${lemma}${lemma.at(-1)}ing`
    : /[^eoy]e$/u.test(lemma)
      ? `${lemma.slice(0, -1)}ing`
      : `${lemma}ing`;
  return { third, past: known ?? [regular], ing };
}

const lemmas = new Map<string, string>();
const stanceForms = new Set<string>();

function learn(lemma: string, stance: boolean): void {
  const { third, past, ing } = inflect(lemma);
  for (const form of [lemma, third, ...past, ing]) {
    if (stance || !lemmas.has(form)) lemmas.set(form, lemma);
    if (stance) stanceForms.add(form);
  }
}

for (const list of [
  carrying,
  dropping,
  ending,
  judging,
  meaning,
  missing,
  personControl,
  refusing,
  reporting,
  withholding,
])
  for (const lemma of list) learn(lemma, false);
for (const entry of [...verbs, ...reversed]) for (const lemma of entry.words.split(' ')) learn(lemma, true);
for (const lemma of 'regard view consider describe label deem'.split(' ')) learn(lemma, true);
for (const form of ['stood', 'came', 'took', 'held', 'turned', 'had', 'has'])
  lemmas.set(form, lemmas.get(form) ?? form);
lemmas.set('found', 'find');

/** Whether a word can be a form of one of the lexicon's verbs. */
export function isVerbForm(lower: string): boolean {
  return stanceForms.has(lower);
}

/** The dictionary form of a token taken as a verb. */
export function verbLemma(token: Token): string {
  return lemmas.get(token.lower) ?? token.lemma;
}

/** The dictionary form of a token taken as a noun, in lower case. */
export function nounLemma(token: Token): string {
  const { lower } = token;
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:sh|ch|x|ss)es$/u.test(lower)) return lower.slice(0, -2);
  if (lower.endsWith('s') && !/(?:ss|us|is)$/u.test(lower)) return lower.slice(0, -1);
  return lower;
}
