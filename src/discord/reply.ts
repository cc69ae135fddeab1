import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessageTopLevelComponent,
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  type RawFile,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Enclosure } from './enclosure.ts';
import { connections, isTakenAtOnce } from './first-answer.ts';
import { within } from './patience.ts';

/** A message as it is sent: whoever sends it, it never notifies anybody. */
export interface OutgoingMessage {
  readonly components: APIMessageTopLevelComponent[];
  /** The files sent with it, by their place. An edit drops what is not listed. */
  readonly attachments: { readonly id: string; readonly filename: string; readonly description?: string }[];
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: [] };
}

/** A first answer as it is sent, in JSON, so that it need not be written again to be sent again. */
export type WrittenResponse = Buffer;

/** Writes a first answer that nothing is enclosed with. */
export function writeResponse(response: APIInteractionResponse): WrittenResponse {
  const json = JSON.stringify(response);
  // In memory of its own: kept for long, it would keep all that shares a pool with it.
  const written = Buffer.allocUnsafeSlow(Buffer.byteLength(json));
  written.write(json);
  return written;
}

/** What can be done about one interaction. The first answer is `respond`; all others come after it. */
export interface Responder {
  respond(response: APIInteractionResponse | WrittenResponse, enclosed?: readonly Enclosure[]): Promise<void>;
  edit(message: OutgoingMessage, enclosed?: readonly Enclosure[]): Promise<void>;
  remove(): Promise<void>;
  follow(message: OutgoingMessage, enclosed?: readonly Enclosure[]): Promise<void>;
}

/** How often a first answer is tried, and how long Discord may say nothing to each try, in milliseconds. */
const tries = 3;
const oneTry = 1_000;

/** Discord said nothing to an answer, or cannot be reached: whether it was taken nobody knows. */
export class Unheard extends Error {
  override readonly name = 'Unheard';

  constructor() {
    super('Discord said nothing to the answer while there was time');
  }
}

/** How a client for answers differs from discord.js' own. */
export const restManners = {
  // Answers to interactions are outside of the limit that an application's other requests are under; what Discord
  // asks to be slower is slower all the same.
  globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  // What is kept to queue an interaction's edits is of no use once it is answered.
  handlerSweepInterval: 60_000,
  agent: connections,
} as const;

/**
 * Answers an interaction by REST, with the interaction's own token: the bot's is not needed, nor sent. `limited` is told when
 * Discord asks for fewer first answers.
 */
