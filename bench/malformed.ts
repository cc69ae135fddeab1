/** A file of the fuzz, and what reading it must give. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How the file was spoilt, or "good". */
  readonly kind: string;
  /** Whether a problem must be reported: always, never, or as it turns out. */
  readonly problem: 'always' | 'never' | 'perhaps';
  /** Sentences that must be found in the articles read. */
  readonly sentences: readonly string[];
}

/** Numbers from 0 up to 1, the same for the same seed in every process (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Chance, with the few draws the fuzz needs. */
class Dice {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = seeded(seed);
  }
  /** A whole number from 0 up to `below`. */
  number(below: number): number {
    return Math.floor(this.#next() * below);
  }
  pick<T>(things: readonly [T, ...T[]]): T {
    return things[this.number(things.length)] ?? things[0];
  }
}

const encoder = new TextEncoder();
const places = ['Velmouth', 'Orsten', 'Karnholt', 'Lindesey', 'Marrow Bay'] as const;
const people = ['Mara Okell', 'Ivo Brandt', 'Ana Dray', 'Bo Stenn', 'Zoë Quillan'] as const;
const subjects = [
  'the harbour',
  'the new bridge',
  'the fishing treaty',
  'a tax on salt',
  'the border with Orsten',
] as const;
const verbs = ['said', 'told reporters', 'warned', 'added', 'insisted'] as const;
const wishes = ['We must act', 'Nobody wants this', 'It cannot stand', 'We support it', 'They should listen'] as const;

