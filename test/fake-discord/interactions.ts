import { randomBytes } from 'node:crypto';
import type { Changes, Clock } from './clock.ts';
import { type Choice, checkChoice } from './commands.ts';
import { Field, isRecord, type RefusalBody, refusals } from './form.ts';
import {
  type Attachment,
  buttonsOf,
  type Component,
  checkMessage,
  flag,
  keptComponents,
  type Message,
  pingsOf,
  textOf,
  type Upload,
} from './messages.ts';

export const interactionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export const callbackType = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
  launch: 12,
} as const;

const allowedCallbacks: Readonly<Record<number, readonly number[]>> = {
  [interactionType.command]: [
    callbackType.message,
    callbackType.deferredMessage,
    callbackType.modal,
    callbackType.launch,
  ],
  [interactionType.component]: [
    callbackType.message,
    callbackType.deferredMessage,
    callbackType.deferredUpdate,
    callbackType.update,
    callbackType.modal,
    callbackType.launch,
  ],
  [interactionType.autocomplete]: [callbackType.choices],
  [interactionType.modal]: [
    callbackType.message,
    callbackType.deferredMessage,
    callbackType.deferredUpdate,
    callbackType.update,
  ],
};

/** An edit of the answer: the body as sent, and the message as it was right after. */
export interface Edit {
  readonly body: unknown;
  readonly message: Message;
  /** Milliseconds since the interaction was created. */
  readonly after: number;
}

/** A request about an interaction that was refused. */
export interface RefusedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: RefusalBody;
}

/** What the application made of one interaction. It keeps itself up to date: edits and follow-ups appear as they come. */
export class Reply {
  /** The interaction as it was sent to the application. */
  readonly interaction: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  /** The type of the accepted callback: 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal. */
  type: number | undefined;
  /** Milliseconds from the interaction's creation to the accepted callback. */
  acknowledgedAfter: number | undefined;
  /** The `data` of the accepted callback as sent. */
  sent: unknown;
  /** The last body that set the answer: that of the callback or of an edit. */
  lastBody: unknown;
  readonly edits: Edit[] = [];
  readonly followUps: Message[] = [];
  choices: Choice[] = [];
  modal: unknown;
  /** Whether the answer was deleted. */
  deleted = false;
  readonly refusals: RefusedRequest[] = [];
  /** The message that the interaction came from (a click), or that answers it. */
  original: Message | undefined;
  readonly #files: ReadonlyMap<string, Buffer>;
  readonly #changes: Changes;

  constructor(
    interaction: Readonly<Record<string, unknown>>,
    createdAt: number,
    files: ReadonlyMap<string, Buffer>,
    changes: Changes,
  ) {
    this.interaction = interaction;
    this.createdAt = createdAt;
    this.#files = files;
    this.#changes = changes;
  }

  /** The message that answers, as Discord keeps it now. Throws when there is none. */
  get message(): Message {
    if (this.original === undefined) throw new Error(`No message answers the interaction${this.#refused()}`);
    return this.original;
  }

  get ephemeral(): boolean {
    return (this.message.flags & flag.ephemeral) !== 0;
  }

  /** Whether the reader still sees "… is thinking". */
  get loading(): boolean {
    return this.original !== undefined && (this.original.flags & flag.loading) !== 0;
  }

  /** What a reader sees: the content, or all text displays, one a line. */
  get text(): string {
    return textOf(this.message);
  }

  get buttons(): Component[] {
    return buttonsOf(this.message);
  }

  /** The files of the answer, with their bytes. */
  get attachments(): (Attachment & { readonly data: Buffer })[] {
    return this.message.attachments.map((attachment) => ({
      ...attachment,
      data: this.#files.get(attachment.id) ?? Buffer.alloc(0),
    }));
  }

  /** `allowed_mentions` of the last body that set the answer. */
  get allowedMentions(): unknown {
    return isRecord(this.lastBody) ? this.lastBody.allowed_mentions : undefined;
  }

  /** The mentions in the answer that would notify somebody. */
  get pings(): string[] {
    return pingsOf(this.message, this.allowedMentions);
  }

