import { describe, expect, it } from '@jest/globals';
import { copyLine } from './copy-line.js';

describe('a line for COPY', () => {
  it('keeps signs of the format in what people wrote', () => {
    expect(copyLine(['a\tb\nc\\d\r', null, undefined, ''])).toBe('a\\tb\\nc\\\\d\\r\t\\N\t\\N\t\n');
  });

  it('writes each kind of value as PostgreSQL reads it', () => {
    const values = [7, true, false, new Date(0), Buffer.from([1, 255]), ['x', 'y'], { said: 'a"b' }];
    expect(copyLine(values)).toBe('7\tt\tf\t1970-01-01T00:00:00.000Z\t\\\\x01ff\t{x,y}\t{"said":"a\\\\"b"}\n');
  });
});
