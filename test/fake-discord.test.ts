import { type ChatInputCommandInteraction, Client, type DiscordAPIError, Events, type Interaction } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FakeDiscord, type FakeDiscordOptions, flag, NotPossible, type Reply } from './fake-discord.ts';

const v2 = flag.componentsV2;
const text = (content: string) => ({ type: 10, content });
const row = (...components: unknown[]) => ({ type: 1, components });
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 2, label: 'More', custom_id, ...more });
const link = (url: string, more: object = {}) => ({ type: 2, style: 5, label: 'Source', url, ...more });

const quote = {
  name: 'quote',
  description: 'Find what was said, word for word',
  options: [
    { name: 'text', description: 'Words to look for', type: 3, required: true, max_length: 20, autocomplete: true },
    { name: 'private', description: 'Only you see it', type: 5 },
  ],
};
const menu = { name: 'Check this quotation', type: 3 };

function clientOf(discord: FakeDiscord, intents = 0): Client {
  const client = new Client({ intents, rest: { api: discord.api } });
  client.on(Events.Error, () => undefined);
  return client;
}

async function loggedIn(options: FakeDiscordOptions = {}): Promise<{ discord: FakeDiscord; client: Client }> {
  const discord = await FakeDiscord.start({ maxConcurrency: 16, ...options });
  const client = clientOf(discord);
  await client.login(discord.token);
  await discord.ready();
  return { discord, client };
}

