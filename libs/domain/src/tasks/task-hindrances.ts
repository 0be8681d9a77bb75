import type { TaskStatus } from '@uptake/contracts';
import type { Assigned } from '../items/assignment.js';
import { type ClaimHindrance, claimHindrance } from '../items/claimable.js';
import { type TaskMove, isTaskClosed, taskTransitions } from './task-transitions.js';

export const taskAbilities = ['change', 'assign', 'claim', 'start', 'drop', 'reopen', 'submit', 'addEvidence'] as const;
export type TaskAbility = (typeof taskAbilities)[number];
/** The status that stands in the way, or why there is nothing to claim. */
export type TaskHindrance = TaskStatus | ClaimHindrance;

/** What the state of a task forbids, whoever asks; the permission table says the rest. */
export function taskHindrances(task: Assigned & { status: TaskStatus }): Record<TaskAbility, TaskHindrance | undefined> {
  const { status } = task;
  const closed = isTaskClosed(status) ? status : undefined;
  const unless = (...moves: TaskMove[]) => (moves.some((move) => taskTransitions[status][move]) ? undefined : status);
  return {
    change: closed,
    assign: closed,
    claim: closed ?? claimHindrance(task),
    start: unless('start'),
    drop: unless('drop'),
    reopen: unless('reopen'),
    submit: status === 'in_approval' ? status : unless('submit'),
    addEvidence: closed,
  };
}
