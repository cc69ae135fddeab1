/**
 * On Record's own way from an interaction to its answer, logged and counted as in the bot, but to commands that answer a
 * constant: what it costs by itself.
 */
import { startDiscord } from '../../src/discord/client.ts';
import { defineCommand, Option } from '../../src/discord/command.ts';
import { watchProcess } from '../../src/ops/faults.ts';
import { createLog, logInteractions } from '../../src/ops/log.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import { tellAll } from '../../src/ops/tally.ts';
import { emptyArchive } from '../../test/empty-archive.ts';

const options = ['actor', 'about', 'text', 'quotation', 'question'].map((name) => {
  return { name, description: 'Ignored', type: Option.String };
});
const commands = ['stance', 'quote', 'verify', 'ask'].map((name) =>
  defineCommand({
    data: { name, description: 'Answers', options },
    run: async () => ({ show: 'page', status: 'ok', heading: 'An answer that is always the same.', sections: [] }),
  }),
);
const log = createLog({ level: 'info', pretty: false });
watchProcess(log);
startDiscord({
  token: process.env.DISCORD_TOKEN ?? '',
  api: process.env.DISCORD_API,
  commands,
  messageCommands: [],
  archive: () => emptyArchive,
  reload: () => Promise.reject(new Error('There is nothing to read')),
  reloading: () => false,
  health: () => ({ readAt: new Date(), uptime: 0, memory: 0, latency: null }),
  problems: () => [],
  moderators: { users: [], guilds: [] },
  log,
  tally: tellAll([createMetrics().tally, logInteractions(log, { queries: false })]),
});
