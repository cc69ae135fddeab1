import type { Archive, Passage, Position, Quotation } from '../../src/core/archive.ts';
import { emptyArchive } from '../empty-archive.ts';

/** A quotation of an article made up for tests. */
export function quotation(given: Partial<Quotation> = {}): Quotation {
  const text = given.text ?? 'The harbour stays open, whatever it costs.';
  const start = given.start ?? 100;
  return {
    key: 'a1-1',
    text,
    article: { id: 'a1', title: 'Harbour to stay', outlet: 'Coast Daily', date: '2021-03-04', url: null },
    start,
    end: start + text.length,
    pieces: [[start, start + text.length]],
    paragraph: 3,
    kind: 'direct',
    speaker: { name: 'Mara Okell', mention: [80, 90], role: 'mayor of Velmouth', confidence: 0.95 },
    matches: [],
    also: [],
    ...given,
  };
}

/** A position of an article made up for tests. */
export function position(given: Partial<Position> = {}): Position {
  return {
    polarity: 'supports',
    towards: { text: 'the open harbour', start: 104, end: 120 },
    evidence: [quotation()],
    total: given.evidence?.length ?? 1,
    holder: 'Velmouth',
    date: '2021-03-04',
    confidence: 0.9,
    ...given,
  };
}

/** A passage of an article made up for tests, whose second sentence answers. */
export function passage(given: Partial<Passage> = {}): Passage {
  const text = given.text ?? 'It was built in 1887. The harbour opened in 1901. It has three piers.';
  const start = given.start ?? 200;
  return {
    text,
    article: { id: 'a1', title: 'Harbour to stay', outlet: 'Coast Daily', date: '2021-03-04', url: null },
    start,
    end: start + text.length,
    paragraph: 4,
    score: 0.8,
    sentence: [start + 22, start + 49],
    matches: [[start + 26, start + 33]],
    typed: [[start + 44, start + 48]],
    also: [],
    ...given,
  };
}

/** An archive that knows nothing but what a test gives it. */
export function archive(given: Partial<Archive> = {}): Archive {
  return {
    ...emptyArchive,
    version: '3f786850e387550fdab836ed7e6dc881de23001b',
    size: { articles: 1, statements: 1, stances: 0 },
    ...given,
  };
}
