import { describe, expect, it } from '@jest/globals';
import { taskHindrances } from './task-hindrances.js';

const unassigned = { ownerId: null, teamId: null, isAboveClosed: false };

describe('what the state of a task forbids', () => {
  it('closes everything but reopening once it is done', () => {
    expect(taskHindrances({ ...unassigned, status: 'done' })).toEqual({
      change: 'done',
      assign: 'done',
      claim: 'done',
      start: 'done',
      drop: 'done',
      reopen: undefined,
      submit: 'done',
      addEvidence: 'done',
    });
  });

  it('leaves words and people open while an update is judged, but not a second update', () => {
    expect(taskHindrances({ ...unassigned, ownerId: 'lana', status: 'in_approval' })).toMatchObject({
      change: undefined,
      assign: undefined,
      submit: 'in_approval',
      drop: undefined,
      addEvidence: undefined,
    });
  });

  it('lets a further revision follow when changes were requested', () => {
    expect(taskHindrances({ ...unassigned, status: 'changes_requested' }).submit).toBeUndefined();
  });

  it('takes no more updates once the recommendation above is closed, and can still be dropped', () => {
    expect(taskHindrances({ ...unassigned, status: 'in_progress', isAboveClosed: true })).toMatchObject({
      submit: 'recommendation_closed',
      drop: undefined,
      change: undefined,
    });
  });

  it('has something to claim only from a team', () => {
    expect(taskHindrances({ ...unassigned, teamId: 'elections', status: 'todo' }).claim).toBeUndefined();
    expect(taskHindrances({ ...unassigned, ownerId: 'lana', status: 'todo' }).claim).toBe('already_claimed');
    expect(taskHindrances({ ...unassigned, status: 'todo' }).claim).toBe('nothing_to_claim');
  });
});
