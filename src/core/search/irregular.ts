// Irregular English forms, each line a base form and the forms that the stemmer does not lead back to it.
const forms = `
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lead led
learn learnt
lend lent
light lit
lose lost
make made
mean meant
meet met
overthrow overthrew overthrown
pay paid
prove proven
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken
speed sped
spend spent
spill spilt
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undergo underwent undergone
understand understood
undertake undertook undertaken
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
withdraw withdrew withdrawn
withstand withstood
write wrote written
child children
foot feet
goose geese
man men
mouse mice
tooth teeth
woman women
wife wives
knife knives
wolf wolves
thief thieves
shelf shelves
crisis crises
analysis analyses
thesis theses
phenomenon phenomena
criterion criteria
big bigger biggest
good better best
bad worse worst
large larger largest
old older oldest
early earlier earliest
late later latest
high higher highest
great greater greatest
long longer longest
small smaller smallest
young younger youngest
`;

// Words that say the same as another part of speech, or the same in other words, so that one finds the other for less.
const related = `
begin start commence launch
end finish conclude cease
die death dead deceased
kill slay murder assassinate
birth born
marry marriage wed wife husband spouse
win victory winner
lose loss defeat
choose choice select pick
elect vote ballot
sell sale
buy purchase acquire acquisition
grow growth increase rise
fall decrease decline drop reduce reduction
destroy destruct demolish
describe descript
receive reception get
solve solution
succeed success successor
invade invas
decide decis
expand expans
defend defens defence
explode explos blast
conclude conclus
include inclus comprise contain
divide divis split
believe belief
prove proof evidence
think thought opinion
speak speech
fly flight
advise advice
lead leader head chief
found establish create founder
build construct erect
make produce manufacture
name call known term title
locate situate place location
live reside inhabit dwell
population inhabitant people resident
movie film
big large huge
small little tiny
cost price worth expense
money fund
pay spend
job employ occupation
company firm corporation
war conflict
battle fight combat
soldier troop army
attack assault raid
weapon arm
country nation state
town city
car vehicle automobile
ship vessel boat
doctor physician
illness disease sick
teach taught educate teacher
student pupil
school college
area region territory
house home
help aid assist
allow permit let
forbid ban prohibit
stop halt prevent
keep retain maintain
show display
use utilize employ
type kind sort form
part portion section
quick fast rapid speed
old age ancient
whole entire
main chief primary major
near close
important significant
different vary variety
common frequent usual
need require necessary
want wish desire
join enter
leave depart exit
return back
move relocate transfer
travel journey trip
send dispatch
get obtain gain
give grant award donate
say tell state claim declare announce
ask request
answer reply respond
agree agreement accord deal treaty
oppose against object
support back favour favor endorse
refuse reject deny
cause lead result
reason why
percent percentage per cent
yearly annual
year decade
child kid
mother father parent
earn income salary wage
author write writer
king monarch ruler queen
law legislation act
rule govern reign
court judge
prison jail
thief steal rob theft
lawyer attorney
minister secretary
parliament legislature
border frontier
bomb explosive
hurt injure wound
storm hurricane
sea ocean
street road
plane aircraft
sign inscribe
team club
game match
score point
talk negotiate discuss
meet gather summit
`;

const bases = new Map<string, string>();
for (const line of forms.trim().split('\n')) {
  const [base, ...others] = line.split(' ');
  for (const other of others) if (base !== undefined) bases.set(other, base);
}

/** The base form of an irregular verb, noun or adjective ("began" is "begin"); any other word itself. */
export function baseOf(key: string): string {
  return bases.get(key) ?? key;
}

const relations = new Map<string, Set<string>>();
for (const line of related.trim().split('\n')) {
  const words = line.split(' ');
  for (const word of words) relations.set(word, new Set([...(relations.get(word) ?? []), ...words]));
}

/** Words that may stand where another is asked for, by that word; both in base form. */
export const relatedWords: ReadonlyMap<string, ReadonlySet<string>> = relations;

const listed = new Set([...bases.keys(), ...bases.values(), ...relations.keys()]);

/** Whether a folded word, or a base form, is one of the common English words listed here. */
export function isListedWord(key: string): boolean {
  return listed.has(key);
}
