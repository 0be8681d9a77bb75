import { describe, expect, it } from '@jest/globals';
import { assign } from './assignment.js';

describe('assignment', () => {
  const owned = { ownerId: 'lana', teamId: null };
  const teamed = { ownerId: null, teamId: 'elections' };

  it('clears the team when an owner is named, and the owner when a team is', () => {
    expect(assign(teamed, { ownerId: 'lana' })).toEqual(owned);
    expect(assign(owned, { teamId: 'elections' })).toEqual(teamed);
  });

  it('leaves what is absent and clears what is null', () => {
    expect(assign(owned, {})).toEqual(owned);
    expect(assign(owned, { ownerId: null })).toEqual({ ownerId: null, teamId: null });
    expect(assign(owned, { teamId: null })).toEqual(owned);
  });

  it('refuses both at once, naming the field', () => {
    expect(() => assign(owned, { ownerId: 'lana', teamId: 'elections' })).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        details: { errors: [expect.objectContaining({ path: 'teamId', code: 'exclusive' })] },
      }),
    );
  });
});
