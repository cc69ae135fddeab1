import type { Archive } from '../core/archive.ts';
import type { WrittenResponse } from './reply.ts';

/** Longer questions than this are not remembered: hardly anybody asks them again. In characters. */
const longestQuestion = 1_000;
/** Nor are larger responses, in bytes: with what Discord takes in a message hardly any is. */
const largest = 24 * 1_024;

/** The last responses from one archive, by what was asked for and how it was to look. */
export interface RecentReplies {
  /** The response to a question, which thereby is the one asked last; undefined when it is not kept. */
  find(question: string): WrittenResponse | undefined;
  /** Keeps a response unless it is too large; the one that was asked longest ago may go for it. */
  keep(question: string, response: WrittenResponse): void;
}

/**
 * Remembers for every archive the last `most` responses that were made from it, so that what many ask is drawn and
 * written once: never more than 13 MiB of them. An archive never changes, so they hold as long as it does; they are
 * gone when it is.
 */
export function createRecentReplies(most = 500): (archive: Archive) => RecentReplies {
  const kept = new WeakMap<Archive, RecentReplies>();
  return (archive) => {
    let replies = kept.get(archive);
    if (replies === undefined) {
      replies = keepLast(most);
      kept.set(archive, replies);
    }
    return replies;
  };
}

function keepLast(most: number): RecentReplies {
  const responses = new Map<string, WrittenResponse>();
  return {
    find: (question) => {
      const response = responses.get(question);
      if (response === undefined) return undefined;
      // What was asked for last is forgotten last.
      responses.delete(question);
      responses.set(question, response);
      return response;
    },
    keep: (question, response) => {
      if (question.length > longestQuestion || response.length > largest) return;
      responses.delete(question);
      responses.set(question, response);
      const [oldest] = responses.keys();
      if (responses.size > most && oldest !== undefined) responses.delete(oldest);
    },
  };
}
