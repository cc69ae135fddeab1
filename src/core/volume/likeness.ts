/**
 * A statement's words as they are the same whatever the typesetting: quotation marks and apostrophes gone, dashes and
 * spaces of one kind, nothing behind the last word. Letters, numbers and their order all count: "no deal" is not "a
 * deal", and "us" is not "US".
 */
export function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/['"‘’‚‛“”„‟«»‹›`´ʼ]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, ' ')
    .replace(/[\s.,;:-]+$/, '')
    .trimStart();
}

/** A whole number below 2⁵³ that texts share only when they are equal, but for one chance in a thousand million. */
export function printOf(text: string): number {
  let high = 0x1bd11bda;
  let low = 0x2545f491;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x85ebca6b);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  high = Math.imul(high ^ (low >>> 16), 0xc2b2ae35);
  low = Math.imul(low ^ (high >>> 13), 0x27d4eb2f);
  return ((high >>> 0) & 0x1fffff) * 2 ** 32 + (low >>> 0);
}