  /** Resolves once `happened(this)` is true; rejects after `patience` milliseconds. */
  async until(happened: (reply: Reply) => boolean, patience = 5_000): Promise<this> {
    await this.#changes.until(
      () => happened(this),
      patience,
      () => `Not within ${patience} ms: ${happened}${this.#refused()}`,
    );
    return this;
  }

  /** The answer itself is there: sent, or deferred and then edited, or whatever else needs no second step. */
  get answered(): boolean {
    if (this.type === undefined) return false;
    if (this.type === callbackType.deferredMessage) return !this.loading || this.deleted;
    if (this.type === callbackType.deferredUpdate) {
      return this.edits.length + this.followUps.length > 0 || this.deleted;
    }
    return true;
  }

  /** Resolves when answered. Rejects as the reader would see it fail: not acknowledged in time, or never edited. */
  async whenAnswered(deadline: number, patience: number): Promise<this> {
    await this.whenAcknowledged(deadline);
    await this.#changes.until(
      () => this.answered,
      patience,
      () => `The application acknowledged but did not answer within ${patience} ms${this.#refused()}`,
    );
    return this;
  }

  async whenAcknowledged(deadline: number): Promise<this> {
    await this.#changes.until(
      () => this.type !== undefined,
      deadline,
      () => `The application did not respond${this.#refused()}`,
    );
    return this;
  }

  #refused(): string {
    return this.refusals
      .map(({ method, path, status, body }) => `\n  ${method} ${path} was refused: ${status} ${JSON.stringify(body)}`)
      .join('');
  }
}

export interface InteractionsWorld {
  readonly applicationId: string;
  readonly user: Record<string, unknown>;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly deadline: number;
  readonly tokenLifetime: number;
}

/** A request's body: JSON, and the files that came with it. */
export interface Body {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** What Discord does with an application's callbacks, edits and follow-ups. */
export class Interactions {
  readonly replies: Reply[] = [];
  readonly messages = new Map<string, Message>();
  readonly #world: InteractionsWorld;
  readonly #files = new Map<string, Buffer>();
  readonly #byId = new Map<string, Reply>();
  readonly #byToken = new Map<string, Reply>();

  constructor(world: InteractionsWorld) {
    this.#world = world;
  }

  /** Makes an interaction answerable. One with the id of an earlier interaction is that one again. */
  open(interaction: Readonly<Record<string, unknown>>): Reply {
    const { id, token } = interaction;
    const known = this.#byId.get(String(id));
    if (known) return known;
    const reply = new Reply(interaction, this.#world.clock.now(), this.#files, this.#world.changes);
    this.replies.push(reply);
    this.#byId.set(String(id), reply);
    this.#byToken.set(String(token), reply);
    return reply;
  }

  /** Forgets an interaction with the messages that came of it: one that is forgotten is unknown. */
  forget(reply: Reply): void {
    const { id, token } = reply.interaction;
    this.#byId.delete(String(id));
    this.#byToken.delete(String(token));
    const at = this.replies.indexOf(reply);
    if (at >= 0) this.replies.splice(at, 1);
    for (const message of [reply.original, ...reply.followUps]) {
      if (message === undefined) continue;
      this.messages.delete(message.id);
      for (const { id: file } of message.attachments) this.#files.delete(file);
    }
  }

  newToken(): string {
    return `aW50ZXJhY3Rpb246${randomBytes(96).toString('base64url')}`;
  }

  /** The reply that a request is about, by the interaction's token in its path. */
  about(path: string): Reply | undefined {
    return path.split('/').flatMap((part) => this.#byToken.get(part) ?? [])[0];
  }

  callback(id: string, token: string, { json, uploads }: Body, withResponse: boolean): unknown {
    const reply = this.#byId.get(id);
    if (reply === undefined || reply.interaction.token !== token) throw refusals.unknownInteraction();
    const body = new Field(json);
    const type = this.#checkCallback(body, reply, uploads);

    if (reply.type !== undefined) throw refusals.alreadyAcknowledged();
    const after = this.#world.clock.now() - reply.createdAt;
    if (after > this.#world.deadline) throw refusals.unknownInteraction();

    const data = body.at('data').value;
    reply.type = type;
    reply.acknowledgedAfter = after;
    reply.sent = data;
    reply.lastBody = data;
    const message = this.#accept(reply, type, isRecord(data) ? data : {}, uploads);
    this.#world.changes.changed();
    if (!withResponse) return undefined;
    return {
      interaction: {
        id,
        type: reply.interaction.type,
        ...(message
          ? {
              response_message_id: message.id,
              response_message_loading: (message.flags & flag.loading) !== 0,
              response_message_ephemeral: (message.flags & flag.ephemeral) !== 0,
            }
          : {}),
      },
      resource: { type, ...(message ? { message } : {}) },
    };
  }

  #checkCallback(body: Field, reply: Reply, uploads: readonly Upload[]): number {
    if (!body.object()) body.settle();
    const type = Number(body.at('type').oneOf([4, 5, 6, 7, 8, 9, 10, 12], { required: true }));
    body.settle();
    const kind = Number(reply.interaction.type);
    const allowed = allowedCallbacks[kind] ?? [];
    const updates: readonly number[] = [callbackType.update, callbackType.deferredUpdate];
    if (!allowed.includes(type) || (updates.includes(type) && !isRecord(reply.interaction.message))) {
      body
        .at('type')
        .refuse('INTERACTION_CALLBACK_TYPE_INVALID', 'This callback type does not answer this interaction');
      body.settle();
    }
    const data = body.at('data');
    if (type === callbackType.message) checkMessage(data, { uploads });
    else if (type === callbackType.update && data.present) checkMessage(data, { before: reply.original, uploads });
    else if (type === callbackType.choices) this.#checkChoices(data, reply);
    else if (type === callbackType.modal) checkModal(data);
    else data.at('flags').integer({ min: 0 });
    body.settle();
    return type;
  }

  #checkChoices(data: Field, reply: Reply): void {
    const type = focusedType(isRecord(reply.interaction.data) ? reply.interaction.data.options : undefined);
    if (!data.at('choices').present) data.at('choices').missing();
    for (const choice of data.at('choices').list({ max: 25 })) if (choice.object()) checkChoice(choice, type);
  }

  #accept(reply: Reply, type: number, data: Record<string, unknown>, uploads: readonly Upload[]): Message | undefined {
    switch (type) {
      case callbackType.message:
        reply.original = this.#create(reply, data, uploads);
        return reply.original;
      case callbackType.deferredMessage: {
        const flags = (Number(data.flags) || 0) & (flag.ephemeral | flag.componentsV2);
        reply.original = this.#create(reply, { flags: flags | flag.loading }, []);
        return reply.original;
      }
      case callbackType.update:
        if (reply.original) this.#edit(reply.original, data, uploads);
        return reply.original;
      case callbackType.choices:
        reply.choices = Array.isArray(data.choices) ? data.choices.filter(isChoice) : [];
        return undefined;
      case callbackType.modal:
        reply.modal = data;
        return undefined;
      default:
        return undefined;
    }
  }

