/** The forms of a noun behind a number, by the plural categories that our languages know. */
export interface Forms {
  readonly one: string;
  /** Behind millions, where a language has a form of its own for them. */
  readonly many?: string;
  readonly other: string;
}

/** How a language writes numbers, and nouns behind them. */
export interface Numerals {
  readonly number: (value: number) => string;
  /** With so many digits behind the point. */
  readonly decimal: (value: number, digits: number) => string;
  /** The form that goes with a number. */
  readonly form: (value: number, forms: Forms) => string;
  /** "1 article", "1,234 articles". */
  readonly count: (value: number, forms: Forms) => string;
  /** "2 without a date", for each of those of which there are any. */
  readonly some: (counts: readonly (readonly [value: number, what: string])[]) => string[];
}

/** The numerals of a language, by the rules of Unicode. */
export function numeralsOf(locale: string): Numerals {
  const format = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const form = (value: number, forms: Forms): string => {
    const category = rules.select(value);
    return category === 'one' ? forms.one : category === 'many' ? (forms.many ?? forms.other) : forms.other;
  };
  return {
    number: (value) => format.format(value),
    decimal: (value, digits) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    form,
    count: (value, forms) => `${format.format(value)} ${form(value, forms)}`,
    some: (counts) => counts.flatMap(([value, what]) => (value === 0 ? [] : [`${format.format(value)} ${what}`])),
  };
}

/** The text with its first letter as a sentence begins. */
export function capitalise(text: string, locale: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
