import type { QuoteQuery } from '../core/archive.ts';
import type { Resolution } from '../core/quotation/statement.ts';
import type { Polarity } from '../core/stance/stance.ts';
import type { Remark } from '../core/verify/remark.ts';
import type { Progress, Question, Reach } from './entries.ts';
import { capitalise, numeralsOf } from './numerals.ts';
import type { Wording } from './wording.ts';

const { number, decimal, form, count, some } = numeralsOf('de');
const quoted = (words: string): string => `„${words}“`;

const collection = 'Nur Artikel dieser Sammlung';
const about = 'Worüber: ein Staat, eine Organisation, eine Person, ein Thema';
const actor = 'Wer: ein Staat, eine Organisation, eine Person';
const aside = 'Die Antwort nur dir zeigen';

const kinds = {
  direct: 'wörtlich',
  mixed: 'teils wörtlich',
  indirect: 'sinngemäß',
  own: 'eigene Worte des Mediums',
};

const quantities = {
  articles: (value: number) => count(value, { one: 'Artikel', other: 'Artikel' }),
  statements: (value: number) => count(value, { one: 'Aussage', other: 'Aussagen' }),
  positions: (value: number) => count(value, { one: 'Position', other: 'Positionen' }),
  problems: (value: number) => count(value, { one: 'Problem', other: 'Probleme' }),
  files: (value: number) => count(value, { one: 'Datei', other: 'Dateien' }),
};

const side = (polarity: Polarity): string => (polarity === 'supports' ? 'für' : 'gegen');
const holds = (polarity: Polarity, isProbable: boolean): string =>
  `ist ${isProbable ? 'wahrscheinlich ' : ''}${side(polarity)}`;

const sought = ({ text, speaker, outlet, collection: group, from, to, kind }: QuoteQuery): string =>
  [
    text === undefined ? '' : ` mit ${quoted(text)}`,
    speaker === undefined ? '' : ` von ${speaker}`,
    outlet === undefined ? '' : ` in ${outlet}`,
    group === undefined ? '' : ` aus der Sammlung ${group}`,
    from === undefined ? '' : ` seit ${from}`,
    to === undefined ? '' : ` bis ${to}`,
    kind === undefined ? '' : `, ${kind === 'own' ? 'in eigenen Worten der Medien' : kinds[kind]}`,
  ].join('');

