import { describe, expect, it } from '@jest/globals';
import { attachmentNamed } from './content-disposition.js';

describe('the name of a download', () => {
  it('is given twice, once for clients that know ASCII alone', () => {
    expect(attachmentNamed('تقرير 2.pdf')).toBe(
      `attachment; filename="_____ 2.pdf"; filename*=UTF-8''%D8%AA%D9%82%D8%B1%D9%8A%D8%B1%202.pdf`,
    );
  });

  it('cannot leave its quotes or its line', () => {
    const header = attachmentNamed('a"; filename="evil.exe\r\nSet-Cookie: x\\.pdf');
    expect(header).toMatch(/^[\x20-\x7e]*$/);
    expect(header.match(/"/g)).toHaveLength(2);
    expect(header).not.toContain('\\');
  });

  it('encodes what RFC 8187 does not allow plain', () => {
    expect(attachmentNamed("it's (1)*.txt")).toContain("filename*=UTF-8''it%27s%20%281%29%2A.txt");
  });

  it('survives a broken character', () => {
    expect(attachmentNamed('a\ud800.txt')).toContain('a%EF%BF%BD.txt');
  });
});
