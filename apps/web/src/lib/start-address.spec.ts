import { describe, expect, it } from '@jest/globals';
import { safeNext, startWorkspace } from './start-address.js';

describe('the address after signing in', () => {
  it.each(['//evil.example/x', 'https://evil.example', '/\\evil.example', undefined, ''])('is not %p', (next) =>
    expect(safeNext(next)).toBe('/'),
  );
  it('is the one asked for', () => expect(safeNext('/w/demo/tasks/1042?x=1')).toBe('/w/demo/tasks/1042?x=1'));
});

describe('the workspace to start in', () => {
  it('is the last one', () => expect(startWorkspace(['a', 'b'], 'b')).toBe('b'));
  it('is the first when the last is no longer one’s own', () => expect(startWorkspace(['a'], 'gone')).toBe('a'));
  it('is none without membership', () => expect(startWorkspace([], 'gone')).toBeUndefined());
});
