/** One answer that is drawn: what is typed, over which articles. */
export interface Scene {
  /** The name of the picture. */
  readonly name: string;
  readonly articles: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string | boolean>>;
}

const printed = 'seeds';
/** Made-up articles of made-up places and people. */
const madeUp = 'pictures/demo';

/** What the pictures in `docs/pictures` show: the README's first, then one of each main command, then a card. */
export const scenes: readonly Scene[] = [
  { name: 'readme', articles: printed, command: 'quote', options: { text: 'unilateral measures' } },
  { name: 'stance', articles: madeUp, command: 'stance', options: { actor: 'Mara Okell', about: 'harbour' } },
  {
    name: 'compare',
    articles: madeUp,
    command: 'compare',
    options: { first: 'Mara Okell', second: 'Tomas Brandt', about: 'harbour' },
  },
  {
    name: 'timeline',
    articles: madeUp,
    command: 'timeline',
    options: { actor: 'Mara Okell', about: 'sale of the harbour' },
  },
  {
    name: 'quote',
    articles: madeUp,
    command: 'quote',
    options: { text: 'harbour', speaker: 'Mara Okell', card: true },
  },
  {
    name: 'ask',
    articles: printed,
    command: 'ask',
    options: { question: 'Who opposes foreign intervention in Venezuela?' },
  },
  {
    name: 'verify',
    articles: printed,
    command: 'verify',
    options: {
      quotation: 'We oppose unilateral measures and military intervention in internal affairs of Venezuela',
    },
  },
  { name: 'article', articles: madeUp, command: 'article', options: { article: 'New ferry wins over its owner' } },
  { name: 'sources', articles: madeUp, command: 'sources', options: {} },
  { name: 'help', articles: madeUp, command: 'help', options: {} },
];
