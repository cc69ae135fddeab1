import type { QuoteQuery } from '../core/archive.ts';
import type { Resolution } from '../core/quotation/statement.ts';
import type { Polarity } from '../core/stance/stance.ts';
import type { Remark } from '../core/verify/remark.ts';
import type { Progress, Question, Reach } from './entries.ts';
import { capitalise, numeralsOf } from './numerals.ts';
import type { Wording } from './wording.ts';

/** Spanish, by a locale's numbers and the quotation marks that are usual there. */
function spanish(locale: string, [opening, closing]: readonly [string, string]): Wording {
  const { number, decimal, form, count, some } = numeralsOf(locale);
  const quoted = (words: string): string => `${opening}${words}${closing}`;

  const collection = 'Solo artículos de esta colección';
  const about = 'Sobre qué: un Estado, una organización, una persona, un tema';
  const actor = 'Quién: un Estado, una organización, una persona';
  const aside = 'Mostrarte la respuesta solo a ti';

  const kinds = {
    direct: 'palabra por palabra',
    mixed: 'en parte palabra por palabra',
    indirect: 'referido',
    own: 'palabras del propio medio',
  };

  const quantities = {
    articles: (value: number) => count(value, { one: 'artículo', many: 'de artículos', other: 'artículos' }),
    statements: (value: number) =>
      count(value, { one: 'declaración', many: 'de declaraciones', other: 'declaraciones' }),
    positions: (value: number) => count(value, { one: 'posición', many: 'de posiciones', other: 'posiciones' }),
    problems: (value: number) => count(value, { one: 'problema', many: 'de problemas', other: 'problemas' }),
    files: (value: number) => count(value, { one: 'fichero', many: 'de ficheros', other: 'ficheros' }),
  };

  const holds = (polarity: Polarity, isProbable: boolean): string =>
    `${isProbable ? 'probablemente ' : ''}${polarity === 'supports' ? 'apoya' : 'rechaza'}`;

  const sought = ({ text, speaker, outlet, collection: group, from, to, kind }: QuoteQuery): string =>
    [
      text === undefined ? '' : ` con ${quoted(text)}`,
      speaker === undefined ? '' : ` de ${speaker}`,
      outlet === undefined ? '' : ` en ${outlet}`,
      group === undefined ? '' : ` de la colección ${group}`,
      from === undefined ? '' : ` desde ${from}`,
      to === undefined ? '' : ` hasta ${to}`,
      kind === undefined ? '' : `, ${kind === 'own' ? 'en palabras de los propios medios' : kinds[kind]}`,
    ].join('');

  return {
    locale,

    commands: {
      stance: {
        description: 'Qué apoya y qué rechaza un Estado, una organización o persona, en las palabras impresas',
        options: { actor, about, collection, private: aside },
        choices: {},
      },
      quote: {
        description: 'Encontrar lo que se dijo, palabra por palabra',
        options: {
          text: 'Palabras que buscar; "entre comillas" tal cual, -palabra excluye',
          speaker: 'Solo lo que dijo esta persona, este Estado o esta organización',
          outlet: 'Solo lo que publicó este medio',
          from: 'Solo desde este día, como 2026-01-31',
          to: 'Solo hasta este día, como 2026-12-31',
          kind: 'Cómo se dijo; las palabras de los propios medios solo si se piden',
          collection,
          card: 'Mostrar también la primera cita como imagen',
          private: aside,
        },
        choices: { kind: kinds },
      },
      ask: {
        description: 'Hacer una pregunta; la respuesta es lo que publican los artículos',
        options: { question: 'Tu pregunta, en inglés', collection, private: aside },
        choices: {},
      },
      verify: {
        description: 'Comprobar si una cita está en los artículos, palabra por palabra',
        options: { quotation: 'Las palabras que comprobar', speaker: 'Quién las habría dicho', private: aside },
        choices: {},
      },
      compare: {
        description: 'Dos Estados, organizaciones o personas frente a frente sobre un tema',
        options: { first: actor, second: 'Y quién más', about, private: aside },
        choices: {},
      },
      timeline: {
        description: 'Qué apoyó y qué rechazó un Estado, una organización o persona, por fecha',
        options: { actor, about, private: aside },
        choices: {},
      },
      article: {
        description: 'Un artículo: de dónde es, cómo empieza, quién habla en él',
        options: { article: 'Su título o su identificador', private: aside },
        choices: {},
      },
      sources: {
        description: 'Los medios y colecciones que hay, y lo que no se pudo leer',
        options: { private: aside },
        choices: {},
      },
      help: {
        description: 'Qué sabe hacer el bot, con cosas que probar',
        options: { command: 'Un comando', private: aside },
        choices: {},
      },
      status: { description: 'Cómo está el bot, y de qué responde', options: {}, choices: {} },
      reload: { description: 'Leer de nuevo los artículos (moderadores)', options: { private: aside }, choices: {} },
    },

    quantities,
    number,

    common: {
      nothing: 'No consta nada sobre esto.',
      empty: 'No hay nada que mostrar.',
      nobodyCalled: (name: string) => `No consta nadie que se llame ${quoted(name)}.`,
      noOutlet: (name: string) => `No consta ningún artículo de ${quoted(name)}.`,
      noCollection: (name: string) => `No hay ninguna colección ${quoted(name)}.`,
      noPosition: (holder: string, subject: string) =>
        `No consta nada: ningún artículo muestra qué apoya o rechaza ${holder} sobre ${subject}.`,
      partial:
        'Consta más de lo que aquí se mira: las posiciones más cercanas y sus declaraciones más recientes. Un tema más concreto muestra el resto.',
      correctedAll: (words: string) =>
        `Ningún artículo contiene todas estas palabras; se muestran resultados de ${quoted(words)}.`,
      corrected: (words: string) =>
        `Ningún artículo contiene estas palabras; se muestran resultados de ${quoted(words)}.`,
      by: (author: string) => `por ${author}`,
      of: (group: string) => `en ${group}`,
      colon: ':',
      labelled: (label: string, text: string) => `${label}: ${text}`,
    },

    quotation: {
      manners: kinds,
      probably: 'probablemente',
      unclear: 'el artículo no deja claro quién habla',
      unnamed: 'alguien sin nombre',
      theArticle: 'El artículo',
      headline: 'titular',
      paragraph: (place: number) => `párrafo ${number(place)}`,
      also: (outlets: readonly string[]) => `también en ${outlets.join(', ')}`,
      asReported: 'según lo referido',
      resolution: (resolution: Resolution): string => {
        switch (resolution.by) {
          case 'later name':
            return `nombre que aparece más adelante: ${resolution.name}`;
          case 'pronoun':
            return `${quoted(resolution.mention)} es ${resolution.name}, por las frases anteriores`;
          case 'description':
            return `${quoted(resolution.mention)} es ${resolution.name}`;
          case 'what follows':
            return 'nombre que aparece a continuación';
          case 'what goes before':
            return 'continúa lo dicho antes';
        }
      },
    },
    card: {
      first: 'La tarjeta muestra la primera de ellas.',
      elsewhere: 'Las tarjetas se muestran en Discord.',
      refusals: {
        'too long': 'Sin tarjeta: las palabras son demasiado largas para caber enteras en una imagen.',
        characters: 'Sin tarjeta: ninguna fuente de la tarjeta tiene todos los caracteres que llevaría.',
      },
    },

    position: {
      sides: { supports: 'Apoya', opposes: 'Rechaza' },
      somethingElse: 'otra cosa, en un artículo sobre ello',
      holds,
      claim: (holder: string, polarity: Polarity, isProbable: boolean) => `${holder} ${holds(polarity, isProbable)}:`,
      more: (value: number) => `y ${count(value, { one: 'declaración más', other: 'declaraciones más' })}`,
      changed: 'cambio respecto a antes',
      noDate: 'sin fecha',
    },

    quote: {
      heading: (query: QuoteQuery) => `Citas${sought(query)}`,
      nothing: (query: QuoteQuery) => `No consta nada: ninguna cita${sought(query)}.`,
      partial: 'Ninguna declaración contiene todas estas palabras; estas contienen la mayoría.',
      noDay: (day: string, name: string) =>
        `${quoted(day)} no es un día: da ${name} como año, mes y día, como 2026-01-31.`,
      noSpan: (from: string, to: string) =>
        `No hay nada entre ${from} y ${to}: ${quoted('from')} no puede ser posterior a ${quoted('to')}.`,
    },

    ask: {
      nothing: 'Nada en los artículos responde a eso.',
      unanswerable:
        'No tengo opiniones: solo muestro lo que publican los artículos. Pregunta qué dijo alguien sobre ello, o a quién apoya.',
      nearest: 'Lo más cercano en los artículos, no una respuesta',
      read: ({ reading, who, about: subject }: Question): string => {
        const on = subject === undefined ? '' : ` sobre ${quoted(subject)}`;
        if (reading === 'quotations')
          return who === undefined
            ? `Entendido como: ¿quién dijo algo${on}?`
            : `Entendido como: ¿qué dijo ${who}${on}?`;
        if (reading === 'positions')
          return who === undefined
            ? `Entendido como: ¿quién apoya o rechaza qué${on}?`
            : `Entendido como: ¿qué apoya o rechaza ${who}${on}?`;
        return 'Entendido como una búsqueda de pasajes.';
      },
    },

    stance: {
      heading: (holder: string, subject: string) => `${holder} sobre ${subject}`,
      summary: (supports: number, opposes: number): string => {
        const all = supports + opposes;
        if (all === 0) return 'Sin posición clara';
        const counts = `${number(supports)} a favor, ${number(opposes)} en contra`;
        if (supports * 3 >= all * 2) return `${opposes === 0 ? 'A favor' : 'Sobre todo a favor'}: ${counts}`;
        if (opposes * 3 >= all * 2) return `${supports === 0 ? 'En contra' : 'Sobre todo en contra'}: ${counts}`;
        return `Dividido: ${counts}`;
      },
    },

    compare: {
      heading: (first: string, second: string, subject: string) => `${first} y ${second} sobre ${subject}`,
      nothing: (first: string, second: string, subject: string) =>
        `No consta nada: ningún artículo muestra qué piensa ${first} o ${second} sobre ${subject}.`,
      summary: (agree: number, differ: number) =>
        agree === 0 && differ === 0
          ? 'Ninguna posición de uno trata de lo mismo que una del otro'
          : `${count(agree, { one: 'coincidencia', other: 'coincidencias' })}, ${count(differ, { one: 'discrepancia', other: 'discrepancias' })}`,
      agree: 'Coinciden',
      differ: 'Discrepan',
      onlyBy: (holder: string) => `Solo ${holder}`,
      same: (holder: string) => `Ambos son ${holder}: nombra dos distintos.`,
    },

    timeline: {
      heading: (holder: string, subject: string) => `${holder} sobre ${subject} a lo largo del tiempo`,
      undated: (value: number, all: number) =>
        form(value, {
          one: `${number(value)} de ${number(all)} está en un artículo sin fecha, al final de la lista.`,
          other: `${number(value)} de ${number(all)} están en artículos sin fecha, al final de la lista.`,
        }),
      newest: (value: number, all: number) => `Las ${number(value)} más recientes de ${number(all)}`,
      turned: (words: string) => `${words} (cambio)`,
      event: (date: string, polarity: Polarity, target: string) =>
        `${date}: ${polarity === 'supports' ? 'a favor de' : 'en contra de'} ${target}`,
      span: (heading: string, value: number, from: string, to: string) =>
        `${heading}: ${quantities.positions(value)} de ${from} a ${to}.`,
    },

    verify: {
      headings: {
        verbatim: 'Estas palabras están así en un artículo',
        abridged: 'Estas palabras están en un artículo, con partes omitidas',
        altered: 'Un artículo publica otras palabras',
        misattributed: 'Estas palabras están en un artículo, pero las dijo otra persona',
        reported: 'Estas palabras están en un artículo, pero no como palabras impresas de nadie',
        'not found': 'Ningún artículo imprime estas palabras',
      },
      words: {
        verbatim: 'Literal',
        abridged: 'Abreviado',
        altered: 'Alterado',
        misattributed: 'Mal atribuido',
        reported: 'Referido',
        'not found': 'No encontrado',
      },
      meanings: {
        verbatim: 'las palabras están impresas como se citan',
        abridged: 'las palabras están impresas, con algunas omitidas entre ellas',
        altered: 'las palabras impresas son distintas',
        misattributed: 'las palabras están impresas, pero como de otra persona',
        reported: 'el artículo lo dice con sus propias palabras; no imprime las de quien habla',
        'not found': 'no consta ningún artículo que imprima esto',
      },
      nothing: 'No consta ningún artículo que imprima estas palabras, u otras parecidas, como cita.',
      claim: 'Como se cita',
      print: 'Como está impreso',
      nearestPrint: 'Lo impreso más parecido',
      sentence: 'La frase completa',
      change: 'Como se cita → como está impreso',
      onlyClaim: 'solo citado',
      onlyPrint: 'solo impreso',
      remark: (remark: Remark): string => {
        switch (remark.kind) {
          case 'only the beginning':
            return 'Solo se comparó el principio de la cita.';
          case 'no words':
            return 'No hay palabras que comparar.';
          case 'another speaker':
            return `El artículo atribuye las palabras a ${remark.words === '' ? 'otra persona' : remark.words}.`;
          case 'unclear speaker':
            return 'El artículo no deja claro quién lo dice.';
          case 'probable speaker':
            return `El artículo no deja seguro quién lo dice; probablemente sea ${remark.words}.`;
          case 'omitted negation':
            return `En lo omitido hay un ${quoted(remark.words)}.`;
          case 'omitted number':
            return `En lo omitido hay un número: ${remark.words}.`;
          case 'omitted speaker':
            return 'Lo omitido contiene palabras de otra persona.';
          case 'tag between':
            return 'En medio, el artículo dice quién habla.';
          case 'begins earlier':
            return 'La frase impresa empieza antes.';
          case 'goes on':
            return 'La frase impresa continúa.';
          case 'negation outside':
            return `${quoted(remark.words)} está justo fuera de la cita.`;
          case 'these unmarked':
            return 'El artículo imprime estas palabras sin comillas.';
          case 'these partly marked':
            return 'El artículo imprime solo una parte de estas palabras entre comillas.';
          case 'nearest unmarked':
            return 'El artículo imprime las palabras más parecidas sin comillas.';
          case 'nearest partly marked':
            return 'El artículo imprime solo una parte de las palabras más parecidas entre comillas.';
          case 'negation differs':
            return 'Una negación es distinta.';
          case 'negation elsewhere':
            return 'Una negación está en otro lugar o es otra palabra.';
          case 'number differs':
            return 'Un número es distinto.';
          case 'name differs':
            return 'Un nombre es distinto.';
        }
      },
    },

    check: {
      heading: (value: number) => count(value, { one: 'cita comprobada', other: 'citas comprobadas' }),
      nothing: `No hay ninguna cita en ese mensaje: ni palabras entre comillas ni una línea tras ${quoted('>')}.`,
      left: (value: number, most: number) =>
        `El mensaje contiene ${number(value)} más; solo se comprobaron las primeras ${number(most)}.`,
    },

    article: {
      nothing: (typed: string) => `No consta ningún artículo con el identificador o el título ${quoted(typed)}.`,
      noOutlet: 'medio desconocido',
      noDate: 'fecha desconocida',
      id: (id: string) => `identificador ${id}`,
      begins: 'Así empieza',
      speakers: (statements: number) => `Quién habla (${quantities.statements(statements)})`,
      nobody: 'Nadie en particular',
      speaker: (name: string, statements: number) => `${name}: ${number(statements)}`,
      copies: 'Casi lo mismo publican',
    },

    sources: {
      heading: 'Fuentes',
      size: (articles: number, withoutOutlet: number, withoutDate: number) =>
        `${[
          quantities.articles(articles),
          ...some([
            [withoutOutlet, 'sin medio'],
            [withoutDate, 'sin fecha'],
          ]),
        ].join(', ')}.`,
      outlets: 'Medios',
      collections: 'Colecciones',
      lastReading: 'En la última lectura',
      allRead: 'Todo se pudo leer.',
      hidden: (problems: number) => `${quantities.problems(problems)}; los moderadores ven los motivos.`,
      source: (name: string, articles: number, oldest: string | null, newest: string | null) => {
        const dates = oldest === null ? '' : oldest === newest ? `, ${oldest}` : `, de ${oldest} a ${newest}`;
        return `${name}: ${quantities.articles(articles)}${dates}`;
      },
    },

    help: {
      heading: 'On Record: quién dijo qué sobre quién',
      missing: 'Ayuda',
      nothing: (name: string) => `No hay ningún comando ${quoted(name)}.`,
      size: (articles: number) =>
        `Respondo a partir de ${articles === 1 ? 'un artículo' : quantities.articles(articles)}, con las palabras tal como están impresas, con quién las dijo y su fuente.`,
      silence: 'Si no consta que nadie lo haya dicho, lo digo.',
      tries: 'Para probar',
      commands: 'Comandos',
      usage: (usage: string) => `Uso: ${usage}`,
      options: 'Opciones',
      option: (name: string, description: string, isRequired: boolean) =>
        `${name}${isRequired ? '' : ' (opcional)'}: ${description}`,
    },

    status: {
      heading: 'Estado',
      archive: 'Archivo',
      size: (articles: number, statements: number) =>
        `${quantities.articles(articles)}, ${quantities.statements(statements)}`,
      version: (version: string) => `Versión ${version}`,
      readAt: (time: string) => `Última lectura: ${time} UTC`,
      program: 'Programa',
      uptime: (days: number, hours: number, minutes: number) => {
        const parts = [
          days === 0 ? '' : count(days, { one: 'día', other: 'días' }),
          hours === 0 ? '' : count(hours, { one: 'hora', other: 'horas' }),
          minutes === 0 ? '' : count(minutes, { one: 'minuto', other: 'minutos' }),
        ].filter((part) => part !== '');
        return `En marcha desde hace ${parts.length === 0 ? 'menos de un minuto' : parts.join(' ')}`;
      },
      memory: (megabytes: number) => `Memoria: ${number(megabytes)} MB`,
      latency: (milliseconds: number) => `Discord responde en ${number(milliseconds)} ms`,
    },

    reload: {
      refused: `Solo los moderadores pueden leer de nuevo los artículos: miembros con ${quoted('Gestionar servidor')} en un servidor que quien mantiene el bot haya nombrado en MODERATOR_GUILDS, o usuarios nombrados en MODERATORS.`,
      refusedManager: (server: string) =>
        `Solo los moderadores pueden leer de nuevo los artículos. Para que lo sea quien gestiona este servidor, quien mantiene el bot debe añadir su identificador, ${server}, a la variable MODERATOR_GUILDS.`,
      reloading: 'Leyendo de nuevo los artículos',
      looking: 'Se revisan los ficheros.',
      progress: ({ files, of, statements }: Progress) =>
        `${form(files, { one: 'Leído', other: 'Leídos' })}: ${number(files)} de ${quantities.files(of)}, ${quantities.statements(statements)}.`,
      ordering: 'Ahora se ordena el archivo.',
      left: (seconds: number) =>
        seconds < 10
          ? 'Faltan unos segundos.'
          : seconds < 90
            ? `Faltan unos ${number(Math.ceil(seconds / 10) * 10)} segundos.`
            : `Faltan unos ${number(Math.round(seconds / 60))} minutos.`,
      joined: 'Esta es la lectura que ya estaba en marcha.',
      heading: 'Artículos leídos de nuevo',
      size: ({ articles, statements, added, changed, removed, problems }: Reach) =>
        `${quantities.articles(articles)}, ${quantities.statements(statements)}: ${count(added, { one: 'añadido', other: 'añadidos' })}, ${count(changed, { one: 'cambiado', other: 'cambiados' })}, ${count(removed, { one: 'retirado', other: 'retirados' })}, ${quantities.problems(problems)}.`,
      seconds: (seconds: number) => `Tardó ${decimal(seconds, 1)} segundos.`,
      added: 'Añadidos',
      changed: 'Cambiados',
      removed: 'Retirados',
      unread: 'No se pudieron leer',
      leftOut: 'Omitidos, por no ser artículos',
      nothing: (reason: string, kept: number) => {
        const before =
          kept === 1
            ? 'se mantiene el artículo leído antes'
            : `se mantienen los ${quantities.articles(kept)} leídos antes`;
        return `No se leyó nada de nuevo: ${reason}${kept === 0 ? '' : `; ${before}`}.`;
      },
    },

    option: {
      unknown: (command: string, name: string, known: readonly string[]) =>
        `/${command} no tiene la opción ${quoted(name)}; ${known.length === 0 ? 'el comando no tiene opciones' : `el comando tiene estas opciones: ${known.join(', ')}`}.`,
      repeated: (name: string) => `La opción ${quoted(name)} se dio más de una vez; dala una sola vez.`,
      missing: (command: string, name: string, description: string) =>
        `/${command} necesita la opción ${quoted(name)}: ${description}.`,
      noBoolean: (name: string) => `La opción ${quoted(name)} es true o false.`,
      noInteger: (name: string) => `La opción ${quoted(name)} debe ser un número entero.`,
      noText: (name: string) => `La opción ${quoted(name)} debe ser texto.`,
      noChoice: (name: string, choices: readonly string[]) =>
        `La opción ${quoted(name)} debe ser una de estas: ${choices.join(', ')}.`,
      tooLong: (name: string, most: number, length: number) =>
        `La opción ${quoted(name)} admite como máximo ${count(most, { one: 'carácter', other: 'caracteres' })}; hay ${number(length)}. Acórtala.`,
      tooShort: (name: string, least: number) =>
        `La opción ${quoted(name)} necesita al menos ${count(least, { one: 'carácter', other: 'caracteres' })}.`,
    },

    message: {
      read: 'Leer el artículo',
      whole: 'Mostrar completa',
      context: 'En contexto',
      cite: 'Citar',
      card: 'Tarjeta',
      otherSide: 'El otro lado',
      share: 'Compartir',
      whose: (label: string, name: string) => `${label}: ${name}`,
      page: (page: number, pages: number) => `${number(page)} de ${number(pages)}`,
      wholeHeading: 'La cita completa',
      plainText: 'Texto sin formato',
      markdown: 'Markdown',
      best: (shown: number, all: number) => `Las ${number(shown)} mejores de ${number(all)}`,
      tooLong:
        'Hay más, pero esta pregunta es demasiado larga para los botones de página. Pregunta con menos palabras, o por una sola persona o un solo medio.',
      goesOn:
        'Esto tarda más de lo que Discord me deja escribir aquí, y continúa. /status dice cuándo se leyeron los artículos por última vez.',
      leftOut: (page: number, pages: number) => `Página ${number(page)} de ${number(pages)}; el resto se omite.`,
      enclosed: (rest: number, file: string) => `… y ${number(rest)} más: todo está en ${file}.`,
      more: (rest: number) => `… y ${number(rest)} más.`,
      didYouMean: 'Quizá quisiste decir:',
      nothing: 'No encontré nada.',
      stale: 'Este botón es de una versión anterior. Pregunta de nuevo con el comando.',
      changed:
        'Los artículos han cambiado desde que se preguntó esto; la respuesta es de los artículos como están ahora.',
      gone: 'Los artículos han cambiado, y esa cita ya no está en ellos.',
      noCommand: (name: string) => `Ya no tengo el comando /${name}. Prueba /help.`,
      noMenuCommand: (name: string) => `Ya no tengo el comando ${quoted(name)}. Prueba /help.`,
      cooldown: (seconds: number) =>
        `Eso fue mucho de una vez, y otros también preguntan. Inténtalo de nuevo en ${form(seconds, { one: 'un segundo', other: `${number(seconds)} segundos` })}.`,
      fault: (reference: string) =>
        `Algo salió mal por mi parte, y está anotado. Si se lo dices a quien me mantiene, dale este número: ${reference}`,
    },

    terminal: {
      greeting: (articles: number, statements: number) =>
        `On Record: ${quantities.articles(articles)} y ${quantities.statements(statements)}. Escribe /help para empezar; Tab completa, Ctrl-D sale.`,
      more: (page: number, pages: number) => `Intro para más, q para parar (${number(page)} de ${number(pages)})`,
      stopped: 'Ya no se espera la respuesta.',
      leave: 'Ctrl-C otra vez, Ctrl-D o exit para salir.',
      working: 'Trabajando…',
      nearest: 'Lo más cercano',
      best: (shown: number, all: number) =>
        `Estos son los ${number(shown)} mejores resultados de ${number(all)}. Una pregunta más precisa muestra otros.`,
      ownWords: { before: 'Palabras del propio medio: ', after: '', article: 'el artículo' },
      also: 'Impreso también por',
      places: (value: number) => `y en ${count(value, { one: 'lugar más', other: 'lugares más' })}`,
      fault: (reference: string | undefined) =>
        `Algo salió mal dentro de On Record, no con lo que escribiste${reference === undefined ? '' : ` (número ${reference})`}.`,
      noCommand: (name: string, nearest: string | undefined) =>
        `No hay ningún comando ${quoted(`/${name}`)}.${nearest === undefined ? '' : ` El más cercano es /${nearest}.`}`,
      blank: (commands: readonly string[]) => `Escribe un comando: ${commands.join(', ')}.`,
      withUsage: (sentence: string, usage: string) => `${sentence} Uso: ${usage}`,
      twice: (name: string) => `${quoted(name)} se dio dos veces.`,
      needs: (command: string, names: readonly string[]) => `/${command} necesita ${names.map(quoted).join(' y ')}.`,
      noWords: (command: string, word: string) =>
        `/${command} no admite palabras, así que ${quoted(word)} no tiene lugar.`,
      noPlace: (word: string, given: readonly string[]) =>
        `${quoted(word)} no tiene lugar, porque ya se dio ${given.map(quoted).join(' y ')}.`,
      openQuote: (name: string) => `Las comillas que abren ${quoted(name)} no se cierran.`,
      joinedQuote: (name: string) =>
        `Tras las comillas que cierran ${quoted(name)} debe haber un espacio (dentro, escribe \\").`,
      noValue: (name: string) =>
        `${quoted(`${name}:`)} necesita su valor justo después de los dos puntos, entre comillas rectas si tiene varias palabras.`,
      noBoolean: (name: string, typed: string) => `${quoted(name)} es true o false, no ${quoted(typed)}.`,
      noInteger: (name: string, typed: string) => `${quoted(name)} es un número entero, no ${quoted(typed)}.`,
      noChoice: (name: string, choices: readonly string[], typed: string) =>
        `${quoted(name)} es uno de ${choices.join(', ')}, no ${quoted(typed)}.`,
      empty: (name: string) => `${quoted(name)} está vacío.`,
      tooLong: (name: string, most: number) =>
        `${quoted(name)} tiene más de ${count(most, { one: 'carácter', other: 'caracteres' })}.`,
      tooShort: (name: string, least: number) =>
        `${quoted(name)} tiene menos de ${count(least, { one: 'carácter', other: 'caracteres' })}.`,
    },

    capitalise: (text: string) => capitalise(text, locale),
  };
}

/** As in Spain. */
export const spain = spanish('es-ES', ['«', '»']);

const american = spanish('es-419', ['“', '”']);

/** As in Latin America. */
export const latinAmerica: Wording = {
  ...american,
  message: { ...american.message, stale: 'Este botón es de una versión anterior. Vuelve a preguntar con el comando.' },
  terminal: {
    ...american.terminal,
    more: (page: number, pages: number) =>
      `Enter para más, q para parar (${american.number(page)} de ${american.number(pages)})`,
  },
};
