/**
 * What a word that reports does: `speech` takes quotations and clauses; `thought` takes clauses, rarely quotations;
 * `manner` takes quotations only ("laughed"); `promise` takes an infinitive; `naming` takes a fragment ("called it 'a breach'");
 * `finding` is what studies do.
 */
export type CueKind = 'speech' | 'thought' | 'manner' | 'promise' | 'naming' | 'finding';

export interface CueWord {
  readonly lemma: string;
  readonly kind: CueKind;
  readonly form: 'finite' | 'past' | 'participle' | 'base';
}

const lists: Record<CueKind, string> = {
  speech:
    'say tell add ask explain write tweet note state claim argue insist recall warn announce declare reply respond continue comment remark observe testify concede acknowledge admit contend assert allege maintain complain conclude confirm deny predict stress emphasise emphasize reiterate suggest propose lament disclose reveal report post mention counter reason caution respond answer repeat recount relate retort exclaim quote cite inform remind assure advise urge swear opine speculate rule read clarify elaborate echo joke quip boast reassure tell protest object counsel recommend inquire enquire query interject remark summarise summarize venture volunteer demand order plead beg implore beseech brag gush rail rant thunder fume vow decree proclaim profess affirm attest hint imply posit theorise theorize hypothesise hypothesize blog text email e-mail message cable dictate narrate preach lecture muse marvel enthuse rebut retweet chant intone pronounce specify notify instruct convey communicate apologise apologize accept assure guarantee sum underline underscore highlight accuse begin accept joke pronounce coo assure guarantee allude cheer lecture sum',
  thought:
    'think believe feel hope fear wonder expect know worry consider doubt suspect guess assume imagine understand agree realise realize remember reckon decide dream regret suppose foresee envision anticipate figure forecast',
  manner:
    'laugh smile shrug sigh grin nod whisper shout yell scream cry mutter murmur mumble snap bark growl roar sob weep chuckle giggle sing croak sneer snort scoff hiss bellow holler wail groan moan grumble stammer blurt deadpan wink gesture tease croon pray grunt wisecrack crow interrupt chime pipe smirk beam gasp rage shoot fire hit storm fire drawl coo wheeze purr scream mumble bawl splutter trill lament squeal plead chortle enthuse bleat moan snarl spit thunder croon cackle persist',
  promise: 'promise pledge vow threaten offer refuse agree ask urge demand order tell plan intend expect hope want',
  naming:
    'call describe label brand dub term denounce praise hail dismiss criticise criticize condemn slam blast characterise characterize deride decry refer liken portray bill depict mock ridicule attack laud applaud deplore lambast compare express voice speak accuse blame defend reject pronounce hail',
  finding:
    'find show estimate indicate suggest calculate determine discover project demonstrate concur rule conclude hold learn hear',
};

const irregular: Record<string, string> = {
  hear: 'heard',
  shoot: 'shot',
  hit: 'hit',
  spit: 'spat',
  say: 'said',
  tell: 'told',
  write: 'wrote/written',
  think: 'thought',
  feel: 'felt',
  know: 'knew/known',
  understand: 'understood',
  swear: 'swore/sworn',
  read: 'read',
  quote: 'quoted',
  cry: 'cried',
  deny: 'denied',
  reply: 'replied',
  sing: 'sang/sung',
  weep: 'wept',
  beseech: 'besought',
  find: 'found',
  show: 'showed/shown',
  hold: 'held',
  speak: 'spoke/spoken',
  begin: 'began/begun',
  imply: 'implied',
  testify: 'testified',
  clarify: 'clarified',
  specify: 'specified',
  notify: 'notified',
  worry: 'worried',
  identify: 'identified',
  foresee: 'foresaw/foreseen',
  teach: 'taught',
  decry: 'decried',
  rebut: 'rebutted',
  admit: 'admitted',
  quip: 'quipped',
  refer: 'referred',
  plan: 'planned',
  nod: 'nodded',
  grin: 'grinned',
  shrug: 'shrugged',
  sob: 'sobbed',
  snap: 'snapped',
  slam: 'slammed',
  brag: 'bragged',
  dub: 'dubbed',
  blog: 'blogged',
  beg: 'begged',
  regret: 'regretted',
  hum: 'hummed',
  bar: 'barred',
  chat: 'chatted',
  label: 'labelled/labeled',
  text: 'texted',
  rail: 'railed',
  forecast: 'forecast',
  relate: 'related',
  repeat: 'repeated',
  reveal: 'revealed',
  mutter: 'muttered',
  put: 'put',
  offer: 'offered',
  order: 'ordered',
  counsel: 'counselled/counseled',
  learn: 'learned/learnt',
  dream: 'dreamed/dreamt',
  begrudge: 'begrudged',
};

