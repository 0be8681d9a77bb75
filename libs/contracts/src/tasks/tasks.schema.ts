import { z } from 'zod';
import { Abilities } from '../access/access.schema.js';
import { listQuery } from '../shared/list.schema.js';
import { MemberRef, Priority, TeamRef, Visibility } from '../shared/references.schema.js';
import { CalendarDate, Id, Instant, Version, line, prose } from '../shared/scalars.schema.js';

export const taskStatuses = ['todo', 'in_progress', 'in_approval', 'changes_requested', 'done', 'dropped'] as const;
export const TaskStatus = z.enum(taskStatuses);
export type TaskStatus = z.infer<typeof TaskStatus>;

export const TaskRef = z
  .object({ id: Id, number: z.int(), title: z.string(), status: TaskStatus })
  .meta({ id: 'TaskRef' });
export type TaskRef = z.infer<typeof TaskRef>;
export const ChecklistEntry = z.object({ id: Id, text: z.string(), done: z.boolean() }).meta({ id: 'ChecklistEntry' });
export type ChecklistEntry = z.infer<typeof ChecklistEntry>;

export const TaskSummary = z
  .object({
    id: Id,
    number: z.int(),
    version: Version,
    title: z.string(),
    status: TaskStatus,
    visibility: Visibility,
    recommendation: z.object({ id: Id, reference: z.string(), title: z.string() }).nullable(),
    assignee: MemberRef.nullable(),
    team: TeamRef.nullable(),
    dueOn: CalendarDate.nullable(),
    overdue: z.boolean(),
    priority: Priority,
    progress: z.int(),
    updatedAt: Instant,
    abilities: Abilities,
  })
  .meta({ id: 'TaskSummary', description: 'recommendation is null when the reader may not see it' });
export type TaskSummary = z.infer<typeof TaskSummary>;

export const Task = TaskSummary.extend({
  description: z.string(),
  parent: TaskRef.nullable(),
  subtasks: z.array(TaskRef),
  checklist: z.array(ChecklistEntry),
  dependsOn: z.array(TaskRef),
  blocks: z.array(TaskRef),
  fields: z.record(z.string(), z.unknown()),
  dropReason: z.string().nullable(),
  recordVersion: z.int(),
  createdAt: Instant,
}).meta({ id: 'Task', description: 'recordVersion: of the official record, what a submission is based on' });
export type Task = z.infer<typeof Task>;

export const TaskListQuery = listQuery({
  assignee: z.union([Id, z.literal('me'), z.literal('none'), z.literal('my-teams')]).optional(),
  team: Id.optional(),
  recommendation: Id.optional(),
  number: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  status: z
    .string()
    .max(120)
    .regex(/^[a-z_]+(,[a-z_]+)*$/)
    .optional(),
  stage: z.string().max(60).optional(),
  kind: z.string().max(60).optional(),
  dueBefore: CalendarDate.optional(),
  overdue: z.stringbool().optional(),
  q: z.string().max(200).optional(),
});
export type TaskListQuery = z.infer<typeof TaskListQuery>;

const checklistInput = z
  .array(z.strictObject({ id: Id.optional(), text: line(300), done: z.boolean().default(false) }))
  .max(100);

export const TaskCreation = z.strictObject({
  title: line(200),
  description: prose(20_000).default(''),
  assigneeId: Id.nullable().optional(),
  teamId: Id.nullable().optional(),
  dueOn: CalendarDate.nullable().optional(),
  priority: Priority.default('normal'),
  parentTaskId: Id.optional(),
  checklist: checklistInput.default([]),
  dependsOn: z.array(Id).max(100).default([]),
});
export type TaskCreation = z.infer<typeof TaskCreation>;

export const TaskChange = z.strictObject({
  version: Version,
  title: line(200).optional(),
  description: prose(20_000).optional(),
  assigneeId: Id.nullable().optional(),
  teamId: Id.nullable().optional(),
  dueOn: CalendarDate.nullable().optional(),
  priority: Priority.optional(),
  checklist: checklistInput.optional(),
  dependsOn: z.array(Id).max(100).optional(),
});
export type TaskChange = z.infer<typeof TaskChange>;

/** `start` and `reopen` move between todo and in progress; `drop` needs its reason. Done comes only from an approved update. */
export const TaskTransition = z.strictObject({
  to: z.enum(['in_progress', 'todo', 'dropped']),
  reason: prose(2_000).optional(),
  version: Version.optional(),
});
export type TaskTransition = z.infer<typeof TaskTransition>;