export function restResponder(
  rest: REST,
  { id, token, application_id: application }: APIInteraction,
  limited?: () => void,
): Responder {
  const original = () => Routes.webhookMessage(application, token);
  return {
    respond: async (body, enclosed) => {
      const route = Routes.interactionCallback(id, token);
      const written = Buffer.isBuffer(body)
        ? body
        : enclosed === undefined || enclosed.length === 0
          ? writeResponse(body)
          : null;
      const content =
        written === null
          ? { body, files: filesOf(enclosed), auth: false }
          : { body: written, passThroughBody: true, headers: { 'Content-Type': 'application/json' }, auth: false };
      const send = async (): Promise<'taken' | 'lost'> => {
        try {
          if (written !== null && (await isTakenAtOnce(rest, route, written, limited))) return 'taken';
          await rest.post(route, content);
          return 'taken';
        } catch (error) {
          // An earlier try got through.
          if (isRefusal(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) return 'taken';
          if (error instanceof DiscordAPIError) throw error;
          return 'lost';
        }
      };
      // Without a word from Discord only another try can tell whether the one before got through.
      for (let left = tries; left > 0; left -= 1) {
        const sending = send();
        // One that is not waited for any longer may still fail.
        sending.catch(() => undefined);
        if ((await within(oneTry, sending)) === 'taken') return;
      }
      throw new Unheard();
    },
    edit: async (body, enclosed) => {
      const send = () => rest.patch(original(), { body, files: filesOf(enclosed), auth: false });
      // To change a message twice is to change it once, so that a lost connection is no reason to give up.
      await send().catch((error: unknown) => {
        if (error instanceof DiscordAPIError) throw error;
        return send();
      });
    },
    remove: async () => {
      await rest.delete(original(), { auth: false });
    },
    follow: async (body, enclosed) => {
      await rest.post(Routes.webhook(application, token), { body, files: filesOf(enclosed), auth: false });
    },
  };
}

function filesOf(enclosed: readonly Enclosure[] = []): RawFile[] {
  return enclosed.map((each) =>
    'png' in each
      ? { name: each.name, data: Buffer.from(each.png), contentType: 'image/png' }
      : { name: each.name, data: Buffer.from(each.text), contentType: 'text/plain; charset=utf-8' },
  );
}

/** Whether the error is Discord refusing something for this reason. */
export function isRefusal(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

/** What a message shows. */
export interface Content {
  readonly components: APIMessageTopLevelComponent[];
  readonly enclosed?: readonly Enclosure[];
}

export interface ReplyManner {
  /** Whether the answer is for the asker alone. */
  readonly isPrivate: boolean;
  /** Whether the answer replaces the message that the clicked button stands on, instead of being a new one. */
  readonly updates: boolean;
}

/**
 * The answer to one interaction as it goes from nothing over "thinking" to shown, whichever calls come in which order.
 * Refusals are for the asker alone, whatever was public before.
 */
export class Reply {
  readonly manner: ReplyManner;
  readonly #responder: Responder;
  #state: 'open' | 'waiting' | 'shown' | 'refused' = 'open';

  constructor(responder: Responder, manner: ReplyManner) {
    this.#responder = responder;
    this.manner = manner;
  }

  /** Tells Discord that the answer takes a while. */
  async wait(): Promise<void> {
    if (this.#state !== 'open') return;
    await this.#responder.respond(this.#deferral());
    this.#state = 'waiting';
  }

  /**
   * Shows the answer, in place of what was shown before. Gives the response that showed it, where that alone did: it
   * would show the same as the answer to another interaction.
   */
  async show({ components, enclosed = [] }: Content): Promise<APIInteractionResponse | undefined> {
    // What comes after all is not shown in place of the word that it would not.
    if (this.#state === 'refused') return undefined;
    // Whom a message is for is settled when it is made; an edit may not name it again.
    if (this.#state !== 'open') {
      await this.#responder.edit(outgoing(components, false, enclosed), enclosed);
      this.#state = 'shown';
      return undefined;
    }
    const { isPrivate, updates } = this.manner;
    const response: APIInteractionResponse = updates
      ? { type: InteractionResponseType.UpdateMessage, data: outgoing(components, false, enclosed) }
      : { type: InteractionResponseType.ChannelMessageWithSource, data: outgoing(components, isPrivate, enclosed) };
    await this.#responder.respond(response, enclosed);
    this.#state = 'shown';
    return enclosed.length === 0 ? response : undefined;
  }

  /** Shows at once what was shown to another interaction in the same manner. */
  async repeat(response: WrittenResponse): Promise<void> {
    await this.#responder.respond(response);
    this.#state = 'shown';
  }

  /** Shows a further message below the answer, to the same people. */
  async add({ components, enclosed = [] }: Content): Promise<void> {
    await this.#responder.follow(outgoing(components, this.manner.isPrivate, enclosed), enclosed);
  }

  /** Tells the asker alone. A public answer that was begun goes away; a message whose button was clicked stays. */
  async refuse(components: APIMessageTopLevelComponent[]): Promise<void> {
    const data = outgoing(components, true);
    if (this.#state === 'open') {
      await this.#responder.respond({ type: InteractionResponseType.ChannelMessageWithSource, data });
    } else if (this.manner.updates) {
      await this.#responder.follow(data);
    } else if (this.manner.isPrivate) {
      await this.#responder.edit(outgoing(components, false));
    } else {
      // Removed first: the first message after a deferral would become the deferred one, and public like it.
      await this.#responder.remove();
      await this.#responder.follow(data);
    }
    this.#state = 'refused';
  }

  #deferral(): APIInteractionResponse {
    if (this.manner.updates) return { type: InteractionResponseType.DeferredMessageUpdate };
    const flags = this.manner.isPrivate ? { data: { flags: MessageFlags.Ephemeral } } : {};
    return { type: InteractionResponseType.DeferredChannelMessageWithSource, ...flags };
  }
}

function outgoing(
  components: APIMessageTopLevelComponent[],
  isPrivate: boolean,
  enclosed: readonly Enclosure[] = [],
): OutgoingMessage {
  return {
    components,
    attachments: enclosed.map((each, index) => ({
      id: String(index),
      filename: each.name,
      ...('alt' in each ? { description: each.alt } : {}),
    })),
    flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
    allowed_mentions: { parse: [] },
  };
}
