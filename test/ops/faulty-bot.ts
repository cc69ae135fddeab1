import { startDiscord } from '../../src/discord/client.ts';
import { defineCommand } from '../../src/discord/command.ts';
import { watchProcess } from '../../src/ops/faults.ts';
import { createLog } from '../../src/ops/log.ts';
import { archive } from '../discord/archive.ts';
import { noReload } from '../discord/bot.ts';

/** A bot as a process of its own, two of whose commands leave faults behind that nobody catches. */

const answer = async () => ({ show: 'page', status: 'ok', heading: 'Answered', sections: [] }) as const;
const commands = [
  defineCommand({ data: { name: 'fine', description: 'Answers' }, run: answer }),
  defineCommand({
    data: { name: 'forgets', description: 'Answers, and forgets a promise that fails' },
    run: () => {
      void Promise.reject(new Error('Nobody waits for me'));
      return answer();
    },
  }),
  defineCommand({
    data: { name: 'stalls', description: 'Waits for what a promise that fails would have brought' },
    run: () => {
      void Promise.reject(new Error('Nobody waits for me'));
      return new Promise(() => undefined);
    },
  }),
  defineCommand({
    data: { name: 'breaks', description: 'Answers, and throws where nobody can catch it' },
    run: () => {
      setTimeout(() => {
        throw new Error('Nobody can catch me');
      }, 200);
      return answer();
    },
  }),
];

const log = createLog({ level: 'info', pretty: false });
watchProcess(log);
const none = archive();
const { ready } = startDiscord({
  token: process.env.DISCORD_TOKEN ?? '',
  api: process.env.DISCORD_API,
  commands,
  messageCommands: [],
  archive: () => none,
  reload: noReload,
  problems: () => [],
  reloading: () => false,
  health: () => ({ readAt: new Date(0), uptime: 1, memory: 1, latency: null }),
  moderators: { users: [], guilds: [] },
  log,
});
await ready;
