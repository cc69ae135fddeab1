/** Letters that are read from right to left, and marks that say which way others are. */
export const rightToLeft =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Opens a run whose direction is its own, and ends it. */
export const isolate = '\u2068';
export const endIsolate = '\u2069';

/**
 * Texts that stand in one run: what ends an isolate that none of them began is left out. `open` is how many they leave
 * open, to be ended behind them.
 */
export function balanceIsolates(texts: readonly string[]): {
  readonly texts: readonly string[];
  readonly open: number;
} {
  let open = 0;
  const balanced = texts.map((text) =>
    text.replace(/[\u2066-\u2069]/g, (control) => {
      if (control !== endIsolate) open += 1;
      else if (open === 0) return '';
      else open -= 1;
      return control;
    }),
  );
  return { texts: balanced, open };
}

/** The text so that neither its direction nor the marks in it reach what stands beside it; most texts stay as they are. */
export function isolateText(text: string): string {
  if (!rightToLeft.test(text)) return text;
  const { texts, open } = balanceIsolates([text]);
  return isolate + texts.join('') + endIsolate.repeat(open + 1);
}
