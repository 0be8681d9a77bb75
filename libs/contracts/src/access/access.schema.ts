import { z } from 'zod';

export const roles = ['admin', 'manager', 'contributor', 'reviewer', 'leader'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Everything that can be allowed or refused. The permission table in domain decides each of them. */
export const actions = [
  'workspace.read',
  'workspace.change',
  'members.read',
  'members.change',
  'teams.read',
  'teams.change',
  'invitations.read',
  'invitations.change',
  'briefs.read',
  'briefs.import',
  'briefs.confirm',
  'statements.change',
  'parties.change',
  'item.read',
  'item.activity',
  'recommendation.create',
  'recommendation.change',
  'recommendation.respond',
  'recommendation.assign',
  'recommendation.claim',
  'recommendation.link',
  'recommendation.close',
  'task.create',
  'task.change',
  'task.assign',
  'task.claim',
  'task.progress',
  'submission.submit',
  'submission.withdraw',
  'submission.cancel',
  'submission.amend',
  'submission.override',
  'approval.read',
  'approval.decide',
  'delegations.own',
  'delegations.arrange',
  'gate.change',
  'evidence.add',
  'evidence.remove',
  'rollups.read',
  'workflows.read',
  'workflows.create',
  'workflows.change',
  'workflows.choose',
  'workflows.migrate',
  'audit.read',
  'mail.read',
] as const;
export const Action = z.enum(actions);
export type Action = z.infer<typeof Action>;

/** What the asking person has to do with an item; `designer`: with a workflow that an administrator entrusted to them. */
export const parts = [
  'owner',
  'contributor',
  'assignee',
  'team',
  'named',
  'submitter',
  'approver',
  'designer',
] as const;
export const Part = z.enum(parts);
export type Part = z.infer<typeof Part>;

/** `true`, or why not; the screen shows the reason and never works a permission out again. */
export const Ability = z.union([z.literal(true), z.object({ reason: z.string() })]).meta({ id: 'Ability' });
export type Ability = z.infer<typeof Ability>;
export const Abilities = z.record(z.string(), Ability).meta({ id: 'Abilities' });
export type Abilities = Record<string, Ability>;
