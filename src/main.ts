import { UserError } from './answer.ts';
import { runBot } from './bot.ts';
import { readEnvironmentFile, runChat } from './chat.ts';
import { type Config, readConfig } from './config.ts';

const noToken =
  'No DISCORD_TOKEN is set, so this is the terminal chat. A bot in Discord needs a token: see “Make it a Discord bot” in README.md.';

/** Whether there is a way in which Discord can ask: the gateway, or signed requests. */
function isBot({ token, publicKey, http }: Config): boolean {
  return token !== undefined || (publicKey !== undefined && http !== undefined);
}

async function main(given: readonly string[]): Promise<number> {
  try {
    readEnvironmentFile();
    const config = readConfig(process.env);
    if (isBot(config)) return await runBot(config);
    process.stderr.write(`${noToken}\n`);
    return await runChat(given);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exit(await main(process.argv.slice(2)));
