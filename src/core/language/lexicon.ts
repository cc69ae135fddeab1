/** Closed lists of English words that the rules for names, roles and phrases share. All in lower case. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

/** Forms of address that stand before a person's name; with the gender they tell. */
export const honorifics: ReadonlyMap<string, 'male' | 'female' | null> = new Map<string, 'male' | 'female' | null>([
  ...'mr mister sir lord father fr brother king prince duke baron monsieur herr señor senor don sheikh sheik mullah ayatollah imam emperor rabbi pope count shri sri'
    .split(' ')
    .map((word): [string, 'male'] => [word, 'male']),
  ...'mrs ms miss mme madame lady dame sister queen princess duchess baroness frau señora senora smt countess'
    .split(' ')
    .map((word): [string, 'female'] => [word, 'female']),
  ...'dr doctor prof professor rev reverend hon judge justice gen general col colonel lt lieutenant sgt sergeant capt captain cmdr commander maj major adm admiral cpl corporal pvt private sen senator rep representative gov governor pres president vice-president mayor chancellor minister premier secretary ambassador bishop archbishop cardinal pastor deacon officer detective inspector constable superintendent sheriff deputy chief councillor councilman councilwoman alderman delegate speaker marshal brigadier comrade coach supt insp det pc cllr ald sens reps drs messrs profs gens govs sec amb atty attorney'
    .split(' ')
    .map((word): [string, null] => [word, null]),
]);

/** Heads of phrases for one person by office, work or relation; a name beside one is a person's. */
export const roles = words(`
accountant activist actor actress administrator admiral adviser advisor advocate agent aide ally ambassador analyst anchor anchorman anchorwoman
anthropologist apprentice archaeologist archbishop architect archivist artist assistant assemblyman assemblywoman astronaut astronomer athlete attorney auditor aunt author
baker bank banker barber bartender batsman beekeeper biologist bishop blogger boss boy boyfriend brigadier broker brother builder bureaucrat butcher buyer
cabinet-maker campaigner candidate captain cardinal caretaker carpenter cashier ceo cfo coo cto chair chairman chairperson chairwoman champion chancellor chaplain chef chemist chief choreographer citizen
cleaner clergyman clerk climatologist coach co-author coauthor co-chair co-chairman co-director co-founder cofounder co-owner colleague collector colonel columnist comedian commander commentator commissioner composer comptroller conductor congressman congresswoman conservationist
constable consultant contractor controller convener coordinator co-ordinator coroner correspondent councillor councilman councilmember councilor councilwoman counsel counsellor counselor cousin coxswain craftsman creator critic curator cyclist
dad dancer dealer dean defender defendant delegate democrat dentist deputy designer detective developer diplomat director dissident doctor driver
economist editor educator elder electrician emperor employee employer engineer entrepreneur envoy epidemiologist executive expert eyewitness
fan farmer father fighter filmmaker film-maker financier firefighter fisherman footballer forecaster foreman forward founder friend
gardener general geologist geographer girl girlfriend goalkeeper governor governor-general graduate grandfather grandmother grandson granddaughter grocer guard guardian guest guide guitarist
hairdresser head headmaster headmistress headteacher historian host hotelier housewife hunter husband
imam immigrant industrialist informant insider inspector instructor intern inventor investigator investor
janitor jockey journalist judge juror justice
keeper king landlord landlady landowner lawmaker lawyer leader lecturer legislator librarian lieutenant linguist lobbyist local lord
magistrate major man manager marine marshal mathematician mayor mechanic mediator medic member merchant meteorologist microbiologist midfielder midwife migrant minister missionary mom moderator monk mother motorist mp mum musician
narrator naturalist negotiator neighbor neighbour nephew neurologist neuroscientist niece novelist nun nurse nutritionist
observer officer official ombudsman operator opponent organiser organizer owner
paediatrician painter paramedic parent parishioner parliamentarian participant partner passenger pastor patient patriarch pathologist pediatrician performer pharmacist philanthropist philosopher photographer physician physicist pianist pilot pitcher planner player playwright plaintiff plumber poet policeman policewoman politician poster postmaster potter preacher premier presenter president president-elect priest prince princess principal prisoner producer professor programmer promoter prosecutor prosecutor-general protester protestor provost psychiatrist psychologist publicist publisher
quarterback queen rabbi racer ranger reader realtor rebel receptionist recruiter rector referee reformer refugee registrar regulator relative reporter representative republican researcher resident retiree reverend rider rival runner
sailor salesman saleswoman scholar scientist scout screenwriter sculptor secretary secretary-general senator sergeant server sheriff shepherd shopkeeper shopper singer sister skipper socialist sociologist soldier solicitor solicitor-general son songwriter source speaker specialist spokesman spokesperson spokeswoman staffer star statistician steward strategist striker student superintendent supervisor supplier supporter surgeon surveyor survivor suspect swimmer
tailor taoiseach teacher teammate technician teenager tenant tenor therapist toxicologist trader trainer translator traveler traveller treasurer trustee tutor tycoon
umpire uncle under-secretary undersecretary user
vet veteran veterinarian vicar vice-chair vice-chairman vice-chancellor vice-president victim viewer villager violinist virologist visitor volunteer voter
waiter waitress warden wife winemaker winner witness woman worker workman writer
youngster youth zoologist quarterback runner-up skater skier sprinter goalie winger wrestler boxer golfer defenseman linebacker batsman bowler cricketer
catcher infielder outfielder shortstop reliever closer starter cornerback lineman receiver wideout fullback halfback centre-back left-back right-back backbencher frontbencher whip passer-by bystander onlooker caller commuter customer client fisher boatman ferryman lighthouse-keeper miller weaver bookseller cook brewer distiller publican landlord
ex-wife ex-husband widow widower daughter fiancé fiancée stepfather stepmother son-in-law father-in-law mother-in-law brother-in-law sister-in-law bride groom
conservative liberal independent progressive centrist tory progressive mp mep msp md dj vp gm
`);

