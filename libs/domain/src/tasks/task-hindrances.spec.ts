import { describe, expect, it } from '@jest/globals';
import { taskHindrances } from './task-hindrances.js';

const unassigned = { ownerId: null, teamId: null };

describe('what the state of a task forbids', () => {
  it('closes everything but reopening once it is done', () => {
    expect(taskHindrances({ ...unassigned, status: 'done' })).toEqual({
      change: 'done', assign: 'done', claim: 'done', start: 'done', drop: 'done', reopen: undefined, submit: 'done', addEvidence: 'done',
    });
  });

  it('leaves words and people open while an update is judged, but not a second update nor a drop', () => {
    expect(taskHindrances({ ownerId: 'lana', teamId: null, status: 'in_approval' })).toMatchObject({
      change: undefined, assign: undefined, submit: 'in_approval', drop: 'in_approval', addEvidence: undefined,
    });
  });

  it('lets a further revision follow when changes were requested', () => {
    expect(taskHindrances({ ...unassigned, status: 'changes_requested' }).submit).toBeUndefined();
  });

  it('has something to claim only from a team', () => {
    expect(taskHindrances({ ownerId: null, teamId: 'elections', status: 'todo' }).claim).toBeUndefined();
    expect(taskHindrances({ ownerId: 'lana', teamId: null, status: 'todo' }).claim).toBe('already_claimed');
    expect(taskHindrances({ ...unassigned, status: 'todo' }).claim).toBe('nothing_to_claim');
  });
});
