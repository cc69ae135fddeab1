import { createHash } from 'node:crypto';

/** A short, stable key of some texts: the same texts give the same key in every process. Twelve URL-safe characters. */
export function fingerprint(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('base64url').slice(0, 12);
}
