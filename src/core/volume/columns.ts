import { makeNumbers, type Numbers } from '../search/number-list.ts';

/** The kinds of lists a column can be. */
interface ColumnKinds {
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly u32: Uint32Array;
  readonly f64: Float64Array;
}

/** Named lists of numbers, and one value that JSON can hold. */
export interface Columns {
  readonly json: unknown;
  readonly lists: Readonly<Record<string, Numbers | Float64Array>>;
}

interface Section {
  readonly name: string;
  readonly kind: keyof ColumnKinds | 'json';
  /** In bytes. */
  readonly start: number;
  readonly length: number;
}

/** "ORvol" and the version of this layout: bytes that begin otherwise are not read. */
const signature = [0x4f, 0x52, 0x76, 0x6f, 0x6c, 2, 0, 0] as const;
const lead = signature.length + 4;

const encoder = new TextEncoder();
/** The byte-order mark that a text may begin with is kept: offsets count it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Longer texts than this, in bytes, are decoded in place. */
const room = new Uint8Array(64 * 1024);

/** The text that bytes spell in UTF-8, a byte-order mark included. */
export function decodeText(bytes: Uint8Array): string {
  // Shared memory is decoded half as fast as memory of one thread alone.
  if (bytes.length > room.length) return decoder.decode(bytes);
  room.set(bytes);
  return decoder.decode(room.subarray(0, bytes.length));
}

/** The part between two offsets, in UTF-16 code units, of the text that bytes spell; quicker than decoding all of it. */
export function decodePart(bytes: Uint8Array, start: number, end: number): string {
  const from = byteAfter(bytes, 0, start);
  const to = from === null ? null : byteAfter(bytes, from, end - start);
  // An offset may part a character.
  return from === null || to === null ? decodeText(bytes).slice(start, end) : decodeText(bytes.subarray(from, to));
}

/** Where the bytes of so many UTF-16 code units end; null where that is inside a character, or there are not so many. */
function byteAfter(bytes: Uint8Array, from: number, units: number): number | null {
  const first = -bytes.byteOffset & 3;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + first, Math.max(0, bytes.length - first) >> 2);
  let [at, left] = [from, units];
  while (left > 0 && at < bytes.length) {
    // Most characters are single bytes, which are passed over four at a time.
    if (at >= first && ((at - first) & 3) === 0) {
      let word = (at - first) >> 2;
      for (; left >= 4 && word < words.length && ((words[word] ?? 0) & 0x80808080) === 0; word += 1) left -= 4;
      at = first + 4 * word;
      if (left === 0 || at >= bytes.length) break;
    }
    // The first byte of a character tells how many it has; one of four bytes is two code units.
    const lead = bytes[at] ?? 0;
    at += lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    left -= lead < 0xf0 ? 1 : 2;
  }
  return left === 0 ? at : null;
}

/** A text in UTF-8. Half a surrogate pair becomes U+FFFD, which is as long. */
export function encodeText(text: string): Uint8Array {
  return encoder.encode(text);
}

/**
 * Lays columns side by side in one run of bytes, each where its numbers are aligned, so that reading them copies nothing.
 * Whole numbers are kept in as few bytes each as hold the largest of their list. The bytes are shared memory: other
 * threads read them in place.
 */
export function writeColumns({ json, lists }: Columns): Uint8Array {
  const parts: { section: Omit<Section, 'start'>; bytes: Uint8Array }[] = [];
  const add = (name: string, kind: Section['kind'], bytes: Uint8Array) =>
    parts.push({ section: { name, kind, length: bytes.length }, bytes });
  add('json', 'json', encodeText(JSON.stringify(json)));
  for (const [name, wide] of Object.entries(lists)) {
    const list = wide instanceof Uint32Array ? narrow(wide) : wide;
    add(name, kindOf(list), new Uint8Array(list.buffer, list.byteOffset, list.byteLength));
  }
  // The directory's own length shifts the sections, so their starts are counted from its end.
  const sections: Section[] = [];
  let length = 0;
  for (const { section } of parts) {
    sections.push({ ...section, start: length });
    length = aligned(length + section.length);
  }
  const directory = encodeText(JSON.stringify(sections));
  const begin = aligned(lead + directory.length);
  const bytes = new Uint8Array(new SharedArrayBuffer(begin + length));
  bytes.set(signature);
  new DataView(bytes.buffer).setUint32(signature.length, directory.length);
  bytes.set(directory, lead);
  for (const [index, part] of parts.entries()) bytes.set(part.bytes, begin + (sections[index]?.start ?? 0));
  return bytes;
}

/** The columns that `writeColumns` laid out, as views of the same bytes. Throws when the bytes are not of this layout. */
export function readColumns(bytes: Uint8Array): Columns {
  if (bytes.byteOffset % 8 !== 0 || !signature.every((byte, index) => bytes[index] === byte)) {
    throw new Error('these bytes are not columns of this version');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directoryLength = view.getUint32(signature.length);
  const sections = JSON.parse(decodeText(bytes.subarray(lead, lead + directoryLength))) as Section[];
  const begin = aligned(lead + directoryLength);
  let json: unknown = null;
  const lists: Record<string, Numbers | Float64Array> = {};
  for (const { name, kind, start, length } of sections) {
    const from = bytes.byteOffset + begin + start;
    if (from + length > bytes.byteOffset + bytes.byteLength) throw new Error('these columns are cut off');
    if (kind === 'json') json = JSON.parse(decodeText(new Uint8Array(bytes.buffer, from, length)));
    else if (kind === 'u8') lists[name] = new Uint8Array(bytes.buffer, from, length);
    else if (kind === 'u16') lists[name] = new Uint16Array(bytes.buffer, from, length / 2);
    else if (kind === 'u32') lists[name] = new Uint32Array(bytes.buffer, from, length / 4);
    else lists[name] = new Float64Array(bytes.buffer, from, length / 8);
  }
  return { json, lists };
}

function narrow(list: Uint32Array): Numbers {
  const narrowed = makeNumbers(list.length, list.reduce((most, number) => Math.max(most, number), 0) + 1);
  narrowed.set(list);
  return narrowed;
}

function kindOf(list: Numbers | Float64Array): keyof ColumnKinds {
  if (list instanceof Float64Array) return 'f64';
  return list instanceof Uint32Array ? 'u32' : list instanceof Uint16Array ? 'u16' : 'u8';
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}
