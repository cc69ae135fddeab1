import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * A script that starts one of our files in a new thread, for `new Worker(script, { eval: true })`. TypeScript is read
 * through tsx whatever started this process: tsx itself, a test runner, or a build, where files end in `.js` and nothing
 * is needed. `--import tsx` will not do: it makes the main thread alone read TypeScript (tsx 4.23 under Node 20).
 */
export function startScript(file: URL): string {
  const load = `import(${JSON.stringify(file.href)})`;
  const loader = loaderOf(file);
  return loader === null
    ? load
    : `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return ${load}; })`;
}

/** The same for a pool that starts files itself: the arguments that make its threads read TypeScript. */
export function threadArguments(file: URL): string[] {
  const loader = loaderOf(file);
  if (loader === null) return [];
  const script = `import { register } from ${JSON.stringify(loader)}; register();`;
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
}

function loaderOf(file: URL): string | null {
  if (!file.pathname.endsWith('.ts')) return null;
  return pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
}
