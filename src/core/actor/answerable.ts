import type { ReadMention, Roster } from './roster.ts';

/** Who is answerable by each mention of an archive, by number, and by which mentions each actor is, by key. */
export class Answerable {
  readonly #roster: Roster;
  readonly #keys: (readonly string[])[] = [];
  readonly #mentions = new Map<string, number[]>();

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  /**
   * Learns of further mentions: those it knows already are passed over. A generator, so that the caller can pause between
   * its steps.
   */
  *learn(mentions: readonly ReadMention[]): Generator<void> {
    for (let mention = this.#keys.length; mention < mentions.length; mention += 1) {
      const named = mentions[mention];
      const keys = named === undefined ? [] : this.#roster.answerable(named);
      this.#keys.push(keys);
      for (const key of keys) {
        const list = this.#mentions.get(key);
        if (list === undefined) this.#mentions.set(key, [mention]);
        else list.push(mention);
      }
      if (mention % 500 === 499) yield;
    }
  }

  /** The keys of everybody answerable by a mention. */
  keysOf(mention: number): readonly string[] {
    return this.#keys[mention] ?? [];
  }

  /** The mentions by which an actor is answerable; some may stand in no article any more. */
  mentionsOf(key: string): readonly number[] {
    return this.#mentions.get(key) ?? [];
  }
}