export const de: Wording = {
  locale: 'de',

  commands: {
    stance: {
      description: 'Wofür und wogegen ein Staat, eine Organisation oder Person ist, in den gedruckten Worten',
      options: { actor, about, collection, private: aside },
      choices: {},
    },
    quote: {
      description: 'Finden, was gesagt wurde, Wort für Wort',
      options: {
        text: 'Gesuchte Wörter; "in Anführungszeichen" genau so, -wort schließt aus',
        speaker: 'Nur was diese Person, dieser Staat oder diese Organisation gesagt hat',
        outlet: 'Nur was dieses Medium gedruckt hat',
        from: 'Nur seit diesem Tag, wie 2026-01-31',
        to: 'Nur bis zu diesem Tag, wie 2026-12-31',
        kind: 'Wie es gesagt wurde; eigene Worte der Medien nur, wenn danach gefragt ist',
        collection,
        card: 'Auch das erste Zitat als Bild zeigen',
        private: aside,
      },
      choices: { kind: kinds },
    },
    ask: {
      description: 'Eine Frage stellen; die Antwort ist, was die Artikel drucken',
      options: { question: 'Deine Frage, auf Englisch', collection, private: aside },
      choices: {},
    },
    verify: {
      description: 'Prüfen, ob ein Zitat Wort für Wort in den Artikeln steht',
      options: { quotation: 'Die Worte, die geprüft werden', speaker: 'Wer sie gesagt haben soll', private: aside },
      choices: {},
    },
    compare: {
      description: 'Zwei Staaten, Organisationen oder Personen zu einem Thema nebeneinander',
      options: { first: actor, second: 'Und wer noch', about, private: aside },
      choices: {},
    },
    timeline: {
      description: 'Wofür und wogegen ein Staat, eine Organisation oder Person war, nach Datum',
      options: { actor, about, private: aside },
      choices: {},
    },
    article: {
      description: 'Ein Artikel: woher er ist, wie er beginnt, wer darin spricht',
      options: { article: 'Sein Titel oder seine Kennung', private: aside },
      choices: {},
    },
    sources: {
      description: 'Welche Medien und Sammlungen vorliegen, und was nicht gelesen werden konnte',
      options: { private: aside },
      choices: {},
    },
    help: {
      description: 'Was der Bot kann, mit Beispielen zum Ausprobieren',
      options: { command: 'Ein Befehl', private: aside },
      choices: {},
    },
    status: { description: 'Wie es dem Bot geht, und woraus er antwortet', options: {}, choices: {} },
    reload: { description: 'Die Artikel neu lesen (Moderatoren)', options: { private: aside }, choices: {} },
  },

  quantities,
  number,

  common: {
    nothing: 'Dazu liegt nichts vor.',
    empty: 'Es gibt nichts zu zeigen.',
    nobodyCalled: (name: string) => `Niemand, der vorkommt, heißt ${quoted(name)}.`,
    noOutlet: (name: string) => `Kein vorliegender Artikel ist von ${quoted(name)}.`,
    noCollection: (name: string) => `Es gibt keine Sammlung ${quoted(name)}.`,
    noPosition: (holder: string, subject: string) =>
      `Nichts liegt vor: Kein Artikel zeigt, wofür oder wogegen ${holder} bei ${subject} ist.`,
    partial:
      'Es ist mehr bekannt, als hier betrachtet wird: die nächstliegenden Positionen und ihre neuesten Aussagen. Ein engeres Thema zeigt den Rest.',
    correctedAll: (words: string) =>
      `Kein Artikel enthält alle diese Wörter; gezeigt wird, was sich für ${quoted(words)} findet.`,
    corrected: (words: string) =>
      `Kein Artikel enthält diese Wörter; gezeigt wird, was sich für ${quoted(words)} findet.`,
    by: (author: string) => `von ${author}`,
    of: (group: string) => `in ${group}`,
    colon: ':',
    labelled: (label: string, text: string) => `${label}: ${text}`,
  },

  quotation: {
    manners: kinds,
    probably: 'wahrscheinlich',
    unclear: 'im Artikel ist nicht klar, wer spricht',
    unnamed: 'jemand ohne Namen',
    theArticle: 'Der Artikel',
    headline: 'Überschrift',
    paragraph: (place: number) => `Absatz ${number(place)}`,
    also: (outlets: readonly string[]) => `auch in ${outlets.join(', ')}`,
    asReported: 'sinngemäß wiedergegeben',
    resolution: (resolution: Resolution): string => {
      switch (resolution.by) {
        case 'later name':
          return `später im Artikel ${resolution.name} genannt`;
        case 'pronoun':
          return `${quoted(resolution.mention)} ist ${resolution.name}, nach den Sätzen davor`;
        case 'description':
          return `${quoted(resolution.mention)} ist ${resolution.name}`;
        case 'what follows':
          return 'im Folgenden genannt';
        case 'what goes before':
          return 'setzt fort, was davor gesagt wird';
      }
    },
  },
  card: {
    first: 'Die Karte zeigt das erste davon.',
    elsewhere: 'Bildkarten werden in Discord gezeigt.',
    refusals: {
      'too long': 'Keine Karte: Der Wortlaut ist zu lang, um ganz auf ein Bild zu passen.',
      characters: 'Keine Karte: Keine Schrift der Karte hat alle Zeichen, die darauf stehen würden.',
    },
  },

  position: {
    sides: { supports: 'Dafür', opposes: 'Dagegen' },
    somethingElse: 'bei anderem, in einem Artikel darüber',
    holds,
    claim: (holder: string, polarity: Polarity, isProbable: boolean) => `${holder} ${holds(polarity, isProbable)}:`,
    more: (value: number) => `und ${count(value, { one: 'weitere Aussage', other: 'weitere Aussagen' })}`,
    changed: 'anders als zuvor',
    noDate: 'ohne Datum',
  },

  quote: {
    heading: (query: QuoteQuery) => `Zitate${sought(query)}`,
    nothing: (query: QuoteQuery) => `Nichts liegt vor: keine Zitate${sought(query)}.`,
    partial: 'Keine Aussage enthält alle diese Wörter; diese enthalten die meisten davon.',
    noDay: (day: string, name: string) =>
      `${quoted(day)} ist kein Tag: Gib ${name} als Jahr, Monat und Tag an, wie 2026-01-31.`,
    noSpan: (from: string, to: string) =>
      `Zwischen ${from} und ${to} liegt nichts: „from“ darf nicht nach „to“ liegen.`,
  },

  ask: {
    nothing: 'Nichts in den Artikeln beantwortet das.',
    unanswerable:
      'Ich habe keine Meinung: Ich zeige nur, was Artikel drucken. Frag, was jemand dazu gesagt hat oder wen jemand unterstützt.',
    nearest: 'Das Nächste in den Artikeln, keine Antwort',
    read: ({ reading, who, about: subject }: Question): string => {
      const on = subject === undefined ? '' : ` über ${quoted(subject)}`;
      if (reading === 'quotations')
        return who === undefined
          ? `Verstanden als: Wer hat etwas${on} gesagt?`
          : `Verstanden als: Was hat ${who}${on} gesagt?`;
      if (reading === 'positions') {
        const of = subject === undefined ? '' : ` bei ${quoted(subject)}`;
        return who === undefined
          ? `Verstanden als: Wer ist wofür oder wogegen${of}?`
          : `Verstanden als: Wofür oder wogegen ist ${who}${of}?`;
      }
      return 'Verstanden als Frage nach Textstellen.';
    },
  },

  stance: {
    heading: (holder: string, subject: string) => `${holder} über ${subject}`,
    summary: (supports: number, opposes: number): string => {
      const all = supports + opposes;
      if (all === 0) return 'Keine klare Position';
      const counts = `${number(supports)}-mal dafür, ${number(opposes)}-mal dagegen`;
      if (supports * 3 >= all * 2) return `${opposes === 0 ? 'Dafür' : 'Überwiegend dafür'}: ${counts}`;
      if (opposes * 3 >= all * 2) return `${supports === 0 ? 'Dagegen' : 'Überwiegend dagegen'}: ${counts}`;
      return `Gemischt: ${counts}`;
    },
  },

  compare: {
    heading: (first: string, second: string, subject: string) => `${first} und ${second} über ${subject}`,
    nothing: (first: string, second: string, subject: string) =>
      `Nichts liegt vor: Kein Artikel zeigt, was ${first} oder ${second} von ${subject} hält.`,
    summary: (agree: number, differ: number) =>
      agree === 0 && differ === 0
        ? 'Keine Position des einen betrifft dasselbe wie eine des anderen'
        : `${number(agree)}-mal einig, ${number(differ)}-mal uneinig`,
    agree: 'Einig',
    differ: 'Uneinig',
    onlyBy: (holder: string) => `Nur ${holder}`,
    same: (holder: string) => `Beide sind ${holder}: Nenne zwei verschiedene.`,
  },

  timeline: {
    heading: (holder: string, subject: string) => `${holder} über ${subject} im Lauf der Zeit`,
    undated: (value: number, all: number) =>
      form(value, {
        one: `${number(value)} von ${number(all)} steht in einem Artikel ohne Datum, am Ende der Liste.`,
        other: `${number(value)} von ${number(all)} stehen in Artikeln ohne Datum, am Ende der Liste.`,
      }),
    newest: (value: number, all: number) => `Die neuesten ${number(value)} von ${number(all)}`,
    turned: (words: string) => `${words} (geändert)`,
    event: (date: string, polarity: Polarity, target: string) => `${date}: ${side(polarity)} ${target}`,
    span: (heading: string, value: number, from: string, to: string) =>
      `${heading}: ${quantities.positions(value)} von ${from} bis ${to}.`,
  },

  verify: {
    headings: {
      verbatim: 'Diese Worte stehen so in einem Artikel',
      abridged: 'Diese Worte stehen in einem Artikel, mit Auslassungen',
      altered: 'Ein Artikel druckt andere Worte',
      misattributed: 'Diese Worte stehen in einem Artikel, aber jemand anderes hat sie gesagt',
      reported: 'Diese Worte stehen in einem Artikel, aber nicht als gedruckte Worte von jemandem',
      'not found': 'Kein Artikel druckt diese Worte',
    },
    words: {
      verbatim: 'Wörtlich',
      abridged: 'Gekürzt',
      altered: 'Verändert',
      misattributed: 'Falsch zugeschrieben',
      reported: 'Sinngemäß',
      'not found': 'Nicht gefunden',
    },
    meanings: {
      verbatim: 'die Worte sind gedruckt wie zitiert',
      abridged: 'die Worte sind gedruckt, dazwischen ist etwas ausgelassen',
      altered: 'die gedruckten Worte sind andere',
      misattributed: 'die Worte sind gedruckt, aber als die von jemand anderem',
      reported: 'der Artikel sagt es in eigenen Worten; es sind nicht die gedruckten Worte des Sprechers',
      'not found': 'kein vorliegender Artikel druckt das',
    },
    nothing: 'Kein vorliegender Artikel druckt diese Worte oder ähnliche als Zitat.',
    claim: 'Wie zitiert',
    print: 'Wie gedruckt',
    nearestPrint: 'Das Nächste, das gedruckt ist',
    sentence: 'Der ganze Satz',
    change: 'Wie zitiert → wie gedruckt',
    onlyClaim: 'nur zitiert',
    onlyPrint: 'nur gedruckt',
    remark: (remark: Remark): string => {
      switch (remark.kind) {
        case 'only the beginning':
          return 'Nur der Anfang des Zitats wurde verglichen.';
        case 'no words':
          return 'Es gibt keine Wörter zu vergleichen.';
        case 'another speaker':
          return `Der Artikel schreibt die Worte jemand anderem zu${remark.words === '' ? '' : `: ${remark.words}`}.`;
        case 'unclear speaker':
          return 'Der Artikel macht nicht klar, wer es sagt.';
        case 'probable speaker':
          return `Der Artikel macht nicht sicher, wer es sagt; wahrscheinlich ist es ${remark.words}.`;
        case 'omitted negation':
          return `In dem, was ausgelassen ist, steht ${quoted(remark.words)}.`;
        case 'omitted number':
          return `In dem, was ausgelassen ist, steht eine Zahl: ${remark.words}.`;
        case 'omitted speaker':
          return 'Was ausgelassen ist, enthält Worte eines anderen Sprechers.';
        case 'tag between':
          return 'Dazwischen steht, wer spricht.';
        case 'begins earlier':
          return 'Der gedruckte Satz beginnt früher.';
        case 'goes on':
          return 'Der gedruckte Satz geht weiter.';
        case 'negation outside':
          return `${quoted(remark.words)} steht gleich außerhalb des Zitats.`;
        case 'these unmarked':
          return 'Der Artikel druckt diese Worte ohne Anführungszeichen.';
        case 'these partly marked':
          return 'Der Artikel druckt nur einen Teil dieser Worte in Anführungszeichen.';
        case 'nearest unmarked':
          return 'Der Artikel druckt die nächsten Worte ohne Anführungszeichen.';
        case 'nearest partly marked':
          return 'Der Artikel druckt nur einen Teil der nächsten Worte in Anführungszeichen.';
        case 'negation differs':
          return 'Eine Verneinung ist anders.';
        case 'negation elsewhere':
          return 'Eine Verneinung steht anderswo oder ist ein anderes Wort.';
        case 'number differs':
          return 'Eine Zahl ist anders.';
        case 'name differs':
          return 'Ein Name ist anders.';
      }
    },
  },

  check: {
    heading: (value: number) => `${count(value, { one: 'Zitat', other: 'Zitate' })} geprüft`,
    nothing: 'In dieser Nachricht ist kein Zitat: keine Wörter zwischen Anführungszeichen und keine Zeile hinter „>“.',
    left: (value: number, most: number) =>
      `Die Nachricht enthält ${number(value)} weitere; nur die ersten ${number(most)} wurden geprüft.`,
  },

  article: {
    nothing: (typed: string) => `Kein vorliegender Artikel hat die Kennung oder den Titel ${quoted(typed)}.`,
    noOutlet: 'Medium nicht bekannt',
    noDate: 'Datum nicht bekannt',
    id: (id: string) => `Kennung ${id}`,
    begins: 'So beginnt er',
    speakers: (statements: number) => `Wer spricht (${quantities.statements(statements)})`,
    nobody: 'Niemand Bestimmtes',
    speaker: (name: string, statements: number) => `${name}: ${number(statements)}`,
    copies: 'Weitgehend dasselbe drucken',
  },

  sources: {
    heading: 'Quellen',
    size: (articles: number, withoutOutlet: number, withoutDate: number) =>
      `${[
        quantities.articles(articles),
        ...some([
          [withoutOutlet, 'ohne Medium'],
          [withoutDate, 'ohne Datum'],
        ]),
      ].join(', ')}.`,
    outlets: 'Medien',
    collections: 'Sammlungen',
    lastReading: 'Beim letzten Lesen',
    allRead: 'Alles konnte gelesen werden.',
    hidden: (problems: number) => `${quantities.problems(problems)}; Moderatoren sehen die Gründe.`,
    source: (name: string, articles: number, oldest: string | null, newest: string | null) => {
      const dates = oldest === null ? '' : oldest === newest ? `, ${oldest}` : `, ${oldest} bis ${newest}`;
      return `${name}: ${quantities.articles(articles)}${dates}`;
    },
  },

  help: {
    heading: 'On Record: wer was über wen gesagt hat',
    missing: 'Hilfe',
    nothing: (name: string) => `Es gibt keinen Befehl ${quoted(name)}.`,
    size: (articles: number) =>
      `Ich antworte aus ${articles === 1 ? 'einem Artikel' : `${number(articles)} Artikeln`}, in den Worten, wie sie gedruckt sind, mit Sprecher und Quelle.`,
    silence: 'Wenn niemand etwas dazu gesagt hat, sage ich das.',
    tries: 'Zum Ausprobieren',
    commands: 'Befehle',
    usage: (usage: string) => `So geht es: ${usage}`,
    options: 'Optionen',
    option: (name: string, description: string, isRequired: boolean) =>
      `${name}${isRequired ? '' : ' (optional)'}: ${description}`,
  },

  status: {
    heading: 'Zustand',
    archive: 'Archiv',
    size: (articles: number, statements: number) =>
      `${quantities.articles(articles)}, ${quantities.statements(statements)}`,
    version: (version: string) => `Version ${version}`,
    readAt: (time: string) => `Zuletzt gelesen: ${time} UTC`,
    program: 'Programm',
    uptime: (days: number, hours: number, minutes: number) => {
      const parts = [
        days === 0 ? '' : count(days, { one: 'Tag', other: 'Tagen' }),
        hours === 0 ? '' : count(hours, { one: 'Stunde', other: 'Stunden' }),
        minutes === 0 ? '' : count(minutes, { one: 'Minute', other: 'Minuten' }),
      ].filter((part) => part !== '');
      return `Läuft seit ${parts.length === 0 ? 'weniger als einer Minute' : parts.join(' ')}`;
    },
    memory: (megabytes: number) => `Speicher: ${number(megabytes)} MB`,
    latency: (milliseconds: number) => `Discord antwortet in ${number(milliseconds)} ms`,
  },

  reload: {
    refused:
      'Nur Moderatoren dürfen neu lesen: Mitglieder mit „Server verwalten“ auf einem Server, den der Betreiber des Bots in MODERATOR_GUILDS genannt hat, oder Nutzer aus MODERATORS.',
    refusedManager: (server: string) =>
      `Nur Moderatoren dürfen neu lesen. Damit es darf, wer diesen Server verwaltet, muss der Betreiber des Bots dessen Kennung, ${server}, in die Variable MODERATOR_GUILDS eintragen.`,
    reloading: 'Die Artikel werden neu gelesen',
    looking: 'Die Dateien werden durchgesehen.',
    progress: ({ files, of, statements }: Progress) =>
      `${number(files)} von ${quantities.files(of)} gelesen, ${quantities.statements(statements)} gefunden.`,
    ordering: 'Jetzt wird das Archiv geordnet.',
    left: (seconds: number) =>
      seconds < 10
        ? 'Es fehlen noch ein paar Sekunden.'
        : seconds < 90
          ? `Es fehlen noch etwa ${number(Math.ceil(seconds / 10) * 10)} Sekunden.`
          : `Es fehlen noch etwa ${number(Math.round(seconds / 60))} Minuten.`,
    joined: 'Das ist das Neulesen, das schon lief.',
    heading: 'Artikel neu gelesen',
    size: ({ articles, statements, added, changed, removed, problems }: Reach) =>
      `${quantities.articles(articles)}, ${quantities.statements(statements)}: ${number(added)} neu, ${number(changed)} geändert, ${number(removed)} entfernt, ${quantities.problems(problems)}.`,
    seconds: (seconds: number) => `Es dauerte ${decimal(seconds, 1)} Sekunden.`,
    added: 'Neu',
    changed: 'Geändert',
    removed: 'Entfernt',
    unread: 'Nicht lesbar',
    leftOut: 'Ausgelassen, da keine Artikel',
    nothing: (reason: string, kept: number) => {
      const before =
        kept === 1 ? 'der zuvor gelesene Artikel bleibt' : `die ${number(kept)} zuvor gelesenen Artikel bleiben`;
      return `Nichts wurde neu gelesen: ${reason}${kept === 0 ? '' : `; ${before}`}.`;
    },
  },

  option: {
    unknown: (command: string, name: string, known: readonly string[]) =>
      `/${command} hat keine Option ${quoted(name)}; ${known.length === 0 ? 'der Befehl hat keine Optionen' : `der Befehl hat diese Optionen: ${known.join(', ')}`}.`,
    repeated: (name: string) => `Die Option ${quoted(name)} wurde mehrmals angegeben; bitte gib sie einmal an.`,
    missing: (command: string, name: string, description: string) =>
      `/${command} braucht die Option ${quoted(name)}: ${description}.`,
    noBoolean: (name: string) => `Die Option ${quoted(name)} ist true oder false.`,
    noInteger: (name: string) => `Die Option ${quoted(name)} muss eine ganze Zahl sein.`,
    noText: (name: string) => `Die Option ${quoted(name)} muss Text sein.`,
    noChoice: (name: string, choices: readonly string[]) =>
      `Die Option ${quoted(name)} muss eines davon sein: ${choices.join(', ')}.`,
    tooLong: (name: string, most: number, length: number) =>
      `Die Option ${quoted(name)} nimmt höchstens ${number(most)} Zeichen; das sind ${number(length)}. Bitte kürze sie.`,
    tooShort: (name: string, least: number) =>
      `Die Option ${quoted(name)} braucht mindestens ${number(least)} Zeichen.`,
  },

  message: {
    read: 'Artikel lesen',
    whole: 'Ganz zeigen',
    context: 'Im Zusammenhang',
    cite: 'Zitieren',
    card: 'Bildkarte',
    otherSide: 'Andere Seite',
    share: 'Teilen',
    whose: (label: string, name: string) => `${label}: ${name}`,
    page: (page: number, pages: number) => `${number(page)} von ${number(pages)}`,
    wholeHeading: 'Das ganze Zitat',
    plainText: 'Reiner Text',
    markdown: 'Markdown',
    best: (shown: number, all: number) => `Die besten ${number(shown)} von ${number(all)}`,
    tooLong:
      'Es gibt mehr, aber diese Frage ist zu lang für Knöpfe zum Blättern. Frag mit weniger Wörtern oder nach einem Sprecher oder Medium.',
    goesOn:
      'Das dauert länger, als Discord mich hier schreiben lässt, und es läuft weiter. /status sagt, wann die Artikel zuletzt gelesen wurden.',
    leftOut: (page: number, pages: number) => `Seite ${number(page)} von ${number(pages)}; der Rest fehlt.`,
    enclosed: (rest: number, file: string) => `… und ${number(rest)} mehr: Alle stehen in ${file}.`,
    more: (rest: number) => `… und ${number(rest)} mehr.`,
    didYouMean: 'Meintest du:',
    nothing: 'Ich habe nichts gefunden.',
    stale: 'Dieser Knopf ist von einer älteren Version von mir. Bitte frag noch einmal mit dem Befehl.',
    changed: 'Die Artikel haben sich geändert, seit das gefragt wurde; dies ist aus den Artikeln, wie sie jetzt sind.',
    gone: 'Die Artikel haben sich geändert, und dieses Zitat steht nicht mehr darin.',
    noCommand: (name: string) => `Den Befehl /${name} habe ich nicht mehr. Bitte versuch /help.`,
    noMenuCommand: (name: string) => `Den Befehl ${quoted(name)} habe ich nicht mehr. Bitte versuch /help.`,
    cooldown: (seconds: number) =>
      `Das war viel auf einmal, und andere fragen auch. Bitte versuch es in ${form(seconds, { one: 'einer Sekunde', other: `${number(seconds)} Sekunden` })} noch einmal.`,
    fault: (reference: string) =>
      `Auf meiner Seite ist etwas schiefgegangen, und es ist vermerkt. Wenn du es meinem Betreiber sagst, gib diese Nummer an: ${reference}`,
  },

  terminal: {
    greeting: (articles: number, statements: number) =>
      `On Record: ${quantities.articles(articles)} und ${quantities.statements(statements)}. Mit /help geht es los; Tab ergänzt, Strg-D beendet.`,
    more: (page: number, pages: number) => `Enter für mehr, q zum Aufhören (${number(page)} von ${number(pages)})`,
    stopped: 'Es wird nicht mehr auf die Antwort gewartet.',
    leave: 'Noch einmal Strg-C, Strg-D oder exit beendet.',
    working: 'Arbeitet …',
    nearest: 'Am nächsten',
    best: (shown: number, all: number) =>
      `Das sind die besten ${number(shown)} von ${number(all)}. Eine engere Frage zeigt andere.`,
    ownWords: { before: 'In eigenen Worten: ', after: '', article: 'der Artikel' },
    also: 'Auch gedruckt von',
    places: (value: number) => `und an ${count(value, { one: 'weiteren Stelle', other: 'weiteren Stellen' })}`,
    fault: (reference: string | undefined) =>
      `In On Record ist etwas schiefgegangen, es lag nicht an deiner Eingabe${reference === undefined ? '' : ` (Nummer ${reference})`}.`,
    noCommand: (name: string, nearest: string | undefined) =>
      `Es gibt keinen Befehl ${quoted(`/${name}`)}.${nearest === undefined ? '' : ` Am nächsten ist /${nearest}.`}`,
    blank: (commands: readonly string[]) => `Gib einen Befehl ein: ${commands.join(', ')}.`,
    withUsage: (sentence: string, usage: string) => `${sentence} So geht es: ${usage}`,
    twice: (name: string) => `${quoted(name)} ist zweimal angegeben.`,
    needs: (command: string, names: readonly string[]) => `/${command} braucht ${names.map(quoted).join(' und ')}.`,
    noWords: (command: string, word: string) =>
      `/${command} nimmt keine eigenen Wörter, also hat ${quoted(word)} keinen Platz.`,
    noPlace: (word: string, given: readonly string[]) =>
      `${quoted(word)} hat keinen Platz, weil ${given.map(quoted).join(' und ')} schon angegeben ist.`,
    openQuote: (name: string) => `Das Anführungszeichen, mit dem ${quoted(name)} beginnt, hat kein zweites.`,
    joinedQuote: (name: string) =>
      `Hinter dem schließenden Anführungszeichen von ${quoted(name)} muss ein Leerzeichen stehen (innerhalb schreibe \\").`,
    noValue: (name: string) =>
      `${quoted(`${name}:`)} braucht seinen Wert gleich hinter dem Doppelpunkt, bei mehreren Wörtern in Anführungszeichen.`,
    noBoolean: (name: string, typed: string) => `${quoted(name)} ist true oder false, nicht ${quoted(typed)}.`,
    noInteger: (name: string, typed: string) => `${quoted(name)} ist eine ganze Zahl, nicht ${quoted(typed)}.`,
    noChoice: (name: string, choices: readonly string[], typed: string) =>
      `${quoted(name)} ist eines von ${choices.join(', ')}, nicht ${quoted(typed)}.`,
    empty: (name: string) => `${quoted(name)} ist leer.`,
    tooLong: (name: string, most: number) => `${quoted(name)} ist länger als ${number(most)} Zeichen.`,
    tooShort: (name: string, least: number) => `${quoted(name)} ist kürzer als ${number(least)} Zeichen.`,
  },

  capitalise: (text: string) => capitalise(text, 'de'),
};
