/**
 * The first key that stands twice in one object of a JSON text, or null. `JSON.parse` would take the last one and say
 * nothing. The text must be JSON already; linear, and deep nesting does no harm. Only the outermost objects are
 * looked at: the text's own, or those of its outermost array.
 */
export function findRepeatedKeys(json: string): ReadonlyMap<number, string> {
  const repeated = new Map<number, string>();
  const shallow = /^\s*\[/.test(json) ? 2 : 1;
  let depth = 0;
  let entry = 0;
  let keys = new Set<string>();
  let key: string | null = null;
  for (let at = 0; at < json.length; at += 1) {
    switch (json.charCodeAt(at)) {
      case 0x22: {
        const end = stringEnd(json, at);
        if (depth === shallow) key = json.slice(at, end);
        at = end - 1;
        break;
      }
      case 0x3a: // A colon: the string before it is a key.
        if (depth === shallow && key !== null) {
          const name = String(JSON.parse(key));
          if (keys.has(name) && !repeated.has(entry)) repeated.set(entry, name);
          keys.add(name);
        }
        break;
      case 0x7b: // {
      case 0x5b: // [
        depth += 1;
        if (depth === shallow) keys = new Set();
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth -= 1;
        break;
      case 0x2c: // A comma of the outermost array.
        if (depth === 1 && shallow === 2) entry += 1;
        break;
    }
  }
  return repeated;
}

function stringEnd(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (end >= 0) {
    let before = end - 1;
    while (json.charCodeAt(before) === 0x5c) before -= 1;
    if ((end - before) % 2 === 1) return end + 1;
    end = json.indexOf('"', end + 1);
  }
  return json.length;
}
