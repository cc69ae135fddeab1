import type { Numbers } from '../search/number-list.ts';
import { decodeText, encodeText } from './columns.ts';

/** Texts that stand one after another in UTF-8, by where each ends. */
export interface Texts {
  readonly bytes: Uint8Array;
  readonly ends: Numbers;
}

/** Texts numbered between two turns of others. */
const stride = 2_000;

/**
 * Strings by number: the first string met is 0. A table of its own rather than a Map, so that of the texts of volumes,
 * most of which were met before, only new ones become strings.
 */
export class Numbering {
  readonly strings: string[] = [];
  /** The number of the string in each slot, one higher, so that 0 is an empty slot; beside it the string's hash. */
  #slots = new Uint32Array(2 * 1024);

  /** The number of a string that was met; undefined for another. */
  find(string: string): number | undefined {
    const bytes = shortBytes(string) ?? encodeText(string);
    const length = bytes === short ? string.length : bytes.length;
    const found = this.#slots[this.#slotOf(bytes, 0, length, hashOf(bytes, 0, length))] ?? 0;
    return found === 0 ? undefined : found - 1;
  }

  /** The numbers of texts; those that were not met get the next. A generator, so that the caller can pause between its steps. */
  *all({ bytes, ends }: Texts): Generator<void, Uint32Array> {
    const numbers = new Uint32Array(ends.length);
    for (let at = 0; at < ends.length; at += 1) {
      numbers[at] = this.#number(bytes, ends[at - 1] ?? 0, ends[at] ?? 0);
      if (at % stride === stride - 1) yield;
    }
    return numbers;
  }

  #number(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const slot = this.#slotOf(bytes, start, end, hash);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) return known - 1;
    const count = this.strings.push(decodeText(bytes.subarray(start, end)));
    this.#slots[slot] = count;
    this.#slots[slot + 1] = hash;
    if (3 * count > this.#slots.length) this.#grow();
    return count - 1;
  }

  /** The slot of a text: the one that holds it, else the empty one where it belongs. */
  #slotOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (2 * hash) & mask; ; slot = (slot + 2) & mask) {
      const held = slots[slot] ?? 0;
      if (held === 0) return slot;
      if (slots[slot + 1] === hash && spells(bytes, start, end, this.strings[held - 1] ?? '')) return slot;
    }
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Uint32Array(2 * old.length);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0) continue;
      let slot = (2 * (old[from + 1] ?? 0)) & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[from] ?? 0;
      slots[slot + 1] = old[from + 1] ?? 0;
    }
    this.#slots = slots;
  }
}

/** Words are looked up by the thousand, and encoding each would take ten times as long. */
const short = new Uint8Array(64);

/** `short` with the bytes of a string; null when it is long or not all ASCII. */
function shortBytes(string: string): Uint8Array | null {
  if (string.length > short.length) return null;
  for (let at = 0; at < string.length; at += 1) {
    const unit = string.charCodeAt(at);
    if (unit >= 0x80) return null;
    short[at] = unit;
  }
  return short;
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x1bd11bda;
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

/** Whether bytes spell a string. */
function spells(bytes: Uint8Array, start: number, end: number, string: string): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return decodeText(bytes.subarray(start, end)) === string;
    if (byte !== string.charCodeAt(at - start)) return false;
  }
  return string.length === end - start;
}
