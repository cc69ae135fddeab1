import { type Field, isRecord, refusals, tuple } from './form.ts';

/** A message component as Discord keeps it. */
export interface Component {
  type: number;
  id?: number;
  content?: string;
  components?: Component[];
  accessory?: Component;
  custom_id?: string;
  label?: string;
  url?: string;
  style?: number;
  disabled?: boolean;
  [field: string]: unknown;
}

/** A file as it was uploaded. */
export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly data: Buffer;
}

export interface Attachment {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type: string;
  description?: string;
}

export interface Message {
  id: string;
  type: number;
  channel_id: string;
  guild_id?: string;
  author: Record<string, unknown>;
  content: string;
  embeds: Record<string, unknown>[];
  components: Component[];
  attachments: Attachment[];
  flags: number;
  timestamp: string;
  edited_timestamp: string | null;
  [field: string]: unknown;
}

export const flag = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const;

const kind = {
  row: 1,
  button: 2,
  stringSelect: 3,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;

const contained = [kind.row, kind.section, kind.text, kind.gallery, kind.file, kind.separator];
const roots = { legacy: [kind.row], v2: [...contained, kind.container] };
const selects: readonly number[] = [
  kind.stringSelect,
  kind.userSelect,
  kind.roleSelect,
  kind.mentionableSelect,
  kind.channelSelect,
];
const link = 5;
const premium = 6;

const limits = { components: 40, text: 4000, content: 2000, rows: 5, files: 10, fileBytes: 10 * 1024 * 1024 };

export interface MessageContext {
  /** The message that is edited, if one is. */
  readonly before?: Message | undefined;
  readonly uploads: readonly Upload[];
}

/** Refuses a message body for everything Discord would: "Invalid Form Body" with every complaint, or an empty message. */
export function checkMessage(body: Field, context: MessageContext): void {
  if (!body.present || !body.object()) {
    body.settle();
    throw refusals.emptyMessage();
  }
  const { before, uploads } = context;
  if (uploads.some((upload) => upload.data.length > limits.fileBytes)) throw refusals.tooLarge();

  body.at('content').text({ max: limits.content });
  body.at('tts').boolean();
  checkEmbeds(body.at('embeds'));
  checkMentions(body.at('allowed_mentions'));
  const given = body.at('flags').integer({ min: 0 }) ?? 0;
  const v2 = ((given | (before?.flags ?? 0)) & flag.componentsV2) !== 0;
  if (v2) checkNoLegacyFields(body, before);
  const names = checkAttachments(body.at('attachments'), context);
  checkComponents(body.at('components'), v2, names);
  body.settle();

  if (isEmpty(body, context)) throw refusals.emptyMessage();
}

function checkNoLegacyFields(body: Field, before: Message | undefined): void {
  for (const name of ['content', 'embeds', 'poll', 'sticker_ids']) {
    const field = body.at(name);
    const value = field.value === undefined ? before?.[name] : field.value;
    const used = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
    if (used) {
      field.refuse(
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    }
  }
}

function isEmpty(body: Field, { before, uploads }: MessageContext): boolean {
  const kept = (name: string) => {
    const field = body.at(name);
    const value = field.value === undefined ? before?.[name] : field.value;
    if (typeof value === 'string') return value.trim() !== '';
    return Array.isArray(value) ? value.length > 0 : isRecord(value);
  };
  const v2 = (((Number(body.at('flags').value) || 0) | (before?.flags ?? 0)) & flag.componentsV2) !== 0;
  if (v2) return !kept('components');
  const attached = uploads.length > 0 || kept('attachments');
  return !attached && !['content', 'embeds', 'components', 'poll', 'sticker_ids'].some(kept);
}

function checkMentions(mentions: Field): void {
  if (!mentions.present || !mentions.object()) return;
  const parsed = mentions.at('parse').list();
  for (const field of parsed) field.oneOf(['roles', 'users', 'everyone']);
  for (const name of ['users', 'roles']) {
    const ids = mentions.at(name).list({ max: 100 });
    if (ids.length > 0 && parsed.some((field) => field.value === name)) {
      mentions.refuse(
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`,
      );
    }
  }
}

function checkEmbeds(embeds: Field): void {
  let total = 0;
  const count = (text: string | undefined) => {
    total += text?.length ?? 0;
  };
  for (const embed of embeds.list({ max: 10 })) {
    if (!embed.object()) continue;
    count(embed.at('title').text({ max: 256 }));
    count(embed.at('description').text({ max: 4096 }));
    count(embed.at('footer').at('text').text({ max: 2048 }));
    count(embed.at('author').at('name').text({ max: 256 }));
    embed.at('color').integer({ min: 0, max: 0xffffff });
    if (embed.at('url').present) checkUrl(embed.at('url'), ['http', 'https']);
    for (const field of embed.at('fields').list({ max: 25 })) {
      count(field.at('name').text({ required: true, min: 1, max: 256 }));
      count(field.at('value').text({ required: true, min: 1, max: 1024 }));
    }
  }
  if (total > 6000) embeds.refuse('MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
}

/** Names of the files the message will have, which `attachment://` may refer to. */
function checkAttachments(attachments: Field, { before, uploads }: MessageContext): Set<string> {
  const old = before?.attachments ?? [];
  const names = new Set(uploads.map((upload) => upload.name));
  if (!attachments.present) {
    for (const attachment of old) names.add(attachment.filename);
    if (names.size > limits.files) {
      attachments.refuse('BASE_TYPE_MAX_LENGTH', `Must be ${limits.files} or fewer in length.`);
    }
    return names;
  }
  for (const field of attachments.list({ max: limits.files })) {
    if (!field.object()) continue;
    const id = String(field.at('id').value);
    field.at('description').text({ max: 1024 });
    const upload = uploads.find((candidate) => candidate.field === `files[${id}]`);
    const keptOne = old.find((candidate) => candidate.id === id);
    if (keptOne) names.add(keptOne.filename);
    else if (upload) names.add(field.at('filename').text() ?? upload.name);
    else field.refuse('ATTACHMENT_NOT_FOUND', 'Attachment data not found');
  }
  return names;
}

interface Tally {
  components: number;
  text: number;
  readonly customIds: Set<string>;
  readonly ids: Set<number>;
  readonly files: Set<string>;
}

function checkComponents(components: Field, v2: boolean, files: Set<string>): void {
  const tally: Tally = { components: 0, text: 0, customIds: new Set(), ids: new Set(), files };
  for (const field of components.list(v2 ? {} : { max: limits.rows })) {
    checkComponent(field, v2 ? roots.v2 : roots.legacy, tally);
  }
  if (tally.components > limits.components) {
    components.refuse(
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The maximum number of total components in a message is ${limits.components}`,
    );
  }
  if (tally.text > limits.text) {
    components.refuse(
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Components displayable text size exceeds maximum size of ${limits.text}`,
    );
  }
}

function checkComponent(field: Field, allowed: readonly number[], tally: Tally): number | undefined {
  if (!field.object()) return undefined;
  const type = field.at('type').value;
  if (type === undefined || type === null) {
    return field.refuse('UNION_TYPE_REQUIRED', 'Field "type" is required to determine the model type.');
  }
  const known = allowed.find((candidate) => candidate === type);
  if (known === undefined) {
    return field.refuse('UNION_TYPE_CHOICES', `Value of field "type" must be one of ${tuple(allowed)}.`);
  }
  tally.components += 1;
  const id = field.at('id').integer({ min: 0, max: 2 ** 31 - 1 });
  if (id) {
    if (tally.ids.has(id)) field.at('id').refuse('COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
    tally.ids.add(id);
  }
  checks[known]?.(field, tally);
  return known;
}

const checks: Readonly<Record<number, (field: Field, tally: Tally) => void>> = {
  [kind.row]: (row, tally) => {
    const children = row.at('components').list({ required: true, min: 1, max: 5 });
    const types = children.map((child) => checkComponent(child, [kind.button, ...selects], tally));
    if (!types.some((type) => type !== undefined && selects.includes(type))) return;
    for (const child of children.slice(1)) {
      child.refuse('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
    }
  },
  [kind.button]: checkButton,
  [kind.stringSelect]: (select, tally) => {
    checkSelect(select, tally);
    const values = new Set<string>();
    for (const option of select.at('options').list({ required: true, min: 1, max: 25 })) {
      option.at('label').text({ required: true, min: 1, max: 100 });
      option.at('description').text({ max: 100 });
      const value = option.at('value').text({ required: true, min: 1, max: 100 });
      if (value !== undefined && values.has(value)) {
        option
          .at('value')
          .refuse('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
      }
      if (value !== undefined) values.add(value);
    }
  },
  [kind.userSelect]: checkSelect,
  [kind.roleSelect]: checkSelect,
  [kind.mentionableSelect]: checkSelect,
  [kind.channelSelect]: checkSelect,
  [kind.section]: (section, tally) => {
    for (const child of section.at('components').list({ required: true, min: 1, max: 3 })) {
      checkComponent(child, [kind.text], tally);
    }
    const accessory = section.at('accessory');
    if (accessory.present) checkComponent(accessory, [kind.button, kind.thumbnail], tally);
    else accessory.missing();
  },
  [kind.text]: (text, tally) => {
    const content = text.at('content');
    content.text({ required: true, min: 1, max: limits.text });
    if (typeof content.value === 'string') tally.text += content.value.length;
  },
  [kind.thumbnail]: (thumbnail, tally) => {
    checkMedia(thumbnail.at('media'), tally, ['http', 'https', 'attachment']);
    thumbnail.at('description').text({ max: 1024 });
    thumbnail.at('spoiler').boolean();
  },
  [kind.gallery]: (gallery, tally) => {
    for (const item of gallery.at('items').list({ required: true, min: 1, max: 10 })) {
      if (!item.object()) continue;
      checkMedia(item.at('media'), tally, ['http', 'https', 'attachment']);
      item.at('description').text({ max: 1024 });
      item.at('spoiler').boolean();
    }
  },
  [kind.file]: (file, tally) => {
    checkMedia(file.at('file'), tally, ['attachment']);
    file.at('spoiler').boolean();
  },
  [kind.separator]: (separator) => {
    separator.at('divider').boolean();
    separator.at('spacing').oneOf([1, 2]);
  },
  [kind.container]: (container, tally) => {
    for (const child of container.at('components').list({ required: true, min: 1 })) {
      checkComponent(child, contained, tally);
    }
    container.at('accent_color').integer({ min: 0, max: 0xffffff });
    container.at('spoiler').boolean();
  },
};

function checkButton(button: Field, tally: Tally): void {
  const style = button.at('style').oneOf([1, 2, 3, 4, link, premium], { required: true });
  button.at('disabled').boolean();
  const label = button.at('label');
  label.text({ max: 80 });
  const emoji = button.at('emoji');
  const url = button.at('url');
  const customId = button.at('custom_id');
  if (emoji.present) checkEmoji(emoji);
  if (style === premium) {
    button.at('sku_id').text({ required: true, min: 1 });
    for (const other of [label, emoji, url, customId]) {
      if (other.present) other.refuse('BUTTON_COMPONENT_INVALID_FIELD', 'Premium buttons can only have a sku_id');
    }
    return;
  }
  if (!emoji.present && (!label.present || label.value === '')) {
    label.refuse('BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required');
  }
  if (url.present && customId.present) {
    customId.refuse(
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    );
    return;
  }
  if (style === link) {
    if (customId.present) customId.refuse('BUTTON_COMPONENT_LINK_HAS_CUSTOM_ID', 'A link cannot have a custom id');
    if (!url.present) url.refuse('BUTTON_COMPONENT_URL_REQUIRED', 'A url is required');
    else if (url.text({ max: 512 }) !== undefined) checkUrl(url, ['http', 'https', 'discord']);
    return;
  }
  if (url.present) url.refuse('BUTTON_COMPONENT_INVALID_URL', 'Only link buttons can have a url');
  checkCustomId(customId, tally, 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED');
}

function checkSelect(select: Field, tally: Tally): void {
  checkCustomId(select.at('custom_id'), tally, 'BASE_TYPE_REQUIRED');
  select.at('placeholder').text({ max: 150 });
  const least = select.at('min_values').integer({ min: 0, max: 25 }) ?? 1;
  const most = select.at('max_values').integer({ min: 1, max: 25 }) ?? 1;
  if (least > most) select.at('min_values').refuse('NUMBER_TYPE_MAX', `min_values must be at most ${most}`);
  select.at('disabled').boolean();
}

function checkCustomId(customId: Field, tally: Tally, code: string): void {
  if (!customId.present || (typeof customId.value === 'string' && customId.value.trim() === '')) {
    customId.refuse(code, 'A custom id is required');
    return;
  }
  const id = customId.text({ min: 1, max: 100 });
  if (id === undefined) return;
  if (tally.customIds.has(id)) {
    customId.refuse('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  tally.customIds.add(id);
}

function checkEmoji(emoji: Field): void {
  if (!emoji.object()) return;
  const id = emoji.at('id').value;
  const name = emoji.at('name').value;
  const custom = typeof id === 'string' && /^\d{17,20}$/.test(id);
  const printed =
    typeof name === 'string' && /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\d#*]\ufe0f?\u20e3)/u.test(name);
  if (!(custom || (printed && !id))) emoji.at('name').refuse('BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
}

function checkMedia(media: Field, tally: Tally, schemes: readonly string[]): void {
  if (!media.present) {
    media.missing();
    return;
  }
  if (!media.object()) return;
  const url = media.at('url');
  const text = url.text({ required: true, min: 1, max: 2048 });
  if (text === undefined) return;
  const file = /^attachment:\/\/(.*)$/.exec(text)?.[1];
  if (file === undefined) checkUrl(url, schemes);
  else if (!tally.files.has(file)) {
    url.refuse(
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      `Referenced attachment "${file}" was not found in message attachments`,
    );
  }
}

function checkUrl(url: Field, schemes: readonly string[]): void {
  if (typeof url.value !== 'string') return;
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url.value)?.[1]?.toLowerCase();
  if (scheme !== undefined && !schemes.includes(scheme)) {
    url.refuse(
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${scheme}" is not supported. Scheme must be one of ${tuple(schemes)}.`,
    );
  } else if (scheme === undefined || !URL.canParse(url.value) || /\s/.test(url.value)) {
    url.refuse('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  }
}

/** Every component of a message, a container before its content. */
export function allComponents(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...allComponents(component.components ?? []),
    ...(component.accessory ? [component.accessory] : []),
  ]);
}

/** The text a reader sees: the content, or all text displays in order, one a line. */
export function textOf(message: Message): string {
  const shown = allComponents(message.components).flatMap((component) => component.content ?? []);
  return [message.content, ...shown].filter((text) => text !== '').join('\n');
}

/** The buttons of a message, in order. */
export function buttonsOf(message: Message): Component[] {
  return allComponents(message.components).filter((component) => component.type === kind.button);
}

/** Who would be notified by a message: `everyone`, `here`, user and role mentions as printed, given its `allowed_mentions`. */
export function pingsOf(message: Message, allowed: unknown): string[] {
  const text = textOf(message);
  const may = (group: 'users' | 'roles' | 'everyone', id: string) => {
    if (!isRecord(allowed)) return true;
    const ids = group === 'everyone' ? undefined : allowed[group];
    const parsed = allowed.parse;
    return (Array.isArray(ids) && ids.includes(id)) || (Array.isArray(parsed) && parsed.includes(group));
  };
  return [...text.matchAll(/@(everyone|here)|<@!?(\d+)>|<@&(\d+)>/g)].flatMap(([printed, all, user, role]) => {
    if (all !== undefined) return may('everyone', all) ? [all] : [];
    if (user !== undefined) return may('users', user) ? [printed] : [];
    return role !== undefined && may('roles', role) ? [printed] : [];
  });
}

function isComponent(value: unknown): value is Component {
  return isRecord(value) && typeof value.type === 'number';
}

/**
 * The components as Discord keeps them: a copy in which each has an `id` and `attachment://` is replaced by the file's
 * address.
 */
export function keptComponents(given: unknown, attachments: readonly Attachment[]): Component[] {
  const copy: unknown = JSON.parse(JSON.stringify(given ?? []));
  const components = Array.isArray(copy) ? copy.filter(isComponent) : [];
  const every = allComponents(components);
  const used = new Set(every.flatMap((component) => component.id || []));
  let next = 0;
  for (const component of every) {
    if (!component.id) {
      do next += 1;
      while (used.has(next));
      component.id = next;
    }
    const items = Array.isArray(component.items) ? component.items : [];
    for (const holder of [component, ...items]) resolveMedia(holder, attachments);
  }
  return components;
}

function resolveMedia(holder: unknown, attachments: readonly Attachment[]): void {
  if (!isRecord(holder)) return;
  for (const media of [holder.media, holder.file]) {
    if (!isRecord(media) || typeof media.url !== 'string') continue;
    const name = /^attachment:\/\/(.*)$/.exec(media.url)?.[1];
    const attachment = attachments.find((candidate) => candidate.filename === name);
    if (attachment) {
      media.url = attachment.url;
      media.proxy_url = attachment.proxy_url;
      media.attachment_id = attachment.id;
    }
  }
}
