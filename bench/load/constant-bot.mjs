/**
 * On Record's own way from an interaction to its answer, as it is built, logged and counted as in the bot, but to
 * commands that answer a constant: what it costs by itself.
 */
import { startDiscord } from '../../dist/src/discord/client.js';
import { defineCommand, Option } from '../../dist/src/discord/command.js';
import { createCooldown } from '../../dist/src/discord/cooldown.js';
import { watchProcess } from '../../dist/src/ops/faults.js';
import { createLog, logInteractions } from '../../dist/src/ops/log.js';
import { createMetrics } from '../../dist/src/ops/metrics.js';
import { tellAll } from '../../dist/src/ops/tally.js';

const options = ['actor', 'about', 'text', 'quotation', 'question'].map((name) => {
  return { name, description: 'Ignored', type: Option.String };
});
const commands = ['stance', 'quote', 'verify', 'ask'].map((name) =>
  defineCommand({
    data: { name, description: 'Answers', options },
    lasting: true,
    run: async () => ({ show: 'page', status: 'ok', heading: 'An answer that is always the same.', sections: [] }),
  }),
);
const nothing = { version: '3f786850e387', size: { articles: 0, statements: 0, stances: 0 } };
const log = createLog({ level: 'info', pretty: false });
watchProcess(log);
startDiscord({
  token: process.env.DISCORD_TOKEN ?? '',
  api: process.env.DISCORD_API,
  commands,
  messageCommands: [],
  archive: () => nothing,
  reload: () => Promise.reject(new Error('There is nothing to read')),
  reloading: () => false,
  health: () => ({ readAt: new Date(), uptime: 0, memory: 0, latency: null }),
  problems: () => [],
  moderators: { users: [], guilds: [] },
  cooldown: createCooldown(),
  log,
  tally: tellAll([createMetrics().tally, logInteractions(log, { queries: false })]),
});
