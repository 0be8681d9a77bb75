import { describe, expect, it } from '@jest/globals';
import { type TaskStatus, taskStatuses } from '@uptake/contracts';
import { moveTask, moveTowards, requireDropReason, taskTransitions } from './task-transitions.js';

describe('task transitions', () => {
  it('lead to done only from approval', () => {
    const ways = taskStatuses.flatMap((from) =>
      Object.entries(taskTransitions[from])
        .filter(([, to]) => to === 'done')
        .map(([move]) => [from, move]),
    );
    expect(ways).toEqual([['in_approval', 'finish']]);
  });

  it.each<[TaskStatus, 'in_progress' | 'todo' | 'dropped', string]>([
    ['todo', 'in_progress', 'start'],
    ['in_progress', 'todo', 'set_back'],
    ['in_progress', 'dropped', 'drop'],
    ['in_approval', 'dropped', 'drop'],
    ['changes_requested', 'dropped', 'drop'],
    ['done', 'in_progress', 'reopen'],
    ['dropped', 'todo', 'reopen'],
  ])('take a task from %s to %s by hand as %s', (from, to, move) => expect(moveTowards(from, to)).toBe(move));

  it.each<[TaskStatus, 'in_progress' | 'todo' | 'dropped']>([
    ['in_approval', 'in_progress'],
    ['changes_requested', 'in_progress'],
    ['dropped', 'in_progress'],
    ['done', 'dropped'],
    ['todo', 'todo'],
  ])('refuse to take a task from %s to %s by hand', (from, to) => {
    expect(() => moveTowards(from, to)).toThrow(expect.objectContaining({ code: 'invalid_state' }));
  });

  it('refuse a submission on what is closed', () => {
    expect(() => moveTask('done', 'submit')).toThrow(expect.objectContaining({ code: 'invalid_state' }));
    expect(moveTask('changes_requested', 'submit')).toBe('in_approval');
  });

  it('ask a reason for a drop alone', () => {
    expect(() => requireDropReason('drop', undefined)).toThrow(expect.objectContaining({ code: 'reason_required' }));
    expect(() => requireDropReason('drop', '')).toThrow(expect.objectContaining({ code: 'reason_required' }));
    expect(() => requireDropReason('start', undefined)).not.toThrow();
  });
});
