import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * How a worker thread of ours is started: TypeScript is read through tsx, whatever started this process (tsx itself, a
 * test runner, a build, where files end in `.js` and nothing is needed).
 */
export function threadOptions(file: URL): { readonly execArgv: string[] } {
  if (!file.pathname.endsWith('.ts')) return { execArgv: [] };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return { execArgv: ['--import', loader] };
}
