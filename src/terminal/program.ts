import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Whether the module at this address is the program that was started, and not one that another imports. */
export function isProgram(url: string): boolean {
  const [, started] = process.argv;
  return started !== undefined && url === pathToFileURL(realpathSync(started)).href;
}
