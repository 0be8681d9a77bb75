import type { Priority, Visibility } from '@uptake/contracts';

export interface NewChecklistEntry {
  id: string;
  text: string;
  done: boolean;
}

/** What a task begins with. Its visibility is its recommendation's: a task is never more open than what it serves. */
export interface NewTask {
  /** Made by `newId(at)` beforehand. */
  id: string;
  /** The verb's clock. */
  at: Date;
  /** The workspace's time zone: the calendar day that the counts of rollups belong to. */
  timeZone: string;
  createdBy: string;
  title: string;
  description?: string;
  /** The recommendation, or the task it is a part of. */
  parentId: string;
  /** The recommendation at the top. */
  rootId: string;
  visibility: Visibility;
  /** A member or a team to claim it from; never both. */
  assigneeId?: string | null;
  teamId?: string | null;
  priority?: Priority;
  /** `YYYY-MM-DD` */
  dueOn?: string | null;
  kind?: string;
  fields?: Record<string, unknown>;
  checklist?: readonly NewChecklistEntry[];
  dependsOn?: readonly string[];
}

export const INSERT_TASK = `
WITH number AS (
  INSERT INTO counter AS c (workspace_id, name, value) VALUES ($1, 'task', 1)
  ON CONFLICT (workspace_id, name) DO UPDATE SET value = c.value + 1
  RETURNING value
), made AS (
  INSERT INTO item (workspace_id, id, kind, reference, parent_id, root_id, title, owner_id, team_id, visibility, status, priority, due_on, created_by, created_at, updated_at)
  SELECT $1, $2::uuid, 'task', value::text, $3::uuid, $4::uuid, $5, $6::uuid, $7::uuid, $8, 'todo', $9, $10::date, $11::uuid, $12::timestamptz, $12::timestamptz FROM number
), detailed AS (
  INSERT INTO task (workspace_id, item_id, number, kind, description, fields) SELECT $1, $2::uuid, value, $13, $14, $15::jsonb FROM number
), listed AS (
  INSERT INTO checklist_entry (workspace_id, id, item_id, position, text, done)
  SELECT $1, id, $2::uuid, row_number() OVER (), text, done FROM jsonb_to_recordset($16::jsonb) AS e(id uuid, text text, done boolean)
), waiting_for AS (
  INSERT INTO item_dependency (workspace_id, item_id, depends_on_id) SELECT DISTINCT $1::uuid, $2::uuid, d FROM unnest($17::uuid[]) d
)
SELECT value AS number FROM number`;

export const taskValues = (workspaceId: string, made: NewTask): unknown[] => [
  workspaceId,
  made.id,
  made.parentId,
  made.rootId,
  made.title,
  made.assigneeId ?? null,
  made.teamId ?? null,
  made.visibility,
  made.priority ?? 'normal',
  made.dueOn ?? null,
  made.createdBy,
  made.at,
  made.kind ?? 'general',
  made.description ?? '',
  JSON.stringify(made.fields ?? {}),
  JSON.stringify(made.checklist ?? []),
  made.dependsOn ?? [],
];
