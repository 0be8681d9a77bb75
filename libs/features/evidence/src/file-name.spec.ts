import { describe, expect, it } from '@jest/globals';
import { downloadName, titleFromName } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['minutes.pdf', 'minutes.pdf'],
    ['C:\\Users\\me\\minutes.pdf', 'minutes.pdf'],
    ['../../etc/passwd', 'passwd'],
    [' a\u0000b\r\n.txt ', 'ab.txt'],
    ['annual\u202efdp.exe', 'annualfdp.exe'],
    ['محضر\u200cالجلسة.pdf', 'محضر\u200cالجلسة.pdf'],
    ['the %22final%22 one.pdf', 'the "final" one.pdf'],
    ['', 'file'],
  ])('makes a title of %j', (name, title) => {
    expect(titleFromName(name)).toBe(title);
  });

  it('is shortened before its extension', () => {
    const title = titleFromName(`${'x'.repeat(400)}.docx`);
    expect(title).toHaveLength(200);
    expect(title.endsWith('x.docx')).toBe(true);
  });

  it('gets its extension back for the download', () => {
    expect(downloadName('Voter roll audit', 'application/pdf')).toBe('Voter roll audit.pdf');
    expect(downloadName('audit.jpeg', 'image/jpeg')).toBe('audit.jpeg');
    expect(downloadName('audit.exe', 'application/pdf')).toBe('audit.exe.pdf');
  });
});
