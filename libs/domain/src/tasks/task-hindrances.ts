import type { TaskStatus } from '@uptake/contracts';
import type { Assigned } from '../items/assignment.js';
import { type ClaimHindrance, claimHindrance } from '../items/claimable.js';
import { type TaskMove, isTaskClosed, taskTransitions } from './task-transitions.js';

export const taskAbilities = ['change', 'assign', 'claim', 'start', 'drop', 'reopen', 'submit', 'addEvidence'] as const;
export type TaskAbility = (typeof taskAbilities)[number];
/** The status that stands in the way, that the recommendation above is closed, or why there is nothing to claim. */
export type TaskHindrance = TaskStatus | 'recommendation_closed' | ClaimHindrance;

/** What the state of a task forbids, whoever asks; the permission table says the rest. */
export function taskHindrances(
  task: Assigned & { status: TaskStatus; isAboveClosed: boolean },
): Record<TaskAbility, TaskHindrance | undefined> {
  const { status, isAboveClosed } = task;
  const closed = isTaskClosed(status) ? status : undefined;
  const unless = (...moves: TaskMove[]) => (moves.some((move) => taskTransitions[status][move]) ? undefined : status);
  return {
    change: closed,
    assign: closed,
    claim: closed ?? claimHindrance(task),
    start: unless('start'),
    drop: unless('drop'),
    reopen: unless('reopen'),
    // a further revision comes when it is asked for; below what is closed nothing is judged any more
    submit:
      status === 'in_approval' ? status : (unless('submit') ?? (isAboveClosed ? 'recommendation_closed' : undefined)),
    addEvidence: closed,
  };
}
