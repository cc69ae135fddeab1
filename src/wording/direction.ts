/** Letters written from right to left, and the controls that turn the direction of what stands beside them. */
const turning =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Begin and end a run whose direction is its own. */
export const startIsolate = '\u2068';
export const endIsolate = '\u2069';

/**
 * The text so that its direction reaches nothing beside it: enclosed in isolating controls where it holds anything that
 * turns it, else as it is. Controls in it that would end the enclosure are left out.
 */
export function isolate(text: string): string {
  return turning.test(text) ? `${startIsolate}${settle(text)}${endIsolate}` : text;
}

/** The text with every isolate that begins in it ended, and no end without a beginning. */
export function settle(text: string): string {
  const { texts, open } = balance([text]);
  return texts.join('') + endIsolate.repeat(open);
}

/** Texts that stand in one run, without ends of isolates that none of them began, and how many they leave open. */
function balance(texts: readonly string[]): { readonly texts: readonly string[]; readonly open: number } {
  let open = 0;
  const kept = texts.map((text) =>
    text.replace(/[\u2066-\u2069]/g, (control) => {
      if (control !== endIsolate) open += 1;
      else if (open === 0) return '';
      else open -= 1;
      return control;
    }),
  );
  return { texts: kept, open };
}

/**
 * Texts of one run so that their direction, together, reaches nothing beside it; `paint` makes of each what is shown,
 * which may add nothing that turns direction.
 */
export function isolateRun(texts: readonly string[], paint: (text: string, index: number) => string): string {
  if (!texts.some((text) => turning.test(text))) return texts.map(paint).join('');
  const { texts: kept, open } = balance(texts);
  return startIsolate + kept.map(paint).join('') + endIsolate.repeat(open + 1);
}
