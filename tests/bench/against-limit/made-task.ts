import type { TaskStatus } from '@uptake/contracts';
import type { CanonicalTask } from './canonical-data.js';
import { type OpenRequest, handInTask } from './made-run.js';
import type { MadeWorkspace } from './made-workspace.js';

/**
 * How the kit's statuses stand here. Those it calls approved are under review as well: each request can be decided once, and a round
 * of decisions must not run out of them.
 */
const statuses: readonly TaskStatus[] = [
  'todo',
  'in_progress',
  'in_approval',
  'changes_requested',
  'in_approval',
  'dropped',
];
const priorities = ['low', 'normal', 'high', 'urgent'] as const;
const DAY = 86_400_000;

/** One task with its rows; answers its id, and the request that waits on it if one does. */
export function makeTask(made: MadeWorkspace, task: CanonicalTask): { id: string; asked: OpenRequest | null } {
  const { random, rows, trail, workspaceId, members, recommendations, now } = made;
  const recommendation = recommendations.get(task.project_id);
  const assigneeId = members.get(task.assignee_id)?.memberId;
  const authorId = members.get(task.author_id)?.memberId;
  if (!recommendation || !assigneeId || !authorId) throw new Error(`Task ${task.id} belongs to nobody`);
  const status = statuses[task.status] ?? 'todo';
  const at = task.created_at.getTime();
  const id = random.uuid(at);
  const isClosed = status === 'dropped';
  trail.add({
    type: 'task.created',
    at: task.created_at,
    actorId: authorId,
    subject: { kind: 'task', id },
    itemId: id,
    correlation: `made-${id}`,
    data: {
      number: task.id,
      recommendationId: recommendation.id,
      parentId: recommendation.id,
      assigneeId,
      teamId: null,
      dueOn: task.due_on,
    },
    personal: { title: task.subject },
  });
  const isJudged = status === 'in_approval' || status === 'changes_requested';
  const run = isJudged
    ? handInTask(made, {
        itemId: id,
        submitterId: assigneeId,
        approverIds: recommendation.approverIds,
        narrative: task.description,
        at: Math.min(at + DAY, now),
        isSentBack: status === 'changes_requested',
      })
    : null;
  const movedAt = new Date(run?.movedAt ?? at);
  rows.add('item', {
    workspace_id: workspaceId,
    id,
    kind: 'task',
    reference: String(task.id),
    parent_id: recommendation.id,
    root_id: recommendation.id,
    title: task.subject,
    owner_id: assigneeId,
    team_id: null,
    visibility: 'workspace',
    lifecycle: isClosed ? 'closed' : 'open',
    status,
    priority: priorities[task.priority] ?? 'normal',
    due_on: task.due_on,
    waiting: status === 'in_approval',
    created_by: authorId,
    created_at: task.created_at,
    updated_at: movedAt,
    closed_at: isClosed ? movedAt : null,
  });
  rows.add('task', {
    workspace_id: workspaceId,
    item_id: id,
    number: task.id,
    description: task.description,
    progress: status === 'todo' || isClosed ? 0 : 50,
    drop_reason: isClosed ? 'Rejected' : null,
  });
  for (const { memberId, part } of run?.parts ?? [])
    rows.add('item_participant', { workspace_id: workspaceId, item_id: id, member_id: memberId, part });
  return { id, asked: run?.asked ?? null };
}