  getMessage(applicationId: string, token: string, id: string): Message {
    return this.#find(this.#webhook(applicationId, token), id);
  }

  editMessage(applicationId: string, token: string, id: string, { json, uploads }: Body): Message {
    const reply = this.#webhook(applicationId, token);
    const message = this.#find(reply, id);
    checkMessage(new Field(json), { before: message, uploads });
    this.#edit(message, isRecord(json) ? json : {}, uploads);
    if (message === reply.original) this.#edited(reply, json);
    this.#world.changes.changed();
    return message;
  }

  deleteMessage(applicationId: string, token: string, id: string): void {
    const reply = this.#webhook(applicationId, token);
    const message = this.#find(reply, id);
    this.messages.delete(message.id);
    if (message === reply.original) reply.deleted = true;
    this.#world.changes.changed();
  }

  followUp(applicationId: string, token: string, { json, uploads }: Body): Message {
    const reply = this.#webhook(applicationId, token);
    const { original } = reply;
    if (reply.type === callbackType.deferredMessage && original && reply.loading && !reply.deleted) {
      checkMessage(new Field(json), { before: original, uploads });
      this.#edit(original, isRecord(json) ? json : {}, uploads);
      this.#edited(reply, json);
      this.#world.changes.changed();
      return original;
    }
    checkMessage(new Field(json), { uploads });
    const owners = reply.interaction.authorizing_integration_owners;
    if (isRecord(owners) && owners['0'] === undefined && reply.followUps.length >= 5) {
      throw refusals.tooManyFollowUps();
    }
    const message = this.#create(reply, isRecord(json) ? json : {}, uploads);
    reply.followUps.push(message);
    this.#world.changes.changed();
    return message;
  }

  #edited(reply: Reply, body: unknown): void {
    reply.lastBody = body;
    reply.edits.push({
      body,
      message: structuredClone(reply.message),
      after: this.#world.clock.now() - reply.createdAt,
    });
  }

  #webhook(applicationId: string, token: string): Reply {
    if (applicationId !== this.#world.applicationId) throw refusals.unknownWebhook();
    const reply = this.#byToken.get(token);
    if (reply === undefined || this.#world.clock.now() - reply.createdAt > this.#world.tokenLifetime) {
      throw refusals.invalidWebhookToken();
    }
    if (reply.type === undefined || reply.type === callbackType.choices) throw refusals.unknownWebhook();
    return reply;
  }

