import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Names the version of everything that decides what is found in an article: a hash of the source of the core and of the
 * readers, of the packages they use, and of the Unicode tables of this Node. A changed rule gives another name without
 * anybody having to think of it.
 */
export async function nameRules(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['core', 'articles']) {
    const files = (await readdir(join(root, folder), { recursive: true })).filter((name) =>
      /\.(?:[cm]?[jt]s|json)$/.test(name),
    );
    for (const name of files.sort()) {
      hash.update(`${folder}/${name.replaceAll('\\', '/')}\n`).update(await readFile(join(root, folder, name)));
    }
  }
  const manifest: unknown = JSON.parse(await readManifest());
  const dependencies =
    typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest ? manifest.dependencies : null;
  hash.update(JSON.stringify(dependencies)).update(process.versions.unicode ?? '');
  return `rules-${hash.digest('base64url').slice(0, 16)}`;
}

/** The package's manifest: beside `src`, or, of a build, beside `dist`. */
async function readManifest(): Promise<string> {
  for (const folder of ['..', '../..']) {
    const text = await readFile(join(root, folder, 'package.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error('package.json is missing');
}
