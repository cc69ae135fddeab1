/** Colours with a contrast of at least 4.5 to the card's own background, which is the same in dark and light. */
export const colours = {
  card: '#f7f5f0',
  ink: '#22201c',
  quiet: '#5d574c',
  line: '#b8b0a0',
  supports: '#1f6f43',
  opposes: '#a3282f',
} as const;

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML; characters that XML cannot hold become U+FFFD. */
export function escapeXml(words: string): string {
  return words
    .replace(/[&<>"']/g, (mark) => named[mark] ?? mark)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
