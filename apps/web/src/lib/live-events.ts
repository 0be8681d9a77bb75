import type { Resource } from './query-keys.js';

/**
 * Which queries an event makes stale, by the first part of its type (`task.assigned` -> `task`). Generous on purpose:
 * only what is on the screen is fetched again, the rest is merely marked.
 */
const staleBySubject: Record<string, readonly Resource[]> = {
  workspace: ['workspace'],
  member: ['members', 'teams', 'workspace'],
  team: ['teams', 'members'],
  invitation: ['invitations', 'members'],
  brief: ['briefs', 'recommendations', 'statements'],
  passage: ['briefs'],
  statement: ['statements', 'briefs', 'recommendations'],
  party: ['parties', 'recommendations'],
  recommendation: ['recommendations', 'rollups', 'activity', 'search'],
  task: ['tasks', 'recommendations', 'rollups', 'activity', 'search'],
  submission: ['submissions', 'approvals', 'tasks', 'recommendations', 'rollups', 'activity'],
  stage: ['submissions', 'approvals', 'rollups', 'activity'],
  timer: ['approvals', 'submissions', 'activity'],
  'approval-request': ['approvals', 'submissions', 'tasks', 'recommendations', 'rollups', 'activity'],
  delegation: ['delegations', 'approvals', 'tasks', 'recommendations', 'rollups'],
  gate: ['recommendations', 'tasks', 'activity'],
  evidence: ['evidence', 'activity', 'tasks', 'recommendations'],
  workflow: ['workflows'],
  notification: ['notifications', 'mail'],
};

/** Resources to read again after an event; nothing for a type this build does not know. */
export function staleAfter(type: string): readonly Resource[] {
  return staleBySubject[type.split('.')[0] ?? ''] ?? [];
}
