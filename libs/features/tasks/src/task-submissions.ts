import { Injectable } from '@nestjs/common';
import { ExtensionFields, type SubmissionKind, type TaskStatus } from '@uptake/contracts';
import {
  DomainError,
  type TaskMove,
  isTaskClosed,
  moveTask,
  readSubmissionFields,
  requireLaterDate,
} from '@uptake/domain';
import {
  AssignmentRepository,
  ItemRepository,
  JudgedItemRepository,
  TaskRepository,
  type Transaction,
  journal,
  trackRollup,
} from '@uptake/persistence';
import type {
  ActingScope,
  ApprovedSubmission,
  SubmissionHandler,
  SubmissionMove,
  WorkspaceScope,
} from '@uptake/platform';

type Offered = Parameters<SubmissionHandler['accept']>[2];

/**
 * How tasks follow their submissions, inside the transactions that move them. Only an update moves the status of a task:
 * its work goes on while a later date is asked for.
 */
@Injectable()
export class TaskSubmissions implements SubmissionHandler {
  readonly itemKind = 'task';

  constructor(
    private readonly items: ItemRepository,
    private readonly judged: JudgedItemRepository,
    private readonly assignments: AssignmentRepository,
    private readonly tasks: TaskRepository,
  ) {}

  async accept(
    tx: Transaction,
    _scope: WorkspaceScope,
    { itemId, kind, fields, progress, rating }: Offered,
  ): Promise<void> {
    const item = await this.items.get(tx, itemId);
    const status = item.status as TaskStatus;
    requireTaskKind(kind);
    if (item.above_closed)
      throw new DomainError('invalid_state', { detail: 'The recommendation above this task is closed' });
    if (rating !== null) refuse('rating', 'Only recommendations are rated; a task says its progress');
    if (kind === 'update') moveTask(status, 'submit');
    else {
      if (isTaskClosed(status)) throw new DomainError('invalid_state', { detail: `This task is ${status}` });
      if (progress !== null) refuse('progress', 'An extension says nothing of the progress');
      requireLaterDate(item.due_on, readSubmissionFields(ExtensionFields, fields).dueOn);
    }
  }

  submitted(tx: Transaction, scope: ActingScope, move: SubmissionMove): Promise<void> {
    return this.follow(tx, scope, move, 'submit', true);
  }

  changesRequested(tx: Transaction, scope: ActingScope, move: SubmissionMove): Promise<void> {
    return this.follow(tx, scope, move, 'send_back', false);
  }

  ended(tx: Transaction, scope: ActingScope, move: SubmissionMove): Promise<void> {
    return this.follow(tx, scope, move, 'release', false);
  }

  async approved(tx: Transaction, scope: WorkspaceScope, approved: ApprovedSubmission): Promise<readonly string[]> {
    const { itemId, submissionId, kind, recordVersion } = approved;
    const recorded =
      kind === 'extension' ? await this.extend(tx, scope, approved) : await this.record(tx, scope, approved);
    const data = { submissionId, submissionKind: kind, recordVersion, ...recorded };
    await journal(tx, [
      { ...scope.actor, type: 'task.record-changed', subject: { kind: 'task', id: itemId }, itemId, data },
    ]);
    // a later date for what is done is nothing to decide on any more
    return kind === 'update' && approved.progress === 100 ? [itemId] : [];
  }

  private async extend(
    tx: Transaction,
    scope: WorkspaceScope,
    approved: ApprovedSubmission,
  ): Promise<Record<string, unknown>> {
    const { itemId, fields, narrative } = approved;
    const { dueOn: to } = readSubmissionFields(ExtensionFields, fields);
    const { due_on: from } = await this.items.get(tx, itemId);
    const { actorId: changedBy, at } = scope.actor;
    await trackRollup(tx, [itemId], { at, timeZone: scope.workspace.timeZone }, () =>
      this.assignments.moveDueDate(tx, { itemId, from, to, reason: narrative, changedBy, at }),
    );
    await this.follow(tx, scope, approved, undefined, false);
    return { dueOn: { from, to } };
  }

  /** At 100 the task is done; short of it, its work goes on. */
  private async record(
    tx: Transaction,
    scope: WorkspaceScope,
    approved: ApprovedSubmission,
  ): Promise<Record<string, unknown>> {
    const { progress, fields } = approved;
    const recorded = await this.tasks.project(tx, approved.itemId, { progress, fields });
    await this.follow(tx, scope, approved, progress === 100 ? 'finish' : 'record', false);
    return recorded.from === recorded.to ? {} : { progress: recorded };
  }

  private async follow(
    tx: Transaction,
    scope: ActingScope,
    { itemId, kind }: SubmissionMove,
    move: TaskMove | undefined,
    isJudged: boolean,
  ): Promise<void> {
    const at = scope.now();
    await trackRollup(tx, [itemId], { at, timeZone: scope.workspace.timeZone }, async () => {
      const moved = kind === 'update' && move ? await this.moved(tx, itemId, move) : undefined;
      const to = moved && ({ status: moved.to, lifecycle: isTaskClosed(moved.to) ? 'closed' : 'open' } as const);
      await this.judged.setWaiting(tx, itemId, kind, isJudged, at, to);
      if (!moved) return;
      const data = { move, status: moved };
      await journal(tx, [
        { ...scope.actor, type: 'task.status-changed', subject: { kind: 'task', id: itemId }, itemId, data },
      ]);
    });
  }

  /** Undefined where it stays where it is. */
  private async moved(
    tx: Transaction,
    itemId: string,
    move: TaskMove,
  ): Promise<Record<'from' | 'to', TaskStatus> | undefined> {
    const from = (await this.items.get(tx, itemId)).status as TaskStatus;
    const to = moveTask(from, move);
    return to === from ? undefined : { from, to };
  }
}

function requireTaskKind(kind: SubmissionKind): void {
  if (kind !== 'update' && kind !== 'extension') refuse('kind', 'A task takes updates and extensions');
}

function refuse(path: string, message: string): never {
  throw new DomainError('invalid_input', { errors: [{ path, code: 'not_for_kind', message }] });
}
