import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ParsedBrief } from '@uptake/contracts';
import { UsageError } from '../usage-error.js';
import { briefParse } from './brief-parse.js';

describe('brief parse', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-brief-'));
  let printed = '';
  let complained = '';

  const fileOf = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  beforeEach(() => {
    printed = '';
    complained = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk, ...rest) => {
      printed += String(chunk);
      const done = rest.at(-1) as ((error?: Error | null) => void) | undefined;
      done?.();
      return true;
    });
    jest.spyOn(console, 'error').mockImplementation((message) => void (complained += String(message)));
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints one JSON object of the contract’s shape', async () => {
    const file = fileOf('a.txt', '\ufeffRecommendations\r\n\r\n- Mend the wall.\r\n');
    expect(await briefParse([file, '--json'])).toBe(0);
    const found = ParsedBrief.parse(JSON.parse(printed));
    expect(found.passages.map(({ kind, text }) => [kind, text])).toEqual([['recommendation', 'Mend the wall.']]);
  });

  it('prints a table for people', async () => {
    expect(await briefParse([fileOf('b.txt', 'Recommendations\n\n1. We call on Norland to mend the wall.\n')])).toBe(0);
    expect(printed).toMatch(/recommendation +1 +\d+% +20-56 +Norland \| We call on Norland to mend the wall\./);
  });

  it.each([
    ['a missing file', () => join(folder, 'none.txt'), /there is no such file/],
    ['a folder', () => folder, /this is a folder/],
    ['a PDF', () => fileOf('c.pdf', '%PDF-1.7\n...'), /is a PDF/],
    ['a binary file', () => fileOf('d.bin', Buffer.from([1, 0, 2, 0])), /binary or UTF-16/],
    ['text that is not UTF-8', () => fileOf('e.txt', Buffer.from('caf\xe9', 'latin1')), /not UTF-8/],
  ])('refuses %s in words', async (_, file, reason) => {
    expect(await briefParse([file(), '--json'])).toBe(1);
    expect(printed).toBe('');
    expect(complained).toMatch(reason);
  });

  it('wants exactly one file', async () => {
    await expect(briefParse([])).rejects.toThrow(UsageError);
    await expect(briefParse(['a', 'b'])).rejects.toThrow(UsageError);
  });
});