describe('with the real discord.js logged in', () => {
  let discord: FakeDiscord;
  let client: Client;
  const on = (answer: (interaction: Interaction) => unknown) => {
    client.on(Events.InteractionCreate, answer);
  };
  const onCommand = (answer: (interaction: ChatInputCommandInteraction) => unknown) =>
    on((interaction) => (interaction.isChatInputCommand() ? answer(interaction) : undefined));

  beforeAll(async () => {
    ({ discord, client } = await loggedIn());
    discord.register([quote, menu]);
  });
  afterEach(() => {
    client.removeAllListeners(Events.InteractionCreate);
  });
  afterAll(async () => {
    await client.destroy();
    await discord.stop();
  });

  test('it logged in without intents', () => {
    expect(client.user?.id).toBe(discord.applicationId);
    expect(discord.gateway.identifies).toMatchObject([{ intents: 0, shard: [0, 1] }]);
    expect(discord.requests[0]).toMatchObject({ method: 'GET', path: '/gateway/bot', status: 200 });
  });

  test('a command reaches it with its options, and its answer comes back', async () => {
    const seen: unknown[] = [];
    onCommand((interaction) => {
      seen.push(interaction.options.getString('text'), interaction.options.getBoolean('private'), interaction.locale);
      return interaction.reply({
        components: [text('a charter')],
        flags: v2 | flag.ephemeral,
        allowedMentions: { parse: [] },
      });
    });
    const reply = await discord.command({
      name: 'quote',
      options: { text: 'un charter', private: true },
      locale: 'fr',
    });

    expect(seen).toEqual(['un charter', true, 'fr']);
    expect(reply).toMatchObject({ type: 4, ephemeral: true, text: 'a charter', refusals: [], edits: [] });
    expect(reply.message.components).toEqual([{ type: 10, id: 1, content: 'a charter' }]);
    expect(reply.allowedMentions).toEqual({ parse: [] });
    expect(reply.acknowledgedAfter).toBeLessThan(3000);
  });

  test('an answer that was deferred and then edited, with a follow-up and its edit', async () => {
    onCommand(async (interaction) => {
      await interaction.deferReply({ flags: flag.ephemeral });
      await interaction.editReply({ content: 'first' });
      await interaction.editReply({ content: 'second' });
      const more = await interaction.followUp({ content: 'more' });
      await interaction.editReply({ message: more.id, content: 'more, edited' });
      await interaction.deleteReply();
    });
    const reply = await discord.command({ name: 'quote', options: { text: 'charter' } });
    await reply.until(({ deleted }) => deleted);

    expect(reply).toMatchObject({ type: 5, ephemeral: true });
    expect(reply.edits.map(({ message }) => message.content)).toEqual(['first', 'second']);
    expect(reply.followUps).toMatchObject([{ content: 'more, edited' }]);
    expect(reply.followUps[0]?.edited_timestamp).not.toBeNull();
  });

  test('the first follow-up to a deferral fills the deferred answer', async () => {
    onCommand(async (interaction) => {
      await interaction.deferReply();
      await interaction.followUp({ content: 'here' });
    });
    const reply = await discord.command({ name: 'quote', options: { text: 'charter' } });
    expect(reply).toMatchObject({ text: 'here', followUps: [] });
  });

  test('a second answer is refused', async () => {
    const refused = new Promise<unknown>((resolve) => {
      on(async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.reply('one');
        interaction.replied = false;
        await interaction.reply('two').catch(resolve);
      });
    });
    const reply = await discord.command({ name: 'quote', options: { text: 'charter' } });
    expect(await refused).toMatchObject({
      code: 40060,
      status: 400,
      message: 'Interaction has already been acknowledged.',
    });
    expect(reply.text).toBe('one');
  });

  test('an interaction delivered twice can be answered once', async () => {
    const outcomes: unknown[] = [];
    onCommand((interaction) =>
      interaction.reply('once').then(
        () => outcomes.push('answered'),
        (error) => outcomes.push(error.code),
      ),
    );
    const reply = await discord.command({ name: 'quote', options: { text: 'charter' } });
    expect(discord.dispatch('INTERACTION_CREATE', reply.interaction)).toBe(reply);
    await reply.until(() => outcomes.length === 2);
    expect(outcomes).toEqual(['answered', 40060]);
  });

  test('an answer after three seconds is refused, and there is nothing to edit', async () => {
    const codes = new Promise<unknown>((resolve) => {
      onCommand(async (interaction) => {
        discord.advance(3_001);
        const late = await interaction.reply('late').catch((error) => error.code);
        interaction.deferred = true;
        resolve([late, await interaction.editReply('later').catch((error) => error.code)]);
      });
    });
    await discord.command({ name: 'quote', options: { text: 'charter' }, wait: 'nothing' });
    expect(await codes).toEqual([10062, 10015]);
  });

  test('a token works for fifteen minutes', async () => {
    const codes = new Promise<unknown>((resolve) => {
      onCommand(async (interaction) => {
        await interaction.reply('now');
        discord.advance(15 * 60_000 + 1);
        const edited = await interaction.editReply('then').catch((error) => [error.status, error.code]);
        resolve(edited);
      });
    });
    await discord.command({ name: 'quote', options: { text: 'charter' } });
    expect(await codes).toEqual([401, 50027]);
  });

  test('a command that is never answered fails as the reader sees it, with the reason', async () => {
    const short = await loggedIn({ deadline: 50 });
    short.discord.register([quote]);
    short.client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) interaction.reply({ content: '' }).catch(() => undefined);
    });
    const failing = short.discord.command({ name: 'quote', options: { text: 'charter' } });
    await expect(failing).rejects.toThrow(/did not respond\n.*callback was refused: 400 .*50006/);
    await short.client.destroy();
    await short.discord.stop();
  });

  test('choices while typing', async () => {
    on((interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      return interaction.respond([{ name: `${name} ${value}`, value: 'UN charter' }]);
    });
    expect(await discord.autocomplete({ name: 'quote', focused: 'text', options: { text: 'un' } })).toEqual([
      { name: 'text un', value: 'UN charter' },
    ]);
  });

  test('a button comes back with its message and replaces it', async () => {
    on((interaction) => {
      if (interaction.isChatInputCommand()) {
        return interaction.reply({ components: [text('page 1'), row(button('page:2'))], flags: v2 | flag.ephemeral });
      }
      if (!interaction.isButton()) return;
      expect(interaction.message.flags.has('Ephemeral')).toBe(true);
      return interaction.update({ components: [text(`after ${interaction.customId}`)] });
    });
    const first = await discord.command({ name: 'quote', options: { text: 'charter' } });
    const { id } = first.message;
    const second = await discord.click({ message: first, label: 'More' });
    expect(second).toMatchObject({ type: 7, text: 'after page:2', ephemeral: true });
    expect(second.message.id).toBe(id);
    expect(first.text).toBe('after page:2');
    expect(second.interaction.message).toMatchObject({ components: [{ content: 'page 1' }, { type: 1 }] });
    await expect(discord.click({ message: first, label: 'More' })).rejects.toThrow(NotPossible);
  });

  test('the menu of a message', async () => {
    on((interaction) =>
      interaction.isMessageContextMenuCommand()
        ? interaction.reply(`read: ${interaction.targetMessage.content}`)
        : undefined,
    );
    const reply = await discord.contextMenu({ name: menu.name, message: { content: '“We will not.”' } });
    expect(reply.text).toBe('read: “We will not.”');
  });

  test('a file, and the components that refer to it', async () => {
    onCommand((interaction) =>
      interaction.reply({
        components: [{ type: 13, file: { url: 'attachment://all.txt' } }],
        files: [{ attachment: Buffer.from('every word'), name: 'all.txt', description: 'All of it' }],
        flags: v2,
      }),
    );
    const reply = await discord.command({ name: 'quote', options: { text: 'charter' } });
    expect(
      reply.attachments.map(({ filename, description, data }) => [filename, description, data.toString()]),
    ).toEqual([['all.txt', 'All of it', 'every word']]);
    expect(reply.message.components[0]?.file).toMatchObject({ url: reply.attachments[0]?.url });
  });

  test('withResponse brings the message', async () => {
    let fetched: string | undefined;
    onCommand(async (interaction) => {
      const response = await interaction.reply({ content: 'seen', withResponse: true });
      fetched = response.resource?.message?.id;
      expect((await interaction.fetchReply()).content).toBe('seen');
      await interaction.deleteReply();
    });
    const reply = await discord.command({ name: 'quote', options: { text: 'charter' } });
    await reply.until(({ deleted }) => deleted);
    expect(fetched).toBe(reply.message.id);
  });

  test('in a direct message and elsewhere, as the reader’s client would say it', async () => {
    const places: unknown[] = [];
    onCommand((interaction) => {
      places.push([interaction.guildId, interaction.context, interaction.memberPermissions?.has('ManageGuild')]);
      return interaction.reply('here');
    });
    const request = { name: 'quote', options: { text: 'charter' } };
    await discord.command({ ...request, guild: null });
    await discord.command({ ...request, permissions: 1n << 5n });
    await discord.command({ ...request, guild: null, context: 2, integrationOwners: { 1: '1300000000000000001' } });
    expect(places).toEqual([
      [null, 1, undefined],
      ['1200000000000000001', 0, true],
      [null, 2, undefined],
    ]);
  });

  test('what Discord’s client would not send is sent only when asked to', async () => {
    onCommand((interaction) => interaction.reply('hm'));
    const rejected = async (request: Parameters<FakeDiscord['command']>[0]) =>
      expect(discord.command(request)).rejects.toThrow(NotPossible);
    await rejected({ name: 'quote' });
    await rejected({ name: 'quote', options: { text: 'x'.repeat(21) } });
    await rejected({ name: 'quote', options: { text: 'x', speaker: 'y' } });
    await rejected({ name: 'quote', options: { text: 'x', private: 'yes' } });
    await rejected({ name: 'unheard-of' });
    const reply = await discord.command({ name: 'unheard-of', options: { text: 'x'.repeat(21) }, unchecked: true });
    expect(reply.text).toBe('hm');
  });

  test('mentions that would notify somebody are counted', async () => {
    onCommand((interaction) =>
      interaction.reply({ content: '@everyone <@12> <@&34>', allowedMentions: { parse: ['users'] } }),
    );
    expect((await discord.command({ name: 'quote', options: { text: 'x' } })).pings).toEqual(['<@12>']);
  });

  test('scripted faults: a lost answer, a delay, a rate limit', async () => {
    onCommand((interaction) => interaction.reply('at last'));
    const limited = discord.fail({ path: '/callback', retryAfter: 0.05 });
    const reply = await discord.command({ name: 'quote', options: { text: 'x' } });
    expect(reply.text).toBe('at last');
    expect(limited.remaining).toBe(0);
    discord.fail({ path: '/callback', delay: 60 });
    expect((await discord.command({ name: 'quote', options: { text: 'x' } })).acknowledgedAfter).toBeGreaterThan(50);

    client.removeAllListeners(Events.InteractionCreate);
    let code: unknown;
    onCommand((interaction) => interaction.reply('twice?').catch((error: DiscordAPIError) => (code = error.code)));
    discord.fail({ path: '/callback', status: 502, applied: true });
    const lost = await discord.command({ name: 'quote', options: { text: 'x' } });
    await lost.until(() => code !== undefined);
    expect(code).toBe(40060);
  });
});

