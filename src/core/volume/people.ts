import { fold } from '../actor/fold.ts';
import type { NamedMention } from '../actor/roster.ts';
import { probable, type Speaker, type Statement } from '../quotation/statement.ts';
import type { Stance } from '../stance/stance.ts';

/** What a volume keeps once for all statements of one speaker: everything but where it is mentioned. */
export interface SpeakerRecord extends Omit<Speaker, 'mention'> {
  /** Index into the mentions; −1 where nobody is answerable because the speaker is not clear. */
  readonly answerable: number;
}

/** A name by which somebody is answerable. */
export interface MentionRecord extends NamedMention {
  /** Whether it makes an actor; if not, it only leads to actors that other mentions make. */
  readonly makesActor: boolean;
}

/** Less sure stances are not shown. */
export const leastConfidence = 0.5;

/** Everybody who speaks or holds something in some articles, each kept once and known by a number. */
export class People {
  readonly #mentions: (NamedMention & { makesActor: boolean })[] = [];
  readonly #speakers: SpeakerRecord[] = [];
  readonly #numbers = new Map<string, number>();

  /** In the order in which they were met. */
  get records(): { readonly mentions: readonly MentionRecord[]; readonly speakers: readonly SpeakerRecord[] } {
    return { mentions: this.#mentions, speakers: this.#speakers };
  }

  speaker(speaker: Speaker): number {
    const { mention: _, ...kept } = speaker;
    return this.#number('speaker', JSON.stringify(kept), () => {
      const answerable = speaker.confidence < probable ? -1 : this.#mention(speaker, true);
      return this.#speakers.push({ ...kept, answerable }) - 1;
    });
  }

  /**
   * The mention that answers for a stance; −1 for none. The speaker himself, by "we" or a pronoun, brings his office
   * along; another holder stands on its own name.
   */
  answerableFor(stance: Stance, statement: Statement | undefined): number {
    if (statement === undefined || stance.confidence < leastConfidence) return -1;
    const { speaker } = statement;
    if (speaker === null || fold(speaker.name) !== fold(stance.holderName))
      return this.#mention({ name: stance.holderName }, true);
    if (stance.holder === null && speaker.confidence < probable) return -1;
    return this.#mention(speaker, speaker.confidence >= probable);
  }

  #mention({ name, role, alias }: NamedMention, makesActor: boolean): number {
    const number = this.#number(
      'mention',
      JSON.stringify([name, role, alias]),
      () =>
        this.#mentions.push({
          name,
          ...(role === undefined ? {} : { role }),
          ...(alias === undefined ? {} : { alias }),
          makesActor: false,
        }) - 1,
    );
    const known = this.#mentions[number];
    if (makesActor && known !== undefined) known.makesActor = true;
    return number;
  }

  #number(kind: string, text: string, make: () => number): number {
    const key = `${kind} ${text}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = make();
    this.#numbers.set(key, number);
    return number;
  }
}