  #find(reply: Reply, id: string): Message {
    const message =
      id === '@original' ? reply.original : [reply.original, ...reply.followUps].find((m) => m?.id === id);
    if (message === undefined || !this.messages.has(message.id)) throw refusals.unknownMessage();
    return message;
  }

  #create(reply: Reply, body: Record<string, unknown>, uploads: readonly Upload[]): Message {
    const { interaction } = reply;
    const id = this.#world.clock.nextId();
    const source = isRecord(interaction.message) ? interaction.message : undefined;
    const guildId = typeof interaction.guild_id === 'string' ? { guild_id: interaction.guild_id } : {};
    const member = isRecord(interaction.member) ? interaction.member : {};
    const message: Message = {
      id,
      type: source ? 19 : isRecord(interaction.data) && interaction.data.target_id !== undefined ? 23 : 20,
      channel_id: String(interaction.channel_id),
      ...guildId,
      author: this.#world.user,
      content: '',
      embeds: [],
      components: [],
      attachments: [],
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      pinned: false,
      tts: body.tts === true,
      flags: Number(body.flags) || 0,
      timestamp: new Date(this.#world.clock.now()).toISOString(),
      edited_timestamp: null,
      application_id: this.#world.applicationId,
      webhook_id: this.#world.applicationId,
      interaction_metadata: {
        id: interaction.id,
        type: interaction.type,
        user: interaction.user ?? member.user,
        authorizing_integration_owners: interaction.authorizing_integration_owners,
      },
    };
    this.messages.set(id, message);
    this.#write(message, body, uploads);
    return message;
  }

  #edit(message: Message, body: Record<string, unknown>, uploads: readonly Upload[]): void {
    const settable = flag.suppressEmbeds | flag.componentsV2;
    message.flags = (message.flags & ~flag.loading) | ((Number(body.flags) || 0) & settable);
    message.edited_timestamp = new Date(this.#world.clock.now()).toISOString();
    this.messages.set(message.id, message);
    this.#write(message, body, uploads);
  }

  #write(message: Message, body: Record<string, unknown>, uploads: readonly Upload[]): void {
    message.attachments = this.#attach(message, body.attachments, uploads);
    if (body.content !== undefined) message.content = String(body.content ?? '').trim();
    if (body.embeds !== undefined) message.embeds = Array.isArray(body.embeds) ? body.embeds.filter(isRecord) : [];
    if (body.components !== undefined) message.components = keptComponents(body.components, message.attachments);
  }

  #attach(message: Message, listed: unknown, uploads: readonly Upload[]): Attachment[] {
    const entries = Array.isArray(listed) ? listed.filter(isRecord) : undefined;
    const entryOf = (id: string) => entries?.find((entry) => String(entry.id) === id);
    const kept = message.attachments.filter(({ id }) => entries === undefined || entryOf(id));
    const added = uploads.map((upload) => {
      const entry = entryOf(/^files\[(.*)\]$/.exec(upload.field)?.[1] ?? '');
      const id = this.#world.clock.nextId();
      const filename = typeof entry?.filename === 'string' ? entry.filename : upload.name;
      const address = `/ephemeral-attachments/${message.channel_id}/${id}/${encodeURIComponent(filename)}`;
      this.#files.set(id, upload.data);
      return {
        id,
        filename,
        size: upload.data.length,
        url: `https://cdn.discordapp.com${address}`,
        proxy_url: `https://media.discordapp.net${address}`,
        content_type: upload.type,
        ...(typeof entry?.description === 'string' ? { description: entry.description } : {}),
      };
    });
    return [...kept, ...added];
  }
}

function checkModal(data: Field): void {
  if (!data.present || !data.object()) return;
  data.at('custom_id').text({ required: true, min: 1, max: 100 });
  data.at('title').text({ required: true, min: 1, max: 45 });
  data.at('components').list({ required: true, min: 1, max: 5 });
}

function isChoice(value: unknown): value is Choice {
  return isRecord(value) && typeof value.name === 'string';
}

function focusedType(options: unknown): number {
  if (!Array.isArray(options)) return 3;
  for (const option of options) {
    if (!isRecord(option)) continue;
    if (option.focused === true) return Number(option.type);
    if (Array.isArray(option.options)) return focusedType(option.options);
  }
  return 3;
}