/** Roles that tell a gender. */
export const genderedRoles: ReadonlyMap<string, 'male' | 'female'> = new Map<string, 'male' | 'female'>([
  ...'man boy father dad husband brother son uncle nephew grandfather grandson king prince lord gentleman guy actor businessman chairman spokesman policeman congressman councilman assemblyman alderman salesman fisherman craftsman workman clergyman headmaster landlord waiter priest monk widower fiancé boyfriend ex-husband stepfather batsman cameraman foreman anchorman ombudsman imam rabbi pope grandpa bishop'
    .split(' ')
    .map((word): [string, 'male'] => [word, 'male']),
  ...'woman girl mother mom mum wife sister daughter aunt niece grandmother granddaughter queen princess lady actress businesswoman chairwoman spokeswoman policewoman congresswoman councilwoman assemblywoman saleswoman headmistress landlady waitress nun widow fiancée girlfriend ex-wife stepmother housewife anchorwoman midwife grandma duchess bride'
    .split(' ')
    .map((word): [string, 'female'] => [word, 'female']),
]);

/** Heads of phrases for several people. */
export const groups = words(`
activists aides allies analysts authorities authors backers bankers beekeepers boys campaigners candidates children churches citizens clerics coaches colleagues commentators communities companies couples councillors critics customers
defenders delegates democrats detectives developers diplomats directors doctors economists editors eyewitnesses engineers environmentalists executives experts families fans farmers fighters firefighters fishermen folks forces forecasters founders friends
girls governments groups guests guards historians industry insiders inspectors investigators investors islanders journalists judges jurors justices kids laborers labourers lawmakers lawyers leaders legislators liberals lobbyists locals managers media members men merchants migrants ministers monitors mothers motorists musicians neighbors neighbours
nations negotiators nurses observers officers officials opponents organisers organizers others owners pairs parents participants parties partners passengers patients people physicians pilots players police policemen politicians producers professors prosecutors protesters protestors psychologists publishers
readers rebels regulators relatives reporters representatives republicans rescuers researchers residents responders rivals sailors scholars scientists senators shopkeepers shoppers soldiers sources specialists spokesmen spokespeople staff staffers states strategists students supporters survivors suspects syndicates
teachers technicians teams teenagers tenants the trackers traders tourists travellers unions users veterans victims villagers visitors volunteers voters witnesses women workers writers conservatives both many some most few several
`);

/** Words that make a capitalised name an organisation's, or head a phrase for one. */
export const organisations = words(`
academy administration agency airline airlines airport alliance archive army assembly association attorney-general authority bank bar board body brewery brigade broadcaster brotherhood bureau cabinet campaign cathedral center centre chain chamber channel charity church city clinic club co coalition collective college command commission committee community company confederation conference congress consortium constabulary co-op cooperative co-operative corp corporation corps council county court daily department directorate district division embassy enterprises exchange faculty family federation firm force forces forum foundation front fund gallery gazette government group guild herald holdings hospital house inc industries initiative inquiry inspectorate institute institution ira journal junta laboratory lab laboratories league legislature library limited llc llp lobby ltd magazine mail manufacturer maker media military ministry mission mosque movement militia museum nation navy network news newspaper observatory office operator organisation organization outlet panel paper parliament party partners partnership plc police politburo post presidency press prison producer programme project publisher radio railway railways record regime regulator retailer school secretariat senate service services society staff station studio studios supplier syndicate system systems tabloid team technologies telegraph television theatre theater think-tank times tribunal tribune trust union university utility watchdog website weekly zoo bugle beacon chronicle courier echo argus examiner inquirer sentinel dispatch mercury advertiser observer guardian independent tribune
`);

