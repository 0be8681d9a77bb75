import { describe, expect, it } from '@jest/globals';
import { isOwnOrigin } from './own-origin.js';

describe('own origin', () => {
  it.each([undefined, 'https://uptake.example', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
    'takes %s',
    (origin) => {
      expect(isOwnOrigin(origin, 'https://uptake.example', 3000)).toBe(true);
    },
  );

  it.each([
    'null',
    '',
    'https://elsewhere.example',
    'http://uptake.example',
    'https://uptake.example.elsewhere.example',
    'http://localhost:3001',
    'http://localhost',
    'http://localhost:3000.elsewhere.example',
  ])('refuses %j', (origin) => {
    expect(isOwnOrigin(origin, 'https://uptake.example', 3000)).toBe(false);
  });

  it('knows that browsers leave the port 80 out', () => {
    expect(isOwnOrigin('http://localhost', 'https://uptake.example', 80)).toBe(true);
  });
});
