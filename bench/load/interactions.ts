/** Interactions as Discord sends them, each of another user, so that nobody is asked to wait. */

const guild = { id: '1200000000000000001', features: [], locale: 'en-US' };
const channel = {
  id: '1200000000000000002',
  type: 0,
  name: 'general',
  guild_id: guild.id,
  permissions: '2147483647',
  last_message_id: null,
  nsfw: false,
  parent_id: null,
  position: 0,
  rate_limit_per_user: 0,
  topic: null,
  flags: 0,
};
export const questions = [
  { name: 'stance', options: { actor: 'iran', about: 'venezuela' } },
  { name: 'quote', options: { text: 'un charter' } },
  { name: 'verify', options: { quotation: 'Russia and Iran are two important countries' } },
  { name: 'ask', options: { question: 'Who opposes foreign intervention in Venezuela?' } },
];
const epoch = 1_420_070_400_000n;
export const application = '1100000000000000001';
let made = 0n;

/** A snowflake of now that no other has. */
function nextId(): string {
  made += 1n;
  return String(((BigInt(Date.now()) - epoch) << 22n) | (made & 0x3fffffn));
}

/** The next of a few questions in turn, with the token by which its answer is told from others. */
export function nextInteraction(): {
  readonly token: string;
  readonly command: string;
  readonly interaction: Readonly<Record<string, unknown>>;
} {
  const id = nextId();
  const token = `load-${id}`;
  const { name, options } = questions[Number(made) % questions.length] ?? { name: '', options: {} };
  const user = {
    id: String(1_300_000_000_000_000_000n + made),
    username: 'reader',
    discriminator: '0',
    global_name: 'Reader',
    avatar: null,
    public_flags: 0,
  };
  const member = {
    user,
    nick: null,
    avatar: null,
    roles: [],
    joined_at: '2021-01-01T00:00:00.000000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    permissions: '2147483647',
    communication_disabled_until: null,
  };
  return {
    token,
    command: name,
    interaction: {
      id,
      application_id: application,
      type: 2,
      token,
      version: 1,
      guild_id: guild.id,
      guild,
      guild_locale: 'en-US',
      channel_id: channel.id,
      channel,
      member,
      locale: 'en-GB',
      app_permissions: '2147483647',
      entitlements: [],
      authorizing_integration_owners: { 0: guild.id },
      context: 0,
      attachment_size_limit: 10_485_760,
      data: {
        id: '1400000000000000001',
        name,
        type: 1,
        options: Object.entries(options).map(([option, value]) => ({ name: option, type: 3, value })),
      },
    },
  };
}