interface Story {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

function tell(dice: Dice, number: number): Story {
  const paragraphs = [`The council of ${dice.pick(places)} voted on ${dice.pick(subjects)} in session ${number}.`];
  for (let count = 2 + dice.number(5); count > 0; count -= 1) {
    paragraphs.push(
      `“${dice.pick(wishes)} on ${dice.pick(subjects)},” ${dice.pick(verbs)} ${dice.pick(people)} in ${dice.pick(places)} before vote ${number}-${count}.`,
    );
  }
  return { title: `${dice.pick(places)} votes on ${dice.pick(subjects)} again`, paragraphs };
}

const escapeMarkup = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const plain = ({ title, paragraphs }: Story) => [title, ...paragraphs].join('\n\n');
const markdown = ({ title, paragraphs }: Story) =>
  `---\ntitle: ${title}\noutlet: The Velmouth Courier\ndate: 2026-01-05\n---\n\n${paragraphs.join('\n\n')}\n`;
const htmlParagraphs = ({ paragraphs }: Story) => paragraphs.map((text) => `<p>${escapeMarkup(text)}</p>`).join('\n');
const html = (story: Story) =>
  `<!DOCTYPE html><html><head><title>${story.title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${story.title}</h1>\n${htmlParagraphs(story)}\n</article></body></html>`;
const record = (story: Story) => ({ title: story.title, outlet: 'The Velmouth Courier', text: plain(story) });
const item = (story: Story, number: number) =>
  `<item><title>${story.title}</title><guid>urn:${number}</guid><content:encoded><![CDATA[${htmlParagraphs(story)}]]></content:encoded></item>`;
const rss = (...items: readonly string[]) =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>The Velmouth Courier</title>\n${items.join('\n')}\n</channel></rss>`;
const atom = (story: Story) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Velmouth Courier</title><entry><id>urn:a</id><title>${story.title}</title><content type="html">${escapeMarkup(htmlParagraphs(story))}</content></entry></feed>`;

type Format = readonly [ending: string, write: (story: Story) => string];

const formats: readonly [Format, ...Format[]] = [
  ['txt', plain],
  ['md', markdown],
  ['html', html],
  ['json', (story) => JSON.stringify(record(story), null, 2)],
  ['jsonl', (story) => `${JSON.stringify(record(story))}\n`],
  ['xml', (story) => rss(item(story, 1))],
  ['atom', atom],
];

/** A spoilt file: its ending, its content, and the sentences that must be read all the same. */
interface Spoilt {
  readonly ending: string;
  readonly content: string | Uint8Array;
  readonly problem?: 'perhaps';
  readonly sentences?: readonly string[];
}

type Spoiler = readonly [kind: string, spoil: (dice: Dice, story: Story, number: number) => Spoilt];

/** A size in characters, small as a rule and large now and then. */
const size = (dice: Dice, largest: number) => (dice.number(12) === 0 ? largest : 1 + dice.number(largest / 50));

const frontMatter = (yaml: string, { paragraphs }: Story) => ({
  ending: 'md',
  content: `---\n${yaml}\n---\n\n${paragraphs.join('\n\n')}\n`,
});

const spoilers: readonly [Spoiler, ...Spoiler[]] = [
  [
    'NUL characters',
    (dice, story) => {
      const [ending, write] = dice.pick(formats);
      return { ending, content: insert(dice, write(story), '\0') };
    },
  ],
  [
    'bytes of no text',
    (dice) => ({
      ending: dice.pick(formats)[0],
      content: Uint8Array.from({ length: 600 + dice.number(4000) }, () => dice.number(256)),
    }),
  ],
  [
    'another file by the name of a text',
    (dice, story) => ({
      ending: dice.pick(['txt', 'md', 'html', 'json', 'xml']),
      content: Buffer.from(
        `${dice.pick(['%PDF-1.4\n', 'PK\x03\x04', '{\\rtf1 ', '\x89PNG\r\n', 'GIF89a', '\x1f\x8b'])}${plain(story)}`,
        'latin1',
      ),
    }),
  ],
  [
    'UTF-16 without a mark',
    (dice, story) => ({ ending: dice.pick(formats)[0], content: Buffer.from(plain(story), 'utf16le') }),
  ],
  [
    'UTF-16 cut inside a character',
    (dice, story) => {
      const wide = Buffer.from(`\ufeff${plain(story)}`, 'utf16le');
      return { ending: dice.pick(formats)[0], content: wide.subarray(0, wide.length - 1) };
    },
  ],
  [
    'UTF-8 cut inside a character',
    (_dice, story) => ({ ending: 'txt', content: Buffer.from(`${plain(story)}“`).subarray(0, -1) }),
  ],
  [
    'Windows-1252 with bytes that it does not print',
    (dice, story) => ({
      ending: dice.pick(formats)[0],
      content: Buffer.from(
        `Zo\xeb ${story.title.replace(/\P{ASCII}/gu, '')} ${dice.pick(['\x81', '\x8d', '\x07', '\x7f'])}`,
        'latin1',
      ),
    }),
  ],
  ['nothing', (dice) => ({ ending: dice.pick(formats)[0], content: ' \n'.repeat(dice.number(200)) })],
  [
    'a giant line',
    (dice) => {
      const line = dice.pick(['word ', 'x', '“', '*a ', '[', '&amp;', '<']).repeat(260_000);
      const [ending, content] = dice.pick<readonly [string, string]>([
        ['txt', line],
        ['md', line],
        ['json', JSON.stringify({ text: line })],
        ['jsonl', JSON.stringify({ text: line })],
        ['xml', rss(`<item><title>x</title><content:encoded>${escapeMarkup(line)}</content:encoded></item>`)],
      ]);
      return { ending, content };
    },
  ],
  ['a title and no body', (_dice, story) => ({ ending: 'txt', content: `${story.title}\n` })],
  ['a page by the name of a text', (_dice, story) => ({ ending: 'txt', content: html(story) })],
  [
    'an ending that is not read',
    (dice, story) => ({ ending: dice.pick(['png', 'docx', 'mhtml', 'csv']), content: plain(story) }),
  ],
  [
    'front matter without an end',
    (_dice, story) => ({ ending: 'md', content: `---\ntitle: ${story.title}\n\n${plain(story)}` }),
  ],
  [
    'front matter that is not YAML',
    (dice, story) =>
      frontMatter(
        dice.pick(['title: [x', 'title: "x', '\ttitle: x\n\t- y', 'title: x\n y: z: q', '{a: b', '%%% @@']),
        story,
      ),
  ],
  ['a key twice in front matter', (_dice, story) => frontMatter('title: x\ntitle: y', story)],
  [
    'a wrong field in front matter',
    (dice, story) =>
      frontMatter(dice.pick(['date: 2026-02-30', 'title: {a: b}', 'url: nowhere', 'tags: {a: b}', '- x']), story),
  ],
  [
    'YAML aliases without end',
    (dice, story) => {
      let yaml = 'a0: &a0 [ha, ha, ha, ha, ha, ha]';
      for (let at = 1; at < 8 + dice.number(30); at += 1) yaml += `\na${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}]`;
      return frontMatter(yaml, story);
    },
  ],
  ['YAML aliases of themselves', (_dice, story) => frontMatter('title: &a [*a, *a]', story)],
  [
    'YAML nested without measure',
    (dice, story) => frontMatter(`title: ${dice.pick(['[', '{a: '] as const).repeat(500 + size(dice, 6000))}`, story),
  ],
  [
    'Markdown nested without measure',
    (dice) => ({
      ending: 'md',
      content: `${dice.pick(['> ', '- ', '1. ', '>']).repeat(150 + size(dice, 5000))}So be it.`,
    }),
  ],
  [
    'HTML nested without measure',
    (dice, story) => ({
      ending: dice.pick(['html', 'htm']),
      content: `<html><body>${dice.pick(['<div>', '<b>', '<blockquote>', '<ul><li>', '<table><tr><td>', '<svg>', '<x-y>']).repeat(150 + size(dice, 40_000))}${plain(story)}`,
    }),
  ],
  [
    'a page of too many elements',
    (dice) => ({
      ending: 'html',
      content: `<html>${dice.pick(['<p>a', '<br>', '<a href=x>b</a> ', '<i class=x>b</i>']).repeat(9000)}</html>`,
    }),
  ],
  [
    'a page without an article',
    (dice) => ({
      ending: 'html',
      content: `<html>${dice.pick(['', '<nav><a href="/">Home</a></nav>', '<script>alert("So.")</script>', '<!--'])}</html>`,
    }),
  ],
  [
    'a page that was cut off',
    (dice, story) => {
      const page = html(story);
      return {
        ending: 'html',
        content: page.slice(0, page.indexOf('<body>') + dice.number(page.length - page.indexOf('<body>') - 20)),
      };
    },
  ],
  [
    'a page with broken linked data',
    (dice, story) => ({
      ending: 'html',
      content: html(story).replace(
        '</head>',
        `<script type="application/ld+json">${dice.pick(['{', '['.repeat(50_000), 'null', '{"@graph":[{"@type":"NewsArticle","author":{"@id":"#"},"@id":"#"}]}'])}</script></head>`,
      ),
      problem: 'perhaps',
      sentences: story.paragraphs,
    }),
  ],
  [
    'JSON cut off',
    (dice, story) => {
      const [ending, write] = dice.pick([
        ['json', record],
        ['jsonl', record],
      ] as const);
      const text = JSON.stringify(write(story));
      return { ending, content: text.slice(0, 1 + dice.number(text.length - 1)) };
    },
  ],
  [
    'a key twice in JSON',
    (dice, story) => ({
      ending: dice.pick(['json', 'jsonl']),
      content: `{"text": ${JSON.stringify(plain(story))}, "title": "x", "${dice.pick(['text', 'te\\u0078t', 'title'])}": "y"}`,
    }),
  ],
  [
    'JSON nested without measure',
    (dice) => {
      const depth = 1 + size(dice, 120_000);
      return { ending: dice.pick(['json', 'jsonl']), content: `${'['.repeat(depth)}${']'.repeat(depth)}` };
    },
  ],
  [
    'JSON of another kind',
    (dice) => ({
      ending: 'json',
      content: dice.pick([
        'null',
        '5',
        '"text"',
        '[]',
        '{}',
        '[5]',
        '{"text": []}',
        '{"text": ""}',
        '{"text": "\\u0000"}',
        '{"text": "\\ud83d"}',
        '{"text": "x", "date": "soon"}',
        '{"articles": []}',
      ]),
    }),
  ],
  [
    'JSON with more behind it',
    (_dice, story) => ({ ending: 'json', content: `${JSON.stringify(record(story))} and more` }),
  ],
  [
    'a broken line among good ones',
    (dice, story) => ({
      ending: 'jsonl',
      content: `${insertLine(dice, [JSON.stringify(record(story))], dice.pick(['{"text": ', 'text', '{"id": 1}', '{"text": "x", "text": "y"}', '[1]', '\ufffd']))}\n`,
      sentences: story.paragraphs,
    }),
  ],
  [
    'many bad lines',
    (dice) => ({ ending: 'jsonl', content: `${dice.pick(['x', '{}', '5', '"'])}\n`.repeat(1 + size(dice, 20_000)) }),
  ],
  [
    'XML that is no feed',
    (dice, story) => ({
      ending: 'xml',
      content: dice.pick([
        `<urlset><url>${story.title}</url></urlset>`,
        plain(story),
        '<rss/>',
        '<rss><channel/></rss>',
        '<a',
        '<?xml?>',
      ]),
    }),
  ],
  [
    'an entity bomb',
    (dice, story, number) => {
      let entities = '<!ENTITY a0 "ha">';
      for (let at = 1; at < 10 + dice.number(20); at += 1)
        entities += `\n<!ENTITY a${at} "${`&a${at - 1};`.repeat(10)}">`;
      return {
        ending: dice.pick(['xml', 'rss', 'atom']),
        content: rss(item(story, number))
          .replace('<rss', `<!DOCTYPE rss [${entities}]>\n<rss`)
          .replace('<title>', '<title>&a9;'),
      };
    },
  ],
  [
    'an entity of another file',
    (_dice, story, number) => ({
      ending: 'xml',
      content: `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>${rss(item(story, number))}`.replace(
        '<title>',
        '<title>&x;',
      ),
    }),
  ],
  [
    'a feed nested without measure',
    (dice) => ({ ending: 'xml', content: `<rss><channel><item>${'<a>'.repeat(150 + size(dice, 40_000))}` }),
  ],
  [
    'a feed that was cut off',
    (dice, story, number) => {
      const good = rss(item(story, number));
      const second = item({ title: 'Cut off', paragraphs: ['So be it.'] }, number + 1);
      const whole = good.replace('</channel>', `${second}</channel>`);
      const from = whole.indexOf('Cut off');
      return {
        ending: 'xml',
        content: whole.slice(0, from + dice.number(whole.length - from - 20)),
        sentences: story.paragraphs,
      };
    },
  ],
  [
    'a feed of summaries',
    (_dice, story) => ({
      ending: 'rss',
      content: rss(`<item><title>${story.title}</title><description>The council voted …</description></item>`),
    }),
  ],
  [
    'an item that is not closed',
    (_dice, story, number) => ({
      ending: 'xml',
      content: rss(item(story, number), '<item><title>Open<description>So be it.</description></item>'),
      sentences: story.paragraphs,
    }),
  ],
  [
    'flipped bits',
    (dice, story) =>
      mutate(dice, story, (bytes) => {
        for (let count = 1 + dice.number(20); count > 0; count -= 1) {
          const at = dice.number(bytes.length);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.number(8));
        }
        return bytes;
      }),
  ],
  [
    'a piece cut out',
    (dice, story) =>
      mutate(dice, story, (bytes) => {
        const at = dice.number(bytes.length);
        return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + dice.number(40))]);
      }),
  ],
  [
    'a piece doubled',
    (dice, story) =>
      mutate(dice, story, (bytes) => {
        const at = dice.number(bytes.length);
        const piece = bytes.subarray(at, at + 1 + dice.number(60));
        return Buffer.concat([
          bytes.subarray(0, at),
          ...Array.from({ length: 1 + size(dice, 1000) }, () => piece),
          bytes.subarray(at),
        ]);
      }),
  ],
  [
    'marks strewn in',
    (dice, story) =>
      mutate(dice, story, (bytes) => {
        const mark = dice.pick([
          '<',
          '>',
          '"',
          '{',
          '}',
          '&',
          ']]>',
          '<!--',
          '\\',
          '---\n',
          '\u202e',
          '\ufeff',
          '<script>',
          '</article>',
        ]);
        let text = bytes.toString();
        for (let count = 1 + dice.number(30); count > 0; count -= 1) text = insert(dice, text, mark);
        return Buffer.from(text);
      }),
  ],
  [
    'one format by the name of another',
    (dice, story) => ({ ending: dice.pick(formats)[0], content: dice.pick(formats)[1](story), problem: 'perhaps' }),
  ],
];

