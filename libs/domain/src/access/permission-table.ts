import { type Action, type Part, type Role, type Visibility, roles } from '@uptake/contracts';

/** One way to be allowed: any of these roles, and, where parts are named, any of these parts in the item too. */
export interface Grant {
  roles: readonly Role[];
  parts?: readonly Part[];
}

const everyone = roles;
const administrators: readonly Role[] = ['admin'];
const managers: readonly Role[] = ['admin', 'manager'];
const byPart = (...parts: Part[]): Grant => ({ roles: everyone, parts });
const byRole = (allowed: readonly Role[]): Grant => ({ roles: allowed });

/**
 * Who may do what: the only place that decides. Guards, verbs and the `abilities` of every answer read it, and the docs print it.
 * An action is allowed when any one of its grants holds. What one may not see is not here: see `visibilityTable`.
 */
export const permissionTable: Readonly<Record<Action, readonly Grant[]>> = {
  'workspace.read': [byRole(everyone)],
  'workspace.change': [byRole(administrators)],
  'members.read': [byRole(everyone)],
  'members.change': [byRole(administrators)],
  'teams.read': [byRole(everyone)],
  'teams.change': [byRole(administrators)],
  'invitations.read': [byRole(managers)],
  'invitations.change': [byRole(administrators)],
  'briefs.read': [byRole(everyone)],
  'briefs.import': [byRole(managers)],
  'briefs.confirm': [byRole(managers)],
  'statements.change': [byRole(managers)],
  'parties.change': [byRole(managers)],
  'item.read': [byRole(everyone)],
  'item.activity': [byRole(everyone)],
  'recommendation.create': [byRole(managers)],
  'recommendation.change': [byRole(managers), byPart('owner')],
  'recommendation.respond': [byRole(managers)],
  'recommendation.assign': [byRole(managers)],
  'recommendation.claim': [byPart('team')],
  'recommendation.link': [byRole(managers), byPart('owner')],
  // a closing is a submission: whoever works on it may propose one, and its workflow decides
  'recommendation.close': [byRole(managers), byPart('owner', 'contributor')],
  'task.create': [byRole(managers), byPart('owner', 'contributor', 'assignee')],
  'task.change': [byRole(managers), byPart('owner', 'contributor', 'assignee')],
  'task.assign': [byRole(managers), byPart('owner')],
  'task.claim': [byPart('team')],
  'task.progress': [byRole(managers), byPart('assignee', 'owner', 'contributor')],
  'submission.submit': [byPart('owner', 'contributor', 'assignee')],
  'submission.withdraw': [byPart('submitter')],
  'submission.cancel': [byRole(managers)],
  'submission.amend': [byRole(managers)],
  // which stage may be set aside by whom, its workflow says
  'submission.override': [byRole(everyone)],
  'approval.read': [byRole(everyone)],
  'approval.decide': [byPart('approver')],
  // one's own decisions are one's own to hand over; somebody absent cannot, so that managers may for them
  'delegations.own': [byRole(everyone)],
  'delegations.arrange': [byRole(managers)],
  // what it waits for holds up everybody's work on it
  'gate.change': [byRole(managers), byPart('owner')],
  'evidence.add': [byRole(managers), byPart('owner', 'contributor', 'assignee', 'submitter')],
  'evidence.remove': [byRole(managers), byPart('owner', 'contributor', 'assignee', 'submitter')],
  'rollups.read': [byRole(everyone)],
  'workflows.read': [byRole(everyone)],
  'workflows.create': [byRole(administrators)],
  'workflows.change': [byRole(administrators), { roles: managers, parts: ['designer'] }],
  'workflows.choose': [byRole(administrators)],
  'workflows.migrate': [byRole(administrators)],
  'audit.read': [byRole(['admin', 'leader'])],
  'mail.read': [byRole(administrators)],
};

/** Which visibilities a role opens by itself; items of the others open only to people who have a part in them. */
export const visibilityTable: Readonly<Record<Visibility, readonly Role[]>> = {
  workspace: everyone,
  participants: managers,
  confidential: [],
};