describe('refusals of a message', () => {
  let discord: FakeDiscord;
  let client: Client;
  beforeAll(async () => {
    ({ discord, client } = await loggedIn());
    discord.register([quote]);
  });
  afterAll(async () => {
    await client.destroy();
    await discord.stop();
  });

  const open = () => discord.command({ name: 'quote', options: { text: 'x' }, wait: 'nothing' });
  const send = async (method: string, path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${discord.api}/v10${path}`, { method, headers, body: JSON.stringify(body) });
    return { status: response.status, body: response.status === 204 ? undefined : JSON.parse(await response.text()) };
  };
  const callback = ({ interaction }: Reply, body: unknown) =>
    send('POST', `/interactions/${interaction.id}/${interaction.token}/callback`, body);
  const message = async (data: unknown) => callback(await open(), { type: 4, data });
  const complaints = (tree: unknown, path = ''): string[] =>
    Object.entries(tree ?? {}).flatMap(([key, value]) =>
      key === '_errors'
        ? value.map(({ code }: { code: string }) => `${path.slice(1)} ${code}`)
        : complaints(value, `${path}.${key}`),
    );

  const many = (count: number, of: (index: number) => unknown) =>
    Array.from({ length: count }, (_, index) => of(index));
  const shown = (...components: unknown[]) => ({ flags: v2, components });
  const section = (more: object) => ({ type: 9, components: [text('x')], accessory: button('a'), ...more });
  const container = (more: object) => ({ type: 17, components: [text('x')], ...more });
  const gallery = (...urls: string[]) => ({ type: 12, items: urls.map((url) => ({ media: { url } })) });
  const inRow = (...buttons: unknown[]) => ({ content: 'x', components: [row(...buttons)] });
  const button0 = 'data.components.0.components.0';

  test.each<[string, unknown, string]>([
    ['content over 2000', { content: 'x'.repeat(2001) }, 'data.content BASE_TYPE_MAX_LENGTH'],
    [
      'content beside Components V2',
      { ...shown(text('x')), content: 'x' },
      'data.content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'an embed beside Components V2',
      { ...shown(text('x')), embeds: [{ title: 'x' }] },
      'data.embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    ['Components V2 without the flag', { components: [text('x')] }, 'data.components.0 UNION_TYPE_CHOICES'],
    [
      'more than 40 components',
      shown(...many(14, () => ({ type: 9, components: [text('x')], accessory: link('https://a.b') }))),
      'data.components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      'more than 4000 characters in all',
      shown(text('x'.repeat(2000)), container({ components: [text('x'.repeat(2001))] })),
      'data.components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    ['an empty text display', shown(text('')), 'data.components.0.content BASE_TYPE_BAD_LENGTH'],
    [
      'a text display too long by itself',
      shown({ type: 10, content: 5 }),
      'data.components.0.content STRING_TYPE_CONVERT',
    ],
    [
      'six rows',
      { content: 'x', components: many(6, (i) => row(button(`${i}`))) },
      'data.components BASE_TYPE_MAX_LENGTH',
    ],
    ['an empty row', inRow(), 'data.components.0.components BASE_TYPE_BAD_LENGTH'],
    [
      'six buttons in a row',
      inRow(...many(6, (i) => button(`${i}`))),
      'data.components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a menu beside a button',
      inRow({ type: 5, custom_id: 's' }, button('a')),
      'data.components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    ['a custom id over 100', inRow(button('x'.repeat(101))), `${button0}.custom_id BASE_TYPE_BAD_LENGTH`],
    ['an empty custom id', inRow(button('')), `${button0}.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED`],
    [
      'no custom id',
      inRow({ type: 2, style: 1, label: 'x' }),
      `${button0}.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED`,
    ],
    [
      'a custom id twice',
      inRow(button('a'), button('a', { disabled: true })),
      'data.components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    ['a label over 80', inRow(button('a', { label: 'x'.repeat(81) })), `${button0}.label BASE_TYPE_MAX_LENGTH`],
    [
      'neither label nor emoji',
      inRow(button('a', { label: '' })),
      `${button0}.label BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED`,
    ],
    ['no style', inRow({ type: 2, label: 'x', custom_id: 'a' }), `${button0}.style BASE_TYPE_REQUIRED`],
    [
      'an emoji that is none',
      inRow(button('a', { emoji: { name: 'x' } })),
      `${button0}.emoji.name BUTTON_COMPONENT_INVALID_EMOJI`,
    ],
    [
      'a link with a custom id',
      inRow(link('https://a.b', { custom_id: 'a' })),
      `${button0}.custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE`,
    ],
    ['a link to nowhere', inRow({ type: 2, style: 5, label: 'x' }), `${button0}.url BUTTON_COMPONENT_URL_REQUIRED`],
    ['a link over 512', inRow(link(`https://a.b/${'x'.repeat(501)}`)), `${button0}.url BASE_TYPE_MAX_LENGTH`],
    ['a link of another scheme', inRow(link('file:///etc/passwd')), `${button0}.url URL_TYPE_INVALID_SCHEME`],
    ['a link that is no address', inRow(link('a page')), `${button0}.url URL_TYPE_INVALID_URL`],
    [
      'a section without accessory',
      shown(section({ accessory: undefined })),
      'data.components.0.accessory BASE_TYPE_REQUIRED',
    ],
    [
      'a section of four',
      shown(section({ components: many(4, () => text('x')) })),
      'data.components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a button in a section',
      shown(section({ components: [button('b')] })),
      'data.components.0.components.0 UNION_TYPE_CHOICES',
    ],
    [
      'text as an accessory',
      shown(section({ accessory: text('x') })),
      'data.components.0.accessory UNION_TYPE_CHOICES',
    ],
    [
      'a container in a container',
      shown(container({ components: [container({})] })),
      'data.components.0.components.0 UNION_TYPE_CHOICES',
    ],
    [
      'a bare button in a container',
      shown(container({ components: [button('a')] })),
      'data.components.0.components.0 UNION_TYPE_CHOICES',
    ],
    ['an empty container', shown(container({ components: [] })), 'data.components.0.components BASE_TYPE_MIN_LENGTH'],
    [
      'a colour out of range',
      shown(container({ accent_color: 0x1000000 })),
      'data.components.0.accent_color NUMBER_TYPE_MAX',
    ],
    [
      'a gallery of eleven',
      shown(gallery(...many(11, () => 'https://a.b').map(String))),
      'data.components.0.items BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a picture that is not attached',
      shown(gallery('attachment://a.png')),
      'data.components.0.items.0.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a file from the web',
      shown({ type: 13, file: { url: 'https://a.b/c' } }),
      'data.components.0.file.url URL_TYPE_INVALID_SCHEME',
    ],
    [
      'a thumbnail without picture',
      shown(section({ accessory: { type: 11 } })),
      'data.components.0.accessory.media BASE_TYPE_REQUIRED',
    ],
    ['a separator of another size', shown({ type: 14, spacing: 3 }), 'data.components.0.spacing BASE_TYPE_CHOICES'],
    [
      'an attachment that was not sent',
      { content: 'x', attachments: [{ id: '0' }] },
      'data.attachments.0 ATTACHMENT_NOT_FOUND',
    ],
    [
      'mentions both parsed and listed',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'data.allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    [
      'a menu of 26',
      inRow({ type: 3, custom_id: 's', options: many(26, (i) => ({ label: `${i}`, value: `${i}` })) }),
      `${button0}.options BASE_TYPE_BAD_LENGTH`,
    ],
    [
      'an embed too long',
      { embeds: many(2, () => ({ description: 'x'.repeat(3500) })) },
      'data.embeds MAX_EMBED_SIZE_EXCEEDED',
    ],
  ])('%s', async (_, data, complaint) => {
    const { status, body } = await message(data);
    expect([status, body.code, body.message]).toEqual([400, 50035, 'Invalid Form Body']);
    expect(complaints(body.errors)).toContain(complaint);
  });

  test.each([[{}], [{ content: '  ' }], [{ flags: v2, components: [] }]])('an empty message: %j', async (data) => {
    expect(await message(data)).toMatchObject({ status: 400, body: { code: 50006 } });
  });

  test.each([
    [shown(container({ components: [text('x'.repeat(4000)), { type: 14 }], accent_color: 0xffffff }))],
    [shown(...many(40, () => text('x')))],
    [inRow(button('x'.repeat(100), { label: 'x'.repeat(80), emoji: { name: '▶' } }), link('discord://-/channels/1/2'))],
    [{ content: 'x'.repeat(2000), embeds: [{ description: 'x'.repeat(4096) }] }],
  ])('what is just allowed %#', async (data) => {
    expect(await message(data)).toMatchObject({ status: 204 });
  });

  test('a refused answer may be corrected', async () => {
    const reply = await open();
    expect((await callback(reply, { type: 4, data: {} })).status).toBe(400);
    expect((await callback(reply, { type: 4, data: { content: 'x' } })).status).toBe(204);
    expect(reply.refusals).toMatchObject([{ status: 400, body: { code: 50006 } }]);
  });

  test('an unknown interaction, an answer of the wrong kind, an edit before acknowledging', async () => {
    const reply = await open();
    const { token } = reply.interaction;
    expect(await send('POST', '/interactions/1/nobody/callback', { type: 5 })).toMatchObject({
      status: 404,
      body: { code: 10062 },
    });
    expect(await callback(reply, { type: 8, data: { choices: [] } })).toMatchObject({ body: { code: 50035 } });
    expect(await callback(reply, { type: 7, data: {} })).toMatchObject({ body: { code: 50035 } });
    const edit = (id: string) =>
      send('PATCH', `/webhooks/${discord.applicationId}/${token}/messages/${id}`, { content: 'x' });
    expect(await edit('@original')).toMatchObject({ status: 404, body: { code: 10015 } });
    expect((await callback(reply, { type: 5 })).status).toBe(204);
    expect(await edit('1')).toMatchObject({ status: 404, body: { code: 10008 } });
    expect(await edit('@original')).toMatchObject({ status: 200 });
    const original = `/webhooks/${discord.applicationId}/${token}/messages/@original`;
    expect(await send('PATCH', original, { components: [text('x')] })).toMatchObject({ body: { code: 50035 } });
    expect(await send('PATCH', original, shown(text('x')))).toMatchObject({ body: { code: 50035 } });
    expect(await send('PATCH', original, { ...shown(text('x')), content: null })).toMatchObject({ status: 200 });
  });

  test('choices are limited', async () => {
    const choices = async (given: unknown[]) => {
      const typing = discord.autocomplete({ name: 'quote', focused: 'text', patience: 10 });
      typing.catch(() => undefined);
      const reply = discord.replies.at(-1);
      if (!reply) throw new Error('no interaction');
      const answer = await callback(reply, { type: 8, data: { choices: given } });
      return answer.status === 204 ? [] : complaints(answer.body.errors);
    };
    const choice = (name: string, value: unknown = 'v') => ({ name, value });
    expect(await choices(many(25, (i) => choice(`${i}`)))).toEqual([]);
    expect(await choices(many(26, (i) => choice(`${i}`)))).toEqual(['data.choices BASE_TYPE_MAX_LENGTH']);
    expect(await choices([choice('')])).toEqual(['data.choices.0.name BASE_TYPE_BAD_LENGTH']);
    expect(await choices([choice('x'.repeat(101))])).toEqual(['data.choices.0.name BASE_TYPE_BAD_LENGTH']);
    expect(await choices([choice('x', 'x'.repeat(101))])).toEqual(['data.choices.0.value BASE_TYPE_MAX_LENGTH']);
    expect(await choices([choice('x', 5)])).toEqual(['data.choices.0.value STRING_TYPE_CONVERT']);
  });
});

