import { runChat } from '../chat.ts';

process.exitCode = await runChat(process.argv.slice(2));
