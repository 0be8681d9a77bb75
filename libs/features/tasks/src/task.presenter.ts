import type { Action, Task, TaskSummary } from '@uptake/contracts';
import { type TaskAbility, calendarDay, isOverdue, taskHindrances } from '@uptake/domain';
import type { TaskDetailRow, TaskRow } from '@uptake/persistence';
import { type WorkspaceScope, abilitiesOf } from '@uptake/platform';

const abilities: Readonly<Record<TaskAbility, Action>> = {
  change: 'task.change',
  assign: 'task.assign',
  claim: 'task.claim',
  start: 'task.progress',
  drop: 'task.progress',
  reopen: 'task.progress',
  submit: 'submission.submit',
  addEvidence: 'evidence.add',
};

export function presentSummary(scope: WorkspaceScope, row: TaskRow): TaskSummary {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    title: row.title,
    status: row.status,
    visibility: row.visibility,
    recommendation: row.recommendation,
    assignee: row.owner,
    team: row.team,
    dueOn: row.due_on,
    overdue: isOverdue(
      { dueOn: row.due_on, lifecycle: row.lifecycle },
      calendarDay(scope.now(), scope.workspace.timeZone),
    ),
    priority: row.priority,
    progress: row.progress,
    updatedAt: row.updated_at.toISOString(),
    abilities: abilitiesOf(
      scope,
      abilities,
      row.parts,
      taskHindrances({
        ownerId: row.owner?.id ?? null,
        teamId: row.team?.id ?? null,
        status: row.status,
        isAboveClosed: row.above_closed,
      }),
    ),
  };
}

export const presentTask = (scope: WorkspaceScope, row: TaskDetailRow): Task => ({
  ...presentSummary(scope, row),
  description: row.description,
  parent: row.parent,
  subtasks: row.subtasks,
  checklist: row.checklist,
  dependsOn: row.depends_on,
  blocks: row.blocks,
  fields: row.fields,
  dropReason: row.drop_reason,
  recordVersion: row.record_version,
  createdAt: row.created_at.toISOString(),
});
