/** Bytes as text, or why they are not: a phrase that finishes "cannot be read: …". */
export type Decoded = { readonly text: string } | { readonly problem: string };

/**
 * Decodes a file's bytes as UTF-8; a byte-order mark is dropped. Never guesses: bytes that are not UTF-8, and text
 * with NUL characters, are a problem.
 */
export function decode(bytes: Uint8Array): Decoded {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: 'it is not UTF-8 text; save it as UTF-8' };
  }
  if (text.includes('\0')) return { problem: 'it holds NUL characters, so it is not a text; save it as UTF-8 text' };
  return { text };
}
