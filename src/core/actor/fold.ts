/**
 * The form in which names are compared: accents folded, lower case, typographic apostrophes and hyphens plain,
 * full stops of abbreviations dropped ("U.S." is "us"), white space single. Not meant for display.
 */
export function fold(text: string): string {
  // Most names are plain letters with single spaces, and an archive folds hundreds of thousands.
  if (!notPlain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/\./g, '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
}

const notPlain = /[^A-Za-z0-9' -]|^ | $| {2}/;
