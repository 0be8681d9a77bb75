import { describe, expect, it } from '@jest/globals';
import { changesOf } from './changes.js';

describe('what changed', () => {
  it('names each field that differs with what it was and is', () => {
    expect(
      changesOf(
        { ownerId: null, dueOn: '2026-03-01', ids: ['a'] },
        { ownerId: 'lana', dueOn: '2026-03-01', ids: ['a', 'b'] },
      ),
    ).toEqual({
      ownerId: { from: null, to: 'lana' },
      ids: { from: ['a'], to: ['a', 'b'] },
    });
  });

  it('is nothing where all is as it was', () => {
    expect(changesOf({ dueOn: null, ids: ['a'] }, { dueOn: null, ids: ['a'] })).toEqual({});
  });
});
