import { recogniseBinary } from './signature.ts';

/** Bytes as text, or why they are not: a phrase for a `Problem`. */
export type Decoded = { readonly text: string } | { readonly problem: string };

/**
 * Decodes a file's bytes: UTF-8 with or without a byte-order mark, UTF-16 with one, and Windows-1252 when the bytes are
 * not UTF-8, hold no control characters, and those from 0x80 to 0x9F are only its printable marks. The mark is dropped,
 * nothing else is changed. Never guesses further: anything else is a problem.
 */
export function decode(bytes: Uint8Array): Decoded {
  const kind = recogniseBinary(bytes);
  if (kind !== null) return { problem: `it is ${kind}, not a text` };
  const wide = wideEncoding(bytes);
  const text = strictly(wide ?? 'utf-8', bytes);
  if (text === null) {
    return wide === null ? decodeWindows(bytes) : { problem: 'its UTF-16 is damaged; save it as UTF-8' };
  }
  if (text.includes('\0')) return { problem: 'it holds NUL characters, so it is not a text; save it as UTF-8' };
  return { text };
}

function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeWindows(bytes: Uint8Array): Decoded {
  if (!bytes.every(isPrintableWindows)) {
    return { problem: 'it is not UTF-8, nor Windows-1252; save it as UTF-8' };
  }
  if (isDamagedUtf8(bytes)) return { problem: 'its UTF-8 is damaged, perhaps cut off; save it again as UTF-8' };
  const declared = declaredEncoding(bytes);
  if (declared !== null)
    return { problem: `it says that it is written in ${declared}, which is not read; save it as UTF-8` };
  const text = new TextDecoder('windows-1252').decode(bytes);
  // Some releases of Node take a short way that leaves 0x80 to 0x9F as the control characters of ISO-8859-1.
  return { text: text.replace(/[\x80-\x9f]/g, (mark) => windowsMarks.charAt(mark.charCodeAt(0) - 0x80)) };
}

/** What Windows-1252 prints for 0x80 to 0x9F; a blank where it prints nothing. */
const windowsMarks = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function isPrintableWindows(byte: number): boolean {
  if (byte < 0x20) return byte >= 0x09 && byte <= 0x0d;
  if (byte < 0x80) return byte !== 0x7f;
  return byte >= 0xa0 || windowsMarks.charAt(byte - 0x80) !== ' ';
}

/**
 * Whether the bytes are UTF-8 but for a few: more characters of several bytes than stray bytes. Read as Windows-1252
 * each of them would be shown as "â€™", which was never printed.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let stray = 0;
  let whole = 0;
  for (const [character] of new TextDecoder('utf-8').decode(bytes).matchAll(/[^\0-\x7f]/gu)) {
    if (character === '\ufffd') stray += 1;
    else whole += 1;
  }
  return whole > stray;
}

const readable = /^(?:windows-1252|cp-?1252|iso-?8859-?15?|latin-?1|us-ascii|ascii|utf-?8)$/i;

/** The encoding that a page or an XML file claims and that is not the one its bytes would be taken for. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 2048));
  const name =
    /^\s*<\?xml[^>]{1,100}encoding=["']([\w.:-]{1,40})/.exec(start)?.[1] ??
    /<meta\b[^>]{0,200}charset=["']?([\w.:-]{1,40})/i.exec(start)?.[1];
  return name === undefined || readable.test(name) ? null : name;
}
