/** The first bytes of files that are something else than text, whatever their name says. */
const signatures: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF-', 'a PDF'],
  ['%!PS', 'PostScript'],
  ['{\\rtf', 'an RTF document'],
  ['PK\x03\x04', 'a ZIP archive or an office document'],
  ['\xd0\xcf\x11\xe0', 'an office document'],
  ['\x89PNG', 'a picture'],
  ['GIF8', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['\x1f\x8b', 'a compressed file'],
  ['7z\xbc\xaf', 'a compressed file'],
  ['SQLite format 3', 'a database'],
  ['\x7fELF', 'a program'],
];

const longest = Math.max(...signatures.map(([start]) => start.length));

/** What a file is by its first bytes when it is no text ("a PDF"), else null. */
export function recogniseBinary(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, longest));
  return signatures.find(([first]) => start.startsWith(first))?.[1] ?? null;
}
