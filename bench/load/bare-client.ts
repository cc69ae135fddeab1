/** A discord.js client that answers every command with a constant: what a bot costs that does nothing of its own. */
import { Client, Events } from 'discord.js';

const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API ?? '' } });
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) interaction.reply('An answer that is always the same.').catch(() => undefined);
});
await client.login(process.env.DISCORD_TOKEN ?? '');
