import type { Archive } from '../src/core/archive.ts';

/** An archive that holds nothing: what a test of something else starts from. */
export const emptyArchive: Archive = {
  version: '3f786850e387',
  size: { articles: 0, statements: 0, stances: 0 },
  quote: async () => ({ quotations: [], total: 0 }),
  stance: async ({ actor, about }) => ({
    holder: actor,
    about: about ?? '',
    positions: [],
    total: 0,
    supports: 0,
    opposes: 0,
  }),
  ask: async () => ({
    reading: 'passages',
    answered: false,
    unanswerable: false,
    quotations: [],
    positions: [],
    passages: [],
    total: 0,
  }),
  verify: async () => ({ verdict: 'not found', remarks: [] }),
  context: async () => null,
  sources: async () => ({ outlets: [], collections: [], withoutOutlet: 0, withoutDate: 0 }),
  article: async () => ({ article: null, opening: '', speakers: [], statements: 0, copies: [], nearest: [] }),
  page: async () => null,
  suggestArticles: async () => [],
  suggestActors: async () => [],
  suggestAbout: async () => [],
  suggestSpeakers: async () => [],
  suggestSubjects: async () => [],
  suggestOutlets: async () => [],
  suggestCollections: async () => [],
};
