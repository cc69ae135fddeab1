import type { QuoteQuery } from '../core/archive.ts';
import type { Resolution } from '../core/quotation/statement.ts';
import type { Polarity } from '../core/stance/stance.ts';
import type { Remark } from '../core/verify/remark.ts';
import type { Progress, Question, Reach } from './entries.ts';
import { capitalise, numeralsOf } from './numerals.ts';
import type { Wording } from './wording.ts';

const { number, decimal, form, count, some } = numeralsOf('fr');
/** French puts a blank that never breaks before marks of two parts. */
const nb = '\u00a0';
const quoted = (words: string): string => `«${nb}${words}${nb}»`;

const collection = 'Seulement les articles de cette collection';
const about = `Sur quoi${nb}: un État, une organisation, une personne, un sujet`;
const actor = `Qui${nb}: un État, une organisation, une personne`;
const aside = 'Ne montrer la réponse qu’à toi';

const kinds = {
  direct: 'mot pour mot',
  mixed: 'en partie mot pour mot',
  indirect: 'rapporté',
  own: 'les mots du média lui-même',
};

const quantities = {
  articles: (value: number) => count(value, { one: 'article', many: 'd’articles', other: 'articles' }),
  statements: (value: number) => count(value, { one: 'déclaration', many: 'de déclarations', other: 'déclarations' }),
  positions: (value: number) => count(value, { one: 'position', many: 'de positions', other: 'positions' }),
  problems: (value: number) => count(value, { one: 'problème', many: 'de problèmes', other: 'problèmes' }),
  files: (value: number) => count(value, { one: 'fichier', many: 'de fichiers', other: 'fichiers' }),
};

const holds = (polarity: Polarity, isProbable: boolean): string => {
  const reserve = isProbable ? ' probablement' : '';
  return polarity === 'supports' ? `soutient${reserve}` : `s’oppose${reserve} à`;
};

const sought = ({ text, speaker, outlet, collection: group, from, to, kind }: QuoteQuery): string =>
  [
    text === undefined ? '' : ` avec ${quoted(text)}`,
    speaker === undefined ? '' : ` de ${speaker}`,
    outlet === undefined ? '' : ` dans ${outlet}`,
    group === undefined ? '' : ` de la collection ${group}`,
    from === undefined ? '' : ` depuis le ${from}`,
    to === undefined ? '' : ` jusqu’au ${to}`,
    kind === undefined ? '' : `, ${kind === 'own' ? 'dans les mots des médias' : kinds[kind]}`,
  ].join('');

