import { hash } from 'node:crypto';

/** A short, stable key of some texts: the same texts give the same key in every process. Twelve URL-safe characters. */
export function fingerprint(...texts: readonly string[]): string {
  const parts: string[] = [];
  for (const text of texts) parts.push(`${text.length}:`, text);
  return hash('sha256', parts.join(''), 'base64url').slice(0, 12);
}
