import type { Lifecycle, Part, Priority, TaskStatus, Visibility } from '@uptake/contracts';
import { partsSql } from '../item.repository.js';
import { memberJson, teamJson } from '../items/shown.js';
import type { MemberCell, NamedCell } from '../recommendations/recommendation-row.js';

export interface TaskCell {
  id: string;
  number: number;
  title: string;
  status: TaskStatus;
}

export interface TaskRow extends Record<string, unknown> {
  id: string;
  number: number;
  version: number;
  title: string;
  status: TaskStatus;
  lifecycle: Lifecycle;
  /** The recommendation above it is closed. */
  above_closed: boolean;
  visibility: Visibility;
  priority: Priority;
  due_on: string | null;
  progress: number;
  updated_at: Date;
  owner: MemberCell | null;
  team: NamedCell | null;
  /** null when the reader may not see it. */
  recommendation: { id: string; reference: string; title: string } | null;
  /** The reader's own. */
  parts: Part[];
}

/** `member` is the placeholder of the reader's member id. */
export const taskColumns = (member: string): string => `
  i.id, k.number, i.version, i.title, i.status, i.lifecycle, i.above_closed, i.visibility, i.priority, i.due_on, k.progress, i.updated_at,
  ${memberJson('o')} AS owner, ${teamJson('t')} AS team,
  CASE WHEN g.id IS NOT NULL THEN jsonb_build_object('id', g.id, 'reference', g.reference, 'title', g.title) END AS recommendation,
  ${partsSql('i', member)} AS parts`;

export const taskJoins = `
  LEFT JOIN member o ON o.workspace_id = i.workspace_id AND o.id = i.owner_id
  LEFT JOIN team t ON t.workspace_id = i.workspace_id AND t.id = i.team_id
  LEFT JOIN item g ON g.workspace_id = i.workspace_id AND g.id = i.root_id AND g.kind = 'recommendation'`;

export interface TaskDetailRow extends TaskRow {
  description: string;
  parent: TaskCell | null;
  subtasks: TaskCell[];
  checklist: Array<{ id: string; text: string; done: boolean }>;
  depends_on: TaskCell[];
  blocks: TaskCell[];
  fields: Record<string, unknown>;
  drop_reason: string | null;
  record_version: number;
  created_at: Date;
}

const cell = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'number', ${alias}.number, 'title', ${alias}.title, 'status', ${alias}.status)`;
const neighbours = (from: 'item_id' | 'depends_on_id', to: 'item_id' | 'depends_on_id'): string => `coalesce((
    SELECT jsonb_agg(${cell('n')} ORDER BY n.number)
    FROM item_dependency d JOIN item n ON n.workspace_id = d.workspace_id AND n.id = d.${to} AND n.kind = 'task'
    WHERE d.workspace_id = i.workspace_id AND d.${from} = i.id), '[]')`;

/** $1 workspace, $2 task, $3 the reader's member id. */
export const TASK_DETAIL = `
SELECT ${taskColumns('$3')}, k.description,
  CASE WHEN a.id IS NOT NULL THEN ${cell('a')} END AS parent,
  coalesce((SELECT jsonb_agg(${cell('n')} ORDER BY n.number) FROM item n
    WHERE n.workspace_id = i.workspace_id AND n.parent_id = i.id AND n.kind = 'task'), '[]') AS subtasks,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'text', e.text, 'done', e.done) ORDER BY e.position) FROM checklist_entry e
    WHERE e.workspace_id = i.workspace_id AND e.item_id = i.id), '[]') AS checklist,
  ${neighbours('item_id', 'depends_on_id')} AS depends_on, ${neighbours('depends_on_id', 'item_id')} AS blocks,
  k.fields, k.drop_reason, i.record_version, i.created_at
FROM item i JOIN task k ON k.workspace_id = i.workspace_id AND k.item_id = i.id
  ${taskJoins}
  LEFT JOIN item a ON a.workspace_id = i.workspace_id AND a.id = i.parent_id AND a.kind = 'task'
WHERE i.workspace_id = $1 AND i.id = $2`;