describe('commands', () => {
  let discord: FakeDiscord;
  beforeEach(async () => {
    discord = await FakeDiscord.start();
  });
  afterEach(() => discord.stop());

  const call = async (method: string, path = '', body?: unknown, token = discord.token) => {
    const response = await fetch(`${discord.api}/v10/applications/${discord.applicationId}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bot ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.text();
    return { status: response.status, body: answer === '' ? undefined : JSON.parse(answer) };
  };
  const put = (...commands: unknown[]) => call('PUT', '/commands', commands);
  const option = (more: object) => ({ name: 'text', description: 'Words', type: 3, ...more });
  const withOptions = (...options: unknown[]) => ({ name: 'quote', description: 'Find', options });

  test('come back whole, keep their id, and change their version only with their content', async () => {
    const [first] = (
      await put({ ...quote, options: [option({ required: false }), option({ name: 'more', autocomplete: true })] })
    ).body;
    expect(first).toEqual({
      id: expect.any(String),
      application_id: discord.applicationId,
      version: expect.any(String),
      default_member_permissions: null,
      type: 1,
      name: 'quote',
      name_localizations: null,
      description: quote.description,
      description_localizations: null,
      dm_permission: true,
      contexts: null,
      integration_types: [0, 1],
      options: [
        { type: 3, name: 'text', name_localizations: null, description: 'Words', description_localizations: null },
        {
          type: 3,
          name: 'more',
          name_localizations: null,
          description: 'Words',
          description_localizations: null,
          autocomplete: true,
        },
      ],
      nsfw: false,
    });
    const [same] = (await put({ ...first, options: first.options })).body;
    expect(same).toEqual(first);
    const [changed] = (await put({ ...first, description: 'Another' })).body;
    expect(changed.id).toBe(first.id);
    expect(changed.version).not.toBe(first.version);
    const [listed] = (await call('GET', '/commands')).body;
    expect(listed).not.toHaveProperty('name_localizations');
    expect((await call('GET', '/commands?with_localizations=true')).body).toEqual([changed]);
  });

  test('can be made, changed and deleted one by one, here or in one guild', async () => {
    const made = await call('POST', '/commands', quote);
    expect(made.status).toBe(201);
    expect((await call('POST', '/commands', { ...quote, nsfw: true })).status).toBe(200);
    const one = `/commands/${made.body.id}`;
    expect((await call('PATCH', one, { description: 'Other' })).body).toMatchObject({
      description: 'Other',
      nsfw: true,
    });
    expect((await call('DELETE', one)).status).toBe(204);
    expect(await call('GET', one)).toMatchObject({ status: 404, body: { code: 10063 } });
    expect((await call('PUT', '/guilds/1200000000000000001/commands', [menu])).status).toBe(200);
    expect(discord.commandsOf('1200000000000000001')).toMatchObject([{ type: 3, name: menu.name, description: '' }]);
    expect(discord.commands).toEqual([]);
    expect(await call('GET', '/guilds/5/commands')).toMatchObject({ status: 403, body: { code: 50001 } });
  });

  test('need the token, a known path and JSON', async () => {
    expect(await call('GET', '/commands', undefined, 'wrong')).toEqual({
      status: 401,
      body: { message: '401: Unauthorized', code: 0 },
    });
    expect(await call('GET', '/emojis')).toEqual({ status: 404, body: { message: '404: Not Found', code: 0 } });
    expect((await call('PATCH', '/commands', {})).status).toBe(405);
    expect((await fetch(`${discord.api}/v9/gateway`)).status).toBe(404);
  });

  test.each<[string, unknown, string]>([
    ['capitals', { ...quote, name: 'Quote' }, 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a space', { ...quote, name: 'a quote' }, 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a long name', { ...quote, name: 'x'.repeat(33) }, 'BASE_TYPE_BAD_LENGTH'],
    ['no description', { name: 'quote' }, 'BASE_TYPE_REQUIRED'],
    ['a long description', { ...quote, description: 'x'.repeat(101) }, 'BASE_TYPE_BAD_LENGTH'],
    [
      'a menu command with a description',
      { ...menu, description: 'x' },
      'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
    ],
    [
      '26 options',
      withOptions(...Array.from({ length: 26 }, (_, i) => option({ name: `o${i}` }))),
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'required after optional',
      withOptions(option({}), option({ name: 'b', required: true })),
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    ['two options of one name', withOptions(option({}), option({})), 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID'],
    [
      '26 choices',
      withOptions(option({ choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) })),
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'choices and autocomplete',
      withOptions(option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })),
      'APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES',
    ],
    ['max_length 0', withOptions(option({ max_length: 0 })), 'NUMBER_TYPE_MIN'],
    ['max_length 6001', withOptions(option({ max_length: 6001 })), 'NUMBER_TYPE_MAX'],
    ['an option without type', withOptions({ name: 'a', description: 'b' }), 'UNION_TYPE_REQUIRED'],
    [
      'sub-commands beside options',
      withOptions(option({ type: 1, name: 'a' }), option({ name: 'b' })),
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    ['a language Discord does not have', { ...quote, name_localizations: { en: 'quote' } }, 'BASE_TYPE_CHOICES'],
    [
      'a description that is too long in one language',
      { ...quote, description_localizations: { de: 'x'.repeat(101) } },
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a translation with capitals',
      { ...quote, name_localizations: { de: 'Zitat' } },
      'APPLICATION_COMMAND_INVALID_NAME',
    ],
    ['an unknown context', { ...quote, contexts: [3] }, 'BASE_TYPE_CHOICES'],
    ['an unknown installation', { ...quote, integration_types: [2] }, 'BASE_TYPE_CHOICES'],
    ['permissions in words', { ...quote, default_member_permissions: 'ManageGuild' }, 'PERMISSION_TYPE_CONVERT'],
    [
      'more than 8000 characters',
      withOptions(
        ...Array.from({ length: 4 }, (_, i) =>
          option({
            name: `o${i}`,
            choices: Array.from({ length: 25 }, (_, j) => ({ name: `${j}`, value: 'x'.repeat(80) })),
          }),
        ),
      ),
      'APPLICATION_COMMAND_TOO_LARGE',
    ],
  ])('are refused for %s', async (_, command, code) => {
    const { status, body } = await put(quote, command);
    expect([status, body.code]).toEqual([400, 50035]);
    expect(Object.keys(body.errors)).toEqual(['1']);
    expect(JSON.stringify(body.errors)).toContain(`"${code}"`);
  });

  test('are limited in number, a name used once', async () => {
    const commands = Array.from({ length: 101 }, (_, i) => ({ ...quote, name: `quote${i}` }));
    expect(await put(...commands)).toMatchObject({ status: 400, body: { code: 30032 } });
    expect((await put(...commands.slice(1))).status).toBe(200);
    expect(await call('POST', '/commands', commands[0])).toMatchObject({ body: { code: 30032 } });
    expect(JSON.stringify((await put(quote, quote)).body)).toContain('APPLICATION_COMMANDS_DUPLICATE_NAME');
  });
});

describe.concurrent('the gateway', () => {
  const reply = (client: Client) =>
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply('here');
    });
  const use = { name: 'quote', options: { text: 'x' } };

  test('a wrong token is refused', async () => {
    const discord = await FakeDiscord.start();
    const client = clientOf(discord);
    await expect(client.login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
    await client.destroy();
    await discord.stop();
  });

  test('a privileged intent that was not granted is refused', async () => {
    const discord = await FakeDiscord.start();
    const client = clientOf(discord, 1 << 15);
    await expect(client.login(discord.token)).rejects.toThrow(/disallowed intents/i);
    await client.destroy();
    await discord.stop();
  });

  test('guilds come with their intent', async () => {
    const discord = await FakeDiscord.start();
    const client = clientOf(discord, 1 << 0);
    const readied = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(discord.token);
    await readied;
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['The newsroom']);
    await client.destroy();
    expect(discord.gateway.leavings).toEqual([1000]);
    await discord.stop();
  });

  test.each<[string, (discord: FakeDiscord) => void]>([
    ['a dropped connection', (discord) => discord.gateway.drop()],
    ['a request to reconnect', (discord) => discord.gateway.requestReconnect()],
    ['a close that may be resumed', (discord) => discord.gateway.close(4000)],
  ])('%s is resumed, and what was missed is replayed', async (_, interrupt) => {
    const { discord, client } = await loggedIn();
    discord.register([quote]);
    reply(client);
    interrupt(discord);
    await discord.until(() => !discord.gateway.online);
    const missed = await discord.command(use);
    expect(missed.text).toBe('here');
    expect(discord.gateway.resumes).toMatchObject([{ accepted: true, sequence: 1 }]);
    expect(discord.gateway.identifies).toHaveLength(1);
    await client.destroy();
    await discord.stop();
  });

  test('an invalid session is begun anew', async () => {
    const { discord, client } = await loggedIn();
    discord.register([quote]);
    reply(client);
    discord.gateway.invalidate(false);
    await discord.until(() => discord.gateway.readies === 2, 15_000);
    expect((await discord.command(use)).text).toBe('here');
    await client.destroy();
    await discord.stop();
  });

  test('a session that was forgotten cannot be resumed', async () => {
    const { discord, client } = await loggedIn();
    discord.register([quote]);
    reply(client);
    discord.gateway.forget();
    discord.gateway.drop();
    await discord.until(() => discord.gateway.readies === 2, 15_000);
    expect(discord.gateway.resumes).toMatchObject([{ accepted: false }]);
    expect((await discord.command(use)).text).toBe('here');
    await client.destroy();
    await discord.stop();
  });

  test('connections are refused for a time', async () => {
    const { discord, client } = await loggedIn();
    discord.register([quote]);
    reply(client);
    discord.gateway.refuse('unavailable', 700);
    discord.gateway.drop();
    expect((await discord.command(use)).text).toBe('here');
    expect(discord.gateway.resumes).toMatchObject([{ accepted: true }]);
    await client.destroy();
    await discord.stop();
  });

  test('a client whose heartbeats are not acknowledged comes back', async () => {
    const { discord, client } = await loggedIn({ heartbeatInterval: 200 });
    discord.gateway.acknowledgeHeartbeats(false);
    await discord.until(() => discord.gateway.leavings.length > 0);
    discord.gateway.acknowledgeHeartbeats(true);
    await discord.until(() => discord.gateway.resumes.length > 0);
    expect(discord.gateway.heartbeats).toBeGreaterThan(0);
    await client.destroy();
    await discord.stop();
  });

  test('an authentication that fails later ends the client', async () => {
    const { discord, client } = await loggedIn();
    const code = new Promise<number>((resolve) => client.on(Events.ShardDisconnect, (event) => resolve(event.code)));
    discord.gateway.close(4004);
    expect(await code).toBe(4004);
    await client.destroy();
    await discord.stop();
  });

  test('requests that hang end with the server', async () => {
    const discord = await FakeDiscord.start();
    discord.fail({ hang: true });
    const asked = fetch(`${discord.api}/v10/gateway`);
    asked.catch(() => undefined);
    await discord.until(() => discord.requests.length === 1).catch(() => undefined);
    await discord.stop();
    await expect(asked).rejects.toThrow();
  });

  test('ids tell the time, which a test can move', async () => {
    const discord = await FakeDiscord.start();
    const time = (id: string) => Number(BigInt(id) >> 22n) + 1420070400000;
    expect(Math.abs(time(discord.nextId()) - Date.now())).toBeLessThan(1000);
    discord.skew(-60_000);
    expect(time(discord.nextId()) - Date.now()).toBeLessThan(-59_000);
    await discord.stop();
  });
});
