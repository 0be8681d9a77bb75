import { describe, expect, it } from '@jest/globals';
import { mediaTypeOf } from './media-type.js';

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const pdf = bytes('%PDF-1.7\n', [0xe2, 0xe3, 0xcf, 0xd3]);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const zip = bytes('PK', [3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0], 'a.txt');
const elf = bytes([0x7f], 'ELF', [2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const exe = bytes('MZ', [0x90, 0, 3, 0, 0, 0]);

describe('the type of a file', () => {
  it.each([
    ['audit.pdf', pdf, 'application/pdf'],
    ['AUDIT.PDF', pdf, 'application/pdf'],
    ['seal.png', png, 'image/png'],
    ['minutes.docx', zip, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['budget.ods', zip, 'application/vnd.oasis.opendocument.spreadsheet'],
    ['figures.csv', bytes('district;voters\nالحلة;12\n'), 'text/csv'],
    ['minutes.txt', bytes('Agreed.\r\n'), 'text/plain'],
    ['without extension', pdf, 'application/pdf'],
  ])('of %s is told by name and bytes', async (name, head, expected) => {
    expect(await mediaTypeOf(name, head)).toBe(expected);
  });

  it.each([
    ['report.pdf', exe],
    ['report.pdf', bytes('<html><script>alert(1)</script>')],
    ['photo.png', pdf],
    ['notes.txt', elf],
    ['notes.txt', bytes('a', [0], 'b')],
    ['notes.txt', bytes([0xff, 0xfe, 0x41, 0xd8])],
    ['page.html', bytes('<p>hello</p>')],
    ['drawing.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['setup.exe', exe],
    ['archive.zip', zip],
    ['script.sh', bytes('#!/bin/sh\n')],
    ['plain words', bytes('no extension, no signature')],
    ['', bytes('')],
  ])('is refused for %s', async (name, head) => {
    expect(await mediaTypeOf(name, head)).toBeNull();
  });

  it('takes text whose head ends inside a character', async () => {
    expect(await mediaTypeOf('a.txt', bytes('نص').subarray(0, 3))).toBe('text/plain');
  });
});
