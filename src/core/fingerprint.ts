import { createHash, hash } from 'node:crypto';

const length = 12;

/** A short, stable key of some texts: the same texts give the same key in every process. Twelve URL-safe characters. */
export function fingerprint(...texts: readonly string[]): string {
  return hash('sha256', texts.map(marked).join(''), 'base64url').slice(0, length);
}

/** The same of any number of texts, given one after the other. */
export class Fingerprint {
  readonly #hash = createHash('sha256');

  add(text: string): void {
    this.#hash.update(marked(text));
  }

  finish(): string {
    return this.#hash.digest('base64url').slice(0, length);
  }
}

/** With its length before it, so that no two lists of texts come out alike. */
function marked(text: string): string {
  return `${text.length}:${text}`;
}
