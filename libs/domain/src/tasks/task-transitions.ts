import { type TaskStatus, type TaskTransition } from '@uptake/contracts';
import { DomainError } from '../shared/domain-error.js';

/** What people do to a task by hand, and what its submissions do to it. */
export type TaskMove =
  'start' | 'set_back' | 'drop' | 'reopen' | 'submit' | 'send_back' | 'release' | 'record' | 'finish';

/** Every way from one status to another; what is not here cannot happen. */
export const taskTransitions: Readonly<Record<TaskStatus, Readonly<Partial<Record<TaskMove, TaskStatus>>>>> = {
  todo: { start: 'in_progress', drop: 'dropped', submit: 'in_approval' },
  in_progress: { set_back: 'todo', drop: 'dropped', submit: 'in_approval' },
  in_approval: {
    drop: 'dropped',
    submit: 'in_approval',
    send_back: 'changes_requested',
    release: 'in_progress',
    record: 'in_progress',
    finish: 'done',
  },
  changes_requested: { drop: 'dropped', submit: 'in_approval', release: 'in_progress' },
  done: { reopen: 'in_progress' },
  dropped: { reopen: 'todo' },
};

const byHand = ['start', 'set_back', 'drop', 'reopen'] as const satisfies readonly TaskMove[];
export type TaskMoveByHand = (typeof byHand)[number];

export const closedTaskStatuses: readonly TaskStatus[] = ['done', 'dropped'];
export const isTaskClosed = (status: TaskStatus): boolean => closedTaskStatuses.includes(status);

/** Where a move leads; throws `invalid_state` where the table has no such way. */
export function moveTask(from: TaskStatus, move: TaskMove): TaskStatus {
  const to = taskTransitions[from][move];
  if (!to)
    throw new DomainError('invalid_state', {
      detail: `A task that is ${words(from)} cannot ${words(move)}`,
      current: { status: from },
    });
  return to;
}

/** The move by hand that leads from one status to the other; throws `invalid_state`, with the way out where a submission holds the task. */
export function moveTowards(from: TaskStatus, to: TaskTransition['to']): TaskMoveByHand {
  const move = byHand.find((candidate) => taskTransitions[from][candidate] === to);
  if (move) return move;
  const isHeld = from === 'in_approval' || from === 'changes_requested';
  const detail = `A task that is ${words(from)} cannot become ${words(to)}${isHeld ? '; withdraw its update first' : ''}`;
  throw new DomainError('invalid_state', { detail, current: { status: from } });
}

/** Throws `reason_required` for a drop without one. */
export function requireDropReason(move: TaskMoveByHand, reason: string | undefined): void {
  if (move !== 'drop' || reason) return;
  throw new DomainError('reason_required', {
    errors: [{ path: 'reason', code: 'reason_required', message: 'Say why the task is dropped' }],
  });
}

const words = (name: string): string => name.replaceAll('_', ' ');