const forms = new Map<string, CueWord>();
for (const kind of ['finding', 'naming', 'promise', 'manner', 'thought', 'speech'] as const) {
  for (const lemma of lists[kind].split(' ')) {
    const e = lemma.endsWith('e');
    const consonantY = /[^aeiou]y$/.test(lemma);
    const doubled =
      /(?:ged|ted|ped|ned|red|bed|med|led)$/.test(irregular[lemma] ?? '') && irregular[lemma] !== `${lemma}ed` && !e;
    const stem = consonantY ? lemma.slice(0, -1) : lemma;
    const third = consonantY ? `${stem}ies` : /(?:s|x|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
    const pasts = irregular[lemma] ?? (consonantY ? `${stem}ied` : e ? `${lemma}d` : `${lemma}ed`);
    const last = lemma.at(-1) ?? '';
    const ing =
      e && lemma !== 'agree' && lemma !== 'foresee' && lemma !== 'decree'
        ? `${lemma.slice(0, -1)}ing`
        : doubled
          ? `${lemma}${last}ing`
          : `${lemma}ing`;
    forms.set(third, { lemma, kind, form: 'finite' });
    for (const past of pasts.split('/')) forms.set(past, { lemma, kind, form: 'past' });
    forms.set(ing, { lemma, kind, form: 'participle' });
    if (!forms.has(lemma) || forms.get(lemma)?.form === 'base') forms.set(lemma, { lemma, kind, form: 'base' });
  }
}
forms.delete('finish');

/** What a word reports, if it is a form of a verb that does; null otherwise. `lower` is in lower case. */
export function cueWord(lower: string): CueWord | null {
  return forms.get(lower) ?? null;
}

/** Verbs whose hearer stands between them and what is said: "told reporters", "warned him". */
export const addressing = new Set(
  'tell inform remind assure ask warn advise urge notify instruct reassure order beg implore beseech caution text email e-mail message write inform quote answer counsel promise show cable accuse'.split(
    ' ',
  ),
);

/** Verbs that report a clause without "that" as readily as with it. */
export const bareClause = new Set(
  'say tell add note claim argue insist warn announce admit acknowledge concede contend allege maintain confirm deny predict suggest believe think feel hope fear expect know suspect guess reckon doubt agree explain complain believe assume understand stress write testify recall swear conclude report state estimate remind assure inform assert figure suppose imagine realise realize worry joke boast indicate show find tweet declare pledge promise vow reveal disclose speculate mention observe remark regret remember decide wish caution reiterate emphasise emphasize'.split(
    ' ',
  ),
);

/** Verbs that report a question: "asked whether", "explained how". */
export const asking = new Set(
  'ask wonder inquire enquire query explain question say tell describe recall understand know reveal doubt decide recount see show find discover determine learn consider clarify specify'.split(
    ' ',
  ),
);

/** Nouns of speech: "his warning that …", "a statement: …". */
export const speechNouns = new Set(
  'statement comment comments remark remarks claim claims warning message argument assertion allegation allegations suggestion announcement belief view opinion promise pledge admission denial assurance declaration conclusion accusation complaint prediction insistence reply response answer question tweet post letter email e-mail speech interview note caption headline motto slogan words word quote phrase testimony explanation verdict reaction reading advice rule order refrain mantra joke line chant'.split(
    ' ',
  ),
);