/** Heads of phrases for a text or a body of findings that "says" something. */
export const documents = words(`
account ad advert advertisement advice affidavit agenda agreement announcement article audit bill blog book brief briefing bulletin chapter charter circular code communique communiqué complaint constitution contract copy data decree diary dispatch document documents draft e-mail email emails entry essay estimates evidence excerpt figures filing finding findings flyer guidance guidelines indictment inscription instruction invitation journal judgement judgment label law lawsuit leaflet letter letters list log magazine manifesto manual memo memoir memorandum memorial message messages minutes motion note notes notice order pamphlet paper passage petition placard plan plaque poll pollster post posts poster press prospectus query questionnaire reading record records regulations release report reports resolution result results review rule rules ruling script sign signs site slogan speech statement statements statistics story studies study submission suit summary summons survey surveys testimony text texts ticket transcript transcripts treaty tweet tweets update verdict warrant website will writ writing
`);

export const pronouns: ReadonlyMap<string, 'male' | 'female' | 'plural' | 'thing' | 'self' | 'we'> = new Map<
  string,
  'male' | 'female' | 'plural' | 'thing' | 'self' | 'we'
>([
  ['he', 'male'],
  ['she', 'female'],
  ['they', 'plural'],
  ['it', 'thing'],
  ['i', 'self'],
  ['we', 'we'],
  ['his', 'male'],
  ['her', 'female'],
  ['their', 'plural'],
  ['its', 'thing'],
  ['s/he', 'male'],
]);

/** Adjectives and nouns of nations before a name; a hint, not a gazetteer. */
export const demonyms = words(`
afghan african albanian algerian american angolan arab argentine argentinian armenian asian australian austrian azerbaijani bahraini bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian canadian caribbean catalan chechen chilean chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorean egyptian emirati english eritrean estonian ethiopian european fijian filipino finnish french georgian german ghanaian greek guatemalan haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jewish jordanian kazakh kenyan korean kosovar kurdish kuwaiti latin latvian lebanese liberian libyan lithuanian macedonian malawian malaysian maltese mexican moldovan mongolian moroccan muslim nepalese nicaraguan nigerian norwegian omani pakistani palestinian panamanian peruvian polish portuguese qatari romanian russian rwandan saudi scottish senegalese serbian singaporean slovak slovenian somali soviet spanish sudanese swedish swiss syrian taiwanese tanzanian thai tibetan tunisian turkish ugandan ukrainian uruguayan us u.s. u.s uk u.k. uzbek venezuelan vietnamese welsh western yemeni zambian zimbabwean eu u.n. un
`);

export const temporal = words(`
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
today yesterday tomorrow tonight morning afternoon evening night noon midnight week weekend month year decade day days hour hours minute minutes moment later earlier ago now then recently
`);

/** Capitalised at the head of a sentence, these start no name. */
export const sentenceStarters = words(`
a about above according across after again against ago all almost alone along already also although always among an and another any anyone anything are around as asked at away back be because been before behind being below beside besides between beyond both but by can certainly clearly could despite did do does down due during each earlier either else elsewhere even ever every everyone everything except far few finally first following for former formerly from further get given had half has have having he hence her here hers him his how however i if in indeed inside instead into is it its itself just last late later latest least less let like likewise long made many maybe me meanwhile might mine more moreover most much must my near nearly neither never nevertheless next no nobody none nonetheless nor not nothing now nowhere of off often on once one only onto or other others otherwise our ours out outside over overall own part perhaps please previously quite rather really recently same second see seemingly several shall she should similarly since so some somebody someone something sometimes somewhat soon speaking still such surely than that the their theirs them then there thereafter therefore these they third this those though three through throughout thus to today together tomorrow too toward towards two under unless unlike until up upon us usually very via was we well were what whatever when whenever where whereas wherever whether which while who whoever whole whom whose why will with within without would yes yesterday yet you your yours asked told said writing speaking addressing four five six seven eight nine ten dozens hundreds thousands most new old young under today's
`);

/** Whether a word is the short form of one, whose full stop does not end a sentence. */
export const abbreviations = words(`
mr mrs ms dr prof rev hon gen col lt sgt capt cmdr maj adm cpl pvt sen sens rep reps gov govs pres st sr jr messrs mt ft no vs v etc inc ltd co corp dept univ ave blvd rd assn bros jan feb mar apr jun jul aug sept sep oct nov dec calif fla mass pa ill ga ariz wash wis minn mich conn colo tenn va md ky la ala okla ore kan neb nev del vt supt insp det e.g i.e cf al approx est fig vol pp ed eds op cit
`);

/** Names of states and the like, that speak for themselves ("Iran said"); a hint for what kind of name it is, not a gazetteer. */
export const places = words(`
afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia bosnia botswana brazil britain bulgaria burma cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia europe fiji finland france georgia germany ghana greece guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg macedonia malawi malaysia mali malta mexico moldova mongolia morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe
moscow washington beijing tehran london paris berlin brussels kyiv kiev jerusalem ankara tokyo seoul pyongyang delhi islamabad kabul baghdad damascus cairo riyadh caracas havana
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming
africa asia america antarctica chicago boston atlanta houston dallas miami detroit seattle denver manhattan brooklyn hollywood toronto sydney melbourne
`);
