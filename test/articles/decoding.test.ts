import { describe, expect, it } from 'vitest';
import { decode } from '../../src/articles/decoding.ts';

const bytes = (...values: (number | string)[]) =>
  Uint8Array.from(values.flatMap((value) => (typeof value === 'number' ? [value] : [...Buffer.from(value, 'latin1')])));

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from('“Où?” 😀')],
    ['UTF-8 with a mark', Buffer.from('\ufeff“Où?” 😀')],
    ['UTF-16, little end first', Buffer.from('\ufeff“Où?” 😀', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\ufeff“Où?” 😀', 'utf16le').swap16()],
  ])('reads %s', (_name, source) => {
    expect(decode(source)).toEqual({ text: '“Où?” 😀' });
  });

  it('reads Windows-1252 with its printable marks, each as what it prints', () => {
    expect(decode(bytes(0x93, 'O', 0xf9, '?', 0x94, ' ', 0x80, '5 ', 0x96, ' Zo', 0xeb))).toEqual({
      text: '“Où?” €5 – Zoë',
    });
    const printable = [...Array(32).keys()]
      .map((at) => at + 0x80)
      .filter((at) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(at));
    expect(decode(bytes(...printable))).toEqual({ text: '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ' });
  });

  it.each([
    ['a control character', bytes('Zo', 0xeb, 0x07)],
    ['a byte that Windows-1252 does not print', bytes('Zo', 0xeb, 0x81)],
    ['a deleted character', bytes('Zo', 0xeb, 0x7f)],
  ])('does not take bytes with %s for Windows-1252', (_name, source) => {
    expect(decode(source)).toEqual({ problem: 'it is not UTF-8, nor Windows-1252; save it as UTF-8' });
  });

  it('reports UTF-8 that was cut inside a character, instead of reading every mark of it wrongly', () => {
    const cut = Buffer.from('‘We must,’ said Zoë Okell, ‘act’');
    expect(decode(cut.subarray(0, cut.length - 1))).toEqual({ problem: expect.stringContaining('UTF-8 is damaged') });
  });

  it('reports NUL characters, and UTF-16 without a mark or cut in half', () => {
    expect(decode(bytes('A', 0, 'B'))).toEqual({ problem: expect.stringContaining('NUL') });
    expect(decode(Buffer.from('Harbour', 'utf16le'))).toEqual({ problem: expect.stringContaining('NUL') });
    expect(decode(bytes(0xff, 0xfe, 0x3d, 0xd8))).toEqual({ problem: expect.stringContaining('UTF-16 is damaged') });
  });

  it.each([
    ['%PDF-1.4\n1 0 obj', 'it is a PDF, not a text'],
    ['PK\x03\x04', 'it is a ZIP archive or an office document, not a text'],
    ['{\\rtf1 text}', 'it is an RTF document, not a text'],
    ['\x89PNG\r\n', 'it is a picture, not a text'],
  ])('knows %j for what it is', (start, problem) => {
    expect(decode(bytes(start, ' and so on'))).toEqual({ problem });
  });

  it('does not read a page as Windows-1252 that says it is in another encoding', () => {
    expect(decode(bytes('<meta charset="windows-1251"><p>', 0xcf, 0xf0, 0xe8))).toEqual({
      problem: 'it says that it is written in windows-1251, which is not read; save it as UTF-8',
    });
    expect(decode(bytes('<meta charset=iso-8859-1><p>Zo', 0xeb))).toEqual({
      text: '<meta charset=iso-8859-1><p>Zoë',
    });
    expect(decode(bytes('<?xml version="1.0" encoding="KOI8-R"?><a>', 0xcf))).toEqual({
      problem: expect.stringContaining('KOI8-R'),
    });
  });
});