function insert(dice: Dice, text: string, piece: string): string {
  const at = dice.number(text.length);
  return text.slice(0, at) + piece + text.slice(at);
}

function insertLine(dice: Dice, lines: readonly string[], line: string): string {
  return lines.toSpliced(dice.number(lines.length + 1), 0, line).join('\n');
}

function mutate(dice: Dice, story: Story, change: (bytes: Buffer) => Uint8Array): Spoilt {
  const [ending, write] = dice.pick(formats);
  return { ending, content: change(Buffer.from(write(story))), problem: 'perhaps' };
}

/**
 * Makes `count` malformed files of every format, every way of spoiling one in turn, with a good file after every
 * tenth. The same seed gives the same files.
 */
export function* makeMalformed(count: number, seed: number): Generator<MadeFile> {
  const dice = new Dice(seed);
  for (let number = 0; number < count; number += 1) {
    const [kind, spoil] = spoilers[number % spoilers.length] ?? spoilers[0];
    const { ending, content, problem = 'always', sentences = [] } = spoil(dice, tell(dice, number), number);
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    yield { name: `bad-${number}.${ending}`, bytes, kind, problem, sentences };
    if (number % 10 === 9) {
      const story = tell(dice, count + number);
      const [ending, write] = dice.pick(formats);
      const bytes = encoder.encode(write(story));
      yield { name: `good-${number}.${ending}`, bytes, kind: 'good', problem: 'never', sentences: story.paragraphs };
    }
  }
}
