import { describe, expect, it } from '@jest/globals';
import { namedIn } from './restrict-visibility.js';

describe('who is named in a restricted item', () => {
  const manager = { memberId: 'mariam', roles: ['manager'] as const };
  const owner = { memberId: 'omar', roles: ['contributor'] as const };

  it('always holds a writer whom nothing else keeps in sight of it', () => {
    expect(namedIn('confidential', ['layla'], manager)).toEqual(['layla', 'mariam']);
    expect(namedIn('confidential', ['mariam'], { ...manager, parts: ['named'] })).toEqual(['mariam']);
    expect(namedIn('participants', [], owner)).toEqual(['omar']);
  });

  it('does not hold one who sees it by role or by another part', () => {
    expect(namedIn('participants', ['layla'], manager)).toEqual(['layla']);
    expect(namedIn('confidential', ['layla'], { ...owner, parts: ['owner'] })).toEqual(['layla']);
    expect(namedIn('workspace', [], owner)).toEqual([]);
  });
});
