/**
 * A discord.js client that answers every command with a constant: what a bot costs that does nothing of its own. With a
 * file of messages by command it answers with those: what it costs to send them.
 */
import { readFileSync } from 'node:fs';
import { Client, Events } from 'discord.js';

const [file] = process.argv.slice(2);
const messages = file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'));
const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API ?? '' } });
client.on(Events.InteractionCreate, (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  const message = messages[interaction.commandName] ?? 'An answer that is always the same.';
  interaction.reply(message).catch(() => undefined);
});
await client.login(process.env.DISCORD_TOKEN ?? '');
