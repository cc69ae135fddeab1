import { headLemma, isMark, lowerAt } from './clause.ts';
import type { Pair } from './pair.ts';
import type { Span } from './phrase.ts';
import { tellsOfSport } from './soundness.ts';

/** What a deed of one state shows of it towards another. */
export interface Deed {
  readonly sign: 1 | -1;
  readonly weight: number;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Done to what is another's, these are hostile; and these friendly. */
const hostile = words(`
  seize detain intercept sink down capture hijack burn confiscate impound freeze block stop bar ban expel deport evict
  arrest jail imprison kill shoot torch storm bomb shell strike hit target attack raid ambush invade occupy annex blockade
  besiege sue fine sanction blacklist penalise penalize summon repel chase scramble warn jam hack poison kidnap abduct execute
  sentence convict charge indict interrogate harass shadow buzz ram violate breach encroach expropriate nationalise
  nationalize boycott reject condemn denounce criticise criticize slam blast accuse blame rebuke destroy vandalise
  vandalize ransack desecrate threaten encircle fight battle confront defeat
`);
const friendly = words(`
  release free rescue help aid assist feed shelter treat evacuate train arm host welcome invite receive repatriate pardon
  vaccinate exempt support back praise thank congratulate protect defend fund finance supply equip recognise recognize
  compensate reassure honour honor visit meet escort admit naturalise naturalize resettle
`);

/** What is given, what binds, and what harms. */
const goods = words(`
  aid assistance help support relief weapon arm ammunition fund funding loan money expertise vaccine missile tank
  intelligence grant credit medicine food equipment protection asylum guarantee training supply doctor medic nurse team
  tent shipment oil gas fuel electricity line package helicopter jet aircraft drone vehicle ship ventilator dose donation
  wheat grain water rescuer engineer investment instructor trainer adviser concession visa visa-free gift condolence
  congratulation backing troop peacekeeper mediator million billion tonne ton sale citizenship refuge shelter
`);
const bonds = words(`
  agreement deal treaty pact accord memorandum contract truce ceasefire compromise tie relation relationship cooperation
  partnership alliance link friendship trade contact talk dialogue negotiation flight service route embassy exchange
  border crossing airspace drill exercise project plan pipeline understanding protocol declaration communique visit
  summit meeting consultation venture corridor union cable
`);
const burdens = words(`
  sanction tariff embargo ban restriction duty penalty fine blockade boycott curb attack strike airstrike offensive raid
  invasion operation assault war missile rocket shell bomb fire rebel complaint protest case lawsuit suit charge accusation
  allegation threat warning claim ultimatum siege curfew quota levy barrier incursion crackdown pressure criticism
`);

/** Verbs by which something comes to be or grows, and by which it ends or shrinks. */
const up = words(`
  sign agree reach conclude restore resume reopen open establish strengthen deepen expand boost launch begin start hold
  extend renew ratify approve send provide supply give offer pledge promise deliver donate grant increase ship sell lend
  allocate impose slap levy put tighten announce fire carry stage mount issue file lodge submit bring wage declare make
  build develop forge improve normalise normalize enhance upgrade airlift dispatch fly channel pay conduct seal finalise
  finalize strike have want seek plan hail welcome complete join unveil introduce adopt drop rain lob throw double raise
  upgrade facilitate mediate broker arrange ease back support enter
`);
const down = words(`
  cut suspend halt freeze end stop sever break cancel withdraw terminate close shut reduce withhold block scrap downgrade
  abandon reject refuse violate slash pull postpone delay seal shelve boycott quit leave ban deny revoke tear breach
  annul denounce oppose limit restrict drop lift remove waive relax ease recall
`);
const lifting = words('lift ease remove drop suspend waive relax cancel end halt stop reduce scrap abolish repeal cut');

/** Joint subjects: "A and B signed", "A and B clashed". */
const together = words(`
  sign agree cooperate reach conclude restore resume reopen establish strengthen deepen expand boost forge normalise
  normalize improve ally reconcile pledge launch vow announce commit join unite seal
`);
const apart = words('clash fight quarrel spar feud argue battle skirmish disagree exchange trade sever suspend expel');

const giving = words('donate give grant offer send provide supply deliver lend pledge award extend hand');
const missions = words('embassy consulate mission office');
const redress = words('apology compensation explanation answer reparation damages extradition withdrawal return');
/** What becomes of "relations between A and B". */
const souring = words(
  'sour deteriorate worsen strain freeze collapse rupture fray suffer cool escalate rise mount flare soar',
);
const warming = words('improve warm thaw strengthen deepen normalise normalize flourish recover');

const ordering = words('order tell ask force compel instruct demand want urge');
const leaving = words('leave withdraw go depart quit exit pull stop cease halt end vacate');

/**
 * What one actor does to another, by the verb, the thing done or given and the preposition ("sent troops to", "shut its
 * border with", "received vaccine from"). Meant for states; between people the same words mean too many things.
 */
export function deedOf(pair: Pair, a: Span, b: Span): Deed | null {
  const { clauses, links } = pair;
  const { chunks } = clauses;
  const chunkAt = (span: Span) => clauses.chunkOf[span[0] - clauses.first] ?? -1;
  const target = chunkAt(b);
  const doer = chunkAt(a);
  const group = chunks[target];
  if (group?.kind !== 'noun' || doer === target || tellsOfSport(clauses)) return null;
  const headed = group.head >= b[0] && group.head < b[1];
  for (let k = chunks.length - 1; k >= 0; k -= 1) {
    const verb = chunks[k];
    if (verb?.kind !== 'verb' || verb.negated) continue;
    const subject = links.subject[k];
    const inSubject = subject != null && subject.first <= a[0] && a[1] <= subject.last;
    if (inSubject && subject.first <= b[0] && b[1] <= subject.last) {
      if (a[0] > b[0]) continue;
      if (relates(pair, subject.first)) {
        if (souring.has(verb.lemma)) return { sign: -1, weight: 0.7 };
        if (warming.has(verb.lemma)) return { sign: 1, weight: 0.7 };
      }
      if (together.has(verb.lemma)) return { sign: 1, weight: 0.75 };
      if (apart.has(verb.lemma)) return { sign: -1, weight: 0.75 };
      continue;
    }
    if (
      verb.lemma === 'receive' ||
      verb.lemma === 'get' ||
      verb.lemma === 'obtain' ||
      verb.lemma === 'win' ||
      verb.lemma === 'secure'
    ) {
      // "B received vaccine from A": A gave it.
      const receives = subject != null && subject.first <= b[0] && b[1] <= subject.last;
      if (
        receives &&
        doer > k &&
        lowerAt(clauses, chunks[doer - 1]?.first ?? -1) === 'from' &&
        between(pair, k, doer, goods)
      )
        return { sign: 1, weight: 0.75 };
    }
    if (!inSubject || target <= k) continue;
    if (verb.passive) continue;
    if (crosses(pair, k, target)) continue;
    const lead = chunks[target - 1];
    const preposition = isMark(lead, 'I') ? lowerAt(clauses, lead.first) : '';
    const near = target - k;
    if (ordering.has(verb.lemma) && preposition === '' && near <= 2) {
      const act = chunks[target + 1];
      if (act?.kind === 'verb' && act.form === 'infinitive' && leaving.has(act.lemma))
        return { sign: -1, weight: 0.75 };
    }
    if (preposition === 'on' && verb.lemma === 'call' && near <= 3) {
      // "called on B to stop the raids"
      const act = chunks[target + 1];
      if (headed && act?.kind === 'verb' && act.form === 'infinitive' && leaving.has(act.lemma))
        return { sign: -1, weight: 0.7 };
    }
    if (preposition === '') {
      if (near > 2) continue;
      // "supplied B with jets", "seized a B tanker"
      if (hostile.has(verb.lemma)) return { sign: -1, weight: headed ? 0.75 : 0.7 };
      if (friendly.has(verb.lemma)) return { sign: 1, weight: 0.7 };
      const after = chunks[target + 1];
      const given = chunks[target + 2];
      if (
        isMark(after, 'I') &&
        lowerAt(clauses, after.first) === 'with' &&
        given?.kind === 'noun' &&
        goods.has(headLemma(clauses, given))
      )
        return { sign: 1, weight: 0.75 };
      if (up.has(verb.lemma) && !headed && goods.has(headLemma(clauses, group))) continue;
      continue;
    }
    if (preposition === 'in' && between(pair, k, target, missions)) {
      if (down.has(verb.lemma)) return { sign: -1, weight: 0.7 };
      if (up.has(verb.lemma)) return { sign: 1, weight: 0.7 };
    }
    if (preposition === 'of' && near === 3 && chunks[k + 1]?.kind === 'noun') {
      // "froze the assets of B"
      if (hostile.has(verb.lemma)) return { sign: -1, weight: 0.7 };
      if (friendly.has(verb.lemma)) return { sign: 1, weight: 0.7 };
    }
    if (/^(?:with|to|for|from|into|between)$/u.test(preposition)) {
      if (between(pair, k, target, bonds)) {
        if (down.has(verb.lemma) && verb.lemma !== 'ease') return { sign: -1, weight: 0.75 };
        if (up.has(verb.lemma)) return { sign: 1, weight: 0.75 };
      }
      if (preposition === 'to' && giving.has(verb.lemma) && near >= 3 && !between(pair, k, target, burdens))
        return { sign: 1, weight: 0.7 };
      if (/^(?:to|into)$/u.test(preposition) && /^(?:deny|refuse)$/u.test(verb.lemma)) return { sign: -1, weight: 0.7 };
      if (preposition === 'from' && /^(?:demand|seek|want)$/u.test(verb.lemma) && between(pair, k, target, redress))
        return { sign: -1, weight: 0.7 };
      if (/^(?:to|for|into)$/u.test(preposition) && between(pair, k, target, goods)) {
        if (down.has(verb.lemma)) return { sign: -1, weight: 0.75 };
        if (up.has(verb.lemma)) return { sign: 1, weight: 0.75 };
      }
      if (
        preposition === 'with' &&
        near <= 3 &&
        /^(?:vote|side|cooperate|ally|collaborate|agree|partner|reconcile|join|align|work|stand)$/u.test(verb.lemma)
      )
        return { sign: 1, weight: 0.75 };
      if (
        preposition === 'with' &&
        near <= 3 &&
        /^(?:clash|fight|disagree|break|spar|feud|quarrel|skirmish)$/u.test(verb.lemma)
      )
        return { sign: -1, weight: 0.75 };
      if (preposition === 'to' && near <= 3 && /^(?:protest|object|complain|apologise|apologize)$/u.test(verb.lemma))
        return { sign: /^apolog/u.test(verb.lemma) ? 1 : -1, weight: 0.75 };
    }
    if (
      /^(?:on|against|at|into|to|toward|towards|over|in|of|inside)$/u.test(preposition) &&
      between(pair, k, target, burdens)
    ) {
      if (/^(?:block|veto|oppose|reject|lift|resist)$/u.test(verb.lemma)) return { sign: 1, weight: 0.7 };
      if (lifting.has(verb.lemma) && preposition !== 'to') return { sign: 1, weight: 0.75 };
      if (up.has(verb.lemma) || hostile.has(verb.lemma)) return { sign: -1, weight: 0.75 };
    }
    if (
      /^(?:in|inside|into|at|on|over)$/u.test(preposition) &&
      /^(?:bomb|shell|strike|hit|attack|raid|invade|bombard|target|fire|kill)$/u.test(verb.lemma)
    )
      return { sign: -1, weight: 0.7 };
    if (preposition === 'against') return { sign: -1, weight: 0.55 };
  }
  return null;
}

/** Whether a subject is what two sides have with each other: "relations", "tensions". */
function relates(pair: Pair, first: number): boolean {
  const group = pair.clauses.chunks[pair.clauses.chunkOf[first - pair.clauses.first] ?? -1];
  return (
    group?.kind === 'noun' &&
    /^(?:relation|tie|relationship|tension|friendship|cooperation|trade|rift|row)$/u.test(
      headLemma(pair.clauses, group),
    )
  );
}

/** Whether one of these nouns heads a group between two chunks, or the one they end at. */
function between(pair: Pair, from: number, to: number, nouns: ReadonlySet<string>): boolean {
  for (let j = from + 1; j < to; j += 1) {
    const chunk = pair.clauses.chunks[j];
    if (chunk?.kind !== 'noun') continue;
    if (nouns.has(headLemma(pair.clauses, chunk))) return true;
    // "a protest note": what the note is for.
    if (nouns === burdens && pair.tokens[chunk.head - 1]?.lower === 'protest') return true;
  }
  return false;
}

/** Whether another clause begins between two chunks. */
function crosses(pair: Pair, from: number, to: number): boolean {
  const { chunks } = pair.clauses;
  for (let j = from + 1; j < to; j += 1) {
    const chunk = chunks[j];
    if (isMark(chunk, '|WS')) return true;
    if (chunk?.kind === 'verb') return true;
    if (isMark(chunk, ',') && j > from + 1) return true;
  }
  return to - from > 12;
}
