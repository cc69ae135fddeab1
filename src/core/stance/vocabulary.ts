/** Closed classes of words that the clause rules ask about. All in lower case, in the dictionary form unless said. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Heads of phrases that tell a time (as printed). */
export const timeWords = words(`
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
  sundays january february march april may june july august september october november december today yesterday
  tomorrow tonight morning afternoon evening night noon midnight day days week weeks weekend month months year years
  hour hours minute minutes decade decades century centuries spring summer autumn winter moment time times period
  jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. overnight
`);

/** Where words are spoken or printed, and how: "in a televised address", "by a wide margin". */
export const occasions = words(`
  address speech statement interview letter tweet post video message briefing conference press television broadcast
  remark comment communique communiqué note editorial column article op-ed email e-mail call phone telephone vote
  margin rally debate meeting summit session gathering ceremony visit appearance podcast radio tv twitter facebook
  book testimony hearing report release terms way move bid attempt effort response reply reaction sign show gesture
  protest exchange retaliation part case court fact addition view opinion absentia person public private newspaper
`);

/** Things with words in them, which stand for whoever issues them: "issued a statement condemning". */
export const documents = words(`
  statement resolution letter bill law report tweet petition speech communique communiqué motion declaration message
  article editorial memo document amendment measure ad post note order decree ruling legislation
`);

/** "urged Y to stop": what follows is done by the object. */
export const personControl = words(`
  urge ask tell order call press want force allow expect warn invite encourage demand help advise persuade convince
  push appeal implore beg pressure permit enable require cause get challenge forbid lead compel need would like caution
  exhort
`);

/** Verbs of saying and thinking: what follows is another clause. */
export const reporting = words(`
  say tell add state claim declare announce note insist argue maintain believe think stress warn write report explain
  suggest confirm acknowledge admit assert contend reiterate emphasise emphasize underline underscore reaffirm affirm
  deny hope feel remark observe concede tweet reply respond complain agree hold know hear see fear vow pledge promise
  charge allege conclude indicate reveal recall repeat estimate predict mention point consider know understand mean
  show find demand
`);

/** Saying and thinking that vouches for what follows. */
export const vouching = words(`
  say tell add state claim declare announce note insist argue maintain believe think stress write report explain
  suggest confirm acknowledge admit assert contend reiterate emphasise emphasize underline underscore reaffirm affirm
  feel remark observe concede tweet reply respond complain agree hold charge allege conclude indicate reveal recall
  repeat point warn consider
`);

/** Verbs that take back or leave open what follows. */
export const withholding = words(`
  deny doubt wonder ask question expect predict guess speculate imagine pretend forget decline
  wish hesitate debate discuss whether consider mull weigh
`);

/** Verb + infinitive or gerund: the act is done or meant. */
export const meaning = words(`
  vow pledge promise continue want plan seek agree decide try intend begin start keep help move rush choose aim
  prepare proceed dare love like prefer need have be go remain use appear ready stand manage get come determine resolve
  swear offer join threaten attempt hasten act
`);

/** The act is refused. */
export const refusing = words('refuse decline');

/** The act did not happen, and nothing shows whether it was wanted. */
export const missing = words('fail hesitate forget stop cease avoid struggle');

/** Ending an act: "stop supporting"; in a call, what ends is opposed: "halt the construction". */
export const ending = words(`
  stop halt end cease quit abandon drop scrap cancel suspend lift repeal revoke reverse renounce dismantle abolish
  discontinue freeze refrain desist avoid curb terminate
`);

/** Light verbs that carry a stance noun: "voiced support for". */
export const carrying = words(`
  express voice reaffirm reiterate repeat declare announce pledge offer have show give take raise renew underline stress
  affirm state convey reassert confirm maintain share register signal make launch mount lead begin start step continue
  keep be feel hold promise emphasise emphasize underscore join lend wage adopt restate display air vow
  provide send intensify increase pay do
`);

/** Ending verbs before a stance noun: "withdrew its support for". */
export const dropping = words(
  'withdraw drop end lose abandon rescind pull retract lack deny refuse halt suspend stop remove reduce cut',
);

/** Titles and offices that let a name stand for whom it speaks. */
export const offices = words(`
  president minister premier chancellor secretary spokesman spokeswoman spokesperson ambassador envoy official government
  ministry department leader king queen prince emir sheikh parliament cabinet regime administration authorities authority
  diplomat general commander army military forces troops navy jets police court prosecutors lawmakers senate congress
  embassy delegation chief head director kremlin foreign representative state nation country republic officials
`);

/** Acts of harm as nouns: in "the invasion of Belcor", Belcor is the victim. */
export const harms = words(`
  attack invasion bombing shelling killing murder occupation annexation siege blockade raid strike airstrike assault
  aggression massacre arrest detention persecution torture execution intervention interference meddling sanction
  embargo violation threat war offensive crackdown destruction seizure kidnapping abduction abuse genocide
  assassination incursion expulsion oppression boycott criticism condemnation hostility provocation discrimination
  repression partition division collapse poisoning imprisonment isolation overthrow coup
`);

/** Verbs that call something good or bad: "views the treaty as a mistake". */
export const judging = words(`
  call brand label describe consider regard deem view see find declare term dub denounce slam dismiss praise hail
  characterise characterize portray
`);

/** Verbs of will: with what ends something, they oppose it ("vowed to stop the sale"). */
export const willing = words('vow pledge promise want plan seek intend try determine resolve swear aim threaten fight');

/** Verbs that give weight to a need: "stressed the need for T". */
export const stressing = words(`
  stress underline underscore emphasise emphasize highlight reiterate reaffirm affirm repeat note voice express state
  insist agree acknowledge recognise recognize assert
`);

/** Subjects that deny: "few support the war", "no one backs it". */
export const nobodies = words('few nobody none neither nothing no no-one hardly');

/** Nouns for those who can hold a stance, besides names and offices. */
export const holders = words(`
  party opposition union group movement alliance coalition bloc committee council court judge board company firm bank
  federation association league organisation organization agency body club team church charity campaigner activist
  critic opponent supporter protester protestor demonstrator resident citizen voter worker farmer student teacher nurse
  doctor villager fisherman rebel militant insurgent militia guerrilla faction wing side neighbour neighbor ally member
  people public population majority minority lawmaker legislator deputy senator congressman congresswoman mayor governor
  bishop cleric priest expert analyst economist scientist lawyer attorney relative family widow mother father
  businessman businesswoman investor shareholder employer employee journalist reporter writer artist poet paper press
  newspaper media front brotherhood society chamber commission institute university regulator watchdog monitor rapporteur
  panel jury tribunal veteran pensioner parent driver miner trader merchant shopkeeper community tribe clan exile
  refugee migrant man woman girl boy leader he she they we envoy mediator negotiator observer airline navy crew
  administration executive politician statesman monarch royal royalty soldier officer guard sailor captain jet drone gunboat
  camp hundred thousand dozen dean rector coach owner founder editor boss host candidate nominee agent aide maker advocate backer campaigner
  nation city town village contender rival foe scholar academic author actor actress singer musician
  star blogger commentator columnist publisher pastor imam rabbi pope historian prosecutor detective firefighter
  inspector fan viewer shopper customer consumer passenger patient survivor victim inmate prisoner detainee
`);