export const fr: Wording = {
  locale: 'fr',

  commands: {
    stance: {
      description: 'Ce qu’un État, une organisation ou une personne soutient et refuse, tel qu’imprimé',
      options: { actor, about, collection, private: aside },
      choices: {},
    },
    quote: {
      description: 'Trouver ce qui a été dit, mot pour mot',
      options: {
        text: `Mots à chercher${nb}; "entre guillemets" tels quels, -mot exclut`,
        speaker: 'Seulement ce qu’a dit cette personne, cet État ou cette organisation',
        outlet: 'Seulement ce que ce média a imprimé',
        from: 'Seulement depuis ce jour, comme 2026-01-31',
        to: 'Seulement jusqu’à ce jour, comme 2026-12-31',
        kind: `Comment cela a été dit${nb}; les mots des médias eux-mêmes seulement sur demande`,
        collection,
        card: 'Montrer aussi la première citation en image',
        private: aside,
      },
      choices: { kind: kinds },
    },
    ask: {
      description: `Poser une question${nb}; la réponse est ce que les articles impriment`,
      options: { question: 'Ta question, en anglais', collection, private: aside },
      choices: {},
    },
    verify: {
      description: 'Vérifier si une citation figure dans les articles, mot pour mot',
      options: { quotation: 'Les mots à vérifier', speaker: 'Qui les aurait dits', private: aside },
      choices: {},
    },
    compare: {
      description: 'Deux États, organisations ou personnes côte à côte sur un sujet',
      options: { first: actor, second: 'Et qui d’autre', about, private: aside },
      choices: {},
    },
    timeline: {
      description: 'Ce qu’un État, une organisation ou une personne a soutenu et refusé, par date',
      options: { actor, about, private: aside },
      choices: {},
    },
    article: {
      description: `Un article${nb}: d’où il vient, comment il commence, qui y parle`,
      options: { article: 'Son titre ou son identifiant', private: aside },
      choices: {},
    },
    sources: {
      description: 'Les médias et collections disponibles, et ce qui n’a pas pu être lu',
      options: { private: aside },
      choices: {},
    },
    help: {
      description: 'Ce que le bot sait faire, avec des choses à essayer',
      options: { command: 'Une commande', private: aside },
      choices: {},
    },
    status: { description: 'Comment va le bot, et de quoi il tire ses réponses', options: {}, choices: {} },
    reload: { description: 'Relire les articles (modérateurs)', options: { private: aside }, choices: {} },
  },

  quantities,
  number,

  common: {
    nothing: 'Il n’y a rien à ce sujet.',
    empty: 'Il n’y a rien à montrer.',
    nobodyCalled: (name: string) => `Personne de cité ne s’appelle ${quoted(name)}.`,
    noOutlet: (name: string) => `Aucun article disponible n’est de ${quoted(name)}.`,
    noCollection: (name: string) => `Il n’y a pas de collection ${quoted(name)}.`,
    noPosition: (holder: string, subject: string) =>
      `Rien de disponible${nb}: aucun article ne montre ce que ${holder} soutient ou refuse à propos de ${subject}.`,
    partial:
      'Il y a plus que ce qui est regardé ici : les positions les plus proches et leurs déclarations les plus récentes. Un sujet plus précis montre le reste.',
    correctedAll: (words: string) =>
      `Aucun article ne contient tous ces mots${nb}; voici les résultats pour ${quoted(words)}.`,
    corrected: (words: string) => `Aucun article ne contient ces mots${nb}; voici les résultats pour ${quoted(words)}.`,
    by: (author: string) => `par ${author}`,
    of: (group: string) => `dans ${group}`,
    colon: `${nb}:`,
    labelled: (label: string, text: string) => `${label}${nb}: ${text}`,
  },

  quotation: {
    manners: kinds,
    probably: 'probablement',
    unclear: 'l’article ne dit pas clairement qui parle',
    unnamed: 'quelqu’un sans nom',
    theArticle: 'L’article',
    headline: 'titre',
    paragraph: (place: number) => `paragraphe ${number(place)}`,
    also: (outlets: readonly string[]) => `aussi dans ${outlets.join(', ')}`,
    asReported: 'propos rapporté',
    resolution: (resolution: Resolution): string => {
      switch (resolution.by) {
        case 'later name':
          return `nommé plus loin dans l’article${nb}: ${resolution.name}`;
        case 'pronoun':
          return `${quoted(resolution.mention)} désigne ${resolution.name}, d’après les phrases précédentes`;
        case 'description':
          return `${quoted(resolution.mention)} désigne ${resolution.name}`;
        case 'what follows':
          return 'nommé dans ce qui suit';
        case 'what goes before':
          return 'dans la suite de ce qui précède';
      }
    },
  },
  card: {
    first: 'La carte montre la première d’entre elles.',
    elsewhere: 'Les cartes s’affichent dans Discord.',
    refusals: {
      'too long': `Pas de carte${nb}: les mots sont trop longs pour tenir en entier sur une image.`,
      characters: `Pas de carte${nb}: aucune police de la carte n’a tous les caractères qui y figureraient.`,
    },
  },

  position: {
    sides: { supports: 'Soutient', opposes: 'S’oppose à' },
    somethingElse: 'autre chose, dans un article à ce sujet',
    holds,
    claim: (holder: string, polarity: Polarity, isProbable: boolean) =>
      `${holder} ${holds(polarity, isProbable)}${nb}:`,
    more: (value: number) => `et ${count(value, { one: 'autre déclaration', other: 'autres déclarations' })}`,
    changed: 'changement par rapport à avant',
    noDate: 'sans date',
  },

  quote: {
    heading: (query: QuoteQuery) => `Citations${sought(query)}`,
    nothing: (query: QuoteQuery) => `Rien de disponible${nb}: aucune citation${sought(query)}.`,
    partial: `Aucune déclaration ne contient tous ces mots${nb}; celles-ci en contiennent la plupart.`,
    noDay: (day: string, name: string) =>
      `${quoted(day)} n’est pas un jour${nb}: donne ${name} en année, mois et jour, comme 2026-01-31.`,
    noSpan: (from: string, to: string) =>
      `Il n’y a rien entre ${from} et ${to}${nb}: ${quoted('from')} ne doit pas venir après ${quoted('to')}.`,
  },

  ask: {
    nothing: 'Rien dans les articles ne répond à cela.',
    unanswerable: `Je n’ai pas d’opinion${nb}: je montre seulement ce que les articles impriment. Demande ce que quelqu’un en a dit, ou qui il soutient.`,
    nearest: 'Le plus proche dans les articles, pas une réponse',
    read: ({ reading, who, about: subject }: Question): string => {
      const on = subject === undefined ? '' : ` à propos de ${quoted(subject)}`;
      if (reading === 'quotations')
        return who === undefined
          ? `Compris comme${nb}: qui a dit quelque chose${on}${nb}?`
          : `Compris comme${nb}: qu’a dit ${who}${on}${nb}?`;
      if (reading === 'positions')
        return who === undefined
          ? `Compris comme${nb}: qui soutient ou refuse quoi${on}${nb}?`
          : `Compris comme${nb}: que soutient ou refuse ${who}${on}${nb}?`;
      return 'Compris comme une recherche de passages.';
    },
  },

  stance: {
    heading: (holder: string, subject: string) => `${holder} à propos de ${subject}`,
    summary: (supports: number, opposes: number): string => {
      const all = supports + opposes;
      if (all === 0) return 'Pas de position claire';
      const counts = `${number(supports)} pour, ${number(opposes)} contre`;
      if (supports * 3 >= all * 2) return `${opposes === 0 ? 'Pour' : 'Plutôt pour'}${nb}: ${counts}`;
      if (opposes * 3 >= all * 2) return `${supports === 0 ? 'Contre' : 'Plutôt contre'}${nb}: ${counts}`;
      return `Partagé${nb}: ${counts}`;
    },
  },

  compare: {
    heading: (first: string, second: string, subject: string) => `${first} et ${second} à propos de ${subject}`,
    nothing: (first: string, second: string, subject: string) =>
      `Rien de disponible${nb}: aucun article ne montre ce que ${first} ou ${second} pense de ${subject}.`,
    summary: (agree: number, differ: number) =>
      agree === 0 && differ === 0
        ? 'Aucune position de l’un ne porte sur la même chose qu’une de l’autre'
        : `${count(agree, { one: 'accord', other: 'accords' })}, ${count(differ, { one: 'désaccord', other: 'désaccords' })}`,
    agree: 'D’accord',
    differ: 'En désaccord',
    onlyBy: (holder: string) => `Seulement ${holder}`,
    same: (holder: string) => `Les deux sont ${holder}${nb}: nomme deux acteurs différents.`,
  },

  timeline: {
    heading: (holder: string, subject: string) => `${holder} à propos de ${subject} au fil du temps`,
    undated: (value: number, all: number) =>
      form(value, {
        one: `${number(value)} sur ${number(all)} figure dans un article sans date, en fin de liste.`,
        other: `${number(value)} sur ${number(all)} figurent dans des articles sans date, en fin de liste.`,
      }),
    newest: (value: number, all: number) => `Les ${number(value)} plus récentes sur ${number(all)}`,
    turned: (words: string) => `${words} (changement)`,
    event: (date: string, polarity: Polarity, target: string) =>
      `${date}${nb}: ${polarity === 'supports' ? 'pour' : 'contre'} ${target}`,
    span: (heading: string, value: number, from: string, to: string) =>
      `${heading}${nb}: ${quantities.positions(value)} du ${from} au ${to}.`,
  },

  verify: {
    headings: {
      verbatim: 'Ces mots figurent tels quels dans un article',
      abridged: 'Ces mots figurent dans un article, avec des passages omis',
      altered: 'Un article imprime d’autres mots',
      misattributed: 'Ces mots figurent dans un article, mais quelqu’un d’autre les a dits',
      reported: 'Ces mots figurent dans un article, mais pas comme les mots imprimés de quelqu’un',
      'not found': 'Aucun article n’imprime ces mots',
    },
    words: {
      verbatim: 'Mot pour mot',
      abridged: 'Abrégé',
      altered: 'Modifié',
      misattributed: 'Mal attribué',
      reported: 'Rapporté',
      'not found': 'Introuvable',
    },
    meanings: {
      verbatim: 'les mots sont imprimés comme cités',
      abridged: 'les mots sont imprimés, certains entre eux sont omis',
      altered: 'les mots imprimés sont différents',
      misattributed: 'les mots sont imprimés, mais comme ceux de quelqu’un d’autre',
      reported: `l’article le dit avec ses propres mots${nb}; il n’imprime pas ceux de la personne`,
      'not found': 'aucun article disponible n’imprime cela',
    },
    nothing: 'Aucun article disponible n’imprime ces mots, ou des mots proches, comme citation.',
    claim: 'Tel que cité',
    print: 'Tel qu’imprimé',
    nearestPrint: 'Le plus proche de ce qui est imprimé',
    sentence: 'La phrase entière',
    change: 'Tel que cité → tel qu’imprimé',
    onlyClaim: 'seulement cité',
    onlyPrint: 'seulement imprimé',
    remark: (remark: Remark): string => {
      switch (remark.kind) {
        case 'only the beginning':
          return 'Seul le début de la citation a été comparé.';
        case 'no words':
          return 'Il n’y a pas de mots à comparer.';
        case 'another speaker':
          return `L’article attribue ces mots à ${remark.words === '' ? 'quelqu’un d’autre' : remark.words}.`;
        case 'unclear speaker':
          return 'L’article ne dit pas clairement qui parle.';
        case 'probable speaker':
          return `L’article ne permet pas d’être sûr de qui parle${nb}; c’est probablement ${remark.words}.`;
        case 'omitted negation':
          return `Dans ce qui est omis figure ${quoted(remark.words)}.`;
        case 'omitted number':
          return `Dans ce qui est omis figure un nombre${nb}: ${remark.words}.`;
        case 'omitted speaker':
          return 'Ce qui est omis contient les mots d’une autre personne.';
        case 'tag between':
          return 'Entre les deux, l’article dit qui parle.';
        case 'begins earlier':
          return 'La phrase imprimée commence plus tôt.';
        case 'goes on':
          return 'La phrase imprimée continue.';
        case 'negation outside':
          return `${quoted(remark.words)} se trouve juste à côté de la citation.`;
        case 'these unmarked':
          return 'L’article imprime ces mots sans guillemets.';
        case 'these partly marked':
          return 'L’article n’imprime qu’une partie de ces mots entre guillemets.';
        case 'nearest unmarked':
          return 'L’article imprime les mots les plus proches sans guillemets.';
        case 'nearest partly marked':
          return 'L’article n’imprime qu’une partie des mots les plus proches entre guillemets.';
        case 'negation differs':
          return 'Une négation diffère.';
        case 'negation elsewhere':
          return 'Une négation est placée ailleurs ou est un autre mot.';
        case 'number differs':
          return 'Un nombre diffère.';
        case 'name differs':
          return 'Un nom diffère.';
      }
    },
  },

  check: {
    heading: (value: number) => count(value, { one: 'citation vérifiée', other: 'citations vérifiées' }),
    nothing: `Il n’y a pas de citation dans ce message${nb}: pas de mots entre guillemets, pas de ligne après ${quoted('>')}.`,
    left: (value: number, most: number) =>
      `Le message en contient ${number(value)} de plus${nb}; seules les ${number(most)} premières ont été vérifiées.`,
  },

  article: {
    nothing: (typed: string) => `Aucun article disponible n’a l’identifiant ou le titre ${quoted(typed)}.`,
    noOutlet: 'média inconnu',
    noDate: 'date inconnue',
    id: (id: string) => `identifiant ${id}`,
    begins: 'Il commence ainsi',
    speakers: (statements: number) => `Qui parle (${quantities.statements(statements)})`,
    nobody: 'Personne en particulier',
    speaker: (name: string, statements: number) => `${name}${nb}: ${number(statements)}`,
    copies: 'Presque la même chose est publiée par',
  },

  sources: {
    heading: 'Sources',
    size: (articles: number, withoutOutlet: number, withoutDate: number) =>
      `${[
        quantities.articles(articles),
        ...some([
          [withoutOutlet, 'sans média'],
          [withoutDate, 'sans date'],
        ]),
      ].join(', ')}.`,
    outlets: 'Médias',
    collections: 'Collections',
    lastReading: 'À la dernière lecture',
    allRead: 'Tout a pu être lu.',
    hidden: (problems: number) => `${quantities.problems(problems)}${nb}; les modérateurs en voient les raisons.`,
    source: (name: string, articles: number, oldest: string | null, newest: string | null) => {
      const dates = oldest === null ? '' : oldest === newest ? `, ${oldest}` : `, du ${oldest} au ${newest}`;
      return `${name}${nb}: ${quantities.articles(articles)}${dates}`;
    },
  },

  help: {
    heading: `On Record${nb}: qui a dit quoi sur qui`,
    missing: 'Aide',
    nothing: (name: string) => `Il n’y a pas de commande ${quoted(name)}.`,
    size: (articles: number) =>
      `Je réponds à partir ${articles === 1 ? 'd’un article' : `de ${quantities.articles(articles)}`}, avec les mots tels qu’imprimés, leur auteur et leur source.`,
    silence: 'Quand personne ne l’a dit, je le dis.',
    tries: 'À essayer',
    commands: 'Commandes',
    usage: (usage: string) => `Usage${nb}: ${usage}`,
    options: 'Options',
    option: (name: string, description: string, isRequired: boolean) =>
      `${name}${isRequired ? '' : ' (facultatif)'}${nb}: ${description}`,
  },

  status: {
    heading: 'État',
    archive: 'Archive',
    size: (articles: number, statements: number) =>
      `${quantities.articles(articles)}, ${quantities.statements(statements)}`,
    version: (version: string) => `Version ${version}`,
    readAt: (time: string) => `Dernière lecture${nb}: ${time} UTC`,
    program: 'Programme',
    uptime: (days: number, hours: number, minutes: number) => {
      const parts = [
        days === 0 ? '' : count(days, { one: 'jour', other: 'jours' }),
        hours === 0 ? '' : count(hours, { one: 'heure', other: 'heures' }),
        minutes === 0 ? '' : count(minutes, { one: 'minute', other: 'minutes' }),
      ].filter((part) => part !== '');
      return `En marche depuis ${parts.length === 0 ? 'moins d’une minute' : parts.join(' ')}`;
    },
    memory: (megabytes: number) => `Mémoire${nb}: ${number(megabytes)} Mo`,
    latency: (milliseconds: number) => `Discord répond en ${number(milliseconds)} ms`,
  },

  reload: {
    refused: `Seuls les modérateurs peuvent relire les articles${nb}: les membres ayant ${quoted('Gérer le serveur')} sur un serveur que l’exploitant du bot a nommé dans MODERATOR_GUILDS, ou les utilisateurs nommés dans MODERATORS.`,
    refusedManager: (server: string) =>
      `Seuls les modérateurs peuvent relire les articles. Pour que les gestionnaires de ce serveur en soient, l’exploitant du bot doit ajouter son identifiant, ${server}, à la variable MODERATOR_GUILDS.`,
    reloading: 'Relecture des articles',
    looking: 'Les fichiers sont examinés.',
    progress: ({ files, of, statements }: Progress) =>
      `${form(files, { one: 'Lu', other: 'Lus' })}${nb}: ${number(files)} sur ${quantities.files(of)}, ${quantities.statements(statements)}.`,
    ordering: 'L’archive est maintenant mise en ordre.',
    left: (seconds: number) =>
      seconds < 10
        ? 'Il reste quelques secondes.'
        : seconds < 90
          ? `Il reste environ ${number(Math.ceil(seconds / 10) * 10)} secondes.`
          : `Il reste environ ${number(Math.round(seconds / 60))} minutes.`,
    joined: 'C’est la relecture qui était déjà en cours.',
    heading: 'Articles relus',
    size: ({ articles, statements, added, changed, removed, problems }: Reach) =>
      `${quantities.articles(articles)}, ${quantities.statements(statements)}${nb}: ${count(added, { one: 'ajouté', other: 'ajoutés' })}, ${count(changed, { one: 'modifié', other: 'modifiés' })}, ${count(removed, { one: 'retiré', other: 'retirés' })}, ${quantities.problems(problems)}.`,
    seconds: (seconds: number) => `Cela a pris ${decimal(seconds, 1)} secondes.`,
    added: 'Ajoutés',
    changed: 'Modifiés',
    removed: 'Retirés',
    unread: 'Illisibles',
    leftOut: 'Laissés de côté, n’étant pas des articles',
    nothing: (reason: string, kept: number) => {
      const before =
        kept === 1 ? 'l’article lu auparavant reste' : `les ${quantities.articles(kept)} lus auparavant restent`;
      return `Rien n’a été relu${nb}: ${reason}${kept === 0 ? '' : `${nb}; ${before}`}.`;
    },
  },

  option: {
    unknown: (command: string, name: string, known: readonly string[]) =>
      `/${command} n’a pas d’option ${quoted(name)}${nb}; ${known.length === 0 ? 'la commande n’a pas d’options' : `la commande a ces options${nb}: ${known.join(', ')}`}.`,
    repeated: (name: string) => `L’option ${quoted(name)} est donnée plusieurs fois${nb}; donne-la une seule fois.`,
    missing: (command: string, name: string, description: string) =>
      `/${command} a besoin de l’option ${quoted(name)}${nb}: ${description}.`,
    noBoolean: (name: string) => `L’option ${quoted(name)} vaut true ou false.`,
    noInteger: (name: string) => `L’option ${quoted(name)} doit être un nombre entier.`,
    noText: (name: string) => `L’option ${quoted(name)} doit être du texte.`,
    noChoice: (name: string, choices: readonly string[]) =>
      `L’option ${quoted(name)} doit être l’une de celles-ci${nb}: ${choices.join(', ')}.`,
    tooLong: (name: string, most: number, length: number) =>
      `L’option ${quoted(name)} prend au plus ${count(most, { one: 'caractère', other: 'caractères' })}${nb}; il y en a ${number(length)}. Raccourcis-la.`,
    tooShort: (name: string, least: number) =>
      `L’option ${quoted(name)} a besoin d’au moins ${count(least, { one: 'caractère', other: 'caractères' })}.`,
  },

  message: {
    read: 'Lire l’article',
    whole: 'Tout afficher',
    context: 'En contexte',
    cite: 'Citer',
    card: 'Carte illustrée',
    otherSide: 'L’autre côté',
    share: 'Partager',
    whose: (label: string, name: string) => `${label}${nb}: ${name}`,
    page: (page: number, pages: number) => `${number(page)} sur ${number(pages)}`,
    wholeHeading: 'La citation entière',
    plainText: 'Texte brut',
    markdown: 'Markdown',
    best: (shown: number, all: number) => `Les ${number(shown)} meilleures sur ${number(all)}`,
    tooLong:
      'Il y en a d’autres, mais la question est trop longue pour des boutons de page. Demande avec moins de mots, ou une seule personne.',
    goesOn:
      'Cela dure plus longtemps que Discord ne me laisse écrire ici, et cela continue. /status dit quand les articles ont été lus la dernière fois.',
    leftOut: (page: number, pages: number) => `Page ${number(page)} sur ${number(pages)}${nb}; le reste est omis.`,
    enclosed: (rest: number, file: string) => `… et ${number(rest)} de plus${nb}: tout est dans ${file}.`,
    more: (rest: number) => `… et ${number(rest)} de plus.`,
    didYouMean: `Voulais-tu dire${nb}:`,
    nothing: 'Je n’ai rien trouvé.',
    stale: 'Ce bouton vient d’une version plus ancienne de moi. Pose à nouveau la question avec la commande.',
    changed: `Les articles ont changé depuis cette question${nb}; ceci vient des articles tels qu’ils sont maintenant.`,
    gone: 'Les articles ont changé, et cette citation n’y figure plus.',
    noCommand: (name: string) => `Je n’ai plus de commande /${name}. Essaie /help.`,
    noMenuCommand: (name: string) => `Je n’ai plus de commande ${quoted(name)}. Essaie /help.`,
    cooldown: (seconds: number) =>
      `Cela fait beaucoup d’un coup, et d’autres demandent aussi. Réessaie dans ${form(seconds, { one: 'une seconde', other: `${number(seconds)} secondes` })}.`,
    fault: (reference: string) =>
      `Quelque chose s’est mal passé de mon côté, et c’est noté. Si tu le signales à mon exploitant, donne ce numéro${nb}: ${reference}`,
  },

  terminal: {
    greeting: (articles: number, statements: number) =>
      `On Record${nb}: ${quantities.articles(articles)} et ${quantities.statements(statements)}. Tape /help pour commencer${nb}; Tab complète, Ctrl-D quitte.`,
    more: (page: number, pages: number) =>
      `Entrée pour la suite, q pour arrêter (${number(page)} sur ${number(pages)})`,
    stopped: 'La réponse n’est plus attendue.',
    leave: 'Encore Ctrl-C, Ctrl-D ou exit pour quitter.',
    working: 'En cours…',
    nearest: 'Le plus proche',
    best: (shown: number, all: number) =>
      `Voici les ${number(shown)} meilleurs résultats sur ${number(all)}. Une question plus précise en montre d’autres.`,
    ownWords: { before: 'Dans les mots de ', after: '', article: 'l’article' },
    also: 'Imprimé aussi par',
    places: (value: number) => `et à ${count(value, { one: 'autre endroit', other: 'autres endroits' })}`,
    fault: (reference: string | undefined) =>
      `Quelque chose s’est mal passé dans On Record, pas dans ce que tu as tapé${reference === undefined ? '' : ` (numéro ${reference})`}.`,
    noCommand: (name: string, nearest: string | undefined) =>
      `Il n’y a pas de commande ${quoted(`/${name}`)}.${nearest === undefined ? '' : ` La plus proche est /${nearest}.`}`,
    blank: (commands: readonly string[]) => `Tape une commande${nb}: ${commands.join(', ')}.`,
    withUsage: (sentence: string, usage: string) => `${sentence} Usage${nb}: ${usage}`,
    twice: (name: string) => `${quoted(name)} est donné deux fois.`,
    needs: (command: string, names: readonly string[]) => `/${command} a besoin de ${names.map(quoted).join(' et ')}.`,
    noWords: (command: string, word: string) =>
      `/${command} ne prend pas de mots, donc ${quoted(word)} n’a pas de place.`,
    noPlace: (word: string, given: readonly string[]) =>
      `${quoted(word)} n’a pas de place, car ${given.map(quoted).join(' et ')} est déjà donné.`,
    openQuote: (name: string) => `Le guillemet qui ouvre ${quoted(name)} n’est pas fermé.`,
    joinedQuote: (name: string) =>
      `Après le guillemet fermant de ${quoted(name)} il faut un espace (à l’intérieur, écris \\").`,
    noValue: (name: string) =>
      `${quoted(`${name}:`)} a besoin de sa valeur juste après les deux-points, entre guillemets droits si elle a plusieurs mots.`,
    noBoolean: (name: string, typed: string) => `${quoted(name)} vaut true ou false, pas ${quoted(typed)}.`,
    noInteger: (name: string, typed: string) => `${quoted(name)} est un nombre entier, pas ${quoted(typed)}.`,
    noChoice: (name: string, choices: readonly string[], typed: string) =>
      `${quoted(name)} est l’un de ${choices.join(', ')}, pas ${quoted(typed)}.`,
    empty: (name: string) => `${quoted(name)} est vide.`,
    tooLong: (name: string, most: number) =>
      `${quoted(name)} dépasse ${count(most, { one: 'caractère', other: 'caractères' })}.`,
    tooShort: (name: string, least: number) =>
      `${quoted(name)} a moins de ${count(least, { one: 'caractère', other: 'caractères' })}.`,
  },

  capitalise: (text: string) => capitalise(text, 'fr'),
};
