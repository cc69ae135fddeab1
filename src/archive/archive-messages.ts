import type { Archive, ArchiveSize } from '../core/archive.ts';

/** The questions that an archive in another thread is asked by message: all there are. */
export const questionNames = [
  'quote',
  'stance',
  'ask',
  'verify',
  'sources',
  'article',
  'suggestArticles',
  'context',
  'page',
  'suggestActors',
  'suggestAbout',
  'suggestSpeakers',
  'suggestSubjects',
  'suggestOutlets',
  'suggestCollections',
] as const satisfies readonly Exclude<keyof Archive, 'version' | 'size'>[];

export type QuestionName = (typeof questionNames)[number];

/** What an archive can be asked across threads. Does not compile when the list above lacks a question. */
export type Questions =
  Omit<Archive, 'version' | 'size'> extends Pick<Archive, QuestionName>
    ? Pick<Archive, QuestionName> extends Omit<Archive, 'version' | 'size'>
      ? Pick<Archive, QuestionName>
      : never
    : never;

/** A volume as it travels: the bytes are shared, `key` tells that it is the same one as before. */
export interface SentVolume {
  readonly key: number;
  readonly bytes: Uint8Array;
}

/** To the thread that holds archives; each message is answered once, by its `id`. */
export type ToArchive = { readonly id: number; readonly archive: number } & (
  | { readonly do: 'expect'; readonly volume: SentVolume }
  | {
      readonly do: 'open';
      readonly volumes: readonly SentVolume[];
      readonly ids: readonly string[];
      /** Memory for its lists, all zeros. */
      readonly room?: ArrayBuffer | undefined;
    }
  | { readonly do: 'close' }
  | { readonly do: 'ask'; readonly question: QuestionName; readonly args: readonly unknown[] }
);

export type FromArchive =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: string };

/** What an opened archive is known by. */
export interface OpenedArchive {
  readonly version: string;
  readonly size: ArchiveSize;
  /** How much room its lists asked for, in bytes. */
  readonly asked: number;
}
